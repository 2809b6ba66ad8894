//! What is found in one text on standard input: a way to see why.

use std::io::Read as _;

use sijil_record::Story;

use crate::say;

pub(crate) fn run() -> Result<String, String> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| error.to_string())?;
    for mention in Story::new(&text).casualties() {
        let casualty = mention.casualty;
        say(&format!(
            "{} {:?} {:?} {:?} {:?} parts {:?} by {:?} unreal {} negated {}",
            casualty.rule,
            casualty.harm,
            casualty.victim_words,
            casualty.quantity,
            casualty.scope,
            casualty
                .parts
                .iter()
                .map(|part| &part.words)
                .collect::<Vec<_>>(),
            casualty.perpetrator.map(|by| by.of(&text)),
            casualty.is_unreal,
            casualty.is_negated
        ));
    }
    Ok(String::new())
}
