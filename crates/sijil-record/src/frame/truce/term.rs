//! The terms of a truce, from sentences that state them and those that go on after.

use std::ops::Range;

use super::words::{ARABIC, ENGLISH, Role, TERM_TYPES, Told};
use super::{ToldWords, counted_terms};
use crate::arabic::stems;
use crate::frame::Frame;
use crate::number::Number;
use crate::span::Span;
use crate::suggest::Kind;
use crate::token::Token;

/// A sentence as its words tell of truces.
pub(crate) struct Telling<'t> {
    pub(crate) tokens: &'t [Token],
    pub(crate) numbers: &'t [Number],
    pub(crate) told: ToldWords,
    pub(crate) is_arabic: bool,
}

impl<'t> Telling<'t> {
    /// Reads `tokens`, which are Arabic or English.
    pub(crate) fn new(tokens: &'t [Token], numbers: &'t [Number], is_arabic: bool) -> Self {
        let told = |token: &Token| {
            if is_arabic {
                stems(token).find_map(|stem| ARABIC.of(stem))
            } else {
                ENGLISH.of(&token.folded)
            }
        };
        Self {
            tokens,
            numbers,
            told: tokens
                .iter()
                .map(|token| told(token).unwrap_or_default())
                .collect(),
            is_arabic,
        }
    }

