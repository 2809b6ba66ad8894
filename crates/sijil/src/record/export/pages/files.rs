//! The list of files, and the files.

use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use sijil_text::Lang;

use super::held::{Amount, Held};
use super::made_of;
use super::pieces::Pieces;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::record::export::{About, Cursor, File, book, named, names, stamp};
use crate::record::pages::{frame, menu};
use crate::web::extract::{InLang, Named};
use crate::web::slash::Other;
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Part, Urls};

/// Bytes of a file that is read at once, packed and kept for the next reader; what is longer is
/// sent in pieces.
const READY_BYTES_MAX: usize = 1024 * 1024;

#[derive(Template)]
#[template(path = "record/export/pages/files.html")]
struct FilesPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    licence: String,
    rule: String,
    /// The day on which the record last changed; empty while there is nothing in it.
    changed: String,
    rows: Vec<Row>,
}

/// Files that hold the same.
struct Row {
    title: String,
    text: String,
    /// How much it holds.
    amount: String,
    files: Vec<Listed>,
}

/// A file.
struct Listed {
    href: String,
    name: String,
    form: String,
}

/// The list of files.
///
/// # Errors
/// When the database fails.
pub async fn list(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
) -> Result<Page, PageError> {
    let reading = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        let about = About::read(tx, &reading.config)?;
        let held = Held::read(tx)?;
        Ok::<_, DbError>((about, held, reading.houses.get(tx, lang)?))
    };
    let (about, held, house) = app.db.read(read).await?;
    let urls = Urls { lang, edition };
    let frame = frame(&app, urls, house, |urls| urls.record_list("files"));
    let (title, text) = (frame.t("rfiles"), frame.t("rfiles-says"));
    let (title, text) = (title.into_owned(), text.into_owned());
    let frame = frame.titled(title, text);
    let rule = format!("rfiles-rule-{}", about.count_rule.replace('_', "-"));
    let view = FilesPage {
        menu: menu(&frame),
        rule: frame.t(&rule).into_owned(),
        changed: match about.at.0 {
            0 => String::new(),
            _ => frame.say().date(about.at),
        },
        rows: rows(&frame, lang, &held),
        licence: about.licence,
        frame,
    };
    Ok(Page::html(&view)?.tagged(made_of()))
}

/// Tables and maps by what they hold, each in its forms.
fn rows(frame: &Frame, lang: Lang, held: &Held) -> Vec<Row> {
    let mut rows: Vec<(String, Row)> = Vec::new();
    let mut all = names();
    all.push("claims.atom".to_owned());
    for name in all {
        let key = match name.as_str() {
            "record.ndjson" | "record.geojson" | "record.jsonld" | "truces.ics" => {
                name.replace('.', "-")
            }
            _ => name.split('.').next().unwrap_or_default().replace('_', "-"),
        };
        let form = name.split_once('.').map_or("", |(_, form)| form);
        let file = Listed {
            href: format!("/{}/record/files/{name}", lang.code()),
            form: frame.t(&format!("rfiles-form-{form}")).into_owned(),
            name: name.clone(),
        };
        match rows.iter_mut().find(|(known, _)| *known == key) {
            Some((_, row)) => row.files.push(file),
            None => {
                let row = Row {
                    title: frame.t(&format!("rfiles-{key}")).into_owned(),
                    text: frame.t(&format!("rfiles-{key}-says")).into_owned(),
                    amount: amount(frame, held.of(&name)),
                    files: vec![file],
                };
                rows.push((key, row));
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn amount(frame: &Frame, amount: Amount) -> String {
    let (name, count) = match amount {
        Amount::Rows(count) => ("rfiles-rows", count),
        Amount::Claims(count) => ("rfiles-of-claims", count),
        Amount::Events(count) => ("rfiles-of-events", count),
        Amount::Truces(count) => ("rfiles-of-truces", count),
    };
    frame.say().fill(name, &[("count", Part::Count(count))])
}

/// A file.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn file(
    State(app): State<App>,
    InLang(lang): InLang,
    at: Named,
    headers: HeaderMap,
    other: Other,
) -> Result<Response, PageError> {
    let name = at.get("file")?;
    if name == "claims.atom" {
        return super::feed::claims(&app, lang).await;
    }
    let Some(file) = named(name) else {
        return other.page();
    };
    send(&app, (lang, name, file), &headers).await
}

/// A file under its short name, such as `export.csv`.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn short(
    State(app): State<App>,
    InLang(lang): InLang,
    at: Named,
    headers: HeaderMap,
    other: Other,
) -> Result<Response, PageError> {
    let name = match at.get("file")? {
        "export.ndjson" => "record.ndjson",
        "export.csv" => "acled-like.csv",
        "export.geojson" => "record.geojson",
        "export.ics" => "truces.ics",
        "export.jsonld" => "record.jsonld",
        _ => return other.page(),
    };
    let file = named(name).ok_or(PageError::NotFound)?;
    send(&app, (lang, name, file), &headers).await
}

/// What of a file was read at once.
struct Begun {
    about: About,
    stamp: String,
    text: String,
    next: Option<Cursor>,
}

async fn send(
    app: &App,
    (lang, name, file): (Lang, &str, File),
    asked: &HeaderMap,
) -> Result<Response, PageError> {
    let config = app.config.clone();
    let begun = app
        .db
        .read(move |tx| {
            let about = About::read(tx, &config)?;
            begin(tx, about, lang, file)
        })
        .await?;
    let mut response = match begun.next {
        None if file.is_in_pieces() => ready(begun.text.into(), file),
        None => {
            let book = tokio::task::spawn_blocking(move || book(&begun.text));
            let packed = book.await.map_err(|error| PageError::broken(&error))?;
            ready(
                packed.map_err(|error| PageError::broken(&error))?.into(),
                file,
            )
        }
        Some(_) => long(app, lang, file, begun, asked),
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn begin(tx: &mut Tx<'_, '_>, about: About, lang: Lang, file: File) -> Result<Begun, DbError> {
    let (mut text, mut next) = (String::new(), Some(Cursor::START));
    while let Some(at) = next {
        if text.len() > READY_BYTES_MAX && file.is_in_pieces() {
            break;
        }
        let (piece, goes_on) = file.piece(tx, (lang, &about), at)?;
        text.push_str(&piece);
        next = goes_on;
    }
    Ok(Begun {
        stamp: stamp(tx)?,
        about,
        text,
        next,
    })
}

fn ready(bytes: Bytes, file: File) -> Response {
    Page::new(bytes, file.mime)
        .tagged(made_of())
        .into_response()
}

/// A long file: nobody keeps it here, but who has it already is told so.
fn long(app: &App, lang: Lang, file: File, begun: Begun, asked: &HeaderMap) -> Response {
    let tag = format!("W/\"{}\"", begun.stamp);
    let known = asked.get(IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::new(Pieces {
            app: app.clone(),
            file,
            lang,
            about: begun.about,
            ready: Some(begun.text.into()),
            cursor: begun.next,
            reading: None,
        })
        .into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.mime));
    headers.insert(CACHE_CONTROL, CachePolicy::Brief.header());
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    response
}
