//! Everything an admin sets, as one file in TOML: taken away, kept, and taken in by another
//! newsroom.
//!
//! Passwords, accounts, stories and pictures are not in it. The format is described in
//! `docs/operators/settings.md`.

pub mod desk;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sijil_text::{Lang, SafeHtml, Slug};

use super::choices::NAMES;
use super::{Link, Look, Place, choose, current_look, links, menus, put_look, put_menu, put_words};
use crate::config::Config;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind as About, Subject};
use crate::slots::{self, Slot, Words};
use crate::topics::{self, Kind, TopicId, TopicName};

/// What the file says it is; another number is another format.
const FORMAT: &str = "sijil newsroom 1";
/// Topics of each kind.
const TOPICS_MAX: i64 = 5000;

/// The file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewsroomFile {
    format: String,
    #[serde(default)]
    choices: BTreeMap<String, String>,
    #[serde(default)]
    look: Option<Look>,
    #[serde(default)]
    words: Vec<FileWords>,
    #[serde(default)]
    menu: Vec<FileMenu>,
    #[serde(default)]
    topic: Vec<FileTopic>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileWords {
    slot: String,
    lang: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    body: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileMenu {
    place: String,
    lang: String,
    links: Vec<Link>,
}

/// A section, tag or person; `parent` is the slug of the section above, in the same language order
/// as `name`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTopic {
    kind: String,
    #[serde(default)]
    parent: Option<String>,
    #[serde(default)]
    position: i64,
    name: Vec<FileName>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileName {
    lang: String,
    slug: String,
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    about: String,
}

/// What a file would set, or has set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Choices.
    pub choices: usize,
    /// Words of the newsroom's own.
    pub words: usize,
    /// Menus.
    pub menus: usize,
    /// Sections, tags and people.
    pub topics: usize,
    /// Whether it has a look.
    pub has_look: bool,
}

/// Why a file is not taken: in words for whoever wrote it, which name its place.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It is not right.
    #[error("{0}")]
    Wrong(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Writes everything down.
///
/// # Errors
/// When the database fails.
pub fn export(tx: &mut Tx<'_, '_>, choices: &super::Choices) -> Result<NewsroomFile, DbError> {
    let look = current_look(tx)?;
    let mut file = NewsroomFile {
        format: FORMAT.to_owned(),
        choices: NAMES
            .map(|name| (name.to_owned(), choices.text(name)))
            .into(),
        look: (look != Look::default()).then_some(look),
        words: Vec::new(),
        menu: Vec::new(),
        topic: Vec::new(),
    };
    for lang in Lang::ALL {
        let all = slots::all(tx, lang)?.into_iter();
        file.words.extend(all.map(|(slot, words)| FileWords {
            slot: slot.word().to_owned(),
            lang: lang.code().to_owned(),
            title: words.title,
            body: words.body.as_str().to_owned(),
        }));
        let own = links(tx, lang)?;
        for place in Place::ALL {
            let of = own.iter().filter(|(other, _)| *other == place);
            let links: Vec<Link> = of.map(|(_, link)| link.clone()).collect();
            if !links.is_empty() {
                file.menu.push(FileMenu {
                    place: place.word().to_owned(),
                    lang: lang.code().to_owned(),
                    links,
                });
            }
        }
    }
    for kind in [Kind::Section, Kind::Tag, Kind::Person] {
        export_topics(tx, kind, &mut file.topic)?;
    }
    Ok(file)
}

fn export_topics(
    tx: &mut Tx<'_, '_>,
    kind: Kind,
    into: &mut Vec<FileTopic>,
) -> Result<(), DbError> {
    let mut each: BTreeMap<TopicId, Vec<topics::Topic>> = BTreeMap::new();
    for lang in Lang::ALL {
        for topic in topics::all(tx, kind, lang, TOPICS_MAX)? {
            each.entry(topic.id).or_default().push(topic);
        }
    }
    let slug_of = |id: TopicId| {
        let names = each.get(&id)?;
        Some(names.first()?.slug.as_str().to_owned())
    };
    for (id, names) in &each {
        let (_, parent, position) = topics::place(tx, *id)?.unwrap_or((kind, None, 0));
        let name = names.iter().map(|topic| FileName {
            lang: topic.lang.code().to_owned(),
            slug: topic.slug.as_str().to_owned(),
            name: topic.name.clone(),
            role: topic.role.clone(),
            about: topic.about.clone(),
        });
        into.push(FileTopic {
            kind: kind.word().to_owned(),
            parent: parent.and_then(slug_of),
            position,
            name: name.collect(),
        });
    }
    Ok(())
}

impl NewsroomFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`FileError::Wrong`] where it is not of the format.
    pub fn parse(text: &str) -> Result<Self, FileError> {
        let file: Self = toml::from_str(text).map_err(|error| wrong(&error.to_string()))?;
        if file.format != FORMAT {
            return Err(wrong(&format!("format: {} is not {FORMAT}", file.format)));
        }
        Ok(file)
    }

    /// The file's text.
    ///
    /// # Errors
    /// Never for what came from a newsroom; the error is the serialiser's.
    pub fn text(&self) -> Result<String, toml::ser::Error> {
        toml::to_string_pretty(self)
    }
}

