// Accessibility, WCAG 2.2 AA: one page of each kind, both languages, light and dark.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { sample } from "../lib/found.js";
import { languages, site } from "../lib/surroundings.js";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const lang of languages) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on any kind of page: ${lang}, ${colorScheme}`, async ({ browser }) => {
      // The checker brings its own script, which the page's policy would refuse.
      const context = await browser.newContext({ bypassCSP: true, colorScheme, reducedMotion: "reduce" });
      const tab = await context.newPage();
      const problems = [];
      for (const page of sample(1).filter((page) => page.language === lang)) {
        await tab.goto(new URL(page.path, site).href);
        const checker = new AxeBuilder({ page: tab });
        // Of all rules only contrast can differ in the dark.
        const { violations } = await (colorScheme === "light"
          ? checker.withTags(tags)
          : checker.withRules(["color-contrast"])
        ).analyze();
        for (const { id, help, nodes } of violations) {
          const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
          problems.push(`${page.kind} (${decodeURI(page.path)}): ${help} (${id}): ${places.join(", ")}`);
        }
      }
      await context.close();
      expect(problems).toEqual([]);
    });
  }
}
