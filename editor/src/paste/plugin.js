// Taking in what is pasted or dropped. The library's own way hands text to the page's parser, which the
// content policy forbids; ours reads it by itself.

import { DOMParser, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { dropPoint } from "prosemirror-transform";

import { build, inert } from "../dom.js";
import { find, read } from "../read.js";
import { schema } from "../schema.js";
import { counted } from "../sentences.js";
import { cleanTree } from "./clean.js";
import { plainTree } from "./plain.js";

/** `say` tells what was left out. */
export function pasting(say) {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => paste(view, event, say),
        drop: (view, event) => drop(view, event, say),
      },
    },
  });
}

function paste(view, event, say) {
  const data = event.clipboardData;
  if (!data || isButton(event)) return false;
  event.preventDefault();
  const slice = sliceOf(view, data, say);
  if (slice) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  return true;
}

function drop(view, event, say) {
  const data = event.dataTransfer;
  // What is moved inside the text stays the library's affair: it parses nothing.
  if (!data || view.dragging) return false;
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  event.preventDefault();
  const slice = place && sliceOf(view, data, say);
  if (!slice) return true;
  const at = dropPoint(view.state.doc, place.pos, slice) ?? place.pos;
  view.dispatch(view.state.tr.replaceRange(at, at, slice).setMeta("uiEvent", "drop"));
  view.focus();
  return true;
}

/** What the clipboard holds, as it fits where the cursor is; undefined when nothing is left of it. */
export function sliceOf(view, data, say) {
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  const files = [...(data.files ?? [])].some((file) => file.type.startsWith("image/"));
  const { $from } = view.state.selection;
  if ($from.parent.type.spec.code && text) return new Slice(schema.node("paragraph", null, schema.text(text)).content, 0, 0);
  const own = html === "" ? undefined : find(read(html), (node) => node.attributes["data-pm-slice"] !== undefined);
  // What was copied here is of the subset; of anything that only says so, no other element is made.
  const taken = own ? { tree: read(html), pictures: 0 } : html ? cleanTree(html) : { tree: plainTree(text), pictures: 0 };
  const { tree, pictures } = taken;
  const left = pictures > 0 ? pictures : files && tree.children.length === 0 ? 1 : 0;
  if (left > 0) say(counted("pictures-refused", left), "note");
  if (tree.children.length === 0) return undefined;
  const owner = inert();
  const body = owner.createElement("div");
  body.append(build(tree, owner));
  const parsed = DOMParser.fromSchema(schema).parseSlice(body, { context: $from });
  return fitting(parsed, own);
}

/** Open at its ends, so that one line goes into the line it is pasted into; tables stay whole. */
function fitting(parsed, own) {
  const most = Slice.maxOpen(parsed.content, true);
  const [, start, end] = /^(\d+) (\d+)/.exec(own?.attributes["data-pm-slice"] ?? "") ?? [];
  const open = (side, child, limit) => {
    let depth = 0;
    for (let node = parsed.content[child]; depth < limit && node && !node.type.spec.isolating && !node.isAtom; node = node[child]) depth += 1;
    return side === undefined ? depth : Math.min(depth, Number(side));
  };
  const isOneLine = parsed.content.childCount === 1 && parsed.content.firstChild.type.name === "paragraph";
  if (isOneLine || start !== undefined) return new Slice(parsed.content, open(start, "firstChild", most.openStart), open(end, "lastChild", most.openEnd));
  // Several blocks: the first and last join the line only if they are plain paragraphs.
  const joins = (node) => (node?.type.name === "paragraph" ? 1 : 0);
  return new Slice(parsed.content, joins(parsed.content.firstChild), joins(parsed.content.lastChild));
}

const isButton = (event) => event.target.closest?.("button, input, textarea") !== null && event.target.closest?.("button, input, textarea") !== undefined;

