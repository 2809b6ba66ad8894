// Tables: rows of cells that hold one line of text each. The caption is kept with the table, since the
// library's maps of a table know rows only.

import { ownDirection, present } from "./present.js";

const directed = { dir: { default: null }, lang: { default: null } };
const spans = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };

const cell = (tag, role) => ({
  content: "inline*",
  tableRole: role,
  isolating: true,
  attrs: { ...spans, ...directed },
  parseDOM: [{ tag, getAttrs: (dom) => ({ ...ownDirection(dom), colspan: span(dom, "colspan"), rowspan: span(dom, "rowspan") }) }],
  toDOM: ({ attrs }) => [tag, present({ dir: attrs.dir, lang: attrs.lang, colspan: wider(attrs.colspan), rowspan: wider(attrs.rowspan) }), 0],
});

export const tables = {
  table: {
    group: "block",
    content: "table_row+",
    tableRole: "table",
    isolating: true,
    attrs: { caption: { default: "" }, ...directed },
    parseDOM: [
      { tag: "figure", priority: 55, contentElement: "table", getAttrs: tableInFigure },
      { tag: "table", getAttrs: (dom) => ({ caption: captionOf(dom), ...ownDirection(dom) }) },
    ],
    toDOM: ({ attrs }) => ["table", present({ dir: attrs.dir, lang: attrs.lang, "data-caption": attrs.caption }), ["tbody", 0]],
  },
  table_row: {
    content: "(table_cell | table_header)*",
    tableRole: "row",
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
  table_cell: cell("td", "cell"),
  table_header: cell("th", "header_cell"),
};

function span(dom, name) {
  const count = Number(dom.getAttribute(name) ?? 1);
  return Number.isInteger(count) && count >= 1 && count <= 100 ? count : 1;
}

const wider = (count) => (count > 1 ? String(count) : null);

function captionOf(dom) {
  if (dom.dataset.caption) return dom.dataset.caption;
  const caption = dom.querySelector(":scope > caption");
  const text = caption?.textContent.trim() ?? "";
  caption?.remove();
  return text;
}

/** A figure around a table: its caption becomes the table's own. */
function tableInFigure(dom) {
  const table = dom.querySelector("table");
  if (!table || dom.querySelector("img")) return false;
  const caption = captionOf(table) || (dom.querySelector("figcaption")?.textContent.trim() ?? "");
  return { caption, ...ownDirection(table) };
}
