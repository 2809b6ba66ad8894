//! The door of the desk: signing in and out, and the guard before every page of the desk.

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};
use sijil_text::Lang;

use super::session::{self, NewSession, Token, Way};
use super::{Actor, Power, SessionId, Staff, StaffId, store};
use crate::app::App;
use crate::db::DbError;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::web::cookie::Cookie;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::site::{never_kept, preferred};
use crate::web::{CachePolicy, DeskFrame, Form, Network, Page, PageError, urls};

const DOOR: &str = "/desk/login";
const HOME: &str = "/desk/";
/// The session's cookie lives as long as the session can.
const SESSION_SECONDS: u64 = 7 * 24 * 60 * 60;
/// A browser that signed in is known for this long.
const DEVICE_SECONDS: u64 = 180 * 24 * 60 * 60;
const SESSION: Cookie = Cookie {
    secure: "__Host-desk",
    plain: "desk",
    same_site: "Strict",
};
const DEVICE: Cookie = Cookie {
    secure: "__Host-desk-device",
    plain: "desk-device",
    same_site: "Strict",
};

#[derive(Template)]
#[template(path = "staff/login.html")]
struct LoginPage {
    frame: DeskFrame,
    login: String,
    next: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/home.html")]
struct HomePage {
    frame: DeskFrame,
}

impl<S: Send + Sync> FromRequestParts<S> for Staff {
    type Rejection = PageError;

    /// Whoever the [`guard`] let in; a page without a guard has nobody.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or(PageError::Forbidden)
    }
}

