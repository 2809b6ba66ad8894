// Tables: those that hold figures stay, those that only lay a page out go.

import { element } from "../read.js";

/** The blocks of a table; `inside` gives the blocks of a cell. */
export function tableOf(node, inside) {
  const rows = rowsOf(node);
  const isLayout = rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;
  const hasTable = rows.flat().some((cell) => has(cell, "table"));
  if (isLayout || hasTable || node.attributes.role === "presentation") return rows.flat().flatMap(inside);
  const kept = rows.map((row) => row.map((cell) => cellOf(cell, inside))).filter((row) => row.length > 0);
  const caption = node.children.find((child) => child.tag === "caption");
  const words = caption ? lineOf(inside(caption)) : [];
  const table = element("table", {}, [
    ...(words.length > 0 ? [element("caption", {}, words)] : []),
    element("tbody", {}, kept.map((row) => element("tr", {}, row))),
  ]);
  return [table];
}

/** The cells of each row, whatever stands between the table and them. */
function rowsOf(node) {
  return node.children.flatMap((child) => {
    if (["thead", "tbody", "tfoot"].includes(child.tag)) return rowsOf(child);
    return child.tag === "tr" ? [child.children.filter((cell) => cell.tag === "td" || cell.tag === "th")] : [];
  });
}

function cellOf(cell, inside) {
  const attributes = {};
  for (const name of ["colspan", "rowspan"]) {
    const count = Number(cell.attributes[name] ?? 1);
    if (Number.isInteger(count) && count > 1 && count <= 100) attributes[name] = String(count);
  }
  return element(cell.tag, attributes, lineOf(inside(cell)));
}

/** Blocks as one line with line ends between them. */
function lineOf(blocks) {
  return blocks.flatMap((block) => (block.tag === "ul" || block.tag === "ol" ? block.children.flatMap((item) => item.children) : [block]))
    .flatMap((block, index) => (index === 0 ? block.children : [element("br"), ...block.children]));
}

const has = (node, tag) => typeof node !== "string" && node.children.some((child) => child.tag === tag || has(child, tag));
