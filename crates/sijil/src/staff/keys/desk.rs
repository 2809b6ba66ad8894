//! Somebody's own passkeys: adding one, and taking one off.

use axum::extract::State;
use axum::response::Response;

use super::{KEYS_MAX, NAME_CHARS_MAX, PasskeyId, store};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::staff::account::desk::said;
use crate::staff::again::desk::Proven;
use crate::staff::entry::desk::ceremony;
use crate::staff::session::{Way, store as sessions};
use crate::staff::store as accounts;
use crate::web::extract::Named;
use crate::web::{Form, Page, PageError};
use sijil_text::clean_line;

/// Asks a browser to make a passkey.
///
/// # Errors
/// [`PageError::NotFound`] where this address can have none, or they have too many.
pub async fn options(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(_): Form,
) -> Result<Page, PageError> {
    let own = app.db.read(move |tx| store::of_staff(tx, staff.id)).await?;
    if own.len() >= KEYS_MAX {
        return Err(PageError::NotFound);
    }
    let door = &app.door;
    let begun = door.keys.begin(&door.seals, &staff, &own, app.now());
    begun.map(ceremony).ok_or(PageError::NotFound)
}

/// Keeps the passkey that a browser made.
///
/// # Errors
/// When the database fails.
pub async fn add(
    State(app): State<App>,
    Proven(staff): Proven,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        let (door, now) = (&own.door, own.now());
        let answer = (staff.id, fields.raw("credential"), fields.raw("sealed"));
        let Some((key, proof)) = door.keys.made(&door.seals, answer, now) else {
            return Ok(false);
        };
        let name: String = clean_line(fields.get("name"))
            .chars()
            .take(NAME_CHARS_MAX)
            .collect();
        let new = (own.ids.next(now), staff.id);
        let is_new = proof.spend(tx, now)? && store::insert(tx, new, (&name, &key), now)?;
        if is_new {
            // Who just showed a device of theirs needs no other proof of it.
            if let Some(session) = staff.session {
                sessions::prove(tx, session, Way::Passkey, now)?;
            }
            let about = Subject(Kind::Staff, staff.id.0);
            ledger::append(tx, &Hand::of(&staff, &own), Act::PasskeyAdded, about, &name)?;
        }
        Ok::<_, DbError>(is_new)
    };
    let is_added = app.db.write(write).await?;
    Ok(said(if is_added {
        "passkey-added"
    } else {
        "passkey-failed"
    }))
}

/// Takes a passkey off its owner, unless they could not come in again without it.
///
/// # Errors
/// When the database fails.
pub async fn remove(
    State(app): State<App>,
    Proven(staff): Proven,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    let id: PasskeyId = named.number("id")?.into();
    let own = app.clone();
    let write = move |tx: &mut Tx<'_, '_>| {
        let is_last = store::of_staff(tx, staff.id)?.len() <= 1;
        if is_last && !accounts::has_password(tx, staff.id)? {
            return Ok("passkey-last");
        }
        let Some(name) = store::delete(tx, id, staff.id)? else {
            return Ok("nothing");
        };
        let about = Subject(Kind::Staff, staff.id.0);
        ledger::append(
            tx,
            &Hand::of(&staff, &own),
            Act::PasskeyRemoved,
            about,
            &name,
        )?;
        Ok::<_, DbError>("passkey-removed")
    };
    let word = app.db.write(write).await?;
    Ok(said(word))
}
