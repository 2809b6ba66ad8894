//! Protests: who took to the streets, how many, for what, and how it was met.

use super::{Frame, Known};
use crate::english::{ChunkKind, Clause, LEXICON};
use crate::number::{Number, Qualifier, Role};
use crate::span::Span;
use crate::suggest::Kind;
use crate::token::Token;

/// What the words of a sentence on a protest tell; the same lists for each language.
pub(crate) struct Crowd<'c> {
    pub(crate) tokens: &'c [Token],
    pub(crate) numbers: &'c [Number],
    /// Whether the word at a place is one of a list.
    pub(crate) is: &'c dyn Fn(usize, &[&str]) -> bool,
}

/// Words of the response that make a protest one of these sub-types; both languages, folded.
const EXCESSIVE: &[&str] = &[
    "live",
    "ammunition",
    "bullets",
    "gunfire",
    "رصاص",
    "الرصاص",
    "بالرصاص",
    "ذخيره",
];
const INTERVENTION: &[&str] = &[
    "dispersed",
    "disperse",
    "dispersing",
    "teargas",
    "tear",
    "batons",
    "cannon",
    "arrested",
    "detained",
    "broke",
    "تفريق",
    "فرقت",
    "فرق",
    "لتفريق",
    "مسيل",
    "المسيل",
    "هراوات",
    "اعتقلت",
    "اعتقل",
    "قمعت",
    "فضت",
];
const VIOLENT: &[&str] = &[
    "burned",
    "torched",
    "looted",
    "stones",
    "smashed",
    "riot",
    "riots",
    "rioters",
    "vandalised",
    "احرق",
    "احرقوا",
    "حجاره",
    "بالحجاره",
    "شغب",
    "خربوا",
    "حطموا",
    "اضرموا",
];
/// Who is counted.
const PEOPLE: &[&str] = &[
    "people",
    "protesters",
    "demonstrators",
    "residents",
    "students",
    "women",
    "men",
    "workers",
    "teachers",
    "civilians",
    "villagers",
    "youths",
    "شخص",
    "اشخاص",
    "متظاهر",
    "متظاهرين",
    "متظاهرا",
    "محتج",
    "محتجين",
    "اهالي",
    "سكان",
    "طلاب",
    "طالب",
    "عمال",
    "معلمين",
    "معلم",
    "نساء",
    "مدنيين",
];
/// Words for many.
const MANY: &[&str] = &[
    "hundreds",
    "thousands",
    "dozens",
    "scores",
    "مئات",
    "الاف",
    "عشرات",
    "المئات",
    "الالاف",
    "العشرات",
];
/// Forms of protest.
const FORMS: &[(&str, &[&str])] = &[
    (
        "sit_in",
        &["sit-in", "sit-ins", "اعتصام", "اعتصاما", "اعتصم", "اعتصموا"],
    ),
    ("strike", &["strike", "strikes", "اضراب", "اضرابا", "اضرب"]),
    (
        "march",
        &["march", "marched", "marching", "مسيره", "مسيرات"],
    ),
];

/// The protest that `clause` tells.
pub(crate) fn protest(clause: &Clause<'_>, known: &Known<'_>) -> Option<Frame> {
    let is_way = |at: usize, way: &str| {
        let mut triggers = LEXICON.triggers(clause.head(at)).iter();
        triggers.any(|trigger| trigger.frame == "protest" && trigger.way == way)
    };
    let verb = (0..clause.chunks.len()).find(|at| {
        clause
            .chunk(*at)
            .is_some_and(crate::english::Chunk::is_verb)
            && is_way(*at, "gathers")
    });
    let noun = || {
        (0..clause.chunks.len())
            .find(|at| clause.kind(*at) == ChunkKind::Noun && is_way(*at, "crowd"))
    };
    let (at, verb) = match verb {
        Some(verb) => (verb, verb),
        None => {
            let noun = noun()?;
            (noun, held(clause, noun)?)
        }
    };
    let is = |place: usize, list: &[&str]| list.contains(&clause.word(place));
    let crowd = Crowd {
        tokens: clause.tokens,
        numbers: clause.numbers,
        is: &is,
    };
    let subject = clause
        .subjects(verb)
        .first()
        .and_then(|mention| mention.first().copied());
    let subject = subject.filter(|subject| *subject != at && !is_way(*subject, "crowd"));
    let mut frame = crowd.frame("protest.en.held", clause.span_of(at));
    if let Some(subject) = subject {
        frame.fill(
            "participant",
            clause.span_of(subject),
            clause.text_of(subject),
        );
    }
    demand(clause, known, at, &mut frame);
    frame.is_negated = clause.chunk(verb).is_some_and(|chunk| chunk.negated);
    frame.is_unreal = clause.chunk(verb).is_some_and(|chunk| chunk.unreal);
    Some(frame)
}

