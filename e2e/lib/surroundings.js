// What the checks are told from outside: where the site is, and which browser to use.

/** The address of the site, ending in a slash. */
export const site = process.env.SIJIL_SITE ?? "http://127.0.0.1:8080/";

/** The data folder of the newsroom that is served there, and its program. */
export const folder = process.env.SIJIL_FOLDER ?? "";
export const program = process.env.SIJIL_PROGRAM ?? "sijil";

/** How Chromium is started. */
export const chromium = {
  executablePath: process.env.SIJIL_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    // Root has no sandbox to enter; the pages are our own.
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    // A test that waits for the maker's servers is slow where there is no network.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
  ],
};

/** The folder the crawl leaves its finds in. */
export const out = new URL("../out/", import.meta.url);

/** The languages, equals in everything that is checked. */
export const languages = ["ar", "en"];
