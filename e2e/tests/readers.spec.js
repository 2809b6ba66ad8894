// What readers do without an account: vote, and send a comment by each of the ways to confirm it.

import { expect, test } from "@playwright/test";

import { moderator } from "../lib/desk.js";
import { inArabic } from "../lib/digits.js";
import { sentence, wordAskedFor } from "../lib/sentences.js";
import { languages } from "../lib/surroundings.js";
import { digitsOn, expectKept, expectReceipt, newWords, press, storyFor, write } from "../lib/writing.js";

for (const lang of languages) {
  test.describe(`without script, ${lang}`, () => {
    test.use({ javaScriptEnabled: false });

    test("a vote is confirmed once, changed, and taken back", async ({ page: tab }) => {
      await tab.goto(storyFor(lang, 0).address);
      await tab.locator('[data-vote="for"]').click();
      await press(tab, lang, "votes-confirm-for");
      await expectVote(tab, lang, "for", "votes-own-for");
      await tab.locator('[data-vote="against"]').click();
      await expectVote(tab, lang, "against", "votes-own-against");
      await press(tab, lang, "votes-take-back");
      await expectVote(tab, lang, undefined, "votes-own-taken-back");
    });

    test("the picture's digits send a comment; wrong ones keep all that was written", async ({ page: tab }) => {
      const words = newWords(lang);
      await tab.goto(storyFor(lang, 1).address);
      await write(tab, words);
      await press(tab, lang, "send-comment");
      await expectKept(tab, words);
      await tab.locator("#code-digits").fill("1");
      await press(tab, lang, "send-comment");
      await expectKept(tab, words);
      await expect(tab.getByRole("alert")).toHaveText(sentence(lang, "code-wrong"));
      await expect(tab.getByRole("alert")).toBeFocused();
      const digits = await digitsOn(tab);
      await tab.locator("#code-digits").fill(lang === "ar" ? inArabic(digits) : digits);
      // As most people end a line.
      await tab.locator("#code-digits").press("Enter");
      await expectReceipt(tab, lang, words, "receipt-held");
    });

    test("a word of the headline sends a comment", async ({ page: tab }) => {
      const [words, { address, headline }] = [newWords(lang), storyFor(lang, 2)];
      await tab.goto(address);
      await write(tab, words);
      await press(tab, lang, "send-comment");
      await tab.locator("summary", { hasText: sentence(lang, "code-instead") }).click();
      const question = await tab.locator('label[for="code-answer"]').innerText();
      await tab.locator("#code-answer").fill(wordAskedFor(lang, question, headline));
      await press(tab, lang, "send-comment");
      await expectReceipt(tab, lang, words, "receipt-held");
    });

    test("whoever can answer no code sends without one", async ({ page: tab }) => {
      const words = newWords(lang);
      await tab.goto(storyFor(lang, 3).address);
      await write(tab, words);
      await press(tab, lang, "send-comment");
      await press(tab, lang, "code-lane");
      await expectReceipt(tab, lang, words, "receipt-held");
    });

    test("what is missing is named and led to", async ({ page: tab }) => {
      await tab.goto(storyFor(lang, 4).address);
      // The browser itself would stop an empty field.
      await write(tab, { name: " ", email: "reader@example.org", text: " " });
      await press(tab, lang, "send-comment");
      await expect(tab.getByRole("alert")).toBeFocused();
      await tab.getByRole("alert").getByRole("link").first().click();
      await expect(tab.locator("#comment-name")).toBeFocused();
      await expect(tab.locator("#comment-email")).toHaveValue("reader@example.org");
    });
  });

  test(`with script a vote stays on the page: ${lang}`, async ({ page: tab }) => {
    const { address } = storyFor(lang, 5);
    await tab.goto(address);
    const said = tab.locator(".votes [role=status]");
    const [agree, against] = [tab.locator('[data-vote="for"]'), tab.locator('[data-vote="against"]')];
    await agree.click();
    await expect(said).toHaveText(sentence(lang, "votes-own-for"));
    await expect(agree).toHaveAttribute("aria-pressed", "true");
    await against.click();
    await expect(said).toHaveText(sentence(lang, "votes-own-against"));
    await expect(agree).toHaveAttribute("aria-pressed", "false");
    await against.click();
    await expect(said).toHaveText(sentence(lang, "votes-own-taken-back"));
    await expect(against).toHaveAttribute("aria-pressed", "false");
    expect(tab.url()).toBe(address);
  });

  test(`with script the work is done in the background, and two clicks send one comment: ${lang}`, async ({ page: tab }) => {
    const words = newWords(lang);
    await tab.goto(storyFor(lang, 6).address);
    await write(tab, words);
    await expect(tab.locator("[data-ramz-status]")).toHaveText(sentence(lang, "code-done"));
    const visited = [];
    tab.on("framenavigated", (frame) => visited.push(new URL(frame.url()).pathname));
    await tab.getByRole("button", { name: sentence(lang, "send-comment") }).dblclick();
    await expectReceipt(tab, lang, words, "receipt-held");
    expect(visited).toHaveLength(1);
    const desk = await moderator(lang);
    const queue = await (await desk.get("/desk/moderation?state=held")).text();
    expect(queue.split(words.text)).toHaveLength(2);
    await desk.dispose();
  });

  test(`where the script does not arrive, the digits are heard: ${lang}`, async ({ page: tab }) => {
    const words = newWords(lang);
    await tab.route("**/assets/ramz-*.js", (route) => route.abort());
    await tab.goto(storyFor(lang, 7).address);
    await write(tab, words);
    await press(tab, lang, "send-comment");
    await tab.locator("summary", { hasText: sentence(lang, "code-sound") }).click();
    expect(await tab.locator("audio").evaluate(secondsOf)).toBeGreaterThan(5);
    await tab.locator("#code-digits").fill(await digitsOn(tab));
    await press(tab, lang, "send-comment");
    await expectReceipt(tab, lang, words, "receipt-held");
  });
}

/** The reader's own page says which way their vote goes, and the button of that way is pressed. */
async function expectVote(tab, lang, pressed, said) {
  await expect(tab.locator(".votes__own")).toHaveText(sentence(lang, said));
  for (const way of ["for", "against"]) {
    await expect(tab.locator(`[data-vote="${way}"]`)).toHaveAttribute("aria-pressed", String(way === pressed));
  }
}

/** Runs in the browser: plays a sound's beginning; gives its length in seconds, and fails as it fails. */
async function secondsOf(sound) {
  sound.muted = true;
  await sound.play();
  sound.pause();
  return sound.duration;
}
