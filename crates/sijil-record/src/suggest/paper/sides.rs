//! Parties and signatories of an agreement.

use crate::english::Clause;
use crate::frame::Frame;
use crate::frame::truce::term::Telling;
use crate::frame::truce::{arabic, english};
use crate::span::Span;
use crate::token::Token;

/// First words of the lines that say who signed; folded.
const SIGNING: &[&str] = &[
    "signed",
    "signatories",
    "signatures",
    "signature",
    "التوقيع",
    "التواقيع",
    "الموقعون",
    "الموقعان",
    "وقع",
    "وقعه",
    "وقعها",
    "موقع",
];

/// A sentence of an agreement, or before its points.
pub(super) struct Line<'l> {
    pub(super) text: &'l str,
    pub(super) telling: &'l Telling<'l>,
    /// The names of actors in it.
    pub(super) named: &'l [Span],
    pub(super) is_lead: bool,
}

impl Line<'_> {
    /// Fills the parties and signatories that the sentence names.
    pub(super) fn fill(&self, frame: &mut Frame) {
        let telling = self.telling;
        let is_between = |token: &Token| matches!(token.folded.as_str(), "between" | "بين");
        let between = telling.tokens.iter().position(is_between);
        if let Some(between) = between.filter(|_| frame.slot("party").is_none() && self.is_lead) {
            for party in self.between(between) {
                frame.fill("party", party, party.of(self.text));
            }
        }
        // "First party: the council".
        let is_numbered = matches!(
            (telling.word(0), telling.word(1)),
            ("first" | "second" | "third", "party") | ("الطرف", "الاول" | "الثاني" | "الثالث")
        );
        if let Some(party) = self.named.first().filter(|_| is_numbered) {
            frame.fill("party", *party, party.of(self.text));
        }
        if SIGNING.contains(&telling.word(0)) && !self.is_lead {
            for name in self.named {
                if let Some(signatory) = clause_around(telling, *name) {
                    frame.fill("signatory", signatory, name.of(self.text));
                }
            }
        }
    }

    /// Who stands behind "between" at `between`.
    fn between(&self, between: usize) -> Vec<Span> {
        let (telling, named) = (self.telling, self.named);
        if telling.is_arabic {
            let names = |span: Span| {
                let inside = named.iter().copied();
                inside.filter(|name| span.contains(*name)).collect()
            };
            return arabic::listed(telling, &names, between + 1, telling.tokens.len());
        }
        let token = telling.tokens.get(between);
        let from = token.map_or(0, |token| token.span.end);
        let known = || {
            let behind = named.iter().copied();
            behind.filter(|name| name.start >= from).collect()
        };
        let clause = Clause::new(self.text, telling.tokens, telling.numbers);
        english::between(&clause).unwrap_or_else(known)
    }
}

/// What stands around `name` between commas: "Omar Haddad for the Syrian Democratic Forces".
fn clause_around(telling: &Telling<'_>, name: Span) -> Option<Span> {
    let is_end = |token: &Token| matches!(token.folded.as_str(), "," | "،" | ";" | "؛" | ":" | ".");
    let at = telling
        .tokens
        .partition_point(|token| token.span.end <= name.start);
    let first = (0..at)
        .rfind(|place| telling.tokens.get(*place).is_some_and(is_end))
        .map_or(0, |end| end + 1);
    let last = (at..telling.tokens.len())
        .find(|place| telling.tokens.get(*place).is_some_and(is_end))
        .unwrap_or(telling.tokens.len());
    telling.span(first..last)
}
