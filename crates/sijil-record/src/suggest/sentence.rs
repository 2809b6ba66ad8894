//! The claims of one sentence other than victims, by its language.

use crate::arabic::is_arabic;
use crate::english::Clause;
use crate::frame::arabic::{self, Said};
use crate::frame::truce::term::Telling;
use crate::frame::truce::{arabic as arabic_truce, english as english_truce};
use crate::frame::{Frame, Known, attack, control, protest, talks};
use crate::number::Number;
use crate::sentence::Sentence;

/// How sure a term is that its sentence says is one, and one that only goes on with a list.
const STATED: f64 = 0.8;
const GOES_ON: f64 = 0.6;

/// What the sentences before leave for one that may go on with a list of terms.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Terms {
    /// A truce has been told of, in the headline or before.
    pub(super) has_truce: bool,
    /// Its terms are being listed.
    pub(super) are_listed: bool,
}

/// The claims of `sentence` other than victims.
pub(super) fn frames(
    text: &str,
    sentence: &Sentence,
    numbers: &[Number],
    known: &Known<'_>,
    terms: &mut Terms,
) -> Vec<Frame> {
    let tokens = &sentence.tokens;
    let is_arabic = is_arabic(tokens);
    let telling = Telling::new(tokens, numbers, is_arabic);
    terms.has_truce |= telling.names_truce();
    let clause = (!is_arabic).then(|| Clause::new(text, tokens, numbers));
    let said = Said {
        text,
        tokens,
        numbers,
        known: *known,
    };
    let mut frames = match &clause {
        Some(clause) => {
            let mut found = control::changes(clause, known);
            found.extend(attack::attacks(clause, known));
            found.extend(protest::protest(clause, known));
            found
        }
        None => {
            let mut found = arabic::control::changes(&said);
            found.extend(arabic::attack::attacks(&said));
            found.extend(arabic::protest::protest(&said));
            found.extend(arabic::detention::detention(&said));
            found
        }
    };
    let truces = match &clause {
        Some(clause) => english_truce::truces(clause, &telling, known, terms.has_truce),
        None => arabic_truce::truces(text, &telling, known, terms.has_truce),
    };
    let states = terms.has_truce && telling.states();
    let goes_on = terms.are_listed && telling.goes_on();
    let breaks = truces.iter().any(|frame| frame.rule.ends_with("breach"));
    let found = match () {
        () if breaks => Vec::new(),
        () if states => telling.terms(STATED),
        () if goes_on => telling.terms(GOES_ON),
        () => Vec::new(),
    };
    terms.are_listed = states || goes_on;
    // A sentence that lists terms names the offensive that is to stop, and no attack.
    if !found.is_empty() {
        frames.clear();
    }
    frames.extend(truces);
    frames.extend(found);
    if frames.is_empty() {
        match &clause {
            Some(clause) => frames.extend(talks::talks(clause)),
            None => frames.extend(arabic::talks::talks(&said)),
        }
    }
    frames
}
