//! A claim on a page of its own: its sentence, who says it, everything that it says, what became
//! of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::tell::{Fact, Row, Telling, Value};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::record::claims::{self, Claim};
use crate::record::objects::{self, ObjectKind, Version};
use crate::record::{ClaimId, Status, parsed};
use crate::web::extract::ById;
use crate::web::house::House;
use crate::web::text::excerpt;
use crate::web::{CachePolicy, Frame, Page, PageError, Urls};

/// Letters of a claim in a preview.
const DESCRIPTION_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "record/pages/claim.html")]
struct ClaimPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    row: Row,
    facts: Vec<Fact>,
    /// A remark of the newsroom's; may be empty.
    note: String,
    group: Option<Value>,
    /// What else is said of the same, and what it repeats.
    beside: Vec<Row>,
    versions: Vec<Past>,
    decided: String,
}

#[derive(Template)]
#[template(path = "record/pages/gone.html")]
struct GonePage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    day: String,
    reason: String,
    is_retracted: bool,
    later: Option<Row>,
}

/// What a claim said before.
struct Past {
    day: String,
    summary: String,
    reason: String,
}

/// What is at a claim's address.
enum Found {
    Public(Box<Public>),
    Gone(Box<Claim>, Option<Box<Row>>),
}

struct Public {
    row: Row,
    facts: Vec<Fact>,
    group: Option<Value>,
    beside: Vec<Row>,
    versions: Vec<Past>,
    telling: Telling,
}

/// A claim, or the notice that it was taken back.
///
/// # Errors
/// [`PageError::NotFound`] for what readers never saw or may not see.
pub async fn claim(State(app): State<App>, at: ById) -> Result<Response, PageError> {
    let (reading, id) = (app.clone(), ClaimId(at.id));
    let (found, house) = app
        .db
        .read(move |tx| {
            let found = find(tx, &reading, (at.urls, id))?;
            Ok::<_, DbError>((found, reading.houses.get(tx, at.urls.lang)?))
        })
        .await?;
    match found.ok_or(PageError::NotFound)? {
        Found::Public(public) => claim_page(&app, at.urls, house, *public),
        Found::Gone(claim, later) => gone_page(&app, at.urls, house, (&claim, later)),
    }
}

fn find(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (urls, id): (Urls, ClaimId),
) -> Result<Option<Found>, DbError> {
    let mut telling = Telling::new(app, urls);
    if let Some(claim) = claims::public_with_id(tx, id)? {
        let row = telling.row(tx, &claim)?;
        let facts = telling.facts(&row.claim);
        let group = group(tx, &mut telling, &claim)?;
        let beside = beside(tx, &mut telling, &claim)?;
        let versions = versions(tx, &mut telling, &claim)?;
        return Ok(Some(Found::Public(Box::new(Public {
            row,
            facts,
            group,
            beside,
            versions,
            telling,
        }))));
    }
    let Some(listed) = claims::claim(tx, id)?.filter(|listed| !listed.is_withheld) else {
        return Ok(None);
    };
    let is_gone = matches!(listed.claim.status, Status::Retracted | Status::Superseded);
    if !is_gone || telling.card(tx, listed.claim.story)?.is_none() {
        return Ok(None);
    }
    let later = later(tx, &mut telling, &listed.claim)?;
    let gone = telling.known.claim(tx, &listed.claim)?.claim;
    Ok(Some(Found::Gone(Box::new(gone), later)))
}

/// The public claim that stands in the place of an older one.
fn later(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    old: &Claim,
) -> Result<Option<Box<Row>>, DbError> {
    let mut near = claims::public_of_article(tx, old.story)?;
    if let Some(group) = old.group {
        near.extend(claims::public_of_group(tx, group)?);
    }
    let found = near.iter().find(|claim| claim.supersedes == Some(old.id));
    let row = found.map(|claim| telling.row(tx, claim)).transpose()?;
    Ok(row.map(Box::new))
}

