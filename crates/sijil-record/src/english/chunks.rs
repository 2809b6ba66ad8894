//! Phrases of an English clause: nouns with what belongs to them, verbs with their helpers.

use std::ops::Range;

use super::words::{Pos, Word, words};
use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::number::Number;
use crate::span::Span;
use crate::token::Token;

/// What a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    Noun,
    Verb(Voice),
    Preposition,
    Of,
    And,
    But,
    Comma,
    Stop,
    Subordinator,
    Relative,
    That,
    Genitive,
}

/// How a verb phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It has a subject that acts: "killed", "has killed", "to kill".
    Active,
    /// "was killed".
    Passive,
    /// A form in -ed without helper: active with an object, else a passive ("ten men killed in").
    Bare,
    /// "killing".
    Gerund,
    /// "is", "was" alone.
    Copula,
}

/// A phrase.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    pub(crate) tokens: Range<usize>,
    /// The word that decides: a noun phrase's last noun, a verb phrase's main verb.
    pub(crate) head: usize,
    /// What the dictionary says of the head.
    pub(crate) classes: Classes,
    /// The first word of the noun phrase is "the", "his" or the like; "a", "an"; none.
    pub(crate) article: Option<Article>,
    /// Only verbs: denied, or not real ("would", "to").
    pub(crate) negated: bool,
    pub(crate) unreal: bool,
}

/// How a noun phrase begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Article {
    Definite,
    Indefinite,
    None,
    Pronoun,
}

/// A sentence cut into phrases, with all that they point into.
pub(crate) struct Clause<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) numbers: &'t [Number],
    pub(crate) words: Vec<Word>,
    pub(crate) chunks: Vec<Chunk>,
}

impl<'t> Clause<'t> {
    /// Cuts `tokens` of `text`.
    pub(crate) fn new(text: &'t str, tokens: &'t [Token], numbers: &'t [Number]) -> Self {
        let words = words(tokens, numbers);
        let mut clause = Self {
            text,
            tokens,
            numbers,
            words,
            chunks: Vec::new(),
        };
        clause.chunks = clause.cut();
        clause
    }

