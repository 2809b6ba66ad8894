// Accessibility, WCAG 2.2 AA: one page of each kind, both languages, light and dark.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { looks } from "../lib/found.js";
import { open } from "../lib/open.js";
import { languages } from "../lib/surroundings.js";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const wholeList = { runOnly: { type: "tag", values: tags } };
// Of all rules only contrast can differ in the dark.
const contrast = { runOnly: { type: "rule", values: ["color-contrast"] } };

const isOfRecord = (page) => page.kind.startsWith("record");
const parts = { "page of the record": isOfRecord, "other kind of page": (page) => !isOfRecord(page) };
const cases = languages.flatMap((lang) => Object.entries(parts).map(([name, isIn]) => [lang, name, isIn]));

for (const [lang, name, isIn] of cases) {
  test(`axe finds nothing on any ${name}: ${lang}`, async ({ browser }) => {
    // The checker brings its own script, which the page's policy would refuse.
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
    const tab = await context.newPage();
    const problems = [];
    for (const page of looks().filter((page) => page.language === lang && isIn(page))) {
      await open(tab, page);
      for (const [colorScheme, rules] of [["light", wholeList], ["dark", contrast]]) {
        await tab.emulateMedia({ colorScheme });
        const checker = new AxeBuilder({ page: tab }).options({ ...rules, resultTypes: ["violations"] });
        const { violations } = await checker.analyze();
        for (const { id, help, nodes } of violations) {
          const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
          problems.push(`${page.kind}, ${colorScheme} (${decodeURI(page.path)}): ${help} (${id}): ${places.join(", ")}`);
        }
      }
    }
    await context.close();
    expect(problems).toEqual([]);
  });
}
