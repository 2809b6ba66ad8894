//! The queue: which comments a moderator sees, and what stands beside each.

mod store;

use sijil_text::Lang;

use super::reason::{KINDS, Reason};
use super::{Alike, BatchId, Verdict, within};
use crate::articles::ArticleId;
use crate::comments::reports::{self, Reason as Report};
use crate::comments::{self, Comment, CommentId, State, Way};
use crate::db::{DbError, Tx, UtcMillis};
use crate::lists::{self, Card};
use crate::staff::Staff;
use crate::topics::TopicId;
use crate::web::extract::Fields;
use crate::web::text::excerpt;
use store::Wanted;

pub use store::waiting;

/// Comments of a page.
pub(super) const PAGE: usize = 50;
/// Comments that are alike and shown together.
const ALIKE_MAX: i64 = 500;
/// Like ones are counted up to this many.
const ALIKE_COUNTED: i64 = 99;
/// Characters of what a comment answers.
const PARENT_CHARS_MAX: usize = 120;

/// Which part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lot {
    /// Those in a state.
    In(State),
    /// Shown ones that readers reported.
    Reported,
}

impl Lot {
    /// All, as the page names them.
    pub(super) const ALL: [Self; 5] = [
        Self::In(State::Held),
        Self::Reported,
        Self::In(State::Shown),
        Self::In(State::Rejected),
        Self::In(State::Spam),
    ];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::In(state) => state.word(),
            Self::Reported => "reported",
        }
    }

    fn state(self) -> State {
        match self {
            Self::In(state) => state,
            Self::Reported => State::Shown,
        }
    }
}

/// What was asked for.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) lot: Lot,
    pub(super) article: Option<ArticleId>,
    pub(super) section: Option<TopicId>,
    pub(super) reason: Option<&'static str>,
    pub(super) alike: Option<Alike>,
    pub(super) way: Option<Way>,
    pub(super) lang: Option<Lang>,
    from: Option<(UtcMillis, CommentId)>,
}

impl Asked {
    pub(super) fn of(fields: &Fields) -> Self {
        let number = |name| fields.get(name).parse::<i64>().ok();
        let lot = Lot::ALL
            .into_iter()
            .find(|lot| lot.word() == fields.get("state"));
        let reason = KINDS.into_iter().find(|kind| *kind == fields.get("reason"));
        let alike = number("shape").map(|id| Alike::Shape(CommentId(id)));
        let alike = alike.or(number("host").map(|id| Alike::Host(CommentId(id))));
        let alike = alike.or(number("net").map(|id| Alike::Net(CommentId(id))));
        let from = fields.get("from").split_once('-');
        let from = from.and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
        Self {
            lot: lot.unwrap_or(Lot::In(State::Held)),
            article: number("story").map(ArticleId),
            section: number("section").map(TopicId),
            reason,
            alike,
            way: Way::try_from(fields.get("way").to_owned()).ok(),
            lang: Lang::try_from(fields.get("lang")).ok(),
            from: from.map(|(at, id)| (UtcMillis(at), CommentId(id))),
        }
    }

    /// The address of the same comments, from the start.
    pub(super) fn address(&self) -> String {
        let mut parts = vec![format!("state={}", self.lot.word())];
        parts.extend(self.article.map(|id| format!("story={id}")));
        parts.extend(self.section.map(|id| format!("section={id}")));
        parts.extend(self.reason.map(|reason| format!("reason={reason}")));
        parts.extend(self.alike.map(|alike| match alike {
            Alike::Shape(id) => format!("shape={id}"),
            Alike::Host(id) => format!("host={id}"),
            Alike::Net(id) => format!("net={id}"),
        }));
        parts.extend(self.way.map(|way| format!("way={}", way.word())));
        parts.extend(self.lang.map(|lang| format!("lang={}", lang.code())));
        format!("/desk/moderation?{}", parts.join("&"))
    }

    /// The address that goes on behind a comment.
    pub(super) fn after(&self, comment: &Comment) -> String {
        format!("{}&from={}-{}", self.address(), comment.at.0, comment.id)
    }

