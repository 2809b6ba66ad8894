//! Which of the places that share a name is meant: what the text says first, population last.

use std::collections::HashMap;

use crate::gazetteer::{Feature, Gazetteer, Named, Spot, Strength};
use crate::place::lexicon::Kind;
use crate::place::weights as w;

/// A place that a name may mean, and how much speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) place: u32,
    pub(crate) strength: Strength,
    pub(crate) spot: Spot,
    /// The first-level area it lies in or is.
    pub(crate) admin1: Option<u32>,
    base: f32,
    score: f32,
    /// Share of the belief in this name, 0 to 1.
    pub(crate) weight: f32,
}

/// Names that must mean the same place: spelt alike, with the same said of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) candidates: Vec<Candidate>,
    /// How often it is named.
    pub(crate) count: f32,
    /// How surely it is a place at all, 0 to 1.
    pub(crate) trust: f32,
    /// The group of the larger place it is said to lie in.
    pub(crate) inside: Option<usize>,
}

/// What is believed before reading: countries of the newsroom, adjectives of countries in the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prior {
    /// By number of the country; bonus.
    pub(crate) countries: HashMap<u32, f32>,
}

/// The candidates for a name, with what its own words say.
pub(crate) fn candidates(
    gazetteer: &Gazetteer,
    named: &[Named],
    kind: Option<Kind>,
    area: Option<u32>,
) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = named
        .iter()
        .filter_map(|named| {
            let spot = gazetteer.spot(named.place)?;
            let mut base = w::strength(named.strength) + w::feature(&spot);
            base += w::PEOPLE * w::log10(spot.population);
            base += kind.map_or(0.0, |kind| w::kind(kind, spot.feature));
            if let Some(area) = area {
                base += w::inside(lies_in(gazetteer, named.place, area));
            }
            Some(Candidate {
                place: named.place,
                strength: named.strength,
                admin1: admin1(gazetteer, named.place, spot),
                spot,
                base,
                score: base,
                weight: 0.0,
            })
        })
        .collect();
    prefer_towns(&mut found, kind);
    found
}

/// Of a town and the area that bears its name, the bare name is the town's.
fn prefer_towns(candidates: &mut [Candidate], kind: Option<Kind>) {
    if kind.is_some() {
        return;
    }
    let areas_of_towns: Vec<Option<u32>> = candidates
        .iter()
        .filter(|one| one.spot.feature.is_settlement())
        .flat_map(|one| [one.admin1, one.spot.parent])
        .collect();
    for one in candidates {
        let is_named_for = matches!(one.spot.feature, Feature::Admin1 | Feature::Admin2)
            && areas_of_towns.contains(&Some(one.place));
        if is_named_for {
            one.base += w::AREA_BESIDE_ITS_TOWN;
            one.score = one.base;
        }
    }
}

fn admin1(gazetteer: &Gazetteer, place: u32, spot: Spot) -> Option<u32> {
    let mut at = (place, spot);
    for _ in 0..5 {
        if at.1.feature == Feature::Admin1 {
            return Some(at.0);
        }
        let above = at.1.parent?;
        at = (above, gazetteer.spot(above)?);
    }
    None
}

/// Whether `place` is `area` or lies in it.
pub(crate) fn lies_in(gazetteer: &Gazetteer, place: u32, area: u32) -> bool {
    let mut at = Some(place);
    for _ in 0..6 {
        match at {
            Some(here) if here == area => return true,
            Some(here) => at = gazetteer.spot(here).and_then(|spot| spot.parent),
            None => return false,
        }
    }
    false
}

/// Rounds of weighing names by each other; the third changes next to nothing.
const ROUNDS: usize = 3;

/// Names that bear on each other's place; a text that names more is read by its first ones.
const GROUPS_MAX: usize = 60;

/// Weighs the candidates of all groups by each other.
pub(crate) fn weigh(gazetteer: &Gazetteer, groups: &mut [Group], prior: &Prior) {
    for group in groups.iter_mut() {
        for one in &mut group.candidates {
            one.base += one
                .spot
                .country
                .and_then(|at| prior.countries.get(&at))
                .unwrap_or(&0.0);
            one.score = one.base;
        }
        share(group);
    }
    for _ in 0..ROUNDS {
        let support = Support::of(groups);
        for number in 0..groups.len() {
            let inside = said_to_lie_in(groups, number);
            let Some(group) = groups.get_mut(number) else {
                continue;
            };
            for one in &mut group.candidates {
                one.score = one.base + support.of_candidate(one, number);
                if let Some(area) = inside {
                    one.score += w::inside(lies_in(gazetteer, one.place, area));
                }
            }
            share(group);
        }
    }
}

