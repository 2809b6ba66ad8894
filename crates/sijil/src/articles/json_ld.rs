//! What machines are told of a story: schema.org `NewsArticle`, with its corrections.

use std::borrow::Cow;

use serde::Serialize;
use sijil_text::plain_text;

use super::{Content, Correction, Printed};
use crate::db::UtcMillis;
use crate::record::{ClaimPart, StoryClaim};
use crate::topics::{Kind, Topic, TopicId};
use crate::web::house::House;
use crate::web::text::{JsonBlock, excerpt};
use crate::web::{Frame, PageError, Urls};

/// Characters of a description; previews cut longer ones.
const DESCRIPTION_CHARS_MAX: usize = 200;

/// What the block is made from.
pub struct JsonLd<'a> {
    /// The page's frame.
    pub frame: &'a Frame,
    /// The newest revision.
    pub printed: &'a Printed,
    /// When the first one was published, as [`published`] gives it.
    pub published: &'a str,
    /// Names, and the pages of those who have one.
    pub bylines: &'a [(String, Option<String>)],
    /// From the top section down.
    pub sections: &'a [Topic],
    /// The public corrections.
    pub corrections: &'a [Correction],
    /// How many comments readers see.
    pub comments: usize,
    /// What the record has of it.
    pub claims: &'a [StoryClaim],
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: (NewsArticle<'a>, BreadcrumbList<'a>),
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    main_entity_of_page: &'a str,
    headline: &'a str,
    description: &'a str,
    in_language: &'static str,
    date_published: &'a str,
    date_modified: String,
    is_accessible_for_free: bool,
    image: [String; 1],
    version: i64,
    publisher: NewsMediaOrganization<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment_count: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<CorrectionComment<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<ClaimPart<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct NewsMediaOrganization<'a> {
    name: &'a str,
    url: String,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Author<'a> {
    Person {
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    Organization {
        name: &'a str,
    },
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct CorrectionComment<'a> {
    text: &'a str,
    date_published: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct BreadcrumbList<'a> {
    item_list_element: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct ListItem<'a> {
    position: u32,
    name: Cow<'a, str>,
    item: String,
}

impl<'a> JsonLd<'a> {
    /// The block: the story and the path of sections to it.
    ///
    /// # Errors
    /// As [`JsonBlock::new`].
    pub fn block(&self) -> Result<JsonBlock, PageError> {
        let url = self.frame.absolute(&self.frame.path);
        JsonBlock::new(&Document {
            context: "https://schema.org",
            graph: (self.article(&url), self.path()),
        })
    }

    fn article(&self, url: &'a str) -> NewsArticle<'a> {
        let (frame, content) = (self.frame, &self.printed.content);
        NewsArticle {
            id: url,
            url,
            main_entity_of_page: url,
            headline: &content.headline,
            description: &frame.description,
            in_language: frame.lang().code(),
            date_published: self.published,
            date_modified: frame.say().rfc3339(self.printed.at),
            is_accessible_for_free: true,
            image: [frame.preview()],
            version: self.printed.number,
            publisher: NewsMediaOrganization {
                name: &frame.house.name,
                url: frame.absolute(&Urls::full(frame.lang()).front()),
            },
            author: self.authors(),
            article_section: self.sections.last().map(|section| section.name.as_str()),
            dateline: content.dateline.as_deref(),
            comment_count: Some(self.comments).filter(|comments| *comments > 0),
            correction: self
                .corrections
                .iter()
                .filter(|one| one.kind.is_of_error())
                .map(|one| self.correction(one))
                .collect(),
            has_part: self
                .claims
                .iter()
                .map(|claim| claim.as_part(frame))
                .collect(),
        }
    }

    /// Those who are named; where nobody is, the agency.
    fn authors(&self) -> Vec<Author<'a>> {
        let people = self.bylines.iter().map(|(name, href)| Author::Person {
            name,
            url: href.as_ref().map(|href| self.frame.absolute(href)),
        });
        let agency = self.printed.content.agency.as_ref();
        let agency = agency.filter(|_| self.bylines.is_empty());
        people
            .chain(agency.map(|name| Author::Organization { name }))
            .collect()
    }

    fn correction(&self, correction: &'a Correction) -> CorrectionComment<'a> {
        CorrectionComment {
            text: &correction.text,
            date_published: self.frame.say().rfc3339(correction.at),
        }
    }

    fn path(&self) -> BreadcrumbList<'a> {
        let urls = Urls::full(self.frame.lang());
        let front = (self.frame.t("front-page"), urls.front());
        let sections = self.sections.iter().map(|section| {
            let name = Cow::Borrowed(section.name.as_str());
            (name, urls.section(section.slug.as_str()))
        });
        let items = std::iter::once(front).chain(sections).zip(1..);
        let items = items.map(|((name, path), position)| ListItem {
            position,
            name,
            item: self.frame.absolute(&path),
        });
        BreadcrumbList {
            item_list_element: items.collect(),
        }
    }
}

/// Who wrote a story: names, each with the address of the person's page.
#[must_use]
pub fn bylines(content: &Content, people: &[Topic], urls: Urls) -> Vec<(String, Option<String>)> {
    let linked = content.bylines.iter().map(|byline| {
        let person = people
            .iter()
            .find(|person| Some(person.id) == byline.person);
        let href = person.map(|person| urls.topic(Kind::Person, person.slug.as_str()));
        (byline.name.clone(), href)
    });
    linked.collect()
}

/// When a story was first published, as exactly as it is known.
#[must_use]
pub fn published(frame: &Frame, content: &Content, at: UtcMillis) -> String {
    if content.is_day_only {
        frame.say().iso_day(at)
    } else {
        frame.say().rfc3339(at)
    }
}

/// The standfirst, else the beginning of the text.
#[must_use]
pub fn description(content: &Content) -> String {
    if content.standfirst.is_empty() {
        excerpt(&plain_text(&content.body).text, DESCRIPTION_CHARS_MAX)
    } else {
        content.standfirst.clone()
    }
}

/// The sections from the top one down to `section`.
#[must_use]
pub fn path_to(house: &House, section: Option<TopicId>) -> Vec<Topic> {
    let mut path = Vec::new();
    let mut wanted = section;
    while let Some(id) = wanted {
        let Some(section) = house.sections.iter().find(|other| other.id == id) else {
            break;
        };
        // A loop among the parents would never end.
        if path.len() > house.sections.len() {
            break;
        }
        path.push(section.clone());
        wanted = section.parent;
    }
    path.reverse();
    path
}
