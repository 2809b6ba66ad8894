//! How the record is made: the counting rule, what the machine does, how well, and whose data it
//! rests on.

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::{frame, menu};
use crate::app::App;
use crate::changes::Tag;
use crate::web::extract::InLang;
use crate::web::{Edition, Frame, Page, PageError, Urls};

/// What the exams of the reading programs gave last.
const EXAMS: &str = include_str!("../../../../../docs/exams.toml");

#[derive(Template)]
#[template(path = "record/pages/method.html")]
struct MethodPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    exams: Vec<Exam>,
}

#[derive(Deserialize)]
struct Exams {
    #[serde(rename = "exam", default)]
    exams: Vec<Exam>,
}

/// An exam's result.
#[derive(Deserialize)]
struct Exam {
    /// Its name, as `cargo xtask exam` has it.
    name: String,
    /// The day, `YYYY-MM-DD`.
    date: String,
    /// The state of the program, the first letters of its commit.
    commit: String,
    /// Each figure with its name.
    figures: std::collections::BTreeMap<String, f64>,
}

/// How the record is made.
///
/// # Errors
/// When the database fails.
pub async fn method(
    State(app): State<App>,
    edition: Edition,
    InLang(lang): InLang,
) -> Result<Page, PageError> {
    let urls = Urls { lang, edition };
    let houses = app.clone();
    let house = app.db.read(move |tx| houses.houses.get(tx, lang)).await?;
    let frame = frame(&app, urls, house, |urls| urls.record_list("method"));
    let title = frame.t("record-method").into_owned();
    let about = frame.t("record-method-say").into_owned();
    let frame = frame.titled(title, about);
    let exams: Exams = toml::from_str(EXAMS).map_err(|error| PageError::broken(&error))?;
    let view = MethodPage {
        menu: menu(&frame),
        frame,
        exams: exams.exams,
    };
    Ok(Page::html(&view)?.tagged([Tag::Record, Tag::House]))
}
