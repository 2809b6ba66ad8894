// Text without any markup, as mail, chats and phones copy it.

import { element } from "../read.js";
import { cleanText } from "./lines.js";

/** A tree of paragraphs: empty lines part them; where there are none, every line is one. */
export function plainTree(text) {
  const all = text.replace(/\r\n?/g, "\n");
  const parts = /\n[ \t\u00a0]*\n/.test(all.trim()) ? all.split(/\n(?:[ \t\u00a0]*\n)+/) : all.split("\n");
  const paragraphs = parts.map(linesOf).filter((lines) => lines.length > 0);
  return element("#root", {}, paragraphs.map((lines) => element("p", {}, lines.flatMap((line, index) => (index === 0 ? [line] : [element("br"), line])))));
}

const linesOf = (part) => part.split("\n").map((line) => cleanText(line).replace(/^[\s\u200e\u200f\u061c]+|[\s\u200e\u200f\u061c]+$/g, "")).filter(Boolean);
