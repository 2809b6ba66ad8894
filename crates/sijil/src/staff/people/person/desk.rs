//! The page of one of the staff, and what an admin does there.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use sijil_text::Lang;

use super::super::desk::{HERE, SECTIONS_MAX, post, role_words, shown};
use super::super::{Person, assign, keep_out, link, sign_out, store};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::staff::again::Proven;
use crate::staff::request::desk::said;
use crate::staff::request::{Wish, ask};
use crate::staff::session::Token;
use crate::staff::{Role, Staff, StaffError, StaffId, reach};
use crate::topics::{self, Kind, Topic};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

/// What a page says was done; each has the sentence `people-did-…`.
const SAID: &[&str] = &["set", "own", "out", "in", "sessions"];

#[derive(Template)]
#[template(path = "staff/people/person/person.html")]
struct PersonPage {
    frame: DeskFrame,
    person: Person,
    sections: Vec<Topic>,
    is_self: bool,
    said: Option<String>,
}

impl PersonPage {
    fn roles() -> [Role; 4] {
        Role::ALL
    }

    fn role(&self, role: &Role) -> String {
        role_words(&self.frame, *role)
    }

    fn is_role(&self, role: &Role) -> bool {
        self.person.staff.role == *role
    }

    fn has_lang(&self, lang: Lang) -> bool {
        self.person.staff.reach.langs.contains(&lang)
    }

    fn has_section(&self, section: &Topic) -> bool {
        self.person.staff.reach.sections.contains(&section.id)
    }

    fn passkeys(&self) -> String {
        let count = usize::try_from(self.person.passkeys).unwrap_or_default();
        self.frame.say().count("people-passkeys", count)
    }
}

/// One of the staff.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn person(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    fields: Fields,
) -> Result<Page, PageError> {
    let id: StaffId = named.number("id")?.into();
    let lang = staff.lang;
    let read = move |tx: &mut Tx<'_, '_>| {
        let Some(mut person) = store::one(tx, id)? else {
            return Ok(None);
        };
        person.staff.reach = reach::of(tx, id)?;
        let sections = topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?;
        Ok::<_, DbError>(Some((person, sections)))
    };
    let (person, sections) = app.db.read(read).await?.ok_or(PageError::NotFound)?;
    let done = SAID.iter().find(|known| **known == fields.get("said"));
    let done = done.map(|word| format!("people-did-{word}"));
    let is_self = person.staff.id == staff.id;
    let mut frame = DeskFrame::new(&app, staff, "people", format!("{HERE}/{id}"));
    frame.title.clone_from(&person.staff.name);
    let view = PersonPage {
        said: done.map(|name| frame.t(&name).into_owned()),
        person,
        sections,
        is_self,
        frame,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Gives somebody a role and limits; nobody gives themselves another.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn set(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id: StaffId = named.number("id")?.into();
    let post = post(&fields);
    if app.config.staff.two_persons && staff.id != id {
        return wait(&app, staff, Wish::Post(id.0, post)).await;
    }
    change(&app, &staff, id, "set", move |tx, hand| {
        assign(tx, hand, id, &post)
    })
    .await
}

/// Makes somebody another one-time link, and shows it this once.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn relink(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: StaffId = named.number("id")?.into();
    if app.config.staff.two_persons {
        return wait(&app, staff, Wish::Link(id.0)).await;
    }
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let (own, who, made) = (app.clone(), staff.clone(), token.clone());
    let write = move |tx: &mut Tx<'_, '_>| {
        let person = store::one(tx, id)?.filter(|person| !person.staff.is_disabled);
        if let Some(person) = &person {
            link(tx, &own, &Hand::of(&who, &own), &person.staff, &made)?;
        }
        Ok::<_, DbError>(person)
    };
    let person = app.db.write(write).await?.ok_or(PageError::NotFound)?;
    shown(
        &app,
        staff,
        (&person.staff, !person.mail.is_empty()),
        &token,
    )
}

/// Keeps somebody out, or lets them in again; nobody keeps themselves out.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn disable(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id: StaffId = named.number("id")?.into();
    let is_out = fields.get("do") != "in";
    let word = if is_out { "out" } else { "in" };
    change(&app, &staff, id, word, move |tx, hand| {
        keep_out(tx, hand, id, is_out)
    })
    .await
}

/// Ends all sessions of somebody.
///
/// # Errors
/// When the database fails.
pub async fn end_sessions(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: StaffId = named.number("id")?.into();
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| sign_out(tx, &Hand::of(&staff, &own), id);
    app.db.write(write).await?;
    Ok(see_other(&format!("{HERE}/{id}?said=sessions")))
}

/// Lets an act wait for a second admin.
async fn wait(app: &App, staff: Staff, wish: Wish) -> Result<Response, PageError> {
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| ask(tx, &Hand::of(&staff, &own), &wish);
    app.db.write(write).await?;
    Ok(said("asked"))
}

/// Changes something about somebody else, and says so.
fn change<R>(
    app: &App,
    staff: &Staff,
    id: StaffId,
    word: &'static str,
    mut rule: R,
) -> impl Future<Output = Result<Response, PageError>> + Send + use<R>
where
    R: FnMut(&mut Tx<'_, '_>, &Hand<'_>) -> Result<(), StaffError> + Send + 'static,
{
    let (own, who) = (app.clone(), staff.clone());
    let write = move |tx: &mut Tx<'_, '_>| rule(tx, &Hand::of(&who, &own));
    let (db, is_self) = (app.db.clone(), staff.id == id);
    async move {
        if is_self {
            return Ok(see_other(&format!("{HERE}/{id}?said=own")));
        }
        match db.write(write).await {
            Ok(()) => Ok(see_other(&format!("{HERE}/{id}?said={word}"))),
            Err(StaffError::Db(error)) => Err(error.into()),
            Err(_) => Err(PageError::NotFound),
        }
    }
}
