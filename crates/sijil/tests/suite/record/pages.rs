//! What readers see of the record.

use sijil::ledger::Hand;
use sijil::record::ClaimId;
use sijil::record::decisions;
use sijil_record::suggest::Kind;

use super::is_of;
use crate::support::{Draft, TestNewsroom};

const STORY: &str = "/en/2026/11/08/strike-on-aleppo/";
const BODY: &str = "<p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, \
                    the Syrian Observatory for Human Rights said.</p>";

/// A newsroom with one confirmed claim.
async fn with_a_claim() -> (TestNewsroom, ClaimId) {
    let test = TestNewsroom::open().await;
    let story = test.publish(Draft::english("Strike on Aleppo", BODY)).await;
    let claims = test.confirms(story, is_of(Kind::Casualty)).await;
    let claim = *claims.first().expect("a toll is suggested");
    test.eventually("the menu names the record", async || {
        test.get(STORY)
            .await
            .text()
            .contains(&format!("/en/record/claims/{claim}/"))
    })
    .await;
    (test, claim)
}

#[tokio::test]
async fn a_claim_is_shown_with_its_sentence_its_source_and_its_story() {
    let (test, claim) = with_a_claim().await;
    for (address, wanted) in [
        ("/en/record/", "At least 12 killed in Aleppo"),
        ("/ar/record/", "١٢ قتيلًا على الأقل في حلب"),
        (
            "/en/record/?kind=casualty&place=aleppo",
            "At least 12 killed",
        ),
        ("/ar/record/?place=حلب&until=2026-12-01", "١٢ قتيلًا"),
        ("/en/record/?kind=truce", "No claim answers"),
        (
            "/en/record/?actor=nobody+at+all",
            "Nothing in the record is called",
        ),
    ] {
        let page = test.get(&sijil::web::urls::encoded(address)).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains(wanted), "{address}: {}", page.text());
    }
    let page = test
        .get(&format!("/ar/record/claims/{claim}/"))
        .await
        .text();
    for wanted in [
        "<blockquote class=\"claim__quote\" lang=\"en\" dir=\"ltr\">",
        "At least 12 civilians were killed",
        "المرصد السوري",
        "#text:~:text=At%20least%2012",
    ] {
        assert!(page.contains(wanted), "{wanted}: {page}");
    }
    let story = test.get(STORY).await.text();
    assert!(story.contains("\"@type\":\"Claim\""), "{story}");
}

#[tokio::test]
async fn a_claim_that_was_taken_back_leaves_a_notice_and_one_that_is_withheld_leaves_nothing() {
    let (test, claim) = with_a_claim().await;
    let address = format!("/en/record/claims/{claim}/");
    let app = test.app.clone();
    test.writes(move |tx| {
        let hand = Hand {
            by: None,
            at: app.now(),
            ids: &app.ids,
        };
        decisions::retract(tx, &hand, claim, "the hospital counted twice")
    })
    .await;
    let gone = test.get(&address).await;
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("the hospital counted twice"));
    assert!(!gone.text().contains("12 civilians"));
    let app = test.app.clone();
    test.writes(move |tx| {
        let hand = Hand {
            by: None,
            at: app.now(),
            ids: &app.ids,
        };
        decisions::withhold(tx, &hand, (claim.0, true), "")
    })
    .await;
    assert_eq!(test.get(&address).await.status, 404);
    assert_eq!(test.get("/en/record/claims/1/").await.status, 404);
}
