//! What readers ask for: to vote, to see their own vote, to have their votes erased.

use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, SET_COOKIE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use sijil_ramz::{Action, Level};

use super::{Ballot, Direction, Kind, Object, VoteError, Wish};
use crate::app::App;
use crate::code::{self, Answered, Part, Problem, Spend, Spent};
use crate::comments::{self, CommentId};
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::web::extract::{Fields, InLang, Named};
use crate::web::house::House;
use crate::web::page::see_other;
use crate::web::{CachePolicy, Edition, Form, Frame, Network, Page, PageError, Reader, Urls};

/// Things that are looked through in one write while a reader's votes are erased.
const ERASED_MAX: i64 = 500;

/// What every page about votes is asked with.
pub struct Asked {
    urls: Urls,
    object: Object,
    network: Network,
    reader: Option<Reader>,
    headers: HeaderMap,
}

impl FromRequestParts<App> for Asked {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let InLang(lang) = InLang::from_request_parts(parts, app).await?;
        let Ok(edition) = Edition::from_request_parts(parts, app).await;
        let Ok(network) = Network::from_request_parts(parts, app).await;
        let named = Named::from_request_parts(parts, app).await?;
        let kind = Kind::try_from(named.get("kind")?.to_owned()).ok();
        let id = named.get("id")?.parse().ok();
        let (Some(kind), Some(id)) = (kind, id) else {
            return Err(PageError::NotFound);
        };
        Ok(Self {
            urls: Urls { lang, edition },
            object: Object { kind, id },
            network,
            reader: Reader::of(app, &parts.headers),
            headers: parts.headers.clone(),
        })
    }
}

impl Asked {
    /// Whether our script asks, which shows the answer in its place.
    fn is_script(&self) -> bool {
        let accept = self.headers.get(ACCEPT);
        accept.is_some_and(|kind| kind == "application/json")
    }
}

/// A thing and its votes, for the reader who asks.
struct Found {
    ballot: Ballot,
    card: Card,
    writer: Option<String>,
    house: Arc<House>,
}

impl Found {
    fn story(&self, urls: Urls) -> String {
        let lang = self.card.lang;
        Urls { lang, ..urls }.card(&self.card)
    }

    fn thing(&self, urls: Urls) -> String {
        match self.ballot.object.kind {
            Kind::Story => format!("{}#votes", self.story(urls)),
            Kind::Comment => format!("{}comments/{}/", self.story(urls), self.ballot.object.id),
        }
    }
}

#[derive(Template)]
#[template(path = "votes/page.html")]
struct VotesPage {
    frame: Frame,
    ballot: Ballot,
    card: Card,
    writer: Option<String>,
    story: String,
    thing: String,
    is_known: bool,
    is_erased: bool,
}

#[derive(Template)]
#[template(path = "votes/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    ballot: Ballot,
    card: Card,
    thing: String,
    token: String,
    part: Option<Part>,
    direction: Direction,
    wanted: &'static str,
    how: &'static str,
}

/// A thing's votes with the reader's own, and the rules.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn show(State(app): State<App>, asked: Asked, fields: Fields) -> Result<Page, PageError> {
    let found = find(&app, &asked).await?;
    let title = app.say(asked.urls.lang).say("votes-own").into_owned();
    let (story, thing) = (found.story(asked.urls), found.thing(asked.urls));
    let view = VotesPage {
        frame: frame(&app, &asked, &found, title),
        ballot: found.ballot,
        card: found.card,
        writer: found.writer,
        story,
        thing,
        is_known: asked.reader.is_some(),
        is_erased: fields.get("done") == "erased",
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Takes a vote, once the reader's cookie has come back.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn cast(
    State(app): State<App>,
    asked: Asked,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let direction = Direction::parse(fields.get("vote")).ok_or(PageError::NotFound)?;
    let headline = match is_siege(&app) {
        true => find(&app, &asked).await?.card.headline,
        false => String::new(),
    };
    let (reader, spend) = match confirmed(&app, &asked, &fields, &headline) {
        Ok(confirmed) => confirmed,
        Err(problem) => {
            let again = !fields.get("again").is_empty();
            return confirm(&app, &asked, direction, (problem, again)).await;
        }
    };
    let wish = Wish {
        object: asked.object,
        direction,
        reader: reader.id,
        is_fresh: reader.is_fresh(app.now()),
        network: asked.network,
        at: app.now(),
    };
    let memory = app.clone();
    let rule = move |tx: &mut Tx<'_, '_>| {
        if let Some(spend) = &spend
            && code::spend(tx, spend, None)? == Spent::Elsewhere
        {
            return Ok(Cast::Spent);
        }
        super::vote(tx, &memory.votes, &wish).map(|_| Cast::Done)
    };
    match app.db.write(rule).await {
        Ok(Cast::Spent) => {
            let problem = (Some(Problem::Used), false);
            return confirm(&app, &asked, direction, problem).await;
        }
        Ok(Cast::Done) | Err(VoteError::Closed) => {}
        Err(VoteError::NotFound) => return Err(PageError::NotFound),
        Err(VoteError::Db(error)) => return Err(error.into()),
    }
    let found = find(&app, &asked).await?;
    if asked.is_script() {
        return Ok(json(&news(&app, &asked, &found.ballot)));
    }
    Ok(see_other(&found.ballot.address(asked.urls)))
}

