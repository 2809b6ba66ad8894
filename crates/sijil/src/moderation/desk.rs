//! What moderators ask for: the queue.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::numbers::{Numbers, numbers};
use super::queue::{Asked, Lot, Row, rows};
use super::reason::{KINDS, Reason};
use super::{BatchId, Because};
use crate::app::App;
use crate::comments::reports::Reason as Report;
use crate::comments::{self, CommentId, Way};
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::Hand;
use crate::lists::Card;
use crate::staff::{Power, Staff};
use crate::topics::{self, Kind, Topic, TopicId};
use crate::web::extract::{Fields, Named};
use crate::web::{CachePolicy, DeskFrame, Page, PageError, Urls};

/// Sections in the filter.
const SECTIONS_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "moderation/queue.html")]
struct QueuePage {
    frame: DeskFrame,
    asked: Asked,
    rows: Vec<Row>,
    numbers: Numbers,
    sections: Vec<Topic>,
    next: Option<String>,
    done: Option<Done>,
    since: Option<UtcMillis>,
}

/// What the last decision did, for the line on top.
pub(super) struct Done {
    pub(super) text: String,
    pub(super) gone: Option<String>,
    pub(super) batch: Option<BatchId>,
}

impl QueuePage {
    fn count(&self, name: &str, count: usize) -> String {
        self.frame.say().count(name, count)
    }

    fn number(&self, count: i64) -> String {
        self.frame
            .say()
            .number(usize::try_from(count).unwrap_or_default())
    }

    fn median(&self) -> Option<String> {
        let minutes = usize::try_from(self.numbers.median_minutes?).unwrap_or_default();
        Some(self.count("queue-minutes", minutes))
    }

    fn words(&self, reason: &Reason) -> String {
        reason.words(self.frame.say())
    }

    /// The weight of a piece, as `+1.2`.
    fn weight(reason: &Reason) -> String {
        match reason {
            Reason::Piece(weight, _) => {
                let (sign, weight) = (if *weight < 0 { '−' } else { '+' }, weight.unsigned_abs());
                format!("{sign}{}.{}", weight / 100, weight % 100 / 10)
            }
            _ => String::new(),
        }
    }

    fn score(&self, row: &Row) -> String {
        self.number((row.comment.score + 5) / 10)
    }

    fn story(card: &Card) -> String {
        Urls::full(card.lang).card(card)
    }

    fn lots() -> [Lot; 5] {
        Lot::ALL
    }

    fn is_lot(&self, lot: &Lot) -> bool {
        self.asked.lot == *lot
    }

    fn is_reported(&self) -> bool {
        self.asked.lot == Lot::Reported
    }

    fn report(&self, (reason, count): &(Report, i64)) -> String {
        format!(
            "{} ({})",
            self.frame.t(reason.sentence()),
            self.number(*count)
        )
    }

    fn kinds() -> [&'static str; 12] {
        KINDS
    }

    fn is_reason(&self, kind: &str) -> bool {
        self.asked.reason == Some(kind)
    }

    fn ways() -> [Way; 7] {
        Way::ALL
    }

    fn is_way(&self, way: &Way) -> bool {
        self.asked.way == Some(*way)
    }

    fn langs() -> [Lang; 2] {
        Lang::ALL
    }

    fn is_lang(&self, lang: &Lang) -> bool {
        self.asked.lang == Some(*lang)
    }

    /// Whether anything but the lot narrows the queue.
    fn is_narrow(&self) -> bool {
        let asked = &self.asked;
        let things = asked.article.is_some() || asked.section.is_some() || asked.alike.is_some();
        things || asked.reason.is_some() || asked.way.is_some() || asked.lang.is_some()
    }

    fn is_section(&self, section: &Topic) -> bool {
        self.asked.section == Some(section.id)
    }

    fn rules() -> [Because; 9] {
        Because::ALL
    }

    fn is(row: &Row, state: &str) -> bool {
        row.comment.state.word() == state
    }

    fn may_ban(&self, row: &Row) -> bool {
        let lives = self.since.is_some_and(|since| row.comment.at >= since);
        let may = self.frame.may(Power::SetRules) && self.frame.is_unlimited();
        lives && row.comment.net.is_some() && may
    }

