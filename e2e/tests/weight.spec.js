// The first view of a story fits into the first flight of packets: page, style sheets and their headers.

import http from "node:http";

import { expect, test } from "@playwright/test";

import { pages } from "../lib/found.js";
import { site } from "../lib/surroundings.js";

/** Ten packets of 1,460 bytes, less what encryption adds. */
const bytesMax = 14 * 1024;
/** Characters of a story of common length; a longer one needs more than one flight for its words alone. */
const charactersMax = 6000;

test("page and style of a story weigh at most 14 KB on the wire", async () => {
  const stories = pages.filter(
    (page) => page.kind === "story" && page.status === 200 && page.textLength <= charactersMax,
  );
  expect(stories.length).toBeGreaterThan(0);
  const problems = [];
  for (const story of stories) {
    const parts = [story.path, ...story.sheets];
    const weights = await Promise.all(parts.map((part) => weightOf(new URL(part, new URL(story.path, site)))));
    const weight = weights.reduce((sum, bytes) => sum + bytes, 0);
    if (weight > bytesMax) problems.push(`${decodeURI(story.path)}: ${weights.join(" + ")} = ${weight} bytes`);
  }
  expect(problems.slice(0, 20)).toEqual([]);
});

/** The bytes of an answer as sent: status line, headers and compressed body. */
function weightOf(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { "accept-encoding": "br, zstd, gzip" } }, (answer) => {
      const headers = answer.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 19);
      let body = 0;
      answer.on("data", (piece) => (body += piece.length));
      answer.on("end", () => resolve(headers + body));
    });
    request.on("error", reject);
  });
}
