//! The chain of the ledger: each row's SHA-256 covers the row before, so that none can be changed,
//! taken out or slipped in without breaking all that follow.
//!
//! One row of `ledger_head` holds the last number and hash. Whoever appends takes that row first
//! and keeps it until their transaction ends: on PostgreSQL other writers of the ledger wait there, on
//! `SQLite` there is one writer anyway. Readers' acts write no ledger and never wait.

use serde_json::json;

use super::{Act, Entry, EntryId, Hand, Subject, store};
use crate::articles::content::sha256;
use crate::db::{DbError, Tx};

/// Rows read at once when the chain is walked.
const STEP: i64 = 1000;

/// How a row is bound to the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Counts from 1.
    pub seq: i64,
    /// SHA-256 of what the row says and of the hash before it, in lower-case hexadecimal.
    pub sha256: String,
}

/// What the whole chain is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Rows of the chain, up to the first that is broken.
    pub rows: i64,
    /// Rows that are older than the chain.
    pub older: i64,
    /// SHA-256 of the last whole row.
    pub sha256: String,
    /// What is wrong, with the number of the first row where it is.
    pub broken: Option<(i64, Break)>,
}

/// How a chain can be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// The row says something else than it did.
    Changed,
    /// The row is not there.
    Missing,
    /// Rows before the chain were added or taken out.
    Older,
    /// What somebody kept does not stand there.
    Kept,
}

impl Break {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Changed => "says something else than it did",
            Self::Missing => "is missing",
            Self::Older => "has another number of rows before it than when the chain began",
            Self::Kept => "has another hash than the one that was kept",
        }
    }
}

/// What a row's hash is made of: a JSON array, without white space, of its number, the hash before,
/// identifier, instant in milliseconds, who, session, act, kind and identifier of the subject, detail.
fn canonical(entry: &Entry, (seq, before): (i64, &str)) -> String {
    let Subject(kind, subject) = entry.subject;
    let session = entry.session.map(|id| id.0);
    let who = entry.staff.as_ref().map(|(id, _)| id.0);
    let (act, kind) = (entry.act.word(), kind.word());
    json!([
        seq,
        before,
        entry.id.0,
        entry.at.0,
        who,
        session,
        act,
        kind,
        subject,
        entry.detail
    ])
    .to_string()
}

/// Adds a row to the end of the chain.
pub(super) fn append(
    tx: &mut Tx<'_, '_>,
    id: EntryId,
    hand: &Hand<'_>,
    (act, subject, detail): (Act, Subject, &str),
) -> Result<(), DbError> {
    let (seq, before) = store::take_head(tx)?;
    let entry = Entry {
        id,
        at: hand.at,
        staff: hand.by.map(|actor| (actor.staff, String::new())),
        session: hand.by.and_then(|actor| actor.session),
        act,
        subject,
        detail: detail.to_owned(),
        link: None,
    };
    let text = canonical(&entry, (seq, &before));
    let link = Link {
        seq,
        sha256: sha256(text.as_bytes()),
    };
    store::append(tx, &entry, &link)?;
    store::set_head(tx, &link.sha256)
}

/// Walks the whole chain. `kept` is the number and hash of a row that somebody wrote down elsewhere.
///
/// # Errors
/// When the database fails.
pub fn verify(tx: &mut Tx<'_, '_>, kept: Option<(i64, &str)>) -> Result<Verdict, DbError> {
    let (last, last_sha256, older) = store::head(tx)?;
    let mut verdict = Verdict {
        rows: 0,
        older: store::count_older(tx)?,
        sha256: String::new(),
        broken: None,
    };
    if verdict.older != older {
        verdict.broken = Some((1, Break::Older));
    }
    while verdict.broken.is_none() && verdict.rows < last {
        let rows = store::after(tx, verdict.rows, STEP)?;
        if rows.is_empty() {
            verdict.broken = Some((verdict.rows + 1, Break::Missing));
        }
        for entry in rows {
            verdict.broken = step(&mut verdict, &entry, kept);
            if verdict.broken.is_some() {
                break;
            }
        }
    }
    let ends_well = verdict.sha256 == last_sha256;
    if verdict.broken.is_none() && !ends_well {
        verdict.broken = Some((last, Break::Changed));
    }
    let is_short = kept.is_some_and(|(seq, _)| seq > verdict.rows);
    if verdict.broken.is_none() && is_short {
        verdict.broken = Some((verdict.rows + 1, Break::Missing));
    }
    Ok(verdict)
}

/// Goes on by one row; gives what is wrong with it.
fn step(verdict: &mut Verdict, entry: &Entry, kept: Option<(i64, &str)>) -> Option<(i64, Break)> {
    let seq = verdict.rows + 1;
    let link = entry.link.as_ref().filter(|link| link.seq == seq);
    let Some(link) = link else {
        return Some((seq, Break::Missing));
    };
    let text = canonical(entry, (seq, &verdict.sha256));
    if sha256(text.as_bytes()) != link.sha256 {
        return Some((seq, Break::Changed));
    }
    if kept.is_some_and(|(number, hash)| number == seq && !link.sha256.starts_with(hash)) {
        return Some((seq, Break::Kept));
    }
    verdict.rows = seq;
    verdict.sha256.clone_from(&link.sha256);
    None
}