/// Takes back all votes of the reader's browser on what is open, and its cookie.
///
/// # Errors
/// When the database fails.
pub async fn erase(
    State(app): State<App>,
    asked: Asked,
    Form(_): Form,
) -> Result<Response, PageError> {
    let mut after = None;
    while let Some(reader) = asked.reader {
        let (memory, now) = (app.clone(), app.now());
        let rule = move |tx: &mut Tx<'_, '_>| {
            super::erase(tx, &memory.votes, &reader.id, (after, ERASED_MAX), now)
        };
        after = app.db.write(rule).await?;
        if after.is_none() {
            break;
        }
    }
    let ballot = find(&app, &asked).await?.ballot;
    let mut response = see_other(&format!("{}?done=erased", ballot.address(asked.urls)));
    give(&mut response, Reader::forgotten(&app, &asked.headers));
    Ok(response)
}

/// What became of a vote that was confirmed.
enum Cast {
    Done,
    /// Its code was spent on another vote.
    Spent,
}

fn is_siege(app: &App) -> bool {
    app.codes.meter.level(app.now()) == Level::Siege
}

/// The reader whose vote counts now, with the code to be spent on it where one is asked. Until a
/// siege a cookie that came back is enough; a token that comes along must be of this very form.
///
/// # Errors
/// What was wrong with the code, if one was answered.
fn confirmed(
    app: &App,
    asked: &Asked,
    fields: &Fields,
    headline: &str,
) -> Result<(Reader, Option<Spend>), Option<Problem>> {
    let reader = asked.reader.ok_or(None)?;
    let (object, now) = (asked.object, app.now());
    let opened = app
        .codes
        .open(fields.get("ramz"), (Action::Vote, object.id), now);
    let opened = match opened {
        Err(Problem::Missing) if !is_siege(app) => return Ok((reader, None)),
        Err(Problem::Missing) => return Err(None),
        Err(problem) => return Err(Some(problem)),
        Ok(opened) if !opened.is_fresh => return Err(Some(Problem::Stale)),
        Ok(opened) => opened,
    };
    if !is_siege(app) {
        return Ok((reader, None));
    }
    // A code of calmer days has fewer digits; and who wants another picture has answered none.
    if opened.ramz.level() != Level::Siege || !fields.get("act").is_empty() {
        return Err(None);
    }
    let answered = Answered {
        token: fields.get("ramz").to_owned(),
        work: fields.get("work").to_owned(),
        code: fields.get("code").to_owned(),
        answer: fields.get("answer").to_owned(),
        is_lane: false,
        is_known: false,
    };
    let passed = app.codes.check(opened.ramz, &answered, headline, now);
    let ramz = passed.map_err(Some)?.ramz;
    // For one reader and one thing: a change of mind before the code runs out asks no other.
    let (kind, id) = (object.kind.word().as_bytes(), object.id.to_be_bytes());
    let spent_on = app.secrets.key("vote-code").tag(&[kind, &id, &reader.id]);
    Ok((reader, Some(Spend::new(&ramz, spent_on))))
}

