// The newsroom's own sentences, so that a check asks for what is written there and not for a copy.

import { readFileSync } from "node:fs";

import { languages } from "./surroundings.js";

const catalogues = new Map(languages.map((lang) => [lang, read(lang)]));

/** The sentence of that name; only those of one line, without numbers in them. */
export function sentence(lang, name) {
  const found = catalogues.get(lang).get(name);
  if (found === undefined) throw new Error(`there is no sentence ${name} in ${lang}`);
  return found;
}

/** Which word of a headline a question asks for. */
export function wordAskedFor(lang, question, headline) {
  const words = headline.trim().split(/\s+/);
  const places = ["first", "second", "third", "fourth", "fifth", "last"];
  const asked = places.find((place) => bare(question) === asking(lang, place));
  if (asked === undefined) throw new Error(`a question of another kind: ${question}`);
  return asked === "last" ? words.at(-1) : words[places.indexOf(asked)];
}

function asking(lang, place) {
  return sentence(lang, "code-question").replace("{ $what }", sentence(lang, `code-word-${place}`));
}

/** Without the invisible marks that keep a name's direction to itself. */
function bare(text) {
  return text.replace(/[\u2066-\u2069]/g, "").trim();
}

function read(lang) {
  const text = readFileSync(new URL(`../../crates/sijil/locales/${lang}.ftl`, import.meta.url), "utf8");
  const lines = text.matchAll(/^([a-z][\w-]*) = (.*\S)\s*$/gm);
  return new Map([...lines].map(([, name, words]) => [name, words]));
}
