//! Places that a newsroom adds to the shipped ones: its editors' own, a country's full list, P-codes.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::gazetteer::feature::Feature;
use crate::gazetteer::file::{Gazetteer, Named, Names, Spot, Strength};
use crate::gazetteer::names::{key, skeleton};

/// A place to add.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPlace {
    /// GeoNames' id; 0 for one of the newsroom's own.
    pub geonameid: u32,
    /// Code in another list, such as a P-code or the newsroom's own record; may be empty.
    pub code: String,
    /// Names in Latin letters, the usual one first.
    pub names: Vec<String>,
    /// Names in Arabic letters, the usual one first.
    pub names_ar: Vec<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 code of two letters; empty for that of the nearest town.
    pub country: String,
    /// What kind of place it is.
    pub feature: Feature,
    /// People; 0 when unknown.
    pub population: u32,
}

/// Another name of a shipped place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewName {
    /// The place's id at GeoNames.
    pub geonameid: u32,
    /// The name, in either script.
    pub name: String,
}

/// The added places, and the names that were added to them and to others.
#[derive(Clone, Default)]
pub(crate) struct Added {
    first: u32,
    spots: Vec<Spot>,
    names: Vec<[String; 3]>,
    automaton: fst::Map<Vec<u8>>,
    postings: Vec<Vec<Named>>,
}

/// Degrees of a cell of the grid that finds the town nearest to an added place.
const CELL_DEGREES: f64 = 0.5;

impl Added {
    /// `places` and `names` beside those of `shipped`; a place that it has already, by GeoNames' id,
    /// is left out.
    pub(crate) fn new(shipped: &Gazetteer, places: Vec<NewPlace>, names: &[NewName]) -> Self {
        let first = shipped.len();
        let grid = Grid::new(shipped, &places, names);
        let mut added = Self {
            first,
            ..Self::default()
        };
        let mut keys: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        for place in places {
            if grid.known.contains_key(&place.geonameid) {
                continue;
            }
            let number = first + u32::try_from(added.spots.len()).unwrap_or(0);
            for (spelt, strength) in spellings(&place) {
                keys.entry(spelt).or_default().push(Named {
                    place: number,
                    strength,
                });
            }
            added.spots.push(grid.spot(shipped, &place));
            let first_of = |names: &[String]| names.first().cloned().unwrap_or_default();
            added.names.push([
                first_of(&place.names),
                first_of(&place.names_ar),
                place.code,
            ]);
        }
        for new in names {
            let spelt = key(&new.name);
            let Some(place) = grid.known.get(&new.geonameid).copied() else {
                continue;
            };
            let is_new = |named: &Vec<Named>| named.iter().all(|known| known.place != place);
            if !spelt.is_empty() && is_new(&shipped.named(&spelt)) {
                let named = keys.entry(spelt).or_default();
                if is_new(named) {
                    let strength = Strength::Alias;
                    named.push(Named { place, strength });
                }
            }
        }
        added.index(keys);
        added
    }

    fn index(&mut self, mut keys: BTreeMap<String, Vec<Named>>) {
        for list in keys.values_mut() {
            list.sort_by_key(|named| (named.strength, named.place));
        }
        let numbered = (0_u64..)
            .zip(&keys)
            .map(|(at, (spelt, _))| (spelt.as_bytes(), at));
        // The keys come sorted and once each, which is all it asks.
        self.automaton = fst::Map::from_iter(numbered).unwrap_or_default();
        self.postings = keys.into_values().collect();
    }

    pub(crate) fn len(&self) -> usize {
        self.spots.len()
    }

    fn at(&self, number: u32) -> Option<usize> {
        usize::try_from(number.checked_sub(self.first)?).ok()
    }

    pub(crate) fn spot(&self, number: u32) -> Option<Spot> {
        self.spots.get(self.at(number)?).copied()
    }

    pub(crate) fn names(&self, number: u32) -> Option<Names<'_>> {
        let [latin, arabic, code] = self.names.get(self.at(number)?)?;
        Some(Names {
            latin,
            arabic,
            code,
        })
    }

    pub(crate) fn automaton(&self) -> &fst::raw::Fst<Vec<u8>> {
        self.automaton.as_fst()
    }

    pub(crate) fn postings(&self, value: u64) -> &[Named] {
        let list = usize::try_from(value)
            .ok()
            .and_then(|at| self.postings.get(at));
        list.map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn named(&self, spelt: &str) -> &[Named] {
        self.automaton
            .get(spelt)
            .map(|value| self.postings(value))
            .unwrap_or_default()
    }
}

