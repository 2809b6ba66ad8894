//! The story that a thread belongs to, as the thread's pages need it.

use std::sync::Arc;

use sijil_text::Lang;

use super::Comment;
use super::form::Filled;
use super::thread::{self, Thread};
use crate::app::App;
use crate::articles::{self, Article, ArticleId};
use crate::changes::Tag;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::{self, Card};
use crate::web::extract::StoryAddress;
use crate::web::house::House;
use crate::web::{Edition, Frame, Urls};

/// A public story and its thread.
pub(super) struct Story {
    pub(super) article: Article,
    pub(super) card: Card,
    pub(super) thread: Thread,
    pub(super) translation: Option<Card>,
    pub(super) house: Arc<House>,
}

impl Story {
    /// The public story with its thread, named in `lang`.
    pub(super) fn find(
        tx: &mut Tx<'_, '_>,
        app: &App,
        id: ArticleId,
        lang: Lang,
    ) -> Result<Option<Self>, DbError> {
        let (Some(article), Some(card)) = (articles::article(tx, id)?, lists::card(tx, id)?) else {
            return Ok(None);
        };
        let translation = lists::translation(tx, article.translation, article.lang.other())?;
        Ok(Some(Self {
            article,
            card,
            thread: thread::thread(tx, id)?,
            translation,
            house: app.houses.get(tx, lang)?,
        }))
    }

    /// Which story it is, and when it was published.
    pub(super) fn published(&self) -> (ArticleId, UtcMillis) {
        (self.article.id, self.card.published_at)
    }

    /// The address of its thread.
    pub(super) fn thread_url(&self, edition: Edition) -> String {
        let lang = self.card.lang;
        Urls { lang, edition }.thread(&self.card.day, &self.card.slug)
    }

    /// An empty form, while comments are taken.
    pub(super) fn form(
        &self,
        app: &App,
        frame: &Frame,
        parent: Option<&Comment>,
    ) -> Option<Filled> {
        let (published_at, days) = (self.card.published_at, app.choices().comments_open_days);
        let is_open = self.thread.is_open(published_at, days, app.now());
        is_open.then(|| Filled::empty(frame, self.article.id, parent))
    }

    /// The frame of a page of the thread that stands at `path`.
    pub(super) fn frame(&self, app: &App, urls: Urls, path: String) -> Frame {
        let title = app.say(urls.lang).say("comments");
        let headline = &self.card.headline;
        let feed = format!("{}feed.atom", self.thread_url(Edition::Full));
        Frame::new(app, urls, Arc::clone(&self.house), path)
            .titled(format!("{title}: {headline}"), headline.clone())
            .within(self.article.section)
            .fed(feed)
    }

    /// What a page of the thread is made of.
    pub(super) fn tags(&self) -> [Tag; 3] {
        let id = self.article.id;
        [Tag::article(id), Tag::thread(id), Tag::House]
    }
}

/// What is at the address of a story's thread.
pub(super) enum Found<T> {
    Here(Box<Story>, T),
    Elsewhere(String),
    Nothing,
}

/// What is at an address, with whatever else is to be read of it.
pub(super) fn find<T>(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (at, edition): (&StoryAddress, Edition),
    what: impl FnOnce(&mut Tx<'_, '_>, &Story) -> Result<T, DbError>,
) -> Result<Found<T>, DbError> {
    let lang = at.lang;
    let urls = Urls { lang, edition };
    let day = at.day.to_string();
    let Some(id) = articles::at_address(tx, lang, &day, at.slug.as_str())? else {
        return Ok(Found::Nothing);
    };
    let Some(story) = Story::find(tx, app, id, lang)? else {
        // Taken back: its notice stands at its own address.
        return Ok(Found::Elsewhere(urls.story(&day, at.slug.as_str())));
    };
    if story.card.slug != at.slug.as_str() || story.card.day != day {
        return Ok(Found::Elsewhere(story.thread_url(edition)));
    }
    let what = what(tx, &story)?;
    Ok(Found::Here(Box::new(story), what))
}
