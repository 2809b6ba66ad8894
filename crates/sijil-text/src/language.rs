//! Guessing the language of a text.
//!
//! Letters that only one language writes decide first; the statistics of `whatlang` serve what is
//! left, among the languages the newsroom meets. No library knows the Kurdish ones.

use crate::fold::lowercase;
use crate::lang::Lang;
use std::collections::HashMap;
use whatlang::Detector;

/// A language that stories and comments come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
    /// Persian.
    Fa,
    /// Urdu.
    Ur,
    /// Central Kurdish (Sorani), in Arabic letters.
    Ckb,
    /// Northern Kurdish (Kurmanji), in Latin letters.
    Kmr,
    /// Turkish.
    Tr,
    /// French.
    Fr,
    /// Surely none of these.
    Other,
}

impl Language {
    /// The site's language for text in this one, if it publishes in it.
    #[must_use]
    pub const fn site(self) -> Option<Lang> {
        match self {
            Self::Ar => Some(Lang::Ar),
            Self::En => Some(Lang::En),
            Self::Fa | Self::Ur | Self::Ckb | Self::Kmr | Self::Tr | Self::Fr | Self::Other => None,
        }
    }

    /// The BCP 47 code; `und` for [`Language::Other`].
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
            Self::Fa => "fa",
            Self::Ur => "ur",
            Self::Ckb => "ckb",
            Self::Kmr => "kmr",
            Self::Tr => "tr",
            Self::Fr => "fr",
            Self::Other => "und",
        }
    }
}

/// Letters a paragraph must have before its language is guessed; below, guesses are coin tosses.
const LETTERS_MIN: usize = 20;

/// The language most of `text` is in, each line weighing as many votes as it has letters.
/// `None` when it is too short or too mixed to tell.
#[must_use]
pub fn detect(text: &str) -> Option<Language> {
    let mut votes: HashMap<Language, usize> = HashMap::new();
    for paragraph in text.lines() {
        if let Some(language) = detect_paragraph(paragraph) {
            *votes.entry(language).or_default() += letters_in(paragraph);
        }
    }
    let total: usize = votes.values().sum();
    if total == 0 {
        return detect_paragraph(text);
    }
    let winner = votes
        .into_iter()
        .max_by_key(|(language, letters)| (*letters, *language));
    winner
        .filter(|(_, letters)| letters * 2 > total)
        .map(|(language, _)| language)
}

fn letters_in(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphabetic()).count()
}

