//! The form in which a comment is reported.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::{Reason, reporter};
use crate::app::App;
use crate::comments::CommentId;
use crate::comments::pages::{comment_id, shown};
use crate::comments::places::Place;
use crate::web::extract::{Fields, InLang, Named};
use crate::web::{CachePolicy, Edition, Form, Frame, Network, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "comments/reports/report.html")]
struct ReportPage {
    frame: Frame,
    headline: String,
    story: String,
    thread: String,
    place: Place,
    /// Where the form is sent to: the page itself.
    own: String,
    /// Whether it was sent.
    is_done: bool,
    /// Whether it was sent without a reason.
    is_unsaid: bool,
}

/// The form.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn form(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    named: Named,
) -> Result<Page, PageError> {
    page(&app, Urls { lang, edition }, comment_id(&named)?, None).await
}

/// Takes a report.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn send(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    network: Network,
    named: Named,
    Form(fields): Form,
) -> Result<Page, PageError> {
    let (id, urls) = (comment_id(&named)?, Urls { lang, edition });
    let Some(reason) = Reason::named(fields.get("reason")) else {
        return page(&app, urls, id, Some(false)).await;
    };
    is_confirmed(&app, &fields, (id, lang))?;
    // Only what readers see can be reported.
    shown(&app, id, lang).await?;
    let who = reporter(&app.secrets.key("report"), id, &network.bytes());
    let now = app.now();
    app.db
        .write(move |tx| super::report(tx, id, &who, reason, now))
        .await?;
    page(&app, urls, id, Some(true)).await
}

/// Whether a report is confirmed with a code. One of each network counts, so that calm times need
/// none.
fn is_confirmed(_: &App, _: &Fields, _: (CommentId, Lang)) -> Result<(), PageError> {
    Ok(())
}

/// The page; `sent`: whether what was sent was taken.
async fn page(app: &App, urls: Urls, id: CommentId, sent: Option<bool>) -> Result<Page, PageError> {
    let (story, place) = shown(app, id, urls.lang).await?;
    let title = app.say(urls.lang).say("report-comment");
    let frame = Frame::new(app, urls, story.house.clone(), String::new())
        .titled(title, String::new())
        .hidden();
    let view = ReportPage {
        frame,
        headline: story.card.headline.clone(),
        story: urls.card(&story.card),
        thread: story.thread_url(urls.edition),
        place,
        own: urls.report(id),
        is_done: sent == Some(true),
        is_unsaid: sent == Some(false),
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}
