// Readers of the record, without script: from a story to its claims, their sentences, tolls and truces,
// to a day's map, and away with files. How its pages look is checked with all other kinds of pages.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { bodyOf, pages } from "../lib/found.js";
import { sentence } from "../lib/sentences.js";
import { languages, site } from "../lib/surroundings.js";

const days = { first: "2024-05-02", before: "2024-05-01", later: "2026-10-10" };
const marjAlLuban = { ar: "مرج اللبان", en: "Marj al-Luban" };
const dam = { ar: "سد الغدران", en: "Ghudran Dam" };
const wadis = { ar: "مركز الوديان للتوثيق", en: "the Wadis Documentation Centre" };
const council = { ar: "مجلس الأقضية الشرقية", en: "the Council of the Eastern Districts" };

const address = (path) => new URL(path, site).href;
const press = (tab, lang, name) => tab.locator("main").getByRole("button", { name: sentence(lang, name), exact: true }).click();
const claims = (tab) => tab.locator(".record__list article.claim");

/** A story of a language with claims. */
function storyWithClaims(lang) {
  const stories = pages.filter((page) => page.kind === "story" && page.status === 200 && page.language === lang);
  return stories.find((page) => bodyOf(page).includes('<section id="record">')).path;
}

/** Runs in the browser: whether the words of a sentence stand within the window. */
function isInSight(words) {
  const squeezed = (text) => text.replace(/\s+/g, " ").trim();
  const holders = [...document.querySelectorAll("#text p, #text li, #text blockquote")];
  const holder = holders.find((one) => squeezed(one.textContent).includes(squeezed(words)));
  const letters = [];
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) letters.push([node, at]);
  }
  const start = letters.map(([node, at]) => node.data[at]).join("").indexOf(squeezed(words).slice(0, 20));
  const range = document.createRange();
  const [node, at] = letters[start];
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

for (const lang of languages) {
  test.describe(`the record without script, ${lang}`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width: 800, height: 420 } });

    test("a story leads to its claims, and each claim to its very sentence", async ({ page: tab }) => {
      await tab.goto(address(storyWithClaims(lang)));
      const links = tab.locator("#record li > a");
      const count = await links.count();
      expect(count).toBeGreaterThan(0);
      for (let number = 0; number < count; number += 1) {
        await tab.goto(address(storyWithClaims(lang)));
        await links.nth(number).click();
        await expect(tab.locator("h1")).not.toBeEmpty();
        const words = await tab.locator(".source-text blockquote").innerText();
        await tab.locator(".source-text figcaption a").click();
        await expect(tab.locator("#text")).toBeVisible();
        await expect.poll(() => tab.evaluate(isInSight, words), { message: words }).toBe(true);
      }
    });

    test("a toll has its figures in a table and in a drawing, and two can be compared", async ({ page: tab }) => {
      await tab.goto(address(`/${lang}/record/?kind=casualty`));
      await claims(tab).locator("h2 a").last().click();
      await tab.locator(".record__onward a").click();
      const rows = tab.locator("section.toll tbody tr.toll__row");
      expect(await rows.count()).toBeGreaterThan(1);
      const drawn = tab.locator(".chart__drawing .mark__shape");
      await expect(drawn).toHaveCount(await tab.locator("section.toll:has(.chart) tbody tr.toll__row").count());
      await expect(drawn.first()).toBeVisible();
      await tab.locator("#other").selectOption({ index: 1 });
      await press(tab, lang, "record-do-compare");
      await expect(tab.locator("#compare ~ [role=status]")).toBeVisible();
    });

    test("claims are found by kind, place, actor, source, period and language", async ({ page: tab }) => {
      await tab.goto(address(`/${lang}/record/`));
      const all = await claims(tab).count();
      await tab.locator("#kind").selectOption("truce_term");
      await tab.locator("#place").fill(marjAlLuban[lang]);
      await tab.locator("#actor").fill(council[lang]);
      await press(tab, lang, "record-show");
      const terms = await claims(tab).count();
      expect(terms).toBeGreaterThan(0);
      expect(terms).toBeLessThan(all);
      await expect(tab.locator("#place")).toHaveValue(marjAlLuban[lang]);

      await tab.goto(address(`/${lang}/record/`));
      await tab.locator("#source").fill(wadis[lang]);
      await tab.locator("#lang").selectOption("ar");
      await tab.locator("#from").fill("2026-11-01");
      await press(tab, lang, "record-show");
      expect(await claims(tab).count()).toBeGreaterThan(0);
      for (const who of await claims(tab).locator(".claim__who").allInnerTexts()) expect(who).toContain(wadis[lang]);
      for (const quote of await claims(tab).locator("blockquote").all()) await expect(quote).toHaveAttribute("lang", "ar");

      await tab.locator("#until").fill("2026-11-02");
      await press(tab, lang, "record-show");
      await expect(tab.locator(".notice")).toHaveText(sentence(lang, "record-nothing"));
      await expect(claims(tab)).toHaveCount(0);
      await tab.goBack();
      expect(await claims(tab).count()).toBeGreaterThan(0);
      await expect(tab.locator("#source")).toHaveValue(wadis[lang]);
    });

    test("the map is asked for a day by its form", async ({ page: tab }) => {
      await tab.goto(address(`/${lang}/record/control/`));
      const held = tab.locator("tr.toll__row");
      const asOf = async (day) => {
        await tab.locator("#on").fill(day);
        await press(tab, lang, "record-show");
        await expect(tab.locator("#on")).toHaveValue(day);
        await expect(tab.locator(".map__drawing .mark")).toHaveCount(await held.count());
        return held.count();
      };
      expect(await asOf(days.before)).toBe(0);
      await expect(tab.locator(".notice")).toHaveText(sentence(lang, "record-none-held"));
      const first = await asOf(days.first);
      const later = await asOf(days.later);
      expect(first).toBeGreaterThan(0);
      expect(later).toBeGreaterThan(first);
      await tab.locator(".map__day a").last().click();
      await expect(tab.locator("#on")).toHaveValue(days.first);
      await expect(held).toHaveCount(first);
    });

    test("a truce shows its terms and its breaches, and goes into a calendar", async ({ page: tab }) => {
      await tab.goto(address(`/${lang}/record/truces/`));
      await tab.locator("li.claim", { hasText: dam[lang] }).getByRole("link").click();
      expect(await tab.locator("#terms ~ ol > li").count()).toBeGreaterThan(0);
      await expect(tab.locator("table.breaches thead th")).toHaveCount(9);
      const [file] = await Promise.all([
        tab.waitForEvent("download"),
        tab.getByRole("link", { name: sentence(lang, "record-truce-calendar") }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^truce-\d+\.ics$/);
      const calendar = await readFile(await file.path(), "utf8");
      expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:\d{8}\r\n[^]*END:VCALENDAR\r\n$/);
    });

    test("tables and the calendar of all truces are taken away", async ({ page: tab }) => {
      await tab.goto(address(`/${lang}/record/`));
      await tab.locator(".record__menu").getByRole("link", { name: sentence(lang, "rfiles") }).click();
      const take = async (name) => {
        const [file] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("link", { name, exact: true }).click()]);
        expect(file.suggestedFilename()).toBe(name);
        return readFile(await file.path(), "utf8");
      };
      const table = await take("figures.csv");
      expect(table.startsWith("\uFEFF")).toBe(true);
      expect(table.split("\r\n").length).toBeGreaterThan(2);
      const truces = await take("truces.ics");
      expect(truces.match(/BEGIN:VEVENT/g).length).toBeGreaterThan(1);
    });
  });
}
