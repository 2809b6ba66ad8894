//! The passes over a story: sentences, frames, then place, day, source, and what they say together.

use serde_json::json;

use super::attach::{Around, suggestion};
use super::day::days;
use super::{Flag, Input, Kind, Suggestion, casualty, flags};
use crate::arabic::is_arabic;
use crate::attribution::Attribution;
use crate::class::Class;
use crate::english::{Clause, LEXICON};
use crate::frame::{Frame, arabic, attack, control, talks, term, truce};
use crate::number::{Number, Role};
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
    let mut found = Vec::new();
    let mut lists_terms = false;
    let mut announced = None;
    for (at, sentence) in story.sentences.iter().enumerate() {
        let numbers = story.numbers.get(at).map(Vec::as_slice).unwrap_or_default();
        let days = input
            .published
            .map(|published| days(&sentence.tokens, published))
            .unwrap_or_default();
        let here = places.iter().filter(|mention| mention.sentence == at);
        let has = |class: Class| {
            let mut tokens = sentence.tokens.iter();
            tokens.any(|token| LEXICON.classes(&token.folded).has(class))
        };
        let around = Around {
            sentence: sentence.span,
            places: here.collect(),
            days: &days,
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
            announced = days.last().copied();
        }
        for frame in &frames {
            let mut made = suggestion(input, frame, &around);
            period(input, sentence, numbers, &mut made);
            found.push(made);
        }
    }
    let mut found = flags::merge(found);
    flags::raise(input, &mut found, announced.as_ref());
    found
}

/// `found`, and the same names where they stand again with nothing beside them that says "place".
fn again(text: &str, sentences: &[Sentence], mut found: Vec<Mention>) -> Vec<Mention> {
    let mut names: Vec<Mention> = Vec::new();
    for mention in &found {
        let name = mention.span.of(text);
        if !names.iter().any(|other| other.span.of(text) == name) {
            names.push(mention.clone());
        }
    }
    for (at, sentence) in sentences.iter().enumerate() {
        for name in &names {
            for (start, written) in sentence.span.of(text).match_indices(name.span.of(text)) {
                let start = sentence.span.start + start;
                let span = Span::new(start, start + written.len());
                let starts = sentence
                    .tokens
                    .iter()
                    .any(|token| token.span.start == span.start);
                let ends = sentence
                    .tokens
                    .iter()
                    .any(|token| token.span.end == span.end);
                if starts && ends && !found.iter().any(|other| other.span.overlaps(span)) {
                    found.push(Mention {
                        span,
                        sentence: at,
                        ..name.clone()
                    });
                }
            }
        }
    }
    found
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
fn period(input: &Input<'_>, sentence: &Sentence, numbers: &[Number], made: &mut Suggestion) {
    if !made.flags.contains(&Flag::NumberIsTotal) {
        return;
    }
    let years: Vec<&Number> = numbers
        .iter()
        .filter(|number| number.role == Role::Year)
        .collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    let last_is_other = first.span != last.span;
    let month = |number: &Number| {
        let before = number
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| sentence.tokens.get(at));
        before.and_then(|token| month_number(&token.folded))
    };
    let written = |number: &Number| match month(number) {
        Some(month) => format!("{:.0}-{month:02}", number.value),
        None => format!("{:.0}", number.value),
    };
    let value = json!({
        "start": written(first),
        "end": last_is_other.then(|| written(last)),
        "precision": if month(first).is_some() { "month" } else { "year" },
    });
    made.fill(input.text, "period", first.span.join(last.span), value);
}

fn month_number(folded: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS
        .iter()
        .position(|month| *month == folded)
        .map(|at| at + 1)
}
