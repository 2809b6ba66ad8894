//! Truces as readers see them: those that run, are due and are over, and who alleges which breach.

use serde_json::{Value, json};

use super::reading::{between, rows, with_record, words};
use super::sheet::{Sheet, on, says};
use crate::support::TestNewsroom;

/// A truce that runs, with its breaches.
const TRUCE: &str = "/en/record/truces/60/";

fn truce(sheet: &mut Sheet, id: i64, name: &str, more: &Value) {
    let mut truce = json!({"class": "truce", "agreement": "unknown", "purpose": "unknown",
                           "announced": "2026-10-01", "sequence": 1, "names": {"en": name}});
    for (key, value) in more.as_object().unwrap() {
        truce[key] = value.clone();
    }
    sheet.group((id, "truce"), &truce);
}

fn told(group: i64) -> Value {
    let body = json!({"form": "truce", "event": "announced", "class": "truce",
                      "agreement": "unknown", "purpose": "unknown", "announced": "2026-10-01"});
    json!({"body": body, "group": group.to_string()})
}

fn ends(on: &str, claim: i64) -> Value {
    json!({"on": on, "is_stated": true, "is_start_assumed": false, "claim": claim.to_string()})
}

/// A breach that somebody alleges on a day; `more` is laid over it.
fn breach(by: i64, day: &str, more: &Value) -> Value {
    let mut claim = json!({
        "body": {"form": "breach", "reply": "none"}, "group": "60", "when": on(day, "day"),
        "actors": [{"actor": by.to_string(), "role": "alleged_by"},
                   {"actor": (41 - by).to_string(), "role": "accused"}],
        "attribution": says(10, "monitors"),
    });
    for (key, value) in more.as_object().unwrap() {
        claim[key] = value.clone();
    }
    claim
}

/// Truces of each state on 8 November 2026, one with breaches of every sort.
async fn truces() -> TestNewsroom {
    with_record(|sheet, stories| {
        sheet.source(10, "The monitor", false);
        sheet.actor(20, "The brigade", 2, false);
        sheet.actor(21, "The army", 1, false);
        let story = &stories[0];
        for (claim, group) in [(50, 60), (51, 61), (52, 62), (53, 63)] {
            sheet.claim(
                (claim, "truce"),
                story,
                &format!("A truce, {group}"),
                &told(group),
            );
        }
        truce(
            sheet,
            60,
            "The river truce",
            &json!({"state": "in_force",
              "planned_end": ends("2026-11-20", 50)}),
        );
        truce(
            sheet,
            61,
            "The bridge truce",
            &json!({"state": "in_force",
              "planned_end": ends("2026-11-01", 51)}),
        );
        truce(
            sheet,
            62,
            "The harvest truce",
            &json!({"state": "ended", "end_reason": "collapsed",
              "actual_end": "2026-10-15", "planned_end": ends("2026-10-31", 52)}),
        );
        let mut hidden = told(63);
        hidden["withheld"] = json!(true);
        hidden["body"]["stated_end"] = json!("2026-12-31");
        sheet.claim((54, "truce"), story, "It was to end with the year", &hidden);
        truce(
            sheet,
            63,
            "The hill truce",
            &json!({"state": "in_force",
              "planned_end": ends("2026-12-31", 54)}),
        );
        let term = json!({"body": {"form": "term", "types": ["crossing_open"], "number": 1},
                          "group": "60"});
        sheet.claim((70, "truce_term"), story, "The crossing opens", &term);
        for (id, claim) in (80..).zip(breaches()) {
            sheet.claim(
                (id, "truce_breach"),
                story,
                &format!("They broke it, {id}"),
                &claim,
            );
        }
    })
    .await
}

/// From claim 80 on.
fn breaches() -> Vec<Value> {
    let of_term = json!({"body": {"form": "breach", "term": 1, "reply": "denied"}});
    let month = json!({"when": {"start": "2026-10-01", "end": "2026-10-31", "precision": "month",
                                "calendar": "gregorian", "basis": "explicit"}});
    vec![
        breach(20, "2026-11-05", &of_term),
        breach(20, "2026-11-05", &json!({})),
        breach(20, "2026-11-05", &json!({"restates": "80"})),
        breach(20, "2026-11-06", &json!({"polarity": "denies"})),
        breach(20, "2026-11-06", &json!({"modality": "hypothetical"})),
        breach(20, "2026-11-06", &json!({"modality": "planned"})),
        breach(21, "2026-11-08", &json!({"modality": "alleged"})),
        breach(21, "2026-11-02", &json!({"withheld": true})),
        breach(21, "2026-11-02", &json!({"restates": "87"})),
        breach(21, "2026-11-01", &json!({})),
        breach(21, "2026-11-07", &month),
    ]
}

