//! Why a comment waits, and what the spam filter saw in it: a line of text each, kept with the
//! comment.

use std::fmt;

use sijil_spam::Piece;

use crate::web::Say;

/// A reason. `Display` is how it is kept, [`Reason::parse`] reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// All comments of the site, a section or a story wait.
    Mode(&'static str),
    /// It came without a code.
    Lane,
    /// The site is under a flood.
    Level,
    /// It has a word of the list.
    Word(String),
    /// It has a phrase of the list.
    Phrase(String),
    /// It links to a host of the list.
    Host(String),
    /// It came from a network that is held.
    Network,
    /// The same text came so many times in a week.
    Repeat(i64),
    /// It has so many links.
    Links(i64),
    /// The spam filter holds it.
    Spam,
    /// Its writer asked for a second look.
    AskedAgain,
    /// It was changed after it was shown.
    Changed,
    /// What the spam filter weighed, in hundredths: above 0 speaks for spam. The name of a sign
    /// begins with `:`.
    Piece(i64, String),
}

/// The reasons that the queue can be asked for, by their names.
pub(super) const KINDS: [&str; 12] = [
    "mode",
    "lane",
    "level",
    "word",
    "phrase",
    "host",
    "network",
    "repeat",
    "links",
    "spam",
    "asked-again",
    "changed",
];

impl Reason {
    /// The reason of a line; nothing where the line says something else.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        Some(match kind {
            "mode" => Self::Mode(match rest {
                "story" => "story",
                "section" => "section",
                _ => "site",
            }),
            "lane" => Self::Lane,
            "level" => Self::Level,
            "word" => Self::Word(rest.to_owned()),
            "phrase" => Self::Phrase(rest.to_owned()),
            "host" => Self::Host(rest.to_owned()),
            "network" => Self::Network,
            "repeat" => Self::Repeat(rest.parse().ok()?),
            "links" => Self::Links(rest.parse().ok()?),
            "spam" => Self::Spam,
            "asked-again" => Self::AskedAgain,
            "changed" => Self::Changed,
            weight => Self::Piece(weight.strip_prefix('~')?.parse().ok()?, rest.to_owned()),
        })
    }

    /// A piece that the spam filter weighed.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a weight is a small number; `as` stops at the ends"
    )]
    pub(super) fn of_piece(reason: &sijil_spam::Reason) -> Self {
        let name = match &reason.piece {
            Piece::Word(word) => word.replace(char::is_whitespace, " "),
            Piece::Sign(sign) => format!(":{sign:?}"),
        };
        Self::Piece((reason.weight * 100.0).round() as i64, name)
    }

    /// Whether it is only what the filter weighed, and holds nothing.
    #[must_use]
    pub fn is_piece(&self) -> bool {
        matches!(self, Self::Piece(..))
    }

    /// The reason in a moderator's language.
    #[must_use]
    pub fn words(&self, say: &Say) -> String {
        let count = |name, n: &i64| say.count(name, usize::try_from(*n).unwrap_or_default());
        match self {
            Self::Mode("story") => say.say("held-mode-story").into_owned(),
            Self::Mode("section") => say.say("held-mode-section").into_owned(),
            Self::Mode(_) => say.say("held-mode-site").into_owned(),
            Self::Lane => say.say("held-lane").into_owned(),
            Self::Level => say.say("held-level").into_owned(),
            Self::Word(word) => say.with("held-word", word),
            Self::Phrase(phrase) => say.with("held-phrase", phrase),
            Self::Host(host) => say.with("held-host", host),
            Self::Network => say.say("held-network").into_owned(),
            Self::Repeat(times) => count("held-repeat", times),
            Self::Links(links) => count("held-links", links),
            Self::Spam => say.say("held-spam").into_owned(),
            Self::AskedAgain => say.say("held-asked-again").into_owned(),
            Self::Changed => say.say("held-changed").into_owned(),
            Self::Piece(_, name) => match name.strip_prefix(':') {
                Some(sign) => say.say(sign_name(sign)).into_owned(),
                None => name.clone(),
            },
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mode(scope) => write!(f, "mode {scope}"),
            Self::Lane => f.write_str("lane"),
            Self::Level => f.write_str("level"),
            Self::Word(word) => write!(f, "word {word}"),
            Self::Phrase(phrase) => write!(f, "phrase {phrase}"),
            Self::Host(host) => write!(f, "host {host}"),
            Self::Network => f.write_str("network"),
            Self::Repeat(times) => write!(f, "repeat {times}"),
            Self::Links(links) => write!(f, "links {links}"),
            Self::Spam => f.write_str("spam"),
            Self::AskedAgain => f.write_str("asked-again"),
            Self::Changed => f.write_str("changed"),
            Self::Piece(weight, name) => write!(f, "~{weight} {name}"),
        }
    }
}

/// The sentence of a sign of the spam filter.
fn sign_name(sign: &str) -> &'static str {
    match sign {
        "Links" => "sign-links",
        "Shortener" => "sign-shortener",
        "SpeltAddress" => "sign-spelt-address",
        "MailAddress" => "sign-mail-address",
        "Telephone" => "sign-telephone",
        "Messenger" => "sign-messenger",
        "Handle" => "sign-handle",
        "OwnPages" => "sign-own-pages",
        "EasyMoney" => "sign-easy-money",
        "Wares" => "sign-wares",
        "Appeals" => "sign-appeals",
        "Capitals" => "sign-capitals",
        "Shouting" => "sign-shouting",
        "Sums" => "sign-sums",
        "MixedWord" => "sign-mixed-word",
        "HiddenLetters" => "sign-hidden-letters",
        "Markup" => "sign-markup",
        "Repetition" => "sign-repetition",
        "Short" => "sign-short",
        "Long" => "sign-long",
        "KnownSpamHost" => "sign-known-spam-host",
        "LikeHeld" => "sign-like-held",
        "Reply" => "sign-reply",
        "Hasty" => "sign-hasty",
        "TrapFilled" => "sign-trap-filled",
        "Busy" => "sign-busy",
        "SpammerName" => "sign-spammer-name",
        _ => "sign-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_survives_the_database() {
        for reason in [
            Reason::Mode("section"),
            Reason::Lane,
            Reason::Level,
            Reason::Word("كلمة".to_owned()),
            Reason::Phrase("two words".to_owned()),
            Reason::Host("spam.example".to_owned()),
            Reason::Network,
            Reason::Repeat(3),
            Reason::Links(2),
            Reason::Spam,
            Reason::AskedAgain,
            Reason::Changed,
            Reason::Piece(-31, ":Reply".to_owned()),
            Reason::Piece(120, "casino".to_owned()),
        ] {
            assert_eq!(Reason::parse(&reason.to_string()), Some(reason));
        }
        assert_eq!(Reason::parse("something else"), None);
    }

    #[test]
    fn every_sign_of_the_filter_has_a_sentence() {
        for sign in sijil_spam::Sign::ALL {
            let name = sign_name(&format!("{sign:?}"));
            let is_named = name != "sign-other" || *sign == sijil_spam::Sign::Always;
            assert!(is_named, "{sign:?}");
        }
    }
}
