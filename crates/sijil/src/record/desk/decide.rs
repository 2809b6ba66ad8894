//! What an editor decides over a story: each a plain form, answered with the next suggestion.

use axum::extract::State;
use axum::response::Response;

use super::form::{self, Wrong};
use super::names;
use super::reach::{self, Seat};
use super::story::{self, Asked, address};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind as LedgerKind, Subject};
use crate::record::claims::{self, Draft, Fault};
use crate::record::decisions::{self, Made, Sitting};
use crate::record::suggestions::{self, Proposed};
use crate::record::{ClaimId, GroupId, Tools, groups};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{LongForm, PageError};

/// What came of a decision.
enum Came {
    /// There is no such story for them.
    NoStory,
    /// Somebody else was first.
    Gone(Option<String>),
    /// It is shown again, with what is wrong.
    Again(Vec<Wrong>, Option<Fault>),
    /// It is done: what can be taken back, the claim, the next suggestion.
    Done(String, Option<ClaimId>, Option<String>),
}

/// Confirms a claim, as it was suggested or put right, or one that the machine missed.
///
/// # Errors
/// [`PageError::NotFound`] for a story that is not theirs to decide on.
pub async fn confirm(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ArticleId(named.number("id")?);
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let rule = move |tx: &mut Tx<'_, '_>| confirmed(tx, &own, &by, id, sent.clone());
    let came = app.db.write(rule).await?;
    answer(&app, staff, id, fields, (came, "confirmed")).await
}

/// Finds a suggestion wrong.
///
/// # Errors
/// As [`confirm`].
pub async fn reject(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ArticleId(named.number("id")?);
    let (own, by, sent) = (app.clone(), staff.clone(), fields.clone());
    let rule = move |tx: &mut Tx<'_, '_>| rejected(tx, &own, &by, id, &sent);
    let came = app.db.write(rule).await?;
    answer(&app, staff, id, fields, (came, "rejected")).await
}

/// Takes the last decision on a suggestion back.
///
/// # Errors
/// As [`confirm`].
pub async fn undo(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ArticleId(named.number("id")?);
    let (own, mark) = (app.clone(), fields.get("mark").to_owned());
    let wanted = mark.clone();
    let found = app
        .db
        .write(move |tx| {
            let Some(seat) = deciding(tx, &own, &staff, id)? else {
                return Ok(None);
            };
            let hand = Hand::of(&staff, &own);
            decisions::undo(tx, &sitting(&hand, &own.tools(), &seat), &wanted).map(Some)
        })
        .await?;
    let was_there = found.ok_or(PageError::NotFound)?;
    let said = if was_there { "undone" } else { "gone" };
    // A claim that the machine missed has no suggestion to go back to.
    let mark = if mark.contains(':') { "" } else { &mark };
    Ok(see_other(&format!("{}?s={mark}&said={said}", address(id))))
}

/// Answers whether a claim belongs to a group.
///
/// # Errors
/// As [`confirm`].
pub async fn group(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    LongForm(fields): LongForm,
) -> Result<Response, PageError> {
    let id = ArticleId(named.number("id")?);
    let number = |name| {
        fields
            .get(name)
            .parse::<i64>()
            .ok()
            .ok_or(PageError::NotFound)
    };
    let (claim, group) = (ClaimId(number("claim")?), GroupId(number("group")?));
    let is_same = fields.get("answer") == "same";
    let own = app.clone();
    let found = app
        .db
        .write(move |tx| {
            let Some(_) = deciding(tx, &own, &staff, id)? else {
                return Ok(None);
            };
            let hand = Hand::of(&staff, &own);
            answered(tx, &hand, (id, claim, group), is_same).map(Some)
        })
        .await?;
    let said = match (found.ok_or(PageError::NotFound)?, is_same) {
        (true, true) => "same",
        (true, false) => "apart",
        (false, _) => "gone",
    };
    Ok(see_other(&match fields.get("back") {
        "queue" => format!("/desk/record/?said={said}"),
        _ => format!("{}?s={}&said={said}", address(id), fields.get("s")),
    }))
}

/// Puts a claim of a story into a group, or remembers that it does not belong there; `false` when
/// there is no such claim or group.
fn answered(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    (story, claim, group): (ArticleId, ClaimId, GroupId),
    is_same: bool,
) -> Result<bool, DbError> {
    let listed = claims::claim(tx, claim)?;
    let is_there = listed.is_some_and(|listed| listed.claim.story == story);
    if !is_there || groups::group(tx, group)?.is_none() {
        return Ok(false);
    }
    let detail = if is_same { "same" } else { "other" };
    if is_same {
        groups::join(tx, hand, claim, group, "")?;
    } else {
        groups::refuse(tx, hand, claim, group)?;
    }
    let subject = Subject(LedgerKind::Claim, claim.0);
    ledger::append(tx, hand, Act::ClaimsGrouped, subject, detail)?;
    Ok(true)
}

