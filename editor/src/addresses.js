// Addresses that a link may have.

const allowed = /^(https?|mailto):/i;
const hasScheme = /^[a-z][a-z0-9+.-]*:/i;
const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hs(enc|mi)|ref_src)$/i;
const unseen = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]/g;

/** The address that was meant, or undefined when it may be no link: `javascript:`, `data:`, `file:` and the like. */
export function linkTo(typed) {
  const address = typed.replace(unseen, "");
  if (address === "") return undefined;
  if (address.startsWith("/") && !address.startsWith("//")) return address;
  if (hasScheme.test(address) && !/^[\w.-]+:\d/.test(address)) return allowed.test(address) ? direct(address) : undefined;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  return /^(\/\/)?[^\s/]+\.[^\s/]{2,}/.test(address) ? direct(`https://${address.replace(/^\/\//, "")}`) : undefined;
}

/** Whether an address that is kept already may be a link: the server's rule. */
export function isSafe(address) {
  const plain = (address ?? "").replace(unseen, "");
  return plain !== "" && (allowed.test(plain) || !hasScheme.test(plain));
}

const ours = /^\/media\/[0-9a-f]{64}\/[A-Za-z0-9-]+\.(jpg|webp|png)$/;

/** Whether an address is one of the newsroom's own pictures. */
export const isOurs = (address) => ours.test(address ?? "");

/** The address behind a search engine's detour, without what only tells whose click it was. */
function direct(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const isDetour = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const behind = isDetour && (url.searchParams.get("q") ?? url.searchParams.get("url"));
  if (behind) return allowed.test(behind) ? direct(behind) : undefined;
  const names = [...url.searchParams.keys()].filter((name) => tracking.test(name));
  if (names.length === 0) return address;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
