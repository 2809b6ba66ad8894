//! Files of pictures, and documents to be downloaded.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use super::{Document, Wanted, documents};
use crate::app::App;
use crate::web::extract::Named;
use crate::web::headers::POLICY_MEDIA;
use crate::web::page::elsewhere;
use crate::web::{CachePolicy, PageError, urls};

/// One file: of a picture `{width}.{webp or jpg}`, a crop or a logo; else a document.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn file(State(app): State<App>, named: Named) -> Result<Response, PageError> {
    let (sha256, file) = (named.get("sha256")?.to_owned(), named.get("file")?);
    let Some(wanted) = Wanted::named(file) else {
        return document(&app, sha256, file).await;
    };
    if let Some(now) = moved(&app, &sha256, wanted).await? {
        return Ok(elsewhere(&now));
    }
    let folder = app.clone();
    let bytes = read(move || folder.pictures.get(&sha256, wanted)).await?;
    let mime = HeaderValue::from_static(wanted.mime());
    Ok((headers(mime), bytes).into_response())
}

/// Where a crop is now, when its picture's point was moved: pages that are kept elsewhere ask for
/// the old one for a while. It also keeps anybody from asking for ten thousand crops.
async fn moved(app: &App, sha256: &str, wanted: Wanted) -> Result<Option<String>, PageError> {
    let Wanted::Crop(crop, format) = wanted else {
        return Ok(None);
    };
    let asked = sha256.to_owned();
    let entry = app.db.read(move |tx| super::named(tx, &asked)).await?;
    let focus = entry.ok_or(PageError::NotFound)?.focus;
    if focus == crop.focus {
        return Ok(None);
    }
    Ok(Some(urls::crop(
        sha256,
        super::Crop { focus, ..crop },
        format,
    )))
}

async fn document(app: &App, sha256: String, file: &str) -> Result<Response, PageError> {
    let asked = sha256.clone();
    let found = app.db.read(move |tx| documents::named(tx, &asked)).await?;
    let found = found.filter(|document| document.file() == file);
    let document = found.ok_or(PageError::NotFound)?;
    let folder = app.clone();
    let bytes = read(move || folder.pictures.document(&sha256)).await?;
    let mime = HeaderValue::from_static(document.kind.mime());
    let mut response = (headers(mime), bytes).into_response();
    let disposition = HeaderValue::from_str(&disposition(&document));
    let disposition = disposition.map_err(|error| PageError::broken(&error))?;
    response
        .headers_mut()
        .insert(CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// Under which name a document is kept by who downloads it, RFC 6266; never shown in the browser.
fn disposition(document: &Document) -> String {
    let kind = document.kind.word();
    let own = document.name.rsplit_once('.');
    let own = own.map_or(document.name.as_str(), |(own, _)| own);
    let name = urls::value(&format!("{own}.{kind}"));
    let name = name.replace(['\'', '(', ')', ',', '*'], "_");
    format!("attachment; filename=\"document.{kind}\"; filename*=UTF-8''{name}")
}

async fn read<R>(read: R) -> Result<Vec<u8>, PageError>
where
    R: FnOnce() -> std::io::Result<Option<Vec<u8>>> + Send + 'static,
{
    let bytes = tokio::task::spawn_blocking(read).await;
    let bytes = bytes.map_err(|error| PageError::broken(&error))?;
    let bytes = bytes.map_err(|error| PageError::broken(&error))?;
    bytes.ok_or(PageError::NotFound)
}

fn headers(mime: HeaderValue) -> [(http::HeaderName, HeaderValue); 3] {
    [
        (CONTENT_TYPE, mime),
        (CACHE_CONTROL, CachePolicy::Immutable.header()),
        (
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY_MEDIA),
        ),
    ]
}
