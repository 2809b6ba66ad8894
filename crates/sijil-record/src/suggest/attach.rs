//! Place, day and source of a claim: same sentence first, then the sentence before.

use serde_json::{Value, json};

use super::{Anchor, Choice, Flag, Input, Kind, Link, Modality, Polarity, Slot, Suggestion};
use crate::attribution::{Attribution, Stance};
use crate::date::{Date, Precision};
use crate::frame::Frame;
use crate::place::Mention;
use crate::span::Span;

/// What was found in the sentence of a claim.
pub(super) struct Around<'s> {
    pub(super) sentence: Span,
    pub(super) places: Vec<&'s Mention>,
    pub(super) dates: &'s [Date],
    pub(super) said: &'s [Attribution],
    /// Words of doubt stand in it.
    pub(super) is_doubtful: bool,
    /// "if", "would" and the like stand in it.
    pub(super) is_hypothetical: bool,
}

/// The suggestion that `frame` is, with what stands around it.
pub(super) fn suggestion(input: &Input<'_>, frame: &Frame, around: &Around<'_>) -> Suggestion {
    let mut made = Suggestion {
        kind: frame.kind,
        score: frame.score,
        rules: vec![frame.rule.to_owned()],
        flags: frame.flags.clone(),
        sentence: anchor(input.text, around.sentence),
        also: Vec::new(),
        slots: std::collections::BTreeMap::new(),
        attribution: Vec::new(),
        modality: Modality::default(),
        polarity: Polarity::default(),
    };
    for filled in &frame.slots {
        let value = if filled.value.is_null() {
            Value::from(filled.span.of(input.text))
        } else {
            filled.value.clone()
        };
        made.fill(input.text, filled.name, filled.span, value);
    }
    place(input, frame, around, &mut made);
    when(input, frame, around, &mut made);
    attribute(input, frame, around, &mut made);
    made
}

impl Suggestion {
    /// Puts one more value into the slot `name`.
    pub(super) fn fill(&mut self, text: &str, name: &str, span: Span, value: Value) {
        let slot = Slot {
            anchor: anchor(text, span),
            value,
            candidates: Vec::new(),
        };
        self.slots.entry(name.to_owned()).or_default().push(slot);
    }

    /// Raises `flag` once.
    pub(super) fn flag(&mut self, flag: Flag) {
        if !self.flags.contains(&flag) {
            self.flags.push(flag);
        }
    }
}

pub(super) fn anchor(text: &str, span: Span) -> Anchor {
    Anchor {
        text: span.of(text).to_owned(),
        start: span.start,
        end: span.end,
    }
}

/// The place: of a control change the town itself, else the places named in the sentence.
fn place(input: &Input<'_>, frame: &Frame, around: &Around<'_>, made: &mut Suggestion) {
    let named = frame.slot("place").map(|slot| slot.span);
    let fitting = around
        .places
        .iter()
        .filter(|mention| named.is_none_or(|named| named.overlaps(mention.span)));
    let slots: Vec<Slot> = fitting
        .map(|mention| slot_of(input.text, mention))
        .collect();
    let is_unsure = slots.iter().any(|slot| {
        slot.candidates.len() > 1 && slot.candidates.first().is_some_and(|best| best.score < 0.5)
    });
    if is_unsure {
        made.flag(Flag::PlaceAmbiguous);
    }
    match (slots.is_empty(), named) {
        (false, _) => {
            made.slots.insert("place".to_owned(), slots);
        }
        (true, Some(_)) => made.flag(Flag::PlaceUnknown),
        (true, None) => {}
    }
}

fn slot_of(text: &str, mention: &Mention) -> Slot {
    let candidates: Vec<Choice> = mention
        .candidates
        .iter()
        .map(|candidate| Choice {
            value: json!({"geonameid": candidate.geonameid, "lat": candidate.lat, "lon": candidate.lon, "precision": mention.precision}),
            score: f64::from(candidate.score),
        })
        .collect();
    let value = candidates
        .first()
        .map_or(Value::Null, |best| best.value.clone());
    Slot {
        anchor: anchor(text, mention.span),
        value,
        candidates,
    }
}

