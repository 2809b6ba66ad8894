//! The record in one file: NDJSON, a header, then everything by kind and identifier.

use serde_json::{Map, Value, json};

use super::json::line;
use super::{About, Cursor, Form, own, store};
use crate::db::{DbError, Tx};
use crate::lists;
use crate::record::anchors::Anchor;
use crate::record::claims::{self, Claim};
use crate::record::disclosed::Disclosure;
use crate::record::groups::{self, Group};
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, GroupId, canonical, parsed};
use crate::web::{Urls, urls};

/// Things of one piece: each takes a handful of statements, so a piece is a matter of milliseconds.
pub(super) const PIECE: i64 = 200;

/// The parts of the file, in their order.
const PARTS: [Part; 15] = [
    Part::Head,
    Part::Stories,
    Part::Named(ObjectKind::Source),
    Part::Named(ObjectKind::Actor),
    Part::Named(ObjectKind::Place),
    Part::Anchors,
    Part::Claims,
    Part::Groups(ObjectKind::Event),
    Part::Groups(ObjectKind::Figure),
    Part::Groups(ObjectKind::Truce),
    Part::Groups(ObjectKind::Control),
    Part::Groups(ObjectKind::Talks),
    Part::Gradings(ObjectKind::Event),
    Part::Gradings(ObjectKind::Figure),
    Part::Decisions,
];

#[derive(Clone, Copy)]
enum Part {
    Head,
    Stories,
    Named(ObjectKind),
    Anchors,
    Claims,
    Groups(ObjectKind),
    Gradings(ObjectKind),
    Decisions,
}

/// Lines with the identifiers that they are in the order of, and how many things were looked at.
pub(super) struct Lines {
    text: String,
    last: Option<i64>,
    seen: usize,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self {
            text: String::new(),
            last: None,
            seen: 0,
        }
    }

    pub(super) fn see(&mut self, id: i64) {
        self.last = Some(id);
        self.seen += 1;
    }

    pub(super) fn put(&mut self, fields: Map<String, Value>) {
        self.text.push_str(&Value::Object(fields).to_string());
        self.text.push('\n');
    }
}

/// The piece of the file at a cursor, and where it goes on.
///
/// # Errors
/// When the database fails.
pub fn piece(
    tx: &mut Tx<'_, '_>,
    form: Form,
    about: &About,
    at: Cursor,
) -> Result<(String, Option<Cursor>), DbError> {
    let Some(part) = PARTS.get(at.part) else {
        return Ok((String::new(), None));
    };
    let lines = match (part, form) {
        (Part::Head, _) => Lines {
            text: about.line(form),
            ..Lines::new()
        },
        (Part::Stories, Form::Public) => public_stories(tx, about, at.after)?,
        (Part::Stories, Form::Own) => own::stories(tx, at.after)?,
        (Part::Named(kind), Form::Public) => public_parts(tx, *kind, at.after)?,
        (Part::Anchors, Form::Public) => public_anchors(tx, at.after)?,
        (Part::Anchors, Form::Own) => own::anchors(tx, at.after)?,
        (Part::Claims, Form::Public) => public_claims(tx, at.after)?,
        (Part::Claims, Form::Own) => own::things(tx, ObjectKind::Claim, at.after)?,
        (Part::Groups(kind) | Part::Gradings(kind), Form::Public) => {
            let is_grading = matches!(part, Part::Gradings(_));
            public_groups(tx, *kind, at.after, is_grading)?
        }
        (Part::Named(kind) | Part::Groups(kind), Form::Own) => own::things(tx, *kind, at.after)?,
        (Part::Gradings(kind), Form::Own) => own::gradings(tx, *kind, at.after)?,
        (Part::Decisions, Form::Public) => Lines::new(),
        (Part::Decisions, Form::Own) => own::decisions(tx, at.after)?,
    };
    let is_full = i64::try_from(lines.seen) == Ok(PIECE);
    let next = at.next(lines.last, is_full, PARTS.len());
    Ok((lines.text, next))
}

fn public_stories(tx: &mut Tx<'_, '_>, about: &About, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for id in store::public_stories(tx, after, PIECE)? {
        lines.see(id.0);
        let Some(card) = lists::card(tx, id)? else {
            continue;
        };
        let address = urls::encoded(&Urls::full(card.lang).card(&card));
        let mut fields = line(
            "story",
            json!({"id": id.0, "lang": card.lang.code(), "headline": card.headline,
                   "url": format!("{}{address}", about.url)}),
        );
        let at = super::json::iso(card.published_at.0);
        fields.insert("published_at".to_owned(), json!(at));
        lines.put(fields);
    }
    Ok(lines)
}

fn public_parts(tx: &mut Tx<'_, '_>, kind: ObjectKind, after: i64) -> Result<Lines, DbError> {
    let mut lines = Lines::new();
    for body in store::public_parts(tx, kind, after, PIECE)? {
        let value = public_part(tx, &body)?;
        lines.see(value.get("id").and_then(Value::as_i64).unwrap_or_default());
        lines.put(line(kind.word(), value));
    }
    Ok(lines)
}

/// A source, actor or place, leading only to what readers may see.
pub(super) fn public_part(tx: &mut Tx<'_, '_>, body: &str) -> Result<Value, DbError> {
    let mut value: Value = parsed(body)?;
    for key in ["actor", "part_of"] {
        drop_unless(&mut value, key, |id| store::is_public_part(tx, id))?;
    }
    Ok(value)
}

