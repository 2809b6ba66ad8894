// Every link leads somewhere, every page knows its translation, and nothing comes from elsewhere.

import { expect, test } from "@playwright/test";

import { answers, byPath, pages } from "../lib/found.js";
import { pathWithin, setCanonicalOrigin } from "../lib/crawl.js";
import { alike, kindOf, required } from "../lib/kinds.js";
import { languages, site } from "../lib/surroundings.js";

setCanonicalOrigin(pages.find((page) => page.canonical)?.canonical);

test("the demo shows every kind of page in both languages", () => {
  const shown = (kind, lang) => pages.some((page) => page.kind === kind && page.language === lang);
  const missing = required.flatMap((kind) => languages.filter((lang) => !shown(kind, lang)).map((lang) => `${kind} ${lang}`));
  expect(missing).toEqual([]);
});

test("every link within the site is answered with what it promises", () => {
  const problems = new Set();
  for (const page of pages) {
    for (const address of [...page.links, ...page.resources, ...page.alternates]) {
      const path = /^(https?:|\/|[^:]*$)/.test(address) ? pathWithin(address, page.path) : undefined;
      const answer = path && byPath.get(path);
      // A withdrawn story answers 410 with its notice, and lists may still name it.
      const isItself = path === page.path;
      const isFine = !answer || isItself || answer.status === 200 || answer.status === 410;
      if (!isFine) problems.add(`${decodeURI(page.path)} links to ${decodeURI(path)}, which answers ${answer.status}`);
    }
  }
  expect([...problems].slice(0, 20)).toEqual([]);
});

test("no address of the site fails", () => {
  const problems = answers
    .filter((answer) => answer.status === 0 || answer.status >= 500 || (answer.status === 404 && !answer.path.includes("no-such-page")))
    .map((answer) => `${decodeURI(answer.path)} answers ${answer.status}`);
  expect(problems).toEqual([]);
});

test("no page takes anything from another origin", () => {
  const problems = [];
  for (const page of pages) {
    for (const address of page.resources) {
      const url = new URL(address, new URL(page.path, site));
      const isOwn = url.origin === new URL(site).origin || url.protocol === "data:";
      if (!isOwn) problems.push(`${decodeURI(page.path)} takes ${address}`);
    }
  }
  expect(problems).toEqual([]);
});

test("translations name each other", () => {
  const problems = [];
  for (const page of pages.filter((page) => page.status === 200)) {
    const own = page.path;
    const canonical = page.canonical && pathWithin(page.canonical, own);
    for (const [lang, address] of page.languages) {
      const other = byPath.get(pathWithin(address, own));
      const isBack = other?.languages?.some(([, back]) => pathWithin(back, other.path) === (canonical ?? own));
      const isRightLanguage = lang === "x-default" || other?.lang === lang;
      if (!isBack || !isRightLanguage) problems.push(`${decodeURI(own)} says that ${lang} is ${decodeURI(address)}`);
    }
  }
  expect(problems.slice(0, 20)).toEqual([]);
});

test("a page's canonical address is itself, a full page, or the page without its query", () => {
  const problems = [];
  for (const page of pages.filter((page) => page.canonical && page.status === 200 && !page.isPrepared)) {
    const canonical = byPath.get(pathWithin(page.canonical, page.path));
    const sameKind = canonical && `${page.kind}`.replace("text-", "") === kindOf(canonical.path, 200);
    const isSearch = page.kind.includes("search");
    // Of pages that are all alike only some were looked at.
    const isUnseen = canonical === undefined && alike.has(page.kind.replace("text-", ""));
    if (!isUnseen && (canonical?.status !== 200 || !(sameKind || isSearch))) {
      problems.push(`${decodeURI(page.path)} says it is ${decodeURI(page.canonical)}`);
    }
  }
  expect(problems.slice(0, 20)).toEqual([]);
});
