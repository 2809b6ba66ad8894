//! What an admin asks for: the sections, tags and people, and each of them.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sijil_text::Lang;

use super::{Wanted, Wrong};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::staff::Staff;
use crate::topics::{self, Kind, Topic, TopicId};
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

const HERE: &str = "/desk/newsroom/topics";
/// Topics of a kind that are listed.
const LISTED_MAX: i64 = 2000;
const KINDS: [Kind; 3] = [Kind::Section, Kind::Tag, Kind::Person];

/// A topic in both languages, with its place.
struct Row {
    id: TopicId,
    arabic: Option<Topic>,
    english: Option<Topic>,
    parent: Option<TopicId>,
}

impl Row {
    fn in_lang(&self, lang: Lang) -> Option<&Topic> {
        match lang {
            Lang::Ar => self.arabic.as_ref(),
            Lang::En => self.english.as_ref(),
        }
    }

    /// Its name in a language, else in the other.
    fn name(&self, lang: Lang) -> &str {
        let own = self.in_lang(lang).or(self.in_lang(lang.other()));
        own.map_or("", |topic| topic.name.as_str())
    }
}

#[derive(Template)]
#[template(path = "settings/topics/list.html")]
struct ListPage {
    frame: DeskFrame,
    kind: Kind,
    rows: Vec<Row>,
    said: Option<String>,
}

impl ListPage {
    fn kinds() -> [Kind; 3] {
        KINDS
    }

    fn is_kind(&self, kind: &Kind) -> bool {
        self.kind == *kind
    }

    fn is_sections(&self) -> bool {
        self.kind == Kind::Section
    }

    fn other_name(&self, row: &Row) -> String {
        let other = row.in_lang(self.frame.lang.other());
        other.map_or_else(String::new, |topic| topic.name.clone())
    }

    fn parent(&self, row: &Row) -> String {
        let at = |other: &&Row| Some(other.id) == row.parent;
        let parent = self.rows.iter().find(at);
        parent.map_or_else(String::new, |parent| {
            parent.name(self.frame.lang).to_owned()
        })
    }
}

#[derive(Template)]
#[template(path = "settings/topics/topic.html")]
struct TopicPage {
    frame: DeskFrame,
    kind: Kind,
    id: Option<TopicId>,
    fields: Fields,
    /// Sections that it may stand under, or tags that it may become one with.
    others: Vec<(TopicId, String)>,
    stories: i64,
    problem: Option<String>,
}

impl TopicPage {
    fn langs() -> [Lang; 2] {
        Lang::ALL
    }

    fn of(&self, name: &str, lang: &Lang) -> String {
        self.fields
            .raw(&format!("{name}-{}", lang.code()))
            .to_owned()
    }

    fn is_parent(&self, id: &TopicId) -> bool {
        self.fields.get("parent") == id.to_string()
    }

    fn address(&self, lang: &Lang) -> Option<String> {
        let slug = self.of("slug", lang);
        let is_there = self.id.is_some() && !slug.is_empty();
        is_there.then(|| Urls::full(*lang).topic(self.kind, &slug))
    }
}

fn kind_of(fields: &Fields) -> Kind {
    Kind::try_from(fields.get("kind").to_owned()).unwrap_or(Kind::Section)
}

/// All topics of a kind.
///
/// # Errors
/// When the database fails.
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    fields: Fields,
) -> Result<Response, PageError> {
    let kind = kind_of(&fields);
    if fields.get("new") == "1" {
        let asked = Fields::of(vec![("kind".to_owned(), kind.word().to_owned())]);
        return form(&app, staff, (kind, None), asked, None).await;
    }
    let lang = staff.lang;
    let rows = app.db.read(move |tx| rows(tx, kind, lang)).await?;
    let said = match fields.get("said") {
        "saved" => Some("newsroom-saved"),
        "merged" => Some("tags-merged"),
        _ => None,
    };
    let say = app.say(lang);
    let view = ListPage {
        said: said.map(|name| say.say(name).into_owned()),
        frame: DeskFrame::new(
            &app,
            staff,
            "newsroom",
            format!("{HERE}?kind={}", kind.word()),
        ),
        kind,
        rows,
    };
    let page = Page::html(&view)?.with_policy(CachePolicy::Never);
    Ok(page.into_response())
}

/// All topics of a kind in both languages: in the newsroom's order, those that have a name in the
/// reader's language first.
fn rows(tx: &mut Tx<'_, '_>, kind: Kind, lang: Lang) -> Result<Vec<Row>, DbError> {
    let own = topics::all(tx, kind, lang, LISTED_MAX)?;
    let mut others = topics::all(tx, kind, lang.other(), LISTED_MAX)?;
    let row = |own: Option<Topic>, other: Option<Topic>| {
        let one = own.as_ref().or(other.as_ref())?;
        let (id, parent) = (one.id, one.parent);
        let (arabic, english) = match lang {
            Lang::Ar => (own, other),
            Lang::En => (other, own),
        };
        Some(Row {
            id,
            arabic,
            english,
            parent,
        })
    };
    let mut rows = Vec::new();
    for topic in own {
        let place = others.iter().position(|other| other.id == topic.id);
        let other = place.map(|place| others.remove(place));
        rows.extend(row(Some(topic), other));
    }
    rows.extend(
        others
            .into_iter()
            .filter_map(|other| row(None, Some(other))),
    );
    Ok(rows)
}

