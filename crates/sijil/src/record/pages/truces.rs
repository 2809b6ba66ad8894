//! Truces, followed to their end: what was agreed, until when, what each side accuses the other of.

use askama::Template;
use axum::extract::State;
use sijil_text::Day;

use super::breaches::{Strip, breaches, last_day, strip};
use super::tell::{Fact, Row, Telling, Value};
use super::{frame, menu};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::record::claims::{self, Acting, Body, Claim, Where};
use crate::record::groups::{self, Group, GroupBody, PlannedEnd, Truce};
use crate::record::objects::ObjectKind;
use crate::record::{ActorRole, Form, GroupId, Purpose, TermType};
use crate::web::extract::{ById, InLang};
use crate::web::{Edition, Frame, Page, PageError, Part, Urls};

/// Truces that the list shows.
const LISTED_MAX: i64 = 500;
/// What makes somebody one of those whom a truce binds or who stand by it.
const PARTIES: &[ActorRole] = &[ActorRole::Party];

#[derive(Template)]
#[template(path = "record/pages/truces.html")]
struct TrucesPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    /// Those that run, those that are due for a check, those that are over.
    lists: [(String, Vec<Entry>); 3],
}

impl TrucesPage {
    fn is_empty(&self) -> bool {
        self.lists.iter().all(|(_, entries)| entries.is_empty())
    }
}

#[derive(Template)]
#[template(path = "record/pages/truce.html")]
struct TrucePage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    entry: Entry,
    /// The address of its calendar.
    calendar: String,
    facts: Vec<Fact>,
    terms: Vec<Term>,
    /// How many the text says there are and how many were found, where these differ.
    missing: Option<String>,
    strip: Option<Strip>,
    timeline: Vec<Row>,
}

/// A truce in the list.
struct Entry {
    href: String,
    title: String,
    parties: String,
    state: String,
    /// The end and how it is known.
    end: String,
    basis: String,
    breaches: usize,
    is_due: bool,
    is_live: bool,
}

/// A term with what became of it.
struct Term {
    row: Row,
    number: String,
    asks: String,
    obliged: String,
    alleged_broken: usize,
}

/// All truces.
///
/// # Errors
/// When the database fails.
pub async fn truces(
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
            let today = telling.day_of(reading.now());
            let mut entries = Vec::new();
            let found = groups::public_of_kind(tx, ObjectKind::Truce, GroupId(0), LISTED_MAX)?;
            for group in found.into_iter().rev() {
                let claims = claims::public_of_group(tx, group.id)?;
                entries.extend(entry(tx, &mut telling, (&group, &claims), today)?);
            }
            let house = reading.houses.get(tx, lang)?;
            Ok::<_, DbError>((entries, telling.tags(), house))
        })
        .await?;
    let frame = frame(&app, urls, house, |urls| urls.record_list("truces"));
    let (title, about) = (
        frame.t("record-truces").into_owned(),
        frame.t("record-truces-say").into_owned(),
    );
    let frame = frame.titled(title, about);
    let (due, rest): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| entry.is_due);
    let (running, over) = rest.into_iter().partition(|entry| entry.is_live);
    let named = |name: &str| frame.t(name).into_owned();
    let lists = [
        (named("record-running"), running),
        (named("record-due"), due),
        (named("record-over"), over),
    ];
    let view = TrucesPage {
        menu: menu(&frame),
        frame,
        lists,
    };
    Ok(Page::html(&view)?.tagged(tags))
}

/// A truce.
///
/// # Errors
/// [`PageError::NotFound`] when nothing of it is public.
pub async fn truce(State(app): State<App>, at: ById) -> Result<Page, PageError> {
    let (urls, id) = (at.urls, GroupId(at.id));
    let reading = app.clone();
    let found = app
        .db
        .read(move |tx| {
            let Some(group) = groups::public_with_id(tx, ObjectKind::Truce, id)? else {
                return Ok(None);
            };
            let mut telling = Telling::new(&reading, urls);
            let today = telling.day_of(reading.now());
            let claims = claims::public_of_group(tx, id)?;
            let Some(entry) = entry(tx, &mut telling, (&group, &claims), today)? else {
                return Ok(None);
            };
            let group = telling.known.group(tx, &group)?;
            let rows = telling.rows(tx, &claims)?;
            let house = reading.houses.get(tx, urls.lang)?;
            Ok::<_, DbError>(Some((telling, group, entry, rows, house, today)))
        })
        .await?;
    let (telling, group, entry, rows, house, today) = found.ok_or(PageError::NotFound)?;
    let GroupBody::Truce(truce) = &group.body else {
        return Err(PageError::NotFound);
    };
    let terms = terms(&telling, &rows);
    let frame = frame(&app, urls, house, |urls| urls.record_thing("truces", id.0));
    let about = frame.t("record-truces-say").into_owned();
    let frame = frame.titled(entry.title.clone(), about);
    let view = TrucePage {
        menu: menu(&frame),
        calendar: format!(
            "{}truce.ics",
            Urls::full(urls.lang).record_thing("truces", id.0)
        ),
        facts: facts(&telling, &group, truce),
        missing: missing(&telling, truce, terms.len()),
        strip: strip(&telling, &rows, last_day(truce, today)),
        terms,
        timeline: timeline(rows),
        frame,
        entry,
    };
    Ok(Page::html(&view)?.tagged(telling.tags()))
}

