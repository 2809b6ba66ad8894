//! The form in which a comment is reported.

use askama::Template;
use axum::extract::State;
use sijil_ramz::Action;

use super::{Reason, reporter};
use crate::app::App;
use crate::code::{Answered, Part, Problem};
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
    /// What was chosen.
    chosen: Option<Reason>,
    /// The code, while many send much.
    part: Option<Part>,
}

/// What became of what was sent.
enum Sent {
    /// Nothing was, or only another code is asked for; with what was chosen.
    Nothing(Option<Reason>),
    /// It was taken.
    Taken,
    /// It had no reason.
    Unsaid,
    /// It is not confirmed.
    Unconfirmed(Reason, Problem),
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
    let urls = Urls { lang, edition };
    page(&app, urls, comment_id(&named)?, Sent::Nothing(None)).await
}

/// Takes a report.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn send(
    State(app): State<App>,
    (edition, InLang(lang), network): (Edition, InLang, Network),
    named: Named,
    Form(fields): Form,
) -> Result<Page, PageError> {
    let (id, urls) = (comment_id(&named)?, Urls { lang, edition });
    let chosen = Reason::named(fields.get("reason"));
    if fields.get("act") == "another" {
        return page(&app, urls, id, Sent::Nothing(chosen)).await;
    }
    let Some(reason) = chosen else {
        return page(&app, urls, id, Sent::Unsaid).await;
    };
    // Only what readers see can be reported.
    let (story, _) = shown(&app, id, lang).await?;
    let now = app.now();
    app.codes.count_report(network, now)?;
    if let Err(problem) = confirmed(&app, &fields, id, &story.card.headline) {
        return page(&app, urls, id, Sent::Unconfirmed(reason, problem)).await;
    }
    // Under the day's key: nothing is kept that leads to an address once the day is over.
    let mark = app.codes.nets.mark(network, now);
    let mark = mark.map_err(|error| PageError::broken(&error))?;
    let who = reporter(&app.secrets.key("report"), id, &mark);
    app.db
        .write(move |tx| super::report(tx, id, &who, reason, now))
        .await?;
    page(&app, urls, id, Sent::Taken).await
}

/// Whether a report is confirmed. One of each network counts and none hides anything, so that only
/// a flood needs a code.
fn confirmed(app: &App, fields: &Fields, id: CommentId, headline: &str) -> Result<(), Problem> {
    let now = app.now();
    if !app.codes.is_flooded(now) {
        return Ok(());
    }
    let answered = Answered {
        token: fields.get("ramz").to_owned(),
        work: fields.get("work").to_owned(),
        code: fields.get("code").to_owned(),
        answer: fields.get("answer").to_owned(),
        ..Answered::default()
    };
    let opened = app
        .codes
        .open(&answered.token, (Action::Report, id.0), now)?;
    if !opened.is_fresh {
        return Err(Problem::Stale);
    }
    app.codes.check(opened.ramz, &answered, headline, now)?;
    Ok(())
}

/// The page, after what was sent.
async fn page(app: &App, urls: Urls, id: CommentId, sent: Sent) -> Result<Page, PageError> {
    let (story, place) = shown(app, id, urls.lang).await?;
    let title = app.say(urls.lang).say("report-comment");
    let frame = Frame::new(app, urls, story.house.clone(), String::new())
        .titled(title, String::new())
        .hidden();
    let problem = match &sent {
        Sent::Unconfirmed(_, problem) => Some(*problem),
        _ => None,
    };
    let needs_code = app.codes.is_flooded(app.now()) && !matches!(sent, Sent::Taken);
    let part = if needs_code {
        let ramz = app.codes.issue(Action::Report, id.0, urls.lang, app.now());
        let ramz = ramz.map_err(|error| PageError::broken(&error))?;
        Some(Part::new(&frame, &ramz, &story.card.headline, problem))
    } else {
        None
    };
    let view = ReportPage {
        frame,
        headline: story.card.headline.clone(),
        story: urls.card(&story.card),
        thread: story.thread_url(urls.edition),
        place,
        own: urls.report(id),
        is_done: matches!(sent, Sent::Taken),
        is_unsaid: matches!(sent, Sent::Unsaid),
        chosen: match sent {
            Sent::Nothing(chosen) => chosen,
            Sent::Unconfirmed(reason, _) => Some(reason),
            _ => None,
        },
        part,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}
