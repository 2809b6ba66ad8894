//! Sources, actors and places at the desk: found by any name, named in both languages, kept from
//! readers where that must be.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::answer::{shown, status};
use super::form::{Input, Lay, Opt, Shape, Wrong};
use super::labels::Labels;
use super::lists::{LISTED, list_of};
use super::merge::{Merged, merged};
use super::names::coordinates;
use crate::app::App;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::decisions;
use crate::record::objects::{self, Names, ObjectKind, Party, Place, Source, add_name, degrees};
use crate::record::{canonical, parsed, tools};
use crate::staff::{Power, Staff};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{DeskFrame, Form, PageError};

#[derive(Template)]
#[template(path = "record/desk/thing.html")]
struct ThingPage {
    frame: DeskFrame,
    id: i64,
    name: String,
    list: &'static str,
    inputs: Vec<Input>,
    is_withheld: bool,
    merged: Option<Merged>,
    was: Vec<(UtcMillis, String, String)>,
    problem: bool,
    said: Option<String>,
    may_decide: bool,
}

/// A part of a thing; its usual value when it is not there.
pub(super) fn of<T: Default + serde::de::DeserializeOwned>(body: &Value, name: &str) -> T {
    let part = body.get(name).cloned().unwrap_or_default();
    serde_json::from_value(part).unwrap_or_default()
}

/// A source, an actor or a place.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    query: Fields,
) -> Result<Response, PageError> {
    let id = named.number("id")?;
    page(&app, staff, id, (query, vec![])).await
}

async fn page(
    app: &App,
    staff: Staff,
    id: i64,
    (sent, wrong): (Fields, Vec<Wrong>),
) -> Result<Response, PageError> {
    let own = app.clone();
    let status = status(&wrong);
    let found = app
        .db
        .read(move |tx| made(tx, &own, &staff, id, (&sent, &wrong)))
        .await?;
    shown(status, found)
}

fn made(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: i64,
    (sent, wrong): (&Fields, &[Wrong]),
) -> Result<Option<ThingPage>, DbError> {
    let Some(head) = objects::head(tx, id)? else {
        return Ok(None);
    };
    let (Some((list, title)), Some(body)) =
        (list_of(head.kind), objects::body_of(tx, head.kind, id)?)
    else {
        return Ok(None);
    };
    let body: Value = parsed(&body)?;
    let say = app.say(staff.lang);
    let kept = fields(&body);
    let lay = Lay {
        say,
        fields: if wrong.is_empty() { &kept } else { sent },
        wrong,
    };
    let labels = Labels {
        tools: &app.tools(),
        say,
        lang: staff.lang,
    };
    let inputs = inputs(tx, &lay, labels, head.kind)?;
    let mut was = Vec::new();
    for version in objects::standing(tx, id)?
        .into_iter()
        .chain(objects::versions(tx, id)?)
    {
        let by = version.by.map(|(_, name)| name).unwrap_or_default();
        was.push((version.at, by, version.reason));
    }
    let said = match sent.get("said") {
        "saved" => Some("rdesk-said-saved"),
        "added" => Some("rdesk-said-added"),
        "merged" => Some("rdesk-said-merged"),
        "parted" => Some("rdesk-said-parted"),
        "changed" => Some("rdesk-merge-changed"),
        "withheld" => Some("rdesk-said-withheld"),
        "shown" => Some("rdesk-said-shown"),
        _ => None,
    };
    Ok(Some(ThingPage {
        name: of::<Names>(&body, "names").shown(staff.lang).to_owned(),
        frame: DeskFrame::new(app, staff.clone(), title, format!("{list}{id}")),
        may_decide: staff.role.may(Power::Publish),
        said: said.map(|name| say.say(name).into_owned()),
        problem: !wrong.is_empty(),
        is_withheld: head.is_withheld,
        merged: merged(tx, staff, head.kind, id)?,
        id,
        list,
        inputs,
        was,
    }))
}

