// What a person has on them when they come to work: a device with passkeys, an app with codes; and how
// they leave.

import { createHmac } from "node:crypto";

import { sentence } from "./sentences.js";

/** A device with passkeys, whose owner's finger is always on it. */
export async function withFinger(context, page) {
  const tools = await context.newCDPSession(page);
  await tools.send("WebAuthn.enable");
  await tools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What the browser complains of while a page is used. */
export function listen(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** The code of an app (RFC 6238), so many steps from now. */
export function codeOf(secret, steps) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Signs out; on a small screen that lies in the menu. */
export async function signOut(page, lang) {
  const menu = page.getByRole("button", { name: sentence(lang, "desk-menu") });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("button", { name: sentence(lang, "desk-sign-out") }).click();
}
