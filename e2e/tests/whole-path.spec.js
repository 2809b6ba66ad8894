// A stranger's whole way through a newsroom that was made a minute ago: in by a one-time link, a colleague
// invited, a story with a picture in Arabic, its translation, review, the clock, readers, a correction, a
// withdrawal, and the ledger of it all. In both interfaces, with script and a passkey, and by forms alone.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { ownNewsroom } from "../lib/own-newsroom.js";
import { sentence } from "../lib/sentences.js";
import { codeOf, listen, withFinger } from "../lib/ways-in.js";

const password = "the apricots ripen in june";
const photograph = new URL("../../fixtures/newsroom/pictures/two-bridges.jpg", import.meta.url);
const story = {
  ar: { headline: "فتح الجسرين أمام المشاة", text: "فُتح الجسران صباح اليوم أمام المشاة.", changed: "فُتح أحد الجسرين صباح اليوم أمام المشاة.", alt: "جسران من حجر فوق نهر", word: "فُتح جسر واحد لا جسران.", notice: "لم يُفتح أي من الجسرين." },
  en: { headline: "Both bridges open to walkers", text: "Both bridges opened to walkers this morning.", alt: "Two stone bridges over a river" },
};
const ways = [
  { lang: "ar", javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  { lang: "en", javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  { lang: "ar", javaScriptEnabled: false, viewport: { width: 360, height: 740 } },
];
/** What the ledger says at the end; of who has no passkey also that they set an app up. */
const acts = ["link-made", "arrived", "added", "picture-added", "picture-set", "begun", "translation-begun", "submitted", "found-ready", "scheduled", "corrected", "withdrawn"];

for (const way of ways) {
  const { lang, ...size } = way;
  test(`from the first link to the withdrawal of a story: ${lang}, ${size.javaScriptEnabled ? "with script" : "by forms alone"}`, async ({ browser }) => {
    const newsroom = await ownNewsroom();
    try {
      const person = () => newcomer(browser, newsroom.site, way);
      const [admin, editor, reader] = [await person(), await person(), await person()];
      await admin.comeIn(newsroom.link, "Omar Sabri");
      await editor.comeIn(await admin.invite("layla"), "Layla Haddad");

      const picture = await editor.handIn(photograph);
      const arabic = await editor.write(picture);
      const english = await editor.translate(arabic, picture);
      for (const path of [arabic, english]) await editor.step(path, "story-submit", "story-said-submitted");
      for (const path of [arabic, english]) {
        await admin.step(path, "story-approve", "story-said-found-ready");
        await admin.schedule(path);
      }
      const addresses = { ar: await admin.published(arabic), en: await admin.published(english) };
      await reader.sees(addresses.ar, story.ar.text, story.ar.alt);
      await reader.sees(addresses.en, story.en.text, story.en.alt);

      await editor.correct(arabic);
      await reader.sees(addresses.ar, story.ar.word, story.ar.alt);
      await reader.sees("/ar/corrections/", story.ar.word);
      await admin.withdraw(arabic);
      await expect(async () => expect((await reader.page.goto(addresses.ar)).status()).toBe(410)).toPass();
      await reader.sees(addresses.ar, story.ar.notice);
      expect((await reader.page.goto(addresses.en)).status()).toBe(200);

      await admin.page.goto("/desk/ledger");
      const rows = admin.page.locator("tbody tr");
      for (const act of size.javaScriptEnabled ? acts : [...acts, "second-set"]) {
        await expect(rows.getByText(sentence(lang, `act-${act}`), { exact: true }).first(), act).toBeVisible();
      }
      expect(newsroom.verify()).toContain("The ledger is whole");
      expect([admin, editor, reader].flatMap((one) => one.complaints)).toEqual([]);
      for (const { context } of [admin, editor, reader]) await context.close();
    } finally {
      await newsroom.end();
    }
  });
}

/** Somebody at a window of their own, and what they do there. */
async function newcomer(browser, site, { lang, ...size }) {
  const context = await browser.newContext({ baseURL: site, locale: lang, ...size });
  const page = await context.newPage();
  const complaints = listen(page);
  const words = (name) => sentence(lang, name);
  const press = (name) => page.locator("main").getByRole("button", { name: words(name), exact: true }).click();
  const told = (name) => expect(page.getByText(words(name), { exact: true })).toBeVisible();
  const step = async (path, button, said) => {
    await page.goto(path);
    await press(button);
    await told(said);
  };
  const withKey = async () => {
    await withFinger(context, page);
    await press("welcome-passkey-do");
    await expect(page).toHaveURL(/\/desk\/account$/);
  };
  const withPassword = async () => {
    await page.locator("#password").fill(password);
    await page.locator("#password-again").fill(password);
    await press("welcome-password-do");
    await page.getByRole("link", { name: words("account-set-second") }).click();
    await page.locator("#code").fill(codeOf(await page.locator(".qr__secret").innerText(), 0));
    await press("second-set");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("codes"));
  };
  /** Fills the page of a story that is open: its fields by their names, and its text. */
  const write = async (text, fields) => {
    const pad = page.locator(size.javaScriptEnabled ? ".pad__text" : "#body");
    await pad.waitFor();
    for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
    await pad.fill(text);
    await press("story-save");
    if (size.javaScriptEnabled) await expect(page.locator("#saved")).toHaveAttribute("data-state", "saved");
    else await told("story-said-saved");
  };

  return {
    context,
    page,
    complaints,
    step,

    /** Comes by a one-time link: with a passkey, or without script with a password and an app's codes. */
    async comeIn(link, name) {
      await page.goto(link);
      const spoken = await page.locator("html").getAttribute("lang");
      if (spoken !== lang) await page.getByRole("link", { name: sentence(spoken, "other-language"), exact: true }).click();
      const field = size.javaScriptEnabled ? "-key" : "";
      await page.locator(`#name${field}`).fill(name);
      await page.locator(`#lang${field}`).selectOption(lang);
      await (size.javaScriptEnabled ? withKey() : withPassword());
      await page.goto("/desk/");
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
    },

    /** Invites an editor, and gives the link that is shown this once. */
    async invite(login) {
      await page.goto("/desk/people");
      await page.locator("#login").fill(login);
      await page.locator("#lang").selectOption(lang);
      await page.locator("#role").selectOption("editor");
      await press("people-invite-do");
      return page.locator("#link").inputValue();
    },

    /** Hands a picture in, says what it shows in both languages, and gives its number. */
    async handIn(file) {
      await page.goto("/desk/media/");
      await page.locator("#file").setInputFiles([{ name: "two-bridges.jpg", mimeType: "image/jpeg", buffer: readFileSync(file) }]);
      await press("media-send");
      await page.locator(".hand__file").getByRole("link").click();
      for (const one of ["ar", "en"]) await page.locator(`#alt-${one}`).fill(story[one].alt);
      await press("media-save");
      await told("media-did-saved");
      return new URL(page.url()).pathname.split("/").at(-1);
    },

    /** Writes the story in Arabic, and gives its path. */
    async write(picture) {
      await page.goto("/desk/stories/new");
      await page.locator("#lang").selectOption("ar");
      await page.locator("#headline").fill(story.ar.headline);
      await press("story-begin");
      const path = new URL(page.url()).pathname;
      await write(story.ar.text, { picture, picture_alt: story.ar.alt });
      return path;
    },

    /** Writes its translation beside it, and gives that one's path. */
    async translate(source, picture) {
      await page.goto(source);
      await press("story-translate");
      const path = new URL(page.url()).pathname;
      await expect(page.locator(".source")).toContainText(story.ar.text);
      await expect(page.locator("#picture")).toHaveValue(picture);
      await write(story.en.text, { headline: story.en.headline, picture_alt: story.en.alt });
      return path;
    },

    /** Sets the clock some seconds on. */
    async schedule(path) {
      await page.goto(path);
      await page.locator("#schedule_at").fill(soon(await page.locator("time").first().getAttribute("datetime")));
      await press("story-schedule");
      await told("story-said-scheduled");
    },

    /** Waits until the clock has published the story, and gives its public address. */
    async published(path) {
      await expect(async () => {
        await page.goto(path);
        await expect(page.locator(".state--published")).toBeVisible({ timeout: 500 });
      }).toPass();
      return page.getByRole("link", { name: words("story-as-read"), exact: true }).getAttribute("href");
    },

    async correct(path) {
      await page.goto(path);
      await write(story.ar.changed, {});
      await page.locator("#correction_kind").selectOption("correction");
      await page.locator("#correction").fill(story.ar.word);
      await press("story-publish-change");
      await told("story-said-published");
    },

    async withdraw(path) {
      await page.goto(path);
      await page.locator("summary", { hasText: words("story-withdraw") }).click();
      await page.locator("#notice").fill(story.ar.notice);
      await press("story-withdraw-do");
      await told("story-said-withdrawn");
    },

    /** A page says this by now, and shows a picture that is described so. */
    async sees(address, text, alt) {
      await expect(async () => {
        await page.goto(address);
        await expect(page.locator("main")).toContainText(text, { timeout: 500 });
      }).toPass();
      if (alt) await expect(page.locator("main img").first()).toHaveAttribute("alt", alt);
    },
  };
}

/** An instant some seconds on, in the newsroom's hours, which an instant of its own pages tells. */
function soon(sample) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(sample ?? "") ?? ["", "+", "0", "0"];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return new Date(Date.now() + 3000 + offset * 60_000).toISOString().slice(0, 19);
}
