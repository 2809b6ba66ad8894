// When somebody else was first, or when there is a text from before: what there is to choose from. The
// text that is not chosen is always kept.

import { finish, open } from "../dialog.js";
import { make } from "../dom.js";
import { t } from "../sentences.js";
import { sideBySide } from "./compare.js";

/** Shows two versions side by side and gives what was chosen: a name of `choices`, or "" for none. */
export function choose({ title, words, mine, theirs, names, choices }) {
  const dialog = make("dialog", { class: "ask ask--wide", "aria-labelledby": "choose-title" },
    make("h2", { id: "choose-title", class: "ask__title" }, title),
    ...words.map((sentence) => make("p", {}, sentence)),
    sideBySide(mine, theirs, names),
    make("p", { class: "ask__do" }, ...choices.map(([name, label], index) =>
      make("button", { class: index === 0 ? "do do--main" : "do", type: "button", onclick: () => finish(dialog, name) }, label))));
  return open(dialog);
}

/** Somebody saved in between, or took over: `said` is what the newsroom answered. */
export async function settleConflict({ said, mine, time, keepCopy, use, autosave }) {
  const theirs = said.fields ?? {};
  const words = [t(said.writing ? "taken-over" : "saved-between", { by: said.by ?? "", time: time(said.at) }), t("nothing-lost")];
  const mayWrite = !said.writing;
  const chosen = await choose({
    title: t("two-texts"), words, mine, theirs, names: [t("yours"), t("theirs-of", { by: said.by ?? "" })],
    choices: [...(mayWrite ? [["mine", t("take-mine")]] : []), ["theirs", t("take-theirs")], ...(mayWrite ? [] : [["", t("go-on-reading")]])],
  });
  if (chosen === "mine") {
    await keepCopy(theirs, said.by);
    return autosave.resume(said.version);
  }
  await keepCopy(mine);
  if (chosen !== "theirs") return "reading";
  use(theirs);
  if (mayWrite) return autosave.resume(said.version);
  return "reading";
}
