//! The terms of a truce, from sentences that state them and those that go on after.

use super::Frame;
use crate::english::{ChunkKind, Clause};
use crate::frame::truce::is_truce;
use crate::suggest::Kind;

/// Words that state terms, folded.
const STATING: &[&str] = &[
    "stated",
    "states",
    "stipulates",
    "stipulated",
    "includes",
    "included",
    "provides",
    "provided",
    "requires",
    "required",
    "says",
    "calls",
];

/// Kinds of terms: a word of the first list and one of the second, in one sentence.
const TERMS: &[(&str, &[&str], &[&str])] = &[
    (
        "stop_offensive",
        &[
            "offensive",
            "offensives",
            "hostilities",
            "fighting",
            "attacks",
            "operations",
        ],
        &[
            "ceased",
            "cease",
            "stop",
            "stopped",
            "halt",
            "halted",
            "end",
            "ended",
            "suspend",
            "suspended",
        ],
    ),
    (
        "stop_shelling",
        &["shelling", "bombardment", "bombing", "strikes"],
        &[
            "stop", "stopped", "halt", "halted", "cease", "ceased", "end",
        ],
    ),
    (
        "crossing_open",
        &[
            "crossing",
            "crossings",
            "road",
            "roads",
            "corridor",
            "corridors",
        ],
        &["open", "opened", "opening", "reopen", "reopened"],
    ),
    (
        "goods_aid",
        &["goods", "aid", "food", "medicine", "relief", "supplies"],
        &[
            "allow",
            "deliver",
            "delivered",
            "securing",
            "enter",
            "entry",
            "open",
            "pass",
            "passage",
            "delivery",
        ],
    ),
    (
        "wounded_passage",
        &["wounded", "treatment", "injured", "sick"],
        &[
            "cross",
            "pass",
            "evacuate",
            "evacuated",
            "leave",
            "passage",
            "transfer",
            "transferred",
        ],
    ),
    (
        "prisoner_exchange",
        &["prisoners", "prisoner", "detainees", "captives"],
        &[
            "exchange",
            "exchanged",
            "release",
            "released",
            "swap",
            "swapped",
        ],
    ),
    (
        "withdrawal",
        &["withdraw", "withdrawal", "pull"],
        &["from", "out", "of"],
    ),
    (
        "return",
        &["return"],
        &["displaced", "residents", "families", "refugees"],
    ),
    (
        "monitoring",
        &["monitor", "monitoring", "observers", "monitors"],
        &["by", "of", "to", "the"],
    ),
];

/// The term that `clause` states; `stated` says that a truce's terms are being listed.
pub(crate) fn terms(clause: &Clause<'_>, stated: bool) -> Vec<Frame> {
    if !stated && !states(clause) {
        return Vec::new();
    }
    let has = |words: &[&str]| {
        clause
            .tokens
            .iter()
            .find(|token| words.contains(&token.folded.as_str()))
    };
    let mut found: Vec<Frame> = Vec::new();
    for (name, things, acts) in TERMS {
        let (Some(thing), Some(act)) = (has(things), has(acts)) else {
            continue;
        };
        match found.first_mut() {
            // One sentence is one term; it may be of two types ("open the crossings for aid").
            Some(first) => first.fill("type", thing.span, *name),
            None => {
                let mut frame = Frame::new(
                    Kind::TruceTerm,
                    "truce.en.term",
                    if stated { 0.6 } else { 0.8 },
                    thing.span.join(act.span),
                );
                frame.fill("type", thing.span, *name);
                found.push(frame);
            }
        }
    }
    if let (Some(frame), Some(count)) = (found.first_mut(), stated_count(clause)) {
        frame.fill("stated_term_count", frame.trigger, count);
    }
    found
}

/// Whether `clause` states a truce's terms.
pub(crate) fn states(clause: &Clause<'_>) -> bool {
    let names = (0..clause.chunks.len()).any(|at| {
        is_truce(clause, at)
            || matches!(clause.head(at), "agreement" | "deal" | "accord")
                && clause.kind(at) == ChunkKind::Noun
    });
    names
        && clause
            .tokens
            .iter()
            .any(|token| STATING.contains(&token.folded.as_str()))
}

/// Whether `clause` goes on with a list of terms: "also", "as well", or a permission.
pub(crate) fn goes_on(clause: &Clause<'_>) -> bool {
    let words: Vec<&str> = clause
        .tokens
        .iter()
        .map(|token| token.folded.as_str())
        .collect();
    words.contains(&"also")
        || words.windows(2).any(|pair| pair == ["as", "well"])
        || words.contains(&"in") && words.contains(&"addition")
}

/// "the four-point truce": how many terms the text says there are.
fn stated_count(clause: &Clause<'_>) -> Option<u64> {
    clause.tokens.iter().find_map(|token| {
        let (count, unit) = token.folded.split_once('-')?;
        let is_count = matches!(unit, "point" | "points" | "item" | "clause" | "article");
        is_count
            .then(|| count.parse().ok().or_else(|| crate::number::of_word(count)))
            .flatten()
    })
}
