//! Our own tables: figures side by side, truces with their terms and breaches, towns that changed
//! hands, talks. A row of a figure, a term or a breach is a claim.

use super::cells::Cell;
use super::seen::{Seen, View};
use super::sijil::own_columns;
use crate::record::claims::{Body, Claim, Toll, word};
use crate::record::disclosed::Shown;
use crate::record::groups::{GroupBody, Truce};
use crate::record::{ActorRole, When};

/// Columns of `figures.csv`, without those that every table has; likewise the others.
pub(super) const FIGURES: [&str; 22] = [
    "figure_id",
    "claim_id",
    "harm",
    "victim_status",
    "low",
    "high",
    "point",
    "qualifier",
    "vague_term",
    "unit",
    "counter",
    "attribution",
    "said_on",
    "period_start",
    "period_end",
    "period_precision",
    "places",
    "perpetrators",
    "restates",
    "definition_note_ar",
    "definition_note_en",
    "sentence",
];
pub(super) const TRUCES: [&str; 21] = [
    "truce_id",
    "title_ar",
    "title_en",
    "class",
    "declaration",
    "form",
    "purpose",
    "parties",
    "mediators",
    "guarantors",
    "places",
    "announced",
    "effective",
    "duration",
    "planned_end",
    "planned_end_basis",
    "earlier_ends",
    "actual_end",
    "end_reason",
    "state",
    "stated_terms",
];
pub(super) const TERMS: [&str; 8] = [
    "truce_id",
    "claim_id",
    "number",
    "types",
    "obliged",
    "beneficiary",
    "attribution",
    "sentence",
];
pub(super) const BREACHES: [&str; 11] = [
    "truce_id",
    "claim_id",
    "term",
    "alleged_by",
    "accused",
    "reply",
    "date_start",
    "date_end",
    "places",
    "attribution",
    "sentence",
];
pub(super) const CONTROL: [&str; 11] = [
    "control_id",
    "place",
    "places",
    "from_actor",
    "to_actor",
    "mode",
    "extent",
    "status",
    "date_start",
    "date_end",
    "date_precision",
];
pub(super) const TALKS: [&str; 9] = [
    "talks_id",
    "kind",
    "participants",
    "mediators",
    "hosts",
    "places",
    "date_start",
    "date_end",
    "outcome",
];

/// A row for each claim of a figure, in the order in which they were taken in: never added up.
pub(super) fn figures(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let rows = seen
        .claims
        .iter()
        .filter_map(|shown| match &shown.claim.body {
            Body::Casualty(toll) => Some(figure(view, seen, shown, toll)),
            _ => None,
        });
    rows.collect()
}

fn figure(view: &View, seen: &Seen, shown: &Shown, toll: &Toll) -> Vec<Cell> {
    let claim = &shown.claim;
    let when = claim.when.as_ref();
    let origin = claim.origin();
    let said_on = claim.attribution.first().and_then(|link| link.said_on);
    let did_it: Vec<_> = claim
        .actors
        .iter()
        .filter(|acting| acting.role != ActorRole::Speaker)
        .filter_map(|acting| view.party(acting.actor))
        .collect();
    let mut row = vec![
        Cell::id(seen.group.id.0),
        Cell::id(claim.id.0),
        word(&toll.harm).into(),
        word(&toll.victim_status).into(),
        Cell::number(toll.low),
        Cell::number(toll.high),
        Cell::number(toll.point),
        word(&toll.qualifier).into(),
        toll.vague_term.as_str().into(),
        word(&toll.unit).into(),
        origin.map(|link| view.source(link)).into(),
        view.chain(claim).into(),
        said_on.map(|day| day.to_string()).into(),
        when.map(When::first).into(),
        when.map(When::last).into(),
        when.map(|when| when.precision.word().to_owned()).into(),
        places(view, claim).into(),
        view.names(&did_it).into(),
        claim.restates.map(|of| of.0.to_string()).into(),
        claim.note_ar.as_str().into(),
        claim.note_en.as_str().into(),
        sentence(shown).into(),
    ];
    row.extend(own_columns(view, seen));
    row
}

/// The row of a truce.
pub(super) fn truces(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let GroupBody::Truce(truce) = &seen.group.body else {
        return vec![];
    };
    let group = &seen.group;
    let actors = |role| Cell::from(view.names(&view.actors(group, &[role])));
    let earlier: Vec<String> = truce
        .earlier_ends
        .iter()
        .filter_map(|end| end.on)
        .map(|day| day.to_string())
        .collect();
    let day = |day: Option<sijil_text::Day>| Cell::from(day.map(|day| day.to_string()));
    let mut row = vec![
        Cell::id(group.id.0),
        group.names.ar.as_str().into(),
        group.names.en.as_str().into(),
        truce.class.word().into(),
        truce.declaration.map(|one| one.word().to_owned()).into(),
        truce.agreement.word().into(),
        truce.purpose.word().into(),
        actors(ActorRole::Party),
        actors(ActorRole::Mediator),
        actors(ActorRole::Guarantor),
        places_of(view, seen).into(),
        day(truce.announced),
        day(truce.effective),
        truce.duration.as_str().into(),
        day(truce.planned_end.as_ref().and_then(|end| end.on)),
        basis(truce).into(),
        earlier.join("; ").into(),
        day(truce.actual_end),
        truce.end_reason.as_str().into(),
        truce.state.word().into(),
        Cell::number(truce.stated_terms),
    ];
    row.extend(own_columns(view, seen));
    vec![row]
}

