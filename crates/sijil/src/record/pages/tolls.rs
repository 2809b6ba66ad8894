//! Competing figures, side by side: a row for each claim, never a mean, a total or a best one.

use askama::Template;
use axum::extract::State;
use sijil_record::{Harm, Stance};
use sijil_text::{Day, Lang};

use super::chart::{self, Chart, Mark};
use super::compared::compare;
use super::tell::{Row, Telling};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::record::claims::{self, Body, Claim, Toll};
use crate::record::groups::{self, Grading, Group, GroupBody};
use crate::record::objects::ObjectKind;
use crate::record::{ClaimId, GroupId};
use crate::web::extract::{ById, Fields, InLang};
use crate::web::{CachePolicy, Edition, Frame, Page, PageError, Part, Urls};

/// Figures and events that the list shows; the search finds the others.
const LISTED_MAX: i64 = 300;

#[derive(Template)]
#[template(path = "record/pages/tolls.html")]
struct TollsPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "record/pages/toll.html")]
struct TollPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    tables: Vec<Table>,
    /// The grade's word, its reason and its day.
    grading: Option<(String, String, String)>,
    /// What editors say of two counters.
    remarks: Vec<String>,
    chosen: (i64, i64),
    compared: Option<String>,
}

/// A figure or event in the list.
struct Entry {
    href: String,
    title: String,
    when: String,
    spans: Vec<(String, String, String)>,
    newest: Day,
}

/// What is counted of one harm.
pub(super) struct Table {
    harm: String,
    /// The same within a sentence.
    word: String,
    pub(super) rows: Vec<Counted>,
    span: String,
    chart: Option<Chart>,
}

/// A claim's row.
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) row: Row,
    pub(super) toll: Toll,
    pub(super) number: String,
    pub(super) counter: String,
    /// How the counter's figure came to be known; empty where the counter alone says it.
    chain: String,
    said: Day,
    said_words: String,
    area: String,
    definition: String,
    /// The same source's other words for it.
    restated: Vec<Counted>,
}

/// The figures and events that people are counted in.
///
/// # Errors
/// When the database fails.
pub async fn tolls(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
) -> Result<Page, PageError> {
    let urls = Urls { lang, edition };
    let reading = app.clone();
    let (entries, tags, house) = app
        .db
        .read(move |tx| {
            let mut telling = Telling::new(&reading, urls);
            let mut entries = Vec::new();
            for kind in [ObjectKind::Figure, ObjectKind::Event] {
                for group in groups::public_of_kind(tx, kind, GroupId(0), LISTED_MAX)? {
                    entries.extend(entry(tx, &mut telling, &group)?);
                }
            }
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.newest));
            let house = reading.houses.get(tx, lang)?;
            Ok::<_, DbError>((entries, telling.tags(), house))
        })
        .await?;
    let frame = frame(&app, urls, house, |urls| urls.record_list("tolls"));
    let (title, about) = (
        frame.t("record-tolls").into_owned(),
        frame.t("record-tolls-say").into_owned(),
    );
    let frame = frame.titled(title, about);
    let view = TollsPage {
        menu: menu(&frame),
        frame,
        entries,
    };
    Ok(Page::html(&view)?.tagged(tags))
}

/// The figures of one event or period.
///
/// # Errors
/// [`PageError::NotFound`] when nothing of it is public.
pub async fn toll(State(app): State<App>, at: ById, fields: Fields) -> Result<Page, PageError> {
    let (urls, id) = (at.urls, GroupId(at.id));
    let reading = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let mut telling = Telling::new(&reading, urls);
            let mut group = None;
            for kind in [ObjectKind::Figure, ObjectKind::Event] {
                group = group.or(groups::public_with_id(tx, kind, id)?);
            }
            let Some(group) = group else {
                return Ok(None);
            };
            let group = telling.known.group(tx, &group)?;
            let tables = tables(tx, &mut telling, group.id)?;
            let house = reading.houses.get(tx, urls.lang)?;
            Ok::<_, DbError>(Some((telling, group, tables, house)))
        })
        .await?;
    let (telling, group, tables, house) = found
        .filter(|(_, _, tables, _)| !tables.is_empty())
        .ok_or(PageError::NotFound)?;
    let chosen = ["one", "other"].map(|name| fields.get(name).parse().unwrap_or_default());
    let title = title(&telling, &group, &tables);
    let frame = frame(&app, urls, house, |urls| urls.record_thing("tolls", id.0));
    let about = frame.t("record-tolls-say").into_owned();
    let is_plain = chosen == [0, 0];
    let mut offered = tables.iter().flat_map(|table| &table.rows);
    let first = |chosen: i64, row: Option<&Counted>| match chosen {
        0 => row.map_or(0, |row| row.row.claim.id.0),
        chosen => chosen,
    };
    let offered = (
        first(chosen[0], offered.next()),
        first(chosen[1], offered.next()),
    );
    let mut frame = frame.titled(title, about);
    frame.is_hidden = !is_plain;
    let view = TollPage {
        menu: menu(&frame),
        grading: grading(&telling, &group),
        remarks: remarks(&telling, &group, &tables),
        compared: compare(&telling, &tables, chosen),
        chosen: offered,
        frame,
        tables,
    };
    let page = Page::html(&view)?;
    Ok(match is_plain {
        true => page.tagged(telling.tags()),
        false => page.with_policy(CachePolicy::Brief),
    })
}

