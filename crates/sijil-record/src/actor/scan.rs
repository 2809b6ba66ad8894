//! One pass over a sentence for all names of all actors and sources.

use std::collections::HashMap;
use std::sync::Arc;

use sijil_text::fold;

use crate::actor::Entity;
use crate::actor::dictionary;
use crate::actor::index::{Index, joined, span};
use crate::sentence::Sentence;
use crate::span::Span;

/// Somebody named in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where the name stands.
    pub span: Span,
    /// Number of the entity, for [`Actors::entity`].
    pub entity: usize,
}

/// The dictionaries, ready to be looked for. Making one reads them; keep it.
#[derive(Clone)]
pub struct Actors {
    entities: Arc<Vec<Entity>>,
    /// How many of them come with the program.
    shipped_len: usize,
    shipped: Arc<Index>,
    added: Option<Arc<Index>>,
    /// Governments by the folded names of their countries.
    countries: Arc<HashMap<String, usize>>,
}

/// Somebody whom a newsroom adds, or an entity of the dictionaries with more names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewActor {
    /// Who; with an id that the dictionaries have, only the names count.
    pub entity: Entity,
    /// Every name, in both scripts.
    pub names: Vec<String>,
}

impl std::fmt::Debug for Actors {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} actors and sources", self.entities.len())
    }
}

impl Default for Actors {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Actors {
    /// The dictionaries that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let (entities, names) = dictionary::read();
        let names = names.iter().map(|name| (name.text.as_str(), name.entity));
        let countries = dictionary::countries(&entities);
        let countries = countries
            .into_iter()
            .map(|name| (fold(&name.text), name.entity))
            .collect();
        Self {
            shipped_len: entities.len(),
            shipped: Arc::new(Index::new(names)),
            added: None,
            entities: Arc::new(entities),
            countries: Arc::new(countries),
        }
    }

    /// With these beside the shipped ones, instead of any that were added before. Shares the shipped
    /// ones with `self`.
    #[must_use]
    pub fn with_added(&self, actors: Vec<NewActor>) -> Self {
        let mut with = self.clone();
        with.added = None;
        let entities = Arc::make_mut(&mut with.entities);
        entities.truncate(self.shipped_len);
        let known: HashMap<String, usize> = entities
            .iter()
            .enumerate()
            .map(|(number, entity)| (entity.id.clone(), number))
            .collect();
        let mut names = Vec::new();
        for actor in actors {
            let NewActor { entity, names: new } = actor;
            let number = known.get(&entity.id).copied();
            let number = number.unwrap_or_else(|| {
                entities.push(entity);
                entities.len() - 1
            });
            let usual = entities.get(number).filter(|_| number < self.shipped_len);
            let is_new = |name: &String| {
                usual.is_none_or(|usual| *name != usual.name && *name != usual.name_ar)
            };
            let new: Vec<String> = new.into_iter().filter(is_new).collect();
            names.extend(new.into_iter().map(|name| (name, number)));
        }
        if !names.is_empty() {
            let names = names.iter().map(|(name, number)| (name.as_str(), *number));
            with.added = Some(Arc::new(Index::new(names)));
        }
        with
    }

    /// Who it is.
    #[must_use]
    pub fn entity(&self, number: usize) -> Option<&Entity> {
        self.entities.get(number)
    }

    /// Everybody, in the order of their numbers.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Those named in `sentence`, in order; of overlapping names the first, and of those the longest.
    #[must_use]
    pub fn named(&self, text: &str, sentence: &Sentence) -> Vec<Named> {
        let readings = self.readings(text, sentence).into_iter();
        let firsts = readings.filter_map(|(span, entities)| {
            let entity = *entities.first()?;
            Some(Named { span, entity })
        });
        firsts.collect()
    }

    /// The names in `sentence`, in order and none overlapping, each with the numbers of all who bear it.
    pub(crate) fn readings(&self, text: &str, sentence: &Sentence) -> Vec<(Span, Vec<usize>)> {
        let words = joined(&sentence.tokens);
        let added = self.added.iter().flat_map(|added| added.hits(&words));
        let mut found: Vec<(usize, usize, Named)> = self
            .shipped
            .hits(&words)
            .chain(added)
            .filter_map(|(range, pattern)| {
                let (start, end) = (range.start, range.end);
                let span = span(text, &sentence.tokens, &words, range, pattern)?;
                let entity = pattern.entity;
                Some((start, end, Named { span, entity }))
            })
            .collect();
        // Of two of one name the newsroom's own is meant first.
        found.sort_by_key(|(start, end, named)| {
            let is_shipped = named.entity < self.shipped_len;
            (*start, std::cmp::Reverse(*end), is_shipped, named.entity)
        });
        let mut kept: Vec<(Span, Vec<usize>)> = Vec::new();
        for (_, _, named) in found {
            match kept.iter_mut().find(|(span, _)| span.overlaps(named.span)) {
                Some((span, entities)) if *span == named.span => {
                    if !entities.contains(&named.entity) {
                        entities.push(named.entity);
                    }
                }
                Some(_) => {}
                None => kept.push((named.span, vec![named.entity])),
            }
        }
        kept.sort_by_key(|(span, _)| *span);
        kept
    }

