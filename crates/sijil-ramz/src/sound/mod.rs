//! The code as a sound: read out twice, in a voice, pitch and pace of its own, over a low babble.
//!
//! The recordings are few and public, so it is what happens to them that keeps two codes from holding
//! the same bytes: the babble is other digits backwards, far below what is said.

mod pace;
mod voices;
mod wav;

use crate::draw::Draw;
use sijil_text::Lang;

/// Samples a second, as telephones have it.
const RATE: usize = 8000;
/// Loudness of the babble against that of what is said: 22 dB below.
const BABBLE: f32 = 0.08;

/// A WAV file, 8 kHz, one channel, 16 bits: `code` twice. All that is left to chance is drawn from `seed`.
pub(crate) fn wav(code: &str, lang: Lang, seed: [u8; 32]) -> Vec<u8> {
    let mut draw = Draw::new(seed, b"sound");
    let mut said = said(code, lang, &mut draw);
    let babble = babble(said.len(), lang, &mut draw);
    for (sample, below) in said.iter_mut().zip(babble) {
        *sample += below * BABBLE;
    }
    wav::file(&said)
}

/// The code twice, with gaps of their own lengths between the digits.
fn said(code: &str, lang: Lang, draw: &mut Draw) -> Vec<f32> {
    let voice = draw.below(voices::COUNT);
    let pitch = draw.between(0.94, 1.06);
    let pace = draw.between(0.90, 1.10);
    let mut samples = silence(draw, 0.4, 0.7);
    for _ in 0..2 {
        for digit in code.chars().filter_map(|letter| letter.to_digit(10)) {
            let recording = pace::pitched(&voices::recording(lang, voice, digit), pitch);
            // A higher pitch has made the word shorter already.
            samples.extend(pace::paced(&recording, pace / pitch));
            samples.extend(silence(draw, 0.35, 0.75));
        }
        samples.extend(silence(draw, 0.8, 1.1));
    }
    samples
}

/// Digits backwards, in any voice, one after the other, for as long as is asked.
fn babble(samples: usize, lang: Lang, draw: &mut Draw) -> Vec<f32> {
    let mut babble = Vec::new();
    // Every recording has samples; the bound is for the reader of this loop.
    for _ in 0..1000 {
        if babble.len() >= samples {
            break;
        }
        let recording = voices::recording(lang, draw.below(voices::COUNT), draw.below(10));
        let pitched = pace::pitched(&recording, draw.between(0.8, 1.25));
        babble.extend(pitched.into_iter().rev());
    }
    babble.truncate(samples);
    babble
}

/// Nothing, for between so many seconds.
fn silence(draw: &mut Draw, from_s: f32, to_s: f32) -> Vec<f32> {
    let samples = draw.between(from_s, to_s) * pace::float(RATE);
    vec![0.0; pace::whole(samples)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loudness(samples: &[f32]) -> f32 {
        let loud = samples.iter().filter(|sample| sample.abs() > 0.0);
        let squares: Vec<f32> = loud.map(|sample| sample * sample).collect();
        (squares.iter().sum::<f32>() / pace::float(squares.len())).sqrt()
    }

    #[test]
    fn the_babble_stays_far_below_what_is_said() {
        for lang in Lang::ALL {
            for number in 0..4 {
                let mut draw = Draw::new([number; 32], b"sound");
                let said = said("04271", lang, &mut draw);
                let babble = babble(said.len(), lang, &mut draw);
                assert_eq!(babble.len(), said.len());
                let below = 20.0 * (loudness(&babble) * BABBLE / loudness(&said)).log10();
                assert!(
                    (-26.0..=-18.0).contains(&below),
                    "{lang} {number}: {below} dB"
                );
            }
        }
    }

    #[test]
    fn every_digit_is_recorded_in_every_voice() {
        for lang in Lang::ALL {
            for voice in 0..voices::COUNT {
                for digit in 0..10 {
                    let seconds = pace::float(voices::recording(lang, voice, digit).len()) / 8000.0;
                    assert!(
                        (0.2..1.5).contains(&seconds),
                        "{lang} {voice} {digit}: {seconds} s"
                    );
                }
            }
        }
    }
}
