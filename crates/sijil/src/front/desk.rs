//! What staff ask for: the front page's desk. The order lies in the form until it is put in force, so
//! that nothing changes for readers while somebody tries.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use sijil_text::Lang;

use super::banner::{self, Banner};
use super::plans::{self, Plan, PlanId};
use super::{LEADS_MAX, pages};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::lists::{self, Card, Cursor};
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

const HERE: &str = "/desk/front";
/// Newest stories that are offered.
const OFFERED: i64 = 30;

#[derive(Template)]
#[template(path = "front/desk.html")]
struct FrontDesk {
    frame: DeskFrame,
    lang: Lang,
    leads: Vec<Card>,
    offered: Vec<Card>,
    plans: Vec<Plan>,
    banner: Option<Banner>,
    is_changed: bool,
    /// What was just pressed: `up.7`.
    deed: String,
    said: Option<String>,
}

impl FrontDesk {
    fn count(&self, plan: &Plan) -> String {
        self.frame.say().count("stories", plan.leads.len())
    }

    /// Whether a lead's button is where the hand is: it was just pressed, or let the story lead.
    fn is_in_hand(&self, button: &str, card: &Card) -> bool {
        let (deed, of) = self.deed.split_once('.').unwrap_or_default();
        of == card.id.to_string() && (deed == button || (deed == "in" && button == "up"))
    }

    fn ends_at(&self) -> String {
        let banner = self.banner.as_ref();
        banner.map_or_else(String::new, |banner| self.frame.local(&banner.ends_at))
    }
}

