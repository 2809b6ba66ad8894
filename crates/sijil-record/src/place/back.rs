//! "The city", "the province", المدينة: words that point back to a place named before.

use crate::gazetteer::Feature;
use crate::place::Places;
use crate::place::mention::Mention;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

/// What a noun points back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Town,
    Area,
    Country,
    Site,
}

impl Places {
    /// Nouns with the article that stand for a place named before, and which of `mentions` that is.
    #[must_use]
    pub fn back_references(
        &self,
        sentences: &[Sentence],
        mentions: &[Mention],
    ) -> Vec<(Span, usize)> {
        let mut found = Vec::new();
        for sentence in sentences {
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Some((wanted, span)) = noun(&sentence.tokens, at, token) else {
                    continue;
                };
                let is_before = |mention: &Mention| mention.span.end <= span.start;
                let fits = |mention: &Mention| {
                    mention
                        .candidates
                        .first()
                        .is_some_and(|best| wanted.fits(best.feature))
                };
                // "the city of Homs", مدينة حمص: the name itself follows.
                let is_named = mentions.iter().any(|mention| {
                    let gap = mention.span.start.saturating_sub(span.end);
                    mention.span.start >= span.end && gap <= 4 && mention.sentence < sentences.len()
                });
                let last = mentions
                    .iter()
                    .rposition(|mention| is_before(mention) && fits(mention));
                if let Some(place) = last.filter(|_| !is_named) {
                    found.push((span, place));
                }
            }
        }
        found
    }
}

impl Wanted {
    fn fits(self, feature: Feature) -> bool {
        match self {
            Self::Town => feature.is_settlement(),
            Self::Area => matches!(feature, Feature::Admin1 | Feature::Admin2 | Feature::Admin3),
            Self::Country => feature == Feature::Country,
            Self::Site => matches!(feature, Feature::Site | Feature::Quarter),
        }
    }
}

/// The noun at `at`, with its article: "the" before it, or ال.
fn noun(tokens: &[Token], at: usize, token: &Token) -> Option<(Wanted, Span)> {
    if token.kind != Kind::Word {
        return None;
    }
    let arabic = |word: &str| match word {
        "المدينه" | "البلده" | "القريه" => Some(Wanted::Town),
        "المحافظه" | "الولايه" => Some(Wanted::Area),
        "البلاد" => Some(Wanted::Country),
        "المخيم" | "القاعده" | "المطار" | "المعبر" => Some(Wanted::Site),
        _ => None,
    };
    let bare = token.folded.trim_start_matches(['و', 'ب', 'ل', 'ف']);
    if let Some(wanted) = arabic(&token.folded).or_else(|| arabic(bare)) {
        return Some((wanted, token.span));
    }
    let wanted = match token.folded.as_str() {
        "city" | "town" | "village" => Wanted::Town,
        "province" | "governorate" | "district" | "state" => Wanted::Area,
        "country" => Wanted::Country,
        "camp" | "base" | "airport" | "crossing" => Wanted::Site,
        _ => return None,
    };
    let article = at.checked_sub(1).and_then(|before| tokens.get(before))?;
    let of = tokens.get(at + 1).is_some_and(|next| next.folded == "of");
    (article.folded == "the" && !of).then(|| (wanted, article.span.join(token.span)))
}
