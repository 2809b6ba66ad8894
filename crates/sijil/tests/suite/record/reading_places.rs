//! Who holds what on a day, and the pages of places, actors and sources.

use serde_json::{Value, json};

use super::reading::{between, rows, with_record, words};
use super::sample::Story;
use super::sheet::{Sheet, at, on, says};
use crate::support::TestNewsroom;

/// Who takes a place on a day; `state` is how sure it is.
struct Taken(i64, i64, i64, &'static str, &'static str);

fn change(sheet: &mut Sheet, story: &Story, Taken(id, place, to, day, state): Taken, more: &Value) {
    let body = json!({"form": "control", "mode": "by_force", "extent": "whole", "state": state});
    let actors = json!([{"actor": to.to_string(), "role": "to_actor"}]);
    let mut claim = json!({"body": body, "group": id.to_string(), "when": on(day, "day"),
                           "actors": actors, "places": at(place, "settlement"),
                           "attribution": says(10, "monitors")});
    for (key, value) in more.as_object().unwrap() {
        claim[key] = value.clone();
    }
    sheet.claim(
        (id * 10, "control_change"),
        story,
        &format!("They took it, {id}"),
        &claim,
    );
    let group = json!({"mode": "by_force", "extent": "whole", "state": state,
                       "when": on(day, "day"), "actors": actors,
                       "places": at(place, "settlement")});
    sheet.group((id, "control"), &group);
}

/// Four towns and what became of them in November 2017.
async fn towns() -> TestNewsroom {
    with_record(|sheet, stories| {
        let story = &stories[0];
        sheet.source(10, "The monitor", false);
        sheet.source(11, "The witness", true);
        sheet.actor(20, "The brigade", 2, false);
        sheet.actor(21, "The army", 1, false);
        for (id, name) in (30..).zip(["Ashford", "Birch", "Cold Well", "Dry Ford", "Elm"]) {
            sheet.place(id, name, false);
        }
        let plain = json!({});
        for taken in [
            Taken(120, 30, 20, "2017-11-08", "claimed"),
            Taken(121, 30, 21, "2017-11-28", "contested"),
            Taken(122, 31, 20, "2017-11-20", "claimed"),
            Taken(123, 31, 21, "2017-11-20", "claimed"),
            Taken(124, 32, 20, "2017-11-10", "claimed"),
            Taken(125, 32, 21, "2017-11-22", "reversed"),
        ] {
            change(sheet, story, taken, &plain);
        }
        let planned = json!({"modality": "planned"});
        change(
            sheet,
            story,
            Taken(126, 33, 20, "2017-11-10", "claimed"),
            &planned,
        );
        let hidden = json!({"withheld": true});
        change(
            sheet,
            story,
            Taken(127, 34, 20, "2017-11-10", "claimed"),
            &hidden,
        );
        let body = json!({"form": "control", "mode": "by_force", "extent": "whole",
                          "state": "claimed"});
        let denial = json!({"body": body, "group": "124", "polarity": "denies",
                            "places": at(32, "settlement"), "attribution": says(11, "a witness")});
        sheet.claim((1249, "control_change"), story, "They did not", &denial);
    })
    .await
}

impl TestNewsroom {
    /// Place and holder of each row as of a day, the holder with whether it is contested.
    async fn held(&self, day: &str) -> Vec<(String, String)> {
        let page = self.page(&format!("/en/record/control/?on={day}")).await;
        let rows = rows(&page);
        let marks = page.matches("<g class=\"mark ").count();
        assert_eq!(
            marks,
            rows.len(),
            "the map shows what the table does on {day}"
        );
        rows.into_iter()
            .map(|row| (row[0].clone(), row[1].clone()))
            .collect()
    }
}

#[tokio::test]
async fn the_map_and_the_table_show_who_held_what_on_a_day() {
    let test = towns().await;
    let pair = |place: &str, holder: &str| (place.to_owned(), holder.to_owned());
    let contested = |names: &str| format!("{names} contested or in part");
    assert_eq!(
        test.held("2017-11-19").await,
        [
            pair("Ashford", "The brigade"),
            pair("Cold Well", &contested("The brigade"))
        ],
        "a denial makes it contested; what is planned or withheld is not shown"
    );
    let both = contested("The brigade and The army");
    assert_eq!(
        test.held("2017-11-20").await[1],
        pair("Birch", &both),
        "two say so of one day"
    );
    let later = test.held("2017-12-01").await;
    assert_eq!(later[0], pair("Ashford", &contested("The army")));
    assert_eq!(later[2].0, "Cold Well");
    assert!(
        later[2].1.starts_with("The brigade"),
        "what was taken back changed nothing"
    );
}

#[tokio::test]
async fn before_the_first_claim_nobody_is_said_to_hold_anything() {
    let test = towns().await;
    let page = test.page("/en/record/control/?on=2017-11-07").await;
    assert!(page.contains("The record knows of no change on or before this day."));
    assert!(!page.contains("<table") && !page.contains("map__drawing"));
    assert!(
        page.contains("value=\"2017-11-07\""),
        "the form keeps the day"
    );
    let today = words(&test.page("/en/record/control/?on=never").await);
    assert!(
        today.contains("As of 8 November 2026"),
        "no day is today: {today}"
    );
    let timeline = test.page("/en/record/control/").await;
    let timeline = between(&timeline, "id=\"timeline\"", "</section>");
    assert!(
        !timeline.contains("Dry Ford") && !timeline.contains("Elm"),
        "{timeline}"
    );
}

#[tokio::test]
async fn places_actors_and_sources_have_pages_with_every_claim_that_names_them() {
    let test = towns().await;
    let ashford = test.page("/en/record/places/30/").await;
    for wanted in [
        "/en/record/claims/1200/",
        "/en/record/claims/1210/",
        "Hasaka, Syria",
        "35.7460° N",
    ] {
        assert!(ashford.contains(wanted), "{wanted}: {ashford}");
    }
    assert!(
        !ashford.contains("/en/record/claims/1220/"),
        "of another town"
    );
    let army = words(&test.page("/en/record/actors/21/").await);
    assert!(
        army.contains("The army") && army.contains("Birch is held by The army"),
        "{army}"
    );
    assert!(!army.contains("Birch is held by The brigade"), "{army}");
    let monitor = test.page("/en/record/sources/10/").await;
    assert_eq!(monitor.matches("class=\"claim__what\"").count(), 7);
    for (address, why) in [
        ("/en/record/places/34/", "only a withheld claim names it"),
        ("/en/record/sources/11/", "it is withheld"),
        ("/en/record/actors/30/", "it is a place"),
        ("/en/record/places/1/", "there is none"),
    ] {
        assert_eq!(test.get(address).await.status, 404, "{address}: {why}");
    }
}

#[tokio::test]
async fn a_source_with_many_claims_has_several_pages() {
    let test = with_record(|sheet, stories| {
        sheet.source(10, "The monitor", false);
        for id in 1000..1051 {
            let said = json!({"body": {"form": "statement", "content": format!("Words {id}")},
                              "attribution": says(10, "monitors")});
            sheet.claim((id, "statement"), &stories[0], "They spoke", &said);
        }
    })
    .await;
    let first = test.page("/en/record/sources/10/").await;
    assert_eq!(first.matches("class=\"claim__what\"").count(), 50);
    let older = between(&first, "href=\"/en/record/sources/10/?before=", "\"");
    let second = test
        .page(&format!("/en/record/sources/10/?before={older}"))
        .await;
    assert_eq!(second.matches("class=\"claim__what\"").count(), 1);
    assert!(second.contains("Words 1000") && !first.contains("Words 1000"));
}
