// Pictures come from the newsroom's library, which opens in a window of its own and says what was chosen.

import { isOurs } from "./addresses.js";
import { insertBlock } from "./commands.js";
import { askPicture } from "./questions.js";
import { schema } from "./schema.js";

const address = "/desk/media/?pick=1";
/** The library says on this channel what was chosen: { src, srcset, width, height, alt, caption, credit }. */
const channelName = "sijil-picture";

/** Opens the library; what is chosen there is put behind the cursor. */
export function openLibrary(view) {
  const channel = new BroadcastChannel(channelName);
  const library = window.open(address, "sijil-library", "popup,width=960,height=720");
  if (!library) location.assign(address);
  channel.addEventListener("message", ({ data }) => {
    if (!isOurs(data?.src)) return;
    channel.close();
    library?.close();
    window.focus();
    insertPicture(view, data);
  });
}

/** Puts a picture behind the cursor, and asks for what it shows where the library does not say. */
export function insertPicture(view, { src, srcset, width, height, alt = "", caption = "", credit = "" }) {
  const attributes = { src, srcset: srcset ?? null, width: width ? String(width) : null, height: height ? String(height) : null, alt, credit };
  insertBlock(view, schema.nodes.picture.create(attributes, caption ? schema.text(caption) : null));
  if (alt !== "") return;
  view.state.doc.descendants((node, at) => {
    if (node.type.name === "picture" && node.attrs.src === src && node.attrs.alt === "") askPicture(view, at);
    return node.type.name !== "picture";
  });
}
