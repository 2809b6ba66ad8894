//! The headline: what the page's readings agree on, without the site's name.

use super::Page;
use super::structured::decoded;
use crate::label::key;
use sijil_text::clean_line;

/// Signs that part a headline from the site's name.
const PARTING: [&str; 9] = [
    " | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " « ",
];

/// The headline, or the empty string.
pub(crate) fn title(page: &Page) -> String {
    let readings = readings(page);
    let headings: Vec<&str> = page
        .blocks
        .iter()
        .filter(|block| block.tag == "h1")
        .map(|block| block.text.as_str())
        .collect();
    let agreed = headings
        .iter()
        .filter_map(|heading| {
            let best = readings
                .iter()
                .map(|reading| likeness(heading, reading))
                .max()?;
            (best >= 50).then_some((best, *heading))
        })
        // `max_by_key` keeps the last of equals; the first heading is the better one.
        .rev()
        .max_by_key(|&(best, _)| best)
        .map(|(_, heading)| heading);
    let chosen = agreed
        .or(readings.first().map(String::as_str))
        .or(headings.first().copied())
        .unwrap_or_default();
    clean_line(chosen)
}

/// The headline as the page's machine-readable parts give it, the most trusted first.
fn readings(page: &Page) -> Vec<String> {
    let structured = &page.structured;
    let outlets = outlets(page);
    let head_title = page
        .tree
        .elements(&["title"])
        .map(|(index, _)| decoded(&page.tree.text(index)))
        .find(|title| !title.is_empty());
    let mut readings: Vec<String> = Vec::new();
    if let Some(headline) = structured.story_text("headline") {
        readings.push(without_outlet(&headline, &outlets));
    }
    for name in ["og:title", "twitter:title", "dc.title", "title", "headline"] {
        if let Some(title) = structured.meta(&[name]) {
            readings.push(without_outlet(title, &outlets));
        }
    }
    if let Some(title) = head_title {
        readings.push(without_short_end(&without_outlet(&title, &outlets)));
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// Keys of the names the site goes by: its own, and its host's.
fn outlets(page: &Page) -> Vec<String> {
    let host = page.structured.host();
    let label = host.split('.').next().unwrap_or_default();
    let names = page.structured.outlet_names();
    names
        .iter()
        .map(String::as_str)
        .chain([host, label])
        .map(|name| key(name).replace(' ', ""))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The title without the site's name before or after it.
fn without_outlet(title: &str, outlets: &[String]) -> String {
    let is_outlet = |part: &str| {
        let part = key(part).replace(' ', "");
        let part = part.strip_prefix("the").unwrap_or(&part);
        outlets.iter().any(|outlet| {
            let outlet = outlet.strip_prefix("the").unwrap_or(outlet);
            part == outlet
                || (part.len() >= 4
                    && outlet.len() >= 4
                    && (part.starts_with(outlet) || outlet.starts_with(part)))
        })
    };
    let mut title = title.trim();
    for _ in 0..3 {
        let end = PARTING
            .iter()
            .filter_map(|sign| title.rsplit_once(sign))
            .min_by_key(|(_, end)| end.len());
        let start = PARTING
            .iter()
            .filter_map(|sign| title.split_once(sign))
            .min_by_key(|(start, _)| start.len());
        title = match (end, start) {
            (Some((rest, outlet)), _) if is_outlet(outlet) => rest.trim(),
            (_, Some((outlet, rest))) if is_outlet(outlet) => rest.trim(),
            _ => break,
        };
    }
    title.to_owned()
}

/// A `title` element without a short last part, which is a site or a section even if unknown.
fn without_short_end(title: &str) -> String {
    let parted = [" | ", " – ", " — ", " - ", " » "]
        .iter()
        .filter_map(|sign| title.rsplit_once(sign))
        .min_by_key(|(_, end)| end.len());
    match parted {
        Some((rest, end))
            if end.split_whitespace().count() <= 4 && rest.split_whitespace().count() >= 4 =>
        {
            rest.trim().to_owned()
        }
        _ => title.to_owned(),
    }
}

/// How alike two titles are, 0 to 100: share of common words in the longer one; 90 when one begins the other.
fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (key(one), key(other));
    if one == other {
        return 100;
    }
    let (one_words, other_words): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    let shorter = one_words.len().min(other_words.len());
    if shorter >= 3 && (one.starts_with(&other) || other.starts_with(&one)) {
        return 90;
    }
    let common = one_words
        .iter()
        .filter(|word| other_words.contains(word))
        .count();
    common * 100 / one_words.len().max(other_words.len()).max(1)
}
