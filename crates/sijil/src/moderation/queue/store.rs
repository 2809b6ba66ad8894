//! The SQL of the queue.

use crate::articles::ArticleId;
use crate::comments::{CommentId, State, Way};
use crate::db::{DbError, Param, Tx, UtcMillis};
use crate::moderation::{Alike, BatchId, Verdict};
use crate::staff::Reach;
use crate::topics::TopicId;

/// Which comments a moderator looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) article: Option<ArticleId>,
    pub(super) section: Option<TopicId>,
    /// A reason among theirs, as `like` wants it.
    pub(super) reason: Option<String>,
    /// How they came.
    pub(super) way: Option<Way>,
    /// The language of their story.
    pub(super) lang: Option<&'static str>,
    /// The languages and sections that the moderator is limited to, as [`Reach::lists`] gives them.
    pub(super) limits: (String, String),
}

/// Whether a story is within somebody's limits: the numbers of the parameters are the caller's.
macro_rules! within {
    ($langs:literal, $sections:literal) => {
        concat!(
            " and (",
            $langs,
            " = '' or ",
            $langs,
            " like '%,' || article.lang || ',%')
              and (",
            $sections,
            " = ''
                   or ",
            $sections,
            " like '%,' || cast(article.section_id as text) || ',%')"
        )
    };
}

/// A query for the comments in a state that a moderator wants: where they begin and their order are
/// the caller's.
macro_rules! wanted {
    ($place:literal, $order:literal) => {
        concat!(
            "select comment.id
             from comment
             join article on article.id = comment.article_id
             where comment.state = $1 and (comment.at, comment.id) ",
            $place,
            " ($2, $3)
                   and (cast($4 as bigint) is null or comment.article_id = $4)
                   and (cast($5 as bigint) is null or article.section_id = $5)
                   and (cast($6 as text) is null or comment.reasons like $6)
                   and (cast($8 as text) is null or comment.way = $8)
                   and (cast($9 as text) is null or article.lang = $9)",
            within!("$10", "$11"),
            " order by ",
            $order,
            " limit $7"
        )
    };
}

/// The comments in a state, the longest waiting first, after a place.
pub(super) fn oldest(
    tx: &mut Tx<'_, '_>,
    state: State,
    wanted: &Wanted,
    after: (UtcMillis, CommentId),
    limit: i64,
) -> Result<Vec<CommentId>, DbError> {
    const SQL: &str = wanted!(">", "comment.at, comment.id");
    some(tx, SQL, (state, wanted), after, limit)
}

/// The same, the newest first, before a place.
pub(super) fn latest(
    tx: &mut Tx<'_, '_>,
    state: State,
    wanted: &Wanted,
    before: (UtcMillis, CommentId),
    limit: i64,
) -> Result<Vec<CommentId>, DbError> {
    const SQL: &str = wanted!("<", "comment.at desc, comment.id desc");
    some(tx, SQL, (state, wanted), before, limit)
}

fn some(
    tx: &mut Tx<'_, '_>,
    sql: &'static str,
    (state, wanted): (State, &Wanted),
    (at, id): (UtcMillis, CommentId),
    limit: i64,
) -> Result<Vec<CommentId>, DbError> {
    let Wanted {
        article,
        section,
        reason,
        way,
        lang,
        limits: (langs, sections),
    } = wanted;
    let values: &[&dyn Param] = &[
        &state, &at, &id, article, section, reason, &limit, way, lang, langs, sections,
    ];
    tx.query(sql, values, |row| row.get(0))
}

/// Shown comments that readers reported, within somebody's limits, newest first, before a place.
pub(super) fn reported(
    tx: &mut Tx<'_, '_>,
    (langs, sections): &(String, String),
    (at, id): (UtcMillis, CommentId),
    limit: i64,
) -> Result<Vec<CommentId>, DbError> {
    const SQL: &str = concat!(
        "select comment.id
         from comment
         join article on article.id = comment.article_id
         where comment.reports > 0 and comment.state = 'shown'
               and (comment.at, comment.id) < ($1, $2)",
        within!("$4", "$5"),
        " order by comment.at desc, comment.id desc
         limit $3"
    );
    let values: &[&dyn Param] = &[&at, &id, &limit, langs, sections];
    tx.query(SQL, values, |row| row.get(0))
}

/// The comments in a state that are like one, itself included, oldest first.
pub(super) fn alike(
    tx: &mut Tx<'_, '_>,
    alike: Alike,
    state: State,
    limit: i64,
) -> Result<Vec<CommentId>, DbError> {
    const SQL_SHAPE: &str = "
        select comment.id
        from comment_trace one
        join comment_trace other on other.shape = one.shape
        join comment on comment.id = other.comment_id
        where one.comment_id = $1 and other.shape <> 0 and comment.state = $2
        order by other.comment_id
        limit $3";
    const SQL_HOST: &str = "
        select comment.id
        from comment_trace one
        join comment_trace other on other.host = one.host
        join comment on comment.id = other.comment_id
        where one.comment_id = $1 and other.host <> '' and comment.state = $2
        order by other.comment_id
        limit $3";
    const SQL_NET: &str = "
        select other.id
        from comment one
        join comment other on other.net = one.net
        where one.id = $1 and other.state = $2
        order by other.id
        limit $3";
    let (sql, id) = match alike {
        Alike::Net(id) => (SQL_NET, id),
        Alike::Shape(id) => (SQL_SHAPE, id),
        Alike::Host(id) => (SQL_HOST, id),
    };
    tx.query(sql, &[&id, &state, &limit], |row| row.get(0))
}

/// The last decision on a comment that stands: batch, verdict, when, and who.
pub(super) fn last_decision(
    tx: &mut Tx<'_, '_>,
    comment: CommentId,
) -> Result<Option<(BatchId, Verdict, UtcMillis, String)>, DbError> {
    const SQL: &str = "
        select decision.batch_id, decision.verdict, decision.at, coalesce(staff.name, '')
        from decision
        left join staff on staff.id = decision.staff_id
        where decision.comment_id = $1 and decision.undone_at is null
        order by decision.id desc
        limit 1";
    tx.query_opt(SQL, &[&comment], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })
}

/// How many comments wait within somebody's limits: a sum over the threads in which some do.
pub fn waiting(tx: &mut Tx<'_, '_>, reach: &Reach) -> Result<i64, DbError> {
    const SQL: &str = concat!(
        "select coalesce(cast(sum(thread.waiting) as bigint), 0)
         from thread
         join article on article.id = thread.article_id
         where thread.waiting > 0",
        within!("$1", "$2")
    );
    let (langs, sections) = reach.lists();
    tx.query_one(SQL, &[&langs, &sections], |row| row.get(0))
}
