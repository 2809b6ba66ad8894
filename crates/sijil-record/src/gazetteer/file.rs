//! The gazetteer's file: tables of fixed width and one automaton of names, read where they lie.
//!
//! Layout, all numbers little-endian: the magic; then for each of the four sections its length
//! (u32) and its bytes: records, texts, postings, automaton. `examples/gazetteer` writes it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::gazetteer::added::{Added, NewName, NewPlace};
use crate::gazetteer::feature::Feature;
use crate::gazetteer::walk::Walk;

/// What the file begins with; the last letter is the version of the layout.
pub(crate) const MAGIC: &[u8; 8] = b"SIJGAZ\n1";

/// Bytes of one record.
const RECORD_BYTES: usize = 28;

/// Stands for "none" where a number of a record is wanted.
const NONE: u32 = u32::MAX;

/// Bits of a posting that say how the name stands to the place; the others are the record's number.
const STRENGTH_BITS: u32 = 2;

/// How near a name of the index is to what the place is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Its main name.
    Main,
    /// Another name of it.
    Alias,
    /// A name with a part left out, as "Deir ez-Zor" of "Deir ez-Zor Governorate".
    Part,
    /// Only the consonants are alike.
    Skeleton,
}

/// A place that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The record's number.
    pub place: u32,
    /// How near the name is.
    pub strength: Strength,
}

/// What is known of a place in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// `GeoNames`' id; 0 for what our own table adds.
    pub geonameid: u32,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The area it lies in, by its number: for a place its district or province, for that the country.
    pub parent: Option<u32>,
    /// Its country, by its number; a country's own is itself.
    pub country: Option<u32>,
    /// What kind of place it is.
    pub feature: Feature,
    /// People; 0 when unknown.
    pub population: u32,
    /// Where its names begin among the texts; of no use for an added place.
    pub(crate) text_at: u32,
}

/// How a place is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names<'a> {
    /// In Latin letters.
    pub latin: &'a str,
    /// In Arabic letters; empty when unknown.
    pub arabic: &'a str,
    /// For a country its ISO 3166 code of two letters, for an area its code if it has one; else empty.
    pub code: &'a str,
}

/// A file that is not a gazetteer of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileError;

impl std::fmt::Display for FileError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("this is no gazetteer of this version")
    }
}

impl std::error::Error for FileError {}

pub(crate) type Bytes = Cow<'static, [u8]>;

/// The places and their names.
#[derive(Clone)]
pub struct Gazetteer {
    records: Bytes,
    texts: Bytes,
    postings: Bytes,
    automaton: fst::Map<Bytes>,
    added: Option<Arc<Added>>,
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Gazetteer of {} places", self.len())
    }
}

impl Gazetteer {
    /// The one that comes with the program. Its bytes stay in the program's file until they are asked
    /// for, so that opening costs nothing.
    ///
    /// # Errors
    /// If it was made for another version.
    pub fn shipped() -> Result<Self, FileError> {
        static BYTES: &[u8] = include_bytes!("../../data/gazetteer.bin");
        let mut rest = BYTES.strip_prefix(MAGIC).ok_or(FileError)?;
        let mut section = || -> Result<Bytes, FileError> {
            let (length, after) = rest.split_first_chunk::<4>().ok_or(FileError)?;
            let length = usize::try_from(u32::from_le_bytes(*length)).or(Err(FileError))?;
            let (section, after) = after.split_at_checked(length).ok_or(FileError)?;
            rest = after;
            Ok(Cow::Borrowed(section))
        };
        Ok(Self {
            records: section()?,
            texts: section()?,
            postings: section()?,
            automaton: fst::Map::new(section()?).or(Err(FileError))?,
            added: None,
        })
    }

    /// The shipped places and `places`, and `names` beside the shipped ones, instead of any that were
    /// added before.
    #[must_use]
    pub fn with_added(mut self, places: Vec<NewPlace>, names: &[NewName]) -> Self {
        self.added = None;
        if !places.is_empty() || !names.is_empty() {
            self.added = Some(Arc::new(Added::new(&self, places, names)));
        }
        self
    }

    /// The code under which a list of the newsroom's own knows the place of this number; empty for
    /// shipped places.
    #[must_use]
    pub fn own_code(&self, number: u32) -> &str {
        if number < self.len() {
            return "";
        }
        self.names(number).code
    }

    /// How many places were added.
    #[must_use]
    pub fn added_len(&self) -> usize {
        self.added.as_ref().map_or(0, |added| added.len())
    }

