// Two texts side by side: what only one of them says is marked.

import { make } from "../dom.js";
import { read, textOf } from "../read.js";
import { t } from "../sentences.js";

const lines = new Set(["p", "h2", "h3", "li", "pre", "tr", "figcaption", "caption"]);

/** The lines of kept HTML, as people read them. */
export function linesOf(html) {
  const found = [];
  const walk = (node) => {
    if (typeof node === "string") return node.trim() && found.push(node.trim());
    const hasLines = node.children.some((child) => lines.has(child.tag) || child.tag === "ul" || child.tag === "ol");
    if (lines.has(node.tag) && !hasLines) return textOf(node).trim() && found.push(textOf(node).replace(/\s+/g, " ").trim());
    return node.children.forEach(walk);
  };
  read(html).children.forEach(walk);
  return found;
}

/** Which entries of two lists are in both, in the same order: two lists of yes and no. */
export function shared(one, other) {
  const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      longest[i][j] = one[i] === other[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const [inOne, inOther] = [one.map(() => false), other.map(() => false)];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) [inOne[i++], inOther[j++]] = [true, true];
    else if (longest[i + 1][j] >= longest[i][j + 1]) i += 1;
    else j += 1;
  }
  return [inOne, inOther];
}

/** The fields whose difference is worth showing, as they are named on the form. */
const shown = ["headline", "standfirst"];

/** A table of two versions of the form, with their names above. */
export function sideBySide(mine, theirs, names) {
  const all = [mine, theirs].map((fields) => [...shown.map((name) => fields[name] ?? "").filter(Boolean), ...linesOf(fields.body ?? "")]);
  const same = shared(...all);
  const side = (index) => make("section", { class: "sides__side", "aria-label": names[index] },
    make("h3", {}, names[index]),
    ...all[index].map((line, at) => make(same[index][at] ? "p" : "ins", { dir: "auto", class: same[index][at] ? "" : "sides__own" }, line)));
  return make("div", { class: "sides", tabindex: 0, role: "group", "aria-label": t("both") }, side(0), side(1));
}
