// Small forms over the page: one question, one answer.

import { make } from "./dom.js";
import { t } from "./sentences.js";

let number = 0;

/**
 * Asks for some values. A field is { name, label, type, value, hint, required, check }; `check` gives a
 * sentence when a value will not do. Gives the values, `"remove"` when the extra button was chosen, or
 * null when the person turned away.
 */
export function ask({ title, intro, fields = [], accept = t("ok"), remove }) {
  number += 1;
  const id = `ask-${number}`;
  const inputs = fields.map((field) => inputOf(field, `${id}-${field.name}`));
  const form = make("form", { method: "dialog", class: "ask__form", novalidate: true },
    make("h2", { id: `${id}-heading`, class: "ask__title" }, title),
    intro && make("p", {}, intro),
    ...inputs.map((input) => input.row),
    make("p", { class: "ask__do" },
      make("button", { class: "do do--main", value: "accept" }, accept),
      remove && make("button", { class: "do", value: "remove", type: "button", onclick: () => close("remove") }, remove),
      make("button", { class: "do", type: "button", onclick: () => close("") }, t("cancel"))));
  const dialog = make("dialog", { class: "ask", "aria-labelledby": `${id}-heading` }, form);
  const close = (answer) => finish(dialog, answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = inputs.filter((input) => !input.isFine());
    if (wrong.length > 0) wrong[0].control.focus();
    else close("accept");
  });
  return open(dialog).then((answer) => {
    if (answer === "remove") return answer;
    return answer === "accept" ? Object.fromEntries(inputs.map((input) => [input.name, input.value()])) : null;
  });
}

/** Shows something that is read and closed. */
export function tell(title, ...content) {
  number += 1;
  const id = `ask-${number}`;
  const dialog = make("dialog", { class: "ask", "aria-labelledby": id },
    make("h2", { id, class: "ask__title" }, title), ...content,
    make("p", { class: "ask__do" }, make("button", { class: "do do--main", type: "button", onclick: () => finish(dialog, "") }, t("close"))));
  return open(dialog);
}

/** Opens a dialog and gives its answer once it is finished; what had the focus has it again. */
export function open(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    const end = () => {
      dialog.remove();
      before?.focus?.();
      done(dialog.returnValue);
    };
    // Its own event comes late: a key that is pressed meanwhile would be lost.
    dialog.addEventListener("finish", end);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      finish(dialog, "");
    });
    dialog.addEventListener("close", () => dialog.isConnected && end());
  });
}

/** Closes an open dialog with an answer. */
export function finish(dialog, answer) {
  dialog.close(answer);
  dialog.dispatchEvent(new Event("finish"));
}

function inputOf({ name, label, type = "text", value = "", hint, required, check, dir = "auto", options }, id) {
  const [hintId, wrongId] = [`${id}-hint`, `${id}-wrong`];
  const described = [hint && hintId, wrongId].filter(Boolean).join(" ");
  const attributes = { id, name, dir: type === "url" ? "ltr" : dir, "aria-describedby": described, required: Boolean(required) };
  const control = makeControl(type, attributes, value, options);
  const wrong = make("span", { id: wrongId, class: "ask__wrong", role: "alert" });
  const isCheck = type === "checkbox";
  const row = make("p", { class: isCheck ? "ask__row ask__row--check" : "ask__row" },
    make("label", { for: id }, label), hint && make("span", { id: hintId, class: "ask__hint" }, hint), control, wrong);
  const said = () => (isCheck ? control.checked : control.value.trim());
  const isFine = () => {
    const problem = required && said() === "" ? t("needed") : check?.(said());
    wrong.textContent = problem ?? "";
    control.toggleAttribute("aria-invalid", Boolean(problem));
    if (problem) control.setAttribute("aria-invalid", "true");
    return !problem;
  };
  return { name, row, control, value: said, isFine };
}

function makeControl(type, attributes, value, options) {
  if (type === "textarea") {
    const area = make("textarea", { ...attributes, rows: 3 });
    area.value = value;
    return area;
  }
  if (type === "select") {
    return make("select", attributes, ...options.map(([key, label]) => make("option", { value: key, selected: key === value }, label)));
  }
  // An address is looked at by our own rules: the browser's refuse one without `https://`.
  const input = make("input", { ...attributes, type: type === "url" ? "text" : type, inputmode: type === "url" ? "url" : undefined });
  if (type === "checkbox") input.checked = Boolean(value);
  else input.value = value;
  return input;
}
