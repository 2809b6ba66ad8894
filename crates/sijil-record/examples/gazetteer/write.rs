//! Writing the file whose layout `gazetteer/file.rs` reads.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::build::{Built, Record};

/// Writes `built`; gives the bytes of each section.
pub(crate) fn write(built: &Built, out: &Path) -> Result<[usize; 4]> {
    let mut texts = Vec::new();
    let mut known: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut records = Vec::new();
    for record in &built.records {
        let text = text(record)?;
        let at = match known.get(&text) {
            Some(at) => *at,
            None => {
                let at = u32::try_from(texts.len())?;
                texts.extend_from_slice(&text);
                known.insert(text, at);
                at
            }
        };
        push_record(&mut records, record, at)?;
    }
    let (postings, names) = names(built)?;
    let sections = [records, texts, postings, names];
    let mut file = b"SIJGAZ\n1".to_vec();
    for section in &sections {
        file.extend_from_slice(&u32::try_from(section.len())?.to_le_bytes());
        file.extend_from_slice(section);
    }
    fs::write(out, file).with_context(|| format!("write {}", out.display()))?;
    Ok(sections.map(|section| section.len()))
}

fn text(record: &Record) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for text in [&record.name, &record.name_ar, &record.code] {
        bytes.push(u8::try_from(text.len()).context("a name is too long")?);
        bytes.extend_from_slice(text.as_bytes());
    }
    Ok(bytes)
}

fn push_record(records: &mut Vec<u8>, record: &Record, text_at: u32) -> Result<()> {
    let [t0, t1, t2, 0] = text_at.to_le_bytes() else {
        anyhow::bail!("the texts are longer than 24 bits count");
    };
    #[expect(clippy::cast_possible_truncation, reason = "180 degrees fit easily")]
    let metre = |degrees: f64| (degrees * 100_000.0).round() as i32;
    let none = u32::MAX;
    records.extend_from_slice(&record.geonameid.to_le_bytes());
    records.extend_from_slice(&metre(record.at.1).to_le_bytes());
    records.extend_from_slice(&metre(record.at.0).to_le_bytes());
    records.extend_from_slice(&record.parent.unwrap_or(none).to_le_bytes());
    records.extend_from_slice(&record.country.unwrap_or(none).to_le_bytes());
    records.extend_from_slice(&record.population.to_le_bytes());
    records.extend_from_slice(&[record.feature.number(), t0, t1, t2]);
    Ok(())
}

/// The lists of those who share a name, and the automaton from name to one place or to its list.
fn names(built: &Built) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut postings: Vec<u8> = Vec::new();
    let mut builder = fst::MapBuilder::memory();
    for (name, list) in &built.names {
        let value = match list.as_slice() {
            [one] => u64::from(*one),
            _ => {
                let at = u64::try_from(postings.len())?;
                postings.extend(list.iter().flat_map(|posting| posting.to_le_bytes()));
                1 << 63 | u64::try_from(list.len())? << 32 | at
            }
        };
        builder.insert(name, value)?;
    }
    Ok((postings, builder.into_inner()?))
}
