//! A group with its claims, as flat files take it: disclosed, with the names that they write.

use std::collections::HashMap;

use sijil_text::Lang;

use super::About;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::lists::{self, Card};
use crate::record::claims::{self, Attribution, Claim, Polarity, Where};
use crate::record::disclosed::{Disclosure, Shown};
use crate::record::groups::{self, Grade, Group, GroupBody};
use crate::record::objects::{ObjectKind, Party, Place};
use crate::record::{ActorId, ActorRole, GroupId, PlaceId, PlaceRole};
use crate::web::{Urls, urls};

/// What is written where a source is not to be known.
pub(super) const UNDISCLOSED: &str = "Undisclosed Source";

/// A group with its claims.
pub(super) struct Seen {
    /// The group.
    pub(super) group: Group,
    /// Its claims, in the order in which they were taken in.
    pub(super) claims: Vec<Shown>,
}

/// What flat files look names and addresses up in.
pub(in crate::record) struct View {
    /// The language of names.
    pub(super) lang: Lang,
    url: String,
    disclosure: Disclosure,
    stories: HashMap<i64, Card>,
}

impl View {
    pub(super) fn new(lang: Lang, about: &About) -> Self {
        Self {
            lang,
            url: about.url.clone(),
            disclosure: Disclosure::default(),
            stories: HashMap::new(),
        }
    }

    /// The groups of a kind that readers may see after an identifier, and the last identifier.
    pub(super) fn groups(
        &mut self,
        tx: &mut Tx<'_, '_>,
        kind: ObjectKind,
        after: i64,
        limit: i64,
    ) -> Result<Vec<Seen>, DbError> {
        let mut seen = Vec::new();
        for group in groups::public_of_kind(tx, kind, GroupId(after), limit)? {
            let public = claims::public_of_group(tx, group.id)?;
            let claims = self.disclosure.claims(tx, &public)?;
            for shown in &claims {
                self.look_story(tx, shown.claim.story)?;
            }
            let group = self.disclosure.group(tx, &group)?;
            seen.push(Seen { group, claims });
        }
        Ok(seen)
    }

    /// A claim that readers may see, disclosed.
    pub(super) fn shown(&mut self, tx: &mut Tx<'_, '_>, claim: &Claim) -> Result<Shown, DbError> {
        self.look_story(tx, claim.story)?;
        self.disclosure.claim(tx, claim)
    }

    fn look_story(&mut self, tx: &mut Tx<'_, '_>, id: ArticleId) -> Result<(), DbError> {
        if !self.stories.contains_key(&id.0)
            && let Some(card) = lists::card(tx, id)?
        {
            self.stories.insert(id.0, card);
        }
        Ok(())
    }

    pub(super) fn story(&self, id: ArticleId) -> Option<&Card> {
        self.stories.get(&id.0)
    }

    /// The whole address of a story.
    pub(super) fn story_url(&self, card: &Card) -> String {
        let path = Urls::full(card.lang).card(card);
        format!("{}{}", self.url, urls::encoded(&path))
    }

    /// The whole address of a page of the record.
    pub(super) fn url(&self, list: &str, id: i64) -> String {
        format!("{}/{}/record/{list}/{id}/", self.url, self.lang.code())
    }

    /// The newsroom's own address.
    pub(super) fn home(&self) -> &str {
        &self.url
    }

    /// Where readers find a group: on its own page, else on that of its first claim.
    pub(super) fn permalink(&self, seen: &Seen) -> String {
        match &seen.group.body {
            GroupBody::Figure(_) => self.url("tolls", seen.group.id.0),
            GroupBody::Truce(_) => self.url("truces", seen.group.id.0),
            GroupBody::Event(_) | GroupBody::Control(_) | GroupBody::Talks(_) => {
                let first = seen.claims.first().map(|shown| shown.claim.id.0);
                self.url("claims", first.unwrap_or_default())
            }
        }
    }

    pub(super) fn party(&self, id: ActorId) -> Option<&Party> {
        self.disclosure.actor(id)
    }

