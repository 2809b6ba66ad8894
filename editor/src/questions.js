// The commands that first ask something.

import { TextSelection } from "prosemirror-state";

import { linkTo } from "./addresses.js";
import { around, insertBlock } from "./commands.js";
import { ask } from "./dialog.js";
import { hostOf, schema } from "./schema.js";
import { t } from "./sentences.js";

const { nodes, marks } = schema;
const addressField = (value, required = true) => ({
  name: "href", label: t("address"), type: "url", value, required,
  check: (typed) => (typed === "" || linkTo(typed) ? undefined : t("address-wrong")),
});

/** The stretch around the cursor that has a mark, as { from, to, mark }. */
function stretchOf(state, type) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) {
    let found;
    state.doc.nodesBetween(from, to, (node) => { found ??= type.isInSet(node.marks); });
    return { from, to, mark: found };
  }
  const mark = type.isInSet($from.marks());
  if (!mark) return { from, to };
  let [start, end] = [from, from];
  $from.parent.forEach((node, offset) => {
    const at = $from.start() + offset;
    if (mark.isInSet(node.marks) && at <= from && at + node.nodeSize >= from) [start, end] = [Math.min(start, at), at + node.nodeSize];
  });
  return { from: start, to: end, mark };
}

export async function askLink(view) {
  const { from, to, mark } = stretchOf(view.state, marks.link);
  const isEmpty = from === to;
  const fields = [...(isEmpty ? [{ name: "text", label: t("link-text"), required: true }] : []), addressField(mark?.attrs.href)];
  const answer = await ask({ title: t("link"), fields, remove: mark && t("link-remove") });
  if (!answer) return view.focus();
  const change = view.state.tr;
  const end = isEmpty && answer.text ? to + answer.text.length : to;
  if (isEmpty && answer.text) change.insertText(answer.text, from);
  change.removeMark(from, end, marks.link);
  if (answer !== "remove") change.addMark(from, end, marks.link.create({ href: linkTo(answer.href) }));
  change.setSelection(TextSelection.create(change.doc, end)).removeStoredMark(marks.link);
  view.dispatch(change.scrollIntoView());
  return view.focus();
}

export async function askAbbreviation(view) {
  const { from, to, mark } = stretchOf(view.state, marks.abbr);
  if (from === to) return view.focus();
  const fields = [{ name: "title", label: t("abbr-title"), value: mark?.attrs.title ?? "", required: true }];
  const answer = await ask({ title: t("abbr"), fields, remove: mark && t("remove") });
  if (!answer) return view.focus();
  const change = view.state.tr.removeMark(from, to, marks.abbr);
  if (answer !== "remove") change.addMark(from, to, marks.abbr.create({ title: answer.title }));
  view.dispatch(change);
  return view.focus();
}

/** Who said the quotation, and where it stands. */
export async function askSource(view) {
  const found = around(view.state, "quote");
  if (!found) return view.focus();
  const last = found.node.lastChild;
  const has = last?.type === nodes.attribution;
  const fields = [{ name: "who", label: t("quote-who"), value: has ? last.textContent : "" }, { ...addressField(found.node.attrs.cite ?? "", false), label: t("quote-where") }];
  const answer = await ask({ title: t("quote-source"), fields });
  if (!answer) return view.focus();
  const change = view.state.tr.setNodeMarkup(found.at, null, { ...found.node.attrs, cite: linkTo(answer.href) ?? null });
  const end = found.at + found.node.nodeSize - 1;
  const line = answer.who ? nodes.attribution.create(null, schema.text(answer.who)) : [];
  change.replaceWith(has ? end - last.nodeSize : end, end, line);
  view.dispatch(change);
  return view.focus();
}

