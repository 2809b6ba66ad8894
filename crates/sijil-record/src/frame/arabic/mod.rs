//! Claims other than victims and truces in an Arabic sentence.

pub(crate) mod attack;
pub(crate) mod control;
pub(crate) mod detention;
pub(crate) mod protest;
pub(crate) mod talks;

use super::{Frame, Known};
use crate::arabic::{classes, stems};
use crate::class::Class;
use crate::number::Number;
use crate::span::Span;
use crate::token::{Kind as TokenKind, Token};

/// An Arabic sentence and what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Said<'s> {
    pub(crate) text: &'s str,
    pub(crate) tokens: &'s [Token],
    pub(crate) numbers: &'s [Number],
    pub(crate) known: Known<'s>,
}

impl<'s> Said<'s> {
    /// The folded word at `at`; empty past the end.
    fn word(&self, at: usize) -> &'s str {
        self.tokens
            .get(at)
            .map_or("", |token| token.folded.as_str())
    }

    /// Whether the word at `at`, or what stands under its prefixes, is in `list`.
    fn is(&self, at: usize, list: &[&str]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| stems(token).any(|stem| list.contains(&stem)))
    }

    /// Whether the word at `at` is in `list`, "and" before it or not.
    fn is_verb(&self, at: usize, list: &[&str]) -> bool {
        let word = self.word(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        list.contains(&word) || list.contains(&bare)
    }

    /// The stretch of the words from `from` to before `to`.
    fn join(&self, from: usize, to: usize) -> Option<Span> {
        let words = self.tokens.get(from..to)?.iter();
        words.map(|token| token.span).reduce(Span::join)
    }

    /// The actor in the words from `from` to before `to`: the name, else the words up to the first
    /// preposition or sign, if they are of those who can act.
    fn actor(&self, from: usize, to: usize) -> Option<Span> {
        let ends = |at: &usize| {
            self.tokens.get(*at).is_none_or(|token| {
                token.kind != TokenKind::Word
                    || classes(token).any(&[Class::Preposition, Class::Adverb])
            })
        };
        let until = (from..to).find(ends).unwrap_or(to);
        let words = self.join(from, until)?;
        let named = (self.known.names)(words);
        named.first().copied().or(Some(words))
    }

    /// The last name before `at`, in the same part of the sentence.
    fn named_before(&self, at: usize) -> Option<Span> {
        const REACH: usize = 8;
        let is_sign = |at: &usize| {
            let token = self.tokens.get(*at);
            token.is_some_and(|token| token.kind == TokenKind::Sign)
        };
        let first = (0..at).rfind(is_sign).map_or(0, |sign| sign + 1);
        let words = self.join(first.max(at.saturating_sub(REACH)), at)?;
        (self.known.names)(words).last().copied()
    }

    /// Whether those at `span` are known or of a kind that fights.
    fn fights(&self, span: Span) -> bool {
        let of_kind = |token: &&Token| {
            span.contains(token.span)
                && classes(token).any(&[Class::Organization, Class::Rebel, Class::State])
        };
        !(self.known.names)(span).is_empty() || self.tokens.iter().any(|token| of_kind(&token))
    }

    /// Whether the words at `span` name civilians.
    fn is_civilian(&self, span: Span) -> bool {
        let mut tokens = self.tokens.iter();
        tokens.any(|token| span.contains(token.span) && classes(token).has(Class::Civilian))
    }

    /// Whether a word of denial stands shortly before `at`.
    fn is_denied(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|place| {
            matches!(
                self.word(place),
                "لم" | "لا" | "لن" | "نفي" | "نفت" | "عدم" | "دون"
            )
        })
    }

    /// Whether the word at `at` is only wanted, planned or to come.
    fn is_unreal(&self, at: usize) -> bool {
        const WANTED: &[&str] = &[
            "يسعي",
            "تسعي",
            "سعي",
            "سعت",
            "يحاول",
            "تحاول",
            "محاوله",
            "محاولات",
            "حاول",
            "حاولت",
            "يهدف",
            "تهدف",
            "هدف",
            "خطه",
            "خطط",
            "تخطط",
            "تعتزم",
            "يعتزم",
            "يريد",
            "تريد",
            "يمكن",
            "قد",
            "سوف",
            "اجل",
            "بهدف",
            "بغيه",
            "تمهيدا",
            "استعدادا",
            "تستعد",
            "يستعد",
            "دعا",
            "دعت",
            "لو",
            "اذا",
        ];
        const REACH: usize = 4;
        (at.saturating_sub(REACH)..at).any(|place| self.is_verb(place, WANTED))
    }
}

/// Fills `name` with the words at `span`, if there are any.
fn fill(frame: &mut Frame, text: &str, name: &'static str, span: Option<Span>) {
    if let Some(span) = span {
        frame.fill(name, span, span.of(text));
    }
}
