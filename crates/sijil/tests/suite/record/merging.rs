//! Two that are one: claims, groups, names and addresses follow, and it can be taken back.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::record::claims::Meant;
use sijil::record::export::Form;
use sijil::record::suggestions::draft;
use sijil::record::{ClaimId, groups};
use sijil::staff::Role;
use sijil_record::suggest::Kind;

use super::is_of;
use super::own_names::{BRIGADE, PLACE};
use crate::support::{Draft, SignedIn, TestNewsroom};

const TOWN: [(&str, &str); 5] = [
    ("thing", "place"),
    ("name_ar", "مرج النخيل"),
    ("name_en", "Marj al-Nakhil"),
    ("lat", "35.6"),
    ("lon", "40.8"),
];
const BATTALION: [(&str, &str); 4] = [
    ("thing", "actor"),
    ("name_ar", "كتيبة التل"),
    ("name_en", "Hill Battalion"),
    ("inter", "2"),
];

/// An editor, two groups of one name or other, and what was confirmed of each.
struct Scene {
    test: TestNewsroom,
    layla: SignedIn,
    brigade: i64,
    battalion: i64,
    claims: Vec<ClaimId>,
    stories: [ArticleId; 2],
}

async fn stories(test: &TestNewsroom) -> [ArticleId; 2] {
    let first = "<p>The Hills Brigade captured Tell al-Zuhur on Friday.</p>";
    let second = "<p>The Hill Battalion captured Marj al-Nakhil on Friday.</p>";
    [
        test.publish(Draft::english("First", first)).await,
        test.publish(Draft::english("Second", second)).await,
    ]
}

async fn scene() -> Scene {
    let test = TestNewsroom::open().await;
    let stories = stories(&test).await;
    let layla = test.signed_in("layla", Role::Editor).await;
    test.adds(&layla, &PLACE).await;
    test.adds(&layla, &TOWN).await;
    let brigade = test.adds(&layla, &BRIGADE).await;
    let battalion = test.adds(&layla, &BATTALION).await;
    let mut claims = Vec::new();
    for story in stories {
        claims.extend(test.confirms(story, is_of(Kind::ControlChange)).await);
    }
    Scene {
        test,
        layla,
        brigade,
        battalion,
        claims,
        stories,
    }
}

impl Scene {
    async fn posts(&self, id: i64, what: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let address = format!("/desk/record/things/{id}/{what}");
        let answer = self.test.post_as(&self.layla, &address, fields).await;
        let said = match answer.status {
            StatusCode::SEE_OTHER => answer.header("location").to_owned(),
            _ => answer.text(),
        };
        (answer.status, said)
    }

    /// Merges the battalion into the brigade.
    async fn merges(&self) -> (StatusCode, String) {
        let (with, keep) = (self.brigade.to_string(), self.brigade.to_string());
        let fields = [
            ("with", &*with),
            ("keep", &*keep),
            ("reason", "one and the same"),
        ];
        self.posts(self.battalion, "merger", &fields).await
    }

    /// The actors of the two claims, and of the groups that they stand in.
    async fn actors(&self) -> Vec<(i64, i64)> {
        let mut found = Vec::new();
        for claim in self.test.public_claims().await {
            let group = claim.group.unwrap();
            let group = self
                .test
                .writes(move |tx| groups::group(tx, group))
                .await
                .unwrap();
            found.push((claim.actors[0].actor.0, group.actors[0].actor.0));
        }
        found
    }

    async fn page(&self, id: i64) -> (StatusCode, String) {
        let answer = self.test.get(&format!("/en/record/actors/{id}/")).await;
        let to = answer.header("location").to_owned();
        (answer.status, to)
    }

    async fn eventually(&self, id: i64, wanted: StatusCode) {
        self.test
            .eventually("its page", async || self.page(id).await.0 == wanted)
            .await;
    }
}

