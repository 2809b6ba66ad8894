// What a text may hold: exactly the subset of HTML that the newsroom keeps (docs/editors/body.md).

import { Schema } from "prosemirror-model";

import { isOurs, isSafe } from "./addresses.js";
import { marks } from "./marks.js";
import { ownDirection, present } from "./present.js";
import { tables } from "./tables.js";

const directed = { dir: { default: null }, lang: { default: null } };

const said = (node) => present({ dir: node.attrs.dir, lang: node.attrs.lang });

const heading = (level) => ({ tag: `h${level}`, getAttrs: (dom) => ({ level, ...ownDirection(dom) }) });

const list = (tag, more) => ({
  group: "block",
  content: "list_item+",
  attrs: { ...directed, ...more },
  parseDOM: [{ tag, getAttrs: (dom) => ({ ...ownDirection(dom), ...(more && { start: dom.start ?? 1 }) }) }],
  toDOM: (node) => [tag, { ...said(node), ...present({ start: node.attrs.start > 1 ? node.attrs.start : null }) }, 0],
});

const nodes = {
  doc: { content: "block+" },
  paragraph: {
    group: "block",
    content: "inline*",
    attrs: directed,
    parseDOM: [{ tag: "p", getAttrs: ownDirection }],
    toDOM: (node) => ["p", said(node), 0],
  },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { level: { default: 2 }, ...directed },
    parseDOM: [heading(2), heading(3)],
    toDOM: (node) => [`h${node.attrs.level}`, said(node), 0],
  },
  quote: {
    group: "block",
    content: "block+ attribution?",
    defining: true,
    attrs: { cite: { default: null }, ...directed },
    parseDOM: [{ tag: "blockquote", getAttrs: (dom) => ({ cite: dom.getAttribute("cite"), ...ownDirection(dom) }) }],
    toDOM: (node) => ["blockquote", { ...said(node), ...present({ cite: node.attrs.cite }) }, 0],
  },
  // Who said a quotation: its last line, `<p><cite>…</cite></p>`.
  attribution: {
    content: "text*",
    marks: "link",
    defining: true,
    attrs: directed,
    parseDOM: [{
      tag: "blockquote > p",
      priority: 60,
      contentElement: (dom) => dom.firstElementChild,
      getAttrs: (dom) => isAttribution(dom) && ownDirection(dom),
    }],
    toDOM: (node) => ["p", said(node), ["cite", 0]],
  },
  bullet_list: list("ul"),
  ordered_list: list("ol", { start: { default: 1 } }),
  list_item: {
    content: "paragraph block*",
    defining: true,
    attrs: directed,
    parseDOM: [{ tag: "li", getAttrs: ownDirection }],
    toDOM: (node) => ["li", said(node), 0],
  },
  preformatted: {
    group: "block",
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    attrs: directed,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full", getAttrs: ownDirection }],
    toDOM: (node) => ["pre", said(node), 0],
  },
  rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
  picture: {
    group: "block",
    content: "inline*",
    isolating: true,
    attrs: { src: {}, srcset: { default: null }, width: { default: null }, height: { default: null }, alt: { default: "" }, credit: { default: "" }, ...directed },
    parseDOM: [{
      tag: "figure",
      priority: 60,
      contentElement: (dom) => dom.querySelector("figcaption") ?? dom.ownerDocument.createElement("figcaption"),
      getAttrs: pictureIn,
    }],
    toDOM: (node) => {
      const { src, srcset, width, height, alt, credit } = node.attrs;
      const img = ["img", { ...present({ src, srcset, width, height }), alt }];
      // The credit is put behind the caption when the text is written out; on the desk it has a place of its own.
      return ["figure", present({ "data-credit": credit }), img, ["figcaption", said(node), 0]];
    },
  },
  card: {
    group: "block",
    atom: true,
    draggable: true,
    attrs: { href: {}, title: { default: "" }, text: { default: "" }, source: { default: "" } },
    parseDOM: [{ tag: "figure.card", priority: 70, getAttrs: cardIn }],
    toDOM: ({ attrs }) => {
      const words = attrs.text.split("\n").filter(Boolean).map((line) => ["p", line]);
      const quote = words.length > 0 ? [["blockquote", ...words]] : [];
      return ["figure", { class: "card" }, ["p", ["a", { href: attrs.href }, attrs.title || attrs.href]], ...quote, ["figcaption", attrs.source || hostOf(attrs.href)]];
    },
  },
  ...tables,
  text: { group: "inline" },
  hard_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  // A note stands where its mark is; its words are shown under the text when it is written out.
  note: {
    group: "inline",
    inline: true,
    atom: true,
    content: "(text | hard_break)*",
    parseDOM: [{ tag: "x-note" }],
    toDOM: () => ["x-note", 0],
  },
};

export const schema = new Schema({ nodes, marks });

/** The site of an address, for a card without a source. */
export function hostOf(href) {
  try {
    return new URL(href).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}

function isAttribution(dom) {
  const [only, more] = [...dom.childNodes].filter((child) => child.nodeType === 1 || child.textContent.trim() !== "");
  return more === undefined && only?.nodeName === "CITE" && dom.parentNode.lastElementChild === dom;
}

function pictureIn(dom) {
  const img = dom.querySelector("img");
  if (!isOurs(img?.getAttribute("src")) || dom.classList.contains("card")) return false;
  const caption = dom.querySelector("figcaption");
  const [src, srcset, width, height] = ["src", "srcset", "width", "height"].map((name) => img.getAttribute(name));
  const credit = caption?.querySelector("small:last-child");
  const attributes = { src, srcset, width, height, alt: img.getAttribute("alt") ?? "", credit: credit?.textContent ?? dom.dataset.credit ?? "" };
  credit?.remove();
  return { ...attributes, ...(caption ? ownDirection(caption) : {}) };
}

function cardIn(dom) {
  const link = dom.querySelector("a[href]");
  if (!isSafe(link?.getAttribute("href"))) return false;
  const lines = [...dom.querySelectorAll("blockquote p")].map((line) => line.textContent.trim());
  const text = lines.join("\n");
  const source = dom.querySelector("figcaption")?.textContent.trim() ?? "";
  return { href: link.getAttribute("href"), title: link.textContent.trim(), text, source };
}
