// Who writes: said when somebody begins, repeated while they do, and taken back when they go.

import { ask } from "../dialog.js";
import { t } from "../sentences.js";

/** Milliseconds between two sayings that somebody still writes. */
const again = 30_000;

export class Lock {
  /** Made of { address, time, stop }: `stop` makes the form read only. */
  constructor(parts) {
    Object.assign(this, parts);
    this.isOurs = false;
    this.isAsking = false;
    addEventListener("pagehide", () => this.isOurs && this.send({ release: "1" }, true));
  }

  /** Called when something is typed. */
  async take() {
    if (this.isOurs || this.isAsking) return;
    this.isAsking = true;
    const answer = await this.send({});
    if (answer?.status === 409) await this.refused(await answer.json());
    else if (answer?.ok) this.hold();
    this.isAsking = false;
  }

  hold() {
    this.isOurs = true;
    this.timer = setInterval(() => document.visibilityState === "visible" && this.send({}), again);
  }

  async refused({ by, since }) {
    const answer = await ask({ title: t("somebody-writes", { by }), intro: t("somebody-writes-since", { by, time: this.time(since) }), accept: t("take-over") });
    if (!answer) return this.stop();
    const taken = await this.send({ takeover: "1" });
    return taken?.ok ? this.hold() : this.stop();
  }

  async send(fields, isLast = false) {
    try {
      return await fetch(this.address, { method: "POST", body: new URLSearchParams(fields), keepalive: isLast, redirect: "manual", headers: { accept: "application/json" } });
    } catch {
      return undefined;
    }
  }
}
