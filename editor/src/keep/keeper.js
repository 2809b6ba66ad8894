// Keeps a story: joins the form, the browser's vault, the newsroom and the people who write at once.

import { ask } from "../dialog.js";
import { make } from "../dom.js";
import { t } from "../sentences.js";
import { Autosave } from "./autosave.js";
import { choose, settleConflict } from "./conflict.js";
import { Lock } from "./lock.js";
import { forgetTab, openVault } from "./vault.js";

/** States that are told aloud too: the others only change what can be read. */
const aloud = new Set(["offline", "failed", "signed-out", "closed", "browser-failed"]);
const own = new Set(["page", "version"]);

/** Begins to keep the story of a form; gives what to call on a change and on Ctrl+S. */
export async function keeper({ form, editor, say }) {
  const { id } = form.dataset;
  const time = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", ...(isToday(at) ? {} : { day: "numeric", month: "short" }) }).format(new Date(at));
  const state = place(form);
  const fields = () => ({ ...Object.fromEntries([...new FormData(form)].filter(([name]) => !own.has(name))), body: editor.html() });
  const vault = await openVault(form.dataset.key ?? "", id);
  const before = await vault.all().catch(() => []);
  let last;

  const show = (what, at) => {
    const isNews = aloud.has(what) !== aloud.has(last) || (aloud.has(what) && what !== last);
    state.dataset.state = what;
    // What the form itself sends, to publish or hand in, is made from this version.
    if (what === "saved" && form.elements.version) form.elements.version.value = autosave.version;
    state.textContent = t(`state-${what}`, { time: time(at ?? Date.now()) });
    if (isNews && (aloud.has(what) || what === "saved")) say(state.textContent);
    if (what === "saved" || aloud.has(what)) last = what;
  };
  const use = (values) => {
    for (const [name, value] of Object.entries(values)) {
      const control = name === "body" ? undefined : form.elements[name];
      if (control && !own.has(name)) control.value = value;
    }
    if (values.body !== undefined) editor.setHtml(values.body);
  };
  const stop = () => {
    editor.view.setProps({ editable: () => false });
    for (const part of form.querySelectorAll("fieldset")) part.disabled = true;
  };
  const keepCopy = (values, by) => vault.put(`copy-${Date.now()}`, { at: Date.now(), fields: values, by }).catch(() => undefined);
  const autosave = new Autosave({
    address: `/desk/stories/${id}/draft`, version: Number(form.dataset.version), page: form.elements.page?.value || crypto.randomUUID(),
    fields, vault, show,
    beaten: async (said) => (await settleConflict({ said, mine: fields(), time, keepCopy, use, autosave })) === "reading" && stop(),
  });
  const lock = new Lock({ address: `/desk/stories/${id}/lock`, time, stop });
  const changed = () => {
    autosave.changed();
    if (!autosave.isSaved()) lock.take();
  };
  document.querySelector('form[action="/desk/logout"]')?.addEventListener("submit", (event) => signOut(event, autosave));
  await offer({ form, vault, before, time, use, fields, changed });
  if ([...form.elements].some(isTouched)) {
    autosave.saved = "";
    changed();
  }
  return { changed, save: () => autosave.flush() };
}

/** Where the state is read; the page has a place for it, beside the button that saves. */
function place(form) {
  const there = document.getElementById("saved") ?? form.appendChild(make("span", { id: "saved" }));
  there.classList.add("keeping");
  return there;
}

/** Whether a field says something else than the page did: it was filled in before the script came. */
function isTouched(control) {
  if (control.options) return control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
  return control.name !== "body" && !own.has(control.name) && control.defaultValue !== undefined && control.value !== control.defaultValue;
}

const isToday = (at) => new Date(at).toDateString() === new Date().toDateString();

/** Shows what this browser still has from before, to be compared, taken or thrown away. */
async function offer({ form, vault, before, time, use, fields, changed }) {
  const current = JSON.stringify(fields());
  const useful = before.filter((text) => JSON.stringify({ ...fields(), ...text.fields }) !== current);
  for (const text of before) {
    // What is typed from now on must not take its place.
    if (text.name === "now" && useful.includes(text)) await vault.put(`copy-${text.at}`, { at: text.at, fields: text.fields });
    if (text.name === "now" || !useful.includes(text)) await vault.remove(text.name);
  }
  const list = make("section", { class: "found", "aria-label": t("found") });
  for (const text of useful) list.append(row(text));
  if (useful.length > 0) form.before(list);

  function row(text) {
    const name = text.name === "now" ? `copy-${text.at}` : text.name;
    const words = text.by ? t("found-copy", { by: text.by, time: time(text.at) }) : t("found-own", { time: time(text.at) });
    const done = async (isTaken) => {
      if (isTaken) {
        await vault.put(`copy-${Date.now()}`, { at: Date.now(), fields: fields() });
        use(text.fields);
        changed();
      }
      await vault.remove(name);
      line.remove();
      if (list.querySelector(".found__line") === null) list.remove();
      if (isTaken) document.querySelector(".pad__text")?.focus();
    };
    const compare = async () => {
      const chosen = await choose({
        title: t("compare"), words: [words], mine: text.fields, theirs: fields(), names: [words, t("now-here")],
        choices: [["take", t("restore")], ["", t("close")]],
      });
      if (chosen === "take") await done(true);
    };
    const press = (label, onclick, isMain) => make("button", { type: "button", class: isMain ? "do do--main" : "do", onclick }, label);
    const line = make("div", { class: "found__line" }, make("p", {}, words),
      press(t("restore"), () => done(true), true), press(t("compare"), compare), press(t("throw-away"), () => done(false)));
    return line;
  }
}

/** Nobody signs out with words that nobody has. */
async function signOut(event, autosave) {
  if (autosave.isSaved()) return forgetTab();
  event.preventDefault();
  await autosave.send();
  const goes = autosave.isSaved() || (await ask({ title: t("sign-out-unsaved"), intro: t("sign-out-how"), accept: t("sign-out-anyway") }));
  if (!goes) return undefined;
  forgetTab();
  return event.target.submit();
}
