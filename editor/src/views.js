// How notes, cards and pictures look while they are being written, each with a button that changes it.

import { make, ofPage } from "./dom.js";
import { schema } from "./schema.js";
import { askCard, askNote, askPicture } from "./questions.js";
import { t } from "./sentences.js";

const changes = (label, onclick) => make("button", { type: "button", class: "pad__change", ...ofPage(), onclick }, label);

export const views = {
  note(node, view, place) {
    // The number comes from a counter of the style sheet, so that it is right after every change.
    const button = make("button", { type: "button", class: "pad__note", onclick: () => askNote(view, place()) });
    const name = (shown) => {
      button.setAttribute("aria-label", `${t("note")}: ${shown.textContent}`);
      button.title = shown.textContent;
    };
    name(node);
    const dom = make("sup", { class: "pad__mark", contenteditable: "false" }, button);
    return { dom, update: (next) => next.type === schema.nodes.note && (name(next), true), stopEvent: isPress, ignoreMutation: () => true };
  },

  card(node, view, place) {
    const dom = make("figure", { class: "card pad__card", contenteditable: "false" });
    const show = ({ attrs }) => {
      const lines = attrs.text.split("\n").filter(Boolean).map((line) => make("p", { dir: "auto" }, line));
      const quote = lines.length > 0 ? make("blockquote", {}, ...lines) : undefined;
      dom.replaceChildren(make("p", { dir: "auto", class: "pad__title" }, attrs.title || attrs.href), ...(quote ? [quote] : []),
        make("figcaption", { dir: "auto" }, attrs.source, " "), changes(t("card-change"), () => askCard(view, place())));
    };
    show(node);
    return { dom, update: (next) => next.type === schema.nodes.card && (show(next), true), stopEvent: isPress, ignoreMutation: () => true };
  },

  picture(node, view, place) {
    const img = make("img", { draggable: "false" });
    const said = make("p", { class: "pad__said", contenteditable: "false", ...ofPage() });
    const caption = make("figcaption", { "data-empty": t("picture-caption") });
    const dom = make("figure", { class: "pad__picture" }, img, said, caption);
    const show = ({ attrs, content }) => {
      for (const name of ["src", "srcset", "width", "height"]) {
        if (attrs[name]) img.setAttribute(name, attrs[name]);
        else img.removeAttribute(name);
      }
      img.alt = attrs.alt;
      const credit = attrs.credit && `${t("picture-credit")}: ${attrs.credit}`;
      said.replaceChildren(make("span", { dir: "auto", class: attrs.alt ? "" : "pad__missing" }, attrs.alt || t("picture-alt-missing")),
        ...(credit ? [make("span", { dir: "auto" }, credit)] : []), changes(t("picture-change"), () => askPicture(view, place())));
      caption.classList.toggle("pad__empty", content.size === 0);
    };
    show(node);
    return {
      dom, contentDOM: caption, stopEvent: isPress,
      update: (next) => next.type === schema.nodes.picture && (show(next), true),
      ignoreMutation: (mutation) => mutation.type !== "selection" && !caption.contains(mutation.target),
    };
  },

  table(node) {
    const caption = make("caption", { contenteditable: "false", dir: "auto" });
    const rows = make("tbody");
    const dom = make("table", {}, caption, rows);
    const show = ({ attrs }) => {
      caption.textContent = attrs.caption;
      caption.hidden = attrs.caption === "";
    };
    show(node);
    return {
      dom, contentDOM: rows,
      update: (next) => next.type === schema.nodes.table && (show(next), true),
      ignoreMutation: (mutation) => mutation.type !== "selection" && !rows.contains(mutation.target),
    };
  },
};

/** Buttons inside the text are the page's own, not the text's. */
function isPress(event) {
  return event.target.closest?.("button") !== null && event.target.closest?.("button") !== undefined && event.type !== "dragstart";
}
