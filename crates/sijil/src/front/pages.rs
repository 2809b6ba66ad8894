//! What readers ask for: the front page, the archive of a day, and pages for what went wrong.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use sijil_text::{Day, Lang};

use crate::app::App;
use crate::articles::{ArticleId, Correction};
use crate::changes::Tag;
use crate::db::{DbError, Tx};
use crate::lists::Cursor;
use crate::lists::{self, Card, Thumbnail};
use crate::topics::Topic;
use crate::web::extract::{InLang, OnDay};
use crate::web::house::House;
use crate::web::page::elsewhere;
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Urls, site};

/// Stories that lead on the page: one, and two beside it.
const LEADS_SHOWN: usize = 3;
/// Leads after those, as headlines under the first.
const MORE_SHOWN: usize = 3;
/// Newest headlines: one row of them.
const LATEST_SHOWN: usize = 4;
/// Most read stories, where they are counted.
const MOST_READ_SHOWN: usize = 4;
/// Columns of a section's shelf.
const SHELF_COLUMNS: usize = 4;
/// Newest corrections.
const CORRECTIONS_SHOWN: i64 = 3;
/// Stories of a day on one page; no newsroom of ours writes more.
const DAY_MAX: i64 = 500;

#[derive(Template)]
#[template(path = "front/front.html")]
struct FrontPage {
    frame: Frame,
    leads: Vec<Card>,
    more: Vec<Card>,
    latest: Vec<Card>,
    most_read: Vec<Card>,
    shelves: Vec<Shelf>,
    corrections: Vec<(Correction, Card)>,
}

/// A section on the front page.
struct Shelf {
    section: Topic,
    parts: Vec<Topic>,
    cards: Vec<Card>,
}

impl Shelf {
    /// The section that its stories need not name again; none where they come from its parts too.
    fn said(&self) -> &str {
        match self.parts.is_empty() {
            true => &self.section.name,
            false => "",
        }
    }
}

#[derive(Template)]
#[template(path = "front/day.html")]
struct DayPage {
    frame: Frame,
    cards: Vec<Card>,
    before: Option<Day>,
    after: Option<Day>,
}

#[derive(Template)]
#[template(path = "front/fault.html")]
struct FaultPage {
    frame: Frame,
    code: u16,
    text: String,
    number: Option<String>,
}

/// Leads to the front page in the language that the browser likes best.
pub async fn choose(State(app): State<App>, headers: HeaderMap) -> Response {
    let lang = site::preferred(&headers, app.choices().default_language);
    let mut response = elsewhere(&Urls::full(lang).front());
    let headers = response.headers_mut();
    headers.insert(
        http::header::VARY,
        http::HeaderValue::from_static("accept-language"),
    );
    site::never_kept(headers);
    response
}

/// The front page of a language.
///
/// # Errors
/// When the database fails.
pub async fn front(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
) -> Result<Page, PageError> {
    page(&app, Urls { lang, edition }, None).await
}

