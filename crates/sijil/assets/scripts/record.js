// Makes the record's desk quicker: keys, and claims marked in the text. Without it every button works
// as a form. Letters are told by their place on the keyboard, so that Arabic layouts do the same.
const text = document.getElementById("told");
const form = document.getElementById("claim");
const missed = document.getElementById("missed");
const bytes = (words) => new TextEncoder().encode(words).length;

/** The bytes of a selection in the story: each piece of the text knows its first one. */
function selected() {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const pieces = [...text.querySelectorAll("[data-at]")].filter((piece) => range.intersectsNode(piece));
  if (!pieces.length) return null;
  const before = (piece, node, offset, otherwise) => {
    if (!piece.contains(node)) return otherwise;
    const part = document.createRange();
    part.selectNodeContents(piece);
    part.setEnd(node, offset);
    return part.toString();
  };
  const [first, last] = [pieces[0], pieces.at(-1)];
  const head = before(first, range.startContainer, range.startOffset, "");
  const tail = before(last, range.endContainer, range.endOffset, last.textContent);
  const start = Number(first.dataset.at) + bytes(head);
  const end = Number(last.dataset.at) + bytes(tail);
  return end > start ? { start, end, words: selection.toString() } : null;
}

function miss() {
  if (!missed) return;
  const found = selected();
  missed.open = true;
  if (found) {
    missed.querySelector("[name=start]").value = found.start;
    missed.querySelector("[name=end]").value = found.end;
    missed.querySelector("output").textContent = found.words;
    missed.querySelector("[name=sentence]").disabled = true;
  }
  missed.querySelector("[name=kind]").focus();
}

/** Opens the candidates of a slot. */
function slot(key) {
  const panel = form?.querySelector(`[data-slot="${key}"]`);
  if (!panel) return false;
  const folded = panel.querySelector("details");
  if (folded && panel.dataset.folded) folded.open = true;
  const field = panel.querySelector("select, input:not([type=hidden]), textarea");
  field?.focus();
  try {
    if (field?.matches("select")) field.showPicker();
  } catch {
    // Not every browser opens a list by script; it is focused all the same.
  }
  return Boolean(field);
}

const press = (name) => document.querySelector(`[data-key="${name}"]`)?.click();
const keys = {
  KeyJ: () => press("j"),
  KeyK: () => press("k"),
  KeyX: () => press("x"),
  KeyU: () => press("u"),
  KeyS: () => press("s"),
  KeyD: () => press("d"),
  KeyM: miss,
  Enter: () => press("enter"),
};

document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (event.key === "Escape") {
    target.closest?.("details[open]")?.removeAttribute("open");
    target.blur?.();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (target.matches("input:not([type=checkbox]), textarea, a, button, summary")) return;
  const inForm = form?.contains(target);
  const isChoice = target.matches("select");
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1];
  if (digit && slot(digit)) {
    event.preventDefault();
    return;
  }
  // A letter in a list finds a word there; Enter confirms the claim whose list it is.
  if (isChoice && !(event.code === "Enter" && inForm)) return;
  const does = keys[event.code];
  if (!does) return;
  event.preventDefault();
  does();
});

const here = text?.querySelector(".told__claim");
if (here) text.scrollTop = here.offsetTop - text.offsetTop - text.clientHeight / 3;
