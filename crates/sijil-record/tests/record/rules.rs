//! Each rule on its own sentences: `rules/sentences/` holds, for every rule, those that it reads and those
//! that it must leave alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sijil_record::actor::Actors;
use sijil_record::place::Places;
use sijil_record::suggest::{Input, Modality, Polarity, Suggestion, suggest};
use sijil_text::Day;

/// Sentences that each rule has of each sort, at least.
const SENTENCES_MIN: usize = 5;

/// What a rule's name begins with.
const KINDS: &[&str] = &[
    "casualty.",
    "control.",
    "protest.",
    "truce.",
    "talks.",
    "attack.",
    "statement.",
];

/// A sentence, and what the claims of the rule say in it; nothing of one that it must leave alone.
#[derive(Debug)]
struct Sentence {
    said: Vec<String>,
    text: String,
}

#[test]
fn every_rule_has_sentences_that_it_reads_and_sentences_that_it_leaves() {
    let sentences = sentences();
    let mut lacking = Vec::new();
    for rule in rules_in_the_source() {
        let own = sentences.get(&rule).map(Vec::as_slice).unwrap_or_default();
        let (read, left): (Vec<_>, Vec<_>) = own.iter().partition(|one| !one.said.is_empty());
        if read.len() < SENTENCES_MIN || left.len() < SENTENCES_MIN {
            lacking.push(format!("{rule}: {} read, {} left", read.len(), left.len()));
        }
    }
    assert!(
        lacking.is_empty(),
        "write {SENTENCES_MIN} sentences of each sort in rules/sentences for\n{}",
        lacking.join("\n")
    );
}

#[test]
fn every_sentence_is_of_a_rule_that_there_is() {
    let rules = rules_in_the_source();
    let unknown: Vec<String> = sentences()
        .into_keys()
        .filter(|rule| !rules.contains(rule))
        .collect();
    assert!(unknown.is_empty(), "no rule is called {unknown:?}");
}

#[test]
fn every_rule_reads_its_own_sentences_and_no_others() {
    let places = Places::open(&["SY", "IQ"]).unwrap();
    let actors = Actors::shipped();
    let mut wrong = Vec::new();
    for (rule, sentences) in sentences() {
        for sentence in sentences {
            let found = suggest(&Input {
                headline: "",
                text: &sentence.text,
                published: Day::new(2017, 12, 1).ok(),
                places: Some(&places),
                actors: Some(&actors),
            });
            let own: Vec<&Suggestion> = found
                .iter()
                .filter(|one| one.rules.contains(&rule) && is_told(one))
                .collect();
            let said: Vec<String> = own.iter().flat_map(|one| said(one)).collect();
            let is_right = match sentence.said.as_slice() {
                [] => own.is_empty(),
                wanted => wanted.iter().all(|one| said.contains(one)),
            };
            if !is_right {
                let others: Vec<&String> = found.iter().flat_map(|one| &one.rules).collect();
                wrong.push(format!(
                    "{rule}: {}\n   wanted {:?}, found {said:?} of {others:?}",
                    sentence.text, sentence.said
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a claim tells what has happened: not denied, doubted, planned or supposed.
fn is_told(claim: &Suggestion) -> bool {
    let is_real = matches!(claim.modality, Modality::ReportedAsFact | Modality::Claimed);
    is_real && claim.polarity == Polarity::Affirms
}

/// What a claim says: "killed 3" of harm, of the rest the words and values of its slots.
fn said(claim: &Suggestion) -> Vec<String> {
    let first = |slot: &str| {
        claim
            .slots
            .get(slot)?
            .first()
            .map(|slot| slot.value.clone())
    };
    let slots = claim.slots.values().flatten();
    let mut said: Vec<String> = slots
        .flat_map(|slot| {
            [
                Some(slot.anchor.text.clone()),
                slot.value.as_str().map(str::to_owned),
            ]
        })
        .flatten()
        .collect();
    if let Some(harm) = first("harm") {
        let count = first("low").or_else(|| first("high"));
        let count = count.map_or_else(|| "several".to_owned(), |count| count.to_string());
        said.push(format!("{} {count}", harm.as_str().unwrap_or_default()));
    }
    said
}

/// The sentences of all files, by rule. `[rule]` begins those of a rule; `+ said; said | sentence` is one
/// that it reads, `- | sentence` one that it leaves; `#` opens a comment.
fn sentences() -> BTreeMap<String, Vec<Sentence>> {
    let mut all: BTreeMap<String, Vec<Sentence>> = BTreeMap::new();
    for path in files_under("rules/sentences") {
        let mut rule = String::new();
        for line in fs::read_to_string(&path).unwrap_or_default().lines() {
            if let Some(name) = line.strip_prefix('[') {
                name.trim_end_matches(']').clone_into(&mut rule);
            }
            let Some((sort, text)) = line
                .split_once('|')
                .filter(|_| line.starts_with(['+', '-']))
            else {
                continue;
            };
            let said = sort.trim_start_matches(['+', '-']).split(';');
            let said = said
                .map(|one| one.trim().to_owned())
                .filter(|one| !one.is_empty());
            all.entry(rule.clone()).or_default().push(Sentence {
                said: said.collect(),
                text: text.trim().replace("\\n", "\n"),
            });
        }
    }
    all
}

/// The names of all rules: what stands between quotation marks in the source and is called like one.
fn rules_in_the_source() -> Vec<String> {
    let mut rules = Vec::new();
    for path in files_under("src") {
        let text = fs::read_to_string(&path).unwrap_or_default();
        // Every second piece stands between quotation marks.
        for piece in text.split('"') {
            let is_name = piece
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || matches!(letter, '.' | '_'));
            let is_rule = is_name
                && KINDS
                    .iter()
                    .any(|kind| piece.len() > kind.len() && piece.starts_with(kind));
            if is_rule && !rules.contains(&piece.to_owned()) {
                rules.push(piece.to_owned());
            }
        }
    }
    assert!(rules.len() > 30, "the rules were not found");
    rules
}

fn files_under(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
