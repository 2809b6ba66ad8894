//! The pages on which the staff is managed.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::{Lang, clean_line};

use super::{Person, Post, address, invite, store};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::outbox::Recipient;
use crate::staff::again::Proven;
use crate::staff::session::Token;
use crate::staff::{self, Role, Staff, StaffError};
use crate::topics::{self, Kind, Topic};
use crate::web::extract::Fields;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

pub(super) const HERE: &str = "/desk/people";
pub(super) const SECTIONS_MAX: i64 = 200;
/// Characters of a name.
const NAME_CHARS_MAX: usize = 80;

#[derive(Template)]
#[template(path = "staff/people/people.html")]
struct PeoplePage {
    frame: DeskFrame,
    people: Vec<Person>,
    sections: Vec<Topic>,
    typed: Typed,
    has_requests: bool,
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
#[template(path = "staff/people/link.html")]
pub(in crate::staff) struct LinkPage {
    frame: DeskFrame,
    name: String,
    link: String,
    is_sent: bool,
}

impl LinkPage {
    /// The page that shows a link this once.
    pub(in crate::staff) fn of(
        app: &App,
        staff: Staff,
        name: &str,
        has_mail: bool,
        token: &Token,
    ) -> Self {
        Self {
            frame: DeskFrame::new(app, staff, "people-link", HERE),
            name: name.to_owned(),
            link: address(app, token),
            is_sent: has_mail && app.config.mail.smtp.is_some(),
        }
    }
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

pub(super) fn role_words(frame: &DeskFrame, role: Role) -> String {
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
    // Where it takes two to give somebody a role, nobody becomes an admin by one's link.
    if app.config.staff.two_persons && role == Role::Admin {
        return None;
    }
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

pub(super) fn post(fields: &Fields) -> Post {
    Post {
        role: fields.get("role").to_owned(),
        langs: fields.all("to-lang").map(str::to_owned).collect(),
        sections: fields
            .all("to-section")
            .filter_map(|id| id.parse().ok())
            .collect(),
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
        has_requests: app.config.staff.two_persons,
        problem,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

pub(super) fn shown(
    app: &App,
    staff: Staff,
    (whom, has_mail): (&Staff, bool),
    token: &Token,
) -> Result<Response, PageError> {
    let page = Page::html(&LinkPage::of(app, staff, &whom.name, has_mail, token))?;
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
