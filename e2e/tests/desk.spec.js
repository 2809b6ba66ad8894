// The way of a story: a reporter writes it, an editor finds it ready and sets the clock, readers see it,
// it is corrected in the open, and withdrawn. In both languages, on a phone without script, on a desk with it.

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";

import { expect, test } from "@playwright/test";

import { cookies } from "../lib/desk.js";
import { sentence } from "../lib/sentences.js";
import { openStory } from "../lib/story-desk.js";
import { folder, languages, program, site } from "../lib/surroundings.js";

const words = {
  ar: { headline: "الثلج يغلق طريق الجبل", text: "أُغلق الطريق مساء أمس.", changed: "أُغلق الطريقان مساء أمس.", word: "طريقان لا طريق واحد.", notice: "كان الطريق مفتوحًا." },
  en: { headline: "Snow closes the mountain road", text: "The road was closed last night.", changed: "Both roads were closed last night.", word: "Two roads, not one.", notice: "The road was open all along." },
};
const sizes = {
  phone: { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
  desk: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true },
};

/** A window of a new reporter who signed in by the door. */
async function reporter(browser, lang, size) {
  const [login, password] = [`writer-${lang}-${size}-${randomBytes(3).toString("hex")}`, randomBytes(12).toString("hex")];
  const options = ["--role", "reporter", "--language", lang, "--stdin", "--dir", folder];
  execFileSync(program, ["user", "add", login, ...options], { input: `${password}\n` });
  const context = await browser.newContext({ baseURL: site, ...sizes[size] });
  const answer = await context.request.post("/desk/login", { form: { login, password, lang }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return context;
}

/** A window of the editor of a language. */
async function editor(browser, lang, size) {
  const context = await browser.newContext({ baseURL: site, ...sizes[size] });
  await context.addCookies(cookies(lang));
  return context;
}

/** Presses a button of the story's page and waits for the page that says so. */
async function press(tab, lang, button, said) {
  await tab.getByRole("button", { name: sentence(lang, button), exact: true }).click();
  await expect(tab.getByText(sentence(lang, said), { exact: true })).toBeVisible();
}

async function write(tab, size, path, text) {
  if (size === "phone") {
    await tab.goto(path);
    await tab.locator("#body").fill(text);
    return;
  }
  const pad = await openStory(tab, path);
  await pad.click();
  await tab.keyboard.press("Control+A");
  await tab.keyboard.type(text);
}

/** An instant some seconds on, as the newsroom's clock writes it on its pages. */
async function soon(tab) {
  const at = new Date(Date.now() + 3000);
  const iso = await tab.locator("time").first().getAttribute("datetime");
  const offset = /([+-])(\d\d):(\d\d)$/.exec(iso ?? "") ?? ["", "+", "00", "00"];
  const minutes = (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19);
}

for (const lang of languages) {
  for (const size of Object.keys(sizes)) {
    test(`a story is written, read by another, published by the clock, corrected, withdrawn: ${lang}, ${size}`, async ({ browser }) => {
      const own = words[lang];
      const headline = `${own.headline} ${randomBytes(2).toString("hex")}`;
      const writer = await reporter(browser, lang, size);
      const page = await writer.newPage();
      await page.goto("/desk/stories/new");
      await page.locator("#lang").selectOption(lang);
      await page.locator("#headline").fill(headline);
      await page.getByRole("button", { name: sentence(lang, "story-begin"), exact: true }).click();
      const path = new URL(page.url()).pathname;
      await write(page, size, path, own.text);
      await press(page, lang, "story-submit", "story-said-submitted");

      const reviewer = await editor(browser, lang, size);
      const tab = await reviewer.newPage();
      await tab.goto("/desk/");
      await tab.getByRole("link", { name: headline, exact: true }).first().click();
      await press(tab, lang, "story-approve", "story-said-found-ready");
      await tab.locator("#schedule_at").fill(await soon(tab));
      await press(tab, lang, "story-schedule", "story-said-scheduled");
      await expect(async () => {
        await tab.goto(path);
        await expect(tab.locator(".state--published")).toBeVisible({ timeout: 500 });
      }).toPass();
      const address = await tab.getByRole("link", { name: sentence(lang, "story-as-read"), exact: true }).getAttribute("href");

      const reader = await browser.newContext({ baseURL: site, ...sizes[size] });
      const read = await reader.newPage();
      const shows = (place, text) =>
        expect(async () => {
          await read.goto(place);
          await expect(read.locator("main")).toContainText(text, { timeout: 500 });
        }).toPass();
      await shows(address, own.text);

      await write(tab, size, path, own.changed);
      await tab.locator("#correction_kind").selectOption("correction");
      await tab.locator("#correction").fill(own.word);
      await press(tab, lang, "story-publish-change", "story-said-published");
      await shows(address, own.word);
      await shows(`${address}history/`, own.word);
      await shows(`/${lang}/corrections/`, own.word);

      await tab.locator("summary", { hasText: sentence(lang, "story-withdraw") }).click();
      await tab.locator("#notice").fill(own.notice);
      await press(tab, lang, "story-withdraw-do", "story-said-withdrawn");
      await expect(async () => expect((await reader.request.get(address)).status()).toBe(410)).toPass();
      await shows(address, own.notice);
      for (const context of [writer, reviewer, reader]) await context.close();
    });
  }
}

for (const lang of languages) {
  test(`on a phone the menu is one row, and opens by keyboard without script: ${lang}`, async ({ browser }) => {
    const context = await editor(browser, lang, "phone");
    const tab = await context.newPage();
    await tab.goto("/desk/calendar");
    expect((await tab.locator(".bar").boundingBox()).height).toBeLessThan(64);
    const people = tab.getByRole("navigation", { name: sentence(lang, "desk-places") }).getByRole("link", { name: sentence(lang, "people"), exact: true });
    await expect(people).toBeHidden();
    const menu = tab.getByRole("button", { name: sentence(lang, "desk-menu") });
    await menu.focus();
    await tab.keyboard.press("Enter");
    await expect(people).toBeVisible();
    await tab.keyboard.press("Escape");
    await expect(people).toBeHidden();
    await expect(menu).toBeFocused();
    await tab.keyboard.press("Enter");
    await people.click();
    await expect(tab).toHaveURL(/\/desk\/people$/);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });
}
