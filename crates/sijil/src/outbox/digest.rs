//! The comments desk's day, told to the newsroom once a day.

use sijil_text::{Day, Lang};

use super::letter::Letter;
use super::{Mail, Recipient, enqueue_at, store};
use crate::app::App;
use crate::clock::Zone;
use crate::db::{DbError, UtcMillis};
use crate::web::say::Say;

const HOUR_MS: i64 = 60 * 60 * 1000;

/// What came and what became of it, from one digest to the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Comments that came in.
    pub(super) received: i64,
    /// Comments that went onto the page, decided or by themselves.
    pub(super) shown: i64,
    /// Comments that were turned down.
    pub(super) rejected: i64,
    /// Comments that were called spam.
    pub(super) spam: i64,
    /// Readers' reports.
    pub(super) reports: i64,
    /// Comments that wait now.
    pub(super) waiting: i64,
    /// Since when the first of them waits.
    pub(super) oldest: Option<UtcMillis>,
    /// Things with votes that are held or frozen.
    pub(super) votes: i64,
}

/// Queues the day's digest once its hour has come; gives whether it did so now. Whoever else does
/// it, after a restart or on another server, the day has one.
///
/// # Errors
/// When the database fails.
pub async fn enqueue_digest(app: &App) -> Result<bool, DbError> {
    let choices = app.choices();
    if app.config.mail.smtp.is_none() || choices.digest_to.is_empty() {
        return Ok(false);
    }
    let zone = &app.config.zone;
    let day = zone.day(app.now());
    let span = span(zone, day, choices.digest_hour);
    if app.now() < span.1 {
        return Ok(false);
    }
    let first = key(day, 0);
    let counts = app.db.read(move |tx| {
        let is_queued = store::is_queued(tx, &first)?;
        (!is_queued).then(|| store::counts(tx, span)).transpose()
    });
    let Some(counts) = counts.await? else {
        return Ok(false);
    };
    let of_app = app.clone();
    let write = move |tx: &mut crate::db::Tx<'_, '_>| {
        let mut is_new = false;
        for (index, recipient) in of_app.choices().digest_to.iter().enumerate() {
            let mail = letter(&of_app, recipient, day, &counts);
            is_new |= enqueue_at(tx, &of_app, &mail, Some(&key(day, index)), of_app.now())?;
        }
        Ok::<_, DbError>(is_new)
    };
    app.db.write(write).await
}

/// From the hour of the day before to the hour of `day`.
fn span(zone: &Zone, day: Day, hour: u8) -> (UtcMillis, UtcMillis) {
    let until = zone.instant(day, hour);
    // About noon of the day before, however long the night was.
    let noon_before = UtcMillis(until.0 - (i64::from(hour) + 12) * HOUR_MS);
    (zone.instant(zone.day(noon_before), hour), until)
}

fn key(day: Day, index: usize) -> String {
    format!("digest {day} {index}")
}

fn letter(app: &App, recipient: &Recipient, day: Day, counts: &Counts) -> Mail {
    let lang = app.choices().default_language;
    let say = app.say(lang);
    Mail {
        recipient: recipient.clone(),
        lang,
        subject: say.with("mail-digest-subject", &say.day(day)),
        body: body(say, lang, counts, &app.config.url),
    }
}

fn body(say: &Say, lang: Lang, counts: &Counts, site: &str) -> String {
    let count = |name, number: i64| say.count(name, usize::try_from(number).unwrap_or_default());
    let mut letter = Letter::new(lang);
    letter.paragraph(&count("mail-digest-waiting", counts.waiting));
    if let Some(oldest) = counts.oldest {
        letter.line(&say.with("mail-digest-oldest", &say.moment(oldest)));
    }
    letter.link(&format!("{site}/desk/moderation"));
    letter.paragraph(&say.say("mail-digest-since"));
    letter.line(&count("mail-digest-received", counts.received));
    letter.line(&count("mail-digest-shown", counts.shown));
    letter.line(&count("mail-digest-rejected", counts.rejected));
    letter.line(&count("mail-digest-spam", counts.spam));
    letter.line(&count("mail-digest-reports", counts.reports));
    letter.paragraph(&count("mail-digest-votes", counts.votes));
    letter.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day is as long as its night makes it: no hour is counted twice or left out.
    #[test]
    fn a_digest_begins_where_the_last_one_ended() {
        let zone = Zone::named("Europe/Berlin").unwrap();
        for hour in [0, 3, 7, 23] {
            for (before, day) in [
                ("2026-03-28", "2026-03-29"),
                ("2026-03-29", "2026-03-30"),
                ("2026-10-24", "2026-10-25"),
                ("2026-10-25", "2026-10-26"),
            ] {
                let at = |text| span(&zone, Day::parse(text).unwrap(), hour);
                assert_eq!(at(before).1, at(day).0, "{hour} h of {day}");
            }
        }
    }
}
