//! The sign-in page: a passkey, or a password with the code of the moment.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::{SET_COOKIE, USER_AGENT};
use http::{HeaderMap, StatusCode};
use sijil_text::Lang;

use super::{Asked, Refusal, Visitor, browser, by_key, enter, verify};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::staff::desk::{DEVICE, DOOR, SESSION, signed_in, wanted};
use crate::staff::keys::Ceremony;
use crate::staff::second::Right;
use crate::staff::session::{Token, Way};
use crate::staff::{self, Staff};
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::site::preferred;
use crate::web::{CachePolicy, DeskFrame, Form, Network, Page, PageError};

/// The session's cookie lives as long as the session can.
const SESSION_SECONDS: u64 = 7 * 24 * 60 * 60;
/// A browser that signed in is known for this long.
const DEVICE_SECONDS: u64 = 180 * 24 * 60 * 60;

#[derive(Template)]
#[template(path = "staff/entry/login.html")]
struct LoginPage {
    frame: DeskFrame,
    login: String,
    next: String,
    has_passkeys: bool,
    problem: Option<String>,
}

/// The sign-in page.
///
/// # Errors
/// When the database fails.
pub async fn door(
    State(app): State<App>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let next = wanted(fields.get("next"));
    if signed_in(&app, &headers).await?.is_some() {
        return Ok(see_other(&next));
    }
    at_the_door(&app, &headers, &fields, StatusCode::OK, None)
}

/// Signs somebody in by password, and by the code of the moment if they have one.
///
/// # Errors
/// When the database fails, or too many sign in at once.
pub async fn sign_in(
    State(app): State<App>,
    network: Network,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let asked = Asked {
        login: staff::login(fields.get("login")).unwrap_or_default(),
        password: fields.raw("password").to_owned(),
        code: fields.get("code").to_owned(),
        mark: DEVICE.read(&app, &headers).map(str::to_owned),
        network,
    };
    let verified = match verify(&app, asked).await? {
        Ok(verified) => verified,
        Err(refusal) => return refused(&app, &headers, &fields, &refusal),
    };
    let way = verified.right.as_ref().map_or(Way::Password, Right::way);
    let (visitor, token) = visitor(&app, &headers, &verified.staff)?;
    let (own, staff, new) = (app.clone(), verified.staff.clone(), token.clone());
    let open = move |tx: &mut Tx<'_, '_>| {
        if let Some(right) = &verified.right
            && !right.spend(tx, staff.id, own.now())?
        {
            return Ok(false);
        }
        enter(tx, &own, (&staff, way), &visitor, &new)?;
        Ok::<_, DbError>(true)
    };
    let staff = verified.staff.clone();
    if !app.db.write(open).await? {
        return refused(&app, &headers, &fields, &Refusal::Wrong);
    }
    let mut response = see_other(&wanted(fields.get("next")));
    let_in(&app, &headers, &staff, &token, &mut response)?;
    Ok(response)
}

/// Asks a browser for a passkey of ours, whosever.
///
/// # Errors
/// [`PageError::NotFound`] where this address can have none.
pub async fn options(State(app): State<App>, Form(_): Form) -> Result<Page, PageError> {
    let asked = app.door.keys.ask(&app.door.seals, app.now());
    asked.map(ceremony).ok_or(PageError::NotFound)
}

/// Signs in whoever has the passkey that the browser shows.
///
/// # Errors
/// When the database fails.
pub async fn sign_in_with_key(
    State(app): State<App>,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (own, shown) = (app.clone(), fields.clone());
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let (new, mark) = (
        token.clone(),
        DEVICE.read(&app, &headers).map(str::to_owned),
    );
    let unknown = unknown_visitor(&app, &headers);
    let open = move |tx: &mut Tx<'_, '_>| {
        let proof = (shown.raw("credential"), shown.raw("sealed"));
        let found = by_key(tx, &own, proof)?;
        if let Some(staff) = &found {
            let visitor = Visitor {
                is_known: own.door.knows(&staff.login, mark.as_deref()),
                ..unknown.clone()
            };
            enter(tx, &own, (staff, Way::Passkey), &visitor, &new)?;
        }
        Ok::<_, DbError>(found)
    };
    let Some(staff) = app.db.write(open).await? else {
        return refused(&app, &headers, &fields, &Refusal::Wrong);
    };
    let mut response = see_other(&wanted(fields.get("next")));
    let_in(&app, &headers, &staff, &token, &mut response)?;
    Ok(response)
}

