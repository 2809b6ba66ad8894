//! Safe HTML: the one place where markup from outside becomes markup we show.
//!
//! The subset is a written promise: paragraphs and headings (p, h2, h3), quotations (blockquote,
//! q, cite), lists, tables, figures with captions, our own pictures, notes, cards of what is
//! elsewhere, links, the usual marks inside a line, `time`, `abbr`, `bdi`, `code`, `pre`. Blocks may
//! say `dir` and `lang`. Never script, style, frames, forms, SVG, MathML, event handlers, pictures
//! from elsewhere, a free `id` or `class`, nor characters that turn the direction of what follows;
//! single direction marks stay.

use crate::addressed;
use crate::pictures;
use crate::plain::plain_text;
use crate::spoof::{clean_block, is_embedding};
use crate::subset::{POLICY, renamed};
use crate::written;
use std::fmt;

/// Markup in the subset this module promises. Templates show it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

/// Rounds of cleaning tried until the markup stays the same. Honest markup needs one or two; what
/// still changes then was built to change (mutation XSS) and is shown as plain text.
const ROUNDS_MAX: usize = 4;

impl SafeHtml {
    /// Whatever of `markup` lies in the subset. Text outside it is kept, its tags are not; the
    /// contents of script and style go with them. Sanitising twice changes nothing more.
    #[must_use]
    pub fn sanitise(markup: &str) -> Self {
        let mut clean = one_round(&renamed(markup));
        for _ in 1..ROUNDS_MAX {
            let again = one_round(&clean);
            if again == clean {
                return Self(clean);
            }
            clean = again;
        }
        let is_stable = one_round(&clean) == clean;
        if is_stable {
            Self(clean)
        } else {
            Self::from_text(&plain_text(&Self(clean)).text)
        }
    }

    /// Markup that was sanitised before it was stored. Only `store.rs` files may call this.
    #[must_use]
    pub fn stored(markup: String) -> Self {
        Self(markup)
    }

    /// Plain paragraphs, each escaped into a `<p>`; empty ones are left out, line ends inside one
    /// become `<br>`.
    #[must_use]
    pub fn from_paragraphs(paragraphs: &[impl AsRef<str>]) -> Self {
        let mut html = String::new();
        for paragraph in paragraphs {
            let clean = clean_block(paragraph.as_ref());
            let lines: Vec<String> = clean
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(escaped)
                .collect();
            if !lines.is_empty() {
                html.push_str("<p>");
                html.push_str(&lines.join("<br>"));
                html.push_str("</p>");
            }
        }
        Self(html)
    }

    /// Plain text: empty lines part its paragraphs.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self::from_paragraphs(&clean_block(text).split("\n\n").collect::<Vec<_>>())
    }

    /// What somebody wrote into a field for markup: plain text, whose empty lines part its
    /// paragraphs; markup of the subset; or both, as when lines are added between elements.
    #[must_use]
    pub fn written(field: &str) -> Self {
        if !written::has_tags(field) {
            return Self::from_text(field);
        }
        let clean = Self::sanitise(field);
        Self::sanitise(&written::with_paragraphs(clean.as_str()))
    }

    /// What a field shows of it, so that [`SafeHtml::written`] gives the same markup back: paragraphs
    /// as plain text between empty lines, and tags where text cannot say it.
    #[must_use]
    pub fn as_written(&self) -> String {
        let shown = written::shown(&self.0).into_iter();
        let mut same = shown.filter(|field| Self::written(field) == *self);
        same.next().unwrap_or_else(|| self.0.clone())
    }

    /// The markup for places away from the site, such as feeds, with `site` before its own paths.
    #[must_use]
    pub fn with_site(&self, site: &str) -> String {
        addressed::with_site(&self.0, site)
    }

    /// The same with each picture in words, for pages that show none.
    #[must_use]
    pub fn without_pictures(&self) -> Self {
        Self(pictures::in_words(&self.0))
    }

    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<SafeHtml> for String {
    fn from(html: SafeHtml) -> Self {
        html.0
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Text as HTML shows it, in the form the sanitiser prints, so that it stays a fixed point.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\u{A0}' => html.push_str("&nbsp;"),
            _ => html.push(letter),
        }
    }
    html
}

