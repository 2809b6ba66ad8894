//! What the layout of every page needs.

use std::borrow::Cow;
use std::sync::Arc;

use sijil_text::Lang;

use super::assets::Assets;
use super::house::House;
use super::{Edition, Say, Urls, urls};
use crate::app::App;
use crate::lists::Thumbnail;
use crate::media::{self, Crop, Format, Shape};
use crate::settings::Logo;
use crate::slots::Slot;
use crate::topics::{Topic, TopicId};

/// Pixels of a card's widest picture: a column at double density.
const CARD_WIDTH_MAX: u32 = 800;

/// The layout's part of a page.
pub struct Frame {
    /// The addresses of its language and edition.
    pub urls: Urls,
    /// The paper's name and sections.
    pub house: Arc<House>,
    /// Static files.
    pub assets: &'static Assets,
    /// What the page is about, without the paper's name.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: String,
    /// The page's address without its host, in the full edition; empty where nothing is.
    pub path: String,
    /// The same page in the other language, without its host.
    pub translation: Option<String>,
    /// What was searched for.
    pub query: String,
    /// The Atom feed of what the page lists.
    pub feed: String,
    /// The preview's picture, without its host.
    pub image: Option<String>,
    /// `article` or `website`, for previews.
    pub kind: &'static str,
    /// Whether search engines are asked to leave the page out.
    pub is_hidden: bool,
    /// The top section that the page stands in.
    top: Option<TopicId>,
    app: App,
}

impl Frame {
    /// The frame of a page at `path` (in the full edition).
    #[must_use]
    pub fn new(app: &App, urls: Urls, house: Arc<House>, path: String) -> Self {
        let feed = format!("/{}/feed.atom", urls.lang.code());
        Self {
            urls,
            house,
            assets: Assets::get(),
            title: String::new(),
            description: String::new(),
            path,
            translation: None,
            query: String::new(),
            feed,
            image: None,
            kind: "website",
            is_hidden: false,
            top: None,
            app: app.clone(),
        }
    }