/// The time: the first named in the sentence, to the month or better, that is not that of saying.
fn when(input: &Input<'_>, frame: &Frame, around: &Around<'_>, made: &mut Suggestion) {
    let is_of_saying = |dated: &&Date| {
        around
            .said
            .iter()
            .any(|said| !said.content.contains(dated.span) && said.content.contains(frame.trigger))
    };
    if frame.kind == Kind::TruceTerm {
        return;
    }
    let mut dates = around.dates.iter().filter(|date| is_close(date));
    let Some(date) = dates.find(|date| !is_of_saying(date)) else {
        return;
    };
    let (Some(start), Some(end)) = date.days() else {
        return;
    };
    let value = json!({
        "start": start.to_string(),
        "end": end.to_string(),
        "precision": date.precision,
        "basis": date.basis,
    });
    made.fill(input.text, "when", date.span, value);
    if date.is_year_inferred {
        made.flag(Flag::YearInferred);
    }
}

fn is_close(date: &Date) -> bool {
    matches!(
        date.precision,
        Precision::Instant
            | Precision::Day
            | Precision::FewDays
            | Precision::Week
            | Precision::Month
    )
}

/// The chain of who says it: whoever says most of the sentence is nearest to the reader.
fn attribute(input: &Input<'_>, frame: &Frame, around: &Around<'_>, made: &mut Suggestion) {
    let covers = |said: &&Attribution| {
        said.content.contains(frame.trigger) || said.content.overlaps(frame.trigger)
    };
    let mut said: Vec<&Attribution> = around
        .said
        .iter()
        .filter(covers)
        .filter(|said| said.source.is_some() || said.cue.is_some())
        .collect();
    said.sort_by_key(|said| std::cmp::Reverse(said.content.end - said.content.start));
    for said in &said {
        let position = made.attribution.len() + 1;
        made.attribution.push(Link {
            source: said.source.map(|source| anchor(input.text, source)),
            cue: said.cue.map(|cue| anchor(input.text, cue)),
            stance: said.stance,
            position,
        });
        if said
            .source
            .is_none_or(|source| is_unnamed(source.of(input.text)))
        {
            made.flag(Flag::SourceUnnamed);
        }
    }
    let denies = said.iter().any(|said| said.stance == Stance::Denies);
    if denies || frame.is_negated {
        made.polarity = Polarity::Denies;
    }
    let is_thought = said.iter().any(|said| said.is_thought);
    let claims = said.iter().any(|said| {
        said.cue
            .is_some_and(|cue| cue.of(input.text).to_ascii_lowercase().contains("claim"))
    });
    made.modality = match () {
        () if frame.is_unreal && around.is_hypothetical => Modality::Hypothetical,
        () if frame.is_unreal || is_thought => Modality::Planned,
        () if around.is_doubtful => Modality::Alleged,
        () if claims => Modality::Claimed,
        () => Modality::ReportedAsFact,
    };
    if made.modality != Modality::ReportedAsFact {
        made.flag(Flag::ModalityWeak);
    }
}

/// "sources", "a military source", "مصادر": nobody is named.
fn is_unnamed(source: &str) -> bool {
    let folded = sijil_text::fold(source);
    let named = source
        .split_whitespace()
        .skip(1)
        .any(|word| word.starts_with(char::is_uppercase));
    !named
        && [
            "source",
            "sources",
            "official",
            "officials",
            "witness",
            "witnesses",
            "groups",
            "مصدر",
            "مصادر",
            "شهود",
        ]
        .iter()
        .any(|word| {
            folded
                .split_whitespace()
                .any(|part| part == *word || part.strip_prefix("ال") == Some(word))
        })
}
