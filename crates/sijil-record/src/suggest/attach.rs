//! Place, day and actors of a claim, from the sentence that it stands in.

use serde_json::{Value, json};

use super::who::{Cast, PROPOSED_MIN, Setting};
use super::{
    Anchor, Choice, Flag, Input, Kind, Modality, Polarity, Slot, Suggestion, beside, said,
};
use crate::attribution::Attribution;
use crate::date::{Date, Precision};
use crate::frame::Frame;
use crate::place::{Candidate, Mention};
use crate::span::Span;

/// What was found in the sentence of a claim.
pub(super) struct Around<'s> {
    pub(super) sentence: Span,
    pub(super) places: Vec<&'s Mention>,
    pub(super) dates: &'s [Date],
    pub(super) said: &'s [Attribution],
    /// All whom the story names.
    pub(super) cast: &'s Cast<'s>,
    /// Who was the last to say something before this sentence.
    pub(super) spoke: &'s [said::Spoken],
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
    let day = made.slots.get("when").and_then(|slots| slots.first());
    let day = day.and_then(|when| when.value.get("start")?.as_str().map(str::to_owned));
    let published = input.published.map(|day| day.to_string());
    let setting = Setting {
        day: day.as_deref().or(published.as_deref()),
        country: country(input, around),
    };
    beside::cause(input.text, around.cast, setting, &mut made);
    beside::places(input.text, &mut made);
    resolve(&mut made, around.cast, setting);
    said::attribute(input, frame, around, setting, &mut made);
    made
}

/// Slots whose words name somebody.
const ACTOR_SLOTS: &[&str] = &[
    "party",
    "to_actor",
    "from_actor",
    "perpetrator",
    "participant",
    "mediator",
    "addressee",
    "speaker",
    "alleged_by",
    "accused",
    "signatory",
    "against",
];

/// Gives the slots of actors whom their words name; those of nobody known keep the words.
fn resolve(made: &mut Suggestion, cast: &Cast<'_>, setting: Setting<'_>) {
    for (name, slots) in &mut made.slots {
        if !ACTOR_SLOTS.contains(&name.as_str()) {
            continue;
        }
        for slot in slots {
            slot.candidates = cast.choices(slot.anchor.span(), setting);
            let best = slot.candidates.first();
            if let Some(best) = best.filter(|best| best.score >= PROPOSED_MIN) {
                slot.value = best.value.clone();
            }
        }
    }
}

/// The country that the places of the sentence lie in: of the first that is a place and no country's
/// part of a name.
fn country<'t>(input: &Input<'t>, around: &Around<'_>) -> Option<&'t str> {
    let gazetteer = input.places?.gazetteer();
    let mut codes = around.places.iter().filter_map(|mention| {
        let spot = gazetteer.spot(mention.candidates.first()?.place)?;
        let code = gazetteer.names(spot.country?).code;
        (!code.is_empty()).then_some(code)
    });
    codes.next()
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

impl Anchor {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
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
    let slots: Vec<Slot> = fitting.map(|mention| slot_of(input, mention)).collect();
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

fn slot_of(input: &Input<'_>, mention: &Mention) -> Slot {
    // A place of the newsroom's own has its code there where others have GeoNames' number.
    let key = |candidate: &Candidate| {
        let own = input
            .places
            .map(|places| places.gazetteer().own_code(candidate.place));
        match own.filter(|own| candidate.geonameid == 0 && !own.is_empty()) {
            Some(own) => json!(own),
            None => json!(candidate.geonameid),
        }
    };
    let candidates: Vec<Choice> = mention
        .candidates
        .iter()
        .map(|candidate| Choice {
            value: json!({"geonameid": key(candidate), "lat": candidate.lat, "lon": candidate.lon, "precision": mention.precision}),
            score: f64::from(candidate.score),
        })
        .collect();
    let value = candidates
        .first()
        .map_or(Value::Null, |best| best.value.clone());
    Slot {
        anchor: anchor(input.text, mention.span),
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
