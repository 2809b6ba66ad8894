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
  // A machine that builds meanwhile is slow; a page that never comes fails sooner, by its own limit.
  timeout: 240_000,
  reporter: "list",
  forbidOnly: true,
  expect: { timeout: 15_000 },
  use: { launchOptions: chromium, navigationTimeout: 30_000, actionTimeout: 15_000 },
});
