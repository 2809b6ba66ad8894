//! Where the desk protects people: the list, and the page that says what a protection does before
//! anybody does it.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::{Protected, lift, listed, protect, touched};
use crate::app::App;
use crate::articles::ArticleError;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::staff::Staff;
use crate::staff::again::Proven;
use crate::staff::request::{self, Wish};
use crate::topics::{self, Kind, Topic, TopicId};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/bylines";
const PEOPLE_MAX: i64 = 1000;
/// What the list says was done; each has the sentence `bylines-did-…`.
const SAID: &[&str] = &["protected", "lifted", "taken"];

#[derive(Template)]
#[template(path = "topics/protection/bylines.html")]
struct BylinesPage {
    frame: DeskFrame,
    people: Vec<Topic>,
    protected: Vec<Protected>,
    said: Option<String>,
}

impl BylinesPage {
    fn since(&self, person: &Protected) -> (String, String) {
        let say = self.frame.say();
        (say.rfc3339(person.at), say.short_moment(person.at))
    }
}

#[derive(Template)]
#[template(path = "topics/protection/protect.html")]
struct ProtectPage {
    frame: DeskFrame,
    person: Topic,
    stories: String,
    problem: Option<String>,
}

/// Who writes under a byline, and who is protected.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let lang = staff.lang;
    let read = move |tx: &mut Tx<'_, '_>| {
        let people = topics::all(tx, Kind::Person, lang, PEOPLE_MAX)?;
        Ok::<_, DbError>((people, listed(tx)?))
    };
    let (people, protected) = app.db.read(read).await?;
    let done = SAID.iter().find(|known| **known == fields.get("said"));
    let done = done.map(|word| format!("bylines-did-{word}"));
    let frame = DeskFrame::new(&app, staff, "bylines", HERE);
    let view = BylinesPage {
        said: done.map(|name| frame.t(&name).into_owned()),
        people,
        protected,
        frame,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// What protecting somebody does.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn ask(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Response, PageError> {
    let id: TopicId = named.number("id")?.into();
    asked(&app, staff, id, None).await
}

/// Protects somebody, once it was said that this is meant.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn begin(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id: TopicId = named.number("id")?.into();
    if fields.get("sure") != "yes" {
        let problem = app.say(staff.lang).say("protect-sure-missing").into_owned();
        return asked(&app, staff, id, Some(problem)).await;
    }
    let own = app.clone();
    if app.config.staff.two_persons {
        let write = move |tx: &mut Tx<'_, '_>| {
            request::ask(tx, &Hand::of(&staff, &own), &Wish::Protection(id.0))
        };
        app.db.write(write).await?;
        return Ok(see_other("/desk/requests?said=asked"));
    }
    let write = move |tx: &mut Tx<'_, '_>| protect(tx, &Hand::of(&staff, &own), id);
    match app.db.write(write).await {
        Ok(Some(_)) => Ok(see_other(&format!("{HERE}?said=protected"))),
        Ok(None) => Err(PageError::NotFound),
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(other) => Err(PageError::broken(&other)),
    }
}

/// Gives somebody their page back.
///
/// # Errors
/// [`PageError::NotFound`] for who is not protected.
pub async fn end(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: TopicId = named.number("id")?.into();
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| lift(tx, &Hand::of(&staff, &own), id);
    match app.db.write(write).await {
        Ok(true) => Ok(see_other(&format!("{HERE}?said=lifted"))),
        Ok(false) => Err(PageError::NotFound),
        Err(DbError::Unique(_)) => Ok(see_other(&format!("{HERE}?said=taken"))),
        Err(error) => Err(error.into()),
    }
}

async fn asked(
    app: &App,
    staff: Staff,
    id: TopicId,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let lang = staff.lang;
    let read = move |tx: &mut Tx<'_, '_>| {
        let person = match topics::named(tx, id, lang)? {
            Some(person) => Some(person),
            None => topics::named(tx, id, lang.other())?,
        };
        let person = person.filter(|person| person.kind == Kind::Person);
        Ok::<_, DbError>((person, touched(tx, id)?.len()))
    };
    let (person, stories) = app.db.read(read).await?;
    let person = person.ok_or(PageError::NotFound)?;
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = ProtectPage {
        frame: DeskFrame::new(app, staff, "protect", format!("{HERE}/{id}/protection")),
        stories: app.say(lang).count("protect-stories", stories),
        person,
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
