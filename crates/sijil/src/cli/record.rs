//! The record between a newsroom and a file, for `sijil export` and `sijil import`.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, anyhow, bail};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::Out;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::newsroom::Newsroom;
use crate::record::export::{self, About, Cursor, Fault, Form, Imported};

/// The longest first line of a record.
const HEAD_BYTES_MAX: u64 = 4096;

/// Writes the record of one moment, piece by piece; gives how many lines it has. Nobody else may
/// write to it meanwhile. That it was taken out stands in the ledger, with the hash of what was
/// written.
pub(super) fn export(
    app: &App,
    write: &mut dyn FnMut(&str) -> io::Result<()>,
) -> anyhow::Result<u64> {
    let config = app.config.clone();
    let about = app.db.read_now(move |tx| About::read(tx, &config))?;
    let (mut cursor, mut lines, mut hash) = (Some(Cursor::START), 0, Sha256::new());
    while let Some(at) = cursor {
        let about = about.clone();
        let (text, next) = app
            .db
            .read_now(move |tx| export::piece(tx, Form::Own, &about, at))?;
        lines += u64::try_from(text.lines().count()).unwrap_or_default();
        hash.update(text.as_bytes());
        write(&text).context("write the record")?;
        cursor = next;
    }
    let (own, detail) = (app.clone(), format!("lines={lines} {}", sealed(hash)));
    app.db
        .write_now(move |tx| noted(tx, &own, Act::RecordTaken, &detail))
        .context("write into the ledger that the record was taken out")?;
    Ok(lines)
}

/// Whoever has the machine did something with the whole record.
fn noted(tx: &mut Tx<'_, '_>, app: &App, act: Act, detail: &str) -> Result<(), DbError> {
    let hand = Hand {
        by: None,
        at: app.now(),
        ids: &app.ids,
    };
    ledger::append(tx, &hand, act, Subject(Kind::Site, 0), detail)
}

/// A hash as `sha256sum` writes it, with its name.
fn sealed(hash: Sha256) -> String {
    let each = hash.finalize().into_iter();
    let digits: String = each.map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={digits}")
}

/// The hash of a file, read piece by piece.
fn hash_of(path: &Path) -> io::Result<String> {
    let (mut file, mut hash) = (BufReader::new(File::open(path)?), Sha256::new());
    loop {
        let piece = file.fill_buf()?;
        if piece.is_empty() {
            return Ok(sealed(hash));
        }
        hash.update(piece);
        let read = piece.len();
        file.consume(read);
    }
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
    let (file, app) = (path.to_owned(), newsroom.app.clone());
    let done: Arc<Mutex<Option<Imported>>> = Arc::default();
    let told = Arc::clone(&done);
    let taken = newsroom.app.db.write_now(move |tx| {
        let open = || File::open(&file).map(BufReader::new);
        let imported = export::import(tx, &open, app.now())?.map_err(Undone::Fault)?;
        let (lines, claims) = (imported.lines, imported.claims);
        let hash = hash_of(&file).map_err(|error| DbError::Other(error.to_string()))?;
        let detail = format!("lines={lines} claims={claims} {hash}");
        noted(tx, &app, Act::RecordBrought, &detail)?;
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
