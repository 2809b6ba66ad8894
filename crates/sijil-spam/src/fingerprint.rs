//! Which texts are nearly the same.
//!
//! `MinHash`: Broder, "On the Resemblance and Containment of Documents", SEQUENCES 1997.

use crate::clean::clean;
use crate::features::Hash;

const HASHES: usize = 32;
/// Letters of one piece: long enough that two comments on one topic share few.
const PIECE_CHARS: usize = 5;

/// A short mark of a text; like texts have like marks.
///
/// Keep those of texts held lately, compare, and hand the greatest likeness in as
/// [`crate::Signals::held_likeness`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint([u32; HASHES]);

impl Fingerprint {
    /// The mark of `text`. Spelling tricks, capitals, digits and addresses make no difference.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let letters: Vec<char> = clean(text).text.chars().collect();
        let mut least = [u32::MAX; HASHES];
        let pieces = letters.windows(PIECE_CHARS.min(letters.len().max(1)));
        for piece in pieces {
            let hash = Hash::of_piece(piece);
            for (turn, least) in (1_u32..).zip(&mut least) {
                // Odd multipliers permute the 32-bit numbers; the shift brings the upper half in.
                let turned = hash.wrapping_mul(turn.wrapping_mul(0x9E37_79B9) | 1);
                *least = (*least).min(turned ^ (turned >> 15));
            }
        }
        Self(least)
    }

    /// About the share of pieces that both texts have in common, 0 to 1. An empty text is like none.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let equal = self.0.iter().zip(&other.0);
        let equal = equal.filter(|(one, other)| one == other && **one != u32::MAX);
        let [equal, all] = [equal.count(), HASHES].map(|count| u8::try_from(count).unwrap_or(0));
        f32::from(equal) / f32::from(all)
    }

    /// For storing; the numbers big-endian.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0
            .iter()
            .flat_map(|number| number.to_be_bytes())
            .collect()
    }

    /// From [`Fingerprint::to_bytes`]; nothing if `bytes` is not 128 long.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let numbers: Vec<u32> = bytes
            .chunks(4)
            .map(|four| Some(u32::from_be_bytes(four.try_into().ok()?)))
            .collect::<Option<_>>()?;
        Some(Self(numbers.try_into().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADVERT: &str =
        "اربح المال من المنزل بدون خبرة، راسلنا الآن على واتساب 0791234567 وابدأ اليوم";

    #[test]
    fn a_text_with_another_number_and_spelling_is_nearly_the_same() {
        let again =
            "إربح المــال من المنزل بدون خبره، راسلنا الان علي واتساب ٠٧٩٨٨٨٨٨٨٨ وابدأ اليوم!";
        let likeness = Fingerprint::of(ADVERT).likeness(&Fingerprint::of(again));
        assert!(likeness > 0.8, "{likeness}");
    }

    #[test]
    fn other_texts_are_unlike() {
        for other in [
            "رحم الله الشهداء وشفى الجرحى",
            "",
            "The road to the town is open again.",
        ] {
            let likeness = Fingerprint::of(ADVERT).likeness(&Fingerprint::of(other));
            assert!(likeness < 0.2, "{other}: {likeness}");
        }
        let empty = Fingerprint::of("");
        assert_eq!(empty.likeness(&empty), 0.0);
    }

    #[test]
    fn it_can_be_stored() {
        let advert = Fingerprint::of(ADVERT);
        assert_eq!(Fingerprint::from_bytes(&advert.to_bytes()), Some(advert));
        for broken in [0, 127, 129] {
            assert_eq!(Fingerprint::from_bytes(&vec![0; broken]), None);
        }
    }
}
