//! A story's page at the record's desk: its text with what was found in it, and the form of one claim.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_record::suggest::Suggestion;

use super::form::{self, Panel, Shape, Wrong};
use super::labels::{self, Labels};
use super::lines::{Line, flags, kinds, line, sentences};
use super::reach::{self, Seat};
use super::text::{Marked, Piece, paragraphs};
use super::words;
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::record::ClaimId;
use crate::record::anchors::{self, Role};
use crate::record::claims::{self, Claim, Draft, Fault, Kind, Spot, worded};
use crate::record::groups::{self, Group};
use crate::record::suggestions::{self, Proposed, Read};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::{CachePolicy, DeskFrame, Page, PageError, Say};

/// Under this score a suggestion is folded away, not hidden: most of these are wrong.
pub(super) const LIKELY: f64 = 0.35;
/// What the page shows beside the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    /// The fields of the query.
    pub(super) query: Fields,
    /// What was typed, when it is shown again.
    pub(super) typed: Option<Fields>,
    /// What is wrong with it.
    pub(super) wrong: Vec<Wrong>,
    /// What keeps it from being a claim.
    pub(super) fault: Option<Fault>,
}

/// The claim whose form is shown.
struct Chosen {
    mark: String,
    kind: Kind,
    kinds: Vec<form::Opt>,
    flags: Vec<String>,
    panels: Vec<Panel>,
    spans: Vec<String>,
    quote: String,
    opened: i64,
}

/// A question after a decision: is it the same?
struct Alike {
    claim: ClaimId,
    group: Group,
    words: String,
}

#[derive(Template)]
#[template(path = "record/desk/story.html")]
struct StoryPage {
    frame: DeskFrame,
    id: ArticleId,
    headline: String,
    lang: &'static str,
    paragraphs: Vec<Vec<Piece>>,
    likely: Vec<Line>,
    rest: Vec<Line>,
    taken: Vec<(ClaimId, String, String)>,
    chosen: Option<Chosen>,
    sentences: Vec<(String, String)>,
    kinds: Vec<form::Opt>,
    known: Vec<String>,
    problems: Vec<String>,
    said: Option<String>,
    undo: Option<String>,
    alike: Vec<Alike>,
    may_decide: bool,
}

impl StoryPage {
    fn role(&self, piece: &Piece) -> String {
        let word = piece.role_word();
        self.frame.t(&format!("rdesk-role-{word}")).into_owned()
    }

    /// The suggestion before or after the one that is looked at.
    fn beside(&self, step: isize) -> Option<&str> {
        let all: Vec<&Line> = self.likely.iter().chain(&self.rest).collect();
        let here = all.iter().position(|line| line.is_here)?;
        let there = here.checked_add_signed(step)?;
        all.get(there).map(|line| line.mark.as_str())
    }

    fn address(&self) -> String {
        address(self.id)
    }

    fn kind_name(&self, chosen: &Chosen) -> String {
        claims::word(&chosen.kind).replace('_', "-")
    }

    fn is_in_rest(&self) -> bool {
        self.rest.iter().any(|line| line.is_here)
    }

    fn waiting(&self) -> String {
        let count = self.likely.len() + self.rest.len();
        self.frame.say().count("rdesk-waiting", count)
    }
}

/// The address of a story's page.
#[must_use]
pub(super) fn address(id: ArticleId) -> String {
    format!("/desk/record/stories/{id}")
}

/// The page of a story.
///
/// # Errors
/// [`PageError::NotFound`] for a story that is not theirs to see.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    query: Fields,
) -> Result<Response, PageError> {
    let id = ArticleId(named.number("id")?);
    let asked = Asked {
        query,
        ..Asked::default()
    };
    page(&app, staff, id, asked).await
}

