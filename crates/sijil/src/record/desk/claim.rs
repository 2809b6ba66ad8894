//! A claim at the desk: put right, taken back, kept from readers, and all it ever said.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::form::{self, Panel, Shape, Wrong};
use super::labels::{self, Labels};
use super::{names, reach, words};
use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::anchors;
use crate::record::claims::{self, Claim, Fault, Listed};
use crate::record::decisions::{self, Sitting};
use crate::record::objects::{self, Version};
use crate::record::{ClaimId, GroupId, Status, groups, parsed};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, LongForm, Page, PageError};

/// A version, as lists of versions show it.
struct Was {
    number: i64,
    at: UtcMillis,
    by: String,
    reason: String,
    words: String,
}

#[derive(Template)]
#[template(path = "record/desk/claim.html")]
struct ClaimPage {
    frame: DeskFrame,
    claim: Claim,
    words: String,
    status: String,
    lang: &'static str,
    headline: String,
    quote: String,
    is_lost: bool,
    is_withheld: bool,
    spans: Vec<String>,
    panels: Vec<Panel>,
    known: Vec<String>,
    sentences: Vec<(String, String)>,
    groups: Vec<form::Opt>,
    was: Vec<Was>,
    problem: Option<String>,
    said: Option<String>,
    may_decide: bool,
}

impl ClaimPage {
    fn is_retracted(&self) -> bool {
        self.claim.status == Status::Retracted
    }

    fn by(&self) -> String {
        address(self.claim.id)
    }

    fn is_group(&self, value: &str) -> bool {
        self.claim.group.map(|id| id.to_string()).as_deref() == Some(value)
    }
}

/// The address of a claim at the desk.
pub(super) fn address(id: ClaimId) -> String {
    format!("/desk/record/claims/{id}")
}

/// A claim.
///
/// # Errors
/// [`PageError::NotFound`] for a claim of a story that is not theirs to see.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    query: Fields,
) -> Result<Response, PageError> {
    let id = ClaimId(named.number("id")?);
    page(&app, staff, id, query, Again::default()).await
}

/// What could not be taken: what was typed with what is wrong in it, or a sentence.
#[derive(Default)]
struct Again {
    typed: Option<(Fields, Vec<Wrong>)>,
    problem: Option<&'static str>,
}

