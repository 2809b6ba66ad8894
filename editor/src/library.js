// Pictures come from the newsroom's library, which opens in a window of its own and says what was chosen.

import { isOurs } from "./addresses.js";
import { insertBlock } from "./commands.js";
import { make } from "./dom.js";
import { askPicture } from "./questions.js";
import { schema } from "./schema.js";
import { t } from "./sentences.js";

const address = "/desk/media/?pick=1";

/**
 * Opens the library. `taken` is given what was chosen there: { id, src, srcset, width, height, alt, caption,
 * credit }, its words in the language of the story.
 */
export function choose(lang, taken) {
  const library = window.open(address, "sijil-library", "popup,width=960,height=720");
  if (!library) return;
  const listen = ({ origin, source, data }) => {
    const picture = origin === location.origin && source === library ? data?.sijilPicture : undefined;
    if (!isOurs(picture?.src)) return;
    removeEventListener("message", listen);
    taken({ ...picture, ...picture[lang] });
  };
  addEventListener("message", listen);
}

/** Puts a picture of the library behind the cursor, and asks for what it shows where the library does not say. */
export function openLibrary(view) {
  choose(view.dom.lang, ({ src, srcset, width, height, alt = "", caption = "", credit = "" }) => {
    const attributes = { src, srcset: srcset ?? null, width: String(width), height: String(height), alt, credit };
    insertBlock(view, schema.nodes.picture.create(attributes, caption ? schema.text(caption) : null));
    if (alt === "") askPicture(view, newest(view, src));
  });
}

function newest(view, src) {
  let found;
  view.state.doc.descendants((node, at) => {
    if (node.type.name === "picture" && node.attrs.src === src && node.attrs.alt === "") found = at;
  });
  return found;
}

/** The story's own picture, above its text, is chosen in the same way; `changed` is told. */
export function chooseLead(form, changed) {
  const { picture, picture_alt: alt, picture_caption: caption, picture_credit: credit } = form.elements;
  if (!picture || picture.matches(":disabled")) return;
  const take = (chosen) => {
    picture.value = chosen.id;
    for (const [field, value] of [[alt, chosen.alt], [caption, chosen.caption], [credit, chosen.credit]]) field.value = value ?? "";
    changed();
    alt.focus();
  };
  picture.after(make("button", { type: "button", class: "do", onclick: () => choose(form.dataset.lang, take) }, t("picture")));
}
