// Which way a block runs. A block that says nothing follows its letters, but goes against its story only
// when most of them do: an Arabic paragraph that begins with "SDF" or "BBC" is Arabic all the same, which
// the first-letter rule of `dir="auto"` would get wrong.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strong = /\p{L}/gu;
/** Share of a block's letters that must run against the story for the block to do so. */
const againstMin = 2 / 3;

/** `rtl` or `ltr` for a text in a story that runs `base`. */
export function directionOf(text, base) {
  let [right, left] = [0, 0];
  for (const [letter] of text.matchAll(strong)) {
    if (rightToLeft.test(letter)) right += 1;
    else left += 1;
  }
  const against = base === "rtl" ? left : right;
  if (right + left === 0 || against < (right + left) * againstMin) return base;
  return base === "rtl" ? "ltr" : "rtl";
}

/** What `dir="auto"` makes of a text: the direction of its first letter; undefined without letters. */
export function firstLetter(text) {
  const first = text.match(/\p{L}/u)?.[0];
  return first && (rightToLeft.test(first) ? "rtl" : "ltr");
}

/** The types of nodes that say a direction. */
export const isDirected = (node) => "dir" in (node.type.spec.attrs ?? {});

export const directionKey = new PluginKey("direction");

/** Shows each block in its direction, and marks those that say theirs or run against the story. */
export function directions(base) {
  const shown = (doc) => DecorationSet.create(doc, blocksOf(doc, base));
  return new Plugin({
    key: directionKey,
    state: {
      init: (_, state) => shown(state.doc),
      apply: (change, before) => (change.docChanged ? shown(change.doc) : before),
    },
    props: { decorations: (state) => directionKey.getState(state) },
  });
}

function blocksOf(doc, base) {
  const found = [];
  doc.descendants((node, at) => {
    if (!isDirected(node)) return !node.isInline;
    const dir = node.attrs.dir ?? directionOf(node.textContent, base);
    const attributes = { dir };
    if (node.isTextblock && (node.attrs.dir || dir !== base)) attributes["data-direction"] = node.attrs.dir ? "own" : "auto";
    found.push(Decoration.node(at, at + node.nodeSize, attributes));
    return !node.isTextblock;
  });
  return found;
}

/** The direction that the selection's blocks say: `auto`, `rtl`, `ltr`, or undefined when they differ. */
export function saidDirection(state) {
  const said = new Set();
  eachBlock(state, (node) => said.add(node.attrs.dir ?? "auto"));
  return said.size === 1 ? [...said][0] : undefined;
}

/** A command that lets the selection's blocks, and the lists and quotations around them, say a direction. */
export function setDirection(dir) {
  return (state, dispatch) => {
    const change = state.tr;
    eachBlock(state, (node, at) => change.setNodeAttribute(at, "dir", dir));
    if (!change.docChanged) return false;
    dispatch?.(change);
    return true;
  };
}

function eachBlock(state, does) {
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, at) => {
    if (isDirected(node)) does(node, at);
    return !node.isTextblock;
  });
}
