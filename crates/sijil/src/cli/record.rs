//! The record between a newsroom and a file, for `sijil export` and `sijil import`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, anyhow, bail};
use serde_json::json;

use super::Out;
use crate::app::App;
use crate::db::DbError;
use crate::newsroom::Newsroom;
use crate::record::export::{self, About, Cursor, Fault, Form, Imported};

/// The longest first line of a record.
const HEAD_BYTES_MAX: u64 = 4096;

/// Writes the record of one moment, piece by piece; gives how many lines it has. Nobody else may
/// write to it meanwhile.
pub(super) fn export(
    app: &App,
    write: &mut dyn FnMut(&str) -> io::Result<()>,
) -> anyhow::Result<u64> {
    let config = app.config.clone();
    let about = app.db.read_now(move |tx| About::read(tx, &config))?;
    let (mut cursor, mut lines) = (Some(Cursor::START), 0);
    while let Some(at) = cursor {
        let about = about.clone();
        let (text, next) = app
            .db
            .read_now(move |tx| export::piece(tx, Form::Own, &about, at))?;
        lines += u64::try_from(text.lines().count()).unwrap_or_default();
        write(&text).context("write the record")?;
        cursor = next;
    }
    Ok(lines)
}

/// Whether a file is a record.
pub(super) fn is_record(path: &Path) -> bool {
    let head = || -> io::Result<String> {
        let mut line = String::new();
        BufReader::new(File::open(path)?.take(HEAD_BYTES_MAX)).read_line(&mut line)?;
        Ok(line)
    };
    path.is_file() && head().is_ok_and(|line| export::is_record(&line))
}

/// Takes a record into a newsroom whose own is empty.
pub(super) fn import(
    dir: &Path,
    path: &Path,
    is_dry: bool,
    is_json: bool,
) -> anyhow::Result<ExitCode> {
    let newsroom = Newsroom::in_folder(dir)?;
    let (file, at) = (path.to_owned(), newsroom.app.now());
    let done: Arc<Mutex<Option<Imported>>> = Arc::default();
    let told = Arc::clone(&done);
    let taken = newsroom.app.db.write_now(move |tx| {
        let open = || File::open(&file).map(BufReader::new);
        let imported = export::import(tx, &open, at)?.map_err(Undone::Fault)?;
        *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(imported);
        // An error undoes the transaction: a dry run has done everything and keeps nothing.
        if is_dry {
            Err(Undone::OnPurpose)
        } else {
            Ok(())
        }
    });
    match taken {
        Ok(()) | Err(Undone::OnPurpose) => {}
        Err(Undone::Fault(fault)) => bail!("{}: {fault}; nothing was taken", path.display()),
        Err(Undone::Failed(error)) => {
            return Err(anyhow!(error)).context("take the record in; nothing was kept");
        }
    }
    let imported = done
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .unwrap_or_default();
    let (lines, claims) = (imported.lines, imported.claims);
    let mut out = Out::default();
    if is_json {
        let sums = json!({"input": lines, "imported": lines, "merged": 0, "skipped": 0,
                          "failed": 0, "claims": claims});
        out.line(&sums.to_string())?;
    } else {
        let kept = if is_dry {
            "would be taken in"
        } else {
            "are taken in"
        };
        out.line(&format!(
            "{lines} lines of the record {kept}, {claims} claims among them"
        ))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Why an import was undone.
enum Undone {
    /// It was a dry run.
    OnPurpose,
    /// The file is not as it should be.
    Fault(Fault),
    /// The database failed.
    Failed(DbError),
}

impl From<DbError> for Undone {
    fn from(error: DbError) -> Self {
        Self::Failed(error)
    }
}
