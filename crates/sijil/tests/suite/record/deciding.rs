//! What an editor decides, and what readers then see.

use sijil::db::DbError;
use sijil::record::anchors::{self, Role};
use sijil::record::claims::{self, Asked, Body};
use sijil::record::decisions::{self, Made};
use sijil::record::disclosed::Disclosure;
use sijil::record::objects::{self, ObjectKind};
use sijil::record::suggestions::{self, draft};
use sijil::record::{Status, groups};
use sijil_record::suggest::Kind;

use super::{at, is_of};
use crate::support::{Draft, NOW, TestNewsroom};

const ENGLISH: &str = "<p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, \
                       the Syrian Observatory for Human Rights said.</p><p>It rained.</p>";
/// The same after another sentence.
const MOVED: &str = "<p>A sentence before it.</p><p>At least 12 civilians were killed in an air \
                     strike on Aleppo on Thursday, the Syrian Observatory for Human Rights \
                     said.</p><p>It rained.</p>";
const ARABIC: &str = "<p>قُتل 12 مدنيًا على الأقل في غارة جوية على حلب يوم الخميس، بحسب المرصد السوري لحقوق الإنسان.</p>";

#[tokio::test]
async fn a_suggestion_becomes_a_claim_only_when_an_editor_confirms_it() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    assert_eq!(test.public_claims().await, []);
    assert_eq!(test.suggested(story).await.len(), 1);
    test.eventually("the queue counts it", async || {
        let waiting = test
            .writes(|tx| suggestions::waiting(tx, (i64::MAX, i64::MAX), 10))
            .await;
        waiting
            .first()
            .is_some_and(|one| one.article == story && one.waiting == 1)
    })
    .await;

    test.confirms(story, is_of(Kind::Casualty)).await;

    let claims = test.public_claims().await;
    let [claim] = claims.as_slice() else {
        panic!("one claim, not {claims:?}");
    };
    let Body::Casualty(toll) = &claim.body else {
        panic!("a toll, not {:?}", claim.body);
    };
    assert_eq!((toll.low, toll.high), (Some(12), None));
    assert_eq!(claim.status, Status::Confirmed);
    assert!(claim.group.is_some(), "an incident opens an event");
    assert_eq!(test.suggested(story).await, []);

    let place = claim.places.first().unwrap().place;
    let named: objects::Place = test
        .writes(move |tx| Ok(objects::with_id(tx, ObjectKind::Place, place.0)?.unwrap()))
        .await;
    assert_eq!(
        (named.names.en.as_str(), named.names.ar.as_str()),
        ("Aleppo", "حلب")
    );
    let source = claim
        .attribution
        .first()
        .and_then(|link| link.source)
        .unwrap();
    let said: objects::Source = test
        .writes(move |tx| Ok(objects::with_id(tx, ObjectKind::Source, source.0)?.unwrap()))
        .await;
    assert_eq!(said.dictionary, "sohr");
}

#[tokio::test]
async fn arabic_and_english_stories_name_the_same_place_and_source() {
    let test = TestNewsroom::open().await;
    let english = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let arabic = test.publish(Draft::arabic("غارة على حلب", ARABIC)).await;
    for story in [english, arabic] {
        test.confirms(story, is_of(Kind::Casualty)).await;
    }
    let claims = test.public_claims().await;
    assert_eq!(claims.len(), 2);
    assert_eq!(claims[0].places[0].place, claims[1].places[0].place);
    assert_eq!(
        claims[0].attribution[0].source,
        claims[1].attribution[0].source
    );
    let found = test
        .writes(|tx| {
            let asked = Asked {
                words: sijil_text::fold("حلب"),
                ..Asked::default()
            };
            claims::public(tx, &asked, (i64::MAX, i64::MAX), 10)
        })
        .await;
    assert_eq!(found.len(), 2, "both are found by the Arabic name");

    let questions = test.writes(|tx| groups::questions(tx, 10)).await;
    let [question] = questions.as_slice() else {
        panic!("one question, not {questions:?}");
    };
    let (claim, group) = (question.claim.id, question.group.id);
    test.sits(arabic, move |tx, sitting| {
        groups::join(tx, sitting.hand, claim, group, "same")
    })
    .await;
    assert_eq!(test.writes(|tx| groups::questions(tx, 10)).await, []);
    let events = test
        .writes(|tx| groups::public_of_kind(tx, ObjectKind::Event, 0.into(), 10))
        .await;
    assert_eq!(
        events.len(),
        1,
        "the group that was left has no claim and is not shown"
    );
    let together = test
        .writes(move |tx| claims::public_of_group(tx, group))
        .await;
    assert_eq!(
        together.len(),
        2,
        "claims are shown side by side, never added up"
    );
}

#[tokio::test]
async fn a_rejected_suggestion_comes_back_only_with_another_sentence() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    test.sits(story, |tx, sitting| {
        for proposed in suggestions::open(tx, sitting.read, sitting.tools)? {
            let draft = draft(&proposed.suggestion);
            let made = Made {
                draft: &draft,
                of: Some((&proposed.mark, &proposed.suggestion)),
                opened_at: None,
                reason: "an old strike",
            };
            decisions::reject(tx, sitting, &made)?;
        }
        Ok(())
    })
    .await;
    assert_eq!(test.suggested(story).await, []);
    assert_eq!(test.public_claims().await, []);

    test.edit(story, Draft::english("Strike on Aleppo", "<p>A new lead.</p><p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, the Syrian Observatory for Human Rights said.</p>")).await;
    test.publish_again(story, NOW, None).await.unwrap();
    assert_eq!(test.suggested(story).await, [], "the sentence is the same");

    test.edit(story, Draft::english("Strike on Aleppo", "<p>At least 14 civilians were killed in an air strike on Aleppo on Thursday, the Syrian Observatory for Human Rights said.</p>")).await;
    test.publish_again(story, NOW, None).await.unwrap();
    assert_eq!(test.suggested(story).await.len(), 1);
}

