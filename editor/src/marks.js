// Marks inside a line.

import { isSafe } from "./addresses.js";
import { present } from "./present.js";

const plain = (tag, more = {}) => ({ parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more });

const withValues = (tag, names) => ({
  attrs: Object.fromEntries(names.map((name) => [name, { default: null }])),
  parseDOM: [{ tag, getAttrs: (dom) => Object.fromEntries(names.map((name) => [name, dom.getAttribute(name)])) }],
  toDOM: (mark) => [tag, present(mark.attrs), 0],
});

export const marks = {
  link: {
    ...withValues("a", ["href", "hreflang"]),
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (dom) => isSafe(dom.getAttribute("href")) && { href: dom.getAttribute("href"), hreflang: dom.getAttribute("hreflang") } }],
  },
  strong: plain("strong"),
  em: plain("em"),
  b: plain("b"),
  i: plain("i"),
  s: plain("s"),
  mark: plain("mark"),
  small: plain("small"),
  sub: plain("sub", { excludes: "sub sup" }),
  sup: plain("sup", { excludes: "sub sup" }),
  q: withValues("q", ["cite", "dir", "lang"]),
  cite: plain("cite"),
  abbr: withValues("abbr", ["title"]),
  time: withValues("time", ["datetime"]),
  bdi: withValues("bdi", ["dir", "lang"]),
  code: plain("code"),
};
