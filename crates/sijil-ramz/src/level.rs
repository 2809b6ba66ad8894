//! How hard a code is. Who issues it picks the level from the traffic; the token carries it.

use crate::Action;

/// The four steps from a quiet day to a flood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Few submissions: four digits, work of about 0.1 s.
    Calm,
    /// The default: five digits, work of about half a second.
    Normal,
    /// Many submissions or much spam: six digits drawn tighter, work of about 2 s.
    Busy,
    /// A flood, or the desk's switch: six digits and, under a comment, the question; work of about 4 s.
    Siege,
}

/// The proof of work of one level: the derived key must begin with `prefix_nibbles` zeros in hex.
///
/// A nibble more is 16 times the work, so levels are tuned by rounds; a longer prefix with fewer
/// rounds keeps our own check, which is one derivation, cheap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Zeros, in hexadecimal digits, that the derived key begins with.
    pub prefix_nibbles: u8,
    /// Rounds of PBKDF2 for one try.
    pub rounds: u16,
}

impl Level {
    /// All of them, the mildest first.
    pub const ALL: [Self; 4] = [Self::Calm, Self::Normal, Self::Busy, Self::Siege];

    /// How many digits the code has: 4 to 6.
    #[must_use]
    pub const fn digits(self) -> u8 {
        match self {
            Self::Calm => 4,
            Self::Normal => 5,
            Self::Busy | Self::Siege => 6,
        }
    }

    /// The proof of work asked for. Mean times of one desktop core, at 2.0 ms for 5,000 rounds.
    #[must_use]
    pub const fn cost(self) -> Cost {
        let (prefix_nibbles, rounds) = match self {
            Self::Calm => (2, 1000),
            Self::Normal => (2, 5000),
            Self::Busy => (3, 1250),
            Self::Siege => (3, 2500),
        };
        Cost {
            prefix_nibbles,
            rounds,
        }
    }

    /// Whether a form for `action` also asks the question from the story.
    #[must_use]
    pub fn asks_question(self, action: Action) -> bool {
        self == Self::Siege && action == Action::Comment
    }

    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Calm => 0,
            Self::Normal => 1,
            Self::Busy => 2,
            Self::Siege => 3,
        }
    }

    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.number() == number)
    }
}
