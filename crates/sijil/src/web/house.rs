//! What stands around every page of a language: the paper's name, its sections, its own pages.

use std::sync::{Arc, PoisonError, RwLock};

use sijil_text::{Lang, SafeHtml, plain_text};

use crate::db::{DbError, Tx};
use crate::front::banner;
use crate::record::claims;
use crate::settings::{self, Link, Logo, Place};
use crate::slots::{self, Slot};
use crate::topics::{self, Kind, Topic, TopicId};

/// Sections that are named; more than a menu can hold.
const SECTIONS_MAX: i64 = 100;

/// The furniture of a language's pages.
#[derive(Debug, Clone, Default)]
pub struct House {
    /// The paper's name.
    pub name: String,
    /// The line under it.
    pub line: String,
    /// What search engines and feeds say about it.
    pub description: String,
    /// All sections, in the newsroom's order.
    pub sections: Vec<Topic>,
    /// The newsroom's own pages and their titles.
    pub pages: Vec<(Slot, String)>,
    /// What breaks above every page until it ends: its words, and where they lead or nothing.
    pub banner: Option<(String, String)>,
    /// The newsroom's own style sheet, over ours.
    pub look: Option<String>,
    /// Whether readers may see anything of the record.
    pub has_record: bool,
    /// What stands in the place of the name.
    pub logo: Option<Logo>,
    /// Links of the menus beside sections and pages.
    pub links: Vec<(Place, Link)>,
    /// Words at the foot of every page, made safe; may be empty.
    pub footer: SafeHtml,
}

impl House {
    /// Reads the furniture of a language.
    ///
    /// # Errors
    /// When the database fails.
    pub fn read(tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Self, DbError> {
        let words = slots::all(tx, lang)?;
        let of = |slot| {
            words
                .iter()
                .find(|(other, _)| *other == slot)
                .map(|(_, words)| words)
        };
        let site = of(Slot::Site);
        let page = |slot| of(slot).map(|words| (slot, words.title.clone()));
        Ok(Self {
            name: site.map_or_else(|| "Sijil".to_owned(), |words| words.title.clone()),
            line: site.map_or_else(String::new, |words| plain_text(&words.body).text),
            description: of(Slot::Description)
                .map_or_else(String::new, |words| plain_text(&words.body).text),
            sections: topics::all(tx, Kind::Section, lang, SECTIONS_MAX)?,
            pages: Slot::PAGES.into_iter().filter_map(page).collect(),
            banner: banner::of(tx, lang)?.map(|banner| (banner.text, banner.link)),
            footer: of(Slot::Footer).map_or_else(SafeHtml::default, |words| words.body.clone()),
            look: settings::look_sheet(tx)?,
            has_record: !claims::public_count(tx)?.is_empty(),
            logo: settings::logo(tx, lang)?,
            links: settings::links(tx, lang)?,
        })
    }

    /// The links of a menu.
    pub fn links_of(&self, place: Place) -> impl Iterator<Item = &Link> {
        let of = self.links.iter().filter(move |(other, _)| *other == place);
        of.map(|(_, link)| link)
    }

    /// The sections directly under `parent`; the top ones under nothing.
    pub fn under(&self, parent: Option<TopicId>) -> impl Iterator<Item = &Topic> {
        self.sections
            .iter()
            .filter(move |section| section.parent == parent)
    }
}

/// Keeps the furniture between pages, until [`Houses::forget`].
#[derive(Default)]
pub struct Houses(RwLock<Kept>);

#[derive(Default)]
struct Kept {
    /// Counts the times that everything was forgotten, so that a page that read before that puts
    /// nothing old back.
    forgotten: u64,
    houses: [Option<Arc<House>>; 2],
}

impl Houses {
    /// The furniture of a language, read if it is not at hand.
    ///
    /// # Errors
    /// When the database fails.
    pub fn get(&self, tx: &mut Tx<'_, '_>, lang: Lang) -> Result<Arc<House>, DbError> {
        let place = usize::from(lang == Lang::En);
        let forgotten = {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(Some(house)) = kept.houses.get(place) {
                return Ok(Arc::clone(house));
            }
            kept.forgotten
        };
        let house = Arc::new(House::read(tx, lang)?);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.forgotten == forgotten
            && let Some(slot) = kept.houses.get_mut(place)
        {
            *slot = Some(Arc::clone(&house));
        }
        Ok(house)
    }

    /// Makes the next page read it again.
    pub fn forget(&self) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.forgotten += 1;
        kept.houses = [None, None];
    }
}
