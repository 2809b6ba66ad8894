// A newsroom of a check's own, at an address that browsers give passkeys for.

import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "./surroundings.js";

/** Starts a newsroom; gives its address, the first admin's link, and ways to invite and to end. */
export async function ownNewsroom() {
  const folder = await mkdtemp(join(tmpdir(), "sijil-accounts-"));
  const dir = join(folder, "newsroom");
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const env = { ...process.env, SIJIL_SITE_URL: site };
  const run = (...words) => execFileSync(program, words, { env, encoding: "utf8" });
  const made = run("init", dir, "--name", "The Valley Post", "--name-ar", "بريد الوادي");
  const server = spawn(program, ["serve", "--dir", dir, "--listen", `127.0.0.1:${port}`], { env, stdio: "ignore" });
  await answers(`${site}/en/`);
  return {
    site,
    link: linkIn(made),
    invite: (login, role, lang) =>
      linkIn(run("user", "invite", login, "--role", role, "--language", lang, "--dir", dir)),
    verify: () => run("verify", "--dir", dir),
    async end() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function linkIn(text) {
  return /https?:\/\/\S+\/desk\/welcome\/\S+/.exec(text)[0];
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until something answers, for at most a minute. */
async function answers(address) {
  const until = Date.now() + 60_000;
  while (!(await fetch(address).then((answer) => answer.ok, () => false))) {
    if (Date.now() > until) throw new Error(`nothing answers at ${address}`);
  }
}
