//! What a comment's form brought, and what stands around it.

use std::sync::Arc;

use crate::app::App;
use crate::articles::ArticleId;
use crate::code::{self, Answered, Opened, Spend, Spent};
use crate::comments::text::{self, Checked, Fault, Typed};
use crate::comments::{self, Comment, CommentId, Thread};
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::moderation::{self, Found};
use crate::web::extract::Fields;
use crate::web::house::House;
use sijil_text::Lang;

/// What a form brought.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) article: ArticleId,
    pub(super) parent: Option<CommentId>,
    pub(super) typed: Typed,
    pub(super) answered: Answered,
    /// Whether only another code is asked for.
    pub(super) wants_another: bool,
}

impl Letter {
    pub(super) fn read(article: ArticleId, fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).to_owned();
        Self {
            article,
            parent: fields.get("parent").parse().ok().map(CommentId),
            typed: Typed {
                name: text("name"),
                email: text("email"),
                text: text("text"),
            },
            answered: Answered {
                token: text("ramz"),
                work: text("work"),
                code: text("code"),
                answer: text("answer"),
                is_lane: fields.get("act") == "lane",
                is_known: false,
            },
            wants_another: fields.get("act") == "another",
        }
    }
}

/// What stands around a comment that is sent.
pub(super) struct Ground {
    pub(super) house: Arc<House>,
    pub(super) card: Card,
    pub(super) thread: Thread,
    /// The comment that it answers, if that can be answered.
    pub(super) parent: Option<Comment>,
    pub(super) checked: Result<Checked, Vec<Fault>>,
    /// Its code, to be spent on what was typed.
    pub(super) spend: Option<Spend>,
    /// What that code was spent on before.
    pub(super) spent: Option<Spent>,
    /// Seconds until its network may write again in a slow thread.
    pub(super) wait_seconds: i64,
    /// What the newsroom knows about words like these, where they may be kept.
    pub(super) found: Option<Found>,
}

impl Ground {
    /// Reads it; nothing where no story is public.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn read(
        tx: &mut Tx<'_, '_>,
        app: &App,
        (letter, opened): (&Letter, Option<&Opened>),
        lang: Lang,
        net: &[u8],
    ) -> Result<Option<Self>, DbError> {
        let Some(card) = lists::card(tx, letter.article)? else {
            return Ok(None);
        };
        let house = app.houses.get(tx, lang)?;
        let other = app.houses.get(tx, lang.other())?;
        let thread = comments::thread(tx, letter.article)?;
        let parent = match letter.parent {
            Some(parent) => comments::comment(tx, parent)?,
            None => None,
        };
        let parent = parent.filter(|parent| parent.article == letter.article && parent.is_shown());
        let checked = text::check(&letter.typed, &[&house.name, &other.name]);
        let spend = match (opened, &checked) {
            (Some(opened), Ok(checked)) => {
                let body = super::body_sha256(letter.article, letter.parent, checked);
                Some(Spend::new(&opened.ramz, body))
            }
            _ => None,
        };
        let spent = match &spend {
            Some(spend) => code::spent(tx, spend)?,
            None => None,
        };
        let wait_seconds = thread.wait_seconds(tx, letter.article, net, app.now())?;
        let found = match (&checked, opened) {
            (Ok(checked), Some(opened)) if opened.is_fresh && spent.is_none() => {
                let place = (letter.article, &thread.settings);
                let words = (checked.name.as_str(), checked.body.as_str());
                Some(moderation::look(tx, place, words, app.now())?)
            }
            _ => None,
        };
        Ok(Some(Self {
            house,
            card,
            thread,
            parent,
            checked,
            spend,
            spent,
            wait_seconds,
            found,
        }))
    }

    /// Whether the thread takes comments.
    pub(super) fn is_open(&self, app: &App) -> bool {
        let days = app.choices().comments_open_days;
        self.thread.is_open(self.card.published_at, days, app.now())
    }
}
