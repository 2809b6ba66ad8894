// The toolbar: one stop for the Tab key, arrows between its buttons (ARIA's toolbar pattern), names and
// keys on every button.

import { make, ofPage } from "./dom.js";
import { findNext, hiddenIn, isSearching, removeAll } from "./bidi.js";
import { showHelp } from "./help.js";
import { icon } from "./icons.js";
import { keysOf } from "./keys.js";
import { counted, short, t } from "./sentences.js";
import { rows } from "./tools.js";

/** Makes the toolbar of a view; `update` shows the state of the text after each change. */
export function toolbar(view, { say }) {
  const open = { main: true, more: false, table: false };
  const tools = [];
  const parts = Object.fromEntries(Object.entries(rows).map(([name, groups]) => [name, row(name, groups)]));
  const remove = make("button", { type: "button", class: "tool tool--word", hidden: true, onclick: () => { removeAll(view); say(t("marks-removed")); view.focus(); } }, t("marks-remove"));
  parts.main.append(remove);
  const dom = make("div", { class: "tools", ...ofPage(), role: "toolbar", "aria-label": t("toolbar"), "aria-controls": view.dom.id, onkeydown: move }, ...Object.values(parts));

  function row(name, groups) {
    const made = groups.map((group) => make("span", { class: "tools__group", role: "group" }, ...group.map((tool) => button(tool, name))));
    return make("div", { class: `tools__row tools__row--${name}` }, ...made);
  }

  function button(tool, row) {
    const keys = keysOf(tool.keys);
    const name = t(tool.name);
    const dom = make("button", {
      type: "button", tabindex: -1, class: ["tool", tool.isWord && "tool--word", tool.look, tool.turns && "tool--turns"].filter(Boolean).join(" "),
      title: keys ? `${name} (${keys})` : name, "aria-keyshortcuts": keys ? tool.keys.replace("Mod", "Control").replaceAll("-", "+") : undefined,
      "aria-label": tool.isWord ? undefined : name, "aria-pressed": tool.isOn || tool.finds ? "false" : undefined,
      "aria-expanded": tool.opens ? "false" : undefined,
      // The text keeps its selection, and a telephone its keyboard.
      onmousedown: (event) => event.preventDefault(),
      onclick: () => use(tool, dom),
    }, tool.isWord ? short(tool.name) : icon(tool.icon));
    if (tool.isWord && short(tool.name) !== name) dom.setAttribute("aria-label", name);
    tools.push({ ...tool, dom, row });
    return dom;
  }

  function use(tool, dom) {
    if (dom.getAttribute("aria-disabled") === "true") return;
    if (tool.opens) open[tool.opens] = !open[tool.opens];
    else if (tool.helps) showHelp();
    else if (tool.finds) say(counted("marks-found", findNext(view)));
    else if (tool.run) tool.run(view);
    else {
      tool.command(view.state, view.dispatch, view);
      if (document.activeElement !== dom) view.focus();
    }
    update();
  }

  function update() {
    const { state } = view;
    open.table = tools.find((tool) => tool.name === "table").isOn(state);
    for (const [name, part] of Object.entries(parts)) part.hidden = !open[name];
    for (const tool of tools) {
      if (tool.isOn) tool.dom.setAttribute("aria-pressed", String(tool.isOn(state)));
      if (tool.finds) tool.dom.setAttribute("aria-pressed", String(isSearching(state)));
      if (tool.opens) tool.dom.setAttribute("aria-expanded", String(open[tool.opens]));
      const can = tool.can?.(state) ?? (tool.command ? tool.isOn?.(state) || tool.command(state) : true);
      tool.dom.toggleAttribute("aria-disabled", !can);
      if (!can) tool.dom.setAttribute("aria-disabled", "true");
    }
    remove.hidden = !(isSearching(state) && hiddenIn(state.doc).length > 0);
    settle();
  }

  const shown = () => [...dom.querySelectorAll("button")].filter((one) => !one.closest("[hidden]"));

  /** Exactly one button can be reached by Tab. */
  function settle(chosen) {
    const all = shown();
    const stop = chosen ?? all.find((one) => one.tabIndex === 0) ?? all[0];
    for (const one of dom.querySelectorAll("button")) one.tabIndex = one === stop ? 0 : -1;
  }

  function move(event) {
    if (event.key === "Escape") return view.focus();
    const all = shown();
    const isRightToLeft = getComputedStyle(dom).direction === "rtl";
    const onward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
    const back = isRightToLeft ? "ArrowRight" : "ArrowLeft";
    const at = all.indexOf(document.activeElement);
    const next = { [onward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || at < 0) return undefined;
    event.preventDefault();
    const chosen = all[(next + all.length) % all.length];
    settle(chosen);
    return chosen.focus();
  }

  /** Where Alt+F10 leads, from the text. */
  const focus = () => shown().find((one) => one.tabIndex === 0)?.focus();
  return { dom, update, focus };
}
