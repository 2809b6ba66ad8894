//! Names that a newsroom adds: the next suggestion knows them, in both languages; withheld ones are
//! offered to nobody.

use http::StatusCode;
use sijil::articles::ArticleId;
use sijil::record::claims::{Draft as ClaimDraft, Meant};
use sijil::record::objects::{self, ObjectKind, Party, Source};
use sijil::record::suggestions::draft;
use sijil::staff::Role;
use sijil_record::suggest::Kind;

use super::is_of;
use crate::support::{Draft, SignedIn, TestNewsroom};

const ENGLISH: &str = "<p>At least 12 civilians were killed on Thursday in an air strike on Tell al-Zuhur, \
                       the HBQ said.</p><p>The Hills Brigade captured Tell al-Zuhur on Friday.</p>";
const ARABIC: &str = "<p>قُتل 12 مدنيًا على الأقل يوم الخميس في غارة جوية على تل الزهور.</p>\
                      <p>سيطر لواء التلال على بلدة تل الزهور يوم الجمعة.</p>";

impl TestNewsroom {
    /// Adds a thing to the record by the desk's form, and gives its number.
    pub(crate) async fn adds(&self, editor: &SignedIn, fields: &[(&str, &str)]) -> i64 {
        let answer = self.post_as(editor, "/desk/record/things/", fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let (_, rest) = answer.header("location").rsplit_once('/').unwrap();
        rest.trim_end_matches("?said=added").parse().unwrap()
    }

    /// The drafts of all that is suggested for a story, of a kind.
    async fn drafts(&self, story: ArticleId, kind: Kind) -> Vec<ClaimDraft> {
        let found = self.suggested(story).await.into_iter();
        found
            .filter(is_of(kind))
            .map(|one| draft(&one.suggestion))
            .collect()
    }
}

pub(super) const PLACE: [(&str, &str); 5] = [
    ("thing", "place"),
    ("name_ar", "تل الزهور"),
    ("name_en", "Tell al-Zuhur"),
    ("lat", "35.5"),
    ("lon", "40.7"),
];
pub(super) const BRIGADE: [(&str, &str); 5] = [
    ("thing", "actor"),
    ("name_ar", "لواء التلال"),
    ("name_en", "Hills Brigade"),
    ("aliases", "HBQ"),
    ("inter", "2"),
];

#[tokio::test]
async fn a_place_and_a_group_that_an_editor_adds_are_found_at_once_in_both_languages() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let english = test.publish(Draft::english("Hills", ENGLISH)).await;
    let arabic = test.publish(Draft::arabic("التلال", ARABIC)).await;
    let place = test.adds(&layla, &PLACE).await;
    let brigade = test.adds(&layla, &BRIGADE).await;
    for story in [english, arabic] {
        let tolls = test.drafts(story, Kind::Casualty).await;
        let places: Vec<&Meant> = tolls[0].places.iter().map(|one| &one.place).collect();
        assert_eq!(places, [&Meant::Kept(place)], "{:?}", tolls[0]);
        let changes = test.drafts(story, Kind::ControlChange).await;
        assert_eq!(
            changes[0].places[0].place,
            Meant::Kept(place),
            "{changes:?}"
        );
        assert_eq!(
            changes[0].actors[0].actor,
            Meant::Kept(brigade),
            "{changes:?}"
        );
        let page = format!("/desk/record/stories/{story}");
        let page = test.get_as(&layla, &page).await.text();
        assert!(page.contains(&format!("value=\"id:{place}\"")), "{page}");
    }
    // The acronym speaks: confirmed, its words are those of a source that the brigade is.
    let tolls = test.drafts(english, Kind::Casualty).await;
    assert_eq!(tolls[0].attribution[0].source, Some(Meant::Kept(brigade)));
    test.confirms(english, |_| true).await;
    let claims = test.public_claims().await;
    let said = claims.iter().find(|claim| claim.kind == Kind::Casualty);
    let source = said.unwrap().attribution[0].source.unwrap().0;
    let source: Source = test
        .writes(move |tx| Ok(objects::with_id(tx, ObjectKind::Source, source)?.unwrap()))
        .await;
    assert_eq!(source.actor.map(|id| id.0), Some(brigade));
    assert_eq!(source.names.ar, "لواء التلال");
    let taken = claims
        .iter()
        .find(|claim| claim.kind == Kind::ControlChange)
        .unwrap();
    assert_eq!(taken.actors[0].actor.0, brigade);
    assert_eq!(taken.places[0].place.0, place);
}

