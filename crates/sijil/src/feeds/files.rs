//! The small files that machines look for: robots.txt (RFC 9309) and security.txt (RFC 9116).

use axum::extract::State;

use crate::app::App;
use crate::db::UtcMillis;
use crate::web::Page;

const TEXT: &str = "text/plain; charset=utf-8";
/// How long security.txt says that it holds; RFC 9116 §2.5.5 wants less than a year.
const EXPIRES_MS: i64 = 180 * 24 * 60 * 60 * 1000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What crawlers may read: everything but the desk and the endless space of searches.
pub async fn robots(State(app): State<App>) -> Page {
    let url = &app.config.url;
    Page::new(
        format!(
            "User-agent: *\nDisallow: /desk/\nDisallow: /*/search?\n\n\
             Sitemap: {url}/sitemap.xml\nSitemap: {url}/news-sitemap.xml\n"
        ),
        TEXT,
    )
}

/// Whom to tell of a hole in the site's safety.
pub async fn security(State(app): State<App>) -> Page {
    // By the day, so that the file does not change with every page.
    let expires = UtcMillis((app.now().0 + EXPIRES_MS) / DAY_MS * DAY_MS);
    let (contact, url) = (app.choices().security_contact.clone(), &app.config.url);
    let expires = crate::clock::Zone::utc()
        .rfc3339(expires)
        .replace("+00:00", "Z");
    Page::new(
        format!(
            "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: ar, en\n\
             Canonical: {url}/.well-known/security.txt\n"
        ),
        TEXT,
    )
}
