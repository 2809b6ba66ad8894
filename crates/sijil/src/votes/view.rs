//! A thing's votes as pages show them: the same for all readers, and on the reader's own page with
//! what they voted.

use super::{Direction, Kind, Mode, Object, Place, Tally, VoteState};
use crate::db::UtcMillis;
use crate::web::Urls;

/// A thing's votes as pages show them.
#[derive(Debug, Clone, Copy)]
pub struct Ballot {
    /// On what.
    pub object: Object,
    /// Votes for it, those of an import among them.
    pub up: usize,
    /// Votes against it, those of an import among them.
    pub down: usize,
    /// How many came with an import.
    pub imported: usize,
    /// Whether a vote is taken now.
    pub is_open: bool,
    /// What may be voted.
    pub mode: Mode,
    /// Whether the numbers stand still.
    pub is_frozen: bool,
    /// The reader's own vote; nothing on pages that are the same for all.
    pub own: Option<(Direction, VoteState)>,
}

impl Ballot {
    /// What all readers are shown of a thing's votes.
    #[must_use]
    pub fn new(object: Object, tally: &Tally, place: &Place, now: UtcMillis) -> Self {
        let (up, down) = tally.shown();
        let count = |votes: i64| usize::try_from(votes).unwrap_or_default();
        Self {
            object,
            up: count(up),
            down: count(down),
            imported: count(tally.imported()),
            is_open: place.takes(Direction::For, now),
            mode: place.mode,
            is_frozen: tally.is_frozen,
            own: None,
        }
    }

    /// The address of the reader's own page, to which votes are sent too.
    #[must_use]
    pub fn address(&self, urls: Urls) -> String {
        format!(
            "{}votes/{}/{}",
            urls.front(),
            self.object.kind.word(),
            self.object.id
        )
    }

    /// Whether there is anything to show or to do.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.is_open || self.up + self.down > 0
    }

    /// Whether the newsroom switched it off.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.mode == Mode::Off
    }

    /// The choices: word of the form, its count, and the names of their sentences.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let (good, bad) = match self.object.kind {
            Kind::Story => ("votes-for", "votes-against"),
            Kind::Comment => ("votes-agree", "votes-disagree"),
        };
        let mut choices = vec![self.choice(Direction::For, self.up, good)];
        if self.mode != Mode::UpOnly || self.down > 0 {
            choices.push(self.choice(Direction::Against, self.down, bad));
        }
        choices
    }

    /// The name of the sentence about the reader's own vote.
    #[must_use]
    pub fn said(&self) -> &'static str {
        match self.own {
            None => "votes-own-none",
            Some((Direction::Neither, _)) => "votes-own-taken-back",
            Some((_, VoteState::Held)) => "votes-own-held",
            Some((_, VoteState::Discarded)) => "votes-own-discarded",
            Some((Direction::For, _)) => "votes-own-for",
            Some((Direction::Against, _)) => "votes-own-against",
        }
    }

    /// Whether the reader has a vote to take back.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.own.is_some_and(|(own, _)| own != Direction::Neither)
    }

    fn choice(&self, direction: Direction, count: usize, label: &'static str) -> Choice {
        let is_pressed = self.own.map(|(own, _)| own == direction);
        Choice {
            direction,
            count,
            label,
            is_pressed,
        }
    }
}

/// One of the two buttons.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// Which way.
    pub direction: Direction,
    /// How many votes go that way.
    pub count: usize,
    /// The name of its sentence.
    pub label: &'static str,
    /// Whether it is the reader's own vote; nothing where that is not known.
    pub is_pressed: Option<bool>,
}

impl Choice {
    /// The name of the sentence with its count.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-count", self.label)
    }

    /// What its button sends: a pressed one takes the vote back.
    #[must_use]
    pub fn value(&self) -> &'static str {
        match self.is_pressed {
            Some(true) => Direction::Neither.word(),
            Some(false) | None => self.direction.word(),
        }
    }
}
