//! Texts that are no language: code points of all planes, marks, controls, endless words.

use super::joined;
use crate::Random;

/// Code points there are, surrogates among them.
const CODE_POINTS: usize = 0x11_0000;

/// Ranges that a reader of text treats in a way of its own: first, and how many.
const RANGES: &[(u32, usize)] = &[
    (0x0000, 0x20),
    (0x0020, 0x60),
    (0x00A0, 0x60),
    (0x0300, 0x70),
    (0x0600, 0x100),
    (0x0750, 0x30),
    (0x0900, 0x80),
    (0x1E00, 0x100),
    (0x2000, 0x70),
    (0x20D0, 0x21),
    (0x2150, 0x40),
    (0x3000, 0x40),
    (0xAC00, 0x100),
    (0xFB1D, 0x33),
    (0xFB50, 0x2AF),
    (0xFE00, 0x10),
    (0xFE70, 0x90),
    (0xFF00, 0xF0),
    (0x1_0900, 0x20),
    (0x1_D400, 0x400),
    (0x1_EE00, 0x100),
    (0x1_F300, 0x300),
    (0xE_0000, 0x80),
    (0x10_FF80, 0x80),
];

pub(super) fn code_points(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let length = random.below(8);
        (0..length).filter_map(|_| letter(random)).collect()
    })
}

/// Any character, one half of them out of the ranges that matter.
fn letter(random: &mut Random) -> Option<char> {
    let (first, count) = match random.below(2) {
        0 => (0, CODE_POINTS),
        _ => {
            let at = random.below(RANGES.len());
            RANGES.get(at).copied()?
        }
    };
    let offset = u32::try_from(random.below(count)).ok()?;
    char::from_u32(first + offset)
}

/// Words with marks, joiners and controls between their letters.
pub(super) fn marked(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let word = random.one(&[
            "killed",
            "قتل",
            "three",
            "ثلاثة",
            "Homs",
            "حمص",
            "said",
            "قال",
            "2017",
        ]);
        let mut text = String::new();
        for letter in word.chars() {
            text.push(letter);
            if random.once_in(3) {
                text.push_str(random.one(MARKS));
            }
        }
        text + random.one(&[" ", " ", "\u{200B}", "\u{A0}", "\u{2028}", ""])
    })
}

const MARKS: &[&str] = &[
    "\u{202E}",
    "\u{202D}",
    "\u{2066}",
    "\u{2069}",
    "\u{200F}",
    "\u{200E}",
    "\u{61C}",
    "\u{200C}",
    "\u{200D}",
    "\u{64E}",
    "\u{651}",
    "\u{640}",
    "\u{301}",
    "\u{20DD}",
    "\u{FE0F}",
    "\u{FEFF}",
    "\u{0}",
    "\u{AD}",
    "\u{34F}",
    "\u{E0020}",
];

/// Words of thousands of letters between small ones.
pub(super) fn long_words(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces.min(20), |random| {
        let unit = random.one(&[
            "a", "Aleppo", "و", "ال", "قتل", "-", "'s", "7", "٧", "U.", "½", "ﷺ", "ß",
        ]);
        unit.repeat(random.below(600)) + random.one(&[" ", ", ", ". ", ""])
    })
}

/// Signs, opened and never closed, closed and never opened.
pub(super) fn signs(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let sign = random.one(&[
            "(", ")", "[", "]", "{", "}", "\"", "“", "”", "«", "»", "‘", "’", "'", "<", ">", "…",
            ".", "،", ",", ";", "؛", ":", "؟", "?!", "-", "—", "/", "\\", "&", "#", "%", "٪", "٫",
            "٬", "*", "_", "`", "|", "~",
        ]);
        sign.repeat(1 + random.below(5)) + random.one(&["", "", " ", "he", "قال", "5"])
    })
}

/// Ends of lines of all systems, wrapped and broken lines, tabs.
pub(super) fn lines(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let words = random.one(&[
            "Three men were killed in",
            "قتل ثلاثة رجال في",
            "the town.",
            "said",
            "   ",
            "",
        ]);
        let end = random.one(&[
            "\n", "\r\n", "\r", "\n\n", "\u{85}", "\u{2029}", "\u{B}", "\t", "\n  ", "\0\n",
        ]);
        format!("{words}{end}")
    })
}
