//! The passes over a story: sentences, frames, then place, day, source, and what they say together.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::json;
use sijil_text::Day;

use super::attach::{Around, suggestion};
use super::said::{Spoken, is_paper, spoken};
use super::who::Cast;
use super::{Flag, Input, Kind, Suggestion, casualty, flags};
use crate::arabic::is_arabic;
use crate::attribution::Attribution;
use crate::class::Class;
use crate::date::{self, Date, Precision, Reference};
use crate::english::{Clause, LEXICON};
use crate::frame::{Frame, arabic, attack, control, talks, term, truce};
use crate::number::Number;
use crate::place::Mention;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::story::{Mentioned, Story};

/// The claims suggested from a story, in order of place.
#[must_use]
pub fn suggest(input: &Input<'_>) -> Vec<Suggestion> {
    let story = Story::new(input.text);
    let cast = Cast::read(input.text, &story.sentences, input.actors);
    let said = story.attributions();
    let read = Read {
        input,
        places: by_sentence(places(input, &story, &cast), &story, |mention| {
            mention.sentence
        }),
        spoke: spoken(input.text, &said, &cast),
        said,
        casualties: by_sentence(story.casualties(), &story, |one| one.sentence),
        reference: input.published.and_then(date::noon).map(|now| Reference {
            now,
            zone_minutes: 0,
            lean: None,
        }),
        story,
        cast: &cast,
    };
    let mut memory = Memory::default();
    let mut found = Vec::new();
    for (at, sentence) in read.story.sentences.iter().enumerate() {
        found.extend(read.claims(at, sentence, &mut memory));
    }
    let mut found = flags::merge(found);
    flags::raise(input, &mut found, memory.announced.as_ref());
    found
}

/// A story and all that was found in it before the claims.
struct Read<'r> {
    input: &'r Input<'r>,
    story: Story<'r>,
    /// By sentence, as are the other lists in lists.
    places: Vec<Vec<Mention>>,
    said: Vec<Vec<Attribution>>,
    spoke: Vec<Spoken>,
    casualties: Vec<Vec<Mentioned>>,
    cast: &'r Cast<'r>,
    reference: Option<Reference>,
}

/// What one sentence leaves for those after it.
#[derive(Default)]
struct Memory {
    /// A truce's terms are being listed.
    lists_terms: bool,
    announced: Option<Announced>,
}

impl Read<'_> {
    /// The claims of the sentence at `at`.
    fn claims(&self, at: usize, sentence: &Sentence, memory: &mut Memory) -> Vec<Suggestion> {
        let (input, text) = (self.input, self.input.text);
        let numbers = self.story.numbers.get(at);
        let numbers = numbers.map(Vec::as_slice).unwrap_or_default();
        let dates = self
            .reference
            .map(|reference| date::dates(text, &sentence.tokens, &reference))
            .unwrap_or_default();
        let has = |class: Class| {
            let mut tokens = sentence.tokens.iter();
            tokens.any(|token| LEXICON.classes(&token.folded).has(class))
        };
        let here = self.places.get(at).into_iter().flatten();
        let around = Around {
            sentence: sentence.span,
            places: here.collect(),
            dates: &dates,
            said: self.said.get(at).map(Vec::as_slice).unwrap_or_default(),
            cast: self.cast,
            spoke: &self.spoke,
            is_doubtful: has(Class::Doubt),
            is_hypothetical: has(Class::Hypothetical),
        };
        let harmed = self.casualties.get(at).into_iter().flatten();
        let mut frames: Vec<Frame> = harmed
            .map(|mention| casualty::frame(&mention.casualty))
            .collect();
        let lists_terms = &mut memory.lists_terms;
        frames.extend(other_frames(text, sentence, numbers, &around, lists_terms));
        if frames.is_empty() {
            frames.extend(statement(text, around.said));
        }
        if memory.announced.is_none() && frames.iter().any(|frame| frame.kind == Kind::Truce) {
            memory.announced = dates.iter().rev().find_map(Announced::of);
        }
        let suggested = frames.iter().map(|frame| {
            let mut made = suggestion(input, frame, &around);
            period(input, &dates, &mut made);
            made
        });
        suggested.collect()
    }
}

/// `found` in a list for each sentence of `story`, so that no sentence looks through them all.
fn by_sentence<T>(found: Vec<T>, story: &Story<'_>, sentence: fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut lists: Vec<Vec<T>> = story.sentences.iter().map(|_| Vec::new()).collect();
    for one in found {
        if let Some(list) = lists.get_mut(sentence(&one)) {
            list.push(one);
        }
    }
    lists
}

/// The places of a story, but for those that are part of somebody's name.
fn places(input: &Input<'_>, story: &Story<'_>, cast: &Cast<'_>) -> Vec<Mention> {
    let found = input
        .places
        .map(|places| places.find(input.text, &story.sentences))
        .unwrap_or_default();
    let mut found = again(input.text, &story.sentences, found);
    found.retain(|mention| !cast.covers(mention.span));
    found
}

/// The day on which a truce was told of.
pub(super) struct Announced {
    pub(super) span: Span,
    pub(super) day: Day,
}

