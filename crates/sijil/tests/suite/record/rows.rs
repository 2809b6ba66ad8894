//! The record in the forms of other projects, by their rules.

use serde_json::{Value, json};
use sijil::record::export::{Form, unguarded};

use super::sample::Story;
use super::sheet::{Sheet, at, on, says, toll};
use crate::support::TestNewsroom;

/// Rows of a CSV file, each by its columns.
fn table(text: &str) -> Vec<Vec<(String, String)>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("tables read Arabic by this mark");
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let (mut is_quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        let cell = rows.last_mut().unwrap().last_mut().unwrap();
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => rows.last_mut().unwrap().push(String::new()),
            '\r' if !is_quoted => assert_eq!(letters.peek(), Some(&'\n')),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => cell.push(other),
        }
    }
    rows.pop();
    let columns = rows.remove(0);
    let named = rows.into_iter().map(|row| {
        assert_eq!(row.len(), columns.len(), "{row:?}");
        columns.iter().cloned().zip(row).collect()
    });
    named.collect()
}

fn cell<'r>(row: &'r [(String, String)], column: &str) -> &'r str {
    let found = row.iter().find(|(name, _)| name == column);
    unguarded(&found.unwrap_or_else(|| panic!("no column {column}")).1)
}

impl TestNewsroom {
    async fn file_of_record(&self, name: &str) -> String {
        let answer = self.get(&format!("/en/record/files/{name}")).await;
        assert_eq!(answer.status, 200, "{name}");
        answer.text()
    }

    async fn rows_of(&self, name: &str) -> Vec<Vec<(String, String)>> {
        table(&self.file_of_record(name).await)
    }
}

/// Events that differ in one thing each: time, place, counts.
async fn events() -> TestNewsroom {
    let test = TestNewsroom::open().await;
    let head = test.record(Form::Own).await;
    let stories = test.sample_stories().await;
    let mut sheet = Sheet::of(&stories);
    sheet.source(10, "The monitor", false);
    sheet.source(11, "=cmd|'hidden witness'", true);
    sheet.actor(20, "The brigade", 2, false);
    sheet.actor(21, "The army", 1, false);
    sheet.place(30, "مرج, \"اللبان\"", false);
    let day = || on("2017-11-08", "day");
    let none: Option<i64> = None;
    let events = [
        (
            100,
            day(),
            "settlement",
            vec![(Some(12), Some(12), ""), (Some(9), none, "")],
        ),
        (101, day(), "settlement", vec![(none, none, "dozens")]),
        (102, day(), "settlement", vec![(none, Some(40), "")]),
        (
            103,
            on("2017-11-08", "year"),
            "settlement",
            vec![(Some(5), none, "")],
        ),
        (104, day(), "country", vec![(Some(5), none, "")]),
        (
            105,
            on("2017-11-08", "month"),
            "adm1",
            vec![(Some(5), none, "")],
        ),
    ];
    for (id, when, precision, counts) in events {
        let more = json!({"cause": "air_strike", "when": when, "places": at(30, precision),
                          "actors": [{"actor": "21", "role": "perpetrator_suspected"}]});
        sheet.group((id, "event"), &more);
        for (number, (low, high, vague)) in counts.into_iter().enumerate() {
            let claim = id * 10 + i64::try_from(number).unwrap();
            let more = json!({
                "body": toll("killed", low, high, vague), "group": id.to_string(),
                "when": when, "places": at(30, precision),
                "attribution": says(if number == 0 { 10 } else { 11 }, "those who know"),
            });
            sheet.claim((claim, "casualty"), &stories[0], "=1+1 were killed", &more);
        }
    }
    total_and_changes(&mut sheet, &stories);
    test.take_record(&sheet.file(&head)).await.unwrap();
    test
}

/// A figure, and towns that changed hands in three ways.
fn total_and_changes(sheet: &mut Sheet, stories: &[Story]) {
    let day = || on("2017-11-08", "day");
    let mut total = toll("killed", Some(801), None, "");
    total["scope"] = json!("period_total");
    let figure = json!({"harm": "killed", "victim_status": "civilian", "when": day(),
                        "places": at(30, "settlement")});
    sheet.group((110, "figure"), &figure);
    let more = json!({"body": total, "group": "110", "when": day(),
                      "places": at(30, "settlement")});
    sheet.claim((1100, "casualty"), &stories[1], "801 قُتلوا", &more);
    for (id, mode) in [(120, "by_force"), (121, "unstated"), (122, "negotiated")] {
        let body = json!({"form": "control", "mode": mode, "extent": "whole", "state": "claimed"});
        let actors =
            json!([{"actor": "20", "role": "to_actor"}, {"actor": "21", "role": "from_actor"}]);
        let more = json!({"body": body, "group": id.to_string(), "when": day(), "actors": actors,
                          "places": at(30, "settlement")});
        sheet.claim(
            (id * 10, "control_change"),
            &stories[0],
            "They took it",
            &more,
        );
        let group = json!({"mode": mode, "extent": "whole", "state": "claimed", "when": day(),
                           "actors": actors, "places": at(30, "settlement")});
        sheet.group((id, "control"), &group);
    }
}

