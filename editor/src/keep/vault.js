// Texts kept in this browser until the newsroom has them. They are encrypted with a key that the server
// gives to their writer alone and that never is on the disk here, so whoever signs in next on a shared
// machine can neither read them nor is shown that they are there.

const [database, store] = ["sijil-desk", "text"];
const keptMax = 5;
/** Copies that nobody came back for. */
const forgottenAfterMs = 30 * 24 * 60 * 60 * 1000;

/** Opens the vault of whoever holds `key` (hexadecimal); without encryption it lasts as long as the tab. */
export async function openVault(key, story) {
  try {
    return await encrypted(key, story);
  } catch {
    return inTab(key, story);
  }
}

async function encrypted(key, story) {
  const raw = Uint8Array.from(key.match(/../g), (pair) => Number.parseInt(pair, 16));
  const cipher = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const owner = await nameOf(raw);
  const db = await connected();
  await forgetOld(db);
  const id = (name) => `${owner}/${story}/${name}`;
  return {
    isLasting: true,
    async put(name, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id(name)) }, cipher, plain);
      await ask(db, "readwrite", (texts) => texts.put({ id: id(name), at: value.at, iv, data }));
    },
    remove: (name) => ask(db, "readwrite", (texts) => texts.delete(id(name))),
    async all() {
      const range = IDBKeyRange.bound(id(""), id("\uffff"));
      const rows = await ask(db, "readonly", (texts) => texts.getAll(range));
      const values = await Promise.all(rows.map(async (row) => ({ ...(await decrypted(cipher, row)), name: row.id.slice(id("").length) })));
      return newest(values.filter((value) => value.at));
    },
  };
}

async function decrypted(cipher, { id, iv, data }) {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) }, cipher, data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}

/** Where the page is not encrypted there is no cryptography either: then only this tab remembers. */
function inTab(key, story) {
  const prefix = `sijil/${key.slice(0, 8)}/${story}/`;
  const names = () => Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith("sijil/") && !name.startsWith(`sijil/${key.slice(0, 8)}/`)) sessionStorage.removeItem(name);
  }
  return {
    isLasting: false,
    put: async (name, value) => sessionStorage.setItem(prefix + name, JSON.stringify(value)),
    remove: async (name) => sessionStorage.removeItem(prefix + name),
    all: async () => newest(names().map((name) => ({ name: name.slice(prefix.length), ...JSON.parse(sessionStorage.getItem(name)) }))),
  };
}

/** Forgets what the tab remembers; what is encrypted needs no forgetting. */
export function forgetTab() {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith("sijil/")) sessionStorage.removeItem(name);
}

const newest = (values) => values.sort((one, other) => other.at - one.at).slice(0, keptMax);

async function nameOf(raw) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function connected() {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "id" });
  return promised(request);
}

function ask(db, mode, does) {
  return promised(does(db.transaction(store, mode, { durability: "strict" }).objectStore(store)));
}

async function forgetOld(db) {
  const rows = await ask(db, "readonly", (texts) => texts.getAll());
  const old = rows.filter((row) => row.at < Date.now() - forgottenAfterMs);
  for (const row of old) await ask(db, "readwrite", (texts) => texts.delete(row.id));
}

function promised(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
