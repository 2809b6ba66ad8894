//! Somebody's own second factor: setting up an app, taking it off, recovery codes.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::{Kept, Qr, Right, qr, store};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::secrets::hex;
use crate::staff::Staff;
use crate::staff::account::desk::said;
use crate::staff::again::desk::Proven;
use crate::staff::session::{Way, store as sessions};
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/account/second";

#[derive(Template)]
#[template(path = "staff/second/second.html")]
struct SecondPage {
    frame: DeskFrame,
    qr: Option<Qr>,
    link: String,
    secret: String,
    sealed: String,
    is_needed: bool,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/second/codes.html")]
struct CodesPage {
    frame: DeskFrame,
    codes: Vec<String>,
}

/// Shows the secret of a new app.
///
/// # Errors
/// When the system gives no random bytes.
pub async fn page(State(app): State<App>, Proven(staff): Proven) -> Result<Response, PageError> {
    let mut nonce = [0_u8; 16];
    getrandom::fill(&mut nonce).map_err(|error| PageError::broken(&error))?;
    set_up(&app, staff, &hex(&nonce), None)
}

/// Takes the app's first code, and gives recovery codes.
///
/// # Errors
/// When the database fails.
pub async fn add(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (door, now) = (&app.door, app.now());
    let sealed = door
        .seals
        .open::<String>(&purpose(&staff), fields.get("sealed"), now);
    let Some(sealed) = sealed else {
        return Ok(said("second-late"));
    };
    let kept = Kept {
        nonce: sealed.value.clone(),
        ..Kept::default()
    };
    let right = door.seconds.check(staff.id, &kept, fields.get("code"), now);
    let Some(Right::Step(step)) = right else {
        let problem = app.say(staff.lang).say("second-wrong").into_owned();
        return set_up(&app, staff, &sealed.value, Some(problem));
    };
    let codes = door.seconds.codes(staff.id);
    let codes = codes.map_err(|error| PageError::broken(&error))?;
    let (own, who, tags) = (app.clone(), staff.clone(), codes.clone());
    let write = move |tx: &mut Tx<'_, '_>| {
        if !sealed.spend(tx, own.now())? {
            return Ok(false);
        }
        store::put(tx, who.id, (&sealed.value, step), own.now())?;
        keep(tx, &who, &tags)?;
        if let Some(session) = who.session {
            sessions::prove(tx, session, Way::Second, own.now())?;
        }
        let about = Subject(Kind::Staff, who.id.0);
        ledger::append(tx, &Hand::of(&who, &own), Act::SecondSet, about, "")?;
        Ok::<_, DbError>(true)
    };
    if !app.db.write(write).await? {
        return Ok(said("second-late"));
    }
    shown(&app, staff, codes)
}

/// Takes the app and the recovery codes off somebody.
///
/// # Errors
/// When the database fails.
pub async fn remove(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(_): Form,
) -> Result<Response, PageError> {
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        store::clear_codes(tx, staff.id)?;
        let had = store::delete(tx, staff.id)?;
        if had {
            let about = Subject(Kind::Staff, staff.id.0);
            ledger::append(tx, &Hand::of(&staff, &own), Act::SecondEnded, about, "")?;
        }
        Ok::<_, DbError>(had)
    };
    let had = app.db.write(write).await?;
    Ok(said(if had { "second-ended" } else { "nothing" }))
}

/// Gives new recovery codes in the place of the old.
///
/// # Errors
/// When the database fails.
pub async fn renew(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(_): Form,
) -> Result<Response, PageError> {
    let codes = app.door.seconds.codes(staff.id);
    let codes = codes.map_err(|error| PageError::broken(&error))?;
    let (own, who, tags) = (app.clone(), staff.clone(), codes.clone());
    let write = move |tx: &mut Tx<'_, '_>| {
        if store::kept(tx, who.id)?.is_none() {
            return Ok(false);
        }
        keep(tx, &who, &tags)?;
        let about = Subject(Kind::Staff, who.id.0);
        ledger::append(tx, &Hand::of(&who, &own), Act::CodesMade, about, "")?;
        Ok::<_, DbError>(true)
    };
    if !app.db.write(write).await? {
        return Ok(said("nothing"));
    }
    shown(&app, staff, codes)
}

fn keep(tx: &mut Tx<'_, '_>, staff: &Staff, codes: &[(String, String)]) -> Result<(), DbError> {
    store::clear_codes(tx, staff.id)?;
    for (_, tag) in codes {
        store::add_code(tx, staff.id, tag)?;
    }
    Ok(())
}

fn purpose(staff: &Staff) -> String {
    format!("set up the app of {}", staff.id)
}

fn set_up(
    app: &App,
    staff: Staff,
    nonce: &str,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let host = url::Url::parse(&app.config.url).ok();
    let host = host
        .as_ref()
        .and_then(url::Url::host_str)
        .unwrap_or("sijil");
    let (link, secret) = app.door.seconds.set_up(&staff, nonce, host);
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let groups: Vec<String> = secret
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    let view = SecondPage {
        qr: qr(&link),
        link,
        secret: groups.join(" "),
        sealed: app.door.seals.seal(&purpose(&staff), &nonce, app.now()),
        is_needed: app.config.staff.second_factor,
        problem,
        frame: DeskFrame::new(app, staff, "second", HERE),
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

fn shown(app: &App, staff: Staff, codes: Vec<(String, String)>) -> Result<Response, PageError> {
    let view = CodesPage {
        frame: DeskFrame::new(app, staff, "codes", HERE),
        codes: codes.into_iter().map(|(code, _)| code).collect(),
    };
    let page = Page::html(&view)?;
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
