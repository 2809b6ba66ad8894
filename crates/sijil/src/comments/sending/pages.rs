//! Where comments are sent to. What cannot be taken comes back as a page with everything that was
//! typed, what is wrong in words, and another code.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue, StatusCode};
use sijil_ramz::{Action, Ramz};

use super::letter::{Ground, Letter};
use super::{Sent, receipt, secret_sha256};
use crate::app::App;
use crate::articles::ArticleId;
use crate::code::{Mark, Opened, Part, Passed, Problem, Spent};
use crate::comments::form::Filled;
use crate::comments::text::{Checked, Fault};
use crate::comments::{CommentError, CommentId, Dated, NewComment};
use crate::db::UtcMillis;
use crate::moderation::{self, Candidate, Found, Judged, Refused};
use crate::web::extract::ById;
use crate::web::page::see_other;
use crate::web::{CachePolicy, Form, Frame, Network, Page, PageError, Urls};

/// Why a form comes back.
enum Return {
    /// Something in it is wrong.
    Faults(Vec<Fault>),
    /// It is not confirmed.
    Problem(Problem),
    /// The thread takes nothing more.
    Closed,
    /// What it answers is gone.
    ParentGone,
    /// A rule of the newsroom turns it away.
    Refused(Refused),
}

/// A comment on its way in.
struct Arrival {
    app: App,
    urls: Urls,
    network: Network,
    letter: Letter,
    opened: Result<Opened, Problem>,
    /// What its browser bears, if its writer was approved lately.
    mark: Option<Mark>,
    /// Whether the form's hidden field was filled in.
    is_trapped: bool,
}

#[derive(Template)]
#[template(path = "comments/sending/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    headline: String,
    story: String,
    /// What is wrong, in words, where it is not about the code.
    alert: Option<String>,
    filled: Filled,
    part: Option<Part>,
}

/// Takes a comment: keeps it and leads to its receipt, or gives the form back.
///
/// # Errors
/// [`PageError::NotFound`] where no story is public; the database's own otherwise.
pub async fn send(
    State(app): State<App>,
    ById { urls, id }: ById,
    network: Network,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let mark = app.codes.known.borne(&app, &headers);
    let letter = Letter::read(ArticleId(id), &fields);
    let token = &letter.answered.token;
    let opened = app.codes.open(token, (Action::Comment, id), app.now());
    let is_trapped = match &opened {
        Ok(opened) => !fields.get(&opened.ramz.trap()).is_empty(),
        Err(_) => false,
    };
    let arrival = Arrival {
        app,
        urls,
        network,
        letter,
        opened,
        mark,
        is_trapped,
    };
    arrival.take().await
}

impl Arrival {
    async fn take(mut self) -> Result<Response, PageError> {
        let net = self.app.codes.nets.mark(self.network, self.app.now());
        let net = net.map_err(|error| PageError::broken(&error))?;
        let mut ground = self.ground(net.clone()).await?;
        if let (Ok(opened), Some(Spent::Before(Some(id)))) = (&self.opened, ground.spent) {
            return Ok(self.lead_to(&self.receipt(id, &opened.ramz)));
        }
        if let Err(why) = self.may_go_on(&ground) {
            return self.give_back(&ground, &why);
        }
        let now = self.app.now();
        let is_good = |mark| self.app.codes.known.is_good(mark, now);
        self.letter.answered.is_known = self.mark.is_some_and(is_good);
        let passed = match self.passed(&ground.card.headline).await? {
            Ok(passed) => passed,
            Err(problem) => return self.give_back(&ground, &Return::Problem(problem)),
        };
        let (Ok(checked), Some(found)) = (&ground.checked, ground.found.take()) else {
            return self.give_back(&ground, &Return::Problem(Problem::Missing));
        };
        let judged = self.judged(checked, found, (&passed, &net));
        if let Some(refused) = judged.refused {
            return self.give_back(&ground, &Return::Refused(refused));
        }
        match self.keep(&ground, &passed, (net, judged)).await? {
            Ok(id) => Ok(self.lead_to(&self.receipt(id, &passed.ramz))),
            Err(why) => self.give_back(&ground, &why),
        }
    }

