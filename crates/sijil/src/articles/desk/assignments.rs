//! Assignments: all that are open, giving one, beginning its story, being done with it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use sijil_text::Lang;

use super::said::{address, number, write};
use crate::app::App;
use crate::articles::ArticleError;
use crate::articles::assignments::{self, Asked, Assignment, AssignmentId};
use crate::db::DbError;
use crate::staff::{self, Power, Staff, StaffId};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/assignments";
const SHOWN_MAX: i64 = 200;

#[derive(Template)]
#[template(path = "articles/desk/assignments.html")]
struct AssignmentsPage {
    frame: DeskFrame,
    assignments: Vec<Assignment>,
    colleagues: Vec<Staff>,
    problem: Option<String>,
}

impl AssignmentsPage {
    fn gives(&self) -> bool {
        self.frame.may(Power::Publish)
    }

    fn is_mine(&self, assignment: &Assignment) -> bool {
        let me = self.frame.staff.as_ref().map(|staff| staff.id);
        me == Some(assignment.staff)
    }
}

/// What is to be written: all of it for editors, one's own for others.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let sees_all = staff.role.may(Power::Publish);
    let me = staff.id;
    let (assignments, colleagues) = app
        .db
        .read(move |tx| {
            let open = match sees_all {
                true => assignments::open(tx, SHOWN_MAX)?,
                false => assignments::open_of(tx, me, SHOWN_MAX)?,
            };
            Ok::<_, DbError>((open, staff::list(tx)?))
        })
        .await?;
    let writes = |other: &Staff| !other.is_disabled && other.role.may(Power::Write);
    let problem = (fields.get("said") == "what").then(|| app.say(staff.lang).say("assign-what"));
    let view = AssignmentsPage {
        problem: problem.map(std::borrow::Cow::into_owned),
        frame: DeskFrame::new(&app, staff, "assignments", HERE),
        assignments,
        colleagues: colleagues.into_iter().filter(writes).collect(),
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Gives somebody something to write.
///
/// # Errors
/// When the database fails.
pub async fn give(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let due_at = app.config.zone.at(fields.get("due_at"));
    let whom = fields.get("whom").parse().ok().map(StaffId);
    let (Some(due_at), Some(whom)) = (due_at, whom) else {
        return Ok(see_other(&format!("{HERE}?said=what")));
    };
    let asked = Asked {
        brief: fields.get("brief").to_owned(),
        lang: Lang::try_from(fields.get("lang")).unwrap_or(staff.lang),
        staff: whom,
        due_at,
    };
    let by = staff.clone();
    let given = write(&app, &staff, move |tx, hand| {
        assignments::give(tx, hand, &by, &asked)
    });
    let said = if given.await? { "" } else { "?said=what" };
    Ok(see_other(&format!("{HERE}{said}")))
}

/// Begins the story of an assignment of one's own.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn begin(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = AssignmentId(number(&named, "id")?);
    let by = staff.clone();
    let begun = write(&app, &staff, move |tx, hand| {
        assignments::begin(tx, hand, &by, id)
    })
    .await;
    match begun {
        Ok(Some(story)) => Ok(see_other(&address(story))),
        Ok(None) => Err(PageError::NotFound),
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(error) => Err(PageError::broken(&error)),
    }
}

/// Says that an assignment is done with.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id = AssignmentId(number(&named, "id")?);
    let by = staff.clone();
    let ended = write(&app, &staff, move |tx, hand| {
        assignments::end(tx, hand, &by, id)
    })
    .await?;
    ended.then(|| see_other(HERE)).ok_or(PageError::NotFound)
}
