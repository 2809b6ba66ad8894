//! What a one-time link opens. Looking at it uses nothing up: mail programs look at links too.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use sijil_text::{Lang, clean_line};
use webauthn_rs::prelude::Passkey;

use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::entry::desk::{ceremony, lang_of, let_in, visitor};
use crate::staff::entry::enter;
use crate::staff::keys::store as keys;
use crate::staff::password::{self, Chosen};
use crate::staff::people::{arrive, store as people};
use crate::staff::session::{Token, Way};
use crate::staff::{Actor, Staff, store};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

/// Characters of a name.
const NAME_CHARS_MAX: usize = 80;

#[derive(Template)]
#[template(path = "staff/welcome/welcome.html")]
struct WelcomePage {
    frame: DeskFrame,
    token: String,
    login: String,
    name: String,
    has_passkeys: bool,
    problem: Option<String>,
}

impl WelcomePage {
    fn is_lang(&self, lang: Lang) -> bool {
        self.frame.lang == lang
    }
}

#[derive(Template)]
#[template(path = "staff/welcome/gone.html")]
struct GonePage {
    frame: DeskFrame,
}

/// How somebody will come in.
#[derive(Clone)]
enum Chose {
    Password(String),
    Passkey(Box<Passkey>),
}

/// The page of a link.
///
/// # Errors
/// When the database fails.
pub async fn page(
    State(app): State<App>,
    named: Named,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, PageError> {
    let token = Token::typed(named.get("token")?);
    match linked(&app, &token).await? {
        Some(staff) => show(&app, &staff, &token, &fields, None),
        None => gone(&app, &headers, &fields),
    }
}

/// Asks a browser to make a passkey for whom the link is for.
///
/// # Errors
/// [`PageError::NotFound`] for a link that is used up.
pub async fn options(
    State(app): State<App>,
    named: Named,
    Form(_): Form,
) -> Result<Page, PageError> {
    let token = Token::typed(named.get("token")?);
    let staff = linked(&app, &token).await?.ok_or(PageError::NotFound)?;
    let door = &app.door;
    let begun = door.keys.begin(&door.seals, &staff, &[], app.now());
    begun.map(ceremony).ok_or(PageError::NotFound)
}

/// Takes what somebody chose, uses the link up, and lets them in.
///
/// # Errors
/// When the database fails.
pub async fn accept(
    State(app): State<App>,
    named: Named,
    headers: HeaderMap,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let token = Token::typed(named.get("token")?);
    let Some(mut staff) = linked(&app, &token).await? else {
        return gone(&app, &headers, &fields);
    };
    let name: String = clean_line(fields.get("name"))
        .chars()
        .take(NAME_CHARS_MAX)
        .collect();
    if !name.is_empty() {
        staff.name = name;
    }
    staff.lang = Lang::try_from(fields.get("lang")).unwrap_or(staff.lang);
    let chose = match chosen(&app, &staff, &fields).await? {
        Ok(chose) => chose,
        Err(word) => return show(&app, &staff, &token, &fields, Some(word)),
    };
    let way = match chose {
        Chose::Password(_) => Way::Password,
        Chose::Passkey(_) => Way::Passkey,
    };
    let (visitor, session) = visitor(&app, &headers, &staff)?;
    let (own, who, opened) = (app.clone(), staff.clone(), session.clone());
    let write = move |tx: &mut Tx<'_, '_>| {
        if !settle(tx, &own, (&who, &chose), &token)? {
            return Ok(false);
        }
        // Whoever has the link sits here: nobody needs to be told of this browser.
        let visitor = crate::staff::entry::Visitor {
            is_known: true,
            ..visitor.clone()
        };
        enter(tx, &own, (&who, way), &visitor, &opened)?;
        Ok::<_, DbError>(true)
    };
    if !app.db.write(write).await? {
        return gone(&app, &headers, &fields);
    }
    let mut response = see_other("/desk/account");
    let_in(&app, &headers, &staff, &session, &mut response)?;
    Ok(response)
}

/// Keeps what somebody chose; gives whether the link was still there.
fn settle(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (staff, chose): (&Staff, &Chose),
    token: &Token,
) -> Result<bool, DbError> {
    let now = app.now();
    let Some(arrived) = arrive(tx, token, now)? else {
        return Ok(false);
    };
    let id = arrived.id;
    let mail = store::mail(tx, id)?;
    store::set_name(tx, id, &staff.name, &mail)?;
    store::set_lang(tx, id, staff.lang.code())?;
    match chose {
        Chose::Password(hash) => store::set_hash(tx, id, hash)?,
        Chose::Passkey(key) => {
            if !keys::insert(tx, (app.ids.next(now), id), ("", key), now)? {
                return Ok(false);
            }
        }
    }
    let hand = Hand {
        by: Some(Actor {
            staff: id,
            session: None,
        }),
        at: now,
        ids: &app.ids,
    };
    ledger::append(tx, &hand, Act::Arrived, Subject(Kind::Staff, id.0), "")?;
    Ok(true)
}

/// What somebody chose, or the sentence that says what is wrong with it.
async fn chosen(
    app: &App,
    staff: &Staff,
    fields: &Fields,
) -> Result<Result<Chose, &'static str>, PageError> {
    if !fields.get("credential").is_empty() {
        let (door, now) = (&app.door, app.now());
        let answer = (staff.id, fields.raw("credential"), fields.raw("sealed"));
        let Some((key, proof)) = door.keys.made(&door.seals, answer, now) else {
            return Ok(Err("desk-passkey-failed"));
        };
        let is_new = app.db.write(move |tx| proof.spend(tx, now)).await?;
        let key = Chose::Passkey(Box::new(key));
        return Ok(if is_new {
            Ok(key)
        } else {
            Err("desk-passkey-failed")
        });
    }
    let own_words = [
        staff.login.clone(),
        staff.name.clone(),
        app.config.url.clone(),
    ];
    match Chosen::read(fields, &own_words) {
        Ok(chosen) => Ok(Ok(Chose::Password(password::made(app, chosen).await?))),
        Err(word) => Ok(Err(word)),
    }
}

/// Whom a link is for.
async fn linked(app: &App, token: &Token) -> Result<Option<Staff>, PageError> {
    let (token, now): (_, UtcMillis) = (token.clone(), app.now());
    let read = move |tx: &mut Tx<'_, '_>| match people::linked(tx, &token.sha256(), now)? {
        Some(id) => store::by_id(tx, id),
        None => Ok::<_, DbError>(None),
    };
    Ok(app.db.read(read).await?)
}

fn show(
    app: &App,
    staff: &Staff,
    token: &Token,
    fields: &Fields,
    problem: Option<&str>,
) -> Result<Response, PageError> {
    let lang = Lang::try_from(fields.get("lang")).unwrap_or(staff.lang);
    let here = format!("/desk/welcome/{}", token.as_str());
    let frame = DeskFrame::at_the_door(app, lang, "welcome", here);
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = WelcomePage {
        problem: problem.map(|name| frame.t(name).into_owned()),
        token: token.as_str().to_owned(),
        login: staff.login.clone(),
        name: staff.name.clone(),
        has_passkeys: app.door.keys.are_possible(),
        frame,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

fn gone(app: &App, headers: &HeaderMap, fields: &Fields) -> Result<Response, PageError> {
    let lang = lang_of(app, headers, fields);
    let frame = DeskFrame::at_the_door(app, lang, "welcome-gone", "/desk/login");
    let page = Page::html(&GonePage { frame })?.with_status(StatusCode::NOT_FOUND);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
