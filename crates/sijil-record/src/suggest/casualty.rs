//! From a word on victims to the claim's slots.

use serde_json::{Value, json};

use super::{Flag, Kind};
use crate::frame::Frame;
use crate::frame::casualty::{Casualty, Group, Harm, Scope};
use crate::number::Qualifier;

/// The claim that `casualty` makes.
pub(super) fn frame(casualty: &Casualty) -> Frame {
    let kind = match casualty.harm {
        Harm::Displaced => Kind::Displacement,
        Harm::Detained | Harm::Abducted if !casualty.is_named => Kind::Detention,
        _ if casualty.is_named => Kind::NamedVictim,
        _ => Kind::Casualty,
    };
    let mut frame = Frame::new(kind, casualty.rule, casualty.score, casualty.harm_span);
    frame.is_negated = casualty.is_negated;
    frame.is_unreal = casualty.is_unreal;
    frame.fill("victim", casualty.victim, casualty.victim_words.join(" "));
    frame.fill("harm", casualty.harm_span, name(&casualty.harm));
    let quantity = &casualty.quantity;
    let qualifier = if quantity.vague.is_some() && quantity.low.is_none() {
        Qualifier::Vague
    } else {
        quantity.qualifier
    };
    if let Some(low) = quantity.low {
        frame.fill("low", casualty.victim, low);
    }
    if let Some(high) = quantity.high {
        frame.fill("high", casualty.victim, high);
    }
    frame.fill("qualifier", casualty.victim, name(&qualifier));
    frame.fill("victim_status", casualty.victim, name(&casualty.status));
    frame.fill("unit", casualty.victim, name(&casualty.unit));
    frame.fill("scope", casualty.harm_span, name(&casualty.scope));
    if let Some(by) = casualty.perpetrator {
        frame.fill("perpetrator", by, Value::Null);
    }
    if let Some((cause, span)) = casualty.cause {
        frame.fill("cause", span, name(&cause));
    }
    for part in &casualty.parts {
        let group = part.group.map(|group| name(&group));
        frame.fill(
            "group",
            part.span,
            json!({
                "group": group, "low": part.quantity.low, "high": part.quantity.high,
                "qualifier": part.quantity.qualifier,
            }),
        );
    }
    flags(casualty, &mut frame);
    frame
}

fn flags(casualty: &Casualty, frame: &mut Frame) {
    if casualty.scope == Scope::PeriodTotal {
        frame.flags.push(Flag::NumberIsTotal);
    }
    if casualty.harm == Harm::CasualtiesUnspecified {
        frame.flags.push(Flag::KilledAndWoundedUnsplit);
    }
    let is_child = |group: Option<Group>| matches!(group, Some(Group::Children | Group::Infant));
    let child_words = ["child", "children", "boy", "girl", "baby", "infant"];
    let is_minor = casualty.parts.iter().any(|part| is_child(part.group))
        || casualty
            .victim_words
            .iter()
            .any(|word| child_words.contains(&word.as_str()));
    if is_minor {
        frame.flags.push(Flag::Minor);
    }
}

/// The name that the data model gives `value`.
pub(super) fn name(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
