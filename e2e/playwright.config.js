// How the pages are opened: the system's Chromium, nothing that reaches out, two workers.

import { defineConfig } from "@playwright/test";

import { chromium } from "./lib/surroundings.js";

export default defineConfig({
  testDir: "tests",
  outputDir: "out/results",
  globalSetup: "./lib/setup.js",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  reporter: "list",
  forbidOnly: true,
  use: { launchOptions: chromium },
});
