// Comments as a reader without a browser would send them: for what must be there before a check begins.

import { digitsOf, tokenIn } from "./digits.js";

/** The latest stories of a language that take comments: address, number, headline. */
export async function openStories(reader, lang) {
  const feed = await (await reader.get(`/${lang}/feed.json`)).json();
  const stories = feed.items.map(async ({ url, title }) => {
    const path = new URL(url).pathname;
    const page = await (await reader.get(path)).text();
    return { path, headline: title, id: new RegExp(`action="/${lang}/comments/(\\d+)"`).exec(page)?.[1] };
  });
  return (await Promise.all(stories)).filter((story) => story.id !== undefined);
}

/** Sends a comment on a story with the digits of its picture; gives the receipt's path and the comment's number. */
export async function send(reader, lang, story, words) {
  const address = `/${lang}/comments/${story.id}`;
  const asked = await (await reader.post(address, { form: words })).text();
  const token = tokenIn(asked);
  const answer = await reader.post(address, {
    form: { ...words, ramz: token, code: digitsOf(token) },
    maxRedirects: 0,
  });
  const receipt = answer.headers().location;
  if (answer.status() !== 303 || !receipt?.includes("/receipt/")) {
    throw new Error(`a comment on ${decodeURI(story.path)} is answered ${answer.status()}`);
  }
  return { receipt, story: story.id, id: numberOn(await (await reader.get(receipt)).text()) };
}

/** The number of the comment that a receipt is about. */
export function numberOn(receipt) {
  return /<bdi>(\d+)<\/bdi>/.exec(receipt)?.[1];
}
