//! Old archives, taken in: each input ends as imported, merged, skipped or failed, with a reason,
//! and taking the same in again adds nothing.

mod store;
mod when;

use serde::Serialize;

use sijil_import::Incoming;
use sijil_text::{Day, Lang, SafeHtml, Slug};
pub use store::identity;

use crate::app::App;
use crate::articles::publication::{self, Publication};
use crate::articles::{self, ArticleError, ArticleId, Byline, Content, NewArticle, TranslationId};
use crate::comments;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists;
use crate::topics::{self, Kind, Topic, TopicId};
use crate::votes;
use when::{When, when};

/// Stories of one day with one slug that are told apart by a number.
const NAMESAKES_MAX: u32 = 1000;
/// Topics that names in an import are compared with.
const TOPICS_MAX: i64 = 100_000;

/// What the importer was told to assume where a page is silent.
#[derive(Debug, Clone, Default)]
pub struct Assumed {
    /// The day of publication.
    pub published: Option<Day>,
    /// The slug of the section, in any language.
    pub section: Option<String>,
    /// The language.
    pub lang: Option<Lang>,
}

/// What became of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Taken {
    /// It is in the newsroom now.
    Imported {
        /// Its address.
        path: String,
        /// What did not come with it, and what an editor should look at: sentences.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        notes: Vec<String>,
    },
    /// It was there already.
    Merged {
        /// Its address.
        path: String,
    },
    /// It was left out, and rightly so.
    Skipped {
        /// Why.
        reason: String,
    },
    /// It should have been taken in and could not be.
    Failed {
        /// What went wrong and what to do.
        reason: String,
    },
}

/// Takes one story in and publishes it under its own day.
///
/// # Errors
/// Only when the database fails; whatever is wrong with the story is [`Taken::Skipped`].
pub fn take(
    tx: &mut Tx<'_, '_>,
    app: &App,
    incoming: &Incoming,
    assumed: &Assumed,
) -> Result<Taken, DbError> {
    if let Some(id) = store::known(tx, &incoming.id, &incoming.sha256)? {
        take_comments(tx, app, id, incoming)?;
        return Ok(Taken::Merged {
            path: path(tx, id)?,
        });
    }
    let ready = match read(tx, app, incoming, assumed)? {
        Ok(ready) => ready,
        Err(reason) => return Ok(Taken::Skipped { reason }),
    };
    let Ready { article, at, notes } = ready;
    let (id, now) = (article.id, app.now());
    let publication = Publication::plain(at, &app.config.zone);
    let published =
        publication::draft(tx, &article).and_then(|()| publication::publish(tx, id, &publication));
    match published {
        Ok(()) => {}
        Err(ArticleError::Db(error)) => return Err(error),
        Err(refused) => {
            return Ok(Taken::Failed {
                reason: refused.to_string(),
            });
        }
    }
    // The text is in the story; kept twice more it would be half of the database.
    let found = Incoming {
        text: String::new(),
        paragraphs: Vec::new(),
        html: SafeHtml::default(),
        ..incoming.clone()
    };
    let record = serde_json::to_string(&found)
        .map_err(|error| DbError::Other(format!("keep the record of an import: {error}")))?;
    store::insert(tx, incoming, id, &record, now)?;
    votes(tx, incoming, id)?;
    take_comments(tx, app, id, incoming)?;
    Ok(Taken::Imported {
        path: path(tx, id)?,
        notes,
    })
}

/// The totals that the page showed: kept apart from our own readers' votes.
fn votes(tx: &mut Tx<'_, '_>, incoming: &Incoming, id: ArticleId) -> Result<(), DbError> {
    let count = |votes: Option<u64>| i64::try_from(votes.unwrap_or(0)).unwrap_or(0);
    let (up, down) = (count(incoming.votes_for), count(incoming.votes_against));
    if up + down == 0 {
        return Ok(());
    }
    votes::set_base(tx, votes::Object::story(id), up, down)
}

/// Takes in what readers had written under a story, and nothing of it twice.
fn take_comments(
    tx: &mut Tx<'_, '_>,
    app: &App,
    article: ArticleId,
    incoming: &Incoming,
) -> Result<(), DbError> {
    if incoming.comments.is_empty() {
        return Ok(());
    }
    let Some(card) = lists::card(tx, article)? else {
        return Ok(());
    };
    let old = incoming.comments.iter().map(|comment| comments::Old {
        name: comment.name.clone(),
        when: when::of_comment(&app.config.zone, app.now(), comment.date.as_deref()),
        text: comment.text.clone(),
    });
    let old: Vec<_> = old.collect();
    comments::take_old(tx, &app.ids, (article, card.published_at), &old)?;
    Ok(())
}

/// A story that can be taken in.
struct Ready {
    article: NewArticle,
    /// The instant of its publication.
    at: UtcMillis,
    /// What is to be said about it.
    notes: Vec<String>,
}

