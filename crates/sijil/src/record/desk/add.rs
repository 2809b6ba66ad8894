//! A source, an actor or a place that an editor adds by hand: the next text that names it is read so.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::form::{Input, Lay, Shape, Wrong};
use super::labels::Labels;
use super::lists::list_of;
use super::things::{inputs, set, written};
use crate::app::App;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::objects::{self, ObjectKind, add_name};
use crate::record::tools;
use crate::record::{ActorId, PlaceId, SourceId};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

#[derive(Template)]
#[template(path = "record/desk/add.html")]
struct AddPage {
    frame: DeskFrame,
    kind: &'static str,
    inputs: Vec<Input>,
    problem: bool,
}

/// The form, for the kind of thing that `kind` of the address names.
///
/// # Errors
/// [`PageError::NotFound`] for a kind that nobody adds.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    query: Fields,
) -> Result<Response, PageError> {
    page(&app, staff, (query, vec![])).await
}

/// The kind of thing that a form is for; a place where nothing is said.
fn kind_of(fields: &Fields) -> Option<ObjectKind> {
    let kind = match fields.get("thing") {
        "" => ObjectKind::Place,
        word => ObjectKind::try_from(word.to_owned()).ok()?,
    };
    list_of(kind).map(|_| kind)
}

async fn page(
    app: &App,
    staff: Staff,
    (sent, wrong): (Fields, Vec<Wrong>),
) -> Result<Response, PageError> {
    let kind = kind_of(&sent).ok_or(PageError::NotFound)?;
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let own = app.clone();
    let view = app
        .db
        .read(move |tx| {
            let say = own.say(staff.lang);
            let lay = Lay {
                say,
                fields: &sent,
                wrong: &wrong,
            };
            let labels = Labels {
                tools: &own.tools(),
                say,
                lang: staff.lang,
            };
            let address = list_of(kind).map_or("", |(address, _)| address);
            Ok::<_, DbError>(AddPage {
                inputs: inputs(tx, &lay, labels, kind)?,
                frame: DeskFrame::new(&own, staff.clone(), title(kind), address),
                kind: kind.word(),
                problem: !wrong.is_empty(),
            })
        })
        .await?;
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// The sentence that names the page.
pub(super) const fn title(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Source => "rdesk-add-source",
        ObjectKind::Actor => "rdesk-add-actor",
        _ => "rdesk-add-place",
    }
}

/// Adds it.
///
/// # Errors
/// [`PageError::NotFound`] for a kind that nobody adds.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let kind = kind_of(&fields).ok_or(PageError::NotFound)?;
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let came = app
        .db
        .write(move |tx| added(tx, &Hand::of(&by, &own), kind, &sent))
        .await?;
    match came {
        Ok(id) => {
            tools::renew(&app).await?;
            Ok(see_other(&format!("/desk/record/things/{id}?said=added")))
        }
        Err(wrong) => page(&app, staff, (fields, wrong)).await,
    }
}

fn added(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    kind: ObjectKind,
    fields: &Fields,
) -> Result<Result<i64, Vec<Wrong>>, DbError> {
    let (id, mut body) = empty(hand, kind);
    let mut wrong = Vec::new();
    set(&mut body, kind, fields, &mut wrong);
    let text = match written(kind, Value::Object(body), wrong) {
        Ok(text) => text,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let reason = fields.get("reason");
    objects::insert(tx, hand, (id, kind), &text, reason)?;
    let typed = fields.get("aliases").lines();
    for name in typed.chain([fields.get("name_ar"), fields.get("name_en")]) {
        add_name(tx, (kind, id), name)?;
    }
    changes::append(tx, Tag::Record, 0, hand.at)?;
    let subject = Subject(LedgerKind::Record, id);
    ledger::append(tx, hand, Act::RecordSet, subject, reason)?;
    Ok(Ok(id))
}

/// A new thing of a kind, before anything is said of it.
fn empty(hand: &Hand<'_>, kind: ObjectKind) -> (i64, Map<String, Value>) {
    let (id, rest) = match kind {
        ObjectKind::Source => {
            let id: SourceId = hand.ids.next(hand.at);
            (id.0, json!({"is_named": true}))
        }
        ObjectKind::Actor => {
            let id: ActorId = hand.ids.next(hand.at);
            (id.0, json!({}))
        }
        _ => {
            let id: PlaceId = hand.ids.next(hand.at);
            (id.0, json!({"feature": "settlement", "origin": "editor"}))
        }
    };
    let mut body = match rest {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    body.insert("id".to_owned(), json!(id));
    (id, body)
}