    fn ids(
        &self,
        tx: &mut Tx<'_, '_>,
        staff: &Staff,
        limit: i64,
    ) -> Result<Vec<CommentId>, DbError> {
        let state = self.lot.state();
        if let Some(alike) = self.alike {
            let mut found = Vec::new();
            for id in store::alike(tx, alike, state, ALIKE_MAX)? {
                if within::reaches_all(tx, staff, &[id])? {
                    found.push(id);
                }
            }
            return Ok(found);
        }
        let limits = staff.limits().lists();
        let wanted = Wanted {
            article: self.article,
            section: self.section,
            reason: self.reason.map(|reason| format!("%{reason}%")),
            way: self.way,
            lang: self.lang.map(Lang::code),
            limits,
        };
        let first = (UtcMillis(i64::MIN), CommentId(i64::MIN));
        let last = (UtcMillis(i64::MAX), CommentId(i64::MAX));
        match self.lot {
            Lot::In(State::Held) => {
                store::oldest(tx, state, &wanted, self.from.unwrap_or(first), limit)
            }
            Lot::In(_) => store::latest(tx, state, &wanted, self.from.unwrap_or(last), limit),
            Lot::Reported => store::reported(tx, &wanted.limits, self.from.unwrap_or(last), limit),
        }
    }
}

/// A comment with what stands beside it.
pub(super) struct Row {
    pub(super) comment: Comment,
    pub(super) card: Option<Card>,
    /// Name and beginning of what it answers.
    pub(super) parent: Option<(String, String)>,
    /// Why it waits.
    pub(super) held: Vec<Reason>,
    /// What the filter weighed.
    pub(super) pieces: Vec<Reason>,
    pub(super) reports: Vec<(Report, i64)>,
    /// Others in the same state with the same text, and with the same host.
    pub(super) same: usize,
    pub(super) same_host: usize,
    /// Others in the same state from the same network, while its day lasts.
    pub(super) same_net: usize,
    /// Who decided last, what, and when.
    pub(super) decided: Option<(BatchId, Verdict, UtcMillis, String)>,
}

/// The rows that were asked for and are somebody's to decide on, at most a page; and whether there
/// are more.
pub(super) fn rows(
    tx: &mut Tx<'_, '_>,
    staff: &Staff,
    asked: &Asked,
) -> Result<(Vec<Row>, bool), DbError> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut ids = asked.ids(tx, staff, limit)?;
    let is_page = asked.alike.is_none();
    let has_more = is_page && ids.len() > PAGE;
    ids.truncate(if is_page { PAGE } else { ids.len() });
    let mut rows: Vec<Row> = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(comment) = comments::comment(tx, id)? else {
            continue;
        };
        // A page often has many of one story.
        let known = rows.iter().filter_map(|row| row.card.as_ref());
        let known = known
            .into_iter()
            .find(|card| card.id == comment.article)
            .cloned();
        let card = match known {
            Some(card) => Some(card),
            None => lists::card(tx, comment.article)?,
        };
        rows.push(row(tx, comment, card)?);
    }
    Ok((rows, has_more))
}

fn row(tx: &mut Tx<'_, '_>, comment: Comment, card: Option<Card>) -> Result<Row, DbError> {
    let parent = match comment.parent {
        Some(parent) => comments::comment(tx, parent)?,
        None => None,
    };
    let reasons = comment
        .reasons
        .iter()
        .filter_map(|line| Reason::parse(line));
    let (pieces, held) = reasons.partition(Reason::is_piece);
    let reports = if comment.reports > 0 {
        reports::reasons(tx, comment.id)?
    } else {
        Vec::new()
    };
    let mut others = |alike| {
        let found = store::alike(tx, alike, comment.state, ALIKE_COUNTED)?;
        Ok::<_, DbError>(found.len().saturating_sub(1))
    };
    let same = others(Alike::Shape(comment.id))?;
    let same_host = others(Alike::Host(comment.id))?;
    let same_net = others(Alike::Net(comment.id))?;
    let decided = store::last_decision(tx, comment.id)?;
    let parent = parent.map(|parent| {
        let beginning = excerpt(&parent.body, PARENT_CHARS_MAX);
        (parent.name, beginning)
    });
    Ok(Row {
        comment,
        card,
        parent,
        held,
        pieces,
        reports,
        same,
        same_host,
        same_net,
        decided,
    })
}
