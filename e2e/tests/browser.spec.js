// What a browser says while it opens the pages, wide and on the narrowest phone.

import { expect, test } from "@playwright/test";

import { sample } from "../lib/found.js";
import { open } from "../lib/open.js";
import { languages, site } from "../lib/surroundings.js";

for (const lang of languages) {
  test(`pages open without a complaint and ask nobody else: ${lang}`, async ({ page: tab }) => {
    const problems = [];
    let path = "";
    let status = 200;
    const note = (what) => problems.push(`${decodeURI(path)}: ${what}`);
    tab.on("pageerror", (error) => note(error.message));
    tab.on("console", (message) => {
      // A browser calls the page itself an error when it is a 404 or 410, as it should be here.
      const isOwnStatus = status !== 200 && message.text().startsWith("Failed to load resource");
      if (["error", "warning"].includes(message.type()) && !isOwnStatus) note(message.text());
    });
    tab.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== new URL(site).origin && url.protocol !== "data:") note(`asks for ${url}`);
    });
    tab.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "net::ERR_ABORTED") note(`did not get ${request.url()}`);
    });
    for (const page of sample(2).filter((page) => page.language === lang)) {
      ({ path, status } = page);
      await open(tab, page);
    }
    expect(problems).toEqual([]);
  });

  test(`nothing sticks out of a screen of 320 px: ${lang}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const tab = await context.newPage();
    const problems = [];
    for (const page of sample(2).filter((page) => page.language === lang)) {
      await open(tab, page);
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) problems.push(`${page.kind} (${decodeURI(page.path)}) is ${width} px wide`);
    }
    await context.close();
    expect(problems).toEqual([]);
  });
}
