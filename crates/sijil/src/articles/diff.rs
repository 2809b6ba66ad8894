//! What changed from one published revision to the next, word by word, for readers.

use sijil_text::plain_text;
use similar::{ChangeTag, TextDiff};

use super::{Content, CorrectionKind, Printed, Revision};
use crate::db::UtcMillis;

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both revisions.
    Same(String),
    /// Only in the older one.
    Out(String),
    /// Only in the newer one.
    In(String),
}

/// What a revision changed.
#[derive(Debug, Clone)]
pub struct Change {
    /// The revision's number, from 1.
    pub number: usize,
    /// When it was published.
    pub at: UtcMillis,
    /// SHA-256 of its canonical text.
    pub sha256: String,
    /// The public correction that came with it.
    pub correction: Option<String>,
    /// What that is.
    pub kind: CorrectionKind,
    /// When a byline was taken out of it, to protect somebody.
    pub redacted_at: Option<UtcMillis>,
    /// The paragraphs that changed; for the first revision none.
    pub blocks: Vec<Vec<Piece>>,
}

/// What each revision changed, the newest first.
#[must_use]
pub fn history(revisions: &[Revision]) -> Vec<Change> {
    let mut changes = Vec::with_capacity(revisions.len());
    let mut older: Option<&Revision> = None;
    for revision in revisions {
        let blocks = older.map(|older| blocks(&older.printed, &revision.printed));
        changes.push(Change {
            number: usize::try_from(revision.number).unwrap_or_default(),
            at: revision.at,
            sha256: revision.sha256.clone(),
            correction: revision.printed.correction.clone(),
            kind: kind(&revision.printed),
            redacted_at: revision.printed.redacted_at,
            blocks: blocks.unwrap_or_default(),
        });
        older = Some(revision);
    }
    changes.reverse();
    changes
}

fn kind(printed: &Printed) -> CorrectionKind {
    let named = printed
        .correction_kind
        .clone()
        .map(CorrectionKind::try_from);
    named
        .and_then(Result::ok)
        .unwrap_or(CorrectionKind::Correction)
}

fn blocks(older: &Printed, newer: &Printed) -> Vec<Vec<Piece>> {
    contents(&older.content, &newer.content)
}

/// The paragraphs that differ, headline and standfirst first.
#[must_use]
pub fn contents(older: &Content, newer: &Content) -> Vec<Vec<Piece>> {
    let (before, after) = (paragraphs(older), paragraphs(newer));
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let diff = TextDiff::from_slices(&before, &after);
    let mut blocks = Vec::new();
    for operation in diff.ops() {
        if operation.tag() == similar::DiffTag::Equal {
            continue;
        }
        let out = before.get(operation.old_range()).unwrap_or_default();
        let put = after.get(operation.new_range()).unwrap_or_default();
        // A paragraph that was rewritten is compared with the one that took its place.
        for place in 0..out.len().max(put.len()) {
            let of = |texts: &[&str]| texts.get(place).copied().unwrap_or_default().to_owned();
            blocks.push(words(&of(out), &of(put)));
        }
    }
    blocks
}

fn paragraphs(content: &Content) -> Vec<String> {
    let mut paragraphs = vec![content.headline.clone(), content.standfirst.clone()];
    paragraphs.extend(plain_text(&content.body).paragraphs().map(str::to_owned));
    paragraphs.extend(
        content
            .picture
            .iter()
            .map(|picture| picture.caption.clone()),
    );
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Words out and in, in runs: a space between two changed words belongs to the change.
fn words(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut out, mut put, mut between) = (String::new(), String::new(), String::new());
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal if word.trim().is_empty() && between.is_empty() => {
                between.push_str(word);
            }
            ChangeTag::Equal => {
                settle(&mut pieces, &mut out, &mut put);
                same(&mut pieces, &std::mem::take(&mut between));
                same(&mut pieces, word);
            }
            ChangeTag::Delete | ChangeTag::Insert => {
                if out.is_empty() && put.is_empty() {
                    same(&mut pieces, &std::mem::take(&mut between));
                }
                for run in [&mut out, &mut put] {
                    run.push_str(&between);
                }
                between.clear();
                let run = if change.tag() == ChangeTag::Delete {
                    &mut out
                } else {
                    &mut put
                };
                run.push_str(word);
            }
        }
    }
    settle(&mut pieces, &mut out, &mut put);
    same(&mut pieces, &between);
    pieces
}

fn settle(pieces: &mut Vec<Piece>, out: &mut String, put: &mut String) {
    if !out.is_empty() {
        pieces.push(Piece::Out(std::mem::take(out)));
    }
    if !put.is_empty() {
        pieces.push(Piece::In(std::mem::take(put)));
    }
}

fn same(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Same(run)) => run.push_str(text),
        _ => pieces.push(Piece::Same(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_figure_stands_out_alone() {
        assert_eq!(
            words("عبرت إحدى عشرة شاحنة الجسر", "عبرت تسع شاحنات الجسر"),
            vec![
                Piece::Same("عبرت ".to_owned()),
                Piece::Out("إحدى عشرة شاحنة".to_owned()),
                Piece::In("تسع شاحنات".to_owned()),
                Piece::Same(" الجسر".to_owned()),
            ],
        );
    }
}
