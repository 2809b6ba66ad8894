//! What must happen to votes by themselves: held ones are released, old ones fold into totals,
//! networks are forgotten, the month is counted.

mod store;

pub(super) use store::live;

use super::watch::{self, HELD_PERMILLE_MAX, NET_PERMILLE_MAX};
use super::{DAY_MS, OPEN_DAYS, Object, SLOT_MS, batch, month_of, slot};
use crate::app::App;
use crate::clock::Zone;
use crate::db::{DbError, Tx, UtcMillis};

/// Things that are folded or released in one round; the next hour takes the rest.
const ROUND_MAX: i64 = 500;
/// How long windows are kept: as long as voting is open, and some days for who looks back.
const WINDOWS_DAYS: i64 = OPEN_DAYS + 10;

/// How a thing's votes lie.
#[derive(Debug, Clone, Copy)]
struct Spread {
    votes: i64,
    held: i64,
    /// Votes whose network is still known.
    known: i64,
    /// How many of those the busiest network cast.
    net_most: i64,
}

impl Spread {
    /// Whether the held votes look like those of readers: no network has much of a share, and few
    /// votes are held at all. Where no network is known any more, nobody can tell.
    fn looks_well(&self) -> bool {
        self.known > 0
            && self.net_most * 1000 < NET_PERMILLE_MAX * self.known
            && self.held * 1000 < HELD_PERMILLE_MAX * self.votes
    }
}

/// What is done when the program starts: the networks in rows stand under keys that are gone.
///
/// # Errors
/// When the database fails.
pub async fn begin(app: &App) -> Result<(), DbError> {
    // Rows of this very slot may be older than the program, so they are cleared as well.
    forget_nets(app, app.votes.since(app.now()) + 1).await
}

/// What is done each hour.
///
/// # Errors
/// When the database fails.
pub async fn hourly(app: &App) -> Result<(), DbError> {
    let now = app.now();
    let usual = app.db.read(move |tx| watch::learn(tx, now)).await?;
    *app.votes.usual() = usual;
    let held = app.db.read(|tx| store::held(tx, ROUND_MAX)).await?;
    for object in held {
        let rule = move |tx: &mut Tx<'_, '_>| release_if_spread(tx, object, now);
        let released = app.db.write(rule).await?;
        if released > 0 {
            let kind = object.kind.word();
            tracing::info!(kind, id = object.id, released, "held votes were released");
        }
    }
    let before = UtcMillis(now.0 - OPEN_DAYS * DAY_MS);
    let closed = app
        .db
        .read(move |tx| store::closed(tx, before, ROUND_MAX))
        .await?;
    for object in closed {
        app.db.write(move |tx| store::fold(tx, object)).await?;
    }
    forget_nets(app, app.votes.since(now)).await?;
    app.db
        .write(move |tx| {
            store::trim_windows(tx, slot(UtcMillis(now.0 - WINDOWS_DAYS * DAY_MS)))?;
            count_month(tx, now)
        })
        .await
}

/// What is done each minute.
///
/// # Errors
/// When the database fails.
pub async fn minutely(app: &App) -> Result<(), DbError> {
    let (now, usual) = (app.now(), *app.votes.usual());
    let alarms = app.db.write(move |tx| watch::look(tx, &usual, now)).await?;
    for alarm in alarms {
        app.codes.meter.alarmed(now);
        let (kind, id) = (alarm.object.kind.word(), alarm.object.id);
        tracing::warn!(
            kind,
            id,
            votes = alarm.votes,
            "a surge of votes; its numbers stand still"
        );
    }
    app.count_alarms().await
}

/// Releases a thing's held votes if they lie well; gives how many. A thing that was stopped waits
/// for a moderator.
fn release_if_spread(tx: &mut Tx<'_, '_>, object: Object, now: UtcMillis) -> Result<i64, DbError> {
    let spread = store::spread(tx, object)?;
    if spread.looks_well() {
        return batch::release(tx, object, now);
    }
    Ok(0)
}

/// Empties the networks of rows before a slot, slot by slot, so that no write waits long.
async fn forget_nets(app: &App, before: i64) -> Result<(), DbError> {
    loop {
        let oldest = app.db.read(store::oldest_net).await?;
        let Some(oldest) = oldest.filter(|oldest| *oldest < before) else {
            return Ok(());
        };
        app.db
            .write(move |tx| store::forget_nets(tx, oldest))
            .await?;
    }
}

/// Counts the month's votes anew from its windows; in the first hours of a month, the last one's.
fn count_month(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    let month = month_of(UtcMillis(now.0 - DAY_MS / 8));
    for month in [month, month_of(now)] {
        let (from, to) = slots_of(&month);
        store::count_month(tx, &month, (from, to))?;
    }
    Ok(())
}

/// The slots of a month, from the first until before the last.
fn slots_of(month: &str) -> (i64, i64) {
    let start = |month: &str| {
        let day = sijil_text::Day::parse(&format!("{month}-01"));
        day.map_or(UtcMillis(0), |day| Zone::utc().instant(day, 0))
    };
    let from = start(month);
    // No month has more than 31 days, and none fewer than 28.
    let to = start(&month_of(UtcMillis(from.0 + 32 * DAY_MS)));
    (from.0 / SLOT_MS, to.0 / SLOT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn held_votes_are_released_only_when_no_network_has_much_of_a_share() {
        let spread = |votes, held, known, net_most| Spread {
            votes,
            held,
            known,
            net_most,
        };
        assert!(spread(800, 92, 800, 100).looks_well());
        assert!(!spread(100, 92, 100, 100).looks_well());
        assert!(!spread(800, 160, 800, 10).looks_well(), "a fifth is held");
        assert!(!spread(800, 10, 800, 120).looks_well(), "15 % from one");
        assert!(!spread(800, 10, 0, 0).looks_well(), "nobody can tell");
    }

    #[test]
    fn a_month_has_its_slots() {
        let (from, to) = slots_of("2026-02");
        assert_eq!(to - from, 28 * 24 * 6);
        assert_eq!(month_of(UtcMillis(from * SLOT_MS)), "2026-02");
        assert_eq!(month_of(UtcMillis(to * SLOT_MS)), "2026-03");
    }
}
