//! Arabic: what a word is once what is written before it is taken off.

use std::sync::LazyLock;

use crate::class::{Class, Classes};
use crate::lexicon::Lexicon;
use crate::token::{Kind, Token};

/// The Arabic dictionary, as it is compiled in.
static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../rules/words.ar.txt"), &[]));

/// What may be written before a word, the longest first.
const BEFORE: &[&str] = &[
    "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "وك", "فب", "ال", "و", "ف", "ب", "ل", "ك",
];

/// The classes of `token`: its own, else those of what stands under its prefixes.
pub(crate) fn classes(token: &Token) -> Classes {
    let own = LEXICON.classes(&token.folded);
    if own != Classes::default() {
        return own;
    }
    let stripped = BEFORE
        .iter()
        .filter_map(|before| token.folded.strip_prefix(before));
    stripped
        .map(|rest| LEXICON.classes(rest))
        .find(|classes| *classes != Classes::default())
        .or_else(|| owned(&token.folded))
        .unwrap_or_default()
}

/// The word of `token`, then what stands under each of its prefixes.
pub(crate) fn stems(token: &Token) -> impl Iterator<Item = &str> {
    let stripped = BEFORE
        .iter()
        .filter_map(|before| token.folded.strip_prefix(before));
    std::iter::once(token.folded.as_str()).chain(stripped)
}

/// What may be written behind a noun: whose they are.
const BEHIND: &[&str] = &["هما", "ها", "هم", "نا", "ه"];

/// "مواطنيها", "جنوده": people with whose they are written behind them.
fn owned(word: &str) -> Option<Classes> {
    const PEOPLE: &[Class] = &[Class::Civilian, Class::Rebel, Class::State, Class::Family];
    let rest = BEHIND.iter().find_map(|behind| word.strip_suffix(behind))?;
    let own = LEXICON.classes(rest);
    let sound = || {
        rest.strip_suffix('ي')
            .map(|stem| LEXICON.classes(&format!("{stem}ين")))
    };
    Some(own)
        .filter(|classes| classes.any(PEOPLE))
        .or_else(sound)
        .filter(|classes| classes.any(PEOPLE))
}

/// Whether the word carries "and" before it.
pub(crate) fn is_joined(token: &Token) -> bool {
    let own = LEXICON.classes(&token.folded);
    own == Classes::default() && token.folded.starts_with(['و', 'ف'])
}

/// Whether most words of `tokens` are Arabic; of signs and digits no text is more than another.
pub(crate) fn is_arabic(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word);
    let arabic = words().filter(|token| {
        token
            .folded
            .starts_with(|letter| ('\u{0620}'..='\u{064A}').contains(&letter))
    });
    arabic.count() * 2 > words().count()
}

/// Whether `token` names people.
pub(crate) fn is_people(token: &Token) -> bool {
    classes(token).any(&[Class::Civilian, Class::Rebel, Class::State, Class::Family])
}
