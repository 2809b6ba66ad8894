//! A group at the desk: what editors call it, how they code and grade it, and how far a truce has come.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use sijil_text::Day;

use super::acled::{EVENT_TYPES, SUB_TYPES};
use super::answer::{shown, status};
use super::coded::{Coded, each_two};
use super::form::{Input, Lay, Opt, Shape, Wrong};
use super::labels::Labels;
use super::{reach, words};
use crate::app::App;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::claims::{self, Listed};
use crate::record::groups::{self, Group, GroupBody};
use crate::record::objects::Names;
use crate::record::{ClaimId, GroupId};
use crate::staff::{Power, Staff};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{DeskFrame, Form, PageError};

#[derive(Template)]
#[template(path = "record/desk/group.html")]
struct GroupPage {
    frame: DeskFrame,
    id: GroupId,
    words: String,
    kind: String,
    parts: Vec<(&'static str, Vec<Input>)>,
    claims: Vec<(ClaimId, String, String)>,
    /// Claims of stories that whoever looks may not see.
    elsewhere: usize,
    /// Fields that could not be taken.
    wrong: usize,
    said: bool,
    may_decide: bool,
    /// An editor, but not of all its claims.
    is_out_of_reach: bool,
}

fn address(id: GroupId) -> String {
    format!("/desk/record/groups/{id}")
}

/// A group.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    query: Fields,
) -> Result<Response, PageError> {
    let id = GroupId(named.number("id")?);
    page(&app, staff, id, (StatusCode::OK, query, vec![])).await
}

async fn page(
    app: &App,
    staff: Staff,
    id: GroupId,
    (status, sent, wrong): (StatusCode, Fields, Vec<Wrong>),
) -> Result<Response, PageError> {
    let own = app.clone();
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
    id: GroupId,
    (sent, wrong): (&Fields, &[Wrong]),
) -> Result<Option<GroupPage>, DbError> {
    let Some(group) = groups::group(tx, id)? else {
        return Ok(None);
    };
    let say = app.say(staff.lang);
    let labels = Labels {
        tools: &app.tools(),
        say,
        lang: staff.lang,
    };
    let claims = claims::of_group(tx, id)?;
    let kept = fields(&group);
    let lay = Lay {
        say,
        fields: if wrong.is_empty() { &kept } else { sent },
        wrong,
    };
    let bench = reach::group(tx, app, staff, &claims)?;
    let seen = claims.iter().filter(|listed| bench.sees(listed));
    let seen: Vec<_> = seen
        .map(|listed| {
            let status = words::said(say, "status", listed.claim.status.word());
            (listed.claim.id, labels.claim(&listed.claim), status)
        })
        .collect();
    Ok(Some(GroupPage {
        id,
        words: labels.group(tx, &group)?,
        kind: words::said(say, "object", group.kind().word()),
        parts: parts(&lay, labels, &group, &claims),
        elsewhere: claims.len().saturating_sub(seen.len()),
        claims: seen,
        wrong: wrong.len(),
        said: sent.get("said") == "saved",
        may_decide: bench.may_decide,
        is_out_of_reach: staff.role.may(Power::Publish) && !bench.may_decide,
        frame: DeskFrame::new(app, staff.clone(), "rdesk-group-page", address(id)),
    }))
}

/// The fields of a group.
fn fields(group: &Group) -> Fields {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| pairs.push((name.to_owned(), value));
    put("name_ar", group.names.ar.clone());
    put("name_en", group.names.en.clone());
    let grading = match &group.body {
        GroupBody::Event(event) => {
            put("acled_type", event.acled_type.clone());
            put("acled_sub_type", event.acled_sub_type.clone());
            event.grading.as_ref()
        }
        GroupBody::Figure(figure) => {
            for one in &figure.comparisons {
                put(
                    &format!("pair{}_{}", one.one, one.other),
                    one.value.word().to_owned(),
                );
            }
            figure.grading.as_ref()
        }
        GroupBody::Control(control) => {
            put("acled_sub_type", control.acled_sub_type.clone());
            None
        }
        GroupBody::Truce(truce) => {
            let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            put("checked", day(truce.checked));
            put("terms_settled", truce.terms_settled.clone());
            put("actual_end", day(truce.actual_end));
            put("end_reason", truce.end_reason.clone());
            put(
                "planned",
                day(truce.planned_end.as_ref().and_then(|end| end.on)),
            );
            None
        }
        GroupBody::Talks(_) => None,
    };
    if let Some(grading) = grading {
        put("grade", grading.value.word().to_owned());
        put("reason_ar", grading.reason_ar.clone());
        put("reason_en", grading.reason_en.clone());
    }
    Fields::of(pairs)
}

