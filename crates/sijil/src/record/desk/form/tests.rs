//! What is written into a form is read out of it, for every kind of claim.

use sijil_record::Stance;
use sijil_record::actor::{Scale, SourceKind};
use sijil_text::Day;

use super::{blank, draft, fields};
use crate::record::anchors::Role;
use crate::record::claims::{
    Body, Draft, DraftActor, DraftLink, DraftPlace, Kind, Meant, Modality, Polarity, Spot, worded,
};
use crate::record::desk::words::words;
use crate::record::{
    ActorRole, Basis, Calendar, ClaimId, GroupId, PlaceRole, Precision, Stay, When,
};
use crate::web::extract::Fields;

fn full(kind: Kind) -> Draft {
    let day: Day = "2026-11-20".parse().unwrap();
    Draft {
        modality: Modality::Alleged,
        polarity: Polarity::Denies,
        attribution: vec![
            DraftLink {
                source: Some(Meant::Dictionary("sohr".to_owned())),
                text: "المرصد".to_owned(),
                cue: "قال".to_owned(),
                kind: Some(SourceKind::MonitorNgo),
                scale: Some(Scale::National),
                stance: Stance::CannotConfirm,
                said_on: Some(day),
            },
            DraftLink {
                source: None,
                text: String::new(),
                cue: "it was reported".to_owned(),
                kind: None,
                scale: None,
                stance: Stance::Says,
                said_on: None,
            },
        ],
        actors: vec![DraftActor {
            actor: Meant::New("مجلس القرية".to_owned()),
            role: ActorRole::Party,
            text: "المجلس".to_owned(),
        }],
        places: vec![DraftPlace {
            place: Meant::Geonames(167_208),
            role: PlaceRole::Covers,
            precision: Stay::NearSettlement,
            text: "Markada".to_owned(),
        }],
        when: Some(When {
            start: None,
            end: Some(day),
            precision: Precision::Before,
            expression: "before Friday".to_owned(),
            calendar: Calendar::Hijri,
            basis: Basis::RelativeToPublication,
        }),
        group: Some(GroupId(7)),
        restates: Some(ClaimId(8)),
        supersedes: Some(ClaimId(9)),
        note_ar: "ملاحظة".to_owned(),
        note_en: "A note".to_owned(),
        ..blank(
            kind,
            vec![Spot {
                role: Role::Claim,
                start: 4,
                end: 90,
            }],
        )
    }
}

fn kinds() -> impl Iterator<Item = Kind> {
    words("kind").into_iter().filter_map(worded)
}

#[test]
fn a_form_says_the_same_as_its_draft_for_every_kind() {
    assert_eq!(kinds().count(), 12);
    for kind in kinds() {
        for made in [full(kind), blank(kind, vec![])] {
            assert!(made.body.fits(kind), "{kind:?}");
            assert_eq!(draft(&fields(&made)).as_ref(), Ok(&made), "{kind:?}");
        }
    }
}

#[test]
fn every_field_of_a_body_comes_back() {
    let filled = "kind=casualty&harm=injured&low=12&high=٤٠&point=13&qualifier=vague&vague_term=dozens\
        &unit=families&victims=people&victim_status=mixed&cause=torture&scope=running_total\
        &among0_group=children&among0_low=3&among1_group=women";
    let toll = draft(&Fields::parse(filled)).unwrap();
    let Body::Casualty(body) = &toll.body else {
        panic!("a toll")
    };
    assert_eq!(
        (body.low, body.high, body.point),
        (Some(12), Some(40), Some(13))
    );
    assert_eq!(body.groups.len(), 2);
    assert_eq!(draft(&fields(&toll)), Ok(toll));
    let filled = "kind=truce_term&term_type=withdrawal&term_type=goods_aid&term_number=2";
    let term = draft(&Fields::parse(filled)).unwrap();
    assert_eq!(draft(&fields(&term)), Ok(term));
}

#[test]
fn what_cannot_be_taken_is_named() {
    let typed = "kind=casualty&low=many&when_start=2026-13-01&when_precision=day&modality=maybe\
        &actor0_actor=name:x&actor0_role=";
    let wrong = draft(&Fields::parse(typed)).unwrap_err();
    let names: Vec<&str> = wrong.iter().map(|wrong| wrong.field.as_str()).collect();
    assert_eq!(names, ["modality", "actor0_role", "when_start", "low"]);
}
