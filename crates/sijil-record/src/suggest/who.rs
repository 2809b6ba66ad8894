//! Who fills a slot: the actor of the dictionaries that its words name, in either script.

use serde::{Deserialize, Serialize};
use sijil_text::fold;

use super::Choice;
use crate::actor::{Actors, Entity, Part, Scale, SourceKind};
use crate::sentence::Sentence;
use crate::span::Span;

/// An actor or a source of the dictionaries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Its stable id.
    pub id: String,
    /// Its usual names.
    pub names: Names,
    /// ACLED's inter code, 1 to 8, of one who acts; of state forces abroad 8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inter: Option<u8>,
    /// ISO 3166 code of two letters; none when of no country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Whether it bore the name on the day of the claim.
    pub is_of_its_time: bool,
}

/// The usual names of one actor; empty where none is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// In Arabic letters.
    pub ar: String,
    /// In Latin letters.
    pub en: String,
}

/// Where and when a claim is: what tells two bearers of one name apart.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting<'a> {
    /// The day, `YYYY-MM-DD`.
    pub(super) day: Option<&'a str>,
    /// The country, ISO 3166.
    pub(super) country: Option<&'a str>,
}

/// All whom a story names, in order of place.
pub(super) struct Cast<'a> {
    text: &'a str,
    actors: Option<&'a Actors>,
    named: Vec<Naming>,
}

/// A name, with the numbers of all who bear it.
struct Naming {
    span: Span,
    entities: Vec<usize>,
}

/// How likely a name means its only bearer; two of one name share it.
const LIKELY: f64 = 0.95;
/// How likely it means one who did not bear it then.
const OUT_OF_TIME: f64 = 0.1;
/// How likely "the militants" are the group named before.
const POINTS_BACK: f64 = 0.5;
/// Names that "the militants" is looked for among: a list of names must not be read over for each.
const POINTS_BACK_MAX: usize = 200;
/// Bytes of the two words before a name; a text without blanks must not be read over for each.
const BEFORE_BYTES_MAX: usize = 128;
/// What is proposed and not only offered.
pub(super) const PROPOSED_MIN: f64 = 0.3;

impl<'a> Cast<'a> {
    /// Looks for everybody of `actors` in the sentences of `text`.
    pub(super) fn read(text: &'a str, sentences: &[Sentence], actors: Option<&'a Actors>) -> Self {
        let mut named = Vec::new();
        for sentence in sentences {
            let readings = actors.map(|actors| actors.readings(text, sentence));
            let readings = readings.into_iter().flatten();
            named.extend(readings.map(|(span, entities)| Naming { span, entities }));
        }
        Self {
            text,
            actors,
            named,
        }
    }

    /// Whether `span` lies within a name: the "Iraq" of "Islamic State of Iraq and Syria".
    pub(super) fn covers(&self, span: Span) -> bool {
        self.within(span)
            .iter()
            .any(|naming| naming.span.contains(span) && naming.span != span)
    }

    /// The names within `span`, in order.
    pub(super) fn names(&self, span: Span) -> Vec<Span> {
        let named = self.within(span).iter().map(|naming| naming.span);
        named.filter(|name| span.contains(*name)).collect()
    }

    /// Who the words at `span` may be, likeliest first, at most three.
    pub(super) fn who(&self, span: Span, setting: Setting<'_>) -> Vec<(Who, f64)> {
        self.entities(span, setting)
            .into_iter()
            .map(|(entity, score)| (who(entity, setting), score))
            .collect()
    }

    /// The same as they stand in the dictionaries.
    pub(super) fn entities(&self, span: Span, setting: Setting<'_>) -> Vec<(&'a Entity, f64)> {
        let Some(actors) = self.actors else {
            return Vec::new();
        };
        let named = self.named_in(span, actors);
        let is_vague = named.is_none_or(|naming| self.is_unnamed(naming, actors));
        if let Some(back) = self.pointed_back(span, actors).filter(|_| is_vague) {
            let vague = named.into_iter().flat_map(|naming| &naming.entities);
            let vague = vague.filter_map(|number| actors.entity(*number));
            return [(back, POINTS_BACK)]
                .into_iter()
                .chain(vague.map(|entity| (entity, POINTS_BACK / 2.0)))
                .take(3)
                .collect();
        }
        let government = || actors.government(bare(span.of(self.text)));
        let numbers = named.map_or_else(
            || government().into_iter().collect(),
            |naming| naming.entities.clone(),
        );
        let found = numbers.iter().filter_map(|number| actors.entity(*number));
        ranked(found.collect(), setting)
    }

