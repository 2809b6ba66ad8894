//! Mail that waits to be sent. It is written in the transaction that causes it, so that it is
//! neither lost nor sent for what was undone, and leaves at least once.

mod decision;
mod digest;
mod letter;
mod sender;
mod store;

use lettre::Address;
use sijil_text::{Lang, clean_line};

use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};

pub use decision::{Decision, forget_address, take_back, tell_decision};
pub use digest::enqueue_digest;
pub(crate) use letter::Letter;
pub use sender::send_due;
pub use store::last_id;

crate::db_id!(
    /// A mail's identifier.
    MailId
);

/// A mail, before it is queued.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Whom it is for.
    pub recipient: Recipient,
    /// The language it is written in.
    pub lang: Lang,
    /// One line; what would end it is taken out.
    pub subject: String,
    /// Plain text; lines end with `\n`.
    pub body: String,
}

/// A mail address: one, whole, without a name, at most [`ADDRESS_BYTES_MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient(String);

/// Bytes of an address: RFC 5321 §4.5.3.1.3, without the angle brackets.
pub const ADDRESS_BYTES_MAX: usize = 254;

/// How long a recipient and the words sent to them are kept after the mail left.
const KEPT_MS: i64 = 24 * 60 * 60 * 1000;
/// How long is remembered that a mail left, and what could not be sent.
const REMEMBERED_MS: i64 = 30 * KEPT_MS;
/// Mail that still waits after this long is given up: mail was switched off since it was written.
const WAITS_MS_MAX: i64 = 3 * KEPT_MS;

impl Recipient {
    /// The address in `text`, or nothing when it is none. What a header or a second recipient
    /// could be hidden in is refused, though a server might take it: quotes, spaces, commas.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_forbidden =
            |c: char| c.is_whitespace() || c.is_control() || "\"<>(),;:[]\\%!".contains(c);
        if text.len() > ADDRESS_BYTES_MAX || text.contains(is_forbidden) {
            return None;
        }
        let address: Address = text.parse().ok()?;
        Some(Self(address.to_string()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Queues a mail; gives whether there is a server that would take it. Without one, nothing is kept.
///
/// # Errors
/// When the database fails.
pub fn enqueue(tx: &mut Tx<'_, '_>, app: &App, mail: &Mail) -> Result<bool, DbError> {
    enqueue_at(tx, app, mail, None, app.now())
}

/// Queues a mail, unless one with that key was queued before; gives whether it did. Keys are
/// forgotten thirty days after the mail left.
///
/// # Errors
/// When the database fails.
pub fn enqueue_once(
    tx: &mut Tx<'_, '_>,
    app: &App,
    mail: &Mail,
    key: &str,
) -> Result<bool, DbError> {
    enqueue_at(tx, app, mail, Some(key), app.now())
}

/// Queues a mail that leaves from `due` on; with a key, only if none with that key was queued.
fn enqueue_at(
    tx: &mut Tx<'_, '_>,
    app: &App,
    mail: &Mail,
    once: Option<&str>,
    due: UtcMillis,
) -> Result<bool, DbError> {
    if app.config.mail.smtp.is_none() {
        return Ok(false);
    }
    let now = app.now();
    let entry = store::Entry {
        id: app.ids.next(now),
        once,
        subject: &clean_line(&mail.subject),
        at: now,
        due,
    };
    store::insert(tx, mail, &entry)
}

/// Forgets whom mail went to a day ago, addresses that nobody decided about in time, and, after a
/// month, that there was mail.
///
/// # Errors
/// When the database fails.
pub fn tidy(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    let before = |milliseconds| UtcMillis(now.0 - milliseconds);
    store::expire(tx, before(WAITS_MS_MAX), now)?;
    store::forget_words(tx, before(KEPT_MS))?;
    store::forget_addresses(tx, now)?;
    store::delete(tx, before(REMEMBERED_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address_and_hides_nothing() {
        for good in [
            "omar@post.example",
            " o.m+a@post.example ",
            "عمر@بريد.example",
        ] {
            assert_eq!(
                Recipient::parse(good).unwrap().as_str(),
                good.trim(),
                "{good}"
            );
        }
        for bad in [
            "",
            "omar",
            "@post.example",
            "omar@",
            "omar@post.example, layla@post.example",
            "omar@post.example\r\nBcc: layla@post.example",
            "omar@post.example\nlayla@post.example",
            "Omar <omar@post.example>",
            "\"o m\"@post.example",
            "omar@[192.0.2.1]",
            "omar%post.example@relay.example",
        ] {
            assert_eq!(Recipient::parse(bad), None, "{bad:?}");
        }
        let long = format!("{}@post.example", "o".repeat(250));
        assert_eq!(Recipient::parse(&long), None);
    }
}
