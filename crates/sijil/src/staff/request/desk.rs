//! The page of what waits for a second admin.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{Confirmed, Request, RequestId, confirm, refuse, store};
use crate::app::App;
use crate::articles::ArticleError;
use crate::db::Tx;
use crate::ledger::Hand;
use crate::media;
use crate::staff::Staff;
use crate::staff::again::Proven;
use crate::staff::people::desk::LinkPage;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/requests";
/// What the page says was done; each has the sentence `requests-did-…`.
const SAID: &[&str] = &["asked", "confirmed", "refused", "not"];

#[derive(Template)]
#[template(path = "staff/request/requests.html")]
struct RequestsPage {
    frame: DeskFrame,
    staff: Staff,
    requests: Vec<Request>,
    said: Option<String>,
}

impl RequestsPage {
    fn what(&self, request: &Request) -> String {
        let name = format!("requests-{}", request.what.word());
        self.frame.t(&name).into_owned()
    }

    fn is_own(&self, request: &Request) -> bool {
        request.by == self.staff.id
    }

    fn when(&self, request: &Request) -> (String, String) {
        let say = self.frame.say();
        (say.rfc3339(request.at), say.short_moment(request.at))
    }

    fn ledger(request: &Request) -> String {
        let kind = request.what.kind().word();
        format!("/desk/ledger?kind={kind}&id={}", request.about)
    }
}

/// What waits.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let now = app.now();
    let requests = app.db.read(move |tx| store::waiting(tx, now)).await?;
    let done = SAID.iter().find(|known| **known == fields.get("said"));
    let done = done.map(|word| format!("requests-did-{word}"));
    let frame = DeskFrame::new(&app, staff.clone(), "requests", HERE);
    let view = RequestsPage {
        said: done.map(|name| frame.t(&name).into_owned()),
        staff,
        requests,
        frame,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Confirms what another asked, or takes a request away.
///
/// # Errors
/// When the database fails.
pub async fn answer(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id: RequestId = named.number("id")?.into();
    let (own, who) = (app.clone(), staff.clone());
    if fields.get("do") != "confirm" {
        let write = move |tx: &mut Tx<'_, '_>| refuse(tx, &Hand::of(&who, &own), id);
        let is_there = app.db.write(write).await?;
        return Ok(said(if is_there { "refused" } else { "not" }));
    }
    let write = move |tx: &mut Tx<'_, '_>| confirm(tx, &own, &Hand::of(&who, &own), id);
    match app.db.write(write).await {
        Ok(Confirmed::Done) => Ok(said("confirmed")),
        Ok(Confirmed::Not) => Ok(said("not")),
        Ok(Confirmed::Removed(sha256)) => {
            media::remove_files(&app, sha256).await;
            Ok(said("confirmed"))
        }
        Ok(Confirmed::Link(token)) => {
            let page = Page::html(&LinkPage::of(&app, staff, "", false, &token))?;
            Ok(page.with_policy(CachePolicy::Never).into_response())
        }
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(other) => Err(PageError::broken(&other)),
    }
}

/// Leads to what waits, and says what was done.
pub(crate) fn said(word: &str) -> Response {
    see_other(&format!("{HERE}?said={word}"))
}
