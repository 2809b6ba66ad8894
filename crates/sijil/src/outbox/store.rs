//! The SQL of mail that waits.

use sijil_text::Lang;

use super::digest::Counts;
use super::{Mail, MailId, Recipient};
use crate::articles::ArticleId;
use crate::comments::CommentId;
use crate::db::{DbError, Tx, UtcMillis};

/// What a queued mail has beside its words.
pub(super) struct Entry<'a> {
    pub(super) id: MailId,
    pub(super) once: Option<&'a str>,
    pub(super) subject: &'a str,
    pub(super) at: UtcMillis,
    pub(super) due: UtcMillis,
}

/// A mail whose time has come.
#[derive(Debug)]
pub(super) struct Due {
    id: MailId,
    /// How often it was tried.
    pub(super) attempts: i64,
    /// When it was written.
    pub(super) at: UtcMillis,
}

/// A mail that is being sent.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) id: MailId,
    pub(super) recipient: String,
    pub(super) lang: Lang,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) at: UtcMillis,
    /// This one counted.
    pub(super) attempts: i64,
}

/// Queues a mail; gives whether none with its key was there.
pub(super) fn insert(tx: &mut Tx<'_, '_>, mail: &Mail, entry: &Entry<'_>) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into outbox (id, once_key, recipient, lang, subject, body, at, attempts, next_at,
                            state, failure)
        values ($1, $2, $3, $4, $5, $6, $7, 0, $8, 'waiting', '')
        on conflict (once_key) do nothing";
    let Entry {
        id,
        once,
        subject,
        at,
        due,
    } = entry;
    let (recipient, lang) = (mail.recipient.as_str(), mail.lang.code());
    let params: [&dyn crate::db::Param; 8] =
        [id, once, &recipient, &lang, subject, &mail.body, at, due];
    Ok(tx.execute(SQL, &params)? == 1)
}