fn one_round(markup: &str) -> String {
    let mut clean = POLICY.clean(markup).to_string();
    // After the parser, which reads `&#x202E;` too. What this joins the next round judges.
    clean.retain(|letter| !is_embedding(letter));
    // A parser eats the first line end inside <pre>, one more at each reading.
    while clean.contains("<pre>\n") {
        clean = clean.replace("<pre>\n", "<pre>");
    }
    clean = pictures::without_foreign(&clean);
    for empty in EMPTY {
        clean = clean.replace(empty, "");
    }
    clean.trim().to_owned()
}

/// What renaming blocks leaves behind.
const EMPTY: [&str; 5] = [
    "<p></p>",
    "<h2></h2>",
    "<h3></h3>",
    "<p>&nbsp;</p>",
    "<figure></figure>",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subset::{BLOCKS, OTHERS};
    use proptest::prelude::*;

    fn check(markup: &str, expected: &str) {
        assert_eq!(SafeHtml::sanitise(markup).as_str(), expected, "{markup}");
    }

    #[test]
    fn the_subset_stays_and_the_rest_goes() {
        check(
            "<p dir=\"rtl\" lang=\"ar\" id=x class=y>نص</p>",
            "<p dir=\"rtl\" lang=\"ar\">نص</p>",
        );
        check("<p dir=sideways lang='\"><x'>a</p>", "<p>a</p>");
        check(
            "<a href=\"/ar/2026/\">a</a>",
            "<a href=\"/ar/2026/\" rel=\"noopener\">a</a>",
        );
        check(
            "<a href=\"javascript:alert(1)\" onclick=x()>a</a>",
            "<a rel=\"noopener\">a</a>",
        );
        check(
            "<a href=\"mailto:desk@example.org\">a</a>",
            "<a href=\"mailto:desk@example.org\" rel=\"noopener\">a</a>",
        );
        check(
            "<div>one</div><div><div>two</div></div>",
            "<p>one</p><p>two</p>",
        );
        check("<h1>T</h1><h4>U</h4>", "<h2>T</h2><h3>U</h3>");
        check("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>");
        check("<img src=x onerror=alert(1)>text", "text");
        check("<svg><a xlink:href=\"javascript:x\">y</a></svg>z", "z");
        check(
            "<time datetime=\"2026-11-22\">x</time><time datetime=\"<\">y</time>",
            "<time datetime=\"2026-11-22\">x</time><time>y</time>",
        );
        check("a\0b & c", "ab &amp; c");
        check("<pre>\n\n\n\n\n\n\n\nx</pre>", "<pre>x</pre>");
        check("<p>see <!-- hidden --> it</p>", "<p>see  it</p>");
    }

    #[test]
    fn plain_paragraphs_are_escaped() {
        let html = SafeHtml::from_paragraphs(&["a < b & \"c\"", " \n ", "one\ntwo"]);
        assert_eq!(
            html.as_str(),
            "<p>a &lt; b &amp; \"c\"</p><p>one<br>two</p>"
        );
        assert_eq!(SafeHtml::sanitise(html.as_str()), html);
        assert_eq!(
            SafeHtml::from_text("one\n\ntwo").as_str(),
            "<p>one</p><p>two</p>"
        );
    }

    #[test]
    fn a_quotation_cannot_cite_a_script() {
        check("<q cite=\"javascript:alert(1)\">a</q>", "<q>a</q>");
        check(
            "<blockquote cite=' \tJava&#x0A;Script:alert(1)'>a</blockquote>",
            "<blockquote>a</blockquote>",
        );
        check("<q cite='java\u{202E}script:x'>a</q>", "<q>a</q>");
        check("<q cite=data:text/html,x>a</q>", "<q>a</q>");
        check(
            "<q cite=https://example.org/a>a</q><q cite=/ar/2026/>b</q>",
            "<q cite=\"https://example.org/a\">a</q><q cite=\"/ar/2026/\">b</q>",
        );
    }

    #[test]
    fn a_body_cannot_turn_the_direction_of_its_text() {
        check(
            "<p>a\u{202E}b\u{202C} &#x2067;c&#8297; \u{202A}\u{2066}d</p>",
            "<p>ab c d</p>",
        );
        check(
            "<p>ليلى\u{200F} (a)\u{200E}</p>",
            "<p>ليلى\u{200F} (a)\u{200E}</p>",
        );
        check(
            "<a href='java&#x202E;script:alert(1)'>a</a>",
            "<a rel=\"noopener\">a</a>",
        );
    }

    #[test]
    fn wrappers_that_are_dropped_do_not_run_words_together() {
        for wrapper in [
            "nav", "header", "footer", "aside", "center", "details", "summary", "main", "article",
            "form", "fieldset", "figure",
        ] {
            let html = SafeHtml::sanitise(&format!("one<{wrapper}>two</{wrapper}>three"));
            assert_eq!(plain_text(&html).text, "one\n\ntwo\n\nthree", "{wrapper}");
        }
        check(
            "<center>c</center><nav>n</nav><header>h</header><form>f</form>",
            "<p>c</p><p>n</p><p>h</p><p>f</p>",
        );
    }

    /// Bits of attacks, to be put together in any order.
    const HOSTILE: [&str; 52] = [
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<mglyph>",
        "<style>",
        "</style>",
        "<noscript>",
        "<p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<iframe srcdoc='<script>x</script>'>",
        "<template>",
        "<a href=\"javascript:x\">",
        "<a href='java\tscript:x'>",
        "<a href=\"\u{1}javascript:x\">",
        "<a href=data:text/html,x>",
        "<q cite=\"javascript:x\">",
        "<q cite=' java\nscript:x'>",
        "<q cite=data:text/html,x>",
        "<blockquote cite=\"JavaScript:x\">",
        "<blockquote cite=&#1;vbscript:x>",
        "<a href=\"java&#x202E;script:x\" hreflang=javascript:x>",
        "<q cite=\"java\u{2066}script:x\">",
        "<nav>",
        "</footer>",
        "<details>",
        "&#x202E;",
        "\u{2067}",
        "<img src=x onerror=x>",
        "<table>",
        "<td>",
        "<form>",
        "<select>",
        "<option>",
        "<textarea>",
        "</p>",
        "<p>",
        "</a>",
        "<a>",
        "<b>",
        "<i>",
        "</b>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<title>",
        "<pre>\n\n",
        "<div onclick=x>",
        "<li>",
        "&lt;script&gt;",
    ];

    fn hostile() -> impl Strategy<Value = String> {
        let part = prop_oneof![4 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned), 1 => "\\PC{0,8}"];
        prop::collection::vec(part, 0..20).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_script_comes_through(markup in hostile()) {
            let html = SafeHtml::sanitise(&markup);
            prop_assert!(!html.as_str().contains(is_embedding), "{} from {}", html, markup);
            for tag in html.as_str().split('<').skip(1) {
                let tag = tag.split('>').next().unwrap_or_default().to_ascii_lowercase();
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default().to_owned();
                prop_assert!(BLOCKS.contains(&name.as_str()) || OTHERS.contains(&name.as_str()), "{} from {}", name, markup);
                let outside_quotes: String = tag.split('"').step_by(2).collect();
                prop_assert!(!outside_quotes.contains(" on"), "{} from {}", tag, markup);
                prop_assert!(!tag.contains("script:") && !tag.contains("data:"), "{} from {}", tag, markup);
            }
        }

        #[test]
        fn sanitising_twice_changes_nothing(markup in hostile()) {
            let once = SafeHtml::sanitise(&markup);
            prop_assert_eq!(SafeHtml::sanitise(once.as_str()), once);
        }
    }
}
