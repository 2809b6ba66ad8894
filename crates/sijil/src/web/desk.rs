//! What stands around every page of the desk: who is signed in, where they may go, their language.

use std::borrow::Cow;

use sijil_text::Lang;

use super::Say;
use super::assets::Assets;
use crate::app::App;
use crate::db::UtcMillis;
use crate::staff::{Power, Staff};

/// The desk's places: address, sentence, and the power they take.
const PLACES: &[(&str, &str, Power)] = &[
    ("/desk/stories/", "stories-at-desk", Power::Write),
    ("/desk/assignments", "assignments", Power::Write),
    ("/desk/calendar", "calendar", Power::Write),
    ("/desk/record/", "rdesk", Power::Write),
    ("/desk/front", "desk-front", Power::ArrangeFront),
    ("/desk/media/", "media", Power::Write),
    ("/desk/moderation", "queue", Power::Moderate),
    ("/desk/moderation/rules", "rules", Power::SetRules),
    ("/desk/votes", "desk-votes", Power::Moderate),
    ("/desk/newsroom/", "newsroom", Power::Configure),
    ("/desk/ledger", "desk-ledger", Power::ReadLedger),
    ("/desk/people", "people", Power::ManageStaff),
    ("/desk/bylines", "bylines", Power::ManageStaff),
];

/// The place whose alarms are counted.
const VOTES: &str = "/desk/votes";
/// The place whose stories that wait are counted.
const RECORD: &str = "/desk/record/";

/// A place in the desk's menu.
pub struct Place {
    /// Its address.
    pub href: &'static str,
    /// The name of its sentence.
    pub name: &'static str,
    /// Whether the page is that place, or in it.
    pub is_here: bool,
    /// Alarms that wait there for somebody; 0 where there is none.
    pub alarms: usize,
    /// Stories that wait there.
    pub waits: usize,
}

/// The layout's part of a page of the desk.
pub struct DeskFrame {
    /// Its language.
    pub lang: Lang,
    /// Who is signed in.
    pub staff: Option<Staff>,
    /// What the page is about.
    pub title: String,
    /// The page's address, with its question.
    pub address: String,
    /// Static files.
    pub assets: &'static Assets,
    app: App,
}

impl DeskFrame {
    /// The frame of a page for somebody who is signed in.
    #[must_use]
    pub fn new(app: &App, staff: Staff, title: &str, address: impl Into<String>) -> Self {
        let lang = staff.lang;
        Self {
            staff: Some(staff),
            ..Self::at_the_door(app, lang, title, address)
        }
    }

    /// The frame of a page for somebody who is not signed in. `title` names a sentence.
    #[must_use]
    pub fn at_the_door(app: &App, lang: Lang, title: &str, address: impl Into<String>) -> Self {
        Self {
            lang,
            staff: None,
            title: app.say(lang).say(title).into_owned(),
            address: address.into(),
            assets: Assets::get(),
            app: app.clone(),
        }
    }

    /// The sentences of the page's language.
    #[must_use]
    pub fn say(&self) -> &Say {
        self.app.say(self.lang)
    }

    /// The sentence of that name.
    #[must_use]
    pub fn t(&self, name: &str) -> Cow<'_, str> {
        self.say().say(name)
    }

    /// Day and time of an instant, for people.
    #[must_use]
    pub fn moment(&self, at: &UtcMillis) -> String {
        self.say().moment(*at)
    }

    /// The same of a recent instant: no year.
    #[must_use]
    pub fn short(&self, at: &UtcMillis) -> String {
        self.say().short_moment(*at)
    }

    /// An instant as the field of a day and a time takes it.
    #[must_use]
    pub fn local(&self, at: &UtcMillis) -> String {
        self.app.config.zone.local(*at)
    }

    /// An instant for machines.
    #[must_use]
    pub fn iso(&self, at: &UtcMillis) -> String {
        self.say().rfc3339(*at)
    }

    /// Whether whoever is signed in may do something.
    #[must_use]
    pub fn may(&self, power: Power) -> bool {
        self.staff
            .as_ref()
            .is_some_and(|staff| staff.role.may(power))
    }

    /// Whether whoever is signed in reaches all languages and sections.
    #[must_use]
    pub fn is_unlimited(&self) -> bool {
        self.staff
            .as_ref()
            .is_some_and(|staff| staff.limits().is_everything())
    }

    /// Alarms that wait in any of the places; 0 where there is none.
    #[must_use]
    pub fn alarms(&self) -> usize {
        self.places().iter().map(|place| place.alarms).sum()
    }

    /// Where they may go.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let path = self.address.split('?').next().unwrap_or_default();
        // The longest that fits is where the page is: rules lie below the queue.
        let here = PLACES.iter().filter(|(href, ..)| path.starts_with(href));
        let here = here
            .max_by_key(|(href, ..)| href.len())
            .map(|(href, ..)| *href);
        let open = PLACES.iter().filter(|(_, _, power)| self.may(*power));
        open.map(|(href, name, _)| Place {
            href,
            name,
            is_here: here == Some(*href),
            alarms: if *href == VOTES { self.app.alarms() } else { 0 },
            waits: match *href {
                RECORD => self.app.record_waits(),
                _ => 0,
            },
        })
        .collect()
    }
}
