// A comment's life: sent, let through or turned down by a moderator, answered, reported, changed, taken back.

import { expect, test } from "@playwright/test";

import { cookies } from "../lib/desk.js";
import { complaintsOfXml } from "../lib/take-apart.js";
import { sentence } from "../lib/sentences.js";
import { languages, site } from "../lib/surroundings.js";
import { pages } from "../lib/found.js";
import { expectReceipt, newWords, press, storyFor, write } from "../lib/writing.js";

for (const lang of languages) {
  test(`a comment is let through, answered, reported and taken back: ${lang}`, async ({ page: tab, browser }) => {
    const [words, { address }] = [newWords(lang), storyFor(lang, 8)];
    const receipt = await sent(tab, lang, address, words);
    const desk = await openDesk(browser, lang);
    await decided(desk, lang, words, "do-approve");

    const thread = `${address}comments/`;
    const comment = tab.locator("li.comment", { hasText: words.text });
    await expectShown(tab, thread, comment);
    const feed = await tab.request.get(`${thread}feed.atom`);
    const body = await feed.text();
    expect(body).toContain(words.text);
    // Our own pages let no script of theirs parse a text; an empty one does.
    const empty = await browser.newPage();
    expect(await empty.evaluate(complaintsOfXml, [body])).toEqual([null]);
    await empty.close();

    await tab.goto(receipt);
    await expectReceipt(tab, lang, words, "receipt-shown");
    await tab.getByRole("link", { name: sentence(lang, "see-comment") }).click();
    await expect(tab.locator("h1")).toHaveText(sentence(lang, "conversation"));
    await comment.getByRole("link", { name: sentence(lang, "report"), exact: true }).click();
    await tab.locator("#reason-offensive").check();
    await press(tab, lang, "report-send");
    await expect(tab.getByRole("status")).toHaveText(sentence(lang, "report-done"));
    await desk.goto(new URL("/desk/moderation?state=reported", site).href);
    await expect(row(desk, words)).toBeVisible();

    await tab.goto(thread);
    await comment.getByRole("link", { name: sentence(lang, "reply"), exact: true }).click();
    const answer = newWords(lang);
    // A moderator let the writer's words pass, and it is calm: no code is asked for.
    await write(tab, answer);
    await press(tab, lang, "send-comment");
    await expectReceipt(tab, lang, answer, "receipt-held");
    await decided(desk, lang, answer, "do-approve");
    await expectShown(tab, thread, comment.locator("li.comment", { hasText: answer.text }));

    await tab.goto(receipt);
    await press(tab, lang, "receipt-withdraw");
    await expectReceipt(tab, lang, {}, "receipt-withdrawn");
    await expectShown(tab, thread, tab.getByText(sentence(lang, "comment-withdrawn")));
    await expect(tab.locator("main")).toContainText(answer.text);
    await expect(tab.locator("main")).not.toContainText(words.text);
    await desk.context().close();
  });

  test(`a comment is changed, turned down for a reason, and looked at again: ${lang}`, async ({ page: tab, browser }) => {
    const [words, { address }] = [newWords(lang), storyFor(lang, 9)];
    const receipt = await sent(tab, lang, address, words);
    const changed = newWords(lang);
    await tab.locator("#comment-text").fill(changed.text);
    await press(tab, lang, "receipt-save");
    await expectReceipt(tab, lang, changed, "receipt-held");

    const desk = await openDesk(browser, lang, { javaScriptEnabled: false });
    await desk.goto(new URL("/desk/moderation?state=held", site).href);
    await row(desk, changed).locator("summary", { hasText: sentence(lang, "do-reject") }).click();
    await row(desk, changed).getByRole("button", { name: sentence(lang, "because-advert"), exact: true }).click();
    await expect(row(desk, changed)).toHaveCount(0);

    await tab.goto(receipt);
    await expectReceipt(tab, lang, changed, "receipt-rejected");
    await expect(tab.locator(".notice")).toContainText(sentence(lang, "rule-advert"));
    await press(tab, lang, "receipt-again");
    await expectReceipt(tab, lang, changed, "receipt-held-again");
    await desk.reload();
    await expect(row(desk, changed)).toBeVisible();
    await desk.context().close();
  });

  test(`the queue is worked with keys, and a decision is taken back: ${lang}`, async ({ page: tab, browser }) => {
    const [words, { address }] = [newWords(lang), storyFor(lang, 10)];
    const receipt = await sent(tab, lang, address, words);
    const desk = await openDesk(browser, lang);
    await desk.goto(new URL("/desk/moderation?state=held", site).href);
    await row(desk, words).focus();
    await desk.keyboard.press("s");
    const button = row(desk, words).getByRole("button", { name: sentence(lang, "do-spam"), exact: true });
    await expect(button).toBeDisabled();
    await tab.goto(receipt);
    await expectReceipt(tab, lang, words, "receipt-rejected");

    await desk.keyboard.press("u");
    await expect(button).toBeEnabled();
    await tab.goto(receipt);
    await expectReceipt(tab, lang, words, "receipt-held");

    const plain = await openDesk(browser, lang, { javaScriptEnabled: false });
    await plain.goto(new URL("/desk/moderation?state=held", site).href);
    await row(plain, words).getByRole("button", { name: sentence(lang, "do-approve"), exact: true }).click();
    await plain.getByRole("button", { name: sentence(lang, "queue-undo"), exact: true }).click();
    await expect(row(plain, words)).toBeVisible();
    await Promise.all([desk, plain].map((page) => page.context().close()));
  });

  test(`a thread is read in the order that is asked for: ${lang}`, async ({ page: tab }) => {
    const threads = pages.filter((page) => page.kind === "thread" && page.language === lang && page.path.endsWith("/comments/"));
    const thread = threads.toSorted((one, other) => other.textLength - one.textLength)[0];
    await tab.goto(new URL(thread.path, site).href);
    const oldest = await idsOf(tab);
    expect(oldest.length).toBeGreaterThan(1);
    await tab.getByRole("link", { name: sentence(lang, "order-newest"), exact: true }).click();
    await expect(tab).toHaveURL(/sort=newest/);
    expect(await idsOf(tab)).toEqual(oldest.toReversed());
    await tab.getByRole("link", { name: sentence(lang, "order-best"), exact: true }).click();
    await expect(tab).toHaveURL(/sort=best/);
    expect((await idsOf(tab)).toSorted()).toEqual(oldest.toSorted());
  });
}

