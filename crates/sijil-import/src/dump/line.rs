//! The lines of a page dump: cleaned, numbered, and joined again where an editor wrapped them.

use crate::label::key;

/// A line that holds something.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// In the file, from 1.
    pub(crate) number: usize,
    /// White space collapsed.
    pub(crate) text: String,
    /// What [`crate::label::key`] makes of it.
    pub(crate) key: String,
    /// Whether an empty line, or the file's beginning, stands before it.
    pub(crate) opens_block: bool,
}

impl Line {
    pub(crate) fn words(&self) -> usize {
        self.text.split(' ').count()
    }

    /// Whether it reads as a sentence of a story: eight words or more, and a full stop. Menus and
    /// headlines have no full stop, labels fewer words.
    pub(crate) fn is_statement(&self) -> bool {
        self.words() >= 8 && self.ends_in_full_stop()
    }

    /// Whether it ends as text does and headlines do not, which may be questions.
    pub(crate) fn ends_in_full_stop(&self) -> bool {
        let end = self.text.trim_end_matches(['"', '”', '»', '\'', ')']);
        end.ends_with('.')
    }

    /// Whether it ends as sentences do, so that it is no name and no label.
    pub(crate) fn ends_sentence(&self) -> bool {
        let end = self.text.trim_end_matches(['"', '”', '»', '\'', ')']);
        end.ends_with(['.', '!', '?', '؟', '…', ':', '،', '؛'])
    }
}

/// Lines of a text that hold something, wrapped paragraphs joined.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut is_after_gap = true;
    for (index, raw) in text.lines().enumerate() {
        let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            is_after_gap = true;
            continue;
        }
        lines.push(Line {
            number: index + 1,
            key: key(&text),
            text,
            opens_block: is_after_gap,
        });
        is_after_gap = false;
    }
    if is_wrapped(&lines) {
        joined(lines)
    } else {
        lines
    }
}

/// Columns that a hard-wrapped line fills: editors and mail programs break at 60 to 80.
const WRAP_CHARS: std::ops::RangeInclusive<usize> = 50..=100;

/// Whether most lines stand in blocks of several lines, each but the last about as long as a column.
fn is_wrapped(lines: &[Line]) -> bool {
    let wrapped: usize = lines
        .chunk_by(|_, next| !next.opens_block)
        .filter(|block| is_wrapped_block(block))
        .map(<[Line]>::len)
        .sum();
    wrapped * 2 > lines.len()
}

fn is_wrapped_block(block: &[Line]) -> bool {
    let Some((_, full)) = block.split_last() else {
        return false;
    };
    full.len() >= 2
        && full
            .iter()
            .all(|line| WRAP_CHARS.contains(&line.text.chars().count()))
}

fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for block in lines.chunk_by(|_, next| !next.opens_block) {
        if !is_wrapped_block(block) {
            out.extend_from_slice(block);
            continue;
        }
        let text = block
            .iter()
            .map(|line| line.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        out.push(Line {
            number: block.first().map_or(0, |line| line.number),
            key: key(&text),
            text,
            opens_block: true,
        });
    }
    out
}
