// Notes in a plain tree: as the newsroom keeps them, in a list under the text with a mark in it, and as
// the writing tool holds them, each at its mark.

import { element, find, textOf } from "./read.js";

const isMark = (node) => node.tag === "a" && node.attributes.role === "doc-noteref";
const isWayBack = (node) => node.tag === "a" && node.attributes.role === "doc-backlink";

/** Moves each note of the list under the text to its mark. */
export function atTheirMarks(root) {
  const texts = new Map();
  root.children = root.children.filter((node) => {
    if (node.tag !== "ol" || node.attributes.class !== "notes") return true;
    for (const item of node.children.filter((child) => child.tag === "li")) texts.set(`#${item.attributes.id}`, words(item));
    return false;
  });
  const place = (node) => {
    if (typeof node === "string") return node;
    const mark = node.tag === "sup" ? find(node, isMark) : isMark(node) ? node : undefined;
    const text = mark && texts.get(mark.attributes.href);
    if (text) return element("x-note", {}, text);
    node.children = node.children.map(place);
    return node;
  };
  return place(root);
}

/** Puts the notes of written-out elements into a list under them; `label` names the way back. */
export function underTheText(body, label) {
  const owner = body.ownerDocument;
  const notes = [...body.querySelectorAll("x-note")];
  if (notes.length === 0) return;
  const list = owner.createElement("ol");
  list.className = "notes";
  notes.forEach((note, index) => {
    const number = index + 1;
    const item = owner.createElement("li");
    item.id = `note-${number}`;
    item.append(...note.childNodes, " ", link(owner, { href: `#note-ref-${number}`, role: "doc-backlink", "aria-label": label }, "↩"));
    list.append(item);
    const sup = owner.createElement("sup");
    sup.append(link(owner, { href: `#note-${number}`, id: `note-ref-${number}`, role: "doc-noteref" }, String(number)));
    note.replaceWith(sup);
  });
  body.append(list);
}

function words(item) {
  const kept = item.children.filter((node) => typeof node === "string" || !isWayBack(node));
  const flat = kept.flatMap((node) => (node.tag === "p" ? node.children.filter((child) => typeof child === "string" || !isWayBack(child)) : [node]));
  const last = flat.at(-1);
  if (typeof last === "string") flat[flat.length - 1] = last.trimEnd();
  return flat.filter((node) => typeof node !== "string" || textOf(node) !== "");
}

function link(owner, attributes, text) {
  const made = owner.createElement("a");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(text);
  return made;
}
