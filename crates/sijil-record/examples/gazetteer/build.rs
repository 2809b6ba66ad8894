//! From packages to records and names.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use sijil_record::gazetteer::{Feature, Strength, key, skeleton};

use crate::areas::{self, Point};
use crate::sources::{City, Sources};
use crate::spellings::{has_skeletons, is_arabic, is_arabic_proper, is_kept, without_kind};
use crate::supplement::{self, Added};

/// A place as the file will hold it. `at` is degrees east and north.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) geonameid: u32,
    pub(crate) at: Point,
    pub(crate) parent: Option<u32>,
    pub(crate) country: Option<u32>,
    pub(crate) feature: Feature,
    pub(crate) population: u32,
    pub(crate) name: String,
    pub(crate) name_ar: String,
    pub(crate) code: String,
    names: Vec<(String, Strength)>,
}

/// The records in their order, and each name's postings.
#[derive(Debug, Default)]
pub(crate) struct Built {
    pub(crate) records: Vec<Record>,
    pub(crate) names: BTreeMap<String, Vec<u32>>,
}

/// Places that share a name are kept up to this many: the rest could never be told apart.
const SHARED_MAX: usize = 400;

/// A place of our own is `GeoNames`' one of like name this near, in degrees of latitude (about 7 km).
const SAME_PLACE_DEGREES: f64 = 0.06;

pub(crate) fn build(sources: &Sources) -> Result<Built> {
    let mut built = Built::default();
    let country_of = countries(sources, &mut built);
    let area_of_row = areas(sources, &country_of, &mut built);
    cities(sources, &country_of, &area_of_row, &mut built);
    middles(&mut built);
    seats(&mut built);
    for added in supplement::places()? {
        add(added, &country_of, &mut built);
    }
    index(&mut built);
    Ok(built)
}

fn number(built: &Built) -> u32 {
    u32::try_from(built.records.len()).unwrap_or(u32::MAX)
}

fn countries(sources: &Sources, built: &mut Built) -> HashMap<String, u32> {
    let middles = areas::countries(&sources.outlines);
    let mut country_of = HashMap::new();
    for country in &sources.countries {
        let (names, names_ar) = supplement::country_names(&country.iso);
        let own = number(built);
        country_of.insert(country.iso.clone(), own);
        let name = names.first().unwrap_or(&country.name).clone();
        let aliases = sources.country_aliases.get(&country.iso);
        let mut all = vec![(name.clone(), Strength::Main)];
        all.extend(names.into_iter().chain(names_ar.iter().cloned()).map(main));
        all.push((country.name.clone(), Strength::Alias));
        all.extend(
            aliases
                .into_iter()
                .flatten()
                .filter(|name| is_kept(name))
                .cloned()
                .map(alias),
        );
        built.records.push(Record {
            geonameid: country.geonameid,
            at: middles
                .get(&country.isonumeric)
                .copied()
                .unwrap_or((0.0, 0.0)),
            parent: None,
            country: Some(own),
            feature: Feature::Country,
            population: country.population,
            name,
            name_ar: names_ar.first().cloned().unwrap_or_default(),
            code: country.iso.clone(),
            names: all,
        });
    }
    country_of
}

fn main(name: String) -> (String, Strength) {
    (name, Strength::Main)
}

fn alias(name: String) -> (String, Strength) {
    (name, Strength::Alias)
}

fn areas(
    sources: &Sources,
    country_of: &HashMap<String, u32>,
    built: &mut Built,
) -> HashMap<u32, u32> {
    let mut rows: Vec<_> = sources.areas.iter().collect();
    rows.sort_by_key(|(row, area)| (area.level, **row));
    let mut area_of_row = HashMap::new();
    for (row, area) in rows {
        area_of_row.insert(*row, number(built));
        let country = country_of.get(&area.country).copied();
        let parent = area
            .parent_row
            .and_then(|row| area_of_row.get(&row).copied());
        let mut names = vec![main(area.name.clone())];
        names.extend(
            area.aliases
                .iter()
                .filter(|name| is_kept(name))
                .cloned()
                .map(alias),
        );
        let parts: Vec<_> = names
            .iter()
            .filter_map(|(name, _)| without_kind(name))
            .map(|name| (name.to_owned(), Strength::Part))
            .collect();
        names.extend(parts);
        built.records.push(Record {
            geonameid: area.geonameid,
            at: (0.0, 0.0),
            parent: parent.or(country),
            country,
            feature: match area.level {
                1 => Feature::Admin1,
                2 => Feature::Admin2,
                _ => Feature::Admin3,
            },
            population: 0,
            name: area.name.clone(),
            name_ar: arabic(&area.aliases),
            code: area.iso.clone(),
            names,
        });
    }
    area_of_row
}

