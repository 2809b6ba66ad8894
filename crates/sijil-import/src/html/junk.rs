//! Blocks inside an article that are not the article: known by their classes, known by their words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::tree::Node;
use crate::dump::day_line;
use crate::label::{Label, key, label_of, listed, points_elsewhere};

/// The words in an element's class, id and role: `relatedArticles-2` gives `related`, `articles`.
pub(crate) fn class_words(node: &Node) -> HashSet<String> {
    let mut words = HashSet::new();
    for name in ["class", "id", "role", "itemprop"] {
        let mut word = String::new();
        let mut was_lower = false;
        for c in node.attribute(name).chars().chain([' ']) {
            let is_border = !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && was_lower);
            if is_border && !word.is_empty() {
                words.insert(std::mem::take(&mut word));
            }
            if c.is_ascii_alphabetic() {
                word.push(c.to_ascii_lowercase());
            }
            was_lower = c.is_ascii_lowercase();
        }
    }
    words
}

/// Why an element inside the body is no part of the text, by its name and classes.
pub(crate) fn why_element(node: &Node) -> Option<&'static str> {
    match node.tag.as_str() {
        "figcaption" => return Some("caption of a picture"),
        "aside" => return Some("set beside the text"),
        "footer" => return Some("footer"),
        "table" => return Some("table"),
        _ => {}
    }
    let words = class_words(node);
    CLASSES
        .iter()
        .find(|(_, names)| names.iter().any(|name| words.contains(*name)))
        .map(|(why, _)| *why)
}

/// Whether the element's class says that it holds the standfirst.
pub(crate) fn is_standfirst(node: &Node) -> bool {
    let words = class_words(node);
    STANDFIRST.iter().any(|name| words.contains(*name))
}

/// A longer block is never furniture by its words alone.
const WORDS_MAX: usize = 60;

/// Why a short block is furniture, by its words.
pub(crate) fn why_text(text: &str) -> Option<&'static str> {
    let key = key(text);
    if !key.chars().any(char::is_alphabetic) {
        return Some("a line without a word");
    }
    if day_line(text).is_some() {
        return Some("the day, not the story");
    }
    if points_elsewhere(text) {
        return Some(Label::Related.why());
    }
    if let Some(label) = label_of(&key) {
        return Some(label.why());
    }
    if key.split(' ').count() > WORDS_MAX {
        return None;
    }
    let padded = format!(" {key} ");
    if STARTS
        .iter()
        .any(|start| padded.starts_with(start.as_str()))
    {
        return Some("a note to readers, not the story");
    }
    if CONTAINS.iter().any(|part| padded.contains(part.as_str())) {
        return Some("a note to readers, not the story");
    }
    is_biography(&padded).then_some("about the writer")
}

/// "Layla Haddad is a reporter ..." and what else ends an article about its writer.
fn is_biography(padded: &str) -> bool {
    let Some((_, after)) = [" is a ", " is an ", " is the ", " was a ", " was an "]
        .iter()
        .filter_map(|verb| padded.split_once(verb))
        .min_by_key(|(before, _)| before.len())
    else {
        return false;
    };
    let near: Vec<&str> = after.split(' ').take(7).collect();
    PROFESSIONS
        .iter()
        .any(|profession| near.contains(profession))
}

const CLASSES: &[(&str, &[&str])] = &[
    (
        "pointers to other stories",
        &[
            "related",
            "recirc",
            "recirculation",
            "recommended",
            "recommendation",
            "recommendations",
            "trending",
            "popular",
            "similar",
            "outbrain",
            "taboola",
            "superbox",
            "linkstack",
            "playlist",
        ],
    ),
    (
        "buttons for sharing",
        &["share", "sharing", "social", "toolbar"],
    ),
    (
        "advertisement",
        &[
            "promo",
            "promos",
            "promotion",
            "advert",
            "advertisement",
            "sponsored",
            "whitepaper",
            "donate",
        ],
    ),
    ("newsletter box", &["newsletter", "newsletters", "signup"]),
    (
        "about the writer",
        &["bio", "biography", "author", "authors", "byline", "bylines"],
    ),
    (
        "the site's own text",
        &[
            "footer",
            "breadcrumb",
            "breadcrumbs",
            "nav",
            "navigation",
            "menu",
            "copyright",
            "disclosure",
            "disclaimer",
            "cookie",
            "consent",
            "boilerplate",
        ],
    ),
    (
        "hidden until asked for",
        &["popover", "popup", "tooltip", "hidden"],
    ),
    (
        "readers' comments",
        &[
            "comment",
            "comments",
            "discussion",
            "discussions",
            "disqus",
            "xenforo",
        ],
    ),
    (
        "embedded post of another site",
        &["tweet", "twitter", "instagram", "tiktok"],
    ),
    (
        "caption of a picture",
        &["caption", "captions", "credit", "credits"],
    ),
    (
        "sources and tags",
        &[
            "sources",
            "footnotes",
            "footnote",
            "references",
            "tags",
            "nutrition",
        ],
    ),
    ("words of the text, shown again", &["pullquote"]),
];

const STANDFIRST: &[&str] = &[
    "dek",
    "deck",
    "standfirst",
    "subtitle",
    "subhead",
    "subheader",
    "subheading",
    "subheadline",
    "subhed",
    "subline",
    "headline",
    "summary",
    "excerpt",
    "description",
    "strap",
    "strapline",
    "subdeck",
    "intro",
    "sub",
    "lede",
    "lead",
    "desc",
];

static STARTS: LazyLock<Vec<String>> = LazyLock::new(|| padded(STARTS_LIST));

const STARTS_LIST: &str = "
    advertisement | read more | read also | see also | also read | watch | related | recommended |
    photo | image | click here | sign up | subscribe | follow us | editor s note | editors note |
    source | copyright | join our | join the | get our | listen to | listen on | download |
    this article was | this story was | this article originally | this story originally |
    this article first | more information | disclaimer | share or comment | have a tip |
    have a story | want more | story continues | first published | last updated | published |
    updated | اشترك في | اشتركوا في | تابعونا على | تابعنا على | تابعوا | اقرأ أيضا | المصدر |
    جميع الحقوق | للاشتراك | حمل تطبيق | انضم إلى | انضموا إلى | ملاحظة المحرر | تم النشر |
    آخر تحديث | صورة | شاهد
";

static CONTAINS: LazyLock<Vec<String>> = LazyLock::new(|| padded(CONTAINS_LIST));

const CONTAINS_LIST: &str = "
    all rights reserved | sign up for | sign up to | newsletter | writes about | reached at |
    follow him on | follow her on | follow them on | follow me on | contributed to this report |
    contributed to this story | contributed to this article | email him at | email her at |
    email them at | جميع الحقوق محفوظة | النشرة البريدية | تابعوا قناتنا | اضغط هنا | انقر هنا
";

fn padded(list: &'static str) -> Vec<String> {
    listed(list)
        .map(|words| format!(" {} ", key(words)))
        .collect()
}

const PROFESSIONS: &[&str] = &[
    "reporter",
    "editor",
    "writer",
    "journalist",
    "columnist",
    "correspondent",
    "contributor",
    "fellow",
    "producer",
    "freelancer",
    "author",
];
