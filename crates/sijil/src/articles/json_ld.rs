//! What machines are told of a story: schema.org `NewsArticle`, with its corrections.

use serde_json::{Value, json};
use sijil_text::plain_text;

use super::{Content, Correction, Printed};
use crate::db::UtcMillis;
use crate::topics::{Topic, TopicId};
use crate::web::house::House;
use crate::web::text::{JsonBlock, excerpt};
use crate::web::{Frame, Urls};

/// Characters of a description; previews cut longer ones.
const DESCRIPTION_CHARS_MAX: usize = 200;

/// What the block is made from.
pub struct JsonLd<'a> {
    /// The page's frame.
    pub frame: &'a Frame,
    /// The newest revision.
    pub printed: &'a Printed,
    /// When the first one was published.
    pub published_at: UtcMillis,
    /// Names, and the pages of those who have one.
    pub bylines: &'a [(String, Option<String>)],
    /// From the top section down.
    pub sections: &'a [Topic],
    /// The public corrections.
    pub corrections: &'a [Correction],
}

impl JsonLd<'_> {
    /// The block: the story and the path of sections to it.
    #[must_use]
    pub fn block(&self) -> JsonBlock {
        JsonBlock::new(&json!({
            "@context": "https://schema.org",
            "@graph": [self.article(), self.path()],
        }))
    }

    fn article(&self) -> Value {
        let (frame, content) = (self.frame, &self.printed.content);
        let url = frame.absolute(&frame.path);
        let mut article = json!({
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": content.headline,
            "description": frame.description,
            "inLanguage": frame.lang().code(),
            "datePublished": published(frame, content, self.published_at),
            "dateModified": frame.say().rfc3339(self.printed.at),
            "isAccessibleForFree": true,
            "image": [frame.preview()],
            "version": self.printed.number,
            "publisher": {
                "@type": "NewsMediaOrganization",
                "name": frame.house.name,
                "url": frame.absolute(&Urls::full(frame.lang()).front()),
            },
        });
        let Value::Object(fields) = &mut article else {
            return article;
        };
        if !self.bylines.is_empty() {
            let authors = self
                .bylines
                .iter()
                .map(|byline| self.person(byline))
                .collect();
            fields.insert("author".to_owned(), Value::Array(authors));
        } else if let Some(agency) = &content.agency {
            let author = json!([{"@type": "Organization", "name": agency}]);
            fields.insert("author".to_owned(), author);
        }
        if let Some(section) = self.sections.last() {
            fields.insert("articleSection".to_owned(), json!(section.name));
        }
        if let Some(dateline) = &content.dateline {
            fields.insert("dateline".to_owned(), json!(dateline));
        }
        if !self.corrections.is_empty() {
            let corrections = self
                .corrections
                .iter()
                .map(|correction| self.correction(correction));
            fields.insert("correction".to_owned(), Value::Array(corrections.collect()));
        }
        article
    }

    fn person(&self, (name, href): &(String, Option<String>)) -> Value {
        match href {
            Some(href) => {
                json!({"@type": "Person", "name": name, "url": self.frame.absolute(href)})
            }
            None => json!({"@type": "Person", "name": name}),
        }
    }

    fn correction(&self, correction: &Correction) -> Value {
        json!({
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": self.frame.say().rfc3339(correction.at),
        })
    }

    fn path(&self) -> Value {
        let urls = Urls::full(self.frame.lang());
        let front = (self.frame.t("front-page").into_owned(), urls.front());
        let sections = self
            .sections
            .iter()
            .map(|section| (section.name.clone(), urls.section(section.slug.as_str())));
        let items = std::iter::once(front).chain(sections).zip(1_u32..);
        let items: Vec<Value> = items
            .map(|((name, path), position)| {
                let item = self.frame.absolute(&path);
                json!({"@type": "ListItem", "position": position, "name": name, "item": item})
            })
            .collect();
        json!({"@type": "BreadcrumbList", "itemListElement": items})
    }
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
