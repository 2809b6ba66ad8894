// A story is written: with the writing tool, in both languages, by keyboard and by paste, and without it.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { sentence } from "../lib/sentences.js";
import { beginAs, keptBody, openStory, paste, sitDown } from "../lib/story-desk.js";
import { languages } from "../lib/surroundings.js";

const said = (lang, name) => sentence(lang, `editor-${name}`);
const words = {
  ar: { title: "عودة المياه", heading: "في الحي", first: "عادت المياه إلى الحي.", across: "The bridge is open.", mixed: "SDF قالت إن العمل جارٍ.", quote: "لن نترك أحدًا", who: "ليلى", item: "ماء", note: "حتى تشرين https://example.org/a", cell: "حلب" },
  en: { title: "Water is back", heading: "In the quarter", first: "Water is back in the pipes.", across: "عادت المياه إلى الحي.", mixed: "بلدية said that the work goes on.", quote: "We leave nobody", who: "Layla", item: "Water", note: "Until October https://example.org/a", cell: "Aleppo" },
};

for (const lang of languages) {
  const own = words[lang];

  test(`a story is written, kept, and comes back the same: ${lang}`, async ({ browser }) => {
    const { tab, desk, complaints, context } = await sitDown(browser, lang);
    const path = await beginAs(lang, lang, own.title);
    const text = await openStory(tab, path);
    await text.click();
    await tab.keyboard.type(`## ${own.heading}`);
    for (const line of [own.first, own.across, own.mixed]) {
      await tab.keyboard.press("Enter");
      await tab.keyboard.type(line);
    }
    const around = lang === "ar" ? "rtl" : "ltr";
    const against = lang === "ar" ? "ltr" : "rtl";
    await expect(text.locator("p", { hasText: own.across })).toHaveAttribute("dir", against);
    await expect(text.locator("p", { hasText: own.mixed })).toHaveAttribute("dir", around);
    const press = (name) => tab.getByRole("toolbar").getByRole("button", { name: said(lang, name), exact: true }).click();
    await press(against);
    await expect(text.locator("p", { hasText: own.mixed })).toHaveAttribute("dir", against);
    await press("auto");

    await press("note");
    await tab.getByRole("dialog").getByLabel(said(lang, "note-text")).fill(own.note);
    await tab.getByRole("dialog").getByRole("button", { name: said(lang, "ok") }).click();
    await expect(text.locator("sup button")).toHaveCount(1);
    await tab.keyboard.press("Enter");
    await tab.keyboard.type(`> ${own.quote}`);
    await press("more");
    await press("quote-source");
    await tab.getByLabel(said(lang, "quote-who")).fill(own.who);
    await tab.getByLabel(said(lang, "quote-where")).fill("example.org/speech");
    await tab.getByRole("dialog").getByRole("button", { name: said(lang, "ok") }).click();
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type(own.item);
    await press("bullets");
    await press("table");
    for (const name of ["table-rows", "table-columns"]) await tab.getByLabel(said(lang, name)).fill("2");
    await tab.getByRole("dialog").getByRole("button", { name: said(lang, "ok") }).click();
    await tab.keyboard.type(own.cell);
    await tab.keyboard.press("Tab");
    await tab.keyboard.type("12");
    await expect(tab.locator("#saved")).toHaveAttribute("data-state", "saved");

    const kept = await keptBody(desk, path);
    const across = lang === "ar" ? "ltr" : "rtl";
    for (const part of [
      `<h2>${own.heading}</h2>`, `<p>${own.first}</p>`, `<p dir="auto">${own.across}</p>`, `<p>${own.mixed}<sup><a href="#note-1" id="note-ref-1" role="doc-noteref"`,
      '<blockquote cite="https://example.org/speech">', `<p><cite>${own.who}</cite></p>`, `<li>${own.item}</li>`, `<th scope="col">${own.cell}</th>`,
      '<ol class="notes"><li id="note-1">', '<a href="https://example.org/a"',
    ]) expect(kept).toContain(part);
    expect(kept).not.toContain(`dir="${across}"`);

    const shown = await text.innerText();
    await openStory(tab, path);
    expect(await text.innerText()).toBe(shown);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test(`what is pasted comes clean, and pictures are refused in words: ${lang}`, async ({ browser }) => {
    const { tab, desk, complaints, context } = await sitDown(browser, lang);
    const path = await beginAs(lang, lang, own.title);
    const text = await openStory(tab, path);
    await text.click();
    await paste(tab, { html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal style='mso-margin:0;color:red'><b>${own.first}</b><o:p></o:p></p><p class=MsoNormal style="background:url(x)">${own.quote}<img src="data:image/png;base64,AAAA" onerror="alert(1)"></p><script>alert(1)</script><!--EndFragment--></body></html>` });
    await expect(text.locator("p strong")).toHaveText(own.first);
    await expect(tab.locator(".pad__told")).toHaveText(said(lang, "pictures-refused-one"));
    await paste(tab, { text: `${own.item}\n\n${own.who}` });
    await expect(tab.locator("#saved")).toHaveAttribute("data-state", "saved");
    expect((await keptBody(desk, path)).replaceAll("\n", "")).toBe(`<p><strong>${own.first}</strong></p><p>${own.quote}${own.item}</p><p>${own.who}</p>`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test(`a picture comes from the library, and is asked what it shows: ${lang}`, async ({ browser }) => {
    const { tab, desk, complaints, context } = await sitDown(browser, lang);
    const path = await beginAs(lang, lang, own.title);
    const text = await openStory(tab, path);
    await text.click();
    const library = context.waitForEvent("page");
    await tab.getByRole("toolbar").getByRole("button", { name: said(lang, "picture"), exact: true }).click();
    const shelf = await library;
    await shelf.waitForLoadState();
    expect(new URL(shelf.url()).pathname).toBe("/desk/media/");
    await expect(shelf.locator("[data-pick]").first()).toBeVisible();
    const src = await shelf.evaluate(() => {
      // One that nobody described yet.
      const button = document.querySelector("[data-pick]");
      const picture = JSON.parse(button.dataset.pick);
      const told = { alt: "", caption: "C", credit: "D" };
      button.dataset.pick = JSON.stringify({ ...picture, ar: told, en: told });
      return picture.src;
    });
    await shelf.locator("[data-pick]").first().click();
    const alt = tab.getByLabel(said(lang, "picture-alt"), { exact: true });
    await alt.fill(own.heading);
    await tab.getByRole("dialog").getByRole("button", { name: said(lang, "ok") }).click();
    await expect(text.locator("figure img")).toHaveAttribute("alt", own.heading);
    await expect(tab.locator("#saved")).toHaveAttribute("data-state", "saved");
    const kept = await keptBody(desk, path);
    expect(kept).toContain(`src="${src}"`);
    expect(kept).toContain(`alt="${own.heading}"`);
    expect(kept).toContain("<small>D</small>");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test(`the tools are reached by keyboard and say what they do: ${lang}`, async ({ browser }) => {
    const { tab, complaints, context } = await sitDown(browser, lang);
    const text = await openStory(tab, await beginAs(lang, lang, own.title));
    await text.click();
    await tab.keyboard.type(own.item);
    await tab.keyboard.press("Control+a");
    await tab.keyboard.press("Control+b");
    const toolbar = tab.getByRole("toolbar", { name: said(lang, "toolbar") });
    const bold = toolbar.getByRole("button", { name: said(lang, "strong") });
    await expect(bold).toHaveAttribute("aria-pressed", "true");
    await tab.keyboard.press("Alt+F10");
    await expect(toolbar.getByRole("button", { name: said(lang, "undo") })).toBeFocused();
    await tab.keyboard.press(lang === "ar" ? "ArrowLeft" : "ArrowRight");
    await expect(toolbar.getByRole("button", { name: said(lang, "redo") })).toBeFocused();
    await tab.keyboard.press("End");
    await expect(toolbar.getByRole("button", { name: said(lang, "help") })).toBeFocused();
    await tab.keyboard.press("Enter");
    await expect(tab.getByRole("dialog")).toContainText("Ctrl+B");
    expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
    await tab.keyboard.press("Escape");
    await expect(toolbar.getByRole("button", { name: said(lang, "help") })).toBeFocused();
    await tab.keyboard.press("Escape");
    await expect(text).toBeFocused();
    await tab.keyboard.press("Control+z");
    await expect(bold).toHaveAttribute("aria-pressed", "false");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test(`hidden direction marks are found and taken out: ${lang}`, async ({ browser }) => {
    const { tab, context } = await sitDown(browser, lang);
    const text = await openStory(tab, await beginAs(lang, lang, own.title));
    await text.click();
    await tab.keyboard.insertText(`${own.item}\u200f ${own.who}\u202e`);
    await tab.getByRole("toolbar").getByRole("button", { name: said(lang, "marks"), exact: true }).click();
    await expect(text.locator(".pad__sign")).toHaveCount(2);
    await expect(tab.locator(".pad__told")).toHaveText(said(lang, lang === "ar" ? "marks-found-two" : "marks-found-other").replace("[n]", "2"));
    await tab.getByRole("toolbar").getByRole("button", { name: said(lang, "marks-remove") }).click();
    await expect(text.locator("p")).toHaveText(`${own.item} ${own.who}`);
    await context.close();
  });

  for (const [name, viewport, colorScheme] of [["a telephone", { width: 360, height: 740 }, "light"], ["a desktop in the dark", { width: 1280, height: 900 }, "dark"]]) {
    test(`the page of a story has no barrier on ${name}: ${lang}`, async ({ browser }) => {
      const { tab, complaints, context } = await sitDown(browser, lang, { viewport, colorScheme, hasTouch: viewport.width < 500 });
      const text = await openStory(tab, await beginAs(lang, lang, own.title));
      await text.click();
      await tab.keyboard.type(`${own.first} `);
      await tab.getByRole("toolbar").getByRole("button", { name: said(lang, "table"), exact: true }).click();
      await tab.getByLabel(said(lang, "table-columns")).fill("1");
      await tab.getByRole("dialog").getByRole("button", { name: said(lang, "ok") }).click();
      await tab.keyboard.type(own.cell);
      await tab.getByRole("toolbar").getByRole("button", { name: said(lang, "more"), exact: true }).click();
      expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      const bar = await tab.getByRole("toolbar").boundingBox();
      expect(bar.y + bar.height).toBeLessThanOrEqual(viewport.height + 1);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }

  test(`without script the field takes plain text, and gives back what it cannot say: ${lang}`, async ({ browser }) => {
    const { tab, desk, context } = await sitDown(browser, lang, { javaScriptEnabled: false });
    const path = await beginAs(lang, lang, own.title);
    const field = tab.locator("textarea#body");
    const save = async () => {
      await tab.getByRole("button", { name: sentence(lang, "story-save") }).click();
      await expect(tab.getByRole("status")).toContainText(sentence(lang, "story-said-saved"));
    };
    const kept = async () => (await keptBody(desk, path)).replaceAll("\n", "");
    await tab.goto(path);
    await field.fill(`${own.first}\n\n${own.quote}`);
    await save();
    await expect(field).toHaveValue(`${own.first}\n\n${own.quote}`);
    expect(await kept()).toBe(`<p>${own.first}</p><p>${own.quote}</p>`);

    const table = `<table><tbody><tr><th scope="row">${own.cell}</th><td>12</td></tr></tbody></table>`;
    await field.fill(`${own.first}\n\n<h2>${own.heading}</h2>\n\n${table}\n\n${own.quote} & 5 < 6`);
    await save();
    const whole = `<p>${own.first}</p><h2>${own.heading}</h2>${table}<p>${own.quote} &amp; 5 &lt; 6</p>`;
    expect(await kept()).toBe(whole);
    expect((await field.inputValue()).startsWith(`${own.first}\n\n<h2>`), "paragraphs are plain").toBe(true);
    await save();
    expect(await kept(), "nothing was touched").toBe(whole);
    await context.close();
  });

  test(`what is typed before the script comes is kept: ${lang}`, async ({ browser }) => {
    const { tab, desk, complaints, context } = await sitDown(browser, lang);
    const path = await beginAs(lang, lang, own.title);
    let comes;
    const held = new Promise((resolve) => { comes = resolve; });
    await tab.route("**/assets/editor*.js", async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(path, { waitUntil: "commit" });
    await tab.locator("#headline").fill(own.heading);
    comes();
    await tab.locator(".pad__text").waitFor();
    await expect(tab.locator("#saved")).toHaveAttribute("data-state", "saved");
    expect(await (await desk.get(path)).text()).toContain(`value="${own.heading}"`);

    await tab.unroute("**/assets/editor*.js");
    await tab.route("**/assets/editor*.js", async (route) => {
      await tab.locator("#body").fill(own.first);
      await route.continue();
    });
    await tab.goto(path);
    await expect(tab.locator(".pad__text")).toHaveCount(0);
    await tab.getByRole("button", { name: sentence(lang, "story-save"), exact: true }).click();
    await expect(tab.locator(".pad__text")).toHaveText(own.first);
    expect(complaints).toEqual([]);
    await context.close();
  });
}
