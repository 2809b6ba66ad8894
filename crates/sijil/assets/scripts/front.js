// Lets the leading stories be dragged into their order. Without it, and by keyboard, the buttons do.
const leads = document.getElementById("leads");
const said = document.getElementById("said");
let held = null;

function tell() {
  const line = document.createElement("p");
  line.textContent = leads.closest("form").dataset.moved;
  said.replaceChildren(line);
}

for (const one of leads?.children ?? []) one.draggable = true;

leads?.addEventListener("dragstart", (event) => {
  held = event.target.closest("li");
  event.dataTransfer.effectAllowed = "move";
});

leads?.addEventListener("dragover", (event) => {
  const over = event.target.closest("li");
  if (!held || !over || over === held) return;
  event.preventDefault();
  const box = over.getBoundingClientRect();
  const isBelow = event.clientY > box.top + box.height / 2;
  over[isBelow ? "after" : "before"](held);
});

leads?.addEventListener("drop", (event) => event.preventDefault());

leads?.addEventListener("dragend", () => {
  held = null;
  tell();
});
