//! The clock of truces: what it reckons, what editors do, and that it never ends one by itself.

use sijil::db::UtcMillis;
use sijil::ledger::Hand;
use sijil::record::claims::{Body, TruceTold};
use sijil::record::clock::{self, Deed, EndReason, Fault};
use sijil::record::decisions::{self, Made};
use sijil::record::groups::{self, GroupBody, Truce};
use sijil::record::objects::versions;
use sijil::record::suggestions::{self, draft};
use sijil::record::{ClaimId, GroupId, TruceEvent, TruceState};
use sijil_record::suggest::Kind;
use sijil_text::Day;

use super::is_of;
use crate::support::{Draft, NOW, TestNewsroom};

const REPORTED: &str = "<p>The Islamic State and the Syrian Democratic Forces have reached a \
    one-month truce in Hasaka province, sources told The Harbour on Friday.</p>";
const YEAR_MS: i64 = 366 * 24 * 60 * 60 * 1000;

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).unwrap())
}

impl TestNewsroom {
    /// Confirms a claim of a truce, as a text of its own would tell of it; gives the claim and the
    /// truce, a new one or the one that it was put into.
    pub(crate) async fn tells(
        &self,
        of: Option<GroupId>,
        told: impl Fn(&mut TruceTold) + Send + 'static,
    ) -> (ClaimId, GroupId) {
        // Each story has an address of its own.
        let number: i64 = self.app.ids.next(NOW);
        let headline = format!("A truce {number}");
        let story = self.publish(Draft::english(headline, REPORTED)).await;
        self.sits(story, move |tx, sitting| {
            let open = suggestions::open(tx, sitting.read, sitting.tools)?;
            let proposed = open.iter().find(|one| is_of(Kind::Truce)(one)).unwrap();
            let mut draft = draft(&proposed.suggestion);
            draft.group = of;
            let Body::Truce(body) = &mut draft.body else {
                panic!("a truce");
            };
            body.announced = None;
            told(body);
            let made = Made {
                draft: &draft,
                of: Some((&proposed.mark, &proposed.suggestion)),
                opened_at: None,
                reason: "",
            };
            let id = decisions::confirm(tx, sitting, &made)?.unwrap();
            let claim = sijil::record::claims::claim(tx, id)?.unwrap().claim;
            Ok((id, claim.group.unwrap()))
        })
        .await
    }

    /// A truce from 1 November 2026 for a month.
    async fn month(&self) -> GroupId {
        let (_, group) = self
            .tells(None, |told| told.effective = day("2026-11-01"))
            .await;
        group
    }

    /// Lets an editor do something to a truce.
    async fn does(
        &self,
        mut rule: impl FnMut(
            &mut sijil::db::Tx<'_, '_>,
            &Hand<'_>,
        ) -> Result<Result<(), Fault>, sijil::db::DbError>
        + Send
        + 'static,
    ) -> Result<(), Fault> {
        let app = self.app.clone();
        self.writes(move |tx| {
            let hand = Hand {
                by: None,
                at: app.now(),
                ids: &app.ids,
            };
            rule(tx, &hand)
        })
        .await
    }

    async fn truce(&self, id: GroupId) -> Truce {
        let group = self
            .writes(move |tx| Ok(groups::group(tx, id)?.unwrap()))
            .await;
        match group.body {
            GroupBody::Truce(truce) => truce,
            other => panic!("a truce, not {other:?}"),
        }
    }

    async fn due(&self, today: &'static str) -> Vec<GroupId> {
        let due = self
            .writes(move |tx| clock::due(tx, Day::parse(today).unwrap(), 10))
            .await;
        due.into_iter().map(|group| group.id).collect()
    }
}

fn planned(truce: &Truce) -> (Option<Day>, bool) {
    let end = truce.planned_end.as_ref().expect("it has an end");
    (end.on, end.is_stated)
}

#[tokio::test]
async fn a_month_that_has_no_such_day_ends_on_its_last_and_a_stated_end_beats_it() {
    let test = TestNewsroom::open().await;
    for (from, to) in [("2027-01-31", "2027-02-28"), ("2028-01-31", "2028-02-29")] {
        let (_, id) = test
            .tells(None, move |told| told.effective = day(from))
            .await;
        assert_eq!(planned(&test.truce(id).await), (day(to), false), "{from}");
    }
    let (_, id) = test
        .tells(None, |told| told.stated_end = day("2026-12-24"))
        .await;
    test.tells(Some(id), |told| {
        told.event = TruceEvent::InForce;
        told.effective = day("2026-12-01");
    })
    .await;
    let truce = test.truce(id).await;
    assert_eq!(planned(&truce), (day("2026-12-24"), true));
    assert_eq!(truce.state, TruceState::InForce);
}