/// The story with all that it needs, or why it cannot be taken.
fn read(
    tx: &mut Tx<'_, '_>,
    app: &App,
    incoming: &Incoming,
    assumed: &Assumed,
) -> Result<Result<Ready, String>, DbError> {
    let found = incoming.lang.and_then(sijil_text::Language::site);
    let Some(lang) = found.or(assumed.lang) else {
        let reason = "its language is neither Arabic nor English, or cannot be told; say --lang";
        return Ok(Err(reason.to_owned()));
    };
    let When {
        at,
        is_day_only,
        note,
    } = match when(&app.config.zone, app.now(), incoming, assumed) {
        Ok(when) => when,
        Err(reason) => return Ok(Err(reason)),
    };
    let Some(slug) = Slug::from_headline(&incoming.title, lang) else {
        return Ok(Err("its headline has no letter or digit".to_owned()));
    };
    let slug = free_slug(tx, lang, app.config.zone.day(at), slug)?;
    let mut notes = incoming.doubts.clone();
    notes.extend(note);
    let section = section(tx, lang, incoming, assumed, &mut notes)?;
    let mut topics = tags(tx, lang, incoming, &mut notes)?;
    let bylines = bylines(tx, lang, incoming)?;
    topics.extend(bylines.iter().filter_map(|byline| byline.person));
    let id: ArticleId = app.ids.next(app.now());
    let article = NewArticle {
        id,
        translation: TranslationId(id.0),
        lang,
        section,
        topics,
        slug: Some(slug),
        content: content(incoming, is_day_only, bylines),
        owner: None,
    };
    Ok(Ok(Ready { article, at, notes }))
}

fn content(incoming: &Incoming, is_day_only: bool, bylines: Vec<Byline>) -> Content {
    Content {
        headline: incoming.title.clone(),
        standfirst: incoming.standfirst.clone().unwrap_or_default(),
        body: SafeHtml::sanitise(incoming.html.as_str()),
        agency: incoming.agency.clone(),
        credit: incoming.credit.clone(),
        is_day_only,
        dateline: incoming.dateline.clone(),
        bylines,
        sign_off: incoming.sign_off.clone(),
        picture: None,
    }
}

/// The section that was named, by its slug or its name.
fn section(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    incoming: &Incoming,
    assumed: &Assumed,
    notes: &mut Vec<String>,
) -> Result<Option<TopicId>, DbError> {
    let Some(wanted) = assumed.section.as_ref().or(incoming.section.as_ref()) else {
        return Ok(None);
    };
    for lang in [lang, lang.other()] {
        let sections = topics::all(tx, Kind::Section, lang, TOPICS_MAX)?;
        let is_it = |topic: &&Topic| topic.slug.as_str() == wanted || topic.name == *wanted;
        if let Some(section) = sections.iter().find(is_it) {
            return Ok(Some(section.id));
        }
    }
    if !wanted.is_empty() {
        notes.push(format!(
            "its section “{wanted}” is not one of the newsroom's"
        ));
    }
    Ok(None)
}

/// The newsroom's tags among those of the page.
fn tags(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    incoming: &Incoming,
    notes: &mut Vec<String>,
) -> Result<Vec<TopicId>, DbError> {
    let known = topics::all(tx, Kind::Tag, lang, TOPICS_MAX)?;
    let mut tags = Vec::new();
    for name in incoming.tags.iter().filter(|name| !name.is_empty()) {
        match named(&known, name) {
            Some(tag) => tags.push(tag),
            None => notes.push(format!("its tag “{name}” is not one of the newsroom's")),
        }
    }
    Ok(tags)
}

/// Who wrote it, as the newsroom's people where they bear the same name.
fn bylines(tx: &mut Tx<'_, '_>, lang: Lang, incoming: &Incoming) -> Result<Vec<Byline>, DbError> {
    let people = topics::all(tx, Kind::Person, lang, TOPICS_MAX)?;
    let byline = |name: &String| Byline {
        name: name.clone(),
        person: named(&people, name),
    };
    Ok(incoming.byline.iter().map(byline).collect())
}

fn named(topics: &[Topic], name: &str) -> Option<TopicId> {
    let topic = topics.iter().find(|topic| topic.name == name);
    topic.map(|topic| topic.id)
}

/// The slug, or the first of `slug-2`, `slug-3` … that no story of the day has.
fn free_slug(tx: &mut Tx<'_, '_>, lang: Lang, day: Day, slug: Slug) -> Result<Slug, DbError> {
    let written = day.to_string();
    for number in 2..NAMESAKES_MAX {
        let wanted = if number == 2 {
            slug.to_string()
        } else {
            format!("{slug}-{}", number - 1)
        };
        let Ok(wanted) = Slug::parse(&wanted) else {
            break;
        };
        if articles::at_address(tx, lang, &written, wanted.as_str())?.is_none() {
            return Ok(wanted);
        }
    }
    Ok(slug)
}

fn path(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<String, DbError> {
    let card = lists::card(tx, id)?;
    let path = card.map(|card| crate::web::Urls::full(card.lang).card(&card));
    Ok(path.unwrap_or_else(|| format!("story {id}, not public")))
}
