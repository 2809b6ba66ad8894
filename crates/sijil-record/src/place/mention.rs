//! What a reader of the text is told of a name: the place, how surely, how exactly.

use serde::{Deserialize, Serialize};

use crate::gazetteer::{Feature, Gazetteer, Strength};
use crate::place::Name;
use crate::place::context::Surroundings;
use crate::place::lexicon::Kind;
use crate::place::resolve::Group;
use crate::span::Span;

/// How exactly a name says where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// A base, a crossing, a camp.
    ExactSite,
    /// A town or village, by its name.
    Settlement,
    /// Near a town, or a spelling that is only alike.
    NearSettlement,
    /// North of, the countryside of; a region without offices.
    PartOfArea,
    /// Sub-district.
    Adm3,
    /// District.
    Adm2,
    /// Governorate, province.
    Adm1,
    /// Along a border.
    LineBorder,
    /// At sea, on a river, in the air.
    SeaAir,
    /// A whole country, or more.
    Country,
}

/// A place that a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Number in the gazetteer.
    pub place: u32,
    /// `GeoNames`' id; 0 for a place of our own table.
    pub geonameid: u32,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What kind of place it is.
    pub feature: Feature,
    /// Number of the first-level area it is or lies in.
    pub admin1: Option<u32>,
    /// Share of the belief, 0 to 1; those of all candidates add up to 1.
    pub score: f32,
}

/// A name of a place in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where the name stands.
    pub span: Span,
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// What it may mean, likeliest first, at most three.
    pub candidates: Vec<Candidate>,
    /// How exactly it says where.
    pub precision: Precision,
    /// How surely it is a place at all, 0 to 1.
    pub certainty: f32,
    /// Whether "countryside", ريف and the like stand beside it.
    pub is_countryside: bool,
}

/// Candidates that an editor is offered.
const OFFERED_MAX: usize = 3;

pub(crate) fn mentions(gazetteer: &Gazetteer, names: &[Name], groups: &[Group]) -> Vec<Mention> {
    names
        .iter()
        .filter_map(|name| {
            let group = groups.get(name.group)?;
            let mut order: Vec<_> = group.candidates.iter().collect();
            order.sort_by(|a, b| b.weight.total_cmp(&a.weight));
            let best = **order.first()?;
            let offered = order.into_iter().take(OFFERED_MAX).map(|one| Candidate {
                place: one.place,
                geonameid: one.spot.geonameid,
                lat: one.spot.lat,
                lon: one.spot.lon,
                feature: one.spot.feature,
                admin1: one.admin1,
                score: one.weight,
            });
            Some(Mention {
                span: name.found.span,
                sentence: name.sentence,
                candidates: offered.collect(),
                precision: precision(gazetteer, best.place, best.strength, &name.around),
                certainty: 1.0 / (1.0 + (-name.around.signs).exp()),
                is_countryside: name.around.kind == Some(Kind::Countryside),
            })
        })
        .collect()
}

fn precision(
    gazetteer: &Gazetteer,
    place: u32,
    strength: Strength,
    around: &Surroundings,
) -> Precision {
    let Some(spot) = gazetteer.spot(place) else {
        return Precision::Country;
    };
    let is_vague = around.is_part || around.is_near;
    match spot.feature {
        Feature::Country | Feature::Admin1 | Feature::Admin2 if around.is_border => {
            Precision::LineBorder
        }
        Feature::Country if around.is_part => Precision::PartOfArea,
        Feature::Country | Feature::Continent => Precision::Country,
        Feature::Admin1 | Feature::Admin2 | Feature::Admin3 if around.is_part => {
            Precision::PartOfArea
        }
        Feature::Admin1 => Precision::Adm1,
        Feature::Admin2 => Precision::Adm2,
        Feature::Admin3 => Precision::Adm3,
        Feature::Region | Feature::Land => Precision::PartOfArea,
        Feature::Water => Precision::SeaAir,
        Feature::Site if !is_vague => Precision::ExactSite,
        Feature::Quarter if !is_vague => Precision::ExactSite,
        _ if is_vague || strength == Strength::Skeleton => Precision::NearSettlement,
        _ => Precision::Settlement,
    }
}
