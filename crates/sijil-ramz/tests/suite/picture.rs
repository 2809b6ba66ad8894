//! The picture: small, the same each time, dark on light, and nothing cut off.

use crate::ramz;
use sijil_ramz::Level;

/// Bytes of the greatest picture that a slow connection is asked to carry.
const BYTES_MAX: usize = 4096;

struct Picture {
    width: usize,
    palette: Vec<u8>,
    /// The number of each pixel's colour, row after row.
    rows: Vec<Vec<u8>>,
}

fn decoded(bytes: &[u8]) -> Picture {
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().unwrap();
    let info = reader.info();
    let (width, palette) = (
        usize::try_from(info.width).unwrap(),
        info.palette.clone().unwrap().into_owned(),
    );
    let mut packed = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut packed).unwrap();
    let four = |byte: &u8| [byte >> 6, byte >> 4 & 3, byte >> 2 & 3, byte & 3];
    let rows = packed.chunks(width / 4);
    let rows = rows
        .map(|row| row.iter().flat_map(four).collect())
        .collect();
    Picture {
        width,
        palette,
        rows,
    }
}

#[test]
fn a_token_has_one_picture_and_another_token_another() {
    let picture = ramz(Level::Normal, 1).picture();
    assert_eq!(picture, ramz(Level::Normal, 1).picture());
    assert_ne!(picture, ramz(Level::Normal, 2).picture());
}

#[test]
fn pictures_are_small_and_digits_are_whole() {
    for level in Level::ALL {
        for number in 0..5 {
            let bytes = ramz(level, number).picture();
            assert!(bytes.len() < BYTES_MAX, "{} bytes", bytes.len());
            let picture = decoded(&bytes);
            assert_eq!((picture.width, picture.rows.len()), (440, 160));
            // The band reaches the sides; above and below, nothing touches the edge.
            for row in [&picture.rows[0], &picture.rows[159]] {
                assert!(row.iter().all(|colour| *colour == 0), "{level:?} {number}");
            }
            let ink = picture.rows.iter().flatten().filter(|colour| **colour == 3);
            assert!(ink.count() > 4000, "{level:?} {number} is nearly empty");
        }
    }
}

#[test]
fn ink_stands_out_from_paper() {
    let palette = decoded(&ramz(Level::Calm, 3).picture()).palette;
    assert_eq!(palette.len(), 12);
    let contrast = (luminance(&palette[..3]) + 0.05) / (luminance(&palette[9..]) + 0.05);
    assert!(contrast >= 7.0, "{contrast}");
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: &[u8]) -> f64 {
    let part = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
}
