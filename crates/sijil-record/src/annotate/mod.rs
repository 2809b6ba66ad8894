//! What a story mentions: sentences, places, dates, numbers, actors and sources, who says what; each with
//! its stretch of the text.

#[cfg(test)]
mod schema;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use sijil_text::Day;

use crate::actor::{Actors, Part, Scale, SourceKind};
use crate::attribution::Stance;
use crate::date::{self, Basis, Precision as DatePrecision, Reference};
use crate::gazetteer::{Feature, FileError};
use crate::number::{Number, Qualifier};
use crate::place::{Mention, Places, Precision};
use crate::span::Span;
use crate::story::Story;
use crate::suggest::Anchor;

/// The JSON Schema of an annotation (draft 2020-12).
pub const SCHEMA: &str = include_str!("../../schema/annotation.json");

/// All that a story mentions. Offsets are bytes of its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Annotation {
    /// The story's own id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The day that "on Friday" is reckoned from; without one no dates are given but those with a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Places, in order.
    pub places: Vec<Place>,
    /// "The city", المدينة: which place it likely means.
    pub references: Vec<BackReference>,
    /// Days and times, in order.
    pub dates: Vec<Date>,
    /// Numbers, in order.
    pub numbers: Vec<Figure>,
    /// Actors and sources of the dictionaries, in order.
    pub actors: Vec<Actor>,
    /// Who says what, in order.
    pub attributions: Vec<Said>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// The paragraph, counted from 0.
    pub paragraph: usize,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Where the name stands.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// `GeoNames`' id; none for a place of our own table.
    pub geonameid: Option<u32>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How exactly the text says where.
    pub precision: Precision,
    /// What kind of place it is.
    pub feature: Feature,
    /// Its name in Latin letters.
    pub name: String,
    /// Its name in Arabic letters, if known.
    pub name_ar: Option<String>,
    /// Country, ISO 3166.
    pub country: Option<String>,
    /// First-level area, by its name in Latin letters.
    pub admin1: Option<String>,
    /// How surely it is this place, 0 to 1.
    pub score: f64,
    /// Other places of the name, likeliest first, at most two, by `GeoNames`' id.
    pub others: Vec<u32>,
}

/// Words that point back to a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BackReference {
    /// Where they stand.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// Which of `places`, counted from 0.
    pub place: usize,
    /// How surely; low by nature.
    pub score: f64,
}

/// A day or a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Date {
    /// Where it stands.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// Its beginning, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; none when it is open.
    pub from: Option<String>,
    /// Its last day, or the end of its hours; none when it is open.
    pub to: Option<String>,
    /// How exactly the text says when.
    pub precision: DatePrecision,
    /// The calendar it is written in.
    pub calendar: Calendar,
    /// How it is known.
    pub basis: Basis,
}

/// A calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say all")]
pub enum Calendar {
    Gregorian,
    Hijri,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Where it stands.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// Its value; of a range the first.
    pub value: f64,
    /// The lower bound, when the text gives one.
    pub low: Option<u64>,
    /// The upper bound, when the text gives one.
    pub high: Option<u64>,
    /// How the bounds are to be taken.
    pub qualifier: Qualifier,
}

/// Somebody of the dictionaries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Where the name stands.
    #[serde(flatten)]
    pub anchor: Anchor,
    /// Stable id in the dictionaries.
    pub id: String,
    /// The usual name in Latin letters.
    pub name: String,
    /// ACLED's inter code, 1 to 8, of one who acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inter: Option<u8>,
    /// What kind of source, of one who says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// How far a source sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Country, ISO 3166.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Whether it bore this name on the day of publication.
    pub is_of_its_time: bool,
}

/// One saying.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Who says it; none where nobody is named.
    pub source: Option<Anchor>,
    /// The words that attribute; none for a quotation that goes on.
    pub cue: Option<Anchor>,
    /// What is said.
    pub content: Anchor,
    /// How the source stands to it.
    pub stance: Stance,
}

/// Places and dictionaries, ready for any number of stories. Making one reads them; keep it.
#[derive(Debug)]
pub struct Annotator {
    places: Places,
    actors: Actors,
}

impl Annotator {
    /// For a newsroom that writes of `countries` (ISO 3166, two letters), which are believed a little
    /// before others; none for the whole world alike.
    ///
    /// # Errors
    /// If the gazetteer was made for another version.
    pub fn new(countries: &[&str]) -> Result<Self, FileError> {
        Ok(Self {
            places: Places::open(countries)?,
            actors: Actors::shipped(),
        })
    }

    /// What `text`, published on that day, mentions.
    #[must_use]
    pub fn annotate(&self, text: &str, published: Option<Day>) -> Annotation {
        let story = Story::new(text);
        let places = self.places.find(text, &story.sentences);
        let references = self.places.back_references(&story.sentences, &places);
        Annotation {
            id: None,
            published: published.map(|day| day.to_string()),
            sentences: story
                .sentences
                .iter()
                .map(|sentence| Sentence {
                    anchor: anchor(text, sentence.span),
                    paragraph: sentence.paragraph,
                })
                .collect(),
            places: places
                .iter()
                .map(|mention| self.place(text, mention))
                .collect(),
            references: references
                .into_iter()
                .map(|(span, place)| BackReference {
                    anchor: anchor(text, span),
                    place,
                    score: BACK_REFERENCE,
                })
                .collect(),
            dates: dates(&story, published),
            numbers: story
                .numbers
                .iter()
                .flatten()
                .map(|number| figure(text, number))
                .collect(),
            actors: self.actors(&story, published),
            attributions: said(&story),
        }
    }

