//! What readers ask for: a search, its results, and help when there are none.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::Order;
use super::asked::{Asked, Found, PAGE_RESULTS, ask, look_up};
use crate::app::App;
use crate::web::extract::{Fields, InLang};
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "search/search.html")]
struct SearchPage {
    frame: Frame,
    asked: Asked,
    total: usize,
    /// None of the results has all the words.
    is_relaxed: bool,
    suggestion: Option<(String, String)>,
    results: Vec<Found>,
    newer: Option<String>,
    older: Option<String>,
}

/// A search and its results.
///
/// # Errors
/// [`PageError::SearchNotReady`] while the index is being prepared.
pub async fn search(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    fields: Fields,
) -> Result<Page, PageError> {
    let asked = Asked::read(&fields);
    let urls = Urls { lang, edition };
    let houses = app.clone();
    let house = app.db.read(move |tx| houses.houses.get(tx, lang)).await?;
    let hits = match asked.text.is_empty() {
        true => None,
        false => Some(ask(&app, &asked, asked.filter(&app, &house)).await?),
    };
    let is_relaxed = hits.as_ref().is_some_and(|hits| hits.is_relaxed);
    let (total, suggestion, results) = match hits {
        None => (0, None, Vec::new()),
        Some(hits) => {
            let (total, suggestion) = (hits.total, hits.suggestion.clone());
            let dates = app.clone();
            let results = app
                .db
                .read(move |tx| look_up(tx, &dates, edition, &hits))
                .await?;
            (total, suggestion, results)
        }
    };
    let newer = (asked.page > 1).then(|| asked.address(urls, &asked.text, asked.page - 1));
    let has_more = total > asked.page * PAGE_RESULTS && asked.page < 100;
    let older = has_more.then(|| asked.address(urls, &asked.text, asked.page + 1));
    let suggestion = suggestion.map(|text| (asked.address(urls, &text, 1), text));
    let title = app.say(lang).say("search").into_owned();
    let title = if asked.text.is_empty() {
        title
    } else {
        format!("{}: {title}", asked.text)
    };
    let mut frame = Frame::new(&app, urls, house, Urls::full(lang).search())
        .titled(title, "")
        .translated(Some(Urls::full(lang.other()).search()))
        .hidden();
    frame.query.clone_from(&asked.text);
    let view = SearchPage {
        frame,
        asked,
        total,
        is_relaxed,
        suggestion,
        results,
        newer,
        older,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Brief))
}

/// The name of a language in the interface's sentences.
pub(crate) fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "language-ar",
        Lang::En => "language-en",
    }
}
