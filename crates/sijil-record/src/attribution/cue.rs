//! The words that attribute.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Stance;

/// What a word attributes, and how its content stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A clause or a quotation follows or comes before.
    Say,
    /// The same, with an addressee.
    Tell,
    /// Belief.
    Think,
    /// Wish, plan, demand: "to" and a verb, or a noun.
    Want,
    /// A noun is judged.
    Judge,
}

/// A word that attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) kind: CueKind,
    pub(super) stance: Stance,
}

static CUES: LazyLock<HashMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut cues = HashMap::new();
    for line in include_str!("../../rules/cues.en.txt").lines() {
        let mut words = line.split_whitespace().filter(|word| *word != "cue");
        let Some(cue) = words.next().and_then(cue_named) else {
            continue;
        };
        for word in words {
            cues.entry(word).or_insert(cue);
        }
    }
    cues
});

fn cue_named(name: &str) -> Option<Cue> {
    let (kind, stance) = match name {
        "say" => (CueKind::Say, Stance::Says),
        "confirm" => (CueKind::Say, Stance::Confirms),
        "deny" => (CueKind::Say, Stance::Denies),
        "tell" => (CueKind::Tell, Stance::Says),
        "think" => (CueKind::Think, Stance::Says),
        "want" => (CueKind::Want, Stance::Says),
        "judge" => (CueKind::Judge, Stance::Says),
        _ => return None,
    };
    Some(Cue { kind, stance })
}

/// What `folded` attributes, if it does.
pub(super) fn english(folded: &str) -> Option<Cue> {
    CUES.get(folded).copied()
}
