//! What an admin asks for: the look, with samples by day and by night, and the logos.

use askama::Template;
use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::Lang;

use crate::app::App;
use crate::articles::content::sha256;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::media::{DecodeError, Handed, Refusal, kinds};
use crate::settings::look::{Colour, Faint, Mode, Palette, TOKENS, Type};
use crate::settings::{self, Logo, Look};
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::form::is_ours;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, urls};

const HERE: &str = "/desk/newsroom/look";
/// Bytes of a logo: what the form may hold besides.
const LOGO_BYTES_MAX: usize = 1024 * 1024;

#[derive(Template)]
#[template(path = "settings/looks/look.html")]
struct LookPage {
    frame: DeskFrame,
    look: Look,
    faint: Vec<Faint>,
    logos: Vec<(Lang, Option<Logo>)>,
    said: Option<String>,
    problem: Option<String>,
}

impl LookPage {
    fn tokens() -> [&'static str; 7] {
        TOKENS
    }

    fn modes() -> [Mode; 2] {
        Mode::ALL
    }

    fn types() -> [Type; 3] {
        Type::ALL
    }

    fn is_type(&self, typeface: &Type) -> bool {
        self.look.typeface == *typeface
    }

    fn colour(&self, mode: &Mode, token: &str) -> String {
        self.look.colour(*mode, token).into()
    }

    /// The question that makes the samples' style sheet.
    fn question(&self) -> String {
        let mut parts = vec![format!("type={}", self.look.typeface.word())];
        for mode in Mode::ALL {
            parts.extend(TOKENS.map(|token| {
                let colour = String::from(self.look.colour(mode, token));
                format!("{token}-{}={}", mode.word(), urls::value(&colour))
            }));
        }
        parts.join("&")
    }

    fn words(&self, faint: &Faint) -> String {
        let say = self.frame.say();
        let name = |token: &str| say.say(&format!("token-{token}")).into_owned();
        format!(
            "{}: {} / {}: {:.2} < {:.1}",
            say.say(&format!("mode-{}", faint.mode.word())),
            name(faint.upper),
            name(faint.lower),
            faint.measured,
            faint.wanted,
        )
    }
}

/// The look of a form or question; of what is missing or no colour, the shipped one.
fn look_of(fields: &Fields) -> Look {
    let shipped = Look::default();
    let palette = |mode: Mode| {
        Palette(TOKENS.map(|token| {
            let typed = fields.get(&format!("{token}-{}", mode.word()));
            Colour::try_from(typed.to_owned()).unwrap_or(shipped.colour(mode, token))
        }))
    };
    Look {
        day: palette(Mode::Day),
        night: palette(Mode::Night),
        typeface: Type::try_from(fields.get("type").to_owned()).unwrap_or(Type::Paper),
    }
}

/// The look as it is.
///
/// # Errors
/// When the database fails.
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    let look = app.db.read(settings::current_look).await?;
    let said = match fields.get("said") {
        "saved" => Some("newsroom-saved"),
        "logo" => Some("look-logo-set"),
        _ => None,
    };
    let refused = Refusal::try_from(fields.get("refused").to_owned()).ok();
    let problem = refused.map(|refusal| format!("media-refused-{}", refusal.word()));
    page(&app, staff, (look, vec![]), (said, problem)).await
}

/// Shows a look that was chosen, or keeps it if it can be read.
///
/// # Errors
/// When the database fails.
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let look = match fields.get("do") {
        "shipped" => Look::default(),
        _ => look_of(&fields),
    };
    let faint = look.faint();
    if fields.get("do") == "preview" {
        return page(&app, staff, (look, faint), (Some("look-preview"), None)).await;
    }
    if !faint.is_empty() {
        let problem = Some("look-faint".to_owned());
        return page(&app, staff, (look, faint), (None, problem)).await;
    }
    let own = app.clone();
    let rule = move |tx: &mut Tx<'_, '_>| settings::put_look(tx, &Hand::of(&staff, &own), &look);
    app.db.write(rule).await?;
    Ok(see_other(&format!("{HERE}?said=saved")))
}

/// The style sheet of the samples.
pub async fn sample(_: Staff, fields: Fields) -> Response {
    let page = Page::new(look_of(&fields).sample_css(), "text/css; charset=utf-8");
    page.with_policy(CachePolicy::Never).into_response()
}

