//! English: what each word is in its sentence, and the phrases they make. Shallow, no parser.

mod borrowed;
mod chunks;
mod lists;
mod people;
mod relations;
mod subjects;
mod verbs;
mod words;

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

pub(crate) use chunks::{Article, Chunk, ChunkKind, Clause, Voice};
pub(crate) use people::{is_abstract, is_name, phrase};
pub(crate) use words::Pos;

/// The English dictionary, as it is compiled in.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(
        include_str!("../../rules/words.en.txt"),
        &[
            include_str!("../../rules/casualties.en.txt"),
            include_str!("../../rules/cues.en.txt"),
            include_str!("../../rules/frames.en.txt"),
        ],
    )
});
