//! What the filter is told of a comment.

/// A comment as it was sent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sample<'a> {
    /// Plain text. What stands beyond 6,000 characters is not read.
    pub text: &'a str,
    /// The name it is signed with; empty if there is none.
    pub name: &'a str,
    /// What the caller knows beside the text.
    pub signals: Signals,
}

/// What only the caller can know of a comment. The default says nothing for or against it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signals {
    /// Addresses in it whose host stands in a comment decided to be spam.
    pub known_spam_hosts: u32,
    /// How alike it is to the most alike text lately held, 0 to 1; see [`crate::Fingerprint`].
    pub held_likeness: f32,
    /// How it came to stand where it stands.
    pub place: Place,
    /// Seconds from the form's making to its sending; nothing if that is not known.
    pub form_age_s: Option<u32>,
    /// The field that people do not see was filled in.
    pub trap: Trap,
    /// How busy the site is, 0 (calm) to 3 (siege).
    pub level: u8,
    /// What became of earlier comments under the same name.
    pub name: NameRecord,
}

/// Where a comment stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Under the story itself, or not known.
    #[default]
    Top,
    /// Under another comment.
    Reply,
}

/// The state of the field that people do not see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trap {
    /// Left alone, or there was none.
    #[default]
    Empty,
    /// Filled in: by a program, or by a password manager, so it only counts and never decides.
    Filled,
}

/// What is known of a name. Anyone may take a name, so a good record is no signal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameRecord {
    /// Nothing against it.
    #[default]
    Clear,
    /// A comment under it was decided to be spam.
    Spammer,
}

/// What a moderator decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It is shown.
    Approved,
    /// It is spam.
    Spam,
    /// It insults, threatens or incites.
    Offence,
}
