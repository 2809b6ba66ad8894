// Pieces of text with their marks, put together into the lines of paragraphs.

import { element } from "../read.js";

const white = /[ \t\r\n\f\u00a0\u2007\u202f]+/g;
/** Signs that turn the direction of what follows, or hide in words; single direction marks inside a line stay. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad]/g;
const edgeMarks = /^[\s\u200e\u200f\u061c]+|[\s\u200e\u200f\u061c]+$/g;
/** Letters in the shape they have at a place of a word, as old files and PDF hold them. */
const shaped = /[\ufb50-\ufdfb\ufe70-\ufefc]+/g;

/** The text as the newsroom keeps it: plain spaces, letters without a fixed shape. */
export function cleanText(text) {
  return text.replace(turning, "").replace(white, " ").replace(shaped, (letters) => letters.normalize("NFKC"));
}

/** The lines of pieces, each a list of children; two line ends begin a new one, empty ones are left out. */
export function joined(pieces) {
  const lines = [[]];
  for (const piece of pieces) {
    if (piece.isBreak && lines.at(-1).at(-1)?.isBreak) lines.push([]);
    else lines.at(-1).push(piece.text === undefined ? piece : { ...piece, text: cleanText(piece.text) });
  }
  return lines.map(trimmed).filter((line) => line.length > 0).map(nested);
}

/** Without space at either end or around line ends, and never two spaces in a row. */
function trimmed(line) {
  const kept = [];
  for (const piece of line) {
    const before = kept.at(-1);
    if (piece.text === undefined) {
      if (piece.isBreak && before?.text !== undefined) before.text = before.text.trimEnd();
      if (piece.isBreak && (kept.length === 0 || before?.isBreak)) continue;
      kept.push(piece);
      continue;
    }
    const isAtStart = kept.length === 0 || before.isBreak;
    const text = isAtStart || before.text?.endsWith(" ") ? piece.text.replace(/^ +/, "") : piece.text;
    if (text !== "") kept.push({ ...piece, text });
  }
  while (kept.length > 0 && (kept.at(-1).isBreak || kept.at(-1).text?.trimEnd() === "")) kept.pop();
  trimEdge(kept, 0);
  trimEdge(kept, kept.length - 1);
  return kept.some((piece) => piece.note || piece.text?.replace(edgeMarks, "")) ? kept.filter((piece) => piece.text !== "") : [];
}

function trimEdge(kept, index) {
  const piece = kept[index];
  if (piece?.text === undefined) return;
  const text = piece.text.replace(edgeMarks, "");
  const isOnly = kept.length === 1;
  const [start, end] = [index === 0, index === kept.length - 1];
  if (isOnly) piece.text = text;
  else if (start) piece.text = piece.text.replace(/^[\s\u200e\u200f\u061c]+/, "");
  else if (end) piece.text = piece.text.replace(/[\s\u200e\u200f\u061c]+$/, "");
}

const order = ["a", "abbr", "strong", "em", "s", "mark", "small", "q", "cite", "bdi", "sup", "sub", "code"];
const nameOf = (mark) => (mark.href ? "a" : mark.title ? "abbr" : mark);
const same = (one, other) => one === other || (one.href !== undefined && one.href === other.href) || (one.title !== undefined && one.title === other.title);

/** Neighbours under the same mark stand in one element. */
function nested(pieces) {
  const sorted = pieces.map((piece) => ({ ...piece, marks: [...(piece.marks ?? [])].sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b))) }));
  return level(sorted, 0);
}

function level(pieces, depth) {
  const children = [];
  for (let at = 0; at < pieces.length; ) {
    const mark = pieces[at].marks[depth];
    if (mark === undefined) {
      const text = children.at(-1);
      const own = ownOf(pieces[at]);
      if (typeof own === "string" && typeof text === "string") children[children.length - 1] = text + own;
      else children.push(own);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < pieces.length && pieces[end].marks[depth] !== undefined && same(pieces[end].marks[depth], mark)) end += 1;
    const attributes = mark.href ? { href: mark.href } : mark.title ? { title: mark.title } : {};
    children.push(element(nameOf(mark), attributes, level(pieces.slice(at, end), depth + 1)));
    at = end;
  }
  return children;
}

function ownOf(piece) {
  if (piece.isBreak) return element("br");
  return piece.note ? element("x-note", {}, piece.note) : piece.text;
}
