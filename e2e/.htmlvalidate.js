// What counts as an error in a page. The Nu checker judges validity; this judges habits.

import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Templates indent as they please; these bytes are gone after compression.
    "no-trailing-whitespace": "off",
    "void-style": ["error", { style: "omit" }],
    "doctype-style": "off",
    // Both spellings of an attribute's quotes and of `&` in text are correct HTML.
    "attr-quotes": "off",
    "no-raw-characters": "off",
    // Our buttons send their form; scripts make no others.
    "no-implicit-button-type": "off",
    "no-implicit-input-type": "off",
    // Buttons of one form share a name: the one that is pressed is sent.
    "form-dup-name": "off",
    // A headline is as long as it is.
    "long-title": "off",
    // Only `hreflang`, `ar` and `en` are written, and the Nu checker knows the rest.
    "no-redundant-role": "error",
    "no-inline-style": "error",
    "require-sri": "off",
  },
});
