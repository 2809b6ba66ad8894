//! What moderators set for one story: which of its comments wait, whether its thread takes more, how
//! fast, and whether it takes votes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::articles::ArticleId;
use crate::comments::{self, Mode, Settings, Thread};
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::lists::{self, Card};
use crate::moderation::desk::{number, write};
use crate::moderation::reaches;
use crate::staff::Staff;
use crate::votes::{self, Object};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

/// What a slow thread can be set to, in seconds.
const SLOW: [i64; 5] = [0, 30, 60, 300, 900];

#[derive(Template)]
#[template(path = "moderation/threads/thread.html")]
struct ThreadPage {
    frame: DeskFrame,
    card: Card,
    thread: Thread,
    votes: votes::Mode,
}

impl ThreadPage {
    fn modes(&self) -> Vec<(&'static str, String, bool)> {
        let all = [Mode::Inherit, Mode::AllHeld, Mode::KnownPass, Mode::AllPass];
        let each = all.into_iter().map(|mode| {
            let name = mode.word().replace('_', "-");
            let words = self.frame.t(&format!("mode-{name}")).into_owned();
            (mode.word(), words, self.thread.settings.mode == mode)
        });
        each.collect()
    }

    fn votes(&self) -> Vec<(&'static str, String, bool)> {
        let all = [votes::Mode::Open, votes::Mode::UpOnly, votes::Mode::Off];
        let each = all.into_iter().map(|mode| {
            let name = mode.word().replace('_', "-");
            let words = self.frame.t(&format!("votes-mode-{name}")).into_owned();
            (mode.word(), words, self.votes == mode)
        });
        each.collect()
    }

    fn slow(&self) -> Vec<(i64, String, bool)> {
        let each = SLOW.into_iter().map(|seconds| {
            let count = usize::try_from(seconds).unwrap_or_default();
            let words = self.frame.say().count("thread-slow-seconds", count);
            (seconds, words, self.thread.settings.slow_seconds == seconds)
        });
        each.collect()
    }

    fn story(&self) -> String {
        Urls::full(self.card.lang).card(&self.card)
    }
}

/// A story's thread.
///
/// # Errors
/// [`PageError::NotFound`] where no story of theirs is public.
pub async fn thread(State(app): State<App>, staff: Staff, named: Named) -> Result<Page, PageError> {
    let id = ArticleId(number(&named)?);
    let reader = staff.clone();
    let (card, thread, tally) = app
        .db
        .read(move |tx| {
            let card = own_card(tx, &reader, id)?;
            let tally = votes::tally(tx, Object::story(id))?;
            Ok::<_, DbError>((card, comments::thread(tx, id)?, tally))
        })
        .await?;
    let view = ThreadPage {
        frame: DeskFrame::new(
            &app,
            staff,
            "thread-settings",
            format!("/desk/moderation/threads/{id}"),
        ),
        card: card.ok_or(PageError::NotFound)?,
        thread,
        votes: tally.mode,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Sets a story's thread, and whether the story takes votes.
///
/// # Errors
/// [`PageError::NotFound`] where no story of theirs is public.
pub async fn set_thread(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = ArticleId(number(&named)?);
    let who = staff.clone();
    let card = app.db.read(move |tx| own_card(tx, &who, id)).await?;
    card.ok_or(PageError::NotFound)?;
    let wanted = Wanted::read(&fields);
    write(&app, &staff, move |tx, hand| wanted.set(tx, hand, id)).await?;
    Ok(see_other(&format!("/desk/moderation/threads/{id}")))
}

/// A public story within somebody's limits.
fn own_card(tx: &mut Tx<'_, '_>, staff: &Staff, id: ArticleId) -> Result<Option<Card>, DbError> {
    match reaches(tx, staff, id)? {
        true => lists::card(tx, id),
        false => Ok(None),
    }
}

/// What the form says.
struct Wanted {
    mode: Mode,
    slow_seconds: i64,
    is_closed: bool,
    votes: Option<votes::Mode>,
}

impl Wanted {
    fn read(fields: &Fields) -> Self {
        let slow = fields.get("slow").parse().ok();
        Self {
            mode: Mode::try_from(fields.get("mode").to_owned()).unwrap_or(Mode::Inherit),
            slow_seconds: slow.filter(|slow| SLOW.contains(slow)).unwrap_or_default(),
            is_closed: !fields.get("closed").is_empty(),
            votes: votes::Mode::try_from(fields.get("votes").to_owned()).ok(),
        }
    }

    fn set(&self, tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: ArticleId) -> Result<(), DbError> {
        let was = comments::thread(tx, id)?.settings;
        let settings = Settings {
            mode: self.mode,
            closed_at: self.is_closed.then(|| was.closed_at.unwrap_or(hand.at)),
            slow_seconds: self.slow_seconds,
        };
        comments::set_thread(tx, id, &settings, hand.at)?;
        let closed = if self.is_closed { "closed" } else { "open" };
        let detail = format!("{}, {closed}, {} s", self.mode.word(), self.slow_seconds);
        let story = Subject(Kind::Story, id.0);
        ledger::append(tx, hand, Act::ThreadSet, story, &detail)?;
        let object = Object::story(id);
        let was = votes::tally(tx, object)?.mode;
        if let Some(votes) = self.votes.filter(|votes| *votes != was) {
            votes::set_mode(tx, object, votes)?;
            ledger::append(tx, hand, Act::VotesSet, story, votes.word())?;
        }
        Ok(())
    }
}
