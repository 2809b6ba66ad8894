//! Where some words stand after an edit: with what stood around them, else alone in the sentences
//! close by; only when that is one place.

use super::{Anchor, Text};

/// Sentences on either side in which words are looked for by themselves.
const SENTENCES: i64 = 3;

/// Where the words stand now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The number of the sentence.
    pub sentence: i64,
}

/// The one place where an anchor's words stand in a text.
#[must_use]
pub fn find(text: &Text, anchor: &Anchor) -> Option<Place> {
    if anchor.exact.is_empty() {
        return None;
    }
    let place = |start: usize| Place {
        start,
        end: start + anchor.exact.len(),
        sentence: text.sentence_at(start),
    };
    let quote = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
    if let Some(start) = only(text.text.match_indices(&quote).map(|(at, _)| at)) {
        return Some(place(start + anchor.prefix.len()));
    }
    let near = |start: &usize| {
        let sentence = text.sentence_at(*start);
        (sentence - anchor.sentence).abs() <= SENTENCES
    };
    let alone = text.text.match_indices(&anchor.exact).map(|(at, _)| at);
    let close: Vec<usize> = alone.filter(near).collect();
    // Of several, the one with the same words on one side.
    let beside = |start: &&usize| {
        let before = text.text.get(..**start).unwrap_or_default();
        let after = text
            .text
            .get(**start + anchor.exact.len()..)
            .unwrap_or_default();
        before.ends_with(&anchor.prefix) || after.starts_with(&anchor.suffix)
    };
    only(close.iter().copied())
        .or_else(|| only(close.iter().filter(beside).copied()))
        .map(place)
}

/// The only one of them.
fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::ArticleId;
    use crate::record::ClaimId;
    use crate::record::anchors::{AnchorId, Role};

    const OLD: &str =
        "قال المجلس إن 12 شخصًا قُتلوا. The council said 12 people were killed. It rained.";

    fn anchored(exact: &str) -> Anchor {
        let text = Text::of(OLD.to_owned());
        let start = OLD.find(exact).unwrap();
        let (prefix, suffix) = text.around(start, start + exact.len());
        Anchor {
            id: AnchorId(1),
            claim: ClaimId(1),
            article: ArticleId(1),
            revision: 1,
            sha256: text.sha256.clone(),
            role: Role::Claim,
            sentence: text.sentence_at(start),
            start,
            end: start + exact.len(),
            exact: exact.to_owned(),
            prefix,
            suffix,
            is_lost: false,
            is_withheld: false,
        }
    }

    #[test]
    fn words_are_found_again_after_an_edit_before_them() {
        let anchor = anchored("12 people");
        let text = Text::of(format!("A new first sentence. {OLD}"));
        let place = find(&text, &anchor).unwrap();
        assert_eq!(text.text.get(place.start..place.end), Some("12 people"));
        assert_eq!(place.sentence, anchor.sentence + 1);
    }

    #[test]
    fn words_are_found_by_themselves_when_what_is_around_them_changed() {
        let anchor = anchored("12 شخصًا");
        let text = Text::of(
            OLD.replace("قال المجلس", "أعلن المجلس المحلي")
                .replace("قُتلوا", "قضوا"),
        );
        let place = find(&text, &anchor).unwrap();
        assert_eq!(text.text.get(place.start..place.end), Some("12 شخصًا"));
    }

    #[test]
    fn words_that_are_gone_or_stand_twice_are_lost() {
        let anchor = anchored("12 people");
        assert_eq!(
            find(&Text::of(OLD.replace("12 people", "13 people")), &anchor),
            None
        );
        let twice = "Others: 12 people fled. He saw 12 people there.";
        assert_eq!(find(&Text::of(twice.to_owned()), &anchor), None);
    }
}