/// Every key of a place once, with the strongest reading of it.
fn spellings(place: &NewPlace) -> BTreeMap<String, Strength> {
    let mut keys = BTreeMap::new();
    for (at, name) in place.names.iter().enumerate() {
        let strength = if at == 0 {
            Strength::Main
        } else {
            Strength::Alias
        };
        let spelt = key(name);
        let bones = skeleton(&spelt);
        if !bones.is_empty() {
            keys.entry(format!("\u{1}{bones}"))
                .or_insert(Strength::Skeleton);
        }
        keys.entry(spelt).or_insert(strength);
    }
    for (at, name) in place.names_ar.iter().enumerate() {
        let strength = if at == 0 {
            Strength::Main
        } else {
            Strength::Alias
        };
        keys.entry(key(name)).or_insert(strength);
    }
    keys.remove("");
    keys
}

/// The shipped towns around added places, to find in which area each lies, and the shipped places
/// that are named by id. One pass over all of them, some milliseconds.
struct Grid {
    cells: HashMap<(i32, i32), Vec<u32>>,
    countries: HashMap<String, u32>,
    /// Numbers by GeoNames' id.
    known: HashMap<u32, u32>,
}

impl Grid {
    fn new(shipped: &Gazetteer, places: &[NewPlace], names: &[NewName]) -> Self {
        let mut grid = Self {
            cells: HashMap::new(),
            countries: HashMap::new(),
            known: HashMap::new(),
        };
        let ids = places.iter().map(|place| place.geonameid);
        let ids = ids.chain(names.iter().map(|new| new.geonameid));
        let wanted: HashSet<u32> = ids.filter(|id| *id != 0).collect();
        for place in places {
            for cell in around(cell(place.lat, place.lon)) {
                grid.cells.entry(cell).or_default();
            }
        }
        for number in 0..shipped.len() {
            let Some(spot) = shipped.spot(number) else {
                continue;
            };
            if wanted.contains(&spot.geonameid) {
                grid.known.insert(spot.geonameid, number);
            }
            if spot.feature == Feature::Country {
                grid.countries
                    .insert(shipped.names(number).code.to_owned(), number);
            } else if spot.feature.is_settlement()
                && let Some(towns) = grid.cells.get_mut(&cell(spot.lat, spot.lon))
            {
                towns.push(number);
            }
        }
        grid
    }

    /// Where a place lies: in the area of the nearest town of its country, or of any country where
    /// its own is not said.
    fn spot(&self, shipped: &Gazetteer, place: &NewPlace) -> Spot {
        let said = self.countries.get(&place.country).copied();
        let nearest = around(cell(place.lat, place.lon))
            .filter_map(|cell| self.cells.get(&cell))
            .flatten()
            .filter_map(|number| shipped.spot(*number))
            .filter(|spot| place.country.is_empty() || spot.country == said)
            .min_by(|a, b| far(a, place).total_cmp(&far(b, place)));
        let country = said.or_else(|| nearest.and_then(|spot| spot.country));
        Spot {
            geonameid: place.geonameid,
            lat: place.lat,
            lon: place.lon,
            parent: nearest.and_then(|spot| spot.parent).or(country),
            country,
            feature: place.feature,
            population: place.population,
            text_at: 0,
        }
    }
}

/// A cell and those that touch it.
fn around((row, column): (i32, i32)) -> impl Iterator<Item = (i32, i32)> {
    (-1..=1).flat_map(move |up| {
        (-1..=1).map(move |right| (row.saturating_add(up), column.saturating_add(right)))
    })
}

fn far(spot: &Spot, place: &NewPlace) -> f64 {
    (spot.lat - place.lat).hypot(spot.lon - place.lon)
}

fn cell(lat: f64, lon: f64) -> (i32, i32) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cell's number is small, and else cut to the largest"
    )]
    let number = |degrees: f64| (degrees / CELL_DEGREES).floor() as i32;
    (number(lat), number(lon))
}
