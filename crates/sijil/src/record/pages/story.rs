//! The claims of a story, beside it on its own page.

use serde::Serialize;
use sijil_text::Lang;

use super::tell::{Telling, fragment};
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::record::{ClaimId, claims};
use crate::web::{Frame, Urls};

/// Claims that stand beside a story; the record has the others.
const CLAIMS_MAX: usize = 12;

/// A claim of a story.
#[derive(Debug, Clone)]
pub struct StoryClaim {
    /// Which.
    pub id: ClaimId,
    /// What it says, in a line.
    pub summary: String,
    /// Who says it.
    pub who: String,
    /// Its sentence; nothing when it is withheld.
    pub sentence: Option<String>,
    /// The fragment of the page's own address that leads to the sentence; empty when it was lost.
    pub fragment: String,
}

/// What machines are told of it: schema.org `Claim`.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub struct Claim<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl StoryClaim {
    /// The same for machines.
    #[must_use]
    pub fn as_part(&self, frame: &Frame) -> Claim<'_> {
        let path = Urls::full(frame.lang()).record_thing("claims", self.id.0);
        Claim {
            id: frame.absolute(&path),
            name: &self.summary,
            text: self.sentence.as_deref(),
        }
    }
}

/// The claims of a story that readers may see, in the order of its text.
///
/// # Errors
/// When the database fails.
pub fn of_story(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (id, lang): (ArticleId, Lang),
) -> Result<Vec<StoryClaim>, DbError> {
    let mut telling = Telling::new(app, Urls::full(lang));
    let mut found = Vec::new();
    let claims = claims::public_of_article(tx, id)?;
    for claim in claims.iter().take(CLAIMS_MAX) {
        let shown = telling.known.claim(tx, claim)?;
        let sentence = shown.sentence();
        let stands = sentence.filter(|anchor| !anchor.is_lost);
        found.push(StoryClaim {
            id: claim.id,
            summary: telling.summary(&shown.claim),
            who: telling.chain(&shown.claim.attribution),
            sentence: sentence.map(|anchor| anchor.exact.clone()),
            fragment: stands.map_or_else(String::new, |anchor| fragment(&anchor.exact)),
        });
    }
    Ok(found)
}
