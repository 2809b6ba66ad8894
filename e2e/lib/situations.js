// Pages that only stand at the end of an act: what a reader sees after sending a form, on a receipt, and
// what staff see. Each with its kind and language, the form that leads to it, and the cookies it takes.

import { request } from "@playwright/test";

import { cookies, decide, keepCalm, makeRule, takeOn } from "./desk.js";
import { openStories, send } from "./letters.js";
import { languages, site } from "./surroundings.js";

const words = {
  ar: { name: "قارئة من الميناء", text: "شكرا على هذا التقرير.\n\nهل من خبر عن موعد فتح الجسر؟" },
  en: { name: "A reader at the harbour", text: "Thank you for this report.\n\nIs there word of when the bridge opens?" },
};

/** Does what leads to these pages, and names them. */
export async function prepare() {
  for (const lang of languages) await takeOn(lang);
  await keepCalm(languages[0]);
  await makeRule(languages[0]);
  const prepared = [];
  for (const lang of languages) prepared.push(...(await situations(lang)));
  return prepared;
}

/** The answers of those pages, to be checked beside what the crawl found. */
export async function ask({ path, form, cookies, ...situation }) {
  const reader = await request.newContext({ baseURL: site, storageState: { cookies, origins: [] } });
  const answer = await (form ? reader.post(path, { form }) : reader.get(path));
  const body = await answer.text();
  await reader.dispose();
  return { ...situation, path, form, cookies, body, status: answer.status(), type: "text/html", isPrepared: true };
}

/** Words of which no two are the same, as two comments of two readers. */
function said(lang, number) {
  const { name, text } = words[lang];
  return { name: `${name} ${number}`, text: `${text} ${number}` };
}

async function situations(lang) {
  const reader = await request.newContext({ baseURL: site });
  // Not the latest one: its numbers are what the front page is checked with.
  const [, story] = await openStories(reader, lang);
  const page = (kind, path, more) => ({ kind, path, language: lang, cookies: [], ...more });
  const sent = (kind, path, form) => page(kind, path, { form });
  const staff = (kind, path) => page(kind, path, { cookies: cookies(lang) });

  const held = await send(reader, lang, story, said(lang, 1));
  const shown = await send(reader, lang, story, said(lang, 2));
  await decide(lang, shown, "approved.");
  const rejected = await send(reader, lang, story, said(lang, 3));
  await decide(lang, rejected, "rejected.advert");

  const votes = `/${lang}/votes/story/${story.id}`;
  await reader.post(votes, { form: { vote: "for" } });
  await reader.post(votes, { form: { vote: "for" } });
  const voter = (await reader.storageState()).cookies;
  await reader.dispose();

  const write = `/${lang}/comments/${story.id}`;
  return [
    page("receipt-held", held.receipt),
    page("receipt-shown", shown.receipt),
    page("receipt-rejected", rejected.receipt),
    page("votes-own", votes, { cookies: voter }),
    sent("votes-confirm", votes, { vote: "against" }),
    sent("code", write, words[lang]),
    sent("code-again", write, { ...words[lang], ramz: "too old" }),
    sent("code-faults", write, { name: "", email: "nobody", text: "" }),
    sent("report-unsaid", `/${lang}/comments/${shown.id}/report`, { reason: "" }),
    sent("report-done", `/${lang}/comments/${shown.id}/report`, { reason: "other" }),
    page("desk-login", `/desk/login?lang=${lang}`),
    staff("desk-home", "/desk/"),
    staff("desk-queue", "/desk/moderation"),
    staff("desk-reported", "/desk/moderation?state=reported"),
    staff("desk-rules", "/desk/moderation/rules"),
    staff("desk-thread", `/desk/moderation/threads/${story.id}`),
    staff("desk-ledger", "/desk/ledger"),
    staff("desk-stories", "/desk/stories/"),
    staff("desk-new", "/desk/stories/new"),
    staff("desk-story", `/desk/stories/${story.id}`),
    staff("desk-copies", `/desk/stories/${story.id}/copies`),
    staff("desk-previews", `/desk/stories/${story.id}/previews`),
    staff("desk-front", `/desk/front?lang=${lang}`),
    staff("desk-assignments", "/desk/assignments"),
    staff("desk-week", "/desk/calendar"),
    staff("desk-month", "/desk/calendar?view=month"),
  ];
}