    async fn ground(&self, net: Vec<u8>) -> Result<Ground, PageError> {
        let (app, letter, lang) = (self.app.clone(), self.letter.clone(), self.urls.lang);
        let opened = self.opened.as_ref().ok().cloned();
        let read = self.app.db.read(move |tx| {
            let sent = (&letter, opened.as_ref());
            Ground::read(tx, &app, sent, lang, &net)
        });
        read.await?.ok_or(PageError::NotFound)
    }

    /// What must be right before the code is looked at, the cheapest first.
    fn may_go_on(&self, ground: &Ground) -> Result<(), Return> {
        if !ground.is_open(&self.app) {
            return Err(Return::Closed);
        }
        if self.letter.wants_another {
            return Err(Return::Problem(Problem::Missing));
        }
        if let Err(faults) = &ground.checked {
            return Err(Return::Faults(faults.clone()));
        }
        if self.letter.parent.is_some() && ground.parent.is_none() {
            return Err(Return::ParentGone);
        }
        match &self.opened {
            Err(problem) => return Err(Return::Problem(*problem)),
            Ok(opened) if !opened.is_fresh => return Err(Return::Problem(Problem::Stale)),
            Ok(_) => {}
        }
        if ground.spent == Some(Spent::Elsewhere) {
            return Err(Return::Problem(Problem::Used));
        }
        if ground.wait_seconds > 0 {
            let wait_ms = ground.wait_seconds.saturating_mul(1000);
            return Err(Return::Problem(Problem::TooFast(wait_ms)));
        }
        let now = self.app.now();
        self.app.codes.meter.submitted(now);
        // A form without a code costs a page and keeps nothing; an answer counts.
        let admitted = self.app.codes.admit(self.network, now);
        admitted.map_err(Return::Problem)
    }

    /// Takes the answer to the code. Work is checked where it keeps no page waiting.
    async fn passed(&self, headline: &str) -> Result<Result<Passed, Problem>, PageError> {
        let Ok(opened) = &self.opened else {
            return Ok(Err(Problem::Missing));
        };
        let (app, ramz) = (self.app.clone(), opened.ramz.clone());
        let (answered, headline) = (self.letter.answered.clone(), headline.to_owned());
        let now = app.now();
        let check = move || app.codes.check(ramz, &answered, &headline, now);
        if self.letter.answered.work.is_empty() {
            return Ok(check());
        }
        let checked = tokio::task::spawn_blocking(check).await;
        checked.map_err(|error| PageError::broken(&error))
    }

    /// What the newsroom's rules and its filter make of it.
    fn judged(&self, checked: &Checked, found: Found, (passed, net): (&Passed, &[u8])) -> Judged {
        let now = self.app.now();
        let candidate = Candidate {
            article: self.letter.article,
            is_reply: self.letter.parent.is_some(),
            name: checked.name.clone(),
            body: checked.body.clone(),
            net: Some(net.to_vec()),
            way: passed.way,
            level: self.app.codes.level_number(now),
            is_trapped: self.is_trapped,
            form_age_s: Some(self.app.codes.age_s(&passed.ramz, now)),
            is_known: self.letter.answered.is_known,
        };
        moderation::judge(&self.app, &candidate, found)
    }

    async fn keep(
        &self,
        ground: &Ground,
        passed: &Passed,
        (net, judged): (Vec<u8>, Judged),
    ) -> Result<Result<CommentId, Return>, PageError> {
        let (Ok(checked), Some(spend)) = (&ground.checked, &ground.spend) else {
            return Ok(Err(Return::Problem(Problem::Missing)));
        };
        let (now, spend) = (self.app.now(), spend.clone());
        let id = self.app.ids.next(now);
        let secret = self.receipt(id, &passed.ramz);
        let new = NewComment {
            id,
            article: self.letter.article,
            parent: self.letter.parent,
            name: checked.name.clone(),
            body: checked.body.clone(),
            way: passed.way,
            state: judged.state,
            reasons: judged.reasons.clone(),
            score: judged.score,
            net: Some(net),
            secret_sha256: secret_sha256(&secret),
            at: now,
            dated: Dated::Moment,
            mail: checked.email.clone(),
        };
        let sent = self
            .app
            .db
            .write(move |tx| super::send(tx, &new, &judged, &spend));
        match sent.await {
            Ok(Sent::Now) => Ok(Ok(id)),
            Ok(Sent::Before(first)) => Ok(Ok(first)),
            Ok(Sent::Elsewhere) => Ok(Err(Return::Problem(Problem::Used))),
            Err(CommentError::ParentGone) => Ok(Err(Return::ParentGone)),
            Err(CommentError::Db(error)) => Err(error.into()),
        }
    }

