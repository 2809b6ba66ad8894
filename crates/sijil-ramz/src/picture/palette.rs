//! From ink to a PNG of four colours.

use super::ink::Ink;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// Paper, two steps between, ink. Paper and ink have a contrast of 14 to 1 (WCAG 2.2 asks for 4.5,
/// and 7 at its strictest). The picture brings its own paper, so it is the same on a dark page.
pub(crate) const COLOURS: [[u8; 3]; 4] = [
    [0xf6, 0xf3, 0xec],
    [0xad, 0xb0, 0xb0],
    [0x64, 0x6c, 0x75],
    [0x1b, 0x29, 0x39],
];

/// The sheet as a PNG, two bits a pixel.
#[expect(
    clippy::expect_used,
    reason = "the header is fixed, and memory takes all that is written"
)]
pub(super) fn png(ink: &Ink) -> Vec<u8> {
    encoded(ink).expect("a picture of fixed form can be written to memory")
}

fn encoded(ink: &Ink) -> Result<Vec<u8>, EncodingError> {
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size(ink.width()), size(ink.rows().len()));
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Two);
    encoder.set_palette(COLOURS.concat());
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&packed(ink))?;
    writer.finish()?;
    Ok(bytes)
}

/// Four pixels in each byte, the leftmost in the highest bits; every row begins a byte.
fn packed(ink: &Ink) -> Vec<u8> {
    let rows = ink.rows().iter();
    rows.flat_map(|row| row.chunks(4).map(four)).collect()
}

fn four(pixels: &[f32]) -> u8 {
    let shades = pixels.iter().map(|share| shade(*share));
    let bits = shades.fold(0, |byte, shade| byte << 2 | shade);
    bits << (2 * 4_usize.saturating_sub(pixels.len()))
}

const fn shade(share: f32) -> u8 {
    match share {
        covered if covered < 0.17 => 0,
        covered if covered < 0.5 => 1,
        covered if covered < 0.83 => 2,
        _ => 3,
    }
}
