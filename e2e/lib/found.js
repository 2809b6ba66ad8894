// What the crawl found, as the checks ask for it.

import { readFileSync } from "node:fs";

import { languages, out } from "./surroundings.js";

/** Every answer of the site. */
export const answers = JSON.parse(readFileSync(new URL("index.json", out), "utf8"));

/** Every page, errors included. */
export const pages = answers.filter((answer) => answer.type === "text/html");

/** The answers by their path. */
export const byPath = new Map(answers.map((answer) => [answer.path, answer]));

/** The text of an answer. */
export function bodyOf(answer) {
  return readFileSync(new URL(answer.file, out), "utf8");
}

/** At most `count` pages of each kind in each language. */
export function sample(count) {
  const kinds = [...new Set(pages.map((page) => page.kind))];
  return languages.flatMap((lang) =>
    kinds.flatMap((kind) =>
      pages.filter((page) => page.kind === kind && page.language === lang).slice(0, count),
    ),
  );
}