fn entry(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    group: &Group,
) -> Result<Option<Entry>, DbError> {
    let group = telling.known.group(tx, group)?;
    let tables = tables(tx, telling, group.id)?;
    let said = tables.iter().flat_map(|table| &table.rows);
    let Some(newest) = said.map(|row| row.said).max() else {
        return Ok(None);
    };
    let spans = tables.iter().map(|table| {
        let count = [("count", Part::Count(count_of(table.rows.len())))];
        let counters = telling.say().fill("record-claims-count", &count);
        (table.harm.clone(), table.span.clone(), counters)
    });
    let title = title(telling, &group, &tables);
    let when = group.when.as_ref().map(|when| telling.when(when));
    Ok(Some(Entry {
        href: telling.urls.record_thing("tolls", group.id.0),
        // A title that is made of it says it already.
        when: when
            .filter(|when| !title.contains(when))
            .unwrap_or_default(),
        title,
        spans: spans.collect(),
        newest,
    }))
}

/// The rows of a group by what happened to those counted, each table in the order of the days on
/// which its figures were said.
fn tables(tx: &mut Tx<'_, '_>, telling: &mut Telling, id: GroupId) -> Result<Vec<Table>, DbError> {
    let mut harms: Vec<(Harm, Vec<Counted>)> = Vec::new();
    for claim in claims::public_of_group(tx, id)? {
        let Body::Casualty(toll) = &claim.body else {
            continue;
        };
        let counted = counted(tx, telling, &claim, toll)?;
        match harms.iter_mut().find(|(harm, _)| *harm == toll.harm) {
            Some((_, rows)) => rows.push(counted),
            None => harms.push((toll.harm, vec![counted])),
        }
    }
    let tables = harms.into_iter().map(|(harm, rows)| {
        let rows = folded(rows);
        let word = telling.word("harm", &harm);
        Table {
            harm: telling.begun(&word),
            word,
            span: span(telling, &rows),
            chart: drawn(telling, &rows),
            rows,
        }
    });
    Ok(tables.collect())
}

fn counted(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    claim: &Claim,
    toll: &Toll,
) -> Result<Counted, DbError> {
    let row = telling.row(tx, claim)?;
    let claim = &row.claim;
    let card = telling.card(tx, claim.story)?;
    let said = claim.attribution.iter().find_map(|link| link.said_on);
    let said = said.or_else(|| card.and_then(|card| Day::parse(&card.day).ok()));
    let said = said.unwrap_or_else(|| telling.day_of(claim.decided_at));
    let areas = claim
        .places
        .iter()
        .map(|place| telling.place_name(place.place));
    let definition = match telling.lang() {
        Lang::Ar if !claim.note_ar.is_empty() => claim.note_ar.clone(),
        Lang::En if !claim.note_en.is_empty() => claim.note_en.clone(),
        _ => telling.word("victim-status", &toll.victim_status),
    };
    Ok(Counted {
        number: telling.figure(toll),
        counter: telling.begun(&telling.counter(&claim.attribution)),
        chain: match claim.attribution.as_slice() {
            [] => String::new(),
            [only] if only.stance == Stance::Says => String::new(),
            _ => row.who.clone(),
        },
        said,
        said_words: telling.day(said),
        area: telling.listed(areas.collect()),
        definition,
        toll: toll.clone(),
        row,
        restated: vec![],
    })
}

