//! What editors see of the learning: models and their numbers, the rules and how often they were
//! right; and what an admin switches.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONTENT_DISPOSITION;

use super::{Choice, Fault, ModelId, Moved, Rule, Selection, Stretch, Trained, TriedStory};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::staff::{Power, Staff};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Say};

const HERE: &str = "/desk/record/learning";
/// The kinds of claims that decisions can be chosen by.
const KINDS: [&str; 11] = [
    "casualty",
    "named_victim",
    "control_change",
    "truce",
    "truce_term",
    "truce_breach",
    "talks",
    "statement",
    "displacement",
    "detention",
    "attack",
];
/// What an address may say that happened: each has its sentence.
const SAID: [&str; 8] = [
    "made",
    "used",
    "set",
    "too-few",
    "one-sided",
    "seen",
    "not-better",
    "missing",
];

#[derive(Template)]
#[template(path = "record/learning/learning.html")]
struct LearningPage {
    frame: DeskFrame,
    said: Option<&'static str>,
    models: Vec<Trained>,
    rules: Vec<Rule>,
    curve: Vec<Stretch>,
}

impl LearningPage {
    fn may_switch(&self) -> bool {
        self.frame.may(Power::Configure)
    }

    fn kinds(&self) -> Vec<(&'static str, String)> {
        let named = |kind: &'static str| (kind, kind_in_words(self.frame.say(), kind));
        KINDS.into_iter().map(named).collect()
    }

    fn choices() -> &'static [Choice] {
        Choice::EVERY
    }

    fn choice(&self, choice: &Choice) -> String {
        let name = format!("rlearn-rule-{}", choice.word());
        self.frame.t(&name).into_owned()
    }

    fn is_machine_in_use(&self) -> bool {
        !self.models.iter().any(|model| model.is_in_use)
    }

    /// What a model learned from, in a few words.
    fn selection(&self, selection: &Selection) -> String {
        let say = self.frame.say();
        let kinds = selection.kinds.iter();
        let mut parts: Vec<String> = kinds.map(|kind| kind_in_words(say, kind)).collect();
        parts.extend(
            [&selection.from, &selection.until]
                .into_iter()
                .filter(|day| !day.is_empty())
                .cloned(),
        );
        if parts.is_empty() {
            return say.say("rlearn-all").into_owned();
        }
        parts.join(" · ")
    }

    fn number(&self, count: &i64) -> String {
        let count = usize::try_from(*count).unwrap_or_default();
        self.frame.say().number(count)
    }

    fn count(&self, count: &usize) -> String {
        self.frame.say().number(*count)
    }

    fn decided(&self, stretch: &Stretch) -> String {
        self.frame.say().number(stretch.decisions())
    }

    /// A part of a stretch: how many, and their share.
    fn part(&self, stretch: &Stretch, part: &usize) -> String {
        let say = self.frame.say();
        let share = say.count("rlearn-percent", stretch.percent(*part));
        format!("{} · {share}", say.number(*part))
    }

    /// The bars of the drawing, a column of ten units for each stretch: how far across, from which
    /// height, how high, and how much of the colour.
    fn bars(&self) -> Vec<(usize, usize, usize, &'static str)> {
        let each = self.curve.iter().enumerate().flat_map(|(column, stretch)| {
            let confirmed = stretch.percent(stretch.confirmed);
            let corrected = stretch.percent(stretch.corrected);
            let across = column * 10 + 1;
            let above = 100_usize.saturating_sub(confirmed);
            [
                (across, above, confirmed, "1"),
                (across, above.saturating_sub(corrected), corrected, "0.4"),
            ]
        });
        each.filter(|(_, _, height, _)| *height > 0).collect()
    }

    fn drawn_width(&self) -> usize {
        self.curve.len() * 10
    }

    fn acceptance(&self, rule: &Rule) -> String {
        percent(self.frame.say(), rule.acceptance())
    }

    fn percent(&self, share: &f64) -> String {
        percent(self.frame.say(), *share)
    }

    fn decimal(&self, number: &f64) -> String {
        decimal(self.frame.say(), *number)
    }
}

#[derive(Template)]
#[template(path = "record/learning/trial.html")]
struct TrialPage {
    frame: DeskFrame,
    model: Trained,
    stories: Vec<TriedStory>,
}

impl TrialPage {
    fn count(&self, count: &usize) -> String {
        self.frame.say().number(*count)
    }

    fn kind(&self, moved: &Moved) -> String {
        kind_in_words(self.frame.say(), &moved.kind)
    }

    fn change(&self, moved: &Moved) -> (String, String) {
        let say = self.frame.say();
        (percent(say, moved.before), percent(say, moved.now))
    }
}

fn kind_in_words(say: &Say, kind: &str) -> String {
    say.say(&format!("word-kind-{}", kind.replace('_', "-")))
        .into_owned()
}

fn percent(say: &Say, share: f64) -> String {
    let rounded = format!("{:.0}", (share * 100.0).max(0.0));
    say.count("rlearn-percent", rounded.parse().unwrap_or_default())
}

