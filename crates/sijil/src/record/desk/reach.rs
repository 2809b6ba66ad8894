//! Whose story it is to look into and to decide on: the desk's own rules for stories, and what follows
//! from them for a group of claims.

use crate::app::App;
use crate::articles::writing::{may_publish, may_see};
use crate::articles::{ArticleId, roll};
use crate::db::{DbError, Tx};
use crate::record::claims::Listed;
use crate::record::suggestions::{self, Read};
use crate::staff::{Power, Staff};

/// A story before somebody.
pub(super) struct Seat {
    /// The story.
    pub(super) read: Read,
    /// Whether they decide on it, or only look.
    pub(super) may_decide: bool,
}

/// A story, for somebody who may see it.
pub(super) fn story(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
) -> Result<Option<Seat>, DbError> {
    let entry = roll::entry(tx, id, app.now())?;
    let Some(entry) = entry.filter(|entry| may_see(staff, entry)) else {
        return Ok(None);
    };
    let read = suggestions::read(tx, &app.config.zone, id)?;
    Ok(read.map(|read| Seat {
        read,
        may_decide: may_publish(staff, &entry),
    }))
}

/// A group before somebody.
pub(super) struct Bench {
    /// Whether every claim of it is theirs to decide on: only then do they change what all of them
    /// make together.
    pub(super) may_decide: bool,
    /// The stories of its claims that they may see.
    seen: Vec<ArticleId>,
}

impl Bench {
    /// Whether they may see the story of a claim.
    pub(super) fn sees(&self, listed: &Listed) -> bool {
        self.seen.contains(&listed.claim.story)
    }
}

/// A group with its claims, for somebody.
pub(super) fn group(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    claims: &[Listed],
) -> Result<Bench, DbError> {
    let mut stories: Vec<ArticleId> = claims.iter().map(|listed| listed.claim.story).collect();
    stories.sort_unstable();
    stories.dedup();
    let mut bench = Bench {
        may_decide: staff.role.may(Power::Publish),
        seen: Vec::new(),
    };
    for story in stories {
        let entry = roll::entry(tx, story, app.now())?;
        bench.may_decide &= entry
            .as_ref()
            .is_some_and(|entry| may_publish(staff, entry));
        if entry.is_some_and(|entry| may_see(staff, &entry)) {
            bench.seen.push(story);
        }
    }
    Ok(bench)
}
