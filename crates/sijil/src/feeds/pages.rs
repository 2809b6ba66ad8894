//! Feeds in three formats, of the site and of each section, tag and person.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use sijil_text::Lang;

use super::{Format, ITEMS_MAX, Item};
use crate::app::App;
use crate::articles;
use crate::changes::Tag;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::Cursor;
use crate::lists::{self, Card};
use crate::topics::{self, Kind};
use crate::web::extract::{InLang, Named, TopicAddress};
use crate::web::slash::Other;
use crate::web::text::excerpt;
use crate::web::{Page, PageError, Urls, urls};

/// A feed, ready to be written.
struct Feed {
    lang: Lang,
    id: String,
    title: String,
    subtitle: String,
    own: String,
    page: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    title: String,
    url: String,
    published: String,
    updated: String,
    authors: Vec<String>,
    section: Option<String>,
    summary: String,
    html: String,
}

#[derive(Template)]
#[template(path = "feeds/atom.xml")]
struct AtomFeed {
    feed: Feed,
}

#[derive(Template)]
#[template(path = "feeds/rss.xml")]
struct RssFeed {
    feed: Feed,
}

/// What a feed lists.
struct Source {
    title: String,
    subtitle: String,
    page: String,
    tag: Tag,
}

/// The newest stories of a language.
///
/// # Errors
/// [`PageError::NotFound`] for a format we do not write.
pub async fn site(
    State(app): State<App>,
    InLang(lang): InLang,
    named: Named,
    other: Other,
) -> Result<Response, PageError> {
    let Some(format) = Format::of(named.get("feed")?) else {
        return other.page();
    };
    let houses = app.clone();
    let (house, items) = app
        .db
        .read(move |tx| {
            let cards = lists::latest(tx, lang, Cursor::NEWEST, ITEMS_MAX)?;
            Ok::<_, DbError>((houses.houses.get(tx, lang)?, whole(tx, cards)?))
        })
        .await?;
    let (title, subtitle) = (house.name.clone(), house.description.clone());
    let source = Source {
        title,
        subtitle,
        page: Urls::full(lang).front(),
        tag: Tag::latest(lang),
    };
    write(&app, lang, format, &source, &items)
}

/// The newest stories of a section.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn section(
    app: State<App>,
    at: Result<TopicAddress, PageError>,
    named: Named,
    other: Other,
) -> Result<Response, PageError> {
    topic(app, at, named, other, Kind::Section).await
}

/// The newest stories with a tag.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn tag(
    app: State<App>,
    at: Result<TopicAddress, PageError>,
    named: Named,
    other: Other,
) -> Result<Response, PageError> {
    topic(app, at, named, other, Kind::Tag).await
}

/// The newest stories of a person.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn person(
    app: State<App>,
    at: Result<TopicAddress, PageError>,
    named: Named,
    other: Other,
) -> Result<Response, PageError> {
    topic(app, at, named, other, Kind::Person).await
}

async fn topic(
    State(app): State<App>,
    at: Result<TopicAddress, PageError>,
    named: Named,
    other: Other,
    kind: Kind,
) -> Result<Response, PageError> {
    let Some(format) = Format::of(named.get("feed")?) else {
        return other.page();
    };
    let at = at?;
    let lang = at.lang;
    let houses = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let found = topics::with_slug(tx, kind, lang, &at.slug)?;
            let Some(topic) = found else { return Ok(None) };
            let cards = lists::listed(tx, topic.id, lang, Cursor::NEWEST, ITEMS_MAX)?;
            Ok::<_, DbError>(Some((
                topic,
                whole(tx, cards)?,
                houses.houses.get(tx, lang)?,
            )))
        })
        .await?;
    let (topic, items, house) = found.ok_or(PageError::NotFound)?;
    let source = Source {
        title: format!("{} · {}", topic.name, house.name),
        subtitle: topic.about,
        page: Urls::full(lang).topic(kind, topic.slug.as_str()),
        tag: Tag::topic(topic.id),
    };
    write(&app, lang, format, &source, &items)
}

