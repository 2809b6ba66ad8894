//! Counting words as people do, for the length of a story.

/// How many words a text has: what stands between white space and holds a letter or a digit.
///
/// In Arabic a conjunction or preposition that is written together with its word is one word with it,
/// as newsrooms and word processors count; tatweel, dashes and other signs alone are none.
#[must_use]
pub fn word_count(text: &str) -> usize {
    let is_word = |word: &&str| word.chars().any(|c| c.is_alphanumeric() && c != '\u{640}');
    text.split_whitespace().filter(is_word).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_alike_in_both_languages() {
        for (text, wanted) in [
            ("", 0),
            ("  – … ـــ ", 0),
            ("Water is back", 3),
            ("It's 3,500 people – U.S. says", 5),
            ("عادت المياهُ إلى الحيّ", 4),
            ("وقال: «بالماء وحده»، لا غير", 5),
            ("في ٢٠٢٦\nو 3.5 ٪", 4),
            ("ال\u{640}\u{640}ماء", 1),
        ] {
            assert_eq!(word_count(text), wanted, "{text}");
        }
    }
}
