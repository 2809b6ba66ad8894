// Stands in for the eyes and ears of a person: tells the digits that a code's picture shows and its
// sound speaks. It can only because it has the newsroom's secret; docs of the layout: crates/sijil-ramz.

import { createHmac, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { folder } from "./surroundings.js";

/** How many digits a code of each level has. */
const digitsOfLevel = [4, 5, 6, 6];
/** Where a token's payload holds the number of its week's keys, its level, and its nonce. */
const place = { week: 1, level: 3, nonce: [26, 42] };

/** The digits of the code with this token. */
export function digitsOf(token) {
  const payload = Buffer.from(token, "base64url");
  const week = payload.subarray(place.week, place.week + 1);
  const key = Buffer.from(hkdfSync("sha256", masterKey(), week, "code", 32));
  const derived = mac(key, [Buffer.from("code"), payload.subarray(...place.nonce)]);
  const digits = digitsOfLevel[payload[place.level]];
  return String(derived.readBigUInt64BE(0) % 10n ** BigInt(digits)).padStart(digits, "0");
}

/** The token of the code that a page's form asks for. */
export function tokenIn(html) {
  return /name="ramz" value="([\w-]+)"/.exec(html)?.[1];
}

/** Digits as Arabic writes them. */
export function inArabic(digits) {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
}

/** The key under which the newsroom makes its codes: each part of the purpose after its length. */
function masterKey() {
  const parts = ["sijil", "ramz"].flatMap((part) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(part.length));
    return [length, Buffer.from(part)];
  });
  return mac(readFileSync(join(folder, "secret.key")), parts);
}

function mac(key, parts) {
  return createHmac("sha256", key).update(Buffer.concat(parts)).digest();
}
