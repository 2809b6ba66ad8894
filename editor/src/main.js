// The page on which a story is written: the writing tool in the place of its field, and savings.

import { make, ofPage } from "./dom.js";
import { keeper } from "./keep/keeper.js";
import { chooseLead } from "./library.js";
import { page } from "./page.js";
import { setSentences } from "./sentences.js";

const form = document.getElementById("story");
const field = form?.elements.body;

// Who began to type before this came keeps the plain field, which saves by its button.
const isEarly = field?.value === field?.defaultValue;

if (field && isEarly && !field.matches(":disabled") && form.dataset.words) start();

async function start() {
  const { numbering, ...sentences } = JSON.parse(form.dataset.words);
  setSentences(sentences, document.documentElement.lang, numbering);
  const told = make("p", { class: "pad__told", role: "status", ...ofPage() });
  const label = form.querySelector("label[for=body]");
  label.id ||= "body-label";
  const hooks = { changed: () => undefined, save: () => undefined };
  const say = (text) => { told.textContent = text; };
  const editor = page(field, { lang: form.dataset.lang, label: label.id, changed: () => hooks.changed(), save: () => hooks.save(), say });
  label.addEventListener("click", () => editor.focus());
  document.getElementById("body-how")?.remove();
  editor.view.dom.closest(".pad").append(told);
  const kept = await keeper({ form, editor, say });
  hooks.changed = kept.changed;
  hooks.save = kept.save;
  form.addEventListener("input", kept.changed);
  chooseLead(form, kept.changed);
  form.addEventListener("submit", (event) => {
    field.value = editor.html();
    // Saving needs no other page; what leads somewhere goes there, with the text as it stands.
    if (event.submitter?.hasAttribute("formaction") || event.submitter?.name) return;
    event.preventDefault();
    kept.save();
  });
}
