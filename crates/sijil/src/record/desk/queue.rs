//! Where the record's desk begins: what waits, what is asked, what is due, and how long it takes.

use askama::Template;
use axum::extract::State;
use sijil_text::fold;

use super::labels::Labels;
use super::words;
use crate::app::App;
use crate::articles::writing::may_see;
use crate::articles::{self, ArticleId, roll};
use crate::db::{DbError, Tx, UtcMillis};
use crate::record::claims::{self, Asked};
use crate::record::groups::{self, GroupBody};
use crate::record::objects::ObjectKind;
use crate::record::suggestions::{self, Waiting};
use crate::record::{ClaimId, GroupId, anchors, decisions};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Page, PageError};

/// Stories on a page.
const STORIES: i64 = 60;
/// Stories with lost words, questions and claims that are listed.
const LISTED: usize = 20;
/// How far back seconds are measured: 30 days.
const MEASURED_MS: i64 = 30 * 24 * 60 * 60 * 1000;

/// A question: does a claim belong to a group?
struct Asking {
    story: ArticleId,
    claim: ClaimId,
    words: String,
    group: GroupId,
    group_words: String,
}

/// A truce whose planned end has come.
struct Due {
    id: GroupId,
    words: String,
    end: String,
}

/// How long claims of a kind were before an editor.
struct Pace {
    kind: String,
    claims: usize,
    median: String,
    slow: String,
}

#[derive(Template)]
#[template(path = "record/desk/queue.html")]
struct QueuePage {
    frame: DeskFrame,
    stories: Vec<Waiting>,
    lost: Vec<(ArticleId, String, usize)>,
    questions: Vec<Asking>,
    due: Vec<Due>,
    paces: Vec<Pace>,
    words: String,
    found: Vec<(ClaimId, String, String)>,
    said: Option<String>,
    next: Option<String>,
}

impl QueuePage {
    fn waiting(&self, story: &Waiting) -> String {
        let count = usize::try_from(story.waiting).unwrap_or_default();
        self.frame.say().count("rdesk-waiting", count)
    }

    fn percent(&self, story: &Waiting) -> String {
        let percent = (story.best.clamp(0.0, 1.0) * 100.0).round().to_string();
        self.frame.say().number(percent.parse().unwrap_or_default())
    }

