//! The SQL of comments and their threads.

use super::standing::Words;
use super::{Comment, CommentId, MAIL_KEPT_MS, NewComment, Settings, State, Thread, Way};
use crate::articles::ArticleId;
use crate::db::{DbError, Row, Tx, UtcMillis};

/// How a thread's counts change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Comments on the page.
    pub shown: i64,
    /// Places at the top.
    pub roots: i64,
    /// Comments that wait.
    pub waiting: i64,
}

/// Which comments a moderator looks at.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those under this story.
    pub article: Option<ArticleId>,
    /// Only those that passed in this way.
    pub way: Option<Way>,
}

/// A query for whole comments: what follows `from comment c` is the caller's.
macro_rules! comments {
    ($rest:literal) => {
        concat!(
            "select c.id, c.article_id, c.root_id, c.parent_id, c.depth, c.name, c.body, c.state,
                    c.way, c.at, c.at_is, c.shown_at, c.edited_at, c.reasons, c.score, c.replies,
                    c.best, c.reports, c.net, c.has_asked_again, c.is_imported, c.version
             from comment c ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<Comment, DbError> {
    let reasons: String = row.get(13)?;
    Ok(Comment {
        id: row.get(0)?,
        article: row.get(1)?,
        root: row.get(2)?,
        parent: row.get(3)?,
        depth: row.get(4)?,
        name: row.get(5)?,
        body: row.get(6)?,
        state: row.get(7)?,
        way: row.get(8)?,
        at: row.get(9)?,
        dated: row.get(10)?,
        shown_at: row.get(11)?,
        edited_at: row.get(12)?,
        reasons: reasons.lines().map(str::to_owned).collect(),
        score: row.get(14)?,
        replies: row.get(15)?,
        best: row.get(16)?,
        reports: row.get(17)?,
        net: row.get(18)?,
        has_asked_again: row.get::<i64>(19)? != 0,
        is_imported: row.get::<i64>(20)? != 0,
        version: row.get(21)?,
    })
}

/// Changes a thread's counts, and takes its row until the end of the transaction.
pub(super) fn add_counts(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    counts: Counts,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into thread (article_id, shown, roots, waiting, mode, closed_at, slow_seconds)
        values ($1, $2, $3, $4, 'inherit', null, 0)
        on conflict (article_id) do update
        set shown = thread.shown + excluded.shown, roots = thread.roots + excluded.roots,
            waiting = thread.waiting + excluded.waiting";
    let Counts {
        shown,
        roots,
        waiting,
    } = counts;
    tx.execute(SQL, &[&article, &shown, &roots, &waiting])?;
    Ok(())
}

/// Adds a comment; `false` when the one that it answers is not shown under the same story.
pub(super) fn insert(tx: &mut Tx<'_, '_>, new: &NewComment) -> Result<bool, DbError> {
    const SQL: &str = "
        insert into comment (id, article_id, root_id, parent_id, depth, name, body, state, way, at,
                             at_is, shown_at, edited_at, reasons, score, replies, best, reports,
                             net, secret_sha256, has_asked_again, is_imported, is_placed, version)
        select cast($1 as bigint), cast($2 as bigint), coalesce(p.root_id, cast($1 as bigint)),
               p.id, coalesce(p.depth + 1, 0), cast($4 as text), cast($5 as text),
               cast($6 as text), cast($7 as text), cast($8 as bigint), 'moment',
               case when cast($6 as text) = 'shown' then cast($8 as bigint) end, null,
               cast($9 as text), cast($10 as bigint), 0, 0, 0, $11, cast($12 as text), 0,
               case when cast($7 as text) = 'import' then 1 else 0 end,
               case when cast($6 as text) = 'shown' then 1 else 0 end, 1
        from (select 1 as one) as once
        left join comment p
            on p.id = cast($3 as bigint) and p.article_id = cast($2 as bigint)
               and p.state = 'shown'
        where cast($3 as bigint) is null or p.id is not null";
    let reasons = new.reasons.join("\n");
    let added = tx.execute(
        SQL,
        &[
            &new.id,
            &new.article,
            &new.parent,
            &new.name,
            &new.body,
            &new.state,
            &new.way,
            &new.at,
            &reasons,
            &new.score,
            &new.net,
            &new.secret_sha256,
        ],
    )?;
    if added == 1 && new.dated != super::Dated::Moment {
        const SQL: &str = "update comment set at_is = $2 where id = $1";
        tx.execute(SQL, &[&new.id, &new.dated])?;
    }
    Ok(added == 1)
}

/// Keeps a writer's address, with the language of the story.
pub(super) fn insert_mail(tx: &mut Tx<'_, '_>, new: &NewComment) -> Result<(), DbError> {
    const SQL: &str = "
        insert into comment_mail (comment_id, address, lang, forget_at)
        select cast($1 as bigint), cast($2 as text), a.lang, cast($3 as bigint)
        from article a
        where a.id = $4";
    let forget_at = UtcMillis(new.at.0 + MAIL_KEPT_MS);
    tx.execute(SQL, &[&new.id, &new.mail, &forget_at, &new.article])?;
    Ok(())
}

/// Where a writer wants to be told, and in which language.
pub fn mail(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<Option<(String, String)>, DbError> {
    const SQL: &str = "select address, lang from comment_mail where comment_id = $1";
    tx.query_opt(SQL, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Counts a shown comment more or less below the top of a comment's branch.
pub(super) fn add_reply_to_root_of(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    change: i64,
) -> Result<(), DbError> {
    const SQL: &str = "
        update comment
        set replies = replies + $2
        where id = (select c.root_id from comment c where c.id = $1)";
    tx.execute(SQL, &[&id, &change])?;
    Ok(())
}

/// 1 if a comment has a place on the page, else 0.
pub(super) fn is_placed(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<i64, DbError> {
    const SQL: &str = "select is_placed from comment where id = $1";
    tx.query_one(SQL, &[&id], |row| row.get(0))
}

/// Sets anew whether a comment has a place: its words are shown, or an answer to it.
pub(super) fn set_place(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<(), DbError> {
    const SQL: &str = "
        update comment
        set is_placed = case
            when state = 'shown' or replies > 0 or exists (
                select 1 from comment a where a.parent_id = comment.id and a.state = 'shown')
            then 1 else 0 end
        where id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Sets where a comment stands.
pub(super) fn set_state(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    state: State,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        update comment
        set state = $2,
            shown_at = case when $2 = 'shown' then coalesce(shown_at, $3) else shown_at end
        where id = $1";
    const SQL_TRACE: &str = "
        update comment_trace
        set is_spam = case when $2 = 'spam' then 1 else 0 end
        where comment_id = $1";
    tx.execute(SQL, &[&id, &state, &at])?;
    tx.execute(SQL_TRACE, &[&id, &state])?;
    Ok(())
}

/// Sets a comment's words.
pub(super) fn set_words(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    words: &Words,
    at: UtcMillis,
) -> Result<(), DbError> {
    const SQL: &str = "
        update comment
        set name = $2, body = $3, edited_at = $4, version = version + 1
        where id = $1";
    tx.execute(SQL, &[&id, &words.name, &words.body, &at])?;
    Ok(())
}

/// Takes away a comment's words and what could lead to its writer.
pub(super) fn wipe(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<(), DbError> {
    const SQL_WORDS: &str = "
        update comment
        set name = '', body = '', reasons = '', net = null, version = version + 1
        where id = $1";
    const SQL_MAIL: &str = "delete from comment_mail where comment_id = $1";
    tx.execute(SQL_WORDS, &[&id])?;
    tx.execute(SQL_MAIL, &[&id])?;
    Ok(())
}

/// Takes away by what a comment is like others.
pub(super) fn wipe_trace(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<(), DbError> {
    const SQL: &str = "delete from comment_trace where comment_id = $1";
    tx.execute(SQL, &[&id])?;
    Ok(())
}

/// Sets a comment's rank under "best".
pub(super) fn set_best(tx: &mut Tx<'_, '_>, id: CommentId, best: i64) -> Result<(), DbError> {
    const SQL: &str = "update comment set best = $2 where id = $1";
    tx.execute(SQL, &[&id, &best])?;
    Ok(())
}

/// One comment, whatever its state.
pub fn comment(tx: &mut Tx<'_, '_>, id: CommentId) -> Result<Option<Comment>, DbError> {
    const SQL: &str = comments!("where c.id = $1");
    tx.query_opt(SQL, &[&id], read)
}

/// A comment, if its receipt has a secret with this SHA-256.
pub fn with_secret(
    tx: &mut Tx<'_, '_>,
    id: CommentId,
    sha256: &str,
) -> Result<Option<Comment>, DbError> {
    const SQL: &str = comments!("where c.id = $1 and c.secret_sha256 = $2");
    tx.query_opt(SQL, &[&id, &sha256], read)
}

/// Whether an old archive's comment with this key is here.
pub(super) fn is_imported(tx: &mut Tx<'_, '_>, key: &str) -> Result<bool, DbError> {
    const SQL: &str = "select 1 from comment where secret_sha256 = $1 and is_imported = 1";
    Ok(tx.query_opt(SQL, &[&key], |_| Ok(()))?.is_some())
}

/// Comments in a state, the longest waiting first, after `after` (an instant and an identifier).
pub fn waiting(
    tx: &mut Tx<'_, '_>,
    state: State,
    filter: &Filter,
    after: (UtcMillis, CommentId),
    limit: i64,
) -> Result<Vec<Comment>, DbError> {
    const SQL: &str = comments!(
        "where c.state = $1 and (c.at, c.id) > ($2, $3)
           and (cast($4 as bigint) is null or c.article_id = $4)
           and (cast($5 as text) is null or c.way = $5)
         order by c.at, c.id
         limit $6"
    );
    let Filter { article, way } = filter;
    tx.query(
        SQL,
        &[&state, &after.0, &after.1, article, way, &limit],
        read,
    )
}

/// When a network last wrote under a story, if that was after `since`.
pub fn took_part_since(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    net: &[u8],
    since: UtcMillis,
) -> Result<Option<UtcMillis>, DbError> {
    const SQL: &str = "
        select at
        from comment
        where net = $1 and article_id = $2 and at > $3
        order by at desc
        limit 1";
    tx.query_opt(SQL, &[&net, &article, &since], |row| row.get(0))
}

/// A story's thread, if anybody has written in it or the desk has set something.
pub(super) fn thread(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Option<Thread>, DbError> {
    const SQL: &str = "
        select shown, roots, waiting, mode, closed_at, slow_seconds
        from thread
        where article_id = $1";
    tx.query_opt(SQL, &[&article], |row| {
        Ok(Thread {
            shown: row.get(0)?,
            roots: row.get(1)?,
            waiting: row.get(2)?,
            settings: Settings {
                mode: row.get(3)?,
                closed_at: row.get(4)?,
                slow_seconds: row.get(5)?,
            },
        })
    })
}

/// Keeps what the desk has set for a thread.
pub(super) fn set_thread(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    settings: &Settings,
) -> Result<(), DbError> {
    const SQL: &str = "
        insert into thread (article_id, shown, roots, waiting, mode, closed_at, slow_seconds)
        values ($1, 0, 0, 0, $2, $3, $4)
        on conflict (article_id) do update
        set mode = excluded.mode, closed_at = excluded.closed_at,
            slow_seconds = excluded.slow_seconds";
    let Settings {
        mode,
        closed_at,
        slow_seconds,
    } = settings;
    tx.execute(SQL, &[&article, mode, closed_at, slow_seconds])?;
    Ok(())
}

/// A thread's counts, from its rows: what [`super::Thread`] must say.
pub fn counted(tx: &mut Tx<'_, '_>, article: ArticleId) -> Result<Counts, DbError> {
    const SQL: &str = "
        select coalesce(cast(sum(case when state = 'shown' then 1 else 0 end) as bigint), 0),
               coalesce(cast(sum(case when depth = 0 then is_placed else 0 end) as bigint), 0),
               coalesce(cast(sum(case when state = 'held' then 1 else 0 end) as bigint), 0)
        from comment
        where article_id = $1";
    tx.query_one(SQL, &[&article], |row| {
        Ok(Counts {
            shown: row.get(0)?,
            roots: row.get(1)?,
            waiting: row.get(2)?,
        })
    })
}

/// Forgets the networks of comments that were sent before an instant: the key that could tell which
/// they were is gone.
///
/// # Errors
/// When the database fails.
pub fn forget_nets(tx: &mut Tx<'_, '_>, before: UtcMillis) -> Result<u64, DbError> {
    const SQL: &str = "update comment set net = null where net is not null and at < $1";
    tx.execute(SQL, &[&before])
}

/// The greatest identifier in use; 0 when there is none.
pub fn last_id(tx: &mut Tx<'_, '_>) -> Result<i64, DbError> {
    const SQL: &str = "select coalesce(max(id), 0) from comment";
    tx.query_one(SQL, &[], |row| row.get(0))
}
