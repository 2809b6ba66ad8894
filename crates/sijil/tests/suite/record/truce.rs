//! A truce, from the first report to the agreement's own words.

use sijil::db::UtcMillis;
use sijil::record::claims::Body;
use sijil::record::decisions::{self, Made};
use sijil::record::groups::{self, GroupBody, Truce};
use sijil::record::objects::{ObjectKind, versions};
use sijil::record::suggestions::{self, draft};
use sijil::record::{ActorRole, GroupId, TruceEvent, TruceState};
use sijil_record::suggest::Kind;
use sijil_text::Day;

use super::{confirm, is_of};
use crate::support::{Draft, TestNewsroom};

/// 2017-12-01T12:00Z, a Friday.
const FRIDAY: UtcMillis = UtcMillis(1_512_129_600_000);

const REPORTED: &str = "<p>U.S.-backed Syrian Democratic Forces have reached a one-month truce with \
    the Islamic State in villages along the Iraqi border in Hasaka province, sources told The \
    Harbour on Friday.</p><p>The four-point truce stated that all attacks are to be ceased. It also \
    says that the crossings open for aid.</p>";

async fn truce(test: &TestNewsroom) -> (groups::Group, Truce) {
    let all = test
        .writes(|tx| groups::public_of_kind(tx, ObjectKind::Truce, 0.into(), 10))
        .await;
    let [group] = all.as_slice() else {
        panic!("one truce, not {all:?}");
    };
    let GroupBody::Truce(truce) = &group.body else {
        panic!("a truce, not {:?}", group.body);
    };
    (group.clone(), truce.clone())
}

#[tokio::test]
async fn a_reported_truce_has_an_end_that_is_only_reckoned_until_its_text_is_known() {
    let test = TestNewsroom::open().await;
    let draft_of = Draft {
        at: FRIDAY,
        ..Draft::english("Truce in Hasaka", REPORTED)
    };
    let story = test.publish(draft_of).await;
    test.confirms(story, is_of(Kind::Truce)).await;
    test.confirms(story, is_of(Kind::TruceTerm)).await;

    let (group, first) = truce(&test).await;
    assert_eq!(first.state, TruceState::Reported);
    assert_eq!(
        (first.announced, first.effective),
        (Day::new(2017, 12, 1).ok(), None)
    );
    let end = first.planned_end.clone().unwrap();
    assert_eq!(end.on, Day::new(2018, 1, 1).ok());
    assert!(!end.is_stated && end.is_start_assumed);
    assert_eq!(first.stated_terms, Some(4));
    let parties = group
        .actors
        .iter()
        .filter(|acting| acting.role == ActorRole::Party)
        .count();
    assert_eq!(parties, 2);
    assert!(first.is_due(Day::new(2018, 1, 1).unwrap()));
    assert!(!first.is_due(Day::new(2017, 12, 31).unwrap()));

    let first_id = group.id;
    publish_text(&test, first_id).await;

    let (group, second) = truce(&test).await;
    let id = group.id;
    assert_eq!(id, first_id);
    assert_eq!(second.state, TruceState::InForce);
    assert_eq!(second.effective, Day::new(2017, 11, 28).ok());
    let stated = second.planned_end.unwrap();
    assert!(stated.is_stated);
    assert_eq!(stated.on, Day::new(2017, 12, 28).ok());
    assert_eq!(
        second.earlier_ends,
        [end],
        "the reckoned end stays in the history"
    );
    assert_eq!(second.sequence, first.sequence + 1);
    assert!(!test.writes(move |tx| versions(tx, id.0)).await.is_empty());
}

/// The agreement's text, published later: an editor puts its claim into the same truce.
async fn publish_text(test: &TestNewsroom, truce: GroupId) {
    let later = Draft {
        at: FRIDAY,
        ..Draft::english("The text of the truce", REPORTED)
    };
    let later = test.publish(later).await;
    test.sits(later, move |tx, sitting| {
        let open = suggestions::open(tx, sitting.read, sitting.tools)?;
        let proposed = open.iter().find(|one| is_of(Kind::Truce)(one)).unwrap();
        let mut draft = draft(&proposed.suggestion);
        draft.group = Some(truce);
        let Body::Truce(told) = &mut draft.body else {
            panic!("a truce");
        };
        told.event = TruceEvent::InForce;
        told.effective = Day::new(2017, 11, 28).ok();
        told.stated_end = Day::new(2017, 12, 28).ok();
        let made = Made {
            draft: &draft,
            of: Some((&proposed.mark, &proposed.suggestion)),
            opened_at: None,
            reason: "the published text",
        };
        decisions::confirm(tx, sitting, &made)?.unwrap();
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_term_joins_the_only_truce_of_its_story() {
    let test = TestNewsroom::open().await;
    let story = test
        .publish(Draft {
            at: FRIDAY,
            ..Draft::english("Truce in Hasaka", REPORTED)
        })
        .await;
    let confirmed = test
        .sits(story, |tx, sitting| {
            let open = suggestions::open(tx, sitting.read, sitting.tools)?;
            let mut ids = Vec::new();
            for proposed in &open {
                ids.push(confirm(tx, sitting, proposed)?);
            }
            Ok(ids)
        })
        .await;
    assert!(confirmed.len() >= 3);
    let claims = test.public_claims().await;
    let (group, _) = truce(&test).await;
    let terms: Vec<_> = claims
        .iter()
        .filter(|claim| claim.kind == Kind::TruceTerm)
        .collect();
    assert!(!terms.is_empty());
    assert!(terms.iter().all(|term| term.group == Some(group.id)));
}
