//! A claim as lists show it.

use percent_encoding::percent_encode_byte;
use sijil_text::Lang;

use super::Telling;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::record::anchors::Anchor;
use crate::record::claims::Claim;
use crate::record::disclosed::Shown;
use crate::web::Urls;

/// Words of a sentence's start and end by which browsers find it. A headline often begins as its
/// first sentence does, so the start is long; more only makes long addresses.
const FIRST_WORDS: usize = 9;
const LAST_WORDS: usize = 4;

/// A claim as lists show it.
#[derive(Debug, Clone)]
pub(in crate::record::pages) struct Row {
    /// The claim, as readers may know it.
    pub(in crate::record::pages) claim: Claim,
    /// Its page.
    pub(in crate::record::pages) href: String,
    /// Its kind.
    pub(in crate::record::pages) kind: String,
    /// What it says, in a line.
    pub(in crate::record::pages) summary: String,
    /// Who says it.
    pub(in crate::record::pages) who: String,
    /// When it was; may be empty.
    pub(in crate::record::pages) when: String,
    /// How surely, where that is not plainly; may be empty.
    pub(in crate::record::pages) doubt: String,
    /// Its sentence; nothing when it is withheld.
    pub(in crate::record::pages) quote: Option<Quote>,
    /// Its story; nothing when readers may not see it.
    pub(in crate::record::pages) story: Option<Story>,
}

/// A sentence of a story.
#[derive(Debug, Clone)]
pub(in crate::record::pages) struct Quote {
    /// As it stands there.
    pub(in crate::record::pages) text: String,
    /// Its language.
    pub(in crate::record::pages) lang: Lang,
    /// Whether the story no longer has it.
    pub(in crate::record::pages) is_lost: bool,
}

/// A story, down to the sentence.
#[derive(Debug, Clone)]
pub(in crate::record::pages) struct Story {
    /// Its headline.
    pub(in crate::record::pages) headline: String,
    /// Its language.
    pub(in crate::record::pages) lang: Lang,
    /// Its address with the sentence.
    pub(in crate::record::pages) href: String,
    /// The day of its publication in words.
    pub(in crate::record::pages) day: String,
}

impl Telling {
    /// Claims as lists show them.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::record::pages) fn rows(
        &mut self,
        tx: &mut Tx<'_, '_>,
        claims: &[Claim],
    ) -> Result<Vec<Row>, DbError> {
        claims.iter().map(|claim| self.row(tx, claim)).collect()
    }

    /// A claim as lists show it.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::record::pages) fn row(
        &mut self,
        tx: &mut Tx<'_, '_>,
        claim: &Claim,
    ) -> Result<Row, DbError> {
        let shown = self.known.claim(tx, claim)?;
        let card = self.card(tx, claim.story)?;
        let sentence = shown.sentence();
        let story = card.map(|card| self.story(&card, sentence));
        let quote = sentence.map(|anchor| Quote {
            text: anchor.exact.clone(),
            lang: claim.lang,
            is_lost: anchor.is_lost,
        });
        Ok(self.told(&shown, quote, story))
    }

    fn told(&self, shown: &Shown, quote: Option<Quote>, story: Option<Story>) -> Row {
        let claim = &shown.claim;
        let when = claim.when.as_ref().map(|when| self.when(when));
        Row {
            href: self.urls.record_thing("claims", claim.id.0),
            kind: self.kind(claim),
            summary: self.summary(claim),
            who: self.begun(&self.chain(&claim.attribution)),
            when: when.unwrap_or_default(),
            doubt: self.doubt(claim),
            claim: claim.clone(),
            quote,
            story,
        }
    }

    /// The card of a story that readers may see.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::record::pages) fn card(
        &mut self,
        tx: &mut Tx<'_, '_>,
        id: ArticleId,
    ) -> Result<Option<Card>, DbError> {
        if let Some(known) = self.cards.get(&id) {
            return Ok(known.clone());
        }
        let card = lists::card(tx, id)?;
        self.cards.insert(id, card.clone());
        Ok(card)
    }

    fn story(&self, card: &Card, sentence: Option<&Anchor>) -> Story {
        let urls = Urls {
            lang: card.lang,
            edition: self.urls.edition,
        };
        let text = sentence.filter(|anchor| !anchor.is_lost);
        let found = text.map(|anchor| fragment(&anchor.exact));
        Story {
            headline: card.headline.clone(),
            lang: card.lang,
            href: format!("{}{}", urls.card(card), found.unwrap_or_default()),
            day: self.say().date(card.published_at),
        }
    }
}

/// The fragment by which browsers find a sentence (WICG Scroll To Text Fragment), after the one of
/// the text for those that know none.
pub(in crate::record::pages) fn fragment(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let encoded = |words: &[&str]| encoded(&words.join(" "));
    let (first, last) = (
        words.get(..FIRST_WORDS),
        words.get(words.len().saturating_sub(LAST_WORDS)..),
    );
    match (first, last) {
        (Some(first), Some(last)) if words.len() > FIRST_WORDS + LAST_WORDS => {
            format!("#text:~:text={},{}", encoded(first), encoded(last))
        }
        _ => format!("#text:~:text={}", encoded(&words)),
    }
}

/// Letters and digits as they are, all else percent-encoded: an address within a page keeps its own
/// script, which is a third of the bytes.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_alphanumeric() {
            out.push(char);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in char.encode_utf8(&mut bytes).bytes() {
            out.push_str(percent_encode_byte(byte));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn a_sentence_is_found_by_its_first_and_last_words() {
        assert_eq!(
            fragment("It rained, and then."),
            "#text:~:text=It%20rained%2C%20and%20then%2E"
        );
        assert_eq!(
            fragment("a b c d e f g h i j k l m n"),
            "#text:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i,k%20l%20m%20n"
        );
        assert_eq!(fragment("قُتل ثلاثة"), "#text:~:text=قُتل%20ثلاثة");
    }
}