/// The front page as it is, or as it would be with other leads.
pub(super) async fn page(
    app: &App,
    urls: Urls,
    instead: Option<Vec<ArticleId>>,
) -> Result<Page, PageError> {
    let (houses, lang) = (app.clone(), urls.lang);
    let (house, mut leads, latest, shelves, corrections) = app
        .db
        .read(move |tx| {
            let house = houses.houses.get(tx, lang)?;
            let mut leads = leads(tx, lang, instead.as_deref())?;
            let mut latest = latest(tx, lang, LEADS_SHOWN + MORE_SHOWN + LATEST_SHOWN)?;
            if leads.is_empty() {
                let newest = latest.len().min(LEADS_SHOWN + MORE_SHOWN);
                leads = latest.drain(..newest).collect();
                picture_first(&mut leads);
            }
            // No story stands twice on the page.
            let mut shown: Vec<Card> = leads.clone();
            latest.retain(|card| !shown.contains(card));
            latest.truncate(LATEST_SHOWN);
            // Headlines alone show no picture: a shelf may.
            let headlines = leads.iter().skip(LEADS_SHOWN).chain(&latest);
            shown.truncate(LEADS_SHOWN);
            shown.extend(headlines.map(without_picture));
            let shelves = shelves(tx, &house, lang, &mut shown)?;
            let corrections =
                lists::corrections_before(tx, lang, Cursor::NEWEST, CORRECTIONS_SHOWN)?;
            let corrections: Vec<(Correction, Card)> = corrections
                .into_iter()
                .map(|(_, correction, card)| (correction, card))
                .collect();
            Ok::<_, DbError>((house, leads, latest, shelves, corrections))
        })
        .await?;
    let most_read = most_read(app, lang).await?;
    let mut made_of: Vec<Tag> = vec![Tag::latest(lang), Tag::House];
    let on_shelves = shelves.iter().flat_map(|shelf| &shelf.cards);
    let corrected = corrections.iter().map(|(_, card)| card);
    let cards = leads
        .iter()
        .chain(&latest)
        .chain(&most_read)
        .chain(on_shelves)
        .chain(corrected);
    made_of.extend(cards.map(|card| Tag::article(card.id)));
    let description = house.description.clone();
    let frame = Frame::new(app, urls, house, Urls::full(lang).front())
        .titled("", description)
        .translated(Some(Urls::full(lang.other()).front()));
    let more = leads.split_off(leads.len().min(LEADS_SHOWN));
    let view = FrontPage {
        frame,
        leads,
        more,
        latest,
        most_read,
        shelves,
        corrections,
    };
    Ok(Page::html(&view)?.tagged(made_of))
}

fn leads(
    tx: &mut Tx<'_, '_>,
    lang: Lang,
    instead: Option<&[ArticleId]>,
) -> Result<Vec<Card>, DbError> {
    let mut cards = Vec::new();
    let chosen = match instead {
        Some(instead) => instead.to_vec(),
        None => super::leads(tx, lang)?,
    };
    for id in chosen {
        cards.extend(lists::card(tx, id)?);
        if cards.len() == LEADS_SHOWN + MORE_SHOWN {
            break;
        }
    }
    Ok(cards)
}

/// The most read stories of a language; none unless they are counted.
async fn most_read(app: &App, lang: Lang) -> Result<Vec<Card>, DbError> {
    // Twice as many and more, since they are counted for both languages together.
    let most = app.reads.most(MOST_READ_SHOWN * 4);
    let read = move |tx: &mut Tx<'_, '_>| {
        let mut cards = Vec::with_capacity(MOST_READ_SHOWN);
        for id in &most {
            cards.extend(lists::card(tx, *id)?.filter(|card| card.lang == lang));
        }
        cards.truncate(MOST_READ_SHOWN);
        Ok(cards)
    };
    app.db.read(read).await
}

fn latest(tx: &mut Tx<'_, '_>, lang: Lang, count: usize) -> Result<Vec<Card>, DbError> {
    let limit = i64::try_from(count).unwrap_or(i64::MAX);
    lists::latest(tx, lang, Cursor::NEWEST, limit)
}

/// The sections' shelves, without stories that are `shown`; no story and no picture twice.
fn shelves(
    tx: &mut Tx<'_, '_>,
    house: &House,
    lang: Lang,
    shown: &mut Vec<Card>,
) -> Result<Vec<Shelf>, DbError> {
    let mut shelves = Vec::new();
    for section in house.under(None) {
        let limit = i64::try_from(SHELF_COLUMNS + shown.len()).unwrap_or(i64::MAX);
        let mut cards = lists::listed(tx, section.id, lang, Cursor::NEWEST, limit)?;
        cards.retain(|card| shown.iter().all(|other| other.id != card.id));
        cards.truncate(SHELF_COLUMNS);
        let before = shown.len();
        for card in &mut cards {
            let picture = card.picture.take();
            let is_new = |picture: &Thumbnail| {
                let mut pictures = shown.iter().filter_map(|other| other.picture.as_ref());
                pictures.all(|other| other.id != picture.id)
            };
            card.picture = picture.filter(is_new);
            shown.push(card.clone());
        }
        if picture_first(&mut cards) {
            // It takes two of the columns.
            cards.truncate(SHELF_COLUMNS - 1);
        }
        if cards.is_empty() {
            continue;
        }
        shown.truncate(before);
        shown.extend(cards.iter().cloned());
        let parts = house.under(Some(section.id)).cloned().collect();
        shelves.push(Shelf {
            section: section.clone(),
            parts,
            cards,
        });
    }
    Ok(shelves)
}