/// What a ceremony asks of a browser's script.
pub(in crate::staff) fn ceremony(ceremony: Ceremony) -> Page {
    let Ceremony { options, sealed } = ceremony;
    let value = serde_json::json!({ "options": options, "sealed": sealed });
    Page::new(value.to_string(), "application/json").with_policy(CachePolicy::Never)
}

/// The browser that somebody enters with, and a token for their session.
pub(in crate::staff) fn visitor(
    app: &App,
    headers: &HeaderMap,
    staff: &Staff,
) -> Result<(Visitor, Token), PageError> {
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let visitor = Visitor {
        is_known: app.door.knows(&staff.login, DEVICE.read(app, headers)),
        ..unknown_visitor(app, headers)
    };
    Ok((visitor, token))
}

fn unknown_visitor(app: &App, headers: &HeaderMap) -> Visitor {
    let agent = headers
        .get(USER_AGENT)
        .and_then(|agent| agent.to_str().ok());
    Visitor {
        browser: browser(agent.unwrap_or_default()),
        is_known: false,
        old: SESSION.read(app, headers).map(Token::typed),
    }
}

/// Gives a browser the cookies of its session and of somebody who came in.
pub(in crate::staff) fn let_in(
    app: &App,
    headers: &HeaderMap,
    staff: &Staff,
    token: &Token,
    response: &mut Response,
) -> Result<(), PageError> {
    let mark = app.door.mark(&staff.login);
    let mark = mark.map_err(|error| PageError::broken(&error))?;
    let cookies = [
        SESSION.write(app, headers, token.as_str(), SESSION_SECONDS),
        DEVICE.write(app, headers, &mark, DEVICE_SECONDS),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(())
}

/// The sentence of a refusal.
pub(in crate::staff) fn words(app: &App, lang: Lang, refusal: &Refusal) -> (StatusCode, String) {
    let say = app.say(lang);
    match refusal {
        Refusal::Wait(seconds) => {
            let seconds = usize::try_from(*seconds).unwrap_or_default();
            let words = say.count("desk-wait", seconds);
            (StatusCode::TOO_MANY_REQUESTS, words)
        }
        Refusal::Wrong => {
            let words = say.say("desk-wrong").into_owned();
            (StatusCode::UNPROCESSABLE_ENTITY, words)
        }
    }
}

fn refused(
    app: &App,
    headers: &HeaderMap,
    fields: &Fields,
    refusal: &Refusal,
) -> Result<Response, PageError> {
    let (status, problem) = words(app, lang_of(app, headers, fields), refusal);
    at_the_door(app, headers, fields, status, Some(problem))
}

fn at_the_door(
    app: &App,
    headers: &HeaderMap,
    fields: &Fields,
    status: StatusCode,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let lang = lang_of(app, headers, fields);
    let view = LoginPage {
        frame: DeskFrame::at_the_door(app, lang, "desk-sign-in", DOOR),
        login: fields.get("login").chars().take(80).collect(),
        next: wanted(fields.get("next")),
        has_passkeys: app.door.keys.are_possible(),
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// The language that a page at the door was asked in, else the browser's.
pub(in crate::staff) fn lang_of(app: &App, headers: &HeaderMap, fields: &Fields) -> Lang {
    Lang::try_from(fields.get("lang"))
        .unwrap_or_else(|_| preferred(headers, app.choices().default_language))
}