#[tokio::test]
async fn an_end_that_came_asks_an_editor_and_the_clock_ends_nothing_even_a_year_later() {
    let test = TestNewsroom::open().await;
    let id = test.month().await;
    assert_eq!(test.due("2026-11-30").await, []);
    assert_eq!(test.due("2026-12-01").await, [id]);
    let before = test.truce(id).await;

    test.clock.set(UtcMillis(NOW.0 + YEAR_MS));
    clock::remind(&test.app).await.unwrap();
    assert_eq!(test.truce(id).await, before);
    assert!(before.is_live());
    assert_eq!(test.due("2027-12-01").await, [id]);

    let held = move |tx: &mut sijil::db::Tx<'_, '_>, hand: &Hand<'_>| {
        clock::held(tx, hand, (id, Day::parse("2026-12-01").unwrap()), "calls")
    };
    test.does(held).await.unwrap();
    let truce = test.truce(id).await;
    assert_eq!(test.due("2027-12-01").await, []);
    assert!(truce.is_live(), "to have held is not to have ended");
    assert_eq!(truce.sequence, before.sequence + 1);
}

#[tokio::test]
async fn extensions_keep_the_ends_before_them_and_ask_anew() {
    let test = TestNewsroom::open().await;
    let id = test.month().await;
    let first = test.truce(id).await;
    let until = |text: &'static str| {
        move |tx: &mut sijil::db::Tx<'_, '_>, hand: &Hand<'_>| {
            clock::extend(tx, hand, (id, Day::parse(text).unwrap()), " both say so ")
        }
    };
    assert_eq!(test.does(until("2026-12-01")).await, Err(Fault::NotLater));
    test.does(until("2026-12-15")).await.unwrap();
    test.does(until("2027-01-05")).await.unwrap();

    let truce = test.truce(id).await;
    assert_eq!(truce.state, TruceState::Extended);
    assert_eq!(planned(&truce), (day("2027-01-05"), true));
    let ends: Vec<_> = truce.earlier_ends.iter().map(|end| end.on).collect();
    assert_eq!(ends, [day("2026-12-01"), day("2026-12-15")]);
    assert_eq!(truce.sequence, first.sequence + 2);
    assert_eq!(truce.steps[0].reason, "both say so");
    assert_eq!(test.due("2026-12-20").await, []);
    assert_eq!(test.due("2027-01-05").await, [id]);

    // A claim prolongs it by its own length, from the end that stands.
    test.tells(Some(id), |told| {
        told.event = TruceEvent::Extended;
        told.duration = "P1W".to_owned();
    })
    .await;
    assert_eq!(
        planned(&test.truce(id).await),
        (day("2027-01-12"), false),
        "nobody stated that day"
    );
    assert_eq!(test.truce(id).await.earlier_ends.len(), 3);
}

#[tokio::test]
async fn a_truce_is_replaced_by_another_and_never_by_itself() {
    let test = TestNewsroom::open().await;
    let (old, new) = (test.month().await, test.month().await);
    let replace = |one: GroupId, by: GroupId| {
        move |tx: &mut sijil::db::Tx<'_, '_>, hand: &Hand<'_>| {
            clock::replace(tx, hand, (one, by, day("2026-11-20")), "a wider one")
        }
    };
    assert_eq!(test.does(replace(old, old)).await, Err(Fault::Successor));
    test.does(replace(old, new)).await.unwrap();
    let truce = test.truce(old).await;
    assert_eq!(truce.replaced_by, Some(new));
    assert_eq!(truce.state, TruceState::Ended);
    assert_eq!(
        (truce.end_reason.as_str(), truce.actual_end),
        ("replaced", day("2026-11-20"))
    );
    assert_eq!(test.does(replace(new, old)).await, Err(Fault::Successor));
    assert_eq!(test.does(replace(old, new)).await, Err(Fault::Over));
    assert_eq!(test.due("2026-12-01").await, [new]);
}

