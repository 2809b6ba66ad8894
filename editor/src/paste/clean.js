// What comes from Word, Google Docs, LibreOffice or a page of the web, made into the subset.
//
// A block is an element with children; what stands inside a line is gathered as pieces, each a text with
// the marks around it, so that a block inside a mark (Google wraps whole pages in one) loses neither.

import { linkTo } from "../addresses.js";
import { element, print, read, textOf } from "../read.js";
import { cardOf } from "./embeds.js";
import { joined } from "./lines.js";
import { listsOf, wordListLine } from "./lists.js";
import { isMark, takeNotes, wordsOf } from "./notes.js";
import { marksOf, styleOf } from "./style.js";
import { tableOf } from "./table.js";

const dropped = new Set(["script", "style", "meta", "link", "title", "head", "xml", "svg", "math", "object", "noscript", "template", "button", "input", "select", "textarea", "nav", "audio", "video", "canvas", "map", "colgroup", "col", "o:p", "v:shape", "w:sdt-pr", "datalist", "progress", "dialog"]);
const lines = { p: "p", h1: "h2", h2: "h2", h3: "h3", h4: "h3", h5: "h3", h6: "h3", dt: "p", dd: "p", caption: "p", figcaption: "p", summary: "p", legend: "p", address: "p" };
const wrappers = new Set(["#root", "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "center", "figure", "form", "fieldset", "details", "dl", "hgroup"]);

/** Cleaned: { html, pictures } with how many pictures were left out. */
export function clean(html) {
  const { tree, pictures } = cleanTree(html);
  return { html: print(tree), pictures };
}

/** The same as a tree. */
export function cleanTree(html) {
  const root = read(fragmentOf(html));
  const isWord = /class="?Mso|urn:schemas-microsoft-com:office|mso-/.test(html);
  const found = { pictures: 0, isWord, notes: takeNotes(root) };
  const blocks = listsOf(inside(root, [], found));
  return { tree: element("#root", {}, blocks), pictures: found.pictures };
}

/** What was copied, where the clipboard says: Windows puts a whole page around it. */
function fragmentOf(html) {
  const marked = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html);
  return marked ? marked[1] : html;
}

/** The blocks that the children of a node make, under some marks. */
function inside(node, marks, found) {
  const blocks = [];
  let pieces = [];
  const flush = (tag = "p") => {
    for (const line of joined(pieces)) blocks.push(element(tag, {}, line));
    pieces = [];
  };
  const walk = (child, around) => {
    if (typeof child === "string") return pieces.push({ text: child, marks: around });
    if (dropped.has(child.tag) || isUnseen(child, found)) return undefined;
    if (child.tag === "br") return isPlaceholder(child) || pieces.push({ isBreak: true });
    if (child.tag === "img" || child.tag === "v:imagedata") return (found.pictures += isSpacer(child) ? 0 : 1);
    if (child.tag === "x-note") return pieces.push({ note: wordsOf(child), marks: [] });
    if (isMark(child, found.notes)) return pieces.push({ note: found.notes.get(child.noteName), marks: [] });
    const own = blockOf(child, around, found);
    if (own) {
      flush();
      return blocks.push(...own);
    }
    const inner = marksOf(child, around);
    return child.children.forEach((next) => walk(next, inner));
  };
  node.children.forEach((child) => walk(child, marks));
  flush();
  return blocks;
}

/** The blocks that an element is; undefined for one that stands inside a line. */
function blockOf(node, marks, found) {
  const { tag } = node;
  const card = cardOf(node);
  if (card) return card;
  if (tag === "hr") return found.isWord ? [] : [element("hr")];
  if (tag === "table") return tableOf(node, (part) => inside(part, marks, found));
  if (tag === "ul" || tag === "ol") return [listOf(node, marks, found)].filter(({ children }) => children.length > 0);
  if (tag === "li") return inside(node, marks, found);
  if (tag === "blockquote") return quoteOf(inside(node, marks, found));
  if (tag === "pre") return textOf(node).trim() === "" ? [] : [element("pre", {}, [textOf(node).replace(/^\n|\s+$/g, "")])];
  if (tag === "iframe" || tag === "embed") return frameOf(node);
  if (lines[tag]) return lineOf(node, marks, found);
  return wrappers.has(tag) ? inside(node, marks, found) : undefined;
}

function lineOf(node, marks, found) {
  const item = found.isWord && wordListLine(node);
  if (item) return inside(item.node, marks, found).map((block) => ({ ...block, listLine: item }));
  const tag = titleOf(node) ?? lines[node.tag];
  const style = styleOf(node);
  const own = tag === "p" && /^(italic|oblique)/.test(style["font-style"] ?? "") ? [...marks, "em"] : marks;
  // A heading is bold as it is.
  const kept = tag === "p" ? own : own.filter((mark) => mark !== "strong");
  const blocks = inside(node, kept, found);
  return blocks.map((block) => (block.tag === "p" && tag !== "p" ? element(tag, {}, withoutBold(block.children)) : block));
}

const withoutBold = (children) => children.flatMap((child) => (child.tag === "strong" ? child.children : [child]));

/** A paragraph that only its class or name calls a heading. */
function titleOf(node) {
  const name = node.attributes.class ?? "";
  if (/^Mso(Title|Heading1)$|^(title|heading-?1)$/i.test(name)) return "h2";
  if (/^MsoSubtitle$|^subtitle$/i.test(name)) return "h3";
  if (node.attributes.role === "heading") return Number(node.attributes["aria-level"] ?? 2) > 2 ? "h3" : "h2";
  return undefined;
}

function listOf(node, marks, found) {
  const start = Number(node.attributes.start ?? 1);
  const list = element(node.tag, node.tag === "ol" && start > 1 && start < 1000 ? { start: String(start) } : {});
  for (const child of node.children) {
    if (typeof child === "string") continue;
    const blocks = child.tag === "li" ? itemOf(child, marks, found) : inside(element("#root", {}, [child]), marks, found);
    if (blocks.length === 0) continue;
    // A list directly in a list belongs to the item before it, as Google and old pages write it.
    const isInner = child.tag === "ul" || child.tag === "ol";
    if (isInner && list.children.length > 0) list.children.at(-1).children.push(...blocks);
    else list.children.push(element("li", {}, isInner ? [element("p"), ...blocks] : blocks));
  }
  return list;
}

function itemOf(node, marks, found) {
  const blocks = inside(node, marks, found).map((block) => (block.tag === "h2" || block.tag === "h3" ? element("p", {}, block.children) : block));
  return blocks.length > 0 && blocks[0].tag !== "p" ? [element("p"), ...blocks] : blocks;
}

const quoteOf = (blocks) => (blocks.length > 0 ? [element("blockquote", {}, listsOf(blocks))] : []);

/** What is played from elsewhere is a link. */
function frameOf(node) {
  const address = linkTo(node.attributes.src ?? "");
  const name = (node.attributes.title ?? "").trim();
  return address && !address.startsWith("/") ? [element("p", {}, [element("a", { href: address }, [name || address])])] : [];
}

/** What Word hides, deletes or comments on, and what a page does not show. */
function isUnseen(node, { isWord }) {
  const style = styleOf(node);
  const name = node.attributes.class ?? "";
  if (style.display === "none" || style.visibility === "hidden" || style["mso-hide"] === "all") return true;
  if (node.attributes["aria-hidden"] === "true" && !isWord) return true;
  if (/comment-list|comment-reference/.test(style["mso-element"] ?? "") || style["mso-special-character"] === "comment") return true;
  if (/Mso(Comment(Reference|Text|Subject)|PageNumber)/.test(name)) return true;
  return isWord && (node.tag === "del" || /\bmsoDel\b/.test(name));
}

const isPlaceholder = (node) => /Apple-interchange-newline/.test(node.attributes.class ?? "");

/** A picture of one pixel tells somebody that a mail was read, and shows nothing. */
const isSpacer = (node) => ["0", "1"].includes(node.attributes.width) || ["0", "1"].includes(node.attributes.height);

