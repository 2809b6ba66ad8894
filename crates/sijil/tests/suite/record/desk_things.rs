//! What comes after a claim is confirmed: it is put right, taken back or withheld; sources are named,
//! and groups graded.

use http::StatusCode;
use sijil::record::objects::{self, ObjectKind, Source};
use sijil::record::{ClaimId, groups};
use sijil::staff::{Reach, Role};
use sijil_record::suggest::Kind;
use sijil_text::Lang;

use super::desk::{form, set};
use super::is_of;
use crate::support::{Draft, SignedIn, TestNewsroom};

const ENGLISH: &str = "<p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, \
                       the Syrian Observatory for Human Rights said.</p>";

async fn confirmed(test: &TestNewsroom) -> (SignedIn, ClaimId) {
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let claims = test.confirms(story, is_of(Kind::Casualty)).await;
    (layla, *claims.first().expect("there is a toll"))
}

#[tokio::test]
async fn a_claim_is_put_right_with_a_reason_and_says_all_it_ever_said() {
    let test = TestNewsroom::open().await;
    let (layla, id) = confirmed(&test).await;
    let address = format!("/desk/record/claims/{id}");
    let mut fields = form(&test.get_as(&layla, &address).await.text());
    set(&mut fields, "low", "15");
    let send = async |fields: &[(String, String)]| {
        let pairs: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        test.post_as(&layla, &format!("{address}/correction"), &pairs)
            .await
    };
    let answer = send(&fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "no reason");
    assert!(
        answer.text().contains("value=\"15\""),
        "what was typed stays"
    );
    set(&mut fields, "reason", "The hospital counted again.");
    assert_eq!(send(&fields).await.status, StatusCode::SEE_OTHER);
    let page = test.get_as(&layla, &address).await.text();
    for wanted in ["15 killed", "12 killed", "The hospital counted again."] {
        assert!(page.contains(wanted), "{wanted} is not on {page}");
    }
    assert_eq!(test.public_claims().await.len(), 1);
}

#[tokio::test]
async fn a_claim_is_withheld_moved_and_taken_back_only_with_a_reason() {
    let test = TestNewsroom::open().await;
    let (layla, id) = confirmed(&test).await;
    let address = format!("/desk/record/claims/{id}/deeds");
    let deed = async |deed: &str, reason: &str| {
        let fields = [("do", deed), ("reason", reason)];
        test.post_as(&layla, &address, &fields).await.status
    };
    assert_eq!(deed("withhold", "a threat").await, StatusCode::SEE_OTHER);
    assert_eq!(test.public_claims().await, []);
    assert_eq!(deed("show", "").await, StatusCode::SEE_OTHER);
    let group = test.public_claims().await.first().unwrap().group;
    assert_eq!(deed("move", "").await, StatusCode::SEE_OTHER);
    assert_ne!(test.public_claims().await.first().unwrap().group, group);
    assert_eq!(deed("retract", "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        deed("retract", "It was a drill.").await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(test.public_claims().await, []);
}

#[tokio::test]
async fn a_source_is_found_by_any_name_and_a_group_is_graded_with_reasons() {
    let test = TestNewsroom::open().await;
    let (layla, _) = confirmed(&test).await;
    let list = async |words: &str| {
        let address = format!("/desk/record/sources/?words={words}");
        test.get_as(&layla, &address).await.text()
    };
    assert!(
        list("")
            .await
            .contains("Syrian Observatory for Human Rights")
    );
    assert!(list("zaman").await.contains("Nothing here yet"));
    let claim = test.public_claims().await.remove(0);
    let id = claim.attribution.first().unwrap().source.unwrap().0;
    let fields = [
        ("name_ar", "المرصد السوري"),
        ("name_en", "The Observatory"),
        ("aliases", "Zaman's monitor"),
        ("kind", "monitor_ngo"),
        ("scale", "national"),
    ];
    let address = format!("/desk/record/things/{id}/words");
    assert_eq!(
        test.post_as(&layla, &address, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(list("zaman").await.contains("The Observatory"));
    let kept: Source = test
        .writes(move |tx| Ok(objects::with_id(tx, ObjectKind::Source, id)?.unwrap()))
        .await;
    assert_eq!(kept.dictionary, "sohr", "what the form does not show stays");

    let group = claim.group.unwrap();
    let address = format!("/desk/record/groups/{group}/words");
    let typed = [
        ("grade", "fair"),
        ("reason_en", "Two sources"),
        ("name_en", "Aleppo"),
    ];
    let answer = test.post_as(&layla, &address, &typed).await;
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "no Arabic reason"
    );
    let typed = [typed.as_slice(), &[("reason_ar", "مصدران")]].concat();
    let answer = test.post_as(&layla, &address, &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let kept = test
        .writes(move |tx| groups::group(tx, group))
        .await
        .unwrap();
    assert_eq!(kept.names.en, "Aleppo");
}

#[tokio::test]
async fn an_editor_with_limits_changes_only_groups_whose_claims_are_all_theirs() {
    let test = TestNewsroom::open().await;
    let (layla, _) = confirmed(&test).await;
    let group = test.public_claims().await.remove(0).group.unwrap();
    let address = format!("/desk/record/groups/{group}");
    let save = async || {
        let typed = [("name_en", "Aleppo")];
        test.post_as(&layla, &format!("{address}/words"), &typed)
            .await
    };
    test.limit(layla.id, Reach::to(&[Lang::Ar], &[])).await;
    let page = test.get_as(&layla, &address).await.text();
    assert!(page.contains("outside your languages"), "{page}");
    assert!(
        !page.contains("/desk/record/claims/"),
        "no way to a story that is not theirs"
    );
    assert!(!page.contains("name=\"reason\""), "nothing to save with");
    let refused = save().await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("outside your languages"));
    let kept = test.writes(move |tx| groups::group(tx, group)).await;
    assert_eq!(kept.unwrap().names.en, "");
    test.limit(layla.id, Reach::to(&[Lang::En], &[])).await;
    assert_eq!(save().await.status, StatusCode::SEE_OTHER);
}
