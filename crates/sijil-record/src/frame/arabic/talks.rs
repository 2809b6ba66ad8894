//! Talks, meetings, letters and resolutions in an Arabic sentence.

use super::{Said, fill};
use crate::frame::Frame;
use crate::span::Span;
use crate::suggest::Kind;

/// What is held, sent or adopted; folded.
const NOUNS: &[(&str, &str)] = &[
    ("محادثات", "round"),
    ("مفاوضات", "round"),
    ("مباحثات", "round"),
    ("جوله", "round"),
    ("حوار", "round"),
    ("اجتماع", "meeting"),
    ("اجتماعا", "meeting"),
    ("اجتماعات", "meeting"),
    ("لقاء", "meeting"),
    ("قمه", "meeting"),
    ("موتمر", "meeting"),
    ("رساله", "letter"),
    ("رسالتين", "letter"),
    ("رسالتان", "letter"),
    ("رسايل", "letter"),
    ("مذكره", "letter"),
    ("قرار", "resolution"),
    ("قرارا", "resolution"),
    ("بيانا", "statement"),
];

/// Verbs that make talks of them.
const VERBS: &[&str] = &[
    "عقد",
    "عقدت",
    "عقدوا",
    "يعقد",
    "تعقد",
    "سلم",
    "سلمت",
    "بعث",
    "بعثت",
    "ارسل",
    "ارسلت",
    "وجه",
    "وجهت",
    "التقي",
    "التقت",
    "اجتمع",
    "اجتمعت",
    "بدا",
    "بدات",
    "استانف",
    "استانفت",
    "استونفت",
    "انطلق",
    "انطلقت",
    "جلس",
    "جلست",
    "شارك",
    "شاركت",
    "حضر",
    "حضرت",
    "اجري",
    "اجرت",
    "استضاف",
    "استضافت",
    "انتهت",
    "اختتمت",
    "اختتم",
    "اصدر",
    "اصدرت",
    "اعتمد",
    "تبني",
    "قدم",
    "قدمت",
    "رعي",
    "رعت",
    "تلقي",
    "ختام",
    "انعقاد",
];

/// The talks that the sentence tells of.
pub(crate) fn talks(said: &Said<'_>) -> Option<Frame> {
    let noun = |at: usize| {
        let found = NOUNS.iter().find(|(noun, _)| said.is(at, &[noun]));
        found.map(|(_, form)| (at, *form))
    };
    let verb = (0..said.tokens.len()).find(|at| said.is_verb(*at, VERBS))?;
    let near = (0..said.tokens.len()).filter_map(noun);
    let (at, form) = near.min_by_key(|(at, _)| at.abs_diff(verb))?;
    let span = said.tokens.get(at)?.span;
    let mut frame = Frame::new(Kind::Talks, "talks.ar.held", 0.6, span);
    frame.fill("form", span, form);
    let counted = said.numbers.iter().find(|number| number.tokens.end == at);
    let is_dual = said.word(at).ends_with("تين") || said.word(at).ends_with("تان");
    let count = counted.and_then(|number| number.quantity.low);
    if let Some(count) = count.or(is_dual.then_some(2)) {
        frame.fill("count", span, count);
    }
    let sent = form == "letter";
    let addressee = sent.then(|| behind(said, at, &["الي"])).flatten();
    let mediator = behind(
        said,
        verb.min(at),
        &[
            "ترعاها",
            "يرعاها",
            "برعايه",
            "رعايه",
            "بوساطه",
            "وساطه",
            "باشراف",
            "اشراف",
        ],
    );
    let others: Vec<Span> = addressee.into_iter().chain(mediator).collect();
    for participant in participants(said, verb, at, (sent, &others)) {
        frame.fill("participant", participant, participant.of(said.text));
    }
    fill(&mut frame, said.text, "addressee", addressee);
    fill(&mut frame, said.text, "mediator", mediator);
    frame.is_unreal = said.is_unreal(verb);
    frame.is_negated = said.is_denied(verb);
    Some(frame)
}

/// Who stands behind one of `words`, right of `at`.
fn behind(said: &Said<'_>, at: usize, words: &[&str]) -> Option<Span> {
    let place = (at + 1..said.tokens.len()).find(|place| words.contains(&said.word(*place)))?;
    said.actor(place + 1, (place + 5).min(said.tokens.len()))
}

/// Those named around the talks but `others`; else the subject: what stands behind the verb. Of a letter
/// (`sent`) only who stands before it.
fn participants(said: &Said<'_>, verb: usize, at: usize, rest: (bool, &[Span])) -> Vec<Span> {
    let (sent, others) = rest;
    let until = if sent { at } else { said.tokens.len() };
    let first = if verb < at { verb + 1 } else { 0 };
    let around = said.join(first, until);
    let mut named = around
        .map(|span| (said.known.names)(span))
        .unwrap_or_default();
    named.retain(|name| !others.iter().any(|other| other.overlaps(*name)));
    if !named.is_empty() {
        return named;
    }
    let subject = (verb + 1 < at).then(|| said.actor(verb + 1, at)).flatten();
    subject.into_iter().collect()
}
