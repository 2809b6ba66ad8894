//! What a form needs of a code: its picture, its sound, and the code itself for scripts.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use serde::Serialize;
use sijil_ramz::{Action, Ramz};

use super::Empty;
use crate::app::App;
use crate::web::extract::{InLang, Named};
use crate::web::{CachePolicy, Network, Page, PageError};

/// A code for a script, which answers it by work and shows the form's own code only if it cannot.
#[derive(Serialize)]
struct ForScript {
    token: String,
    challenge: serde_json::Value,
}

/// The picture or the sound of a code, by its token: always the same for the same token, so that
/// asking again teaches nothing. Drawn only for tokens of ours that are still good.
///
/// # Errors
/// [`PageError::NotFound`] for any other token, [`PageError::Busy`] when too many are drawn.
pub async fn file(
    State(app): State<App>,
    network: Network,
    named: Named,
) -> Result<Response, PageError> {
    let file = named.get("file")?;
    let (token, kind) = file.rsplit_once('.').ok_or(PageError::NotFound)?;
    let now = app.now();
    let opened = app.codes.keys.open(token, super::seconds(now));
    let ramz = opened.ok().ok_or(PageError::NotFound)?;
    let draw: fn(&Ramz) -> Vec<u8> = match kind {
        "png" => Ramz::picture,
        "wav" => |ramz| ramz.sound(ramz.lang()),
        _ => return Err(PageError::NotFound),
    };
    if let Err(Empty { wait_ms }) = app.codes.draws.take(network, now) {
        let mut response = PageError::Busy.into_response();
        let seconds = HeaderValue::from(wait_ms.unsigned_abs().div_ceil(1000));
        response.headers_mut().insert(RETRY_AFTER, seconds);
        return Ok(response);
    }
    let turn = app.codes.drawing.acquire().await;
    let _turn = turn.map_err(|error| PageError::broken(&error))?;
    let drawn = tokio::task::spawn_blocking(move || draw(&ramz)).await;
    let drawn = drawn.map_err(|error| PageError::broken(&error))?;
    let mime = if kind == "png" {
        "image/png"
    } else {
        "audio/wav"
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(mime)),
        (CACHE_CONTROL, CachePolicy::Never.header()),
        (CONTENT_DISPOSITION, HeaderValue::from_static("inline")),
    ];
    Ok((headers, drawn).into_response())
}

/// A code for the form of a page that is the same for all readers.
///
/// # Errors
/// [`PageError::NotFound`] for other acts, [`PageError::Busy`] when too much is asked.
pub async fn code(
    State(app): State<App>,
    InLang(lang): InLang,
    network: Network,
    named: Named,
) -> Result<Response, PageError> {
    let action = match named.get("act")? {
        "comment" => Action::Comment,
        "vote" => Action::Vote,
        "report" => Action::Report,
        _ => return Err(PageError::NotFound),
    };
    let object = named.get("id")?.parse().ok().ok_or(PageError::NotFound)?;
    let now = app.now();
    let taken = app.codes.draws.take(network, now);
    taken.ok().ok_or(PageError::Busy)?;
    let ramz = app.codes.issue(action, object, lang, now);
    let ramz = ramz.map_err(|error| PageError::broken(&error))?;
    let challenge = serde_json::from_str(&ramz.challenge_json());
    let body = ForScript {
        token: ramz.token(),
        challenge: challenge.map_err(|error| PageError::broken(&error))?,
    };
    let body = serde_json::to_string(&body).map_err(|error| PageError::broken(&error))?;
    let page = Page::new(body, "application/json").with_policy(CachePolicy::Never);
    Ok(page.into_response())
}
