//! What moderators send in: decisions, and taking them back.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;

use super::{BATCH_MAX, NOTE_CHARS_MAX, Outcome, Ruling, decide, undo};
use crate::app::App;
use crate::comments::{CommentId, Seen, State as Standing};
use crate::db::Tx;
use crate::moderation::desk::{back, done};
use crate::moderation::{BatchId, Because, Verdict, within};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, Form, Page, PageError};

/// What a form says is to be decided.
struct Order {
    verdict: Verdict,
    because: Option<Because>,
    note: String,
    comments: Vec<(CommentId, Seen)>,
}

impl Order {
    /// One comment by its own button (`one`: verdict, reason, identifier), else those with a mark
    /// by the button for all (`all`: verdict, reason). What somebody saw stands beside each.
    fn read(fields: &Fields) -> Option<Self> {
        let one = fields.get("one");
        let said = if one.is_empty() {
            fields.get("all")
        } else {
            one
        };
        let mut parts = said.split('.');
        let verdict = Verdict::try_from(parts.next()?.to_owned()).ok()?;
        let named = parts.next().unwrap_or_default();
        let named = if named.is_empty() {
            fields.get("because")
        } else {
            named
        };
        let because = Because::try_from(named.to_owned()).ok();
        let because = because.filter(|_| verdict == Verdict::Rejected);
        if verdict == Verdict::Rejected && because.is_none() {
            return None;
        }
        let (ids, note) = match parts.next() {
            Some(id) => (vec![id], fields.get(&format!("note-{id}"))),
            None => (fields.all("id").collect(), fields.get("note")),
        };
        let seen = ids.into_iter().filter_map(|id| seen(fields, id));
        Some(Self {
            verdict,
            because,
            note: note.chars().take(NOTE_CHARS_MAX).collect(),
            comments: seen.take(BATCH_MAX).collect(),
        })
    }

    fn ids(&self) -> Vec<CommentId> {
        self.comments.iter().map(|(id, _)| *id).collect()
    }
}

fn seen(fields: &Fields, id: &str) -> Option<(CommentId, Seen)> {
    let (state, version) = fields.get(&format!("seen-{id}")).split_once('.')?;
    let seen = Seen {
        state: Standing::try_from(state.to_owned()).ok()?,
        version: version.parse().ok()?,
    };
    Some((CommentId(id.parse().ok()?), seen))
}

/// Decides on comments.
///
/// # Errors
/// [`PageError::NotFound`] where one is not theirs.
pub async fn decided(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let Some(order) = Order::read(&fields).filter(|order| !order.comments.is_empty()) else {
        return Ok(see_other(&back(&fields, "said=nothing")));
    };
    let (who, ids) = (staff.clone(), order.ids());
    let is_theirs = move |tx: &mut Tx<'_, '_>| within::reaches_all(tx, &who, &ids);
    if !app.db.read(is_theirs).await? {
        return Err(PageError::NotFound);
    }
    let ruling = Ruling {
        batch: app.ids.next(app.now()),
        by: staff.actor(),
        at: app.now(),
        verdict: order.verdict,
        because: order.because,
        note: order.note,
    };
    let (own, ruled) = (app.clone(), ruling.clone());
    let rule = move |tx: &mut Tx<'_, '_>| decide(tx, &own, &ruled, &order.comments);
    let outcome = app.db.write(rule).await?;
    for _ in &outcome.done {
        app.codes.meter.decided(ruling.verdict == Verdict::Spam);
    }
    let said = format!("said={}&batch={}", ruling.verdict.word(), ruling.batch);
    answer(&app, (&staff, &headers), &fields, (&outcome, said))
}

/// Takes a batch of decisions back.
///
/// # Errors
/// [`PageError::NotFound`] where one is not theirs.
pub async fn undone(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let batch = fields.get("batch").parse().ok().map(BatchId);
    let batch = batch.ok_or(PageError::NotFound)?;
    let asks = staff.clone();
    let is_theirs = move |tx: &mut Tx<'_, '_>| within::reaches_batch(tx, &asks, batch);
    if !app.db.read(is_theirs).await? {
        return Err(PageError::NotFound);
    }
    let (own, who) = (app.clone(), (staff.actor(), app.now()));
    let rule = move |tx: &mut Tx<'_, '_>| undo(tx, &own, batch, who);
    let outcome = app.db.write(rule).await?;
    answer(
        &app,
        (&staff, &headers),
        &fields,
        (&outcome, "said=undone".to_owned()),
    )
}

/// Leads back to the queue with a line that says what was done; a script gets the line alone.
fn answer(
    app: &App,
    (staff, headers): (&Staff, &HeaderMap),
    fields: &Fields,
    (outcome, said): (&Outcome, String),
) -> Result<Response, PageError> {
    let counts = format!(
        "{said}&done={}&gone={}",
        outcome.done.len(),
        outcome.gone.len()
    );
    if headers
        .get("accept")
        .is_none_or(|accept| accept != "application/json")
    {
        return Ok(see_other(&back(fields, &counts)));
    }
    let line = done(app, staff.lang, &Fields::parse(&counts));
    let (text, gone, batch) = line.map_or((String::new(), None, None), |line| {
        (
            line.text,
            line.gone,
            line.batch.map(|batch| batch.to_string()),
        )
    });
    let ids = |ids: &[CommentId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let value = serde_json::json!({
        "text": text, "gone_text": gone, "batch": batch,
        "done": ids(&outcome.done), "gone": ids(&outcome.gone),
    });
    let page = Page::new(value.to_string(), "application/json");
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
