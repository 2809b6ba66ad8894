//! Health and metrics, on a listener of their own that readers cannot reach.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::app::App;
use crate::db;

/// The routes of the private listener.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(app)
}

/// Ready when the database answers and the search is not being prepared.
async fn ready(State(app): State<App>) -> (StatusCode, String) {
    let database = app.db.read(db::latest).await;
    match (database, app.search.is_ready()) {
        (Ok(_), true) => (StatusCode::OK, "ready\n".to_owned()),
        (Ok(_), false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the search is being prepared\n".to_owned(),
        ),
        (Err(error), _) => (
            StatusCode::SERVICE_UNAVAILABLE,
            format!("database: {error}\n"),
        ),
    }
}

async fn metrics(State(app): State<App>) -> ([(http::HeaderName, &'static str); 1], String) {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, kind)], app.metrics.text())
}
