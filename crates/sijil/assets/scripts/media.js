// Hands files in piece by piece, one file after the other, and goes on where a bad line broke off.
// Without it the form sends them all at once. In the editor's library, it hands over the picture that was chosen.
const PIECE = 256 * 1024;
const TRIES = 6;
const form = document.getElementById("hand");
const list = document.getElementById("coming");

function row(file) {
  const item = document.createElement("li");
  item.className = "hand__file";
  const name = document.createElement("bdi");
  name.className = "hand__name";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = file.size;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const said = document.createElement("span");
  said.textContent = form.dataset.waiting;
  item.append(name, bar, said);
  list.append(item);
  return { item, bar, said };
}

// The same file, chosen again after the page was left, goes on as what it was.
const key = (file) => `sijil-upload ${file.name} ${file.size} ${file.lastModified}`;

async function ask(address, options) {
  const answer = await fetch(address, { headers: { accept: "application/json" }, redirect: "error", ...options });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function begin(file, batch) {
  const known = localStorage.getItem(key(file));
  if (known) {
    try {
      return await ask(`/desk/media/uploads/${known}`);
    } catch {
      localStorage.removeItem(key(file));
    }
  }
  const body = new URLSearchParams({ name: file.name, bytes: file.size, batch });
  const begun = await ask("/desk/media/uploads", { method: "POST", body });
  localStorage.setItem(key(file), begun.id);
  return begun;
}

const pause = (tries) => new Promise((done) => setTimeout(done, 500 * 2 ** tries));

async function send(file, shown, batch) {
  shown.said.textContent = form.dataset.coming;
  let at = await begin(file, batch);
  let tries = 0;
  while (at.state === "open") {
    shown.bar.value = at.offset;
    try {
      const body = file.slice(at.offset, at.offset + PIECE);
      const headers = { accept: "application/json", "upload-offset": String(at.offset) };
      at = await ask(`/desk/media/uploads/${at.id}`, { method: "PATCH", body, headers });
      tries = 0;
    } catch (error) {
      if (tries === TRIES) throw error;
      await pause(tries);
      tries += 1;
      at = await ask(`/desk/media/uploads/${at.id}`).catch(() => at);
    }
  }
  localStorage.removeItem(key(file));
  shown.bar.remove();
  shown.said.textContent = at.text;
  if (at.address) {
    const link = document.createElement("a");
    link.href = at.address;
    link.textContent = form.dataset.describe;
    shown.item.append(" ", link);
  }
  return at.batch;
}

function fail(file, shown, batch) {
  shown.said.textContent = form.dataset.failed;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "do";
  again.textContent = form.dataset.again;
  again.addEventListener("click", () => {
    again.remove();
    send(file, shown, batch).catch(() => fail(file, shown, batch));
  });
  shown.item.append(" ", again);
}

form?.addEventListener("submit", async (event) => {
  const input = form.querySelector("input[type=file]");
  event.preventDefault();
  const files = [...input.files];
  const rows = files.map(row);
  form.reset();
  let batch = "";
  for (const [index, file] of files.entries()) {
    try {
      batch = await send(file, rows[index], batch);
    } catch {
      fail(file, rows[index], batch);
    }
  }
});

for (const button of document.querySelectorAll("[data-pick]")) {
  if (!window.opener) break;
  button.hidden = false;
  button.addEventListener("click", () => {
    window.opener.postMessage({ sijilPicture: JSON.parse(button.dataset.pick) }, location.origin);
    window.close();
  });
}
