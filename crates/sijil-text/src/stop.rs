//! Words too frequent to tell stories apart, left out of the stemmed fields.

/// Whether `word` is an Arabic function word. `word` has no vowel signs but unfolded letters:
/// folded first, على ("on") and علي (Ali) would be one, and every Ali would vanish.
///
/// The list is J. Savoy's, University of Neuchâtel, published under the BSD licence.
#[must_use]
pub fn is_arabic_stop_word(word: &str) -> bool {
    ARABIC.contains(&word)
}

/// Whether `word`, in lower case, is one of the 33 English words that Lucene leaves out.
#[must_use]
pub fn is_english_stop_word(word: &str) -> bool {
    ENGLISH.contains(&word)
}

#[rustfmt::skip]
const ARABIC: &[&str] = &[
    "من", "ومن", "منها", "منه", "في", "وفي", "فيها", "فيه", "و", "ف", "ثم", "او", "أو", "ب", "بها",
    "به", "ا", "أ", "اى", "اي", "أي", "أى", "لا", "ولا", "الا", "ألا", "إلا", "لكن", "ما", "وما",
    "كما", "فما", "عن", "مع", "اذا", "إذا", "ان", "أن", "إن", "انها", "أنها", "إنها", "انه", "أنه",
    "إنه", "بان", "بأن", "فان", "فأن", "وان", "وأن", "وإن", "التى", "التي", "الذى", "الذي", "الذين",
    "الى", "الي", "إلى", "إلي", "على", "عليها", "عليه", "اما", "أما", "إما", "ايضا", "أيضا", "كل",
    "وكل", "لم", "ولم", "لن", "ولن", "هى", "هي", "هو", "وهى", "وهي", "وهو", "فهى", "فهي", "فهو",
    "انت", "أنت", "لك", "لها", "له", "هذه", "هذا", "تلك", "ذلك", "هناك", "كانت", "كان", "يكون",
    "تكون", "وكانت", "وكان", "غير", "بعض", "قد", "نحو", "بين", "بينما", "منذ", "ضمن", "حيث", "الان",
    "الآن", "خلال", "بعد", "قبل", "حتى", "عند", "عندما", "لدى", "جميع",
];

#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
    "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they",
    "this", "to", "was", "will", "with",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_is_left_out_and_ali_is_kept() {
        assert!(is_arabic_stop_word("على"));
        assert!(!is_arabic_stop_word("علي"));
        assert!(is_english_stop_word("the"));
        assert!(!is_english_stop_word("us"));
        assert_eq!((ARABIC.len(), ENGLISH.len()), (119, 33));
    }
}
