//! Protests in an Arabic sentence.

use super::{Said, fill};
use crate::frame::Frame;
use crate::frame::protest::Crowd;

/// Verbs of those who protest; folded.
const VERBS: &[&str] = &[
    "تظاهر",
    "تظاهرت",
    "تظاهروا",
    "احتج",
    "احتجت",
    "احتجوا",
    "اعتصم",
    "اعتصمت",
    "اعتصموا",
    "اضرب",
    "اضربت",
];
/// Nouns of protest, and the verbs that make one of them.
const NOUNS: &[&str] = &[
    "مظاهره",
    "مظاهرات",
    "تظاهره",
    "تظاهرات",
    "مسيره",
    "مسيرات",
    "اعتصام",
    "اعتصاما",
    "احتجاج",
    "احتجاجات",
    "اضراب",
    "اضرابا",
    "احتجاجيه",
];
const HELD: &[&str] = &[
    "خرج",
    "خرجت",
    "خرجوا",
    "نظم",
    "نظمت",
    "نظموا",
    "شهد",
    "شهدت",
    "انطلق",
    "انطلقت",
    "اندلع",
    "اندلعت",
    "شارك",
    "شاركت",
    "نفذ",
    "نفذت",
    "بدا",
    "بدات",
    "تجددت",
    "تواصلت",
    "استمرت",
    "فرقت",
    "فضت",
    "دخل",
];

/// The protest that the sentence tells.
pub(crate) fn protest(said: &Said<'_>) -> Option<Frame> {
    let count = said.tokens.len();
    let verb = (0..count).find(|at| said.is_verb(*at, VERBS));
    let (at, subject) = match verb {
        Some(verb) => (verb, said.actor(verb + 1, (verb + 5).min(count))),
        None => {
            let noun = (0..count).find(|at| said.is(*at, NOUNS))?;
            let held = (0..count).find(|at| said.is_verb(*at, HELD))?;
            let between = (held + 1 < noun)
                .then(|| said.actor(held + 1, noun))
                .flatten();
            (noun, between)
        }
    };
    let is = |place: usize, list: &[&str]| said.is(place, list);
    let crowd = Crowd {
        tokens: said.tokens,
        numbers: said.numbers,
        is: &is,
    };
    let mut frame = crowd.frame("protest.ar.held", said.tokens.get(at)?.span);
    fill(&mut frame, said.text, "participant", subject);
    demand(said, at, &mut frame);
    frame.is_negated = said.is_denied(at);
    frame.is_unreal =
        said.is_unreal(at) || (0..at).any(|place| said.is(place, &["دعا", "دعت", "دعوات", "دعوه"]));
    Some(frame)
}

/// Fills what the protest at `at` demands, and against whom.
fn demand(said: &Said<'_>, at: usize, frame: &mut Frame) {
    const DEMANDING: &[&str] = &[
        "ضد",
        "مطالبه",
        "للمطالبه",
        "احتجاجا",
        "تنديدا",
        "رفضا",
        "مطالبين",
        "مناهضه",
        "تطالب",
        "يطالبون",
    ];
    const ENDS: &[&str] = &["،", ".", "في", "امس", "اليوم", "يوم", "وسط", "بحسب"];
    let count = said.tokens.len();
    let demand = (at + 1..count).find(|place| said.is(*place, DEMANDING));
    let Some(demand) = demand else { return };
    let until = (demand + 1..count).find(|place| ENDS.contains(&said.word(*place)));
    let span = said.join(demand, until.unwrap_or(count));
    fill(frame, said.text, "demand", span);
    let names = span
        .map(|span| (said.known.names)(span))
        .unwrap_or_default();
    let is_against = said.is(demand, &["ضد", "مناهضه"]);
    fill(
        frame,
        said.text,
        "against",
        names.first().copied().filter(|_| is_against),
    );
}