/// The mail that has been due for longest.
pub(super) fn due(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<Option<Due>, DbError> {
    const SQL: &str = "
        select id, attempts, at
        from outbox
        where state = 'waiting' and next_at <= $1
        order by next_at, id
        limit 1";
    tx.query_opt(SQL, &[&now], |row| {
        Ok(Due {
            id: row.get(0)?,
            attempts: row.get(1)?,
            at: row.get(2)?,
        })
    })
}

/// Takes a mail to be sent, unless another server did so meanwhile. Until `next_at` nobody else
/// takes it.
pub(super) fn claim(
    tx: &mut Tx<'_, '_>,
    due: &Due,
    next_at: UtcMillis,
) -> Result<Option<Waiting>, DbError> {
    const SQL: &str = "
        update outbox set attempts = attempts + 1, next_at = $3
        where id = $1 and attempts = $2 and state = 'waiting'
        returning id, recipient, lang, subject, body, at, attempts";
    tx.query_opt(SQL, &[&due.id, &due.attempts, &next_at], |row| {
        Ok(Waiting {
            id: row.get(0)?,
            recipient: row.get(1)?,
            lang: row.parsed(2)?,
            subject: row.get(3)?,
            body: row.get(4)?,
            at: row.get(5)?,
            attempts: row.get(6)?,
        })
    })
}

/// Notes that a mail was taken by the server.
pub(super) fn sent(tx: &mut Tx<'_, '_>, id: MailId, at: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "
        update outbox set state = 'sent', done_at = $2, failure = ''
        where id = $1";
    tx.execute(SQL, &[&id, &at]).map(drop)
}

/// Notes why a mail could not be sent; it goes on waiting.
pub(super) fn failed(tx: &mut Tx<'_, '_>, id: MailId, failure: &str) -> Result<(), DbError> {
    const SQL: &str = "
        update outbox set failure = $2
        where id = $1 and state = 'waiting'";
    tx.execute(SQL, &[&id, &failure]).map(drop)
}

/// Notes why a mail will not be sent.
pub(super) fn give_up(
    tx: &mut Tx<'_, '_>,
    (id, at): (MailId, UtcMillis),
    failure: &str,
) -> Result<(), DbError> {
    const SQL: &str = "
        update outbox set state = 'given_up', done_at = $2, failure = $3
        where id = $1 and state = 'waiting'";
    tx.execute(SQL, &[&id, &at, &failure]).map(drop)
}

/// Gives up what was written before an instant and still waits.
pub(super) fn expire(
    tx: &mut Tx<'_, '_>,
    before: UtcMillis,
    now: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        update outbox set state = 'given_up', done_at = $2
        where state = 'waiting' and at < $1";
    tx.execute(SQL, &[&before, &now]).map(drop)
}

/// Empties what left, or was given up, before an instant.
pub(super) fn forget_words(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "
        update outbox set recipient = '', subject = '', body = ''
        where done_at < $1 and recipient <> ''";
    tx.execute(SQL, &[&before]).map(drop)
}

/// Deletes what left, or was given up, before an instant.
pub(super) fn delete(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "delete from outbox where done_at < $1";
    tx.execute(SQL, &[&before]).map(drop)
}

/// How many mails to a recipient were queued since an instant.
pub(super) fn count_to(
    tx: &mut Tx<'_, '_>,
    recipient: &Recipient,
    since: UtcMillis,
) -> Result<i64, DbError> {
    const SQL: &str = "select count(*) from outbox where recipient = $1 and at > $2";
    tx.query_one(SQL, &[&recipient.as_str(), &since], |row| row.get(0))
}

/// Whether a mail with that key was queued.
pub(super) fn is_queued(tx: &mut Tx<'_, '_>, once: &str) -> Result<bool, DbError> {
    const SQL: &str = "select id from outbox where once_key = $1";
    let found = tx.query_opt(SQL, &[&once], |row| row.get::<MailId>(0))?;
    Ok(found.is_some())
}

/// Takes a mail back that nobody tried to send yet; gives whom it was for, in which language.
pub(super) fn take_waiting(
    tx: &mut Tx<'_, '_>,
    once: &str,
) -> Result<Option<(String, Lang)>, DbError> {
    const SQL: &str = "
        delete from outbox
        where once_key = $1 and state = 'waiting' and attempts = 0
        returning recipient, lang";
    tx.query_opt(SQL, &[&once], |row| Ok((row.get(0)?, row.parsed(1)?)))
}

/// Takes the address that came with a comment, and the language its writer reads.
pub(super) fn take_address(
    tx: &mut Tx<'_, '_>,
    comment: CommentId,
) -> Result<Option<(String, Lang)>, DbError> {
    const SQL: &str = "
        delete from comment_mail
        where comment_id = $1
        returning address, lang";
    tx.query_opt(SQL, &[&comment], |row| Ok((row.get(0)?, row.parsed(1)?)))
}

/// Keeps an address until a decision, or until `forget_at`.
pub(super) fn keep_address(
    tx: &mut Tx<'_, '_>,
    comment: CommentId,
    (address, lang): (&str, Lang),
    forget_at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into comment_mail (comment_id, address, lang, forget_at)
        values ($1, $2, $3, $4)
        on conflict (comment_id) do nothing";
    tx.execute(SQL, &[&comment, &address, &lang.code(), &forget_at])
        .map(drop)
}

/// Deletes the addresses that nobody decided about in time.
pub(super) fn forget_addresses(tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<(), DbError> {
    const SQL: &str = "delete from comment_mail where forget_at <= $1";
    tx.execute(SQL, &[&now]).map(drop)
}

/// The story that a comment stands under.
pub(super) fn article_of(tx: &mut Tx<'_, '_>, comment: CommentId) -> Result<ArticleId, DbError> {
    const SQL: &str = "select article_id from comment where id = $1";
    tx.query_one(SQL, &[&comment], |row| row.get(0))
}

/// What the digest tells of the time from one instant up to another.
pub(super) fn counts(
    tx: &mut Tx<'_, '_>,
    (from, until): (UtcMillis, UtcMillis),
) -> Result<Counts, DbError> {
    const SQL: &str = "
        select
            (select count(*) from comment where at >= $1 and at < $2 and is_imported = 0),
            (select count(*) from comment
             where shown_at >= $1 and shown_at < $2 and state = 'shown' and is_imported = 0),
            (select count(distinct comment_id) from decision
             where at >= $1 and at < $2 and verdict = 'rejected' and undone_at is null),
            (select count(distinct comment_id) from decision
             where at >= $1 and at < $2 and verdict = 'spam' and undone_at is null),
            (select count(*) from report where at >= $1 and at < $2),
            (select count(*) from comment where state = 'held'),
            (select min(at) from comment where state = 'held'),
            (select count(*) from tally where held > 0 or is_frozen = 1)";
    tx.query_one(SQL, &[&from, &until], |row| {
        Ok(Counts {
            received: row.get(0)?,
            shown: row.get(1)?,
            rejected: row.get(2)?,
            spam: row.get(3)?,
            reports: row.get(4)?,
            waiting: row.get(5)?,
            oldest: row.get(6)?,
            votes: row.get(7)?,
        })
    })
}

/// The greatest identifier in use; 0 when there is none.
///
/// # Errors
/// When the database fails.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select max(id) from outbox";
    let greatest = tx.query_one(SQL, &[], |row| row.get::<Option<i64>>(0))?;
    Ok(greatest.unwrap_or_default())
}
