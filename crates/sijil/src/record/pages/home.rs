//! The record's first page: its claims, newest first, and the questions that can be put to it.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::asked::Filters;
use super::part::Found;
use super::tell::{Row, Telling};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, UtcMillis};
use crate::lists::Cursor;
use crate::record::claims;
use crate::web::extract::{Fields, InLang};
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls};

/// Claims on a page.
const PAGE_CLAIMS: usize = 20;

#[derive(Template)]
#[template(path = "record/pages/home.html")]
struct HomePage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    filters: Filters,
    found: [Found; 3],
    /// Address, name and number of claims of each kind.
    kinds: Vec<(String, String, usize, bool)>,
    total: usize,
    rows: Vec<Row>,
    newest: Option<String>,
    older: Option<String>,
}

impl HomePage {
    /// The kinds' words and names, for the form.
    fn choices(&self) -> Vec<(String, String)> {
        let words = ["casualty", "named_victim", "control_change", "truce"];
        let more = ["truce_term", "truce_breach", "talks", "statement"];
        let last = ["displacement", "detention", "attack"];
        let each = words.iter().chain(&more).chain(&last);
        each.map(|word| {
            let name = format!("word-kind-{}", word.replace('_', "-"));
            ((*word).to_owned(), self.frame.t(&name).into_owned())
        })
        .collect()
    }
}

/// The kinds of claims there are: address, name, how many, and whether it is the one asked for.
fn kinds(
    frame: &Frame,
    filters: &Filters,
    counts: &[(String, i64)],
) -> Vec<(String, String, usize, bool)> {
    let kind = |(kind, count): &(String, i64)| {
        let name = format!("word-kind-{}", kind.replace('_', "-"));
        (
            filters.of_kind(frame.urls, kind),
            frame.t(&name).into_owned(),
            count_of(*count),
            *kind == filters.kind,
        )
    };
    counts.iter().map(kind).collect()
}

/// The claims that readers may see.
///
/// # Errors
/// When the database fails.
pub async fn home(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    fields: Fields,
) -> Result<Page, PageError> {
    let urls = Urls { lang, edition };
    let filters = Filters::read(&fields);
    let before = fields.before();
    let (reading, asked) = (app.clone(), filters.clone());
    let read = move |tx: &mut crate::db::Tx<'_, '_>| {
        let mut telling = Telling::new(&reading, urls);
        let mut found: [Found; 3] = Default::default();
        for (part, found) in asked.parts.iter().zip(&mut found) {
            *found = part.find(tx, &mut telling)?;
        }
        let is_unknown = found.iter().any(|found| found.is_unknown);
        let (question, third) = asked.asked(&found);
        let limit = i64::try_from(PAGE_CLAIMS + 1).unwrap_or(i64::MAX);
        let mut claims = match is_unknown {
            true => vec![],
            false => claims::public(tx, &question, (before.at.0, before.id), limit)?,
        };
        let has_more = claims.len() > PAGE_CLAIMS;
        claims.truncate(PAGE_CLAIMS);
        let last = claims.last().filter(|_| has_more);
        let next = last.map(|claim| Cursor {
            at: UtcMillis(claim.decided_at.0),
            id: claim.id.0,
        });
        claims.retain(|claim| third == 0 || names(claim, third));
        let rows = telling.rows(tx, &claims)?;
        let counts = claims::public_count(tx)?;
        let house = reading.houses.get(tx, lang)?;
        Ok::<_, DbError>((telling.tags(), found, rows, next, counts, house))
    };
    let (tags, found, rows, next, counts, house) = app.db.read(read).await?;
    let frame = frame(&app, urls, house, Urls::record);
    let total = counts.iter().map(|(_, count)| count_of(*count)).sum();
    let kinds = kinds(&frame, &filters, &counts);
    let title = frame.t("record").into_owned();
    let about = frame.t("record-says").into_owned();
    let mut frame = frame.titled(title, about);
    let is_plain = !filters.is_any() && before == Cursor::NEWEST;
    frame.is_hidden = !is_plain;
    let view = HomePage {
        menu: menu(&frame),
        newest: (before != Cursor::NEWEST).then(|| filters.address(urls, None)),
        older: next.map(|cursor| filters.address(urls, Some(cursor))),
        frame,
        filters,
        found,
        kinds,
        total,
        rows,
    };
    let page = Page::html(&view)?;
    Ok(match is_plain {
        true => page.tagged(tags),
        false => page.with_policy(CachePolicy::Brief),
    })
}

fn count_of(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// Whether a claim names a thing.
fn names(claim: &claims::Claim, id: i64) -> bool {
    claim.places.iter().any(|place| place.place.0 == id)
        || claim.actors.iter().any(|acting| acting.actor.0 == id)
        || claim
            .attribution
            .iter()
            .any(|link| link.source.is_some_and(|source| source.0 == id))
}
