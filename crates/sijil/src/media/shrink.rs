//! Makes pictures of hostile bytes: first a master, then the files that readers ask for. Runs in a
//! process of its own ([`super::decoder`]).

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageReader, Limits, RgbImage, RgbaImage,
};

use super::colour;
use super::crops::Crop;
use super::kinds::{Refusal, is_cut_off};

/// Bytes of a picture as it is handed in.
pub const BYTES_MAX: usize = 30 * 1024 * 1024;
/// Pixels of a picture: 50 million, above any press camera's usual files.
const PIXELS_MAX: u64 = 50_000_000;
/// Memory that decoding may take.
const DECODE_BYTES_MAX: u64 = 400 * 1024 * 1024;
/// JPEG and WebP qualities, of 100: by eye, no artefacts on faces and text at these widths.
const JPEG_QUALITY: u8 = 80;
const MASTER_QUALITY: u8 = 92;
/// Pixels: the widest step that is served, and a strip of four such squares.
const MASTER_WIDTH_MAX: u32 = 1600;
const MASTER_HEIGHT_MAX: u32 = 6400;
/// Pixels of a logo: twice the masthead's room for it.
const LOGO_WIDTH_MAX: u32 = 800;
const LOGO_HEIGHT_MAX: u32 = 160;
const WEBP_QUALITY: f32 = 76.0;

/// A kind of file that we serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For browsers of the last years: half the bytes on the demo's drawings at 800 pixels.
    WebP,
    /// For all others, and for other sites' previews.
    Jpeg,
}

impl Format {
    /// Both, the smaller first.
    pub const ALL: [Self; 2] = [Self::WebP, Self::Jpeg];

    /// The ending of a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// The media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// What was made: a file with pixels and nothing else in it, no place, no camera, no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Pixels, upright.
    pub width: u32,
    /// Pixels, upright.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The master of what was handed in, as JPEG: upright, no wider than needed. What is transparent
/// becomes white.
///
/// # Errors
/// Why it is refused.
pub fn master(bytes: &[u8]) -> Result<Made, Refusal> {
    let picture = upright(decode(bytes)?, (MASTER_WIDTH_MAX, MASTER_HEIGHT_MAX));
    jpeg(&on_white(picture), MASTER_QUALITY)
}

/// A logo of what was handed in, as lossless WebP; what is transparent stays so.
///
/// # Errors
/// Why it is refused.
pub fn logo(bytes: &[u8]) -> Result<Made, Refusal> {
    let picture = upright(decode(bytes)?, (LOGO_WIDTH_MAX, LOGO_HEIGHT_MAX)).into_rgba8();
    let (width, height) = picture.dimensions();
    let mut bytes = Vec::new();
    WebPEncoder::new_lossless(&mut bytes)
        .encode(&cleared(picture), width, height, ExtendedColorType::Rgba8)
        .map_err(|_unwritten| Refusal::Broken)?;
    Ok(Made {
        width,
        height,
        bytes,
    })
}

/// A master in one width and format.
///
/// # Errors
/// When the master is damaged.
pub fn variant(master: &[u8], width: u32, format: Format) -> Result<Made, Refusal> {
    let picture = decode(master)?.picture.into_rgb8();
    let height = in_proportion(picture.dimensions(), width);
    written(&scaled(&picture, (width, height)), format)
}

/// A crop of a master.
///
/// # Errors
/// When the master is damaged.
pub fn crop(master: &[u8], crop: &Crop, format: Format) -> Result<Made, Refusal> {
    let picture = decode(master)?.picture.into_rgb8();
    let part = crop.part(picture.dimensions());
    let cut = imageops::crop_imm(&picture, part.x, part.y, part.width, part.height).to_image();
    written(&scaled(&cut, (crop.width, crop.height())), format)
}

/// The width of a master, in pixels, from its header alone.
///
/// # Errors
/// When it cannot be read.
pub fn width_of(master: &[u8]) -> Result<u32, Refusal> {
    Ok(size_of(master)?.0)
}

fn size_of(bytes: &[u8]) -> Result<(u32, u32), Refusal> {
    let size = reader(bytes)?.into_dimensions();
    size.map_err(|error| match error {
        // Nothing is decoded yet: it is the header's own numbers that are too large.
        image::ImageError::Limits(_) => Refusal::Pixels,
        error => refusal(error),
    })
}

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, Refusal> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    reader.map_err(|_unread| Refusal::Broken)
}