/// Counts nothing: gives the browser its cookie, and asks to send the vote once more.
async fn confirm(
    app: &App,
    asked: &Asked,
    direction: Direction,
    (problem, is_again): (Option<Problem>, bool),
) -> Result<Response, PageError> {
    let found = find(app, asked).await?;
    let (lang, now) = (asked.urls.lang, app.now());
    let ramz = app.codes.issue(Action::Vote, asked.object.id, lang, now);
    let ramz = ramz.map_err(|error| PageError::broken(&error))?;
    let needs_code = ramz.level() == Level::Siege;
    let mut response = if asked.is_script() {
        // A script is not asked for a code: it leads the reader to the page that does.
        let token = (!needs_code && problem.is_none()).then(|| ramz.token());
        json(&serde_json::json!({ "ramz": token }))
    } else {
        let title = app.say(lang).say("votes-confirm").into_owned();
        let frame = frame(app, asked, &found, title);
        let part = needs_code.then(|| Part::new(&frame, &ramz, &found.card.headline, problem));
        let view = ConfirmPage {
            frame,
            part,
            thing: found.thing(asked.urls),
            ballot: found.ballot,
            card: found.card,
            token: ramz.token(),
            direction,
            wanted: match direction {
                Direction::For => "votes-confirm-for",
                Direction::Neither => "votes-take-back",
                Direction::Against => "votes-confirm-against",
            },
            how: match asked.reader {
                None if is_again => "votes-cookie-refused",
                None => "votes-confirm-how",
                Some(_) => "votes-confirm-again",
            },
        };
        let page = Page::html(&view)?.with_policy(CachePolicy::Never);
        page.into_response()
    };
    if asked.reader.is_none() {
        let reader = Reader::new(now).map_err(|error| PageError::broken(&error))?;
        give(&mut response, reader.cookie(app, &asked.headers));
    }
    Ok(response)
}

async fn find(app: &App, asked: &Asked) -> Result<Found, PageError> {
    let (object, reader, lang) = (asked.object, asked.reader, asked.urls.lang);
    let (parts, now) = (app.clone(), app.now());
    let rule = move |tx: &mut Tx<'_, '_>| {
        let Some(place) = super::place(tx, object)? else {
            return Ok(None);
        };
        let Some(card) = lists::card(tx, place.article)? else {
            return Ok(None);
        };
        let tally = super::tally(tx, object)?;
        let mut ballot = Ballot::new(object, &tally, &place, now);
        if let Some(reader) = reader {
            ballot.own = super::own(tx, &parts.votes, object, &reader.id)?;
        }
        let writer = match object.kind {
            Kind::Story => None,
            Kind::Comment => {
                let comment = comments::comment(tx, CommentId(object.id))?;
                comment.map(|comment| comment.name)
            }
        };
        let house = parts.houses.get(tx, lang)?;
        Ok::<_, DbError>(Some(Found {
            ballot,
            card,
            writer,
            house,
        }))
    };
    app.db.read(rule).await?.ok_or(PageError::NotFound)
}

fn frame(app: &App, asked: &Asked, found: &Found, title: String) -> Frame {
    let path = found.ballot.address(Urls::full(asked.urls.lang));
    let house = Arc::clone(&found.house);
    Frame::new(app, asked.urls, house, path)
        .titled(title, found.card.headline.clone())
        .hidden()
}

/// What our script shows in place of what it showed.
fn news(app: &App, asked: &Asked, ballot: &Ballot) -> serde_json::Value {
    let say = app.say(asked.urls.lang);
    let choices = ballot.choices().into_iter().map(|choice| {
        serde_json::json!({
            "vote": choice.direction.word(),
            "count": say.number(choice.count),
            "name": say.count(&choice.name(), choice.count),
            "own": choice.is_pressed == Some(true),
        })
    });
    serde_json::json!({ "choices": choices.collect::<Vec<_>>(), "said": say.say(ballot.said()) })
}

fn json(value: &serde_json::Value) -> Response {
    Page::new(value.to_string(), "application/json")
        .with_policy(CachePolicy::Never)
        .into_response()
}

fn give(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
}
