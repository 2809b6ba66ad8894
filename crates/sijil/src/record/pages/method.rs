//! How the record is made: the counting rule, what the machine does, how well, and whose data it
//! rests on.

use askama::Template;
use axum::extract::State;

use super::exams::{self, Exam};
use super::{frame, menu};
use crate::app::App;
use crate::changes::Tag;
use crate::web::extract::InLang;
use crate::web::{Edition, Frame, Page, PageError, Urls};

#[derive(Template)]
#[template(path = "record/pages/method.html")]
struct MethodPage {
    frame: Frame,
    menu: Vec<(String, String, bool)>,
    /// How the newsroom counts where a file has room for one number only.
    rule: String,
    exams: Vec<Exam>,
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
    let exams = exams::told(&frame)?;
    let rule = app.config.record_count_rule.replace('_', "-");
    let view = MethodPage {
        menu: menu(&frame),
        rule: frame.t(&format!("rfiles-rule-{rule}")).into_owned(),
        frame,
        exams,
    };
    Ok(Page::html(&view)?.tagged([Tag::Record, Tag::House]))
}
