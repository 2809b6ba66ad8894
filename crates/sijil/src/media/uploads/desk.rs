//! What staff send in: files in one form, or piece by piece.
//!
//! Piece by piece: `POST …/uploads` with `name`, `bytes` and `batch` begins a file and answers with
//! its number; `PATCH …/uploads/{id}` with `Upload-Offset` adds a piece; `GET …/uploads/{id}` says
//! how much has come. The last piece is answered with what became of the file.

use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use http::{HeaderMap, StatusCode};
use http_body_util::{BodyExt, Limited};
use serde_json::json;

use super::{BYTES_MAX, FILES_MAX, PIECE_BYTES_MAX, Refusal, State as Standing, Upload, UploadId};
use crate::app::App;
use crate::staff::Staff;
use crate::web::extract::Named;
use crate::web::form::is_ours;
use crate::web::page::see_other;
use crate::web::{CachePolicy, Form, Page, PageError};

use super::taking::{begin, settle, take};

/// Bytes of one form: ten of the largest files, or thirty usual ones.
const FORM_BYTES_MAX: usize = 300 * 1024 * 1024;
/// The header that says where a piece begins; the one of the tus protocol.
const OFFSET: &str = "upload-offset";

/// Lets a form of files be as long as it may be.
pub fn roomy(router: MethodRouter<App>) -> MethodRouter<App> {
    router.layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
}

/// Files of one form, none of a form without any; taken only from our own pages.
pub struct Files(Option<Multipart>);

impl<S: Send + Sync> FromRequest<S> for Files {
    type Rejection = PageError;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, PageError> {
        if !is_ours(request.headers()) {
            return Err(PageError::Foreign);
        }
        Ok(Self(Multipart::from_request(request, state).await.ok()))
    }
}

/// Takes the files of a form in, one by one.
///
/// # Errors
/// When the form is cut off, or the database or the disk fails.
pub async fn hand_in(
    State(app): State<App>,
    staff: Staff,
    Files(form): Files,
) -> Result<Response, PageError> {
    let Some(mut form) = form else {
        return Ok(see_other("/desk/media/"));
    };
    let batch: i64 = app.ids.next(app.now());
    let (mut count, mut is_picking) = (0, false);
    while let Some(field) = next(&mut form).await? {
        if field.name() == Some("pick") {
            is_picking = true;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        // A form without files sends one field with neither name nor bytes.
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        if count == FILES_MAX {
            return Err(PageError::TooLarge);
        }
        count += 1;
        one(&app, &staff, (batch, &name), field).await?;
    }
    let pick = if is_picking { "&pick=1" } else { "" };
    Ok(see_other(&format!("/desk/media/?batch={batch}{pick}")))
}

async fn next(form: &mut Multipart) -> Result<Option<Field<'_>>, PageError> {
    form.next_field().await.map_err(|error| too_large(&error))
}

fn too_large(error: &axum::extract::multipart::MultipartError) -> PageError {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge,
        _ => PageError::Foreign,
    }
}

/// Takes one file of a form in.
async fn one(
    app: &App,
    staff: &Staff,
    (batch, name): (i64, &str),
    mut field: Field<'_>,
) -> Result<Upload, PageError> {
    // How long it is shows when it is there.
    let upload = begin(app, staff, (batch, name.to_owned(), BYTES_MAX)).await?;
    let mut upload = upload.ok_or(PageError::TooLarge)?;
    let mut length = 0;
    while let Some(piece) = field.chunk().await.map_err(|error| too_large(&error))? {
        let bytes = i64::try_from(piece.len()).unwrap_or(i64::MAX);
        // The rest of a file that is too long is read and dropped, so that the next can be taken.
        if length + bytes <= BYTES_MAX {
            append(app, upload.id, length, piece.to_vec()).await?;
        }
        length = length.saturating_add(bytes);
    }
    upload.bytes = length;
    match length {
        0 => settle(app, staff, &upload, Refusal::Empty).await,
        1..=BYTES_MAX => take(app, staff, &upload).await,
        _ => settle(app, staff, &upload, Refusal::Bytes).await,
    }
}

/// Begins a file that comes piece by piece.
///
/// # Errors
/// When the database fails.
pub async fn open(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let bytes = fields.get("bytes").parse().unwrap_or_default();
    let batch = fields
        .get("batch")
        .parse()
        .unwrap_or_else(|_| app.ids.next(app.now()));
    let name = fields.get("name").to_owned();
    match begin(&app, &staff, (batch, name, bytes)).await? {
        Some(upload) => Ok(told(&app, &staff, &upload, 0)),
        None => Err(PageError::Busy),
    }
}

