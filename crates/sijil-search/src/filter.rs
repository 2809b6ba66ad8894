//! Which stories may answer, in which order, and how many of them.

use crate::clauses::Clause;
use crate::fields::{Fields, lang_number};
use sijil_text::Lang;
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{BooleanQuery, ConstScoreQuery, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

/// What a story must be, whatever the words. The default lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Published in this language.
    pub lang: Option<Lang>,
    /// In at least one of these sections; empty: in any.
    pub sections: Vec<i64>,
    /// With at least one of these tags; empty: with any.
    pub tags: Vec<i64>,
    /// With at least one of these people; empty: with anyone.
    pub people: Vec<i64>,
    /// Published at this instant or later, in UTC milliseconds.
    pub from_ms: Option<i64>,
    /// Published before this instant, in UTC milliseconds.
    pub before_ms: Option<i64>,
}

impl Filter {
    /// What each part of the filter asks of a story.
    pub(crate) fn clauses(&self, fields: Fields) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        if let Some(lang) = self.lang {
            let number = lang_number(lang);
            clauses.push(Box::new(TermQuery::new(
                Term::from_field_u64(fields.lang, number),
                IndexRecordOption::Basic,
            )));
        }
        for (field, ids) in [
            (fields.section, &self.sections),
            (fields.tag, &self.tags),
            (fields.person, &self.people),
        ] {
            if !ids.is_empty() {
                clauses.push(Box::new(BooleanQuery::new_multiterms_query(
                    ids.iter()
                        .map(|id| Term::from_field_i64(field, *id))
                        .collect(),
                )));
            }
        }
        if self.from_ms.is_some() || self.before_ms.is_some() {
            let term = |ms: i64| Term::from_field_i64(fields.published, ms);
            let from = self
                .from_ms
                .map_or(Bound::Unbounded, |ms| Bound::Included(term(ms)));
            let before = self
                .before_ms
                .map_or(Bound::Unbounded, |ms| Bound::Excluded(term(ms)));
            clauses.push(Box::new(RangeQuery::new(from, before)));
        }
        // A filter lets through or not; it must not change the ranking.
        clauses
            .into_iter()
            .map(|clause| Box::new(ConstScoreQuery::new(clause, 0.0)) as Clause)
            .collect()
    }
}

/// The order of hits. The story's number is the second key, so pages are stable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Last published first.
    Newest,
    /// First published first.
    Oldest,
}

/// A part of the list of hits. Nothing is given out beyond the thousandth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Hits left out at the start.
    pub offset: usize,
    /// Hits given at most.
    pub limit: usize,
}

impl Page {
    /// Hits that can be reached at all: further pages cost more than they are worth.
    pub const DEPTH_MAX: usize = 1000;

    /// The first `limit` hits.
    #[must_use]
    pub const fn first(limit: usize) -> Self {
        Self { offset: 0, limit }
    }
}
