// What kind of page an address names, so that dear checks look at one page of each kind.

const housePages = new Set(["about", "contact", "method"]);
const named = new Map([
  ["search", "search"],
  ["tags", "tag"],
  ["people", "person"],
  ["votes", "votes"],
]);
/** The record's pages by their list, the page of the list and that of a thing in it. */
const ofRecord = new Map([
  ["claims", ["record", "record-claim"]],
  ["tolls", ["record-tolls", "record-toll"]],
  ["truces", ["record-truces", "record-truce"]],
  ["control", ["record-control", "record-control"]],
  ["places", ["record", "record-place"]],
  ["actors", ["record", "record-actor"]],
  ["sources", ["record", "record-source"]],
  ["files", ["record-files", "record-file"]],
  ["method", ["record-method", "record-method"]],
]);

/** The kinds of which every story or comment has a page, all alike. */
export const alike = new Set(["votes", "reply", "report", "conversation"]);

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
  "thread",
  "conversation",
  "reply",
  "report",
  "report-unsaid",
  "report-done",
  "code",
  "code-again",
  "code-faults",
  "receipt-held",
  "receipt-shown",
  "receipt-rejected",
  "votes",
  "votes-own",
  "votes-confirm",
  "desk-login",
  "desk-home",
  "desk-queue",
  "desk-reported",
  "desk-rules",
  "desk-thread",
  "desk-ledger",
  "record",
  ...[...ofRecord.values()].flat().filter((kind) => !["record", "record-file"].includes(kind)),
  "text-front",
  "text-story",
  "text-thread",
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
    if (part === "comments") return segments.length === 5 ? "thread" : "conversation";
    if (part !== undefined) return part;
    if (slug !== undefined) return "story";
    return ["year", "month", "day"][segments.length - 1];
  }
  if (first === "comments") return segments.at(-1);
  if (first === "record") return ofRecord.get(segments[1])?.[segments.length > 2 ? 1 : 0] ?? "record";
  if (housePages.has(first)) return "house";
  return named.get(first) ?? (segments.length === 1 ? "section" : "other");
}
