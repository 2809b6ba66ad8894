//! What the dictionaries say about a word: a set of classes.

/// Makes the classes, their names in the data files, and the set of them.
macro_rules! classes {
    ($($class:ident $name:literal)*) => {
        /// One thing a dictionary says about a word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class { $($class),* }

        impl Class {
            /// The class that the data files call `name`.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)* _ => None }
            }
        }
    };
}

classes! {
    Determiner "determiner" Possessive "possessive" Pronoun "pronoun" Be "be" Have "have" Do "do"
    Modal "modal" Negation "negation" Of "of" Preposition "preposition" And "and" But "but"
    Subordinator "subordinator" Relative "relative" That "that" Adverb "adverb" Past "past"
    Participle "participle" Base "base" Noun "noun"
    Person "person" State "state" Rebel "rebel" Civilian "civilian" Official "official"
    Title "title" Women "women" Men "men" Children "children" Infant "infant" Elderly "elderly"
    Medical "medical" Aid "aid" Journalist "journalist" Teacher "teacher" Rescuer "rescuer"
    Prisoner "prisoner" Body "body" Toll "toll" Dead "dead" Hurt "hurt" Loss "loss"
    Family "family" OfPeople "of-people" Thing "thing" Organization "organization"
    AirStrike "air-strike" DroneStrike "drone-strike" Shelling "shelling" Clash "clash"
    SmallArms "small-arms" Mine "mine" SuicideBomb "suicide-bomb" Chemical "chemical"
    Execution "execution" Torture "torture" Abduction "abduction" Siege "siege" Attack "attack"
    Killed "killed" Injured "injured" Missing "missing" Abducted "abducted" Detained "detained"
    Displaced "displaced" Harmed "harmed" Event "event" Dual "dual" Truce "truce" Doubt "doubt" Hypothetical "hypothetical" Place "place"
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u128);

impl Classes {
    /// Whether `class` is among them.
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & bit(class) != 0
    }

    /// Whether one of `classes` is among them.
    pub(crate) fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    /// Adds `class`.
    pub(crate) fn add(&mut self, class: Class) {
        self.0 |= bit(class);
    }

    /// The classes of both.
    pub(crate) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(class: Class) -> u128 {
    1 << (class as u32)
}
