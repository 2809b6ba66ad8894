//! Texts as rules see them: folded, so that a haraka, a tatweel or a letter written five times hides
//! no word, and with the little words that Arabic writes together with the next.

use sha2::{Digest, Sha256};
use sijil_text::{fold, fold_light};

/// What Arabic attaches to the beginning of a word: and, so, by, like, for, the, and for-the.
const ATTACHED: [&str; 7] = ["و", "ف", "ب", "ك", "ل", "ال", "لل"];
/// As many of them as stand before one word: `وبال`, `فكال`.
const ATTACHED_MAX: usize = 3;
/// Letters and digits from which on two equal texts are no accident.
const SHAPE_CHARS_MIN: usize = 15;

/// A text whose words can be looked for.
pub(super) struct Words {
    /// Each as it is, and with letters that stand three times or more reduced to one.
    words: Vec<(String, String)>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        Self {
            words: words
                .map(|word| (word.to_owned(), squeezed(word)))
                .collect(),
        }
    }

    /// Whether a word, or several in a row, stand in the text. `pattern` is [`pattern`]'s.
    pub(super) fn hold(&self, pattern: &str) -> bool {
        let wanted: Vec<&str> = pattern.split(' ').collect();
        let Some((first, others)) = wanted.split_first() else {
            return false;
        };
        self.words.windows(wanted.len()).any(|found| {
            let Some((head, tail)) = found.split_first() else {
                return false;
            };
            let is_same = |(found, wanted): (&(String, String), &&str)| {
                found.0 == **wanted || found.1 == **wanted
            };
            let begins =
                is_word(&head.0, first, ATTACHED_MAX) || is_word(&head.1, first, ATTACHED_MAX);
            begins && tail.iter().zip(others).all(is_same)
        })
    }
}

/// How a word or phrase of a rule is kept; empty when it has no letter.
pub(super) fn pattern(typed: &str) -> String {
    let folded = fold(typed);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_word(found: &str, wanted: &str, attached: usize) -> bool {
    found == wanted
        || attached > 0
            && ATTACHED.iter().any(|prefix| {
                let rest = found.strip_prefix(prefix);
                rest.is_some_and(|rest| is_word(rest, wanted, attached - 1))
            })
}

/// With letters that stand three times or more in a row reduced to one.
fn squeezed(word: &str) -> String {
    let mut short = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut times = 1;
        while letters.next_if_eq(&letter).is_some() {
            times += 1;
        }
        short.push(letter);
        if times == 2 {
            short.push(letter);
        }
    }
    short
}

/// The hosts of the addresses in a text, small, each once, in their order; with `http` or without.
pub(super) fn hosts(text: &str) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    let folded = fold_light(text);
    let ends = |c: char| c.is_whitespace() || "<>\"'()[]،؛,;".contains(c);
    for word in folded.split(ends).filter(|word| word.contains('.')) {
        let after = word.split_once("://").map_or(word, |(_, after)| after);
        let host = after.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        let host = host.trim_matches('.').trim_start_matches("www.");
        if is_host(host) && !hosts.iter().any(|other| other == host) {
            hosts.push(host.to_owned());
        }
    }
    hosts
}

fn is_host(text: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some((name, end)) = text.rsplit_once('.') else {
        return false;
    };
    // `1.5` and `J.R.` are none.
    let has_end = end.chars().count() >= 2 && end.chars().all(char::is_alphabetic);
    has_end && name.split('.').all(is_label) && name.chars().count() >= 2
}

/// Whether a host is another, or lies below it.
pub(super) fn is_under(host: &str, of: &str) -> bool {
    host == of
        || host
            .strip_suffix(of)
            .is_some_and(|rest| rest.ends_with('.'))
}

/// What texts have in common that differ only in spelling, numbers, signs and addresses; 0 for one
/// too short to tell.
pub(super) fn shape(text: &str) -> i64 {
    let without_links = text.split_whitespace().filter(|word| !word.contains("://"));
    let letters: String = without_links
        .flat_map(|word| fold(word).chars().collect::<Vec<_>>())
        .filter(|letter| letter.is_alphanumeric())
        .map(|letter| if letter.is_numeric() { '0' } else { letter })
        .collect();
    if letters.chars().count() < SHAPE_CHARS_MIN {
        return 0;
    }
    let hash = Sha256::digest(letters.as_bytes());
    let first = hash.first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_dressed() {
        for (text, word) in [
            ("هذا أحمق", "احمق"),
            ("هذا أَحْمَق", "أحمق"),
            ("أحـــمـق!", "أحمق"),
            ("يا للأحمق", "أحمق"),
            ("والأحمق قال", "أحمق"),
            ("فبالأحمق", "أحمق"),
            ("احمققققق", "أحمق"),
            ("Stupid!!!", "stupid"),
            ("STUUUUPID", "stupid"),
            ("ابن المدينة", "مدينه"),
            ("قال ابن الكلب ذلك", "ابن الكلب"),
            ("وابن الكلب", "ابن الكلب"),
        ] {
            assert!(Words::of(text).hold(&pattern(word)), "{word} in {text}");
        }
    }

    #[test]
    fn a_word_within_another_is_not_found() {
        for (text, word) in [
            ("classic", "ass"),
            ("محمقا", "أحمق"),
            ("ابن عم الكلب", "ابن الكلب"),
            ("", "أحمق"),
        ] {
            assert!(!Words::of(text).hold(&pattern(word)), "{word} in {text}");
        }
    }

    #[test]
    fn hosts_are_found_with_and_without_their_scheme() {
        let text = "see https://user@WWW.Spam.example:80/a?b or bad.example/x, cheap.shop. 1.5 km, J.R. a.b";
        assert_eq!(hosts(text), ["spam.example", "bad.example", "cheap.shop"]);
        assert!(is_under("a.spam.example", "spam.example"));
        assert!(!is_under("notspam.example", "spam.example"));
    }

    #[test]
    fn texts_with_other_numbers_and_signs_have_one_shape() {
        let one = shape("اربح المال الآن! اتصل 0791234567 https://a.example/1");
        assert_eq!(
            one,
            shape("إربح المـال الان، اتصل ٠٧٩٩٩٩٩٩٩٩ https://b.example/2")
        );
        assert_ne!(one, shape("لا أحد يربح المال هكذا في الحياة"));
        assert_eq!(shape("شكرا لكم"), 0);
    }
}
