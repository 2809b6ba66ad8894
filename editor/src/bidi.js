// Finding signs that nobody sees and that turn the direction of what follows, or hide inside words.

import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** Embeddings, overrides and isolates, which the newsroom never keeps; single marks, which are seldom right. */
const hidden = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/gu;

const names = { "\u061c": "ALM", "\u200b": "ZWSP", "\u200e": "LRM", "\u200f": "RLM", "\u00ad": "SHY", "\ufeff": "BOM" };
const key = new PluginKey("bidi");

/** Where such signs stand: [{ from, to, name }], in order. */
export function hiddenIn(doc) {
  const found = [];
  doc.descendants((node, at) => {
    if (!node.isText) return;
    for (const match of node.text.matchAll(hidden)) {
      const sign = match[0];
      const name = names[sign] ?? `U+${sign.codePointAt(0).toString(16).toUpperCase()}`;
      found.push({ from: at + match.index, to: at + match.index + sign.length, name });
    }
  });
  return found;
}

/** Shows them while the search is on. */
export function hiddenSigns() {
  return new Plugin({
    key,
    state: {
      init: () => false,
      apply: (change, isOn) => change.getMeta(key) ?? isOn,
    },
    props: {
      decorations(state) {
        if (!key.getState(state)) return null;
        const marks = hiddenIn(state.doc).map(({ from, to, name }) => Decoration.inline(from, to, { class: "pad__sign", "data-sign": name }));
        return DecorationSet.create(state.doc, marks);
      },
    },
  });
}

export const isSearching = (state) => key.getState(state) === true;

/** Turns the search on and goes to the next sign after the selection; gives how many there are. */
export function findNext(view) {
  const all = hiddenIn(view.state.doc);
  const change = view.state.tr.setMeta(key, all.length > 0);
  const next = all.find(({ from }) => from >= view.state.selection.to) ?? all[0];
  if (next) change.setSelection(TextSelection.create(change.doc, next.from, next.to)).scrollIntoView();
  view.dispatch(change);
  return all.length;
}

/** Takes all of them out. */
export function removeAll(view) {
  const change = view.state.tr.setMeta(key, false);
  for (const { from, to } of hiddenIn(view.state.doc).reverse()) change.delete(from, to);
  view.dispatch(change);
}