#[tokio::test]
async fn events_are_written_by_the_rules_of_those_who_read_them() {
    let test = events().await;
    let rows = test.rows_of("acled-like.csv").await;
    let row = |id: &str| {
        let found = rows.iter().find(|row| cell(row, "sijil_id") == id);
        found.map(Vec::as_slice)
    };
    for (id, dead, note) in [
        ("100", "9", "=1+1"),
        ("101", "12", "[fatalities: dozens]"),
        ("102", "0", "[fatalities<=40]"),
    ] {
        let row = row(id).unwrap();
        assert_eq!(cell(row, "fatalities"), dead, "{id}");
        assert!(cell(row, "notes").contains(note), "{row:?}");
        assert_eq!(cell(row, "sub_event_type"), "Air/drone strike");
        assert_eq!(cell(row, "location"), "مرج, \"اللبان\"");
    }
    let first = row("100").unwrap();
    assert_eq!(cell(first, "source"), "The monitor; Undisclosed Source");
    assert_eq!(cell(first, "interaction"), "17");
    assert_eq!(
        (cell(first, "time_precision"), cell(first, "geo_precision")),
        ("1", "1")
    );
    for (id, why) in [
        ("103", "a year"),
        ("104", "a country"),
        ("110", "a figure"),
        ("121", "no mode"),
    ] {
        assert!(row(id).is_none(), "{why} is no row");
    }
    let vague = row("105").unwrap();
    assert_eq!(cell(vague, "event_date"), "2017-11-15");
    assert_eq!(
        (cell(vague, "time_precision"), cell(vague, "geo_precision")),
        ("3", "3")
    );
    assert_eq!(
        cell(row("120").unwrap(), "sub_event_type"),
        "Non-state actor overtakes territory"
    );
    assert_eq!(
        cell(row("122").unwrap(), "sub_event_type"),
        "Non-violent transfer of territory"
    );
}

#[tokio::test]
async fn deadly_events_have_a_low_and_a_high_and_figures_are_no_events() {
    let test = events().await;
    let rows = test.rows_of("ucdp-like.csv").await;
    let found: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| ["id", "low", "high", "date_prec", "where_prec"].map(|name| cell(row, name)))
        .collect();
    assert_eq!(
        found,
        [
            ["100", "9", "12", "1", "1"],
            ["101", "12", "", "1", "1"],
            ["102", "0", "40", "1", "1"],
            ["103", "5", "", "5", "1"],
            ["104", "5", "", "1", "6"],
            ["105", "5", "", "4", "4"],
        ]
    );
    let rows = test.rows_of("figures.csv").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(cell(&rows[0], "low"), "801");
    assert_eq!(
        test.rows_of("control.csv").await.len(),
        3,
        "also what ACLED has no row for"
    );
}

#[tokio::test]
async fn what_is_known_to_a_province_is_no_point_on_the_map() {
    let test = events().await;
    let map: Value = serde_json::from_str(&test.file_of_record("record.geojson").await).unwrap();
    let features = map["features"].as_array().unwrap();
    let of = |id: &str| features.iter().find(|feature| feature["id"] == id).unwrap();
    assert_eq!(
        of("100")["geometry"]["coordinates"],
        json!([40.753, 35.746])
    );
    assert!(of("105")["geometry"].is_null());
    assert_eq!(of("105")["properties"]["place_precision"], "adm1");
    assert_eq!(features.len(), 6);
    let airwars: Value =
        serde_json::from_str(&test.file_of_record("airwars-like.json").await).unwrap();
    let civilians = &airwars["incidents"][0]["killed"]["civilians"];
    assert_eq!(
        (civilians["min"].as_i64(), civilians["max"].as_i64()),
        (Some(9), Some(12))
    );
    let linked: Value = serde_json::from_str(&test.file_of_record("record.jsonld").await).unwrap();
    let is_claim = |node: &&Value| node["@type"] == "Claim";
    let claims = linked["@graph"].as_array().unwrap().iter().filter(is_claim);
    assert_eq!(claims.count(), 11);
}

