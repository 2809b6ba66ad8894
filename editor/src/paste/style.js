// What a style attribute says that the newsroom keeps.

import { linkTo } from "../addresses.js";

/** The declarations of a node's style attribute, by name. */
export function styleOf(node) {
  const style = {};
  for (const part of (node.attributes?.style ?? "").split(";")) {
    const at = part.indexOf(":");
    if (at > 0) style[part.slice(0, at).trim().toLowerCase()] = part.slice(at + 1).trim().toLowerCase();
  }
  return style;
}

const tags = { strong: "strong", b: "strong", em: "em", i: "em", s: "s", strike: "s", del: "s", sub: "sub", sup: "sup", code: "code", kbd: "code", samp: "code", tt: "code", mark: "mark", q: "q", cite: "cite", small: "small", bdi: "bdi" };

/** The marks around what stands in a node, whose own marks are `around`. A mark is a name, or { href }, or { title }. */
export function marksOf(node, around) {
  const style = styleOf(node);
  const marks = [...around];
  const add = (mark) => marks.includes(mark) || marks.push(mark);
  const remove = (mark) => marks.includes(mark) && marks.splice(marks.indexOf(mark), 1);
  const weight = style["font-weight"];
  const isBold = weight && (weight === "bold" || weight === "bolder" || Number(weight) >= 600);
  if (tags[node.tag]) add(tags[node.tag]);
  if (isBold) add("strong");
  else if (weight) remove("strong");
  if (/^(italic|oblique)/.test(style["font-style"] ?? "")) add("em");
  else if (style["font-style"] === "normal") remove("em");
  if (/line-through/.test(`${style["text-decoration"] ?? ""} ${style["text-decoration-line"] ?? ""}`)) add("s");
  if (style["vertical-align"] === "super") add("sup");
  if (style["vertical-align"] === "sub") add("sub");
  const href = node.tag === "a" ? linkTo(node.attributes.href ?? "") : undefined;
  if (href && !marks.some((mark) => mark.href)) marks.push({ href });
  const title = node.tag === "abbr" ? (node.attributes.title ?? "").trim() : "";
  if (title) marks.push({ title });
  return marks;
}
