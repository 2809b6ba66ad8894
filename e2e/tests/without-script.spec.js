// A reader without script: finds a story on the front page, reads it, searches, changes the language.

import { expect, test } from "@playwright/test";

import { pages } from "../lib/found.js";
import { languages, site } from "../lib/surroundings.js";

test.use({ javaScriptEnabled: false });

for (const lang of languages) {
  test(`a story is found, read and translated: ${lang}`, async ({ page: tab }) => {
    await tab.goto(new URL(`/${lang}/`, site).href);
    const story = tab.locator(`main a[href*="/${lang}/20"]`).first();
    const headline = (await story.innerText()).trim();
    await story.click();
    await expect(tab.locator("h1")).toContainText(headline);
    await tab.goto(new URL(`/${lang}/`, site).href);
    const other = languages.find((other) => other !== lang);
    await tab.locator(`header a[hreflang="${other}"]`).first().click();
    await expect(tab.locator("html")).toHaveAttribute("lang", other);
  });

  test(`a search finds a story by a word of its headline: ${lang}`, async ({ page: tab }) => {
    const story = pages.find((page) => page.kind === "story" && page.status === 200 && page.language === lang);
    const word = story.headlines[0].match(/\p{L}{5,}/gu).at(-1);
    await tab.goto(new URL(`/${lang}/`, site).href);
    const field = tab.locator('form[role="search"] input[name="q"]').first();
    await field.fill(word);
    await field.press("Enter");
    await expect(tab).toHaveURL(/\/search\?/);
    await expect(tab.locator(`main a[href*="/${lang}/20"]`).first()).toBeVisible();
  });
}

test("the skip link is the first stop and leads to the text", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const tab = await context.newPage();
  for (const lang of languages) {
    await tab.goto(new URL(`/${lang}/`, site).href);
    await tab.keyboard.press("Tab");
    const target = await tab.evaluate(() => document.activeElement.getAttribute("href"));
    expect(target).toMatch(/^#/);
    await expect(tab.locator(target)).toHaveCount(1);
  }
  await context.close();
});
