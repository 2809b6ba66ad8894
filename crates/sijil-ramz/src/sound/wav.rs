//! Samples as a WAV file.

use super::RATE;

/// The file: RIFF header, format (PCM, one channel, 16 bits), samples.
pub(super) fn file(samples: &[f32]) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|sample| pulse(*sample)).collect();
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes();
    let mut file = b"RIFF".to_vec();
    file.extend(size(36 + data.len()));
    file.extend(b"WAVEfmt ");
    file.extend(size(16));
    // PCM, one channel; samples a second, bytes a second; bytes a sample, bits a sample.
    file.extend([1, 0, 1, 0]);
    file.extend(size(RATE));
    file.extend(size(RATE * 2));
    file.extend([2, 0, 16, 0]);
    file.extend(b"data");
    file.extend(size(data.len()));
    file.extend(data);
    file
}

/// One sample as 16 bits, little end first; what is louder than full scale is cut off.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn pulse(sample: f32) -> [u8; 2] {
    ((sample * f32::from(i16::MAX)) as i16).to_le_bytes()
}
