//! The subset of HTML that stories are written in, as the sanitiser is told it.

use crate::{notes, pictures};
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Tags outside the subset that stand for a block are renamed before cleaning, or their texts would
/// run together. Safe at whatever it does: the sanitiser sees only the result.
pub(crate) fn renamed(markup: &str) -> String {
    let mut result = String::with_capacity(markup.len());
    let mut parts = markup.split('<');
    result.push_str(&parts.next().unwrap_or_default().replace('\0', ""));
    for part in parts {
        result.push('<');
        let (slash, rest) = part
            .strip_prefix('/')
            .map_or(("", part), |rest| ("/", rest));
        let name_end = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(name_end).unwrap_or((rest, ""));
        result.push_str(slash);
        result.push_str(subset_name(&name.to_ascii_lowercase()).unwrap_or(name));
        result.push_str(&after.replace('\0', ""));
    }
    result
}

fn subset_name(name: &str) -> Option<&'static str> {
    match name {
        "div" | "section" | "article" | "main" | "address" | "dl" | "dt" | "dd" | "nav"
        | "header" | "footer" | "aside" | "hgroup" | "search" | "center" | "details"
        | "summary" | "dialog" | "form" | "fieldset" | "legend" => Some("p"),
        "h1" => Some("h2"),
        "h4" | "h5" | "h6" => Some("h3"),
        "del" | "strike" => Some("s"),
        _ => None,
    }
}

/// Blocks that may say which direction and language their text has.
pub(crate) const BLOCKS: [&str; 17] = [
    "p",
    "h2",
    "h3",
    "blockquote",
    "ul",
    "ol",
    "li",
    "figure",
    "figcaption",
    "table",
    "caption",
    "tr",
    "th",
    "td",
    "pre",
    "q",
    "bdi",
];

pub(crate) const OTHERS: [&str; 20] = [
    "a", "em", "strong", "b", "i", "s", "sub", "sup", "br", "hr", "thead", "tbody", "abbr", "time",
    "cite", "code", "tfoot", "small", "mark", "img",
];

/// Attributes that take one of a few values. A note's mark and the way back from the note say by
/// their `role` what they are; nothing else could tell the plain text to leave them out.
const FIXED: [(&str, &str, &[&str]); 4] = [
    ("a", "role", &["doc-noteref", "doc-backlink"]),
    ("a", "aria-label", &["العودة إلى النص", "Back to the text"]),
    ("ol", "class", &["notes"]),
    ("figure", "class", &["card"]),
];

/// How wide a picture in the text is shown: the column's measure, or the whole of a small screen.
const PICTURE_SIZES: &str = "(min-width: 40em) 36rem, 94vw";

/// The sanitiser, set up once: it holds no data of any page.
pub(crate) static POLICY: LazyLock<Builder<'static>> = LazyLock::new(policy);

fn policy() -> Builder<'static> {
    let mut attributes: HashMap<&str, HashSet<&str>> = BLOCKS
        .iter()
        .map(|tag| (*tag, HashSet::from(["lang"])))
        .collect();
    for (tag, more) in [
        ("a", &["href", "hreflang", "id"][..]),
        ("li", &["id"]),
        ("img", &["src", "srcset", "alt", "width", "height"]),
        ("blockquote", &["cite"]),
        ("q", &["cite"]),
        ("abbr", &["title"]),
        ("time", &["datetime"]),
        ("th", &["scope", "colspan", "rowspan"]),
        ("td", &["colspan", "rowspan"]),
        ("ol", &["start"]),
    ] {
        attributes.entry(tag).or_default().extend(more);
    }
    let directions = || HashMap::from([("dir", HashSet::from(["rtl", "ltr", "auto"]))]);
    let mut values: HashMap<&str, HashMap<&str, HashSet<&str>>> =
        BLOCKS.iter().map(|tag| (*tag, directions())).collect();
    for (tag, attribute, allowed) in FIXED {
        let allowed = allowed.iter().copied().collect();
        values.entry(tag).or_default().insert(attribute, allowed);
    }
    let mut builder = Builder::empty();
    builder
        .tags(BLOCKS.iter().chain(&OTHERS).copied().collect())
        .clean_content_tags(HashSet::from([
            "script", "style", "iframe", "noscript", "noembed", "noframes", "template", "svg",
            "math", "object", "select", "textarea", "title", "xmp",
        ]))
        .generic_attributes(HashSet::new())
        .tag_attributes(attributes)
        .tag_attribute_values(values)
        .set_tag_attribute_value("img", "sizes", PICTURE_SIZES)
        .set_tag_attribute_value("img", "loading", "lazy")
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"))
        .strip_comments(true)
        .attribute_filter(|_, attribute, value| sensible(attribute, value));
    builder
}

/// Values that are what their attribute wants; anything else drops the attribute.
fn sensible<'a>(attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let is_sensible = match attribute {
        "lang" | "hreflang" => {
            (2..=35).contains(&value.len())
                && value
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        }
        // The sanitiser itself looks at the scheme of `href` only.
        "cite" => is_web_address(value),
        "src" => pictures::is_own(value),
        "srcset" => value.split(", ").all(pictures::is_candidate),
        "id" => notes::is_id(value),
        "width" | "height" => value
            .parse::<u32>()
            .is_ok_and(|number| (1..=20_000).contains(&number)),
        "colspan" | "rowspan" | "start" => value.parse::<u16>().is_ok_and(|number| number <= 1000),
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        "datetime" => {
            value.len() <= 40
                && value
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "-:+. ".contains(letter))
        }
        _ => true,
    };
    is_sensible.then_some(Cow::Borrowed(value))
}

/// Whether `value` is an address on the web or a path of this site, said outright: nothing that a
/// browser would first have to clean, since what it cleaned might be a script.
fn is_web_address(value: &str) -> bool {
    let starts_with = |start: &str| {
        value
            .get(..start.len())
            .is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
    };
    ["https://", "http://", "/"].into_iter().any(starts_with)
}