/// A picture as its file has it, how it is to be turned, and the profile of its colours.
struct Decoded {
    picture: DynamicImage,
    turn: Orientation,
    profile: Option<Vec<u8>>,
}

fn decode(bytes: &[u8]) -> Result<Decoded, Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::Bytes);
    }
    if is_cut_off(bytes) {
        return Err(Refusal::CutOff);
    }
    // Some decoders ignore limits, so the header's own word is checked first.
    let (width, height) = size_of(bytes)?;
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Refusal::Pixels);
    }
    let mut reader = reader(bytes)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODE_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or_default();
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok(Decoded {
        picture,
        turn,
        profile,
    })
}

fn refusal(error: image::ImageError) -> Refusal {
    match error {
        image::ImageError::Limits(_) => Refusal::Memory,
        _ => Refusal::Broken,
    }
}

/// The picture the right way up, in sRGB, inside a frame. It is made small before it is turned, which
/// takes less memory.
fn upright(decoded: Decoded, (width_max, height_max): (u32, u32)) -> DynamicImage {
    let Decoded {
        picture,
        turn,
        profile,
    } = decoded;
    let is_on_its_side = matches!(
        turn,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let frame = match is_on_its_side {
        true => (height_max, width_max),
        false => (width_max, height_max),
    };
    let size = fitted((picture.width(), picture.height()), frame);
    let mut small = match picture {
        picture if (picture.width(), picture.height()) == size => picture,
        picture if picture.color().has_alpha() => {
            let resized =
                imageops::resize(&picture.into_rgba8(), size.0, size.1, FilterType::Lanczos3);
            DynamicImage::ImageRgba8(resized)
        }
        picture => DynamicImage::ImageRgb8(scaled(&picture.into_rgb8(), size)),
    };
    small = colour::in_srgb(small, profile.as_deref());
    small.apply_orientation(turn);
    small
}

/// The largest size of the same proportions that fits a frame, and is no larger than it was.
fn fitted((width, height): (u32, u32), (width_max, height_max): (u32, u32)) -> (u32, u32) {
    let mut size = (width.max(1), height.max(1));
    if size.0 > width_max {
        size = (width_max, in_proportion(size, width_max));
    }
    if size.1 > height_max {
        let width = in_proportion((size.1, size.0), height_max);
        size = (width, height_max);
    }
    size
}

/// The height that goes with another width.
fn in_proportion((width, height): (u32, u32), wanted: u32) -> u32 {
    let height = u64::from(height) * u64::from(wanted) / u64::from(width.max(1));
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// A picture in another size. What is far larger is first averaged down to twice the size, which is
/// quick and takes no memory; the eye sees no difference.
fn scaled(picture: &RgbImage, (width, height): (u32, u32)) -> RgbImage {
    if picture.dimensions() == (width, height) {
        return picture.clone();
    }
    let twice = (width.saturating_mul(2), height.saturating_mul(2));
    if picture.width() > twice.0 && picture.height() > twice.1 {
        let averaged = imageops::thumbnail(picture, twice.0, twice.1);
        return imageops::resize(&averaged, width, height, FilterType::Lanczos3);
    }
    imageops::resize(picture, width, height, FilterType::Lanczos3)
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let mut white = RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    imageops::overlay(&mut white, &picture.into_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(white).into_rgb8()
}

/// Colours under what is fully transparent are words that nobody sees: they go.
fn cleared(mut picture: RgbaImage) -> RgbaImage {
    for pixel in picture.pixels_mut().filter(|pixel| pixel.0.ends_with(&[0])) {
        pixel.0 = [0; 4];
    }
    picture
}

fn written(picture: &RgbImage, format: Format) -> Result<Made, Refusal> {
    match format {
        Format::Jpeg => jpeg(picture, JPEG_QUALITY),
        Format::WebP => Ok(Made {
            width: picture.width(),
            height: picture.height(),
            bytes: webp::Encoder::from_rgb(picture, picture.width(), picture.height())
                .encode(WEBP_QUALITY)
                .to_vec(),
        }),
    }
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Made, Refusal> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    picture
        .write_with_encoder(encoder)
        .map_err(|_unwritten| Refusal::Broken)?;
    Ok(Made {
        width: picture.width(),
        height: picture.height(),
        bytes,
    })
}
