//! A story as it will look, for whoever has a link, and for its writers.

use axum::extract::State;
use axum::response::Response;
use http::HeaderValue;
use http::header::{HeaderName, REFERRER_POLICY};
use sijil_text::Lang;

use crate::app::App;
use crate::articles::pages::{Public, draft_page};
use crate::articles::writing::{self, Open, WritingError};
use crate::articles::{ArticleId, Printed};
use crate::comments::Under;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::Staff;
use crate::topics::{self, Topic};
use crate::votes;
use crate::web::extract::{InLang, Named};
use crate::web::house::House;
use crate::web::{Edition, PageError, Urls};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// The story behind a link.
///
/// # Errors
/// [`PageError::NotFound`] for a link that ended or never was.
pub async fn linked(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    named: Named,
) -> Result<Response, PageError> {
    let (token, now, own) = (named.get("token")?.to_owned(), app.now(), app.clone());
    let found = app
        .db
        .read(move |tx| {
            let Some((id, until)) = super::shown(tx, &token, now)? else {
                return Ok(None);
            };
            let open = writing::behind(tx, id, now)?;
            let seen = seen(tx, &own, &open, now)?;
            Ok::<_, WritingError>(Some((seen, until)))
        })
        .await?;
    let ((public, house), until) = found.ok_or(PageError::NotFound)?;
    if public.article.lang != lang {
        return Err(PageError::NotFound);
    }
    let mut response = draft_page(&app, Urls { lang, edition }, house, public, until)?;
    let headers = response.headers_mut();
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}

/// The same for somebody at the desk.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn own(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Response, PageError> {
    let id = named.get("id")?.parse().ok().map(ArticleId);
    let id = id.ok_or(PageError::NotFound)?;
    let (now, own) = (app.now(), app.clone());
    let (public, house) = app
        .db
        .read(move |tx| {
            let open = writing::open(tx, &staff, id, now)?;
            Ok::<_, WritingError>(seen(tx, &own, &open, now)?)
        })
        .await?;
    let urls = Urls::full(public.article.lang);
    draft_page(&app, urls, house, public, now)
}

type Seen = (Public, std::sync::Arc<House>);

/// What readers would see if the story were published now.
fn seen(tx: &mut Tx<'_, '_>, app: &App, open: &Open, now: UtcMillis) -> Result<Seen, DbError> {
    let article = open.article.clone();
    let (id, lang) = (article.id, article.lang);
    let mut ballot = votes::ballot_of_story(tx, id, now, now)?;
    ballot.is_open = false;
    let mut section = article.clone();
    section.section = open.sheet.section;
    let printed = Printed {
        article: id.0,
        at: now,
        content: crate::articles::redaction::printable(tx, open.sheet.content.clone())?,
        correction: None,
        correction_kind: None,
        lang: lang.code().to_owned(),
        number: article.revision.max(1),
        redacted_at: None,
    };
    let public = Public {
        corrections: crate::articles::corrections_of(tx, id)?,
        translation: crate::lists::translation(tx, article.translation, lang.other())?,
        topics: under(tx, open, lang)?,
        article: section,
        printed,
        related: Vec::new(),
        preview: None,
        under: Under {
            shown: 0,
            first: Vec::new(),
            is_open: false,
        },
        ballot,
        claims: Vec::new(),
    };
    Ok((public, app.houses.get(tx, lang)?))
}

/// The tags and people it would stand under; new ones have no page yet.
fn under(tx: &mut Tx<'_, '_>, open: &Open, lang: Lang) -> Result<Vec<Topic>, DbError> {
    let mut found = Vec::new();
    for id in writing::known(tx, open)? {
        found.extend(topics::named(tx, id, lang)?);
    }
    Ok(found)
}
