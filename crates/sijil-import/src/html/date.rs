//! The day of publication, by the strongest evidence the page gives.

use serde_json::Value;
use sijil_text::{Certainty, Day, days_in, find_day};

use super::Page;
use super::blocks::Block;
use crate::dump::doubt_of;
use crate::incoming::{DateEvidence, Incoming};

/// `meta` elements that say when a page was published, the most exact first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "article.published",
    "article.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "ptime",
    "article_date_original",
    "og:pubdate",
    "rnews:datepublished",
    "mediator_published_time",
    "originalpublicationdate",
    "displaydate",
    "datecreated",
    "date_published",
    "date",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
];

/// Years in which a page can have been published.
const YEARS: std::ops::RangeInclusive<u16> = 1980..=2100;

/// A day, where it stood, and the text it was read from when that was more than a day.
struct Evidence {
    kind: DateEvidence,
    day: Day,
    note: Option<String>,
    instant: Option<String>,
}

impl Evidence {
    fn new(kind: DateEvidence, (day, certainty): (Day, Certainty)) -> Self {
        Self {
            kind,
            day,
            note: doubt_of(certainty).map(str::to_owned),
            instant: None,
        }
    }

    fn stated(kind: DateEvidence, text: &str) -> Option<Self> {
        let mut evidence = Self::new(kind, day_in(text)?);
        evidence.instant = instant(text);
        Some(evidence)
    }
}

/// Fills the date fields of `incoming`; without evidence it says so.
pub(crate) fn read(page: &Page, first_body_block: usize, incoming: &mut Incoming) {
    let Some(mut found) = strongest(page, first_body_block) else {
        incoming.date_note = Some("the page shows no day of publication".to_owned());
        return;
    };
    if found.instant.as_deref().is_some_and(is_universal) {
        // Late in the evening the universal day is not the day that readers saw on the page.
        let shown = visible(page, first_body_block).map(|(day, _)| day);
        if let Some(shown) = shown.filter(|day| day.days_since(found.day).abs() == 1) {
            found.note = Some(format!(
                "{} in universal time, {shown} as the page shows it",
                found.day
            ));
            found.day = shown;
        }
    }
    incoming.date = Some(found.day);
    incoming.date_evidence = Some(found.kind);
    incoming.date_note = found.note;
    incoming.published_at = found.instant;
}

fn strongest(page: &Page, first_body_block: usize) -> Option<Evidence> {
    let modified = || {
        let text = from_json_ld(page, "dateModified").or_else(|| from_meta(page, MODIFIED))?;
        let mut evidence = Evidence::stated(DateEvidence::Modified, &text)?;
        evidence.note = Some("the page only says when it was last changed".to_owned());
        Some(evidence)
    };
    from_json_ld(page, "datePublished")
        .or_else(|| from_json_ld(page, "dateCreated"))
        .and_then(|text| Evidence::stated(DateEvidence::StructuredData, &text))
        .or_else(|| Evidence::stated(DateEvidence::Meta, &from_meta(page, PUBLISHED)?))
        .or_else(|| Evidence::stated(DateEvidence::TimeElement, &published_time(page)?))
        .or_else(|| {
            Some(Evidence::new(
                DateEvidence::Url,
                (from_url(page)?, Certainty::Sure),
            ))
        })
        .or_else(|| {
            Evidence::stated(
                DateEvidence::TimeElement,
                &any_time(page, first_body_block)?,
            )
        })
        .or_else(|| {
            Some(Evidence::new(
                DateEvidence::Visible,
                visible(page, first_body_block)?,
            ))
        })
        .or_else(|| above(page, first_body_block))
        .or_else(modified)
}

/// Whether an instant is told in universal time, as servers do.
fn is_universal(instant: &str) -> bool {
    instant.ends_with('Z') || instant.ends_with("+00:00") || instant.ends_with("+0000")
}

/// The day a machine-readable text names.
fn day_in(text: &str) -> Option<(Day, Certainty)> {
    let text = text.trim();
    let iso = text.get(..10).and_then(|day| Day::parse(day).ok());
    let found = iso
        .or_else(|| packed(text))
        .map(|day| (day, Certainty::Sure))
        .or_else(|| find_day(text).map(|found| (found.day, found.certainty)))?;
    YEARS.contains(&found.0.year()).then_some(found)
}

