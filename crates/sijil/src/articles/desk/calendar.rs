//! The calendar: what goes out, what is due and what is under embargo, by week or by month.

use askama::Template;
use axum::extract::State;
use sijil_text::Day;

use crate::app::App;
use crate::articles::assignments;
use crate::articles::roll;
use crate::articles::writing::may_see;
use crate::db::{DbError, Tx, UtcMillis};
use crate::staff::{Power, Staff};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

const HERE: &str = "/desk/calendar";
const WEEK_DAYS: i64 = 7;

/// Something that happens at an instant.
struct Event {
    at: UtcMillis,
    kind: &'static str,
    title: String,
    lang: &'static str,
    href: String,
}

/// A day with what happens on it.
struct Square {
    day: Day,
    events: Vec<Event>,
    is_today: bool,
    is_beside: bool,
}

#[derive(Template)]
#[template(path = "articles/desk/calendar.html")]
struct CalendarPage {
    frame: DeskFrame,
    title: String,
    weeks: Vec<Vec<Square>>,
    is_month: bool,
    day: Day,
    before: Day,
    after: Day,
}

impl CalendarPage {
    fn view(&self) -> &'static str {
        if self.is_month { "month" } else { "week" }
    }

    /// The names of the weekdays, over the columns.
    fn weekdays(&self) -> Vec<&'static str> {
        let first = self.weeks.iter().take(1).flatten();
        first
            .map(|one| one.day.weekday().name(self.frame.lang))
            .collect()
    }

    fn weekday(&self, one: &Square) -> &'static str {
        one.day.weekday().name(self.frame.lang)
    }

    fn day(&self, one: &Square) -> String {
        self.frame.say().day(one.day)
    }

    fn time(&self, event: &Event) -> String {
        self.frame.say().time(event.at)
    }

    fn kind(&self, event: &Event) -> String {
        self.frame
            .t(&format!("calendar-{}", event.kind))
            .into_owned()
    }

    /// Whether a day may be left out of the list that small screens show.
    fn is_blank(one: &Square) -> bool {
        one.events.is_empty() && !one.is_today
    }

    fn is_empty(&self) -> bool {
        self.weeks.iter().flatten().all(|one| one.events.is_empty())
    }
}

/// A week or a month.
///
/// # Errors
/// When the database fails.
pub async fn show(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let zone = app.config.zone.clone();
    let today = zone.day(app.now());
    let day = Day::parse(fields.get("day")).unwrap_or(today);
    let is_month = fields.get("view") == "month";
    let (first, days) = stretch(day, is_month);
    let last = first.plus_days(days).unwrap_or(first);
    let span = (zone.instant(first, 0), zone.instant(last, 0));
    let (reader, now) = (staff.clone(), app.now());
    let events = app
        .db
        .read(move |tx| events(tx, &reader, span, now))
        .await?;
    let mut boxes: Vec<Square> = (0..days)
        .filter_map(|number| first.plus_days(number))
        .map(|one| Square {
            day: one,
            events: Vec::new(),
            is_today: one == today,
            is_beside: is_month && month(one) != month(day),
        })
        .collect();
    for event in events {
        let on = zone.day(event.at);
        if let Some(one) = boxes.iter_mut().find(|one| one.day == on) {
            one.events.push(event);
        }
    }
    let mut weeks = Vec::new();
    while !boxes.is_empty() {
        let rest = boxes.split_off(boxes.len().min(7));
        weeks.push(std::mem::replace(&mut boxes, rest));
    }
    let step = if is_month { 28 } else { WEEK_DAYS };
    let view = CalendarPage {
        title: app.say(staff.lang).day(day),
        frame: DeskFrame::new(&app, staff, "calendar", HERE),
        weeks,
        is_month,
        before: day.plus_days(-step).unwrap_or(day),
        after: day.plus_days(step).unwrap_or(day),
        day,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// The first day that is shown and how many: whole weeks from a Saturday, as the region counts.
fn stretch(day: Day, is_month: bool) -> (Day, i64) {
    let begin = match is_month {
        true => Day::parse(&format!("{}-01", month(day))).unwrap_or(day),
        false => day,
    };
    // 1970-01-03 was a Saturday.
    let since_saturday = (begin.since_epoch() - 2).rem_euclid(WEEK_DAYS);
    let first = begin.plus_days(-since_saturday).unwrap_or(begin);
    (first, if is_month { 6 * WEEK_DAYS } else { WEEK_DAYS })
}

/// Year and month of a day, `yyyy-mm`.
fn month(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}

fn events(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    span: (UtcMillis, UtcMillis),
    now: UtcMillis,
) -> Result<Vec<Event>, DbError> {
    let mut found = Vec::new();
    for (at, kind, entry) in roll::dated(tx, span, now)? {
        if may_see(staff, &entry) {
            found.push(Event {
                at,
                kind,
                title: entry.title,
                lang: entry.lang.code(),
                href: format!("/desk/stories/{}", entry.id),
            });
        }
    }
    for one in assignments::between(tx, span)? {
        if one.staff == staff.id || staff.role.may(Power::Publish) {
            found.push(Event {
                at: one.due_at,
                kind: "due",
                title: format!("{} · \u{2068}{}\u{2069}", one.brief, one.whom),
                lang: one.lang.code(),
                href: "/desk/assignments".to_owned(),
            });
        }
    }
    found.sort_by_key(|event| event.at);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_saturday_and_a_month_is_whole() {
        let day = Day::parse("2026-11-22").unwrap();
        let (first, days) = stretch(day, false);
        assert_eq!((first.to_string().as_str(), days), ("2026-11-21", 7));
        let (first, days) = stretch(day, true);
        assert_eq!((first.to_string().as_str(), days), ("2026-10-31", 42));
    }
}
