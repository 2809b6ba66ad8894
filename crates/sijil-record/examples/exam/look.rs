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
    let places =
        sijil_record::place::Places::open(&["SY", "IQ"]).map_err(|error| error.to_string())?;
    for mention in places.find(&text, &sijil_record::sentences(&text)) {
        say(&format!(
            "place {} {:?}",
            mention.span.of(&text),
            mention.precision
        ));
    }
    let published = sijil_text::Day::new(2026, 11, 20).ok();
    for one in sijil_record::suggest::suggest(&sijil_record::suggest::Input {
        headline: "",
        text: &text,
        published,
        places: Some(&places),
    }) {
        let slots: Vec<String> = one
            .slots
            .iter()
            .flat_map(|(name, slots)| {
                slots
                    .iter()
                    .map(move |slot| format!("{name}={}", slot.value))
            })
            .collect();
        say(&format!(
            "{:?} {:?} {:?} {} | {:?} {:?} {:?}",
            one.kind,
            one.rules,
            one.flags,
            slots.join(" "),
            one.attribution
                .iter()
                .map(|link| link.source.as_ref().map(|source| source.text.as_str()))
                .collect::<Vec<_>>(),
            one.modality,
            one.polarity
        ));
    }
    Ok(String::new())
}