    fn lost_words(&self, count: &usize) -> String {
        self.frame.say().count("rdesk-lost-count", *count)
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
    let own = app.clone();
    let view = app
        .db
        .read(move |tx| made(tx, &own, &staff, &fields))
        .await?;
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

fn made(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    fields: &Fields,
) -> Result<QueuePage, DbError> {
    let say = app.say(staff.lang);
    let labels = Labels {
        tools: &app.tools(),
        say,
        lang: staff.lang,
    };
    let cursor = fields.before();
    let mut stories = suggestions::waiting(tx, (cursor.at.0, cursor.id), STORIES)?;
    let next = stories
        .last()
        .filter(|_| i64::try_from(stories.len()) == Ok(STORIES))
        .map(|last| format!("/desk/record/?before={}-{}", last.at.0, last.article));
    let mut theirs = Vec::new();
    for story in stories.drain(..) {
        if is_theirs(tx, app, staff, story.article)? {
            theirs.push(story);
        }
    }
    let words = fields.get("words").to_owned();
    let said = match fields.get("said") {
        "same" => Some("rdesk-said-same"),
        "apart" => Some("rdesk-said-apart"),
        _ => None,
    };
    Ok(QueuePage {
        stories: theirs,
        lost: lost(tx, app, staff)?,
        questions: questions(tx, app, staff, labels)?,
        due: due(tx, app, labels)?,
        paces: paces(tx, app, labels)?,
        found: found(tx, labels, &words)?,
        said: said.map(|name| say.say(name).into_owned()),
        frame: DeskFrame::new(app, staff.clone(), "rdesk", "/desk/record/"),
        words,
        next,
    })
}

fn is_theirs(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
) -> Result<bool, DbError> {
    let entry = roll::entry(tx, id, app.now())?;
    Ok(entry.is_some_and(|entry| may_see(staff, &entry)))
}

fn lost(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
) -> Result<Vec<(ArticleId, String, usize)>, DbError> {
    let mut found = Vec::new();
    for (id, count) in anchors::lost_articles(tx, STORIES)? {
        if !is_theirs(tx, app, staff, id)? {
            continue;
        }
        let content = articles::working_copy(tx, id)?;
        found.push((
            id,
            content.headline,
            usize::try_from(count).unwrap_or_default(),
        ));
    }
    found.truncate(LISTED);
    Ok(found)
}

fn questions(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    labels: Labels<'_>,
) -> Result<Vec<Asking>, DbError> {
    let mut found = Vec::new();
    for question in groups::questions(tx, LISTED)? {
        if !is_theirs(tx, app, staff, question.claim.story)? {
            continue;
        }
        let of_group = claims::of_group(tx, question.group.id)?;
        let first = of_group.first().map(|listed| labels.claim(&listed.claim));
        found.push(Asking {
            story: question.claim.story,
            claim: question.claim.id,
            words: labels.claim(&question.claim),
            group: question.group.id,
            group_words: first.unwrap_or_default(),
        });
    }
    Ok(found)
}

fn due(tx: &mut Tx<'_, '_>, app: &App, labels: Labels<'_>) -> Result<Vec<Due>, DbError> {
    let today = app.config.zone.day(app.now());
    let mut found = Vec::new();
    for group in groups::of_kind(tx, ObjectKind::Truce, GroupId(i64::MAX), 200)? {
        let GroupBody::Truce(truce) = &group.body else {
            continue;
        };
        let end = truce.planned_end.as_ref().and_then(|end| end.on);
        if let Some(end) = end.filter(|_| truce.is_due(today)) {
            found.push(Due {
                id: group.id,
                words: labels.group(tx, &group)?,
                end: labels.say.day(end),
            });
        }
    }
    Ok(found)
}

/// Median and ninetieth percentile, by kind.
fn paces(tx: &mut Tx<'_, '_>, app: &App, labels: Labels<'_>) -> Result<Vec<Pace>, DbError> {
    let since = UtcMillis(app.now().0 - MEASURED_MS);
    let mut by_kind: Vec<(String, Vec<i64>)> = Vec::new();
    // They come by kind, the shortest first.
    for (kind, millis) in decisions::seconds(tx, since)? {
        match by_kind.last_mut() {
            Some((last, list)) if *last == kind => list.push(millis),
            _ => by_kind.push((kind, vec![millis])),
        }
    }
    let seconds = |millis: Option<&i64>| {
        let seconds = millis.map_or(0, |millis| (millis + 500) / 1000);
        labels
            .say
            .number(usize::try_from(seconds).unwrap_or_default())
    };
    let each = by_kind.into_iter().map(|(kind, list)| Pace {
        kind: words::said(labels.say, "kind", &kind),
        claims: list.len(),
        median: seconds(list.get(list.len() / 2)),
        slow: seconds(list.get(list.len() * 9 / 10)),
    });
    Ok(each.collect())
}

/// The claims with some words.
fn found(
    tx: &mut Tx<'_, '_>,
    labels: Labels<'_>,
    typed: &str,
) -> Result<Vec<(ClaimId, String, String)>, DbError> {
    if typed.is_empty() {
        return Ok(vec![]);
    }
    let asked = Asked {
        words: fold(typed),
        ..Asked::default()
    };
    let found = claims::public(tx, &asked, (i64::MAX, i64::MAX), STORIES)?;
    let each = found.iter().map(|claim| {
        let status = words::said(labels.say, "status", claim.status.word());
        (claim.id, labels.claim(claim), status)
    });
    Ok(each.collect())
}