/// The fields of a thing.
fn fields(body: &Value) -> Fields {
    let names: Names = of(body, "names");
    let aliases: Vec<String> = of(body, "aliases");
    let mut pairs = vec![
        ("name_ar".to_owned(), names.ar),
        ("name_en".to_owned(), names.en),
        ("aliases".to_owned(), aliases.join("\n")),
    ];
    for name in [
        "kind",
        "scale",
        "inter",
        "country",
        "valid_from",
        "valid_to",
        "pcode",
        "lat",
        "lon",
        "actor",
        "part_of",
    ] {
        let value = match body.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        pairs.push((name.to_owned(), value));
    }
    Fields::of(pairs)
}

/// The fields of a thing of a kind.
pub(super) fn inputs(
    tx: &mut Tx<'_, '_>,
    lay: &Lay<'_>,
    labels: Labels<'_>,
    kind: ObjectKind,
) -> Result<Vec<Input>, DbError> {
    let mut all = vec![
        lay.input("name_ar", "rdesk-name-ar", Shape::In("ar")),
        lay.input("name_en", "rdesk-name-en", Shape::In("en")),
        lay.input("aliases", "rdesk-aliases", Shape::Area),
    ];
    match kind {
        ObjectKind::Source => all.extend([
            lay.choice("kind", "rdesk-source-kind", ("source-kind", false)),
            lay.choice("scale", "rdesk-scale", ("scale", false)),
            lay.input("actor", "rdesk-same-as-actor", actors_of(tx, labels)?),
        ]),
        ObjectKind::Actor => all.extend([
            lay.choice("inter", "rdesk-inter", ("inter", false)),
            lay.input("country", "rdesk-country", Shape::Line),
            lay.input("valid_from", "rdesk-valid-from", Shape::Line),
            lay.input("valid_to", "rdesk-valid-to", Shape::Line),
            lay.input("part_of", "rdesk-part-of", actors_of(tx, labels)?),
        ]),
        _ => all.extend([
            lay.input("lat", "rdesk-lat", Shape::Degrees),
            lay.input("lon", "rdesk-lon", Shape::Degrees),
            lay.input("pcode", "rdesk-pcode", Shape::Line),
        ]),
    }
    Ok(all)
}

fn actors_of(tx: &mut Tx<'_, '_>, labels: Labels<'_>) -> Result<Shape, DbError> {
    let words = labels.say.say("rdesk-none").into_owned();
    let value = String::new();
    let mut all = vec![Opt { value, words }];
    for (actor, _) in objects::with_words::<Party>(tx, ObjectKind::Actor, "", LISTED)? {
        all.push(Opt {
            value: actor.id.to_string(),
            words: actor.names.shown(labels.lang).to_owned(),
        });
    }
    Ok(Shape::Choice(all))
}

/// Sets a thing's names and the rest.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = named.number("id")?;
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let came = app
        .db
        .write(move |tx| saved(tx, &Hand::of(&by, &own), id, &sent))
        .await?;
    match came {
        None => Err(PageError::NotFound),
        Some(wrong) if wrong.is_empty() => {
            tools::renew(&app).await?;
            Ok(see_other(&format!("/desk/record/things/{id}?said=saved")))
        }
        Some(wrong) => page(&app, staff, id, (fields, wrong)).await,
    }
}

fn saved(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: i64,
    fields: &Fields,
) -> Result<Option<Vec<Wrong>>, DbError> {
    let Some(head) = objects::head(tx, id)?.filter(|head| list_of(head.kind).is_some()) else {
        return Ok(None);
    };
    if objects::led_to(tx, id)?.is_some() {
        return Ok(None);
    }
    let Some(body) = objects::body_of(tx, head.kind, id)? else {
        return Ok(None);
    };
    let mut body: Value = parsed(&body)?;
    let mut wrong = Vec::new();
    if let Some(map) = body.as_object_mut() {
        set(map, head.kind, fields, &mut wrong);
    }
    let text = match written(head.kind, body, wrong) {
        Ok(text) => text,
        Err(wrong) => return Ok(Some(wrong)),
    };
    let reason = fields.get("reason");
    objects::update(tx, hand, id, &text, reason)?;
    let typed = fields.get("aliases").lines();
    for name in typed.chain([fields.get("name_ar"), fields.get("name_en")]) {
        add_name(tx, (head.kind, id), name)?;
    }
    changes::append(tx, Tag::Record, 0, hand.at)?;
    let subject = Subject(LedgerKind::Record, id);
    ledger::append(tx, hand, Act::RecordSet, subject, reason)?;
    Ok(Some(vec![]))
}

