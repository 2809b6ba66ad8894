// Coming to work: by a one-time link with a passkey, and with a password and an app's codes where
// there is no script. Each page on the way is looked at by axe.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { ownNewsroom } from "../lib/own-newsroom.js";
import { sentence } from "../lib/sentences.js";
import { codeOf, listen, signOut, withFinger } from "../lib/ways-in.js";

test.describe.configure({ mode: "serial" });

const password = "the bridge opens at noon";
/** Each language on another kind of screen. */
const screens = [
  { lang: "ar", viewport: { width: 360, height: 740 } },
  { lang: "en", viewport: { width: 1280, height: 800 } },
];

let newsroom;
test.beforeAll(async () => {
  newsroom = await ownNewsroom();
});
test.afterAll(() => newsroom?.end());

for (const { lang, viewport } of screens) {
  const words = (name) => sentence(lang, name);

  test(`a link, a passkey, out and in again by it: ${lang}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, locale: lang, bypassCSP: false });
    const page = await context.newPage();
    const complaints = listen(page);
    await withFinger(context, page);
    const link = lang === "ar" ? newsroom.link : newsroom.invite("layla", "admin", lang);
    await page.goto(link);
    await inSight(page);
    await page.locator("#name-key").fill("Layla Haddad");
    await page.locator("#lang-key").selectOption(lang);
    await page.getByRole("button", { name: words("welcome-passkey-do") }).click();
    await expect(page).toHaveURL(/\/desk\/account$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("account"));
    await expect(page.getByText(words("account-passkey"), { exact: true })).toBeVisible();
    await inSight(page);

    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("welcome-gone"));
    await page.goto(`${newsroom.site}/desk/`);
    await signOut(page, lang);
    await expect(page).toHaveURL(/\/desk\/login/);
    await inSight(page);
    await page.getByRole("button", { name: words("desk-with-passkey") }).click();
    await expect(page).toHaveURL(/\/desk\/$/);

    for (const place of ["people", "bylines", "ledger", "account", "account/second", "again"]) {
      await page.goto(`${newsroom.site}/desk/${place}`);
      await inSight(page);
    }
    expect(complaints).toEqual([]);
    const state = await context.storageState();
    await context.close();
    await axeOn(browser, { viewport, locale: lang, storageState: state }, [
      "/desk/people",
      "/desk/bylines",
      "/desk/ledger",
      "/desk/account",
      "/desk/account/second",
      "/desk/again",
    ]);
    await axeOn(browser, { viewport, locale: lang }, [
      `/desk/login?lang=${lang}`,
      new URL(newsroom.invite(`looked-at-${lang}`, "editor", lang)).pathname,
    ]);
  });

  test(`a password with an app's codes, without script: ${lang}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, locale: lang, javaScriptEnabled: false });
    const page = await context.newPage();
    const login = `omar-${lang}`;
    await page.goto(newsroom.invite(login, "editor", lang));
    await expect(page.getByRole("button", { name: words("welcome-passkey-do") })).toBeHidden();
    await page.locator("#password").fill("password12345");
    await page.locator("#password-again").fill("password12345");
    await page.getByRole("button", { name: words("welcome-password-do") }).click();
    await expect(page.getByRole("alert")).toHaveText(words("password-common"));
    await page.locator("#password").fill(password);
    await page.locator("#password-again").fill(password);
    await page.getByRole("button", { name: words("welcome-password-do") }).click();
    await page.getByRole("link", { name: words("account-set-second") }).click();
    const secret = await page.locator(".qr__secret").innerText();
    await page.locator("#code").fill(codeOf(secret, 0));
    await page.getByRole("button", { name: words("second-set") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("codes"));
    const recovery = await page.locator(".codes code").first().innerText();

    await signOut(page, lang);
    await signIn(page, words, login, "");
    await expect(page.getByRole("alert")).toHaveText(words("desk-wrong"));
    // The step that is now was used up: the app's next code holds already.
    await signIn(page, words, login, codeOf(secret, 1));
    await expect(page).toHaveURL(/\/desk\/$/);
    await signOut(page, lang);
    await signIn(page, words, login, recovery);
    await expect(page).toHaveURL(/\/desk\/$/);
    await context.close();
  });
}

test("after all that the ledger is whole", () => {
  expect(newsroom.verify()).toContain("The ledger is whole");
});

/** Nothing lies beside the screen. */
async function inSight(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
  expect(wide, page.url()).toBeLessThanOrEqual(0);
}

async function axeOn(browser, options, paths) {
  // The checker brings its own script, which the page's policy would refuse.
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(`${newsroom.site}${path}`);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
      expect(found, `${path}, ${colorScheme}`).toEqual([]);
    }
  }
  await context.close();
}

async function signIn(page, words, login, code) {
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("#code").fill(code);
  await page.getByRole("button", { name: words("desk-sign-in"), exact: true }).click();
}
