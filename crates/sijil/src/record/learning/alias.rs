//! What editors meant by a name before weighs in when it is read again: beside what the machine makes
//! of the words around it, never in their place.

use std::collections::HashMap;

use serde_json::{Value, json};
use sijil_record::suggest::{Choice, Link, Names, Slot, Suggestion, Who};
use sijil_text::fold;

use super::store;
use crate::db::{DbError, Tx};
use crate::record::objects::{ObjectKind, Party, Place, Source};
use crate::record::parsed;

/// Begins the key of something that only the newsroom's record knows.
pub(in crate::record) const OWN: &str = "record:";
/// Readings that a slot offers.
const OFFERED: usize = 3;
/// How likely a reading counts at least that editors chose, where they never once chose the machine's.
const CHOSEN_MIN: f64 = 0.3;
/// Choices from which on that holds: one may be a slip.
const CHOICES_MIN: i64 = 2;

/// Something that editors chose for a name.
#[derive(Debug, Clone)]
struct Chosen {
    /// What the machine calls it: the value of a candidate has the same under the same name.
    key: Value,
    uses: i64,
    /// The value that a slot has for it.
    value: Value,
    /// The whole, as the record keeps it.
    body: String,
}

/// Reads names as editors meant them; each name is looked up once.
#[derive(Default)]
pub(super) struct Aliases(HashMap<(ObjectKind, String), Vec<Chosen>>);

impl Aliases {
    /// Weighs the readings of a suggestion's places, actors and sources.
    pub(super) fn weigh(
        &mut self,
        tx: &mut Tx<'_, '_>,
        suggestion: &mut Suggestion,
    ) -> Result<(), DbError> {
        for (name, slots) in &mut suggestion.slots {
            for slot in slots {
                let is_named = slot.value.get("id").is_some();
                if name == "place" {
                    let chosen = self.chosen(tx, ObjectKind::Place, &slot.anchor.text)?;
                    weigh(slot, chosen, "geonameid");
                } else if is_named {
                    let chosen = self.chosen(tx, ObjectKind::Actor, &slot.anchor.text)?;
                    weigh(slot, chosen, "id");
                }
            }
        }
        for link in &mut suggestion.attribution {
            if let Some(text) = link.source.as_ref().map(|source| source.text.clone()) {
                let chosen = self.chosen(tx, ObjectKind::Source, &text)?;
                weigh_source(link, chosen)?;
            }
        }
        Ok(())
    }

    fn chosen(
        &mut self,
        tx: &mut Tx<'_, '_>,
        kind: ObjectKind,
        text: &str,
    ) -> Result<&[Chosen], DbError> {
        let key = (kind, fold(text));
        if !self.0.contains_key(&key) {
            let mut found = Vec::new();
            for (id, uses, body) in store::chosen(tx, kind, &key.1)? {
                found.push(chosen(kind, (id, uses), body)?);
            }
            self.0.insert(key.clone(), found);
        }
        Ok(self.0.get(&key).map(Vec::as_slice).unwrap_or_default())
    }
}

fn chosen(kind: ObjectKind, (id, uses): (i64, i64), body: String) -> Result<Chosen, DbError> {
    let own = format!("{OWN}{id}");
    let named = |dictionary: &str, names: &crate::record::objects::Names| {
        let key = if dictionary.is_empty() {
            own.clone()
        } else {
            dictionary.to_owned()
        };
        let names = json!({"ar": names.ar, "en": names.en});
        let value = json!({"id": key, "names": names, "is_of_its_time": true});
        (json!(key), value)
    };
    let (key, value) = match kind {
        ObjectKind::Place => {
            let place: Place = parsed(&body)?;
            // A place of the newsroom's own has no number among GeoNames'.
            let key = match place.geonameid {
                0 => json!(own),
                number => json!(number),
            };
            let value = json!({
                "geonameid": key, "lat": place.lat, "lon": place.lon, "names": place.names,
            });
            (key, value)
        }
        ObjectKind::Source => {
            let source: Source = parsed(&body)?;
            named(&source.dictionary, &source.names)
        }
        ObjectKind::Actor => {
            let party: Party = parsed(&body)?;
            named(&party.dictionary, &party.names)
        }
        ObjectKind::Claim
        | ObjectKind::Event
        | ObjectKind::Figure
        | ObjectKind::Truce
        | ObjectKind::Control
        | ObjectKind::Talks => (Value::Null, Value::Null),
    };
    Ok(Chosen {
        key,
        uses,
        value,
        body,
    })
}

