//! Names of those harmed in an Arabic sentence, alone or behind a role.

use super::victim::Victim;
use crate::arabic::classes;
use crate::class::Classes;
use crate::number::Quantity;
use crate::span::Span;
use crate::token::{Kind, Token};

/// "الصحفي عمر الحداد": a role with its article, and the name after it.
pub(super) fn titled(tokens: &[Token], place: usize, victim: Victim) -> Victim {
    let has_article = tokens
        .get(place)
        .is_some_and(|token| token.folded.starts_with("ال"));
    let name = named(tokens, place + 1).filter(|_| has_article && victim.quantity.low == Some(1));
    match name {
        Some(name) => Victim {
            span: victim.span.join(name.span),
            words: victim.words.into_iter().chain(name.words).collect(),
            is_named: true,
            ..one_person(victim.classes, victim.agent)
        },
        None => victim,
    }
}

/// One person of `classes`, without words yet.
fn one_person(classes: Classes, agent: Option<Span>) -> Victim {
    Victim {
        span: Span::default(),
        words: Vec::new(),
        quantity: Quantity::exact(1),
        classes,
        is_named: true,
        agent,
        trust: 0.8,
    }
}

/// A name right after the word of harm: up to four words that no dictionary knows.
pub(super) fn named(tokens: &[Token], place: usize) -> Option<Victim> {
    const WORDS_MAX: usize = 4;
    let words: Vec<&Token> = tokens
        .iter()
        .skip(place)
        .take(WORDS_MAX)
        .take_while(|token| token.kind == Kind::Word && classes(token) == Classes::default())
        .collect();
    let span = words.iter().map(|token| token.span).reduce(Span::join)?;
    (words.len() >= 2 && !is_phrase(&words)).then(|| Victim {
        span,
        words: words.iter().map(|token| token.folded.clone()).collect(),
        quantity: Quantity::exact(1),
        classes: Classes::default(),
        is_named: true,
        agent: None,
        trust: 0.5,
    })
}

/// What is harmed, lost and found in figures of speech, and is nobody; folded.
const THINGS: &[&str] = &[
    "الفريق",
    "المنتخب",
    "المدينه",
    "البلده",
    "المنطقه",
    "الحافله",
    "السياره",
    "الطايره",
    "الشركه",
    "السوق",
    "البلاد",
    "الوطن",
    "العمله",
    "الاقتصاد",
    "المحصول",
];

/// Given names whose first letters only look like the article; folded.
const LIKE_ARTICLES: &[&str] = &[
    "الياس",
    "الهام",
    "الفت",
    "البير",
    "البيرت",
    "الكسندر",
    "اليان",
    "اليسا",
    "الين",
    "اليزابيث",
    "السا",
    "الما",
];

/// Whether words that no dictionary knows are no name: they begin as a time or a reason does, or as "for
/// the sake of", or are tied by "and" and "with".
fn is_phrase(words: &[&Token]) -> bool {
    const OPENING: &[&str] = &[
        "قبيل",
        "بعيد",
        "بحق",
        "ضد",
        "كل",
        "بعض",
        "اي",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "كما",
        "حين",
        "عندما",
        "حيث",
        "وهو",
        "وهي",
        "وذلك",
        "لصالح",
        "لانه",
        "لان",
        "مما",
        "وسط",
        "لكل",
        "اول",
    ];
    let word = |at: usize| words.get(at).map_or("", |token| token.folded.as_str());
    let is_reason =
        word(0).starts_with('ل') && word(1).starts_with("ال") || word(0).starts_with("لل");
    let ties = words
        .iter()
        .filter(|token| token.folded.starts_with(['و', 'ب', 'ل']))
        .count();
    // "قتل الصقيع المحصول" is of frost and crops: given names bear no article, and behind a role stands one.
    let is_defined = |at: usize| {
        let begins = ["ال", "بال", "لل"]
            .iter()
            .any(|letters| word(at).starts_with(letters));
        begins && !LIKE_ARTICLES.contains(&word(at))
    };
    let has_article = is_defined(0) && (is_defined(1) || THINGS.contains(&word(0)));
    OPENING.contains(&word(0)) || is_reason || has_article || ties >= 2
}
