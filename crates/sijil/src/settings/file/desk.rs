//! What an admin asks for: the settings as a file, and another file in their place.

use askama::Template;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_DISPOSITION;
use http::{HeaderValue, StatusCode};

use super::{FileError, NewsroomFile, Taken};
use crate::app::App;
use crate::db::Tx;
use crate::ledger::Hand;
use crate::staff::Staff;
use crate::web::form::is_ours;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

const HERE: &str = "/desk/newsroom/file";

#[derive(Template)]
#[template(path = "settings/file/file.html")]
struct FilePage {
    frame: DeskFrame,
    /// What a file has, and whether it was taken.
    taken: Option<(Taken, bool)>,
    problem: Option<String>,
}

impl FilePage {
    fn number(&self, count: usize) -> String {
        self.frame.say().number(count)
    }
}

/// The page of the file.
///
/// # Errors
/// When the template fails.
pub async fn show(State(app): State<App>, staff: Staff) -> Result<Response, PageError> {
    page(&app, staff, None, None)
}

/// The settings as a file.
///
/// # Errors
/// When the database fails.
pub async fn export(State(app): State<App>, _: Staff) -> Result<Response, PageError> {
    let choices = app.choices();
    let file = app.db.read(move |tx| super::export(tx, &choices)).await?;
    let text = file.text().map_err(|error| PageError::broken(&error))?;
    let page = Page::new(text, "application/toml; charset=utf-8");
    let mut response = page.with_policy(CachePolicy::Never).into_response();
    let name = HeaderValue::from_static("attachment; filename=\"newsroom.toml\"");
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

/// A form with a file; taken only from our own pages.
pub struct Handed(Option<Multipart>);

impl<S: Send + Sync> FromRequest<S> for Handed {
    type Rejection = PageError;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, PageError> {
        if !is_ours(request.headers()) {
            return Err(PageError::Foreign);
        }
        Ok(Self(Multipart::from_request(request, state).await.ok()))
    }
}

/// Takes a file in, or says what it has.
///
/// # Errors
/// When the database fails.
pub async fn take(
    State(app): State<App>,
    staff: Staff,
    Handed(form): Handed,
) -> Result<Response, PageError> {
    let (mut text, mut is_trying) = (String::new(), true);
    if let Some(mut form) = form {
        while let Ok(Some(field)) = form.next_field().await {
            match field.name() {
                Some("file") => text = field.text().await.ok().ok_or(PageError::TooLarge)?,
                Some("do") => is_trying = field.text().await.unwrap_or_default() != "take",
                _ => {}
            }
        }
    }
    let taken = attempt(&app, &staff, text, is_trying).await;
    match taken {
        Ok(taken) => page(&app, staff, Some((taken, !is_trying)), None),
        Err(FileError::Wrong(why)) => page(&app, staff, None, Some(why)),
        Err(FileError::Db(error)) => Err(error.into()),
    }
}

/// Takes a file in. Trying does the same and keeps nothing: what is wrong is found in both cases.
async fn attempt(
    app: &App,
    staff: &Staff,
    text: String,
    is_trying: bool,
) -> Result<Taken, FileError> {
    let file = NewsroomFile::parse(&text)?;
    let (own, by) = (app.clone(), staff.clone());
    let rule = move |tx: &mut Tx<'_, '_>| {
        let taken = super::take(tx, &Hand::of(&by, &own), &own.config, &file)?;
        // A rule that fails leaves nothing behind.
        if is_trying {
            Err(Tried::Would(taken))
        } else {
            Ok(taken)
        }
    };
    match app.db.write(rule).await {
        Ok(taken) | Err(Tried::Would(taken)) => Ok(taken),
        Err(Tried::Failed(error)) => Err(error),
    }
}

/// How an attempt ends that keeps nothing.
enum Tried {
    Would(Taken),
    Failed(FileError),
}

impl From<FileError> for Tried {
    fn from(error: FileError) -> Self {
        Self::Failed(error)
    }
}

impl From<crate::db::DbError> for Tried {
    fn from(error: crate::db::DbError) -> Self {
        Self::Failed(error.into())
    }
}

fn page(
    app: &App,
    staff: Staff,
    taken: Option<(Taken, bool)>,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = FilePage {
        frame: DeskFrame::new(app, staff, "newsroom", HERE),
        taken,
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
