//! Sentences of a text in English or Arabic, with their places in the original.

use std::collections::VecDeque;

use crate::paragraph::{paragraphs, trimmed};
use crate::span::Span;
use crate::token::{Token, tokens};

/// A sentence and what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, closing quotation marks and full stop included.
    pub span: Span,
    /// The paragraph it stands in, counted from 0.
    pub paragraph: usize,
    /// Its words, numbers and signs, in order.
    pub tokens: Vec<Token>,
}

/// Words before a full stop that is no end; folded, without the full stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "maj", "col", "lt", "sgt", "capt", "cpl", "brig",
    "adm", "gov", "sen", "rep", "rev", "st", "jr", "sr", "no", "vs", "etc", "inc", "co", "corp",
    "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "approx", "dept", "univ", "hon", "pres", "cmdr", "eng", "e.g", "i.e", "fr", "atty", "gral",
    "u.s", "u.n",
];

/// Tokens of a sentence. The rules look around within a sentence, so time grows with its square: a
/// list without a full stop must not hold up the desk. Of 25,000 sentences of agency news the longest
/// has fewer.
const TOKENS_MAX: usize = 256;

/// The sentences of `text`, in order; none holds only blanks, none overlap. What goes on for more than
/// 256 words and signs is cut, if it can be at a comma.
#[must_use]
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (paragraph, span) in paragraphs(text).into_iter().enumerate() {
        for piece in pieces(text, span) {
            let mut rest = VecDeque::from(tokens(text, piece));
            let mut start = piece.start;
            loop {
                let tokens: Vec<Token> = rest.drain(..cut_at(&rest)).collect();
                let end = rest.front().map_or(piece.end, |next| next.span.start);
                let span = trimmed(text, Span::new(start, end));
                found.push(Sentence {
                    span,
                    paragraph,
                    tokens,
                });
                start = end;
                if rest.is_empty() {
                    break;
                }
            }
        }
    }
    found
}

/// How many of `tokens` make the next sentence: of too many, those up to the last comma or the like.
fn cut_at(tokens: &VecDeque<Token>) -> usize {
    if tokens.len() <= TOKENS_MAX {
        return tokens.len();
    }
    let is_pause = |at: &usize| {
        let written = tokens.get(*at).map(|token| token.folded.as_str());
        matches!(written, Some("," | "،" | ";" | "؛" | ":"))
    };
    let late = (TOKENS_MAX / 2..TOKENS_MAX).rev();
    late.into_iter()
        .find(is_pause)
        .map_or(TOKENS_MAX, |pause| pause + 1)
}

fn pieces(text: &str, paragraph: Span) -> Vec<Span> {
    let written = paragraph.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = written.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !matches!(letter, '.' | '!' | '?' | '؟' | '…' | '۔') {
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some(&(next_at, next)) = letters.peek() {
            if !matches!(
                next,
                '.' | '!' | '?' | '؟' | '…' | '"' | '”' | '’' | '»' | ')' | ']'
            ) {
                break;
            }
            end = next_at + next.len_utf8();
            letters.next();
        }
        end = past_closing(written, end);
        while letters.peek().is_some_and(|(next, _)| *next < end) {
            letters.next();
        }
        let before = written.get(start..at).unwrap_or_default();
        let after = written.get(end..).unwrap_or_default();
        if is_end(letter, before, after) {
            found.push(Span::new(paragraph.start + start, paragraph.start + end));
            start = end;
        }
    }
    found.push(Span::new(paragraph.start + start, paragraph.end));
    found
        .into_iter()
        .map(|span| trimmed(text, span))
        .filter(|span| !span.is_empty())
        .collect()
}

/// Past a closing quotation mark that a blank parts from its sentence.
fn past_closing(written: &str, end: usize) -> usize {
    let after = written.get(end..).unwrap_or_default();
    let trimmed = after.trim_start_matches([' ', '\u{A0}']);
    let closing = trimmed
        .chars()
        .next()
        .filter(|mark| matches!(mark, '”' | '»'));
    closing.map_or(end, |mark| {
        end + (after.len() - trimmed.len()) + mark.len_utf8()
    })
}

/// Whether a sentence ends at `sign`, between `before` (from its first letter) and `after`.
fn is_end(sign: char, before: &str, after: &str) -> bool {
    let Some(next) = after.chars().next() else {
        return true;
    };
    if !next.is_whitespace() {
        // Arabic pages often forget the blank; after a letter of Arabic a full stop ends.
        let arabic = |letter: char| ('\u{0620}'..='\u{064A}').contains(&letter);
        return before.chars().next_back().is_some_and(arabic) && arabic(next);
    }
    if sign != '.' {
        return true;
    }
    let starts = after.trim_start().chars().next();
    if starts.is_some_and(char::is_lowercase) {
        return false;
    }
    let word = before
        .rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '[' | '"' | '-'))
        .next()
        .unwrap_or_default();
    !is_abbreviation(word)
}

fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let is_initial = letters
        .next()
        .is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.next().is_none();
    // No abbreviation is longer than eight letters.
    is_initial || (word.len() <= 8 && ABBREVIATIONS.contains(&sijil_text::fold(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|sentence| sentence.span.of(text))
            .collect()
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        for (text, cut) in [
            (
                "Gen. Salim left. He said no.",
                "Gen. Salim left.|He said no.",
            ),
            (
                "The U.S. envoy came. \"We wait.\" He left.",
                "The U.S. envoy came.|\"We wait.\"|He left.",
            ),
            (
                "Prices rose 2.5 percent. Omar paid.",
                "Prices rose 2.5 percent.|Omar paid.",
            ),
            ("هل وصلوا؟ نعم. عادوا أمس.", "هل وصلوا؟|نعم.|عادوا أمس."),
            (
                "قال إنهم عادوا.وأضاف أنهم بخير.",
                "قال إنهم عادوا.|وأضاف أنهم بخير.",
            ),
            ("John F. Kane spoke", "John F. Kane spoke"),
        ] {
            assert_eq!(read(text).join("|"), cut);
        }
    }

    proptest! {
        #[test]
        fn offsets_stand_on_characters_and_nothing_but_blanks_is_lost(
            text in "(\\PC|[\\n .؟،\"قتل٣Aa1'-]){0,200}"
        ) {
            let mut reached = 0;
            for sentence in sentences(&text) {
                prop_assert!(text.get(sentence.span.start..sentence.span.end).is_some());
                prop_assert!(sentence.span.start >= reached);
                prop_assert!(text.get(reached..sentence.span.start).unwrap().trim().is_empty());
                reached = sentence.span.end;
                let mut last = sentence.span.start;
                for token in &sentence.tokens {
                    prop_assert!(text.get(token.span.start..token.span.end).is_some());
                    prop_assert!(token.span.start >= last && !token.span.is_empty());
                    last = token.span.end;
                }
            }
            prop_assert!(text.get(reached..).unwrap().trim().is_empty());
        }
    }
}
