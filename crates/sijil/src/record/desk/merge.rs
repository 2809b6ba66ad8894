//! Two sources, actors or places that may be one: both side by side, and which of them stays is an
//! editor's answer. Nothing is merged by itself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::Value;
use sijil_text::fold;

use super::answer::shown;
use super::lists::list_of;
use super::things::of;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::record::merging::{self, Refusal};
use crate::record::objects::{self, Names, ObjectKind};
use crate::record::{parsed, tools};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{DeskFrame, Form, PageError};

/// Others that a name offers.
const OFFERED: i64 = 20;

/// Where a thing went.
pub(super) struct Merged {
    pub(super) kept: i64,
    pub(super) name: String,
    pub(super) may_part: bool,
}

/// One of two.
struct Side {
    id: i64,
    ar: String,
    en: String,
    shown: String,
    aliases: Vec<String>,
    claims: usize,
    is_withheld: bool,
}

#[derive(Template)]
#[template(path = "record/desk/merge.html")]
struct MergePage {
    frame: DeskFrame,
    own: Side,
    words: String,
    found: Vec<(i64, String, String)>,
    other: Option<Side>,
    problem: Option<String>,
    reason: String,
}

impl MergePage {
    /// The two, the one that more claims name first: it is proposed to stay.
    fn sides(&self) -> Vec<&Side> {
        let mut sides: Vec<&Side> = [&self.own].into_iter().chain(&self.other).collect();
        sides.sort_by_key(|side| std::cmp::Reverse(side.claims));
        sides
    }
}

/// The question: another is looked for by name, then both stand side by side.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn ask(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    query: Fields,
) -> Result<Response, PageError> {
    page(&app, staff, named.number("id")?, (query, None)).await
}

async fn page(
    app: &App,
    staff: Staff,
    id: i64,
    (sent, refusal): (Fields, Option<Refusal>),
) -> Result<Response, PageError> {
    let status = match refusal {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let own = app.clone();
    let found = app
        .db
        .read(move |tx| made(tx, &own, &staff, id, (&sent, refusal)))
        .await?;
    shown(status, found)
}

fn made(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: i64,
    (sent, refusal): (&Fields, Option<Refusal>),
) -> Result<Option<MergePage>, DbError> {
    let Some((kind, own)) = side(tx, staff, id)? else {
        return Ok(None);
    };
    let with: i64 = sent.get("with").parse().unwrap_or_default();
    let other = side(tx, staff, with)?
        .filter(|(other, _)| *other == kind && with != id)
        .map(|(_, side)| side);
    let words = sent.get("words").to_owned();
    let mut found = Vec::new();
    if other.is_none() {
        let wanted = if words.is_empty() { &own.shown } else { &words };
        for (body, _) in objects::with_words::<Value>(tx, kind, &fold(wanted), OFFERED)? {
            let number = body.get("id").and_then(Value::as_i64).unwrap_or_default();
            let names: Names = of(&body, "names");
            if number != id {
                let (shown, other) = (names.shown(staff.lang), names.shown(staff.lang.other()));
                let other = if shown == other { "" } else { other };
                found.push((number, shown.to_owned(), other.to_owned()));
            }
        }
    }
    let address = list_of(kind).map_or("", |(address, _)| address);
    let say = app.say(staff.lang);
    Ok(Some(MergePage {
        frame: DeskFrame::new(app, staff.clone(), "rdesk-merge", address),
        problem: refusal.map(|refusal| say.say(sentence(refusal)).into_owned()),
        reason: sent.get("reason").to_owned(),
        own,
        words,
        found,
        other,
    }))
}

fn side(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    id: i64,
) -> Result<Option<(ObjectKind, Side)>, DbError> {
    let Some(head) = objects::head(tx, id)?.filter(|head| list_of(head.kind).is_some()) else {
        return Ok(None);
    };
    let Some(body) = objects::body_of(tx, head.kind, id)? else {
        return Ok(None);
    };
    let body: Value = parsed(&body)?;
    let names: Names = of(&body, "names");
    let side = Side {
        id,
        shown: names.shown(staff.lang).to_owned(),
        ar: names.ar,
        en: names.en,
        aliases: of(&body, "aliases"),
        claims: usize::try_from(merging::claims_of(tx, id)?).unwrap_or_default(),
        is_withheld: head.is_withheld,
    };
    Ok(Some((head.kind, side)))
}

/// Where a thing went that was merged into another.
pub(super) fn merged(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    kind: ObjectKind,
    id: i64,
) -> Result<Option<Merged>, DbError> {
    let Some(kept) = objects::led_to(tx, id)? else {
        return Ok(None);
    };
    let body: Option<Value> = objects::with_id(tx, kind, kept)?;
    let names: Names = body.map(|body| of(&body, "names")).unwrap_or_default();
    Ok(Some(Merged {
        kept,
        name: names.shown(staff.lang).to_owned(),
        may_part: merging::merger(tx, id)?.is_some(),
    }))
}

/// The sentence that says why nothing was done.
pub(super) const fn sentence(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotTwo => "rdesk-merge-not-two",
        Refusal::Gone => "rdesk-merge-gone",
        Refusal::Withheld => "rdesk-merge-withheld",
        Refusal::TooMany => "rdesk-merge-too-many",
        Refusal::Changed => "rdesk-merge-changed",
    }
}

/// Merges the two; `keep` of the form says which stays. With `do` as `part`, parts them again.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn merge(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = named.number("id")?;
    if fields.get("do") == "part" {
        return part(app, staff, id, fields).await;
    }
    let number = |name: &str| fields.get(name).parse::<i64>().unwrap_or_default();
    let (with, keep) = (number("with"), number("keep"));
    let pair = if keep == with { (with, id) } else { (id, with) };
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let came = app
        .db
        .write(move |tx| {
            if side(tx, &by, id)?.is_none() {
                return Ok::<_, DbError>(None);
            }
            // Which of them stays has no answer of its own.
            if keep != id && keep != with {
                return Ok(Some(Err(Refusal::NotTwo)));
            }
            merging::merge(tx, &Hand::of(&by, &own), pair, sent.get("reason")).map(Some)
        })
        .await?;
    match came {
        None => Err(PageError::NotFound),
        Some(Ok(())) => {
            tools::renew(&app).await?;
            let kept = pair.0;
            Ok(see_other(&format!(
                "/desk/record/things/{kept}?said=merged"
            )))
        }
        Some(Err(refusal)) => page(&app, staff, id, (fields, Some(refusal))).await,
    }
}

/// Parts a thing again from the one it was merged into.
async fn part(app: App, staff: Staff, id: i64, fields: Fields) -> Result<Response, PageError> {
    let own = app.clone();
    let came = app
        .db
        .write(move |tx| {
            if objects::led_to(tx, id)?.is_none() {
                return Ok::<_, DbError>(None);
            }
            merging::part(tx, &Hand::of(&staff, &own), id, fields.get("reason")).map(Some)
        })
        .await?;
    let said = match came {
        None => return Err(PageError::NotFound),
        Some(Ok(_)) => {
            tools::renew(&app).await?;
            "parted"
        }
        Some(Err(_)) => "changed",
    };
    Ok(see_other(&format!("/desk/record/things/{id}?said={said}")))
}
