//! From paths to stories: each file or record gives exactly one outcome, in a stable order.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::bytes::{Decoded, decode, read_bounded, sha256_hex};
use crate::dump;
use crate::html;
use crate::incoming::{Incoming, Outcome};
use crate::kind::{self, Kind};
use crate::ndjson;
use crate::walk::{Step, Walk};

/// Limits of a reading.
#[derive(Debug, Clone)]
pub struct Options {
    /// Largest page that is read, in bytes. Default 20 MB: the largest saved pages, with their
    /// pictures inside, stay under it.
    pub page_bytes_max: u64,
    /// Longest NDJSON line, in bytes. Default 20 MB.
    pub line_bytes_max: u64,
    /// Pages that are looked at beforehand to learn what a site repeats. Default 2,000: more would
    /// only confirm it. 0 turns learning off.
    pub sample_max: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            page_bytes_max: 20_000_000,
            line_bytes_max: 20_000_000,
            sample_max: 2_000,
        }
    }
}

/// Reads `paths`, files or folders, one outcome after the other.
///
/// Folders are walked in order of names. A first pass over a sample learns what the pages of one
/// folder or site have in common; it runs before the first outcome.
pub fn read(paths: &[PathBuf], options: &Options) -> impl Iterator<Item = Outcome> + use<> {
    Reader {
        learned: Learned::from_sample(paths, options),
        options: options.clone(),
        walk: Walk::new(paths),
        records: None,
    }
}

/// What the first pass learned.
#[derive(Debug, Default)]
struct Learned {
    dumps: HashMap<PathBuf, dump::Learned>,
    sites: html::Learned,
}

impl Learned {
    fn from_sample(paths: &[PathBuf], options: &Options) -> Self {
        let mut learned = Self::default();
        let files = || {
            Walk::new(paths).filter_map(|step| match step {
                Step::File(path) if kind::foreign(&path).is_none() => Some(path),
                Step::File(_) | Step::Told(_) => None,
            })
        };
        let count = files().count();
        if options.sample_max == 0 || count < 2 {
            return learned;
        }
        let stride = count.div_ceil(options.sample_max);
        for path in files().step_by(stride) {
            learned.add(&path, options);
        }
        learned
    }

    fn add(&mut self, path: &Path, options: &Options) {
        let Some(text) = peeked_text(path, options) else {
            return;
        };
        match kind::of(path, &text) {
            Kind::Html => self.sites.add(&text),
            Kind::Dump => self.dumps.entry(folder(path)).or_default().add(&text),
            Kind::Ndjson => {}
        }
    }
}

/// The text of a page for learning; a large NDJSON file is not read for it.
fn peeked_text(path: &Path, options: &Options) -> Option<String> {
    if starts_ndjson(path) {
        return None;
    }
    let bytes = read_bounded(path, options.page_bytes_max).ok()?;
    decode(&bytes).ok().map(|decoded| decoded.text)
}

fn folder(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

struct Reader {
    learned: Learned,
    options: Options,
    walk: Walk,
    /// The NDJSON file that is being read.
    records: Option<Records>,
}

impl Iterator for Reader {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            if let Some(records) = &mut self.records {
                if let Some(outcome) = records.next() {
                    return Some(outcome);
                }
                self.records = None;
            }
            match self.walk.next()? {
                Step::Told(outcome) => return Some(outcome),
                Step::File(path) => {
                    if let Some(outcome) = self.file(&path) {
                        return Some(outcome);
                    }
                }
            }
        }
    }
}

impl Reader {
    /// The outcome of one file; nothing when it is an NDJSON file, whose records follow.
    fn file(&mut self, path: &Path) -> Option<Outcome> {
        let source = path.display().to_string();
        if let Some(reason) = kind::foreign(path) {
            return Some(Outcome::skipped(source, reason));
        }
        if starts_ndjson(path) {
            return match Records::open(path, self.options.line_bytes_max) {
                Ok(records) => {
                    self.records = Some(records);
                    None
                }
                Err(reason) => Some(Outcome::failed(source, reason)),
            };
        }
        Some(match self.page(path, &source) {
            Ok(outcome) => outcome,
            Err(reason) => Outcome::failed(source, reason),
        })
    }

