//! How the types of `sijil-text` stand in a line of NDJSON: as the text people write.

use serde::{Deserialize, Deserializer, Serializer};
use sijil_text::{Day, Language, SafeHtml};

/// Markup is cleaned again on the way in: a file is no place to trust.
pub(crate) mod html {
    use super::{Deserialize, Deserializer, SafeHtml, Serializer};

    pub(crate) fn serialize<S: Serializer>(html: &SafeHtml, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(html.as_str())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<SafeHtml, D::Error> {
        let markup = Option::<String>::deserialize(from)?.unwrap_or_default();
        Ok(SafeHtml::sanitise(&markup))
    }
}

/// `YYYY-MM-DD`; of a longer text that begins so, the beginning.
pub(crate) mod day {
    use super::{Day, Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(day: &Option<Day>, out: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => out.serialize_str(&day.to_string()),
            None => out.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(from)?.unwrap_or_default();
        Ok(text.get(..10).and_then(|day| Day::parse(day).ok()))
    }
}

/// The BCP 47 code.
pub(crate) mod language {
    use super::{Deserialize, Deserializer, Language, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        language: &Option<Language>,
        out: S,
    ) -> Result<S::Ok, S::Error> {
        match language {
            Some(language) => out.serialize_str(language.code()),
            None => out.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Language>, D::Error> {
        let code = Option::<String>::deserialize(from)?.unwrap_or_default();
        Ok(super::language_of(&code))
    }
}

/// The language whose code this is, or begins with (`ar-SY`).
fn language_of(code: &str) -> Option<Language> {
    const ALL: [Language; 8] = [
        Language::Ar,
        Language::En,
        Language::Fa,
        Language::Ur,
        Language::Ckb,
        Language::Kmr,
        Language::Tr,
        Language::Fr,
    ];
    let main = code.split(['-', '_']).next().unwrap_or_default();
    if main == Language::Other.code() {
        return Some(Language::Other);
    }
    ALL.into_iter()
        .find(|language| language.code().eq_ignore_ascii_case(main))
}
