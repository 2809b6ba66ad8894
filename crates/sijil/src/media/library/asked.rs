//! What somebody looks for in the library.

use sijil_text::fold;

use crate::clock::Zone;
use crate::db::UtcMillis;
use crate::media::PictureId;
use crate::media::store::Wanted;
use crate::web::extract::Fields;
use crate::web::urls;

/// What a list can be narrowed to, as addresses name it.
pub(super) const ONLY: [&str; 3] = ["lacking", "unused", "used"];

/// A question to the library, as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    pub(super) words: String,
    pub(super) person: i64,
    pub(super) since: String,
    pub(super) until: String,
    pub(super) only: String,
    pub(super) is_picking: bool,
    from: Option<(UtcMillis, PictureId)>,
}

impl Asked {
    pub(super) fn of(fields: &Fields) -> Self {
        let only = fields.get("only");
        let from = fields.get("from").split_once('-');
        let from = from.and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
        Self {
            words: fields.get("q").chars().take(200).collect(),
            person: fields.get("person").parse().unwrap_or_default(),
            since: day(fields.get("since")),
            until: day(fields.get("until")),
            only: if ONLY.contains(&only) { only } else { "" }.to_owned(),
            is_picking: fields.get("pick") == "1",
            from: from.map(|(at, id)| (UtcMillis(at), PictureId(id))),
        }
    }

    /// Whether anything narrows the list.
    pub(super) fn is_narrow(&self) -> bool {
        let typed = [&self.words, &self.since, &self.until, &self.only];
        self.person != 0 || typed.iter().any(|text| !text.is_empty())
    }

    /// The address of the same question, from the start.
    pub(super) fn address(&self) -> String {
        let person = if self.person == 0 {
            String::new()
        } else {
            self.person.to_string()
        };
        let fields = [
            ("pick", if self.is_picking { "1" } else { "" }),
            ("q", &self.words),
            ("person", &person),
            ("since", &self.since),
            ("until", &self.until),
            ("only", &self.only),
        ];
        let set = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = set
            .map(|(name, value)| format!("{name}={}", urls::value(value)))
            .collect();
        let question = if parts.is_empty() { "" } else { "?" };
        format!("/desk/media/{question}{}", parts.join("&"))
    }

    /// The address that goes on behind a picture.
    pub(super) fn after(&self, at: UtcMillis, id: PictureId) -> String {
        let address = self.address();
        let mark = if address.contains('?') { '&' } else { '?' };
        format!("{address}{mark}from={}-{id}", at.0)
    }

    /// The pattern of all words in a row, for documents.
    pub(super) fn pattern(&self) -> String {
        let [first, ..] = patterns(&self.words);
        first
    }

    /// The question as the database takes it.
    pub(super) fn wanted(&self, zone: &Zone) -> Wanted {
        let instant = |text: &str| Some(zone.instant(sijil_text::Day::parse(text).ok()?, 0));
        let next_day = |at: UtcMillis| UtcMillis(at.0 + 24 * 60 * 60 * 1000);
        let last = (UtcMillis(i64::MAX), PictureId(i64::MAX));
        let until = instant(&self.until).map(|at| (next_day(at), PictureId(0)));
        let end = until.unwrap_or(last);
        Wanted {
            words: patterns(&self.words),
            staff: self.person,
            since: instant(&self.since).unwrap_or(UtcMillis(i64::MIN)),
            only: self.only.clone(),
            before: self.from.map_or(end, |from| from.min(end)),
        }
    }
}

/// A day that there is; else nothing.
fn day(typed: &str) -> String {
    let day = sijil_text::Day::parse(typed).ok();
    day.map_or_else(String::new, |day| day.to_string())
}

/// Up to three words as patterns, folded; what means something in a pattern is left out.
fn patterns(words: &str) -> [String; 3] {
    let folded = fold(words);
    let plain = folded.split(|c: char| !c.is_alphanumeric());
    let mut each = plain.filter(|word| !word.is_empty());
    let mut next = || {
        each.next()
            .map_or("%".to_owned(), |word| format!("%{word}%"))
    };
    [next(), next(), next()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_survives_its_address() {
        let asked = Asked::of(&Fields::parse(
            "q=جسر%20%25&person=7&since=2026-11-08&only=used",
        ));
        assert_eq!(patterns(&asked.words), ["%جسر%", "%", "%"]);
        let again = asked.address();
        let question = again.split_once('?').unwrap().1;
        assert_eq!(Asked::of(&Fields::parse(question)).address(), again);
        assert_eq!(
            Asked::of(&Fields::parse("only=x&since=x")).address(),
            "/desk/media/"
        );
    }
}
