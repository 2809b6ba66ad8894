//! A group at the desk: what editors call it, how they code and grade it, and how far a truce has come.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::Day;

use super::acled::{EVENT_TYPES, SUB_TYPES};
use super::form::{Input, Lay, Opt, Shape, Wrong};
use super::labels::Labels;
use super::words;
use crate::app::App;
use crate::changes::{self, Tag};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::claims::{self, Listed};
use crate::record::clock::{self, EndReason};
use crate::record::groups::{
    self, Comparability, Comparison, Figure, Grade, Grading, Group, GroupBody, Truce,
};
use crate::record::objects::Names;
use crate::record::{ClaimId, GroupId};
use crate::staff::{Power, Staff};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

/// The most pairs of a figure's claims that are compared: those of its first claims.
const PAIRS_MAX: usize = 30;

#[derive(Template)]
#[template(path = "record/desk/group.html")]
struct GroupPage {
    frame: DeskFrame,
    id: GroupId,
    words: String,
    kind: String,
    parts: Vec<(&'static str, Vec<Input>)>,
    claims: Vec<(ClaimId, String, String)>,
    is_wrong: bool,
    said: bool,
    may_decide: bool,
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
    page(&app, staff, id, (query, vec![])).await
}

async fn page(
    app: &App,
    staff: Staff,
    id: GroupId,
    (sent, wrong): (Fields, Vec<Wrong>),
) -> Result<Response, PageError> {
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let own = app.clone();
    let found = app
        .db
        .read(move |tx| made(tx, &own, &staff, id, (&sent, &wrong)))
        .await?;
    let page = Page::html(&found.ok_or(PageError::NotFound)?)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
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
    let listed = claims.iter().map(|listed| {
        let status = words::said(say, "status", listed.claim.status.word());
        (listed.claim.id, labels.claim(&listed.claim), status)
    });
    Ok(Some(GroupPage {
        id,
        words: labels.group(tx, &group)?,
        kind: words::said(say, "object", group.kind().word()),
        parts: parts(&lay, labels, &group, &claims),
        claims: listed.collect(),
        is_wrong: !wrong.is_empty(),
        said: sent.get("said") == "saved",
        may_decide: staff.role.may(Power::Publish),
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

fn each_two(claims: &[Listed]) -> impl Iterator<Item = (&Listed, &Listed)> {
    let each = claims.iter().enumerate();
    let pairs =
        each.flat_map(|(at, one)| claims.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.take(PAIRS_MAX)
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
        .write(move |tx| saved(tx, &Hand::of(&by, &own), id, &sent))
        .await?;
    match came {
        None => Err(PageError::NotFound),
        Some(wrong) if wrong.is_empty() => Ok(see_other(&format!("{}?said=saved", address(id)))),
        Some(wrong) => page(&app, staff, id, (fields, wrong)).await,
    }
}

fn saved(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: GroupId,
    fields: &Fields,
) -> Result<Option<Vec<Wrong>>, DbError> {
    let Some(mut group) = groups::group(tx, id)? else {
        return Ok(None);
    };
    let claims = claims::of_group(tx, id)?;
    let mut set = Set {
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
    if set.wrong.is_empty() {
        let reason = fields.get("reason");
        groups::put(tx, hand, &group, reason)?;
        changes::append(tx, Tag::Record, 0, hand.at)?;
        let subject = Subject(LedgerKind::Record, id.0);
        ledger::append(tx, hand, Act::RecordSet, subject, reason)?;
    }
    Ok(Some(set.wrong))
}

struct Set<'f> {
    fields: &'f Fields,
    now: UtcMillis,
    wrong: Vec<Wrong>,
}

impl Set<'_> {
    fn refuse(&mut self, field: &str, why: &'static str) {
        let field = field.to_owned();
        self.wrong.push(Wrong { field, why });
    }

    fn coded(&mut self, name: &str, list: &[&str]) -> String {
        let typed = self.fields.get(name).to_owned();
        if !typed.is_empty() && !list.contains(&typed.as_str()) {
            self.refuse(name, "rdesk-wrong-word");
        }
        typed
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let typed = self.fields.get(name);
        let day = typed.parse().ok();
        if day.is_none() && !typed.is_empty() {
            self.refuse(name, "rdesk-wrong-day");
        }
        day
    }

    /// A grade needs a reason that every reader can read.
    fn grading(&mut self, before: Option<Grading>) -> Option<Grading> {
        let value = Grade::try_from(self.fields.get("grade").to_owned()).ok()?;
        let own = |name| self.fields.get(name).to_owned();
        let (reason_ar, reason_en) = (own("reason_ar"), own("reason_en"));
        for (name, reason) in [("reason_ar", &reason_ar), ("reason_en", &reason_en)] {
            if reason.is_empty() {
                self.refuse(name, "rdesk-wrong-reason");
            }
        }
        let at = before
            .filter(|before| before.value == value)
            .map_or(self.now, |before| before.at);
        Some(Grading {
            value,
            reason_ar,
            reason_en,
            at,
        })
    }

    fn figure(&mut self, figure: &mut Figure, claims: &[Listed]) {
        figure.comparisons.clear();
        for (one, other) in each_two(claims) {
            let (one, other) = (one.claim.id, other.claim.id);
            let typed = self.fields.get(&format!("pair{one}_{other}"));
            if let Ok(value) = Comparability::try_from(typed.to_owned()) {
                figure.comparisons.push(Comparison { one, other, value });
            }
        }
        figure.grading = self.grading(figure.grading.take());
    }

    fn truce(&mut self, truce: &mut Truce) {
        self.fields
            .get("terms_settled")
            .clone_into(&mut truce.terms_settled);
        let form = clock::Form {
            checked: self.day("checked"),
            planned: self.day("planned"),
            ended: self.day("actual_end"),
            why: EndReason::try_from(self.fields.get("end_reason").to_owned()).ok(),
        };
        if form.ended.is_some() && form.why.is_none() {
            self.refuse("end_reason", "rdesk-wrong-end");
        }
        clock::fill(truce, (self.now, self.fields.get("reason")), &form);
    }
}
