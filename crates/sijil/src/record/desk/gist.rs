//! What a claim says, in as few words as tell it from its neighbours in a list.

use sijil_text::Lang;

use super::words;
use crate::record::ControlMode;
use crate::record::claims::{self, Body, Toll};
use crate::web::{Say, text};

/// The most letters of the text's own words.
const LETTERS_MAX: usize = 60;

/// The gist of a claim; empty where its kind says it all.
pub(super) fn gist(say: &Say, lang: Lang, body: &Body) -> String {
    let said = |list: &str, word: &str| words::said(say, list, word);
    let listed = |mut words: Vec<String>| {
        words.retain(|word| !word.is_empty());
        words.join(comma(lang))
    };
    match body {
        Body::Casualty(told) => toll(say, lang, told),
        Body::NamedVictim(victim) => victim.name.clone(),
        Body::Statement(told) => text::excerpt(&told.content, LETTERS_MAX),
        Body::Term(term) => {
            let number = term.number.and_then(|number| usize::try_from(number).ok());
            let number = number.map(|number| say.number(number));
            let types = term.types.iter().map(|of| said("term-type", of.word()));
            listed(number.into_iter().chain(types).collect())
        }
        Body::Truce(truce) => said("truce-event", truce.event.word()),
        Body::Control(control) if control.mode == ControlMode::Unstated => String::new(),
        Body::Control(control) => said("control-mode", control.mode.word()),
        Body::Talks(talks) => listed(vec![
            said("talks", talks.talks.word()),
            text::excerpt(&talks.outcome, LETTERS_MAX),
        ]),
        Body::Attack(attack) => text::excerpt(&attack.target, LETTERS_MAX),
        Body::Protest(protest) => text::excerpt(&protest.about, LETTERS_MAX),
        Body::Breach(_) => String::new(),
    }
}

/// What stands between words of a list.
pub(super) fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "، ",
        Lang::En => ", ",
    }
}

/// Numbers and harm of a toll.
pub(super) fn toll(say: &Say, lang: Lang, toll: &Toll) -> String {
    let number = |n: i64| say.number(usize::try_from(n).unwrap_or_default());
    let count = match (toll.least(), toll.most()) {
        (Some(low), Some(high)) if low != high => {
            format!("\u{2068}{}–{}\u{2069}", number(low), number(high))
        }
        (Some(one), _) | (None, Some(one)) => number(one),
        (None, None) => toll.vague_term.clone(),
    };
    let harm = words::said(say, "harm", &claims::word(&toll.harm));
    let words = match lang {
        Lang::Ar => format!("{harm} {count}"),
        Lang::En => format!("{count} {harm}"),
    };
    words.trim().to_owned()
}
