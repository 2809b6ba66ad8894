// Posts that pages show by somebody else's script: their words stay, as a card.

import { linkTo } from "../addresses.js";
import { element, find, textOf } from "../read.js";
import { cleanText } from "./lines.js";

const posts = /\b(twitter-tweet|instagram-media|tiktok-embed|fb-post|mastodon-embed|bluesky-embed|telegram-post)\b/;

/** The card of an embedded post, or of one that was kept as a card before; undefined for anything else. */
export function cardOf(node) {
  if (node.tag === "figure" && node.attributes.class === "card") return kept(node);
  if (!["blockquote", "div"].includes(node.tag) || !posts.test(node.attributes.class ?? "")) return undefined;
  const links = [];
  collect(node, links);
  const href = linkTo(node.attributes.cite ?? node.attributes["data-href"] ?? links.at(-1)?.attributes.href ?? "");
  if (!href || href.startsWith("/")) return undefined;
  const words = find(node, (inner) => inner.tag === "p");
  const text = cleanText(words ? textOf(words) : "").trim();
  const rest = cleanText(node.children.filter((child) => child !== words).map(textOf).join(" ")).replace(/^[\s—–-]+|\s+$/g, "");
  const quote = text ? [element("blockquote", {}, [element("p", {}, [text])])] : [];
  return [element("figure", { class: "card" }, [
    element("p", {}, [element("a", { href }, [rest || href])]), ...quote, element("figcaption", {}, [new URL(href).hostname.replace(/^www\./, "")]),
  ])];
}

function kept(node) {
  const link = find(node, (inner) => inner.tag === "a");
  const href = linkTo(link?.attributes.href ?? "");
  return href ? [node] : undefined;
}

function collect(node, links) {
  if (typeof node === "string") return;
  if (node.tag === "a" && node.attributes.href) links.push(node);
  node.children.forEach((child) => collect(child, links));
}
