//! A story's text with what is suggested in it: paragraphs, cut where a claim's words begin and end.

use crate::record::anchors::Role;
use crate::record::claims::Spot;

/// Words that are shown alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Their first byte in the story.
    pub(super) at: usize,
    /// The words.
    pub(super) words: String,
    /// What they are to the claim that is looked at.
    pub(super) role: Option<Role>,
    /// Whether the role's words end here.
    pub(super) ends: bool,
    /// Whether they stand in that claim's sentence.
    pub(super) is_claim: bool,
    /// The suggestion that waits there; its mark.
    pub(super) other: Option<String>,
    /// Whether a claim of theirs was taken in.
    pub(super) is_done: bool,
}

impl Piece {
    /// The word of the role; empty without one.
    pub(super) fn role_word(&self) -> &'static str {
        self.role.map_or("", Role::word)
    }
}

/// Sentences with a suggestion that waits, or with a claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Marked {
    /// The claim that is looked at.
    pub(super) chosen: Vec<Spot>,
    /// The other suggestions: their sentences, with their marks.
    pub(super) others: Vec<(usize, usize, String)>,
    /// The sentences of claims.
    pub(super) done: Vec<(usize, usize)>,
}

/// The paragraphs of a text, each cut into its pieces.
#[must_use]
pub(super) fn paragraphs(text: &str, marked: &Marked) -> Vec<Vec<Piece>> {
    let mut cuts: Vec<usize> = vec![];
    cuts.extend(marked.chosen.iter().flat_map(|spot| [spot.start, spot.end]));
    cuts.extend(
        marked
            .others
            .iter()
            .flat_map(|(start, end, _)| [*start, *end]),
    );
    cuts.extend(marked.done.iter().flat_map(|(start, end)| [*start, *end]));
    cuts.retain(|cut| text.is_char_boundary(*cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if start < end {
            found.push(pieces(text, (start, end), &cuts, marked));
        }
        start += line.len();
    }
    found
}

fn pieces(text: &str, (start, end): (usize, usize), cuts: &[usize], marked: &Marked) -> Vec<Piece> {
    let inside = cuts
        .iter()
        .copied()
        .filter(|cut| *cut > start && *cut < end);
    let ends: Vec<usize> = inside.chain([end]).collect();
    let mut at = start;
    let mut found = Vec::new();
    for end in ends {
        let words = text.get(at..end).unwrap_or_default();
        found.push(piece(words, (at, end), marked));
        at = end;
    }
    found
}

fn piece(words: &str, (at, end): (usize, usize), marked: &Marked) -> Piece {
    let covers = |from: usize, to: usize| from <= at && end <= to;
    let is_sentence = |spot: &&Spot| matches!(spot.role, Role::Claim | Role::Also);
    let over = || {
        marked
            .chosen
            .iter()
            .filter(|spot| covers(spot.start, spot.end))
    };
    // Of words within words, the inner ones say more.
    let role = over()
        .filter(|spot| !is_sentence(spot))
        .min_by_key(|spot| spot.end - spot.start);
    let is_claim = over().any(|spot| is_sentence(&spot));
    let other = marked
        .others
        .iter()
        .find(|(from, to, _)| covers(*from, *to));
    Piece {
        at,
        words: words.to_owned(),
        role: role.map(|spot| spot.role),
        ends: role.is_some_and(|spot| spot.end == end),
        is_claim,
        other: other.filter(|_| !is_claim).map(|(_, _, mark)| mark.clone()),
        is_done: marked.done.iter().any(|(from, to)| covers(*from, *to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_roles_begin_and_nothing_is_lost() {
        let text = "قُتل 12 مدنيًا 🕊 في البلدة.\nIt rained.\n";
        let spot = |role, words: &str| {
            let start = text.find(words).unwrap();
            let end = start + words.len();
            Spot { role, start, end }
        };
        let rain = text.find("It").unwrap();
        let marked = Marked {
            chosen: vec![
                spot(Role::Claim, "قُتل 12 مدنيًا 🕊 في البلدة."),
                spot(Role::Number, "12"),
                spot(Role::Party, "12 مدنيًا"),
            ],
            others: vec![(rain, rain + 10, "m".to_owned())],
            // Not where letters end: left out.
            done: vec![(1, 3)],
        };
        let found = paragraphs(text, &marked);
        let words: Vec<String> = found
            .iter()
            .map(|pieces| pieces.iter().map(|piece| piece.words.as_str()).collect())
            .collect();
        assert_eq!(words, ["قُتل 12 مدنيًا 🕊 في البلدة.", "It rained."]);
        let roles: Vec<&str> = found[0].iter().map(Piece::role_word).collect();
        assert_eq!(roles, ["", "number", "party", ""]);
        assert!(!found[0][1].words.is_empty() && found[0][2].ends);
        assert_eq!(found[1][0].other.as_deref(), Some("m"));
    }
}