    fn who_decided(&self, row: &Row) -> Option<String> {
        let (_, verdict, at, name) = row.decided.as_ref()?;
        let say = self.frame.say();
        let act = say.say(&format!("decided-{}", verdict.word())).into_owned();
        Some(format!(
            "{act} · \u{2068}{name}\u{2069} · {}",
            say.short_moment(*at)
        ))
    }
}

/// The queue.
///
/// # Errors
/// When the database fails.
pub async fn queue(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Page, PageError> {
    let asked = Asked::of(&fields);
    let (lang, day, reader) = (staff.lang, begin_of_day(&app), staff.clone());
    let wanted = asked.clone();
    let (found, numbers, sections) = app
        .db
        .read(move |tx| {
            let sections = topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?;
            let numbers = numbers(tx, &reader.limits(), day)?;
            Ok::<_, DbError>((rows(tx, &reader, &wanted)?, numbers, sections))
        })
        .await?;
    let (rows, has_more) = found;
    let next = rows
        .last()
        .filter(|_| has_more)
        .map(|row| asked.after(&row.comment));
    let view = QueuePage {
        done: done(&app, lang, &fields),
        frame: DeskFrame::new(&app, staff, "queue", asked.address()),
        since: app.codes.nets.since(app.now()),
        asked,
        rows,
        numbers,
        sections,
        next,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// The line that an address asks for.
pub(super) fn done(app: &App, lang: Lang, fields: &Fields) -> Option<Done> {
    let say = app.say(lang);
    let sent = |name| fields.get(name).parse::<usize>().unwrap_or_default();
    let gone = sent("gone");
    let text = match fields.get("said") {
        "approved" => say.count("done-approved", sent("done")),
        "rejected" => say.count("done-rejected", sent("done")),
        "spam" => say.count("done-spam", sent("done")),
        "held" => say.count("done-held", sent("done")),
        "erased" => say.count("done-erased", sent("done")),
        "undone" => say.count("done-undone", sent("done")),
        "banned" => say.say("done-banned").into_owned(),
        "nothing" => say.say("done-nothing").into_owned(),
        _ => return None,
    };
    let can_undo = sent("done") > 0 && fields.get("said") != "erased";
    let batch = fields.get("batch").parse().ok().filter(|_| can_undo);
    Some(Done {
        text,
        gone: (gone > 0).then(|| say.count("done-gone", gone)),
        batch: batch.map(BatchId),
    })
}

/// The part of the queue that a form was sent from.
pub(super) fn back(fields: &Fields, with: &str) -> String {
    let question = fields
        .get("back")
        .split_once('?')
        .map_or("", |(_, question)| question);
    let asked = Asked::of(&Fields::parse(question));
    format!("{}&{with}", asked.address())
}

fn begin_of_day(app: &App) -> UtcMillis {
    let zone = &app.config.zone;
    zone.instant(zone.day(app.now()), 0)
}

/// The section of an address, for the pages of rules too.
pub(super) fn section(fields: &Fields) -> Option<TopicId> {
    fields.get("section").parse().ok().map(TopicId)
}

/// A comment by the identifier in a form.
pub(super) async fn comment(app: &App, id: &str) -> Result<comments::Comment, PageError> {
    let id = id.parse().ok().map(CommentId);
    let id = id.ok_or(PageError::NotFound)?;
    let found = app.db.read(move |tx| comments::comment(tx, id)).await?;
    found.ok_or(PageError::NotFound)
}

/// Runs a rule by somebody's hand.
pub(super) fn write<R>(
    app: &App,
    staff: &Staff,
    mut rule: R,
) -> impl Future<Output = Result<(), DbError>> + Send + use<R>
where
    R: FnMut(&mut Tx<'_, '_>, &Hand<'_>) -> Result<(), DbError> + Send + 'static,
{
    let (own, staff) = (app.clone(), staff.clone());
    let run = move |tx: &mut Tx<'_, '_>| rule(tx, &Hand::of(&staff, &own));
    let db = app.db.clone();
    async move { db.write(run).await }
}

/// The number in an address.
pub(super) fn number(named: &Named) -> Result<i64, PageError> {
    named.get("id")?.parse().ok().ok_or(PageError::NotFound)
}
