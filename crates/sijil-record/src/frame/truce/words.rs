//! The words of truces in one language, by what they tell.

use std::collections::HashMap;
use std::sync::LazyLock;

use sijil_text::fold;

/// English, as it is compiled in.
pub(crate) static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../../rules/truces.en.txt")));

/// Arabic.
pub(crate) static ARABIC: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../../rules/truces.ar.txt")));

/// What becomes of a truce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Announced,
    Agreed,
    InForce,
    Extended,
    Ended,
    Collapsed,
    Replaced,
    /// Somebody broke it: a claim of its own kind.
    Breached,
}

impl Event {
    const ALL: [Self; 8] = [
        Self::Announced,
        Self::Agreed,
        Self::InForce,
        Self::Extended,
        Self::Ended,
        Self::Collapsed,
        Self::Replaced,
        Self::Breached,
    ];

    /// Its name in the schema and the rules.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Agreed => "agreed",
            Self::InForce => "in_force",
            Self::Extended => "extended",
            Self::Ended => "ended",
            Self::Collapsed => "collapsed",
            Self::Replaced => "replaced",
            Self::Breached => "breached",
        }
    }

    /// The state of the truce after it. What is said to have been agreed is only reported until an
    /// editor knows more.
    pub(crate) const fn state(self) -> &'static str {
        match self {
            Self::Announced | Self::Agreed => "reported",
            Self::InForce => "in_force",
            Self::Extended => "extended",
            Self::Ended | Self::Collapsed | Self::Replaced => "ended",
            Self::Breached => "contested",
        }
    }

    /// Why it ended, if it did.
    pub(crate) const fn end_reason(self) -> Option<&'static str> {
        match self {
            Self::Ended => Some("expired"),
            Self::Collapsed => Some("collapsed"),
            Self::Replaced => Some("replaced"),
            _ => None,
        }
    }
}

/// Types of terms, in the order that the record lists them.
pub(crate) const TERM_TYPES: [&str; 10] = [
    "stop_offensive",
    "stop_shelling",
    "crossing_open",
    "goods_aid",
    "wounded_passage",
    "prisoner_exchange",
    "withdrawal",
    "evacuation",
    "return",
    "monitoring",
];

/// What one word tells; a bit of `things` and `acts` for each type of term.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    pub(crate) event: Option<Event>,
    pub(crate) things: u16,
    pub(crate) acts: u16,
    roles: u32,
}

/// What else a word of truces can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Force,
    Accuse,
    Admit,
    Deny,
    Wanted,
    Paper,
    States,
    GoesOn,
    Extendable,
    MayExtend,
    Until,
    From,
    Sides,
    Written,
    Verbal,
    EndsParties,
    Records,
}

impl Role {
    const ALL: [(Self, &'static str); 17] = [
        (Self::Force, "force"),
        (Self::Accuse, "accuse"),
        (Self::Admit, "admit"),
        (Self::Deny, "deny"),
        (Self::Wanted, "wanted"),
        (Self::Paper, "paper"),
        (Self::States, "states"),
        (Self::GoesOn, "goes-on"),
        (Self::Extendable, "extendable"),
        (Self::MayExtend, "may-extend"),
        (Self::Until, "until"),
        (Self::From, "from"),
        (Self::Sides, "sides"),
        (Self::Written, "written"),
        (Self::Verbal, "verbal"),
        (Self::EndsParties, "ends-parties"),
        (Self::Records, "records"),
    ];
}

impl Told {
    /// Whether the word is used as `role`.
    pub(crate) fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u32) != 0
    }
}

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Words(HashMap<String, Told>);

impl Words {
    fn read(text: &str) -> Self {
        let mut words: HashMap<String, Told> = HashMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split_whitespace();
            let Some(name) = parts.next() else { continue };
            for word in parts {
                let told = words.entry(fold(&word.replace('-', " "))).or_default();
                told.add(name);
            }
        }
        Self(words)
    }

    /// What `folded` tells; nothing for a word of no list.
    pub(crate) fn of(&self, folded: &str) -> Option<Told> {
        self.0.get(folded).copied()
    }
}

impl Told {
    fn add(&mut self, name: &str) {
        if let Some(event) = name.strip_prefix("event.") {
            self.event = Event::ALL.into_iter().find(|one| one.name() == event);
        } else if let Some((kind, part)) = name
            .strip_prefix("term.")
            .and_then(|term| term.split_once('.'))
        {
            let at = TERM_TYPES.iter().position(|one| *one == kind).unwrap_or(0);
            match part {
                "thing" => self.things |= 1 << at,
                _ => self.acts |= 1 << at,
            }
        } else {
            for (role, word) in Role::ALL {
                if word == name {
                    self.roles |= 1 << role as u32;
                }
            }
        }
    }
}
