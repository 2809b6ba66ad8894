//! Front pages that are to come: which stories lead from an instant on.

mod store;

use sijil_text::Lang;

use super::{LEADS_MAX, lead};
use crate::articles::ArticleId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::db_id;
use crate::ledger::{self, Act, Hand, Kind, Subject};

pub use store::{due, of_lang};

db_id! {
    /// A planned front page.
    PlanId
}

/// A planned front page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its identifier.
    pub id: PlanId,
    /// Its language.
    pub lang: Lang,
    /// When it comes into force.
    pub at: UtcMillis,
    /// What leads then.
    pub leads: Vec<ArticleId>,
    /// Who planned it.
    pub by: String,
}

/// Plans a front page; another one of the same instant goes. `false` when the instant is over.
///
/// # Errors
/// When the database fails.
pub fn plan(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    lang: Lang,
    at: UtcMillis,
    leads: &[ArticleId],
) -> Result<bool, DbError> {
    if at <= hand.at {
        return Ok(false);
    }
    let leads = leads.get(..leads.len().min(LEADS_MAX)).unwrap_or_default();
    store::put(tx, hand, (lang, at), leads)?;
    let site = Subject(Kind::Site, 0);
    ledger::append(tx, hand, Act::FrontPlanned, site, lang.code())?;
    Ok(true)
}

/// Drops a planned front page.
///
/// # Errors
/// When the database fails.
pub fn drop_plan(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    lang: Lang,
    id: PlanId,
) -> Result<(), DbError> {
    if store::delete(tx, lang, id)? {
        let site = Subject(Kind::Site, 0);
        ledger::append(tx, hand, Act::FrontUnplanned, site, lang.code())?;
    }
    Ok(())
}

/// Puts the planned front pages in force whose instant has come, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn arrange_due(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    for plan in due(tx, now)? {
        lead(tx, plan.lang, &plan.leads, now)?;
        store::delete(tx, plan.lang, plan.id)?;
    }
    Ok(())
}
