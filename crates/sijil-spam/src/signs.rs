//! The named features: what is counted of a comment beside its words.

use crate::clean::Clean;
use crate::phrases;
use crate::sample::{NameRecord, Place, Sample, Trap};

/// Declares [`Sign`] with each sign's name for reasons and its weight before anything is learned.
macro_rules! signs {
    ($($(#[$doc:meta])* $sign:ident = $prior:literal,)*) => {
        /// A named feature of a comment.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Sign {
            $($(#[$doc])* $sign,)*
        }

        impl Sign {
            /// All of them, in the order in which their weights are stored.
            pub const ALL: &[Self] = &[$(Self::$sign),*];
        }

        /// Weights before anything is learned, in the order of [`Sign::ALL`].
        pub(crate) const PRIORS: &[f32] = &[$($prior),*];
    };
}

// The priors were chosen by hand, so that one sign alone is not held and three together are; the
// first few decisions of a newsroom outweigh them.
signs! {
    /// Stands in every comment: how rare spam is.
    Always = -2.0,
    /// Web addresses, more of them more.
    Links = 1.0,
    /// An address that hides where it leads, or leads to a messenger.
    Shortener = 1.2,
    /// An address written out: `example dot com`.
    SpeltAddress = 1.0,
    /// A mail address.
    MailAddress = 0.8,
    /// A telephone number.
    Telephone = 1.0,
    /// The name of a messenger.
    Messenger = 0.7,
    /// `@someone`.
    Handle = 0.2,
    /// Calls to follow, visit or watch the writer's own pages.
    OwnPages = 1.5,
    /// Promises of money.
    EasyMoney = 1.5,
    /// Wares and services.
    Wares = 1.2,
    /// Appeals that are posted everywhere.
    Appeals = 1.0,
    /// Mostly capital letters.
    Capitals = 0.3,
    /// Exclamation marks in a row.
    Shouting = 0.2,
    /// Sums of money.
    Sums = 0.3,
    /// Letters of two scripts in one word.
    MixedWord = 1.0,
    /// Invisible characters between letters.
    HiddenLetters = 0.8,
    /// HTML or forum markup.
    Markup = 1.0,
    /// The same words again and again.
    Repetition = 0.3,
    /// Three words or fewer.
    Short = 0.0,
    /// Longer than most, growing with length.
    Long = 0.0,
    /// An address whose host stands in earlier spam.
    KnownSpamHost = 2.0,
    /// Like a text that was held lately.
    LikeHeld = 2.0,
    /// Under another comment.
    Reply = -0.3,
    /// Sent faster than a person writes.
    Hasty = 1.0,
    /// The field that people do not see was filled in.
    TrapFilled = 1.5,
    /// The site is busy.
    Busy = 0.3,
    /// Spam came under this name before.
    SpammerName = 1.5,
}

/// How the ends of addresses are written to get past filters.
const SPELT: &[&str] = &[
    " dot com",
    "(dot)",
    "[dot]",
    " دوت كوم",
    "[.]",
    "(.)",
    ". com",
    " .com",
    ". net",
    " .net",
    ". org",
    " .org",
];
/// A form sent sooner was not filled in by hand.
const HASTY_S: u32 = 5;

/// The signs of a comment with their strengths, in order; absent ones are left out.
pub(crate) fn signs(sample: &Sample<'_>, clean: &Clean) -> Vec<(Sign, f32)> {
    let mut found = vec![(Sign::Always, 1.0)];
    let mut add = |sign, strength: f32| {
        if strength > 0.0 {
            found.push((sign, strength));
        }
    };
    for (sign, strength) in of_addresses(sample.text, clean) {
        add(sign, strength);
    }
    for (sign, strength) in of_wording(&clean.text) {
        add(sign, strength);
    }
    for (sign, strength) in of_letters(sample.text) {
        add(sign, strength);
    }
    for (sign, strength) in of_signals(sample) {
        add(sign, strength);
    }
    found
}

fn of_addresses(text: &str, clean: &Clean) -> [(Sign, f32); 6] {
    let is_shortener = |host: &String| phrases::SHORTENERS.contains(&host.as_str());
    let folded = &clean.text;
    let is_spelt = SPELT.iter().any(|spelling| folded.contains(spelling));
    let words = || folded.split(' ');
    let has_mail = words().any(|word| {
        let (name, host) = word.split_once('@').unwrap_or_default();
        !name.is_empty() && host.contains('.')
    });
    let has_handle = words().any(|word| word.len() > 2 && word.starts_with('@'));
    let has_markup = ["<a ", "[url", "href=", "[link"]
        .iter()
        .any(|mark| text.contains(mark));
    [
        (Sign::Links, log_count(clean.hosts.len())),
        (
            Sign::Shortener,
            one_if(clean.hosts.iter().any(is_shortener)),
        ),
        (Sign::SpeltAddress, one_if(is_spelt)),
        (Sign::MailAddress, one_if(has_mail)),
        (Sign::Handle, one_if(has_handle)),
        (Sign::Markup, one_if(has_markup)),
    ]
}

fn of_wording(folded: &str) -> [(Sign, f32); 9] {
    let starts = starts(folded);
    let hits = |list| hits(&starts, list);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let mut distinct = words.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let is_repetitive = words.len() >= 8 && distinct.len() * 2 < words.len();
    let has_sum = ["$", "€", "£", "usd", "دولار"]
        .iter()
        .any(|mark| folded.contains(mark));
    [
        (Sign::OwnPages, hits(phrases::OWN_PAGES)),
        (Sign::EasyMoney, hits(phrases::EASY_MONEY)),
        (Sign::Wares, hits(phrases::WARES)),
        (Sign::Appeals, hits(phrases::APPEALS)),
        (Sign::Messenger, hits(phrases::MESSENGERS)),
        (Sign::Sums, one_if(has_sum)),
        (Sign::Repetition, one_if(is_repetitive)),
        (Sign::Short, one_if(words.len() <= 3)),
        (
            Sign::Long,
            (log_count(words.len()) - log_count(20)).max(0.0),
        ),
    ]
}

fn of_letters(text: &str) -> [(Sign, f32); 5] {
    let (mut small, mut capital) = (0_usize, 0_usize);
    for letter in text.chars() {
        small += usize::from(letter.is_lowercase());
        capital += usize::from(letter.is_uppercase());
    }
    let is_loud = capital >= 8 && capital > small;
    let has_hidden = text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(before, letter)| before.is_alphabetic() && is_invisible(letter))
        && text.trim_end_matches(is_invisible).contains(is_invisible);
    [
        (Sign::Capitals, one_if(is_loud)),
        (Sign::Shouting, one_if(text.contains("!!"))),
        (Sign::HiddenLetters, one_if(has_hidden)),
        (
            Sign::MixedWord,
            one_if(text.split_whitespace().any(is_mixed)),
        ),
        (Sign::Telephone, one_if(has_telephone(text))),
    ]
}

fn of_signals(sample: &Sample<'_>) -> [(Sign, f32); 7] {
    let signals = &sample.signals;
    let hosts = usize::try_from(signals.known_spam_hosts).unwrap_or(usize::MAX);
    let is_hasty = signals.form_age_s.is_some_and(|age| age < HASTY_S);
    let likeness = if signals.held_likeness.is_finite() {
        signals.held_likeness.clamp(0.0, 1.0)
    } else {
        0.0
    };
    [
        (Sign::KnownSpamHost, log_count(hosts)),
        (Sign::LikeHeld, likeness),
        (Sign::Reply, one_if(signals.place == Place::Reply)),
        (Sign::Hasty, one_if(is_hasty)),
        (Sign::TrapFilled, one_if(signals.trap == Trap::Filled)),
        (Sign::Busy, one_if(signals.level >= 2)),
        (
            Sign::SpammerName,
            one_if(signals.name == NameRecord::Spammer),
        ),
    ]
}

/// How many phrases of `list` begin where a word begins.
fn hits(starts: &[&str], list: &[&str]) -> f32 {
    let stands = |phrase: &&&str| {
        // Most starts differ in the first three bytes already, which are compared at once.
        let first = phrase.as_bytes().first_chunk::<3>();
        starts
            .iter()
            .any(|rest| rest.as_bytes().first_chunk() == first && rest.starts_with(**phrase))
    };
    log_count(list.iter().filter(stands).count())
}

/// The text from each word on; from behind particles, which are written to the word, as well.
fn starts(folded: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut is_inside = false;
    for (at, letter) in folded.char_indices() {
        let is_letter = letter.is_alphanumeric();
        if is_letter && !is_inside {
            let rest = folded.get(at..).unwrap_or_default();
            starts.push(rest);
            let bare = rest.trim_start_matches(['و', 'ف', 'ب', 'ل']);
            starts.extend((bare.len() < rest.len()).then_some(bare));
            starts.extend(bare.strip_prefix("ال"));
        }
        is_inside = is_letter;
    }
    starts
}

/// Digits of the shortest telephone number with its prefix; a full date has eight.
const TELEPHONE_DIGITS: u32 = 9;

/// Whether enough digits follow each other with at most one space or sign between two of them.
fn has_telephone(text: &str) -> bool {
    let (mut digits, mut gap) = (0, 0);
    for letter in text.chars() {
        if letter.is_numeric() {
            digits += 1;
            gap = 0;
        } else if matches!(letter, ' ' | '-' | '.' | '(' | ')') && gap == 0 {
            gap = 1;
        } else {
            (digits, gap) = (0, 0);
        }
        if digits == TELEPHONE_DIGITS {
            return true;
        }
    }
    false
}

/// Whether letters of two scripts stand in a row, as in a Latin word with one Cyrillic letter.
fn is_mixed(word: &str) -> bool {
    let mut scripts = word.chars().filter_map(|letter| match letter {
        'a'..='z' | 'A'..='Z' => Some(0),
        '\u{0370}'..='\u{03FF}' => Some(1),
        '\u{0400}'..='\u{052F}' => Some(2),
        _ => None,
    });
    scripts
        .next()
        .is_some_and(|first| scripts.any(|script| script != first))
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    )
}

fn one_if(is_so: bool) -> f32 {
    if is_so { 1.0 } else { 0.0 }
}

/// ln(1 + n): the tenth link says less than the first.
fn log_count(count: usize) -> f32 {
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    f32::from(count).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;

    fn has(text: &str, sign: Sign) -> bool {
        let sample = Sample {
            text,
            ..Sample::default()
        };
        let found = signs(&sample, &clean(text));
        found.iter().any(|(one, _)| *one == sign)
    }

    #[test]
    fn each_sign_is_seen_where_it_stands() {
        for (text, sign) in [
            ("look http://example.org/a", Sign::Links),
            ("look bit.ly/xyz", Sign::Shortener),
            ("example dot com", Sign::SpeltAddress),
            ("example . com/page", Sign::SpeltAddress),
            ("write to omar@example.org", Sign::MailAddress),
            ("call +962 79 123 45 67", Sign::Telephone),
            ("للاتصال ٠٧٩١٢٣٤٥٦٧", Sign::Telephone),
            ("وللتواصل معنا", Sign::Wares),
            ("والربح من البيت", Sign::EasyMoney),
            ("Please SUBSCRIBE", Sign::OwnPages),
            ("اشترك في قناتي", Sign::OwnPages),
            ("على الواتساب", Sign::Messenger),
            ("READ THIS AT ONCE", Sign::Capitals),
            ("pаypal", Sign::MixedWord), // the second letter is Cyrillic
            ("vi\u{200B}agra", Sign::HiddenLetters),
            ("[url=x]y[/url]", Sign::Markup),
            ("buy buy buy buy buy buy now now now", Sign::Repetition),
        ] {
            assert!(has(text, sign), "{text}: {sign:?}");
        }
    }

    #[test]
    fn the_words_of_the_news_are_no_signs() {
        for (text, sign) in [
            ("اشترك ثلاثة فصائل في الهجوم", Sign::OwnPages),
            ("تداول ناشطون صوراً للقصف", Sign::EasyMoney),
            ("سيطر على مواقع خصمه", Sign::Wares),
            ("They were displaced from home for free", Sign::EasyMoney),
            ("On 2017-11-08 the town fell", Sign::Telephone),
            ("Soldiers left.the town", Sign::Links),
            ("مي\u{200C}خواهم", Sign::HiddenLetters), // Persian needs the non-joiner
        ] {
            assert!(!has(text, sign), "{text}: {sign:?}");
        }
    }
}
