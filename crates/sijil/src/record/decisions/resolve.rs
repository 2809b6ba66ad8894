//! From a draft to a claim: whom and what it means becomes a thing of the record, made anew where
//! there is none. The names by which the text calls them are remembered: the next text that uses
//! them is understood at once.

use sijil_text::Lang;

use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::record::claims::{Acting, Attribution, Claim, Draft, DraftLink, Meant, Where};
use crate::record::objects::{self, ObjectKind, Party, Scale, Source, SourceKind, add_name};
use crate::record::suggestions::Read;
use crate::record::{ActorId, ClaimId, PlaceId, SourceId, Status, Tools};

/// The claim that a draft becomes.
pub(super) fn claim(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    tools: &Tools,
    (id, read): (ClaimId, &Read),
    draft: &Draft,
) -> Result<Claim, DbError> {
    let mut resolver = Resolver {
        hand,
        tools,
        lang: read.lang,
    };
    let mut attribution = Vec::new();
    for link in &draft.attribution {
        attribution.push(Attribution {
            source: resolver.source(tx, link)?,
            text: link.text.clone(),
            cue: link.cue.clone(),
            stance: link.stance,
            is_undisclosed: false,
            said_on: link.said_on,
        });
    }
    let mut actors = Vec::new();
    for acting in &draft.actors {
        actors.push(Acting {
            actor: resolver.actor(tx, &acting.actor, &acting.text)?,
            role: acting.role,
            text: acting.text.clone(),
        });
    }
    let mut places = Vec::new();
    for place in &draft.places {
        if let Some(id) = resolver.place(tx, &place.place, &place.text)? {
            places.push(Where {
                place: id,
                role: place.role,
                precision: place.precision,
                text: place.text.clone(),
            });
        }
    }
    Ok(Claim {
        id,
        kind: draft.kind,
        story: read.article,
        revision: read.revision,
        lang: read.lang,
        status: Status::Suggested,
        modality: draft.modality,
        polarity: draft.polarity,
        attribution,
        actors,
        places,
        when: draft.when.clone(),
        body: draft.body.clone(),
        group: draft.group,
        restates: draft.restates,
        supersedes: draft.supersedes,
        machine: None,
        decided_at: hand.at,
        reason: String::new(),
        note_ar: draft.note_ar.clone(),
        note_en: draft.note_en.clone(),
    })
}

struct Resolver<'a> {
    hand: &'a Hand<'a>,
    tools: &'a Tools,
    lang: Lang,
}

impl Resolver<'_> {
    fn actor(
        &mut self,
        tx: &mut Tx<'_, '_>,
        meant: &Meant,
        text: &str,
    ) -> Result<ActorId, DbError> {
        let id = match meant {
            Meant::Kept(id) => self.kept_actor(tx, *id, text)?,
            Meant::Dictionary(key) => self.ensured(tx, key, text)?,
            Meant::New(name) => self.ensured(tx, "", name)?,
            Meant::Geonames(_) => self.ensured(tx, "", text)?,
        };
        add_name(tx, (ObjectKind::Actor, id.0), text)?;
        Ok(id)
    }

    fn ensured(&mut self, tx: &mut Tx<'_, '_>, key: &str, name: &str) -> Result<ActorId, DbError> {
        objects::ensure_actor(tx, self.hand, &self.tools.actors, (key, name, self.lang))
    }

    /// The actor with an identifier; the one that a source is, where it is a source's.
    fn kept_actor(&mut self, tx: &mut Tx<'_, '_>, id: i64, text: &str) -> Result<ActorId, DbError> {
        let id = objects::led_to(tx, id)?.unwrap_or(id);
        let source: Option<Source> = objects::with_id(tx, ObjectKind::Source, id)?;
        let Some(source) = source else {
            return Ok(ActorId(id));
        };
        match source.actor {
            Some(actor) => Ok(actor),
            None if source.dictionary.is_empty() => self.ensured(tx, "", text),
            None => self.ensured(tx, &source.dictionary, text),
        }
    }

    /// The source with an identifier; where an actor speaks, the source that it is.
    fn kept_source(
        &mut self,
        tx: &mut Tx<'_, '_>,
        id: i64,
        (kind, scale): (Option<SourceKind>, Option<Scale>),
    ) -> Result<Option<SourceId>, DbError> {
        let id = objects::led_to(tx, id)?.unwrap_or(id);
        let party: Option<Party> = objects::with_id(tx, ObjectKind::Actor, id)?;
        match party {
            Some(party) => {
                objects::ensure_source_of(tx, self.hand, &party, (kind, scale)).map(Some)
            }
            None => {
                let head = objects::head(tx, id)?;
                Ok(head
                    .filter(|head| head.kind == ObjectKind::Source)
                    .map(|_| SourceId(id)))
            }
        }
    }

    fn source(
        &mut self,
        tx: &mut Tx<'_, '_>,
        link: &DraftLink,
    ) -> Result<Option<SourceId>, DbError> {
        let (actors, lang) = (&self.tools.actors, self.lang);
        let sort = (link.kind, link.scale);
        let id = match &link.source {
            None | Some(Meant::Geonames(_)) => return Ok(None),
            Some(Meant::Kept(id)) => match self.kept_source(tx, *id, sort)? {
                Some(id) => id,
                None => return Ok(None),
            },
            Some(Meant::Dictionary(key)) => {
                objects::ensure_source(tx, self.hand, actors, (key, &link.text, lang), sort)?
            }
            Some(Meant::New(name)) => {
                objects::ensure_source(tx, self.hand, actors, ("", name, lang), sort)?
            }
        };
        add_name(tx, (ObjectKind::Source, id.0), &link.text)?;
        Ok(Some(id))
    }

    /// The place, where the gazetteer or the record knows it; others are added by an editor first,
    /// with where they lie.
    fn place(
        &mut self,
        tx: &mut Tx<'_, '_>,
        meant: &Meant,
        text: &str,
    ) -> Result<Option<PlaceId>, DbError> {
        let id = match meant {
            Meant::Kept(id) => Some(PlaceId(objects::led_to(tx, *id)?.unwrap_or(*id))),
            Meant::Geonames(number) => {
                let gazetteer = self.tools.places.gazetteer();
                objects::ensure_place(tx, self.hand, gazetteer, *number)?
            }
            Meant::New(name) => {
                let found = objects::named(tx, ObjectKind::Place, name)?;
                found.first().map(|id| PlaceId(*id))
            }
            Meant::Dictionary(_) => None,
        };
        if let Some(id) = id {
            add_name(tx, (ObjectKind::Place, id.0), text)?;
        }
        Ok(id)
    }
}
