//! Another pitch and another pace for a recording.

/// Samples of a piece that is laid down whole: 30 ms, a few periods of any voice.
const PIECE: usize = 240;
/// Samples from one piece to the next: they overlap by half.
const STEP: usize = PIECE / 2;
/// Samples by which a piece is sought later, so that its waves continue those before it.
const SEEK: usize = 80;

/// The recording read `ratio` times as fast: higher by as much, and shorter.
pub(super) fn pitched(samples: &[f32], ratio: f32) -> Vec<f32> {
    let length = whole(float(samples.len()) / ratio);
    let sample = |at: usize| samples.get(at).copied().unwrap_or(0.0);
    (0..length)
        .map(|index| {
            let place = float(index) * ratio;
            let share = place.fract();
            let before = whole(place);
            sample(before) * (1.0 - share) + sample(before + 1) * share
        })
        .collect()
}

/// The recording spoken `ratio` times as fast, at the same pitch: pieces are laid over each other where
/// they fit best (waveform similarity overlap-add, Verhelst and Roelands, ICASSP 1993).
pub(super) fn paced(samples: &[f32], ratio: f32) -> Vec<f32> {
    let steps = whole(float(samples.len()) / ratio) / STEP;
    let mut spoken = vec![0.0; (steps + 1) * STEP];
    // What would follow the last piece in the recording itself: the next one should sound like it.
    let mut expected: &[f32] = samples;
    for step in 0..steps {
        let wanted = whole(float(step * STEP) * ratio);
        let from = best(samples, wanted, expected);
        let piece = samples.get(from..).unwrap_or_default();
        let laid = spoken.iter_mut().skip(step * STEP);
        for (index, (place, sample)) in laid.zip(piece.iter().take(PIECE)).enumerate() {
            *place += sample * window(index);
        }
        expected = piece.get(STEP..).unwrap_or_default();
    }
    spoken
}

/// The place from `wanted` on whose samples are most like the expected ones.
fn best(samples: &[f32], wanted: usize, expected: &[f32]) -> usize {
    let likeness = |from: usize| -> f32 {
        let piece = samples.get(from..).unwrap_or_default();
        // Every other sample is enough to see how waves lie.
        let pairs = piece.iter().zip(expected).take(STEP).step_by(2);
        pairs.map(|(one, other)| one * other).sum()
    };
    (wanted..=wanted + SEEK)
        .max_by(|one, other| likeness(*one).total_cmp(&likeness(*other)))
        .unwrap_or(wanted)
}

/// Hann's window: two of them, half a piece apart, add up to one.
fn window(index: usize) -> f32 {
    let angle = float(index) / float(PIECE) * std::f32::consts::TAU;
    0.5 - 0.5 * angle.cos()
}

/// A count of samples as a length.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of samples are under 2^24"
)]
pub(super) const fn float(count: usize) -> f32 {
    count as f32
}

/// A length as a count of whole samples; 0 for less than none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and lengths are small"
)]
pub(super) const fn whole(length: f32) -> usize {
    length as usize
}
