//! The recorded digits; how they were made is told beside them.

use sijil_text::Lang;

/// Voices of each language.
pub(super) const COUNT: u32 = 3;

const ARABIC: &[u8] = include_bytes!("../../data/voices/ar.ulaw");
const ENGLISH: &[u8] = include_bytes!("../../data/voices/en.ulaw");

/// A digit as one voice says it, samples from -1 to 1. Empty for what was not recorded.
pub(super) fn recording(lang: Lang, voice: u32, digit: u32) -> Vec<f32> {
    let mut rest = match lang {
        Lang::Ar => ARABIC,
        Lang::En => ENGLISH,
    };
    for _ in 0..voice * 10 + digit {
        rest = split(rest).map_or(&[], |(_, after)| after);
    }
    let recorded = split(rest).map_or(&[] as &[u8], |(first, _)| first);
    recorded.iter().map(|byte| expanded(*byte)).collect()
}

/// The first recording, and those after it.
fn split(recordings: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = recordings.split_first_chunk::<2>()?;
    rest.split_at_checked(u16::from_be_bytes(*length).into())
}

/// A mu-law byte as a sample (ITU-T G.711).
fn expanded(byte: u8) -> f32 {
    let byte = !byte;
    let mantissa = i16::from(byte & 15);
    let exponent = (byte >> 4) & 7;
    let size = f32::from((((mantissa << 3) + 132) << exponent) - 132) / 32768.0;
    if byte & 128 == 0 { size } else { -size }
}
