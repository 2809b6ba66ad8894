//! The closed lists as forms offer them. Their sentences are `word-LIST-WORD`.

use crate::record::claims::word;
use crate::record::groups::{Comparability, Grade};
use crate::record::{
    ActorRole, Basis, BreachReply, Calendar, ControlMode, ControlStatus, Declaration, Extent, Form,
    PlaceRole, Precision, Purpose, Stay, TalksKind, TermType, TruceClass, TruceEvent, TruceState,
};
use crate::web::Say;

/// The words of those lists that are the record's own.
macro_rules! own {
    ($list:ident) => {
        $list::EVERY.iter().map(|each| each.word()).collect()
    };
}

/// The words of a list, in the order in which they are offered; none for a list that is none.
#[must_use]
pub(super) fn words(list: &str) -> Vec<&'static str> {
    match list {
        "precision" => own!(Precision),
        "basis" => own!(Basis),
        "calendar" => own!(Calendar),
        "stay" => own!(Stay),
        "place-role" => own!(PlaceRole),
        "actor-role" => own!(ActorRole),
        "truce-class" => own!(TruceClass),
        "declaration" => own!(Declaration),
        "form" => own!(Form),
        "purpose" => own!(Purpose),
        "truce-event" => own!(TruceEvent),
        "truce-state" => own!(TruceState),
        "term-type" => own!(TermType),
        "breach-reply" => own!(BreachReply),
        "control-mode" => own!(ControlMode),
        "extent" => own!(Extent),
        "control-status" => own!(ControlStatus),
        "talks" => own!(TalksKind),
        "comparability" => own!(Comparability),
        "grade" => own!(Grade),
        _ => machine(list).split_whitespace().collect(),
    }
}

/// The words of the machine's lists, and of those that are no enum.
fn machine(list: &str) -> &'static str {
    match list {
        "kind" => {
            "casualty named_victim control_change truce truce_term truce_breach talks statement \
             displacement detention attack protest"
        }
        "modality" => {
            "reported_as_fact claimed alleged suspected suspected_by_authorities possible planned \
             hypothetical background"
        }
        "polarity" => "affirms denies corrects",
        "harm" => "killed injured missing abducted detained displaced casualties_unspecified",
        "qualifier" => {
            "exact at_least more_than at_most up_to about between fewer_than vague unknown"
        }
        "unit" => "persons families",
        "victim-status" => "civilian combatant mixed unknown",
        "group" => {
            "women men children infant elderly medical aid journalist teacher rescuer prisoner"
        }
        "cause" => {
            "air_strike drone_strike shelling_artillery_missile ground_clash small_arms \
             ied_landmine suicide_bomb chemical execution torture siege_deprivation abduction"
        }
        "scope" => "incident period_total running_total",
        "stance" => "says denies confirms cannot_confirm",
        "source-kind" => {
            "belligerent_state belligerent_nonstate government un_body monitor_ngo rights_ngo \
             medical civil_defence local_official resident_witness activist family media_outlet \
             expert unnamed_sources"
        }
        "scale" => "local subnational national regional international other undisclosed",
        "inter" => "0 1 2 3 4 5 6 7 8",
        "end-reason" => "expired collapsed replaced withdrawn fulfilled never_started unknown",
        _ => "",
    }
}

/// A word of a list, said.
#[must_use]
pub(super) fn said(say: &Say, list: &str, word: &str) -> String {
    let word = word.replace('_', "-");
    say.say(&format!("word-{list}-{word}")).into_owned()
}

/// The kind of a claim, said.
#[must_use]
pub(super) fn kind(say: &Say, kind: &impl serde::Serialize) -> String {
    said(say, "kind", &word(kind))
}

#[cfg(test)]
mod tests {
    use sijil_record::actor::{Scale, SourceKind};
    use sijil_record::suggest::{Flag, Kind, Modality};
    use sijil_record::{Cause, Group, Harm, Qualifier, Scope, Stance, Unit, VictimStatus};
    use sijil_text::{Digits, Lang};

    use super::*;
    use crate::clock::Zone;
    use crate::record::claims::{Polarity, worded};

    #[test]
    fn every_word_of_the_machines_lists_is_one_of_its() {
        fn check<T: serde::de::DeserializeOwned>(list: &str) {
            let all = words(list);
            assert!(!all.is_empty(), "{list}");
            for each in all {
                assert!(worded::<T>(each).is_some(), "{list}: {each}");
            }
        }
        check::<Kind>("kind");
        check::<Modality>("modality");
        check::<Polarity>("polarity");
        check::<Harm>("harm");
        check::<Qualifier>("qualifier");
        check::<Unit>("unit");
        check::<VictimStatus>("victim-status");
        check::<Group>("group");
        check::<Cause>("cause");
        check::<Scope>("scope");
        check::<Stance>("stance");
        check::<SourceKind>("source-kind");
        check::<Scale>("scale");
        assert_eq!(worded("minor"), Some(Flag::Minor));
    }

    #[test]
    fn every_word_is_said_in_both_languages() {
        for lang in Lang::ALL {
            let say = Say::new(lang, Digits::Latin, Zone::utc());
            for list in [
                "kind",
                "modality",
                "polarity",
                "harm",
                "qualifier",
                "unit",
                "victim-status",
                "group",
                "cause",
                "scope",
                "stance",
                "source-kind",
                "scale",
                "precision",
                "basis",
                "calendar",
                "stay",
                "place-role",
                "actor-role",
                "truce-class",
                "declaration",
                "form",
                "purpose",
                "truce-event",
                "truce-state",
                "term-type",
                "breach-reply",
                "control-mode",
                "extent",
                "control-status",
                "talks",
                "comparability",
                "grade",
                "inter",
                "end-reason",
            ] {
                for each in words(list) {
                    let said = said(&say, list, each);
                    assert!(!said.starts_with("word-"), "{list}: {each}");
                }
            }
        }
    }
}
