// What can be done to the text.

import { chainCommands, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { TextSelection } from "prosemirror-state";

import { schema } from "./schema.js";

const { nodes, marks } = schema;

/** Whether the selection has a mark: all of it, or what will be typed. */
export function hasMark(state, name) {
  const { from, to, empty, $from } = state.selection;
  const type = marks[name];
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

export const mark = (name) => toggleMark(marks[name]);

/** The nearest node around the selection of a type, as { node, at }. */
export function around(state, name) {
  const { $from, node } = state.selection;
  if (node?.type.name === name) return { node, at: $from.pos };
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return { node: $from.node(depth), at: $from.before(depth) };
  }
  return undefined;
}

/** Makes paragraphs of the selection's blocks, or headings; what they say of direction stays. */
export function block(name, attributes = {}) {
  return (state, dispatch) => {
    const { dir, lang } = state.selection.$from.parent.attrs;
    return setBlockType(nodes[name], { dir: dir ?? null, lang: lang ?? null, ...attributes })(state, dispatch);
  };
}

export const isBlock = (state, name, attributes = {}) =>
  state.selection.$from.parent.type.name === name && Object.entries(attributes).every(([key, value]) => state.selection.$from.parent.attrs[key] === value);

/** Puts the selection into a quotation, or takes it out. */
export function quote(state, dispatch) {
  return around(state, "quote") ? unquote(state, dispatch) : wrapIn(nodes.quote)(state, dispatch);
}

/** Takes the whole quotation apart; who said it becomes a paragraph. */
function unquote(state, dispatch) {
  const { node, at } = around(state, "quote");
  const inside = [];
  node.forEach((child) => inside.push(child.type.name === "attribution" ? nodes.paragraph.create(null, child.content) : child));
  const change = state.tr.replaceWith(at, at + node.nodeSize, inside);
  change.setSelection(TextSelection.near(change.doc.resolve(Math.max(at + 1, state.selection.from - 1))));
  dispatch?.(change.scrollIntoView());
  return true;
}

/** Makes a list of the selection, another kind of list of a list, or paragraphs of a list of this kind. */
export function list(name) {
  return (state, dispatch) => {
    const other = name === "bullet_list" ? "ordered_list" : "bullet_list";
    const [here, there] = [around(state, name), around(state, other)];
    const isInner = here && (!there || here.at > there.at);
    if (isInner) return chainCommands(liftListItem(nodes.list_item), lift)(state, dispatch);
    if (!there) return wrapInList(nodes[name])(state, dispatch);
    const { dir, lang } = there.node.attrs;
    dispatch?.(state.tr.setNodeMarkup(there.at, nodes[name], { dir, lang }));
    return true;
  };
}

/** Takes all marks off the selection. */
export function clear(state, dispatch) {
  const { from, to, empty } = state.selection;
  if (empty) return false;
  dispatch?.(state.tr.removeMark(from, to));
  return true;
}

/** Puts a block behind the one the selection is in, and the cursor into it. */
export function insertBlock(view, node, inside = 1) {
  const { $from, $to } = view.state.selection;
  const isEmpty = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.sameParent($to) && $from.depth === 1;
  const outer = $to.depth === 0 ? $to.pos : $to.after(1);
  const [from, to] = isEmpty ? [$from.before(1), $from.after(1)] : [outer, outer];
  const change = view.state.tr.replaceWith(from, to, node);
  // There is always a line to go on writing in.
  const after = from + node.nodeSize;
  if (!change.doc.nodeAt(after)?.isTextblock) change.insert(after, nodes.paragraph.create());
  change.setSelection(TextSelection.near(change.doc.resolve(node.isAtom ? after + 1 : from + inside)));
  view.dispatch(change.scrollIntoView());
  view.focus();
}