/// The shortest of the Arabic names: without the word for its kind.
fn arabic(names: &[String]) -> String {
    let is_candidate = |name: &&String| name.chars().any(is_arabic) && is_kept(name);
    let mut candidates: Vec<&String> = names.iter().filter(is_candidate).collect();
    candidates.sort_by_key(|name| (!is_arabic_proper(name), name.chars().count()));
    candidates
        .first()
        .map(|name| (*name).clone())
        .unwrap_or_default()
}

fn cities(
    sources: &Sources,
    country_of: &HashMap<String, u32>,
    area_of_row: &HashMap<u32, u32>,
    built: &mut Built,
) {
    for city in &sources.cities {
        let code = sources.feature_of_city.get(&city.geonameid);
        let area = sources.area_of_city.get(&city.geonameid);
        let country = country_of.get(&city.countrycode).copied();
        built.records.push(Record {
            geonameid: city.geonameid,
            at: (city.longitude, city.latitude),
            parent: area
                .and_then(|row| area_of_row.get(row).copied())
                .or(country),
            country,
            feature: code
                .and_then(|code| Feature::from_code(code))
                .unwrap_or(Feature::Settlement),
            population: city.population,
            name: city.name.clone(),
            name_ar: arabic(&city.alternatenames),
            code: String::new(),
            names: city_names(city),
        });
    }
}

fn city_names(city: &City) -> Vec<(String, Strength)> {
    let aliases = city.alternatenames.iter().filter(|name| is_kept(name));
    let mut names = vec![main(city.name.clone())];
    names.extend(aliases.cloned().map(alias));
    names
}

/// Gives every area its middle and its people, from the towns that lie in it.
fn middles(built: &mut Built) {
    let mut towns: HashMap<u32, (Vec<Point>, u32)> = HashMap::new();
    for record in built
        .records
        .iter()
        .filter(|record| record.feature.is_settlement())
    {
        let mut above = record.parent;
        while let Some(area) = above {
            let inside = towns.entry(area).or_default();
            inside.0.push(record.at);
            inside.1 = inside.1.saturating_add(record.population);
            above = built
                .records
                .get(area as usize)
                .and_then(|record| record.parent);
        }
    }
    let parents: Vec<_> = built.records.iter().map(|record| record.parent).collect();
    for (at, record) in built.records.iter_mut().enumerate() {
        let is_open = record.feature.is_area() && record.feature != Feature::Country;
        if !is_open {
            continue;
        }
        let own = u32::try_from(at).unwrap_or(u32::MAX);
        match towns.get(&own) {
            Some((points, people)) => {
                record.at = areas::middle(points);
                record.population = *people;
            }
            // No town of ours lies in it: its parent's middle, from the same towns.
            None => {
                let above = parents[at].and_then(|parent| towns.get(&parent));
                record.at = above.map_or((0.0, 0.0), |(points, _)| areas::middle(points));
            }
        }
    }
}

/// An area is called by every spelling of the town that it is named for.
fn seats(built: &mut Built) {
    let mut lent: Vec<(usize, Vec<(String, Strength)>)> = Vec::new();
    for record in &built.records {
        let is_seat = matches!(
            record.feature,
            Feature::Capital | Feature::Seat1 | Feature::Seat2
        );
        let mut above = record.parent.filter(|_| is_seat);
        while let Some(at) = above.map(|at| at as usize) {
            let area = &built.records[at];
            if area.feature != Feature::Country && shares_name(area, &record.names) {
                let part = |(name, _): &(String, Strength)| (name.clone(), Strength::Part);
                lent.push((at, record.names.iter().map(part).collect()));
            }
            above = area.parent;
        }
    }
    for (at, names) in lent {
        built.records[at].names.extend(names);
    }
}