    pub(super) fn place(&self, id: PlaceId) -> Option<&Place> {
        self.disclosure.place(id)
    }

    /// The names of a group's actors in some roles, in their order, each once.
    pub(super) fn actors(&self, group: &Group, roles: &[ActorRole]) -> Vec<&Party> {
        let mut found: Vec<&Party> = Vec::new();
        for role in roles {
            for acting in group.actors.iter().filter(|acting| acting.role == *role) {
                let party = self.party(acting.actor);
                found.extend(party.filter(|party| !found.iter().any(|one| one.id == party.id)));
            }
        }
        found
    }

    pub(super) fn names(&self, parties: &[&Party]) -> String {
        let names: Vec<&str> = parties
            .iter()
            .map(|party| party.names.shown(self.lang))
            .collect();
        names.join("; ")
    }

    /// What a link of a chain is called.
    pub(super) fn source(&self, link: &Attribution) -> String {
        if link.is_undisclosed {
            return UNDISCLOSED.to_owned();
        }
        let known = link.source.and_then(|id| self.disclosure.source(id));
        known.map_or_else(
            || link.text.clone(),
            |source| source.names.shown(self.lang).to_owned(),
        )
    }

    /// How far a source sees: its word.
    pub(super) fn scale(&self, link: &Attribution) -> String {
        let known = link.source.and_then(|id| self.disclosure.source(id));
        known.map_or_else(
            || "undisclosed".to_owned(),
            |source| claims::word(&source.scale),
        )
    }

    /// The chain of who says a claim, the nearest first; empty where the outlet itself tells it.
    pub(super) fn chain(&self, claim: &Claim) -> String {
        let links: Vec<String> = claim
            .attribution
            .iter()
            .map(|link| self.source(link))
            .filter(|name| !name.is_empty())
            .collect();
        links.join(" > ")
    }

    /// The chains of all claims of a group, each once.
    pub(super) fn chains(&self, seen: &Seen) -> Vec<String> {
        each_once(seen.claims.iter().map(|shown| self.chain(&shown.claim)))
    }

    /// Who is at the bottom of each claim, each once: five outlets that cite one monitor are one.
    pub(super) fn origins(&self, seen: &Seen) -> Vec<String> {
        let origins = seen.claims.iter().filter_map(|shown| shown.claim.origin());
        each_once(origins.map(|link| self.source(link)))
    }
}

impl Seen {
    /// The claims that say what has been: neither denials nor what is planned or might be, and of a
    /// claim and its repetitions one.
    pub(super) fn counted(&self) -> impl Iterator<Item = &Shown> {
        self.claims.iter().filter(|shown| {
            let claim = &shown.claim;
            let is_repeated = claim
                .restates
                .is_some_and(|of| self.claims.iter().any(|other| other.claim.id == of));
            claim.is_of_fact() && claim.polarity != Polarity::Denies && !is_repeated
        })
    }

    /// Where it was: places at which it happened, else whatever place is named.
    pub(super) fn places(&self) -> Vec<&Where> {
        let all = &self.group.places;
        let happened: Vec<&Where> = all
            .iter()
            .filter(|place| place.role == PlaceRole::HappenedAt)
            .collect();
        if happened.is_empty() {
            all.iter().collect()
        } else {
            happened
        }
    }

    /// The grade that a person gave it.
    pub(super) fn grade(&self) -> Option<Grade> {
        let grading = match &self.group.body {
            GroupBody::Event(event) => event.grading.as_ref(),
            GroupBody::Figure(figure) => figure.grading.as_ref(),
            GroupBody::Truce(_) | GroupBody::Control(_) | GroupBody::Talks(_) => None,
        };
        grading.map(|grading| grading.value)
    }

    /// The first sentence that says it.
    pub(super) fn sentence(&self) -> String {
        let sentences = self.claims.iter().filter_map(Shown::sentence);
        let mut texts = sentences.map(|anchor| anchor.exact.clone());
        texts.next().unwrap_or_default()
    }
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}
