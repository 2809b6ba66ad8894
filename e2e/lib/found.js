// What the crawl found, as the checks ask for it.

import { readFileSync } from "node:fs";

import { languages, out } from "./surroundings.js";

/** Every answer of the site. */
export const answers = JSON.parse(readFileSync(new URL("index.json", out), "utf8"));

/** Every page, errors included. */
export const pages = answers.filter((answer) => answer.type === "text/html");

/** The answers by their path; those that only an act leads to have none of their own. */
export const byPath = new Map(answers.filter((answer) => !answer.isPrepared).map((answer) => [answer.path, answer]));

/** The text of an answer. */
export function bodyOf(answer) {
  return readFileSync(new URL(answer.file, out), "utf8");
}

/** Whether a page is of the text edition, which has the markup of the full one and a sheet of its own. */
const isText = (page) => page.kind.startsWith("text-");
/** Kinds of the text edition that show all that its sheet sets. */
const textKinds = new Set(["text-front", "text-story", "text-thread", "text-reply", "text-search", "text-history"]);

/** The pages whose markup is worth reading: all of the full edition, and some of each kind of the other. */
export const worthReading = () => [...pages.filter((page) => !isText(page)), ...sample(5).filter(isText)];

/** One page of each kind that looks its own way. */
export const looks = () => sample(1).filter((page) => !isText(page) || textKinds.has(page.kind));

/** At most `count` pages of each kind in each language. */
export function sample(count) {
  const kinds = [...new Set(pages.map((page) => page.kind))];
  return languages.flatMap((lang) =>
    kinds.flatMap((kind) =>
      pages.filter((page) => page.kind === kind && page.language === lang).slice(0, count),
    ),
  );
}

/** The first problem of each page, of at most twenty, as lines: one mistake in a template is on all its pages. */
export function firstOfEach(problems) {
  const first = new Map();
  for (const [path, problem] of problems) {
    if (!first.has(path)) first.set(path, `${decodeURI(path)}, ${problem}`);
  }
  const lines = [...first.values()];
  const more = lines.length - 20;
  return more > 0 ? [...lines.slice(0, 20), `and on ${more} pages more`] : lines;
}
