//! Saved web pages: what the page says to machines, what its site repeats, and an outside
//! extractor's vote together tell the story from the rest.

mod blocks;
mod body;
mod date;
mod junk;
mod learned;
mod people;
mod render;
mod structured;
mod title;
mod tree;
mod vote;

use std::panic::{AssertUnwindSafe, catch_unwind};

use sijil_text::{SafeHtml, clean_line, detect};
use trafilatura::Options as Vote;
use trafilatura::dom::Document;

pub(crate) use learned::Learned;

use crate::credit::{credit_of, is_agency};
use crate::dump::first_words;
use crate::incoming::{Confidence, Incoming, LeadImage};
use blocks::{Block, blocks};
use structured::Structured;
use tree::Tree;

/// Tags of one page at most. The largest saved pages have 50,000; a page built to exhaust the
/// parser has millions.
const TAGS_MAX: usize = 250_000;
/// Elements inside one another at most. Parsers take time with the square of it; real pages stay
/// under 500.
const NESTING_MAX: usize = 10_000;
/// A text shorter than this is a stub, a menu or an error page.
const TEXT_CHARS_MIN: usize = 60;
/// A text shorter than this is flagged.
const TEXT_CHARS_DOUBTFUL: usize = 250;

/// A parsed page.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) tree: Tree,
    pub(crate) blocks: Vec<Block>,
    pub(crate) structured: Structured,
}

impl Page {
    /// Parses the page; nothing when it has more tags than any page needs.
    pub(crate) fn parse(markup: &str) -> Option<Self> {
        Self::parse_with_document(markup).map(|(page, _)| page)
    }

    fn parse_with_document(markup: &str) -> Option<(Self, Document)> {
        if !is_bearable(markup) {
            return None;
        }
        let document = Document::parse(markup);
        let tree = Tree::of(&document);
        let page = Self {
            blocks: blocks(&tree),
            structured: Structured::of(&tree, markup),
            tree,
        };
        Some((page, document))
    }
}

/// Whether the page can be parsed in bearable time, judged by its tags before parsing.
fn is_bearable(markup: &str) -> bool {
    let mut open = 0usize;
    for (count, tag) in markup.split('<').skip(1).enumerate() {
        let name: &str = tag
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if tag.starts_with('/') {
            open = open.saturating_sub(1);
        } else if !name.is_empty()
            && !CLOSED_BY_ITSELF
                .iter()
                .any(|own| name.eq_ignore_ascii_case(own))
        {
            open += 1;
        }
        if count > TAGS_MAX || open > NESTING_MAX {
            return false;
        }
    }
    true
}

/// Elements that need no closing tag.
const CLOSED_BY_ITSELF: [&str; 20] = [
    "br", "img", "meta", "link", "input", "hr", "p", "li", "td", "tr", "th", "dt", "dd", "option",
    "source", "wbr", "area", "col", "path", "base",
];

/// Reads one saved page into `incoming`, which knows its source already.
///
/// # Errors
/// A sentence for people when the page holds no story.
pub(crate) fn read(markup: &str, learned: &Learned, incoming: &mut Incoming) -> Result<(), String> {
    let (page, document) = Page::parse_with_document(markup)
        .ok_or_else(|| format!("has more than {TAGS_MAX} tags, or more than {NESTING_MAX} inside one another: no story's page has so many"))?;
    incoming.title = title::title(&page);
    let vote = outside_vote(document, &Vote::default(), incoming);
    let mut body = body::choose(&page, &vote, &incoming.title, learned);
    if body.blocks.is_empty() {
        let bold = Vote::default()
            .with_fallback(true)
            .with_focus(trafilatura::ExtractionFocus::FavorRecall);
        let second = page
            .structured
            .story_text("articleBody")
            .unwrap_or_else(|| outside_vote(Document::parse(markup), &bold, incoming));
        body = body::choose(&page, &second, &incoming.title, learned);
        body.confidence = Confidence::Low;
    }
    incoming.set_body(render::render(&page, &body.blocks, body.article));
    let chars = incoming.text.chars().count();
    if chars < TEXT_CHARS_MIN {
        return Err(format!(
            "holds no story: only {chars} characters of running text were found (an index, error or picture page?)"
        ));
    }
    incoming.standfirst = body
        .standfirst
        .and_then(|index| page.blocks.get(index))
        .map(|block| clean_line(&block.text));
    let first = body.blocks.first().copied().unwrap_or_default();
    date::read(&page, first, incoming);
    incoming.byline = people::byline(&page, &body.blocks);
    incoming.confidence = body.confidence;
    incoming.left_out = body.left_out;
    take_credit(incoming);
    describe(&page, incoming);
    incoming.join_text();
    incoming.lang = detect(&incoming.text);
    note_doubts(incoming, chars);
    Ok(())
}

