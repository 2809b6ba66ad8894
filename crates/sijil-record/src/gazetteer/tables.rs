//! Reading lists of places that others publish: a GeoNames country file, a table of P-codes.

use std::collections::HashMap;

use crate::gazetteer::added::NewPlace;
use crate::gazetteer::feature::Feature;
use crate::gazetteer::file::Gazetteer;
use crate::gazetteer::names::key;

/// What a list held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Its places.
    pub places: Vec<NewPlace>,
    /// Rows that could not be read, or that lie nowhere.
    pub skipped: usize,
}

/// Reads a country file of GeoNames (`SY.txt`): 19 columns parted by tabs, as its own read-me says.
#[must_use]
pub fn from_geonames(text: &str) -> List {
    let mut list = List::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match geonames_row(line) {
            Some(place) => list.places.push(place),
            None => list.skipped += 1,
        }
    }
    list
}

fn geonames_row(line: &str) -> Option<NewPlace> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cell = |at: usize| cells.get(at).copied();
    // Towns and areas; streams and hills have too many names that are words.
    let feature = match cell(6)? {
        "P" | "A" => Feature::from_code(cell(7)?)?,
        _ => return None,
    };
    let aliases = cell(3)?.split(',').filter(|name| !name.is_empty());
    let (arabic, latin): (Vec<&str>, Vec<&str>) = aliases.partition(|name| is_arabic(name));
    let mut names = vec![cell(1)?.to_owned()];
    names.extend(
        latin
            .into_iter()
            .filter(|name| is_latin(name))
            .map(str::to_owned),
    );
    Some(NewPlace {
        geonameid: cell(0)?.parse().ok()?,
        code: String::new(),
        names,
        names_ar: arabic.into_iter().map(str::to_owned).collect(),
        lat: degrees(cell(4)?, 90.0)?,
        lon: degrees(cell(5)?, 180.0)?,
        country: cell(8)?.to_owned(),
        feature,
        population: cell(14)?.parse().unwrap_or(0),
    })
}

/// Reads a table of areas or places with P-codes, comma-separated.
///
/// Its first line names the columns as OCHA's do: `admin1Name_en`, `ADM3_AR`, `admin3Pcode`, `lat`, `lon`.
/// The deepest level of a row counts. A row without coordinates takes those of the place of its name in `country`.
#[must_use]
pub fn from_pcodes(text: &str, country: &str, known: &Gazetteer) -> List {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let columns = lines.next().map(Columns::of).unwrap_or_default();
    let mut list = List::default();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        match columns.place(&cells(line), country, known) {
            Some(place) => list.places.push(place),
            None => list.skipped += 1,
        }
    }
    list
}

/// Which column holds what, by level of area; settlements count as level 5.
#[derive(Debug, Default)]
struct Columns {
    names: HashMap<u8, usize>,
    names_ar: HashMap<u8, usize>,
    codes: HashMap<u8, usize>,
    lat: Option<usize>,
    lon: Option<usize>,
}

impl Columns {
    fn of(line: &str) -> Self {
        let mut columns = Self::default();
        for (at, name) in cells(line).iter().enumerate() {
            let name = sijil_text::lowercase(name.trim());
            let digit = name.chars().find_map(|letter| letter.to_digit(10));
            let level = digit
                .and_then(|digit| u8::try_from(digit).ok())
                .unwrap_or(5);
            if name.contains("pcode") || name.contains("p-code") {
                columns.codes.insert(level, at);
            } else if name.contains("name_ar") || name.ends_with("_ar") {
                columns.names_ar.insert(level, at);
            } else if name.contains("name") || name.ends_with("_en") {
                columns.names.entry(level).or_insert(at);
            } else if matches!(&*name, "lat" | "latitude" | "y") {
                columns.lat = Some(at);
            } else if matches!(&*name, "lon" | "long" | "longitude" | "lng" | "x") {
                columns.lon = Some(at);
            }
        }
        columns
    }

