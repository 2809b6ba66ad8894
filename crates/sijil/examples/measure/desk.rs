//! How long the desk's pages take at the server in a newsroom of a hundred thousand stories.

use std::time::Instant;

use anyhow::{Context, ensure};
use axum::body::Body;
use http::{Method, Request};
use http_body_util::BodyExt;
use sijil::articles::publication::{self, Publication};
use sijil::articles::{ArticleError, ArticleId, Content, NewArticle, TranslationId};
use sijil::clock::Clock;
use sijil::config::Config;
use sijil::db::{Tx, UtcMillis};
use sijil::folder::DataFolder;
use sijil::newsroom::Newsroom;
use sijil::staff::{self, NewSession, Reach, Role, Staff, StaffError, StaffId, Token, Way};
use sijil::web::site::Site;
use sijil_text::{Lang, SafeHtml};

use super::{Figures, quantile};

/// Stories there are.
const STORIES: u32 = 100_000;
/// Of these, still being written.
const DRAFTS: u32 = 1_000;
/// Stories that are taken in at once.
const BATCH: u32 = 500;
/// How often each page is asked for.
const TIMES: usize = 30;
/// Between two stories, so that the archive is about eight years long.
const APART_MS: i64 = 2_500_000;
/// The slowest pages that are told.
const SLOWEST: usize = 10;

/// Milliseconds of the slowest pages: nineteen of twenty answers come within it.
pub(super) fn measure() -> anyhow::Result<Figures> {
    let folder = tempfile::tempdir()?;
    let data = DataFolder::open(folder.path())?;
    let newsroom = Newsroom::open(data, Config::default(), Clock::System)?;
    let editor = hire(&newsroom)?;
    let mut last = ArticleId(0);
    for batch in 0..STORIES / BATCH {
        last = fill(&newsroom, batch * BATCH, editor)?;
    }
    let cookie = sign_in(&newsroom, editor)?;
    let runtime = tokio::runtime::Runtime::new()?;
    let site = Site::new(newsroom.app.clone());
    let mut figures = Figures::new();
    for address in addresses(last) {
        let mut took = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let began = Instant::now();
            runtime.block_on(ask(&site, &address, &cookie))?;
            took.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        figures.push((address.replace(' ', "+"), quantile(&mut took, 0.95)));
    }
    figures.sort_by(|one, other| other.1.total_cmp(&one.1));
    figures.truncate(SLOWEST);
    Ok(figures)
}

/// The desk's pages, and the lists with each filter that there is.
fn addresses(story: ArticleId) -> Vec<String> {
    let mut addresses: Vec<String> = [
        "/desk/",
        "/desk/stories/",
        "/desk/stories/?state=draft",
        "/desk/stories/?state=published",
        "/desk/stories/?lang=ar",
        "/desk/stories/?mine=1",
        "/desk/stories/?text=nowhere",
        "/desk/stories/?state=published&text=nowhere",
        "/desk/stories/?section=77",
        "/desk/stories/?before=1600000000000-0",
        "/desk/stories/new",
        "/desk/assignments",
        "/desk/calendar",
        "/desk/calendar?view=month",
        "/desk/front?lang=en",
        "/desk/moderation",
        "/desk/votes",
        "/desk/ledger",
        "/desk/media/",
    ]
    .map(str::to_owned)
    .to_vec();
    let of_story = ["", "/copies", "/preview", "/previews"];
    addresses.extend(of_story.map(|part| format!("/desk/stories/{story}{part}")));
    addresses
}

async fn ask(site: &Site, address: &str, cookie: &str) -> anyhow::Result<()> {
    let request = Request::builder()
        .method(Method::GET)
        .uri(address)
        .header("cookie", cookie)
        .body(Body::empty())?;
    let answer = site.answer(request).await;
    let status = answer.status();
    ensure!(status.is_success(), "{address} answers {status}");
    let read = answer.into_body().collect().await;
    read.map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(())
}

/// Takes some stories in; all but the last of the archive are published.
fn fill(newsroom: &Newsroom, first: u32, owner: StaffId) -> anyhow::Result<ArticleId> {
    let app = newsroom.app.clone();
    let now = app.now();
    let last = newsroom.app.db.write_now(move |tx: &mut Tx<'_, '_>| {
        let mut last = ArticleId(0);
        for number in first..first + BATCH {
            let at = UtcMillis(now.0 - i64::from(STORIES - number) * APART_MS);
            let new = story(app.ids.next(at), number, owner);
            publication::draft(tx, &new)?;
            if number < STORIES - DRAFTS {
                let publication = Publication::plain(at, &app.config.zone);
                publication::publish(tx, new.id, &publication)?;
            }
            last = new.id;
        }
        Ok::<_, ArticleError>(last)
    })?;
    Ok(last)
}

fn story(id: ArticleId, number: u32, owner: StaffId) -> NewArticle {
    let lang = if number.is_multiple_of(2) {
        Lang::Ar
    } else {
        Lang::En
    };
    let headline = match lang {
        Lang::Ar => format!("عودة المياه إلى الحي {number}"),
        Lang::En => format!("Water is back in quarter {number}"),
    };
    let paragraph = "<p>Water ran again in the taps of the town on Sunday, officials said.</p>";
    NewArticle {
        id,
        translation: TranslationId(id.0),
        lang,
        section: None,
        topics: Vec::new(),
        slug: None,
        content: Content {
            headline,
            standfirst: String::new(),
            body: SafeHtml::sanitise(&paragraph.repeat(12)),
            agency: None,
            credit: None,
            is_day_only: false,
            dateline: None,
            bylines: Vec::new(),
            sign_off: None,
            picture: None,
        },
        owner: number.is_multiple_of(100).then_some(owner),
    }
}

fn hire(newsroom: &Newsroom) -> anyhow::Result<StaffId> {
    let now = newsroom.app.now();
    let new = Staff {
        id: newsroom.app.ids.next(now),
        login: "omar".to_owned(),
        name: "Omar".to_owned(),
        lang: Lang::En,
        role: Role::Admin,
        is_disabled: false,
        reach: Reach::default(),
        session: None,
    };
    let id = new.id;
    newsroom
        .app
        .db
        .write_now(move |tx| staff::add(tx, &new, "none", now).map_err(|error: StaffError| error))
        .context("take an editor on")?;
    Ok(id)
}

fn sign_in(newsroom: &Newsroom, who: StaffId) -> anyhow::Result<String> {
    let token = Token::random().map_err(|error| anyhow::anyhow!("{error}"))?;
    let now = newsroom.app.now();
    let cookie = format!("desk={}; __Host-desk={}", token.as_str(), token.as_str());
    let session = NewSession {
        id: newsroom.app.ids.next(now),
        staff: who,
        way: Way::Passkey,
        browser: String::new(),
    };
    newsroom
        .app
        .db
        .write_now(move |tx| staff::open(tx, &session, &token, now))?;
    Ok(cookie)
}
