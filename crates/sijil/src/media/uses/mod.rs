//! Which stories use a picture or a document, and what a story must say of its pictures.

mod store;

use sijil_text::Lang;

use crate::articles::{ArticleId, Content};
use crate::db::{DbError, Tx};

pub use store::uses;

/// A story that uses something of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The story.
    pub article: ArticleId,
    /// Its language.
    pub lang: Lang,
    /// Its headline as it was last printed; empty while it was not.
    pub headline: String,
    /// Day and slug of its address, once it has one.
    pub address: Option<(String, String)>,
    /// Whether some revision has it in print, which stays.
    pub is_printed: bool,
}

/// What addresses of media begin with.
const MEDIA: &str = "/media/";
/// Hexadecimal digits of a hash.
const HASH_CHARS: usize = 64;

/// The hashes of all pictures and documents that a story names, each once, in order.
#[must_use]
pub fn named_in(content: &Content) -> Vec<String> {
    let is_hash = |text: &&str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pieces = content.body.as_str().split(MEDIA).skip(1);
    let hashes = pieces.filter_map(|piece| piece.get(..HASH_CHARS));
    let mut named: Vec<String> = hashes.filter(is_hash).map(str::to_owned).collect();
    named.extend(content.picture.iter().map(|picture| picture.sha256.clone()));
    named.sort_unstable();
    named.dedup();
    named
}

/// What a story must not be published with: how many of its pictures nobody described. An `img`
/// without `alt`, or with an empty one, is one of them.
#[must_use]
pub fn without_alt(content: &Content) -> usize {
    let lead = content.picture.iter();
    let lead = lead.filter(|picture| picture.alt.trim().is_empty()).count();
    let images = content.body.as_str().split("<img").skip(1);
    let tags = images.map(|rest| rest.split('>').next().unwrap_or_default());
    let is_told = |tag: &&str| {
        let after = tag.split("alt=\"").nth(1).unwrap_or_default();
        !after
            .split('"')
            .next()
            .unwrap_or_default()
            .trim()
            .is_empty()
    };
    lead + tags.filter(|tag| !is_told(tag)).count()
}

/// Notes what a story's working copy uses; belongs in the transaction that saves it.
///
/// # Errors
/// When the database fails.
pub fn note_draft(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    content: &Content,
) -> Result<(), DbError> {
    store::forget_drafts(tx, article)?;
    for sha256 in named_in(content) {
        store::note(tx, &sha256, article, 0)?;
    }
    Ok(())
}

/// Notes what a revision uses, for good; belongs in the transaction that prints it.
///
/// # Errors
/// When the database fails.
pub fn note_print(
    tx: &mut Tx<'_, '_>,
    article: ArticleId,
    content: &Content,
) -> Result<(), DbError> {
    for sha256 in named_in(content) {
        store::note(tx, &sha256, article, 1)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sijil_text::SafeHtml;

    use super::*;

    fn story(body: &str) -> Content {
        let json = r#"{"headline":"a","body":""}"#;
        let mut content: Content = serde_json::from_str(json).unwrap();
        content.body = SafeHtml::stored(body.to_owned());
        content
    }

    #[test]
    fn a_storys_pictures_are_found_in_its_text() {
        let hash = "ab".repeat(32);
        let body = format!("<p><img src=\"/media/{hash}/800.webp\" alt=\"a\"></p>/media/short/");
        assert_eq!(named_in(&story(&body)), [hash]);
        assert_eq!(named_in(&story("<p>none</p>")), [""; 0]);
    }

    #[test]
    fn a_picture_that_nobody_described_is_counted() {
        for (body, wanted) in [
            ("<p>none</p>", 0),
            ("<img alt=\"a bridge\" src=\"x\">", 0),
            ("<img src=\"x\">", 1),
            ("<img src=\"x\" alt=\" \"><img src=\"y\">", 2),
        ] {
            assert_eq!(without_alt(&story(body)), wanted, "{body}");
        }
    }
}
