// Does the work of a form's confirmation code, so that its reader need not type one.
//
//   <form data-ramz='{the challenge}'>      starts at the first focus inside; or, on a page that is the
//   <form data-ramz-from="/en/ramz/…">      same for all readers, with a code that it asks for then
//     <input type="hidden" name="ramz">     the code's token, and
//     <input type="hidden" name="work">     its answer, a number; both are made where they are missing
//     <fieldset data-ramz-code>             hidden once solved; its fields are then not required
//     <p role="status" data-ramz-status data-working="…" data-solved="…"></p>
//
// Without script, without crypto.subtle, or after 15 s, the form stays as it is and asks for the code.
// A form that is on its way is not sent a second time.

const BUDGET_MS = 15_000;
// Derivations under way at once: they run beside the page, and between them it takes keys and clicks.
const LANES = 2;

for (const form of document.querySelectorAll("form[data-ramz], form[data-ramz-from]")) {
  if (globalThis.crypto?.subtle) {
    form.addEventListener("focusin", () => work(form), { once: true });
  }
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

async function work(form) {
  say(form, "working");
  const until_ms = performance.now() + BUDGET_MS;
  const answer = await challenge(form)
    .then(({ parameters }) => solved(parameters, until_ms))
    .catch(() => undefined);
  if (answer === undefined) return say(form, "unsolved");
  field(form, "work").value = answer;
  for (const code of form.querySelectorAll("[data-ramz-code]")) {
    // Whoever is already typing the code is not interrupted.
    if (code.contains(document.activeElement)) continue;
    code.hidden = true;
    for (const input of code.querySelectorAll("[required]")) input.required = false;
  }
  say(form, "solved");
}

/** The form's challenge, or that of a new code whose token then goes with the form. */
async function challenge(form) {
  if (form.dataset.ramz) return JSON.parse(form.dataset.ramz);
  const answer = await fetch(form.dataset.ramzFrom, { credentials: "omit" });
  const code = await answer.json();
  field(form, "ramz").value = code.token;
  return code.challenge;
}

/** The first counter found whose key begins with the prefix; undefined when time is up. */
export async function solved({ cost, keyPrefix, nonce, salt }, until_ms) {
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
  const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  let next = 0;
  let found;
  const lane = async () => {
    while (found === undefined && performance.now() < until_ms) {
      const counter = next++;
      new DataView(password.buffer).setUint32(password.length - 4, counter);
      const key = await crypto.subtle.importKey("raw", password.slice(), "PBKDF2", false, ["deriveBits"]);
      const derived = new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, 256));
      if (hex(derived).startsWith(keyPrefix)) found ??= counter;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}

/** The form's hidden field of that name, made if there is none. */
function field(form, name) {
  if (!form.elements[name]) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name });
    form.append(input);
  }
  return form.elements[name];
}

function say(form, state) {
  for (const status of form.querySelectorAll("[data-ramz-status]")) {
    status.textContent = status.dataset[state] ?? "";
  }
}

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
