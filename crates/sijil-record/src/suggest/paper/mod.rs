//! The text of an agreement that a story prints: its points, parties, days, signatories.

mod points;
mod sides;

use serde_json::Value;

use self::points::{POINTS_MIN, Point, behind_mark, points};
use super::truce::{Bounds, bounds};
use super::who::Cast;
use crate::arabic::is_arabic;
use crate::date::{self, Reference};
use crate::english::Clause;
use crate::frame::Frame;
use crate::frame::truce::term::Telling;
use crate::frame::truce::words::{Event, Role};
use crate::frame::truce::{arabic, counted_terms, english, extendable};
use crate::span::Span;
use crate::story::Story;
use crate::suggest::Kind;

/// An agreement of numbered points in a story.
#[derive(Debug)]
pub(super) struct Paper {
    /// The sentence that names it.
    pub(super) opens: usize,
    points: Vec<Point>,
    /// The sentence after the last that belongs to it.
    ends: usize,
    class: &'static str,
}

/// Sentences before the first point among which the agreement is named.
const LEAD_MAX: usize = 8;
/// Sentences after the last point that may still be of the agreement: its days, its signatories.
const TAIL_MAX: usize = 6;

impl Paper {
    /// The agreement on a truce that `story` prints, if it does; `headline` may name the truce.
    pub(super) fn find(story: &Story<'_>, headline: &str) -> Option<Self> {
        let points = points(&story.sentences);
        let first = points.first()?.sentences.start;
        let last = points.last()?.sentences.end;
        let lead = first.saturating_sub(LEAD_MAX)..first;
        let telling = |at: usize| {
            let tokens = &story.sentences.get(at)?.tokens;
            Some(Telling::new(tokens, &[], is_arabic(tokens)))
        };
        let heading = crate::token::tokens(headline, Span::new(0, headline.len()));
        let heading = Telling::new(&heading, &[], is_arabic(&heading));
        let class = lead.clone().filter_map(telling).find_map(|one| one.class());
        let class = class.or_else(|| heading.class());
        let is_paper = |at: &usize| {
            telling(*at).is_some_and(|one| {
                one.names_truce() || one.told.iter().any(|told| told.is(Role::Paper))
            })
        };
        let opens = lead.clone().find(is_paper).or(lead.last())?;
        let class = class.filter(|_| points.len() >= POINTS_MIN)?;
        let ends = (last + TAIL_MAX).min(story.sentences.len());
        Some(Self {
            opens,
            points,
            ends,
            class,
        })
    }

    /// Whether the sentence at `at` is of a point, or of what follows the points.
    pub(super) fn holds(&self, at: usize) -> bool {
        let first = self.points.first().map_or(0, |point| point.sentences.start);
        (first..self.ends).contains(&at)
    }