/// A number with three decimals, in the page's digits.
fn decimal(say: &Say, number: f64) -> String {
    let written = format!("{number:.3}");
    if say.numbering() != "arab" {
        return written;
    }
    let digit = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(u32::from('٠') + digit).unwrap_or(c),
        None if c == '.' => '٫',
        None => c,
    };
    written.chars().map(digit).collect()
}

/// The page of models and rules.
///
/// # Errors
/// When the database fails.
pub async fn show(State(app): State<App>, staff: Staff, asked: Fields) -> Result<Page, PageError> {
    let read = |tx: &mut Tx<'_, '_>| {
        Ok::<_, DbError>((super::models(tx)?, super::rules(tx)?, super::curve(tx)?))
    };
    let (models, rules, curve) = app.db.read(read).await?;
    let said = SAID.into_iter().find(|word| *word == asked.get("said"));
    let view = LearningPage {
        frame: DeskFrame::new(&app, staff, "rlearn", HERE),
        said,
        models,
        rules,
        curve,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Makes a model of the decisions that were chosen.
///
/// # Errors
/// When the database fails.
pub async fn train(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let chosen = |kind: &&str| fields.all("kind").any(|other| other == *kind);
    let selection = Selection {
        from: fields.get("from").to_owned(),
        until: fields.get("until").to_owned(),
        kinds: KINDS
            .iter()
            .filter(|kind| chosen(kind))
            .map(|kind| (*kind).to_owned())
            .collect(),
    };
    let own = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| super::lessons(tx, &own.config.zone, &selection);
    let lessons = app.db.read(read).await?;
    let made = tokio::task::spawn_blocking(move || lessons.make()).await;
    let made = match made.map_err(|error| PageError::broken(&error))? {
        Ok(made) => made,
        Err(fault) => return Ok(after(word(fault))),
    };
    let (own, by) = (app.clone(), staff);
    let keep = move |tx: &mut Tx<'_, '_>| super::keep(tx, &Hand::of(&by, &own), &made);
    app.db.write(keep).await?;
    Ok(after("made"))
}

/// What a model would change on the stories that wait.
///
/// # Errors
/// [`PageError::NotFound`] when there is no such model.
pub async fn try_out(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Page, PageError> {
    let id = ModelId(named.number("id")?);
    let own = app.clone();
    let read = move |tx: &mut Tx<'_, '_>| {
        Ok::<_, DbError>((super::model(tx, id)?, super::try_out(tx, &own, id)?))
    };
    let (Some(model), Some(stories)) = app.db.read(read).await? else {
        return Err(PageError::NotFound);
    };
    let view = TrialPage {
        frame: DeskFrame::new(&app, staff, "rlearn-trial", format!("{HERE}/models/{id}")),
        model,
        stories,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Puts a model in use; the machine's own score by the number 0.
///
/// # Errors
/// When the database fails.
pub async fn put_in_use(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = Some(named.number("id")?).filter(|id| *id != 0).map(ModelId);
    let own = app.clone();
    let put = move |tx: &mut Tx<'_, '_>| super::put_in_use(tx, &Hand::of(&staff, &own), id);
    let done = app.db.write(put).await?;
    Ok(after(done.map_or_else(word, |()| "used")))
}

/// A model as a file.
///
/// # Errors
/// [`PageError::NotFound`] when there is no such model.
pub async fn file(State(app): State<App>, _: Staff, named: Named) -> Result<Response, PageError> {
    let id = ModelId(named.number("id")?);
    let found = app.db.read(move |tx| super::model(tx, id)).await?;
    let made = match found {
        Some(found) => found.made,
        None => return Err(PageError::NotFound),
    };
    let text = serde_json::to_string_pretty(&made).map_err(|error| PageError::broken(&error))?;
    let page = Page::new(text, "application/json; charset=utf-8");
    let mut response = page.with_policy(CachePolicy::Never).into_response();
    let name = HeaderValue::from_static("attachment; filename=\"model.json\"");
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

/// Says where the suggestions of a rule stand.
///
/// # Errors
/// When the database fails.
pub async fn choose(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let rule = fields.get("rule").to_owned();
    let Ok(choice) = Choice::try_from(fields.get("choice").to_owned()) else {
        return Err(PageError::NotFound);
    };
    let own = app.clone();
    let set = move |tx: &mut Tx<'_, '_>| super::choose(tx, &Hand::of(&staff, &own), &rule, choice);
    let done = app.db.write(set).await?;
    Ok(after(done.map_or_else(word, |()| "set")))
}

fn after(said: &str) -> Response {
    see_other(&format!("{HERE}?said={said}"))
}

fn word(fault: Fault) -> &'static str {
    match fault {
        Fault::TooFew => "too-few",
        Fault::OneSided => "one-sided",
        Fault::Seen => "seen",
        Fault::NotBetter => "not-better",
        Fault::Missing => "missing",
    }
}
