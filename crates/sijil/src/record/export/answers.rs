//! Lines of the file one list at a time, for the read API.

use serde_json::{Value, json};

use super::json::line;
use super::master::{public_claim, public_group, public_part};
use super::store;
use crate::db::{DbError, Tx};
use crate::record::claims::Claim;
use crate::record::disclosed::Disclosure;
use crate::record::groups;
use crate::record::objects::ObjectKind;
use crate::record::{GroupId, canonical, parsed};

/// Claims that readers may see, as the file has them.
///
/// # Errors
/// When the database fails.
pub fn claims_json(tx: &mut Tx<'_, '_>, claims: &[Claim]) -> Result<Vec<Value>, DbError> {
    let mut disclosure = Disclosure::default();
    let mut things = Vec::new();
    for claim in claims {
        let shown = disclosure.claim(tx, claim)?;
        let mut fields = line("claim", public_claim(tx, &shown.claim)?);
        let sentence = shown.sentence().map(|anchor| anchor.exact.clone());
        fields.insert("sentence".to_owned(), json!(sentence));
        things.push(Value::Object(fields));
    }
    Ok(things)
}

/// Sources, actors, places or groups that readers may see after an identifier, as the file has them
/// (a grade stands within what it grades), and the last identifier if more may follow.
///
/// # Errors
/// When the database fails.
pub fn things_json(
    tx: &mut Tx<'_, '_>,
    kind: ObjectKind,
    after: i64,
    limit: i64,
) -> Result<(Vec<Value>, Option<i64>), DbError> {
    let (mut things, mut last) = (Vec::new(), None);
    match kind {
        ObjectKind::Source | ObjectKind::Actor | ObjectKind::Place => {
            for body in store::public_parts(tx, kind, after, limit)? {
                let value = public_part(tx, &body)?;
                last = value.get("id").and_then(Value::as_i64);
                things.push(Value::Object(line(kind.word(), value)));
            }
        }
        ObjectKind::Claim => {}
        ObjectKind::Event
        | ObjectKind::Figure
        | ObjectKind::Truce
        | ObjectKind::Control
        | ObjectKind::Talks => {
            let mut disclosure = Disclosure::default();
            for group in groups::public_of_kind(tx, kind, GroupId(after), limit)? {
                last = Some(group.id.0);
                let group = disclosure.group(tx, &group)?;
                let value = public_group(tx, parsed(&canonical(&group)?)?)?;
                things.push(Value::Object(line(kind.word(), value)));
            }
        }
    }
    let is_full = i64::try_from(things.len()) == Ok(limit);
    Ok((things, last.filter(|_| is_full)))
}
