// Before any check: one crawl of the whole site, kept in out/ for all checks to read.

import { mkdir, rm, writeFile } from "node:fs/promises";

import { chromium as browserType } from "@playwright/test";

import { crawl, fetchPath, setCanonicalOrigin } from "./crawl.js";
import { ask, prepare } from "./situations.js";
import { chromium, languages, out } from "./surroundings.js";
import { takeApart } from "./take-apart.js";

/** Addresses that no page links to and that people keep: stories that the demo newsroom withdrew, and a day. */
const unlinked = [
  "/ar/2026/11/04/استقالة-وزيرة-الصحة/",
  "/en/2026/11/04/health-minister-resignation-report/",
  "/ar/2026/11/21/",
  "/en/2026/11/21/",
].map(encodeURI);

export default async function setup() {
  await rm(out, { recursive: true, force: true });
  await mkdir(new URL("pages/", out), { recursive: true });
  const situations = await prepare();
  const browser = await browserType.launch(chromium);
  try {
    const tab = await browser.newPage();
    const found = await crawl(await seeds(tab), tab);
    for (const path of searches(found)) {
      for (const [key, answer] of await crawl([path], tab)) if (!found.has(key)) found.set(key, answer);
    }
    await keep([...found.values(), ...(await asked(situations, tab))]);
  } finally {
    await browser.close();
  }
}

/** Where the walk begins: the fronts of both editions, the maps for machines, an address that is nowhere. */
async function seeds(tab) {
  const front = await fetchPath("/en/");
  const [parts] = await tab.evaluate(takeApart, [front.body]);
  setCanonicalOrigin(parts.canonical);
  const ofLanguages = languages.flatMap((lang) => [`/${lang}/`, `/${lang}/text/`, `/${lang}/no-such-page/`]);
  return ["/robots.txt", "/sitemap.xml", "/news-sitemap.xml", ...ofLanguages, ...unlinked];
}

/** A search that finds something and one that does not, in each language. */
function searches(found) {
  return languages.flatMap((lang) => {
    const story = [...found.values()].find((page) => page.kind === "story" && page.language === lang);
    const words = story?.headlines?.[0]?.match(/\p{L}{5,}/gu) ?? [];
    const word = words.at(-1) ?? "";
    return [`/${lang}/search?q=${encodeURIComponent(word)}`, `/${lang}/search?q=zzqqxxjj`];
  });
}

/** The pages at the end of an act, taken apart like the others. */
async function asked(situations, tab) {
  const pages = await Promise.all(situations.map(ask));
  const parts = await tab.evaluate(takeApart, pages.map((page) => page.body));
  return pages.map((page, index) => ({ ...page, ...parts[index] }));
}

async function keep(answers) {
  const index = [];
  for (const [number, { body, ...answer }] of answers.entries()) {
    const isEmptySearch = answer.path.endsWith("?q=zzqqxxjj");
    const file = `pages/${String(number).padStart(5, "0")}.${answer.type === "text/html" ? "html" : "txt"}`;
    await writeFile(new URL(file, out), body);
    index.push({ ...answer, kind: isEmptySearch ? "search-empty" : answer.kind, file });
  }
  await writeFile(new URL("index.json", out), JSON.stringify(index));
}
