// Every page is valid: by the Nu checker, and by html-validate, which also knows good manners.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, test } from "@playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

import { bodyOf, firstOfEach, pages, worthReading } from "../lib/found.js";
import { out } from "../lib/surroundings.js";

const checker = fileURLToPath(new URL("../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

test("the Nu checker finds no error on any page", async () => {
  const folder = fileURLToPath(new URL("pages/", out));
  const options = ["-jar", checker, "--errors-only", "--format", "json", "--skip-non-html", folder];
  const { stderr } = await promisify(execFile)("java", ["-XX:+UseSerialGC", ...options], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failure) => failure);
  const { messages } = JSON.parse(stderr);
  const paths = new Map(pages.map((page) => [page.file.split("/").at(-1), page.path]));
  const problems = messages.map(({ url, lastLine, message, extract }) => {
    const path = paths.get(url.split("/").at(-1));
    return [path, `line ${lastLine}: ${message} ${extract ?? ""}`];
  });
  expect(firstOfEach(problems)).toEqual([]);
});

test("html-validate finds no error on any kind of page", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const problems = [];
  for (const page of worthReading()) {
    const report = await validator.validateString(bodyOf(page), fileURLToPath(new URL(page.file, out)));
    for (const { messages } of report.results) {
      for (const { line, ruleId, message } of messages) {
        problems.push([page.path, `line ${line}: ${message} (${ruleId})`]);
      }
    }
  }
  expect(firstOfEach(problems)).toEqual([]);
});

test("every page has one headline, a title, and says its language and direction", () => {
  const problems = pages
    .filter((page) => page.language)
    .filter(
      ({ headlines, title, language, lang, dir }) =>
        headlines.length !== 1 ||
        headlines[0] === "" ||
        title === "" ||
        lang !== language ||
        dir !== (language === "ar" ? "rtl" : "ltr"),
    )
    .map(({ path, headlines, lang, dir }) => `${decodeURI(path)}: ${headlines.length} h1, lang ${lang}, dir ${dir}`);
  expect(problems).toEqual([]);
});
