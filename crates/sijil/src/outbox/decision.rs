//! What a reader is told who left an address with a comment: that it is shown, or by which rule it
//! is not. Nothing that they wrote is in it, and they are written to once.

use sijil_text::Lang;

use super::letter::Letter;
use super::{Mail, Recipient, enqueue_at, store};
use crate::app::App;
use crate::comments::CommentId;
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::{self, Card};
use crate::slots::{self, Slot};
use crate::web::urls::{Urls, encoded};

/// How long a decision is kept back: until then it can be undone without a word.
const KEPT_BACK_MS: i64 = 2 * 60 * 1000;
/// Decisions that one address is told in a day: somebody who names a stranger's address again and
/// again does not fill their mailbox, even if each comment is fit to be shown.
const TOLD_A_DAY_MAX: i64 = 5;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How long an address waits for a decision.
const WAITS_MS: i64 = 30 * DAY_MS;

/// What a moderator decided about a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision<'a> {
    /// It is on the page.
    Shown,
    /// It was turned down by a rule; holds the name of the sentence in `locales/` that words it.
    Rejected(&'a str),
}

/// Tells a comment's writer what was decided, if they left an address, and forgets the address;
/// gives whether a mail was queued.
///
/// To be called in the transaction of a decision that a person took: what is shown without one
/// must not send mail, since anybody may type a stranger's address. For spam there is
/// [`forget_address`].
///
/// # Errors
/// When the database fails.
pub fn tell_decision(
    tx: &mut Tx<'_, '_>,
    app: &App,
    comment: CommentId,
    decision: Decision<'_>,
) -> Result<bool, DbError> {
    let Some((address, lang)) = store::take_address(tx, comment)? else {
        return Ok(false);
    };
    let Some(recipient) = Recipient::parse(&address) else {
        return Ok(false);
    };
    let now = app.now();
    let told = store::count_to(tx, &recipient, UtcMillis(now.0 - DAY_MS))?;
    let article = store::article_of(tx, comment)?;
    let Some(card) = lists::card(tx, article)?.filter(|_| told < TOLD_A_DAY_MAX) else {
        return Ok(false);
    };
    let paper = slots::words(tx, Slot::Site, lang)?.map_or_else(String::new, |words| words.title);
    let mail = Mail {
        recipient,
        lang,
        subject: subject(app, lang, decision),
        body: body(app, lang, (&card, comment), decision, &paper),
    };
    let due = UtcMillis(now.0 + KEPT_BACK_MS);
    enqueue_at(tx, app, &mail, Some(&key(comment)), due)
}

/// Forgets the address that came with a comment: nobody will be told anything.
///
/// # Errors
/// When the database fails.
pub fn forget_address(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<(), DbError> {
    store::take_address(tx, comment).map(drop)
}

/// Takes back what was told of a decision that is undone, and keeps the address for the next one;
/// gives whether it had not left yet.
///
/// # Errors
/// When the database fails.
pub fn take_back(tx: &mut Tx<'_, '_>, comment: CommentId, now: UtcMillis) -> Result<bool, DbError> {
    let Some((address, lang)) = store::take_waiting(tx, &key(comment))? else {
        return Ok(false);
    };
    let forget_at = UtcMillis(now.0 + WAITS_MS);
    store::keep_address(tx, comment, (&address, lang), forget_at)?;
    Ok(true)
}

fn key(comment: CommentId) -> String {
    format!("decision {comment}")
}

fn subject(app: &App, lang: Lang, decision: Decision<'_>) -> String {
    let say = app.say(lang);
    match decision {
        Decision::Shown => say.say("mail-shown-subject").into_owned(),
        Decision::Rejected(_) => say.say("mail-rejected-subject").into_owned(),
    }
}

fn body(
    app: &App,
    lang: Lang,
    (card, comment): (&Card, CommentId),
    decision: Decision<'_>,
    paper: &str,
) -> String {
    let say = app.say(lang);
    let story = Urls::full(card.lang).card(card);
    let url = |path: &str| format!("{}{}", app.config.url, encoded(path));
    let mut letter = Letter::new(lang);
    match decision {
        Decision::Shown => {
            letter.paragraph(&say.with("mail-shown", &card.headline));
            letter.link(&url(&format!("{story}comments/{comment}/")));
            letter.paragraph(&say.say("mail-shown-receipt"));
        }
        Decision::Rejected(rule) => {
            letter.paragraph(&say.with("mail-rejected", &card.headline));
            letter.link(&url(&story));
            letter.paragraph(&say.say("mail-rejected-rule"));
            letter.line(&say.say(rule));
            letter.paragraph(&say.say("mail-rejected-receipt"));
        }
    }
    letter.paragraph(&say.say("mail-last"));
    letter.paragraph(paper);
    letter.into_text()
}
