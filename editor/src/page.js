// The view of the text: the document, its plugins, and the frame around it.

import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { EditorState, Plugin } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";

import { hiddenSigns } from "./bidi.js";
import { wordsOf } from "./count.js";
import { directions } from "./direction.js";
import { make, ofPage } from "./dom.js";
import { keys, ownDirectionKeys, typing } from "./keymap.js";
import { pasting } from "./paste/plugin.js";
import { counted, t } from "./sentences.js";
import { toolbar } from "./toolbar.js";
import { views } from "./views.js";
import { parse, write } from "./write.js";

/**
 * Puts the writing tool in the place of a field. `changed` is called after each change of the text.
 * Gives { html, setHtml, focus, view }.
 */
export function page(field, { lang, label, changed, save, say }) {
  const base = lang === "ar" ? "rtl" : "ltr";
  const tools = {};
  const frame = make("div", { class: "pad" });
  const plugins = [
    hiddenSigns(), directions(base), typing, ...keys({ focusToolbar: () => tools.bar.focus(), save }),
    pasting(say), history(), gapCursor(), tableEditing(),
    new Plugin({ view: () => ({ update: (view, before) => after(view, before) }) }),
  ];
  const view = new EditorView({ mount: frame.appendChild(make("div", { id: `${field.id || "body"}-page` })) }, {
    state: EditorState.create({ doc: parse(field.dataset.markup ?? field.value), plugins }),
    attributes: { class: "pad__text prose", role: "textbox", "aria-multiline": "true", "aria-labelledby": label, lang, dir: base, spellcheck: "true" },
    nodeViews: views,
    handleDOMEvents: { beforeinput: ownDirectionKeys },
    handleScrollToSelection: () => false,
    scrollMargin: { top: 120, bottom: 120, left: 8, right: 8 },
    scrollThreshold: { top: 60, bottom: 80, left: 0, right: 0 },
  });
  tools.bar = toolbar(view, { say });
  const count = make("p", { class: "pad__count", ...ofPage() });
  frame.prepend(tools.bar.dom);
  frame.append(count);
  field.hidden = true;
  field.after(frame);

  function after(of, before) {
    if (!tools.bar) return;
    tools.bar.update();
    showCount(of.state);
    if (!before.doc.eq(of.state.doc)) changed();
  }

  function showCount({ doc, selection }) {
    const all = counted("words", wordsOf(doc));
    const there = document.getElementById("words");
    if (there) there.textContent = all;
    count.textContent = selection.empty ? all : t("words-chosen", { chosen: counted("words", wordsOf(doc, selection.from, selection.to)), all });
  }

  const html = () => write(view.state.doc, lang);
  const setHtml = (text) => {
    const state = EditorState.create({ doc: parse(text), plugins: view.state.plugins });
    view.updateState(state);
    changed();
  };
  tools.bar.update();
  showCount(view.state);
  overKeyboard(tools.bar.dom);
  return { html, setHtml, focus: () => view.focus(), view };
}

/** On a telephone the toolbar lies at the foot of the screen; this tells the sheet how high the keyboard stands. */
function overKeyboard(bar) {
  const seen = globalThis.visualViewport;
  if (!seen) return;
  const place = () => bar.style.setProperty("--keyboard", `${Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop))}px`);
  seen.addEventListener("resize", place);
  seen.addEventListener("scroll", place);
  place();
}