    /// How many shipped places there are; their numbers begin at 0.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.records.len() / RECORD_BYTES).unwrap_or(NONE)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The record of this number.
    #[must_use]
    pub fn spot(&self, number: u32) -> Option<Spot> {
        if number >= self.len() {
            return self.added.as_ref()?.spot(number);
        }
        let at = usize::try_from(number).ok()?.checked_mul(RECORD_BYTES)?;
        let record = self.records.get(at..at.checked_add(RECORD_BYTES)?)?;
        let (words, _) = record.as_chunks::<4>();
        let [id, lat, lon, parent, country, people, tail] = words else {
            return None;
        };
        let [feature, t0, t1, t2] = *tail;
        let link = |bytes: &[u8; 4]| Some(u32::from_le_bytes(*bytes)).filter(|n| *n != NONE);
        Some(Spot {
            geonameid: u32::from_le_bytes(*id),
            lat: degrees(*lat),
            lon: degrees(*lon),
            parent: link(parent),
            country: link(country),
            feature: Feature::from_number(feature),
            population: u32::from_le_bytes(*people),
            text_at: u32::from_le_bytes([t0, t1, t2, 0]),
        })
    }

    /// The number of the place with this GeoNames id; looks through all of them, about a millisecond.
    #[must_use]
    pub fn numbered(&self, geonameid: u32) -> Option<u32> {
        let wanted = geonameid.to_le_bytes();
        let (records, _) = self.records.as_chunks::<RECORD_BYTES>();
        let found = records
            .iter()
            .position(|record| record.starts_with(&wanted));
        match found {
            Some(at) => u32::try_from(at).ok(),
            None => {
                let added = self.added_len().try_into().unwrap_or(0);
                (self.len()..self.len() + added).find(|number| {
                    self.spot(*number)
                        .is_some_and(|spot| spot.geonameid == geonameid)
                })
            }
        }
    }

    /// How the place of this number is called.
    #[must_use]
    pub fn names(&self, number: u32) -> Names<'_> {
        if number >= self.len() {
            let added = self.added.as_ref().and_then(|added| added.names(number));
            return added.unwrap_or_default();
        }
        let read = || {
            let at = usize::try_from(self.spot(number)?.text_at).ok()?;
            let (latin, rest) = split_text(self.texts.get(at..)?)?;
            let (arabic, rest) = split_text(rest)?;
            let (code, _) = split_text(rest)?;
            Some(Names {
                latin,
                arabic,
                code,
            })
        };
        read().unwrap_or_default()
    }

    /// The places called `spelt`, a [`super::key`]: main names first, each group most people first.
    #[must_use]
    pub fn named(&self, spelt: &str) -> Vec<Named> {
        let mut found = self
            .automaton
            .get(spelt)
            .map_or_else(Vec::new, |value| self.postings(value));
        if let Some(added) = &self.added {
            found.extend_from_slice(added.named(spelt));
        }
        found
    }

    /// The places with this [`super::skeleton`].
    #[must_use]
    pub fn alike(&self, bones: &str) -> Vec<Named> {
        if bones.is_empty() {
            return Vec::new();
        }
        self.named(&format!("\u{1}{bones}"))
    }

    /// Begins to spell a name, letter by letter.
    pub(crate) fn walk(&self) -> Walk<'_, Bytes> {
        Walk::new(self.automaton.as_fst())
    }

    /// As [`Self::walk`], among the names of added places.
    pub(crate) fn walk_added(&self) -> Option<Walk<'_, Vec<u8>>> {
        Some(Walk::new(self.added.as_ref()?.automaton()))
    }

    /// Reads what stands behind a name: a posting, or where a list of them begins and how long it is.
    pub(crate) fn postings(&self, value: u64) -> Vec<Named> {
        const IS_LIST: u64 = 1 << 63;
        let low = |value: u64| u32::try_from(value & 0xFFFF_FFFF).unwrap_or(NONE);
        if value & IS_LIST == 0 {
            return vec![named(low(value))];
        }
        let count = usize::try_from((value & !IS_LIST) >> 32).unwrap_or(0);
        let start = usize::try_from(low(value)).unwrap_or(usize::MAX);
        let (list, _) = self
            .postings
            .get(start..)
            .unwrap_or_default()
            .as_chunks::<4>();
        list.iter()
            .take(count)
            .map(|bytes| named(u32::from_le_bytes(*bytes)))
            .collect()
    }
}

fn named(posting: u32) -> Named {
    let strength = match posting & ((1 << STRENGTH_BITS) - 1) {
        0 => Strength::Main,
        1 => Strength::Alias,
        2 => Strength::Part,
        _ => Strength::Skeleton,
    };
    Named {
        place: posting >> STRENGTH_BITS,
        strength,
    }
}

/// A text is its length in one byte, then its bytes.
fn split_text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = bytes.split_first()?;
    let (text, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

/// Degrees are kept as hundred-thousandths, which is a metre.
fn degrees(bytes: [u8; 4]) -> f64 {
    f64::from(i32::from_le_bytes(bytes)) / 100_000.0
}
