//! Nothing that readers may not see is anywhere that readers can ask: every address of the router
//! is asked, so a new one is asked too, or this fails until it can be filled in.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sijil::record::export::{Form, names};

use super::sample::Story;
use super::sheet::{Sheet, at, on, says, toll};
use crate::support::{Draft, TestNewsroom};

/// The table of addresses, as it is written.
const ROUTES: &str = include_str!("../../../src/routes.rs");
/// The parts of it that stand elsewhere.
const PARTS: [(&str, &str); 2] = [
    (
        "record::pages::routes::all",
        include_str!("../../../src/record/pages/routes.rs"),
    ),
    (
        "record::export::pages::routes::readers",
        include_str!("../../../src/record/export/pages/routes.rs"),
    ),
];
/// What each word that readers may not see begins with; they are in no story either.
const SECRET: &str = "zirzamin";
/// A word that they may: the walk sees the record at all.
const PLAIN: &str = "Plainbrook";

fn secret(what: &str) -> String {
    format!("{SECRET}-{what}")
}

fn open_toll() -> Value {
    toll("killed", Some(3), None, "")
}

/// A record in which a secret stands in each place that may be withheld.
fn hidden(head: &str, stories: &[Story], draft: &Story) -> String {
    let mut all = stories.to_vec();
    all.push(draft.clone());
    let mut sheet = Sheet::of(&all);
    named(&mut sheet);
    let open = json!({
        "body": open_toll(), "group": "1100", "when": on("2017-11-08", "day"),
        "places": at(1030, "settlement"), "attribution": says(1010, "monitors"),
    });
    let sentence = "Three were killed in Plainbrook";
    sheet.claim((1200, "casualty"), &stories[0], sentence, &open);
    withheld_parts(&mut sheet, &stories[0]);
    closed_claims(&mut sheet, &stories[0], draft);
    hidden_truce(&mut sheet, draft);
    let group = json!({
        "cause": "air_strike", "when": on("2017-11-08", "day"),
        "places": [{"place": "1030", "role": "happened_at", "precision": "settlement"},
                   {"place": "1032", "role": "happened_at", "precision": "settlement"},
                   {"place": "1031", "role": "happened_at", "precision": "settlement"}],
        "actors": [{"actor": "1022", "role": "target", "text": secret("party")},
                   {"actor": "1021", "role": "perpetrator_known", "text": secret("actor")}],
        "assessments": [{"actor": "1021", "position": "denied"}],
    });
    sheet.group((1100, "event"), &group);
    sheet.put(
        json!({"type": "decision", "id": "1400", "story": stories[0].id.to_string(),
               "mark": secret("mark"), "kind": "casualty", "verdict": "rejected", "claim": null,
               "rules": "", "score": 0.5, "features": "{}", "open_ms": null, "by": null,
               "at": "2017-12-02T00:00:00.000Z", "reason": secret("rejection")}),
        false,
    );
    sheet.file(head)
}

/// Sources, actors and places: one that may be seen, one withheld, one that only hidden claims name.
fn named(sheet: &mut Sheet) {
    sheet.source(1010, PLAIN, false);
    sheet.source(1011, &secret("source"), true);
    sheet.source(1012, &secret("source-of-hidden-claims"), false);
    sheet.actor(1020, "The brigade", 2, false);
    sheet.actor(1021, &secret("actor"), 2, true);
    sheet.actor(1022, &secret("actor-of-hidden-claims"), 2, false);
    sheet.place(1030, PLAIN, false);
    sheet.place(1031, &secret("place"), true);
    sheet.place(1032, &secret("place-of-hidden-claims"), false);
}

/// Claims that are not public, for one reason each, in a group that is.
fn closed_claims(sheet: &mut Sheet, story: &Story, draft: &Story) {
    let more = json!({"body": open_toll(), "group": "1100", "sentence_withheld": true});
    sheet.claim((1203, "casualty"), story, &secret("sentence"), &more);
    let states = [
        "suggested",
        "rejected",
        "superseded",
        "retracted",
        "confirmed",
        "confirmed",
    ];
    for (id, state) in (1300..).zip(states) {
        let (is_withheld, is_in_draft) = (id == 1304, id == 1305);
        // Readers see why a claim was taken back or replaced.
        let is_told = matches!(state, "superseded" | "retracted");
        let reason = if is_told {
            PLAIN.to_owned()
        } else {
            secret("reason")
        };
        let claim = json!({
            "body": {"form": "named_victim", "name": secret("victim"), "name_en": secret("victim"),
                     "occupation": secret("work"), "victim_status": "civilian", "harm": "killed",
                     "minor": true},
            "group": "1100", "places": at(1032, "settlement"), "reason": reason,
            "note_en": secret("note"), "attribution": says(1012, &secret("chain")),
            "actors": [{"actor": "1022", "role": "target", "text": secret("party")}],
            "status": state, "withheld": is_withheld,
        });
        let story = if is_in_draft { draft } else { story };
        sheet.claim(
            (id, "named_victim"),
            story,
            &secret("victim-sentence"),
            &claim,
        );
    }
}

