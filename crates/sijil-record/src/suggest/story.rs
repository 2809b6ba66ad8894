//! The passes over a story: sentences, frames, then place, day, source, and what they say together.

use std::collections::{HashMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::json;
use sijil_text::Day;

use super::attach::{Around, anchor, suggestion};
use super::paper::Paper;
use super::said::{Spoken, is_paper, spoken};
use super::sentence::Terms;
use super::truce::Announced;
use super::who::{Cast, describes};
use super::{Flag, Input, Kind, Suggestion, casualty, flags, sentence, truce, victim};
use crate::arabic::is_arabic;
use crate::attribution::Attribution;
use crate::class::Class;
use crate::date::{self, Date, Precision, Reference};
use crate::english::LEXICON;
use crate::frame::casualty::Scope;
use crate::frame::truce::term::Telling;
use crate::frame::{Frame, Known};
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
        spoke: spoken(input.text, &said),
        said,
        casualties: by_sentence(story.casualties(), &story, |one| one.sentence),
        reference: input.published.and_then(date::noon).map(|now| Reference {
            now,
            zone_minutes: 0,
            lean: None,
        }),
        paper: Paper::find(&story, input.headline),
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
    paper: Option<Paper>,
}

/// What the sentences read leave for those after them.
#[derive(Default)]
struct Memory {
    terms: Terms,
    announced: Option<Announced>,
}

