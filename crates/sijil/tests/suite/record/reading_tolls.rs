//! Competing figures as readers see them: side by side, never added up, drawn as the table has them.

use serde_json::{Value, json};

use super::reading::{between, rows, with_record, words};
use super::sample::Story;
use super::sheet::{Sheet, at, on, toll};
use crate::support::TestNewsroom;

const TOLL: &str = "/en/record/tolls/110/";

/// A figure's count: by whom, said on which day.
fn counted(by: i64, said: &str, mut body: Value, qualifier: &str) -> Value {
    body["qualifier"] = json!(qualifier);
    body["scope"] = json!("period_total");
    json!({"body": body, "group": "110",
           "attribution": [{"source": by.to_string(), "text": "they", "stance": "says",
                            "said_on": said}]})
}

fn with(mut claim: Value, more: &[(&str, Value)]) -> Value {
    for (key, value) in more {
        claim[*key] = value.clone();
    }
    claim
}

/// An event of one claim.
fn alone(sheet: &mut Sheet, story: &Story) {
    let claim = json!({"body": toll("killed", Some(3), Some(3), ""), "group": "111",
                       "when": on("2017-11-08", "day")});
    sheet.claim((1110, "casualty"), story, "Three were killed", &claim);
    sheet.group((111, "event"), &json!({"when": on("2017-11-08", "day")}));
}

/// Five claims of one figure by four counters, and a figure of one claim.
async fn figures() -> TestNewsroom {
    with_record(|sheet, stories| {
        let counters = ["The coalition", "The monitor", "The ministry", "The teams"];
        for (id, name) in (10..).zip(counters) {
            sheet.source(id, name, false);
        }
        sheet.place(30, "Hasaka", false);
        let story = &stories[0];
        let killed = |low, high, vague| toll("killed", low, high, vague);
        let period = json!({"start": "2014-08-01", "end": "2017-10-31", "precision": "month",
                            "calendar": "gregorian", "basis": "explicit"});
        let claims = [
            (
                1102,
                11,
                "2017-12-01",
                killed(Some(5961), None, ""),
                "at_least",
            ),
            (
                1100,
                10,
                "2017-11-30",
                killed(Some(801), None, ""),
                "at_least",
            ),
            (1103, 12, "2017-12-03", killed(None, Some(900), ""), "up_to"),
            (
                1104,
                13,
                "2017-12-04",
                killed(None, None, "hundreds"),
                "vague",
            ),
        ];
        for (id, by, said, body, qualifier) in claims {
            let mut claim = counted(by, said, body, qualifier);
            if id == 1100 {
                claim = with(
                    claim,
                    &[("when", period.clone()), ("places", at(30, "adm1"))],
                );
            }
            sheet.claim(
                (id, "casualty"),
                story,
                &format!("They counted {id}"),
                &claim,
            );
        }
        let again = counted(10, "2017-11-30", killed(Some(800), None, ""), "at_least");
        let again = with(again, &[("restates", json!("1100"))]);
        sheet.claim((1101, "casualty"), story, "At least 800, they said", &again);
        let group = json!({"harm": "killed", "victim_status": "civilian", "when": period,
                           "places": at(30, "adm1")});
        sheet.group((110, "figure"), &group);
        alone(sheet, story);
    })
    .await
}

#[tokio::test]
async fn each_counter_has_a_row_in_the_order_of_what_was_said_and_nothing_is_added_up() {
    let test = figures().await;
    let page = test.page(TOLL).await;
    let table = rows(&page);
    let firsts: Vec<&str> = table.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        firsts,
        ["at least 801", "at least 5,961", "up to 900", "“hundreds”"]
    );
    let second = &table[1];
    assert!(second[1].starts_with("The monitor"), "{second:?}");
    assert_eq!(
        second[3..5],
        ["not stated by this counter", "not stated by this counter"]
    );
    assert!(table[0][3].contains("August 2014"), "{:?}", table[0]);
    let folded = between(&page, "<details class=\"toll__again\">", "</details>");
    assert!(words(folded).contains("at least 800"), "{folded}");
    assert_eq!(
        page.matches("at least 800").count(),
        1,
        "a repeat counts once"
    );
    assert!(page.contains("801 to 5,961"));
    for total in ["6,762", "7,662", "7,562", "3,381", "8,462"] {
        assert!(!page.contains(total), "{total} is a sum or a mean");
    }
    let arabic = test.page("/ar/record/tolls/110/").await;
    assert!(arabic.contains("٥٬٩٦١"), "{arabic}");
}

#[tokio::test]
async fn the_drawing_has_each_number_of_the_table_and_the_greatest_stands_highest() {
    let test = figures().await;
    let page = test.page(TOLL).await;
    let drawing = between(&page, "<svg class=\"chart__drawing\"", "</svg>");
    let marks: Vec<(f64, f64, String)> = drawing
        .split("class=\"mark__shape\" transform=\"translate(")
        .skip(1)
        .map(|mark| {
            let (x, y) = mark.split(')').next().unwrap().split_once(' ').unwrap();
            let about = between(mark, "<title>", "</title>").to_owned();
            (x.parse().unwrap(), y.parse().unwrap(), about)
        })
        .collect();
    let about: Vec<&str> = marks.iter().map(|(_, _, about)| about.as_str()).collect();
    assert_eq!(
        about,
        [
            "The coalition, at least 801, 30 November 2017",
            "The monitor, at least 5,961, 1 December 2017",
            "The ministry, up to 900, 3 December 2017",
        ],
        "every number of the table, and no other"
    );
    assert!(
        marks.windows(2).all(|two| two[0].0 < two[1].0),
        "days go on: {marks:?}"
    );
    let heights: Vec<f64> = marks.iter().map(|(_, y, _)| *y).collect();
    assert!(
        heights[1] < heights[2] && heights[2] < heights[0],
        "{heights:?}"
    );
    let legend = words(between(&page, "<ul class=\"legend\">", "</ul>"));
    assert_eq!(legend, "The coalition The monitor The ministry");
    let alone = test.page("/en/record/tolls/111/").await;
    assert!(
        !alone.contains("chart__drawing"),
        "one figure does not move"
    );
}

#[tokio::test]
async fn two_figures_are_compared_and_the_counting_rule_is_said() {
    let test = figures().await;
    let compared = test.page(&format!("{TOLL}?one=1100&other=1102")).await;
    let compared = words(between(&compared, "role=\"status\"", "</p>"));
    assert!(compared.contains("difference is 5,160"), "{compared}");
    assert!(compared.contains("7.4 times"), "{compared}");
    let unknown = test.page(&format!("{TOLL}?one=1100&other=1110")).await;
    assert!(!unknown.contains("difference is"), "of another toll");
    assert!(test.page(TOLL).await.contains("/en/record/method/"));
    let method = test.page("/en/record/method/").await;
    let exams = rows(&method);
    let victims = exams
        .iter()
        .find(|row| row[0].starts_with("Victims"))
        .unwrap();
    assert!(victims[1].starts_with("100 news stories"), "{victims:?}");
    assert!(victims[2].contains("(aim: at least 58.0%)"), "{victims:?}");
    assert!(
        method.contains("As a range, from the lowest to the highest"),
        "{method}"
    );
    let list = words(&test.page("/en/record/tolls/").await);
    assert!(list.contains("801 to 5,961 4 figures"), "{list}");
    assert_eq!(
        test.get("/en/record/tolls/1100/").await.status,
        404,
        "a claim is no toll"
    );
}
