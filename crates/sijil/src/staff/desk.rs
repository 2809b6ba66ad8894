//! The guard before every page of the desk, and where a session ends.

use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use http::request::Parts;
use http::{HeaderMap, Method};
use sijil_text::Lang;

use super::session::{self, Session, Token};
use super::{Actor, Power, Staff, store};
use crate::app::App;
use crate::db::DbError;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::web::cookie::Cookie;
use crate::web::page::see_other;
use crate::web::site::never_kept;
use crate::web::{Form, PageError, urls};

pub(super) const DOOR: &str = "/desk/login";
pub(super) const HOME: &str = "/desk/";
/// Where a second factor is set up.
const SECOND: &str = "/desk/account/second";
pub(super) const SESSION: Cookie = Cookie {
    secure: "__Host-desk",
    plain: "desk",
    same_site: "Strict",
};
pub(super) const DEVICE: Cookie = Cookie {
    secure: "__Host-desk-device",
    plain: "desk-device",
    same_site: "Strict",
};

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

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        let session = parts.extensions.get::<Self>();
        session.cloned().ok_or(PageError::Forbidden)
    }
}

/// Stands before every address of the desk: strangers are led to the door, and who lacks the power
/// is told so, before any handler runs.
pub async fn guard(
    State((app, power)): State<(App, Power)>,
    mut request: Request,
    next: Next,
) -> Response {
    let session = match signed_in(&app, request.headers()).await {
        Ok(Some(session)) => session,
        Ok(None) => return to_the_door(&request),
        Err(error) => return PageError::from(error).into_response(),
    };
    if !session.staff.role.may(power) {
        return PageError::Forbidden.into_response();
    }
    if app.config.staff.second_factor && !session.way.is_two_factors() && !may_catch_up(&request) {
        return see_other(SECOND);
    }
    request.extensions_mut().insert(session.staff.clone());
    request.extensions_mut().insert(session);
    let mut response = next.run(request).await;
    never_kept(response.headers_mut());
    response
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

/// Who is signed in with the cookie of a request.
pub(super) async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Session>, DbError> {
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
    Ok(found)
}

fn note(tx: &mut crate::db::Tx<'_, '_>, app: &App, actor: Actor, act: Act) -> Result<(), DbError> {
    let hand = Hand {
        by: Some(actor),
        at: app.now(),
        ids: &app.ids,
    };
    ledger::append(tx, &hand, act, Subject(Kind::Staff, actor.staff.0), "")
}

/// Where somebody may go who has yet to set up a second factor: to do so, or to leave.
fn may_catch_up(request: &Request) -> bool {
    let path = request.uri().path();
    [
        "/desk/account",
        "/desk/again",
        "/desk/logout",
        "/desk/language",
    ]
    .iter()
    .any(|open| path.starts_with(open))
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
pub(super) fn wanted(next: &str) -> String {
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
