//! What a story says, and the canonical text under which a published revision is kept.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use sijil_text::{Lang, SafeHtml, plain_text};

use crate::db::UtcMillis;
use crate::topics::TopicId;

/// Everything that is printed of a story; the working copy and every revision hold one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// One line.
    pub headline: String,
    /// The sentence under the headline; may be empty.
    #[serde(default)]
    pub standfirst: String,
    /// The text, in the HTML subset of `docs/editors/body.md`.
    #[serde(serialize_with = "as_html", deserialize_with = "stored_html")]
    pub body: SafeHtml,
    /// The agency that is credited for the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The agency's credit as an older page showed it, such as `(Agency)-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Whether only the day of first publication is known, and no time of day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_day_only: bool,
    /// Where it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<Byline>,
    /// A name or initials under the text, as the paper printed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<String>,
    /// The lead picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureUse>,
}

/// Somebody who is named as a writer; needs no account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// The name as printed.
    pub name: String,
    /// Their page, if they have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<TopicId>,
}

/// A picture in its place in a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureUse {
    /// The picture's name: SHA-256 of its pixels' file, in hexadecimal.
    pub sha256: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The line under it; may be empty.
    #[serde(default)]
    pub caption: String,
    /// Who made it; may be empty.
    #[serde(default)]
    pub credit: String,
}

/// A published revision: the content and what belongs to that publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The story.
    pub article: i64,
    /// When this revision was published.
    pub at: UtcMillis,
    /// What it says.
    pub content: Content,
    /// The public correction that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// What that is, where it is no plain correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction_kind: Option<String>,
    /// `ar` or `en`.
    pub lang: String,
    /// Counts from 1.
    pub number: i64,
    /// When a byline was taken out of it, to protect somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redacted_at: Option<UtcMillis>,
}

impl Content {
    /// The agency's credit as it opens the text.
    #[must_use]
    pub fn shown_credit(&self) -> Option<String> {
        let agency = self.agency.as_ref()?;
        Some(self.credit.clone().unwrap_or_else(|| format!("({agency})")))
    }
}

impl Content {
    /// The fingerprint of what translators work from: headline, standfirst, text and caption.
    #[must_use]
    pub fn words(&self) -> String {
        let caption = self.picture.as_ref().map_or("", |picture| &picture.caption);
        let text = plain_text(&self.body).text;
        sha256(
            [&self.headline, &self.standfirst, &text, caption]
                .join("\n\n")
                .as_bytes(),
        )
    }
}

impl Printed {
    /// The canonical text: JSON with its keys in order of their code points, no white space, and
    /// nothing escaped that need not be, as RFC 8785 (JCS) wants it. The numbers in it are integers.
    ///
    /// # Errors
    /// Never for values that came from a story; the error is the serialiser's.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        // A `Value` keeps its keys sorted, whatever the order of the fields above.
        Ok(serde_json::to_value(self)?.to_string())
    }
}

/// SHA-256 of a text, in lower-case hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Serialises a language as its code.
///
/// # Errors
/// The serialiser's own.
pub fn as_code<S: Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.code())
}

fn as_html<S: Serializer>(html: &SafeHtml, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(html.as_str())
}

/// Content is only ever read back from the database, where it was written as `SafeHtml`.
fn stored_html<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SafeHtml, D::Error> {
    String::deserialize(deserializer).map(SafeHtml::stored)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_text_is_sorted_compact_and_keeps_its_script() {
        let printed = Printed {
            article: 7,
            at: UtcMillis(1_700_000_000_000),
            content: Content {
                headline: "عودة المياه إلى «النهر»".to_owned(),
                standfirst: String::new(),
                body: SafeHtml::sanitise("<p>a</p>"),
                agency: None,
                credit: None,
                is_day_only: false,
                dateline: None,
                bylines: vec![],
                sign_off: None,
                picture: None,
            },
            correction: None,
            correction_kind: None,
            lang: "ar".to_owned(),
            number: 1,
            redacted_at: None,
        };
        assert_eq!(
            printed.canonical().unwrap(),
            r#"{"article":7,"at":1700000000000,"content":{"body":"<p>a</p>","headline":"عودة المياه إلى «النهر»","standfirst":""},"lang":"ar","number":1}"#,
        );
    }
}