/// The text that `trafilatura` takes for the story. It has not panicked on any page yet; should it,
/// the page is flagged and the import goes on.
fn outside_vote(document: Document, options: &Vote, incoming: &mut Incoming) -> String {
    let result = catch_unwind(AssertUnwindSafe(|| {
        trafilatura::extract_document(document, options)
    }));
    match result {
        Ok(Ok(extracted)) => extracted.content_text,
        Ok(Err(_)) => String::new(),
        Err(_) => {
            incoming
                .doubts
                .push("the outside extractor broke on this page".to_owned());
            String::new()
        }
    }
}

/// Agency and dateline, out of the first paragraph; an agency's credit leaves the text.
fn take_credit(incoming: &mut Incoming) {
    let credit = incoming
        .paragraphs
        .first()
        .and_then(|first| credit_of(first));
    if let Some(credit) = credit {
        incoming.dateline = credit.place;
        incoming.agency = credit.agency;
        let rest = without_credit(incoming.html.as_str(), &credit.shown);
        if let Some(markup) = rest.filter(|_| !credit.shown.is_empty()) {
            incoming.set_body(SafeHtml::sanitise(&markup));
            incoming.credit = Some(credit.shown);
        }
    }
    if incoming.agency.is_none() {
        incoming.agency = incoming.byline.iter().find(|name| is_agency(name)).cloned();
    }
}

/// The markup without the text `shown` at its beginning; nothing when it does not begin so.
fn without_credit(markup: &str, shown: &str) -> Option<String> {
    let mut wanted = shown.chars().filter(|c| !c.is_whitespace()).peekable();
    let mut kept = String::with_capacity(markup.len());
    let mut is_tag = false;
    let mut letters = markup.chars();
    while wanted.peek().is_some() {
        let c = letters.next()?;
        if is_tag || c == '<' {
            is_tag = c != '>';
            kept.push(c);
        } else if !c.is_whitespace() && wanted.next() != Some(c) {
            return None;
        }
    }
    kept.push_str(letters.as_str().trim_start());
    for empty in ["<b></b>", "<strong></strong>", "<i></i>", "<em></em>"] {
        kept = kept.replace(empty, "");
    }
    Some(kept)
}

/// Section, tags, address, picture and the declared count of comments.
fn describe(page: &Page, incoming: &mut Incoming) {
    let structured = &page.structured;
    incoming.canonical_url.clone_from(&structured.url);
    incoming.section = structured
        .meta(&["article:section"])
        .map(clean_line)
        .or_else(|| structured.story_text("articleSection"));
    incoming.tags = structured.metas("article:tag").map(clean_line).collect();
    if incoming.tags.is_empty() {
        let keywords = structured
            .meta(&["news_keywords", "keywords"])
            .unwrap_or_default();
        incoming.tags = keywords
            .split([',', '،', ';'])
            .map(clean_line)
            .filter(|tag| !tag.is_empty())
            .take(30)
            .collect();
    }
    incoming.lead_image = structured
        .meta(&["og:image", "og:image:url", "twitter:image"])
        .map(|url| LeadImage {
            url: url.to_owned(),
            alt: structured
                .meta(&["og:image:alt", "twitter:image:alt"])
                .map(clean_line),
            caption: None,
        });
    incoming.comments_declared = structured
        .stories()
        .find_map(|story| story.get("commentCount")?.as_u64());
}

fn note_doubts(incoming: &mut Incoming, chars: usize) {
    if incoming.title.is_empty() {
        incoming.title = first_words(&incoming.text);
        incoming
            .doubts
            .push("no headline found; the title is the beginning of the text".to_owned());
    }
    if chars < TEXT_CHARS_DOUBTFUL {
        incoming.confidence = Confidence::Low;
        incoming
            .doubts
            .push(format!("the text has only {chars} characters"));
    }
    if incoming.confidence == Confidence::Low {
        incoming
            .doubts
            .push("the readings of this page disagree: look at its body".to_owned());
    }
}

#[cfg(test)]
mod tests;
