// HTML text into a plain tree, without the page's own parser: the content policy with trusted types
// lets no script hand text to that one. A node is a string, or { tag, attributes, children }.

import { Parser } from "htmlparser2";

/** The tree of some HTML. Comments go, those that hold Word's conditions included. */
export function read(html) {
  const root = element("#root");
  const open = [root];
  const parser = new Parser({
    onopentag(tag, attributes) {
      const node = { tag, attributes, children: [] };
      open.at(-1).children.push(node);
      open.push(node);
    },
    ontext(text) {
      const siblings = open.at(-1).children;
      if (typeof siblings.at(-1) === "string") siblings[siblings.length - 1] += text;
      else siblings.push(text);
    },
    onclosetag() {
      if (open.length > 1) open.pop();
    },
  });
  parser.end(html);
  return root;
}

/** A node of the tree. */
export function element(tag, attributes = {}, children = []) {
  return { tag, attributes, children };
}

/** All that is written in a node. */
export function textOf(node) {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** The first node inside `node`, or itself, that `fits`; undefined when there is none. */
export function find(node, fits) {
  if (typeof node === "string") return undefined;
  if (fits(node)) return node;
  for (const child of node.children) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** The tree as HTML, in the form that the newsroom keeps. */
export function print(node) {
  if (typeof node === "string") return escaped(node);
  const inside = node.children.map(print).join("");
  if (node.tag === "#root") return inside;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`);
  const start = `<${node.tag}${attributes.join("")}>`;
  return empty.has(node.tag) ? start : `${start}${inside}</${node.tag}>`;
}

const empty = new Set(["br", "hr", "img"]);

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\u00a0", "&nbsp;");
}
