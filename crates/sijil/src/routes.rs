//! Every address of the product. The text edition has the same ones under `/{lang}/text/`.

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;
use crate::feeds::{self, api, files, sitemaps};
use crate::web::{PageError, assets, slash};
use crate::{articles, code, comments, front, media, search, slots, topics};

/// What readers and machines can ask for.
pub fn all(app: App) -> Router {
    Router::new()
        .route("/", get(front::pages::choose))
        .route("/{lang}/", get(front::pages::front))
        .route("/{lang}/search", get(search::pages::search))
        .route("/{lang}/about/", get(slots::pages::about))
        .route("/{lang}/contact/", get(slots::pages::contact))
        .route("/{lang}/method/", get(slots::pages::method))
        .route("/{lang}/{slug}/", get(topics::pages::section))
        .route("/{lang}/tags/{slug}/", get(topics::pages::tag))
        .route("/{lang}/people/{slug}/", get(topics::pages::person))
        .route("/{lang}/{yyyy}/{mm}/{dd}/", get(front::pages::day))
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/",
            get(articles::pages::story),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/history/",
            get(articles::pages::history),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/",
            get(comments::pages::thread),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/{id}/",
            get(comments::pages::conversation),
        )
        .route(
            "/{lang}/{yyyy}/{mm}/{dd}/{slug}/comments/feed.atom",
            get(comments::pages::feed),
        )
        .route("/{lang}/comments/{id}/reply", get(comments::pages::reply))
        .route(
            "/{lang}/comments/{id}/report",
            get(comments::reports::pages::form).post(comments::reports::pages::send),
        )
        .route(
            "/{lang}/receipt/{secret}",
            get(comments::receipt::pages::receipt).post(comments::receipt::pages::act),
        )
        .route("/{lang}/{feed}", get(feeds::pages::site))
        .route("/{lang}/{slug}/{feed}", get(feeds::pages::section))
        .route("/{lang}/tags/{slug}/{feed}", get(feeds::pages::tag))
        .route("/{lang}/people/{slug}/{feed}", get(feeds::pages::person))
        .route(
            "/{lang}/comments/{id}",
            post(comments::sending::pages::send),
        )
        .route("/{lang}/ramz/{act}/{id}", get(code::pages::code))
        .route("/ramz/{file}", get(code::pages::file))
        .route("/media/{sha256}/{file}", get(media::pages::file))
        .route("/assets/{file}", get(assets::file))
        .route("/sitemap.xml", get(sitemaps::index))
        .route("/sitemaps/pages.xml", get(sitemaps::pages))
        .route("/sitemaps/{lang}/{month}", get(sitemaps::month))
        .route("/news-sitemap.xml", get(sitemaps::news))
        .route("/robots.txt", get(files::robots))
        .route("/.well-known/security.txt", get(files::security))
        .route("/api/v1/openapi.json", get(api::openapi))
        .route("/api/v1/stories", get(api::stories))
        .route("/api/v1/stories/{id}", get(api::story))
        .route("/api/v1/search", get(api::search))
        .fallback(slash::nothing)
        .method_not_allowed_fallback(|| async { PageError::WrongMethod })
        .with_state(app)
}
