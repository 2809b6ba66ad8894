//! Texts that nobody wrote in good faith: no panic, offsets on characters, time that grows evenly.

use proptest::prelude::*;
use sijil_record::suggest::{Input, suggest};
use sijil_text::Day;

const WORDS: &[&str] = &[
    "killed",
    "was",
    "the",
    "of",
    "who",
    "and",
    ",",
    ".",
    "\"",
    "“",
    "”",
    "(",
    "[",
    "]",
    "by",
    "10",
    "at least",
    "soldiers",
    "truce",
    "between",
    "said",
    "according to",
    "that",
    "took",
    "fell",
    "قتل",
    "ثلاثة",
    "مدنيين",
    "و",
    "بينهم",
    "هدنة",
    "قال",
    "إن",
    "بحسب",
    "،",
    "٧٢",
    "لمدة",
    "-",
    "--",
    "'s",
    "\n",
    "\n\n",
    "U.S.",
    ";",
    "1.2.3",
    "½",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn no_text_breaks_it(
        words in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(WORDS).prop_map(str::to_owned),
            1 => "\\PC{0,6}",
        ], 0..80)
    ) {
        let text = words.join(" ");
        let published = Day::new(2026, 11, 20).ok();
        let found = suggest(&Input { headline: &text, text: &text, published, places: None, actors: None });
        for one in found {
            let slots = one.slots.iter().filter(|(name, _)| *name != "headline");
            for slot in slots.flat_map(|(_, slots)| slots) {
                prop_assert_eq!(text.get(slot.anchor.start..slot.anchor.end), Some(slot.anchor.text.as_str()));
            }
        }
    }
}
