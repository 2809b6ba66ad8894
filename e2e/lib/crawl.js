// Walks every page a reader can reach by links, and takes each apart in a real browser's parser.

import { site } from "./surroundings.js";
import { alike, kindOf, languageOf } from "./kinds.js";
import { takeApart } from "./take-apart.js";

/** Pages asked for at once. */
const together = 8;
/** Pages looked at of each kind of which every story or comment has one. */
const alikeMax = 3;
/** A demo with more pages than this has a link that makes ever new ones. */
const pagesMax = 4000;

/**
 * Follows links from `seeds` (paths) until there are no new ones.
 *
 * Gives a map from path to what was found there: status, type, and for pages their parts.
 * `tab` is an open page of a browser, used for parsing only.
 */
export async function crawl(seeds, tab) {
  const found = new Map();
  const seen = new Map();
  let frontier = new Set(seeds);
  while (frontier.size > 0) {
    const next = new Set();
    const paths = [...frontier];
    for (let start = 0; start < paths.length; start += together) {
      const batch = await Promise.all(paths.slice(start, start + together).map(fetchPath));
      const pages = batch.filter((answer) => answer.type === "text/html");
      const parts = await tab.evaluate(takeApart, pages.map((page) => page.body));
      pages.forEach((page, index) => Object.assign(page, parts[index]));
      for (const answer of batch) {
        found.set(answer.path, answer);
        for (const path of onward(answer)) if (!found.has(path) && !isOneOfMany(path, seen)) next.add(path);
      }
      if (found.size > pagesMax) throw new Error(`more than ${pagesMax} addresses: links never end`);
    }
    for (const path of found.keys()) next.delete(path);
    frontier = next;
  }
  return found;
}

/** Asks for a path and gives the answer as it came; redirects are not followed. No answer at all is status 0. */
export async function fetchPath(path) {
  const nothing = { status: 0, headers: new Headers(), arrayBuffer: () => new ArrayBuffer() };
  const answer = await fetch(new URL(path, site), { redirect: "manual" }).catch(() => nothing);
  const type = (answer.headers.get("content-type") ?? "").split(";")[0];
  const isText = /^text\/|json|xml|svg/.test(type);
  const bytes = await answer.arrayBuffer();
  return {
    path,
    status: answer.status,
    type,
    location: answer.headers.get("location"),
    body: isText ? new TextDecoder().decode(bytes) : "",
    kind: kindOf(path, answer.status),
    language: languageOf(path),
  };
}

/** The path of an address within the site, with its query and without its fragment; undefined for others. */
export function pathWithin(address, base) {
  const url = new URL(address, new URL(base, site));
  const origins = [new URL(site).origin, canonicalOrigin];
  if (!origins.includes(url.origin)) return undefined;
  return url.pathname + url.search;
}

/** The paths that a map for search engines names. */
export function locations(answer) {
  return [...answer.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => {
    const url = new URL(address.replaceAll("&amp;", "&"));
    return url.pathname + url.search;
  });
}

/** Sets the origin that the site gives itself in canonical links, which may differ from where it is tested. */
export function setCanonicalOrigin(address) {
  canonicalOrigin = address ? new URL(address).origin : undefined;
}

let canonicalOrigin;

/**
 * Whether enough pages of this kind were seen: the form to answer a comment is the same for all of them.
 * `seen` maps each such kind, by language, to the paths that are looked at.
 */
function isOneOfMany(path, seen) {
  const kind = kindOf(path, 200);
  if (!alike.has(kind.replace("text-", ""))) return false;
  const key = `${languageOf(path)} ${kind}`;
  const paths = seen.get(key) ?? new Set();
  seen.set(key, paths);
  if (paths.size < alikeMax) paths.add(path);
  return !paths.has(path);
}

/** The paths that an answer leads to. What a search finds is not searched again. */
function onward(answer) {
  if (answer.status >= 300 && answer.status < 400 && answer.location) {
    return [pathWithin(answer.location, answer.path)].filter(Boolean);
  }
  if (answer.path.includes("sitemap")) return locations(answer);
  if (!answer.links) return [];
  const isSearch = answer.path.includes("/search?");
  const addresses = isSearch ? answer.resources : [...answer.links, ...answer.resources, ...answer.alternates];
  return addresses
    .filter((address) => /^(https?:|\/|[^:]*$)/.test(address))
    .map((address) => pathWithin(address, answer.path))
    .filter(Boolean);
}
