//! The sound: a plain file, the same each time, long enough to write along.

use crate::ramz;
use sijil_ramz::Level;
use sijil_text::Lang;

#[test]
fn a_token_has_one_sound_in_each_language() {
    let of = |number, lang| ramz(Level::Calm, number).sound(lang);
    assert_eq!(of(1, Lang::Ar), of(1, Lang::Ar));
    assert_ne!(of(1, Lang::Ar), of(1, Lang::En));
    assert_ne!(of(1, Lang::Ar), of(2, Lang::Ar));
}

#[test]
fn a_sound_is_a_plain_file_of_bearable_length_that_never_clips() {
    for (level, seconds) in [(Level::Calm, 8.0..16.0), (Level::Busy, 12.0..22.0)] {
        for lang in Lang::ALL {
            let file = ramz(level, 3).sound(lang);
            assert_eq!((&file[..4], &file[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
            let bytes = u32::from_le_bytes(file[40..44].try_into().unwrap());
            assert_eq!(usize::try_from(bytes).unwrap() + 44, file.len());
            assert!(
                seconds.contains(&(f64::from(bytes) / 16000.0)),
                "{bytes} bytes"
            );
            let samples = file[44..]
                .chunks(2)
                .map(|two| i16::from_le_bytes([two[0], two[1]]));
            let peak = samples.map(i16::unsigned_abs).max().unwrap();
            assert!((4000..i16::MAX.unsigned_abs()).contains(&peak), "{peak}");
        }
    }
}
