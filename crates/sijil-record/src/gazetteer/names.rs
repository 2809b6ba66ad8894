//! How a place's name is spelt in the index, so that spellings of one name meet.

use sijil_text::fold;

/// `name` as the index spells it: folded, apostrophes and full stops off, one blank between words.
#[must_use]
pub fn key(name: &str) -> String {
    let mut spelt = String::with_capacity(name.len());
    for letter in fold(name).chars() {
        match letter {
            _ if letter.is_alphanumeric() => spelt.push(letter),
            _ if is_silent(letter) => {}
            _ if !spelt.is_empty() && !spelt.ends_with(' ') => spelt.push(' '),
            _ => {}
        }
    }
    while spelt.ends_with(' ') {
        spelt.pop();
    }
    spelt
}

/// Signs that stand within a name and carry no letter: `Sana'a`, `St.`.
pub(crate) const fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '´' | '.'
    )
}

/// The consonants of a Latin spelling of an Arabic name, so that Dayr az Zawr and Deir Ezzor meet.
///
/// `spelt` is a [`key`]. Articles fall, vowels fall but at a word's head, and letters that stand for
/// one Arabic letter become one. Empty when fewer than four letters stay: those say too little.
#[must_use]
pub fn skeleton(spelt: &str) -> String {
    let mut bones = String::new();
    for word in spelt.split(' ').filter(|word| !is_article(word)) {
        push_bones(&mut bones, without_fused_article(word));
    }
    if bones.len() < 4 {
        bones.clear();
    }
    bones
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ar"
            | "er"
            | "as"
            | "es"
            | "ash"
            | "ad"
            | "ed"
            | "az"
            | "ez"
            | "an"
            | "en"
            | "at"
            | "et"
    )
}

/// "ezzor" is the article and "zor": the article's letter has become that of the noun.
fn without_fused_article(word: &str) -> &str {
    let mut letters = word.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some('a' | 'e'), Some(one), Some(two)) if one == two && !is_vowel(one) => {
            word.get(1..).unwrap_or(word)
        }
        _ => word,
    }
}

fn push_bones(bones: &mut String, word: &str) {
    let mut letters = word.chars().peekable();
    let mut last = None;
    let mut is_first = true;
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let bone = match (letter, next) {
            ('k', Some('h')) => Some('x'),
            ('s', Some('h')) | ('c', Some('h')) => Some('c'),
            ('g', Some('h')) => Some('g'),
            ('t' | 'd', Some('h')) => Some(letter),
            ('h', None) => None,
            ('q' | 'c', _) => Some('k'),
            ('v', _) => Some('f'),
            ('p', _) => Some('b'),
            _ if is_vowel(letter) => is_first.then_some('a'),
            _ => Some(letter),
        };
        if matches!(
            (letter, next),
            ('k' | 's' | 'c' | 'g' | 't' | 'd', Some('h'))
        ) {
            letters.next();
        }
        is_first = false;
        if bone.is_some() && bone != last {
            bones.extend(bone);
        }
        // A vowel between two equal letters keeps both: "Homs" is no "Hmms".
        last = bone;
    }
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (name, spelt) in [
            ("Ḩamāh", "hamah"),
            ("Sana’a", "sanaa"),
            ("St. Louis", "st louis"),
            ("Deir ez-Zor", "deir ez zor"),
            ("الرقّة", "الرقه"),
            (" (A) ", "a"),
            ("", ""),
        ] {
            assert_eq!(key(name), spelt, "{name}");
        }
    }

    #[test]
    fn spellings_of_an_arabic_name_have_one_skeleton() {
        for (one, other) in [
            ("Dayr az Zawr", "Deir Ezzor"),
            ("Al Qamishli", "Kamishly"),
            ("Markadah", "Markadeh"),
            ("Idlib", "Edleb"),
        ] {
            assert_eq!(skeleton(&key(one)), skeleton(&key(other)), "{one}");
            assert_ne!(skeleton(&key(one)), "");
        }
        assert_eq!(skeleton("aa"), "");
    }
}
