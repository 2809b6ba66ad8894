//! A newsroom's own file, taken into an empty record: all of it or nothing.

mod check;
mod store;

use std::io::{self, BufRead};

use serde_json::{Map, Value};

use check::{Checker, Line};

use super::store::{Decision, Kept};
use crate::articles::ArticleId;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::record::anchors::{self, Anchor, Role};
use crate::record::claims::{self, Claim};
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, clock, decisions, parsed};

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 when it is not about a line.
    pub line: u64,
    /// What is wrong with it.
    pub reason: String,
}

/// What was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// Lines, the first not counted.
    pub lines: u64,
    /// Claims among them.
    pub claims: u64,
}

/// Whether a file is a record, by its first line.
#[must_use]
pub fn is_record(first: &str) -> bool {
    Line::read(first).is_ok_and(|line| line.kind == "sijil-record")
}

/// Takes a file in.
///
/// `open` gives it anew from its beginning, since it is read several times rather than held in
/// memory: anchors come before the claims that they belong to, and claims before their groups.
///
/// # Errors
/// When the database fails, or the file cannot be read; then, and at a [`Fault`], nothing is kept.
pub fn import<R: BufRead>(
    tx: &mut Tx<'_, '_>,
    open: &dyn Fn() -> io::Result<R>,
    at: UtcMillis,
) -> Result<Result<Imported, Fault>, DbError> {
    if !store::is_empty(tx)? {
        return Ok(Err(Fault {
            line: 0,
            reason: "the record here is not empty; a file is taken into an empty one only"
                .to_owned(),
        }));
    }
    let checker = match checked(tx, open)? {
        Ok(checker) => checker,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut imported = Imported::default();
    each(open, |line| {
        imported.lines += 1;
        imported.claims += u64::from(line.kind == "claim");
        object(tx, &settled(line, &checker))
    })?;
    each(open, |line| claim(tx, &settled(line, &checker)))?;
    each(open, |line| stand(tx, &settled(line, &checker)))?;
    store::forget_waiting(tx)?;
    for story in checker.stories.values() {
        changes::append(tx, Tag::article(*story), 0, at)?;
    }
    changes::append(tx, Tag::Record, 0, at)?;
    Ok(Ok(imported))
}

fn checked<R: BufRead>(
    tx: &mut Tx<'_, '_>,
    open: &dyn Fn() -> io::Result<R>,
) -> Result<Result<Checker, Fault>, DbError> {
    let mut checker = Checker::default();
    let mut number = 0;
    for text in open().map_err(unread)?.lines() {
        let text = text.map_err(unread)?;
        number += 1;
        let fault = |reason| Fault {
            line: number,
            reason,
        };
        let looked_at = match Line::read(&text) {
            _ if number == 1 => Checker::head(&text),
            Ok(line) => checker.line(tx, number, &line)?,
            Err(reason) => Err(reason),
        };
        if let Err(reason) = looked_at {
            return Ok(Err(fault(reason)));
        }
    }
    if number == 0 {
        let reason = "the file is empty".to_owned();
        return Ok(Err(Fault { line: 0, reason }));
    }
    Ok(checker.missing().map_or(Ok(checker), Err))
}

fn each<R: BufRead>(
    open: &dyn Fn() -> io::Result<R>,
    mut take: impl FnMut(Line) -> Result<(), DbError>,
) -> Result<(), DbError> {
    for text in open().map_err(unread)?.lines().skip(1) {
        let line = Line::read(&text.map_err(unread)?).map_err(DbError::Other)?;
        take(line)?;
    }
    Ok(())
}

fn unread(error: io::Error) -> DbError {
    DbError::Other(format!("read the record's file: {error}"))
}

/// A line with the stories as they are numbered here.
fn settled(mut line: Line, checker: &Checker) -> Line {
    if let Some(story) = line.number("story")
        && let Some(here) = checker.stories.get(&story)
    {
        line.body.insert("story".to_owned(), Value::from(here.0));
    }
    line
}

/// Keeps a thing, its older versions and its names.
fn object(tx: &mut Tx<'_, '_>, line: &Line) -> Result<(), DbError> {
    let Ok(kind) = ObjectKind::try_from(line.kind.clone()) else {
        return Ok(());
    };
    let id = line.number("id").unwrap_or_default();
    let body = Value::Object(line.body.clone()).to_string();
    store::insert(tx, kind, &kept(id, &line.kept, body.clone()))?;
    if kind == ObjectKind::Truce {
        clock::note(tx, &parsed(&body)?)?;
    }
    for version in list(&line.kept, "versions") {
        let Value::Object(fields) = version else {
            continue;
        };
        let body = fields.get("body").map(Value::to_string).unwrap_or_default();
        store::insert_version(tx, &kept(id, fields, body))?;
    }
    for name in list(&line.kept, "names") {
        if let (Some(folded), Some(uses)) = (
            name.get(0).and_then(Value::as_str),
            name.get(1).and_then(Value::as_i64),
        ) {
            store::insert_name(tx, (kind, id), (folded, uses))?;
        }
    }
    Ok(())
}

/// Keeps what lists find a claim by, what was decided on it, and grades.
fn claim(tx: &mut Tx<'_, '_>, line: &Line) -> Result<(), DbError> {
    match line.kind.as_str() {
        "claim" => {
            let claim: Claim = parsed(&Value::Object(line.body.clone()).to_string())?;
            claims::insert(tx, &claim)?;
            for apart in list(&line.kept, "apart") {
                let of = |key: &str| apart.get(key).and_then(Value::as_i64).unwrap_or_default();
                store::insert_apart(tx, (claim.id, of("group")), UtcMillis(of("at")))?;
            }
            Ok(())
        }
        "grading" => {
            let mut grading = line.body.clone();
            grading.retain(|key, _| !["of", "scale"].contains(&key.as_str()));
            store::grade(tx, line.number("of").unwrap_or_default(), grading)
        }
        "decision" => store::insert_decision(tx, &decision(line)),
        _ => Ok(()),
    }
}

/// Keeps where claims stand, and then the words by which they are found.
fn stand(tx: &mut Tx<'_, '_>, line: &Line) -> Result<(), DbError> {
    let id = line.number("id").unwrap_or_default();
    match line.kind.as_str() {
        "anchor" => {
            let anchor = anchor(line)?;
            anchors::insert(tx, &anchor)?;
            if anchor.is_lost || anchor.is_withheld {
                store::mark_anchor(tx, &anchor)?;
            }
            Ok(())
        }
        "claim" => {
            let Some(listed) = claims::claim(tx, ClaimId(id))? else {
                return Ok(());
            };
            let words = decisions::words(tx, &listed.claim)?;
            claims::set_words(tx, ClaimId(id), &words)
        }
        _ => Ok(()),
    }
}

fn list<'f>(fields: &'f Map<String, Value>, key: &str) -> impl Iterator<Item = &'f Value> {
    fields
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn kept(id: i64, fields: &Map<String, Value>, body: String) -> Kept {
    let number = |key: &str| fields.get(key).and_then(Value::as_i64);
    Kept {
        id,
        version: number("version").unwrap_or(1),
        at: UtcMillis(number("at").unwrap_or_default()),
        by: number("by"),
        reason: fields
            .get("reason")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        // What does not say that it may be seen is not shown.
        is_withheld: fields.get("withheld") != Some(&Value::Bool(false)),
        body,
    }
}

