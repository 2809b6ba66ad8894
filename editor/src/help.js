// What the keys do, in a table that a screen reader can read.

import { make } from "./dom.js";
import { tell } from "./dialog.js";
import { keysOf } from "./keys.js";
import { t } from "./sentences.js";
import { allTools } from "./tools.js";

/** What typing alone does, and keys that no button has. */
const others = [["toolbar-keys", "Alt-F10"], ["key-list", "- "], ["key-numbers", "1. "], ["key-heading", "## "], ["key-quote", "> "], ["key-rule", "---"], ["key-break", "Shift-Enter"], ["key-plain", "Mod-Shift-v"], ["key-save", "Mod-s"]];

export function showHelp() {
  const known = allTools.filter((tool) => tool.keys).map((tool) => [tool.name, keysOf(tool.keys)]);
  const more = others.map(([name, keys]) => [name, /^(Mod|Alt|Shift)-/.test(keys) ? keysOf(keys) : keys.trim()]);
  const row = ([name, keys]) => make("tr", {}, make("th", { scope: "row" }, t(name)), make("td", {}, make("kbd", { dir: "ltr" }, keys)));
  return tell(t("help"), make("div", { class: "ask__scroll", tabindex: 0, role: "region", "aria-label": t("help") }, make("table", { class: "table" }, make("tbody", {}, ...[...known, ...more].map(row)))));
}
