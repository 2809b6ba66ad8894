//! The chain of who says a claim: each link with its kind, how far it sees, and whether it is named.

use super::attach::{Around, anchor};
use super::role::{Identity, identity, role};
use super::who::{Setting, as_source};
use super::{Flag, Input, Kind, Link, Modality, Polarity, Suggestion};
use crate::actor::{Part, Scale, SourceKind};
use crate::attribution::{Attribution, Stance};
use crate::date::{Date, Precision};
use crate::frame::Frame;
use crate::span::Span;

/// A source that spoke earlier in the story.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    span: Span,
    /// It is a report or a statement of somebody: "a report by the coalition".
    is_report: bool,
}

/// The sources of a story that a pronoun can point to, in order of place.
pub(super) fn spoken(text: &str, said: &[Vec<Attribution>]) -> Vec<Spoken> {
    let sources = said.iter().flatten().filter_map(|said| said.source);
    let mut found: Vec<Spoken> = sources
        .filter_map(|span| {
            let folded = sijil_text::fold(span.of(text));
            let is_report = is_report(&folded);
            pronoun(&folded)
                .is_none()
                .then_some(Spoken { span, is_report })
        })
        .collect();
    found.sort_by_key(|spoken| spoken.span);
    found
}

/// Fills the chain of `made`, whoever says most of the sentence first, and how surely it is said.
pub(super) fn attribute(
    input: &Input<'_>,
    frame: &Frame,
    around: &Around<'_>,
    setting: Setting<'_>,
    made: &mut Suggestion,
) {
    let mut said: Vec<&Attribution> = around
        .said
        .iter()
        .filter(|said| said.content.overlaps(frame.trigger))
        .filter(|said| said.source.is_some() || said.cue.is_some())
        .filter(|said| !is_own_verb(frame, said))
        .filter(|said| !is_paper(said.source.unwrap_or_default().of(input.text)))
        .collect();
    said.sort_by_key(|said| std::cmp::Reverse(said.content.end - said.content.start));
    made.modality = modality(input.text, frame, around, &said);
    // "A source says that they are seeking": the wish is part of what is said.
    if said.iter().any(|said| !said.is_thought) {
        said.retain(|said| !said.is_thought);
    }
    let linking = Linking {
        text: input.text,
        around,
        setting,
    };
    let mut seen = Vec::new();
    for said in &said {
        // "وفق ما ذكرت رويترز" is one saying by two rules.
        if said.source.is_some_and(|source| seen.contains(&source)) {
            continue;
        }
        seen.extend(said.source);
        made.attribution.extend(linking.outlet(said));
        made.attribution.push(linking.link(said));
    }
    for (place, link) in made.attribution.iter_mut().enumerate() {
        link.position = place + 1;
    }
    let is_unnamed = |link: &Link| link.identity == Identity::Unnamed;
    if made.attribution.iter().any(is_unnamed) {
        made.flag(Flag::SourceUnnamed);
    }
    let denies = said.iter().any(|said| said.stance == Stance::Denies);
    if denies || frame.is_negated {
        made.polarity = Polarity::Denies;
    }
    if made.modality != Modality::ReportedAsFact {
        made.flag(Flag::ModalityWeak);
    }
}

fn modality(text: &str, frame: &Frame, around: &Around<'_>, said: &[&Attribution]) -> Modality {
    let mut thought = said.iter().map(|said| said.is_thought);
    let is_thought = if frame.kind == Kind::Statement {
        thought.len() > 0 && thought.all(|is_thought| is_thought)
    } else {
        thought.any(|is_thought| is_thought)
    };
    let claims = said.iter().any(|said| {
        let cue = said.cue.map(|cue| sijil_text::fold(cue.of(text)));
        cue.is_some_and(|cue| {
            ["claim", "زعم", "ادعي", "ادعت"]
                .iter()
                .any(|word| cue.contains(word))
        })
    });
    match () {
        () if frame.is_unreal && around.is_hypothetical => Modality::Hypothetical,
        () if frame.is_unreal || is_thought => Modality::Planned,
        () if around.is_doubtful => Modality::Alleged,
        () if claims => Modality::Claimed,
        () => Modality::ReportedAsFact,
    }
}

/// "The two sides agreed a truce": the verb of the claim itself, which is no wish of anybody.
fn is_own_verb(frame: &Frame, said: &Attribution) -> bool {
    let state = frame.slot("state").map(|state| state.span);
    let is_own = said
        .cue
        .zip(state)
        .is_some_and(|(cue, state)| cue.overlaps(state));
    is_own && said.is_thought
}

