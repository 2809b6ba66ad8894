//! Sitemaps 0.9: an index, one file of fixed pages, one a month and language, the record's, and one
//! of the last two days' news.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::store;
use crate::app::App;
use crate::changes::Tag;
use crate::db::{DbError, UtcMillis};
use crate::record;
use crate::topics::{self, Kind};
use crate::web::extract::{InLang, Named};
use crate::web::{Page, PageError, Urls, urls};

const XML: &str = "application/xml; charset=utf-8";
/// How far back the news sitemap reaches: two days, as its readers ask.
const NEWS_MS: i64 = 2 * 24 * 60 * 60 * 1000;
/// Addresses in the news sitemap, as its readers ask.
const NEWS_MAX: usize = 1000;
/// Sections, tags or people of a language that are listed.
const TOPICS_MAX: i64 = 10_000;

#[derive(Template)]
#[template(path = "feeds/sitemap-index.xml")]
struct SitemapIndex {
    sitemaps: Vec<String>,
}

#[derive(Template)]
#[template(path = "feeds/sitemap.xml")]
struct Sitemap {
    places: Vec<(String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "feeds/news-sitemap.xml")]
struct NewsSitemap {
    stories: Vec<News>,
}

struct News {
    url: String,
    paper: String,
    lang: Lang,
    published: String,
    title: String,
}

/// All sitemaps.
///
/// # Errors
/// When the database fails.
pub async fn index(State(app): State<App>) -> Result<Page, PageError> {
    let (months, record) = app
        .db
        .read(|tx| {
            let mut months = Vec::new();
            for lang in Lang::ALL {
                months.extend(
                    store::months(tx, lang)?
                        .into_iter()
                        .map(|month| (lang, month)),
                );
            }
            Ok::<_, DbError>((months, record::sitemap_names(tx)?))
        })
        .await?;
    let url = &app.config.url;
    let month =
        |(lang, month): (Lang, String)| format!("{url}/sitemaps/{}/{month}.xml", lang.code());
    let mut sitemaps = vec![format!("{url}/sitemaps/pages.xml")];
    sitemaps.extend(months.into_iter().map(month));
    let of_record = |name: String| format!("{url}/sitemaps/record/{name}");
    sitemaps.extend(record.into_iter().map(of_record));
    let made_of = everything().chain([Tag::Record]);
    Ok(Page::rendered(&SitemapIndex { sitemaps }, XML)?.tagged(made_of))
}

/// Front pages, sections, tags, people and the newsroom's own pages.
///
/// # Errors
/// When the database fails.
pub async fn pages(State(app): State<App>) -> Result<Page, PageError> {
    let houses = app.clone();
    let paths = app
        .db
        .read(move |tx| {
            let mut paths = Vec::new();
            for lang in Lang::ALL {
                let urls = Urls::full(lang);
                paths.push(urls.front());
                let house = houses.houses.get(tx, lang)?;
                paths.extend(house.pages.iter().map(|(slot, _)| urls.slot(*slot)));
                for kind in [Kind::Section, Kind::Tag, Kind::Person] {
                    let topics = topics::all(tx, kind, lang, TOPICS_MAX)?;
                    let path = |topic: &topics::Topic| urls.topic(kind, topic.slug.as_str());
                    paths.extend(topics.iter().map(path));
                }
            }
            Ok::<_, DbError>(paths)
        })
        .await?;
    let place = |path: String| (format!("{}{}", app.config.url, urls::encoded(&path)), None);
    let view = Sitemap {
        places: paths.into_iter().map(place).collect(),
    };
    Ok(Page::rendered(&view, XML)?.tagged([Tag::House]))
}

/// The stories of a month.
///
/// # Errors
/// [`PageError::NotFound`] when it has none.
pub async fn month(
    State(app): State<App>,
    InLang(lang): InLang,
    named: Named,
) -> Result<Page, PageError> {
    let month = named
        .get("month")?
        .strip_suffix(".xml")
        .ok_or(PageError::NotFound)?
        .to_owned();
    let entries = app
        .db
        .read(move |tx| store::month(tx, lang, &month))
        .await?;
    if entries.is_empty() {
        return Err(PageError::NotFound);
    }
    let place = |entry: store::Entry| {
        let path = Urls::full(lang).story(&entry.day, &entry.slug);
        let changed = app.config.zone.rfc3339(entry.updated_at);
        (
            format!("{}{}", app.config.url, urls::encoded(&path)),
            Some(changed),
        )
    };
    let view = Sitemap {
        places: entries.into_iter().map(place).collect(),
    };
    Ok(Page::rendered(&view, XML)?.tagged([Tag::latest(lang)]))
}

/// The stories of the last two days.
///
/// # Errors
/// When the database fails.
pub async fn news(State(app): State<App>) -> Result<Page, PageError> {
    let since = UtcMillis(app.now().0 - NEWS_MS);
    let houses = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let mut found = Vec::new();
            for lang in Lang::ALL {
                let limit = i64::try_from(NEWS_MAX).unwrap_or(i64::MAX);
                let house = houses.houses.get(tx, lang)?;
                for entry in store::since(tx, lang, since, limit)? {
                    found.push((lang, house.name.clone(), entry));
                }
            }
            found.sort_by_key(|(_, _, entry)| std::cmp::Reverse(entry.published_at));
            found.truncate(NEWS_MAX);
            Ok::<_, DbError>(found)
        })
        .await?;
    let story = |(lang, paper, entry): (Lang, String, store::Entry)| News {
        url: format!(
            "{}{}",
            app.config.url,
            urls::encoded(&Urls::full(lang).story(&entry.day, &entry.slug))
        ),
        paper,
        lang,
        published: app.config.zone.rfc3339(entry.published_at),
        title: entry.headline,
    };
    let view = NewsSitemap {
        stories: found.into_iter().map(story).collect(),
    };
    Ok(Page::rendered(&view, XML)?.tagged(everything()))
}

fn everything() -> impl Iterator<Item = Tag> {
    Lang::ALL.into_iter().map(Tag::latest).chain([Tag::House])
}
