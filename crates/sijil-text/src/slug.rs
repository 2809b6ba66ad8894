//! Slugs: the last part of a story's address, in the script of its headline.

use crate::fold::{fold_light, is_arabic_mark, is_ignorable, lowercase};
use crate::lang::Lang;
use std::fmt;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A valid slug: letters and digits of any script in lower case, single hyphens between them.
///
/// 1 to 120 characters, at most 240 bytes, NFC. No vowel signs, tatweel or hidden characters, so
/// that one name has one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

const CHARS_MAX: usize = 120;

/// In UTF-8. A file name may have 255 bytes on common file systems, and a mirror of the site adds
/// an ending. Percent-encoded it is at most 720 characters of the address.
const BYTES_MAX: usize = 240;

/// Length after which a headline is cut, at the end of a word.
const HEADLINE_CHARS_MAX: usize = 80;

impl Slug {
    /// Takes `text`, percent-decoded, as it stands in an address.
    ///
    /// # Errors
    /// Says what is wrong with it; an address with a bad slug names no story.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > BYTES_MAX || text.chars().count() > CHARS_MAX {
            return Err(SlugError::TooLong);
        }
        if let Some(letter) = text.chars().find(|letter| !is_allowed(*letter)) {
            return Err(SlugError::Letter(letter));
        }
        if text.split('-').any(str::is_empty) {
            return Err(SlugError::Hyphens);
        }
        if !is_nfc(text) || lowercase(text) != text {
            return Err(SlugError::NotNormal);
        }
        Ok(Self(text.to_owned()))
    }

    /// The slug of a new story with this headline; `None` if no letter or digit is in it. Arabic
    /// stays Arabic, with its hamza as written; digits become 0-9; in English, é becomes e.
    #[must_use]
    pub fn from_headline(headline: &str, lang: Lang) -> Option<Self> {
        let normal: String = headline.nfkc().collect();
        let mut slug = String::new();
        for word in words(&normal) {
            let word = match lang {
                Lang::En if word.is_ascii() => word,
                Lang::En => without_latin_marks(&word),
                Lang::Ar => word,
            };
            let is_first = slug.is_empty();
            let joined: String = if is_first {
                word
            } else {
                format!("{slug}-{word}")
            };
            let fits = joined.chars().count() <= HEADLINE_CHARS_MAX && joined.len() <= BYTES_MAX;
            if !fits {
                if is_first {
                    slug = cut(&joined);
                }
                break;
            }
            slug = joined;
        }
        let slug: String = slug.nfc().collect();
        Self::parse(&slug).ok()
    }

    /// The slug as it stands in addresses, not percent-encoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words of a headline, in lower case; apostrophes and hidden characters do not end a word.
fn words(headline: &str) -> Vec<String> {
    let mut bare = String::with_capacity(headline.len());
    for letter in headline.chars() {
        let is_dropped = is_arabic_mark(letter)
            || is_ignorable(letter)
            || matches!(letter, '\'' | '’' | '‘' | '\u{02BC}'..='\u{02BF}');
        if is_dropped {
            continue;
        }
        match letter
            .to_digit(10)
            .or_else(|| arabic_digit(letter))
            .and_then(|digit| char::from_digit(digit, 10))
        {
            Some(digit) => bare.push(digit),
            None => bare.extend(letter.to_lowercase()),
        }
    }
    let bare: String = bare.nfc().collect();
    bare.split(|letter: char| letter == '-' || !is_allowed(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn arabic_digit(letter: char) -> Option<u32> {
    fold_light(letter.encode_utf8(&mut [0; 4]))
        .chars()
        .next()
        .and_then(|folded| folded.to_digit(10))
}

/// Folds the Latin letters of `word` and leaves a word in another script as it is.
fn without_latin_marks(word: &str) -> String {
    let has_latin = word
        .chars()
        .any(|letter| letter.is_ascii_alphabetic() || ('\u{00C0}'..='\u{024F}').contains(&letter));
    if has_latin {
        fold_light(word)
    } else {
        word.to_owned()
    }
}

/// A single word too long for a slug, cut to fit.
fn cut(word: &str) -> String {
    let mut kept = String::new();
    for letter in word.chars().take(HEADLINE_CHARS_MAX) {
        if kept.len() + letter.len_utf8() > BYTES_MAX {
            break;
        }
        kept.push(letter);
    }
    kept
}

fn is_allowed(letter: char) -> bool {
    letter == '-' || letter.is_alphanumeric() && !is_arabic_mark(letter) && !is_ignorable(letter)
}

/// Why a text is no slug.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlugError {
    /// Nothing in it.
    Empty,
    /// More than 120 characters or 240 bytes.
    TooLong,
    /// A character that slugs do not have.
    Letter(char),
    /// A hyphen at an end, or two in a row.
    Hyphens,
    /// Upper case, or not NFC.
    NotNormal,
}

impl fmt::Display for SlugError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("empty slug"),
            Self::TooLong => write!(
                formatter,
                "slug longer than {CHARS_MAX} characters or {BYTES_MAX} bytes"
            ),
            Self::Letter(letter) => write!(formatter, "character {letter:?} in slug"),
            Self::Hyphens => formatter.write_str("slug with a hyphen that joins nothing"),
            Self::NotNormal => formatter.write_str("slug not in lower case or not NFC"),
        }
    }
}

