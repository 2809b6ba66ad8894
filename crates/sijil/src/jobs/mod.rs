//! What must happen by itself: scheduled stories, mail, the care of votes, and keeping memory and tables short.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::app::App;
use crate::articles::{ArticleError, preview, publication, writing};
use crate::db::{self, DbError, Tx, UtcMillis};
use crate::front::{banner, plans};
use crate::ledger::Hand;
use crate::media::uploads;
use crate::record::{clock, learning};
use crate::{code, comments, outbox, votes};

/// Scheduled stories are published within this long.
const TICK: Duration = Duration::from_secs(1);
/// Ticks between two sweeps of the page cache.
const SWEEP_TICKS: u64 = 5;
/// Ticks between two looks at old changes and reads: an hour.
const TRIM_TICKS: u64 = 3600;
/// Hour of the newsroom's day in which the machine learns from decisions.
const NIGHT_HOUR: u8 = 3;
/// How long changes are kept: a follower that was away for longer rebuilds.
const CHANGES_KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Mail that is due leaves within this long.
const MAIL_TICK: Duration = Duration::from_secs(5);

/// A surge of votes is seen within this long.
const VOTES_TICK: Duration = Duration::from_secs(60);
/// Ticks between two rounds over all votes: an hour.
const VOTES_HOUR_TICKS: u64 = 60;

/// Works until it is dropped.
pub async fn run(app: App) {
    // Each by itself: a mail server that answers slowly holds up no story, nor does a night's votes.
    tokio::join!(keep_house(&app), send_mail(&app), watch_votes(&app));
}

async fn watch_votes(app: &App) {
    if let Err(error) = votes::begin(app).await {
        tracing::error!(error = %error, "forget the networks of old votes");
    }
    let mut ticks = interval(VOTES_TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    for tick in 0_u64.. {
        ticks.tick().await;
        let looked = match tick % VOTES_HOUR_TICKS {
            0 => votes::hourly(app).await,
            _ => votes::minutely(app).await,
        };
        if let Err(error) = looked {
            tracing::error!(error = %error, "look after votes");
        }
    }
}

async fn send_mail(app: &App) {
    let mut ticks = interval(MAIL_TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        ticks.tick().await;
        if let Err(error) = mail(app).await {
            tracing::error!(error = %error, "send mail");
        }
    }
}

async fn mail(app: &App) -> Result<(), DbError> {
    outbox::enqueue_digest(app).await?;
    outbox::send_due(app).await.map(drop)
}

async fn keep_house(app: &App) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    for tick in 0_u64.. {
        ticks.tick().await;
        if let Err(error) = publish_due(app).await {
            tracing::error!(error = %error, "publish scheduled stories");
        }
        if let Err(error) = front_due(app).await {
            tracing::error!(error = %error, "arrange a planned front page");
        }
        if tick % SWEEP_TICKS == 0 {
            let bytes = app.cache.sweep();
            app.metrics
                .cache_bytes
                .set(i64::try_from(bytes).unwrap_or(i64::MAX));
        }
        if tick % TRIM_TICKS == 0 {
            app.reads.fade();
            let before = UtcMillis(app.now().0 - CHANGES_KEPT_MS);
            if let Err(error) = app.db.write(move |tx| db::trim(tx, before)).await {
                tracing::error!(error = %error, "trim the sequence of changes");
            }
            if let Err(error) = forget_writers(app).await {
                tracing::error!(error = %error, "forget spent codes and networks");
            }
            if let Err(error) = forget_uploads(app).await {
                tracing::error!(error = %error, "forget files that were not handed in to their end");
            }
            if let Err(error) = tidy_writing(app).await {
                tracing::error!(error = %error, "thin the copies of drafts");
            }
            if app.config.zone.time(app.now()).0 == NIGHT_HOUR
                && let Err(error) = learning::nightly(app).await
            {
                tracing::error!(error = %error, "learn from decisions on the record");
            }
            if let Err(error) = clock::remind(app).await {
                tracing::error!(error = %error, "remind editors of truces");
            }
            let now = app.now();
            if let Err(error) = app.db.write(move |tx| outbox::tidy(tx, now)).await {
                tracing::error!(error = %error, "forget mail that was sent");
            }
        }
    }
}

/// Forgets codes that no form can bear any more, and networks whose key is gone.
///
/// # Errors
/// When the database fails.
pub async fn forget_writers(app: &App) -> Result<(), DbError> {
    let now = app.now();
    let since = app.codes.nets.since(now).unwrap_or(now);
    let forget = move |tx: &mut Tx<'_, '_>| {
        code::forget_spent(tx, now)?;
        comments::forget_nets(tx, since).map(drop)
    };
    app.db.write(forget).await
}

/// Forgets files that nobody handed in to their end, and takes what came of them off the disk.
///
/// # Errors
/// When the database fails.
pub async fn forget_uploads(app: &App) -> Result<(), DbError> {
    let now = app.now();
    let left = app.db.write(move |tx| uploads::forget(tx, now)).await?;
    let folder = app.clone();
    let remove = move || {
        left.into_iter()
            .try_for_each(|id| folder.staging.remove(id))
    };
    let removed = tokio::task::spawn_blocking(remove).await;
    if let Ok(Err(error)) = removed {
        tracing::warn!(%error, "remove what was handed in");
    }
    Ok(())
}

/// Thins the copies of drafts, and forgets links to previews that ended.
async fn tidy_writing(app: &App) -> Result<(), DbError> {
    let now = app.now();
    let tidy = move |tx: &mut Tx<'_, '_>| {
        writing::thin(tx, now)?;
        preview::forget(tx, now).map(drop)
    };
    app.db.write(tidy).await
}

/// Puts planned front pages in force, and ends breaking lines, whose instant has come.
///
/// # Errors
/// When the database fails.
pub async fn front_due(app: &App) -> Result<(), DbError> {
    let now = app.now();
    let is_due = app
        .db
        .read(move |tx| {
            let has_plan = !plans::due(tx, now)?.is_empty();
            Ok::<_, DbError>(has_plan || !banner::banners_over(tx, now)?.is_empty())
        })
        .await?;
    if !is_due {
        return Ok(());
    }
    let arrange = move |tx: &mut Tx<'_, '_>| {
        plans::arrange_due(tx, now)?;
        banner::end_due(tx, now)
    };
    app.db.write(arrange).await
}

/// Publishes the scheduled stories whose instant has come; gives how many.
///
/// # Errors
/// When the database fails.
pub async fn publish_due(app: &App) -> Result<usize, ArticleError> {
    let (now, zone) = (app.now(), app.config.zone.clone());
    let is_due = app
        .db
        .read(move |tx| crate::articles::due(tx, now, 1))
        .await?;
    if is_due.is_empty() {
        return Ok(0);
    }
    let own = app.clone();
    let publish = move |tx: &mut Tx<'_, '_>| {
        let clock = Hand {
            by: None,
            at: now,
            ids: &own.ids,
        };
        publication::publish_due(tx, &clock, &zone)
    };
    app.db.write(publish).await
}
