//! Where somebody proves again who they are, and the extractor of handlers that want it proven.

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Response};
use http::header::REFERER;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};

use crate::app::App;
use crate::db::{DbError, Tx};
use crate::staff::Staff;
use crate::staff::desk::{DEVICE, HOME, wanted};
use crate::staff::entry::desk::words;
use crate::staff::entry::{Asked, Refusal, by_key, verify};
use crate::staff::second::Right;
use crate::staff::session::{Session, Way, store};
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Network, Page, PageError, urls};

const HERE: &str = "/desk/again";

/// Somebody who proved within the last ten minutes who they are. Others are led to [`page`] and
/// back: to a page they asked for, or to the page their form stood on.
pub struct Proven(pub Staff);

#[derive(Template)]
#[template(path = "staff/again/again.html")]
struct AgainPage {
    frame: DeskFrame,
    next: String,
    has_passkeys: bool,
    problem: Option<String>,
}

impl FromRequestParts<App> for Proven {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let session = parts.extensions.get::<Session>();
        let session = session.ok_or_else(|| PageError::Forbidden.into_response())?;
        if session.is_proven(app.now()) {
            return Ok(Self(session.staff.clone()));
        }
        let back = match parts.method {
            Method::GET | Method::HEAD => parts.uri.path().to_owned(),
            _ => form_of(&parts.headers),
        };
        Err(see_other(&format!("{HERE}?next={}", urls::value(&back))))
    }
}

/// The page that a form stood on, by what the browser says.
fn form_of(headers: &HeaderMap) -> String {
    let from = headers.get(REFERER).and_then(|from| from.to_str().ok());
    let path = from.and_then(|from| url::Url::parse(from).ok());
    wanted(path.as_ref().map_or(HOME, url::Url::path))
}

/// Asks somebody who they are.
///
/// # Errors
/// When the template fails.
pub async fn page(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    asked(&app, staff, &fields, (StatusCode::OK, None))
}

/// Takes a password, and the code of the moment if they have one.
///
/// # Errors
/// When the database fails.
pub async fn prove(
    State(app): State<App>,
    staff: Staff,
    network: Network,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let question = Asked {
        login: staff.login.clone(),
        password: fields.raw("password").to_owned(),
        code: fields.get("code").to_owned(),
        mark: DEVICE.read(&app, &headers).map(str::to_owned),
        network,
    };
    let verified = match verify(&app, question).await? {
        Ok(verified) => verified,
        Err(refusal) => return refused(&app, staff, &fields, &refusal),
    };
    let (id, session, now) = (staff.id, staff.session, app.now());
    let write = move |tx: &mut Tx<'_, '_>| {
        let is_new = match &verified.right {
            Some(right) => right.spend(tx, id, now)?,
            None => true,
        };
        let way = verified.right.as_ref().map_or(Way::Password, Right::way);
        if let Some(session) = session.filter(|_| is_new) {
            store::prove(tx, session, way, now)?;
        }
        Ok::<_, DbError>(is_new)
    };
    if !app.db.write(write).await? {
        return refused(&app, staff, &fields, &Refusal::Wrong);
    }
    Ok(see_other(&wanted(fields.get("next"))))
}

/// Takes a passkey, if it is their own.
///
/// # Errors
/// When the database fails.
pub async fn prove_with_key(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (own, shown, who) = (app.clone(), fields.clone(), staff.clone());
    let write = move |tx: &mut Tx<'_, '_>| {
        let proof = (shown.raw("credential"), shown.raw("sealed"));
        let found = by_key(tx, &own, proof)?;
        let is_own = found.is_some_and(|found| found.id == who.id);
        if let Some(session) = who.session.filter(|_| is_own) {
            store::prove(tx, session, Way::Passkey, own.now())?;
        }
        Ok::<_, DbError>(is_own)
    };
    if !app.db.write(write).await? {
        return refused(&app, staff, &fields, &Refusal::Wrong);
    }
    Ok(see_other(&wanted(fields.get("next"))))
}

fn refused(
    app: &App,
    staff: Staff,
    fields: &Fields,
    refusal: &Refusal,
) -> Result<Response, PageError> {
    let (status, problem) = words(app, staff.lang, refusal);
    asked(app, staff, fields, (status, Some(problem)))
}

fn asked(
    app: &App,
    staff: Staff,
    fields: &Fields,
    (status, problem): (StatusCode, Option<String>),
) -> Result<Response, PageError> {
    let view = AgainPage {
        frame: DeskFrame::new(app, staff, "again", HERE),
        next: wanted(fields.get("next")),
        has_passkeys: app.door.keys.are_possible(),
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