/// What the links of one claim share.
struct Linking<'l> {
    text: &'l str,
    around: &'l Around<'l>,
    setting: Setting<'l>,
}

impl Linking<'_> {
    /// The link that `said` is.
    fn link(&self, said: &Attribution) -> Link {
        let source = said.source.map(|source| self.without_outlet(source));
        let words = source.map_or("", |source| source.of(self.text));
        let refers_to = self.antecedent(said, words);
        let meant = refers_to.or(source);
        let entities = meant.map(|span| self.around.cast.entities(span, self.setting));
        let entity = entities.and_then(|found| found.first().map(|(entity, _)| *entity));
        let meant_words = meant.map_or("", |span| span.of(self.text));
        // What the words say of an unnamed source counts before "unnamed".
        let listed = entity.map(as_source);
        let (kind, scale) = listed
            .filter(|(kind, _)| *kind != SourceKind::UnnamedSources)
            .or_else(|| role(meant_words))
            .or(listed)
            .unzip();
        let identity = match meant {
            Some(_) => identity(meant_words, entity),
            None => Identity::Unnamed,
        };
        let who = meant.map(|span| self.around.cast.who(span, self.setting));
        Link {
            source: source.map(|source| anchor(self.text, source)),
            refers_to: refers_to.map(|span| anchor(self.text, span)),
            cue: said.cue.map(|cue| anchor(self.text, cue)),
            stance: said.stance,
            position: 0,
            who: who.and_then(|found| Some(found.into_iter().next()?.0)),
            kind: kind.or(meant.is_none().then_some(SourceKind::UnnamedSources)),
            scale: scale.or((identity == Identity::Unnamed).then_some(Scale::Undisclosed)),
            identity,
            said_on: self.said_on(said),
        }
    }

    /// "Sources told the Harbour": the outlet that was told is nearer to the reader.
    fn outlet(&self, said: &Attribution) -> Option<Link> {
        let told = self.told(said)?;
        let (entity, _) = *self.around.cast.entities(told, self.setting).first()?;
        let (kind, scale) = as_source(entity);
        let who = self.around.cast.who(told, self.setting);
        Some(Link {
            source: Some(anchor(self.text, told)),
            refers_to: None,
            cue: said.cue.map(|cue| anchor(self.text, cue)),
            stance: Stance::Says,
            position: 0,
            who: who.into_iter().next().map(|(who, _)| who),
            kind: Some(kind),
            scale: Some(scale),
            identity: Identity::Named,
            said_on: None,
        })
    }

    /// The outlet named right behind "told", or behind "to" in an Arabic source.
    fn told(&self, said: &Attribution) -> Option<Span> {
        let is_outlet = |span: &Span| {
            let found = self.around.cast.entities(*span, self.setting);
            found.first().is_some_and(|(entity, _)| {
                let is_medium = matches!(
                    entity.part,
                    Part::Source {
                        kind: SourceKind::MediaOutlet,
                        ..
                    }
                );
                is_medium && !entity.is_unnamed
            })
        };
        let cue = said.cue?;
        let named = self.around.cast.names(self.around.sentence);
        let follows = |span: &&Span| {
            let between = Span::new(cue.end, span.start).of(self.text).trim();
            let is_source = said.source.is_some_and(|source| source.overlaps(**span));
            span.start >= cue.end
                && !is_source
                && matches!(between, "" | "the" | "to" | "to the" | "ل" | "لـ")
        };
        let stands_in = |span: &&Span| {
            let source = said.source.unwrap_or_default();
            let before = Span::new(source.start, span.start).of(self.text);
            source.contains(**span) && (before.ends_with(" ل") || before.ends_with(" لـ"))
        };
        let mut named = named.iter();
        named
            .find(|span| (follows(span) || stands_in(span)) && is_outlet(span))
            .copied()
    }

    /// "مصادر لزمان الوصل" without the outlet.
    fn without_outlet(&self, source: Span) -> Span {
        let words = source.of(self.text);
        let named = self.around.cast.names(source);
        let told = named.iter().find_map(|span| {
            let before = Span::new(source.start, span.start).of(self.text);
            let before = before
                .strip_suffix("لـ")
                .or_else(|| before.strip_suffix('ل'))?;
            (before.ends_with(' ')).then(|| before.trim_end().len())
        });
        match told {
            Some(length) if length > 0 && length < words.len() => {
                Span::new(source.start, source.start + length)
            }
            _ => source,
        }
    }

    /// Whom "he", "the report, which" and an Arabic verb without subject point to.
    fn antecedent(&self, said: &Attribution, words: &str) -> Option<Span> {
        let here = said.source.or(said.cue)?.start;
        let spoke = self.around.spoke;
        let until = spoke.partition_point(|spoken| spoken.span.start < here);
        let before = spoke.iter().take(until).rev().take(POINTS_BACK_MAX);
        let mut before = before.filter(|spoken| spoken.span.end <= here);
        let points_to = match said.source {
            Some(_) => pronoun(&sijil_text::fold(words))?,
            None => Points::Last,
        };
        match points_to {
            Points::Report => before.find(|spoken| spoken.is_report),
            Points::Person => before.find(|spoken| !spoken.is_report && self.is_named(spoken.span)),
            Points::Last => before.next(),
        }
        .map(|spoken| spoken.span)
    }

    /// Whether the source at `span` says who it is.
    fn is_named(&self, span: Span) -> bool {
        let entities = self.around.cast.entities(span, Setting::default());
        let entity = entities.first().map(|(entity, _)| *entity);
        identity(span.of(self.text), entity) == Identity::Named
    }

    /// The day of the saying: named in the source, or outside of what is said.
    fn said_on(&self, said: &Attribution) -> Option<String> {
        let of_day = |date: &&Date| date.precision == Precision::Day;
        let dates = || self.around.dates.iter().filter(of_day);
        let in_source =
            dates().find(|date| said.source.is_some_and(|source| source.contains(date.span)));
        let in_other = |date: &Date| {
            let mut others = self.around.said.iter().filter(|other| *other != said);
            others.any(|other| {
                other
                    .source
                    .is_some_and(|source| source.contains(date.span))
            })
        };
        let outside = || {
            dates().find(|date| {
                let cue = said.cue.unwrap_or_default();
                date.span.start >= cue.start && !said.content.overlaps(date.span) && !in_other(date)
            })
        };
        let date = in_source.or_else(outside)?;
        Some(date.days().0?.to_string())
    }
}

