//! What moderators ask for: the last day, drawn and as a table.

use askama::Template;
use axum::extract::State;

use super::{Hour, Series, bars, hours};
use crate::app::App;
use crate::db::UtcMillis;
use crate::staff::Staff;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

#[derive(Template)]
#[template(path = "moderation/day/day.html")]
struct DayPage {
    frame: DeskFrame,
    hours: Vec<Hour>,
}

/// One drawing.
struct Chart {
    name: String,
    /// What it shows, for who does not see it.
    said: String,
    most: String,
    total: String,
    bars: Vec<(usize, i64, i64)>,
}

impl DayPage {
    fn charts(&self) -> Vec<Chart> {
        let say = self.frame.say();
        let number = |count: i64| say.number(usize::try_from(count).unwrap_or_default());
        let each = Series::ALL.into_iter().map(|series| {
            let (most, bars) = bars(&self.hours, series);
            let total: i64 = self.hours.iter().map(|hour| hour.of(series)).sum();
            let name = say.say(&format!("day-{}", series.word())).into_owned();
            let top = self.hours.iter().max_by_key(|hour| hour.of(series));
            let top = top.map_or_else(String::new, |hour| say.time(UtcMillis(hour.at)));
            let said = match total {
                0 => format!("{name}: {}", say.say("day-none")),
                _ => format!("{name}: {} {top}, {}", say.say("day-most-at"), number(most)),
            };
            Chart {
                said,
                most: number(if total == 0 { 0 } else { most }),
                total: number(total),
                name,
                bars,
            }
        });
        each.collect()
    }

    fn series() -> [Series; 4] {
        Series::ALL
    }

    fn begins(&self, hour: &Hour) -> (String, String) {
        let (say, at) = (self.frame.say(), UtcMillis(hour.at));
        (say.rfc3339(at), say.short_moment(at))
    }

    fn number(&self, hour: &Hour, series: &Series) -> String {
        let count = usize::try_from(hour.of(*series)).unwrap_or_default();
        self.frame.say().number(count)
    }
}

/// The last day.
///
/// # Errors
/// When the database fails.
pub async fn day(State(app): State<App>, staff: Staff) -> Result<Page, PageError> {
    let now = app.now();
    let hours = app.db.read(move |tx| hours(tx, now)).await?;
    let view = DayPage {
        frame: DeskFrame::new(&app, staff, "moderation-day", "/desk/moderation/day"),
        hours,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}
