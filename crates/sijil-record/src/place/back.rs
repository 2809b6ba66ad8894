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
        let mut last = Last::default();
        let mut passed = 0;
        for sentence in sentences {
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Some((wanted, span)) = noun(&sentence.tokens, at, token) else {
                    continue;
                };
                // Nouns and mentions both stand in order: each is passed once.
                while let Some(mention) = mentions.get(passed) {
                    if mention.span.end > span.start {
                        break;
                    }
                    last.take(passed, mention);
                    passed += 1;
                }
                // "the city of Homs", مدينة حمص: the name itself follows.
                let mut after = mentions.iter().skip(passed);
                let follows = after.find(|mention| mention.span.start >= span.end);
                let is_named = follows.is_some_and(|mention| mention.span.start - span.end <= 4);
                if let Some(place) = last.of(wanted).filter(|_| !is_named) {
                    found.push((span, place));
                }
            }
        }
        found
    }
}

/// The last mention of each kind, by its number.
#[derive(Default)]
struct Last([Option<usize>; Wanted::ALL.len()]);

impl Last {
    fn take(&mut self, number: usize, mention: &Mention) {
        let Some(best) = mention.candidates.first() else {
            return;
        };
        for (last, wanted) in self.0.iter_mut().zip(Wanted::ALL) {
            if wanted.fits(best.feature) {
                *last = Some(number);
            }
        }
    }

    fn of(&self, wanted: Wanted) -> Option<usize> {
        let mut lasts = self.0.iter().zip(Wanted::ALL);
        lasts.find_map(|(last, kind)| last.filter(|_| kind == wanted))
    }
}

impl Wanted {
    const ALL: [Self; 4] = [Self::Town, Self::Area, Self::Country, Self::Site];

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