fn detect_paragraph(text: &str) -> Option<Language> {
    let letters = letters_in(text);
    if letters < LETTERS_MIN {
        return None;
    }
    let arabic = count(
        text,
        |letter| matches!(letter, '\u{0620}'..='\u{06D3}' | '\u{06D5}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    );
    let latin = count(
        text,
        |letter| matches!(letter, 'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{024F}'),
    );
    if arabic * 2 > letters {
        in_arabic_script(text, arabic)
    } else if latin * 2 > letters {
        in_latin_script(text, latin)
    } else if (arabic + latin) * 2 < letters {
        Some(Language::Other)
    } else {
        None
    }
}

fn count(text: &str, is_counted: impl Fn(char) -> bool) -> usize {
    text.chars().filter(|letter| is_counted(*letter)).count()
}

/// A share of letters, in thousandths, above which they decide: one foreign name in an Arabic
/// sentence stays below, ordinary text of the language is far above.
const DECIDING_PER_MILLE: usize = 25;

fn decides(found: usize, letters: usize) -> bool {
    found * 1000 >= letters * DECIDING_PER_MILLE
}

fn in_arabic_script(text: &str, letters: usize) -> Option<Language> {
    let sorani = count(text, |letter| {
        matches!(letter, 'ۆ' | 'ێ' | 'ڕ' | 'ڵ' | 'ڤ' | 'ە')
    });
    let urdu = count(text, |letter| {
        matches!(letter, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ھ' | 'ہ')
    });
    let persian = count(text, |letter| {
        matches!(letter, 'گ' | 'چ' | 'پ' | 'ژ' | 'ی' | 'ک')
    });
    let arabic = count(text, |letter| {
        matches!(letter, 'ة' | 'ى' | 'إ' | 'أ' | 'ي' | 'ك')
    });
    if decides(sorani, letters) {
        Some(Language::Ckb)
    } else if decides(urdu, letters) {
        Some(Language::Ur)
    } else if decides(persian, letters) && persian > arabic {
        Some(Language::Fa)
    } else {
        let allowed = vec![
            whatlang::Lang::Ara,
            whatlang::Lang::Pes,
            whatlang::Lang::Urd,
        ];
        match Detector::with_allowlist(allowed).detect(text) {
            Some(info)
                if info.is_reliable() && info.lang() == whatlang::Lang::Pes && arabic < persian =>
            {
                Some(Language::Fa)
            }
            _ => Some(Language::Ar),
        }
    }
}

/// Small words of Kurmanji that Turkish and French do not have.
const KURMANJI_WORDS: [&str; 14] = [
    "ji", "ku", "bi", "xwe", "jî", "û", "ew", "bû", "di", "kir", "hat", "ên", "yên", "dike",
];

/// Small words of Kurmanji that a paragraph must hold: one alone can be a name.
const KURMANJI_WORDS_MIN: usize = 2;

fn in_latin_script(text: &str, letters: usize) -> Option<Language> {
    let lower = lowercase(text);
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphabetic())
        .collect();
    let kurmanji_words = KURMANJI_WORDS
        .iter()
        .filter(|word| words.contains(word))
        .count();
    let kurmanji = count(&lower, |letter| matches!(letter, 'ê' | 'î' | 'û'));
    let turkish = count(&lower, |letter| matches!(letter, 'ı' | 'ğ' | 'ö' | 'ü'));
    if decides(kurmanji, letters) && kurmanji_words >= KURMANJI_WORDS_MIN {
        return Some(Language::Kmr);
    }
    if decides(turkish, letters) && lower.contains(['ı', 'ğ']) {
        return Some(Language::Tr);
    }
    let info =
        Detector::with_allowlist(LATIN.iter().map(|(known, _)| *known).collect()).detect(text)?;
    let language = LATIN
        .iter()
        .find(|(known, _)| *known == info.lang())
        .map(|(_, language)| *language);
    language.filter(|language| {
        info.is_reliable() || *language == Language::En && has_english_words(&words)
    })
}

/// Languages in Latin letters to choose among. The neighbours are there so that a German text is
/// not called English for want of a better name.
const LATIN: [(whatlang::Lang, Language); 9] = [
    (whatlang::Lang::Eng, Language::En),
    (whatlang::Lang::Fra, Language::Fr),
    (whatlang::Lang::Tur, Language::Tr),
    (whatlang::Lang::Deu, Language::Other),
    (whatlang::Lang::Spa, Language::Other),
    (whatlang::Lang::Ita, Language::Other),
    (whatlang::Lang::Por, Language::Other),
    (whatlang::Lang::Nld, Language::Other),
    (whatlang::Lang::Swe, Language::Other),
];

fn has_english_words(words: &[&str]) -> bool {
    ["the", "of", "and", "to", "in", "that"]
        .iter()
        .filter(|word| words.contains(word))
        .count()
        >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Language>) {
        assert_eq!(detect(text), expected, "{text}");
    }

    #[test]
    fn sentences_of_a_newsroom_are_told_apart() {
        check(
            "قالت مصادر محلية إن القصف استهدف السوق في وسط المدينة صباح اليوم",
            Some(Language::Ar),
        );
        check(
            "Local sources said the shelling hit the market in the centre of the town",
            Some(Language::En),
        );
        check(
            "منابع محلی گفتند که گلوله‌باران بازار مرکز شهر را هدف قرار داد",
            Some(Language::Fa),
        );
        check(
            "مقامی ذرائع نے بتایا کہ گولہ باری سے شہر کے بازار کو نشانہ بنایا گیا",
            Some(Language::Ur),
        );
        check(
            "سەرچاوە ناوخۆییەکان وتیان تۆپبارانەکە بازاڕی ناوەڕاستی شارەکەی کردە ئامانج",
            Some(Language::Ckb),
        );
        check(
            "Çavkaniyên herêmî gotin ku topbaran li sûka navenda bajêr xist û ji ber wê gelek kes birîndar bûn",
            Some(Language::Kmr),
        );
        check(
            "Yerel kaynaklar bombardımanın şehir merkezindeki pazarı hedef aldığını söyledi",
            Some(Language::Tr),
        );
        check(
            "Des sources locales ont déclaré que les tirs ont visé le marché du centre de la ville",
            Some(Language::Fr),
        );
        check(
            "Местные источники сообщили, что обстрел пришёлся на рынок в центре города",
            Some(Language::Other),
        );
    }

    #[test]
    fn short_text_is_not_guessed() {
        for text in ["", "حلب", "Aleppo", "2026", "!!! ... ###"] {
            check(text, None);
        }
    }

    #[test]
    fn the_longer_paragraphs_decide() {
        check(
            "Reuters and other agencies reported it first\nقالت مصادر محلية إن القصف استهدف السوق في وسط المدينة صباح اليوم وأوقع عشرات الجرحى بين المدنيين",
            Some(Language::Ar),
        );
    }

    #[test]
    fn only_the_sites_languages_are_published() {
        assert_eq!(Language::Ar.site(), Some(Lang::Ar));
        assert_eq!(Language::Fa.site(), None);
    }
}
