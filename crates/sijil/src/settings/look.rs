//! The newsroom's look: a few colours, each by day and by night, and the kind of type. What people
//! could not read is refused, with the contrast that was measured.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::db_enum;

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour([u8; 3]);

impl TryFrom<String> for Colour {
    type Error = String;

    /// `#rrggbb`.
    fn try_from(text: String) -> Result<Self, String> {
        // A sign before the digits would be read as one of them.
        let is_hex = |digits: &&str| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        let digits = text.strip_prefix('#').filter(is_hex);
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = number
            .ok_or_else(|| format!("{text} is not a colour such as #9a2a20"))?
            .to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl From<Colour> for String {
    fn from(Colour([red, green, blue]): Colour) -> Self {
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// How bright it is, WCAG 2.2 "relative luminance".
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, 1 to 21, WCAG 2.2 "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

db_enum! {
    /// Which typefaces pages are set in.
    Type {
        /// Headlines in the shipped faces, text in the system's book faces.
        Paper = "paper",
        /// Book faces of the system throughout: nothing is downloaded.
        Book = "book",
        /// The system's plain faces throughout.
        Plain = "plain",
    }
}

impl Type {
    /// All.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Book, Self::Plain];
}

/// What a colour is for, by the name of its property in the style sheet.
pub const TOKENS: [&str; 7] = ["paper", "sheet", "ink", "soft", "edge", "rubric", "pencil"];
/// What is read on what, and the contrast that takes: 4.5 for text (WCAG 2.2, 1.4.3), 3 for the
/// edges of fields (1.4.11).
const PAIRS: [(&str, &str, f64); 10] = [
    ("ink", "paper", 4.5),
    ("ink", "sheet", 4.5),
    ("soft", "paper", 4.5),
    ("soft", "sheet", 4.5),
    ("rubric", "paper", 4.5),
    ("rubric", "sheet", 4.5),
    ("pencil", "paper", 4.5),
    ("pencil", "sheet", 4.5),
    ("edge", "paper", 3.0),
    ("edge", "sheet", 3.0),
];
/// The shipped marks that text in ink stands on, by day and by night, as in `20-tokens.css`.
const MARKS: [(&str, Colour, Colour); 4] = [
    (
        "wash",
        Colour([0xe5, 0xf0, 0xf9]),
        Colour([0x19, 0x27, 0x33]),
    ),
    (
        "mark",
        Colour([0xf8, 0xe6, 0xa5]),
        Colour([0x5b, 0x48, 0x10]),
    ),
    (
        "added",
        Colour([0xdc, 0xf2, 0xdf]),
        Colour([0x19, 0x38, 0x25]),
    ),
    (
        "removed",
        Colour([0xfa, 0xdf, 0xdb]),
        Colour([0x4b, 0x27, 0x24]),
    ),
];
const TEXT_CONTRAST: f64 = 4.5;

/// By day or by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Light.
    Day,
    /// Dark.
    Night,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Day, Self::Night];

    /// Its name in fields and sentences.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Night => "night",
        }
    }
}

/// The colours of a mode, in the order of [`TOKENS`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette(pub [Colour; 7]);

/// The look of the public pages; the desk keeps its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Colours by day.
    pub day: Palette,
    /// Colours by night.
    pub night: Palette,
    /// The kind of type.
    #[serde(with = "type_word")]
    pub typeface: Type,
}

mod type_word {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use super::Type;