    /// The folded word at `at`; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| token.folded.as_str())
    }

    /// What the word at `at` tells.
    pub(crate) fn told(&self, at: usize) -> Told {
        self.told.get(at).copied().unwrap_or_default()
    }

    /// The stretch of the tokens of `range`.
    pub(crate) fn span(&self, range: Range<usize>) -> Option<Span> {
        let spans = self.tokens.get(range)?.iter().map(|token| token.span);
        spans.reduce(Span::join)
    }

    /// Whether the sentence states what a truce or its paper holds.
    pub(crate) fn states(&self) -> bool {
        let is = |role: Role| self.told.iter().any(|told| told.is(role));
        is(Role::States) && (is(Role::Paper) || self.names_truce())
    }

    /// Whether a truce is named.
    pub(crate) fn names_truce(&self) -> bool {
        (0..self.tokens.len()).any(|at| self.is_truce(at))
    }

    /// The class of the truce that is named first, if one is.
    pub(crate) fn class(&self) -> Option<&'static str> {
        let at = (0..self.tokens.len()).find(|at| self.is_truce(*at))?;
        Some(match self.word(at) {
            _ if self.is_arabic => super::arabic::class(self, at),
            "cessation" => "cessation_of_hostilities",
            "truce" | "truces" => "truce",
            _ => "preliminary_ceasefire",
        })
    }

    /// Whether the word at `at` names a truce, or opens the name of one.
    pub(crate) fn is_truce(&self, at: usize) -> bool {
        if self.is_arabic {
            return super::arabic::is_truce(self.tokens, at);
        }
        matches!(
            self.word(at),
            "truce" | "truces" | "ceasefire" | "ceasefires" | "cease-fire" | "armistice"
        ) || self.word(at) == "cessation" && self.word(at + 2) == "hostilities"
    }

    /// Whether the sentence goes on with a list of terms: "also", "as well", كما.
    pub(crate) fn goes_on(&self) -> bool {
        let words: Vec<&str> = (0..self.tokens.len()).map(|at| self.word(at)).collect();
        if self.is_arabic {
            return self.told.iter().any(|told| told.is(Role::GoesOn));
        }
        words.contains(&"also")
            || words.windows(2).any(|pair| pair == ["as", "well"])
            || words.windows(2).any(|pair| pair == ["in", "addition"])
    }

    /// The terms that the sentence holds.
    pub(crate) fn terms(&self, score: f64) -> Vec<Frame> {
        let rule = if self.is_arabic {
            "truce.ar.term"
        } else {
            "truce.en.term"
        };
        let pieces = self.pieces();
        let frames = pieces.iter().filter_map(|piece| {
            let wording = self.span(piece.clone())?;
            let types = self.types(piece);
            let (_, first) = types.first()?;
            let mut frame = Frame::new(Kind::TruceTerm, rule, score, self.tokens.get(*first)?.span);
            for (name, at) in &types {
                frame.fill("type", self.tokens.get(*at)?.span, *name);
            }
            frame.fill("wording", wording, serde_json::Value::Null);
            Some(frame)
        });
        let mut found: Vec<Frame> = frames.collect();
        let counted = counted_terms(self.tokens, self.numbers);
        if let (Some(frame), Some((span, count))) = (found.first_mut(), counted) {
            frame.fill("stated_term_count", span, count);
        }
        found
    }

    /// The stretches that hold one term each: an act and its things, parted by "and" and commas.
    fn pieces(&self) -> Vec<Range<usize>> {
        let acts: Vec<usize> = (0..self.told.len()).filter(|at| self.is_act(*at)).collect();
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let mut last_act = None;
        for act in acts {
            let start = match last_act {
                None => Some(self.after_stating()),
                Some(last) => self.parts(last, act),
            };
            last_act = Some(act);
            let Some(start) = start else { continue };
            if let Some(last) = pieces.last_mut() {
                last.end = start;
            }
            pieces.push(start..self.told.len());
        }
        let mut kept: Vec<Range<usize>> = Vec::new();
        for piece in pieces {
            let stands_alone = !self.types(&piece).is_empty() && self.governs(&piece);
            match kept.last_mut() {
                Some(last) if !stands_alone => last.end = piece.end,
                Some(last) if self.types(last).is_empty() => last.end = piece.end,
                _ => kept.push(piece),
            }
        }
        kept
    }

    /// The first word behind the one that states: "stipulates | that", ينص على.
    fn after_stating(&self) -> usize {
        let states = (0..self.told.len()).rfind(|at| self.told(*at).is(Role::States));
        let act = (0..self.told.len()).find(|at| self.is_act(*at));
        let after = states.filter(|at| act.is_some_and(|act| *at < act));
        let after = after.map_or(0, |at| at + 1);
        after + usize::from(matches!(self.word(after), "that" | "علي" | "ان" | ":"))
    }

    /// Whether the word at `at` says what is to be done: "إطلاق النار" releases nobody.
    fn is_act(&self, at: usize) -> bool {
        let is_fire = self.word(at + 1) == "النار" || self.word(at) == "وقف" && self.is_truce(at);
        // "The border crossing" is a thing; "crossing" before a noun an act.
        let is_crossing = self.word(at) == "crossing" && self.told(at + 1).things != 0;
        self.told(at).acts != 0 && !is_fire && (self.told(at).things == 0 || !is_crossing)
    }

    /// Where a term begins between the acts at `last` and `act`; none when they are of one term.
    fn parts(&self, last: usize, act: usize) -> Option<usize> {
        let joins = |at: &usize| {
            let is_word = matches!(self.word(*at), "and" | "," | "،" | ";" | "؛" | "or");
            let token = self.tokens.get(*at);
            let is_tied = token.is_some_and(|token| {
                self.is_arabic && token.folded.starts_with('و') && token.folded.len() > 4
            });
            is_word || is_tied
        };
        let mut between = last + 1..act + 1;
        let start = if self.is_finite(act) {
            between.find(joins)
        } else {
            between.rfind(joins)
        }?;
        Some(start + usize::from(matches!(self.word(start), "and" | "," | "،" | ";" | "؛")))
    }

    /// "Shall be opened", "are to stop": what is done stands before.
    fn is_finite(&self, act: usize) -> bool {
        let helps = |at: usize| {
            matches!(
                self.word(at),
                "be" | "is" | "are" | "been" | "shall" | "will" | "must" | "may" | "can" | "should"
            )
        };
        (1..=3).filter_map(|back| act.checked_sub(back)).any(helps)
    }

    /// Whether the act of `piece` has things of its own behind it; those before a gerund are another's.
    fn governs(&self, piece: &Range<usize>) -> bool {
        let Some(act) = piece.clone().find(|at| self.is_act(*at)) else {
            return false;
        };
        let mut behind = act + 1..piece.end;
        self.is_finite(act) || behind.any(|at| self.told(at).things != 0)
    }

    /// The types of the term in `piece`, each with the word that names its thing.
    pub(crate) fn types(&self, piece: &Range<usize>) -> Vec<(&'static str, usize)> {
        let acts = piece
            .clone()
            .filter(|at| self.is_act(*at))
            .fold(0, |acts, at| acts | self.told(at).acts);
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        for at in piece.clone() {
            let both = self.told(at).things & acts;
            for (place, name) in TERM_TYPES.iter().enumerate() {
                if both & (1 << place) != 0 && !found.iter().any(|(other, _)| other == name) {
                    found.push((name, at));
                }
            }
        }
        let has = |name: &str| found.iter().any(|(other, _)| *other == name);
        // The wounded that are brought out are no evacuation of a town.
        let drops = match () {
            () if has("wounded_passage") => "evacuation",
            () if has("withdrawal") => "evacuation",
            () => "",
        };
        found.retain(|(name, _)| *name != drops);
        found
    }
}

/// The type of term that a slot's `value` names.
pub(crate) fn name(value: &serde_json::Value) -> &'static str {
    let named = TERM_TYPES.iter().find(|name| value == *name);
    named.copied().unwrap_or("other")
}
