// Notes of word processors: a mark that leads to a place below, and that place with the words.

import { element, find, textOf } from "../read.js";
import { joined } from "./lines.js";
import { marksOf } from "./style.js";

/** How Word, LibreOffice, Google and ourselves name a mark's target. */
const target = /^#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym|ftnt\d+|note-\d+|x-note-\d+)$/;
const back = /^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|ftnt_ref\d+|note-ref-\d+)$/;

const linkIn = (node, pattern) => find(node, (inner) => inner.tag === "a" && pattern.test(inner.attributes.href ?? ""));

/** Takes the notes out of a tree: a map from the mark's target to the children of the note. */
export function takeNotes(root) {
  const notes = new Map();
  const take = (node) => {
    if (typeof node === "string") return;
    node.children = node.children.filter((child) => {
      const name = typeof child === "string" ? undefined : nameOfNote(child);
      if (name && !notes.has(name)) {
        notes.set(name, wordsOf(child));
        return false;
      }
      return !isFrame(child);
    });
    node.children.forEach(take);
  };
  const targets = new Set();
  collect(root, targets);
  // Without the words below, a mark is a number that means nothing; with them it is a note.
  take(root);
  for (const name of [...notes.keys()]) if (!targets.has(name)) notes.delete(name);
  return notes;
}

function collect(node, targets) {
  if (typeof node === "string") return;
  if (node.tag === "a" && target.test(node.attributes.href ?? "")) targets.add(node.attributes.href);
  node.children.forEach((child) => collect(child, targets));
}

/** The name by which marks call the note that a block is; undefined for other blocks. */
function nameOfNote(node) {
  if (!["div", "p", "li", "dd"].includes(node.tag)) return undefined;
  const way = linkIn(node, back);
  if (!way) return undefined;
  // The frame around several notes is no note.
  if (countOf(node, back) > 1) return undefined;
  const own = /^#_(ftn|edn)ref(\d+)$/.exec(way.attributes.href);
  if (own) return `#_${own[1]}${own[2]}`;
  return way.attributes.href.replace(/anc$/, "sym").replace("ftnt_ref", "ftnt").replace("note-ref-", "note-");
}

function countOf(node, pattern) {
  if (typeof node === "string") return 0;
  const own = node.tag === "a" && pattern.test(node.attributes.href ?? "") ? 1 : 0;
  return node.children.reduce((sum, child) => sum + countOf(child, pattern), own);
}

/** The line that Word draws above its notes. */
const isFrame = (node) => typeof node !== "string" && node.tag === "hr" && node.attributes.width === "33%";

/** What a note says, without the way back. */
export function wordsOf(node) {
  const pieces = [];
  const walk = (child, marks) => {
    if (typeof child === "string") return pieces.push({ text: child, marks });
    if (child.tag === "a" && back.test(child.attributes.href ?? "")) return undefined;
    if (child.tag === "br") return pieces.push({ isBreak: true });
    if (child.tag === "p" && pieces.length > 0) pieces.push({ text: " ", marks: [] });
    return child.children.forEach((next) => walk(next, marksOf(child, marks).filter((mark) => mark !== "sup")));
  };
  walk(node, []);
  return joined(pieces).flatMap((line, index) => (index === 0 ? line : [element("br"), ...line]));
}

/** Whether an element is the mark of a note that was found; it then bears the name. */
export function isMark(node, notes) {
  if (node.tag !== "a" && node.tag !== "sup") return false;
  const link = linkIn(node, target);
  if (!link || !notes.has(link.attributes.href)) return false;
  // A `sup` may hold more than its mark.
  const isAlone = textOf(node).trim() === textOf(link).trim();
  if (isAlone) node.noteName = link.attributes.href;
  return isAlone;
}
