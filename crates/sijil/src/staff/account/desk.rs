//! The page of one's own account.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::clean_line;

use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::outbox::Recipient;
use crate::staff::again::desk::Proven;
use crate::staff::keys::{OwnKey, store as keys};
use crate::staff::password::{self, Chosen};
use crate::staff::second::store as seconds;
use crate::staff::session::{self, Open, Session, store as sessions};
use crate::staff::{SessionId, Staff, store};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/account";
/// Characters of a name.
const NAME_CHARS_MAX: usize = 80;

/// What the page says was done; each has the sentence `account-did-…`.
const SAID: &[&str] = &[
    "saved",
    "nothing",
    "password",
    "passkey-added",
    "passkey-failed",
    "passkey-last",
    "passkey-removed",
    "second-late",
    "second-ended",
    "sessions-ended",
];

#[derive(Template)]
#[template(path = "staff/account/account.html")]
struct AccountPage {
    frame: DeskFrame,
    staff: Staff,
    mail: String,
    has_password: bool,
    has_passkeys: bool,
    is_proven: bool,
    keys: Vec<OwnKey>,
    codes_left: Option<usize>,
    sessions: Vec<Open>,
    said: Option<String>,
    problem: Option<String>,
}

impl AccountPage {
    fn moment(&self, at: &UtcMillis) -> String {
        self.frame.say().short_moment(*at)
    }

    fn exact(&self, at: &UtcMillis) -> String {
        self.frame.say().rfc3339(*at)
    }

    fn is_here(&self, open: &Open) -> bool {
        self.staff.session == Some(open.id)
    }

    fn way(&self, open: &Open) -> String {
        self.frame
            .t(&format!("way-{}", open.way.word()))
            .into_owned()
    }

    fn left(&self, count: &usize) -> String {
        self.frame.say().count("codes-left", *count)
    }
}

/// One's own account.
///
/// # Errors
/// When the database fails.
pub async fn page(
    State(app): State<App>,
    session: Session,
    fields: Fields,
) -> Result<Response, PageError> {
    show(&app, session, fields.get("said"), (StatusCode::OK, None)).await
}

/// Sets one's name and mail address.
///
/// # Errors
/// When the database fails.
pub async fn save(
    State(app): State<App>,
    session: Session,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let name: String = clean_line(fields.get("name"))
        .chars()
        .take(NAME_CHARS_MAX)
        .collect();
    let typed = fields.get("mail");
    let mail = Recipient::parse(typed).map(|mail| mail.as_str().to_owned());
    if name.is_empty() || (mail.is_none() && !typed.is_empty()) {
        let problem = app
            .say(session.staff.lang)
            .say("account-mail-wrong")
            .into_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show(&app, session, "", (status, Some(problem))).await;
    }
    let id = session.staff.id;
    let set = move |tx: &mut Tx<'_, '_>| {
        store::set_name(tx, id, &name, mail.as_deref().unwrap_or_default())
    };
    app.db.write(set).await?;
    Ok(said("saved"))
}

/// Sets one's password; all other sessions end.
///
/// # Errors
/// When the database fails.
pub async fn set_password(
    State(app): State<App>,
    session: Session,
    Proven(staff): Proven,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let own_words = [
        staff.login.clone(),
        staff.name.clone(),
        app.config.url.clone(),
    ];
    let chosen = Chosen::read(&fields, &own_words);
    let chosen = match chosen {
        Ok(chosen) => chosen,
        Err(word) => {
            let problem = app.say(staff.lang).say(word).into_owned();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return show(&app, session, "", (status, Some(problem))).await;
        }
    };
    let hash = password::made(&app, chosen).await?;
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        store::set_hash(tx, staff.id, &hash)?;
        if let Some(session) = staff.session {
            sessions::end_others(tx, staff.id, session)?;
        }
        let about = Subject(Kind::Staff, staff.id.0);
        ledger::append(tx, &Hand::of(&staff, &own), Act::PasswordSet, about, "")
    };
    app.db.write(write).await?;
    Ok(said("password"))
}

/// Ends one of one's own sessions, or all but this one.
///
/// # Errors
/// When the database fails.
pub async fn end_session(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: SessionId = named.number("id")?.into();
    end(&app, staff, Some(id)).await
}

/// Ends all of one's own sessions but this one.
///
/// # Errors
/// When the database fails.
pub async fn end_sessions(
    State(app): State<App>,
    staff: Staff,
    Form(_): Form,
) -> Result<Response, PageError> {
    end(&app, staff, None).await
}

async fn end(app: &App, staff: Staff, one: Option<SessionId>) -> Result<Response, PageError> {
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        let ended = match (one, staff.session) {
            (Some(id), _) => u64::from(sessions::end_numbered(tx, id, staff.id)?),
            (None, Some(here)) => sessions::end_others(tx, staff.id, here)?,
            (None, None) => 0,
        };
        if ended > 0 {
            let about = Subject(Kind::Staff, staff.id.0);
            let count = ended.to_string();
            ledger::append(
                tx,
                &Hand::of(&staff, &own),
                Act::SessionsEnded,
                about,
                &count,
            )?;
        }
        Ok::<_, DbError>(ended)
    };
    let ended = app.db.write(write).await?;
    Ok(said(if ended > 0 {
        "sessions-ended"
    } else {
        "nothing"
    }))
}

/// Leads back to the account, which says what was done.
pub(in crate::staff) fn said(word: &str) -> Response {
    see_other(&format!("{HERE}?said={word}"))
}

async fn show(
    app: &App,
    session: Session,
    word: &str,
    (status, problem): (StatusCode, Option<String>),
) -> Result<Response, PageError> {
    let (id, now) = (session.staff.id, app.now());
    let read = move |tx: &mut Tx<'_, '_>| {
        let kept = seconds::kept(tx, id)?;
        Ok::<_, DbError>((
            (store::mail(tx, id)?, store::has_password(tx, id)?),
            keys::of_staff(tx, id)?,
            kept.map(|kept| kept.tags.len()),
            session::of_staff(tx, id, now)?,
        ))
    };
    let ((mail, has_password), keys, codes_left, sessions) = app.db.read(read).await?;
    let done = SAID.iter().find(|known| **known == word);
    let done = done.map(|word| format!("account-did-{word}"));
    let say = app.say(session.staff.lang);
    let view = AccountPage {
        frame: DeskFrame::new(app, session.staff.clone(), "account", HERE),
        mail,
        has_password,
        has_passkeys: app.door.keys.are_possible(),
        is_proven: session.is_proven(now),
        keys,
        codes_left,
        sessions,
        said: done.map(|name| say.say(&name).into_owned()),
        problem,
        staff: session.staff,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
