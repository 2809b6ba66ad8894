//! The pages on which the staff is managed.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::{Lang, clean_line};

use super::{Person, Post, address, assign, invite, keep_out, link, sign_out, store};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::outbox::Recipient;
use crate::staff::again::desk::Proven;
use crate::staff::session::Token;
use crate::staff::{self, Role, Staff, StaffError, StaffId, reach};
use crate::topics::{self, Kind, Topic};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/people";
const SECTIONS_MAX: i64 = 200;
/// Characters of a name.
const NAME_CHARS_MAX: usize = 80;
/// What a page says was done; each has the sentence `people-did-…`.
const SAID: &[&str] = &["set", "own", "out", "in", "sessions"];

#[derive(Template)]
#[template(path = "staff/people/people.html")]
struct PeoplePage {
    frame: DeskFrame,
    people: Vec<Person>,
    sections: Vec<Topic>,
    typed: Typed,
    problem: Option<String>,
}

/// What was typed to take somebody on.
#[derive(Default)]
struct Typed {
    login: String,
    name: String,
    mail: String,
}

#[derive(Template)]
#[template(path = "staff/people/person.html")]
struct PersonPage {
    frame: DeskFrame,
    person: Person,
    sections: Vec<Topic>,
    is_self: bool,
    said: Option<String>,
}

#[derive(Template)]
#[template(path = "staff/people/link.html")]
struct LinkPage {
    frame: DeskFrame,
    name: String,
    link: String,
    is_sent: bool,
}

impl PeoplePage {
    fn roles() -> [Role; 4] {
        Role::ALL
    }

    fn role(&self, role: &Role) -> String {
        role_words(&self.frame, *role)
    }

    fn stand(&self, person: &Person) -> String {
        let word = match person {
            _ if person.staff.is_disabled => "people-out",
            _ if person.link_ends_at.is_some() && person.is_new() => "people-invited",
            _ if person.is_new() => "people-no-way",
            _ => "people-works",
        };
        self.frame.t(word).into_owned()
    }

    fn seen(&self, person: &Person) -> Option<(String, String)> {
        let (at, say) = (person.seen_at?, self.frame.say());
        Some((say.rfc3339(at), say.short_moment(at)))
    }
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

fn role_words(frame: &DeskFrame, role: Role) -> String {
    frame.t(&format!("role-{}", role.word())).into_owned()
}

/// Everybody who works here, and the form that takes somebody on.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Response, PageError> {
    everybody(&app, staff, Typed::default(), None).await
}

/// Takes somebody on, and shows their link this once.
///
/// # Errors
/// When the database fails.
pub async fn add(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let typed = Typed {
        login: fields.get("login").chars().take(80).collect(),
        name: clean_line(fields.get("name"))
            .chars()
            .take(NAME_CHARS_MAX)
            .collect(),
        mail: fields.get("mail").chars().take(254).collect(),
    };
    let mail = Recipient::parse(&typed.mail);
    let Some((new, mail)) = new_person(&app, &fields, &typed)
        .filter(|_| mail.is_some() || typed.mail.is_empty())
        .map(|new| (new, mail))
    else {
        let problem = app.say(staff.lang).say("people-wrong").into_owned();
        return everybody(&app, staff, typed, Some(problem)).await;
    };
    let token = Token::random().map_err(|error| PageError::broken(&error))?;
    let (own, who, made) = (app.clone(), staff.clone(), token.clone());
    let (invited, has_mail) = (new.clone(), mail.is_some());
    let write = move |tx: &mut Tx<'_, '_>| {
        let whom = (&invited, mail.as_ref());
        invite(tx, &own, &Hand::of(&who, &own), whom, &made)
    };
    match app.db.write(write).await {
        Ok(()) => shown(&app, staff, (&new, has_mail), &token),
        Err(StaffError::Db(error)) => Err(error.into()),
        Err(_) => {
            let problem = app.say(staff.lang).say("people-taken").into_owned();
            everybody(&app, staff, typed, Some(problem)).await
        }
    }
}

fn new_person(app: &App, fields: &Fields, typed: &Typed) -> Option<Staff> {
    let login = staff::login(&typed.login).ok()?;
    let (role, reach) = post(fields).read()?;
    let lang = Lang::try_from(fields.get("lang")).unwrap_or(app.choices().default_language);
    Some(Staff {
        id: app.ids.next(app.now()),
        name: if typed.name.is_empty() {
            login.clone()
        } else {
            typed.name.clone()
        },
        login,
        lang,
        role,
        is_disabled: false,
        reach,
        session: None,
    })
}

fn post(fields: &Fields) -> Post {
    Post {
        role: fields.get("role").to_owned(),
        langs: fields.all("to-lang").map(str::to_owned).collect(),
        sections: fields
            .all("to-section")
            .filter_map(|id| id.parse().ok())
            .collect(),
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

async fn everybody(
    app: &App,
    staff: Staff,
    typed: Typed,
    problem: Option<String>,
) -> Result<Response, PageError> {
    let lang = staff.lang;
    let read = move |tx: &mut Tx<'_, '_>| {
        let sections = topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?;
        Ok::<_, DbError>((store::everybody(tx)?, sections))
    };
    let (people, sections) = app.db.read(read).await?;
    let status = match problem {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = PeoplePage {
        frame: DeskFrame::new(app, staff, "people", HERE),
        people,
        sections,
        typed,
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

fn shown(
    app: &App,
    staff: Staff,
    (whom, has_mail): (&Staff, bool),
    token: &Token,
) -> Result<Response, PageError> {
    let view = LinkPage {
        frame: DeskFrame::new(app, staff, "people-link", HERE),
        name: whom.name.clone(),
        link: address(app, token),
        is_sent: has_mail && app.config.mail.smtp.is_some(),
    };
    let page = Page::html(&view)?;
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