fn deciding(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
) -> Result<Option<Seat>, DbError> {
    let seat = reach::story(tx, app, staff, id)?;
    Ok(seat.filter(|seat| seat.may_decide))
}

fn sitting<'a>(hand: &'a Hand<'a>, tools: &'a Tools, seat: &'a Seat) -> Sitting<'a> {
    Sitting {
        hand,
        tools,
        read: &seat.read,
    }
}

/// The suggestion with a mark, and the one that comes after it.
fn placed(open: Vec<Proposed>, mark: &str) -> (Option<Proposed>, Option<String>) {
    let at = open.iter().position(|one| one.mark == mark);
    let next = match at {
        Some(at) => open.get(at + 1).or_else(|| open.get(at.checked_sub(1)?)),
        None => open.first(),
    };
    let next = next.map(|one| one.mark.clone());
    (open.into_iter().find(|one| one.mark == mark), next)
}

fn opened_at(fields: &Fields) -> Option<UtcMillis> {
    fields.get("opened").parse().ok().map(UtcMillis)
}

fn confirmed(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
    mut fields: Fields,
) -> Result<Came, DbError> {
    let Some(seat) = deciding(tx, app, staff, id)? else {
        return Ok(Came::NoStory);
    };
    let tools = app.tools();
    let open = story::likeliest(suggestions::open(tx, &seat.read, &tools)?);
    let mark = fields.get("mark").to_owned();
    let (of, next) = placed(open, &mark);
    if of.is_none() && !mark.is_empty() {
        return Ok(Came::Gone(next));
    }
    let settled = names::settle(tx, &tools, &mut fields)?;
    let draft = match form::ready(&fields, settled.wrong, &seat.read.text.text) {
        Ok(draft) => draft,
        Err((wrong, fault)) => return Ok(Came::Again(wrong, fault)),
    };
    let hand = Hand::of(staff, app);
    for place in &settled.places {
        names::add(tx, &hand, &seat.read, place)?;
    }
    let made = Made {
        draft: &draft,
        of: of.as_ref().map(|one| (one.mark.as_str(), &one.suggestion)),
        opened_at: opened_at(&fields),
        reason: fields.get("reason"),
    };
    match decisions::confirm(tx, &sitting(&hand, &tools, &seat), &made)? {
        Ok(claim) => {
            let mark = if mark.is_empty() {
                format!("claim:{claim}")
            } else {
                mark
            };
            Ok(Came::Done(mark, Some(claim), next))
        }
        Err(fault) => Ok(Came::Again(vec![], Some(fault))),
    }
}

fn rejected(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
    fields: &Fields,
) -> Result<Came, DbError> {
    let Some(seat) = deciding(tx, app, staff, id)? else {
        return Ok(Came::NoStory);
    };
    let open = story::likeliest(suggestions::open(tx, &seat.read, &app.tools())?);
    let (of, next) = placed(open, fields.get("mark"));
    let Some(of) = of else {
        return Ok(Came::Gone(next));
    };
    let draft: Draft = suggestions::draft(&of.suggestion);
    let made = Made {
        draft: &draft,
        of: Some((&of.mark, &of.suggestion)),
        opened_at: opened_at(fields),
        reason: fields.get("because"),
    };
    let hand = Hand::of(staff, app);
    decisions::reject(tx, &sitting(&hand, &app.tools(), &seat), &made)?;
    Ok(Came::Done(of.mark.clone(), None, next))
}

async fn answer(
    app: &App,
    staff: Staff,
    id: ArticleId,
    fields: Fields,
    (came, said): (Came, &str),
) -> Result<Response, PageError> {
    let here = address(id);
    app.set_record_waits(app.db.read(suggestions::stories_waiting).await?);
    match came {
        Came::NoStory => Err(PageError::NotFound),
        Came::Gone(next) => {
            let next = next.unwrap_or_default();
            Ok(see_other(&format!("{here}?s={next}&said=gone")))
        }
        Came::Done(mark, claim, next) => {
            let next = next.unwrap_or_default();
            let claim = claim.map(|id| format!("&claim={id}")).unwrap_or_default();
            Ok(see_other(&format!(
                "{here}?s={next}&said={said}&of={mark}{claim}"
            )))
        }
        Came::Again(wrong, fault) => {
            let asked = Asked {
                query: Fields::default(),
                typed: Some(fields),
                wrong,
                fault,
            };
            story::page(app, staff, id, asked).await
        }
    }
}
