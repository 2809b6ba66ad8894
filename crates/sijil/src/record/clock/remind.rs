//! Mail to editors about truces whose end comes or has come: three days before and on the day, once
//! for each end. Nobody else is told, and no name is in it that readers may not see.

use sijil_text::Day;

use super::store;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::lists;
use crate::outbox::{self, Letter, Mail, Recipient};
use crate::record::claims;
use crate::record::groups::{Group, GroupBody, PlannedEnd};
use crate::staff::{self, Power, Staff};

/// Days before the end on which editors hear of it.
const SOON_DAYS: i64 = 3;
/// Days after the end on which they are still told that it has come; later, as with truces of an old
/// archive, the desk's list is enough. Shorter than the outbox remembers what it sent.
const LATE_DAYS: i64 = 14;
/// Truces that one round looks at.
const LOOKED_AT: i64 = 500;

/// Which of the two notices.
#[derive(Clone, Copy)]
enum Notice {
    Soon,
    Due,
}

impl Notice {
    fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Due => "due",
        }
    }
}

/// Queues the mail of today, once the newsroom's hour of mail has come; gives how many were new.
/// Whoever else does it, after a restart or on another server, each notice goes to an editor once.
///
/// # Errors
/// When the database fails.
pub async fn remind(app: &App) -> Result<usize, DbError> {
    let zone = &app.config.zone;
    let today = zone.day(app.now());
    let hour = app.choices().digest_hour;
    if app.config.mail.smtp.is_none() || app.now() < zone.instant(today, hour) {
        return Ok(0);
    }
    let (Some(first), Some(last)) = (today.plus_days(-LATE_DAYS), today.plus_days(SOON_DAYS))
    else {
        return Ok(0);
    };
    let days = (first.to_string(), last.to_string());
    let look = move |tx: &mut Tx<'_, '_>| store::between(tx, (&days.0, &days.1), LOOKED_AT);
    let found: Vec<Group> = app.db.read(look).await?;
    if found.is_empty() {
        return Ok(0);
    }
    let of_app = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        let editors = staff::with_mail(tx)?;
        let mut queued = 0;
        for group in &found {
            for (editor, address) in &editors {
                if editor.role.may(Power::Publish) {
                    queued += usize::from(tell(tx, &of_app, (group, today), (editor, address))?);
                }
            }
        }
        Ok::<_, DbError>(queued)
    };
    app.db.write(write).await
}

fn tell(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (group, today): (&Group, Day),
    (editor, address): (&Staff, &str),
) -> Result<bool, DbError> {
    let (Some(recipient), GroupBody::Truce(truce)) = (Recipient::parse(address), &group.body)
    else {
        return Ok(false);
    };
    let Some(end) = truce.planned_end.as_ref() else {
        return Ok(false);
    };
    let Some(on) = end.on else {
        return Ok(false);
    };
    let notice = if on <= today {
        Notice::Due
    } else {
        Notice::Soon
    };
    let key = format!("truce {} {on} {} {}", group.id, notice.word(), editor.id);
    let named = named(tx, group, editor)?;
    let mail = letter(app, (editor, recipient), (notice, on, end), &named);
    outbox::enqueue_once(tx, app, &mail, &key)
}

/// What the truce is called: its name, else the headline of a public story that tells of it.
fn named(tx: &mut Tx<'_, '_>, group: &Group, editor: &Staff) -> Result<String, DbError> {
    let shown = group.names.shown(editor.lang);
    if !shown.is_empty() {
        return Ok(shown.to_owned());
    }
    let Some(first) = claims::public_of_group(tx, group.id)?.into_iter().next() else {
        return Ok(String::new());
    };
    let card = lists::card(tx, first.story)?;
    Ok(card.map(|card| card.headline).unwrap_or_default())
}

fn letter(
    app: &App,
    (editor, recipient): (&Staff, Recipient),
    (notice, on, end): (Notice, Day, &PlannedEnd),
    named: &str,
) -> Mail {
    let say = app.say(editor.lang);
    let day = say.day(on);
    let (subject, text) = match notice {
        Notice::Soon => ("mail-truce-soon-subject", "mail-truce-soon"),
        Notice::Due => ("mail-truce-due-subject", "mail-truce-due"),
    };
    let mut letter = Letter::new(editor.lang);
    letter.paragraph(&say.with(text, &day));
    if !named.is_empty() {
        letter.line(&say.with("mail-truce-named", named));
    }
    if !end.is_stated {
        letter.paragraph(&say.say(if end.is_start_assumed {
            "mail-truce-assumed"
        } else {
            "mail-truce-reckoned"
        }));
    }
    letter.paragraph(&say.say("mail-truce-look"));
    letter.link(&format!("{}/desk/record/", app.config.url));
    letter.paragraph(&say.say("mail-truce-never"));
    Mail {
        recipient,
        lang: editor.lang,
        subject: say.with(subject, &day),
        body: letter.into_text(),
    }
}
