//! The addresses of the record's files; the table of all others names this one.

use axum::Router;
use axum::routing::get;

use super::{api, files, truce};
use crate::app::App;

/// The record, for those who take it away.
pub fn readers() -> Router<App> {
    Router::new()
        .route("/{lang}/record/files/", get(files::list))
        .route("/{lang}/record/files/{file}", get(files::file))
        .route("/{lang}/record/{file}", get(files::short))
        .route("/{lang}/record/truces/{id}/truce.ics", get(truce::calendar))
        .route("/api/v1/record/{list}", get(api::list))
}