impl Read<'_> {
    /// The claims of the sentence at `at`.
    fn claims(&self, at: usize, sentence: &Sentence, memory: &mut Memory) -> Vec<Suggestion> {
        let text = self.input.text;
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
        let mut found = self.paper(at, &around);
        if self.paper.as_ref().is_some_and(|paper| paper.holds(at)) {
            return found;
        }
        let mut frames = self.frames(at, sentence, &around, memory);
        if frames.is_empty() && found.is_empty() {
            frames.extend(statement(text, around.said));
        }
        let is_made = |frame: &&Frame| frame.kind == Kind::Truce && !frame.is_unreal;
        if memory.announced.is_none() && frames.iter().any(|frame| is_made(&frame)) {
            memory.announced = dates.iter().rev().find_map(Announced::of);
        }
        for frame in &frames {
            let mut made = suggestion(self.input, frame, &around);
            period(self.input, &dates, &mut made);
            victim::detail(text, &sentence.tokens, numbers, &mut made);
            if frame.kind == Kind::Truce {
                let telling = Telling::new(&sentence.tokens, numbers, is_arabic(&sentence.tokens));
                let bounds = truce::bounds(text, &telling, &dates, self.reference.as_ref());
                truce::fill(text, &mut made, &bounds);
            }
            found.push(made);
        }
        for made in &mut found {
            truce::finish(made);
            truce::allege(made);
        }
        found
    }

    /// What the sentence at `at` tells, before place, day and source are attached.
    fn frames(
        &self,
        at: usize,
        sentence: &Sentence,
        around: &Around<'_>,
        memory: &mut Memory,
    ) -> Vec<Frame> {
        let numbers = self.story.numbers.get(at);
        let numbers = numbers.map(Vec::as_slice).unwrap_or_default();
        let mut frames = self.harm(at);
        let mut others = self.others(sentence, numbers, around, memory);
        // What the rules of victims have read is not told again.
        others.retain(|frame| {
            let mut read = frames.iter();
            frame.kind != Kind::Detention
                || !read.any(|other| other.trigger.overlaps(frame.trigger))
        });
        frames.extend(others);
        if frames.iter().any(|frame| frame.kind == Kind::TruceTerm) {
            // "The wounded may leave": nobody was counted.
            frames.retain(|frame| {
                !matches!(
                    frame.kind,
                    Kind::Casualty | Kind::Detention | Kind::Displacement
                ) || frame.slot("low").is_some()
            });
        }
        frames
    }

    /// The words on victims in the sentence at `at`.
    fn harm(&self, at: usize) -> Vec<Frame> {
        let harmed = self.casualties.get(at).into_iter().flatten();
        let tokens = self
            .story
            .sentences
            .get(at)
            .map(|one| one.tokens.as_slice());
        let mut tokens = tokens.unwrap_or_default().iter();
        // "ما مجموعه", "إجمالي": a count of many incidents.
        let is_total = tokens.any(|token| {
            matches!(
                token.folded.as_str(),
                "مجموعه" | "اجمالي" | "باجمالي" | "الاجماليه"
            )
        });
        harmed
            .map(|mention| {
                let mut told = mention.casualty.clone();
                if is_total && told.scope == Scope::Incident {
                    told.scope = Scope::PeriodTotal;
                }
                casualty::frame(&told)
            })
            .collect()
    }

    /// What an agreement of numbered points says at `at`: the truce itself, one of its terms.
    fn paper(&self, at: usize, around: &Around<'_>) -> Vec<Suggestion> {
        let Some(paper) = &self.paper else {
            return Vec::new();
        };
        let term = paper.term(&self.story, at);
        let mut found: Vec<Suggestion> = Vec::new();
        if let Some((frame, whole)) = &term {
            let mut made = suggestion(self.input, frame, around);
            made.sentence = anchor(self.input.text, *whole);
            found.push(made);
        }
        if paper.opens != at {
            return found;
        }
        if let Some((frame, bounds)) = paper.truce(&self.story, self.cast, self.reference.as_ref())
        {
            let mut made = suggestion(self.input, &frame, around);
            truce::fill(self.input.text, &mut made, &bounds);
            found.insert(0, made);
        }
        found
    }

    /// The claims of the sentence that count no victims.
    fn others(
        &self,
        sentence: &Sentence,
        numbers: &[Number],
        around: &Around<'_>,
        memory: &mut Memory,
    ) -> Vec<Frame> {
        let is_place = |span: Span| {
            let mut places = around.places.iter();
            places.any(|mention| mention.span.overlaps(span))
        };
        let names = |span: Span| self.cast.names(span);
        let known = Known {
            is_place: &is_place,
            names: &names,
        };
        sentence::frames(
            self.input.text,
            sentence,
            numbers,
            &known,
            &mut memory.terms,
        )
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
    found.retain(|mention| !cast.covers(mention.span) && !describes(input.text, mention.span));
    found
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
    // "بين آب 2014 وتشرين الأول 2017": two dates that "and" ties are one period.
    let last = dates
        .iter()
        .find(|last| last.span.start >= date.span.end && is_long(last) && last.unit == date.unit)
        .filter(|last| {
            let between = Span::new(date.span.end, last.span.start).of(input.text);
            // The "and" may be written with the date: "وتشرين الأول".
            ties(between) || between.trim().is_empty() && last.span.of(input.text).starts_with('و')
        });
    let end = last.map_or(date.days().1, |last| last.days().1);
    let whole = last.map_or(date.span, |last| date.span.join(last.span));
    let written = |day: Day| match date.unit {
        "year" => format!("{:04}", day.year()),
        "month" => format!("{:04}-{:02}", day.year(), day.month()),
        _ => day.to_string(),
    };
    let value = json!({
        "start": written(start),
        "end": end.map(written),
        "precision": date.unit,
    });
    made.fill(input.text, "period", whole, value);
    // A total has a period and no day of its own.
    made.slots.remove("when");
}

/// Whether the words between two dates make one period of them.
fn ties(between: &str) -> bool {
    matches!(
        between.trim(),
        "و" | "and" | "to" | "until" | "إلى" | "الى" | "حتى" | "وحتى" | "-" | "–"
    )
}

/// Whether a time is no single day: what a total is counted over.
fn is_long(date: &Date) -> bool {
    !matches!(date.precision, Precision::Instant | Precision::Day)
}