/// A form with a logo; taken only from our own pages.
pub struct LogoForm(Option<Multipart>);

impl<S: Send + Sync> FromRequest<S> for LogoForm {
    type Rejection = PageError;

    async fn from_request(request: Request<Body>, state: &S) -> Result<Self, PageError> {
        if !is_ours(request.headers()) {
            return Err(PageError::Foreign);
        }
        Ok(Self(Multipart::from_request(request, state).await.ok()))
    }
}

/// Sets the logo of a language; a form without a file takes it away.
///
/// # Errors
/// When the database or the disk fails.
pub async fn set_logo(
    State(app): State<App>,
    staff: Staff,
    LogoForm(form): LogoForm,
) -> Result<Response, PageError> {
    let Some(mut form) = form else {
        return Ok(see_other(HERE));
    };
    let (mut lang, mut file) = (None, Vec::new());
    while let Ok(Some(field)) = form.next_field().await {
        match field.name() {
            Some("lang") => {
                let code = field.text().await.unwrap_or_default();
                lang = Lang::try_from(code.as_str()).ok();
            }
            Some("file") => file = bytes(field).await?,
            _ => {}
        }
    }
    let lang = lang.ok_or(PageError::NotFound)?;
    let logo = match file.is_empty() {
        true => None,
        false => match take(&app, file).await? {
            Ok(logo) => Some(logo),
            Err(refusal) => return Ok(see_other(&format!("{HERE}?refused={}", refusal.word()))),
        },
    };
    let own = app.clone();
    let rule = move |tx: &mut Tx<'_, '_>| {
        settings::put_logo(tx, &Hand::of(&staff, &own), lang, logo.as_ref())
    };
    app.db.write(rule).await?;
    Ok(see_other(&format!("{HERE}?said=logo")))
}

async fn bytes(mut field: Field<'_>) -> Result<Vec<u8>, PageError> {
    let mut bytes = Vec::new();
    while let Ok(Some(piece)) = field.chunk().await {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LOGO_BYTES_MAX {
            return Err(PageError::TooLarge);
        }
    }
    Ok(bytes)
}

/// Makes a logo of a file, in a process of its own as every picture.
async fn take(app: &App, bytes: Vec<u8>) -> Result<Result<Logo, Refusal>, PageError> {
    match kinds::sniff(&bytes) {
        Handed::Picture => {}
        Handed::Document(_) => return Ok(Err(Refusal::Kind)),
        Handed::Refused(refusal) => return Ok(Err(refusal)),
    }
    let (own, id) = (app.clone(), app.ids.next(app.now()));
    let make = move || {
        own.staging.append(id, 0, &bytes)?;
        let made = own
            .staging
            .read(id)
            .map(|file| own.pictures.take_logo(file));
        own.staging.remove(id)?;
        let hash = sha256(&bytes);
        match made? {
            Ok(made) => {
                own.pictures.put_logo(&hash, &made)?;
                Ok(Ok(Logo {
                    sha256: hash,
                    width: made.width,
                    height: made.height,
                }))
            }
            Err(DecodeError::Refused(refusal)) => Ok(Err(refusal)),
            Err(DecodeError::Machine(error)) => Err(error),
        }
    };
    let made = tokio::task::spawn_blocking(make).await;
    let made = made.map_err(|error| PageError::broken(&error))?;
    made.map_err(|error| PageError::broken(&error))
}

async fn page(
    app: &App,
    staff: Staff,
    (look, faint): (Look, Vec<Faint>),
    (said, problem): (Option<&str>, Option<String>),
) -> Result<Response, PageError> {
    let logos = app.db.read(|tx| {
        let each = Lang::ALL.map(|lang| Ok((lang, settings::logo(tx, lang)?)));
        each.into_iter().collect::<Result<Vec<_>, DbError>>()
    });
    let logos = logos.await?;
    let say = app.say(staff.lang);
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = LookPage {
        said: said.map(|name| say.say(name).into_owned()),
        problem: problem.map(|name| say.say(&name).into_owned()),
        frame: DeskFrame::new(app, staff, "newsroom", HERE),
        look,
        faint,
        logos,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}
