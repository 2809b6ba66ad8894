// Asks the browser for a passkey, or to make one, and sends what it says with its form. Without
// this script, or without passkeys in the browser, such a form stays hidden and a password does.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function opened({ publicKey }) {
  const options = { ...publicKey, challenge: toBytes(publicKey.challenge) };
  const withBytes = (key) => ({ ...key, id: toBytes(key.id) });
  if (options.user) options.user = withBytes(options.user);
  options.allowCredentials = options.allowCredentials?.map(withBytes);
  options.excludeCredentials = options.excludeCredentials?.map(withBytes);
  return { publicKey: options };
}

function written(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  }
  const transports = credential.response.getTransports?.();
  if (transports) response.transports = transports;
  const id = toText(credential.rawId);
  return JSON.stringify({ id, rawId: id, type: credential.type, response, extensions: {} });
}

async function fill(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) throw new Error(answer.statusText);
  const { options, sealed } = await answer.json();
  const credential = await navigator.credentials[form.dataset.passkey](opened(options));
  form.elements.credential.value = written(credential);
  form.elements.sealed.value = sealed;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!globalThis.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector("[data-failed]");
    problem.hidden = true;
    try {
      await fill(form);
      form.submit();
    } catch {
      problem.textContent = problem.dataset.failed;
      problem.hidden = false;
    }
  });
}