/// The likeliest place of the group that follows this one after a comma, if it is an area.
fn said_to_lie_in(groups: &[Group], number: usize) -> Option<u32> {
    let larger = groups.get(groups.get(number)?.inside?)?;
    let best = larger.best()?;
    best.spot.feature.is_area().then_some(best.place)
}

/// Turns scores into shares of one.
fn share(group: &mut Group) {
    let most = group
        .candidates
        .iter()
        .map(|one| one.score)
        .fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = group
        .candidates
        .iter()
        .map(|one| (one.score - most).exp())
        .sum();
    for one in &mut group.candidates {
        one.weight = (one.score - most).exp() / sum;
    }
}

impl Group {
    /// The likeliest candidate; of equals the first, which has more people.
    pub(crate) fn best(&self) -> Option<&Candidate> {
        let mut best: Option<&Candidate> = None;
        for one in &self.candidates {
            if best.is_none_or(|known| one.weight > known.weight) {
                best = Some(one);
            }
        }
        best
    }
}

/// What each group lends to the others: its likeliest places, with their shares.
struct Support {
    /// Group, share, candidate.
    voices: Vec<(usize, f32, Candidate)>,
    countries: HashMap<u32, f32>,
    areas: HashMap<u32, f32>,
    own: HashMap<(usize, u32), f32>,
}

impl Support {
    fn of(groups: &[Group]) -> Self {
        let mut support = Self {
            voices: Vec::new(),
            countries: HashMap::new(),
            areas: HashMap::new(),
            own: HashMap::new(),
        };
        for (number, group) in groups.iter().enumerate() {
            let loudness = group.trust * (1.0 + w::REPEATED * group.count.ln());
            let mut said = 0.0;
            for one in group.candidates.iter().filter(|one| one.weight > 0.05) {
                let share = one.weight * loudness;
                support.count(number, one, share);
                said += 1.0;
                if said < 4.0 && number < GROUPS_MAX && one.spot.feature != Feature::Country {
                    support.voices.push((number, share, *one));
                }
            }
        }
        support
    }

    fn count(&mut self, number: usize, one: &Candidate, share: f32) {
        for (at, sums) in [
            (one.spot.country, &mut self.countries),
            (one.admin1, &mut self.areas),
        ] {
            if let Some(at) = at {
                *sums.entry(at).or_default() += share;
                *self.own.entry((number, at)).or_default() += share;
            }
        }
    }

    /// What the other groups say for `one`, which belongs to the group `number`.
    fn of_candidate(&self, one: &Candidate, number: usize) -> f32 {
        let others = |sums: &HashMap<u32, f32>, at: Option<u32>| {
            let Some(at) = at else { return 0.0 };
            let all = sums.get(&at).copied().unwrap_or(0.0);
            (all - self.own.get(&(number, at)).copied().unwrap_or(0.0)).max(0.0)
        };
        let near: f32 = self
            .voices
            .iter()
            .filter(|(group, _, _)| *group != number)
            .map(|(_, share, voice)| share * nearness(&one.spot, &voice.spot))
            .sum();
        w::COUNTRY * others(&self.countries, one.spot.country).ln_1p()
            + w::AREA * others(&self.areas, one.admin1).ln_1p()
            + w::NEAR * near.ln_1p()
    }
}

/// 1 at the same spot, falling to nothing over some hundred kilometres.
fn nearness(one: &Spot, other: &Spot) -> f32 {
    let km = distance_km((one.lat, one.lon), (other.lat, other.lon));
    if km > 5.0 * w::NEAR_KM {
        0.0
    } else {
        (-km / w::NEAR_KM).exp()
    }
}

/// Kilometres between two places, degrees north and east, on a sphere; good for short distances.
#[must_use]
pub(crate) fn distance_km(one: (f64, f64), other: (f64, f64)) -> f32 {
    const KM_OF_DEGREE: f64 = 111.2;
    let middle = ((one.0 + other.0) / 2.0).to_radians();
    let mut east = (one.1 - other.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a distance on earth, and no need of metres"
    )]
    let km = ((one.0 - other.0).hypot(east * middle.cos()) * KM_OF_DEGREE) as f32;
    km
}