/// The page, however it was reached.
pub(super) async fn page(
    app: &App,
    staff: Staff,
    id: ArticleId,
    asked: Asked,
) -> Result<Response, PageError> {
    let is_wrong = !asked.wrong.is_empty() || asked.fault.is_some();
    let own = app.clone();
    let found = app
        .db
        .read(move |tx| made(tx, &own, &staff, id, &asked))
        .await?;
    let view = found.ok_or(PageError::NotFound)?;
    let status = match is_wrong {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

fn made(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    id: ArticleId,
    asked: &Asked,
) -> Result<Option<StoryPage>, DbError> {
    let Some(Seat { read, may_decide }) = reach::story(tx, app, staff, id)? else {
        return Ok(None);
    };
    let say = app.say(staff.lang);
    let labels = Labels {
        tools: &app.tools(),
        say,
        lang: staff.lang,
    };
    let open = likeliest(suggestions::open(tx, &read, labels.tools)?);
    let chosen = choose(tx, labels, (&read, &open), asked, app.now().0)?;
    let mark = chosen.as_ref().map(|(chosen, _)| chosen.mark.clone());
    let mark = mark.unwrap_or_default();
    let lines = |is_likely: bool| {
        let some = open.iter();
        let some = some.filter(|one| (one.likelihood >= LIKELY && !one.is_aside) == is_likely);
        some.map(|one| line(labels, one, &mark)).collect()
    };
    let mut marked = Marked::default();
    for one in open.iter().filter(|one| one.mark != mark) {
        let sentence = &one.suggestion.sentence;
        marked
            .others
            .push((sentence.start, sentence.end, one.mark.clone()));
    }
    marked.done = taken_sentences(tx, id)?;
    let (likely, rest) = (lines(true), lines(false));
    let chosen = chosen.map(|(chosen, spots)| {
        marked.chosen = spots;
        chosen
    });
    let here = format!("{}?s={mark}", address(id));
    Ok(Some(StoryPage {
        frame: DeskFrame::new(app, staff.clone(), "rdesk-story", here),
        id,
        headline: read.headline.clone(),
        lang: read.lang.code(),
        paragraphs: paragraphs(&read.text.text, &marked),
        likely,
        rest,
        taken: taken(tx, labels, id)?,
        sentences: sentences(&read),
        kinds: kinds(say),
        known: labels.known_names(),
        problems: problems(say, asked),
        said: said(say, &asked.query),
        undo: undo(&asked.query),
        alike: alike(tx, labels, &asked.query)?,
        chosen,
        may_decide,
    }))
}

/// The likeliest first.
pub(super) fn likeliest(mut open: Vec<Proposed>) -> Vec<Proposed> {
    open.sort_by(|one, other| other.likelihood.total_cmp(&one.likelihood));
    open
}

/// The claim whose form is shown: the one that is asked for, one that the machine missed, else the
/// likeliest.
fn choose(
    tx: &mut Tx<'_, '_>,
    labels: Labels<'_>,
    (read, open): (&Read, &[Proposed]),
    asked: &Asked,
    now: i64,
) -> Result<Option<(Chosen, Vec<Spot>)>, DbError> {
    let sent = asked.typed.as_ref().unwrap_or(&asked.query);
    let mark = sent.get(if asked.typed.is_some() { "mark" } else { "s" });
    let missed = missed(read, &asked.query);
    let found = match (mark, &missed) {
        ("", Some(_)) => None,
        ("", None) if asked.typed.is_none() => open.first(),
        _ => open.iter().find(|one| one.mark == mark),
    };
    let of = found.map(|one| &one.suggestion);
    let mut fields = match (&asked.typed, of, missed) {
        (Some(typed), ..) => typed.clone(),
        (None, Some(of), _) => form::fields(&as_kind(of, asked.query.get("kind"))),
        (None, None, Some((kind, spot))) => form::fields(&form::blank(kind, vec![spot])),
        (None, None, None) => return Ok(None),
    };
    let kind = worded(fields.get("kind")).unwrap_or(Kind::Statement);
    fields.set("kind", &claims::word(&kind));
    let choices = labels::choices(tx, labels, read, &fields, of)?;
    let spots = form::spots(&fields);
    let opened = fields.get("opened").parse().unwrap_or(now);
    let claim = spots.iter().find(|spot| spot.role == Role::Claim);
    let quote = claim.and_then(|spot| read.text.text.get(spot.start..spot.end));
    let chosen = Chosen {
        mark: found.map(|one| one.mark.clone()).unwrap_or_default(),
        kind,
        kinds: kinds(labels.say),
        flags: of.map(|of| flags(labels.say, of)).unwrap_or_default(),
        panels: form::panels(labels.say, &fields, &choices, &asked.wrong),
        spans: fields.all("span").map(str::to_owned).collect(),
        quote: quote.unwrap_or_default().to_owned(),
        opened,
    };
    Ok(Some((chosen, spots)))
}

/// What is suggested, as a claim of another kind where that is asked for: it keeps all that both have.
fn as_kind(of: &Suggestion, kind: &str) -> Draft {
    let mut draft = suggestions::draft(of);
    if let Some(kind) = worded(kind) {
        draft.kind = kind;
        if !draft.body.fits(kind) {
            draft.body = form::blank(kind, vec![]).body;
        }
    }
    draft
}

/// A claim that the machine missed: its kind and its words, from an editor's selection.
fn missed(read: &Read, query: &Fields) -> Option<(Kind, Spot)> {
    let kind = worded(query.get("kind"))?;
    let (start, end) = match query.get("sentence").split_once(':') {
        Some(sentence) if query.get("start").is_empty() => sentence,
        _ => (query.get("start"), query.get("end")),
    };
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    let words = read.text.text.get(start..end)?;
    let role = Role::Claim;
    (!words.trim().is_empty()).then_some((kind, Spot { role, start, end }))
}

fn taken_sentences(tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<Vec<(usize, usize)>, DbError> {
    let all = anchors::of_article(tx, id)?;
    let sentences = all
        .iter()
        .filter(|anchor| anchor.role == Role::Claim && !anchor.is_lost);
    Ok(sentences.map(|anchor| (anchor.start, anchor.end)).collect())
}

/// The claims of the story, with what became of each.
fn taken(
    tx: &mut Tx<'_, '_>,
    labels: Labels<'_>,
    id: ArticleId,
) -> Result<Vec<(ClaimId, String, String)>, DbError> {
    let all = claims::of_article(tx, id)?.into_iter();
    let shown = all.filter(|listed| listed.claim.status != crate::record::Status::Suggested);
    let each = shown.map(|listed| {
        let claim: Claim = listed.claim;
        let status = words::said(labels.say, "status", claim.status.word());
        (claim.id, labels.claim(&claim), status)
    });
    Ok(each.collect())
}

/// The name of the sentence that says what keeps a draft from being a claim.
pub(super) fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::NoSentence => "rdesk-fault-sentence",
        Fault::OtherKind => "rdesk-fault-kind",
        Fault::Numbers => "rdesk-fault-numbers",
        Fault::Days => "rdesk-fault-days",
    }
}

fn problems(say: &Say, asked: &Asked) -> Vec<String> {
    let mut found = Vec::new();
    if !asked.wrong.is_empty() {
        found.push(say.count("rdesk-wrong", asked.wrong.len()));
    }
    if let Some(fault) = asked.fault {
        let name = self::fault(fault);
        found.push(say.say(name).into_owned());
    }
    found
}

fn said(say: &Say, query: &Fields) -> Option<String> {
    let name = match query.get("said") {
        "confirmed" => "rdesk-said-confirmed",
        "rejected" => "rdesk-said-rejected",
        "undone" => "rdesk-said-undone",
        "gone" => "rdesk-said-gone",
        "same" => "rdesk-said-same",
        "apart" => "rdesk-said-apart",
        _ => return None,
    };
    Some(say.say(name).into_owned())
}

/// The mark of the decision that can be taken back.
fn undo(query: &Fields) -> Option<String> {
    let can = matches!(query.get("said"), "confirmed" | "rejected");
    can.then(|| query.get("of").to_owned())
}

/// The groups that the claim that was just taken in may belong to.
fn alike(tx: &mut Tx<'_, '_>, labels: Labels<'_>, query: &Fields) -> Result<Vec<Alike>, DbError> {
    let Ok(id) = query.get("claim").parse().map(ClaimId) else {
        return Ok(vec![]);
    };
    let Some(listed) = claims::claim(tx, id)? else {
        return Ok(vec![]);
    };
    let mut found = Vec::new();
    for group in groups::alike(tx, &listed.claim)?.into_iter().take(3) {
        let of_group = claims::of_group(tx, group.id)?;
        let words = of_group.first().map(|listed| labels.claim(&listed.claim));
        found.push(Alike {
            claim: id,
            words: words.unwrap_or_default(),
            group,
        });
    }
    Ok(found)
}
