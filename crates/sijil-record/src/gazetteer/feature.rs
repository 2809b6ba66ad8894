//! What kind of place a record is.

use serde::{Deserialize, Serialize};

macro_rules! features {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal, $letter:literal;)+) => {
        /// What kind of place a record is; after GeoNames' feature codes, coarser.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Feature {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Feature {
            /// Its number in the file.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self { $(Self::$name => $number,)+ }
            }

            /// The feature of this number; what is unknown is a settlement.
            #[must_use]
            pub const fn from_number(number: u8) -> Self {
                match number { $($number => Self::$name,)+ _ => Self::Settlement }
            }

            /// The feature that a table of ours names by this word, or GeoNames by this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($letter => Some(Self::$name),)+ _ => Self::from_geonames(code) }
            }
        }
    };
}

features! {
    /// A state.
    Country = 0, "country";
    /// Governorate, province, US state.
    Admin1 = 1, "admin1";
    /// District, county.
    Admin2 = 2, "admin2";
    /// Sub-district and below.
    Admin3 = 3, "admin3";
    /// A state's capital.
    Capital = 4, "capital";
    /// Seat of a first-level area.
    Seat1 = 5, "seat1";
    /// Seat of a second-level area.
    Seat2 = 6, "seat2";
    /// Seat of a lower area.
    Seat3 = 7, "seat3";
    /// Any other town or village.
    Settlement = 8, "settlement";
    /// A quarter of a town, a camp.
    Quarter = 9, "quarter";
    /// A part of a country without offices of its own: countryside, valley, coast.
    Region = 10, "region";
    /// An airfield, barracks, base, crossing, prison: a built site.
    Site = 11, "site";
    /// River, lake, sea, strait.
    Water = 12, "water";
    /// Mountain, desert, plain.
    Land = 13, "land";
    /// Continents and parts of them.
    Continent = 14, "continent";
}

impl Feature {
    fn from_geonames(code: &str) -> Option<Self> {
        Some(match code {
            "PPLC" => Self::Capital,
            "PPLA" => Self::Seat1,
            "PPLA2" => Self::Seat2,
            "PPLA3" | "PPLA4" | "PPLA5" => Self::Seat3,
            "PPLX" => Self::Quarter,
            "ADM1" => Self::Admin1,
            "ADM2" => Self::Admin2,
            "ADM3" | "ADM4" | "ADM5" => Self::Admin3,
            _ if code.starts_with("PCL") => Self::Country,
            _ if code.starts_with("PPL") || code.is_empty() => Self::Settlement,
            _ => return None,
        })
    }

    /// Whether people live there as in a town: a point, not an area.
    #[must_use]
    pub const fn is_settlement(self) -> bool {
        matches!(
            self,
            Self::Capital
                | Self::Seat1
                | Self::Seat2
                | Self::Seat3
                | Self::Settlement
                | Self::Quarter
        )
    }

    /// Whether it is an area with offices of its own.
    #[must_use]
    pub const fn is_area(self) -> bool {
        matches!(
            self,
            Self::Country | Self::Admin1 | Self::Admin2 | Self::Admin3
        )
    }
}
