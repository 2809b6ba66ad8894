//! One document at the desk: what readers are told it is, its stories, its end.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::media::desk::{removal_page, remove_files, wait};
use crate::media::documents::{self, Document, DocumentId};
use crate::media::library::desk::{moment, said};
use crate::media::{self, Use};
use crate::staff::Staff;
use crate::staff::request::Wish;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "media/library/document.html")]
struct DocumentPage {
    frame: DeskFrame,
    document: Document,
    uses: Vec<Use>,
    said: Option<String>,
}

impl DocumentPage {
    fn moment(&self) -> (String, String) {
        moment(&self.frame, self.document.at)
    }

    fn story(used: &Use) -> Option<String> {
        let (day, slug) = used.address.as_ref()?;
        Some(Urls::full(used.lang).story(day, slug))
    }
}

/// A document's page.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    fields: Fields,
) -> Result<Page, PageError> {
    let (document, uses) = found(&app, &named).await?;
    let said = said(&app, &staff, &fields);
    let address = format!("/desk/media/documents/{}", document.id);
    let view = DocumentPage {
        frame: DeskFrame::new(&app, staff, "media-document", address),
        document,
        uses,
        said,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Saves what readers are told a document is.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (document, _) = found(&app, &named).await?;
    let id = document.id;
    let (arabic, english) = (
        fields.get("title-ar").to_owned(),
        fields.get("title-en").to_owned(),
    );
    let own = app.clone();
    let rule = move |tx: &mut Tx<'_, '_>| {
        let hand = Hand::of(&staff, &own);
        documents::entitle(tx, &hand, &document, (&arabic, &english))
    };
    app.db.write(rule).await?;
    Ok(see_other(&format!("/desk/media/documents/{id}?said=saved")))
}

/// Asks whether a document is to go for good.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn removal(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Page, PageError> {
    let (document, uses) = found(&app, &named).await?;
    let back = format!("/desk/media/documents/{}", document.id);
    removal_page(&app, staff, back, (document.name, !uses.is_empty()))
}

/// Takes a document away that no story links to.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn remove(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (document, _) = found(&app, &named).await?;
    if app.config.staff.two_persons {
        let (id, name) = (document.id, document.name);
        let back = format!("/desk/media/documents/{id}");
        return wait(&app, staff, Wish::Document(id.0, name), back).await;
    }
    let (own, gone) = (app.clone(), document.clone());
    let rule = move |tx: &mut Tx<'_, '_>| documents::remove(tx, &Hand::of(&staff, &own), &gone);
    if !app.db.write(rule).await? {
        let id = document.id;
        return Ok(see_other(&format!("/desk/media/documents/{id}?said=used")));
    }
    remove_files(&app, document.sha256).await;
    Ok(see_other("/desk/media/?said=removed"))
}

async fn found(app: &App, named: &Named) -> Result<(Document, Vec<Use>), PageError> {
    let id = named.get("id")?.parse().ok().map(DocumentId);
    let id = id.ok_or(PageError::NotFound)?;
    let read = move |tx: &mut Tx<'_, '_>| {
        let Some(document) = documents::document(tx, id)? else {
            return Ok::<_, DbError>(None);
        };
        let uses = media::uses(tx, &document.sha256)?;
        Ok(Some((document, uses)))
    };
    app.db.read(read).await?.ok_or(PageError::NotFound)
}