/// How much of a file has come.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn length(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Response, PageError> {
    let upload = own(&app, &staff, &named).await?;
    let (folder, id) = (app.clone(), upload.id);
    let length = tokio::task::spawn_blocking(move || folder.staging.length(id)).await;
    let length = length.map_err(|error| PageError::broken(&error))?;
    let length = length.map_err(|error| PageError::broken(&error))?;
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    Ok(told(&app, &staff, &upload, length))
}

/// Adds a piece to a file; with the last one it is taken in.
///
/// # Errors
/// [`PageError::NotFound`]; when a piece is too long, or the disk fails.
pub async fn piece(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    request: Request<Body>,
) -> Result<Response, PageError> {
    if !is_ours(request.headers()) {
        return Err(PageError::Foreign);
    }
    let upload = own(&app, &staff, &named).await?;
    if upload.state != Standing::Open {
        return Ok(told(&app, &staff, &upload, upload.bytes));
    }
    let offset = offset(request.headers()).ok_or(PageError::NotFound)?;
    let piece = Limited::new(request.into_body(), PIECE_BYTES_MAX);
    let piece = piece.collect().await.ok().ok_or(PageError::TooLarge)?;
    let piece = piece.to_bytes().to_vec();
    let bytes = i64::try_from(piece.len()).unwrap_or(i64::MAX);
    if offset.saturating_add(bytes) > upload.bytes {
        return Err(PageError::TooLarge);
    }
    let length = append(&app, upload.id, offset, piece).await?;
    if length < upload.bytes {
        return Ok(told(&app, &staff, &upload, length));
    }
    let taken = take(&app, &staff, &upload).await?;
    Ok(told(&app, &staff, &taken, length))
}

fn offset(headers: &HeaderMap) -> Option<i64> {
    let offset: i64 = headers.get(OFFSET)?.to_str().ok()?.parse().ok()?;
    (offset >= 0).then_some(offset)
}

/// Writes a piece at its place; gives how much has come, which is not what was expected when the
/// piece began somewhere else.
async fn append(app: &App, id: UploadId, offset: i64, piece: Vec<u8>) -> Result<i64, PageError> {
    let folder = app.clone();
    let offset = u64::try_from(offset).unwrap_or_default();
    let append = move || folder.staging.append(id, offset, &piece);
    let length = tokio::task::spawn_blocking(append).await;
    let length = length.map_err(|error| PageError::broken(&error))?;
    match length {
        Ok(length) => Ok(i64::try_from(length).unwrap_or(i64::MAX)),
        Err(error) if error.kind() == std::io::ErrorKind::StorageFull => Err(PageError::Full),
        Err(error) => Err(PageError::broken(&error)),
    }
}

/// A file that is whoever asks's own: others' are not there for them.
async fn own(app: &App, staff: &Staff, named: &Named) -> Result<Upload, PageError> {
    let id = named.get("id")?.parse().ok().map(UploadId);
    let id = id.ok_or(PageError::NotFound)?;
    let found = app.db.read(move |tx| super::upload(tx, id)).await?;
    let own = found.filter(|upload| upload.staff == staff.id);
    own.ok_or(PageError::NotFound)
}

/// How far a file has come, for a script.
fn told(app: &App, staff: &Staff, upload: &Upload, length: i64) -> Response {
    let value = json!({
        "id": upload.id.to_string(),
        "batch": upload.batch.to_string(),
        "state": upload.state.word(),
        "offset": length,
        "text": words(app, staff, upload),
        "address": address(upload),
    });
    let page = Page::new(value.to_string(), "application/json");
    page.with_policy(CachePolicy::Never).into_response()
}

/// What became of a file, in words; nothing while it is coming.
pub(in crate::media) fn words(app: &App, staff: &Staff, upload: &Upload) -> Option<String> {
    let say = app.say(staff.lang);
    match (upload.state, upload.refusal) {
        (Standing::Open, _) => None,
        (Standing::New, _) => Some(say.say("media-did-new").into_owned()),
        (Standing::Known, _) => Some(say.say("media-did-known").into_owned()),
        (Standing::Refused, refusal) => {
            let word = refusal.map_or("kind", Refusal::word);
            Some(say.say(&format!("media-refused-{word}")).into_owned())
        }
    }
}

/// Where what became of a file is described.
pub(in crate::media) fn address(upload: &Upload) -> Option<String> {
    let is_there = matches!(upload.state, Standing::New | Standing::Known);
    is_there.then(|| format!("/desk/media/files/{}", upload.sha256))
}
