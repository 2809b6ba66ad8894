//! What readers ask of the record: its claims, what they are grouped in, whom and what they name.

mod asked;
mod breaches;
mod chart;
pub mod claim;
mod compared;
pub mod control;
mod exams;
pub mod home;
pub(crate) mod map;
pub mod method;
mod part;
pub mod routes;
mod sitemaps;
mod store;
mod story;
mod tell;
pub mod things;
pub mod tolls;
pub mod truces;

pub use sitemaps::sitemap_names;
pub use story::{Claim as ClaimPart, StoryClaim, of_story};

use crate::app::App;
use crate::web::{Frame, Urls};

/// The lists of the record, each with the name of its sentence.
const LISTS: &[(&str, &str)] = &[
    ("tolls", "record-tolls"),
    ("truces", "record-truces"),
    ("control", "record-control"),
    ("files", "rfiles"),
    ("method", "record-method"),
];

/// The record's menu: address, name, and whether it is the page.
pub(in crate::record) fn menu(frame: &Frame) -> Vec<(String, String, bool)> {
    let urls = frame.urls;
    let full = Urls::full(urls.lang);
    let mut menu = vec![(
        urls.record(),
        frame.t("record-claims").into_owned(),
        frame.path == full.record(),
    )];
    menu.extend(LISTS.iter().map(|(list, name)| {
        (
            urls.record_list(list),
            frame.t(name).into_owned(),
            frame.path == full.record_list(list),
        )
    }));
    menu
}

/// The frame of a page of the record at a path that both languages have.
pub(in crate::record) fn frame(
    app: &App,
    urls: Urls,
    house: std::sync::Arc<crate::web::house::House>,
    path: impl Fn(Urls) -> String,
) -> Frame {
    let other = Urls::full(urls.lang.other());
    Frame::new(app, urls, house, path(Urls::full(urls.lang))).translated(Some(path(other)))
}