    /// As choices of a slot, likeliest first.
    pub(super) fn choices(&self, span: Span, setting: Setting<'_>) -> Vec<Choice> {
        let found = self.who(span, setting).into_iter();
        let choices = found.filter_map(|(who, score)| {
            let value = serde_json::to_value(who).ok()?;
            Some(Choice { value, score })
        });
        choices.collect()
    }

    fn within(&self, span: Span) -> &[Naming] {
        let first = self
            .named
            .partition_point(|naming| naming.span.end <= span.start);
        let last = self
            .named
            .partition_point(|naming| naming.span.start < span.end);
        self.named.get(first..last).unwrap_or_default()
    }

    /// The name that decides whom `span` means: of those who act before those who only say, and of a
    /// name before "rebels".
    fn named_in(&self, span: Span, actors: &Actors) -> Option<&Naming> {
        let mut found = self.within(span).iter();
        found
            .by_ref()
            .filter(|naming| !describes(self.text, naming.span))
            .min_by_key(|naming| {
                let first = naming.entities.first();
                let acts = first
                    .and_then(|number| actors.entity(*number))
                    .is_some_and(|entity| matches!(entity.part, Part::Actor { .. }));
                (self.is_unnamed(naming, actors), !acts, naming.span.start)
            })
    }

    fn is_unnamed(&self, naming: &Naming, actors: &Actors) -> bool {
        naming
            .entities
            .iter()
            .filter_map(|number| actors.entity(*number))
            .all(|entity| entity.is_unnamed)
    }

    /// "The militants", "the coalition", التنظيم: the last of such a kind named before.
    fn pointed_back(&self, span: Span, actors: &'a Actors) -> Option<&'a Entity> {
        let kind = back_kind(span.of(self.text))?;
        let until = self
            .named
            .partition_point(|naming| naming.span.start < span.start);
        let mut before = self.named.get(..until)?.iter().rev().take(POINTS_BACK_MAX);
        before.find_map(|naming| {
            let mut entities = naming
                .entities
                .iter()
                .filter_map(|number| actors.entity(*number));
            entities.find(|entity| !entity.is_unnamed && kind.fits(entity))
        })
    }
}

/// Whether the name at `span` says what others are like, not who or where: "ISIS-held areas",
/// المدعومة من الولايات المتحدة, "backed by Russia".
pub(super) fn describes(text: &str, span: Span) -> bool {
    const BEHIND: &[&str] = &[
        "-held",
        "-controlled",
        "-backed",
        "-led",
        "-run",
        "-aligned",
        "-allied",
        "-linked",
        "-affiliated",
        "-brokered",
        "-sponsored",
    ];
    const BEFORE: &[&str] = &[
        "الموالية",
        "موالية",
        "المدعومة",
        "مدعومة",
        "المدعوم",
        "التابعة",
        "تابعة",
        "المتحالفة",
        "متحالفة",
        "المرتبطة",
        "backed",
        "supported",
    ];
    let behind = text.get(span.end..).unwrap_or_default();
    let mut before = before(text, span).split_whitespace().rev().take(2);
    BEHIND.iter().any(|ending| behind.starts_with(ending))
        || before.any(|word| BEFORE.contains(&word))
}

/// The words shortly before `span`.
pub(super) fn before(text: &str, span: Span) -> &str {
    let from = text.floor_char_boundary(span.start.saturating_sub(BEFORE_BYTES_MAX));
    text.get(from..span.start).unwrap_or_default()
}

/// Which of those named before a general word can point to.
enum BackKind {
    /// Of those who fight a state.
    Rebel,
    /// Those whose usual name holds one of these words.
    Called(&'static [&'static str]),
}