    fn place(&self, text: &str, mention: &Mention) -> Place {
        let gazetteer = self.places.gazetteer();
        let own = |id: u32| (id != 0).then_some(id);
        let filled = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        let best = mention.candidates.first();
        let names = best
            .map(|best| gazetteer.names(best.place))
            .unwrap_or_default();
        let country = best.and_then(|best| gazetteer.spot(best.place)?.country);
        let admin1 = best.and_then(|best| best.admin1);
        Place {
            anchor: anchor(text, mention.span),
            geonameid: best.and_then(|best| own(best.geonameid)),
            lat: best.map_or(0.0, |best| best.lat),
            lon: best.map_or(0.0, |best| best.lon),
            precision: mention.precision,
            feature: best.map_or(Feature::Settlement, |best| best.feature),
            name: names.latin.to_owned(),
            name_ar: filled(names.arabic),
            country: country.and_then(|country| filled(gazetteer.names(country).code)),
            admin1: admin1.and_then(|area| filled(gazetteer.names(area).latin)),
            score: best.map_or(0.0, |best| hundredths(best.score * mention.certainty)),
            others: mention
                .candidates
                .iter()
                .skip(1)
                .filter_map(|one| own(one.geonameid))
                .collect(),
        }
    }

    fn actors(&self, story: &Story<'_>, published: Option<Day>) -> Vec<Actor> {
        let day = published.map(|day| day.to_string());
        let mut found = Vec::new();
        for sentence in &story.sentences {
            for named in self.actors.named(story.text, sentence) {
                let Some(entity) = self.actors.entity(named.entity) else {
                    continue;
                };
                let (inter, kind, scale) = match entity.part {
                    Part::Actor { inter } => (Some(inter), None, None),
                    Part::Source { kind, scale } => (None, Some(kind), Some(scale)),
                };
                found.push(Actor {
                    anchor: anchor(story.text, named.span),
                    id: entity.id.clone(),
                    name: entity.name.clone(),
                    inter,
                    kind,
                    scale,
                    country: (!entity.country.is_empty()).then(|| entity.country.clone()),
                    is_of_its_time: day.as_deref().is_none_or(|day| entity.is_valid_on(day)),
                });
            }
        }
        found
    }
}

/// How surely "the city" means the last city: more often than not, and no more.
const BACK_REFERENCE: f64 = 0.3;

fn anchor(text: &str, span: Span) -> Anchor {
    Anchor {
        text: span.of(text).to_owned(),
        start: span.start,
        end: span.end,
    }
}

fn hundredths(share: f32) -> f64 {
    (f64::from(share) * 100.0).round() / 100.0
}

fn dates(story: &Story<'_>, published: Option<Day>) -> Vec<Date> {
    let now = published.and_then(date::noon);
    let reference = Reference {
        now: now.unwrap_or_else(|| jiff::civil::date(2000, 1, 1).at(12, 0, 0, 0)),
        zone_minutes: 0,
        lean: None,
    };
    story
        .sentences
        .iter()
        .flat_map(|sentence| date::dates(story.text, &sentence.tokens, &reference))
        // Without a day to reckon from, only what says its year is known.
        .filter(|date| now.is_some() || date.basis == Basis::Explicit)
        // "Now" names no time of its own.
        .filter(|date| date.unit != "second")
        .map(|date| {
            let days = date.days();
            let is_timed = date.precision == DatePrecision::Instant;
            let written = |moment: Option<DateTime>, day: Option<Day>| {
                if is_timed {
                    moment.map(|moment| moment.to_string())
                } else {
                    day.map(|day| day.to_string())
                }
            };
            Date {
                anchor: anchor(story.text, date.span),
                from: written(date.from, days.0),
                to: written(date.to, days.1),
                precision: date.precision,
                calendar: if date.is_hijri {
                    Calendar::Hijri
                } else {
                    Calendar::Gregorian
                },
                basis: date.basis,
            }
        })
        .collect()
}

fn figure(text: &str, number: &Number) -> Figure {
    Figure {
        anchor: anchor(text, number.span),
        value: number.value,
        low: number.quantity.low,
        high: number.quantity.high,
        qualifier: number.quantity.qualifier,
    }
}

fn said(story: &Story<'_>) -> Vec<Said> {
    let written = |span: Option<Span>| span.map(|span| anchor(story.text, span));
    story
        .attributions()
        .into_iter()
        .flatten()
        .map(|said| Said {
            source: written(said.source),
            cue: written(said.cue),
            content: anchor(story.text, said.content),
            stance: said.stance,
        })
        .collect()
}
