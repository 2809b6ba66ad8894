//! Places in news: are the names found (F1), and are known places put within 161 km of where they are?
//!
//! Reads every XML file of a folder in the form of LGL or `GeoVirus`: articles with a text and toponyms,
//! offsets counted in characters.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use sijil_record::place::{Mention, Places};
use sijil_record::{Span, sentences};

use crate::xml::{self, Element};

/// A hundred miles, the usual bound.
const NEAR_KM: f64 = 161.0;

struct Gold {
    span: Span,
    id: Option<u32>,
    at: Option<(f64, f64)>,
    is_town: bool,
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    right: usize,
    towns_known: usize,
    towns_near: usize,
    all_known: usize,
    all_near: usize,
}

/// Runs the exam; gives what is to be shown.
pub(crate) fn run(path: &Path) -> Result<String> {
    let places = Places::open(&[])?;
    let known = ids(&places);
    let mut said = String::new();
    let mut files: Vec<_> = if path.is_file() {
        vec![path.to_path_buf()]
    } else {
        fs::read_dir(path)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect()
    };
    files.retain(|file| {
        file.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("xml"))
    });
    files.sort();
    ensure!(!files.is_empty(), "no XML file");
    let mut last = String::new();
    for file in files {
        let counts = file_counts(&file, &places, &known)?;
        let f1 = share(2 * counts.right, counts.found + counts.gold);
        let within = match counts.towns_known {
            0 => share(counts.all_near, counts.all_known),
            _ => share(counts.towns_near, counts.towns_known),
        };
        let name = file
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or("file");
        writeln!(
            said,
            "{name}: found P {:.3} R {:.3} F1 {f1:.3} ({} gold); within 161 km: towns of the gazetteer {:.3} of {}, all with coordinates and a candidate {:.3} of {}",
            share(counts.right, counts.found),
            share(counts.right, counts.gold),
            counts.gold,
            share(counts.towns_near, counts.towns_known),
            counts.towns_known,
            share(counts.all_near, counts.all_known),
            counts.all_known,
        )?;
        // The figure of LGL, whose answers name GeoNames' ids, is the exam's own.
        if counts.towns_known > 0 || last.is_empty() {
            last = format!("found_f1={f1:.4} within_161km={within:.4}");
        }
    }
    Ok(said + &last)
}

/// Every id of the gazetteer, and whether it is a town.
fn ids(places: &Places) -> HashMap<u32, bool> {
    let gazetteer = places.gazetteer();
    (0..gazetteer.len())
        .filter_map(|number| gazetteer.spot(number))
        .map(|spot| (spot.geonameid, spot.feature.is_settlement()))
        .collect()
}

fn file_counts(file: &Path, places: &Places, known: &HashMap<u32, bool>) -> Result<Counts> {
    let document = xml::read(&fs::read_to_string(file)?)?;
    let mut articles = Vec::new();
    document.all("article", &mut articles);
    let mut counts = Counts::default();
    for article in articles {
        let text = &article
            .child(&["text", "content"])
            .context("an article without text")?
            .text;
        let gold = gold(article, text);
        let cut = sentences(text);
        let found = places.find(text, &cut);
        counts.gold += gold.len();
        counts.found += found.len();
        counts.right += gold
            .iter()
            .filter(|gold| found.iter().any(|one| one.span == gold.span))
            .count();
        let spans: Vec<Span> = gold.iter().map(|gold| gold.span).collect();
        let resolved = places.resolve(text, &cut, &spans);
        for gold in &gold {
            let near = is_near(gold, &resolved);
            let is_known_town =
                gold.is_town && gold.id.is_some_and(|id| known.get(&id) == Some(&true));
            counts.towns_known += usize::from(is_known_town);
            counts.towns_near += usize::from(is_known_town && near);
            let is_answered = gold.at.is_some() && resolved.iter().any(|one| one.span == gold.span);
            counts.all_known += usize::from(is_answered);
            counts.all_near += usize::from(is_answered && near);
        }
    }
    Ok(counts)
}

fn is_near(gold: &Gold, resolved: &[Mention]) -> bool {
    let answer = resolved.iter().find(|one| one.span == gold.span);
    let best = answer.and_then(|one| one.candidates.first());
    match (gold.at, best) {
        (Some(at), Some(best)) => km(at, (best.lat, best.lon)) <= NEAR_KM,
        _ => false,
    }
}

/// The great circle, by the haversine formula.
fn km(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (lat_one, lat_other) = (one.0.to_radians(), other.0.to_radians());
    let north = ((lat_other - lat_one) / 2.0).sin().powi(2);
    let east = ((other.1 - one.1).to_radians() / 2.0).sin().powi(2);
    2.0 * 6371.0
        * (north + lat_one.cos() * lat_other.cos() * east)
            .sqrt()
            .asin()
}

fn gold(article: &Element, text: &str) -> Vec<Gold> {
    let mut marks = Vec::new();
    article.all("toponym", &mut marks);
    article.all("location", &mut marks);
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    marks
        .into_iter()
        .filter_map(|mark| {
            let span = span(mark, text, &bytes)?;
            let tag = mark.child(&["gaztag"]).unwrap_or(mark);
            let degrees = |names: &[&str]| tag.text_of(names)?.parse::<f64>().ok();
            let lat = degrees(&["lat", "latitude"]);
            let lon = degrees(&["lon", "long", "lng", "longitude"]);
            let id = tag
                .attribute("geonameid")
                .or_else(|| tag.text_of(&["geonameid", "geonamesid", "geonames_id"]));
            Some(Gold {
                span,
                id: id.and_then(|id| id.parse().ok()),
                at: lat.zip(lon),
                is_town: tag.text_of(&["fclass"]).is_none_or(|class| class == "P"),
            })
        })
        .collect()
}

/// Where the name stands; some files count from 1.
fn span(mark: &Element, text: &str, bytes: &[usize]) -> Option<Span> {
    let number = |name: &str| mark.text_of(&[name])?.parse::<usize>().ok();
    let (start, end) = (number("start")?, number("end")?);
    let at = |shift: usize| {
        let start = *bytes.get(start.checked_sub(shift)?)?;
        Some(Span::new(start, *bytes.get(end.checked_sub(shift)?)?))
    };
    let name = mark.text_of(&["phrase", "name", "extractedName"]);
    let mut shifts = [0, 1].into_iter().filter_map(at);
    shifts
        .find(|span| name.is_none_or(|name| span.of(text) == name))
        .or_else(|| at(0))
}

fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of an exam")]
    let share = part as f64 / whole.max(1) as f64;
    share
}
