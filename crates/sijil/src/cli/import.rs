//! `sijil import`: old pages, taken into a newsroom.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use anyhow::{Context, bail};
use clap::Args;
use serde_json::json;
use sijil_import::{Incoming, Options, Outcome, read};
use sijil_text::{Day, Lang};

use super::out::{complain, progress};
use super::{Out, record};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::import::{Assumed, Taken, take};
use crate::newsroom::Newsroom;
use crate::topics::{self, Kind};

/// Stories written in one transaction: one fsync for all of them.
const BATCH: usize = 100;

/// Take old pages into a newsroom.
///
/// Each input ends as imported, merged (it was there), skipped or failed, with a reason. Importing
/// the same again adds nothing. The server must not be running on the same folder.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil import --dir newsroom --dry-run old-site/\n  sijil import --dir newsroom --published 2017-12-01 page.txt\n  sijil import --dir newsroom --report report.ndjson stories.ndjson"
)]
pub(super) struct Import {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
    /// Files and folders: page dumps (.txt), saved pages (.html), NDJSON of `sijil extract`; or one
    /// record that `sijil export` wrote, into a newsroom whose record is empty.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The day of publication where a page does not say it.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    published: Option<Day>,
    /// The slug or name of the section that the stories go into.
    #[arg(long)]
    section: Option<String>,
    /// The language where it cannot be told: ar or en.
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
    /// Do everything but keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write what became of each input to this file, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// End with one line of JSON instead of a sentence.
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).or(Err("it must be a day such as 2017-12-01".to_owned()))
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::try_from(text).or(Err("it must be ar or en".to_owned()))
}

/// How many inputs ended how.
#[derive(Debug, Default)]
struct Tally {
    imported: u64,
    merged: u64,
    skipped: u64,
    failed: u64,
    /// Imported, but with something to look at.
    noted: u64,
}

/// What becomes of a run's inputs, one after the other.
struct Run<'a> {
    app: &'a App,
    assumed: Assumed,
    is_dry: bool,
    tally: Tally,
    report: Option<BufWriter<File>>,
    waiting: Vec<Incoming>,
}

