// What machines read: data blocks in stories, feeds, maps.

import { expect, test } from "@playwright/test";

import { locations } from "../lib/crawl.js";
import { answers, bodyOf, pages } from "../lib/found.js";
import { languages } from "../lib/surroundings.js";
import { complaintsOfXml } from "../lib/take-apart.js";

/** What a search engine and an archive want to know of every story. */
const ofStory = [
  "author",
  "dateModified",
  "datePublished",
  "headline",
  "inLanguage",
  "isAccessibleForFree",
  "mainEntityOfPage",
  "publisher",
];

test("every data block is JSON, and every story has a NewsArticle with its keys", () => {
  const problems = [];
  for (const page of pages) {
    const things = [];
    for (const block of page.data) {
      try {
        const parsed = JSON.parse(block);
        things.push(...(parsed["@graph"] ?? [parsed].flat()));
      } catch (error) {
        problems.push(`${decodeURI(page.path)}: ${error.message}`);
      }
    }
    if (page.kind === "story" && page.status === 200) {
      const article = things.find((thing) => [thing["@type"]].flat().includes("NewsArticle"));
      const missing = ofStory.filter((key) => article?.[key] === undefined);
      if (missing.length > 0) problems.push(`${decodeURI(page.path)} lacks ${missing.join(", ")}`);
      if (article && article.inLanguage !== page.language) problems.push(`${decodeURI(page.path)}: wrong inLanguage`);
    }
  }
  expect(problems.slice(0, 20)).toEqual([]);
});

test("feeds, maps and pictures in XML are well formed", async ({ page }) => {
  const documents = answers.filter((answer) => /[/+]xml$/.test(answer.type) && answer.status === 200);
  const complaints = await page.evaluate(complaintsOfXml, documents.map(bodyOf));
  const problems = documents
    .map((answer, index) => [decodeURI(answer.path), complaints[index]])
    .filter(([, complaint]) => complaint);
  expect(problems).toEqual([]);
});

test("each language has its feeds in all three forms", () => {
  const isFeed = {
    "feed.atom": (body) => body.includes("<feed") && body.includes("<entry"),
    "feed.rss": (body) => body.includes("<rss") && body.includes("<item"),
    "feed.json": (body) => JSON.parse(body).version.startsWith("https://jsonfeed.org/version/1") && JSON.parse(body).items.length > 0,
  };
  const problems = [];
  for (const lang of languages) {
    for (const [name, looksRight] of Object.entries(isFeed)) {
      const answer = answers.find((answer) => answer.path === `/${lang}/${name}`);
      if (answer?.status !== 200 || !looksRight(bodyOf(answer))) problems.push(`/${lang}/${name}`);
    }
  }
  expect(problems).toEqual([]);
});

/** The texts of JSON in an answer: each line is one where the type says so. */
const textsOf = (answer) => {
  const body = bodyOf(answer);
  return answer.type.includes("ndjson") ? body.split("\n").filter((line) => line !== "") : [body];
};

test("everything in JSON is JSON", () => {
  const problems = [];
  for (const answer of answers.filter((answer) => answer.type.includes("json") && answer.status === 200)) {
    try {
      textsOf(answer).forEach((text) => JSON.parse(text));
    } catch (error) {
      problems.push(`${answer.path}: ${error.message}`);
    }
  }
  expect(problems).toEqual([]);
});

test("the map for search engines names every story", () => {
  const maps = answers.filter((answer) => answer.path.includes("sitemap") && answer.status === 200);
  const named = new Set(maps.flatMap((map) => locations({ body: bodyOf(map) })));
  const stories = pages.filter((page) => page.kind === "story" && page.status === 200);
  expect(stories.length).toBeGreaterThan(0);
  expect(stories.map((story) => story.path).filter((path) => !named.has(path))).toEqual([]);
});