fn public_anchors(tx: &mut Tx<'_, '_>, after: i64) -> Result<Lines, DbError> {
    let (mut lines, mut disclosure) = (Lines::new(), Disclosure::default());
    let mut shown: Option<(ClaimId, Vec<Anchor>)> = None;
    for (id, claim) in store::public_anchors(tx, after, PIECE)? {
        lines.see(id.0);
        if shown.as_ref().is_none_or(|(of, _)| *of != claim) {
            let Some(public) = claims::public_with_id(tx, claim)? else {
                continue;
            };
            shown = Some((claim, disclosure.claim(tx, &public)?.anchors));
        }
        let anchors = shown.iter().flat_map(|(_, anchors)| anchors);
        for anchor in anchors.filter(|anchor| anchor.id == id) {
            lines.put(anchor_line(anchor));
        }
    }
    Ok(lines)
}

pub(super) fn anchor_line(anchor: &Anchor) -> Map<String, Value> {
    line(
        "anchor",
        json!({
            "id": anchor.id.0, "claim": anchor.claim.0, "story": anchor.article.0,
            "revision": anchor.revision, "sha256": anchor.sha256, "role": anchor.role.word(),
            "sentence": anchor.sentence, "start": anchor.start, "end": anchor.end,
            "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix,
            "lost": anchor.is_lost,
        }),
    )
}

fn public_claims(tx: &mut Tx<'_, '_>, after: i64) -> Result<Lines, DbError> {
    let (mut lines, mut disclosure) = (Lines::new(), Disclosure::default());
    for claim in claims::public_after(tx, ClaimId(after), PIECE)? {
        lines.see(claim.id.0);
        let shown = disclosure.claim(tx, &claim)?;
        lines.put(line("claim", public_claim(tx, &shown.claim)?));
    }
    Ok(lines)
}

/// A disclosed claim, leading only to what readers may see.
pub(super) fn public_claim(tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<Value, DbError> {
    let mut value: Value = parsed(&canonical(claim)?)?;
    for key in ["restates", "supersedes"] {
        drop_unless(&mut value, key, |id| {
            Ok(claims::public_with_id(tx, ClaimId(id))?.is_some())
        })?;
    }
    drop_unless(&mut value, "group", |id| is_public_group(tx, GroupId(id)))?;
    Ok(value)
}

fn is_public_group(tx: &mut Tx<'_, '_>, id: GroupId) -> Result<bool, DbError> {
    let Some(group) = groups::group(tx, id)? else {
        return Ok(false);
    };
    Ok(groups::public_with_id(tx, group.kind(), id)?.is_some())
}

fn public_groups(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
    is_grading: bool,
) -> Result<Lines, DbError> {
    let (mut lines, mut disclosure) = (Lines::new(), Disclosure::default());
    for group in groups::public_of_kind(tx, kind, GroupId(after), PIECE)? {
        lines.see(group.id.0);
        let group = disclosure.group(tx, &group)?;
        let (value, grading) = parted(&group)?;
        if is_grading {
            grading.into_iter().for_each(|grading| lines.put(grading));
        } else {
            lines.put(line(kind.word(), public_group(tx, value)?));
        }
    }
    Ok(lines)
}

/// A disclosed group, leading only to what readers may see.
pub(super) fn public_group(tx: &mut Tx<'_, '_>, mut value: Value) -> Result<Value, DbError> {
    drop_unless(&mut value, "replaced_by", |id| {
        is_public_group(tx, GroupId(id))
    })?;
    let Some(fields) = value.as_object_mut() else {
        return Ok(value);
    };
    for (list, keys) in [
        ("assessments", ["actor"].as_slice()),
        ("comparisons", &["one", "other"]),
    ] {
        let Some(Value::Array(items)) = fields.get_mut(list) else {
            continue;
        };
        let mut kept = Vec::new();
        for item in std::mem::take(items) {
            let mut is_public = true;
            for id in keys.iter().filter_map(|key| item.get(*key)?.as_i64()) {
                is_public &= store::is_public_part(tx, id)?
                    || claims::public_with_id(tx, ClaimId(id))?.is_some();
            }
            if is_public {
                kept.push(item);
            }
        }
        *items = kept;
    }
    Ok(value)
}

/// A group, and apart from it the line of its grade.
pub(super) fn parted(group: &Group) -> Result<(Value, Option<Map<String, Value>>), DbError> {
    let mut value: Value = parsed(&canonical(group)?)?;
    let taken = value
        .as_object_mut()
        .and_then(|fields| fields.remove("grading"));
    let grading = taken.map(|grading| {
        let mut fields = line("grading", grading);
        fields.insert("of".to_owned(), json!(group.id.0.to_string()));
        fields.insert("scale".to_owned(), json!("airwars"));
        fields
    });
    Ok((value, grading))
}

/// Takes an identifier out of a thing unless it leads to what passes a test.
fn drop_unless(
    value: &mut Value,
    key: &str,
    mut passes: impl FnMut(i64) -> Result<bool, DbError>,
) -> Result<(), DbError> {
    let Some(fields) = value.as_object_mut() else {
        return Ok(());
    };
    let Some(id) = fields.get(key).and_then(Value::as_i64) else {
        return Ok(());
    };
    if !passes(id)? {
        fields.remove(key);
    }
    Ok(())
}