    /// The term that begins at the sentence `at`, with all its sentences; none where no point does.
    pub(super) fn term(&self, story: &Story<'_>, at: usize) -> Option<(Frame, Span)> {
        let place = self
            .points
            .binary_search_by_key(&at, |point| point.sentences.start)
            .ok()?;
        let point = self.points.get(place)?;
        let mut types: Vec<(&'static str, Span)> = Vec::new();
        let mut wording: Option<Span> = None;
        let mut is_term = false;
        for sentence in story.sentences.get(point.sentences.clone())? {
            let tokens = behind_mark(&sentence.tokens);
            let telling = Telling::new(tokens, &[], is_arabic(&sentence.tokens));
            for frame in telling.terms(1.0) {
                let found = frame.slots.iter().filter(|slot| slot.name == "type");
                for slot in found {
                    let name = crate::frame::truce::term::name(&slot.value);
                    if !types.iter().any(|(other, _)| *other == name) {
                        types.push((name, slot.span));
                    }
                }
            }
            is_term |= !is_validity(&telling);
            let span = tokens.iter().map(|token| token.span).reduce(Span::join);
            wording = wording.into_iter().chain(span).reduce(Span::join);
        }
        let wording = wording.filter(|_| is_term || !types.is_empty())?;
        let trigger = types.first().map_or(wording, |(_, span)| *span);
        let mut frame = Frame::new(Kind::TruceTerm, "truce.paper.point", 0.9, trigger);
        for (name, span) in &types {
            frame.fill("type", *span, *name);
        }
        if types.is_empty() {
            frame.fill("type", wording, "other");
        }
        frame.fill("no", wording, point.number);
        frame.fill("wording", wording, Value::Null);
        let whole = story.sentences.get(point.sentences.clone())?.iter();
        let whole = whole.map(|sentence| sentence.span).reduce(Span::join)?;
        Some((frame, whole))
    }

    /// The truce that the agreement makes, and the days that it gives it.
    pub(super) fn truce(
        &self,
        story: &Story<'_>,
        cast: &Cast<'_>,
        reference: Option<&Reference>,
    ) -> Option<(Frame, Bounds)> {
        let opens = story.sentences.get(self.opens)?;
        let telling = Telling::new(&opens.tokens, &[], is_arabic(&opens.tokens));
        let named = |at: &usize| telling.is_truce(*at) || telling.told(*at).is(Role::Paper);
        let name = (0..opens.tokens.len()).find(named);
        let name = name.and_then(|at| opens.tokens.get(at));
        let trigger = name.map_or(opens.span, |token| token.span);
        let mut frame = Frame::new(Kind::Truce, "truce.paper", 0.9, trigger);
        frame.fill("event", trigger, Event::Agreed.name());
        frame.fill("state", trigger, Event::Agreed.state());
        frame.fill("form", trigger, "written");
        frame.fill("class", trigger, self.class);
        let mut all = Bounds::default();
        for at in self.opens..self.ends {
            let Some(sentence) = story.sentences.get(at) else {
                break;
            };
            let numbers = story.numbers.get(at).map(Vec::as_slice).unwrap_or_default();
            let telling = Telling::new(&sentence.tokens, numbers, is_arabic(&sentence.tokens));
            let is_lead = !self.holds(at);
            let line = sides::Line {
                text: story.text,
                telling: &telling,
                named: &cast.names(sentence.span),
                is_lead,
            };
            line.fill(&mut frame);
            if let Some((span, count)) =
                counted_terms(&sentence.tokens, numbers).filter(|_| is_lead)
            {
                frame.fill("stated_term_count", span, count);
            }
            if let Some(span) = extendable(&sentence.tokens, &telling.told) {
                frame.fill("extendable", span, !is_denied(&telling, span));
            }
            if !is_lead && is_validity(&telling) {
                let dates = reference
                    .map(|reference| date::dates(story.text, &sentence.tokens, reference))
                    .unwrap_or_default();
                let own = bounds(story.text, &telling, &dates, reference);
                all.start = all.start.or(own.start);
                all.end = all.end.or(own.end);
                if let Some((span, length)) = length(story.text, &telling) {
                    frame.fill("duration", span, length);
                }
            }
        }
        let parties = frame
            .slots
            .iter()
            .filter(|slot| slot.name == "party")
            .count();
        if parties > 1 {
            let declaration = if parties == 2 {
                "bilateral"
            } else {
                "multilateral"
            };
            frame.fill("declaration", trigger, declaration);
        }
        Some((frame, all))
    }
}

/// Whether the sentence tells since when and how long an agreement holds, or who signed it.
fn is_validity(telling: &Telling<'_>) -> bool {
    let is = |role: Role| telling.told.iter().any(|told| told.is(role));
    let begins = telling
        .told
        .iter()
        .any(|told| matches!(told.event, Some(Event::InForce | Event::Ended)));
    is(Role::Force)
        || is(Role::Extendable)
        || begins && (is(Role::From) || is(Role::Until))
        || begins && is(Role::Paper)
}

/// "Not extendable", غير قابل للتمديد.
fn is_denied(telling: &Telling<'_>, at: Span) -> bool {
    let here = telling
        .tokens
        .partition_point(|token| token.span.end <= at.start);
    let mut before = (here.saturating_sub(3)..here).map(|place| telling.word(place));
    before.any(|word| matches!(word, "not" | "غير" | "لا" | "no"))
}

fn length(text: &str, telling: &Telling<'_>) -> Option<(Span, String)> {
    if telling.is_arabic {
        return arabic::length(telling.tokens, telling.numbers);
    }
    english::length_told(&Clause::new(text, telling.tokens, telling.numbers))
}
