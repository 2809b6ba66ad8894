// How style sheets are written: logical properties, so that Arabic needs no second sheet, and values
// from tokens, so that a newsroom's look is changed in one file.

export default {
  extends: ["stylelint-config-standard"],
  plugins: ["stylelint-use-logical", "stylelint-declaration-strict-value"],
  rules: {
    // A physical side is right for half of the readers only.
    "csstools/use-logical": ["always", { except: ["width", "height", /^(min|max)-(width|height)$/] }],
    // Colours come from tokens; the words beside mean "whatever is around".
    "scale-unlimited/declaration-strict-value": [
      ["/color$/", "fill", "stroke"],
      { ignoreValues: ["currentColor", "transparent", "inherit", "none", "/^(Canvas|LinkText|Mark|Highlight|Button|Field|GrayText|Accent)/"] },
    ],
    // comment, comment__score, comment--folded: the component's name leads to its file.
    "selector-class-pattern": [
      "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
      { message: "a class is component, component__part or component--state" },
    ],
    // Phones that know no `width >= 40rem` are still in use.
    "media-feature-range-notation": "prefix",
    "hue-degree-notation": "number",
    "property-no-vendor-prefix": [true, { ignoreProperties: ["/text-size-adjust$/"] }],
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true, ignoreProperties: ["/^--/", "font-family"] }],
    // A rule that fits on a line may stand on one, and rules of one component stand together.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "declaration-block-single-line-max-declarations": null,
    "declaration-empty-line-before": null,
    "rule-empty-line-before": null,
    // Layers decide what wins, not the order of selectors in a file.
    "no-descending-specificity": null,
    "declaration-no-important": true,
    "selector-max-id": 0,
    "max-nesting-depth": 3,
  },
  overrides: [
    {
      // Tokens are where the raw values are.
      files: ["**/*-tokens.css"],
      rules: { "no-duplicate-selectors": null, "scale-unlimited/declaration-strict-value": null },
    },
  ],
};
