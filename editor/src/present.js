/** The attributes that are there. */
export function present(attributes) {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== ""));
}

const directed = ["rtl", "ltr"];

/** What a block says of its direction; one that says `auto`, or nothing, follows its letters. */
export function ownDirection(dom) {
  const dir = dom.getAttribute("dir");
  return { dir: directed.includes(dir) ? dir : null, lang: dom.getAttribute("lang") };
}
