//! What an admin asks for: the about, contact and method pages, the foot of every page, the menus.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::{Lang, SafeHtml};

use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::settings::{self, Link, Place, menus, put_menu, put_words};
use crate::slots::{self, Slot, Words};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/newsroom/words";
/// What has words of its own.
const SLOTS: [Slot; 4] = [Slot::About, Slot::Method, Slot::Contact, Slot::Footer];
const TITLE_CHARS_MAX: usize = 120;

#[derive(Template)]
#[template(path = "settings/words/words.html")]
struct WordsPage {
    frame: DeskFrame,
    slot: Slot,
    lang: Lang,
    title: String,
    body: String,
    /// What the typed text becomes, where somebody wants to see it.
    preview: Option<String>,
    menus: Vec<(Place, Lang, String)>,
    said: Option<String>,
    problem: Option<String>,
}

impl WordsPage {
    fn slots() -> [Slot; 4] {
        SLOTS
    }

    fn langs() -> [Lang; 2] {
        Lang::ALL
    }

    fn is_here(&self, slot: &Slot, lang: &Lang) -> bool {
        self.slot == *slot && self.lang == *lang
    }

    fn has_title(&self) -> bool {
        self.slot != Slot::Footer
    }
}

/// Which words an address or form is about.
fn place(fields: &Fields, staff: &Staff) -> (Slot, Lang) {
    let slot = Slot::try_from(fields.get("slot").to_owned()).ok();
    let slot = slot.filter(|slot| SLOTS.contains(slot));
    let lang = Lang::try_from(fields.get("lang")).unwrap_or(staff.lang);
    (slot.unwrap_or(Slot::About), lang)
}

/// The words of a page in a language, and the menus.
///
/// # Errors
/// When the database fails.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    let (slot, lang) = place(&fields, &staff);
    let words = app.db.read(move |tx| slots::words(tx, slot, lang)).await?;
    let (title, body) = words.map_or_else(Default::default, |words| {
        (words.title, words.body.as_written())
    });
    let said = (fields.get("said") == "saved").then_some("newsroom-saved");
    let typed = Typed {
        title,
        body,
        preview: None,
    };
    page(&app, staff, (slot, lang), typed, (said, None)).await
}

struct Typed {
    title: String,
    body: String,
    preview: Option<String>,
}

/// Shows what typed words become, or keeps them.
///
/// # Errors
/// When the database fails.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (slot, lang) = place(&fields, &staff);
    let title: String = fields.get("title").chars().take(TITLE_CHARS_MAX).collect();
    let body = SafeHtml::written(fields.get("body"));
    let typed = Typed {
        title: title.clone(),
        body: body.as_written(),
        preview: Some(body.as_str().to_owned()),
    };
    if fields.get("do") == "preview" {
        return page(
            &app,
            staff,
            (slot, lang),
            typed,
            (Some("words-preview"), None),
        )
        .await;
    }
    if title.is_empty() && slot != Slot::Footer {
        return page(
            &app,
            staff,
            (slot, lang),
            typed,
            (None, Some("words-untitled")),
        )
        .await;
    }
    let (own, words) = (app.clone(), Words { title, body });
    let rule =
        move |tx: &mut Tx<'_, '_>| put_words(tx, &Hand::of(&staff, &own), (slot, lang), &words);
    app.db.write(rule).await?;
    let question = format!("slot={}&lang={}", slot.word(), lang.code());
    Ok(see_other(&format!("{HERE}?{question}&said=saved")))
}

/// Keeps a menu.
///
/// # Errors
/// When the database fails.
pub async fn save_menu(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let menu = Place::try_from(fields.get("place").to_owned()).ok();
    let lang = Lang::try_from(fields.get("lang")).ok();
    let (Some(menu), Some(lang)) = (menu, lang) else {
        return Err(PageError::NotFound);
    };
    let Ok(links) = menus::parse(fields.get("links")) else {
        let typed = Typed {
            title: String::new(),
            body: String::new(),
            preview: None,
        };
        let (slot, at) = place(&Fields::default(), &staff);
        return page(&app, staff, (slot, at), typed, (None, Some("menu-wrong"))).await;
    };
    let own = app.clone();
    let rule =
        move |tx: &mut Tx<'_, '_>| put_menu(tx, &Hand::of(&staff, &own), (menu, lang), &links);
    app.db.write(rule).await?;
    Ok(see_other(&format!("{HERE}?said=saved#menus")))
}

async fn page(
    app: &App,
    staff: Staff,
    (slot, lang): (Slot, Lang),
    typed: Typed,
    (said, problem): (Option<&str>, Option<&str>),
) -> Result<Response, PageError> {
    let menus = app.db.read(|tx| {
        let mut menus = Vec::new();
        for lang in Lang::ALL {
            let links = settings::links(tx, lang)?;
            for place in Place::ALL {
                let of = links.iter().filter(|(other, _)| *other == place);
                let links: Vec<Link> = of.map(|(_, link)| link.clone()).collect();
                menus.push((place, lang, menus::typed(&links)));
            }
        }
        Ok::<_, DbError>(menus)
    });
    let menus = menus.await?;
    let say = app.say(staff.lang);
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = WordsPage {
        said: said.map(|name| say.say(name).into_owned()),
        problem: problem.map(|name| say.say(name).into_owned()),
        frame: DeskFrame::new(app, staff, "newsroom", HERE),
        slot,
        lang,
        title: typed.title,
        body: typed.body,
        preview: typed.preview,
        menus,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
