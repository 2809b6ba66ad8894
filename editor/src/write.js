// The document as HTML of the subset, and back.

import { DOMParser, DOMSerializer } from "prosemirror-model";

import { directionOf, firstLetter } from "./direction.js";
import { build, inert } from "./dom.js";
import { atTheirMarks, underTheText } from "./notes.js";
import { read } from "./read.js";
import { schema } from "./schema.js";

const wayBack = { ar: "العودة إلى النص", en: "Back to the text" };
const directed = "p, h2, h3, pre, ul, ol, li, blockquote, figcaption, table, td, th";

/** The document of kept HTML, with a line to go on writing in after a table or a picture. */
export function parse(html) {
  const owner = inert();
  const body = owner.createElement("div");
  body.append(build(atTheirMarks(read(html)), owner));
  const doc = DOMParser.fromSchema(schema).parse(body);
  const { paragraph } = schema.nodes;
  return doc.lastChild?.isTextblock ? doc : doc.copy(doc.content.addToEnd(paragraph.create()));
}

/** The HTML that is kept of a document in a language; nothing for one without a word. */
export function write(doc, lang) {
  const owner = inert();
  const body = owner.createElement("div");
  DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: owner }, body);
  for (const figure of body.querySelectorAll("figure[data-credit]")) putCredit(figure);
  for (const table of body.querySelectorAll("table")) settleTable(table);
  for (const item of body.querySelectorAll("li")) settleItem(item);
  sayDirections(body, lang === "ar" ? "rtl" : "ltr");
  underTheText(body, wayBack[lang] ?? wayBack.en);
  for (const empty of body.querySelectorAll("p:empty, h2:empty, h3:empty, figcaption:empty")) empty.remove();
  return [...body.children].map((block) => block.outerHTML).join("\n");
}

function putCredit(figure) {
  const owner = figure.ownerDocument;
  const small = owner.createElement("small");
  small.append(figure.dataset.credit);
  const caption = figure.querySelector("figcaption");
  if (caption.textContent) caption.append(" ");
  caption.append(small);
  delete figure.dataset.credit;
}

/** The caption into its place, heads of columns and rows told apart. */
function settleTable(table) {
  const owner = table.ownerDocument;
  const rows = [...table.querySelectorAll("tr")];
  for (const [index, row] of rows.entries()) {
    const isHead = index === 0 && [...row.children].every((cell) => cell.nodeName === "TH");
    for (const cell of row.querySelectorAll("th")) cell.setAttribute("scope", isHead ? "col" : "row");
    if (isHead && rows.length > 1) {
      const head = owner.createElement("thead");
      head.append(row);
      table.prepend(head);
    }
  }
  if (!table.dataset.caption) return;
  const caption = owner.createElement("caption");
  caption.append(table.dataset.caption);
  delete table.dataset.caption;
  table.prepend(caption);
}

/** An item of one paragraph is that paragraph's text. */
function settleItem(item) {
  const only = item.firstElementChild;
  const isLine = only?.nodeName === "P" && [...item.children].slice(1).every((child) => /^[UO]L$/.test(child.nodeName));
  if (!isLine) return;
  for (const name of ["dir", "lang"]) if (only.hasAttribute(name)) item.setAttribute(name, only.getAttribute(name));
  only.replaceWith(...only.childNodes);
}

/** Blocks that run against what stands around them say so. */
function sayDirections(within, around) {
  for (const child of within.children) {
    let own = around;
    if (child.matches(directed)) {
      const text = child.textContent;
      own = child.getAttribute("dir") ?? directionOf(text, around);
      if (own !== around && !child.hasAttribute("dir")) child.setAttribute("dir", firstLetter(text) === own ? "auto" : own);
    }
    sayDirections(child, own);
  }
}
