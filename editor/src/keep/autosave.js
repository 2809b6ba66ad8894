// Saving without being asked: first in this browser, then at the newsroom. What the newsroom has is taken
// out of the browser again.

/** Milliseconds after the last change, and after the first that is not saved. */
const local = { pause: 250, most: 1000 };
const remote = { pause: 2000, most: 5000 };
/** Milliseconds between tries while the newsroom does not answer. */
const tries = [1000, 2000, 4000, 8000];
/** A page that goes away may send this much, by the Fetch standard; Arabic letters take six bytes each. */
const lastWordsMax = 60_000;

/**
 * Made of { address, version, page, fields, vault, show, beaten }: where to send to, the version that the
 * form was made from, a name for this page, and functions that give what the form says, tell the state, and
 * are told that somebody else was first.
 */
export class Autosave {
  constructor(parts) {
    Object.assign(this, parts);
    this.saved = JSON.stringify(this.fields());
    this.attempts = 0;
    this.timers = {};
    this.since = {};
    this.isSending = false;
    this.isHeld = false;
    addEventListener("online", () => this.send());
    addEventListener("pagehide", () => this.flush());
    addEventListener("blur", () => this.flush());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush());
  }

  /** Something on the form is different now. */
  changed() {
    if (this.isSaved()) return;
    if (this.attempts === 0 && !this.isSending && !this.isHeld) this.show("changed");
    this.later("local", local, () => this.keep());
    this.later("remote", remote, () => this.send());
  }

  isSaved() {
    return JSON.stringify(this.fields()) === this.saved;
  }

  /** Saves what is not saved, now: the page may go away. */
  flush() {
    if (this.isSaved()) return;
    this.keep();
    this.send({ isLast: true });
  }

  /** After somebody else was first: go on from their version. */
  resume(version) {
    this.version = version;
    this.isHeld = false;
    this.saved = "";
    return this.send();
  }

  /** Keeps the text in this browser. */
  keep() {
    this.settle("local");
    const value = { at: Date.now(), version: this.version, fields: this.fields() };
    this.keeping = this.vault.put("now", value).catch(() => this.show("browser-failed"));
    return this.keeping;
  }

  /** Sends the text to the newsroom. */
  async send({ isLast = false } = {}) {
    if (this.isHeld || this.isSaved()) return;
    if (this.isSending) {
      this.isWaiting = true;
      return;
    }
    this.settle("remote");
    this.isSending = true;
    if (this.attempts === 0) this.show("saving");
    const fields = this.fields();
    const outcome = await this.ask(fields, isLast);
    this.isSending = false;
    await this.take(outcome, JSON.stringify(fields));
    if (this.isWaiting) {
      this.isWaiting = false;
      this.send();
    }
  }

  async ask(fields, isLast) {
    const body = new URLSearchParams({ ...fields, version: this.version, page: this.page });
    const keepalive = isLast && body.toString().length < lastWordsMax;
    try {
      const answer = await fetch(this.address, { method: "POST", body, keepalive, redirect: "manual", headers: { accept: "application/json" } });
      const isJson = (answer.headers.get("content-type") ?? "").includes("json");
      return { status: answer.type === "opaqueredirect" ? 401 : answer.status, said: isJson ? await answer.json() : {} };
    } catch {
      return { status: 0, said: {} };
    }
  }

  async take({ status, said }, sent) {
    if (status === 200) {
      this.attempts = 0;
      this.version = said.version;
      this.saved = sent;
      await this.keeping;
      if (!this.isSaved()) return this.changed();
      await this.vault.remove("now").catch(() => undefined);
      return this.show("saved", said.saved_at);
    }
    if (status === 409) {
      this.isHeld = true;
      this.show("beaten");
      return this.beaten(said);
    }
    if (status === 401 || status === 403 || status === 404) {
      this.isHeld = status !== 401;
      this.show(status === 401 ? "signed-out" : "closed");
      return status === 401 ? this.again() : undefined;
    }
    this.show(status === 0 ? "offline" : "failed");
    return this.again();
  }

  /** Tries again after a while, longer each time. */
  again() {
    const pause = tries[Math.min(this.attempts, tries.length - 1)];
    this.attempts += 1;
    this.settle("remote");
    this.timers.remote = setTimeout(() => this.send(), pause);
    this.since.remote = Date.now();
  }

  later(name, { pause, most }, does) {
    // While the newsroom does not answer, its own timer runs.
    if (name === "remote" && this.attempts > 0 && this.timers.remote) return;
    this.since[name] ??= Date.now();
    clearTimeout(this.timers[name]);
    const rest = Math.max(0, this.since[name] + most - Date.now());
    this.timers[name] = setTimeout(does, Math.min(pause, rest));
  }

  settle(name) {
    clearTimeout(this.timers[name]);
    this.timers[name] = undefined;
    this.since[name] = undefined;
  }
}
