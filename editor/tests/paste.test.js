// What is pasted comes out clean: each shape in Arabic and in English. The shapes are those in which Word,
// LibreOffice, Google Docs, mail and pages of the web put text on the clipboard; the words are ours.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clean } from "../src/paste/clean.js";
import { cases } from "./paste-cases.js";
import { elsewhere } from "./paste-elsewhere.js";

const all = [...cases, ...elsewhere];

for (const { name, ar, en } of all) {
  for (const [lang, one] of Object.entries({ ar, en })) {
    test(`${name} (${lang})`, () => {
      const { html, pictures } = clean(one.from);
      assert.equal(html, one.to);
      assert.equal(pictures, one.pictures ?? 0);
      assert.equal(clean(html).html, html, "what is clean stays as it is");
    });
  }
}

test("there are as many Arabic cases as English ones, and more than thirty", () => {
  assert.ok(all.length * 2 > 30);
  for (const { name, ar, en } of all) {
    assert.match(ar.from, /[\u0600-\u06ff]/, name);
    assert.doesNotMatch(en.from, /[\u0600-\u06ff]/, name);
  }
});
