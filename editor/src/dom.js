// A plain tree into elements, of which only those of the subset are ever made.

/** Elements and attributes that may be made; the server's own list is in crates/sijil-text/src/subset.rs. */
const directed = ["dir", "lang"];
const known = {
  p: directed, h2: directed, h3: directed, pre: directed, bdi: directed, ul: directed,
  ol: [...directed, "start", "class"], li: [...directed, "id"], blockquote: [...directed, "cite"],
  q: [...directed, "cite"], figure: [...directed, "class", "data-credit"], figcaption: directed,
  table: [...directed, "data-caption"], caption: directed, thead: [], tbody: [], tfoot: [], tr: directed,
  th: [...directed, "scope", "colspan", "rowspan"], td: [...directed, "colspan", "rowspan"],
  img: ["src", "srcset", "alt", "width", "height"], a: ["href", "hreflang"], abbr: ["title"], time: ["datetime"],
  em: [], strong: [], b: [], i: [], s: [], sub: [], sup: [], small: [], mark: [], cite: [], code: [], br: [], hr: [],
  "x-note": [],
};

/** A document in which no picture is loaded and nothing runs. */
export const inert = () => document.implementation.createHTMLDocument("");

/** The elements of a tree in `owner`; what is not of the subset gives its children only. */
export function build(node, owner) {
  if (typeof node === "string") return owner.createTextNode(node);
  const attributes = known[node.tag];
  const made = attributes ? owner.createElement(node.tag) : owner.createDocumentFragment();
  for (const name of attributes ?? []) {
    if (node.attributes[name] !== undefined) made.setAttribute(name, node.attributes[name]);
  }
  for (const child of node.children) made.append(build(child, owner));
  return made;
}

/** What stands among the words of a story but belongs to the page says the page's own language. */
export const ofPage = () => ({ lang: document.documentElement.lang, dir: document.documentElement.dir });

/** An element of the page with attributes, listeners (`onclick`) and children. */
export function make(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}
