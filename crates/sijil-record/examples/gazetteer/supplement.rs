//! Our own tables: `countries.tsv`, `supplement.tsv`.

use anyhow::{Context as _, Result};
use sijil_record::gazetteer::Feature;

/// A row of `supplement.tsv`.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) feature: Feature,
    pub(crate) country: String,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) names: Vec<String>,
    pub(crate) names_ar: Vec<String>,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn list(cell: &str) -> Vec<String> {
    cell.split('|')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The places that our own table adds.
pub(crate) fn places() -> Result<Vec<Added>> {
    rows(include_str!("../../data/supplement.tsv"))
        .map(|row| {
            let [feature, country, lat, lon, names, names_ar] = row[..] else {
                anyhow::bail!("a row of the supplement has six cells: {row:?}");
            };
            Ok(Added {
                feature: Feature::from_code(feature).with_context(|| format!("{feature}?"))?,
                country: country.to_owned(),
                lat: lat.parse()?,
                lon: lon.parse()?,
                names: list(names),
                names_ar: list(names_ar),
            })
        })
        .collect()
}

/// Names of the country in English and Arabic, the usual one first.
pub(crate) fn country_names(code: &str) -> (Vec<String>, Vec<String>) {
    rows(include_str!("../../data/countries.tsv"))
        .find(|row| row.first() == Some(&code))
        .map(|row| (list(row[1]), list(row[2])))
        .unwrap_or_default()
}