/// Fills what the protest at `at` demands, and against whom.
fn demand(clause: &Clause<'_>, known: &Known<'_>, at: usize, frame: &mut Frame) {
    const DEMANDING: &[&str] = &["against", "demanding", "demand", "denouncing", "over"];
    let demand = (at + 1..clause.chunks.len()).find(|place| {
        DEMANDING.contains(&clause.head(*place)) && clause.kind(place + 1) == ChunkKind::Noun
    });
    let Some(demand) = demand else { return };
    let span = clause.span_of(demand + 1);
    let whole = clause.span_of(demand).join(span);
    frame.fill("demand", whole, whole.of(clause.text));
    if clause.head(demand) == "against" && !(known.names)(span).is_empty() {
        frame.fill("against", span, span.of(clause.text));
    }
}

/// The verb that makes a protest of the noun at `noun`: "held", "erupted", "was dispersed".
fn held(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    const VERBS: &[&str] = &[
        "held",
        "hold",
        "staged",
        "stage",
        "organised",
        "organized",
        "erupted",
        "broke",
        "took",
        "joined",
        "continued",
        "spread",
        "gathered",
        "dispersed",
        "attended",
        "saw",
        "witnessed",
        "entered",
        "began",
    ];
    let is_verb = |at: &usize| {
        let chunk = clause.chunk(*at);
        chunk.is_some_and(crate::english::Chunk::is_verb) && VERBS.contains(&clause.head(*at))
    };
    let verbs = (0..clause.chunks.len()).filter(is_verb);
    verbs.min_by_key(|at| at.abs_diff(noun))
}

impl Crowd<'_> {
    /// A protest that opens at `trigger`: its form, its size, how it was met.
    pub(crate) fn frame(&self, rule: &'static str, trigger: Span) -> Frame {
        let mut frame = Frame::new(Kind::Protest, rule, 0.7, trigger);
        let find = |list: &[&str]| {
            let at = (0..self.tokens.len()).find(|at| (self.is)(*at, list))?;
            Some(self.tokens.get(at)?.span)
        };
        let form = FORMS.iter().find_map(|(form, words)| {
            // "Air strikes" are no strike: only the crowd's own word counts.
            let span = find(words).filter(|span| trigger.overlaps(*span))?;
            Some((span, *form))
        });
        let (span, form) = form.unwrap_or((trigger, "demonstration"));
        frame.fill("form", span, form);
        let met = [
            (VIOLENT, "Violent demonstration"),
            (EXCESSIVE, "Excessive force against protesters"),
            (INTERVENTION, "Protest with intervention"),
        ];
        let met = met
            .iter()
            .find_map(|(words, name)| Some((find(words)?, *name)));
        let (span, name) = met.unwrap_or((trigger, "Peaceful protest"));
        frame.fill("sub_type", span, name);
        self.size(&mut frame);
        frame
    }

    /// How many came: the first number of people, or a word for many.
    fn size(&self, frame: &mut Frame) {
        let counts = |number: &&Number| {
            number.role == Role::Count
                && (number.tokens.end..number.tokens.end + 3).any(|at| (self.is)(at, PEOPLE))
        };
        let Some(number) = self.numbers.iter().find(counts) else {
            let vague = (0..self.tokens.len()).find(|at| (self.is)(*at, MANY));
            if let Some(token) = vague.and_then(|at| self.tokens.get(at)) {
                frame.fill("qualifier", token.span, "vague");
            }
            return;
        };
        if let Some(low) = number.quantity.low {
            frame.fill("low", number.span, low);
        }
        if let Some(high) = number.quantity.high {
            frame.fill("high", number.span, high);
        }
        let qualifier = if number.quantity.low.is_none() && number.quantity.high.is_none() {
            Qualifier::Vague
        } else {
            number.quantity.qualifier
        };
        if let Ok(qualifier) = serde_json::to_value(qualifier) {
            frame.fill("qualifier", number.span, qualifier);
        }
    }
}
