//! Makes pictures of hostile bytes: first a master, then the sizes that readers ask for.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};

use super::Picture;
use crate::articles::content::sha256;

/// Bytes of a picture as it is handed in.
pub const BYTES_MAX: usize = 30 * 1024 * 1024;
/// Pixels of a picture: 50 million, above any press camera's usual files.
const PIXELS_MAX: u64 = 50_000_000;
/// Memory that decoding may take.
const DECODE_BYTES_MAX: u64 = 400 * 1024 * 1024;
/// JPEG and WebP qualities, of 100: by eye, no artefacts on faces and text at these widths.
const JPEG_QUALITY: u8 = 80;
const MASTER_QUALITY: u8 = 92;
/// Pixels: the widest step that is served.
const MASTER_WIDTH_MAX: u32 = 1600;
const WEBP_QUALITY: f32 = 76.0;

/// Why a picture was refused.
#[derive(Debug, thiserror::Error)]
pub enum ShrinkError {
    /// More bytes than [`BYTES_MAX`].
    #[error("the picture has {bytes} bytes; at most {BYTES_MAX} are taken")]
    TooManyBytes {
        /// Its bytes.
        bytes: usize,
    },
    /// More pixels than we decode.
    #[error("the picture has {width} × {height} pixels; at most {PIXELS_MAX} in all are taken")]
    TooManyPixels {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// Not one of the kinds we take, or broken.
    #[error("the picture cannot be read as JPEG, PNG, WebP or GIF")]
    Unreadable(#[source] image::ImageError),
    /// The encoder failed.
    #[error("the picture cannot be written")]
    Unwritable(#[source] image::ImageError),
}

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

/// A picture as it is kept: upright, no wider than needed, pixels and nothing else: no place, no
/// camera, no name.
#[derive(Debug)]
pub struct Master {
    /// Its name and size.
    pub picture: Picture,
    /// JPEG, of which the files that readers see are made.
    pub jpeg: Vec<u8>,
}

/// Decodes hostile `bytes` under limits and makes the master of them.
///
/// # Errors
/// When there are too many bytes or pixels, or they cannot be read.
pub fn master(bytes: &[u8]) -> Result<Master, ShrinkError> {
    let upright = decode(bytes)?;
    let scaled = scale(&upright, upright.width().min(MASTER_WIDTH_MAX));
    let picture = Picture {
        sha256: sha256(bytes),
        width: scaled.width(),
        height: scaled.height(),
    };
    Ok(Master {
        picture,
        jpeg: jpeg(&scaled, MASTER_QUALITY)?,
    })
}

/// The width of a master, in pixels, from its header alone.
///
/// # Errors
/// When it cannot be read.
pub fn width_of(master: &[u8]) -> Result<u32, ShrinkError> {
    let reader = ImageReader::new(Cursor::new(master)).with_guessed_format();
    let reader =
        reader.map_err(|error| ShrinkError::Unreadable(image::ImageError::IoError(error)))?;
    Ok(reader.into_dimensions().map_err(ShrinkError::Unreadable)?.0)
}

/// The file of a master in one width and format.
///
/// # Errors
/// When the master cannot be read.
pub fn variant(master: &[u8], width: u32, format: Format) -> Result<Vec<u8>, ShrinkError> {
    let scaled = scale(&decode(master)?, width);
    match format {
        Format::WebP => Ok(webp(&scaled)),
        Format::Jpeg => jpeg(&scaled, JPEG_QUALITY),
    }
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, ShrinkError> {
    if bytes.len() > BYTES_MAX {
        return Err(ShrinkError::TooManyBytes { bytes: bytes.len() });
    }
    let unreadable = ShrinkError::Unreadable;
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| unreadable(image::ImageError::IoError(error)))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODE_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    // Some decoders ignore limits, so the header's own word is checked first.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(ShrinkError::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn scale(image: &DynamicImage, width: u32) -> RgbImage {
    if image.width() == width {
        return image.to_rgb8();
    }
    let height = u64::from(image.height()) * u64::from(width) / u64::from(image.width().max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    image
        .resize_exact(width, height, FilterType::Lanczos3)
        .to_rgb8()
}

fn webp(image: &RgbImage) -> Vec<u8> {
    webp::Encoder::from_rgb(image, image.width(), image.height())
        .encode(WEBP_QUALITY)
        .to_vec()
}

fn jpeg(image: &RgbImage, quality: u8) -> Result<Vec<u8>, ShrinkError> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    image
        .write_with_encoder(encoder)
        .map_err(ShrinkError::Unwritable)?;
    Ok(bytes)
}
