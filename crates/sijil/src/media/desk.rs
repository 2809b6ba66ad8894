//! One picture at the desk: its words, the point that crops keep, its stories, its end.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use sijil_text::Lang;

use super::library::desk::{moment, said};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::media::{self, Crop, Entry, Focus, Format, PictureId, Shape, Told, Use};
use crate::staff::Staff;
use crate::staff::request::{self, Wish};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls, urls};

/// Pixels of the picture on which the point is chosen by a click, as wide on every screen: a form
/// without script sends the point in pixels.
const CLICK_WIDTH: u32 = 320;

#[derive(Template)]
#[template(path = "media/library/picture.html")]
struct PicturePage {
    frame: DeskFrame,
    entry: Entry,
    uses: Vec<Use>,
    said: Option<String>,
}

impl PicturePage {
    fn langs() -> [Lang; 2] {
        Lang::ALL
    }

    fn told(&self, lang: &Lang) -> &Told {
        self.entry.told(*lang)
    }

    fn file(&self) -> String {
        let picture = &self.entry.picture;
        urls::fallback(&picture.sha256, i64::from(picture.width))
    }

    fn srcset(&self) -> String {
        let picture = &self.entry.picture;
        urls::srcset(&picture.sha256, i64::from(picture.width), Format::WebP)
    }

    fn click_width() -> u32 {
        CLICK_WIDTH
    }

    fn click_height(&self) -> u32 {
        click_height(&self.entry)
    }

    fn crops(&self) -> Vec<(Shape, u32, u32, String)> {
        let each = Shape::ALL.into_iter().map(|shape| {
            let width = shape.widths().first().copied().unwrap_or(1);
            let crop = Crop {
                shape,
                focus: self.entry.focus,
                width,
            };
            let address = urls::crop(&self.entry.picture.sha256, crop, Format::Jpeg);
            (shape, width, crop.height(), address)
        });
        each.collect()
    }

    fn moment(&self) -> (String, String) {
        moment(&self.frame, self.entry.at)
    }

    fn story(used: &Use) -> Option<String> {
        let (day, slug) = used.address.as_ref()?;
        Some(Urls::full(used.lang).story(day, slug))
    }
}

#[derive(Template)]
#[template(path = "media/library/removal.html")]
struct RemovalPage {
    frame: DeskFrame,
    back: String,
    name: String,
    is_used: bool,
}

fn click_height(entry: &Entry) -> u32 {
    let picture = &entry.picture;
    (CLICK_WIDTH * picture.height / picture.width.max(1)).max(1)
}

/// A picture's page.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    fields: Fields,
) -> Result<Page, PageError> {
    let (entry, uses) = found(&app, &named).await?;
    let said = said(&app, &staff, &fields);
    let address = format!("/desk/media/{}", entry.id);
    let view = PicturePage {
        frame: DeskFrame::new(&app, staff, "media-picture", address),
        entry,
        uses,
        said,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Saves a picture's words, or the point that crops keep.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let (entry, _) = found(&app, &named).await?;
    let (own, id) = (app.clone(), entry.id);
    if let Some(focus) = focus(&entry, &fields) {
        let rule =
            move |tx: &mut Tx<'_, '_>| media::focus_on(tx, &Hand::of(&staff, &own), &entry, focus);
        app.db.write(rule).await?;
        return Ok(see_other(&format!("/desk/media/{id}?said=focused#focus")));
    }
    let told = |lang: Lang| {
        let field = |name: &str| fields.get(&format!("{name}-{}", lang.code())).to_owned();
        Told {
            alt: field("alt"),
            caption: field("caption"),
            credit: field("credit"),
        }
    };
    let (arabic, english) = (told(Lang::Ar), told(Lang::En));
    let rule = move |tx: &mut Tx<'_, '_>| {
        media::describe(tx, id, &arabic, &english)?;
        media::note_words(tx, &Hand::of(&staff, &own), id)
    };
    app.db.write(rule).await?;
    Ok(see_other(&format!("/desk/media/{id}?said=saved")))
}

/// The point that a form chooses: by a click, in pixels of the small picture, or by numbers.
fn focus(entry: &Entry, fields: &Fields) -> Option<Focus> {
    let number = |name: &str| fields.get(name).parse::<i64>().ok();
    // The key that presses a picture's button clicks at its corner, which nobody means.
    let click = number("at.x").zip(number("at.y"));
    if let Some((x, y)) = click.filter(|click| *click != (0, 0)) {
        let hundredths = |at: i64, of: u32| at * 100 / i64::from(of.max(1));
        return Some(Focus::near(
            hundredths(x, CLICK_WIDTH),
            hundredths(y, click_height(entry)),
        ));
    }
    let (x, y) = number("x").zip(number("y"))?;
    Some(Focus::near(x, y))
}

/// Asks whether a picture is to go for good.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn removal(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Page, PageError> {
    let (entry, uses) = found(&app, &named).await?;
    let back = format!("/desk/media/{}", entry.id);
    removal_page(&app, staff, back, (entry.name, !uses.is_empty()))
}

/// Asks whether the thing at `back` is to go for good, by its name; it may not while it is used.
pub(in crate::media) fn removal_page(
    app: &App,
    staff: Staff,
    back: String,
    (name, is_used): (String, bool),
) -> Result<Page, PageError> {
    let view = RemovalPage {
        frame: DeskFrame::new(app, staff, "media-removal", format!("{back}/removal")),
        back,
        name,
        is_used,
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Takes a picture away that no story uses.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn remove(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let (entry, _) = found(&app, &named).await?;
    if app.config.staff.two_persons {
        let wish = Wish::Picture(entry.id.0, entry.name);
        return wait(&app, staff, wish, format!("/desk/media/{}", entry.id)).await;
    }
    let (own, picture) = (app.clone(), entry.clone());
    let rule = move |tx: &mut Tx<'_, '_>| media::remove(tx, &Hand::of(&staff, &own), &picture);
    if !app.db.write(rule).await? {
        return Ok(see_other(&format!("/desk/media/{}?said=used", entry.id)));
    }
    remove_files(&app, entry.picture.sha256).await;
    Ok(see_other("/desk/media/?said=removed"))
}

/// Lets a removal wait for an admin's confirmation, where the newsroom wants two for it.
pub(in crate::media) async fn wait(
    app: &App,
    staff: Staff,
    wish: Wish,
    back: String,
) -> Result<Response, PageError> {
    let own = app.clone();
    let ask = move |tx: &mut Tx<'_, '_>| request::ask(tx, &Hand::of(&staff, &own), &wish);
    app.db.write(ask).await?;
    Ok(see_other(&format!("{back}?said=asked")))
}

/// Takes the files away, once the rows are gone.
pub(crate) async fn remove_files(app: &App, sha256: String) {
    let folder = app.clone();
    let removed = tokio::task::spawn_blocking(move || folder.pictures.remove(&sha256)).await;
    if let Ok(Err(error)) = removed {
        tracing::error!(%error, "remove the files of a picture or document");
    }
}

async fn found(app: &App, named: &Named) -> Result<(Entry, Vec<Use>), PageError> {
    let id = named.get("id")?.parse().ok().map(PictureId);
    let id = id.ok_or(PageError::NotFound)?;
    let read = move |tx: &mut Tx<'_, '_>| {
        let Some(entry) = media::entry(tx, id)? else {
            return Ok::<_, DbError>(None);
        };
        let uses = media::uses(tx, &entry.picture.sha256)?;
        Ok(Some((entry, uses)))
    };
    app.db.read(read).await?.ok_or(PageError::NotFound)
}
