//! How far somebody's powers over stories and comments reach: the languages and sections they are limited to.

use sijil_text::Lang;

use super::{StaffId, store};
use crate::db::{DbError, Tx};
use crate::topics::TopicId;

/// The languages and sections that somebody is limited to; an empty list is no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Languages.
    pub langs: Vec<Lang>,
    /// Sections, as somebody chose them.
    pub sections: Vec<TopicId>,
    /// The sections below those.
    parts: Vec<TopicId>,
}

impl Reach {
    /// Limited to languages and sections; empty lists limit nothing.
    #[must_use]
    pub fn to(langs: &[Lang], sections: &[TopicId]) -> Self {
        Self {
            langs: langs.to_vec(),
            sections: sections.to_vec(),
            parts: Vec::new(),
        }
    }

    /// Whether it limits nothing.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.langs.is_empty() && self.sections.is_empty()
    }

    /// The languages and the sections as a query compares them, each between commas; empty where
    /// there is no limit.
    #[must_use]
    pub fn lists(&self) -> (String, String) {
        let langs = self.langs.iter().map(|lang| format!(",{},", lang.code()));
        let sections = self.sections.iter().chain(&self.parts);
        (
            langs.collect(),
            sections.map(|id| format!(",{id},")).collect(),
        )
    }

    /// Whether it holds a whole section, in both languages; the whole paper for `None`.
    #[must_use]
    pub fn holds_whole(&self, section: Option<TopicId>) -> bool {
        self.langs.is_empty() && Lang::ALL.iter().all(|lang| self.holds(*lang, section))
    }

    /// Whether a story of that language and section lies within it. What stands in no section is
    /// out of reach of who is limited to some.
    #[must_use]
    pub fn holds(&self, lang: Lang, section: Option<TopicId>) -> bool {
        let is_in =
            |section: TopicId| self.sections.contains(&section) || self.parts.contains(&section);
        (self.langs.is_empty() || self.langs.contains(&lang))
            && (self.sections.is_empty() || section.is_some_and(is_in))
    }
}

/// How far somebody reaches, with the parts of their sections.
pub(super) fn of(tx: &mut Tx<'_, '_>, staff: StaffId) -> Result<Reach, DbError> {
    let mut langs = Vec::new();
    for code in store::langs(tx, staff)? {
        langs.extend(Lang::try_from(code.as_str()));
    }
    let sections = store::sections(tx, staff)?;
    let parts = if sections.is_empty() {
        Vec::new()
    } else {
        store::parts_of_sections(tx, staff)?
    };
    Ok(Reach {
        langs,
        sections,
        parts,
    })
}

/// Limits somebody anew.
///
/// # Errors
/// [`DbError::ForeignKey`] when there is no such section.
pub fn limit(tx: &mut Tx<'_, '_>, staff: StaffId, reach: &Reach) -> Result<(), DbError> {
    store::clear_langs(tx, staff)?;
    for lang in &reach.langs {
        store::add_lang(tx, staff, lang.code())?;
    }
    store::clear_sections(tx, staff)?;
    for section in &reach.sections {
        store::add_section(tx, staff, *section)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_limited_reaches_their_part_and_who_is_not_reaches_all() {
        let (news, sport) = (TopicId(1), TopicId(2));
        let free = Reach::default();
        assert!(free.holds(Lang::Ar, None) && free.holds(Lang::En, Some(news)));
        let english = Reach::to(&[Lang::En], &[]);
        assert!(english.holds(Lang::En, None) && !english.holds(Lang::Ar, Some(news)));
        let mut both = Reach::to(&[Lang::Ar], &[news]);
        assert!(both.holds(Lang::Ar, Some(news)));
        assert!(!both.holds(Lang::Ar, Some(sport)) && !both.holds(Lang::Ar, None));
        assert!(!both.holds(Lang::En, Some(news)));
        assert!(free.holds_whole(None) && !english.holds_whole(Some(news)));
        assert!(Reach::to(&[], &[news]).holds_whole(Some(news)));
        assert!(!Reach::to(&[], &[news]).holds_whole(None));
        both.parts.push(sport);
        assert_eq!(both.lists(), (",ar,".to_owned(), ",1,,2,".to_owned()));
        assert!(both.holds(Lang::Ar, Some(sport)), "a part of a section");
    }
}