#[tokio::test]
async fn another_name_is_found_at_once_and_a_withheld_one_is_not_offered() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let story = test.publish(Draft::english("Hills", ENGLISH)).await;
    let place = test.adds(&layla, &PLACE).await;
    let brigade = test.adds(&layla, &BRIGADE).await;
    let found = async || {
        let drafts = test.drafts(story, Kind::ControlChange).await;
        let change = drafts.first();
        let place = change.and_then(|one| Some(one.places.first()?.place.clone()));
        let actor = change.and_then(|one| Some(one.actors.first()?.actor.clone()));
        (place, actor)
    };
    let address = |id: i64, what: &str| format!("/desk/record/things/{id}/{what}");
    let post = async |address: String, fields: &[(&str, &str)]| {
        let answer = test.post_as(&layla, &address, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    };
    assert_eq!(
        found().await,
        (Some(Meant::Kept(place)), Some(Meant::Kept(brigade)))
    );
    // Under other names the text does not mean them any more; with its own again it does.
    let mut renamed = BRIGADE;
    renamed[2] = ("name_en", "Plains Brigade");
    post(address(brigade, "words"), &renamed).await;
    assert_ne!(found().await.1, Some(Meant::Kept(brigade)));
    renamed[3] = ("aliases", "HBQ\nHills Brigade");
    post(address(brigade, "words"), &renamed).await;
    assert_eq!(found().await.1, Some(Meant::Kept(brigade)));
    for id in [place, brigade] {
        post(address(id, "withholding"), &[("do", "withhold")]).await;
    }
    assert_ne!(found().await.0, Some(Meant::Kept(place)));
    assert_ne!(found().await.1, Some(Meant::Kept(brigade)));
    for id in [place, brigade] {
        post(address(id, "withholding"), &[("do", "show")]).await;
    }
    assert_eq!(
        found().await,
        (Some(Meant::Kept(place)), Some(Meant::Kept(brigade)))
    );
}

#[tokio::test]
async fn what_another_server_adds_is_found_as_soon_as_the_record_follows() {
    let test = TestNewsroom::open().await;
    let story = test.publish(Draft::english("Hills", ENGLISH)).await;
    let app = test.app.clone();
    assert!(!app.tools().actors.entities().is_empty());
    let layla = test.signed_in("layla", Role::Editor).await;
    let brigade = test.adds(&layla, &BRIGADE).await;
    test.writes(move |tx| {
        let party: Option<Party> = objects::with_id(tx, ObjectKind::Actor, brigade)?;
        let mut party = party.unwrap();
        party.id = sijil::record::ActorId(brigade + 1);
        party.names.en = "Valley Guard".to_owned();
        party.names.ar = "حرس الوادي".to_owned();
        party.aliases.clear();
        let hand = sijil::ledger::Hand {
            by: None,
            at: app.now(),
            ids: &app.ids,
        };
        let names = party.names.clone();
        objects::add(tx, &hand, (ObjectKind::Actor, brigade + 1), &party, &names)?;
        sijil::changes::append(tx, sijil::changes::Tag::Record, 0, app.now())
    })
    .await;
    test.eventually("the tools know the guard", async || {
        let tools = test.app.tools();
        let mut known = tools.actors.entities().iter();
        known.any(|one| one.name == "Valley Guard")
    })
    .await;
    assert!(!test.drafts(story, Kind::Casualty).await.is_empty());
}

#[tokio::test]
async fn an_unknown_kind_and_a_place_that_lies_nowhere_are_not_added() {
    let test = TestNewsroom::open().await;
    let layla = test.signed_in("layla", Role::Editor).await;
    let mut wrong = PLACE;
    wrong[3] = ("lat", "135.5");
    let answer = test.post_as(&layla, "/desk/record/things/", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("value=\"Tell al-Zuhur\"") && page.contains("135.5"));
    let claim = [("thing", "claim"), ("name_en", "x")];
    let answer = test.post_as(&layla, "/desk/record/things/", &claim).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