/** Sends a comment as a reader with script does; gives the address of its receipt, on which the tab stands. */
async function sent(tab, lang, address, words) {
  await tab.goto(address);
  await write(tab, words);
  await expect(tab.locator("[data-ramz-status]")).toHaveText(sentence(lang, "code-done"));
  await press(tab, lang, "send-comment");
  await expectReceipt(tab, lang, words, "receipt-held");
  return tab.url();
}

/**
 * A page shows something soon: while much is written, pages are made anew once a second. It is asked for
 * anew, since a browser that was there a moment ago may show again what it has.
 */
async function expectShown(tab, address, what) {
  await tab.goto(address);
  return expect(async () => {
    await tab.reload();
    expect(await what.isVisible()).toBe(true);
  }).toPass();
}

/** A tab of the moderator who works in that language. */
async function openDesk(browser, lang, options) {
  const context = await browser.newContext(options);
  await context.addCookies(cookies(lang));
  return context.newPage();
}

/** Decides on a waiting comment in the queue, with the button of that name. */
async function decided(desk, lang, words, name) {
  await desk.goto(new URL("/desk/moderation?state=held", site).href);
  const button = row(desk, words).getByRole("button", { name: sentence(lang, name), exact: true });
  await button.click();
  // Where it stood it stays, so that the others do not move under the moderator's hand.
  await expect(button).toBeDisabled();
}

/** The comment in the queue. */
function row(desk, { text }) {
  return desk.getByRole("article").filter({ hasText: text });
}

/** The comments at the top of a thread, as they stand on the page. */
function idsOf(tab) {
  return tab.locator(".thread ol").first().locator("> li").evaluateAll((places) => places.map((place) => place.id));
}
