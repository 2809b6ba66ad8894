//! A QR code as a drawing, so that an app reads its secret from the screen.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white around it: ISO/IEC 18004 §6.3.8 asks for four.
const QUIET: i32 = 4;

/// A drawing of black on white, as SVG has it.
pub(in crate::staff) struct Qr {
    /// Modules on each side, with the quiet zone.
    pub(in crate::staff) size: i32,
    /// The black ones.
    pub(in crate::staff) path: String,
}

/// A text as a QR code; nothing for a text too long for one.
pub(in crate::staff) fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // A string takes whatever is written to it.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    Some(Qr {
        size: code.size() + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_drawing_with_a_quiet_edge() {
        let qr = qr("otpauth://totp/a?secret=B").unwrap();
        assert_eq!(qr.size, 33);
        // The first module of the finder pattern, in the corner.
        assert!(qr.path.starts_with("M4 4h1v1h-1z"));
        assert!(!qr.path.contains("M3 "));
    }
}
