//! The receipt's page and what is sent from it. Nobody keeps it, and where it leads it is not named.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::{REFERRER_POLICY, SET_COOKIE};
use http::{HeaderMap, HeaderValue, StatusCode};
use sijil_text::Lang;

use super::store;
use crate::app::App;
use crate::comments::sending::{receipt_of, secret_sha256};
use crate::comments::standing::Words;
use crate::comments::story::Story;
use crate::comments::text::{self, Fault, Piece, Typed};
use crate::comments::{self, Comment, State as Standing, with_secret};
use crate::db::DbError;
use crate::moderation::{self, Candidate};
use crate::web::extract::{InLang, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, Edition, Form, Frame, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "comments/receipt/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    headline: String,
    story: String,
    /// Where the forms are sent to: the page itself.
    own: String,
    comment: Comment,
    paragraphs: Vec<Vec<Piece>>,
    /// Where it stands for all to read.
    permalink: Option<String>,
    /// The rule by which it was turned down, and the moderator's note.
    refusal: Option<(String, String)>,
    is_changeable: bool,
    typed: Typed,
    faults: Vec<Fault>,
}

impl ReceiptPage {
    fn fault(&self, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field() == field)?;
        Some(self.frame.say().count(fault.sentence(), fault.limit()))
    }

    /// The name of the sentence that says where the comment stands.
    fn standing(&self) -> &'static str {
        match self.comment.state {
            Standing::Held if self.comment.has_asked_again => "receipt-held-again",
            Standing::Held => "receipt-held",
            Standing::Shown => "receipt-shown",
            Standing::Rejected | Standing::Spam => "receipt-rejected",
            Standing::Withdrawn => "receipt-withdrawn",
            Standing::Erased => "receipt-erased",
        }
    }

    /// The rule in words.
    fn rule(&self) -> Option<String> {
        let (reason, _) = self.refusal.as_ref()?;
        let is_known = super::RULES.contains(&reason.as_str());
        is_known.then(|| self.frame.t(&format!("rule-{reason}")).into_owned())
    }
}

/// What the page shows.
struct Ground {
    comment: Comment,
    story: Story,
    refusal: Option<(String, String)>,
}

/// What became of a comment.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn receipt(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    named: Named,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let secret = named.get("secret")?.to_owned();
    let ground = ground(&app, &secret, lang).await?;
    let is_approved = ground.comment.was_approved();
    let typed = Typed {
        name: ground.comment.name.clone(),
        email: String::new(),
        text: ground.comment.body.clone(),
    };
    let urls = Urls { lang, edition };
    let mut response = answer(&app, (urls, &secret), ground, (typed, Vec::new()))?;
    // Whose words a moderator let pass need no code while it is calm.
    if is_approved && let Some(mark) = app.codes.known.mark(&app, &headers) {
        response.headers_mut().insert(SET_COOKIE, mark);
    }
    Ok(response)
}

/// Changes, takes back, or brings before the moderators once more.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn act(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let secret = named.get("secret")?.to_owned();
    let urls = Urls { lang, edition };
    let ground = ground(&app, &secret, lang).await?;
    let (now, comment) = (app.now(), ground.comment.clone());
    match fields.get("act") {
        "withdraw" => {
            app.db
                .write(move |tx| super::withdraw(tx, &comment, now))
                .await?;
        }
        "again" => {
            app.db
                .write(move |tx| super::ask_again(tx, &comment, now))
                .await?;
        }
        "change" if super::may_change(&comment, app.choices().comments_edit_minutes, now) => {
            let typed = Typed {
                name: fields.raw("name").to_owned(),
                email: String::new(),
                text: fields.raw("text").to_owned(),
            };
            let papers = [ground.story.house.name.as_str()];
            let checked = match text::check(&typed, &papers) {
                Ok(checked) => checked,
                Err(faults) => return answer(&app, (urls, &secret), ground, (typed, faults)),
            };
            let words = Words {
                name: checked.name,
                body: checked.body,
            };
            let candidate = Candidate {
                article: comment.article,
                is_reply: comment.parent.is_some(),
                name: words.name.clone(),
                body: words.body.clone(),
                net: comment.net.clone(),
                way: comment.way,
                level: app.codes.level_number(now),
                is_trapped: false,
                form_age_s: None,
                is_known: comment.was_approved(),
            };
            let (article, asked) = (comment.article, words.clone());
            let found = app.db.read(move |tx| {
                let settings = comments::thread(tx, article)?.settings;
                moderation::look(tx, (article, &settings), (&asked.name, &asked.body), now)
            });
            let judged = moderation::judge(&app, &candidate, found.await?);
            app.db
                .write(move |tx| super::change(tx, &comment, &words, &judged, now))
                .await?;
        }
        _ => {}
    }
    // Whatever came of it: the page says where the comment stands now.
    Ok(see_other(&urls.receipt(&secret)))
}

async fn ground(app: &App, secret: &str, lang: Lang) -> Result<Ground, PageError> {
    let id = receipt_of(secret).ok_or(PageError::NotFound)?;
    let (inner, sha256) = (app.clone(), secret_sha256(secret));
    let read = app.db.read(move |tx| {
        let Some(comment) = with_secret(tx, id, &sha256)? else {
            return Ok(None);
        };
        let story = Story::find(tx, &inner, comment.article, lang)?;
        let refusal = store::refusal(tx, comment.id)?;
        Ok::<_, DbError>(story.map(|story| Ground {
            comment,
            story,
            refusal,
        }))
    });
    read.await?.ok_or(PageError::NotFound)
}

fn answer(
    app: &App,
    (urls, secret): (Urls, &str),
    ground: Ground,
    (typed, faults): (Typed, Vec<Fault>),
) -> Result<Response, PageError> {
    let Ground {
        comment,
        story,
        refusal,
    } = ground;
    let card = &story.card;
    let title = app.say(urls.lang).say("receipt");
    let frame = Frame::new(app, urls, story.house.clone(), String::new())
        .titled(title, String::new())
        .hidden();
    let is_refused = matches!(comment.state, Standing::Rejected | Standing::Spam);
    let thread = story.thread_url(urls.edition);
    let status = if faults.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let view = ReceiptPage {
        frame,
        headline: card.headline.clone(),
        story: urls.card(card),
        own: urls.receipt(secret),
        paragraphs: text::paragraphs(&comment.body),
        permalink: comment
            .is_shown()
            .then(|| format!("{thread}{}/", comment.id)),
        refusal: refusal.filter(|_| is_refused),
        is_changeable: super::may_change(&comment, app.choices().comments_edit_minutes, app.now()),
        comment,
        typed,
        faults,
    };
    let page = Page::html(&view)?
        .with_status(status)
        .with_policy(CachePolicy::Never);
    let mut response = page.into_response();
    let headers = response.headers_mut();
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(response)
}