fn entry(
    tx: &mut Tx<'_, '_>,
    telling: &mut Telling,
    (group, claims): (&Group, &[Claim]),
    today: Day,
) -> Result<Option<Entry>, DbError> {
    // As the claims alone make it that readers may see: another may have moved its end.
    let shown = telling.known.group(tx, group)?;
    let GroupBody::Truce(truce) = &shown.body else {
        return Ok(None);
    };
    let breaches = breaches(claims, |claim| claim).len();
    let parties = telling.begun(&telling.those(&shown.actors, PARTIES));
    let (end, basis) = match &truce.planned_end {
        Some(end) => told_end(telling, end),
        None => (String::new(), String::new()),
    };
    Ok(Some(Entry {
        href: telling.urls.record_thing("truces", group.id.0),
        title: title(telling, &shown, truce),
        parties,
        state: telling.begun(&telling.word("truce-state", &truce.state)),
        end,
        basis,
        breaches,
        is_due: truce.is_due(today),
        is_live: truce.is_live(),
    }))
}

/// An editor's name for it, else its kind and where it holds.
fn title(telling: &Telling, group: &Group, truce: &Truce) -> String {
    let named = group.names.shown(telling.lang());
    if !named.is_empty() {
        return named.to_owned();
    }
    let class = telling.word("truce-class", &truce.class);
    let place = group.places.first();
    let place = place.map(|place| telling.place_name(place.place));
    let title = match place.filter(|name| !name.is_empty()) {
        Some(place) => {
            let parts = [("what", Part::Text(&class)), ("place", Part::Text(&place))];
            telling.say().fill("record-there", &parts)
        }
        None => class,
    };
    telling.begun(&title)
}

/// The last day, and how it is known.
fn told_end(telling: &Telling, end: &PlannedEnd) -> (String, String) {
    let name = match (end.is_stated, end.is_start_assumed) {
        (true, _) => "record-end-stated",
        (false, false) => "record-end-reckoned",
        (false, true) => "record-end-about",
    };
    let day = end.on.map(|day| telling.day(day)).unwrap_or_default();
    (day, telling.say().say(name).into_owned())
}

/// Who makes the truce, and who stands by it.
fn parties(telling: &Telling, group: &Group) -> Vec<Value> {
    let is_of_truce = |role: ActorRole| {
        matches!(
            role,
            ActorRole::Party
                | ActorRole::Mediator
                | ActorRole::Guarantor
                | ActorRole::Monitor
                | ActorRole::Host
        )
    };
    let actors = group.actors.iter();
    let named = actors.filter(|acting| is_of_truce(acting.role));
    let value = |acting: &Acting| Value {
        text: telling.actor_name(acting.actor),
        href: Some(telling.urls.record_thing("actors", acting.actor.0)),
        note: telling.word("actor-role", &acting.role),
    };
    named.map(value).collect()
}

/// Where it holds.
fn covered(telling: &Telling, group: &Group) -> Vec<Value> {
    let value = |place: &Where| Value {
        text: telling.place_name(place.place),
        href: Some(telling.urls.record_thing("places", place.place.0)),
        note: telling.word("stay", &place.precision),
    };
    group.places.iter().map(value).collect()
}

/// Its ends, each with how it is known; one that an editor set has no claim to lead to.
fn ends(telling: &Telling, ends: &[PlannedEnd]) -> Vec<Value> {
    let value = |end: &PlannedEnd| {
        let (text, note) = told_end(telling, end);
        let claim = end.claim.map(|claim| claim.0);
        Value {
            text,
            href: claim.map(|id| telling.urls.record_thing("claims", id)),
            note,
        }
    };
    ends.iter().map(value).collect()
}

