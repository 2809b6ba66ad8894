//! Takes a whole file in: looks at its bytes, decodes it in a process of its own, and keeps it.

use std::io::{self, Read};

use crate::app::App;
use crate::articles::content::sha256;
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::media::uploads::{self, Outcome, Upload};
use crate::media::{DecodeError, Handed, Refusal};
use crate::staff::Staff;
use crate::web::PageError;

/// Begins a file: batch, name, bytes. Nothing when its owner has begun too many.
pub(super) async fn begin(
    app: &App,
    staff: &Staff,
    (batch, name, bytes): (i64, String, i64),
) -> Result<Option<Upload>, DbError> {
    let (own, staff) = (app.clone(), staff.clone());
    let rule = move |tx: &mut Tx<'_, '_>| {
        let hand = Hand::of(&staff, &own);
        uploads::begin(tx, &hand, staff.id, (batch, &name, bytes))
    };
    app.db.write(rule).await
}

/// Takes a file in that has come whole; gives what became of it.
pub(super) async fn take(app: &App, staff: &Staff, upload: &Upload) -> Result<Upload, PageError> {
    let (own, id) = (app.clone(), upload.id);
    let outcome = tokio::task::spawn_blocking(move || look(&own, id)).await;
    let outcome = outcome.map_err(|error| PageError::broken(&error))?;
    let outcome = outcome.map_err(|error| PageError::broken(&format!("{error:#}")))?;
    keep(app, staff, upload, outcome).await
}

/// Refuses a file.
pub(super) async fn settle(
    app: &App,
    staff: &Staff,
    upload: &Upload,
    refusal: Refusal,
) -> Result<Upload, PageError> {
    keep(app, staff, upload, Outcome::Refused(refusal)).await
}

/// What a file is, with its files in the folder.
fn look(app: &App, id: uploads::UploadId) -> anyhow::Result<Outcome> {
    let bytes = whole(app, id)?;
    let hash = sha256(&bytes);
    Ok(match uploads::handed(&bytes) {
        Handed::Refused(refusal) => Outcome::Refused(refusal),
        Handed::Document(paper) => {
            app.pictures.put_document(&hash, &bytes)?;
            Outcome::Document(hash, paper, i64::try_from(bytes.len()).unwrap_or(i64::MAX))
        }
        Handed::Picture => {
            drop(bytes);
            match app.pictures.take(app.staging.read(id)?) {
                Ok(made) => {
                    app.pictures.put(&hash, &made)?;
                    Outcome::Picture(hash, made)
                }
                Err(DecodeError::Refused(refusal)) => Outcome::Refused(refusal),
                Err(error) => return Err(error.into()),
            }
        }
    })
}

fn whole(app: &App, id: uploads::UploadId) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    app.staging.read(id)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

async fn keep(
    app: &App,
    staff: &Staff,
    upload: &Upload,
    outcome: Outcome,
) -> Result<Upload, PageError> {
    let (own, staff, begun) = (app.clone(), staff.clone(), upload.clone());
    let rule =
        move |tx: &mut Tx<'_, '_>| uploads::settle(tx, &Hand::of(&staff, &own), &begun, &outcome);
    let settled = app.db.write(rule).await?;
    let (folder, id) = (app.clone(), upload.id);
    let removed = tokio::task::spawn_blocking(move || folder.staging.remove(id)).await;
    // What stays is taken away by the hour's sweep.
    if let Ok(Err(error)) = removed {
        tracing::warn!(%error, "remove a file that was handed in");
    }
    Ok(settled)
}
