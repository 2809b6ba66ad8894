//! Taking out of text what shows nothing but changes how other text reads.
//!
//! Direction overrides can make a name read as another's, floods of marks can cover the lines
//! above (Unicode Technical Report 36, Unicode Technical Standard 39).

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Marks kept on one letter. Fully vowelled Arabic needs three; a flood has hundreds.
const MARKS_IN_A_ROW_MAX: usize = 4;

/// `text` as one clean line, for names, titles, labels: NFC, white space collapsed to single
/// spaces and trimmed, without control characters and without any direction character.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let kept: String = without_floods(text)
        .filter(|letter| {
            letter.is_whitespace() || !(is_hidden(*letter) || is_direction_mark(*letter))
        })
        .collect();
    kept.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect()
}

/// `text` as clean paragraphs, for comments and notes.
///
/// NFC, lines trimmed at their end, at most one empty line in a row, no control characters, no
/// direction overrides or isolates. The single direction marks (U+200E, U+200F, U+061C) stay:
/// mixed text needs them.
#[must_use]
pub fn clean_block(text: &str) -> String {
    let one_kind_of_line_end = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in one_kind_of_line_end.lines() {
        let kept: String = without_floods(line)
            .filter(|letter| *letter == '\t' || !is_hidden(*letter))
            .collect();
        let is_second_empty = kept.trim().is_empty() && lines.last().is_none_or(String::is_empty);
        if !is_second_empty {
            lines.push(kept.trim_end().to_owned());
        }
    }
    lines.join("\n").trim_end().nfc().collect()
}

/// `text` between U+2068 and U+2069, so that its direction leaves its surroundings alone. For plain
/// text such as mails and feeds; pages use `<bdi>`.
#[must_use]
pub fn isolate(text: &str) -> String {
    format!("\u{2068}{}\u{2069}", text.replace(is_embedding, ""))
}

fn without_floods(text: &str) -> impl Iterator<Item = char> {
    let mut marks_in_a_row = 0;
    text.nfc().filter(move |letter| {
        let is_mark = is_combining_mark(*letter) || is_joiner(*letter);
        marks_in_a_row = if is_mark { marks_in_a_row + 1 } else { 0 };
        marks_in_a_row <= MARKS_IN_A_ROW_MAX
    })
}

/// Zero-width joiners: Persian and some Arabic words need them, so they are kept, but counted.
const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

/// Embeddings, overrides and isolates, which change the direction of what follows.
pub(crate) const fn is_embedding(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

const fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// Never shown and never needed: controls, direction changes, zero-width space and the like, tags,
/// interlinear notes, the object and replacement placeholders of other programs.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || is_embedding(letter)
        || matches!(letter,
            '\u{00AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFC}'
            | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_cannot_be_turned_round() {
        for (typed, line) in [
            ("  Layla\t\n Haddad ", "Layla Haddad"),
            ("\u{202E}dadaH\u{202C}", "dadaH"),
            ("ليلى\u{200F}\u{200B} حداد", "ليلى حداد"),
            ("e\u{0301}", "é"),
            ("مُحَمَّد", "مُحَمَّد"),
            ("a\u{0}\u{7}b", "ab"),
            ("خانه\u{200C}ها", "خانه\u{200C}ها"),
        ] {
            assert_eq!(clean_line(typed), line);
        }
        let flood = format!("z{}", "\u{0335}".repeat(500));
        assert_eq!(clean_line(&flood).chars().count(), 1 + MARKS_IN_A_ROW_MAX);
    }

    #[test]
    fn paragraphs_stay_apart() {
        assert_eq!(
            clean_block("\n\none \r\n\r\n\r\n\r\ntwo\u{202E}\rthree\n\n"),
            "one\n\ntwo\nthree"
        );
        assert_eq!(isolate("عمر\u{2069}"), "\u{2068}عمر\u{2069}");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "(?s).*") {
            prop_assert_eq!(clean_line(&clean_line(&text)), clean_line(&text));
            prop_assert_eq!(clean_block(&clean_block(&text)), clean_block(&text));
        }
    }
}
