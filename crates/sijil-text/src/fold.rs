//! The folding table: which spellings of a word count as the same.
//!
//! Two strengths. The light one is for exact search, names and comparisons; the full one, which
//! also merges the disputed letters (ta marbuta with ha, hamza carriers), feeds the stemmer.

use unicode_normalization::{IsNormalized, UnicodeNormalization, char, is_nfkc_quick};

/// Folds `text` lightly: NFKC, lower case, Latin marks, Arabic vowel signs and tatweel off, all
/// digits to 0-9, the alefs to one, ى and ی to ي, ک to ك. Folding twice changes nothing more.
#[must_use]
pub fn fold_light(text: &str) -> String {
    fold_with(text, light)
}

/// Folds `text` for stemming: as [`fold_light`], and ة to ه, ؤ to و, ئ to ي.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_with(text, full)
}

/// Lower case of `text`, letter by letter. Changes nothing else; for matching use [`fold_light`].
#[must_use]
pub fn lowercase(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Signs of the Arabic script that are not letters: vowel signs, hamza and madda above or below
/// that stayed alone, the small alef, Koranic signs, tatweel.
pub(crate) const fn is_arabic_mark(letter: char) -> bool {
    matches!(letter,
        '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{0655}' | '\u{0656}'..='\u{065F}'
        | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}')
}

/// Characters that show nothing and carry no letter: joiners, direction marks, soft hyphen.
pub(crate) const fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Passes needed at most: dropping a mark can bring two characters together that compose.
const PASSES_MAX: usize = 4;

fn fold_with(text: &str, letter: fn(char) -> char) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    if text.chars().all(is_plain) {
        let kept = text.chars().filter(|part| !is_arabic_mark(*part));
        return kept.map(|part| letter(part.to_ascii_lowercase())).collect();
    }
    let mut folded = one_pass(text, letter);
    for _ in 1..PASSES_MAX {
        if is_nfkc_quick(folded.chars()) == IsNormalized::Yes {
            break;
        }
        folded = one_pass(&folded, letter);
    }
    folded
}

/// Letters that neither compose nor decompose, whatever stands beside them: ASCII, and what Arabic, Persian
/// and Kurdish are commonly written with. Most Arabic words need no more, and folding them costs a tenth.
const fn is_plain(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter,
            '\u{0621}'..='\u{063A}' | '\u{0640}'..='\u{0652}' | '\u{0660}'..='\u{0669}'
            | '\u{06F0}'..='\u{06F9}' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | '،' | '؛' | '؟')
}

fn one_pass(text: &str, letter: fn(char) -> char) -> String {
    let mut folded = String::with_capacity(text.len());
    for composed in text.nfkc().flat_map(char::to_lowercase) {
        if is_latin_with_marks(composed) {
            char::decompose_canonical(composed, |part| push(&mut folded, part, letter));
        } else {
            push(&mut folded, composed, letter);
        }
    }
    folded
}

fn push(folded: &mut String, part: char, letter: fn(char) -> char) {
    let is_dropped = is_latin_mark(part) || is_arabic_mark(part) || is_ignorable(part);
    if !is_dropped {
        folded.push(letter(part));
    }
}

const fn is_latin_with_marks(letter: char) -> bool {
    matches!(letter, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}')
}

const fn is_latin_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}')
}

const fn light(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        '٠' | '۰' => '0',
        '١' | '۱' => '1',
        '٢' | '۲' => '2',
        '٣' | '۳' => '3',
        '٤' | '۴' => '4',
        '٥' | '۵' => '5',
        '٦' | '۶' => '6',
        '٧' | '۷' => '7',
        '٨' | '۸' => '8',
        '٩' | '۹' => '9',
        _ => letter,
    }
}

const fn full(letter: char) -> char {
    match light(letter) {
        'ة' => 'ه',
        'ؤ' => 'و',
        'ئ' => 'ي',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_meet() {
        for (typed, light, full) in [
            ("أحمد", "احمد", "احمد"),
            ("ا\u{0654}حمد", "احمد", "احمد"), // decomposed hamza
            ("القُرْآن", "القران", "القران"),
            ("مدرسة", "مدرسة", "مدرسه"),
            ("مسؤول", "مسؤول", "مسوول"),
            ("رئيس", "رئيس", "رييس"),
            ("على", "علي", "علي"),
            ("ســلام", "سلام", "سلام"),
            ("\u{FEFB}", "لا", "لا"), // presentation form of lam-alef
            ("کردی", "كردي", "كردي"),
            ("٢٠٢٦ ۲۰۲۶", "2026 2026", "2026 2026"),
            ("Ḥamāh CAFÉ", "hamah cafe", "hamah cafe"),
            ("Idlib", "idlib", "idlib"),
            ("й", "й", "й"), // only Latin loses its marks
        ] {
            assert_eq!(fold_light(typed), light, "{typed}");
            assert_eq!(fold(typed), full, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn plain_words_fold_as_all_others(text in "[ء-ي\u{640}-\u{652}A-Za-z٠-٩۰-۹پچژگکی،؛؟ ]*") {
            let slowly = |letter| {
                let mut folded = String::new();
                for part in text.nfkc().flat_map(char::to_lowercase) {
                    push(&mut folded, part, letter);
                }
                folded
            };
            prop_assert_eq!(fold(&text), slowly(full));
            prop_assert_eq!(fold_light(&text), slowly(light));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*", arabic in "[\u{600}-\u{6FF}a-zÀ-ɏ\u{300}-\u{36F} ]*") {
            for text in [&text, &arabic] {
                prop_assert_eq!(fold(&fold(text)), fold(text));
                prop_assert_eq!(fold_light(&fold_light(text)), fold_light(text));
            }
        }
    }
}