    /// The secret of the receipt of what a code was spent on.
    fn receipt(&self, id: CommentId, ramz: &Ramz) -> String {
        receipt(&self.app.secrets.key("receipt"), id, &ramz.nonce())
    }

    fn lead_to(&self, secret: &str) -> Response {
        see_other(&self.urls.receipt(secret))
    }

    /// The form with everything that was typed, what is wrong, and a code: the same one where it may
    /// still be answered, so that nobody types or works twice.
    fn give_back(&self, ground: &Ground, why: &Return) -> Result<Response, PageError> {
        let now = self.app.now();
        let kept = match (why, &self.opened) {
            (Return::Faults(_) | Return::ParentGone, Ok(opened)) if opened.is_fresh => {
                Some(opened.ramz.clone())
            }
            _ => None,
        };
        let ramz = match kept {
            Some(ramz) => ramz,
            None => {
                let object = self.letter.article.0;
                let issued = self
                    .app
                    .codes
                    .issue(Action::Comment, object, self.urls.lang, now);
                issued.map_err(|error| PageError::broken(&error))?
            }
        };
        let card = &ground.card;
        let story = self.urls.story(&card.day, &card.slug);
        let path = String::new();
        let title = self.app.say(self.urls.lang).say("comment-confirm");
        let frame = Frame::new(&self.app, self.urls, ground.house.clone(), path)
            .titled(title, String::new())
            .hidden();
        let problem = match why {
            Return::Problem(problem) => Some(*problem),
            _ => None,
        };
        let part = Part::new(&frame, &ramz, &card.headline, problem);
        let view = ConfirmPage {
            headline: card.headline.clone(),
            story,
            alert: why.words(&frame),
            filled: Filled::empty(&frame, self.letter.article, ground.parent.as_ref()).with(
                &frame,
                &self.letter.typed,
                why.faults(),
            ),
            part: (!matches!(why, Return::Closed)).then_some(part),
            frame,
        };
        let page = Page::html(&view)?
            .with_status(why.status())
            .with_policy(CachePolicy::Never);
        let mut response = page.into_response();
        if let Some(seconds) = why.retry_after(now) {
            let headers = response.headers_mut();
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        Ok(response)
    }
}

impl Return {
    fn faults(&self) -> &[Fault] {
        match self {
            Self::Faults(faults) => faults,
            _ => &[],
        }
    }

    fn words(&self, frame: &Frame) -> Option<String> {
        let name = match self {
            Self::Faults(_) | Self::Problem(_) => return None,
            Self::Closed => "comments-closed-now",
            Self::ParentGone => "comment-parent-gone",
            Self::Refused(refused) => refused.sentence(),
        };
        Some(frame.t(name).into_owned())
    }

    fn status(&self) -> StatusCode {
        match self {
            // No fault of the reader's: the next step.
            Self::Problem(Problem::Missing) => StatusCode::OK,
            Self::Problem(Problem::LaneFull(_) | Problem::TooFast(_)) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Closed | Self::ParentGone => StatusCode::CONFLICT,
            Self::Faults(_) | Self::Problem(_) | Self::Refused(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        }
    }

    /// Seconds after which it may be tried again, where that alone helps.
    fn retry_after(&self, now: UtcMillis) -> Option<u64> {
        let wait_ms = match self {
            Self::Problem(Problem::TooFast(wait_ms)) => *wait_ms,
            Self::Problem(Problem::LaneFull(at)) => at.0 - now.0,
            _ => return None,
        };
        Some(wait_ms.unsigned_abs().div_ceil(1000))
    }
}
