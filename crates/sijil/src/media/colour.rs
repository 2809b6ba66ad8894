//! Colours as a profile means them, turned into those that all browsers assume.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Bytes of a profile: those of cameras and phones have a few hundred, printers' tables up to 2 MB.
const PROFILE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// A picture whose colours are those of a profile (ICC.1), in sRGB (IEC 61966-2-1). It stays as it is
/// when the profile cannot be read, or is not for red, green and blue: a picture a little too pale is
/// better than none.
pub(super) fn in_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let Some(profile) = profile.and_then(read) else {
        return picture;
    };
    if picture.color().has_alpha() {
        let mut picture = picture.into_rgba8();
        convert(&mut picture, Layout::Rgba, &profile);
        return DynamicImage::ImageRgba8(picture);
    }
    let mut picture = picture.into_rgb8();
    convert(&mut picture, Layout::Rgb, &profile);
    DynamicImage::ImageRgb8(picture)
}

fn read(profile: &[u8]) -> Option<ColorProfile> {
    let is_small = profile.len() <= PROFILE_BYTES_MAX;
    let profile = is_small.then(|| ColorProfile::new_from_slice(profile).ok())??;
    (profile.color_space == DataColorSpace::Rgb).then_some(profile)
}

fn convert(pixels: &mut [u8], layout: Layout, profile: &ColorProfile) {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    if let Ok(change) = profile.create_transform_8bit(layout, &srgb, layout, options) {
        let before = pixels.to_vec();
        // It fails only on a row that is no whole number of pixels, before it writes.
        let _as_it_was = change.transform(&before, pixels);
    }
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgb, RgbImage, Rgba, RgbaImage};
    use moxcms::ColorProfile;

    use super::in_srgb;

    const GREEN: [u8; 3] = [60, 180, 60];

    fn green() -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_pixel(3, 2, Rgb(GREEN)))
    }

    fn display_p3() -> Vec<u8> {
        ColorProfile::new_display_p3().encode().unwrap()
    }

    fn first(picture: &DynamicImage) -> [u8; 3] {
        picture.to_rgb8().get_pixel(0, 0).0
    }

    /// The expected numbers are worked out from the primaries of both spaces (SMPTE EG 432-1 and
    /// IEC 61966-2-1), apart from the program.
    #[test]
    fn a_green_of_a_phones_screen_becomes_the_stronger_green_of_srgb() {
        let made = first(&in_srgb(green(), Some(&display_p3())));
        let wanted: [u8; 3] = [0, 183, 30];
        for (made, wanted) in made.into_iter().zip(wanted) {
            assert!(made.abs_diff(wanted) <= 2, "{made} is not about {wanted}");
        }
    }

    #[test]
    fn what_shines_through_stays_so() {
        let [r, g, b] = GREEN;
        let glass = RgbaImage::from_pixel(2, 2, Rgba([r, g, b, 77]));
        let made = in_srgb(DynamicImage::ImageRgba8(glass), Some(&display_p3())).into_rgba8();
        assert_eq!(made.get_pixel(1, 1).0[3], 77);
        assert_ne!(made.get_pixel(1, 1).0[0], r);
    }

    #[test]
    fn without_a_profile_or_with_one_that_cannot_be_read_nothing_changes() {
        let cut_off = display_p3().into_iter().take(90).collect::<Vec<_>>();
        let grey = ColorProfile::new_gray_with_gamma(2.2).encode().unwrap();
        for profile in [None, Some(&b"no profile"[..]), Some(&cut_off), Some(&grey)] {
            assert_eq!(first(&in_srgb(green(), profile)), GREEN);
        }
    }
}