fn without_picture(card: &Card) -> Card {
    Card {
        picture: None,
        ..card.clone()
    }
}

/// Moves the first story with a picture to the front; false when none has one.
fn picture_first(cards: &mut [Card]) -> bool {
    let place = cards.iter().position(|card| card.picture.is_some());
    if let Some(place) = place {
        cards.get_mut(..=place).unwrap_or_default().rotate_right(1);
    }
    place.is_some()
}

/// All stories of a day.
///
/// # Errors
/// [`PageError::NotFound`] when there are none.
pub async fn day(State(app): State<App>, edition: Edition, at: OnDay) -> Result<Page, PageError> {
    let OnDay { lang, day } = at;
    let houses = app.clone();
    let (house, cards, (before, after), others) = app
        .db
        .read(move |tx| {
            let cards = lists::of_day(tx, lang, day, DAY_MAX)?;
            let around = lists::neighbours(tx, lang, day)?;
            let others = lists::of_day(tx, lang.other(), day, 1)?;
            Ok::<_, DbError>((houses.houses.get(tx, lang)?, cards, around, others))
        })
        .await?;
    if cards.is_empty() {
        return Err(PageError::NotFound);
    }
    let written = day.to_string();
    let translation = others
        .first()
        .map(|_| Urls::full(lang.other()).day(&written));
    let say = app.say(lang);
    let (title, description) = (say.full_day(day), say.count("stories", cards.len()));
    let frame = Frame::new(
        &app,
        Urls { lang, edition },
        house,
        Urls::full(lang).day(&written),
    )
    .titled(title, description)
    .translated(translation);
    let made_of: Vec<Tag> = cards.iter().map(|card| Tag::article(card.id)).collect();
    let view = DayPage {
        frame,
        cards,
        before,
        after,
    };
    Ok(Page::html(&view)?
        .tagged(made_of)
        .tagged([Tag::latest(lang), Tag::House]))
}

/// The page for what went wrong. It must not fail itself, so it does without what it cannot have.
pub async fn failure(app: &App, urls: Urls, error: &PageError) -> Response {
    let houses = app.clone();
    let read = app
        .db
        .read(move |tx| houses.houses.get(tx, urls.lang))
        .await;
    let house = read.unwrap_or_else(|_: DbError| {
        std::sync::Arc::new(House {
            name: "Sijil".to_owned(),
            line: String::new(),
            description: String::new(),
            sections: Vec::new(),
            pages: Vec::new(),
            banner: None,
            ..House::default()
        })
    });
    let say = app.say(urls.lang);
    let title = say.say(&format!("{}-title", error.name())).into_owned();
    let text = say.say(&format!("{}-text", error.name())).into_owned();
    let number = match error {
        PageError::Broken(number) => Some(number.clone()),
        PageError::NotFound
        | PageError::WrongMethod
        | PageError::Busy
        | PageError::SearchNotReady
        | PageError::Full
        | PageError::Foreign
        | PageError::Forbidden
        | PageError::TooLarge => None,
    };
    let frame = Frame::new(app, urls, house, String::new())
        .titled(title, text.clone())
        .hidden();
    let view = FaultPage {
        frame,
        code: error.status().as_u16(),
        text,
        number,
    };
    match Page::html(&view) {
        Ok(page) => page.with_policy(CachePolicy::Never).into_response(),
        Err(_) => error.status().into_response(),
    }
}
