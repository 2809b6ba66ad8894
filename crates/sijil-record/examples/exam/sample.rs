//! The real story page of the sample: what must be suggested from it, and what must not.

use std::path::Path;

use serde_json::Value;
use sijil_record::actor::{Actors, SourceKind};
use sijil_record::place::Places;
use sijil_record::suggest::{Flag, Identity, Input, Kind, Link, Suggestion, suggest};
use sijil_text::Day;

use crate::{read, say};

pub(crate) fn run(file: &Path) -> Result<String, String> {
    let page = read(file)?;
    let (headline, text) = story(&page);
    let places = Places::open(&["SY", "IQ"]).map_err(|error| error.to_string())?;
    let actors = Actors::shipped();
    let published = Day::new(2017, 12, 1).ok();
    let found = suggest(&Input {
        headline,
        text,
        published,
        places: Some(&places),
        actors: Some(&actors),
    });
    for one in &found {
        say(&serde_json::to_string(one).map_err(|error| error.to_string())?);
    }
    let mut passed = 0_u32;
    let checks: Vec<Check> = [truce(&found), rest(&found), traps(&found), who(&found)].concat();
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

/// What is asked, and whether it holds.
type Check = (&'static str, bool);

fn of(found: &[Suggestion], kind: Kind) -> Vec<&Suggestion> {
    found.iter().filter(|one| one.kind == kind).collect()
}

fn values(one: &Suggestion, slot: &str) -> Vec<Value> {
    let slots = one.slots.get(slot).into_iter().flatten();
    slots.map(|slot| slot.value.clone()).collect()
}

fn value(one: &Suggestion, slot: &str) -> Value {
    values(one, slot).into_iter().next().unwrap_or_default()
}

/// A field of the first value of a slot.
fn field(one: &Suggestion, slot: &str, name: &str) -> Value {
    value(one, slot).get(name).cloned().unwrap_or_default()
}

fn says(one: &Suggestion, slot: &str, words: &str) -> bool {
    let mut slots = one.slots.get(slot).into_iter().flatten();
    slots.any(|slot| slot.anchor.text.contains(words))
}

fn is_in(one: &Suggestion, geonameid: u32) -> bool {
    values(one, "place")
        .iter()
        .any(|place| place.get("geonameid").is_some_and(|id| *id == geonameid))
}

fn truce(found: &[Suggestion]) -> Vec<Check> {
    let truces = of(found, Kind::Truce);
    let holds = |test: &dyn Fn(&Suggestion) -> bool| truces.first().is_some_and(|one| test(one));
    let flagged = |flag: Flag| holds(&|one| one.flags.contains(&flag));
    let terms = of(found, Kind::TruceTerm);
    let types: Vec<Value> = terms.iter().flat_map(|one| values(one, "type")).collect();
    let wanted = [
        "stop_offensive",
        "crossing_open",
        "goods_aid",
        "wounded_passage",
    ];
    vec![
        ("C1 one truce", truces.len() == 1),
        (
            "C1 of a month",
            holds(&|one| value(one, "duration") == "P1M"),
        ),
        (
            "C1 two parties",
            holds(&|one| values(one, "party").len() == 2),
        ),
        (
            "C1 the SDF",
            holds(&|one| says(one, "party", "Syrian Democratic Forces")),
        ),
        (
            "C1 and the Islamic State",
            holds(&|one| says(one, "party", "Islamic State")),
        ),
        (
            "C1 announced that Friday",
            holds(&|one| value(one, "announced") == "2017-12-01"),
        ),
        (
            "C1 ends a month on",
            holds(&|one| field(one, "planned_end", "date") == "2018-01-01"),
        ),
        ("C1 start assumed", flagged(Flag::StartAssumed)),
        ("C1 Hasaka the province", holds(&|one| is_in(one, 173_813))),
        ("C1 unnamed sources", flagged(Flag::SourceUnnamed)),
        ("C2 three terms", terms.len() == 3),
        (
            "C2 of these types",
            wanted
                .iter()
                .all(|name| types.iter().any(|kind| kind == name)),
        ),
        ("C2 four were stated", flagged(Flag::TermCountMismatch)),
        (
            "T1 the headline's party is another",
            flagged(Flag::PartyConflict),
        ),
        (
            "T6 the halt is no breach",
            of(found, Kind::TruceBreach).is_empty(),
        ),
    ]
}

fn rest(found: &[Suggestion]) -> Vec<Check> {
    let tolls = of(found, Kind::Casualty);
    let holds = |low: u64, test: &dyn Fn(&Suggestion) -> bool| {
        tolls
            .iter()
            .any(|one| value(one, "low") == low && test(one))
    };
    let flagged = |low: u64, flag: Flag| holds(low, &|one| one.flags.contains(&flag));
    let talks = of(found, Kind::Talks);
    let statements = of(found, Kind::Statement);
    let source = |one: &Suggestion, words: &str| {
        let first = one
            .attribution
            .first()
            .and_then(|link| link.source.as_ref());
        one.attribution.len() >= 2 && first.is_some_and(|source| source.text.contains(words))
    };
    vec![
        (
            "C3 a military source",
            statements
                .iter()
                .any(|one| says(one, "speaker", "military source")),
        ),
        (
            "C5 at least 801",
            holds(801, &|one| value(one, "qualifier") == "at_least"),
        ),
        ("C5 a total", flagged(801, Flag::NumberIsTotal)),
        (
            "C5 from August 2014",
            holds(801, &|one| field(one, "period", "start") == "2014-08"),
        ),
        (
            "C5 to October 2017",
            holds(801, &|one| field(one, "period", "end") == "2017-10"),
        ),
        ("C5 at least 800 restates it", flagged(800, Flag::Restates)),
        (
            "C5 Reuters and the coalition",
            holds(800, &|one| source(one, "Reuters")),
        ),
        ("C6 at least 5,961", flagged(5961, Flag::PeriodNotStated)),
        (
            "C8 two letters",
            talks
                .iter()
                .any(|one| value(one, "form") == "letter" && value(one, "count") == 2),
        ),
        (
            "C8 the talks",
            talks.iter().any(|one| value(one, "form") == "round"),
        ),
        ("T7 the other counters have one number", tolls.len() == 3),
    ]
}

fn traps(found: &[Suggestion]) -> Vec<Check> {
    let changes = of(found, Kind::ControlChange);
    let at = |words: &str| -> Vec<&&Suggestion> {
        changes
            .iter()
            .filter(|one| says(one, "place", words))
            .collect()
    };
    let markada = at("Markada");
    let raqqa = at("Raqqa");
    let taken =
        |one: &&Suggestion| says(one, "to_actor", "SDF") && value(one, "mode") == "unstated";
    vec![
        (
            "C4 Markada to the SDF",
            markada.iter().any(|one| taken(one)),
        ),
        (
            "C4 on 8 November",
            markada
                .iter()
                .any(|one| field(one, "when", "start") == "2017-11-08"),
        ),
        (
            "C4 its year inferred",
            markada
                .iter()
                .any(|one| one.flags.contains(&Flag::YearInferred)),
        ),
        (
            "T2 took and capture are one",
            markada.len() == 1 && markada.iter().all(|one| !one.also.is_empty()),
        ),
        (
            "T3 the fall of Raqqa has no taker",
            raqqa
                .iter()
                .all(|one| values(one, "to_actor").is_empty() && one.score < 0.5),
        ),
        (
            "T3 held crossings do not change hands",
            at("crossings").is_empty() && at("areas").is_empty(),
        ),
        (
            "T5 Markada in Syria",
            markada.iter().any(|one| is_in(one, 167_208)),
        ),
    ]
}

/// Trap 4 and the sources: one actor for all its names, and what kind of source each is.
fn who(found: &[Suggestion]) -> Vec<Check> {
    let id = |one: &Suggestion, slot: &str| field(one, slot, "id");
    let has = |kind: Kind, slot: &str, wanted: &str| {
        let claims = of(found, kind);
        let mut slots = claims.iter().flat_map(|one| values(one, slot));
        slots.any(|value| value.get("id").is_some_and(|id| id == wanted))
    };
    let chain = |low: u64| {
        let tolls = of(found, Kind::Casualty);
        let one = tolls.into_iter().find(|one| value(one, "low") == low);
        let links = one.map(|one| one.attribution.clone()).unwrap_or_default();
        let who = |link: Link| link.who.map_or_else(|| "-".to_owned(), |who| who.id);
        links.into_iter().map(who).collect::<Vec<_>>()
    };
    let truce = of(found, Kind::Truce).into_iter().next();
    let links = truce
        .map(|one| one.attribution.as_slice())
        .unwrap_or_default();
    let [outlet, sources] = links else {
        return vec![("T4 the truce has two links", false)];
    };
    let dated = sources.said_on.as_deref() == Some("2017-12-01");
    vec![
        ("T4 the SDF as a party", has(Kind::Truce, "party", "sdf")),
        (
            "T4 the SDF as the taker",
            has(Kind::ControlChange, "to_actor", "sdf"),
        ),
        (
            "T4 the Islamic State as a party",
            has(Kind::Truce, "party", "is"),
        ),
        (
            "T4 the coalition is a third",
            has(Kind::Casualty, "perpetrator", "coalition")
                && truce.is_some_and(|one| id(one, "party") != "coalition"),
        ),
        (
            "C1 told to the outlet",
            outlet.kind == Some(SourceKind::MediaOutlet),
        ),
        (
            "C1 by unnamed sources that Friday",
            sources.identity == Identity::Unnamed && dated,
        ),
        (
            "C5 Reuters, then the coalition",
            chain(800) == ["reuters", "coalition"],
        ),
        ("C5 its report again", chain(801) == ["coalition"]),
        ("C6 the monitors", chain(5961) == ["monitoring-groups"]),
        (
            "C8 from the council",
            has(Kind::Talks, "participant", "knc"),
        ),
        ("C8 to the envoy", has(Kind::Talks, "addressee", "un-envoy")),
    ]
}
