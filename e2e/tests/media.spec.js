// Pictures are handed in with script and without, described, and given a point, in both languages, on a telephone and a
// desk; the newsroom's settings are walked through. Nothing breaks the policy, and axe finds nothing.

import { readFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { sentence } from "../lib/sentences.js";
import { sitDown } from "../lib/story-desk.js";
import { languages } from "../lib/surroundings.js";

const telephone = { width: 360, height: 740 };
const folder = new URL("../../fixtures/newsroom/pictures/", import.meta.url);

/** A picture of the invented newspaper that nobody handed in yet: with words of its own beside its pixels. */
function picture(name, mark) {
  const jpeg = readFileSync(new URL(name, folder));
  const comment = Buffer.from(`${mark} ${crypto.randomUUID()}`);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]);
  return { name, mimeType: "image/jpeg", buffer: Buffer.concat([head, comment, jpeg.subarray(2)]) };
}

const drawing = { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") };

async function expectSound(tab) {
  const found = await new AxeBuilder({ page: tab }).analyze();
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target)}`)).toEqual([]);
  const overhang = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overhang, "nothing hangs over the side").toBeLessThanOrEqual(0);
}

for (const lang of languages) {
  for (const [device, viewport] of [["telephone", telephone], ["desk", undefined]]) {
    test(`pictures are handed in one by one with script: ${lang}, ${device}`, async ({ browser }) => {
      const { tab, context, complaints } = await sitDown(browser, lang, viewport ? { viewport } : {});
      await tab.goto("/desk/media/");
      const files = [picture("ferry-landing.jpg", "a"), drawing, picture("first-snow.jpg", "b")];
      await tab.locator("#file").setInputFiles(files);
      await tab.getByRole("button", { name: sentence(lang, "media-send"), exact: true }).click();
      const rows = tab.locator("#coming li");
      await expect(rows).toHaveCount(3);
      await expect(rows.nth(0)).toContainText(sentence(lang, "media-did-new"));
      await expect(rows.nth(1)).toContainText(sentence(lang, "media-refused-svg"));
      await expect(rows.nth(2)).toContainText(sentence(lang, "media-did-new"));
      await expectSound(tab);
      await rows.nth(0).getByRole("link").click();
      await expect(tab.locator(".pic__whole")).toBeVisible();
      await expectSound(tab);
      await tab.locator("#alt-en").fill("A ferry at its landing");
      await tab.locator("#alt-ar").fill("عبّارة عند مرساها");
      await tab.getByRole("button", { name: sentence(lang, "media-save"), exact: true }).click();
      await expect(tab.locator(".said")).toContainText(sentence(lang, "media-did-saved"));
      await tab.locator(".focus__picture").click({ position: { x: 80, y: 40 } });
      await expect(tab.locator("#x")).toHaveValue("25");
      await expect(tab.locator(".focus__crop img").first()).toHaveJSProperty("complete", true);
      await expectSound(tab);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }

  test(`pictures are handed in without script, and taken away in two steps: ${lang}`, async ({ browser }) => {
    const { tab, context } = await sitDown(browser, lang, { javaScriptEnabled: false, viewport: telephone });
    await tab.goto("/desk/media/");
    await tab.locator("#file").setInputFiles([picture("bakery-oven.jpg", "c"), drawing]);
    await tab.getByRole("button", { name: sentence(lang, "media-send"), exact: true }).click();
    const rows = tab.locator(".hand__file");
    await expect(rows.nth(0)).toContainText(sentence(lang, "media-did-new"));
    await expect(rows.nth(1)).toContainText(sentence(lang, "media-refused-svg"));
    await rows.nth(0).getByRole("link").click();
    await tab.getByRole("link", { name: sentence(lang, "media-remove"), exact: true }).click();
    await tab.getByRole("button", { name: sentence(lang, "media-remove-now"), exact: true }).click();
    await expect(tab.locator(".said")).toContainText(sentence(lang, "media-did-removed"));
    await context.close();
  });

  test(`a broken line is taken up again where it broke: ${lang}`, async ({ browser }) => {
    const { tab, context } = await sitDown(browser, lang);
    const sent = [];
    await tab.route("**/desk/media/uploads/*", async (route) => {
      const request = route.request();
      if (request.method() === "PATCH") sent.push(request.headers()["upload-offset"]);
      if (sent.length === 1 && request.method() === "PATCH") return route.abort();
      return route.continue();
    });
    await tab.goto("/desk/media/");
    await tab.locator("#file").setInputFiles([picture("flour-trucks.jpg", "d")]);
    await tab.getByRole("button", { name: sentence(lang, "media-send"), exact: true }).click();
    await expect(tab.locator("#coming li")).toContainText(sentence(lang, "media-did-new"));
    expect(sent.slice(0, 2)).toEqual(["0", "0"]);
    await context.close();
  });

  test(`the newsroom's settings can be read and used by everybody: ${lang}`, async ({ browser }) => {
    const places = ["", "topics", "topics?kind=tag&new=1", "look", "words", "file"].map((place) => `/desk/newsroom/${place}`);
    for (const colorScheme of ["light", "dark"]) {
      const { tab, context, complaints } = await sitDown(browser, lang, { viewport: telephone, colorScheme });
      for (const place of [...places, "/desk/moderation/day"]) {
        await tab.goto(place);
        await expectSound(tab);
      }
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
}