fn shares_name(record: &Record, names: &[(String, Strength)]) -> bool {
    let skeletons = |names: &[(String, Strength)]| -> Vec<String> {
        let latin = names
            .iter()
            .filter(|(name, _)| !name.chars().any(is_arabic));
        latin
            .map(|(name, _)| skeleton(&key(name)))
            .filter(|bones| !bones.is_empty())
            .collect()
    };
    let keys = |names: &[(String, Strength)]| -> Vec<String> {
        names.iter().map(|(name, _)| key(name)).collect()
    };
    let (own, other) = (keys(&record.names), keys(names));
    let (own_bones, other_bones) = (skeletons(&record.names), skeletons(names));
    own.iter().any(|name| other.contains(name))
        || own_bones.iter().any(|bones| other_bones.contains(bones))
}

/// Adds a place of our table, or its names to `GeoNames`' record of the same place.
fn add(added: Added, country_of: &HashMap<String, u32>, built: &mut Built) {
    let at = (added.lon, added.lat);
    let country = country_of.get(&added.country).copied();
    let mut names: Vec<_> = added.names.iter().cloned().map(main).collect();
    names.extend(added.names_ar.iter().cloned().map(main));
    let near = built
        .records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.feature.is_settlement() && record.country == country)
        .map(|(number, record)| (number, (record.at.0 - at.0).hypot(record.at.1 - at.1)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .filter(|_| country.is_some());
    let same = built.records.iter().enumerate().find(|(_, record)| {
        let distance = (record.at.0 - at.0).hypot(record.at.1 - at.1);
        added.feature.is_settlement()
            && record.feature.is_settlement()
            && distance < SAME_PLACE_DEGREES
            && shares_name(record, &names)
    });
    if let Some((number, _)) = same {
        built.records[number].names.extend(names);
        return;
    }
    built.records.push(Record {
        geonameid: 0,
        at,
        parent: near
            .and_then(|(number, _)| built.records[number].parent)
            .or(country),
        country,
        feature: added.feature,
        population: 0,
        name: added.names.first().cloned().unwrap_or_default(),
        name_ar: added.names_ar.first().cloned().unwrap_or_default(),
        code: String::new(),
        names,
    });
}

/// The postings of every name: strongest first, then most people.
fn index(built: &mut Built) {
    let mut names: BTreeMap<String, Vec<(Strength, std::cmp::Reverse<u32>, u32)>> = BTreeMap::new();
    for (number, record) in (0_u32..).zip(&built.records) {
        let mut keys: BTreeMap<String, Strength> = BTreeMap::new();
        let is_varied = record
            .country
            .and_then(|country| built.records.get(country as usize))
            .is_some_and(|country| has_skeletons(&country.code));
        for (name, strength) in &record.names {
            let spelt = key(name);
            let is_varied =
                is_varied && !matches!(record.feature, Feature::Admin2 | Feature::Admin3);
            if is_varied && !name.chars().any(is_arabic) {
                let bones = skeleton(&spelt);
                if !bones.is_empty() {
                    keys.entry(format!("\u{1}{bones}"))
                        .or_insert(Strength::Skeleton);
                }
            }
            let known = keys.entry(spelt).or_insert(*strength);
            *known = (*known).min(*strength);
        }
        for (spelt, strength) in keys.into_iter().filter(|(spelt, _)| !spelt.is_empty()) {
            let people = std::cmp::Reverse(record.population);
            names
                .entry(spelt)
                .or_default()
                .push((strength, people, number));
        }
    }
    built.names = names
        .into_iter()
        .map(|(name, mut list)| {
            list.sort();
            list.truncate(SHARED_MAX);
            (
                name,
                list.into_iter()
                    .map(|(strength, _, number)| number << 2 | bits(strength))
                    .collect(),
            )
        })
        .collect();
}

const fn bits(strength: Strength) -> u32 {
    match strength {
        Strength::Main => 0,
        Strength::Alias => 1,
        Strength::Part => 2,
        Strength::Skeleton => 3,
    }
}
