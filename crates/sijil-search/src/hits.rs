//! Running a query and giving out the hits.

use crate::error::{Doing, SearchError};
use crate::fields::{ID, PUBLISHED, VERSION};
use crate::filter::{Filter, Page, Sort};
use crate::highlight::Terms;
use crate::index::Index;
use crate::plan::{Plan, plan};
use crate::statistics::Statistics;
use crate::syntax::{Matching, Query};
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::collector::{Collector, Count, TopDocs};
use tantivy::query::EnableScoring;
use tantivy::{DocAddress, Order, Searcher};

/// The answer to a query.
#[derive(Clone, Debug)]
pub struct Hits {
    /// Stories that match, also those beyond the page.
    pub total: usize,
    /// The page, in order.
    pub hits: Vec<Hit>,
    /// What to light up in the texts of the hits.
    pub terms: Terms,
    /// "Did you mean": the typed text with each word that no story holds replaced by the nearest
    /// one that some do; they were searched as well.
    pub suggestion: Option<String>,
    /// No story holds enough of the words; these hold some of them.
    pub is_relaxed: bool,
}

/// Words from which on a query without an answer is searched again for any of them: whole
/// sentences are typed by readers who want the nearest story, two words by those who want both.
const RELAXED_WORDS_MIN: usize = 3;

/// A story that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The story's number.
    pub id: i64,
    /// The version that was indexed.
    pub version: i64,
    /// How well it matches, to compare within this answer only; 0 when sorted by date.
    pub score: f32,
}

impl Index {
    /// Searches the last commit shown. Without any words, `filter` alone decides.
    ///
    /// # Errors
    /// If the index cannot be read; it should be opened again, which finds out why.
    pub fn search(
        &self,
        query: &Query,
        filter: &Filter,
        sort: Sort,
        page: Page,
    ) -> Result<Hits, SearchError> {
        let hits = self.search_once(query, filter, sort, page)?;
        let is_relaxed = hits.total == 0
            && sort == Sort::Relevance
            && query.matching == Matching::Most
            && query.groups.len() >= RELAXED_WORDS_MIN;
        if !is_relaxed {
            return Ok(hits);
        }
        let any = Query {
            matching: Matching::Any,
            ..query.clone()
        };
        let hits = self.search_once(&any, filter, sort, page)?;
        Ok(Hits {
            is_relaxed: hits.total > 0,
            ..hits
        })
    }

    fn search_once(
        &self,
        query: &Query,
        filter: &Filter,
        sort: Sort,
        page: Page,
    ) -> Result<Hits, SearchError> {
        const DOING: &str = "search the index";
        let searcher = self.searcher();
        let plan = plan(&searcher, self.fields, query, filter, sort).doing(DOING)?;
        let reached = page
            .offset
            .saturating_add(page.limit)
            .clamp(1, Page::DEPTH_MAX);
        let top = TopDocs::with_limit(reached);
        let newest_first = (SortByStaticFastValue::<i64>::for_field(ID), Order::Desc);
        let (total, found) = match sort {
            Sort::Relevance => {
                let by_score = top.order_by(((SortBySimilarityScore, Order::Desc), newest_first));
                let (total, found) = self.ranked(&searcher, &plan, by_score).doing(DOING)?;
                (
                    total,
                    found
                        .into_iter()
                        .map(|((score, _), place)| (score, place))
                        .collect(),
                )
            }
            Sort::Newest => {
                let published = (
                    SortByStaticFastValue::<i64>::for_field(PUBLISHED),
                    Order::Desc,
                );
                unranked(&searcher, &plan, top.order_by((published, newest_first))).doing(DOING)?
            }
            Sort::Oldest => {
                let published = (
                    SortByStaticFastValue::<i64>::for_field(PUBLISHED),
                    Order::Asc,
                );
                let oldest_first = (SortByStaticFastValue::<i64>::for_field(ID), Order::Asc);
                unranked(&searcher, &plan, top.order_by((published, oldest_first))).doing(DOING)?
            }
        };
        let on_page = found.into_iter().skip(page.offset).take(page.limit);
        let hits = on_page
            .map(|(score, place)| hit(&searcher, place, score))
            .collect::<tantivy::Result<_>>()
            .doing(DOING)?;
        Ok(Hits {
            total,
            hits,
            terms: plan.terms,
            suggestion: plan.suggestion,
            is_relaxed: false,
        })
    }

    fn ranked<C: Collector>(
        &self,
        searcher: &Searcher,
        plan: &Plan,
        top: C,
    ) -> tantivy::Result<(usize, C::Fruit)> {
        let statistics = Statistics::new(
            searcher,
            self.fields,
            &self.totals,
            plan.lang,
            &plan.group_frequencies,
        )?;
        searcher.search_with_statistics_provider(&plan.clause, &(Count, top), &statistics)
    }
}

type Found = Vec<(f32, DocAddress)>;

fn unranked<K, C>(searcher: &Searcher, plan: &Plan, top: C) -> tantivy::Result<(usize, Found)>
where
    C: Collector<Fruit = Vec<(K, DocAddress)>>,
{
    let (total, found) = searcher.search_with_executor(
        &plan.clause,
        &(Count, top),
        searcher.index().search_executor(),
        EnableScoring::disabled_from_searcher(searcher),
    )?;
    Ok((
        total,
        found.into_iter().map(|(_, place)| (0.0, place)).collect(),
    ))
}

fn hit(searcher: &Searcher, place: DocAddress, score: f32) -> tantivy::Result<Hit> {
    let values = searcher.segment_reader(place.segment_ord).fast_fields();
    let value = |name: &str| -> tantivy::Result<i64> {
        Ok(values.i64(name)?.first(place.doc_id).unwrap_or_default())
    };
    Ok(Hit {
        id: value(ID)?,
        version: value(VERSION)?,
        score,
    })
}
