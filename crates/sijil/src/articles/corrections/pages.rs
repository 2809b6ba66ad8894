//! What readers ask for: the corrections of all stories, newest first.

use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::articles::Correction;
use crate::changes::Tag;
use crate::db::DbError;
use crate::lists::{self, Card, Cursor};
use crate::web::extract::{Fields, InLang};
use crate::web::{Edition, Frame, Page, PageError, Urls};

/// Corrections on a page.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "articles/corrections/corrections.html")]
struct CorrectionsPage {
    frame: Frame,
    corrections: Vec<(Correction, Card)>,
    newer: Option<String>,
    older: Option<String>,
}

impl CorrectionsPage {
    fn history(&self, correction: &Correction, card: &Card) -> String {
        let history = self.frame.urls.history(&card.day, &card.slug);
        format!("{history}#revision-{}", correction.revision)
    }
}

/// The corrections of a language.
///
/// # Errors
/// When the database fails.
pub async fn list(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
    fields: Fields,
) -> Result<Page, PageError> {
    let (houses, before) = (app.clone(), fields.before());
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (house, mut corrections) = app
        .db
        .read(move |tx| {
            let corrections = lists::corrections_before(tx, lang, before, limit)?;
            Ok::<_, DbError>((houses.houses.get(tx, lang)?, corrections))
        })
        .await?;
    let urls = Urls { lang, edition };
    let has_older = corrections.len() > PAGE;
    corrections.truncate(PAGE);
    let last = corrections.last().filter(|_| has_older);
    let older = last.map(|(id, correction, _)| {
        format!("{}?before={}-{id}", urls.corrections(), correction.at.0)
    });
    let made_of: Vec<Tag> = corrections
        .iter()
        .map(|(_, _, card)| Tag::article(card.id))
        .collect();
    let say = app.say(lang);
    let title = say.say("corrections").into_owned();
    let about = say.say("corrections-about").into_owned();
    let path = Urls::full(lang).corrections();
    let mut frame = Frame::new(&app, urls, house, path)
        .titled(title, about)
        .translated(Some(Urls::full(lang.other()).corrections()));
    frame.is_hidden = before != Cursor::NEWEST;
    let each = corrections.into_iter();
    let view = CorrectionsPage {
        frame,
        corrections: each
            .map(|(_, correction, card)| (correction, card))
            .collect(),
        newer: (before != Cursor::NEWEST).then(|| urls.corrections()),
        older,
    };
    Ok(Page::html(&view)?
        .tagged(made_of)
        .tagged([Tag::latest(lang), Tag::House]))
}
