//! The real story page of the sample: what must be suggested from it, and what must not.

use std::path::Path;

use serde_json::Value;
use sijil_record::place::Places;
use sijil_record::suggest::{Flag, Input, Kind, Suggestion, suggest};
use sijil_text::Day;

use crate::{read, say};

pub(crate) fn run(file: &Path) -> Result<String, String> {
    let page = read(file)?;
    let (headline, text) = story(&page);
    let places = Places::open(&["SY", "IQ"]).map_err(|error| error.to_string())?;
    let published = Day::new(2017, 12, 1).ok();
    let found = suggest(&Input {
        headline,
        text,
        published,
        places: Some(&places),
    });
    for one in &found {
        say(&serde_json::to_string(one).map_err(|error| error.to_string())?);
    }
    let mut passed = 0_u32;
    let checks = checks(&found);
    for (name, holds) in &checks {
        say(&format!("{} {name}", if *holds { "yes" } else { "NO " }));
        passed += u32::from(*holds);
    }
    Ok(format!("passed={passed} of={}", checks.len()))
}

/// Headline and text of the page: without its search box, votes, comment form.
fn story(page: &str) -> (&str, &str) {
    let after_search = page
        .split_once("Search For Keyword.")
        .map_or(page, |(_, rest)| rest)
        .trim_start();
    let (headline, rest) = after_search.split_once('\n').unwrap_or((after_search, ""));
    let text = rest
        .split_once("\nZaman A Wasl")
        .map_or(rest, |(text, _)| text)
        .trim();
    let text = text
        .split_once(")-")
        .map_or(text, |(_, text)| text)
        .trim_start();
    (headline, text)
}

fn checks(found: &[Suggestion]) -> Vec<(&'static str, bool)> {
    let of = |kind: Kind| {
        found
            .iter()
            .filter(move |one| one.kind == kind)
            .collect::<Vec<_>>()
    };
    let value = |one: &Suggestion, slot: &str| {
        one.slots
            .get(slot)
            .and_then(|slots| slots.first())
            .map(|slot| slot.value.clone())
            .unwrap_or(Value::Null)
    };
    let texts = |one: &Suggestion, slot: &str| {
        one.slots
            .get(slot)
            .into_iter()
            .flatten()
            .map(|slot| slot.anchor.text.clone())
            .collect::<Vec<_>>()
    };
    let truces = of(Kind::Truce);
    let truce = truces.first();
    let has =
        |one: Option<&&Suggestion>, flag: Flag| one.is_some_and(|one| one.flags.contains(&flag));
    let controls = of(Kind::ControlChange);
    let markada: Vec<_> = controls
        .iter()
        .filter(|one| {
            texts(one, "place")
                .iter()
                .any(|text| text.contains("Markada"))
        })
        .collect();
    let tolls: Vec<_> = of(Kind::Casualty);
    let toll = |low: u64| tolls.iter().find(|one| value(one, "low") == low);
    let terms = of(Kind::TruceTerm);
    let term = |wanted: &str| {
        terms.iter().any(|one| {
            one.slots
                .get("type")
                .into_iter()
                .flatten()
                .any(|slot| slot.value == wanted)
        })
    };
    vec![
        (
            "C1 one truce of a month",
            truces.len() == 1 && truce.is_some_and(|one| value(one, "duration") == "P1M"),
        ),
        (
            "C1 its parties",
            truce.is_some_and(|one| {
                texts(one, "party").len() == 2
                    && texts(one, "party")[0].contains("Syrian Democratic Forces")
                    && texts(one, "party")[1].contains("Islamic State")
            }),
        ),
        (
            "C1 announced and planned end",
            truce.is_some_and(|one| {
                value(one, "announced") == "2017-12-01"
                    && value(one, "planned_end")["date"] == "2018-01-01"
            }),
        ),
        ("C1 start assumed", has(truce, Flag::StartAssumed)),
        (
            "C1 Hasaka the province",
            truce.is_some_and(|one| {
                one.slots
                    .get("place")
                    .into_iter()
                    .flatten()
                    .any(|slot| slot.value["geonameid"] == 173_813)
            }),
        ),
        (
            "C1 unnamed sources",
            has(truce, Flag::SourceUnnamed) && truce.is_some_and(|one| !one.attribution.is_empty()),
        ),
        (
            "C2 three terms, four stated",
            terms.len() == 3 && has(truce, Flag::TermCountMismatch),
        ),
        (
            "C2 their types",
            term("stop_offensive")
                && term("crossing_open")
                && term("goods_aid")
                && term("wounded_passage"),
        ),
        (
            "C3 a statement of a military source",
            of(Kind::Statement).iter().any(|one| {
                texts(one, "speaker")
                    .iter()
                    .any(|text| text.contains("military source"))
            }),
        ),
        (
            "C4 Markada to the SDF",
            markada.len() == 1
                && markada.iter().any(|one| {
                    texts(one, "to_actor")
                        .iter()
                        .any(|text| text.contains("SDF"))
                        && value(one, "when")["start"] == "2017-11-08"
                        && value(one, "mode") == "unstated"
                        && one.flags.contains(&Flag::YearInferred)
                }),
        ),
        (
            "C5 at least 801, a total with its period",
            toll(801).is_some_and(|one| {
                value(one, "qualifier") == "at_least"
                    && one.flags.contains(&Flag::NumberIsTotal)
                    && value(one, "period")["start"] == "2014-08"
                    && value(one, "period")["end"] == "2017-10"
            }),
        ),
        (
            "C5 at least 800 restates it",
            toll(800).is_some_and(|one| one.flags.contains(&Flag::Restates)),
        ),
        (
            "C5 said by Reuters and the coalition",
            toll(800).is_some_and(|one| {
                one.attribution.len() >= 2
                    && one.attribution[0]
                        .source
                        .as_ref()
                        .is_some_and(|source| source.text.contains("Reuters"))
            }),
        ),
        (
            "C6 at least 5,961, no period",
            toll(5961).is_some_and(|one| one.flags.contains(&Flag::PeriodNotStated)),
        ),
        (
            "C8 letters and talks",
            of(Kind::Talks)
                .iter()
                .any(|one| value(one, "form") == "letter" && value(one, "count") == 2)
                && of(Kind::Talks)
                    .iter()
                    .any(|one| value(one, "form") == "round"),
        ),
        (
            "T1 the headline's party is another",
            has(truce, Flag::PartyConflict),
        ),
        (
            "T2 took and capture are one change",
            markada.iter().any(|one| !one.also.is_empty()),
        ),
        (
            "T3 the fall of Raqqa has no taker",
            controls
                .iter()
                .filter(|one| {
                    texts(one, "place")
                        .iter()
                        .any(|text| text.contains("Raqqa"))
                })
                .all(|one| texts(one, "to_actor").is_empty() && one.score < 0.5),
        ),
        (
            "T3 descriptions are no changes",
            controls.iter().all(|one| {
                !texts(one, "place")
                    .iter()
                    .any(|text| text.contains("crossings") || text.contains("areas"))
            }),
        ),
        (
            "T5 Markada in Syria",
            markada
                .iter()
                .any(|one| value(one, "place")["geonameid"] == 167_208),
        ),
        ("T6 the halt is no breach", of(Kind::TruceBreach).is_empty()),
        ("T7 no number of its own", tolls.len() == 3),
    ]
}
