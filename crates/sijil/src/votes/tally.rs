//! The numbers of a thing's votes, and how single votes move them.

use std::ops::{Add, Sub};

use super::{Direction, Mode, VoteState};

/// The numbers of a thing's votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Counted votes for it.
    pub up: i64,
    /// Counted votes against it.
    pub down: i64,
    /// Votes that wait for a check.
    pub held: i64,
    /// Votes for it that came with an import: shown, never ranked.
    pub base_up: i64,
    /// Votes against it that came with an import.
    pub base_down: i64,
    /// Whether the shown numbers stand still until a moderator has looked.
    pub is_frozen: bool,
    /// `up` as it was when they were stopped.
    pub frozen_up: i64,
    /// `down` as it was when they were stopped.
    pub frozen_down: i64,
    /// What may be voted.
    pub mode: Mode,
}

impl Tally {
    /// No votes yet.
    pub const NONE: Self = Self {
        up: 0,
        down: 0,
        held: 0,
        base_up: 0,
        base_down: 0,
        is_frozen: false,
        frozen_up: 0,
        frozen_down: 0,
        mode: Mode::Open,
    };

    /// What readers are shown: for and against, those of an import among them.
    #[must_use]
    pub fn shown(&self) -> (i64, i64) {
        let (up, down) = match self.is_frozen {
            true => (self.frozen_up, self.frozen_down),
            false => (self.up, self.down),
        };
        (up + self.base_up, down + self.base_down)
    }

    /// Votes that came with an import.
    #[must_use]
    pub fn imported(&self) -> i64 {
        self.base_up + self.base_down
    }
}

/// By how much numbers move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Delta {
    /// Of counted votes for it.
    pub up: i64,
    /// Of counted votes against it.
    pub down: i64,
    /// Of votes that wait.
    pub held: i64,
}

impl Delta {
    /// What one vote adds.
    #[must_use]
    pub fn of(state: VoteState, direction: Direction) -> Self {
        let (is_up, is_down) = match direction {
            Direction::For => (1, 0),
            Direction::Neither => (0, 0),
            Direction::Against => (0, 1),
        };
        let (up, down, held) = match state {
            VoteState::Counted | VoteState::Released => (is_up, is_down, 0),
            VoteState::Held => (0, 0, is_up + is_down),
            VoteState::Discarded => (0, 0, 0),
        };
        Self { up, down, held }
    }

    /// Whether readers can see it.
    #[must_use]
    pub fn is_seen(self) -> bool {
        self.up != 0 || self.down != 0
    }
}

impl Add for Delta {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            up: self.up + other.up,
            down: self.down + other.down,
            held: self.held + other.held,
        }
    }
}

impl Sub for Delta {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            up: self.up - other.up,
            down: self.down - other.down,
            held: self.held - other.held,
        }
    }
}