    /// The government of the country that `words` name and nothing else: "Israel", إسرائيل.
    pub(crate) fn government(&self, words: &str) -> Option<usize> {
        let folded = fold(words);
        let bare = folded.strip_prefix("the ").unwrap_or(&folded);
        self.countries.get(bare).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Part;
    use crate::sentences;

    fn ids(text: &str) -> Vec<String> {
        let actors = Actors::shipped();
        sentences(text)
            .iter()
            .flat_map(|sentence| actors.named(text, sentence))
            .map(|named| {
                format!(
                    "{}={}",
                    named.span.of(text),
                    actors.entities[named.entity].id
                )
            })
            .collect()
    }

    #[test]
    fn one_actor_has_many_names_in_both_scripts() {
        assert_eq!(
            ids("The U.S.-backed Syrian Democratic Forces and ISIS agreed, said the SDF."),
            [
                "U.S.-backed Syrian Democratic Forces=sdf",
                "ISIS=is",
                "SDF=sdf"
            ]
        );
        assert_eq!(
            ids("سيطرت قسد على القرية، وقال الدفاع المدني إن تنظيم الدولة انسحب"),
            ["قسد=sdf", "الدفاع المدني=civil-defence", "تنظيم الدولة=is"]
        );
        assert_eq!(
            ids("قصف للجيش السوري وللحوثيين"),
            ["للجيش السوري=sy-forces", "للحوثيين=houthis"]
        );
    }

    #[test]
    fn the_coalition_is_no_part_of_another_name() {
        assert_eq!(
            ids("US-led coalition warplanes hit it"),
            ["US-led coalition=coalition"]
        );
        assert_eq!(
            ids("a coalition of parties; what is said is told"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn every_row_is_read_and_names_its_kind() {
        let actors = Actors::shipped();
        let sources = actors
            .entities()
            .iter()
            .filter(|one| matches!(one.part, Part::Source { .. }));
        assert!(sources.count() > 120);
        for line in [
            include_str!("../../data/actors/actors.tsv"),
            include_str!("../../data/actors/sources.tsv"),
        ]
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.starts_with('#'))
        {
            let id = line.split('\t').next().unwrap();
            assert!(actors.entities().iter().any(|one| one.id == id), "{id}");
        }
    }

    #[test]
    fn a_newsroom_adds_its_own_and_more_names() {
        let new = |id: &str, name: &str, names: &[&str]| NewActor {
            entity: Entity {
                id: id.to_owned(),
                part: Part::Actor { inter: 3 },
                country: String::new(),
                valid_from: String::new(),
                valid_to: String::new(),
                part_of: String::new(),
                name: name.to_owned(),
                name_ar: String::new(),
                is_unnamed: false,
            },
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        let hills = ["Hills Brigade", "لواء التلال", "HBQ"];
        let actors = Actors::shipped().with_added(vec![
            new("record:7", "Hills Brigade", &hills),
            new("sdf", "", &["Euphrates Guard"]),
        ]);
        let named = |actors: &Actors, text: &str| -> Vec<String> {
            sentences(text)
                .iter()
                .flat_map(|sentence| actors.named(text, sentence))
                .filter_map(|named| Some(actors.entity(named.entity)?.id.clone()))
                .collect()
        };
        assert_eq!(
            named(
                &actors,
                "The HBQ fought ISIS and the Euphrates Guard; hbq is no name."
            ),
            ["record:7", "is", "sdf"]
        );
        assert_eq!(named(&actors, "انسحب لواء التلال من القرية"), ["record:7"]);
        let without = actors.with_added(Vec::new());
        assert_eq!(named(&without, "The HBQ fought ISIS."), ["is"]);
        assert_eq!(without.entities().len(), Actors::shipped().entities().len());
    }

    #[test]
    fn names_hold_for_their_time() {
        let actors = Actors::shipped();
        let hts = actors
            .entities()
            .iter()
            .find(|one| one.id == "hts")
            .unwrap();
        assert!(
            hts.is_valid_on("2018-05-01")
                && !hts.is_valid_on("2016-05-01")
                && !hts.is_valid_on("2026-01-01")
        );
    }
}
