//! Paragraphs of plain text, whether its lines are wrapped or each line is one.

use crate::span::Span;

/// Lines of wrapped text are at most this long, in characters; a paragraph on one line is longer.
const WRAPPED_LINE_CHARS_MAX: usize = 100;

/// Lines that must be there before text counts as wrapped.
const WRAPPED_LINES_MIN: usize = 3;

/// The paragraphs of `text` that hold more than blanks, in order, without the blanks around them.
#[must_use]
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrapped = is_wrapped(text, &lines);
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        let written = line.of(text);
        if written.trim().is_empty() {
            open = false;
            continue;
        }
        let is_indented = written.starts_with("  ") || written.starts_with('\t');
        let goes_on = wrapped && open && !is_indented;
        match found.last_mut() {
            Some(last) if goes_on => last.end = line.end,
            _ => found.push(line),
        }
        open = true;
    }
    found.into_iter().map(|span| trimmed(text, span)).collect()
}

/// `span` without the blanks at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            span
        })
        .collect()
}

/// Wrapped text has no long line, and most of its lines end within a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let written = || {
        lines
            .iter()
            .map(|line| line.of(text).trim())
            .filter(|line| !line.is_empty())
    };
    let is_short = |line: &str| line.chars().nth(WRAPPED_LINE_CHARS_MAX).is_none();
    let count = written().count();
    let within = written().filter(|line| !ends_a_sentence(line)).count();
    count >= WRAPPED_LINES_MIN && written().all(is_short) && within * 2 > count
}

fn ends_a_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '؟', ':', '…', '"', '”', '»', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph_unless_the_text_is_wrapped() {
        assert_eq!(read("One.\nTwo.\n\n Three. "), ["One.", "Two.", "Three."]);
        let wrapped =
            "   A battalion said that\nthree men came\nback.\n\n   Then they\nleft again\n";
        assert_eq!(
            read(wrapped),
            [
                "A battalion said that\nthree men came\nback.",
                "Then they\nleft again"
            ]
        );
    }
}
