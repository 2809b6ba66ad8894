//! Each rule of harm on its own sentences: `rules/examples.txt` holds them, right and wrong ones.

use sijil_record::{Harm, Story};

/// A line is `+ harm number | sentence` or `- | sentence`; `#` opens a comment.
const EXAMPLES: &str = include_str!("../../rules/examples.txt");

#[test]
fn every_example_is_read_as_it_says() {
    let mut wrong = Vec::new();
    for line in EXAMPLES.lines().filter(|line| line.starts_with(['+', '-'])) {
        let (wanted, sentence) = line.split_once('|').unwrap();
        let found = told(sentence.trim());
        let mut wanted: Vec<String> = wanted
            .trim_start_matches(['+', '-'])
            .split(',')
            .map(|one| one.trim().to_owned())
            .filter(|one| !one.is_empty())
            .collect();
        wanted.sort();
        if wanted != found {
            wrong.push(format!("{sentence}: wanted {wanted:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// "killed 3", "injured several": what a sentence tells as having happened.
fn told(sentence: &str) -> Vec<String> {
    let story = Story::new(sentence);
    let casualties = story
        .casualties()
        .into_iter()
        .map(|mention| mention.casualty);
    let real = casualties.filter(|one| !one.is_negated && !one.is_unreal);
    let mut told: Vec<String> = real
        .map(|one| {
            let harm = match one.harm {
                Harm::Killed => "killed",
                Harm::Injured => "injured",
                Harm::Missing => "missing",
                Harm::Abducted => "abducted",
                Harm::Detained => "detained",
                Harm::Displaced => "displaced",
                Harm::CasualtiesUnspecified => "casualties",
            };
            match one.quantity.low.or(one.quantity.high) {
                Some(count) => format!("{harm} {count}"),
                None => format!("{harm} several"),
            }
        })
        .collect();
    told.sort();
    told
}
