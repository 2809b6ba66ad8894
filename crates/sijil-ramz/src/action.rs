//! What a form asks for. A token made for one action is worth nothing for another.

/// The act that a token confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// A comment under a story.
    Comment,
    /// A vote for or against a story.
    Vote,
    /// A reader's report of a comment.
    Report,
    /// A tip to the newsroom.
    Tip,
}

impl Action {
    /// All of them, in the order of their numbers in the token.
    pub const ALL: [Self; 4] = [Self::Comment, Self::Vote, Self::Report, Self::Tip];

    /// Seconds that a token of this action lives. People write slowly; a vote is one press.
    #[must_use]
    pub const fn ttl_s(self) -> u16 {
        match self {
            Self::Comment | Self::Report | Self::Tip => 60 * 60,
            Self::Vote => 10 * 60,
        }
    }

    /// Seconds under which no person fills this form in. It only feeds the spam score.
    #[must_use]
    pub const fn min_age_s(self) -> u8 {
        match self {
            Self::Comment | Self::Report | Self::Tip => 2,
            Self::Vote => 0,
        }
    }

    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Comment => 1,
            Self::Vote => 2,
            Self::Report => 3,
            Self::Tip => 4,
        }
    }

    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|action| action.number() == number)
    }
}
