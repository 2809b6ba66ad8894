//! `sijil annotate`: what texts mention, as NDJSON.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use sijil_import::{Incoming, Options, Outcome, read};
use sijil_record::annotate::Annotator;
use sijil_text::Day;

use super::Out;
use super::out::complain;

/// Print what stories mention, as NDJSON: sentences, places, dates, numbers, actors, attributions.
///
/// One JSON object a line, in the form of docs/editors/annotations.md. Offsets count bytes of the
/// story's text as `sijil extract` prints it. What cannot be read is named on standard error.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil annotate page.txt --published 2017-12-01\n  sijil annotate saved-pages/ --countries SY,IQ > mentions.ndjson"
)]
pub(super) struct Annotate {
    /// Files and folders: plain texts and page dumps (.txt), saved pages (.html), NDJSON.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// The day of publication, YYYY-MM-DD, of stories that do not say theirs.
    #[arg(long, value_name = "DATE")]
    published: Option<Day>,

    /// Countries that the newsroom writes of, by ISO 3166 codes of two letters; their places are
    /// believed a little before others of the same name.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    countries: Vec<String>,
}

impl Annotate {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let countries: Vec<&str> = self.countries.iter().map(String::as_str).collect();
        let annotator = Annotator::new(&countries).context("open the gazetteer")?;
        let mut out = Out::default();
        let (mut found, mut skipped, mut failed) = (0_u64, 0_u64, 0_u64);
        for outcome in read(&self.paths, &Options::default()) {
            match outcome {
                Outcome::Found(incoming) => {
                    found += 1;
                    let Incoming { id, text, date, .. } = *incoming;
                    out.line(&self.line(&annotator, &id, &text, date)?)?;
                }
                Outcome::Skipped { source, reason } => match plain(&source) {
                    Some(text) => {
                        found += 1;
                        out.line(&self.line(&annotator, &source, &text, None)?)?;
                    }
                    None => {
                        skipped += 1;
                        complain(&format!("skipped {source}: {reason}"));
                    }
                },
                Outcome::Failed { source, reason } => {
                    failed += 1;
                    complain(&format!("failed {source}: {reason}"));
                }
            }
        }
        out.flush()?;
        complain(&format!(
            "{found} annotated, {skipped} skipped, {failed} failed"
        ));
        Ok(if failed > 0 || found == 0 {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    fn line(
        &self,
        annotator: &Annotator,
        id: &str,
        text: &str,
        date: Option<Day>,
    ) -> anyhow::Result<String> {
        let mut annotation = annotator.annotate(text, date.or(self.published));
        annotation.id = Some(id.to_owned());
        Ok(serde_json::to_string(&annotation)?)
    }
}

/// A text file that is no page, such as a single paragraph: the whole of it is the story.
fn plain(source: &str) -> Option<String> {
    let text = std::fs::read_to_string(source).ok()?;
    (source.ends_with(".txt") && !text.trim().is_empty()).then_some(text)
}
