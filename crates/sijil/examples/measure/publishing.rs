//! How long after its commit a publication is seen on its page, in search and in the feed of a
//! newsroom that is being served and read.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use sijil::articles::publication::{self, Publication};
use sijil::articles::{
    ArticleError, ArticleId, Content, CorrectionKind, NewArticle, TranslationId,
};
use sijil::clock::Clock;
use sijil::config::Config;
use sijil::db::Tx;
use sijil::folder::DataFolder;
use sijil::newsroom::Newsroom;
use sijil::web::site::Site;
use sijil::web::{Urls, server};
use sijil_text::{Lang, SafeHtml, Slug};

use super::{Figures, quantile};

/// Stories there are already.
const ARCHIVE: u32 = 1000;
/// Stories that are published and waited for.
const PUBLICATIONS: u32 = 50;
/// One that is not seen after this long is lost.
const PATIENCE: Duration = Duration::from_secs(10);
/// Between two looks of a reader.
const LOOK: Duration = Duration::from_millis(2);

/// Milliseconds from the commit until each place shows the story: the middle one and the longest.
pub(super) fn measure() -> anyhow::Result<Figures> {
    let folder = tempfile::tempdir()?;
    let mut newsroom = Newsroom::open(
        DataFolder::open(folder.path())?,
        Config::default(),
        Clock::System,
    )?;
    newsroom.follow()?;
    for number in 0..ARCHIVE {
        publish(&newsroom, &format!("Archived report {number}"))?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    let site = Arc::new(Site::new(newsroom.app.clone()));
    runtime.spawn(server::serve(site, listener, std::future::pending()));
    let newest = format!("archived-report-{}/", ARCHIVE - 1);
    seen_after(address, "/en/search?q=archived&order=newest", &newest)?;

    let mut waited_ms = [Vec::new(), Vec::new(), Vec::new()];
    for number in 0..PUBLICATIONS {
        let waited = publication(&newsroom, address, number)?;
        for (all, waited) in waited_ms.iter_mut().zip(waited) {
            all.push(waited.as_secs_f64() * 1000.0);
        }
    }
    let mut figures = Figures::new();
    for (place, mut waited) in ["page", "search", "feed"].into_iter().zip(waited_ms) {
        figures.push((format!("{place}_ms_p50"), quantile(&mut waited, 0.5)));
        figures.push((format!("{place}_ms_max"), quantile(&mut waited, 1.0)));
    }
    Ok(figures)
}

/// Publishes one story and waits, with three readers, until its page, the search and the feed show it.
fn publication(
    newsroom: &Newsroom,
    address: SocketAddr,
    number: u32,
) -> anyhow::Result<Vec<Duration>> {
    let headline = format!("Pumps{number} run again");
    let slug = Slug::from_headline(&headline, Lang::En).context("a headline has a slug")?;
    let app = &newsroom.app;
    let day = app.config.zone.day(app.clock.now()).to_string();
    let page = Urls::full(Lang::En).story(&day, slug.as_str());
    let places = [
        page.clone(),
        format!("/en/search?q=pumps{number}"),
        "/en/feed.atom".to_owned(),
    ];
    // As it stands before: not there, and kept by the cache where it keeps such pages.
    for place in &places {
        ensure!(!shows(address, place, &page)?, "{place} is ahead of time");
    }
    publish(newsroom, &headline)?;
    let readers = places.map(|place| {
        let page = page.clone();
        thread::spawn(move || seen_after(address, &place, &page))
    });
    let waited = readers.into_iter().map(|reader| match reader.join() {
        Ok(waited) => waited,
        Err(_) => bail!("a reader has panicked"),
    });
    waited.collect()
}

/// How long it takes from now until a place shows `what`.
fn seen_after(address: SocketAddr, place: &str, what: &str) -> anyhow::Result<Duration> {
    let began = Instant::now();
    while !shows(address, place, what)? {
        ensure!(began.elapsed() < PATIENCE, "{place} never shows {what}");
        thread::park_timeout(LOOK);
    }
    Ok(began.elapsed())
}

/// Whether the answer at `place` is a good one and has `what` in it.
fn shows(address: SocketAddr, place: &str, what: &str) -> anyhow::Result<bool> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {place} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200") && answer.contains(what))
}

/// Takes a story in and publishes it, in one transaction.
fn publish(newsroom: &Newsroom, headline: &str) -> Result<ArticleId, ArticleError> {
    let app = newsroom.app.clone();
    let now = app.clock.now();
    let id: ArticleId = app.ids.next(now);
    let new = NewArticle {
        id,
        translation: TranslationId(id.0),
        lang: Lang::En,
        section: None,
        topics: Vec::new(),
        slug: None,
        content: Content {
            headline: headline.to_owned(),
            standfirst: String::new(),
            body: SafeHtml::sanitise("<p>Water ran again in the taps of the town on Sunday.</p>"),
            agency: None,
            credit: None,
            is_day_only: false,
            dateline: None,
            bylines: Vec::new(),
            sign_off: None,
            picture: None,
        },
        owner: None,
    };
    let correction_id: i64 = app.ids.next(now);
    newsroom.app.db.write_now(move |tx: &mut Tx<'_, '_>| {
        publication::draft(tx, &new)?;
        let publication = Publication {
            at: now,
            zone: &app.config.zone,
            correction_id,
            correction: None,
            kind: CorrectionKind::Correction,
        };
        publication::publish(tx, id, &publication)?;
        Ok(id)
    })
}