#[tokio::test]
async fn a_decision_can_be_taken_back() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let mark = test.suggested(story).await.remove(0).mark;
    test.confirms(story, |_| true).await;
    let undone = test
        .sits(story, move |tx, sitting| {
            let first = decisions::undo(tx, sitting, &mark)?;
            Ok((first, decisions::undo(tx, sitting, &mark)?))
        })
        .await;
    assert_eq!(undone, (true, false));
    assert_eq!(test.public_claims().await, []);
    assert_eq!(test.suggested(story).await.len(), 1, "it waits again");
}

#[tokio::test]
async fn a_claim_stands_on_its_words_wherever_an_edit_moves_them() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let claim = test.confirms(story, |_| true).await.remove(0);
    let sentence = async || {
        test.sits(story, move |tx, sitting| {
            let anchors = anchors::of_claim(tx, claim)?;
            let found = anchors
                .into_iter()
                .find(|anchor| anchor.role == Role::Claim)
                .unwrap();
            let words = at(sitting.read, found.start, found.end).to_owned();
            Ok((found.is_lost, found.revision, words == found.exact))
        })
        .await
    };
    assert_eq!(sentence().await, (false, 1, true));

    test.edit(story, Draft::english("Strike on Aleppo", MOVED))
        .await;
    test.publish_again(story, NOW, None).await.unwrap();
    test.eventually("the claim is found again", async || {
        sentence().await == (false, 2, true)
    })
    .await;

    test.edit(
        story,
        Draft::english("Strike on Aleppo", "<p>Nothing of that is left.</p>"),
    )
    .await;
    test.publish_again(story, NOW, None).await.unwrap();
    test.eventually("the claim is lost", async || sentence().await.0)
        .await;
    let lost = test.writes(|tx| anchors::lost_articles(tx, 10)).await;
    assert_eq!(lost, [(story, 1)]);
    assert_eq!(
        test.public_claims().await.len(),
        1,
        "it stays public with its old text"
    );
}

#[tokio::test]
async fn what_is_withheld_retracted_or_in_a_draft_is_seen_by_no_reader() {
    let test = TestNewsroom::open().await;
    let story = test
        .draft(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    let claim = test.confirms(story, |_| true).await.remove(0);
    assert_eq!(test.public_claims().await, [], "its story is a draft");
    test.publish_again(story, NOW, None).await.unwrap();
    assert_eq!(test.public_claims().await.len(), 1);

    let withhold = async |is_withheld: bool| {
        test.sits(story, move |tx, sitting| {
            decisions::withhold(tx, sitting.hand, (claim.0, is_withheld), "for their safety")
        })
        .await;
    };
    withhold(true).await;
    assert_eq!(test.public_claims().await, []);
    let (one, group, anchored) = test
        .writes(move |tx| {
            let listed = claims::claim(tx, claim)?.unwrap();
            let group = groups::public_with_id(tx, ObjectKind::Event, listed.claim.group.unwrap())?;
            let anchored = anchors::public_of_article(tx, story)?;
            Ok::<_, DbError>((claims::public_with_id(tx, claim)?, group, anchored))
        })
        .await;
    assert_eq!((one, group, anchored), (None, None, vec![]));
    withhold(false).await;
    assert_eq!(test.public_claims().await.len(), 1);

    test.sits(story, move |tx, sitting| {
        decisions::retract(tx, sitting.hand, claim, "it was another town")
    })
    .await;
    assert_eq!(test.public_claims().await, []);
    let listed = test
        .writes(move |tx| Ok(claims::claim(tx, claim)?.unwrap()))
        .await;
    assert_eq!(listed.claim.status, Status::Retracted);
    let versions = test.writes(move |tx| objects::versions(tx, claim.0)).await;
    assert!(versions.len() >= 3, "nothing is overwritten: {versions:?}");
}

#[tokio::test]
async fn a_withheld_source_is_named_nowhere_and_found_by_nobody() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft::english("Strike on Aleppo", ENGLISH))
        .await;
    test.confirms(story, |_| true).await;
    let before = test.public_claims().await.remove(0);
    let source = before.attribution[0].source.unwrap();
    test.sits(story, move |tx, sitting| {
        decisions::withhold(tx, sitting.hand, (source.0, true), "for their safety")
    })
    .await;
    let (shown, by_name, by_source) = test
        .writes(move |tx| {
            let claim = claims::public_with_id(tx, before.id)?.unwrap();
            let shown = Disclosure::default().claim(tx, &claim)?;
            let all = (i64::MAX, i64::MAX);
            let words = sijil_text::fold("Syrian Observatory");
            let named = Asked {
                words,
                ..Asked::default()
            };
            let part = Asked {
                part: source.0,
                ..Asked::default()
            };
            Ok((
                shown,
                claims::public(tx, &named, all, 10)?,
                claims::public(tx, &part, all, 10)?,
            ))
        })
        .await;
    assert!(shown.claim.attribution[0].is_undisclosed);
    let everything = format!("{shown:?}");
    assert!(!everything.contains("Observatory"), "{everything}");
    assert!(shown.sentence().unwrap().exact.contains("12 civilians"));
    assert_eq!((by_name, by_source), (vec![], vec![]));
}
