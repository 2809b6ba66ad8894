//! From a query as understood to one the engine runs.

use crate::clauses::{Clause, at_least};
use crate::fields::Fields;
use crate::filter::{Filter, Sort};
use crate::highlight::Terms;
use crate::parts::{Part, Planner};
use crate::syntax::{Item, Matching, Query, What};
use sijil_text::Lang;
use std::collections::HashMap;
use tantivy::query::{AllQuery, BooleanQuery, EmptyQuery, Occur};
use tantivy::{Searcher, Term};

/// Entries of the index that one query may walk, about a quarter of a second of work. Past it the
/// commonest words, which tell least, are left out.
const ENTRIES_MAX: u64 = 20_000_000;

/// A query ready to run.
pub(crate) struct Plan {
    pub(crate) clause: Clause,
    /// See [`crate::statistics::Statistics`].
    pub(crate) group_frequencies: HashMap<Term, u64>,
    pub(crate) terms: Terms,
    /// The language of the words, if they are all of one script.
    pub(crate) lang: Option<Lang>,
    /// The typed text with the words that no story holds replaced by near ones.
    pub(crate) suggestion: Option<String>,
}

pub(crate) fn plan(
    searcher: &Searcher,
    fields: Fields,
    query: &Query,
    filter: &Filter,
    sort: Sort,
) -> tantivy::Result<Plan> {
    let mut planner = Planner::new(searcher, fields, &query.typed);
    let words = planner.words(query, sort)?;
    let mut clauses: Vec<(Occur, Clause)> = vec![(Occur::Must, words)];
    let terms = std::mem::take(&mut planner.terms);
    // What is left out is what was typed, not something like it.
    planner.corrects_typos = false;
    for item in &query.excluded {
        if let Some(part) = planner.item(item)? {
            clauses.push((Occur::MustNot, part.clause));
        }
    }
    clauses.extend(
        filter
            .clauses(fields)
            .into_iter()
            .map(|clause| (Occur::Must, clause)),
    );
    Ok(Plan {
        clause: if clauses.len() == 1 {
            clauses.swap_remove(0).1
        } else {
            Box::new(BooleanQuery::new(clauses))
        },
        group_frequencies: planner.group_frequencies,
        terms,
        lang: query.lang(),
        suggestion: planner.suggestion,
    })
}

impl Planner<'_> {
    fn words(&mut self, query: &Query, sort: Sort) -> tantivy::Result<Clause> {
        let has_content = query.groups.iter().any(|group| !is_stop_group(group));
        let mut parts = Vec::new();
        for group in query
            .groups
            .iter()
            .filter(|group| !has_content || !is_stop_group(group))
        {
            parts.extend(self.group(group)?);
        }
        let only_excludes =
            parts.is_empty() && (query.typed.is_empty() || !query.excluded.is_empty());
        if only_excludes {
            return Ok(Box::new(AllQuery));
        }
        if parts.is_empty() {
            return Ok(Box::new(EmptyQuery));
        }
        keep_affordable(&mut parts);
        let (optional, required): (Vec<Part>, Vec<Part>) =
            parts.into_iter().partition(|part| part.is_optional);
        let wanted = wanted(optional.len(), query.matching, sort);
        let mut clauses: Vec<(Occur, Clause)> = required
            .into_iter()
            .map(|part| (Occur::Must, part.clause))
            .collect();
        let words = optional
            .into_iter()
            .map(|part| part.clause)
            .collect::<Vec<_>>();
        if clauses.is_empty() {
            return Ok(at_least(words, wanted));
        }
        if !words.is_empty() {
            clauses.push((Occur::Must, at_least(words, wanted)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    fn group(&mut self, group: &[Item]) -> tantivy::Result<Option<Part>> {
        let mut parts = Vec::new();
        for item in group {
            parts.extend(self.item(item)?);
        }
        if parts.len() < 2 {
            return Ok(parts.pop());
        }
        let entries = parts.iter().map(|part| part.entries).sum();
        let is_optional = parts.iter().all(|part| part.is_optional);
        let clause = at_least(parts.into_iter().map(|part| part.clause).collect(), 1);
        Ok(Some(Part {
            clause,
            entries,
            is_optional,
        }))
    }
}

fn is_stop_group(group: &[Item]) -> bool {
    group.iter().all(|item| match &item.what {
        What::Word(word) => sijil_text::words(word)
            .iter()
            .all(|word| word.stem.is_none()),
        What::Spelling(_) | What::Beginning(_) | What::Phrase { .. } => false,
    })
}

/// How many of `words` plain words a story must hold.
fn wanted(words: usize, matching: Matching, sort: Sort) -> usize {
    match (matching, sort, words) {
        (Matching::Any, ..) => 1,
        // The last story with any of the words would be noise at the top.
        (Matching::All, ..)
        | (Matching::Most, Sort::Newest | Sort::Oldest, _)
        | (Matching::Most, Sort::Relevance, 0..=2) => words,
        (Matching::Most, Sort::Relevance, 3..=5) => words - 1,
        (Matching::Most, Sort::Relevance, _) => words * 7 / 10,
    }
}

/// Leaves out the commonest plain words until the rest can be afforded, but never all.
fn keep_affordable(parts: &mut Vec<Part>) {
    while parts.len() > 1 && parts.iter().map(|part| part.entries).sum::<u64>() > ENTRIES_MAX {
        let commonest = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.is_optional)
            .max_by_key(|(_, part)| part.entries);
        let Some((at, _)) = commonest else { break };
        parts.swap_remove(at);
    }
}