/// Weighs the readings of a slot: how likely each is by its words, times the share of it among what
/// editors chose for the name.
fn weigh(slot: &mut Slot, chosen: &[Chosen], key: &str) {
    if chosen.is_empty() || slot.candidates.is_empty() {
        return;
    }
    let of = |value: &Value| value.get(key).cloned().unwrap_or(Value::Null);
    let uses_of = |value: &Value| {
        let same = chosen.iter().filter(|one| one.key == of(value));
        same.map(|one| one.uses).sum::<i64>()
    };
    let is_trusted = uses_of(&slot.value) > 0;
    let precision = slot.value.get("precision").cloned();
    for one in chosen.iter().filter(|one| one.uses >= CHOICES_MIN) {
        let known = slot
            .candidates
            .iter_mut()
            .find(|choice| of(&choice.value) == one.key);
        match known {
            Some(choice) if !is_trusted => choice.score = choice.score.max(CHOSEN_MIN),
            Some(_) => {}
            None => slot.candidates.push(Choice {
                value: with_precision(one.value.clone(), precision.as_ref()),
                score: CHOSEN_MIN,
            }),
        }
    }
    let all: i64 = slot
        .candidates
        .iter()
        .map(|choice| uses_of(&choice.value) + 1)
        .sum();
    for choice in &mut slot.candidates {
        choice.score *= share(uses_of(&choice.value) + 1, all);
    }
    slot.candidates
        .sort_by(|one, other| other.score.total_cmp(&one.score));
    let sum: f64 = slot.candidates.iter().map(|choice| choice.score).sum();
    for choice in &mut slot.candidates {
        choice.score /= sum.max(f64::MIN_POSITIVE);
    }
    slot.candidates.truncate(OFFERED);
    if let Some(best) = slot.candidates.first() {
        slot.value = best.value.clone();
    }
}

/// A source that editors took for another each time is that other.
fn weigh_source(link: &mut Link, chosen: &[Chosen]) -> Result<(), DbError> {
    let machines = link.who.as_ref().map(|who| json!(who.id));
    let is_trusted = chosen.iter().any(|one| Some(&one.key) == machines.as_ref());
    let Some(best) = chosen.first().filter(|one| one.uses >= CHOICES_MIN) else {
        return Ok(());
    };
    if is_trusted {
        return Ok(());
    }
    let source: Source = parsed(&best.body)?;
    let key = best.key.as_str().unwrap_or_default();
    link.who = Some(Who {
        id: key.to_owned(),
        names: Names {
            ar: source.names.ar,
            en: source.names.en,
        },
        inter: None,
        country: None,
        is_of_its_time: true,
    });
    link.kind = Some(source.kind);
    link.scale = Some(source.scale);
    Ok(())
}

fn with_precision(mut value: Value, precision: Option<&Value>) -> Value {
    if let (Some(object), Some(precision)) = (value.as_object_mut(), precision) {
        object.insert("precision".to_owned(), precision.clone());
    }
    value
}

fn share(part: i64, of: i64) -> f64 {
    let exact = |count: i64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    exact(part) / exact(of).max(1.0)
}

#[cfg(test)]
mod tests {
    use sijil_record::suggest::Anchor;

    use super::*;

    fn slot(candidates: &[(i64, f64)]) -> Slot {
        let candidates: Vec<Choice> = candidates
            .iter()
            .map(|(id, score)| Choice {
                value: json!({"geonameid": id, "precision": "settlement"}),
                score: *score,
            })
            .collect();
        Slot {
            anchor: Anchor {
                text: "Marj".to_owned(),
                start: 0,
                end: 4,
            },
            value: candidates[0].value.clone(),
            candidates,
        }
    }

    fn chosen_of(id: i64, uses: i64) -> Chosen {
        Chosen {
            key: json!(id),
            uses,
            value: json!({"geonameid": id}),
            body: String::new(),
        }
    }

    fn best(mut slot: Slot, chosen: &[Chosen]) -> Value {
        weigh(&mut slot, chosen, "geonameid");
        slot.value["geonameid"].clone()
    }

    #[test]
    fn what_editors_meant_weighs_in_and_the_words_around_still_count() {
        let unsure = || slot(&[(1, 0.5), (2, 0.45)]);
        assert_eq!(best(unsure(), &[]), 1);
        assert_eq!(best(unsure(), &[chosen_of(2, 3)]), 2, "they chose it");
        // A province and its city share a name; the words say which.
        let both = [chosen_of(2, 50), chosen_of(1, 10)];
        assert_eq!(best(slot(&[(1, 0.9), (2, 0.1)]), &both), 1);
        // A place that only the record knows, after a second choice at the earliest.
        let sure = || slot(&[(1, 0.95)]);
        assert_eq!(best(sure(), &[chosen_of(7, 1)]), 1);
        assert_eq!(best(sure(), &[chosen_of(7, 4)]), 7);
    }
}