fn facts(telling: &Telling, group: &Group, truce: &Truce) -> Vec<Fact> {
    let one = |label: &str, text: String| telling.fact(label, vec![Value::plain(text)]);
    let day = |label: &str, day: Option<Day>| day.and_then(|day| one(label, telling.day(day)));
    let (who, wherever) = (parties(telling, group), covered(telling, group));
    let planned = ends(telling, truce.planned_end.as_slice());
    let earlier = ends(telling, &truce.earlier_ends);
    let facts = [
        one(
            "record-truce-state",
            telling.word("truce-state", &truce.state),
        ),
        telling.fact("record-actors", who),
        telling.fact("record-where", wherever),
        one(
            "record-truce-class",
            telling.word("truce-class", &truce.class),
        ),
        truce
            .declaration
            .as_ref()
            .and_then(|by| one("record-declaration", telling.word("declaration", by))),
        (truce.agreement != Form::Unknown)
            .then(|| one("record-form", telling.word("form", &truce.agreement)))
            .flatten(),
        (truce.purpose != Purpose::Unknown)
            .then(|| one("record-purpose", telling.word("purpose", &truce.purpose)))
            .flatten(),
        day("record-announced", truce.announced),
        day("record-effective", truce.effective),
        one("record-duration", telling.duration(&truce.duration)),
        telling.fact("record-planned-end", planned),
        telling.fact("record-earlier-ends", earlier),
        day("record-actual-end", truce.actual_end),
        (!truce.end_reason.is_empty())
            .then(|| {
                one(
                    "record-end-reason",
                    telling.named_word("end-reason", &truce.end_reason),
                )
            })
            .flatten(),
        day("record-checked", truce.checked),
        truce.replaced_by.and_then(|id| {
            let text = telling.say().say("record-successor").into_owned();
            let href = Some(telling.urls.record_thing("truces", id.0));
            let note = String::new();
            telling.fact("record-replaced", vec![Value { text, href, note }])
        }),
    ];
    facts.into_iter().flatten().collect()
}

fn terms(telling: &Telling, rows: &[Row]) -> Vec<Term> {
    let mut terms = Vec::new();
    let told = breaches(rows, |row| &row.claim);
    for row in rows {
        let Body::Term(term) = &row.claim.body else {
            continue;
        };
        let asks = term.types.iter().map(|kind| match kind {
            TermType::Other => telling.say().say("record-term-other").into_owned(),
            kind => telling.word("term-type", kind),
        });
        let broken = told.iter().filter(|other| {
            let of = match &other.claim.body {
                Body::Breach(breach) => breach.term,
                _ => None,
            };
            of.is_some() && of == term.number
        });
        terms.push(Term {
            number: term
                .number
                .map(|number| telling.number(number))
                .unwrap_or_default(),
            asks: telling.begun(&telling.listed(asks.collect())),
            obliged: telling.those(&row.claim.actors, &[ActorRole::Obliged]),
            alleged_broken: broken.count(),
            row: row.clone(),
        });
    }
    terms.sort_by_key(|term| match &term.row.claim.body {
        Body::Term(told) => told.number.unwrap_or(i64::MAX),
        _ => i64::MAX,
    });
    terms
}

/// "4 stated, 3 found", where the numbers differ.
fn missing(telling: &Telling, truce: &Truce, found: usize) -> Option<String> {
    let stated = truce.stated_terms?;
    let found = i64::try_from(found).unwrap_or(i64::MAX);
    let (stated_said, found_said) = (telling.number(stated), telling.number(found));
    let parts = [
        ("stated", Part::Text(stated_said.as_str())),
        ("found", Part::Text(found_said.as_str())),
    ];
    let said = telling.say().fill("record-terms-missing", &parts);
    (stated != found).then(|| telling.comma(&[said, truce.terms_settled.clone()]))
}

/// Everything but the terms, in the order of time.
fn timeline(rows: Vec<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| !matches!(row.claim.body, Body::Term(_)))
        .collect();
    rows.sort_by_key(|row| {
        let day = match &row.claim.body {
            Body::Truce(told) => told.effective.or(told.announced),
            _ => None,
        };
        let when = row.claim.when.as_ref().and_then(|when| when.start);
        (when.or(day), row.claim.id)
    });
    rows
}
