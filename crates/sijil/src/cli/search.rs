//! `sijil search`: the archive, searched from the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use serde_json::json;
use sijil_search::{Filter, Hit, Index, Matching, Page, Query, Sort};

use super::Out;
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, Tx};
use crate::import;
use crate::lists::{self, Card};
use crate::newsroom::Newsroom;
use crate::web::Urls;

/// Results of one query in a run, as TREC evaluations expect at most.
const RUN_RESULTS: usize = 1000;
/// Results of a query that was typed.
const RESULTS: usize = 20;

/// Search the archive.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil search --dir newsroom 'truce bridge'\n  sijil search --dir newsroom --json هدنة\n  sijil search --dir newsroom --run queries.tsv > run.txt"
)]
pub(super) struct Search {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
    /// The words to search for.
    #[arg(required_unless_present = "run")]
    query: Option<String>,
    /// Answer every query of a file (id TAB text), in the format of TREC runs.
    #[arg(long, value_name = "QUERIES.tsv", conflicts_with = "query")]
    run: Option<PathBuf>,
    /// Print one JSON object a result.
    #[arg(long)]
    json: bool,
}

impl Search {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let newsroom = Newsroom::in_folder(&self.dir)?;
        newsroom.bring_index_level()?;
        let app = &newsroom.app;
        let index = app
            .search
            .index()
            .context("the search index is not there")?;
        match (&self.run, &self.query) {
            (Some(queries), _) => run_queries(app, &index, queries),
            (None, Some(query)) => self.answer(app, &index, query),
            (None, None) => bail!("say what to search for"),
        }
    }

    fn answer(&self, app: &App, index: &Index, query: &str) -> anyhow::Result<ExitCode> {
        let query = Query::parse(query);
        let hits = index.search(
            &query,
            &Filter::default(),
            Sort::Relevance,
            Page::first(RESULTS),
        )?;
        let mut out = Out::default();
        for hit in &hits.hits {
            let Some((card, _)) = look_up(app, hit)? else {
                continue;
            };
            let url = format!("{}{}", app.config.url, Urls::full(card.lang).card(&card));
            if self.json {
                let found = json!({
                    "headline": card.headline, "lang": card.lang.code(), "day": card.day,
                    "url": url, "score": hit.score,
                });
                out.line(&found.to_string())?;
            } else {
                out.line(&format!(
                    "{}  {}\n            {url}",
                    card.day, card.headline
                ))?;
            }
        }
        if !self.json {
            out.line(&format!("{} found", hits.total))?;
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

fn run_queries(app: &App, index: &Index, path: &Path) -> anyhow::Result<ExitCode> {
    let queries =
        fs::read_to_string(path).with_context(|| format!("read the queries {}", path.display()))?;
    let mut out = Out::default();
    for (number, line) in (1..).zip(queries.lines()) {
        let Some((id, text)) = line.split_once('\t') else {
            bail!(
                "{}:{number}: a query is an id, a tab and a text",
                path.display()
            );
        };
        let query = Query {
            matching: Matching::Any,
            ..Query::parse(text)
        };
        let page = Page::first(RUN_RESULTS);
        let hits = index.search(&query, &Filter::default(), Sort::Relevance, page)?;
        for (rank, hit) in (1..).zip(&hits.hits) {
            let Some((_, name)) = look_up(app, hit)? else {
                continue;
            };
            out.line(&format!("{id} Q0 {name} {rank} {} sijil", hit.score))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The story behind a hit, and what a run calls it: the identity it was imported with, else its
/// address.
fn look_up(app: &App, hit: &Hit) -> anyhow::Result<Option<(Card, String)>> {
    let id = ArticleId(hit.id);
    let found = app.db.read_now(move |tx: &mut Tx<'_, '_>| {
        let Some(card) = lists::card(tx, id)? else {
            return Ok(None);
        };
        let identity = import::identity(tx, id)?;
        Ok::<_, DbError>(Some((card, identity)))
    })?;
    Ok(found.map(|(card, identity)| {
        let address = Urls::full(card.lang).card(&card);
        (card, identity.unwrap_or(address))
    }))
}