impl Announced {
    fn of(date: &Date) -> Option<Self> {
        let (day, span) = (date.days().0?, date.span);
        (date.precision == Precision::Day).then_some(Self { span, day })
    }
}

/// `found`, and the same names where they stand again with nothing beside them that says "place":
/// one scan of the text, however many names it has.
fn again(text: &str, sentences: &[Sentence], mut found: Vec<Mention>) -> Vec<Mention> {
    let mut names: Vec<Mention> = Vec::new();
    let mut known = HashSet::new();
    for mention in &found {
        if known.insert(mention.span.of(text)) {
            names.push(mention.clone());
        }
    }
    let patterns = names.iter().map(|name| name.span.of(text));
    let scan = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(patterns);
    let Ok(scan) = scan else { return found };
    let mut taken: HashMap<usize, Vec<Span>> = HashMap::new();
    for mention in &found {
        taken
            .entry(mention.sentence)
            .or_default()
            .push(mention.span);
    }
    for (at, sentence) in sentences.iter().enumerate() {
        let taken = taken.get(&at).map(Vec::as_slice).unwrap_or_default();
        for hit in scan.find_iter(sentence.span.of(text)) {
            let start = sentence.span.start + hit.start();
            let span = Span::new(start, start + hit.len());
            let is_free = !taken.iter().any(|other| other.overlaps(span));
            let name = names.get(hit.pattern().as_usize());
            if let Some(name) = name.filter(|_| is_free && is_of_words(sentence, span)) {
                found.push(Mention {
                    span,
                    sentence: at,
                    ..name.clone()
                });
            }
        }
    }
    found
}

/// Whether `span` begins and ends where words of the sentence do.
fn is_of_words(sentence: &Sentence, span: Span) -> bool {
    let tokens = &sentence.tokens;
    let starts = tokens.binary_search_by_key(&span.start, |token| token.span.start);
    let ends = tokens.binary_search_by_key(&span.end, |token| token.span.end);
    starts.is_ok() && ends.is_ok()
}

/// The claims of a sentence other than casualties, by its language.
fn other_frames(
    text: &str,
    sentence: &Sentence,
    numbers: &[Number],
    around: &Around<'_>,
    lists_terms: &mut bool,
) -> Vec<Frame> {
    if is_arabic(&sentence.tokens) {
        let is_place = |span: Span| {
            let mut places = around.places.iter();
            places.any(|mention| mention.span.overlaps(span))
        };
        return arabic::frames(text, &sentence.tokens, numbers, &is_place);
    }
    english(
        &Clause::new(text, &sentence.tokens, numbers),
        around,
        lists_terms,
    )
}

/// The frames of an English sentence other than casualties.
fn english(clause: &Clause<'_>, around: &Around<'_>, lists_terms: &mut bool) -> Vec<Frame> {
    let is_place = |span: Span| {
        around
            .places
            .iter()
            .any(|mention| mention.span.overlaps(span))
    };
    let mut frames = control::changes(clause, &is_place);
    frames.extend(attack::attacks(clause, &is_place));
    let truces = truce::truces(clause);
    let states = term::states(clause);
    let goes_on = *lists_terms && term::goes_on(clause);
    let terms = if truces.is_empty() {
        term::terms(clause, goes_on)
    } else {
        Vec::new()
    };
    *lists_terms = states || goes_on;
    frames.extend(truces);
    frames.extend(terms);
    if frames.is_empty() {
        frames.extend(talks::talks(clause));
    }
    frames
}

/// A saying of somebody, in a sentence that tells nothing else.
fn statement(text: &str, said: &[Attribution]) -> Option<Frame> {
    // "It ruled an expanse", "the truce stated": nobody speaks.
    let speaks = |said: &&Attribution| {
        let words = said.source.map(|source| source.of(text));
        words.is_some_and(|words| {
            !matches!(words, "it" | "It" | "which" | "that") && !is_paper(words)
        })
    };
    let mut spoken = said.iter().filter(speaks);
    let said = spoken
        .clone()
        .find(|said| !said.is_thought)
        .or_else(|| spoken.next())?;
    let mut frame = Frame::new(Kind::Statement, "statement.said", 0.3, said.content);
    frame.fill("content", said.content, said.content.of(text));
    let speaker = said.source?;
    frame.fill("speaker", speaker, speaker.of(text));
    Some(frame)
}

/// The time that a total covers: "since 2014", "between August 2014 and October 2017".
fn period(input: &Input<'_>, dates: &[Date], made: &mut Suggestion) {
    if !made.flags.contains(&Flag::NumberIsTotal) {
        return;
    }
    let mut spans = dates.iter().filter(|date| is_long(date));
    let Some((date, start)) = spans.find_map(|date| Some((date, date.days().0?))) else {
        return;
    };
    let written = |day: Day| match date.unit {
        "year" => format!("{:04}", day.year()),
        "month" => format!("{:04}-{:02}", day.year(), day.month()),
        _ => day.to_string(),
    };
    let value = json!({
        "start": written(start),
        "end": date.days().1.map(written),
        "precision": date.unit,
    });
    made.fill(input.text, "period", date.span, value);
}

/// Whether a time is no single day: what a total is counted over.
fn is_long(date: &Date) -> bool {
    !matches!(date.precision, Precision::Instant | Precision::Day)
}
