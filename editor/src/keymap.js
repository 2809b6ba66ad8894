// The keys of the text, and what typing makes of itself.

import { baseKeymap, chainCommands, exitCode, splitBlockAs } from "prosemirror-commands";
import { redo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule, InputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { goToNextCell } from "prosemirror-tables";

import { around } from "./commands.js";
import { setDirection } from "./direction.js";
import { showHelp } from "./help.js";
import { schema } from "./schema.js";
import { allTools } from "./tools.js";

const { nodes } = schema;

const lineEnd = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** In a cell and a caption Enter begins a new line: they hold no paragraphs. */
const enterInLine = (state, dispatch) =>
  ["table_cell", "table_header", "picture"].includes(state.selection.$from.parent.type.name) && lineEnd(state, dispatch);

/** Enter behind who said it, or on the empty last line before that, leaves the quotation. */
const enterAfterQuote = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const found = around(state, "quote");
  if (!found || !empty) return false;
  const isSource = $from.parent.type === nodes.attribution;
  const next = $from.node(-1)?.maybeChild($from.indexAfter(-1));
  const isLastLine = $from.node(-1) === found.node && $from.parent.content.size === 0 && next?.type === nodes.attribution && found.node.childCount > 2;
  if (!isSource && !isLastLine) return false;
  const change = state.tr;
  if (isLastLine) change.delete($from.before(), $from.after());
  const end = change.mapping.map(found.at + found.node.nodeSize);
  change.insert(end, nodes.paragraph.create());
  change.setSelection(state.selection.constructor.near(change.doc.resolve(end + 1)));
  dispatch?.(change.scrollIntoView());
  return true;
};

/** In a quotation a line follows a line; left to itself the split would make a second source. */
const enterInQuote = (state, dispatch) => {
  const { $from } = state.selection;
  const isLine = $from.node(-1)?.type === nodes.quote && $from.parent.type === nodes.paragraph && $from.parent.content.size > 0;
  return isLine && splitBlockAs(() => ({ type: nodes.paragraph }))(state, dispatch);
};

export function keys({ focusToolbar, save }) {
  const ofTools = Object.fromEntries(allTools.filter((tool) => tool.keys && (tool.command || tool.run)).map((tool) => [
    tool.keys, tool.command ?? ((_state, _dispatch, view) => { tool.run(view); return true; })]));
  return [
    keymap({
      ...ofTools,
      "Mod-Shift-z": redo,
      "Alt-F1": () => { showHelp(); return true; },
      "Alt-F10": () => { focusToolbar(); return true; },
      "Mod-s": () => { save(); return true; },
      Enter: chainCommands(enterInLine, enterAfterQuote, enterInQuote, splitListItem(nodes.list_item)),
      "Shift-Enter": chainCommands(exitCode, lineEnd),
      // Tab leaves the text, as it does every field, unless it has work in a list or a table.
      Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
      "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
    }),
    keymap(baseKeymap),
  ];
}

/** Windows' own keys for direction, Ctrl with the Shift of a side, as browsers tell them. */
export function ownDirectionKeys(view, event) {
  if (event.inputType !== "formatSetBlockTextDirection") return false;
  event.preventDefault();
  return setDirection(event.data === "rtl" ? "rtl" : "ltr")(view.state, view.dispatch);
}

const numeral = (text) => Number(text.replace(/[٠-٩]/g, (digit) => digit.codePointAt(0) - 0x660).replace(/[۰-۹]/g, (digit) => digit.codePointAt(0) - 0x6f0));

/** `- `, `1. ` in either digits, `## `, `> ` at the start of a line, and three dashes. */
export const typing = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
    wrappingInputRule(/^\s*([\d٠-٩۰-۹]{1,3})[.)\-]\s$/, nodes.ordered_list, (match) => ({ start: numeral(match[1]) })),
    wrappingInputRule(/^\s*>\s$/, nodes.quote),
    textblockTypeInputRule(/^(#{2,3})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
    new InputRule(/^---$/, (state, _match, start) => {
      const $start = state.doc.resolve(start);
      if ($start.depth !== 1) return null;
      return state.tr.replaceWith($start.before(), $start.after(), [nodes.rule.create(), nodes.paragraph.create()]);
    }),
  ],
});
