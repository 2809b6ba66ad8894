// Runs inside the browser: what the checks want to know of a page, by the parser readers have.

/** The parts of each of the pages, given as text. */
export function takeApart(pages) {
  const attribute = (root, selector, name) =>
    [...root.querySelectorAll(selector)].map((element) => element.getAttribute(name)).filter(Boolean);
  const candidates = (set) => set.split(",").map((candidate) => candidate.trim().split(/\s+/)[0]);

  return pages.map((text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    return {
      lang: page.documentElement.lang,
      dir: page.documentElement.dir,
      title: page.title,
      headlines: [...page.querySelectorAll("h1")].map((headline) => headline.textContent.trim()),
      takesComments: page.querySelector("form#write") !== null,
      textLength: page.querySelector("main")?.textContent.length ?? 0,
      links: attribute(page, "a[href], area[href]", "href"),
      sheets: attribute(page, "link[rel~=stylesheet]", "href"),
      resources: [
        ...attribute(page, "[src]", "src"),
        ...attribute(page, "[srcset]", "srcset").flatMap(candidates),
        ...attribute(page, "link:is([rel~=stylesheet], [rel~=icon], [rel~=preload], [rel~=manifest])", "href"),
      ],
      alternates: attribute(page, "link[rel~=alternate][type], link[rel~=search]", "href"),
      canonical: attribute(page, "link[rel=canonical]", "href")[0] ?? null,
      languages: [...page.querySelectorAll("link[rel~=alternate][hreflang]")].map((link) => [
        link.getAttribute("hreflang"),
        link.getAttribute("href"),
      ]),
      data: [...page.querySelectorAll('script[type="application/ld+json"]')].map((data) => data.textContent),
    };
  });
}

/** Whether each text is well-formed XML: null, or what the parser says; runs inside the browser. */
export function complaintsOfXml(texts) {
  return texts.map((text) => {
    const complaint = new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror");
    return complaint ? complaint.textContent.trim() : null;
  });
}