    fn place(&self, cells: &[String], country: &str, known: &Gazetteer) -> Option<NewPlace> {
        let cell = |at: Option<&usize>| {
            let text = cells.get(*at?)?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let level = (1..=5)
            .rev()
            .find(|level| cell(self.codes.get(level)).is_some())?;
        let name = cell(self.names.get(&level))?;
        let number = |at: Option<usize>, most| degrees(&cell(at.as_ref())?, most);
        let written = number(self.lat, 90.0).zip(number(self.lon, 180.0));
        let (lat, lon) = written.or_else(|| of_same_name(&name, country, known))?;
        Some(NewPlace {
            geonameid: 0,
            code: cell(self.codes.get(&level))?,
            names: vec![name],
            names_ar: cell(self.names_ar.get(&level)).into_iter().collect(),
            lat,
            lon,
            country: country.to_owned(),
            feature: match level {
                1 => Feature::Admin1,
                2 => Feature::Admin2,
                3 | 4 => Feature::Admin3,
                _ => Feature::Settlement,
            },
            population: 0,
        })
    }
}

fn of_same_name(name: &str, country: &str, known: &Gazetteer) -> Option<(f64, f64)> {
    known.named(&key(name)).into_iter().find_map(|named| {
        let spot = known.spot(named.place)?;
        (known.names(spot.country?).code == country).then_some((spot.lat, spot.lon))
    })
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    text.trim()
        .parse::<f64>()
        .ok()
        .filter(|degrees| degrees.abs() <= most)
}

fn is_arabic(name: &str) -> bool {
    name.chars()
        .any(|letter| ('\u{620}'..='\u{6FF}').contains(&letter))
}

fn is_latin(name: &str) -> bool {
    let is_code = name.chars().all(|letter| !letter.is_lowercase());
    !is_code
        && name.chars().all(|letter| {
            !letter.is_alphabetic()
                || letter < '\u{250}'
                || ('\u{1E00}'..'\u{1F00}').contains(&letter)
        })
}

/// The cells of a comma-separated line; RFC 4180 without line breaks inside cells.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.trim_end_matches('\r').chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            _ => {
                if let Some(last) = cells.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Places;
    use crate::sentences;

    const COUNTRY_FILE: &str = "9000001\tNahr Saghir\tNahr Saghir\tNahr es-Saghir,NHR,نهر صغير\t35.1\t40.4\tP\tPPL\tSY\t\t07\t\t\t\t120\t\t200\tAsia/Damascus\t2020-01-01\n\
        9000002\tJabal\tJabal\t\t35.2\t40.5\tT\tMT\tSY\t\t07\t\t\t\t0\t\t200\tAsia/Damascus\t2020-01-01\nbroken\n";

    #[test]
    fn a_country_file_of_geonames_adds_its_towns() {
        let list = from_geonames(COUNTRY_FILE);
        assert_eq!((list.places.len(), list.skipped), (1, 2));
        let places = Places::open(&["SY"]).unwrap().with_added(list.places, &[]);
        for text in [
            "They reached Nahr Saghir on foot.",
            "وصلوا إلى نهر صغير سيرا",
        ] {
            let found = places.find(text, &sentences(text));
            assert_eq!(found[0].candidates[0].geonameid, 9_000_001, "{text}");
            let area = found[0].candidates[0].admin1.unwrap();
            assert_eq!(places.gazetteer().names(area).code, "SY-DY");
        }
    }

    #[test]
    fn a_table_of_p_codes_gives_places_their_codes() {
        let shipped = Gazetteer::shipped().unwrap();
        let table = "admin1Name_en,admin1Name_ar,admin1Pcode,admin3Name_en,admin3Name_ar,admin3Pcode,lat,lon\n\
            Deir-ez-Zor,دير الزور,SY09,Nahr Saghir,نهر صغير,SY090900,35.1,40.4\n\
            Aleppo,حلب,SY02,,,,,\n\
            Nowhere,,SY99,,,,,\n";
        let list = from_pcodes(table, "SY", &shipped);
        assert_eq!((list.places.len(), list.skipped), (2, 1));
        assert_eq!(list.places[0].code, "SY090900");
        assert_eq!(list.places[1].feature, Feature::Admin1);
        assert!((list.places[1].lat - 36.2).abs() < 0.6);
    }
}