    /// With what the page is about.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>, description: impl Into<String>) -> Self {
        self.title = title.into();
        self.description = description.into();
        self
    }

    /// With the same page in the other language.
    #[must_use]
    pub fn translated(mut self, path: Option<String>) -> Self {
        self.translation = path;
        self
    }

    /// Within a section, which the menu then marks or the one above it.
    #[must_use]
    pub fn within(mut self, section: Option<TopicId>) -> Self {
        self.top = section;
        // One step for each section there is: a loop among the parents would never end.
        for _ in &self.house.sections {
            let at = |other: &&Topic| Some(other.id) == self.top;
            let above = self.house.sections.iter().find(at);
            let Some(parent) = above.and_then(|section| section.parent) else {
                break;
            };
            self.top = Some(parent);
        }
        self
    }

    /// With a feed of its own.
    #[must_use]
    pub fn fed(mut self, feed: String) -> Self {
        self.feed = feed;
        self
    }

    /// Left out by search engines.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.is_hidden = true;
        self
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.urls.lang
    }

    /// The sentences of the page's language.
    #[must_use]
    pub fn say(&self) -> &Say {
        self.app.say(self.urls.lang)
    }

    /// The sentence of that name.
    #[must_use]
    pub fn t(&self, name: &str) -> Cow<'_, str> {
        self.say().say(name)
    }

    /// Whether pictures are shown.
    #[must_use]
    pub fn has_pictures(&self) -> bool {
        self.urls.edition.has_pictures()
    }

    /// A path as machines are told it: with the host, percent-encoded.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.app.config.url, urls::encoded(path))
    }

    /// The page's address as people read and type it: in its own script.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}", self.app.config.url, self.path)
    }

    /// The page in both languages, for `hreflang`; empty when it has no translation.
    #[must_use]
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        let Some(translation) = &self.translation else {
            return Vec::new();
        };
        let other = self.absolute(translation);
        let mut both = vec![
            (self.lang().code(), self.absolute(&self.path)),
            (self.lang().other().code(), other),
        ];
        both.sort_unstable();
        let default = self.app.choices().default_language.code();
        let default = both
            .iter()
            .find(|(code, _)| *code == default)
            .map(|(_, url)| url.clone());
        both.extend(default.map(|url| ("x-default", url)));
        both
    }

    /// Where the link to the other language leads: the same page if it has one, else its front.
    #[must_use]
    pub fn switch(&self) -> String {
        let other = Urls {
            lang: self.lang().other(),
            edition: self.urls.edition,
        };
        match (&self.translation, self.urls.edition) {
            (Some(path), Edition::Full) => path.clone(),
            (Some(path), Edition::Text) => {
                let full = Urls::full(other.lang).front();
                path.replacen(&full, &other.front(), 1)
            }
            (None, _) => other.front(),
        }
    }

    /// The same page in the other edition.
    #[must_use]
    pub fn other_edition(&self) -> String {
        if self.path.is_empty() {
            return self.other_front();
        }
        match self.urls.edition {
            Edition::Text => self.path.clone(),
            Edition::Full => self
                .path
                .replacen(&self.urls.front(), &self.other_front(), 1),
        }
    }

    fn other_front(&self) -> String {
        let edition = match self.urls.edition {
            Edition::Full => Edition::Text,
            Edition::Text => Edition::Full,
        };
        let lang = self.lang();
        Urls { lang, edition }.front()
    }

    /// The top sections.
    #[must_use]
    pub fn sections(&self) -> Vec<&Topic> {
        self.house.under(None).collect()
    }

    /// Whether the page is the front page.
    #[must_use]
    pub fn is_front(&self) -> bool {
        self.path == Urls::full(self.lang()).front()
    }

    /// Whether the page is one of the record's.
    #[must_use]
    pub fn is_record(&self) -> bool {
        self.path.starts_with(&Urls::full(self.lang()).record())
    }

    /// How the menu marks a section, in `aria-current`'s words: `page` on the section's own page,
    /// `true` on what stands in it.
    #[must_use]
    pub fn current(&self, section: &Topic) -> Option<&'static str> {
        if self.path == Urls::full(self.lang()).section(section.slug.as_str()) {
            return Some("page");
        }
        (self.top == Some(section.id)).then_some("true")
    }

    /// The `srcset` of a card's picture.
    #[must_use]
    pub fn thumbnails(&self, picture: &Thumbnail) -> String {
        if let Some(focus) = picture.focus {
            return urls::crops(&picture.sha256, focus, Shape::Card);
        }
        let widths = media::widths(u32::try_from(picture.width).unwrap_or(1));
        let each = widths
            .into_iter()
            .filter(|width| *width <= CARD_WIDTH_MAX)
            .map(|width| {
                let file = urls::picture(&picture.sha256, width, Format::WebP);
                format!("{file} {width}w")
            });
        each.collect::<Vec<_>>().join(", ")
    }

    /// A card's picture for readers who know no `srcset`.
    #[must_use]
    pub fn thumbnail(&self, picture: &Thumbnail) -> String {
        let Some(focus) = picture.focus else {
            return urls::fallback(&picture.sha256, picture.width);
        };
        let crop = Crop {
            shape: Shape::Card,
            focus,
            width: CARD_WIDTH_MAX,
        };
        urls::crop(&picture.sha256, crop, Format::Jpeg)
    }

    /// The newsroom's own style sheet; the text edition has the shipped one alone.
    #[must_use]
    pub fn look(&self) -> Option<&str> {
        let look = self.house.look.as_deref();
        look.filter(|_| self.has_pictures())
    }

    /// What stands in the place of the paper's name.
    #[must_use]
    pub fn logo(&self) -> Option<&Logo> {
        let logo = self.house.logo.as_ref();
        logo.filter(|_| self.has_pictures())
    }

    /// The newsroom's own pages: address and title.
    #[must_use]
    pub fn pages(&self) -> Vec<(String, &str)> {
        let page = |page: &'_ (Slot, String)| self.urls.slot(page.0);
        self.house
            .pages
            .iter()
            .map(|entry| (page(entry), entry.1.as_str()))
            .collect()
    }

    /// The preview's picture with its host: the page's own, else the paper's card.
    #[must_use]
    pub fn preview(&self) -> String {
        let own = self.image.clone();
        self.absolute(&own.unwrap_or_else(|| self.assets.card(self.lang()).to_owned()))
    }
}