impl Import {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        if let [path] = self.paths.as_slice()
            && record::is_record(path)
        {
            return record::import(&self.dir, path, self.dry_run, self.json);
        }
        let newsroom = Newsroom::in_folder(&self.dir)?;
        let assumed = Assumed {
            published: self.published,
            section: self.section.clone(),
            lang: self.lang,
        };
        if let Some(section) = &self.section {
            must_exist(&newsroom.app, section)?;
        }
        let report = self
            .report
            .as_ref()
            .map(File::create)
            .transpose()
            .with_context(|| {
                format!(
                    "write the report {:?}",
                    self.report.as_deref().unwrap_or(&self.dir)
                )
            })?;
        let mut run = Run {
            app: &newsroom.app,
            assumed,
            is_dry: self.dry_run,
            tally: Tally::default(),
            report: report.map(BufWriter::new),
            waiting: Vec::new(),
        };
        let bar = progress(if self.dry_run {
            "Looking at pages"
        } else {
            "Importing"
        });
        self.each(|outcome| {
            bar.inc(1);
            run.add(outcome)
        })?;
        run.write()?;
        if let Some(report) = &mut run.report {
            report.flush().context("write the report")?;
        }
        bar.finish_and_clear();
        self.sum_up(&run.tally)
    }

    /// Hands over what becomes of each input, in order. The next ones are read meanwhile, at most a
    /// batch of them.
    fn each(&self, mut act: impl FnMut(Outcome) -> anyhow::Result<()>) -> anyhow::Result<()> {
        std::thread::scope(|scope| {
            let (ahead, outcomes) = sync_channel(BATCH);
            // Sending fails when an act failed; then nothing is left to be read for.
            scope.spawn(move || {
                read(&self.paths, &Options::default()).try_for_each(|outcome| ahead.send(outcome))
            });
            outcomes.into_iter().try_for_each(&mut act)
        })
    }

    fn sum_up(&self, tally: &Tally) -> anyhow::Result<ExitCode> {
        let Tally {
            imported,
            merged,
            skipped,
            failed,
            noted,
        } = tally;
        let input = imported + merged + skipped + failed;
        if *noted > 0 {
            let place = match &self.report {
                Some(report) => format!("see {}", report.display()),
                None => "--report FILE keeps them".to_owned(),
            };
            complain(&format!("{noted} of the imported have notes; {place}"));
        }
        let mut out = Out::default();
        if self.json {
            let sums = json!({
                "input": input, "imported": imported, "merged": merged,
                "skipped": skipped, "failed": failed,
            });
            out.line(&sums.to_string())?;
        } else {
            let kept = if self.dry_run {
                "would be imported"
            } else {
                "imported"
            };
            out.line(&format!(
                "{input} in: {imported} {kept}, {merged} merged, {skipped} skipped, {failed} failed"
            ))?;
        }
        out.flush()?;
        // A run that brings nothing is never what was meant.
        let is_fine = *failed == 0 && imported + merged > 0;
        Ok(if is_fine {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// A section that does not exist is a slip of the one who typed, not of any page.
fn must_exist(app: &App, section: &str) -> anyhow::Result<()> {
    let mut known = Vec::new();
    for lang in Lang::ALL {
        let read = move |tx: &mut Tx<'_, '_>| topics::all(tx, Kind::Section, lang, 10_000);
        known.extend(app.db.read_now(read)?);
    }
    if known
        .iter()
        .any(|topic| topic.slug.as_str() == section || topic.name == section)
    {
        return Ok(());
    }
    let slugs: Vec<&str> = known.iter().map(|topic| topic.slug.as_str()).collect();
    bail!(
        "there is no section {section}; there are: {}",
        slugs.join(", ")
    );
}

impl Run<'_> {
    fn add(&mut self, outcome: Outcome) -> anyhow::Result<()> {
        match outcome {
            Outcome::Found(incoming) => {
                self.waiting.push(*incoming);
                if self.waiting.len() >= BATCH {
                    self.write()
                } else {
                    Ok(())
                }
            }
            Outcome::Skipped { source, reason } => self.note(&source, &Taken::Skipped { reason }),
            Outcome::Failed { source, reason } => self.note(&source, &Taken::Failed { reason }),
        }
    }

    /// Takes the waiting stories in, in one transaction.
    fn write(&mut self) -> anyhow::Result<()> {
        let batch = Arc::new(std::mem::take(&mut self.waiting));
        if batch.is_empty() {
            return Ok(());
        }
        let (app, assumed, is_dry) = (self.app.clone(), self.assumed.clone(), self.is_dry);
        let stories = Arc::clone(&batch);
        let taken = self.app.db.write_now(move |tx| {
            let each = stories
                .iter()
                .map(|incoming| take(tx, &app, incoming, &assumed));
            let taken = each
                .collect::<Result<Vec<_>, DbError>>()
                .map_err(Undone::Failed)?;
            // An error undoes the transaction: a dry run has done everything and keeps nothing.
            if is_dry {
                Err(Undone::OnPurpose(taken))
            } else {
                Ok(taken)
            }
        });
        let taken = match taken {
            Ok(taken) | Err(Undone::OnPurpose(taken)) => taken,
            Err(Undone::Failed(error)) => {
                return Err(error)
                    .context("write the imported stories; none of the last batch was kept");
            }
        };
        for (incoming, taken) in batch.iter().zip(&taken) {
            self.note(&incoming.source, taken)?;
        }
        Ok(())
    }

    fn note(&mut self, source: &str, taken: &Taken) -> anyhow::Result<()> {
        match taken {
            Taken::Imported { notes, .. } => {
                self.tally.imported += 1;
                self.tally.noted += u64::from(!notes.is_empty());
            }
            Taken::Merged { .. } => self.tally.merged += 1,
            Taken::Skipped { reason } => {
                self.tally.skipped += 1;
                complain(&format!("skipped {source}: {reason}"));
            }
            Taken::Failed { reason } => {
                self.tally.failed += 1;
                complain(&format!("failed {source}: {reason}"));
            }
        }
        if let Some(report) = &mut self.report {
            let mut line = serde_json::to_value(taken)?;
            if let Some(fields) = line.as_object_mut() {
                fields.insert("source".to_owned(), json!(source));
            }
            writeln!(report, "{line}").context("write the report")?;
        }
        Ok(())
    }
}

/// Why a batch was undone.
enum Undone {
    /// It was a dry run.
    OnPurpose(Vec<Taken>),
    /// The database failed.
    Failed(DbError),
}

impl From<DbError> for Undone {
    fn from(error: DbError) -> Self {
        Self::Failed(error)
    }
}