/// With what repeats another of them under that one.
fn folded(rows: Vec<Counted>) -> Vec<Counted> {
    let ids: Vec<ClaimId> = rows.iter().map(|row| row.row.claim.id).collect();
    let repeats = |row: &Counted| row.row.claim.restates.filter(|id| ids.contains(id));
    let (again, mut kept): (Vec<Counted>, Vec<Counted>) =
        rows.into_iter().partition(|row| repeats(row).is_some());
    kept.sort_by_key(|row| (row.said, row.row.claim.id));
    for row in again {
        let of = row.row.claim.restates;
        if let Some(first) = kept.iter_mut().find(|first| Some(first.row.claim.id) == of) {
            first.restated.push(row);
        }
    }
    kept
}

/// From the lowest bound to the highest.
fn span(telling: &Telling, rows: &[Counted]) -> String {
    let low = rows.iter().filter_map(|row| row.toll.least()).min();
    let high = rows
        .iter()
        .filter_map(|row| row.toll.most().or(row.toll.least()))
        .max();
    match (low, high) {
        (Some(low), Some(high)) if low != high => {
            let (low, high) = (telling.number(low), telling.number(high));
            let parts = [("low", Part::Text(&low)), ("high", Part::Text(&high))];
            telling.say().fill("record-span", &parts)
        }
        (Some(one), _) | (None, Some(one)) => telling.number(one),
        (None, None) => telling.say().say("record-not-said").into_owned(),
    }
}

/// How the figures moved; nothing where there is only one.
fn drawn(telling: &Telling, rows: &[Counted]) -> Option<Chart> {
    let marks = rows.iter().filter_map(|row| {
        let (least, most) = (row.toll.least(), row.toll.most());
        let said = least.or(most)?;
        Some(Mark {
            series: row.counter.clone(),
            day: row.said,
            said,
            low: least.unwrap_or(0),
            high: most.unwrap_or(said),
            about: telling.comma(&[
                row.counter.clone(),
                row.number.clone(),
                row.said_words.clone(),
            ]),
        })
    });
    chart::chart(telling, &marks.collect::<Vec<_>>())
}

/// An editor's name for it, else what is counted, where and when.
fn title(telling: &Telling, group: &Group, tables: &[Table]) -> String {
    let named = group.names.shown(telling.lang());
    if !named.is_empty() {
        return named.to_owned();
    }
    let harms: Vec<String> = tables.iter().map(|table| table.word.clone()).collect();
    let harms = telling.begun(&telling.listed(harms));
    let place = group.places.first();
    let place = place.map(|place| telling.place_name(place.place));
    let there = match place.filter(|name| !name.is_empty()) {
        Some(place) => {
            let parts = [("what", Part::Text(&harms)), ("place", Part::Text(&place))];
            telling.say().fill("record-there", &parts)
        }
        None => harms,
    };
    let when = group.when.as_ref().map(|when| telling.when(when));
    telling.comma(&[there, when.unwrap_or_default()])
}

fn grading(telling: &Telling, group: &Group) -> Option<(String, String, String)> {
    let grading: &Grading = match &group.body {
        GroupBody::Event(event) => event.grading.as_ref()?,
        GroupBody::Figure(figure) => figure.grading.as_ref()?,
        GroupBody::Truce(_) | GroupBody::Control(_) | GroupBody::Talks(_) => return None,
    };
    let reason = match telling.lang() {
        Lang::Ar => &grading.reason_ar,
        Lang::En => &grading.reason_en,
    };
    Some((
        telling.word("grade", &grading.value),
        reason.clone(),
        telling.say().date(grading.at),
    ))
}

fn remarks(telling: &Telling, group: &Group, tables: &[Table]) -> Vec<String> {
    let GroupBody::Figure(figure) = &group.body else {
        return vec![];
    };
    let counter = |id: ClaimId| {
        let mut rows = tables.iter().flat_map(|table| &table.rows);
        rows.find(|row| row.row.claim.id == id)
            .map(|row| telling.counter(&row.row.claim.attribution))
    };
    let each = figure.comparisons.iter().filter_map(|compared| {
        let (one, other) = (counter(compared.one)?, counter(compared.other)?);
        let value = telling.word("comparability", &compared.value);
        let both = telling.begun(&telling.listed(vec![one, other]));
        let parts = [("harm", Part::Text(&both)), ("what", Part::Text(&value))];
        Some(telling.say().fill("record-harm-of", &parts))
    });
    each.collect()
}

fn count_of(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