async fn page(
    app: &App,
    staff: Staff,
    id: ClaimId,
    query: Fields,
    Again { typed, problem }: Again,
) -> Result<Response, PageError> {
    let status = match typed.is_some() || problem.is_some() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let own = app.clone();
    let found = app
        .db
        .read(move |tx| made(tx, &own, &staff, (id, &query), typed.as_ref()))
        .await?;
    let mut view = found.ok_or(PageError::NotFound)?;
    view.problem = problem.map(|name| view.frame.t(name).into_owned());
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

fn made(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    (id, query): (ClaimId, &Fields),
    typed: Option<&(Fields, Vec<Wrong>)>,
) -> Result<Option<ClaimPage>, DbError> {
    let Some(Listed {
        claim, is_withheld, ..
    }) = claims::claim(tx, id)?
    else {
        return Ok(None);
    };
    let Some(seat) = reach::story(tx, app, staff, claim.story)? else {
        return Ok(None);
    };
    let say = app.say(staff.lang);
    let labels = Labels {
        tools: &app.tools(),
        say,
        lang: staff.lang,
    };
    let anchors = anchors::of_claim(tx, id)?;
    let own = form::fields(&form::claimed(&claim, &anchors));
    let (fields, wrong) = match typed {
        Some((fields, wrong)) => (fields, wrong.as_slice()),
        None => (&own, [].as_slice()),
    };
    let choices = labels::choices(tx, labels, &seat.read, fields, None)?;
    let sentence = anchors
        .iter()
        .find(|anchor| anchor.role == anchors::Role::Claim);
    Ok(Some(ClaimPage {
        words: labels.claim(&claim),
        status: words::said(say, "status", claim.status.word()),
        lang: claim.lang.code(),
        headline: seat.read.headline.clone(),
        quote: sentence
            .map(|anchor| anchor.exact.clone())
            .unwrap_or_default(),
        is_lost: anchors.iter().any(|anchor| anchor.is_lost),
        is_withheld,
        spans: fields.all("span").map(str::to_owned).collect(),
        panels: form::panels(say, fields, &choices, wrong),
        known: labels.known_names(),
        sentences: super::lines::sentences(&seat.read),
        groups: choices.groups,
        was: was(tx, labels, id)?,
        problem: None,
        said: said(app, staff, query),
        may_decide: seat.may_decide,
        frame: DeskFrame::new(app, staff.clone(), "rdesk-claim", address(id)),
        claim,
    }))
}

fn said(app: &App, staff: &Staff, query: &Fields) -> Option<String> {
    let known = ["corrected", "retracted", "withheld", "shown", "moved"];
    let said = known.into_iter().find(|one| *one == query.get("said"))?;
    let name = format!("rdesk-said-{said}");
    Some(app.say(staff.lang).say(&name).into_owned())
}

/// Every version, the one that stands first.
fn was(tx: &mut Tx<'_, '_>, labels: Labels<'_>, id: ClaimId) -> Result<Vec<Was>, DbError> {
    let mut all: Vec<Version> = objects::standing(tx, id.0)?.into_iter().collect();
    all.extend(objects::versions(tx, id.0)?);
    let each = all.into_iter().map(|version| {
        let claim: Claim = parsed(&version.body)?;
        let status = words::said(labels.say, "status", claim.status.word());
        Ok(Was {
            number: version.number,
            at: version.at,
            by: version.by.map(|(_, name)| name).unwrap_or_default(),
            reason: version.reason,
            words: format!("{} · {status}", labels.claim(&claim)),
        })
    });
    each.collect()
}

/// What came of a change.
enum Came {
    NoClaim,
    Again(Vec<Wrong>, Option<Fault>),
    Done,
}

/// Puts a claim right.
///
/// # Errors
/// [`PageError::NotFound`] for a claim of a story that is not theirs to decide on.
pub async fn correct(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ClaimId(named.number("id")?);
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let rule = move |tx: &mut Tx<'_, '_>| corrected(tx, &own, &by, id, sent.clone());
    match app.db.write(rule).await? {
        Came::NoClaim => Err(PageError::NotFound),
        Came::Done => Ok(see_other(&format!("{}?said=corrected", address(id)))),
        Came::Again(wrong, fault) => {
            let problem = fault.map(super::story::fault);
            let typed = Some((fields, wrong));
            page(&app, staff, id, Fields::default(), Again { typed, problem }).await
        }
    }
}

fn corrected(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ClaimId,
    mut fields: Fields,
) -> Result<Came, DbError> {
    let Some(listed) = claims::claim(tx, id)? else {
        return Ok(Came::NoClaim);
    };
    let seat = reach::story(tx, app, staff, listed.claim.story)?;
    let Some(seat) = seat.filter(|seat| seat.may_decide) else {
        return Ok(Came::NoClaim);
    };
    if !fields.get("sentence").is_empty() {
        // The words are elsewhere now: its sentence is the one that was chosen.
        let span = format!("claim:{}", fields.get("sentence"));
        fields.set("span", &span);
    }
    let settled = names::settle(tx, &app.tools(), &mut fields)?;
    let mut wrong = settled.wrong;
    if fields.get("reason").is_empty() {
        let field = "reason".to_owned();
        let why = "rdesk-wrong-reason";
        wrong.push(Wrong { field, why });
    }
    let draft = match form::ready(&fields, wrong, &seat.read.text.text) {
        Ok(draft) => draft,
        Err((wrong, fault)) => return Ok(Came::Again(wrong, fault)),
    };
    let hand = Hand::of(staff, app);
    for place in &settled.places {
        names::add(tx, &hand, &seat.read, place)?;
    }
    let sitting = Sitting {
        hand: &hand,
        tools: &app.tools(),
        read: &seat.read,
    };
    let reason = fields.get("reason");
    Ok(
        match decisions::correct(tx, &sitting, (id, &draft), reason)? {
            Ok(()) => Came::Done,
            Err(fault) => Came::Again(vec![], Some(fault)),
        },
    )
}

/// Takes a claim back, keeps it from readers, lets them see it again, or moves it to another group.
///
/// # Errors
/// As [`correct`].
pub async fn perform(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ClaimId(named.number("id")?);
    let deed = fields.get("do").to_owned();
    if deed == "retract" && fields.get("reason").is_empty() {
        let problem = Some("rdesk-wrong-reason");
        return page(
            &app,
            staff,
            id,
            fields,
            Again {
                typed: None,
                problem,
            },
        )
        .await;
    }
    let own = app.clone();
    let found = app
        .db
        .write(move |tx| performed(tx, &own, &staff, id, &fields))
        .await?;
    let said = found.ok_or(PageError::NotFound)?;
    Ok(see_other(&format!("{}?said={said}", address(id))))
}

fn performed(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ClaimId,
    fields: &Fields,
) -> Result<Option<&'static str>, DbError> {
    let Some(listed) = claims::claim(tx, id)? else {
        return Ok(None);
    };
    let seat = reach::story(tx, app, staff, listed.claim.story)?;
    if !seat.is_some_and(|seat| seat.may_decide) {
        return Ok(None);
    }
    let (hand, reason) = (Hand::of(staff, app), fields.get("reason"));
    Ok(Some(match fields.get("do") {
        "retract" => {
            decisions::retract(tx, &hand, id, reason)?;
            "retracted"
        }
        "withhold" => {
            decisions::withhold(tx, &hand, (id.0, true), reason)?;
            "withheld"
        }
        "show" => {
            decisions::withhold(tx, &hand, (id.0, false), reason)?;
            "shown"
        }
        "move" => {
            let came = match fields.get("group").parse() {
                Ok(group) => groups::join(tx, &hand, id, GroupId(group), reason)?,
                // Anything else is "on its own".
                Err(_) => {
                    groups::leave(tx, &hand, id, reason)?;
                    true
                }
            };
            let now = claims::claim(tx, id)?.and_then(|listed| listed.claim.group);
            if let Some(left) = listed.claim.group.filter(|left| Some(*left) != now) {
                groups::dissolve(tx, &hand, left, reason)?;
            }
            let subject = Subject(LedgerKind::Claim, id.0);
            ledger::append(tx, &hand, Act::ClaimsGrouped, subject, reason)?;
            if came { "moved" } else { "gone" }
        }
        _ => return Ok(None),
    }))
}
