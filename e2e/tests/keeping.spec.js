// No word is lost: the server is killed, the browser closed, the line cut, or somebody else writes too.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium as browserType, expect, test } from "@playwright/test";

import { sentence } from "../lib/sentences.js";
import { begin, beginAs, complaintsOf, keptBody, openStory, ownNewsroom, sitDown } from "../lib/story-desk.js";
import { chromium, languages, site } from "../lib/surroundings.js";
import { cookies } from "../lib/desk.js";

const said = (lang, name) => sentence(lang, `editor-${name}`);
const lines = { ar: ["عادت المياه إلى الحي اليوم", " وقالت البلدية إنها ستبقى"], en: ["Water is back in the pipes", " and will stay, the town says"] };
const state = (tab, what) => expect(tab.locator("#saved")).toHaveAttribute("data-state", what, { timeout: 30_000 });

test("a server killed in mid-sentence loses nothing", async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), "sijil-desk-"));
  const newsroom = await ownNewsroom(join(folder, "newsroom"));
  try {
    const context = await browser.newContext({ baseURL: newsroom.site });
    await context.addCookies(await newsroom.person("layla-writes", "ar"));
    const complaints = await complaintsOf(context);
    const path = await begin(context.request, "ar", "عودة المياه");
    const tab = await context.newPage();
    const text = await openStory(tab, path);
    await text.click();
    await tab.keyboard.type(lines.ar[0]);
    await state(tab, "saved");
    await tab.keyboard.type(lines.ar[1].slice(0, 9));
    await newsroom.kill();
    await tab.keyboard.type(lines.ar[1].slice(9));
    await state(tab, "offline");
    await expect(tab.locator(".pad__told")).toHaveText(said("ar", "state-offline"));
    await newsroom.start();
    await state(tab, "saved");
    expect(await keptBody(context.request, path)).toBe(`<p>${lines.ar.join("")}</p>`);
    expect(complaints).toEqual([]);
    await context.close();
  } finally {
    await newsroom.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

for (const lang of languages) {
  const other = languages.find((one) => one !== lang);

  test(`a browser closed without a line offers the text again, to its writer alone: ${lang}`, async () => {
    const profile = await mkdtemp(join(tmpdir(), "sijil-profile-"));
    const sit = async (person) => {
      const context = await browserType.launchPersistentContext(profile, { ...chromium, baseURL: site });
      await context.clearCookies();
      await context.addCookies(cookies(person));
      return { context, tab: await context.newPage() };
    };
    const path = await beginAs(lang, lang);
    const before = await sit(lang);
    const text = await openStory(before.tab, path);
    await before.tab.route("**/draft", (route) => route.abort());
    await text.click();
    await before.tab.keyboard.type(lines[lang].join(""));
    await state(before.tab, "offline");
    await before.context.close();

    const stranger = await sit(other);
    await openStory(stranger.tab, path);
    await expect(stranger.tab.locator(".found")).toHaveCount(0);
    const there = await stranger.tab.evaluate(readable);
    expect(there.count).toBeGreaterThan(0);
    expect(there.text).not.toContain(lines[lang][0].slice(0, 12));
    await stranger.context.close();

    const after = await sit(lang);
    await openStory(after.tab, path);
    await after.tab.locator(".found").getByRole("button", { name: said(lang, "compare") }).click();
    await expect(after.tab.getByRole("dialog")).toContainText(lines[lang].join(""));
    await after.tab.getByRole("dialog").getByRole("button", { name: said(lang, "restore") }).click();
    await expect(after.tab.locator(".pad__text")).toHaveText(lines[lang].join(""));
    await state(after.tab, "saved");
    expect(await keptBody(after.context.request, path)).toBe(`<p>${lines[lang].join("")}</p>`);
    await after.context.close();
    await rm(profile, { recursive: true, force: true });
  });

  test(`of two who write at once both texts are seen, and neither is lost: ${lang}`, async ({ browser }) => {
    const [one, two] = [await sitDown(browser, lang), await sitDown(browser, other)];
    const path = await beginAs(lang, lang);
    const text = await openStory(one.tab, path);
    await text.click();
    await one.tab.keyboard.type(lines[lang][0]);
    await state(one.tab, "saved");

    const theirs = await openStory(two.tab, path);
    await two.tab.getByRole("button", { name: sentence(other, "story-takeover") }).click();
    await two.tab.waitForLoadState();
    await theirs.waitFor();
    await theirs.click();
    await two.tab.keyboard.press("End");
    await two.tab.keyboard.type(" !");
    await state(two.tab, "saved");

    await one.tab.keyboard.type(lines[lang][1]);
    const dialog = one.tab.getByRole("dialog");
    await expect(dialog).toContainText(said(lang, "nothing-lost"), { timeout: 30_000 });
    await expect(dialog.locator(".sides__own").first()).toHaveText(lines[lang].join(""));
    await dialog.getByRole("button", { name: said(lang, "take-theirs") }).click();
    await expect(text).toHaveText(`${lines[lang][0]} !`);
    await expect(text).toHaveAttribute("contenteditable", "false");
    await openStory(one.tab, path);
    await expect(one.tab.locator(".found")).toContainText(said(lang, "found-own").split("[time]")[0]);
    for (const { complaints, context } of [one, two]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
}

/** All that this browser keeps of the desk, as somebody who looks for it can read it. */
async function readable() {
  const db = await new Promise((done) => { indexedDB.open("sijil-desk").onsuccess = (event) => done(event.target.result); });
  const rows = await new Promise((done) => { db.transaction("text").objectStore("text").getAll().onsuccess = (event) => done(event.target.result); });
  const texts = rows.map((row) => `${row.id} ${new TextDecoder().decode(row.data)}`);
  return { count: rows.length, text: [...texts, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(" ") };
}
