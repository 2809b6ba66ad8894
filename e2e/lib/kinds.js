// What kind of page an address names, so that dear checks look at one page of each kind.

const housePages = new Set(["about", "contact", "method"]);
const named = new Map([
  ["search", "search"],
  ["tags", "tag"],
  ["people", "person"],
  ["record", "record"],
]);

/** The kinds that the demo newsroom must show in each language; a missing one is a failure. */
export const required = [
  "front",
  "section",
  "tag",
  "person",
  "day",
  "story",
  "history",
  "search",
  "search-empty",
  "house",
  "not-found",
  "gone",
  "text-front",
  "text-story",
];

/** The kind of the page at `path`, which was answered with `status`. */
export function kindOf(path, status) {
  if (status === 404) return "not-found";
  if (status === 410) return "gone";
  const segments = path.split("?")[0].split("/").filter(Boolean).slice(1);
  if (segments[0] === "text") return `text-${kindOfSegments(segments.slice(1))}`;
  return kindOfSegments(segments);
}

/** The language of the page at `path`; undefined outside the languages. */
export function languageOf(path) {
  return /^\/(ar|en)\//.exec(path)?.[1];
}

function kindOfSegments(segments) {
  const [first, , , slug, part] = segments;
  if (first === undefined) return "front";
  if (/^\d{4}$/.test(first)) {
    if (part !== undefined) return part;
    if (slug !== undefined) return "story";
    return ["year", "month", "day"][segments.length - 1];
  }
  if (housePages.has(first)) return "house";
  return named.get(first) ?? (segments.length === 1 ? "section" : "other");
}
