//! The parts of the newsroom's own file: everything, with what is kept beside it.

use serde_json::{Map, Value, json};

use super::json::{line, outward};
use super::master::{Lines, PIECE, anchor_line, parted};
use super::store;
use crate::articles;
use crate::db::{DbError, Tx};
use crate::record::anchors::{Anchor, of_claim};
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, parsed};

pub(super) fn stories(tx: &mut Tx<'_, '_>, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for id in store::stories(tx, after, PIECE)? {
        lines.see(id.0);
        let Some(article) = articles::article(tx, id)? else {
            continue;
        };
        let day = article.day.map(|day| day.to_string()).unwrap_or_default();
        lines.put(line(
            "story",
            json!({"id": id.0, "lang": article.lang.code(), "day": day,
                   "slug": article.slug.as_str()}),
        ));
    }
    Ok(lines)
}

pub(super) fn anchors(tx: &mut Tx<'_, '_>, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    let mut of: Option<(ClaimId, Vec<Anchor>)> = None;
    for (id, claim) in store::anchors(tx, after, PIECE)? {
        lines.see(id.0);
        if of.as_ref().is_none_or(|(of, _)| *of != claim) {
            of = Some((claim, of_claim(tx, claim)?));
        }
        let anchors = of.iter().flat_map(|(_, anchors)| anchors);
        for anchor in anchors.filter(|anchor| anchor.id == id) {
            let mut fields = anchor_line(anchor);
            let is_withheld = anchor.is_withheld;
            fields.insert("kept".to_owned(), json!({"withheld": is_withheld}));
            lines.put(fields);
        }
    }
    Ok(lines)
}

pub(super) fn things(tx: &mut Tx<'_, '_>, kind: ObjectKind, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for kept in store::all(tx, kind, after, PIECE)? {
        lines.see(kept.id);
        let mut value: Value = parsed(&kept.body)?;
        if let Some(fields) = value.as_object_mut() {
            fields.remove("grading");
        }
        let mut fields = line(kind.word(), value);
        let mut beside = version(&kept);
        beside.remove("id");
        let mut older = Vec::new();
        for before in store::versions(tx, kept.id)? {
            let mut fields = version(&before);
            fields.remove("id");
            fields.insert("body".to_owned(), outward(parsed(&before.body)?));
            older.push(Value::Object(fields));
        }
        let names: Vec<Value> = store::names(tx, kept.id)?
            .into_iter()
            .map(|(folded, uses)| json!([folded, uses]))
            .collect();
        let apart: Vec<Value> = store::apart(tx, ClaimId(kept.id))?
            .into_iter()
            .map(|(group, at)| outward(json!({"group": group.0, "at": at.0})))
            .collect();
        for (key, list) in [("versions", older), ("names", names), ("apart", apart)] {
            if !list.is_empty() {
                beside.insert(key.to_owned(), Value::Array(list));
            }
        }
        fields.insert("kept".to_owned(), Value::Object(beside));
        lines.put(fields);
    }
    Ok(lines)
}

fn version(kept: &store::Kept) -> Map<String, Value> {
    let fields = outward(json!({
        "id": kept.id, "version": kept.version, "at": kept.at.0, "by": kept.by,
        "reason": kept.reason, "withheld": kept.is_withheld,
    }));
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

pub(super) fn gradings(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for kept in store::all(tx, kind, after, PIECE)? {
        lines.see(kept.id);
        let (_, grading) = parted(&parsed(&kept.body)?)?;
        grading.into_iter().for_each(|grading| lines.put(grading));
    }
    Ok(lines)
}

pub(super) fn decisions(tx: &mut Tx<'_, '_>, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for decision in store::decisions(tx, after, PIECE)? {
        lines.see(decision.id);
        lines.put(line(
            "decision",
            json!({
                "id": decision.id, "story": decision.story.0, "mark": decision.mark,
                "kind": decision.kind, "verdict": decision.verdict,
                "claim": decision.claim.map(|claim| claim.0), "rules": decision.rules,
                "score": decision.score, "features": decision.features,
                "open_ms": decision.open_ms, "by": decision.by, "at": decision.at.0,
                "reason": decision.reason,
            }),
        ));
    }
    Ok(lines)
}