fn whole(tx: &mut Tx<'_, '_>, cards: Vec<Card>) -> Result<Vec<Item>, DbError> {
    let mut items = Vec::with_capacity(cards.len());
    for card in cards {
        let printed = articles::newest(tx, card.id)?;
        items.extend(printed.map(|printed| Item {
            card,
            content: printed.content,
        }));
    }
    Ok(items)
}

fn write(
    app: &App,
    lang: Lang,
    format: Format,
    source: &Source,
    items: &[Item],
) -> Result<Response, PageError> {
    let feed = feed(app, lang, format, source, items);
    let page = match format {
        Format::Atom => Page::rendered(&AtomFeed { feed }, format.mime())?,
        Format::Rss => Page::rendered(&RssFeed { feed }, format.mime())?,
        Format::Json => Page::new(json_feed(&feed).to_string(), format.mime()),
    };
    let made_of = items.iter().map(|item| Tag::article(item.card.id));
    Ok(page
        .tagged(made_of)
        .tagged([source.tag, Tag::House])
        .into_response())
}

fn feed(app: &App, lang: Lang, format: Format, source: &Source, items: &[Item]) -> Feed {
    let absolute = |path: &str| format!("{}{}", app.config.url, urls::encoded(path));
    let file = match format {
        Format::Atom => "feed.atom",
        Format::Rss => "feed.rss",
        Format::Json => "feed.json",
    };
    let instant = |at: UtcMillis| match format {
        Format::Rss => app.config.zone.rfc822(at),
        Format::Atom | Format::Json => app.config.zone.rfc3339(at),
    };
    // Nothing newer than the newest story: a feed that did not change says so.
    let updated = items
        .iter()
        .map(|item| item.card.updated_at)
        .max()
        .unwrap_or(UtcMillis(0));
    let page = absolute(&source.page);
    let entries = items.iter().map(|item| {
        let (card, content) = (&item.card, &item.content);
        let bylines = content.bylines.iter().map(|byline| byline.name.clone());
        let authors: Vec<String> = bylines.chain(content.agency.clone()).collect();
        Entry {
            id: tag_uri(app, card),
            title: card.headline.clone(),
            url: absolute(&Urls::full(lang).card(card)),
            published: instant(card.published_at),
            updated: instant(card.updated_at),
            authors: if authors.is_empty() {
                vec![source.title.clone()]
            } else {
                authors
            },
            section: card.section.as_ref().map(|(name, _)| name.clone()),
            summary: if card.standfirst.is_empty() {
                excerpt(&sijil_text::plain_text(&content.body).text, 300)
            } else {
                card.standfirst.clone()
            },
            html: content.body.with_site(&app.config.url),
        }
    });
    Feed {
        lang,
        id: page.clone(),
        title: source.title.clone(),
        subtitle: source.subtitle.clone(),
        own: absolute(&format!("{}{file}", source.page)),
        page,
        updated: instant(updated),
        entries: entries.collect(),
    }
}

/// A name for a story that stays when its address changes: RFC 4151.
fn tag_uri(app: &App, card: &Card) -> String {
    let host = app.config.url.split("://").nth(1).unwrap_or("localhost");
    let host = host.split([':', '/']).next().unwrap_or("localhost");
    format!("tag:{host},{}:story/{}", card.day, card.id)
}

fn json_feed(feed: &Feed) -> Value {
    let items: Vec<Value> = feed.entries.iter().map(json_item).collect();
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.page,
        "feed_url": feed.own,
        "language": feed.lang.code(),
        "items": items,
    })
}

fn json_item(entry: &Entry) -> Value {
    let authors: Vec<Value> = entry
        .authors
        .iter()
        .map(|name| json!({ "name": name }))
        .collect();
    json!({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": authors,
        "tags": entry.section.iter().collect::<Vec<_>>(),
    })
}
