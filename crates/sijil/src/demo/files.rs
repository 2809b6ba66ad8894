//! The invented newspaper's files, as they are written in `fixtures/newsroom`.

use std::collections::BTreeMap;

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sijil_text::Lang;
use toml::value::Datetime;

use crate::clock;
use crate::db::UtcMillis;

include!(concat!(env!("OUT_DIR"), "/demo_files.rs"));

/// A text in both languages.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Both {
    ar: String,
    en: String,
}

impl Both {
    pub(super) fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

/// `newsroom.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Newsroom {
    pub(super) site: Site,
    #[serde(rename = "section")]
    pub(super) sections: Vec<Topic>,
    #[serde(rename = "tag")]
    pub(super) tags: Vec<Topic>,
    #[serde(rename = "person")]
    pub(super) people: Vec<Topic>,
    #[serde(rename = "picture")]
    pub(super) pictures: Vec<Picture>,
    #[serde(rename = "slot")]
    pub(super) slots: Vec<Slot>,
    #[serde(rename = "front")]
    pub(super) fronts: Vec<Front>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Site {
    pub(super) name: Both,
    pub(super) tagline: Both,
    pub(super) description: Both,
    pub(super) timezone: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Topic {
    pub(super) key: String,
    pub(super) parent: Option<String>,
    pub(super) name: Both,
    pub(super) slug: Both,
    #[serde(default)]
    pub(super) description: Both,
    #[serde(default)]
    pub(super) role: Both,
    #[serde(default)]
    pub(super) bio: Both,
}

#[derive(Debug, Deserialize)]
pub(super) struct Picture {
    pub(super) key: String,
    pub(super) file: String,
    pub(super) alt: Both,
    pub(super) caption: Both,
    pub(super) credit: Both,
}

#[derive(Debug, Deserialize)]
pub(super) struct Slot {
    pub(super) key: String,
    pub(super) title: Both,
    pub(super) body: Both,
}

#[derive(Debug, Deserialize)]
pub(super) struct Front {
    ar: Vec<String>,
    en: Vec<String>,
}

impl Front {
    pub(super) fn of(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        }
    }
}

/// `stories/{lang}/{key}.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Story {
    pub(super) key: String,
    pub(super) lang: String,
    pub(super) headline: String,
    #[serde(default)]
    pub(super) standfirst: String,
    pub(super) slug: Option<String>,
    published: Datetime,
    pub(super) section: String,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) bylines: Vec<String>,
    pub(super) dateline: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) sign_off: Option<String>,
    pub(super) picture: Option<String>,
    pub(super) alt: Option<String>,
    pub(super) caption: Option<String>,
    pub(super) credit: Option<String>,
    pub(super) body: String,
    #[serde(default, rename = "revision")]
    pub(super) revisions: Vec<Revision>,
    pub(super) withdrawal: Option<Withdrawal>,
}

impl Story {
    pub(super) fn published(&self) -> anyhow::Result<UtcMillis> {
        instant(&self.published)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Revision {
    published: Datetime,
    pub(super) headline: Option<String>,
    pub(super) standfirst: Option<String>,
    pub(super) body: Option<String>,
    pub(super) correction: Option<String>,
}

impl Revision {
    pub(super) fn published(&self) -> anyhow::Result<UtcMillis> {
        instant(&self.published)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Withdrawal {
    at: Datetime,
    pub(super) notice: String,
}

impl Withdrawal {
    pub(super) fn at(&self) -> anyhow::Result<UtcMillis> {
        instant(&self.at)
    }
}

fn instant(at: &Datetime) -> anyhow::Result<UtcMillis> {
    clock::instant(&at.to_string()).map_err(anyhow::Error::msg)
}

/// `comments.toml`.
#[derive(Debug, Deserialize)]
struct Comments {
    #[serde(rename = "comment")]
    comments: Vec<Comment>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Comment {
    pub(super) story: String,
    pub(super) lang: String,
    pub(super) key: Option<String>,
    pub(super) name: String,
    pub(super) answers: Option<String>,
    at: Datetime,
    pub(super) state: Option<String>,
    pub(super) body: String,
}

impl Comment {
    pub(super) fn at(&self) -> anyhow::Result<UtcMillis> {
        instant(&self.at)
    }
}

/// What readers wrote, in the order in which they did.
pub(super) fn comments() -> anyhow::Result<Vec<Comment>> {
    let file: Comments = parse("comments.toml", bytes("comments.toml")?)?;
    Ok(file.comments)
}

/// What its editors confirmed in its stories.
pub(super) fn record() -> anyhow::Result<super::record::Record> {
    parse("record.toml", bytes("record.toml")?)
}

/// The newsroom itself.
pub(super) fn newsroom() -> anyhow::Result<Newsroom> {
    parse("newsroom.toml", bytes("newsroom.toml")?)
}

/// All stories, in the order of their files.
pub(super) fn stories() -> anyhow::Result<Vec<Story>> {
    let files = FILES
        .iter()
        .filter(|(name, _)| name.starts_with("stories/"));
    files.map(|(name, bytes)| parse(name, bytes)).collect()
}

/// The bytes of a file.
pub(super) fn bytes(name: &str) -> anyhow::Result<&'static [u8]> {
    let found = FILES.iter().find(|(other, _)| *other == name);
    found
        .map(|(_, bytes)| *bytes)
        .with_context(|| format!("the demo has no file {name}"))
}

fn parse<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> anyhow::Result<T> {
    let text = std::str::from_utf8(bytes).with_context(|| format!("read the demo's {name}"))?;
    toml::from_str(text).with_context(|| format!("read the demo's {name}"))
}

/// Identifiers by key.
pub(super) type Keys<T> = BTreeMap<String, T>;
