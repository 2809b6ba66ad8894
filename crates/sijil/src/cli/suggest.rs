//! `sijil suggest`: the claims that texts make, for an editor to judge, as NDJSON.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use serde::Serialize;
use sijil_record::actor::Actors;
use sijil_record::place::Places;
use sijil_record::suggest::{Input, SCHEMA, Suggestion, suggest};
use sijil_text::Day;

use super::{Out, texts};

/// Print the claims suggested from stories, as NDJSON: tolls, truces, towns that change hands, talks.
///
/// One JSON object a line, one line a claim; `--schema` prints its form. Offsets count bytes of the
/// story's text as `sijil extract` prints it. Nothing here is published: an editor confirms it first.
/// What cannot be read is named on standard error.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil suggest page.txt --published 2017-12-01\n  sijil suggest saved-pages/ --countries SY,IQ > claims.ndjson\n  sijil suggest --schema"
)]
pub(super) struct Suggest {
    /// Files and folders: plain texts and page dumps (.txt), saved pages (.html), NDJSON.
    #[arg(required_unless_present = "schema")]
    paths: Vec<PathBuf>,

    /// The day of publication, YYYY-MM-DD, of stories that do not say theirs.
    #[arg(long, value_name = "DATE")]
    published: Option<Day>,

    /// Countries that the newsroom writes of, by ISO 3166 codes of two letters; their places are
    /// believed a little before others of the same name.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    countries: Vec<String>,

    /// Print the JSON Schema of a line, and nothing else.
    #[arg(long)]
    schema: bool,
}

/// A line: the claim, with the story that it was found in.
#[derive(Serialize)]
struct Line<'a> {
    story: &'a str,
    #[serde(flatten)]
    suggestion: &'a Suggestion,
}

impl Suggest {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let mut out = Out::default();
        if self.schema {
            out.line(SCHEMA.trim_end())?;
            out.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        let countries: Vec<&str> = self.countries.iter().map(String::as_str).collect();
        let places = Places::open(&countries).context("open the gazetteer")?;
        let actors = Actors::shipped();
        let code = texts::each(&self.paths, "read", |text| {
            let found = suggest(&Input {
                headline: &text.headline,
                text: &text.text,
                published: text.date.or(self.published),
                places: Some(&places),
                actors: Some(&actors),
            });
            for suggestion in &found {
                let line = Line {
                    story: &text.id,
                    suggestion,
                };
                out.line(&serde_json::to_string(&line)?)?;
            }
            Ok(())
        })?;
        out.flush()?;
        Ok(code)
    }
}
