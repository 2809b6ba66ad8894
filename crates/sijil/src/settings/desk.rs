//! What an admin asks for: the newsroom's name, how it works, its mail, how long things stay.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::{Lang, SafeHtml, plain_text};

use super::choices::NAMES;
use super::{choose, put_words};
use crate::app::App;
use crate::config::Safety;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::slots::{self, Slot, Words};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

/// The pages of the settings: address and sentence.
pub const PAGES: &[(&str, &str)] = &[
    (HERE, "newsroom-basics"),
    ("/desk/newsroom/topics", "newsroom-topics"),
    ("/desk/newsroom/look", "newsroom-look"),
    ("/desk/newsroom/words", "newsroom-words"),
    ("/desk/newsroom/file", "newsroom-file"),
];
const HERE: &str = "/desk/newsroom/";
/// What is kept for how long: sentences of the thing and of the time. The times are set where the
/// things are, each with its reason; `docs/operators/readers.md` has them all.
const KEPT: [(&str, &str); 9] = [
    ("kept-stories", "kept-for-ever"),
    ("kept-networks", "kept-day"),
    ("kept-mail", "kept-mail-time"),
    ("kept-codes", "kept-codes-time"),
    ("kept-outbox", "kept-outbox-time"),
    ("kept-changes", "kept-week"),
    ("kept-uploads", "kept-uploads-time"),
    ("kept-comments", "kept-for-ever"),
    ("kept-ledger", "kept-for-ever"),
];

#[derive(Template)]
#[template(path = "settings/basics.html")]
struct BasicsPage {
    frame: DeskFrame,
    fields: Fields,
    problem: Option<String>,
    said: Option<String>,
    app: App,
}

impl BasicsPage {
    fn langs() -> [Lang; 2] {
        Lang::ALL
    }

    fn of(&self, name: &str, lang: &Lang) -> String {
        self.fields
            .raw(&format!("{name}-{}", lang.code()))
            .to_owned()
    }

    fn value(&self, name: &str) -> &str {
        self.fields.raw(name)
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.value(name) == value
    }

    /// How mail leaves, without its password: who asked for it is told where it is set.
    fn mail(&self) -> Option<(String, &'static str, String)> {
        let mail = &self.app.config.mail;
        let smtp = mail.smtp.as_ref()?;
        let safety = match smtp.safety {
            Safety::Tls | Safety::StartTls => "mail-encrypted",
            Safety::Loopback => "mail-own-machine",
        };
        let from = mail.from.as_ref().map(ToString::to_string);
        Some((smtp.host.clone(), safety, from.unwrap_or_default()))
    }

    fn kept() -> [(&'static str, &'static str); 9] {
        KEPT
    }

    fn zone(&self) -> String {
        self.app.config.zone.name().to_owned()
    }
}

/// The settings' first page.
///
/// # Errors
/// When the database fails.
pub async fn basics(
    State(app): State<App>,
    staff: Staff,
    asked: Fields,
) -> Result<Response, PageError> {
    let own = app.clone();
    let fields = app.db.read(move |tx| kept(tx, &own)).await?;
    let said = (asked.get("said") == "saved").then_some("newsroom-saved");
    shown(&app, staff, fields, (None, said))
}

/// Saves the first page.
///
/// # Errors
/// When the database fails.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (own, by, typed) = (app.clone(), staff.clone(), fields.clone());
    let rule = move |tx: &mut Tx<'_, '_>| {
        let hand = Hand::of(&by, &own);
        let chosen = NAMES.map(|name| (name, typed.get(name).to_owned()));
        let refused = choose(tx, &hand, &own.config, &chosen)?;
        if refused.is_none() {
            names(tx, &hand, &typed)?;
        }
        Ok::<_, DbError>(refused)
    };
    match app.db.write(rule).await? {
        None => Ok(see_other("/desk/newsroom/?said=saved")),
        Some((name, error)) => shown(&app, staff, fields, (Some((name, error)), None)),
    }
}

/// Saves the paper's name, line and description where they changed.
fn names(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, typed: &Fields) -> Result<(), DbError> {
    for lang in Lang::ALL {
        let field = |name: &str| typed.get(&format!("{name}-{}", lang.code())).to_owned();
        for (slot, title, body) in [
            (Slot::Site, field("name"), field("line")),
            (Slot::Description, String::new(), field("description")),
        ] {
            // A language in which nothing is said has no words, rather than empty ones.
            if title.is_empty() && (slot == Slot::Site || body.is_empty()) {
                continue;
            }
            let words = Words {
                title,
                body: SafeHtml::from_text(&body),
            };
            if slots::words(tx, slot, lang)?.as_ref() != Some(&words) {
                put_words(tx, hand, (slot, lang), &words)?;
            }
        }
    }
    Ok(())
}

/// The page's fields as they are kept.
fn kept(tx: &mut Tx<'_, '_>, app: &App) -> Result<Fields, DbError> {
    let mut pairs = Vec::new();
    for lang in Lang::ALL {
        let code = lang.code();
        if let Some(site) = slots::words(tx, Slot::Site, lang)? {
            pairs.push((format!("line-{code}"), plain_text(&site.body).text));
            pairs.push((format!("name-{code}"), site.title));
        }
        if let Some(words) = slots::words(tx, Slot::Description, lang)? {
            pairs.push((format!("description-{code}"), plain_text(&words.body).text));
        }
    }
    for name in NAMES {
        pairs.push((name.to_owned(), app.choices().text(name)));
    }
    Ok(Fields::of(pairs))
}

fn shown(
    app: &App,
    staff: Staff,
    fields: Fields,
    (problem, said): (Option<(String, String)>, Option<&str>),
) -> Result<Response, PageError> {
    let say = app.say(staff.lang);
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let problem = problem.map(|(name, _)| say.say(&sentence(&name)).into_owned());
    let view = BasicsPage {
        said: said.map(|name| say.say(name).into_owned()),
        frame: DeskFrame::new(app, staff, "newsroom", HERE),
        fields,
        problem,
        app: app.clone(),
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// The sentence that says what a setting takes.
fn sentence(name: &str) -> String {
    format!("choice-wrong-{}", name.replace(['.', '_'], "-"))
}