impl std::error::Error for SlugError {}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        Self::parse(&text)
    }
}

impl std::str::FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        Self::parse(text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(headline: &str, lang: Lang, expected: Option<&str>) {
        let slug = Slug::from_headline(headline, lang);
        assert_eq!(slug.as_ref().map(Slug::as_str), expected, "{headline}");
    }

    #[test]
    fn headlines_become_slugs_in_their_own_script() {
        check(
            "Truce in Hama: what we know",
            Lang::En,
            Some("truce-in-hama-what-we-know"),
        );
        check("The army’s U-turn", Lang::En, Some("the-armys-u-turn"));
        check("Café — Élysée", Lang::En, Some("cafe-elysee"));
        check(
            "اتفاقُ هدنةٍ في حمـــاة: أبرز البنود",
            Lang::Ar,
            Some("اتفاق-هدنة-في-حماة-أبرز-البنود"),
        );
        check("مقتل ٨٠٠ مدني", Lang::Ar, Some("مقتل-800-مدني"));
        check("\u{FEFB} للحرب", Lang::Ar, Some("لا-للحرب"));
        check("ما هي الـBBC؟", Lang::Ar, Some("ما-هي-الbbc"));
        check("!!! — ؟", Lang::En, None);
        check("", Lang::Ar, None);
    }

    #[test]
    fn long_headlines_are_cut_between_words() {
        let slug = Slug::from_headline(&"هدنة جديدة ".repeat(40), Lang::Ar)
            .map(String::from)
            .unwrap_or_default();
        assert!(
            slug.chars().count() <= HEADLINE_CHARS_MAX
                && (slug.ends_with("هدنة") || slug.ends_with("جديدة")),
            "{slug}"
        );
        assert!(Slug::from_headline(&"ا".repeat(500), Lang::Ar).is_some());
    }

    #[test]
    fn what_is_no_slug_is_refused() {
        for (text, error) in [
            ("", SlugError::Empty),
            ("a b", SlugError::Letter(' ')),
            ("a/b", SlugError::Letter('/')),
            ("a\u{202E}b", SlugError::Letter('\u{202E}')),
            ("مُحمد", SlugError::Letter('\u{064F}')),
            ("-a", SlugError::Hyphens),
            ("a--b", SlugError::Hyphens),
            ("Hama", SlugError::NotNormal),
        ] {
            assert_eq!(Slug::parse(text), Err(error), "{text}");
        }
        assert_eq!(Slug::parse(&"a".repeat(121)), Err(SlugError::TooLong));
        assert_eq!(Slug::parse(&"한".repeat(100)), Err(SlugError::TooLong));
    }

    proptest! {
        #[test]
        fn a_slug_made_is_a_slug_read(headline in "\\PC*", arabic in "[\u{600}-\u{6FF} a-zA-Z]*") {
            for headline in [&headline, &arabic] {
                for lang in Lang::ALL {
                    if let Some(slug) = Slug::from_headline(headline, lang) {
                        prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
                        prop_assert_eq!(Slug::from_headline(slug.as_str(), lang), Some(slug));
                    }
                }
            }
        }
    }
}