export async function askTable(view) {
  const found = around(view.state, "table");
  const caption = { name: "caption", label: t("table-caption"), value: found?.node.attrs.caption ?? "" };
  if (found) {
    const answer = await ask({ title: t("table"), fields: [caption] });
    if (answer) view.dispatch(view.state.tr.setNodeAttribute(found.at, "caption", answer.caption));
    return view.focus();
  }
  const count = (name, label, value, most) => ({
    name, label, value, type: "number", required: true,
    check: (typed) => (Number(typed) >= 1 && Number(typed) <= most && Number.isInteger(Number(typed)) ? undefined : t("count-wrong", { most })),
  });
  const answer = await ask({ title: t("table"), fields: [caption, count("rows", t("table-rows"), "3", 100), count("columns", t("table-columns"), "3", 12)] });
  if (!answer) return view.focus();
  const row = (type) => nodes.table_row.create(null, Array.from({ length: Number(answer.columns) }, () => type.create()));
  const rows = Array.from({ length: Number(answer.rows) }, (_, index) => row(index === 0 ? nodes.table_header : nodes.table_cell));
  return insertBlock(view, nodes.table.create({ caption: answer.caption }, rows), 3);
}

/** A new note at the cursor, or the words of the one that is chosen. */
export async function askNote(view, at) {
  const chosen = at === undefined ? view.state.selection.node : view.state.doc.nodeAt(at);
  const note = chosen?.type === nodes.note ? chosen : undefined;
  const place = at ?? view.state.selection.from;
  const text = note ? note.textBetween(0, note.content.size, "", "\n") : "";
  const isPlain = !note || noMarks(note);
  const hint = isPlain ? t("note-hint") : t("note-marks-hint");
  const answer = await ask({ title: t("note"), fields: [{ name: "text", label: t("note-text"), type: "textarea", value: text, required: true, hint }], remove: note && t("remove") });
  if (!answer) return view.focus();
  const change = view.state.tr;
  if (answer === "remove") change.delete(place, place + note.nodeSize);
  else if (note) {
    if (answer.text !== text) change.replaceWith(place, place + note.nodeSize, nodes.note.create(null, linked(answer.text)));
  } else {
    change.replaceSelectionWith(nodes.note.create(null, linked(answer.text)), false);
  }
  view.dispatch(change);
  return view.focus();
}

const noMarks = (note) => {
  let none = true;
  note.forEach((child) => { none &&= child.marks.length === 0; });
  return none;
};

/** Text whose addresses are links and whose line ends stay. */
function linked(text) {
  return text.split("\n").flatMap((line, index) => {
    const pieces = line.split(/(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]،؛؟])/).filter(Boolean).map((piece) =>
      schema.text(piece, /^https?:/.test(piece) && linkTo(piece) ? [marks.link.create({ href: linkTo(piece) })] : []));
    return index === 0 ? pieces : [nodes.hard_break.create(), ...pieces];
  });
}

/** A new card, or what the one at `at` says. */
export async function askCard(view, at) {
  const card = at === undefined ? undefined : view.state.doc.nodeAt(at);
  const { href = "", title = "", text = "", source = "" } = card?.attrs ?? {};
  const fields = [
    addressField(href),
    { name: "title", label: t("card-title"), value: title, required: true },
    { name: "text", label: t("card-text"), value: text, type: "textarea", hint: t("card-text-hint") },
    { name: "source", label: t("card-source"), value: source, hint: t("card-source-hint") },
  ];
  const answer = await ask({ title: t("card"), intro: t("card-intro"), fields, remove: card && t("remove") });
  if (!answer) return view.focus();
  if (answer === "remove") {
    view.dispatch(view.state.tr.delete(at, at + card.nodeSize));
    return view.focus();
  }
  const address = linkTo(answer.href);
  const attributes = { ...answer, href: address, source: answer.source || hostOf(address) };
  if (card) {
    view.dispatch(view.state.tr.setNodeMarkup(at, null, attributes));
    return view.focus();
  }
  return insertBlock(view, nodes.card.create(attributes));
}

/** What a picture shows, for those who do not see it, and who made it. */
export async function askPicture(view, at) {
  const picture = view.state.doc.nodeAt(at);
  const fields = [
    { name: "alt", label: t("picture-alt"), value: picture.attrs.alt, type: "textarea", required: true, hint: t("picture-alt-hint") },
    { name: "credit", label: t("picture-credit"), value: picture.attrs.credit },
  ];
  const answer = await ask({ title: t("picture"), fields, remove: t("picture-remove") });
  if (answer === "remove") view.dispatch(view.state.tr.delete(at, at + picture.nodeSize));
  else if (answer) view.dispatch(view.state.tr.setNodeMarkup(at, null, { ...picture.attrs, ...answer }));
  return view.focus();
}

