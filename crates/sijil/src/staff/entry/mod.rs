//! Coming in: who somebody says they are, whether they are, and what is written down when they enter.

pub mod desk;

use super::keys::{Keys, store as keys};
use super::second::{Kept, Right, store as seconds};
use super::session::{self, NewSession, Token, Way};
use super::{Actor, SessionId, Staff, store};
use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::outbox::{self, Letter, Mail, Recipient};
use crate::web::{Network, PageError};

/// What somebody typed to sign in, and from where.
pub(super) struct Asked {
    pub(super) login: String,
    pub(super) password: String,
    /// Of the moment, or a recovery code; empty if they have neither.
    pub(super) code: String,
    /// What the browser's cookie says of it.
    pub(super) mark: Option<String>,
    pub(super) network: Network,
}

/// Somebody who is who they say.
pub(super) struct Verified {
    pub(super) staff: Staff,
    /// To be spent in the transaction that lets them in.
    pub(super) right: Option<Right>,
}

/// Why somebody is not let in; it says nothing of what was wrong.
pub(super) enum Refusal {
    /// Too many tries: seconds to wait.
    Wait(i64),
    /// Login, password or code.
    Wrong,
}

/// Compares what somebody typed with what is kept. Whatever is wrong, it takes as long: one hash,
/// and nothing written.
pub(super) async fn verify(
    app: &App,
    asked: Asked,
) -> Result<Result<Verified, Refusal>, PageError> {
    let (door, now) = (&app.door, app.now());
    let caller = door.caller(&asked.login, &asked.network, asked.mark.as_deref());
    let seconds = door.wait_seconds(caller, now);
    if seconds > 0 {
        return Ok(Err(Refusal::Wait(seconds)));
    }
    let login = asked.login.clone();
    let found = app.db.read(move |tx| known(tx, &login)).await?;
    let hash = found.as_ref().map(|(_, hash, _)| hash.clone());
    // Who has no password is compared with nobody's.
    let hash = hash.filter(|hash| !hash.is_empty());
    let is_right = door.passwords.is_right(asked.password, hash).await;
    let is_right = is_right.ok_or(PageError::Busy)?;
    let verified = found.filter(|_| is_right).and_then(|(staff, _, second)| {
        let right = match second {
            Some(kept) => Some(door.seconds.check(staff.id, &kept, &asked.code, now)?),
            None => None,
        };
        Some(Verified { staff, right })
    });
    match verified {
        Some(verified) => {
            door.welcomed(caller);
            Ok(Ok(verified))
        }
        None => {
            door.refused(caller, now);
            Ok(Err(Refusal::Wrong))
        }
    }
}

type Known = (Staff, String, Option<Kept>);

fn known(tx: &mut Tx<'_, '_>, login: &str) -> Result<Option<Known>, DbError> {
    let Some((staff, hash)) = store::by_login(tx, login)? else {
        return Ok(None);
    };
    let second = seconds::kept(tx, staff.id)?;
    Ok(Some((staff, hash, second)))
}

/// Who has the passkey that a browser shows; `None` if it is no key of ours, or of somebody who may
/// not sign in. The proof is spent and the key's use noted.
pub(super) fn by_key(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (credential, sealed): (&str, &str),
) -> Result<Option<Staff>, DbError> {
    let (door, now) = (&app.door, app.now());
    let Some((shown, name)) = Keys::named(credential) else {
        return Ok(None);
    };
    let Some((mut own, owner)) = keys::by_credential(tx, &name)? else {
        return Ok(None);
    };
    let proof = door
        .keys
        .shown(&door.seals, (&shown, sealed), (owner, &mut own), now);
    let Some(proof) = proof else {
        return Ok(None);
    };
    if !proof.spend(tx, now)? {
        return Ok(None);
    }
    keys::used(tx, &own, now)?;
    let staff = store::by_id(tx, owner)?;
    Ok(staff.filter(|staff| !staff.is_disabled))
}

/// A browser that somebody enters with.
#[derive(Clone)]
pub(super) struct Visitor {
    /// In a word or two.
    pub(super) browser: String,
    /// Whether somebody signed in with it before, as the same.
    pub(super) is_known: bool,
    /// The session it had.
    pub(super) old: Option<Token>,
}

/// Opens a session in the place of the one that the browser had, and tells its owner if the browser
/// is new.
pub(super) fn enter(
    tx: &mut Tx<'_, '_>,
    app: &App,
    (staff, way): (&Staff, Way),
    visitor: &Visitor,
    token: &Token,
) -> Result<(), DbError> {
    if let Some(old) = &visitor.old {
        session::close(tx, old)?;
    }
    let now = app.now();
    let id: SessionId = app.ids.next(now);
    let session = NewSession {
        id,
        staff: staff.id,
        way,
        browser: visitor.browser.clone(),
    };
    session::open(tx, &session, token, now)?;
    let hand = Hand {
        by: Some(Actor {
            staff: staff.id,
            session: Some(id),
        }),
        at: now,
        ids: &app.ids,
    };
    let about = Subject(Kind::Staff, staff.id.0);
    ledger::append(tx, &hand, Act::SignedIn, about, way.word())?;
    if !visitor.is_known {
        tell(tx, app, staff, visitor, now)?;
    }
    Ok(())
}

/// Tells somebody that a browser signed in as them that never did before.
fn tell(
    tx: &mut Tx<'_, '_>,
    app: &App,
    staff: &Staff,
    visitor: &Visitor,
    now: UtcMillis,
) -> Result<(), DbError> {
    let Some(recipient) = Recipient::parse(&store::mail(tx, staff.id)?) else {
        return Ok(());
    };
    let say = app.say(staff.lang);
    let mut letter = Letter::new(staff.lang);
    letter.paragraph(&say.with("mail-new-browser", &staff.login));
    letter.line(&say.with("mail-new-browser-when", &say.moment(now)));
    if !visitor.browser.is_empty() {
        letter.line(&say.with("mail-new-browser-which", &visitor.browser));
    }
    letter.paragraph(&say.say("mail-new-browser-not-you"));
    letter.link(&format!("{}/desk/account", app.config.url));
    let mail = Mail {
        recipient,
        lang: staff.lang,
        subject: say.say("mail-new-browser-subject").into_owned(),
        body: letter.into_text(),
    };
    outbox::enqueue(tx, app, &mail).map(drop)
}

/// A browser in a word or two, from what it says of itself; nothing that tells two of a kind apart.
pub(super) fn browser(agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(sign, _)| agent.contains(sign));
        found.map(|(_, name)| *name)
    };
    // Each calls itself by the names of those below it too.
    let program = first(&[
        ("Firefox/", "Firefox"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    let words: Vec<&str> = [program, system].into_iter().flatten().collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_name_and_nothing_more() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox, Linux",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.0", ""),
        ] {
            assert_eq!(browser(agent), name);
        }
    }
}