/// The fields as they are laid out, each part with its sentence.
fn parts(
    lay: &Lay<'_>,
    labels: Labels<'_>,
    group: &Group,
    claims: &[Listed],
) -> Vec<(&'static str, Vec<Input>)> {
    let mut all = vec![(
        "rdesk-names",
        vec![
            lay.input("name_ar", "rdesk-name-ar", Shape::In("ar")),
            lay.input("name_en", "rdesk-name-en", Shape::In("en")),
        ],
    )];
    let coded = |list: &[&str]| {
        let each = [""].iter().chain(list).map(|word| Opt {
            value: (*word).to_owned(),
            words: (*word).to_owned(),
        });
        Shape::Choice(each.collect())
    };
    let sub_type = || lay.input("acled_sub_type", "rdesk-sub-type", coded(SUB_TYPES));
    match &group.body {
        GroupBody::Event(_) => {
            let kind = lay.input("acled_type", "rdesk-event-type", coded(EVENT_TYPES));
            all.push(("rdesk-coding", vec![kind, sub_type()]));
            all.push(("rdesk-grading", grading(lay)));
        }
        GroupBody::Figure(_) => {
            all.push(("rdesk-comparing", pairs(lay, labels, claims)));
            all.push(("rdesk-grading", grading(lay)));
        }
        GroupBody::Control(_) => all.push(("rdesk-coding", vec![sub_type()])),
        GroupBody::Truce(_) => all.push((
            "rdesk-truce",
            vec![
                lay.input("checked", "rdesk-held-until", Shape::Day),
                lay.input("planned", "rdesk-planned-end", Shape::Day),
                lay.input("actual_end", "rdesk-ended-on", Shape::Day),
                lay.choice("end_reason", "rdesk-end-reason", ("end-reason", true)),
                lay.input("terms_settled", "rdesk-terms-settled", Shape::Line),
            ],
        )),
        GroupBody::Talks(_) => {}
    }
    all
}

fn grading(lay: &Lay<'_>) -> Vec<Input> {
    vec![
        lay.choice("grade", "rdesk-grade", ("grade", true)),
        lay.input("reason_ar", "rdesk-grade-ar", Shape::In("ar")),
        lay.input("reason_en", "rdesk-grade-en", Shape::In("en")),
    ]
}

/// A field for every two claims of a figure; what it is called names both.
fn pairs(lay: &Lay<'_>, labels: Labels<'_>, claims: &[Listed]) -> Vec<Input> {
    let mut all = Vec::new();
    for (one, other) in each_two(claims) {
        let name = format!("pair{}_{}", one.claim.id, other.claim.id);
        let mut input = lay.choice(&name, "rdesk-comparing", ("comparability", true));
        input.label = format!(
            "{} / {}",
            labels.claim(&one.claim),
            labels.claim(&other.claim)
        );
        all.push(input);
    }
    all
}

/// Sets what editors say of a group.
///
/// # Errors
/// [`PageError::NotFound`] for what is none.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = GroupId(named.number("id")?);
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let came = app
        .db
        .write(move |tx| saved(tx, &own, &by, id, &sent))
        .await?;
    match came {
        Came::NoGroup => Err(PageError::NotFound),
        Came::NotTheirs => {
            let refused = (StatusCode::FORBIDDEN, fields, vec![]);
            page(&app, staff, id, refused).await
        }
        Came::Again(wrong) => page(&app, staff, id, (status(&wrong), fields, wrong)).await,
        Came::Done => Ok(see_other(&format!("{}?said=saved", address(id)))),
    }
}

/// What came of a change.
enum Came {
    NoGroup,
    /// Some of its claims are not theirs to decide on.
    NotTheirs,
    Again(Vec<Wrong>),
    Done,
}

fn saved(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: GroupId,
    fields: &Fields,
) -> Result<Came, DbError> {
    let Some(mut group) = groups::group(tx, id)? else {
        return Ok(Came::NoGroup);
    };
    let claims = claims::of_group(tx, id)?;
    if !reach::group(tx, app, staff, &claims)?.may_decide {
        return Ok(Came::NotTheirs);
    }
    let hand = &Hand::of(staff, app);
    let mut set = Coded {
        fields,
        now: hand.at,
        wrong: Vec::new(),
    };
    group.names = Names {
        ar: fields.get("name_ar").to_owned(),
        en: fields.get("name_en").to_owned(),
    };
    match &mut group.body {
        GroupBody::Event(event) => {
            event.acled_type = set.coded("acled_type", EVENT_TYPES);
            event.acled_sub_type = set.coded("acled_sub_type", SUB_TYPES);
            event.grading = set.grading(event.grading.take());
        }
        GroupBody::Figure(figure) => set.figure(figure, &claims),
        GroupBody::Control(control) => {
            control.acled_sub_type = set.coded("acled_sub_type", SUB_TYPES);
        }
        GroupBody::Truce(truce) => set.truce(truce),
        GroupBody::Talks(_) => {}
    }
    if !set.wrong.is_empty() {
        return Ok(Came::Again(set.wrong));
    }
    let reason = fields.get("reason");
    groups::put(tx, hand, &group, reason)?;
    changes::append(tx, Tag::Record, 0, hand.at)?;
    let subject = Subject(LedgerKind::Record, id.0);
    ledger::append(tx, hand, Act::RecordSet, subject, reason)?;
    Ok(Came::Done)
}
