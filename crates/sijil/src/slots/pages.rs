//! What readers ask for: the newsroom's own pages.

use askama::Template;
use axum::extract::State;

use super::{Slot, store};
use crate::app::App;
use crate::changes::Tag;
use crate::db::DbError;
use crate::web::extract::InLang;
use crate::web::text::excerpt;
use crate::web::{Edition, Frame, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "slots/slot.html")]
struct SlotPage {
    frame: Frame,
    body: String,
}

/// Who we are.
///
/// # Errors
/// [`PageError::NotFound`] while nothing is written there.
pub async fn about(app: State<App>, edition: Edition, at: InLang) -> Result<Page, PageError> {
    page(app, edition, at, Slot::About).await
}

/// How to reach us.
///
/// # Errors
/// [`PageError::NotFound`] while nothing is written there.
pub async fn contact(app: State<App>, edition: Edition, at: InLang) -> Result<Page, PageError> {
    page(app, edition, at, Slot::Contact).await
}

/// How we work.
///
/// # Errors
/// [`PageError::NotFound`] while nothing is written there.
pub async fn method(app: State<App>, edition: Edition, at: InLang) -> Result<Page, PageError> {
    page(app, edition, at, Slot::Method).await
}

async fn page(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    slot: Slot,
) -> Result<Page, PageError> {
    let houses = app.clone();
    let (words, other, house) = app
        .db
        .read(move |tx| {
            let words = store::words(tx, slot, lang)?;
            let other = store::words(tx, slot, lang.other())?;
            Ok::<_, DbError>((words, other, houses.houses.get(tx, lang)?))
        })
        .await?;
    let words = words.ok_or(PageError::NotFound)?;
    let description = excerpt(&sijil_text::plain_text(&words.body).text, 200);
    let frame = Frame::new(
        &app,
        Urls { lang, edition },
        house,
        Urls::full(lang).slot(slot),
    )
    .titled(words.title, description)
    .translated(other.map(|_| Urls::full(lang.other()).slot(slot)));
    let view = SlotPage {
        frame,
        body: words.body.into(),
    };
    Ok(Page::html(&view)?.tagged([Tag::House]))
}
