//! The plain text of safe HTML, with offsets that stay: what search reads and claims anchor to.

use crate::html::SafeHtml;
use crate::notes;
use std::ops::Range;

/// The text a reader sees, without marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainText {
    /// Blocks parted by an empty line. White space is single spaces, except in `<pre>` and for the
    /// line end of a `<br>`. Nothing at either end.
    pub text: String,
    /// Bytes of `text` that each block holds, in order, none empty.
    pub blocks: Vec<Range<usize>>,
}

impl PlainText {
    /// The text of each block, in order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.blocks
            .iter()
            .filter_map(|block| self.text.get(block.clone()))
    }
}

/// The plain text of `html`. The same markup always gives the same text, in every version:
/// claims that editors confirmed point into it.
///
/// The rules: a start or end tag of p, h2, h3, li, blockquote, figure, figcaption, table parts,
/// pre, lists and hr ends a block; cells of a row are parted by a space; `<br>` is a line end; the
/// five named entities and numeric ones are read; runs of white space become one space; the mark
/// of a note and the way back from it are left out, or `801` with a note would be read as `8011`.
#[must_use]
pub fn plain_text(html: &SafeHtml) -> PlainText {
    let mut writer = Writer::default();
    let mut rest = html.as_str();
    while let Some((text, after)) = rest.split_once('<') {
        writer.text(text);
        let (tag, after) = split_tag(after);
        writer.tag(tag);
        rest = after;
    }
    writer.text(rest);
    writer.end_block();
    writer.done
}

/// The inside of a tag and what follows it. A `>` in a quoted attribute does not end the tag.
pub(crate) fn split_tag(after_bracket: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, letter) in after_bracket.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => {
                let (tag, rest) = after_bracket
                    .split_at_checked(at)
                    .unwrap_or((after_bracket, ""));
                return (tag, rest.strip_prefix('>').unwrap_or(rest));
            }
            _ => {}
        }
    }
    (after_bracket, "")
}

#[derive(Default)]
struct Writer {
    done: PlainText,
    /// The block being written.
    block: String,
    is_in_pre: bool,
    /// Inside a link between a note and its place.
    is_in_note_link: bool,
}

impl Writer {
    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        match name {
            "a" => self.is_in_note_link = !is_end && notes::is_link(tag),
            "br" => self.line_end(),
            "td" | "th" => self.space(),
            "pre" => {
                self.end_block();
                self.is_in_pre = !is_end;
            }
            "p" | "h2" | "h3" | "li" | "ul" | "ol" | "blockquote" | "figure" | "figcaption"
            | "table" | "thead" | "tbody" | "tfoot" | "tr" | "caption" | "hr" => self.end_block(),
            _ => {}
        }
    }

    fn text(&mut self, source: &str) {
        let mut rest = source;
        while let Some((before, after)) = rest.split_once('&') {
            self.letters(before);
            match entity(after) {
                Some((letter, after)) => {
                    self.letter(letter);
                    rest = after;
                }
                None => {
                    self.letter('&');
                    rest = after;
                }
            }
        }
        self.letters(rest);
    }

    fn letters(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.letter(letter));
    }

    fn letter(&mut self, letter: char) {
        if self.is_in_note_link {
            return;
        }
        if self.is_in_pre && letter != '\u{A0}' {
            self.block.push(letter);
        } else if letter.is_whitespace() {
            self.space();
        } else {
            self.block.push(letter);
        }
    }

    fn space(&mut self) {
        let is_wanted = self
            .block
            .chars()
            .next_back()
            .is_some_and(|last| !last.is_whitespace());
        if is_wanted {
            self.block.push(' ');
        }
    }

    fn line_end(&mut self) {
        if !self.is_in_pre {
            let end = self.block.trim_end_matches(' ').len();
            self.block.truncate(end);
        }
        if !self.block.is_empty() {
            self.block.push('\n');
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let block = block.trim();
        if block.is_empty() {
            return;
        }
        if !self.done.text.is_empty() {
            self.done.text.push_str("\n\n");
        }
        let start = self.done.text.len();
        self.done.text.push_str(block);
        self.done.blocks.push(start..self.done.text.len());
    }
}

/// The character that the entity after an ampersand stands for, and what follows it.
fn entity(after: &str) -> Option<(char, &str)> {
    let (name, rest) = after.split_once(';')?;
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{A0}',
        _ => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => digits.parse(),
            };
            char::from_u32(number.ok()?)?
        }
    };
    Some((letter, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(markup: &str, expected: &str) {
        assert_eq!(
            plain_text(&SafeHtml::sanitise(markup)).text,
            expected,
            "{markup}"
        );
    }

    #[test]
    fn blocks_are_parted_and_marks_are_gone() {
        check("<p>one <b>two</b></p><p>three</p>", "one two\n\nthree");
        check("<p>a<br>b</p>\n\n<p> c \n d </p>", "a\nb\n\nc d");
        check("<blockquote><p>a</p></blockquote>b", "a\n\nb");
        check("<ul><li>a</li><li>b</li></ul>", "a\n\nb");
        check(
            "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
            "a b\n\nc",
        );
        check("<p>a &amp;amp; &lt;b&gt;&nbsp;c</p>", "a &amp; <b> c");
        check("<pre>a  b\n  c</pre>", "a  b\n  c");
        check("<p><a href=\"/?a=1>2\">x</a></p>", "x");
        check("<p></p><p> </p>", "");
    }

    #[test]
    fn a_figure_with_a_note_stays_that_figure() {
        check(
            "<p>at least 801<sup><a href=\"#note-1\" id=\"note-ref-1\" role=\"doc-noteref\">1</a></sup>, \
             he said</p><ol class=\"notes\"><li id=\"note-1\">By 1 October. \
             <a href=\"#note-ref-1\" role=\"doc-backlink\">↩</a></li></ol>",
            "at least 801, he said\n\nBy 1 October.",
        );
        check("<p><a role=\"doc-noteref\" href=\"/a\">1</a></p>", "1");
    }

    #[test]
    fn the_blocks_are_those_of_the_text() {
        let plain = plain_text(&SafeHtml::from_paragraphs(&["هدنة", "a < b"]));
        assert_eq!(plain.paragraphs().collect::<Vec<_>>(), ["هدنة", "a < b"]);
        assert_eq!(plain_text(&SafeHtml::default()), PlainText::default());
    }

    proptest! {
        #[test]
        fn blocks_lie_in_order_inside_the_text(markup in "(<(p|li|br|pre|b|td|table|/p)>|[a-z ة&;\n\"]){0,40}") {
            let plain = plain_text(&SafeHtml::sanitise(&markup));
            let parts: Vec<&str> = plain.paragraphs().collect();
            prop_assert_eq!(parts.len(), plain.blocks.len());
            prop_assert_eq!(parts.join("\n\n"), plain.text.as_str());
        }

        #[test]
        fn plain_paragraphs_come_back(paragraphs in prop::collection::vec("[a-zا-ي<>&;\"#0-9]{1,12}", 0..6)) {
            let plain = plain_text(&SafeHtml::from_paragraphs(&paragraphs));
            prop_assert_eq!(plain.text, paragraphs.join("\n\n"));
        }
    }
}
