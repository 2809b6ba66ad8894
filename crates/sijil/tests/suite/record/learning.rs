//! What the machine learns from decisions, and that an editor sees and can undo it.

use std::collections::BTreeMap;

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::db::UtcMillis;
use sijil::record::claims::Meant;
use sijil::record::decisions::{self, Made};
use sijil::record::learning::{self, Choice, Fault, Selection};
use sijil::record::suggestions::{self, draft};
use sijil::staff::Role;
use sijil_record::suggest::Kind;

use super::is_of;
use crate::support::{Draft, NOW, TestNewsroom};

const STRIKE: &str = "<p>At least 12 civilians were killed in an air strike on Aleppo on Thursday, the \
                      Syrian Observatory for Human Rights said.</p>";
/// Markada, in the gazetteer.
const MARKADA: u32 = 167_208;
const MINUTE_MS: i64 = 60_000;

impl TestNewsroom {
    async fn strike(&self) -> ArticleId {
        let number: i64 = self.app.ids.next(NOW);
        let headline = format!("Strike {number}");
        self.publish(Draft::english(headline, STRIKE)).await
    }

    /// Keeps decisions as of so many minutes before now on: a good rule is confirmed nine times out of
    /// ten, a bad one once.
    async fn decided(&self, story: ArticleId, minutes_before: std::ops::Range<i64>) {
        const SQL: &str = "
            insert into record_decision (id, article_id, mark, kind, verdict, rules, score, features, at, reason)
            values ($1, $2, $3, 'casualty', $4, $5, 0.5, $6, $7, '')";
        let app = self.app.clone();
        self.writes(move |tx| {
            for minute in minutes_before.clone().rev() {
                let rule = if minute % 2 == 0 { "good" } else { "bad" };
                let is_right = (minute % 2 == 0) != (minute / 2 % 10 == 0);
                let verdict = if is_right { "confirmed" } else { "rejected" };
                let features = format!(r#"{{"score":0.5,"rule:{rule}":1.0}}"#);
                let (id, at): (i64, _) = (app.ids.next(NOW), NOW.0 - minute * MINUTE_MS);
                let mark = format!("minute {minute}");
                tx.execute(
                    SQL,
                    &[
                        &id,
                        &story,
                        &mark,
                        &verdict,
                        &rule,
                        &features,
                        &UtcMillis(at),
                    ],
                )?;
            }
            Ok(())
        })
        .await;
    }

    /// Confirms the toll of a story with Markada in the place of Aleppo.
    async fn means_markada(&self, story: ArticleId) {
        self.sits(story, |tx, sitting| {
            let open = suggestions::open(tx, sitting.read, sitting.tools)?;
            let proposed = open.iter().find(|one| is_of(Kind::Casualty)(one)).unwrap();
            let mut draft = draft(&proposed.suggestion);
            draft.places[0].place = Meant::Geonames(MARKADA);
            let made = Made {
                draft: &draft,
                of: Some((&proposed.mark, &proposed.suggestion)),
                opened_at: None,
                reason: "a village of that name",
            };
            decisions::confirm(tx, sitting, &made)?.unwrap();
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn what_editors_meant_by_a_name_is_what_it_means_next() {
    let test = TestNewsroom::open().await;
    let place = async || {
        let story = test.strike().await;
        let open = test.suggested(story).await;
        let slot = &open[0].suggestion.slots["place"][0];
        (story, slot.value["geonameid"].as_u64())
    };
    let (first, machines) = place().await;
    assert_ne!(machines, Some(u64::from(MARKADA)));
    test.means_markada(first).await;
    let (second, still) = place().await;
    assert_eq!(still, machines, "once may be a slip");
    test.means_markada(second).await;
    test.means_markada(place().await.0).await;
    assert_eq!(place().await.1, Some(u64::from(MARKADA)));
}

#[tokio::test]
async fn rules_are_counted_and_one_that_is_hidden_stands_aside_and_out_of_the_queue() {
    let test = TestNewsroom::open().await;
    let (story, other) = (test.strike().await, test.strike().await);
    let mark = test.suggested(story).await.remove(0).mark;
    test.confirms(story, |_| true).await;
    let counted = async || {
        let rules = test.writes(learning::rules).await;
        assert!(!rules.is_empty());
        rules.iter().map(|rule| (rule.uses, rule.accepted)).max()
    };
    assert_eq!(counted().await, Some((1, 1)));
    test.sits(story, move |tx, sitting| {
        decisions::undo(tx, sitting, &mark)
    })
    .await;
    assert_eq!(counted().await, Some((0, 0)));

    test.sits(other, |tx, sitting| {
        for rule in learning::rules(tx)? {
            learning::choose(tx, sitting.hand, &rule.name, Choice::Hidden)?.unwrap();
        }
        let missing = learning::choose(tx, sitting.hand, "no such rule", Choice::Hidden)?;
        assert_eq!(missing, Err(Fault::Missing));
        decisions::recount(tx, sitting.hand.at, sitting.tools, sitting.read)
    })
    .await;
    let open = test.suggested(other).await;
    assert!(open.iter().all(|one| one.is_aside), "{open:?}");
    let waiting = test
        .writes(|tx| suggestions::waiting(tx, (i64::MAX, i64::MAX), 10))
        .await;
    assert!(waiting.iter().all(|one| one.article != other));
}

#[tokio::test]
async fn a_model_is_tested_on_what_came_later_and_used_only_when_somebody_says_so() {
    let test = TestNewsroom::open().await;
    let story = test.strike().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let sami = test.signed_in("sami", Role::Admin).await;
    let train = async || {
        let answer = test
            .post_as(&sami, "/desk/record/learning/train", &[])
            .await;
        answer.header("location").to_owned()
    };
    test.decided(story, 1000..1090).await;
    assert!(train().await.ends_with("said=too-few"));
    test.decided(story, 700..1000).await;
    assert!(train().await.ends_with("said=made"));

    let [trained]: [learning::Trained; 1] = test.writes(learning::models).await.try_into().unwrap();
    let made = &trained.made;
    assert_eq!((made.learned, made.tested), (351, 39));
    assert_eq!(made.before, made.machine, "no model was in use");
    assert!(made.is_better(), "{:?} {:?}", made.now, made.machine);
    assert!(made.now.auc > 0.8 && made.machine.auc < 0.6);
    assert_eq!(made.learned_until, UtcMillis(NOW.0 - 739 * MINUTE_MS));

    let page = test.get_as(&layla, "/desk/record/learning").await.text();
    assert!(page.contains("the new model") && !page.contains("/use\""));
    let curve = test.writes(learning::curve).await;
    assert_eq!(curve.len(), 12, "stretches of 33 of 390 decisions");
    let judged = curve.iter().map(|one| one.confirmed + one.rejected);
    assert_eq!(judged.sum::<usize>(), 390);
    assert!(curve.iter().all(|one| one.from <= one.until));
    let bars = page.matches("width=\"8\"").count();
    assert_eq!(bars, 12, "a bar for each, and nothing was put right");
    assert!(page.contains("Is it getting better?"), "{page}");
    let model = format!("/desk/record/learning/models/{}", trained.id);
    test.eventually("the story waits and the model is tried on it", async || {
        let page = test.get_as(&layla, &model).await;
        assert_eq!(page.status, StatusCode::OK);
        page.text().contains("At another place")
    })
    .await;
    let file = test.get_as(&layla, &format!("{model}/file")).await.text();
    assert!(file.contains("rule:good"), "{file}");

    let likelihood = async || test.suggested(story).await[0].likelihood;
    let machines = likelihood().await;
    test.post_as(&sami, &format!("{model}/use"), &[]).await;
    assert!(test.writes(learning::models).await[0].is_in_use);
    let learned = likelihood().await;
    assert!((learned - machines).abs() > 1e-6, "{learned} {machines}");

    // The same decisions would test a second model on what the first has not seen, and it is no better.
    assert!(train().await.ends_with("said=made"));
    let second = test.writes(learning::models).await.remove(0);
    assert!(!second.made.is_better());
    let address = format!("/desk/record/learning/models/{}/use", second.id);
    let answer = test.post_as(&sami, &address, &[]).await;
    assert!(answer.header("location").ends_with("said=not-better"));

    test.post_as(&sami, "/desk/record/learning/models/0/use", &[])
        .await;
    assert!((likelihood().await - machines).abs() < 1e-9, "rolled back");
}

#[tokio::test]
async fn decisions_are_chosen_by_period_and_kind_and_none_tests_what_learned_from_it() {
    let test = TestNewsroom::open().await;
    let story = test.strike().await;
    test.decided(story, 10_000..10_300).await;
    let sami = test.signed_in("sami", Role::Admin).await;
    test.post_as(&sami, "/desk/record/learning/train", &[])
        .await;
    let id = test.writes(learning::models).await[0].id;
    test.post_as(
        &sami,
        &format!("/desk/record/learning/models/{id}/use"),
        &[],
    )
    .await;
    let app = test.app.clone();
    let make = |selection: Selection| {
        let app = app.clone();
        test.writes(move |tx| {
            let lessons = learning::lessons(tx, &app.config.zone, &selection)?;
            Ok(lessons.make().map(|made| made.learned))
        })
    };
    let of = |from: &str, until: &str, kind: &str| Selection {
        from: from.to_owned(),
        until: until.to_owned(),
        kinds: [kind]
            .iter()
            .filter(|kind| !kind.is_empty())
            .map(|kind| (*kind).to_owned())
            .collect(),
    };
    // They were taken on 1 November 2026, from four o'clock on.
    assert_eq!(
        make(of("2026-11-01", "2026-11-01", "casualty")).await,
        Ok(270)
    );
    assert_eq!(make(of("2026-11-02", "", "")).await, Err(Fault::TooFew));
    assert_eq!(make(of("", "2026-10-31", "")).await, Err(Fault::TooFew));
    assert_eq!(make(of("", "", "truce")).await, Err(Fault::TooFew));
    test.decided(story, 10_300..10_600).await;
    // With as many older ones, what the model in use learned from would be in the test.
    assert_eq!(make(Selection::default()).await, Err(Fault::Seen));
}

#[tokio::test]
async fn the_night_makes_a_model_when_there_is_enough_to_learn_and_uses_none() {
    let test = TestNewsroom::open().await;
    let story = test.strike().await;
    assert!(!learning::nightly(&test.app).await.unwrap());
    test.decided(story, 0..200).await;
    assert!(learning::nightly(&test.app).await.unwrap());
    assert!(!learning::nightly(&test.app).await.unwrap(), "nothing new");
    let [trained]: [learning::Trained; 1] = test.writes(learning::models).await.try_into().unwrap();
    assert!(!trained.is_in_use && trained.by.is_none());
}

#[tokio::test]
async fn what_is_kept_to_learn_from_holds_no_word_of_the_story() {
    const SQL: &str = "select features from record_decision order by id limit 10";
    let test = TestNewsroom::open().await;
    let story = test.strike().await;
    test.confirms(story, |_| true).await;
    let kept: Vec<String> = test.writes(|tx| tx.query(SQL, &[], |row| row.get(0))).await;
    let features: BTreeMap<String, f64> = serde_json::from_str(&kept[0]).unwrap();
    assert!(features.values().all(|value| (0.0..=1.0).contains(value)));
    for name in ["aleppo", "sohr", "observatory", "thursday"] {
        let is_named = features
            .keys()
            .any(|key| sijil_text::lowercase(key).contains(name));
        assert!(!is_named, "{name} in {features:?}");
    }
}
