//! The record's part of the sitemaps: every page of it that readers may see, in both languages.
//! What is withheld, suggested or taken back is in none.

use askama::Template;
use axum::extract::State;
use sijil_text::Lang;

use super::store;
use crate::app::App;
use crate::changes::Tag;
use crate::db::{DbError, Tx, UtcMillis};
use crate::record::objects::ObjectKind;
use crate::web::extract::Named;
use crate::web::{Page, PageError, Urls};

/// Claims, groups or things of one file, each with an address in either language: the format
/// allows 50,000 addresses (sitemaps.org).
const FILE_THINGS: i64 = 20_000;
/// Files of one kind that the index names.
const FILES_MAX: i64 = 500;
/// The lists that are no things of their own.
const LISTS: [&str; 5] = ["tolls", "truces", "control", "files", "method"];

#[derive(Template)]
#[template(path = "feeds/sitemap.xml")]
struct Sitemap {
    places: Vec<(String, Option<String>)>,
}

/// What a file of the sitemap holds.
#[derive(Clone, Copy)]
enum Part {
    Claims,
    Groups,
    Things,
}

const PARTS: [(&str, Part); 3] = [
    ("claims", Part::Claims),
    ("groups", Part::Groups),
    ("things", Part::Things),
];

/// The names of the record's sitemaps; none while the record is empty.
///
/// # Errors
/// When the database fails.
pub fn sitemap_names(tx: &mut Tx<'_, '_>) -> Result<Vec<String>, DbError> {
    let mut names = Vec::new();
    for (name, part) in PARTS {
        for number in 0..FILES_MAX {
            if addresses(tx, part, (number * FILE_THINGS, 1))?.is_empty() {
                break;
            }
            names.push(format!("{name}-{}.xml", number + 1));
        }
    }
    if !names.is_empty() {
        names.insert(0, "pages.xml".to_owned());
    }
    Ok(names)
}

/// One of them.
///
/// # Errors
/// [`PageError::NotFound`] when nothing is in it.
pub(super) async fn sitemap(State(app): State<App>, named: Named) -> Result<Page, PageError> {
    let name = named.get("part")?.strip_suffix(".xml");
    let name = name.ok_or(PageError::NotFound)?.to_owned();
    let found = app.db.read(move |tx| file(tx, &name)).await?;
    if found.is_empty() {
        return Err(PageError::NotFound);
    }
    let each = Lang::ALL.into_iter().flat_map(|lang| {
        let (app, urls) = (&app, Urls::full(lang));
        found.iter().map(move |address| {
            let changed = address.changed.map(|at| app.config.zone.rfc3339(at));
            (format!("{}{}", app.config.url, address.path(urls)), changed)
        })
    });
    let view = Sitemap {
        places: each.collect(),
    };
    let made_of = Lang::ALL.into_iter().map(Tag::latest).chain([Tag::Record]);
    Ok(Page::rendered(&view, "application/xml; charset=utf-8")?.tagged(made_of))
}

/// A page of the record.
struct Address {
    list: &'static str,
    /// Nothing for a list as a whole.
    id: Option<i64>,
    changed: Option<UtcMillis>,
}

impl Address {
    fn path(&self, urls: Urls) -> String {
        match self.id {
            Some(id) => urls.record_thing(self.list, id),
            None if self.list.is_empty() => urls.record(),
            None => urls.record_list(self.list),
        }
    }
}

fn file(tx: &mut Tx<'_, '_>, name: &str) -> Result<Vec<Address>, DbError> {
    if name == "pages" {
        return match sitemap_names(tx)?.is_empty() {
            true => Ok(vec![]),
            false => Ok(lists()),
        };
    }
    let Some((name, number)) = name.rsplit_once('-') else {
        return Ok(vec![]);
    };
    let part = PARTS.iter().find(|(known, _)| *known == name);
    let number = number.parse::<i64>().ok();
    let number = number.filter(|number| (1..=FILES_MAX).contains(number));
    match (part, number) {
        (Some((_, part)), Some(number)) => {
            addresses(tx, *part, ((number - 1) * FILE_THINGS, FILE_THINGS))
        }
        _ => Ok(vec![]),
    }
}

fn lists() -> Vec<Address> {
    let all = [""].into_iter().chain(LISTS);
    all.map(|list| Address {
        list,
        id: None,
        changed: None,
    })
    .collect()
}

fn addresses(tx: &mut Tx<'_, '_>, part: Part, from: (i64, i64)) -> Result<Vec<Address>, DbError> {
    let address = |list, id, at| Address {
        list,
        id: Some(id),
        changed: Some(at),
    };
    let of_kind = |(kind, id, at)| Some(address(list_of(kind)?, id, at));
    Ok(match part {
        Part::Claims => {
            let found = store::claims(tx, from)?.into_iter();
            found.map(|(id, at)| address("claims", id, at)).collect()
        }
        Part::Groups => store::groups(tx, from)?
            .into_iter()
            .filter_map(of_kind)
            .collect(),
        Part::Things => store::things(tx, from)?
            .into_iter()
            .filter_map(of_kind)
            .collect(),
    })
}

/// The list that a thing's page stands in; nothing for what has no page.
fn list_of(kind: ObjectKind) -> Option<&'static str> {
    match kind {
        ObjectKind::Event | ObjectKind::Figure => Some("tolls"),
        ObjectKind::Truce => Some("truces"),
        ObjectKind::Source => Some("sources"),
        ObjectKind::Actor => Some("actors"),
        ObjectKind::Place => Some("places"),
        ObjectKind::Claim | ObjectKind::Control | ObjectKind::Talks => None,
    }
}