/// The page of what a claim is grouped in.
fn group(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    claim: &Claim,
) -> Result<Option<Value>, DbError> {
    let Some(id) = claim.group else {
        return Ok(None);
    };
    let kind = objects::head(tx, id.0)?.filter(|head| !head.is_withheld);
    let (list, name) = match kind.map(|head| head.kind) {
        Some(ObjectKind::Event | ObjectKind::Figure) if !claim.harm().is_empty() => {
            ("tolls", "record-side-by-side")
        }
        Some(ObjectKind::Truce) => ("truces", "record-of-truce"),
        _ => return Ok(None),
    };
    Ok(Some(Value {
        text: telling.say().say(name).into_owned(),
        href: Some(telling.urls.record_thing(list, id.0)),
        note: String::new(),
    }))
}

/// Other claims of its group.
fn beside(tx: &mut Tx<'_, '_>, telling: &mut Telling, claim: &Claim) -> Result<Vec<Row>, DbError> {
    let Some(group) = claim.group else {
        return Ok(vec![]);
    };
    let mut others = claims::public_of_group(tx, group)?;
    others.retain(|other| other.id != claim.id);
    telling.rows(tx, &others)
}

/// What a claim said before, newest first; nothing from before it was public.
fn versions(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    claim: &Claim,
) -> Result<Vec<Past>, DbError> {
    let mut past = Vec::new();
    let mut newer = claim.clone();
    for Version { at, body, .. } in objects::versions(tx, claim.id.0)? {
        let old: Claim = parsed(&body)?;
        let is_other = says(&old)? != says(&newer)?;
        if old.status.is_public() && is_other {
            let shown = telling.known.claim(tx, &old)?.claim;
            let why = telling.known.claim(tx, &newer)?.claim.reason;
            past.push(Past {
                day: telling.say().date(at),
                summary: telling.summary(&shown),
                reason: why,
            });
        }
        newer = old;
    }
    Ok(past)
}

/// What tells one version from another for readers.
fn says(claim: &Claim) -> Result<String, DbError> {
    crate::record::canonical(&Claim {
        group: None,
        machine: None,
        status: Status::Confirmed,
        decided_at: crate::db::UtcMillis(0),
        reason: String::new(),
        ..claim.clone()
    })
}

fn claim_page(
    app: &App,
    urls: Urls,
    house: Arc<House>,
    public: Public,
) -> Result<Response, PageError> {
    let Public {
        row,
        facts,
        group,
        beside,
        versions,
        telling,
    } = public;
    let id = row.claim.id.0;
    let frame = frame(app, urls, house, |urls| urls.record_thing("claims", id));
    let quote = row.quote.as_ref().map_or("", |quote| quote.text.as_str());
    let about = excerpt(quote, DESCRIPTION_CHARS_MAX);
    let frame = frame.titled(row.summary.clone(), about);
    let notes = [&row.claim.note_ar, &row.claim.note_en];
    let note = match urls.lang {
        sijil_text::Lang::Ar => notes.iter().find(|note| !note.is_empty()),
        sijil_text::Lang::En => notes.iter().rev().find(|note| !note.is_empty()),
    };
    let view = ClaimPage {
        menu: menu(&frame),
        note: note.map(|note| (*note).clone()).unwrap_or_default(),
        decided: telling.say().date(row.claim.decided_at),
        frame,
        row,
        facts,
        group,
        beside,
        versions,
    };
    Ok(Page::html(&view)?.tagged(telling.tags()).into_response())
}

fn gone_page(
    app: &App,
    urls: Urls,
    house: Arc<House>,
    (claim, later): (&Claim, Option<Box<Row>>),
) -> Result<Response, PageError> {
    let id = claim.id.0;
    let is_retracted = claim.status == Status::Retracted;
    let name = match is_retracted {
        true => "record-retracted",
        false => "record-superseded",
    };
    let frame = frame(app, urls, house, |urls| urls.record_thing("claims", id)).hidden();
    let title = frame.t(name).into_owned();
    let frame = frame.titled(title, "");
    let view = GonePage {
        menu: menu(&frame),
        day: frame.say().date(claim.decided_at),
        reason: claim.reason.clone(),
        is_retracted,
        later: later.map(|row| *row),
        frame,
    };
    let page = Page::html(&view)?
        .with_status(StatusCode::GONE)
        .with_policy(CachePolicy::Brief);
    Ok(page.into_response())
}