/// How the planned end is known.
pub(super) fn basis(truce: &Truce) -> &'static str {
    match &truce.planned_end {
        None => "unknown",
        Some(end) if end.is_stated => "stated",
        Some(end) if end.is_start_assumed => "computed_from_announcement",
        Some(_) => "computed",
    }
}

/// A row for each term of a truce.
pub(super) fn terms(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let rows = seen.claims.iter().filter_map(|shown| {
        let Body::Term(term) = &shown.claim.body else {
            return None;
        };
        let types: Vec<&str> = term.types.iter().map(|one| one.word()).collect();
        let mut row = vec![
            Cell::id(seen.group.id.0),
            Cell::id(shown.claim.id.0),
            Cell::number(term.number),
            types.join("; ").into(),
            acting(view, &shown.claim, ActorRole::Obliged),
            acting(view, &shown.claim, ActorRole::Beneficiary),
            view.chain(&shown.claim).into(),
            sentence(shown).into(),
        ];
        row.extend(own_columns(view, seen));
        Some(row)
    });
    rows.collect()
}

/// A row for each breach that somebody alleges.
pub(super) fn breaches(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let rows = seen.claims.iter().filter_map(|shown| {
        let claim = &shown.claim;
        let Body::Breach(breach) = &claim.body else {
            return None;
        };
        let when = claim.when.as_ref();
        let mut row = vec![
            Cell::id(seen.group.id.0),
            Cell::id(claim.id.0),
            Cell::number(breach.term),
            acting(view, claim, ActorRole::AllegedBy),
            acting(view, claim, ActorRole::Accused),
            breach.reply.word().into(),
            when.map(When::first).into(),
            when.map(When::last).into(),
            places(view, claim).into(),
            view.chain(claim).into(),
            sentence(shown).into(),
        ];
        row.extend(own_columns(view, seen));
        Some(row)
    });
    rows.collect()
}

/// The row of a place that changed hands.
pub(super) fn control(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let GroupBody::Control(control) = &seen.group.body else {
        return vec![];
    };
    let group = &seen.group;
    let first = seen.places().first().map(|place| place.place);
    let first = first.and_then(|place| view.place(place));
    let actors = |role| Cell::from(view.names(&view.actors(group, &[role])));
    let mut row = vec![
        Cell::id(group.id.0),
        first
            .map(|place| place.names.shown(view.lang).to_owned())
            .into(),
        places_of(view, seen).into(),
        actors(ActorRole::FromActor),
        actors(ActorRole::ToActor),
        control.mode.word().into(),
        control.extent.word().into(),
        control.state.word().into(),
    ];
    row.extend(days(seen));
    row.push(
        group
            .when
            .as_ref()
            .map(|when| when.precision.word().to_owned())
            .into(),
    );
    row.extend(own_columns(view, seen));
    vec![row]
}

/// The row of talks.
pub(super) fn talks(view: &View, seen: &Seen) -> Vec<Vec<Cell>> {
    let GroupBody::Talks(talks) = &seen.group.body else {
        return vec![];
    };
    let actors = |roles: &[ActorRole]| Cell::from(view.names(&view.actors(&seen.group, roles)));
    let mut row = vec![
        Cell::id(seen.group.id.0),
        talks.talks.word().into(),
        actors(&[ActorRole::Participant, ActorRole::Party]),
        actors(&[ActorRole::Mediator]),
        actors(&[ActorRole::Host]),
        places_of(view, seen).into(),
    ];
    row.extend(days(seen));
    row.push(talks.outcome.as_str().into());
    row.extend(own_columns(view, seen));
    vec![row]
}

fn days(seen: &Seen) -> [Cell; 2] {
    let when = seen.group.when.as_ref();
    [when.map(When::first).into(), when.map(When::last).into()]
}

fn acting(view: &View, claim: &Claim, role: ActorRole) -> Cell {
    let parties: Vec<_> = claim
        .acting(role)
        .filter_map(|acting| view.party(acting.actor))
        .collect();
    view.names(&parties).into()
}

fn places(view: &View, claim: &Claim) -> String {
    let places = claim.places.iter();
    let names: Vec<&str> = places
        .filter_map(|place| view.place(place.place))
        .map(|place| place.names.shown(view.lang))
        .collect();
    names.join("; ")
}

fn places_of(view: &View, seen: &Seen) -> String {
    let places = seen.group.places.iter();
    let names: Vec<&str> = places
        .filter_map(|place| view.place(place.place))
        .map(|place| place.names.shown(view.lang))
        .collect();
    names.join("; ")
}

fn sentence(shown: &Shown) -> String {
    shown
        .sentence()
        .map(|anchor| anchor.exact.clone())
        .unwrap_or_default()
}