#[tokio::test]
async fn what_is_disputed_or_over_can_go_on_as_it_was() {
    let test = TestNewsroom::open().await;
    let id = test.month().await;
    test.tells(Some(id), |told| told.event = TruceEvent::InForce)
        .await;
    let first = test.truce(id).await;
    let resume = move |tx: &mut sijil::db::Tx<'_, '_>, hand: &Hand<'_>| {
        clock::resume(tx, hand, id, "they met")
    };
    assert_eq!(test.does(resume).await, Err(Fault::NotStopped));

    test.does(move |tx, hand| clock::contest(tx, hand, id, "shelling, denied"))
        .await
        .unwrap();
    assert_eq!(test.truce(id).await.state, TruceState::Contested);
    assert_eq!(
        test.due("2026-12-01").await,
        [id],
        "it is still asked about"
    );
    test.does(resume).await.unwrap();
    assert_eq!(test.truce(id).await.state, TruceState::InForce);

    test.does(move |tx, hand| {
        let ended = (id, EndReason::Collapsed, day("2026-11-09"));
        clock::end(tx, hand, ended, "a wrong report")
    })
    .await
    .unwrap();
    let over = test.truce(id).await;
    assert_eq!(
        (over.state, over.end_reason.as_str()),
        (TruceState::Ended, "collapsed")
    );
    assert_eq!(test.due("2026-12-01").await, []);
    test.does(resume).await.unwrap();
    let truce = test.truce(id).await;
    assert_eq!(truce.state, TruceState::InForce);
    assert_eq!((truce.actual_end, truce.end_reason.as_str()), (None, ""));
    assert_eq!(truce.sequence, first.sequence + 4, "one for each deed");
}

#[tokio::test]
async fn each_deed_needs_a_reason_and_leaves_a_version_and_a_row_of_the_ledger() {
    let test = TestNewsroom::open().await;
    let id = test.month().await;
    let rows = async || {
        const SQL: &str = "
            select count(*)
            from ledger
            where subject_kind = 'record' and subject_id = $1 and act = 'truce-contested'";
        test.writes(move |tx| tx.query_one(SQL, &[&id], |row| row.get::<i64>(0)))
            .await
    };
    let contest = |reason: &'static str| {
        move |tx: &mut sijil::db::Tx<'_, '_>, hand: &Hand<'_>| clock::contest(tx, hand, id, reason)
    };
    let kept = async || test.writes(move |tx| versions(tx, id.0)).await.len();
    let before = (kept().await, rows().await);
    assert_eq!(test.does(contest("  ")).await, Err(Fault::NoReason));
    assert_eq!((kept().await, rows().await), before);
    test.does(contest("shelling")).await.unwrap();
    assert_eq!(kept().await, before.0 + 1);
    assert_eq!(rows().await, before.1 + 1);
    let story = test
        .publish(Draft::english("No truce", "<p>Rain.</p>"))
        .await;
    let missing = GroupId(story.0);
    assert_eq!(
        test.does(move |tx, hand| clock::contest(tx, hand, missing, "why"))
            .await,
        Err(Fault::NotATruce)
    );
}

#[tokio::test]
async fn what_an_editor_did_stays_when_a_claim_is_taken_back() {
    let test = TestNewsroom::open().await;
    let id = test.month().await;
    let (claim, _) = test
        .tells(Some(id), |told| told.event = TruceEvent::InForce)
        .await;
    test.clock.set(UtcMillis(NOW.0 + 60_000));
    test.does(move |tx, hand| {
        clock::extend(
            tx,
            hand,
            (id, Day::parse("2026-12-15").unwrap()),
            "both say so",
        )
    })
    .await
    .unwrap();
    let before = test.truce(id).await;

    let app = test.app.clone();
    test.writes(move |tx| {
        let hand = Hand {
            by: None,
            at: app.now(),
            ids: &app.ids,
        };
        decisions::retract(tx, &hand, claim, "another place")
    })
    .await;
    let truce = test.truce(id).await;
    assert_eq!(truce.state, TruceState::Extended);
    assert_eq!(planned(&truce), (day("2026-12-15"), true));
    assert_eq!(truce.steps, before.steps);
    assert!(matches!(truce.steps[0].deed, Deed::Extended { .. }));
    let ends: Vec<_> = truce.earlier_ends.iter().map(|end| end.on).collect();
    assert_eq!(ends, [day("2026-12-01")]);
    assert_eq!(truce.sequence, before.sequence + 1);
    assert_eq!(test.due("2026-12-15").await, [id]);
}