#[tokio::test]
async fn a_truce_is_a_calendars_event_that_ends_the_day_after_its_last() {
    let test = TestNewsroom::open().await;
    let head = test.record(Form::Own).await;
    let stories = test.sample_stories().await;
    let mut sheet = Sheet::of(&stories);
    let told = json!({"form": "truce", "event": "announced", "class": "truce",
                      "agreement": "unknown", "purpose": "unknown", "announced": "2017-12-01",
                      "duration": "P1M"});
    let sentence = "هدنة لمدة شهر؛ على طول الحدود, بين الطرفين ".repeat(3);
    sheet.claim(
        (50, "truce"),
        &stories[1],
        &sentence,
        &json!({"body": told, "group": "60"}),
    );
    let term = json!({"form": "term", "types": ["crossing_open", "goods_aid"]});
    sheet.claim(
        (51, "truce_term"),
        &stories[1],
        "المعابر",
        &json!({"body": term, "group": "60"}),
    );
    sheet.group(
        (60, "truce"),
        &json!({"class": "truce", "agreement": "unknown", "purpose": "unknown",
                "announced": "2017-12-01", "duration": "P1M", "state": "reported", "sequence": 2,
                "names": {"ar": "هدنة الحسكة", "en": "Hasaka truce"},
                "planned_end": {"on": "2018-01-01", "is_stated": false, "is_start_assumed": true,
                                "claim": "50"}}),
    );
    test.take_record(&sheet.file(&head)).await.unwrap();
    let calendar = test.file_of_record("truces.ics").await;
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    for line in [
        "UID:truce-60@paper.example",
        "SEQUENCE:2",
        "DTSTART;VALUE=DATE:20171201",
        "DTEND;VALUE=DATE:20180102",
        "STATUS:TENTATIVE",
        "SUMMARY:Hasaka truce",
        "TRIGGER;RELATED=END:-P4D",
        "DUE;VALUE=DATE:20180101",
        "STATUS:NEEDS-ACTION",
    ] {
        assert!(
            unfolded.contains(&format!("{line}\r\n")),
            "{line}: {unfolded}"
        );
    }
    let rows = test.rows_of("truces.csv").await;
    assert_eq!(
        cell(&rows[0], "planned_end_basis"),
        "computed_from_announcement"
    );
    let rows = test.rows_of("truce_terms.csv").await;
    assert_eq!(cell(&rows[0], "types"), "crossing_open; goods_aid");
}

#[tokio::test]
async fn tables_come_as_workbooks_too_and_a_file_that_did_not_change_is_not_sent_again() {
    let test = events().await;
    let book = test.get("/ar/record/files/acled-like.xlsx").await;
    assert!(book.body.starts_with(b"PK\x03\x04"));
    assert!(
        book.header("content-disposition")
            .contains("acled-like.xlsx")
    );
    let csv = test.get("/en/record/export.csv").await;
    let known = [("if-none-match", csv.header("etag"))];
    let again = test
        .ask(http::Method::GET, "/en/record/export.csv", &known)
        .await;
    assert_eq!((csv.status.as_u16(), again.status.as_u16()), (200, 304));
    let columns = test.file_of_record("figures.csv-metadata.json").await;
    let columns: Value = serde_json::from_str(&columns).unwrap();
    assert_eq!(columns["dc:description"], "count rule: range");
}

#[tokio::test]
async fn the_api_gives_the_record_page_by_page() {
    let test = events().await;
    let get = async |address: &str| -> Value {
        let answer = test.get(address).await;
        assert_eq!(answer.status, 200, "{address}");
        serde_json::from_slice(&answer.body).unwrap()
    };
    for (list, count) in [
        ("claims", 11),
        ("events", 6),
        ("figures", 1),
        ("truces", 0),
        ("control", 3),
        ("talks", 0),
        ("places", 1),
        ("actors", 2),
        ("sources", 1),
        ("claims?kind=control_change", 3),
        ("claims?lang=ar", 1),
        ("claims?part=11", 0),
        ("claims?from=2018-01-01", 0),
        ("events?after=104", 1),
    ] {
        let found = get(&format!("/api/v1/record/{list}")).await;
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{list}");
        assert!(found["next"].is_null());
    }
    for address in [
        "claims?kind=wish",
        "claims?from=soon",
        "events?after=x",
        "claims?lang=fr",
    ] {
        assert_eq!(
            test.get(&format!("/api/v1/record/{address}")).await.status,
            400
        );
    }
    assert_eq!(test.get("/api/v1/record/wishes").await.status, 404);
}
