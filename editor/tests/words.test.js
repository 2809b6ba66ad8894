// Words, directions and addresses, which need no browser.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { isSafe, linkTo } from "../src/addresses.js";
import { countWords } from "../src/count.js";
import { directionOf } from "../src/direction.js";
import { linesOf, shared } from "../src/keep/compare.js";
import { plainTree } from "../src/paste/plain.js";
import { print } from "../src/read.js";

test("words are counted as people count them, in both languages", () => {
  for (const [text, count] of [
    ["", 0], ["  – … ـــ ", 0], ["Water is back", 3], ["It's 3,500 people – U.S. says", 5], ["mill-owners met", 2],
    ["عادت المياهُ إلى الحيّ", 4], ["وقال: «بالماء وحده»، لا غير", 5], ["في ٢٠٢٦\nو 3.5 ٪", 4], ["الـــماء", 1], ["أعلنت SDF في Twitter أن", 5],
  ]) assert.equal(countWords(text), count, text);
});

test("a block follows most of its letters, not the first", () => {
  for (const [text, base, direction] of [
    ["عادت المياه", "rtl", "rtl"], ["عادت المياه", "ltr", "rtl"], ["Water is back", "rtl", "ltr"],
    ["SDF قالت إن العمل جارٍ في الحي", "rtl", "rtl"], ["iPhone 15 Pro Max في الأسواق", "rtl", "rtl"],
    ["الوزير said that water is back in the pipes", "ltr", "ltr"], ["12.5 – 7", "rtl", "rtl"], ["", "ltr", "ltr"],
  ]) assert.equal(directionOf(text, base), direction, text);
});

test("a link leads to the web, to a mailbox or into the paper, and nowhere else", () => {
  for (const [typed, address] of [
    ["example.org/a", "https://example.org/a"], ["https://example.org/خبر", "https://example.org/خبر"], ["layla@example.org", "mailto:layla@example.org"],
    ["/ar/2026/", "/ar/2026/"], ["javascript:alert(1)", undefined], [" java\tscript:alert(1)", undefined], ["data:text/html,x", undefined],
    ["file:///etc/passwd", undefined], ["//example.org/a", "https://example.org/a"], ["word", undefined], ["", undefined],
  ]) assert.equal(linkTo(typed), address, typed);
  assert.ok(!isSafe("\u0001javascript:x") && isSafe("#note-1") && isSafe("old/page.html"));
});

test("plain text has paragraphs", () => {
  for (const [text, html] of [
    ["سطر\r\n\r\nسطر آخر\r\nتتمته", "<p>سطر</p><p>سطر آخر<br>تتمته</p>"], ["one\n\ntwo\nthree", "<p>one</p><p>two<br>three</p>"],
    ["رسالة\nثانية\n", "<p>رسالة</p><p>ثانية</p>"], ["one\ntwo", "<p>one</p><p>two</p>"], ["a < b\u00a0c", "<p>a &lt; b c</p>"],
  ]) assert.equal(print(plainTree(text)), html, text);
});

test("two texts are compared line by line", () => {
  const [mine, theirs] = [linesOf("<p>a</p><ul><li><p>b</p></li></ul><p>c</p>"), linesOf("<p>a</p><p>x</p><p>c</p>")];
  assert.deepEqual(mine, ["a", "b", "c"]);
  assert.deepEqual(shared(mine, theirs), [[true, false, true], [true, false, true]]);
});

test("every sentence that the tool says is in the locale files, and none is there in vain", () => {
  const texts = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = new URL(`${entry.name}${entry.isDirectory() ? "/" : ""}`, folder);
      if (entry.isDirectory()) walk(place);
      else texts.push(readFileSync(place, "utf8"));
    }
  };
  walk(new URL("../src/", import.meta.url));
  const source = texts.join("\n");
  const asked = new Set([...source.matchAll(/\bt\("([\w-]+)"/g)].map(([, name]) => name));
  for (const [, name] of source.matchAll(/\bcounted\("([\w-]+)"/g)) for (const form of ["zero", "one", "two", "few", "many", "other"]) asked.add(`${name}-${form}`);
  for (const lang of ["ar", "en"]) {
    const locale = readFileSync(new URL(`../../crates/sijil/locales/${lang}.ftl`, import.meta.url), "utf8");
    const names = [...locale.matchAll(/^editor-([\w-]+) = /gm)].map(([, name]) => name);
    for (const name of asked) assert.ok(names.includes(name), `${lang}: editor-${name} is missing`);
    const isUsed = (name) => asked.has(name) || source.includes(`"${name}"`) || /^(short|state)-/.test(name) || source.includes(`("${name}`) || /^h[23]$/.test(name) || ["auto", "rtl", "ltr"].includes(name);
    assert.deepEqual(names.filter((name) => !isUsed(name)), [], lang);
  }
});
