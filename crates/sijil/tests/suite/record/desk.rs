//! The record's desk: its queue, a story with its suggestions, and what an editor decides there.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::record::Status;
use sijil::record::claims::Body;
use sijil::staff::Role;

use crate::support::{Draft, SignedIn, TestNewsroom};

const ENGLISH: &str = "<p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, \
                       the Syrian Observatory for Human Rights said.</p>\
                       <p>Two 🕊 people were wounded in Homs.</p>";
const ARABIC: &str = "<p>قُتل 12 مدنيًا على الأقل في غارة جوية على حلب يوم الخميس، بحسب المرصد السوري لحقوق الإنسان.</p>";

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

fn plain(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&#34;", "\"")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

/// The fields that a browser would send of the form of a claim.
pub(super) fn form(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once("id=\"claim\"").expect("there is a form");
    let (form, _) = form.split_once("</form>").expect("it ends");
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag, "name").filter(|_| !tag.starts_with("button")) else {
            if let (Some(value), Some(last)) = (attribute(tag, "value"), fields.last_mut()) {
                let (_, chosen): &mut (String, String) = last;
                if tag.starts_with("option") && tag.contains(" selected") {
                    *chosen = plain(value);
                }
            }
            continue;
        };
        let is_off = tag.contains("type=\"checkbox\"") && !tag.contains(" checked");
        if is_off {
            continue;
        }
        let text = tag.split_once('>').map_or("", |(_, text)| text);
        let value = if tag.starts_with("textarea") {
            text
        } else {
            attribute(tag, "value").unwrap_or_default()
        };
        fields.push((name.to_owned(), plain(value)));
    }
    fields
}

pub(super) fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(other, _)| other != name);
    fields.push((name.to_owned(), value.to_owned()));
}

impl TestNewsroom {
    /// Sends a form at a story's page and gives the page that follows.
    async fn decides(
        &self,
        who: &SignedIn,
        (story, deed): (ArticleId, &str),
        fields: &[(String, String)],
    ) -> (StatusCode, String) {
        let pairs: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let address = format!("/desk/record/stories/{story}/{deed}");
        let answer = self.post_as(who, &address, &pairs).await;
        if answer.status != StatusCode::SEE_OTHER {
            return (answer.status, answer.text());
        }
        let onward = answer.header("location").to_owned();
        (answer.status, self.get_as(who, &onward).await.text())
    }
}

#[tokio::test]
async fn a_suggestion_is_confirmed_as_it_stands_and_taken_back_in_both_languages() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    for draft in [
        Draft::english("Strike on Aleppo", ENGLISH),
        Draft::arabic("غارة على حلب", ARABIC),
    ] {
        let story = test.publish(draft).await;
        let address = format!("/desk/record/stories/{story}");
        let page = test.get_as(&layla, &address).await.text();
        let fields = form(&page);
        let before = test.suggested(story).await.len();

        let (status, page) = test.decides(&layla, (story, "confirmation"), &fields).await;

        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        assert!(
            page.contains("Confirmed.") || page.contains("أُكّدت."),
            "{page}"
        );
        let claims = test.public_claims().await;
        let [claim] = claims.as_slice() else {
            panic!("one claim, not {claims:?}");
        };
        assert_eq!(
            claim.status,
            Status::Confirmed,
            "nothing was changed: {fields:?}"
        );
        assert_eq!(test.suggested(story).await.len(), before - 1);

        let mark = fields.iter().find(|(name, _)| name == "mark").cloned();
        let (_, page) = test
            .decides(&layla, (story, "undo"), &[mark.unwrap()])
            .await;
        assert_eq!(test.public_claims().await, []);
        assert_eq!(form(&page).len(), fields.len(), "it waits again");
    }
}

#[tokio::test]
async fn a_wrong_field_keeps_what_was_typed_and_says_where() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let address = format!("/desk/record/stories/{story}");
    let mut fields = form(&test.get_as(&layla, &address).await.text());
    set(&mut fields, "high", "many");
    set(&mut fields, "note_en", "As the hospital counts.");
    let (status, page) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("id=\"high-wrong\"") && page.contains("value=\"many\""),
        "{page}"
    );
    assert!(page.contains("value=\"As the hospital counts.\""), "{page}");

    set(&mut fields, "high", "٣");
    let (status, _) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "three is less than twelve"
    );

    set(&mut fields, "high", "٢٠");
    set(&mut fields, "place0_name", "Kafr Test");
    let (_, page) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert!(
        page.contains("id=\"place0_name-wrong\""),
        "nobody knows that place: {page}"
    );
    set(&mut fields, "place0_lat", "35.5");
    set(&mut fields, "place0_lon", "40.25");
    let (status, page) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let claims = test.public_claims().await;
    let claim = claims.first().unwrap();
    let Body::Casualty(toll) = &claim.body else {
        panic!("a toll, not {:?}", claim.body)
    };
    assert_eq!((toll.low, toll.high), (Some(12), Some(20)));
    assert_eq!((claim.status, claim.places.len()), (Status::Corrected, 1));
}

#[tokio::test]
async fn a_rejected_suggestion_is_gone_and_whoever_comes_second_is_told() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let address = format!("/desk/record/stories/{story}");
    let fields = form(&test.get_as(&layla, &address).await.text());
    let before = test.suggested(story).await.len();
    let (_, page) = test.decides(&layla, (story, "rejection"), &fields).await;
    assert!(page.contains("Rejected."), "{page}");
    assert_eq!(test.suggested(story).await.len(), before - 1);
    let (_, page) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert!(page.contains("Somebody else decided"), "{page}");
    assert_eq!(test.public_claims().await, []);
}

#[tokio::test]
async fn a_missed_claim_is_taken_from_the_words_that_were_chosen() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let text = test
        .sits(story, |_, sitting| Ok(sitting.read.text.text.clone()))
        .await;
    let words = "🕊 people were wounded";
    let start = text.find(words).unwrap();
    let end = start + words.len();
    let address = format!("/desk/record/stories/{story}?kind=attack&start={start}&end={end}");
    let page = test.get_as(&layla, &address).await.text();
    assert!(page.contains(&format!(">{words}</blockquote>")), "{page}");
    let fields = form(&page);
    let (status, page) = test.decides(&layla, (story, "confirmation"), &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let claims = test.public_claims().await;
    assert!(matches!(claims.first().unwrap().body, Body::Attack(_)));
    // Bytes within a letter, or none, are no words.
    for (start, end) in [(start + 1, end), (end, start), (0, 100_000)] {
        let address = format!("/desk/record/stories/{story}?kind=attack&start={start}&end={end}");
        let page = test.get_as(&layla, &address).await.text();
        assert!(!page.contains("found by you"), "{page}");
    }
}

#[tokio::test]
async fn the_queue_shows_what_waits_and_how_long_it_takes() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let queue = async |question: &str| {
        let address = format!("/desk/record/{question}");
        test.get_as(&layla, &address).await.text()
    };
    test.eventually("the story waits", async || {
        queue("").await.contains("Strike on Aleppo")
    })
    .await;
    assert!(queue("").await.contains("Nothing was confirmed yet."));
    let address = format!("/desk/record/stories/{story}");
    let fields = form(&test.get_as(&layla, &address).await.text());
    test.decides(&layla, (story, "confirmation"), &fields).await;
    let page = queue("?words=%D8%AD%D9%84%D8%A8").await;
    assert!(
        page.contains("<th scope=\"row\">Toll</th><td>1</td>"),
        "{page}"
    );
    assert!(
        page.contains("12 killed"),
        "found by its Arabic name: {page}"
    );
}
