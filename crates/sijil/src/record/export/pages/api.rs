//! The record in the read API: the same lines as in its file, page by page.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use sijil_text::{Day, Lang, fold};

use super::made_of;
use crate::app::App;
use crate::db::Tx;
use crate::db::UtcMillis;
use crate::feeds::api::problem;
use crate::lists::Cursor;
use crate::record::claims::{self, Asked, Kind};
use crate::record::export::{claims_json, things_json};
use crate::record::objects::ObjectKind;
use crate::web::extract::{Fields, Named};
use crate::web::{CachePolicy, Page, PageError, urls};

const JSON: &str = "application/json; charset=utf-8";
/// Things of one answer.
const PAGE_THINGS: i64 = 50;

/// A list of the record.
///
/// # Errors
/// When the database fails.
pub async fn list(
    State(app): State<App>,
    named: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    let kind = match named.get("list")? {
        "claims" => return all_claims(&app, &fields).await,
        "events" => ObjectKind::Event,
        "figures" => ObjectKind::Figure,
        "truces" => ObjectKind::Truce,
        "control" => ObjectKind::Control,
        "talks" => ObjectKind::Talks,
        "places" => ObjectKind::Place,
        "actors" => ObjectKind::Actor,
        "sources" => ObjectKind::Source,
        _ => {
            let detail = "there is nothing at this address";
            return Ok(problem(http::StatusCode::NOT_FOUND, detail));
        }
    };
    let after = match fields.get("after") {
        "" => 0,
        text => match text.parse() {
            Ok(after) => after,
            Err(_) => return Ok(bad("after must be the identifier that next names")),
        },
    };
    let read = move |tx: &mut Tx<'_, '_>| things_json(tx, kind, after, PAGE_THINGS);
    let (things, last) = app.db.read(read).await?;
    let next = last.map(|last| {
        let path = named.get("list").unwrap_or_default();
        format!("{}/api/v1/record/{path}?after={last}", app.config.url)
    });
    Ok(answer(&things, next.as_ref()))
}

async fn all_claims(app: &App, fields: &Fields) -> Result<Response, PageError> {
    let asked = match read_asked(fields) {
        Ok(asked) => asked,
        Err(reason) => return Ok(bad(reason)),
    };
    let before = fields.before();
    let read = move |tx: &mut Tx<'_, '_>| {
        let found = claims::public(tx, &asked, (before.at.0, before.id), PAGE_THINGS)?;
        Ok::<_, crate::db::DbError>((claims_json(tx, &found)?, found))
    };
    let (things, found) = app.db.read(read).await?;
    let is_full = i64::try_from(found.len()) == Ok(PAGE_THINGS);
    let next = found.last().filter(|_| is_full).map(|claim| {
        let cursor = Cursor {
            at: UtcMillis(claim.decided_at.0),
            id: claim.id.0,
        };
        let mut address = format!(
            "{}/api/v1/record/claims?before={}-{}",
            app.config.url, cursor.at.0, cursor.id
        );
        for name in ["kind", "lang", "part", "other", "from", "until", "q"] {
            if !fields.get(name).is_empty() {
                let value = urls::value(fields.get(name));
                address = format!("{address}&{name}={value}");
            }
        }
        address
    });
    Ok(answer(&things, next.as_ref()))
}

/// What is asked for; else what is wrong with the question.
fn read_asked(fields: &Fields) -> Result<Asked, &'static str> {
    let day = |name: &str| match fields.get(name) {
        "" => Ok(String::new()),
        text => Day::parse(text).map(|day| day.to_string()),
    };
    let id = |name: &str| match fields.get(name) {
        "" => Ok(0),
        text => text.parse::<i64>(),
    };
    let (kind, lang) = (fields.get("kind"), fields.get("lang"));
    if !kind.is_empty() && claims::worded::<Kind>(kind).is_none() {
        return Err("kind must be a kind of claim, such as casualty");
    }
    if !lang.is_empty() && Lang::try_from(lang).is_err() {
        return Err("lang must be ar or en");
    }
    let words = fold(fields.get("q")).replace(['%', '_'], " ");
    Ok(Asked {
        kind: kind.to_owned(),
        lang: lang.to_owned(),
        part: id("part").or(Err("part must be an identifier"))?,
        other: id("other").or(Err("other must be an identifier"))?,
        from: day("from").or(Err("from must be a day such as 2017-12-01"))?,
        until: day("until").or(Err("until must be a day such as 2017-12-01"))?,
        words: words.trim().chars().take(120).collect(),
    })
}

fn bad(detail: &str) -> Response {
    problem(http::StatusCode::BAD_REQUEST, detail)
}

fn answer(things: &[Value], next: Option<&String>) -> Response {
    let body = json!({"items": things, "next": next}).to_string();
    // Of too many kinds to keep here.
    Page::new(body, JSON)
        .with_policy(CachePolicy::Brief)
        .tagged(made_of())
        .into_response()
}
