// Keys, as the map of keys names them and as people read them.

const isApple = /Mac|iP(hone|[oa]d)/.test(globalThis.navigator?.platform ?? "");
const signs = isApple ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: "Ctrl", Alt: "Alt", Shift: "Shift" };

/** `Mod-Shift-7` as `Ctrl+Shift+7`; nothing for no keys. */
export function keysOf(keys) {
  if (!keys) return "";
  const parts = keys.split("-").map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isApple ? "" : "+");
}