impl BackKind {
    fn fits(&self, entity: &Entity) -> bool {
        match self {
            Self::Rebel => matches!(entity.part, Part::Actor { inter: 2 | 3 }),
            Self::Called(words) => words
                .iter()
                .any(|word| entity.name.contains(word) || entity.name_ar.contains(word)),
        }
    }
}

/// What the general word of `phrase` can point to.
fn back_kind(phrase: &str) -> Option<BackKind> {
    let folded = fold(phrase);
    let is = |list: &[&str]| folded.split_whitespace().any(|word| list.contains(&word));
    if is(&["coalition", "التحالف", "للتحالف"]) {
        // "Coalition strikes" has no article.
        return Some(BackKind::Called(&["coalition", "التحالف"]));
    }
    let english = folded.starts_with("the ")
        && is(&["militants", "group", "organization", "jihadists", "rebels"]);
    let arabic = is(&["التنظيم", "للتنظيم", "الجماعه", "المتشددون", "المتشددين"]);
    (english || arabic).then_some(BackKind::Rebel)
}

/// Words without what is written before them in Arabic.
fn bare(words: &str) -> &str {
    let words = words.trim();
    words.strip_prefix('و').unwrap_or(words)
}

/// `found` with how likely each is: those of the time and the country first.
fn ranked<'e>(found: Vec<&'e Entity>, setting: Setting<'_>) -> Vec<(&'e Entity, f64)> {
    let is_then = |entity: &Entity| setting.day.is_none_or(|day| entity.is_valid_on(day));
    let is_there = |entity: &Entity| setting.country == Some(entity.country.as_str());
    let valid = found.iter().filter(|entity| is_then(entity)).count();
    let share = match valid {
        0 | 1 => LIKELY,
        2 => LIKELY / 2.0,
        _ => LIKELY / 3.0,
    };
    let mut ranked: Vec<_> = found
        .into_iter()
        .map(|entity| (entity, if is_then(entity) { share } else { OUT_OF_TIME }))
        .collect();
    ranked.sort_by_key(|(entity, _)| (!is_then(entity), !is_there(entity)));
    ranked.truncate(3);
    ranked
}

fn who(entity: &Entity, setting: Setting<'_>) -> Who {
    let inter = match entity.part {
        // Nobody has said yet what an actor of the newsroom's own is.
        Part::Actor { inter: 0 } => None,
        Part::Actor { inter: 1 } if is_abroad(entity, setting) => Some(8),
        Part::Actor { inter } => Some(inter),
        Part::Source { .. } => None,
    };
    Who {
        id: entity.id.clone(),
        names: Names {
            ar: entity.name_ar.clone(),
            en: entity.name.clone(),
        },
        inter,
        country: (!entity.country.is_empty()).then(|| entity.country.clone()),
        is_of_its_time: setting.day.is_none_or(|day| entity.is_valid_on(day)),
    }
}

/// State forces that act in a country not theirs.
fn is_abroad(entity: &Entity, setting: Setting<'_>) -> bool {
    !entity.country.is_empty()
        && setting
            .country
            .is_some_and(|country| country != entity.country)
}

/// What kind of source `entity` is, and how far it sees: one who acts speaks for itself.
pub(super) fn as_source(entity: &Entity) -> (SourceKind, Scale) {
    let is_state = entity.id.ends_with("-government") || entity.id.ends_with("-police");
    match entity.part {
        Part::Source { kind, scale } => (kind, scale),
        Part::Actor { .. } if is_state => (SourceKind::Government, Scale::National),
        Part::Actor { .. } if matches!(entity.id.as_str(), "un" | "unsc" | "un-envoy") => {
            (SourceKind::UnBody, Scale::International)
        }
        Part::Actor { inter: 1 } => (SourceKind::BelligerentState, Scale::National),
        Part::Actor { inter: 8 } => (SourceKind::BelligerentState, Scale::International),
        Part::Actor { inter: 5..=7 } => (SourceKind::ResidentWitness, Scale::Local),
        Part::Actor { .. } => (SourceKind::BelligerentNonstate, Scale::National),
    }
}
