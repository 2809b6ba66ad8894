//! The rules for comments to come: words, phrases, links and networks that hold or turn away, and
//! which comments wait anyway.

pub mod desk;
mod store;

pub use store::{in_force, last_id};

use super::words;
use crate::articles::ArticleId;
use crate::comments::Comment;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Subject};
use crate::topics::TopicId;
use crate::{db_enum, db_id};

/// How long a network that is named from a comment stays held: its mark dies with the day's key.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Characters of a pattern.
const PATTERN_CHARS_MAX: usize = 100;
/// Sections above a story's own that are asked for a mode.
const DEPTH_MAX: usize = 8;

db_id! {
    /// A rule.
    RuleId
}

db_enum! {
    /// What a rule looks at.
    Kind {
        /// One word.
        Word = "word",
        /// Several words in a row.
        Phrase = "phrase",
        /// A host, and those below it.
        Link = "link",
        /// A network under the day's key.
        Network = "network",
    }
}

db_enum! {
    /// What a rule does.
    Deed {
        /// The comment waits.
        Hold = "hold",
        /// The comment is not taken, and its writer is told why.
        Refuse = "refuse",
    }
}

db_enum! {
    /// Which comments wait.
    HoldMode {
        /// All.
        AllHeld = "all_held",
        /// All but those of writers who were approved recently.
        KnownPass = "known_pass",
        /// Only those that a rule or the filter holds.
        AllPass = "all_pass",
    }
}

impl HoldMode {
    /// All, the strictest first.
    pub const ALL: [Self; 3] = [Self::AllHeld, Self::KnownPass, Self::AllPass];
}

db_enum! {
    /// For what a mode is set; a story's own is in its thread.
    Scope {
        /// The whole paper.
        Site = "site",
        /// A section and those below it.
        Section = "section",
    }
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its identifier.
    pub id: RuleId,
    /// What it looks at.
    pub kind: Kind,
    /// What it looks for, folded; of a network its mark in hexadecimal.
    pub pattern: String,
    /// What it does.
    pub deed: Deed,
    /// Who made it.
    pub by: String,
    /// When it was made.
    pub at: UtcMillis,
    /// When it ends by itself.
    pub ends_at: Option<UtcMillis>,
}

/// Makes a rule; nothing where the pattern has no letter, or no host.
///
/// # Errors
/// When the database fails.
pub fn add(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (kind, typed): (Kind, &str),
    deed: Deed,
    ends_at: Option<UtcMillis>,
) -> Result<Option<RuleId>, DbError> {
    let short: String = typed.chars().take(PATTERN_CHARS_MAX).collect();
    let pattern = match kind {
        Kind::Word | Kind::Phrase => words::pattern(&short),
        Kind::Link => words::hosts(&short).into_iter().next().unwrap_or_default(),
        Kind::Network => short,
    };
    if pattern.is_empty() {
        return Ok(None);
    }
    // Several words are a phrase, whatever they were called.
    let kind = if kind == Kind::Word && pattern.contains(' ') {
        Kind::Phrase
    } else {
        kind
    };
    let id = hand.ids.next(hand.at);
    let rule = Rule {
        id,
        kind,
        pattern,
        deed,
        by: String::new(),
        at: hand.at,
        ends_at,
    };
    store::insert(tx, &rule, hand.by.map(|actor| actor.staff))?;
    let detail = match kind {
        Kind::Network => format!("{} {}", deed.word(), kind.word()),
        Kind::Word | Kind::Phrase | Kind::Link => {
            format!("{} {}: {}", deed.word(), kind.word(), rule.pattern)
        }
    };
    ledger::append(tx, hand, Act::RuleMade, about(id), &detail)?;
    Ok(Some(id))
}

/// Ends a rule now; `false` when it has ended.
///
/// # Errors
/// When the database fails.
pub fn end(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: RuleId) -> Result<bool, DbError> {
    let is_ended = store::end(tx, id, hand.at)?;
    if is_ended {
        ledger::append(tx, hand, Act::RuleEnded, about(id), "")?;
    }
    Ok(is_ended)
}

/// Holds or turns away the network of a comment for a day; nothing when its mark has died.
/// `since` is when the day's key was made.
///
/// # Errors
/// When the database fails.
pub fn ban(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    comment: &Comment,
    deed: Deed,
    since: Option<UtcMillis>,
) -> Result<Option<RuleId>, DbError> {
    let lives = since.is_some_and(|since| comment.at >= since);
    let Some(net) = comment.net.as_ref().filter(|_| lives) else {
        return Ok(None);
    };
    let ends_at = UtcMillis(hand.at.0 + DAY_MS);
    add(
        tx,
        hand,
        (Kind::Network, &network_pattern(net)),
        deed,
        Some(ends_at),
    )
}

/// How a network is written in a rule: its mark in hexadecimal.
#[must_use]
pub fn network_pattern(net: &[u8]) -> String {
    net.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Which comments of a story wait when its thread has no mode of its own, and where that was set.
///
/// # Errors
/// When the database fails.
pub fn mode_above(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
) -> Result<(&'static str, HoldMode), DbError> {
    let mut section = store::section_of(tx, article)?;
    for _ in 0..DEPTH_MAX {
        let Some(id) = section else { break };
        if let Some(mode) = store::mode(tx, Scope::Section, id.0)? {
            return Ok(("section", mode));
        }
        section = store::parent_of(tx, id)?;
    }
    Ok(("site", site_mode(tx)?))
}

/// Which comments wait where nothing else is set.
///
/// # Errors
/// When the database fails.
pub fn site_mode(tx: &mut Tx<'_, '_>) -> Result<HoldMode, DbError> {
    Ok(store::mode(tx, Scope::Site, 0)?.unwrap_or(HoldMode::AllHeld))
}

/// Sets which comments wait, for the site or a section; nothing gives a section back to the site.
///
/// # Errors
/// When the database fails.
pub fn set_mode(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    section: Option<TopicId>,
    mode: Option<HoldMode>,
) -> Result<(), DbError> {
    let (scope, id) = section.map_or((Scope::Site, 0), |id| (Scope::Section, id.0));
    match mode {
        Some(mode) => store::put_mode(tx, scope, id, mode)?,
        None => store::drop_mode(tx, scope, id)?,
    }
    let kind = match scope {
        Scope::Site => ledger::Kind::Site,
        Scope::Section => ledger::Kind::Section,
    };
    let detail = mode.map_or("inherit", HoldMode::word);
    ledger::append(tx, hand, Act::ModeSet, Subject(kind, id), detail)
}

fn about(id: RuleId) -> Subject {
    Subject(ledger::Kind::Rule, id.0)
}
