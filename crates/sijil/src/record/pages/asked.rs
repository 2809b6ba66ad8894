//! What a reader asks the record for, as the query of its address has it.

use sijil_text::{Day, Lang, fold};

use super::part::{Found, Part};
use crate::lists::Cursor;
use crate::record::claims::{self, Asked, Kind};
use crate::web::extract::Fields;
use crate::web::{Urls, urls};

/// Letters of a field; more is nothing that anybody types.
const FIELD_CHARS_MAX: usize = 120;

/// The fields of the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Filters {
    /// The word of a kind; empty for all.
    pub(super) kind: String,
    /// The code of a language; empty for both.
    pub(super) lang: String,
    /// The first day, `YYYY-MM-DD`, or empty.
    pub(super) from: String,
    /// The last day, `YYYY-MM-DD`, or empty.
    pub(super) until: String,
    /// Words of the sentence.
    pub(super) words: String,
    /// A place, an actor and a source, by name.
    pub(super) parts: [Part; 3],
}

impl Filters {
    /// Reads a query; what is no day, kind or language is left out.
    pub(super) fn read(fields: &Fields) -> Self {
        let text = |name: &str| -> String {
            let value = fields.get(name).chars().filter(|char| !char.is_control());
            value.take(FIELD_CHARS_MAX).collect()
        };
        let day = |name: &str| {
            let day = Day::parse(fields.get(name)).ok();
            day.map(|day| day.to_string()).unwrap_or_default()
        };
        let kind = text("kind");
        let is_kind = claims::worded::<Kind>(&kind).is_some();
        let lang = Lang::try_from(fields.get("lang")).ok();
        Self {
            kind: if is_kind { kind } else { String::new() },
            lang: lang.map_or("", Lang::code).to_owned(),
            from: day("from"),
            until: day("until"),
            words: text("q"),
            parts: Part::all().map(|part| {
                let typed = text(part.name());
                part.read(typed, fields)
            }),
        }
    }

    /// Whether anything is asked for.
    pub(super) fn is_any(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    /// What the store is asked; a third part that is asked for is looked at afterwards.
    pub(super) fn asked(&self, found: &[Found; 3]) -> (Asked, i64) {
        let mut ids = found.iter().filter_map(|found| found.id);
        let (part, other) = (ids.next(), ids.next());
        let words = fold(&self.words).replace(['%', '_'], " ");
        let asked = Asked {
            kind: self.kind.clone(),
            lang: self.lang.clone(),
            part: part.unwrap_or_default(),
            other: other.unwrap_or_default(),
            from: self.from.clone(),
            until: self.until.clone(),
            words: words.trim().to_owned(),
        };
        (asked, ids.next().unwrap_or_default())
    }

    /// The address of the same question from a cursor on.
    pub(super) fn address(&self, urls: Urls, from: Option<Cursor>) -> String {
        let mut pairs = self.pairs();
        if let Some(cursor) = from {
            pairs.push(("before", format!("{}-{}", cursor.at.0, cursor.id)));
        }
        address(urls, &pairs)
    }

    /// The address of the same question about one kind alone.
    pub(super) fn of_kind(&self, urls: Urls, kind: &str) -> String {
        let other = Self {
            kind: kind.to_owned(),
            ..self.clone()
        };
        other.address(urls, None)
    }

    /// The address of the same question with a part chosen among those of its name.
    pub(super) fn with_choice(&self, urls: Urls, part: &Part, id: i64) -> String {
        let mut other = self.clone();
        for own in &mut other.parts {
            if own.name() == part.name() {
                own.chosen = Some(id);
            }
        }
        other.address(urls, None)
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![
            ("q", self.words.clone()),
            ("kind", self.kind.clone()),
            ("lang", self.lang.clone()),
            ("from", self.from.clone()),
            ("until", self.until.clone()),
        ];
        for part in &self.parts {
            let chosen = part.chosen.filter(|_| !part.typed.is_empty());
            pairs.push((part.name(), part.typed.clone()));
            let chosen = chosen.map(|id| id.to_string());
            pairs.push((part.id_name(), chosen.unwrap_or_default()));
        }
        pairs
    }
}

/// The record's address with a query of what is not empty.
fn address(urls: Urls, pairs: &[(&str, String)]) -> String {
    let said = pairs.iter().filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = said
        .map(|(name, value)| format!("{name}={}", urls::value(value)))
        .collect();
    match query.is_empty() {
        true => urls.record(),
        false => format!("{}?{}", urls.record(), query.join("&")),
    }
}