    fn page(&self, path: &Path, source: &str) -> Result<Outcome, String> {
        let bytes = read_bounded(path, self.options.page_bytes_max)?;
        let sha256 = sha256_hex(&bytes);
        let Decoded {
            text,
            repairs,
            doubts,
        } = decode(&bytes)?;
        let mut incoming = Incoming {
            source: source.to_owned(),
            id: sha256.clone(),
            sha256,
            repairs,
            doubts,
            ..Incoming::default()
        };
        let read = match kind::of(path, &text) {
            Kind::Html => html::read(&text, &self.learned.sites, &mut incoming),
            Kind::Ndjson => {
                return Err(
                    "is JSON over several lines; write one object a line (NDJSON)".to_owned(),
                );
            }
            Kind::Dump => {
                let none = dump::Learned::default();
                let learned = self.learned.dumps.get(&folder(path)).unwrap_or(&none);
                dump::read(&text, learned, &mut incoming)
            }
        };
        Ok(match read {
            Ok(()) => Outcome::Found(Box::new(incoming)),
            Err(reason) => Outcome::skipped(source, reason),
        })
    }
}

/// Bytes at the start of a file that tell NDJSON from the rest.
const START_BYTES: u64 = 512;

fn starts_ndjson(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(START_BYTES).read_to_end(&mut start));
    read.is_ok() && {
        let start = String::from_utf8_lossy(&start);
        let start = start.trim_start_matches('\u{feff}').trim_start();
        // A first line that opens an object and does not close it is JSON set out over lines.
        let is_one_object = start
            .split_once('\n')
            .is_none_or(|(first, _)| first.trim_end().ends_with('}'));
        is_one_object && kind::of(path, start) == Kind::Ndjson
    }
}

/// The records of an NDJSON file, one at a time.
struct Records {
    source: String,
    lines: BufReader<File>,
    number: usize,
    line_bytes_max: u64,
    is_broken: bool,
}

impl Records {
    fn open(path: &Path, line_bytes_max: u64) -> Result<Self, String> {
        let file = File::open(path).map_err(|error| format!("cannot be opened: {error}"))?;
        Ok(Self {
            source: path.display().to_string(),
            lines: BufReader::new(file),
            number: 0,
            line_bytes_max,
            is_broken: false,
        })
    }

    /// Reads a line, or as much of it as may be, and says whether it was whole.
    fn line(&mut self) -> std::io::Result<(Vec<u8>, bool)> {
        let mut line = Vec::new();
        let mut bounded = (&mut self.lines).take(self.line_bytes_max);
        bounded.read_until(b'\n', &mut line)?;
        let is_whole = line.ends_with(b"\n") || bounded.limit() > 0;
        if !is_whole {
            self.lines.skip_until(b'\n')?;
        }
        Ok((line, is_whole))
    }
}

impl Iterator for Records {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        while !self.is_broken {
            self.number += 1;
            let place = format!("{}:{}", self.source, self.number);
            let (line, is_whole) = match self.line() {
                Ok(read) => read,
                Err(error) => {
                    self.is_broken = true;
                    return Some(Outcome::failed(place, format!("cannot be read: {error}")));
                }
            };
            if line.is_empty() {
                return None;
            }
            if !is_whole {
                let megabytes = self.line_bytes_max / 1_000_000;
                return Some(Outcome::failed(
                    place,
                    format!("this line is longer than {megabytes} MB"),
                ));
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_start_matches('\u{feff}').trim();
            if !text.is_empty() {
                return Some(ndjson::read(text, &self.source, self.number));
            }
        }
        None
    }
}
