//! A page of one truce, one town, two counts of the dead, letters: its shape is that of a real page.

use serde_json::Value;
use sijil_record::actor::Actors;
use sijil_record::place::Places;
use sijil_record::suggest::{Flag, Input, Kind, Suggestion, suggest};
use sijil_text::Day;

const HEADLINE: &str = "Coalition-led forces, ISIS agree 2-week truce in Raqqa";

const TEXT: &str = "U.S.-backed Syrian Democratic Forces have reached a two-week truce with the Islamic State in villages of Raqqa province, sources told The Harbour on Friday.

The three-point truce stated that all attacks are to be ceased. It also says that the crossings open for aid.

On November 8, the SDF took Tabqa, the last town of the group in the west of the province.

Capture of Tabqa came after weeks of fighting.

According to a report released by the U.S.-led coalition on Thursday, at least 300 civilians have been killed in strikes in Syria since the campaign began in 2014, the Harbour Agency reported.

The estimate in the report, which said strikes had killed at least 302 civilians between March 2014 and June 2017, was lower than others.

The monitors say a total of at least 2,410 civilians have been killed by coalition air strikes.

The council on Thursday sent two letters to the U.N. envoy, officials said.";

fn found() -> Vec<Suggestion> {
    let places = Places::open(&["SY"]).ok();
    let actors = Actors::shipped();
    suggest(&Input {
        headline: HEADLINE,
        text: TEXT,
        published: Day::new(2017, 12, 1).ok(),
        places: places.as_ref(),
        actors: Some(&actors),
    })
}

fn of(found: &[Suggestion], kind: Kind) -> Vec<&Suggestion> {
    found.iter().filter(|one| one.kind == kind).collect()
}

fn value(one: &Suggestion, slot: &str) -> Value {
    let slot = one.slots.get(slot).and_then(|slots| slots.first());
    slot.map_or(Value::Null, |slot| slot.value.clone())
}

#[test]
fn a_truce_keeps_its_parties_its_length_and_an_end_that_is_only_reckoned() {
    let found = found();
    let truces = of(&found, Kind::Truce);
    assert_eq!(truces.len(), 1);
    let truce = truces[0];
    assert_eq!(truce.slots["party"].len(), 2, "{:?}", truce.slots["party"]);
    let ids: Vec<&Value> = truce.slots["party"]
        .iter()
        .map(|party| &party.value["id"])
        .collect();
    assert_eq!(ids, ["sdf", "is"]);
    assert_eq!(value(truce, "duration"), "P2W");
    assert_eq!(value(truce, "announced"), "2017-12-01");
    assert_eq!(value(truce, "planned_end")["date"], "2017-12-15");
    for flag in [
        Flag::StartAssumed,
        Flag::PartyConflict,
        Flag::TermCountMismatch,
        Flag::SourceUnnamed,
    ] {
        assert!(truce.flags.contains(&flag), "{flag:?}");
    }
    assert_eq!(of(&found, Kind::TruceTerm).len(), 2);
}

#[test]
fn a_town_that_was_taken_and_its_capture_are_one_change() {
    let found = found();
    let changes = of(&found, Kind::ControlChange);
    assert_eq!(changes.len(), 1);
    let change = changes[0];
    assert_eq!(value(change, "to_actor")["id"], "sdf");
    assert_eq!(value(change, "when")["start"], "2017-11-08");
    assert_eq!(value(change, "mode"), "unstated");
    assert_eq!(change.also.len(), 1);
    assert!(change.flags.contains(&Flag::YearInferred));
}

#[test]
fn totals_of_a_period_stand_side_by_side_with_who_says_them() {
    let found = found();
    let toll = |low: u64| {
        let tolls = of(&found, Kind::Casualty);
        let one = tolls.into_iter().find(|one| value(one, "low") == low);
        one.unwrap_or_else(|| panic!("no toll of {low}"))
    };
    assert_eq!(of(&found, Kind::Casualty).len(), 3);
    assert!(toll(300).flags.contains(&Flag::Restates));
    assert_eq!(toll(300).attribution.len(), 2);
    assert_eq!(value(toll(2410), "perpetrator")["id"], "coalition");
    assert_eq!(value(toll(302), "period")["start"], "2014-03");
    assert_eq!(value(toll(302), "period")["end"], "2017-06");
    assert!(toll(2410).flags.contains(&Flag::PeriodNotStated));
    assert_eq!(value(toll(2410), "qualifier"), "at_least");
}

#[test]
fn every_anchor_stands_where_it_says() {
    for one in found() {
        let slots = one.slots.iter().filter(|(name, _)| *name != "headline");
        let anchors = slots.flat_map(|(_, slots)| slots).map(|slot| &slot.anchor);
        for anchor in anchors.chain([&one.sentence]).chain(&one.also) {
            assert_eq!(
                TEXT.get(anchor.start..anchor.end),
                Some(anchor.text.as_str())
            );
        }
    }
}
