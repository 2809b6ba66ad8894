//! A search as it was asked, on the page and by the API, and what it finds.

use sijil_search::{Filter, Hits, Index, Piece, Query};
use sijil_text::{Day, Lang};

use super::{Order, store};
use crate::app::App;
use crate::articles::{self, ArticleId};
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::web::extract::Fields;
use crate::web::house::House;
use crate::web::{Edition, PageError, Urls, urls};

/// Results on a page.
pub(super) const PAGE_RESULTS: usize = 10;
/// Characters of a snippet: about three lines.
const SNIPPET_CHARS_MAX: usize = 220;

/// A search as it was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The words.
    pub text: String,
    /// The slug of a section, or nothing for all.
    pub section: String,
    /// `ar`, `en`, or nothing for both.
    pub lang: String,
    /// First day, `yyyy-mm-dd`, or nothing.
    pub from: String,
    /// Last day, or nothing.
    pub to: String,
    /// In which order.
    pub order: Order,
    /// Which page of results, from 1.
    pub page: usize,
}

/// A story that was found.
pub struct Found {
    /// Its card.
    pub card: Card,
    /// The addresses of its language.
    pub urls: Urls,
    /// Its day in words.
    pub date: String,
    /// Its headline, with what was found marked.
    pub headline: Vec<Piece>,
    /// Where in its text the words stand.
    pub snippet: Vec<Piece>,
}

impl Asked {
    /// What the fields of a query ask for; nonsense in a field is as if it were not there.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        let day = |name| {
            Day::parse(fields.get(name))
                .map(|day| day.to_string())
                .unwrap_or_default()
        };
        let lang = Lang::try_from(fields.get("lang"))
            .map(Lang::code)
            .unwrap_or_default();
        Self {
            text: fields.get("q").chars().take(256).collect(),
            section: fields.get("section").to_owned(),
            lang: lang.to_owned(),
            from: day("from"),
            to: day("to"),
            order: Order::named(fields.get("sort")),
            page: fields.get("page").parse().unwrap_or(1).clamp(1, 100),
        }
    }

    /// What the index is to leave out.
    #[must_use]
    pub fn filter(&self, app: &App, house: &House) -> Filter {
        let section = house
            .sections
            .iter()
            .find(|section| section.slug.as_str() == self.section);
        let midnight = |day: Day| app.config.zone.instant(day, 0).0;
        let last = Day::parse(&self.to).ok().and_then(|day| day.plus_days(1));
        Filter {
            lang: Lang::try_from(self.lang.as_str()).ok(),
            sections: section.map(|section| section.id.0).into_iter().collect(),
            from_ms: Day::parse(&self.from).ok().map(midnight),
            before_ms: last.map(midnight),
            ..Filter::default()
        }
    }

    /// The address of another page of the same search.
    pub(super) fn address(&self, urls: Urls, text: &str, page: usize) -> String {
        let mut address = format!("{}?q={}", urls.search(), urls::value(text));
        let order = if self.order == Order::Relevance {
            ""
        } else {
            self.order.word()
        };
        let fields = [
            ("section", self.section.as_str()),
            ("lang", &self.lang),
            ("sort", order),
            ("from", &self.from),
            ("to", &self.to),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            address.push_str(&format!("&{name}={}", urls::value(value)));
        }
        if page > 1 {
            address.push_str(&format!("&page={page}"));
        }
        address
    }
}

/// Asks the index, on a thread where it may take its time.
///
/// # Errors
/// [`PageError::SearchNotReady`] while the index is being prepared.
pub async fn ask(app: &App, asked: &Asked, filter: Filter) -> Result<Hits, PageError> {
    let index: Index = app.search.index().ok_or(PageError::SearchNotReady)?;
    let (text, sort) = (asked.text.clone(), asked.order.sort());
    let page = sijil_search::Page {
        offset: (asked.page - 1) * PAGE_RESULTS,
        limit: PAGE_RESULTS,
    };
    let search = move || index.search(&Query::parse(&text), &filter, sort, page);
    let hits = tokio::task::spawn_blocking(search)
        .await
        .map_err(|error| PageError::broken(&error))?;
    hits.map_err(|error| PageError::broken(&error))
}

/// The stories behind the hits, as they stand in the database now; what is no longer public is
/// left out.
///
/// # Errors
/// When the database fails.
pub fn look_up(
    tx: &mut Tx<'_, '_>,
    app: &App,
    edition: Edition,
    hits: &Hits,
) -> Result<Vec<Found>, DbError> {
    let mut found = Vec::with_capacity(hits.hits.len());
    for hit in &hits.hits {
        let id = ArticleId(hit.id);
        let Some(card) = lists::card(tx, id)? else {
            continue;
        };
        let Some(printed) = articles::newest(tx, id)? else {
            continue;
        };
        found.push(Found {
            urls: Urls {
                lang: card.lang,
                edition,
            },
            date: app.say(card.lang).short_date(card.published_at),
            headline: hits.terms.headline(&card.headline),
            snippet: hits
                .terms
                .snippet(&store::body(&printed), SNIPPET_CHARS_MAX),
            card,
        });
    }
    Ok(found)
}