/// Sources that a pronoun is looked for among: nobody remembers farther back, and a story of sayings
/// must not be read over for each.
const POINTS_BACK_MAX: usize = 50;

/// Which of those who spoke before a pronoun points to.
enum Points {
    Person,
    Report,
    Last,
}

fn pronoun(folded: &str) -> Option<Points> {
    match folded {
        "he" | "she" | "هو" | "هي" => Some(Points::Person),
        "they" | "who" => Some(Points::Last),
        "it" | "which" | "that" => Some(Points::Report),
        _ if is_bare_report(folded) => Some(Points::Report),
        _ => None,
    }
}

const REPORTS: &[&str] = &[
    "report",
    "statement",
    "study",
    "estimate",
    "تقرير",
    "التقرير",
    "تقريرا",
    "بيان",
    "البيان",
    "الدراسه",
];

fn is_report(folded: &str) -> bool {
    folded
        .split_whitespace()
        .any(|word| REPORTS.contains(&word))
}

/// "The report", "the monthly report", التقرير: without saying whose.
fn is_bare_report(folded: &str) -> bool {
    let definite = folded.starts_with("the ") || folded.starts_with("ال");
    let mut words = folded.split_whitespace();
    definite && words.clone().count() <= 3 && words.any(|word| REPORTS.contains(&word))
}

/// Whether a truce's own paper "says" something: its terms are no saying of anybody.
pub(super) fn is_paper(source: &str) -> bool {
    const PAPERS: &[&str] = &[
        "truce",
        "ceasefire",
        "cease-fire",
        "agreement",
        "deal",
        "accord",
        "text",
        "document",
        "article",
        "clause",
        "point",
        "الهدنه",
        "هدنه",
        "الاتفاق",
        "اتفاق",
        "الاتفاقيه",
        "البند",
        "بند",
        "بنود",
        "النص",
        "الوثيقه",
        "التهديه",
    ];
    let folded = sijil_text::fold(source);
    let last = folded.split_whitespace().next_back();
    let first = folded.split_whitespace().next();
    [first, last]
        .into_iter()
        .flatten()
        .any(|word| PAPERS.contains(&word))
}
