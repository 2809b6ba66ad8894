// The interface's sentences, which the page brings along in its own language from the locale files.

let sentences = {};
let plurals = new Intl.PluralRules("en");
let digits = new Intl.NumberFormat("en");

/** Takes the page's sentences, by their names without `editor-`, and the language they are in. */
export function setSentences(given, lang, numbering) {
  sentences = given;
  plurals = new Intl.PluralRules(lang);
  digits = new Intl.NumberFormat(numbering ? `${lang}-u-nu-${numbering}` : `${lang}-u-nu-latn`, { useGrouping: true });
}

/** The sentence of that name with its `[places]` filled; the name itself when there is none. */
export function t(name, values = {}) {
  return Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`[${key}]`, value), sentences[name] ?? name);
}

/** What a button shows of its name. */
export const short = (name) => sentences[`short-${name}`] ?? t(name);

/** The sentence for a count, `name-one`, `name-two` … as the language has them, with the number as it writes it. */
export function counted(name, count) {
  const form = `${name}-${plurals.select(count)}`;
  return t(sentences[form] === undefined ? `${name}-other` : form, { n: digits.format(count) });
}

/** A number as the language writes it. */
export const number = (count) => digits.format(count);
