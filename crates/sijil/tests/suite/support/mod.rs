//! A newsroom for a test: real database, real index, real pages, and a clock that stands still.

mod authenticator;
mod codes;
mod database;
pub(crate) mod mail_server;
pub(crate) mod media;
mod queue;
mod staff;
mod statements;
mod stories;
mod votes;
mod writing;

use std::future::Future;
use std::time::{Duration, Instant};

use axum::body::Body;
use http::{HeaderMap, HeaderName, Method, Request, StatusCode};
use http_body_util::BodyExt;
use sijil::app::App;
use sijil::clock::Clock;
use sijil::config::Config;
use sijil::db::UtcMillis;
use sijil::folder::DataFolder;
use sijil::media::Decoder;
use sijil::newsroom::Newsroom;
use sijil::web::network::Peer;
use sijil::web::site::Site;
use sijil::web::urls;
use tempfile::TempDir;

pub(crate) use authenticator::Authenticator;
pub(crate) use codes::{Code, HOME};
pub(crate) use database::TestDatabase;
pub(crate) use queue::candidate;
pub(crate) use staff::{PASSWORD, SignedIn};
pub(crate) use statements::one_line;
pub(crate) use stories::Draft;
pub(crate) use votes::{address, wish};

/// 2026-11-08T09:00:00Z, when tests happen.
pub(crate) const NOW: UtcMillis = UtcMillis(1_794_128_400_000);

/// Between two looks at a condition.
const POLL: Duration = Duration::from_millis(2);

/// An open newsroom that is gone when the test ends.
pub(crate) struct TestNewsroom {
    pub(crate) app: App,
    pub(crate) clock: Clock,
    pub(crate) folder: TempDir,
    site: Site,
    // Dropped in this order: first the followers and connections, then the database.
    newsroom: Newsroom,
    database: TestDatabase,
}

/// What a reader gets.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl TestNewsroom {
    /// A newsroom with search and page cache following.
    pub(crate) async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same, with settings of its own.
    pub(crate) async fn open_with(set: impl FnOnce(&mut Config)) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), TestDatabase::make(), set).await
    }

    /// A newsroom that was closed before, opened again.
    pub(crate) async fn reopen(folder: TempDir, database: TestDatabase) -> Self {
        Self::open_in(folder, database, |_| {}).await
    }

    /// A newsroom in a folder and a database, with settings of its own.
    pub(crate) async fn open_in(
        folder: TempDir,
        database: TestDatabase,
        set: impl FnOnce(&mut Config),
    ) -> Self {
        let mut config = Config {
            database: database.url(),
            ..Config::default()
        };
        config.url = "https://paper.example".to_owned();
        config.decoder = Decoder::Process(env!("CARGO_BIN_EXE_sijil").into());
        set(&mut config);
        let clock = Clock::fixed(NOW);
        let data = DataFolder::open(folder.path()).unwrap();
        let mut newsroom = Newsroom::open(data, config, clock.clone()).unwrap();
        newsroom.follow().unwrap();
        let app = newsroom.app.clone();
        let test = Self {
            site: Site::new(app.clone()),
            app,
            clock,
            folder,
            newsroom,
            database,
        };
        test.eventually("the search is ready", async || test.app.search.is_ready())
            .await;
        test
    }

    /// What a reader gets at an address.
    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.ask(Method::GET, address, &[]).await
    }

    /// What a reader gets who sends a form from `peer`, an IP address.
    pub(crate) async fn post(
        &self,
        address: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
        peer: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(address)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .extension(Peer(peer.parse().unwrap()));
        let given = request.headers_mut().unwrap();
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            given.insert(name, value.parse().unwrap());
        }
        let form: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", urls::value(name), urls::value(value)))
            .collect();
        self.answer(request.body(Body::from(form.join("&"))).unwrap())
            .await
    }

    /// The same, with headers.
    pub(crate) async fn ask(
        &self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::empty()).unwrap()).await
    }

    /// What somebody gets who sends a request of their own making.
    pub(crate) async fn answer(&self, request: Request<Body>) -> Answer {
        let answer = self.site.answer(request).await;
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// Waits until something is so; fails after five seconds.
    pub(crate) async fn eventually<F: Future<Output = bool>>(
        &self,
        what: &str,
        is_so: impl Fn() -> F,
    ) {
        let started = Instant::now();
        while !is_so().await {
            assert!(
                started.elapsed() < Duration::from_secs(5),
                "still not so: {what}"
            );
            drop(tokio::time::timeout(POLL, std::future::pending::<()>()).await);
        }
    }

    /// Whether the test runs on PostgreSQL.
    pub(crate) fn is_postgres(&self) -> bool {
        self.database.is_postgres()
    }

    /// Closes the newsroom and gives back its folder and database, for another to be opened there.
    pub(crate) fn close(self) -> (TempDir, TestDatabase) {
        let Self {
            folder,
            newsroom,
            database,
            site,
            app,
            ..
        } = self;
        drop((site, app));
        drop(newsroom);
        (folder, database)
    }
}