/// One topic.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn show(
    State(app): State<App>,
    staff: Staff,
    named: Named,
) -> Result<Response, PageError> {
    let id = id(&named)?;
    let found = app.db.read(move |tx| filled(tx, id)).await?;
    let (kind, fields) = found.ok_or(PageError::NotFound)?;
    form(&app, staff, (kind, Some(id)), fields, None).await
}

fn id(named: &Named) -> Result<TopicId, PageError> {
    let id = named.get("id")?.parse().ok().map(TopicId);
    id.ok_or(PageError::NotFound)
}

/// A topic as its form is filled.
fn filled(tx: &mut Tx<'_, '_>, id: TopicId) -> Result<Option<(Kind, Fields)>, DbError> {
    let Some((kind, parent, position)) = topics::place(tx, id)? else {
        return Ok(None);
    };
    let parent = parent.map_or_else(String::new, |parent| parent.to_string());
    let mut pairs = vec![
        ("parent".to_owned(), parent),
        ("position".to_owned(), position.to_string()),
    ];
    for lang in Lang::ALL {
        if let Some(topic) = topics::named(tx, id, lang)? {
            let code = lang.code();
            pairs.push((format!("name-{code}"), topic.name));
            pairs.push((format!("slug-{code}"), topic.slug.as_str().to_owned()));
            pairs.push((format!("role-{code}"), topic.role));
            pairs.push((format!("about-{code}"), topic.about));
        }
    }
    Ok(Some((kind, Fields::of(pairs))))
}

/// Adds a topic.
///
/// # Errors
/// When the database fails.
pub async fn add(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let kind = kind_of(&fields);
    keep(&app, staff, (kind, None), fields).await
}

/// Changes a topic.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let id = id(&named)?;
    let place = app.db.read(move |tx| topics::place(tx, id)).await?;
    let (kind, ..) = place.ok_or(PageError::NotFound)?;
    keep(&app, staff, (kind, Some(id)), fields).await
}

async fn keep(
    app: &App,
    staff: Staff,
    (kind, id): (Kind, Option<TopicId>),
    fields: Fields,
) -> Result<Response, PageError> {
    let wanted = match wanted(kind, &fields) {
        Ok(wanted) => wanted,
        Err(wrong) => return form(app, staff, (kind, id), fields, Some(wrong)).await,
    };
    let new = id.unwrap_or_else(|| app.ids.next(app.now()));
    let (own, by) = (app.clone(), staff.clone());
    let rule = move |tx: &mut Tx<'_, '_>| super::put(tx, &Hand::of(&by, &own), new, &wanted);
    match app.db.write(rule).await? {
        None => Ok(see_other(&format!(
            "{HERE}?kind={}&said=saved",
            kind.word()
        ))),
        Some(wrong) => form(app, staff, (kind, id), fields, Some(wrong)).await,
    }
}

fn wanted(kind: Kind, fields: &Fields) -> Result<Wanted, Wrong> {
    let mut names = Vec::new();
    for lang in Lang::ALL {
        let field = |name: &str| fields.get(&format!("{name}-{}", lang.code()));
        let typed = [field("name"), field("slug"), field("role"), field("about")];
        names.extend(super::name(lang, typed)?);
    }
    let parent = fields.get("parent").parse().ok().map(TopicId);
    Ok(Wanted {
        kind,
        parent: parent.filter(|_| kind == Kind::Section),
        position: fields.get("position").parse().unwrap_or_default(),
        names,
    })
}

async fn form(
    app: &App,
    staff: Staff,
    (kind, id): (Kind, Option<TopicId>),
    fields: Fields,
    wrong: Option<Wrong>,
) -> Result<Response, PageError> {
    let lang = staff.lang;
    let (others, stories) = app
        .db
        .read(move |tx| {
            let rows = if kind == Kind::Person {
                vec![]
            } else {
                rows(tx, kind, lang)?
            };
            let stories = id.map(|id| topics::count(tx, id)).transpose()?;
            Ok::<_, DbError>((rows, stories.unwrap_or_default()))
        })
        .await?;
    let others = others.into_iter().filter(|row| Some(row.id) != id);
    let say = app.say(lang);
    let problem = wrong.map(|wrong| match wrong {
        Wrong::Nameless => "topic-nameless",
        Wrong::Slug => "topic-slug",
        Wrong::Taken => "topic-taken",
        Wrong::Loop => "topic-loop",
    });
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = TopicPage {
        others: others
            .map(|row| (row.id, row.name(lang).to_owned()))
            .collect(),
        problem: problem.map(|name| say.say(name).into_owned()),
        frame: DeskFrame::new(app, staff, "newsroom", HERE),
        kind,
        id,
        fields,
        stories,
    };
    let page = Page::html(&view)?.with_status(status);
    Ok(page.with_policy(CachePolicy::Never).into_response())
}

/// Makes one tag of two: that of the address ends, the other stays.
///
/// # Errors
/// [`PageError::NotFound`] unless both are tags.
pub async fn merge(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let from = id(&named)?;
    let into = fields.get("into").parse().ok().map(TopicId);
    let into = into.ok_or(PageError::NotFound)?;
    let own = app.clone();
    let rule =
        move |tx: &mut Tx<'_, '_>| super::merge(tx, &Hand::of(&staff, &own), from, into).map(drop);
    match app.db.write(rule).await {
        Ok(()) => Ok(see_other(&format!("{HERE}?kind=tag&said=merged"))),
        Err(DbError::Check(_)) => Err(PageError::NotFound),
        Err(error) => Err(error.into()),
    }
}
