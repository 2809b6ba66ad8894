// Word copies a list as paragraphs that look like one: `mso-list:l0 level2 lfo1`, and a sign in a span
// of its own.

import { element, find, textOf } from "../read.js";
import { styleOf } from "./style.js";

const isSign = (node) => styleOf(node)["mso-list"] === "ignore";
const ordered = /^\(?(?:[\d٠-٩۰-۹]{1,3}|[a-z]{1,4}|[ivxlc]+|[\u0621-\u064a]{1,2})[.)\-ـ]/i;

/** A paragraph that is a line of a list: { node, level, isOrdered, start } with the node without its sign. */
export function wordListLine(node) {
  const level = /level(\d)/.exec(styleOf(node)["mso-list"] ?? "")?.[1];
  if (!level) return undefined;
  const sign = find(node, isSign);
  const text = sign ? textOf(sign).trim() : "";
  const start = Number(text.replace(/[^\d٠-٩]/g, "").replace(/[٠-٩]/g, (digit) => digit.codePointAt(0) - 0x660));
  return { node: without(node, sign), level: Number(level), isOrdered: ordered.test(text), start: start || 1 };
}

function without(node, gone) {
  const children = node.children.filter((child) => child !== gone).map((child) => (typeof child === "string" ? child : without(child, gone)));
  return { ...node, children };
}

/** Blocks with the lines of lists put into lists, each level in the item above it. */
export function listsOf(blocks) {
  const done = [];
  let open = [];
  for (const block of blocks) {
    const line = block.listLine;
    if (!line) {
      open = [];
      done.push(block);
      continue;
    }
    const { listLine, ...own } = block;
    const isSecondBlock = open.at(-1)?.node === line.node;
    if (isSecondBlock) {
      open.at(-1).list.children.at(-1).children.push(own);
      continue;
    }
    while (open.length > 0 && open.at(-1).level > line.level) open.pop();
    if (open.at(-1)?.level !== line.level) openList(open, done, line);
    open.at(-1).list.children.push(element("li", {}, [own]));
    open.at(-1).node = line.node;
  }
  return done;
}

function openList(open, done, { level, isOrdered, start }) {
  const list = element(isOrdered ? "ol" : "ul", isOrdered && start > 1 ? { start: String(start) } : {});
  const place = open.at(-1)?.list.children.at(-1)?.children ?? done;
  place.push(list);
  open.push({ level, list });
}
