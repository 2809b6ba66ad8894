//! Looks a newsroom's own file through before anything of it is kept: each line, its order, and
//! that whatever it names is in the file.

use std::collections::HashMap;

use serde_json::{Map, Value};
use sijil_text::{Day, Lang};

use super::Fault;
use crate::articles::{self, ArticleId};
use crate::db::{DbError, Tx};
use crate::record::claims::{Body, Claim};
use crate::record::export::json::inward;
use crate::record::export::{Form, SCHEMA};
use crate::record::groups::Group;
use crate::record::objects::{Party, Place, Source};

/// The types of lines, in the order in which they follow each other.
const ORDER: [&str; 13] = [
    "story", "source", "actor", "place", "anchor", "claim", "event", "figure", "truce", "control",
    "talks", "grading", "decision",
];
const THINGS: [&str; 3] = ["source", "actor", "place"];
const GROUPS: [&str; 5] = ["event", "figure", "truce", "control", "talks"];

/// A line, read.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// What it is.
    pub(super) kind: String,
    /// Its fields as the database has them, without its type and what is kept beside it.
    pub(super) body: Map<String, Value>,
    /// What is kept beside it.
    pub(super) kept: Map<String, Value>,
}

impl Line {
    /// Reads a line; else says why it is none.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| format!("this is no JSON: {error}"))?;
        let Value::Object(mut body) = inward(value) else {
            return Err("this is no JSON object".to_owned());
        };
        let kind = match body.remove("type") {
            Some(Value::String(kind)) => kind,
            _ => return Err("the object has no type".to_owned()),
        };
        let kept = match body.remove("kept") {
            Some(Value::Object(kept)) => kept,
            _ => Map::new(),
        };
        Ok(Self { kind, body, kept })
    }

    /// An identifier or number of it.
    pub(super) fn number(&self, key: &str) -> Option<i64> {
        self.body.get(key)?.as_i64()
    }

    /// A text of it; empty when there is none.
    pub(super) fn text(&self, key: &str) -> &str {
        self.body
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// What a file was found to hold.
#[derive(Default)]
pub(super) struct Checker {
    kinds: HashMap<i64, &'static str>,
    /// The stories here by their identifiers in the file.
    pub(super) stories: HashMap<i64, ArticleId>,
    last: Option<(usize, i64)>,
    wanted: Vec<(u64, &'static str, i64)>,
}

impl Checker {
    /// Looks at the first line.
    pub(super) fn head(text: &str) -> Result<(), String> {
        let line = Line::read(text)?;
        if line.kind != "sijil-record" {
            return Err("a record begins with a line of type sijil-record".to_owned());
        }
        if line.number("schema") != Some(SCHEMA) {
            return Err(format!(
                "this program reads files of schema {SCHEMA} and no other"
            ));
        }
        if line.text("form") != Form::Own.word() {
            return Err(
                "this is a file for readers, from which things are left out; take one that `sijil \
                 export` wrote"
                    .to_owned(),
            );
        }
        Ok(())
    }

    /// Looks at another line.
    pub(super) fn line(
        &mut self,
        tx: &mut Tx<'_, '_>,
        number: u64,
        line: &Line,
    ) -> Result<Result<(), String>, DbError> {
        if let Err(reason) = self.place(line).and_then(|()| fits(line)) {
            return Ok(Err(reason));
        }
        let mut wanted = Vec::new();
        name(&Value::Object(line.body.clone()), &mut wanted);
        name(line.kept.get("apart").unwrap_or(&Value::Null), &mut wanted);
        let merged = line.number("merged_into");
        if let (Some(id), Some(kind)) = (merged, THINGS.iter().find(|kind| **kind == line.kind)) {
            wanted.push((*kind, id));
        }
        let named = wanted.into_iter();
        self.wanted
            .extend(named.map(|(kind, id)| (number, kind, id)));
        if line.kind == "story" {
            return self.story(tx, line);
        }
        Ok(Ok(()))
    }

    /// The first line that names something which the file does not hold.
    pub(super) fn missing(&self) -> Option<Fault> {
        let is_there = |kind: &str, id: &i64| {
            let found = self.kinds.get(id).copied().unwrap_or_default();
            found == kind || (kind == "group" && GROUPS.contains(&found))
        };
        let (line, kind, id) = self
            .wanted
            .iter()
            .find(|(_, kind, id)| !is_there(kind, id))?;
        Some(Fault {
            line: *line,
            reason: format!("it names the {kind} {id}, which is not in the file"),
        })
    }

    /// Whether a line stands where it must, once.
    fn place(&mut self, line: &Line) -> Result<(), String> {
        let Some((rank, kind)) = ORDER
            .iter()
            .enumerate()
            .find(|(_, kind)| **kind == line.kind)
        else {
            return Err(format!("{} is no type of line", line.kind));
        };
        let is_grading = *kind == "grading";
        let id = line
            .number(if is_grading { "of" } else { "id" })
            .ok_or("it has no identifier")?;
        // Grades come by the kind of what is graded.
        let is_in_order = self
            .last
            .is_none_or(|last| last < (rank, id) || (is_grading && last.0 == rank));
        if !is_in_order {
            return Err(format!("{kind} {id} is out of order"));
        }
        self.last = Some((rank, id));
        if !is_grading && self.kinds.insert(id, kind).is_some() {
            return Err(format!("the identifier {id} stands in the file twice"));
        }
        Ok(())
    }

    /// Finds the story of this newsroom: by its identifier, else by its address.
    fn story(&mut self, tx: &mut Tx<'_, '_>, line: &Line) -> Result<Result<(), String>, DbError> {
        let (id, lang) = (line.number("id").unwrap_or_default(), line.text("lang"));
        let same = articles::article(tx, ArticleId(id))?;
        let mut found = same
            .filter(|article| article.lang.code() == lang)
            .map(|article| article.id);
        let (day, slug) = (line.text("day"), line.text("slug"));
        if found.is_none()
            && let (Ok(lang), Ok(_)) = (Lang::try_from(lang), Day::parse(day))
        {
            found = articles::at_address(tx, lang, day, slug)?;
        }
        let Some(found) = found else {
            return Ok(Err(format!(
                "the story {lang} {day} {slug} is not here; import the stories first"
            )));
        };
        self.stories.insert(id, found);
        Ok(Ok(()))
    }
}

/// Whether the fields of a line are those of its type, and hold what must hold.
fn fits(line: &Line) -> Result<(), String> {
    let body = Value::Object(line.body.clone());
    let wrong = |error: serde_json::Error| format!("this is no {}: {error}", line.kind);
    match line.kind.as_str() {
        "source" => drop(serde_json::from_value::<Source>(body).map_err(wrong)?),
        "actor" => drop(serde_json::from_value::<Party>(body).map_err(wrong)?),
        "place" => drop(serde_json::from_value::<Place>(body).map_err(wrong)?),
        "claim" => is_sound(&serde_json::from_value(body).map_err(wrong)?)?,
        kind if GROUPS.contains(&kind) => {
            let group = serde_json::from_value::<Group>(body).map_err(wrong)?;
            if group.kind().word() != kind {
                return Err(format!("this is no {kind}"));
            }
        }
        _ => {}
    }
    Ok(())
}

fn is_sound(claim: &Claim) -> Result<(), String> {
    if !claim.body.fits(claim.kind) {
        return Err("what the claim says is of another kind than the claim".to_owned());
    }
    if let Body::Casualty(toll) = &claim.body
        && !toll.is_in_order()
    {
        return Err("the bounds of its number are out of order".to_owned());
    }
    if claim.when.as_ref().is_some_and(|when| !when.is_in_order()) {
        return Err("its last day is before its first".to_owned());
    }
    Ok(())
}

/// What a value names by identifier.
fn name(value: &Value, found: &mut Vec<(&'static str, i64)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match (named_by(key), value.as_i64()) {
                    (Some(kind), Some(id)) => found.push((kind, id)),
                    _ => name(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| name(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn named_by(key: &str) -> Option<&'static str> {
    Some(match key {
        "source" => "source",
        "actor" | "part_of" => "actor",
        "place" => "place",
        "claim" | "one" | "other" | "restates" | "supersedes" => "claim",
        "group" | "replaced_by" | "of" => "group",
        "story" => "story",
        _ => return None,
    })
}
