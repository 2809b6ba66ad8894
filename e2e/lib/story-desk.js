// A story on the desk, as its writers' browsers have it.

import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

import { request } from "@playwright/test";

import { cookies, moderator } from "./desk.js";
import { program, site } from "./surroundings.js";

/** Begins a story by whoever `desk` asks as, and gives its path. */
export async function begin(desk, lang, headline) {
  const answer = await desk.post("/desk/stories/new", { form: { lang, headline }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`the desk answers ${answer.status()} to a new story`);
  return answer.headers().location.split("?")[0];
}

/** Begins a story of the person who works in a language, on the newsroom of all checks. */
export async function beginAs(lang, of = lang, headline = "") {
  const desk = await moderator(lang);
  const path = await begin(desk, of, headline);
  await desk.dispose();
  return path;
}

/** The text of a story as the newsroom has it. */
export async function keptBody(desk, path) {
  const page = await (await desk.get(path)).text();
  const body = /<textarea id="body"[^>]* data-markup="([^"]*)"/.exec(page)?.[1] ?? "";
  const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&#60;": "<", "&#62;": ">", "&#38;": "&", "&amp;": "&" };
  return body.replace(/&(?:lt|gt|quot|amp|#\d+);/g, (sign) => signs[sign] ?? sign);
}

/** What a browser complains of while it shows pages of a context: broken policies, and errors of scripts. */
export async function complaintsOf(context) {
  const complaints = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  context.on("page", (tab) => {
    tab.on("pageerror", (error) => complaints.push(error.message));
    tab.on("console", (line) => line.text().startsWith("policy ") && complaints.push(line.text()));
  });
  return complaints;
}

/** A browser's window of the person who works in a language. */
export async function sitDown(browser, lang, options = {}) {
  const context = await browser.newContext({ baseURL: site, ...options });
  await context.addCookies(cookies(lang));
  const complaints = await complaintsOf(context);
  return { context, complaints, desk: context.request, tab: await context.newPage() };
}

/** Opens a story and waits until it can be written. */
export async function openStory(tab, path) {
  await tab.goto(path);
  const text = tab.locator(".pad__text");
  await text.waitFor();
  await tab.evaluate(() => document.fonts.ready);
  return text;
}

/** Pastes as a browser would. */
export function paste(tab, { html, text = "" }) {
  return tab.evaluate(([markup, plain]) => {
    const clipboardData = new DataTransfer();
    if (markup) clipboardData.setData("text/html", markup);
    clipboardData.setData("text/plain", plain);
    document.querySelector(".pad__text").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [html, text]);
}

/** A newsroom of its own, which may be killed: { site, kill, start, person, stop }. */
export async function ownNewsroom(folder) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  let server;
  const start = async (command = "serve") => {
    server = spawn(program, [command, "--dir", folder, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
    await answers(address);
  };
  const kill = async () => {
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  };
  await start("demo");
  /** Takes somebody on, and gives the cookies of their session. */
  const person = async (login, lang) => {
    const password = randomBytes(12).toString("hex");
    execFileSync(program, ["user", "add", login, "--role", "editor", "--language", lang, "--stdin", "--dir", folder], { input: `${password}\n` });
    const door = await request.newContext({ baseURL: address });
    const answer = await door.post("/desk/login", { form: { login, password, lang }, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`the desk's door answers ${answer.status()} to ${login}`);
    const { cookies: kept } = await door.storageState();
    await door.dispose();
    return kept;
  };
  return { site: address, start, kill, person };
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(address) {
  for (;;) {
    const answer = await fetch(`${address}en/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}
