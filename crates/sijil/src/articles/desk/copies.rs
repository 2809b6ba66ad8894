//! Older sheets of a story: listed, compared with the newest, and put in its place again.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::edit::saved;
use super::said::{address, number, story};
use crate::app::App;
use crate::articles::ArticleId;
use crate::articles::diff::{self, Piece};
use crate::articles::writing::{self, Copy, CopyId, CopyKind, Saved, Saving, WritingError};
use crate::staff::Staff;
use crate::web::extract::Named;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const COPIES_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "articles/desk/copies.html")]
struct CopiesPage {
    frame: DeskFrame,
    id: ArticleId,
    title: String,
    copies: Vec<Copy>,
}

impl CopiesPage {
    fn is_aside(copy: &Copy) -> bool {
        copy.kind == CopyKind::Aside
    }

    fn words(&self, copy: &Copy) -> String {
        let words = copy.sheet.word_count();
        self.frame.say().count("story-word-count", words)
    }
}

#[derive(Template)]
#[template(path = "articles/desk/copy.html")]
struct CopyPage {
    frame: DeskFrame,
    story: ArticleId,
    lang: sijil_text::Lang,
    title: String,
    copy: Copy,
    blocks: Vec<Vec<Piece>>,
    may_write: bool,
}

impl CopyPage {
    fn paragraphs(&self) -> Vec<String> {
        let text = sijil_text::plain_text(&self.copy.sheet.content.body);
        text.paragraphs().map(str::to_owned).collect()
    }

    fn is_aside(&self) -> bool {
        self.copy.kind == CopyKind::Aside
    }
}

/// The copies of a story.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn list(State(app): State<App>, staff: Staff, named: Named) -> Result<Page, PageError> {
    let id = story(&named)?;
    let (by, now) = (staff.clone(), app.now());
    let (open, copies) = app
        .db
        .read(move |tx| {
            let open = writing::open(tx, &by, id, now)?;
            Ok::<_, WritingError>((open, writing::copies(tx, id, COPIES_MAX)?))
        })
        .await?;
    let view = CopiesPage {
        frame: DeskFrame::new(
            &app,
            staff,
            "story-copies",
            format!("{}/copies", address(id)),
        ),
        id,
        title: open.entry.title,
        copies,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// A copy beside the newest sheet.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn compare(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Page, PageError> {
    let id = CopyId(number(&named, "id")?);
    let (by, now) = (staff.clone(), app.now());
    let (open, copy) = app.db.read(move |tx| found(tx, &by, id, now)).await?;
    let view = CopyPage {
        frame: DeskFrame::new(
            &app,
            staff.clone(),
            "story-copy",
            format!("/desk/copies/{id}"),
        ),
        story: copy.article,
        lang: open.article.lang,
        title: open.entry.title.clone(),
        blocks: diff::contents(&open.sheet.content, &copy.sheet.content),
        may_write: writing::may_write(&staff, open.entry.state),
        copy,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Makes a copy the newest sheet; the one before stays as a copy.
///
/// # Errors
/// [`PageError::NotFound`] and [`PageError::Forbidden`].
pub async fn restore(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = CopyId(number(&named, "id")?);
    let (by, now) = (staff.clone(), app.now());
    let (open, typed) = app
        .db
        .read(move |tx| {
            let (open, copy) = found(tx, &by, id, now)?;
            let picture = writing::picture_id(tx, &copy.sheet)?;
            Ok::<_, WritingError>((open.clone(), copy.sheet.typed(open.article.lang, picture)))
        })
        .await?;
    let saving = Saving {
        typed,
        version: open.version,
        page: String::new(),
    };
    let story = open.article.id;
    Ok(match saved(&app, &staff, story, saving).await? {
        Saved::Kept { .. } => see_other(&format!("{}?said=restored", address(story))),
        // Somebody writes: the page says who, and the copy is still there.
        Saved::Beaten(_) => see_other(&address(story)),
    })
}

fn found(
    tx: &mut crate::db::Tx<'_, '_>,
    staff: &Staff,
    id: CopyId,
    now: crate::db::UtcMillis,
) -> Result<(writing::Open, Copy), WritingError> {
    let copy = writing::copy_with(tx, id)?.ok_or(WritingError::NotFound)?;
    Ok((writing::open(tx, staff, copy.article, now)?, copy))
}