fn wrong(why: &str) -> FileError {
    FileError::Wrong(why.to_owned())
}

/// Sets everything that a file says; what it is silent about stays. Sections, tags and people are
/// known by kind, language and slug.
///
/// # Errors
/// [`FileError::Wrong`]; then nothing of it is kept.
pub fn take(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    config: &Config,
    file: &NewsroomFile,
) -> Result<Taken, FileError> {
    let mut chosen = Vec::new();
    for (name, value) in &file.choices {
        let known = NAMES.iter().find(|known| *known == name);
        let known = known.ok_or_else(|| wrong(&format!("choices: there is no {name}")))?;
        chosen.push((*known, value.clone()));
    }
    if let Some((name, why)) = choose(tx, hand, config, &chosen)? {
        return Err(wrong(&format!("choices: {name}: {why}")));
    }
    if let Some(look) = &file.look {
        if let Some(faint) = look.faint().first() {
            let (upper, lower) = (faint.upper, faint.lower);
            return Err(wrong(&format!(
                "look: {upper} on {lower} by {}: contrast {:.2}, at least {:.1} is needed",
                faint.mode.word(),
                faint.measured,
                faint.wanted
            )));
        }
        put_look(tx, hand, look)?;
    }
    for words in &file.words {
        let place = (slot(&words.slot)?, lang(&words.lang)?);
        let body = SafeHtml::sanitise(&words.body);
        let title = words.title.clone();
        put_words(tx, hand, place, &Words { title, body })?;
    }
    for menu in &file.menu {
        let place = Place::try_from(menu.place.clone()).map_err(FileError::Wrong)?;
        let links = menus::parse(&menus::typed(&menu.links));
        let links = links.map_err(|line| wrong(&format!("menu: {line}")))?;
        put_menu(tx, hand, (place, lang(&menu.lang)?), &links)?;
    }
    take_topics(tx, hand, &file.topic)?;
    let subject = Subject(About::Site, 0);
    ledger::append(tx, hand, Act::SettingsTaken, subject, FORMAT)?;
    Ok(Taken {
        choices: file.choices.len(),
        words: file.words.len(),
        menus: file.menu.len(),
        topics: file.topic.len(),
        has_look: file.look.is_some(),
    })
}

fn slot(word: &str) -> Result<Slot, FileError> {
    Slot::try_from(word.to_owned()).map_err(FileError::Wrong)
}

fn lang(code: &str) -> Result<Lang, FileError> {
    Lang::try_from(code).map_err(|error| wrong(&error.to_string()))
}

fn take_topics(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    wanted: &[FileTopic],
) -> Result<(), FileError> {
    let mut sections: BTreeMap<&str, TopicId> = BTreeMap::new();
    // Sections may stand before those above them: first all of them, then where they stand.
    for is_placing in [false, true] {
        for topic in wanted {
            let kind = Kind::try_from(topic.kind.clone()).map_err(FileError::Wrong)?;
            let names = topic.name.iter().map(name).collect::<Result<Vec<_>, _>>()?;
            let id = known(tx, kind, &names)?.unwrap_or_else(|| hand.ids.next(hand.at));
            let parent = match topic.parent.as_deref().filter(|_| is_placing) {
                None => None,
                Some(slug) => Some(
                    *sections
                        .get(slug)
                        .ok_or_else(|| wrong(&format!("topic: there is no section {slug}")))?,
                ),
            };
            let wanted = super::topics::Wanted {
                kind,
                parent,
                position: topic.position,
                names,
            };
            if let Some(why) = super::topics::put(tx, hand, id, &wanted)? {
                let named = topic.name.first().map_or("", |name| name.name.as_str());
                return Err(wrong(&format!("topic: {named}: {why:?}")));
            }
            if kind == Kind::Section {
                sections.extend(topic.name.iter().map(|name| (name.slug.as_str(), id)));
            }
        }
    }
    Ok(())
}

fn name(name: &FileName) -> Result<TopicName, FileError> {
    let slug = Slug::parse(&name.slug);
    let slug = slug.map_err(|_refused| wrong(&format!("topic: {} is no slug", name.slug)))?;
    Ok(TopicName {
        lang: lang(&name.lang)?,
        slug,
        name: name.name.clone(),
        role: name.role.clone(),
        about: name.about.clone(),
    })
}

/// The topic that has one of these slugs already.
fn known(tx: &mut Tx<'_, '_>, kind: Kind, names: &[TopicName]) -> Result<Option<TopicId>, DbError> {
    for name in names {
        if let Some(topic) = topics::with_slug(tx, kind, name.lang, &name.slug)? {
            return Ok(Some(topic.id));
        }
    }
    Ok(None)
}