/// `20171124` or `20171124T1030`.
fn packed(text: &str) -> Option<Day> {
    let digits = text
        .get(..8)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let next = text.get(8..)?.chars().next();
    if next.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The text when it is an instant as RFC 3339 writes it.
fn instant(text: &str) -> Option<String> {
    let text = text.trim();
    let is_instant = text.get(..10).is_some_and(|day| Day::parse(day).is_ok())
        && text
            .get(10..11)
            .is_some_and(|sign| sign == "T" || sign == " ")
        && (16..=35).contains(&text.len());
    is_instant.then(|| text.to_owned())
}

fn from_json_ld(page: &Page, name: &str) -> Option<String> {
    let of_story = page
        .structured
        .stories()
        .filter_map(|story| story.get(name).and_then(Value::as_str))
        .find(|text| day_in(text).is_some())
        .map(str::to_owned);
    of_story.or_else(|| {
        page.structured
            .any_text(name)
            .filter(|text| day_in(text).is_some())
    })
}

fn from_meta(page: &Page, names: &[&str]) -> Option<String> {
    names
        .iter()
        .flat_map(|name| page.structured.metas(name))
        .find(|text| day_in(text).is_some())
        .map(str::to_owned)
}

/// An element that says it holds the day of publication.
fn published_time(page: &Page) -> Option<String> {
    page.tree
        .elements(&["time", "abbr", "span", "div", "p"])
        .filter(|(_, node)| {
            node.attribute("itemprop").contains("datePublished")
                || node.attributes.iter().any(|(name, _)| name == "pubdate")
                || node.has_word("class", "published")
                || node.has_word("class", "entry-date")
        })
        .find_map(|(index, _)| time_text(page, index))
}

/// The last `time` element before the text: the nearest one to it.
fn any_time(page: &Page, first_body_block: usize) -> Option<String> {
    let body_start = page
        .blocks
        .get(first_body_block)
        .map_or(usize::MAX, |block| block.end);
    let times: Vec<usize> = page
        .tree
        .elements(&["time"])
        .map(|(index, _)| index)
        .take_while(|&index| index < body_start)
        .collect();
    times
        .into_iter()
        .rev()
        .find_map(|index| time_text(page, index))
}

fn time_text(page: &Page, index: usize) -> Option<String> {
    let node = page.tree.node(index)?;
    let attributes = ["datetime", "content", "title"].map(|name| node.attribute(name));
    attributes
        .into_iter()
        .map(str::to_owned)
        .chain([page.tree.text(index)])
        .find(|text| day_in(text).is_some())
}

/// `/2017/11/24/` or `/2017-11-24-` in the page's address.
fn from_url(page: &Page) -> Option<Day> {
    let url = page.structured.url.as_deref()?;
    let (_, path) = url.split_once("://")?.1.split_once('/')?;
    let numbers: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let day = numbers.windows(3).find_map(|window| {
        let [year, month, day] = window else {
            return None;
        };
        if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
            return None;
        }
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    });
    let day = day.or_else(|| {
        numbers
            .iter()
            .find_map(|number| packed(number).filter(|_| number.len() == 8))
    });
    day.filter(|day| YEARS.contains(&day.year()))
        .or_else(|| find_day(&path.replace(['/', '-'], " ")).map(|found| found.day))
}

/// Blocks before and after the headline in which a day is looked for.
const VISIBLE_BEFORE: usize = 12;
/// A day line is short; sentences may name any day.
const DAY_LINE_CHARS_MAX: usize = 140;

/// A short line with a day between headline and text.
fn visible(page: &Page, first_body_block: usize) -> Option<(Day, Certainty)> {
    let headline = headline(page, first_body_block);
    day_among(page.blocks.get(headline..=first_body_block)?.iter())
}

/// A short line with a day close before the headline, where papers also print today's day.
fn above(page: &Page, first_body_block: usize) -> Option<Evidence> {
    let headline = headline(page, first_body_block);
    let before = page
        .blocks
        .get(headline.saturating_sub(VISIBLE_BEFORE)..headline)?;
    let mut evidence = Evidence::new(DateEvidence::Visible, day_among(before.iter().rev())?);
    evidence.note =
        Some("stands above the headline: perhaps the day the page was saved".to_owned());
    Some(evidence)
}

fn headline(page: &Page, first_body_block: usize) -> usize {
    page.blocks
        .iter()
        .take(first_body_block)
        .rposition(|block| block.tag == "h1")
        .unwrap_or_else(|| first_body_block.saturating_sub(VISIBLE_BEFORE))
}

fn day_among<'a>(blocks: impl Iterator<Item = &'a Block>) -> Option<(Day, Certainty)> {
    blocks
        .filter(|block| block.chars <= DAY_LINE_CHARS_MAX)
        .flat_map(|block| days_in(&block.text))
        .map(|found| (found.day, found.certainty))
        .find(|(day, _)| YEARS.contains(&day.year()))
}
