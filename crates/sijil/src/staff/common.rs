//! Passwords that everybody tries first: refused when one is chosen, without asking anybody's server.
//!
//! A password is taken apart into words of the list, runs along a keyboard or an alphabet, and the
//! rest. What it takes to guess it is counted in points, a rough scale of our own: the list's first
//! word and a run are free.

use std::collections::HashSet;
use std::sync::OnceLock;

use sijil_text::lowercase;

/// The list; where it comes from is written beside it.
const COMMON: &str = include_str!("../../assets/passwords/common.txt");
/// What people here choose, of which that list knows little.
const HERE: &str = "allah ahmed ahmad ali damascus damas dimashq aleppo halab homs hama idlib raqqa deraa \
    habibi habibti hassan hussein ibrahim khaled mohammad mohammed muhammad mustafa omar sham souria \
    surya syria syrian yarab beirut amman newsroom editor reporter journalist \
    الله محمد أحمد احمد علي عمر حسن حسين خالد إبراهيم ابراهيم مصطفى دمشق الشام حلب حمص حماة إدلب ادلب الرقة درعا \
    سوريا سورية حبيبي حبيبتي يارب السر كلمة المرور الجريدة صحفي محرر";
/// Rows of keyboards and alphabets; runs go along them in either direction.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "azertyuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
];
/// Shortest run that counts as one.
const RUN: usize = 4;
/// Letters of the shortest word.
const WORD: usize = 4;
/// Points of each further word; of a letter and of another sign that belong to nothing.
const WORD_POINTS: usize = 6;
const LETTER_POINTS: usize = 2;
/// What a password must have.
const POINTS_MIN: usize = 12;

/// Whether a password is little more than what everybody tries first, or than one of the owner's own
/// words: login, name, the paper's address.
pub(super) fn is_common(password: &str, own: &[&str]) -> bool {
    let text = lowercase(password);
    if list().contains(text.as_str()) {
        return true;
    }
    let text = without_repeats(&without_runs(&without_own(text, own)));
    let as_letters: String = text.chars().map(unleet).collect();
    points(&text).min(points(&as_letters)) < POINTS_MIN
}

/// The text without what others know of its owner.
fn without_own(mut text: String, own: &[&str]) -> String {
    for known in own {
        let known = lowercase(known);
        let words = known.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| word.chars().count() >= WORD) {
            text = text.replace(word, " ");
        }
    }
    text
}

fn points(text: &str) -> usize {
    let (mut points, mut seen) = (0, HashSet::new());
    for word in letters(text) {
        if seen.contains(&word) {
            continue;
        }
        if list().contains(word.as_str()) {
            points += if seen.is_empty() { 0 } else { WORD_POINTS };
            seen.insert(word);
        } else {
            points += LETTER_POINTS * word.chars().count();
        }
    }
    let short = text.split(|c: char| !c.is_alphabetic());
    let short = short.filter(|piece| piece.chars().count() < WORD);
    let of_short: usize = short
        .map(|piece| LETTER_POINTS * piece.chars().count())
        .sum();
    let signs = text.chars().filter(|c| !c.is_alphabetic() && *c != ' ');
    points + of_short + signs.count()
}

/// The words of a text.
fn letters(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !c.is_alphabetic());
    let words = pieces.filter(|piece| piece.chars().count() >= WORD);
    words.map(str::to_owned).collect()
}

/// The text without its runs, longest first.
fn without_runs(text: &str) -> String {
    let mut left = text.to_owned();
    for length in (RUN..=text.chars().count()).rev() {
        for run in runs(length) {
            left = left.replace(&run, " ");
        }
    }
    left.trim().to_owned()
}

/// All runs of a length.
fn runs(length: usize) -> Vec<String> {
    let mut found = Vec::new();
    for row in ROWS {
        for run in row.chars().collect::<Vec<_>>().windows(length) {
            found.push(run.iter().collect());
            found.push(run.iter().rev().collect());
        }
    }
    found
}

/// Each sign once where it stands three times and more in a row, and a text that repeats itself once.
fn without_repeats(text: &str) -> String {
    let mut out: Vec<char> = Vec::new();
    for c in text.chars() {
        let is_third = out.iter().rev().take(2).filter(|last| **last == c).count() == 2;
        if !is_third {
            out.push(c);
        }
    }
    for unit in 1..=out.len() / 2 {
        let is_whole = out.len().is_multiple_of(unit);
        if is_whole && out.chunks(unit).all(|chunk| out.starts_with(chunk)) {
            out.truncate(unit);
            break;
        }
    }
    out.into_iter().collect()
}

fn unleet(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

fn list() -> &'static HashSet<&'static str> {
    static LIST: OnceLock<HashSet<&'static str>> = OnceLock::new();
    LIST.get_or_init(|| COMMON.lines().chain(HERE.split_whitespace()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_is_refused_and_a_sentence_is_not() {
        let own = ["layla.k", "Layla Khoury", "valleypost.example"];
        for bad in [
            "passwordpassword",
            "Password2024!!",
            "P@ssw0rd1234",
            "qwertyuiop12",
            "1qaz2wsx3edc",
            "aaaaaaaaaaaaaa",
            "123456789012345",
            "abcabcabcabc",
            "layla.khoury2026",
            "valleypost2026",
            "superman batman",
            "محمد1234567890",
            "كلمة السر 2026",
            "football!!!!!!",
        ] {
            assert!(is_common(bad, &own), "{bad}");
        }
        for good in [
            "correct horse battery",
            "x7k2m9q4w8r5",
            "the bridge opens at noon",
            "الجسر يفتح عند الظهر",
            "مفتاح أزرق تحت الوسادة",
            "tr4in-l4mp-v1olet",
        ] {
            assert!(!is_common(good, &own), "{good}");
        }
    }
}