#[tokio::test]
async fn one_of_two_stays_with_all_names_and_claims_and_the_other_leads_to_it() {
    let scene = scene().await;
    let (brigade, battalion) = (scene.brigade, scene.battalion);
    assert_eq!(
        scene.actors().await,
        [(brigade, brigade), (battalion, battalion)]
    );
    let ask = format!("/desk/record/things/{battalion}/merger");
    let found = scene
        .test
        .get_as(&scene.layla, &format!("{ask}?words=HBQ"))
        .await
        .text();
    assert!(found.contains(&format!("{ask}?with={brigade}")), "{found}");
    let both = scene
        .test
        .get_as(&scene.layla, &format!("{ask}?with={brigade}"))
        .await
        .text();
    for wanted in ["لواء التلال", "HBQ", "كتيبة التل", "One claim names it"] {
        assert!(both.contains(wanted), "{wanted} is not on {both}");
    }
    let (status, to) = scene.merges().await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{to}");
    assert!(to.contains(&brigade.to_string()), "{to}");
    assert_eq!(scene.actors().await, [(brigade, brigade); 2]);
    scene
        .eventually(battalion, StatusCode::PERMANENT_REDIRECT)
        .await;
    let (_, to) = scene.page(battalion).await;
    assert!(to.contains(&format!("/actors/{brigade}")), "{to}");
    let page = scene.test.get(&to).await.text();
    for wanted in [
        "Hill Battalion",
        "كتيبة التل",
        "Tell al-Zuhur",
        "Marj al-Nakhil",
    ] {
        assert!(page.contains(wanted), "{wanted} is not on {page}");
    }
    let list = scene
        .test
        .get_as(&scene.layla, "/desk/record/actors/?words=hill+battalion")
        .await
        .text();
    assert!(list.contains(&format!("/things/{brigade}\"")), "{list}");
    assert!(!list.contains(&format!("/things/{battalion}\"")), "{list}");
    // The next text that names the other means the one that stayed.
    let third = "<p>كتيبة التل سيطرت على بلدة تل الزهور يوم السبت.</p>\
                 <p>سيطرت كتيبة التل على بلدة تل الزهور يوم السبت.</p>";
    let third = scene.test.publish(Draft::arabic("ثالث", third)).await;
    let found = scene.test.suggested(third).await;
    let means = |one: &sijil::record::suggestions::Proposed| {
        let actors = draft(&one.suggestion).actors;
        actors.iter().any(|one| one.actor == Meant::Kept(brigade))
    };
    assert!(found.iter().any(means), "{found:?}");
    assert_eq!(scene.merges().await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn merged_ones_are_parted_until_something_else_was_done_to_them() {
    let scene = scene().await;
    let (brigade, battalion) = (scene.brigade, scene.battalion);
    assert_eq!(scene.merges().await.0, StatusCode::SEE_OTHER);
    let page = format!("/desk/record/things/{battalion}");
    let page = scene.test.get_as(&scene.layla, &page).await.text();
    assert!(page.contains("Part them again"), "{page}");
    let (_, said) = scene.posts(battalion, "merger", &[("do", "part")]).await;
    assert!(said.ends_with("said=parted"), "{said}");
    assert_eq!(
        scene.actors().await,
        [(brigade, brigade), (battalion, battalion)]
    );
    scene.eventually(battalion, StatusCode::OK).await;
    let names = scene
        .test
        .get_as(&scene.layla, &format!("/desk/record/things/{brigade}"))
        .await
        .text();
    assert!(names.contains(">HBQ</textarea>"), "{names}");
    let story = scene.stories[1];
    let app = scene.test.app.clone();
    assert!(
        app.tools()
            .actors
            .entities()
            .iter()
            .any(|one| one.id == format!("record:{battalion}"))
    );
    // Merged again; then a claim is put right in another way, and there is no way back.
    assert_eq!(scene.merges().await.0, StatusCode::SEE_OTHER);
    let claim = scene.claims[1];
    scene
        .test
        .sits(story, move |tx, sitting| {
            sijil::record::decisions::retract(tx, sitting.hand, claim, "It was a drill.")
        })
        .await;
    let (_, said) = scene.posts(battalion, "merger", &[("do", "part")]).await;
    assert!(said.ends_with("said=changed"), "{said}");
    assert_eq!(scene.actors().await, [(brigade, brigade)]);
}

#[tokio::test]
async fn a_withheld_one_is_merged_only_with_another_and_leads_nowhere() {
    let scene = scene().await;
    let (brigade, battalion) = (scene.brigade, scene.battalion);
    let withhold = [("do", "withhold")];
    scene.posts(battalion, "withholding", &withhold).await;
    let (status, page) = scene.merges().await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Withhold both or show both"), "{page}");
    scene
        .posts(battalion, "withholding", &[("do", "show")])
        .await;
    let keep = brigade.to_string();
    let (status, _) = scene.posts(battalion, "merger", &[("with", &keep)]).await;
    assert_eq!(
        status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "which stays is not guessed"
    );
    assert_eq!(scene.merges().await.0, StatusCode::SEE_OTHER);
    // Nothing is done to what went.
    let (status, _) = scene.posts(battalion, "withholding", &withhold).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    scene.posts(brigade, "withholding", &withhold).await;
    for id in [brigade, battalion] {
        scene.eventually(id, StatusCode::NOT_FOUND).await;
    }
    let file = scene.test.record(Form::Public).await;
    for hidden in [
        "Hill Battalion",
        "Hills Brigade",
        &battalion.to_string(),
        &brigade.to_string(),
    ] {
        assert!(!file.contains(hidden), "{hidden} is in {file}");
    }
}

#[tokio::test]
async fn a_merger_comes_back_from_a_file_and_leads_on_there_too() {
    let scene = scene().await;
    assert_eq!(scene.merges().await.0, StatusCode::SEE_OTHER);
    let file = scene.test.record(Form::Own).await;
    let again = TestNewsroom::open().await;
    stories(&again).await;
    again.take_record(&file).await.unwrap();
    assert_eq!(again.record(Form::Own).await, file);
    assert_eq!(
        again.record(Form::Public).await,
        scene.test.record(Form::Public).await
    );
    let merged = format!("\"merged_into\":\"{}\"", scene.brigade);
    assert!(file.contains(&merged), "{file}");
    let answer = again
        .get(&format!("/en/record/actors/{}/", scene.battalion))
        .await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    let file = file.replace(&merged, "\"merged_into\":\"7\"");
    let empty = TestNewsroom::open().await;
    stories(&empty).await;
    let fault = empty.take_record(&file).await.unwrap_err();
    assert!(fault.reason.contains("the actor 7"), "{fault}");
}