#[tokio::test]
async fn truces_are_listed_as_running_due_and_over_by_what_readers_may_know() {
    let test = truces().await;
    let page = test.page("/en/record/truces/").await;
    let part = |from: &str, to: &str| words(between(&page, from, to));
    let running = part("id=\"list-1\"", "</section>");
    let due = part("id=\"list-2\"", "</section>");
    let over = part("id=\"list-3\"", "</section>");
    assert!(
        running.contains("The river truce") && running.contains("The hill truce"),
        "{running}"
    );
    assert!(
        due.contains("Due for a check") && due.contains("The bridge truce"),
        "{due}"
    );
    assert!(
        over.contains("The harvest truce") && !over.contains("bridge"),
        "{over}"
    );
    assert!(
        !page.contains("31 December"),
        "a claim that is withheld moves no end"
    );
    let due = test.page("/en/record/truces/61/").await;
    assert!(due.contains("has not yet confirmed whether it held"));
    let over = words(&test.page("/en/record/truces/62/").await);
    assert!(over.contains("Ended 15 October 2026"), "{over}");
}

#[tokio::test]
async fn breaches_stand_by_accuser_and_day_without_repeats_denials_and_what_might_be() {
    let test = truces().await;
    let page = test.page(TRUCE).await;
    let table = between(&page, "<table class=\"breaches\">", "</table>");
    assert!(
        words(table).contains("2 November 2026 to 8 November 2026"),
        "{table}"
    );
    let cells = |row: &[&str]| {
        row.iter()
            .map(|cell| (*cell).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows(table),
        [
            cells(&["The brigade", "", "", "", "2", "", "", "", "2"]),
            // One repeats a claim that is not shown, so it stands for it; two are of other days.
            cells(&["The army", "1", "", "", "", "", "", "1", "4"]),
        ]
    );
    let terms = words(between(&page, "id=\"terms\"", "</section>"));
    assert!(terms.contains("alleged broken once"), "{terms}");
    let list = words(&test.page("/en/record/truces/").await);
    assert!(
        list.contains("6 breaches"),
        "the list counts the same: {list}"
    );
}

#[tokio::test]
async fn a_truce_has_a_calendar_of_its_own_and_the_files_say_how_much_they_hold() {
    let test = truces().await;
    assert!(
        test.page(TRUCE)
            .await
            .contains("\"/en/record/truces/60/truce.ics\"")
    );
    let own = test.get("/en/record/truces/60/truce.ics").await;
    assert_eq!(own.header("content-type"), "text/calendar; charset=utf-8");
    let own = own.text();
    assert_eq!(own.matches("BEGIN:VEVENT").count(), 1);
    assert!(own.contains("UID:truce-60@paper.example\r\n") && own.ends_with("END:VCALENDAR\r\n"));
    for other in ["50", "64", "1"] {
        let address = format!("/en/record/truces/{other}/truce.ics");
        assert_eq!(test.get(&address).await.status, 404, "{address}");
    }
    let files = test.page("/en/record/files/").await;
    assert!(
        files.contains("aria-current=\"page\">The record as files</a>"),
        "{files}"
    );
    let held = |file: &str| {
        let from = format!("/files/{file}\"");
        words(between(
            between(&files, &from, "</ul>"),
            "files__held",
            "</li>",
        ))
    };
    for (file, amount) in [
        ("truces.csv", "4 rows"),
        ("truce_terms.csv", "1 row"),
        ("truce_breaches.csv", "10 rows"),
        ("figures.csv", "0 rows"),
        ("acled-like.csv", "made from 4 events"),
        ("record.ndjson", "of 15 claims"),
        ("truces.ics", "4 truces"),
    ] {
        assert!(held(file).ends_with(amount), "{file}: {}", held(file));
    }
}