    pub(super) fn serialize<S: Serializer>(value: &Type, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(value.word())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Type, D::Error> {
        Type::try_from(String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl Default for Look {
    /// The shipped look, as in `20-tokens.css`.
    fn default() -> Self {
        let palette = |colours: [u32; 7]| {
            Palette(colours.map(|colour| {
                let [_, red, green, blue] = colour.to_be_bytes();
                Colour([red, green, blue])
            }))
        };
        Self {
            day: palette([
                0xfc_faf6, 0xf5_f1ea, 0x1f_1b17, 0x5a_524b, 0x84_7c72, 0x97_2620, 0x18_5582,
            ]),
            night: palette([
                0x15_120f, 0x20_1c18, 0xe4_e1da, 0xb3_ada4, 0x86_7f76, 0xf1_9583, 0x87_c2ec,
            ]),
            typeface: Type::Paper,
        }
    }
}

/// Two colours that are too much alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Faint {
    /// By day or by night.
    pub mode: Mode,
    /// What is read.
    pub upper: &'static str,
    /// On what.
    pub lower: &'static str,
    /// The contrast there is.
    pub measured: f64,
    /// The contrast it takes.
    pub wanted: f64,
}

impl Look {
    /// The colours of a mode.
    #[must_use]
    pub fn palette(&self, mode: Mode) -> &Palette {
        match mode {
            Mode::Day => &self.day,
            Mode::Night => &self.night,
        }
    }

    /// A colour by its name; the first for a name that is none.
    #[must_use]
    pub fn colour(&self, mode: Mode, token: &str) -> Colour {
        let [first, ..] = self.palette(mode).0;
        let mut each = TOKENS.iter().zip(self.palette(mode).0);
        let found = each.find(|(name, _)| **name == token);
        found.map_or(first, |(_, colour)| colour)
    }

    /// What could not be read; a look with any of these is not kept.
    #[must_use]
    pub fn faint(&self) -> Vec<Faint> {
        let mut faint = Vec::new();
        for mode in Mode::ALL {
            let ink = self.colour(mode, "ink");
            let on_marks = MARKS.map(|(name, day, night)| {
                let mark = if mode == Mode::Day { day } else { night };
                ("ink", name, ink.contrast(mark), TEXT_CONTRAST)
            });
            let pairs = PAIRS.map(|(upper, lower, wanted)| {
                let measured = self.colour(mode, upper).contrast(self.colour(mode, lower));
                (upper, lower, measured, wanted)
            });
            let all = pairs.into_iter().chain(on_marks);
            faint.extend(
                all.filter(|(_, _, measured, wanted)| measured < wanted)
                    .map(|(upper, lower, measured, wanted)| Faint {
                        mode,
                        upper,
                        lower,
                        measured,
                        wanted,
                    }),
            );
        }
        faint
    }

    /// The style sheet that puts the look over the shipped one. Colours go in as parsed numbers
    /// and typefaces by choice: nothing typed is ever written into it.
    #[must_use]
    pub fn css(&self) -> String {
        let mut css = String::from("@layer tokens{:root{");
        for token in TOKENS {
            let _ = write!(
                css,
                "--{token}:{};",
                String::from(self.colour(Mode::Day, token))
            );
        }
        css.push_str("}@supports (color:light-dark(#000,#fff)){:root{");
        for token in TOKENS {
            let [day, night] = Mode::ALL.map(|mode| String::from(self.colour(mode, token)));
            let _ = write!(css, "--{token}:light-dark({day},{night});");
        }
        css.push_str("}}");
        let family = match self.typeface {
            Type::Paper => "",
            Type::Book => ":root,[lang]{--head:var(--text)}",
            Type::Plain => ":root,[lang]{--head:var(--plain);--text:var(--plain)}",
        };
        css.push_str(family);
        css.push('}');
        css
    }

    /// The style sheet of the two samples at the desk.
    #[must_use]
    pub fn sample_css(&self) -> String {
        let mut css = String::from("@layer components{");
        for mode in Mode::ALL {
            let _ = write!(css, ".sample--{}{{", mode.word());
            for token in TOKENS {
                let _ = write!(css, "--{token}:{};", String::from(self.colour(mode, token)));
            }
            css.push('}');
        }
        let family = match self.typeface {
            Type::Paper => "",
            Type::Book => ".sample{--head:var(--text)}",
            Type::Plain => ".sample{--head:var(--plain);--text:var(--plain)}",
        };
        css.push_str(family);
        css.push('}');
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_what_the_standard_says() {
        let colour = |text: &str| Colour::try_from(text.to_owned()).unwrap();
        let contrast = |one, two| (colour(one).contrast(colour(two)) * 100.0).round() / 100.0;
        assert_eq!(contrast("#000000", "#ffffff"), 21.0);
        assert_eq!(contrast("#ffffff", "#ffffff"), 1.0);
        assert_eq!(contrast("#777777", "#ffffff"), 4.48);
        for bad in ["#fff", "red", "#12345g", "#+12345", "#fffffé"] {
            assert!(Colour::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_shipped_look_can_be_read() {
        assert_eq!(Look::default().faint(), []);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_contrast() {
        let mut look = Look::default();
        look.day.0[5] = Colour([0xff, 0xb0, 0xb0]);
        let faint = look.faint();
        let named: Vec<_> = faint
            .iter()
            .map(|one| (one.mode, one.upper, one.lower))
            .collect();
        let wanted = [
            (Mode::Day, "rubric", "paper"),
            (Mode::Day, "rubric", "sheet"),
        ];
        assert_eq!(named, wanted);
        assert!(
            (1.6..1.8).contains(&faint[0].measured),
            "{}",
            faint[0].measured
        );
    }
}