fn anchor(line: &Line) -> Result<Anchor, DbError> {
    let number = |key: &str| line.number(key).unwrap_or_default();
    let byte = |key: &str| usize::try_from(number(key)).unwrap_or_default();
    let text = |key: &str| line.text(key).to_owned();
    Ok(Anchor {
        id: number("id").into(),
        claim: ClaimId(number("claim")),
        article: ArticleId(number("story")),
        revision: number("revision"),
        sha256: text("sha256"),
        role: Role::try_from(text("role")).map_err(|error| DbError::Other(error.to_string()))?,
        sentence: number("sentence"),
        start: byte("start"),
        end: byte("end"),
        exact: text("exact"),
        prefix: text("prefix"),
        suffix: text("suffix"),
        is_lost: line.body.get("lost") == Some(&Value::Bool(true)),
        is_withheld: line.kept.get("withheld") != Some(&Value::Bool(false)),
    })
}

fn decision(line: &Line) -> Decision {
    let text = |key: &str| line.text(key).to_owned();
    Decision {
        id: line.number("id").unwrap_or_default(),
        story: ArticleId(line.number("story").unwrap_or_default()),
        mark: text("mark"),
        kind: text("kind"),
        verdict: text("verdict"),
        claim: line.number("claim").map(ClaimId),
        rules: text("rules"),
        score: line
            .body
            .get("score")
            .and_then(Value::as_f64)
            .unwrap_or_default(),
        features: text("features"),
        open_ms: line.number("open_ms"),
        by: line.number("by"),
        at: UtcMillis(line.number("at").unwrap_or_default()),
        reason: text("reason"),
    }
}