/// The canonical text of what was typed, which must be such a thing: an unknown word is none.
pub(super) fn written(
    kind: ObjectKind,
    body: Value,
    mut wrong: Vec<Wrong>,
) -> Result<String, Vec<Wrong>> {
    let written = match kind {
        ObjectKind::Source => rewritten::<Source>(body),
        ObjectKind::Actor => rewritten::<Party>(body),
        _ => rewritten::<Place>(body),
    };
    written.filter(|_| wrong.is_empty()).ok_or_else(|| {
        if wrong.is_empty() {
            let (field, why) = ("name_ar".to_owned(), "rdesk-wrong-word");
            wrong.push(Wrong { field, why });
        }
        wrong
    })
}

/// The canonical text of a thing; nothing for what is none.
fn rewritten<T: serde::Serialize + serde::de::DeserializeOwned>(body: Value) -> Option<String> {
    let thing: T = serde_json::from_value(body).ok()?;
    canonical(&thing).ok()
}

/// Sets what a form says of a thing, and notes what cannot be so.
pub(super) fn set(
    map: &mut Map<String, Value>,
    kind: ObjectKind,
    fields: &Fields,
    wrong: &mut Vec<Wrong>,
) {
    let (ar, en) = (fields.get("name_ar"), fields.get("name_en"));
    if ar.is_empty() && en.is_empty() {
        let (field, why) = ("name_ar".to_owned(), "rdesk-wrong-name");
        wrong.push(Wrong { field, why });
    }
    map.insert(
        "names".to_owned(),
        json!(Names {
            ar: ar.to_owned(),
            en: en.to_owned()
        }),
    );
    let lines = fields.get("aliases").lines().map(str::trim);
    let aliases: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    map.insert("aliases".to_owned(), json!(aliases));
    let texts: &[&str] = match kind {
        ObjectKind::Source => &["kind", "scale"],
        ObjectKind::Actor => &["country", "valid_from", "valid_to"],
        _ => &["pcode"],
    };
    for name in texts {
        map.insert((*name).to_owned(), json!(fields.get(name)));
    }
    for name in ["inter", "actor", "part_of"] {
        if fields.has(name) {
            let number: Option<i64> = fields.get(name).parse().ok();
            map.insert(name.to_owned(), json!(number));
        }
    }
    if kind == ObjectKind::Place {
        match coordinates(fields.get("lat"), fields.get("lon")) {
            Some((lat, lon)) => {
                map.insert("lat".to_owned(), json!(degrees(lat)));
                map.insert("lon".to_owned(), json!(degrees(lon)));
            }
            None => {
                let (field, why) = ("lat".to_owned(), "rdesk-wrong-degrees");
                wrong.push(Wrong { field, why });
            }
        }
    }
}

/// Keeps a thing from readers, or lets them see it again.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn withhold(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = named.number("id")?;
    let is_withheld = fields.get("do") == "withhold";
    let own = app.clone();
    let is_one = app
        .db
        .write(move |tx| {
            let head = objects::head(tx, id)?;
            let is_none = head.is_none_or(|head| list_of(head.kind).is_none());
            if is_none || objects::led_to(tx, id)?.is_some() {
                return Ok::<_, DbError>(false);
            }
            let hand = Hand::of(&staff, &own);
            decisions::withhold(tx, &hand, (id, is_withheld), fields.get("reason"))?;
            Ok(true)
        })
        .await?;
    if !is_one {
        return Err(PageError::NotFound);
    }
    tools::renew(&app).await?;
    let said = if is_withheld { "withheld" } else { "shown" };
    Ok(see_other(&format!("/desk/record/things/{id}?said={said}")))
}
