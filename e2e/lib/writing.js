// What a reader does with the form of a comment, whatever stands around it.

import { expect } from "@playwright/test";

import { digitsOf } from "./digits.js";
import { pages } from "./found.js";
import { sentence } from "./sentences.js";
import { site } from "./surroundings.js";

/** The stories that take votes and comments. */
const stories = (lang) =>
  pages.filter((page) => page.kind === "story" && page.status === 200 && page.language === lang && page.takesComments);

/** A story for one check alone, by the check's number, so that none sees what another one does. */
export function storyFor(lang, number) {
  const story = stories(lang).at(-1 - number);
  return { address: new URL(story.path, site).href, path: story.path, headline: story.headlines[0] };
}

/** Words that nobody else writes. */
export function newWords(lang) {
  const mark = crypto.randomUUID();
  const text = { ar: `أسأل عن الجسر ${mark}`, en: `I ask about the bridge ${mark}` }[lang];
  return { name: { ar: "قارئ من الضفة", en: "Reader on the bank" }[lang], email: "reader@example.org", text };
}

/** Writes a comment into the form of the page. */
export async function write(tab, { name, email, text }) {
  await tab.locator("#comment-name").fill(name);
  await tab.locator("#comment-email").fill(email);
  await tab.locator("#comment-text").fill(text);
}

/** Sends the form with its own button. */
export async function press(tab, lang, name) {
  await tab.locator("main").getByRole("button", { name: sentence(lang, name), exact: true }).click();
}

/** What stands in the form is still what was written. */
export async function expectKept(tab, { name, email, text }) {
  await expect(tab.locator("#comment-name")).toHaveValue(name);
  await expect(tab.locator("#comment-email")).toHaveValue(email);
  await expect(tab.locator("#comment-text")).toHaveValue(text);
}

/** The digits of the code on the page, as a person reads or hears them. */
export async function digitsOn(tab) {
  return digitsOf(await tab.locator('input[name="ramz"]').inputValue());
}

/** The page is the receipt of these words, and says this of them. */
export async function expectReceipt(tab, lang, { text }, standing) {
  await expect(tab).toHaveURL(/\/receipt\/[0-9a-f]+-[0-9a-f]{32}$/);
  await expect(tab.locator("main [role=status]")).toHaveText(sentence(lang, standing));
  if (text) await expect(tab.locator("main blockquote")).toContainText(text);
}
