// The desk, as the suite's own moderators use it without a browser.

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { request } from "@playwright/test";

import { folder, out, program, site } from "./surroundings.js";

/** The file with the cookies of the moderator who works in that language. */
export const cookiesOf = (lang) => fileURLToPath(new URL(`desk-${lang}.json`, out));

/** Takes a moderator on, signs them in, and keeps their cookies for all checks. */
export async function takeOn(lang) {
  const [login, password] = [`suite-${lang}`, randomBytes(12).toString("hex")];
  const options = ["--role", "admin", "--language", lang, "--stdin", "--dir", folder];
  execFileSync(program, ["user", "add", login, ...options], { input: `${password}\n` });
  const door = await request.newContext({ baseURL: site });
  const answer = await door.post("/desk/login", { form: { login, password, lang }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`the desk's door answers ${answer.status()} to ${login}`);
  await door.storageState({ path: cookiesOf(lang) });
  await door.dispose();
}

/** What the moderator of a language asks with. */
export function moderator(lang) {
  return request.newContext({ baseURL: site, storageState: cookiesOf(lang) });
}

/** The cookies themselves. */
export function cookies(lang) {
  return JSON.parse(readFileSync(cookiesOf(lang), "utf8")).cookies;
}

/** Decides on a comment of a story that waits: `approved.`, or `rejected.` and the rule it breaks. */
export async function decide(lang, { story, id }, verdict) {
  const desk = await moderator(lang);
  const queue = await (await desk.get(`/desk/moderation?state=held&story=${story}`)).text();
  const seen = new RegExp(`name="seen-${id}" value="([^"]+)"`).exec(queue)?.[1];
  if (seen === undefined) throw new Error(`comment ${id} does not wait`);
  const form = { one: `${verdict}.${id}`, [`seen-${id}`]: seen };
  await expectDone(await desk.post("/desk/moderation/decisions", { form, maxRedirects: 0 }));
  await desk.dispose();
}

/** Holds the codes at their mildest: what the checks send within a minute is a flood to the newsroom. */
export async function keepCalm(lang) {
  const desk = await moderator(lang);
  await expectDone(await desk.post("/desk/moderation/level", { form: { level: "calm" }, maxRedirects: 0 }));
  await desk.dispose();
}

/** Makes a rule of the word that only a search of these checks has. */
export async function makeRule(lang) {
  const desk = await moderator(lang);
  const form = { kind: "word", pattern: "zzqqxxjj", deed: "hold", hours: "24" };
  await expectDone(await desk.post("/desk/moderation/rules", { form, maxRedirects: 0 }));
  await desk.dispose();
}

async function expectDone(answer) {
  const place = answer.headers().location ?? "";
  if (answer.status() !== 303 || place.includes("said=nothing")) {
    throw new Error(`the desk answers ${answer.status()} to ${answer.url()}, ${place}`);
  }
}