/// Public claims that name a withheld source, actor and place.
fn withheld_parts(sheet: &mut Sheet, story: &Story) {
    let (source, actor) = (format!("{SECRET}-source"), format!("{SECRET}-actor"));
    let place = format!("{SECRET}-place");
    let more = json!({
        "body": {"form": "attack", "cause": "air_strike", "target": format!("{actor} near {place}")},
        "attribution": says(1011, &source), "group": "1100",
        "actors": [{"actor": "1021", "role": "perpetrator_known", "text": actor}],
        "places": [{"place": "1031", "role": "happened_at", "precision": "settlement",
                    "text": place}],
    });
    let sentence = format!("{source} said that {actor} struck {place}");
    sheet.claim((1202, "attack"), story, &sentence, &more);
}

/// A truce of which nothing is public.
fn hidden_truce(sheet: &mut Sheet, draft: &Story) {
    let body = json!({"form": "truce", "event": "announced", "class": "truce",
                      "agreement": "unknown", "purpose": "unknown", "announced": "2017-12-01",
                      "duration": "P1M"});
    let sentence = format!("{SECRET}-truce");
    let more = json!({"body": body, "group": "1101"});
    sheet.claim((1320, "truce"), draft, &sentence, &more);
    let group = json!({"class": "truce", "agreement": "unknown", "purpose": "unknown",
                       "announced": "2017-12-01", "duration": "P1M", "state": "reported",
                       "sequence": 0, "names": {"en": sentence}});
    sheet.group((1101, "truce"), &group);
}

/// Every address that readers can ask, with its parts open.
fn patterns() -> BTreeSet<&'static str> {
    let (_, readers) = ROUTES.split_once("fn readers()").unwrap();
    for merged in readers.split(".merge(").skip(1) {
        let name = merged.split("()").next().unwrap();
        let is_known = readers.contains(&format!("fn {name}()"))
            || PARTS.iter().any(|(part, _)| *part == name);
        assert!(
            is_known,
            "the walk does not see the addresses of {name}: add them"
        );
    }
    let routes = readers.split(".route(").skip(1);
    routes
        .chain(
            PARTS
                .iter()
                .flat_map(|(_, part)| part.split(".route(").skip(1)),
        )
        .map(|route| route.split('"').nth(1).expect("an address is a literal"))
        .collect()
}

/// What a part of an address is filled with.
fn fillings(pattern: &str, part: &str, ids: &[String]) -> Vec<String> {
    let words = |of: &[&str]| of.iter().map(|one| (*one).to_owned()).collect();
    match part {
        "lang" => words(&["en", "ar"]),
        "id" if pattern.contains("/record/") => ids.to_vec(),
        "id" => ids.iter().take(2).cloned().collect(),
        "yyyy" => words(&["2026"]),
        "mm" => words(&["11"]),
        "dd" => words(&["08"]),
        "slug" => words(&["story-0"]),
        "feed" => words(&["feed.atom", "feed.rss", "feed.json"]),
        "kind" => words(&["article"]),
        "act" => words(&["comment"]),
        "month" => words(&["2026-11.xml"]),
        "part" => words(&["pages.xml", "claims-1.xml", "groups-1.xml", "things-1.xml"]),
        "token" | "secret" | "sha256" => words(&["x"]),
        "list" => words(&[
            "claims", "events", "figures", "truces", "control", "talks", "places", "actors",
            "sources",
        ]),
        "file" if pattern.contains("/record/") => {
            let tables = names().into_iter().filter(|name| name.ends_with(".csv"));
            let mut all: Vec<String> = tables.map(|name| format!("{name}-metadata.json")).collect();
            all.extend(names());
            let short = ["ndjson", "csv", "geojson", "ics", "jsonld"];
            all.extend(short.map(|form| format!("export.{form}")));
            all.push("claims.atom".to_owned());
            all
        }
        "file" => words(&["x"]),
        other => panic!("{pattern} has a part {other} that this walk cannot fill in: add it"),
    }
}

/// Every address with its parts filled in, in both editions.
fn addresses(ids: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for pattern in patterns() {
        let mut filled = vec![String::new()];
        for (number, piece) in pattern.split(['{', '}']).enumerate() {
            let fill = match number % 2 {
                0 => vec![piece.to_owned()],
                _ => fillings(pattern, piece, ids),
            };
            filled = filled
                .iter()
                .flat_map(|begun| fill.iter().map(move |piece| format!("{begun}{piece}")))
                .collect();
        }
        if pattern.starts_with("/{lang}/") {
            let text = |address: &String| address.replacen("/en/", "/en/text/", 1);
            let in_text: Vec<String> = filled.iter().map(text).collect();
            all.extend(
                in_text
                    .into_iter()
                    .filter(|address| address.contains("/text/")),
            );
        }
        all.extend(filled);
    }
    all
}

