// The order of the front page's leads: dragged with a mouse, moved by keyboard, and as readers then see it.

import { expect, test } from "@playwright/test";

import { sentence } from "../lib/sentences.js";
import { sitDown } from "../lib/story-desk.js";
import { languages } from "../lib/surroundings.js";

const titles = (tab) => tab.locator("#leads .leads__title").allInnerTexts();

/** Presses the button that arranges, and waits until readers find this order. */
async function arrange(tab, lang, order) {
  await tab.getByRole("button", { name: sentence(lang, "front-arrange"), exact: true }).click();
  await expect(tab.getByText(sentence(lang, "front-said-arranged"), { exact: true })).toBeVisible();
  expect(await titles(tab)).toEqual(order);
  const reader = await tab.context().newPage();
  await expect(async () => {
    await reader.goto(`/${lang}/`);
    const headlines = await reader.locator("main").getByRole("heading").allInnerTexts();
    expect(headlines.filter((headline) => order.slice(0, 2).includes(headline))).toEqual(order.slice(0, 2));
  }).toPass();
  await reader.close();
}

for (const lang of languages) {
  test(`leads are dragged into another order, and put back by keyboard: ${lang}`, async ({ browser }) => {
    const { tab, context, complaints } = await sitDown(browser, lang);
    await tab.goto(`/desk/front?lang=${lang}`);
    const [first, second, ...rest] = await titles(tab);
    const lead = (headline) => tab.locator("#leads li", { hasText: headline });

    const below = await lead(second).boundingBox();
    await lead(first).locator(".leads__title").dragTo(lead(second), { targetPosition: { x: below.width / 2, y: below.height - 3 } });
    expect(await titles(tab)).toEqual([second, first, ...rest]);
    await expect(tab.locator("#said")).toHaveText(sentence(lang, "front-not-yet"));
    await arrange(tab, lang, [second, first, ...rest]);

    await lead(first).getByRole("button").first().focus();
    await tab.keyboard.press("Enter");
    await expect(tab.locator("#said")).toHaveText(sentence(lang, "front-not-yet"));
    expect(await titles(tab)).toEqual([first, second, ...rest]);
    await expect(lead(first).getByRole("button").first(), "the hand stays with what it moved").toBeFocused();
    await arrange(tab, lang, [first, second, ...rest]);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
