// The record's desk: claims confirmed by single keys, put right, rejected, taken back, and taken from
// marked words; without script by forms; in both languages, light and dark, on a phone.

import { randomBytes } from "node:crypto";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { sentence } from "../lib/sentences.js";
import { begin, sitDown } from "../lib/story-desk.js";
import { languages } from "../lib/surroundings.js";

const stories = {
  ar: {
    headline: "غارة على مركدة",
    text: ["قُتل 12 مدنيًا على الأقل في غارة جوية على بلدة مركدة يوم الجمعة، بحسب المرصد السوري لحقوق الإنسان.", "🕊 نزحت 40 عائلة إلى الحسكة، بحسب الدفاع المدني. وأصيب 7 مدنيين في قصف على حلب."],
    missed: "🕊 نزحت 40 عائلة",
  },
  en: {
    headline: "Strike on Markada",
    text: ["At least 12 civilians were killed in an air strike on Markada on Friday, the Syrian Observatory for Human Rights said.", "🕊 Forty families fled to Hasakah, the civil defence said. Seven civilians were wounded in shelling on Aleppo."],
    missed: "🕊 Forty families fled",
  },
};
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A story at the record's desk, by its path there. */
async function storyOf(desk, lang) {
  const { text } = stories[lang];
  const headline = `${stories[lang].headline} ${randomBytes(2).toString("hex")}`;
  const path = await begin(desk, lang, "");
  const version = /name="version" value="([^"]+)"/.exec(await (await desk.get(path)).text())?.[1] ?? "";
  const body = text.map((line) => `<p>${line}</p>`).join("");
  const answer = await desk.post(`${path}/publication`, { form: { version, page: "1", headline, body }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  return path.replace("/desk/stories/", "/desk/record/stories/");
}

/** Marks words in the story as a hand would, over the pieces that they lie in. */
function mark(words) {
  const letters = [];
  const walker = document.createTreeWalker(document.getElementById("told"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".told__role")) continue;
    for (let at = 0; at < node.length; at += 1) letters.push([node, at]);
  }
  const start = letters.map(([node, at]) => node.data[at]).join("").indexOf(words);
  const range = document.createRange();
  range.setStart(...letters[start]);
  const [node, at] = letters[start + words.length - 1];
  range.setEnd(node, at + 1);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}

async function expectClean(tab) {
  for (const colorScheme of ["light", "dark"]) {
    await tab.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: tab }).options({ runOnly: { type: "tag", values: tags } }).analyze();
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0].target}`)).toEqual([]);
  }
}

for (const lang of languages) {
  test(`claims are decided on by single keys: ${lang}`, async ({ browser }) => {
    const { context, complaints, desk, tab } = await sitDown(browser, lang, { viewport: { width: 1280, height: 900 }, bypassCSP: false });
    await tab.goto(await storyOf(desk, lang));
    const said = (name) => expect(tab.locator(".said > p")).toHaveText(sentence(lang, name));
    const [waiting, claims] = [tab.locator(".bench__list ol > li"), tab.locator(".bench__list ul > li")];
    const before = await waiting.count();
    expect(before).toBeGreaterThan(1);
    let keystrokes = 0;
    const press = async (key) => {
      keystrokes += 1;
      await tab.keyboard.press(key);
    };

    await press("Enter");
    await said("rdesk-said-confirmed");
    await expect(claims).toHaveCount(1);
    // The harm is the first field of the first part: a list, opened by its key, chosen and confirmed.
    await press("1");
    await expect(tab.locator("#form-title ~ form [data-slot='1'] select").first()).toBeFocused();
    await press("Escape");
    await press("Escape");
    await press("Enter");
    await said("rdesk-said-confirmed");
    await expect(claims).toHaveCount(2);
    process.stdout.write(`keystrokes for a confirmed claim, ${lang}: ${keystrokes / 2}\n`);

    await press("u");
    await said("rdesk-said-undone");
    await expect(claims).toHaveCount(1);
    await press("x");
    await said("rdesk-said-rejected");
    await expect(waiting).toHaveCount(before - 2);

    await tab.evaluate(mark, stories[lang].missed);
    await press("m");
    await expect(tab.locator("#missed output")).toHaveText(stories[lang].missed);
    await tab.locator("#kind").selectOption("displacement");
    await tab.locator("#missed button").click();
    await expect(tab.locator("blockquote.told__quote")).toHaveText(stories[lang].missed);
    await tab.keyboard.press("Enter");
    await said("rdesk-said-confirmed");
    await expect(claims).toHaveCount(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test(`claims are decided on without script, on a phone: ${lang}`, async ({ browser }) => {
    const { context, desk, tab } = await sitDown(browser, lang, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await tab.goto(await storyOf(desk, lang));
    const press = (name) => tab.getByRole("button", { name: new RegExp(sentence(lang, name)) }).first().click();
    await tab.locator("#high").fill({ ar: "٣", en: "3" }[lang]);
    await press("rdesk-confirm");
    await expect(tab.locator(".alarm")).toHaveText(sentence(lang, "rdesk-fault-numbers"));
    await tab.locator("#high").fill({ ar: "٢٠", en: "20" }[lang]);
    await press("rdesk-confirm");
    await expect(tab.locator(".said > p")).toHaveText(sentence(lang, "rdesk-said-confirmed"));
    await tab.locator("#missed summary").click();
    await tab.locator("#sentence").selectOption({ index: 1 });
    await tab.locator("#kind").selectOption("displacement");
    await tab.locator("#missed button").click();
    await press("rdesk-confirm");
    await expect(tab.locator(".said > p")).toHaveText(sentence(lang, "rdesk-said-confirmed"));
    await tab.locator(".bench__list ul a").first().click();
    await expect(tab.locator("h1")).toContainText({ ar: "٢٠", en: "20" }[lang]);
    await context.close();
  });

  test(`the record's desk is clean in light and dark, and never wider than its window: ${lang}`, async ({ browser }) => {
    const { context, desk, tab } = await sitDown(browser, lang, { bypassCSP: true, reducedMotion: "reduce" });
    const story = await storyOf(desk, lang);
    await tab.goto(story);
    await tab.keyboard.press("Enter");
    await expect(tab.locator(".said > p")).toHaveText(sentence(lang, "rdesk-said-confirmed"));
    const claim = await tab.locator(".bench__list ul a").first().getAttribute("href");
    const seen = [story, claim, "/desk/record/", "/desk/record/sources/", "/desk/record/places/"];
    await tab.goto(claim);
    seen.push(await tab.locator("a[href^='/desk/record/groups/']").getAttribute("href"));
    await tab.goto("/desk/record/places/");
    seen.push(await tab.locator("a[href^='/desk/record/things/']").first().getAttribute("href"));
    for (const path of seen) {
      for (const width of [1280, 360]) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.goto(path);
        expect(await tab.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width);
        await expectClean(tab);
      }
    }
    await context.close();
  });
}
