//! Lighting up what was looked for, in the texts of the hits.
//!
//! The texts go through the same analysers as the index, so whatever matched lights up, in any of
//! its forms and spellings. Lengths are counted in characters.

use crate::syntax::Place;
use sijil_text::Word;
use std::collections::HashSet;
use std::ops::Range;

/// What a query lights up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    anywhere: Marks,
    title: Marks,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Plain text, to be escaped by whoever shows it.
    pub text: String,
    /// Whether it is what was looked for.
    pub marked: bool,
}

/// Words to light up in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) stems: HashSet<String>,
    pub(crate) spellings: HashSet<String>,
    pub(crate) beginnings: Vec<String>,
    pub(crate) phrases: Vec<Phrase>,
}

/// Words that light up only together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Each with its distance from the first, in words.
    pub(crate) words: Vec<(usize, String)>,
    /// Words that may stand in between, in all.
    pub(crate) slop: usize,
}

impl Terms {
    pub(crate) fn marks(&mut self, place: Place) -> &mut Marks {
        match place {
            Place::Anywhere => &mut self.anywhere,
            Place::Title => &mut self.title,
        }
    }

    /// The whole of `headline`, in pieces.
    #[must_use]
    pub fn headline(&self, headline: &str) -> Vec<Piece> {
        let words = sijil_text::words(headline);
        let mut spans = self.anywhere.spans(&words);
        spans.extend(self.title.spans(&words));
        spans.sort_by_key(|span| (span.range.start, span.range.end));
        pieces(headline, &(0..headline.len()), &spans)
    }

    /// The part of `text` that holds the most of what was looked for, at most `chars_max`
    /// characters and the dots where it was cut; without any, the beginning.
    #[must_use]
    pub fn snippet(&self, text: &str, chars_max: usize) -> Vec<Piece> {
        let words = sijil_text::words(text);
        let spans = self.anywhere.spans(&words);
        let window = window(text, &spans, chars_max);
        let mut found = pieces(text, &window, &spans);
        if window.start > 0 {
            found.insert(
                0,
                Piece {
                    text: "… ".to_owned(),
                    marked: false,
                },
            );
        }
        if window.end < text.len() {
            found.push(Piece {
                text: " …".to_owned(),
                marked: false,
            });
        }
        found
    }
}

/// A stretch to light up, and the word it stands for.
struct Span<'a> {
    range: Range<usize>,
    word: &'a str,
}

impl Marks {
    /// What lights up among `words`, in order of place.
    fn spans<'a>(&'a self, words: &'a [Word]) -> Vec<Span<'a>> {
        let mut spans: Vec<Span<'a>> = Vec::new();
        for word in words {
            let stem = word.stem.as_ref().filter(|stem| self.stems.contains(*stem));
            let is_marked = stem.is_some()
                || self.spellings.contains(&word.exact)
                || self
                    .beginnings
                    .iter()
                    .any(|start| word.exact.starts_with(start));
            if is_marked {
                spans.push(Span {
                    range: word.range.clone(),
                    word: stem.unwrap_or(&word.exact),
                });
            }
        }
        for phrase in &self.phrases {
            spans.extend(phrase.spans(words));
        }
        spans.sort_by_key(|span| (span.range.start, span.range.end));
        spans
    }
}

impl Phrase {
    fn spans<'a>(&'a self, words: &'a [Word]) -> Vec<Span<'a>> {
        let mut spans = Vec::new();
        for start in 0..words.len() {
            let from_here = words.get(start..).unwrap_or_default();
            if let Some(found) = self.at(from_here) {
                spans.extend(found.into_iter().map(|word| Span {
                    range: word.range.clone(),
                    word: &word.exact,
                }));
            }
        }
        spans
    }

    /// The words of the phrase, if it begins with the first of `words`.
    fn at<'a>(&self, words: &'a [Word]) -> Option<Vec<&'a Word>> {
        let first = words.first()?;
        let mut found = Vec::with_capacity(self.words.len());
        let mut rest = words;
        for (distance, wanted) in &self.words {
            let last_place = first.position + distance + self.slop;
            let at = rest
                .iter()
                .take_while(|word| word.position <= last_place)
                .position(|word| word.exact == *wanted)?;
            let starts_elsewhere = found.is_empty() && at > 0;
            if starts_elsewhere {
                return None;
            }
            found.push(rest.get(at)?);
            rest = rest.get(at + 1..).unwrap_or_default();
        }
        Some(found)
    }
}

/// Bytes of `text` to show: the window with the most different words, then the most marks.
fn window(text: &str, spans: &[Span<'_>], chars_max: usize) -> Range<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    if starts.len() <= chars_max {
        return 0..text.len();
    }
    let byte = |char_number: usize| starts.get(char_number).copied().unwrap_or(text.len());
    let char_number = |at: usize| starts.partition_point(|start| *start < at);
    let mut best: Option<(usize, usize, Range<usize>)> = None;
    for (number, first) in spans.iter().enumerate() {
        let end = byte(char_number(first.range.start) + chars_max);
        let inside = || {
            spans
                .iter()
                .skip(number)
                .take_while(|span| span.range.end <= end)
        };
        let different = inside().map(|span| span.word).collect::<HashSet<_>>().len();
        let marks = inside().count();
        let is_better = best.as_ref().is_none_or(|(best_different, best_marks, _)| {
            (different, marks) > (*best_different, *best_marks)
        });
        if let Some(last) = inside().last().filter(|_| is_better) {
            best = Some((different, marks, first.range.start..last.range.end));
        }
    }
    let Some((_, _, marked)) = best else {
        return 0..word_end(text, byte(chars_max));
    };
    let (first, last) = (char_number(marked.start), char_number(marked.end));
    // A third of the room to spare goes in front: readers need the start of the sentence.
    let before = chars_max.saturating_sub(last - first) / 3;
    let start = first.saturating_sub(before).min(starts.len() - chars_max);
    let from = if start == 0 {
        0
    } else {
        word_start(text, byte(start), marked.start)
    };
    from..word_end(text, byte(char_number(from) + chars_max))
}

/// The first start of a word at or after `at`, but not after `limit`.
fn word_start(text: &str, at: usize, limit: usize) -> usize {
    let Some(cut) = text.get(at..limit) else {
        return limit;
    };
    cut.find(char::is_whitespace).map_or(limit, |space| {
        let after = cut.get(space..).unwrap_or_default();
        at + space + (after.len() - after.trim_start().len())
    })
}

/// The last end of a word at or before `at`.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let before = text.get(..at).unwrap_or_default();
    before.rfind(char::is_whitespace).map_or(at, |space| {
        before.get(..space).unwrap_or_default().trim_end().len()
    })
}

fn pieces(text: &str, window: &Range<usize>, spans: &[Span<'_>]) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut done = window.start;
    for span in spans {
        let (start, end) = (span.range.start.max(done), span.range.end);
        let is_outside = start >= end || end > window.end;
        if is_outside {
            continue;
        }
        push(&mut found, text, done..start, false);
        push(&mut found, text, start..end, true);
        done = end;
    }
    push(&mut found, text, done..window.end, false);
    found
}

fn push(found: &mut Vec<Piece>, text: &str, range: Range<usize>, marked: bool) {
    if let Some(part) = text.get(range).filter(|part| !part.is_empty()) {
        found.push(Piece {
            text: part.replace(char::is_whitespace, " "),
            marked,
        });
    }
}