/// Stands before every address of the desk: strangers are led to the door, and who lacks the power
/// is told so, before any handler runs.
pub async fn guard(
    State((app, power)): State<(App, Power)>,
    mut request: Request,
    next: Next,
) -> Response {
    let staff = match signed_in(&app, request.headers()).await {
        Ok(Some(staff)) => staff,
        Ok(None) => return to_the_door(&request),
        Err(error) => return PageError::from(error).into_response(),
    };
    if !staff.role.may(power) {
        return PageError::Forbidden.into_response();
    }
    request.extensions_mut().insert(staff);
    let mut response = next.run(request).await;
    never_kept(response.headers_mut());
    response
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

/// Signs somebody in.
///
/// # Errors
/// When the database fails, or too many sign in at once.
pub async fn sign_in(
    State(app): State<App>,
    network: Network,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let again =
        |status, problem: String| at_the_door(&app, &headers, &fields, status, Some(problem));
    let say = app.say(lang_of(&app, &headers, &fields));
    let login = super::login(fields.get("login")).unwrap_or_default();
    let mark = DEVICE.read(&app, &headers);
    let caller = app.door.caller(&login, &network, mark);
    let seconds = app.door.wait_seconds(caller, app.now());
    if seconds > 0 {
        let seconds = usize::try_from(seconds).unwrap_or_default();
        return again(
            StatusCode::TOO_MANY_REQUESTS,
            say.count("desk-wait", seconds),
        );
    }
    let asked = login.clone();
    let found = app.db.read(move |tx| store::by_login(tx, &asked)).await?;
    let (staff, kept) = found.unzip();
    let typed = fields.raw("password").to_owned();
    let is_right = app.door.passwords.is_right(typed, kept).await;
    let staff = match (is_right.ok_or(PageError::Busy)?, staff) {
        (true, Some(staff)) => staff,
        _ => {
            app.door.refused(caller, app.now());
            return again(
                StatusCode::UNPROCESSABLE_ENTITY,
                say.say("desk-wrong").into_owned(),
            );
        }
    };
    app.door.welcomed(caller);
    let mark = app
        .door
        .mark(&login)
        .map_err(|error| PageError::broken(&error))?;
    let token = rotate(&app, &headers, staff.id, Way::Password).await?;
    let mut response = see_other(&wanted(fields.get("next")));
    let cookies = [
        SESSION.write(&app, &headers, token.as_str(), SESSION_SECONDS),
        DEVICE.write(&app, &headers, &mark, DEVICE_SECONDS),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Signs whoever asks out.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Form(_): Form,
) -> Result<Response, PageError> {
    if let Some(value) = SESSION.read(&app, &headers) {
        let (own, token) = (app.clone(), Token::typed(value));
        let close = move |tx: &mut crate::db::Tx<'_, '_>| {
            session::close(tx, &token)?;
            note(tx, &own, staff.actor(), Act::SignedOut)
        };
        app.db.write(close).await?;
    }
    let mut response = see_other(DOOR);
    if let Some(cookie) = SESSION.write(&app, &headers, "", 0) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Sets the language of somebody's desk.
///
/// # Errors
/// When the database fails.
pub async fn set_language(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    if let Ok(lang) = Lang::try_from(fields.get("lang")) {
        let set = move |tx: &mut crate::db::Tx<'_, '_>| store::set_lang(tx, staff.id, lang.code());
        app.db.write(set).await?;
    }
    Ok(see_other(&wanted(fields.get("back"))))
}

/// Where the desk begins: the places that somebody may go to.
///
/// # Errors
/// When the template fails.
pub async fn home(State(app): State<App>, staff: Staff) -> Result<Page, PageError> {
    let frame = DeskFrame::new(&app, staff, "desk", HOME);
    Ok(Page::html(&HomePage { frame })?.with_policy(CachePolicy::Never))
}

/// Who is signed in with the cookie of a request.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Staff>, DbError> {
    let Some(value) = SESSION.read(app, headers) else {
        return Ok(None);
    };
    let (token, now) = (Token::typed(value), app.now());
    let asked = token.clone();
    let found = app
        .db
        .read(move |tx| session::present(tx, &asked, now))
        .await?;
    if found.as_ref().is_some_and(|found| found.is_to_be_seen) {
        app.db
            .write(move |tx| session::seen(tx, &token, now))
            .await?;
    }
    Ok(found.map(|found| found.staff))
}

/// Opens a new session in the place of the one that the browser had, if it had one.
async fn rotate(
    app: &App,
    headers: &HeaderMap,
    staff: StaffId,
    way: Way,
) -> Result<Token, PageError> {
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let old = SESSION.read(app, headers).map(Token::typed);
    let (own, new) = (app.clone(), token.clone());
    let open = move |tx: &mut crate::db::Tx<'_, '_>| {
        if let Some(old) = &old {
            session::close(tx, old)?;
        }
        let id: SessionId = own.ids.next(own.now());
        let session = NewSession {
            id,
            staff,
            way,
            browser: String::new(),
        };
        session::open(tx, &session, &new, own.now())?;
        let actor = Actor {
            staff,
            session: Some(id),
        };
        note(tx, &own, actor, Act::SignedIn)
    };
    app.db.write(open).await?;
    Ok(token)
}

fn note(tx: &mut crate::db::Tx<'_, '_>, app: &App, actor: Actor, act: Act) -> Result<(), DbError> {
    let hand = Hand {
        by: Some(actor),
        at: app.now(),
        ids: &app.ids,
    };
    ledger::append(tx, &hand, act, Subject(Kind::Staff, actor.staff.0), "")
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
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// The language that a page at the door was asked in, else the browser's.
fn lang_of(app: &App, headers: &HeaderMap, fields: &Fields) -> Lang {
    Lang::try_from(fields.get("lang"))
        .unwrap_or_else(|_| preferred(headers, app.config.default_language))
}

fn to_the_door(request: &Request) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = request
        .uri()
        .path_and_query()
        .map(http::uri::PathAndQuery::as_str);
    match asked.filter(|asked| is_read && *asked != HOME) {
        Some(asked) => see_other(&format!("{DOOR}?next={}", urls::value(asked))),
        None => see_other(DOOR),
    }
}

/// Where somebody is led on to: a page of the desk, and never another host's.
fn wanted(next: &str) -> String {
    let is_ours = next.starts_with(HOME)
        && !next.starts_with(DOOR)
        && !next.contains("//")
        && next
            .chars()
            .all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
    (if is_ours { next } else { HOME }).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_leads_to_the_desk_and_nowhere_else() {
        assert_eq!(wanted("/desk/ledger?before=7"), "/desk/ledger?before=7");
        for bad in [
            "",
            "/en/",
            "//evil.example/desk/",
            "/desk//evil.example",
            "https://evil.example/desk/",
            "/desk/\\evil",
            "/desk/login?next=/desk/login",
            "/desk/a\r\nb",
        ] {
            assert_eq!(wanted(bad), HOME, "{bad}");
        }
    }
}
