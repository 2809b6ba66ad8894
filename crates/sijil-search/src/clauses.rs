//! The shapes of clause that queries are built of.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, EmptyQuery, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::IndexRecordOption;

pub(crate) type Clause = Box<dyn Query>;

/// Share of the lesser matches of a word that is added to its best one.
pub(crate) const TIE_BREAKER: f32 = 0.1;

/// At least `wanted` of `clauses`.
pub(crate) fn at_least(mut clauses: Vec<Clause>, wanted: usize) -> Clause {
    if clauses.len() == 1
        && let Some(clause) = clauses.pop()
    {
        return clause;
    }
    if clauses.len() == wanted {
        return Box::new(BooleanQuery::intersection(clauses));
    }
    Box::new(BooleanQuery::union_with_minimum_required_clauses(
        clauses, wanted,
    ))
}

/// The best of several weighted terms, and a little of the others.
pub(crate) fn best_of(weighted: Vec<(Term, f32)>) -> Clause {
    if weighted.is_empty() {
        return Box::new(EmptyQuery);
    }
    let clauses = weighted.into_iter().map(|(term, weight)| {
        let clause: Clause = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        let is_plain = (weight - 1.0).abs() < f32::EPSILON;
        if is_plain {
            clause
        } else {
            Box::new(BoostQuery::new(clause, weight))
        }
    });
    Box::new(DisjunctionMaxQuery::with_tie_breaker(
        clauses.collect(),
        TIE_BREAKER,
    ))
}

/// The words at these distances from the first, with `slop` words in between in all.
pub(crate) fn phrase_clause(mut words: Vec<(usize, Term)>, slop: u32) -> Clause {
    if words.len() > 1 {
        return Box::new(PhraseQuery::new_with_offset_and_slop(words, slop));
    }
    match words.pop() {
        Some((_, term)) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        None => Box::new(EmptyQuery),
    }
}
