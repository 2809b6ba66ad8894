//! What a folder of dumps repeats: a line on many pages at one place is furniture.

use std::collections::HashMap;

use super::line::{Line, lines};

/// Files a folder must hold before repetition means anything.
const FILES_MIN: usize = 4;
/// Share of the files on which furniture stands, in percent.
const SHARE_MIN: usize = 30;
/// A longer line is text, even when it stands twice.
const CHARS_MAX: usize = 160;
/// Lines from the top or bottom within which furniture is looked for.
const REACH: usize = 25;
/// Lines by which the place of furniture may vary.
const DRIFT: usize = 3;

/// Lines of a folder that repeat, by their key.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    places: HashMap<String, Places>,
    files: usize,
}

#[derive(Debug)]
struct Places {
    files: usize,
    from_top: (usize, usize),
    from_bottom: (usize, usize),
}

impl Learned {
    /// Takes one more page of the folder into account.
    pub(crate) fn add(&mut self, text: &str) {
        self.files += 1;
        let lines = lines(text);
        let count = lines.len();
        let mut seen = std::collections::HashSet::new();
        for (top, line) in lines.iter().enumerate() {
            let bottom = count - top;
            let is_candidate = line.text.chars().count() <= CHARS_MAX
                && (top < REACH || bottom < REACH)
                && seen.insert(general(line));
            if !is_candidate {
                continue;
            }
            let places = self.places.entry(general(line)).or_insert(Places {
                files: 0,
                from_top: (top, top),
                from_bottom: (bottom, bottom),
            });
            places.files += 1;
            places.from_top = (places.from_top.0.min(top), places.from_top.1.max(top));
            places.from_bottom = (
                places.from_bottom.0.min(bottom),
                places.from_bottom.1.max(bottom),
            );
        }
    }

    /// Why the line is furniture, if it repeats over the folder at a steady place.
    pub(crate) fn why(&self, line: &Line) -> Option<String> {
        if self.files < FILES_MIN {
            return None;
        }
        let places = self.places.get(&general(line))?;
        let is_frequent = places.files >= 3 && places.files * 100 >= self.files * SHARE_MIN;
        let is_steady = places.from_top.1 - places.from_top.0 <= DRIFT
            || places.from_bottom.1 - places.from_bottom.0 <= DRIFT;
        (is_frequent && is_steady).then(|| {
            format!(
                "stands at the same place on {} of {} pages",
                places.files, self.files
            )
        })
    }
}

/// The key with every number made equal, so that a counter is still the same line.
fn general(line: &Line) -> String {
    let words: Vec<&str> = line
        .key
        .split(' ')
        .map(|word| {
            if word.chars().all(char::is_numeric) {
                "0"
            } else {
                word
            }
        })
        .collect();
    words.join(" ")
}
