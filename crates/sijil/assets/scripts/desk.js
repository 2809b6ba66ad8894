// Makes the queue quicker: keys, and decisions that leave the other rows where they are. Without it
// every button works as a form.
const queue = document.getElementById("queue");
const said = document.getElementById("said");
const rows = () => [...document.querySelectorAll(".row:not(.row--done)")];
const here = () => document.activeElement?.closest?.(".row");

function say(answer) {
  said.replaceChildren();
  const line = document.createElement("p");
  line.textContent = [answer.text, answer.gone_text].filter(Boolean).join(" ");
  said.append(line);
  if (!answer.batch) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "do";
  button.id = "undo";
  button.textContent = queue.dataset.undo;
  button.addEventListener("click", () => undo(answer));
  said.append(button);
}

async function send(address, fields) {
  const answer = await fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { accept: "application/json" },
    redirect: "error",
  });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function settle(ids, isDone) {
  for (const id of ids) {
    const row = document.getElementById(`c${id}`);
    row?.classList.toggle("row--done", isDone);
    for (const button of row?.querySelectorAll("button, input") ?? []) button.disabled = isDone;
  }
}

async function undo(decided) {
  try {
    const answer = await send("/desk/moderation/undo", { batch: decided.batch });
    settle(answer.done, false);
    say(answer);
    document.getElementById(`c${answer.done[0]}`)?.focus();
  } catch {
    say({ text: queue.dataset.failed });
  }
}

async function decide(button) {
  const fields = new FormData(queue, button);
  const row = button.closest(".row");
  try {
    const answer = await send(queue.action, fields);
    const next = rows().find((other) => row && other !== row && row.compareDocumentPosition(other) & 4);
    settle([...answer.done, ...answer.gone], true);
    say(answer);
    (next ?? rows()[0])?.focus();
  } catch {
    say({ text: queue.dataset.failed });
  }
}

function move(step) {
  const all = rows();
  const at = all.indexOf(here());
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => here()?.querySelector('button[data-key="a"]')?.click(),
  s: () => here()?.querySelector('button[data-key="s"]')?.click(),
  r: () => {
    const more = here()?.querySelector("details");
    if (!more) return;
    more.open = !more.open;
    more.querySelector(".more__rules button")?.focus();
  },
  x: () => here()?.querySelector('input[type="checkbox"]')?.click(),
  u: () => document.getElementById("undo")?.click(),
  "?": () => {
    const list = document.getElementById("keys");
    list.open = !list.open;
    list.scrollIntoView({ block: "nearest" });
  },
};

queue?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.name || button.hasAttribute("formaction")) return;
  event.preventDefault();
  decide(button);
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape") here()?.querySelector("details[open]")?.removeAttribute("open");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const does = keys[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
