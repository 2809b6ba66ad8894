//! The first sheet of a workbook (`.xlsx`): as much of ECMA-376 as a table of texts needs.
//!
//! The crates that read workbooks weigh twenty packages and half a minute; one table does not.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::DeflateDecoder;
use sijil_text::{SafeHtml, plain_text};

use crate::Result;

/// A row: column letters and their texts; empty cells are left out.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows of the first sheet.
pub(crate) fn rows(workbook: &[u8]) -> Result<Vec<Row>> {
    let texts = part(workbook, "xl/sharedStrings.xml")?;
    let texts: Vec<String> = elements(&texts, "si").map(|(_, item)| text(item)).collect();
    let sheet = part(workbook, "xl/worksheets/sheet1.xml")?;
    let rows = elements(&sheet, "row").map(|(_, row)| {
        let cells = elements(row, "c").filter_map(|(marks, cell)| {
            let place = marks.split("r=\"").nth(1)?;
            let column = place.chars().take_while(char::is_ascii_uppercase).collect();
            let (_, value) = elements(cell, "v").next()?;
            let is_shared = marks.contains("t=\"s\"");
            let value = if is_shared {
                texts.get(value.parse::<usize>().ok()?)?.clone()
            } else {
                value.to_owned()
            };
            Some((column, value))
        });
        cells.collect()
    });
    Ok(rows.collect())
}

/// The text of a shared string, whose runs may be formatted apart.
fn text(item: &str) -> String {
    let runs: String = elements(item, "t").map(|(_, run)| run).collect();
    plain_text(&SafeHtml::sanitise(&runs)).text
}

/// The elements `name` in `xml`, in order, none within another: their attributes and content.
fn elements<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(open.as_str())?;
            rest = after;
            if !after.starts_with([' ', '>', '/']) {
                continue;
            }
            let (marks, after) = after.split_once('>')?;
            if let Some(marks) = marks.strip_suffix('/') {
                rest = after;
                return Some((marks, ""));
            }
            let (content, after) = after.split_once(close.as_str())?;
            rest = after;
            return Some((marks, content));
        }
    })
}

/// A file of the archive, found by its entry in the central directory (APPNOTE.TXT 4.3.12).
fn part(archive: &[u8], name: &str) -> Result<String> {
    let missing = || format!("the workbook has no {name}");
    let entry = archive
        .windows(46 + name.len())
        .find(|entry| entry.starts_with(b"PK\x01\x02") && entry.ends_with(name.as_bytes()))
        .ok_or_else(missing)?;
    let size = number::<4>(entry, 20)?;
    let header = archive.get(number::<4>(entry, 42)?..).ok_or_else(missing)?;
    let start = 30 + number::<2>(header, 26)? + number::<2>(header, 28)?;
    let packed = header.get(start..start + size).ok_or_else(missing)?;
    let mut text = String::new();
    DeflateDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}

/// The little-endian number of `N` bytes at `place`.
fn number<const N: usize>(bytes: &[u8], place: usize) -> Result<usize> {
    let bytes = bytes
        .get(place..place + N)
        .ok_or("the workbook is cut short")?;
    Ok(bytes
        .iter()
        .rev()
        .fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
