//! The passes over a story: sentences, frames, then place, day, source, and what they say together.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::json;
use sijil_text::Day;

use super::attach::{Around, suggestion};
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
use crate::story::Story;

/// The claims suggested from a story, in order of place.
#[must_use]
pub fn suggest(input: &Input<'_>) -> Vec<Suggestion> {
    let story = Story::new(input.text);
    let places = input
        .places
        .map(|places| places.find(input.text, &story.sentences))
        .unwrap_or_default();
    let places = again(input.text, &story.sentences, places);
    let said = story.attributions();
    let casualties = story.casualties();
    let reference = input.published.and_then(date::noon).map(|now| Reference {
        now,
        zone_minutes: 0,
        lean: None,
    });
    let mut found = Vec::new();
    let mut lists_terms = false;
    let mut announced = None;
    for (at, sentence) in story.sentences.iter().enumerate() {
        let numbers = story.numbers.get(at).map(Vec::as_slice).unwrap_or_default();
        let dates = reference
            .map(|reference| date::dates(input.text, &sentence.tokens, &reference))
            .unwrap_or_default();
        let here = places.iter().filter(|mention| mention.sentence == at);
        let has = |class: Class| {
            let mut tokens = sentence.tokens.iter();
            tokens.any(|token| LEXICON.classes(&token.folded).has(class))
        };
        let around = Around {
            sentence: sentence.span,
            places: here.collect(),
            dates: &dates,
            said: said.get(at).map(Vec::as_slice).unwrap_or_default(),
            is_doubtful: has(Class::Doubt),
            is_hypothetical: has(Class::Hypothetical),
        };
        let harmed = casualties.iter().filter(|mention| mention.sentence == at);
        let mut frames: Vec<Frame> = harmed
            .map(|mention| casualty::frame(&mention.casualty))
            .collect();
        frames.extend(other_frames(
            input.text,
            sentence,
            numbers,
            &around,
            &mut lists_terms,
        ));
        if frames.is_empty() {
            frames.extend(statement(input.text, around.said));
        }
        if announced.is_none() && frames.iter().any(|frame| frame.kind == Kind::Truce) {
            announced = dates.iter().rev().find_map(Announced::of);
        }
        for frame in &frames {
            let mut made = suggestion(input, frame, &around);
            period(input, &dates, &mut made);
            found.push(made);
        }
    }
    let mut found = flags::merge(found);
    flags::raise(input, &mut found, announced.as_ref());
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
    let spoken = said
        .iter()
        .find(|said| said.source.is_some() && !said.is_thought);
    let said = spoken.or_else(|| said.iter().find(|said| said.source.is_some()))?;
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