/// The body as a reader reads it: a workbook is unpacked.
fn readable(address: &str, body: &[u8]) -> String {
    if !address.ends_with(".xlsx") {
        return String::from_utf8_lossy(body).into_owned();
    }
    let mut text = String::new();
    for part in body
        .windows(4)
        .enumerate()
        .filter(|(_, bytes)| **bytes == *b"PK\x03\x04")
    {
        let begin = part.0;
        let short =
            |at: usize| usize::from(u16::from_le_bytes([body[begin + at], body[begin + at + 1]]));
        let data = &body[begin + 30 + short(26) + short(28)..];
        let mut unpacked = Vec::new();
        let mut inflater = flate2::read::DeflateDecoder::new(data);
        std::io::Read::read_to_end(&mut inflater, &mut unpacked).unwrap();
        text.push_str(&String::from_utf8(unpacked).unwrap());
    }
    text
}

/// Asks every address.
async fn tells_no_secret(test: &TestNewsroom, ids: &[String]) {
    let (mut asked, mut plain) = (0, 0);
    for address in addresses(ids) {
        let answer = test.get(&address).await;
        assert!(answer.status.as_u16() < 500, "{address}: {}", answer.status);
        let text = readable(&address, &answer.body);
        let found = text
            .find(SECRET)
            .map(|at| text.get(at.saturating_sub(200)..).unwrap_or(&text));
        assert!(
            found.is_none(),
            "{address} tells {}",
            found.unwrap_or_default()
        );
        asked += 1;
        plain += usize::from(text.contains(PLAIN));
    }
    assert!(
        asked > 200 && plain > 15,
        "{plain} of {asked} addresses show the record"
    );
}

/// The record's sitemaps name the pages that there are, and no other.
async fn leads_only_to_what_is_public(test: &TestNewsroom) {
    let index = test.get("/sitemap.xml").await.text();
    let mut named = Vec::new();
    for part in ["pages", "claims-1", "groups-1", "things-1"] {
        let address = format!("/sitemaps/record/{part}.xml");
        assert!(index.contains(&format!("<loc>https://paper.example{address}</loc>")));
        let map = test.get(&address).await.text();
        let found = map.split("<loc>https://paper.example").skip(1);
        named.extend(found.map(|rest| rest.split("</loc>").next().unwrap().to_owned()));
    }
    for address in &named {
        assert_eq!(test.get(address).await.status, 200, "{address}");
    }
    named.retain(|address| address.starts_with("/en/record/"));
    named.sort();
    let things = ["actors", "claims", "places", "sources", "tolls"];
    let ids = |list: &str| -> Vec<&str> {
        let beginning = format!("/en/record/{list}/");
        let of_list = named.iter().filter_map(|one| one.strip_prefix(&beginning));
        of_list.filter(|id| !id.is_empty()).collect()
    };
    let wanted: [&[&str]; 5] = [
        &[],
        &["1200/", "1202/", "1203/"],
        &["1030/"],
        &["1010/"],
        &["1100/"],
    ];
    for (list, wanted) in things.into_iter().zip(wanted) {
        assert_eq!(ids(list), wanted, "{list}");
    }
    assert_eq!(test.get("/sitemaps/record/claims-2.xml").await.status, 404);
    assert_eq!(test.get("/sitemaps/record/claims-0.xml").await.status, 404);
}

#[tokio::test]
async fn nothing_withheld_stands_at_any_address_of_the_site() {
    let test = TestNewsroom::open().await;
    let head = test.record(Form::Own).await;
    let stories = test.sample_stories().await;
    let draft = test
        .draft(Draft::english("A draft", "<p>It rained.</p>"))
        .await;
    let draft = Story {
        id: draft.0,
        lang: "en",
        day: String::new(),
        slug: "a-draft".to_owned(),
    };
    test.take_record(&hidden(&head, &stories, &draft))
        .await
        .unwrap();
    let own = test.record(Form::Own).await;
    assert!(
        own.matches(SECRET).count() > 40,
        "the newsroom's own file has everything"
    );
    let mut ids: BTreeSet<String> = own
        .lines()
        .filter_map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["id"]
                .as_str()
                .map(str::to_owned)
        })
        .collect();
    ids.insert("1".to_owned());
    let ids: Vec<String> = ids.into_iter().collect();

    tells_no_secret(&test, &ids).await;
    for question in [
        "q=zirzamin",
        "part=1011",
        "part=1021",
        "part=1031",
        "part=1022",
        "part=1032",
    ] {
        let answer = test.get(&format!("/api/v1/record/claims?{question}")).await;
        assert!(
            answer.text().starts_with("{\"items\":[],"),
            "{question}: {}",
            answer.text()
        );
    }
    leads_only_to_what_is_public(&test).await;
    let found = test.get("/api/v1/search?q=zirzamin").await;
    assert!(found.text().contains("\"total\":0"), "{}", found.text());
}