    /// The folded word at `at`; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| token.folded.as_str())
    }

    /// The part of the word at `at`.
    pub(crate) fn pos(&self, at: usize) -> Pos {
        self.words.get(at).map_or(Pos::Stop, |word| word.pos)
    }

    /// The phrase at `at`.
    pub(crate) fn chunk(&self, at: usize) -> Option<&Chunk> {
        self.chunks.get(at)
    }

    /// The kind of the phrase at `at`; a full stop past the end.
    pub(crate) fn kind(&self, at: usize) -> ChunkKind {
        self.chunks
            .get(at)
            .map_or(ChunkKind::Stop, |chunk| chunk.kind)
    }

    /// The word that decides the phrase at `at`.
    pub(crate) fn head(&self, at: usize) -> &'t str {
        self.chunks
            .get(at)
            .map_or("", |chunk| self.word(chunk.head))
    }

    /// Where the phrase at `at` stands in the original text.
    pub(crate) fn span_of(&self, at: usize) -> Span {
        let tokens = self.chunk(at).map_or(0..0, |chunk| chunk.tokens.clone());
        let spans = tokens
            .filter_map(|at| self.tokens.get(at))
            .map(|token| token.span);
        spans.reduce(Span::join).unwrap_or_default()
    }

    /// The words of the phrase at `at`, as written.
    pub(crate) fn text_of(&self, at: usize) -> &'t str {
        self.span_of(at).of(self.text)
    }

    /// The counted number inside `tokens`.
    pub(crate) fn number_in(&self, tokens: &Range<usize>) -> Option<&'t Number> {
        let starts = |number: &&Number| tokens.contains(&number.tokens.start);
        self.numbers.iter().find(starts)
    }

    fn cut(&self) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let chunk = match self.pos(at) {
                Pos::Determiner | Pos::Possessive | Pos::Pronoun | Pos::Number | Pos::Noun => {
                    Some(self.noun(at))
                }
                Pos::Verb(_)
                | Pos::Be
                | Pos::Have
                | Pos::Do
                | Pos::Modal
                | Pos::To
                | Pos::Negation => Some(self.verb(at)),
                Pos::Preposition => Some(self.single(at, ChunkKind::Preposition)),
                Pos::Of => Some(self.single(at, ChunkKind::Of)),
                Pos::And => Some(self.single(at, ChunkKind::And)),
                Pos::But => Some(self.single(at, ChunkKind::But)),
                Pos::Subordinator => Some(self.single(at, ChunkKind::Subordinator)),
                Pos::Relative => Some(self.single(at, ChunkKind::Relative)),
                Pos::That => Some(self.single(at, ChunkKind::That)),
                Pos::Comma => Some(self.single(at, ChunkKind::Comma)),
                Pos::Stop => Some(self.single(at, ChunkKind::Stop)),
                Pos::Genitive => Some(self.single(at, ChunkKind::Genitive)),
                Pos::Quote | Pos::Aside | Pos::Adverb => None,
            };
            at = chunk.as_ref().map_or(at + 1, |chunk| chunk.tokens.end);
            // The two tokens of "'s" are one sign.
            let doubles = chunk
                .as_ref()
                .is_some_and(|chunk| chunk.kind == ChunkKind::Genitive)
                && chunks
                    .last()
                    .is_some_and(|last: &Chunk| last.kind == ChunkKind::Genitive);
            if !doubles {
                chunks.extend(chunk);
            }
        }
        chunks
    }

    fn single(&self, at: usize, kind: ChunkKind) -> Chunk {
        Chunk {
            kind,
            tokens: at..at + 1,
            head: at,
            classes: self
                .words
                .get(at)
                .map_or(Classes::default(), |word| word.classes),
            article: None,
            negated: false,
            unreal: false,
        }
    }

    fn noun(&self, start: usize) -> Chunk {
        let mut chunk = self.single(start, ChunkKind::Noun);
        let article = match self.pos(start) {
            Pos::Pronoun => Article::Pronoun,
            Pos::Possessive => Article::Definite,
            Pos::Determiner
                if matches!(self.word(start), "a" | "an" | "another" | "each" | "every") =>
            {
                Article::Indefinite
            }
            Pos::Determiner if matches!(self.word(start), "no" | "any") => {
                chunk.negated = true;
                Article::Indefinite
            }
            Pos::Determiner => Article::Definite,
            _ => Article::None,
        };
        chunk.negated |= matches!(self.word(start), "nobody" | "none");
        chunk.article = Some(article);
        let mut end = start + 1;
        if article != Article::Pronoun {
            while self.goes_on_as_noun(start, end) {
                end += 1;
            }
        }
        while end > start + 1 && matches!(self.pos(end - 1), Pos::Quote | Pos::Aside) {
            end -= 1;
        }
        chunk.tokens = start..end;
        chunk.head = (start..end)
            .rev()
            .find(|at| self.pos(*at) == Pos::Noun)
            .unwrap_or(end - 1);
        chunk.classes = self
            .words
            .get(chunk.head)
            .map_or(Classes::default(), |word| word.classes);
        chunk
    }

    fn goes_on_as_noun(&self, start: usize, at: usize) -> bool {
        match self.pos(at) {
            Pos::Noun => !(self.pos(at - 1) == Pos::Noun && self.starts_a_time(at)),
            // "the six men", "other two"; after a noun a number begins a phrase of its own.
            Pos::Number => self.pos(at - 1) != Pos::Noun || matches!(self.word(at - 1), "other"),
            Pos::Determiner => matches!(self.pos(at - 1), Pos::Determiner),
            // "three others"
            Pos::Pronoun => self.word(at) == "others" && self.pos(at - 1) == Pos::Number,
            Pos::Verb(Form::Past | Form::Participle) => {
                self.pos(at + 1) == Pos::Noun && self.pos(at - 1) != Pos::Noun
            }
            // Quotation marks and asides inside a name do not end it.
            Pos::Quote | Pos::Aside => {
                at > start && self.pos(at - 1) != Pos::Stop && self.resumes(at)
            }
            Pos::Adverb => self.word(at) == "-" && self.pos(at + 1) == Pos::Noun,
            _ => false,
        }
    }

    /// Whether a noun follows the quotation marks and asides at `at`.
    fn resumes(&self, at: usize) -> bool {
        // No aside inside a name is longer than this, in tokens.
        const ASIDE_MAX: usize = 8;
        let is_quote = self.pos(at) == Pos::Quote;
        let skipped = |place: &usize| matches!(self.pos(*place), Pos::Aside | Pos::Quote);
        let next = (at..at + ASIDE_MAX).find(|place| !skipped(place));
        !is_quote
            && next.is_some_and(|next| self.pos(next) == Pos::Noun && self.word(next) != "other")
    }

    /// "LAST night", "yesterday": times that stand beside a noun without belonging to it.
    fn starts_a_time(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "last"
                | "next"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
    }

    fn verb(&self, start: usize) -> Chunk {
        let mut chunk = self.single(start, ChunkKind::Verb(Voice::Copula));
        let mut end = start;
        let (mut be, mut main, mut helped) = (false, None, false);
        while main.is_none() {
            match self.pos(end) {
                Pos::Be => be = true,
                Pos::Have | Pos::Do => helped = true,
                Pos::Modal | Pos::To => {
                    helped = true;
                    chunk.unreal = true;
                }
                Pos::Negation => chunk.negated = true,
                Pos::Adverb | Pos::Quote if end > start => {}
                Pos::Verb(form) => main = Some(form),
                _ => break,
            }
            end += 1;
        }
        while end > start + 1 && matches!(self.pos(end - 1), Pos::Adverb | Pos::Quote) {
            end -= 1;
        }
        let end = end.max(start + 1);
        chunk.kind = ChunkKind::Verb(match main {
            None => Voice::Copula,
            Some(Form::Gerund) if be => Voice::Active,
            Some(Form::Gerund) => Voice::Gerund,
            Some(Form::Past | Form::Participle) if be => Voice::Passive,
            Some(_) if helped => Voice::Active,
            Some(Form::Past | Form::Participle) => Voice::Bare,
            Some(Form::Base | Form::Present | Form::Plain) => Voice::Active,
        });
        chunk.tokens = start..end;
        chunk.head = end - 1;
        chunk.classes = self
            .words
            .get(chunk.head)
            .map_or(Classes::default(), |word| word.classes);
        chunk
    }
}

impl Chunk {
    /// Whether it is a verb phrase, of whatever voice.
    pub(crate) fn is_verb(&self) -> bool {
        matches!(self.kind, ChunkKind::Verb(_))
    }

    /// Whether the head names a person or a body of people.
    pub(crate) fn is_people(&self) -> bool {
        self.classes
            .any(&[Class::Person, Class::Organization, Class::Family])
    }
}