/// The desk of a language's front page, with the order that the form holds, or the one in force.
///
/// # Errors
/// When the database fails.
pub async fn show(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let lang = lang(&fields, &staff)?;
    let tried = fields.has("do").then(|| ordered(&fields));
    let (is_changed, read) = (tried.is_some(), tried.clone());
    let (leads, offered, plans, banner) = app
        .db
        .read(move |tx| {
            let chosen = match &read {
                Some(tried) => tried.clone(),
                None => super::leads(tx, lang)?,
            };
            let mut leads = Vec::new();
            for id in chosen {
                leads.extend(lists::card(tx, id)?.filter(|card| card.lang == lang));
            }
            let mut offered = lists::latest(tx, lang, Cursor::NEWEST, OFFERED)?;
            offered.retain(|card| leads.iter().all(|lead| lead.id != card.id));
            let banner = banner::of(tx, lang)?;
            Ok::<_, DbError>((leads, offered, plans::of_lang(tx, lang)?, banner))
        })
        .await?;
    let said = match fields.get("said") {
        said @ ("arranged" | "planned" | "past" | "banner" | "no-banner" | "dropped") => Some(
            app.say(staff.lang)
                .say(&format!("front-said-{said}"))
                .into_owned(),
        ),
        _ => None,
    };
    let address = format!("{HERE}?lang={}", lang.code());
    let view = FrontDesk {
        frame: DeskFrame::new(&app, staff, "desk-front", address),
        lang,
        leads,
        offered,
        plans,
        banner,
        is_changed,
        deed: fields.get("do").to_owned(),
        said,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// The front page as it would be.
///
/// # Errors
/// When the database fails.
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    let lang = lang(&fields, &staff)?;
    let page = pages::page(&app, Urls::full(lang), Some(ordered(&fields))).await?;
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// Puts the order in force.
///
/// # Errors
/// When the database fails.
pub async fn arrange(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let lang = lang(&fields, &staff)?;
    let leads = ordered(&fields);
    write(&app, &staff, move |tx, hand| {
        super::arrange(tx, hand, lang, &leads)
    })
    .await?;
    Ok(back(lang, "arranged"))
}

/// Puts it in force from an instant on.
///
/// # Errors
/// When the database fails.
pub async fn plan(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let lang = lang(&fields, &staff)?;
    let (leads, at) = (ordered(&fields), app.config.zone.at(fields.get("at")));
    let Some(at) = at else {
        return Ok(back(lang, "past"));
    };
    let is_planned = write(&app, &staff, move |tx, hand| {
        plans::plan(tx, hand, lang, at, &leads)
    });
    let said = if is_planned.await? { "planned" } else { "past" };
    Ok(back(lang, said))
}

/// Drops a planned front page.
///
/// # Errors
/// When the database fails.
pub async fn drop_plan(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let lang = lang(&fields, &staff)?;
    let id = named.get("id")?.parse().ok().map(PlanId);
    let id = id.ok_or(PageError::NotFound)?;
    write(&app, &staff, move |tx, hand| {
        plans::drop_plan(tx, hand, lang, id)
    })
    .await?;
    Ok(back(lang, "dropped"))
}

/// Puts a breaking line above the pages, or takes it away.
///
/// # Errors
/// When the database fails.
pub async fn breaking(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let lang = lang(&fields, &staff)?;
    if fields.has("end") {
        write(&app, &staff, move |tx, hand| banner::end(tx, hand, lang)).await?;
        return Ok(back(lang, "no-banner"));
    }
    let Some(ends_at) = app.config.zone.at(fields.get("ends_at")) else {
        return Ok(back(lang, "past"));
    };
    let banner = Banner {
        text: fields.get("text").to_owned(),
        link: fields.get("link").to_owned(),
        ends_at,
    };
    let is_set = write(&app, &staff, move |tx, hand| {
        banner::set(tx, hand, lang, &banner)
    });
    let said = if is_set.await? { "banner" } else { "past" };
    Ok(back(lang, said))
}

/// The language that is asked for, if the whole of its front page is theirs to arrange.
fn lang(fields: &Fields, staff: &Staff) -> Result<Lang, PageError> {
    let lang = Lang::try_from(fields.get("lang")).unwrap_or(staff.lang);
    if staff.reaches(lang, None) {
        return Ok(lang);
    }
    Err(PageError::Forbidden)
}

/// The order in the form after what its button does: `up.7`, `down.7`, `out.7`, `in.7`.
fn ordered(fields: &Fields) -> Vec<ArticleId> {
    let mut ids: Vec<i64> = Vec::new();
    for id in fields.all("id").filter_map(|id| id.parse().ok()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let (deed, of) = fields.get("do").split_once('.').unwrap_or_default();
    if let Ok(id) = of.parse() {
        let place = ids.iter().position(|other| *other == id);
        match (deed, place) {
            ("up", Some(place)) if place > 0 => ids.swap(place - 1, place),
            ("down", Some(place)) if place + 1 < ids.len() => ids.swap(place, place + 1),
            ("out", Some(place)) => drop(ids.remove(place)),
            ("in", None) => ids.push(id),
            _ => {}
        }
    }
    ids.truncate(LEADS_MAX);
    ids.into_iter().map(ArticleId).collect()
}

fn back(lang: Lang, said: &str) -> Response {
    see_other(&format!("{HERE}?lang={}&said={said}", lang.code()))
}

fn write<T, R>(
    app: &App,
    staff: &Staff,
    mut rule: R,
) -> impl Future<Output = Result<T, DbError>> + Send + use<T, R>
where
    T: Send + 'static,
    R: FnMut(&mut Tx<'_, '_>, &Hand<'_>) -> Result<T, DbError> + Send + 'static,
{
    let (own, staff) = (app.clone(), staff.clone());
    let run = move |tx: &mut Tx<'_, '_>| rule(tx, &Hand::of(&staff, &own));
    let db = app.db.clone();
    async move { db.write(run).await }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_move_a_story_among_the_leads() {
        for (deed, wanted) in [
            ("up.2", [2, 1, 3].as_slice()),
            ("up.1", &[1, 2, 3]),
            ("down.2", &[1, 3, 2]),
            ("out.2", &[1, 3]),
            ("in.9", &[1, 2, 3, 9]),
            ("in.2", &[1, 2, 3]),
            ("", &[1, 2, 3]),
        ] {
            let fields = Fields::parse(&format!("id=1&id=2&id=3&id=2&do={deed}"));
            let ids: Vec<i64> = ordered(&fields).into_iter().map(|id| id.0).collect();
            assert_eq!(ids, wanted, "{deed}");
        }
    }
}
