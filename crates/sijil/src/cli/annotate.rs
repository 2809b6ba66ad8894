//! `sijil annotate`: what texts mention, as NDJSON.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use sijil_record::annotate::Annotator;
use sijil_text::Day;

use super::{Out, texts};

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
        let code = texts::each(&self.paths, "annotated", |text| {
            let published = text.date.or(self.published);
            let mut annotation = annotator.annotate(&text.text, published);
            annotation.id = Some(text.id);
            Ok(out.line(&serde_json::to_string(&annotation)?)?)
        })?;
        out.flush()?;
        Ok(code)
    }
}
