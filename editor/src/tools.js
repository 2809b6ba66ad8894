// The toolbar's buttons, group by group: what each does, when it is on, which keys do the same.

import { redo, undo } from "prosemirror-history";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, mergeCells, splitCell, toggleHeaderColumn, toggleHeaderRow } from "prosemirror-tables";

import { around, block, clear, hasMark, insertBlock, isBlock, list, mark, quote } from "./commands.js";
import { saidDirection, setDirection } from "./direction.js";
import { openLibrary } from "./library.js";
import { askAbbreviation, askCard, askLink, askNote, askSource, askTable } from "./questions.js";
import { schema } from "./schema.js";

const marking = (name, more = {}) => ({ name, command: mark(name), isOn: (state) => hasMark(state, name), ...more });
const directing = (dir, keys) => ({ name: dir ?? "auto", icon: dir ?? "auto", command: setDirection(dir), isOn: (state) => saidDirection(state) === (dir ?? "auto"), keys });
const heading = (level, keys) => ({
  name: `h${level}`, isWord: true, keys,
  command: (state, dispatch) => (isBlock(state, "heading", { level }) ? block("paragraph") : block("heading", { level }))(state, dispatch),
  isOn: (state) => isBlock(state, "heading", { level }),
});
const asking = (name, does, more = {}) => ({ name, icon: name, run: does, ...more });

/** The rows of the toolbar: the first always shows, `more` when it is asked for, `table` inside a table. */
export const rows = {
  main: [
    [{ name: "undo", icon: "undo", turns: true, command: undo, keys: "Mod-z" }, { name: "redo", icon: "redo", turns: true, command: redo, keys: "Mod-y" }],
    [
      { name: "text", isWord: true, command: block("paragraph"), isOn: (state) => isBlock(state, "paragraph"), keys: "Mod-Alt-0" },
      heading(2, "Mod-Alt-2"), heading(3, "Mod-Alt-3"),
    ],
    [marking("strong", { isWord: true, look: "tool--strong", keys: "Mod-b" }), marking("em", { isWord: true, look: "tool--em", keys: "Mod-i" }), asking("link", askLink, { isOn: (state) => hasMark(state, "link"), keys: "Mod-k" })],
    [
      { name: "quote", icon: "quote", turns: true, command: quote, isOn: (state) => Boolean(around(state, "quote")), keys: "Mod-Shift-9" },
      { name: "bullets", icon: "bullets", turns: true, command: list("bullet_list"), isOn: (state) => Boolean(around(state, "bullet_list")), keys: "Mod-Shift-8" },
      { name: "numbers", icon: "numbers", turns: true, command: list("ordered_list"), isOn: (state) => Boolean(around(state, "ordered_list")), keys: "Mod-Shift-7" },
    ],
    [directing(null, "Mod-Alt-a"), directing("rtl", "Mod-Alt-r"), directing("ltr", "Mod-Alt-l")],
    [
      asking("picture", openLibrary), asking("table", askTable, { isOn: (state) => Boolean(around(state, "table")) }),
      asking("note", (view) => askNote(view), { keys: "Mod-Alt-f" }), asking("card", (view) => askCard(view)),
    ],
    [{ name: "more", icon: "more", opens: "more" }, { name: "marks", icon: "marks", finds: true }, { name: "help", icon: "help", helps: true, keys: "Alt-F1" }],
  ],
  more: [
    [marking("s", { icon: "strike" }), marking("mark", { icon: "highlight" }), marking("sup", { icon: "sup" }), marking("sub", { icon: "sub" }), marking("code", { icon: "code" })],
    [marking("small", { isWord: true }), marking("q", { isWord: true }), marking("cite", { isWord: true }), marking("bdi", { isWord: true }), { name: "abbr", isWord: true, run: askAbbreviation, isOn: (state) => hasMark(state, "abbr") }],
    [
      { name: "quote-source", isWord: true, run: askSource, can: (state) => Boolean(around(state, "quote")) },
      { name: "pre", isWord: true, command: (state, dispatch) => block(isBlock(state, "preformatted") ? "paragraph" : "preformatted")(state, dispatch), isOn: (state) => isBlock(state, "preformatted") },
      { name: "rule", icon: "rule", run: (view) => insertBlock(view, schema.nodes.rule.create()) },
      { name: "clear", icon: "clear", command: clear, keys: "Mod-\\" },
    ],
  ],
  table: [
    [{ name: "row-add", isWord: true, command: addRowAfter }, { name: "row-remove", isWord: true, command: deleteRow }],
    [{ name: "column-add", isWord: true, command: addColumnAfter }, { name: "column-remove", isWord: true, command: deleteColumn }],
    [{ name: "head-row", isWord: true, command: toggleHeaderRow }, { name: "head-column", isWord: true, command: toggleHeaderColumn }],
    [{ name: "merge", isWord: true, command: mergeCells }, { name: "split", isWord: true, command: splitCell }],
    [{ name: "table-caption", isWord: true, run: askTable }, { name: "table-remove", isWord: true, command: deleteTable }],
  ],
};

/** All buttons of all rows. */
export const allTools = Object.values(rows).flat(2);
