//! The addresses of the record's pages for readers.

use axum::Router;
use axum::routing::get;

use super::{claim, control, home, method, sitemaps, things, tolls, truces};
use crate::app::App;

/// What readers can ask the record for.
pub fn all() -> Router<App> {
    Router::new()
        .route("/{lang}/record/", get(home::home))
        .route("/{lang}/record/claims/{id}/", get(claim::claim))
        .route("/{lang}/record/tolls/", get(tolls::tolls))
        .route("/{lang}/record/tolls/{id}/", get(tolls::toll))
        .route("/{lang}/record/truces/", get(truces::truces))
        .route("/{lang}/record/truces/{id}/", get(truces::truce))
        .route("/{lang}/record/control/", get(control::control))
        .route("/{lang}/record/places/{id}/", get(things::place))
        .route("/{lang}/record/actors/{id}/", get(things::actor))
        .route("/{lang}/record/sources/{id}/", get(things::source))
        .route("/{lang}/record/method/", get(method::method))
        .route("/sitemaps/record/{part}", get(sitemaps::sitemap))
}
