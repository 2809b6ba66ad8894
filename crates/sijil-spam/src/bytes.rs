//! A model as bytes: versioned, checked, and the same for the same decisions.

use crate::head::Head;
use crate::model::Model;
use crate::threshold::{SCORES_MAX, Scores};

/// Begins every stored model; the last byte is the version. A change of features, hashes, signs or
/// rates needs a new one: old weights would mean something else.
const MARK: &[u8; 8] = b"sijilSP\x01";
/// Bytes of the checksum at the end.
const SUM_LEN: usize = 8;
/// Weights beyond this were never learned.
const WEIGHT_MAX: f32 = 1e6;

/// Why bytes are no model. The decisions are the truth: learn them again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// Written by another version of the filter, or something else altogether.
    #[error("the stored model has another version; learn the decisions again")]
    OtherVersion,
    /// Cut short or changed.
    #[error("the stored model is damaged; learn the decisions again")]
    Damaged,
}

/// Writes `model`: about two million bytes, whatever it has learned.
pub(crate) fn write(model: &Model) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    bytes.extend(model.decisions.to_le_bytes());
    for head in [&model.spam, &model.offence] {
        floats(&mut bytes, &head.weights);
        bytes.extend(
            head.squares
                .iter()
                .flat_map(|squares| squares.to_le_bytes()),
        );
        floats(&mut bytes, &head.sign_weights);
        floats(&mut bytes, &head.sign_squares);
    }
    let scores: Vec<f32> = model.scores.approved.iter().copied().collect();
    let count = u16::try_from(scores.len()).unwrap_or(u16::MAX);
    bytes.extend(count.to_le_bytes());
    floats(&mut bytes, &scores);
    bytes.extend(sum(&bytes).to_le_bytes());
    bytes
}

/// Reads what `write` wrote.
pub(crate) fn read(bytes: &[u8]) -> Result<Model, LoadError> {
    if !bytes.starts_with(MARK) {
        return Err(LoadError::OtherVersion);
    }
    let end = bytes.len().saturating_sub(SUM_LEN);
    let (body, stored) = bytes.split_at_checked(end).ok_or(LoadError::Damaged)?;
    if stored != sum(body).to_le_bytes() {
        return Err(LoadError::Damaged);
    }
    let mut rest = Rest(body.get(MARK.len()..).ok_or(LoadError::Damaged)?);
    let mut model = Model::new();
    model.decisions = u64::from_le_bytes(rest.take()?);
    for head in [&mut model.spam, &mut model.offence] {
        fill(head, &mut rest)?;
    }
    let count = usize::from(u16::from_le_bytes(rest.take()?));
    let mut scores = vec![0.0; count.min(SCORES_MAX)];
    rest.fill(&mut scores)?;
    model.scores = Scores {
        approved: scores.into(),
    };
    if rest.0.is_empty() {
        Ok(model)
    } else {
        Err(LoadError::Damaged)
    }
}

fn fill(head: &mut Head, rest: &mut Rest<'_>) -> Result<(), LoadError> {
    rest.fill(&mut head.weights)?;
    for squares in &mut head.squares {
        *squares = u16::from_le_bytes(rest.take()?);
    }
    rest.fill(&mut head.sign_weights)?;
    rest.fill(&mut head.sign_squares)
}

fn floats(bytes: &mut Vec<u8>, floats: &[f32]) {
    bytes.extend(floats.iter().flat_map(|float| float.to_le_bytes()));
}

/// FNV-1a with 64 bits: finds damage, and is not meant against forgers, who have no way to this file.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], LoadError> {
        let (first, rest) = self.0.split_first_chunk().ok_or(LoadError::Damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    fn fill(&mut self, floats: &mut [f32]) -> Result<(), LoadError> {
        for float in floats {
            *float = f32::from_le_bytes(self.take()?);
            // Also refuses what is no number, so that a score is one.
            if !(-WEIGHT_MAX..=WEIGHT_MAX).contains(float) {
                return Err(LoadError::Damaged);
            }
        }
        Ok(())
    }
}
