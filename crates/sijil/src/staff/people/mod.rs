//! Taking people on: one-time links, roles, limits, and keeping somebody out.

pub mod desk;
pub mod person;
pub(super) mod store;

use super::session::{Token, store as sessions};
use super::{Reach, Role, Staff, StaffError, StaffId, keys, reach, second, store as accounts};
use crate::app::App;
use crate::db::{DbError, Tx, UtcMillis};
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::outbox::{self, Letter, Mail, Recipient};

/// How long a one-time link may wait: a weekend and a day.
const LINK_MS: i64 = 3 * 24 * 60 * 60 * 1000;

/// Somebody as who manages the staff sees them.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub staff: Staff,
    /// Where notices go; empty for none.
    pub mail: String,
    /// Whether they have a password.
    pub has_password: bool,
    /// How many passkeys they have.
    pub passkeys: i64,
    /// Whether their password takes a second factor.
    pub has_second: bool,
    /// When they were last seen in a session that is open.
    pub seen_at: Option<UtcMillis>,
    /// Until when a one-time link waits for them.
    pub link_ends_at: Option<UtcMillis>,
}

impl Person {
    /// Whether they never came in.
    #[must_use]
    pub fn is_new(&self) -> bool {
        !self.has_password && self.passkeys == 0
    }
}

/// Takes somebody on without a way in, and makes the link by which they choose one.
///
/// # Errors
/// [`StaffError::Taken`].
pub fn invite(
    tx: &mut Tx<'_, '_>,
    app: &App,
    hand: &Hand<'_>,
    (new, mail): (&Staff, Option<&Recipient>),
    token: &Token,
) -> Result<(), StaffError> {
    super::add(tx, new, "", hand.at)?;
    let address = mail.map_or("", Recipient::as_str);
    accounts::set_name(tx, new.id, &new.name, address)?;
    reach::limit(tx, new.id, &new.reach)?;
    let about = Subject(Kind::Staff, new.id.0);
    ledger::append(tx, hand, Act::Added, about, new.role.word())?;
    Ok(link(tx, app, hand, new, token)?)
}

/// Makes a one-time link for somebody, in the place of an older one, and sends it if there is mail
/// and an address.
///
/// # Errors
/// When the database fails.
pub fn link(
    tx: &mut Tx<'_, '_>,
    app: &App,
    hand: &Hand<'_>,
    staff: &Staff,
    token: &Token,
) -> Result<(), DbError> {
    let ends_at = UtcMillis(hand.at.0 + LINK_MS);
    store::put_link(tx, staff.id, &token.sha256(), (hand.at, ends_at))?;
    ledger::append(
        tx,
        hand,
        Act::LinkMade,
        Subject(Kind::Staff, staff.id.0),
        "",
    )?;
    let Some(recipient) = Recipient::parse(&accounts::mail(tx, staff.id)?) else {
        return Ok(());
    };
    let say = app.say(staff.lang);
    let mut letter = Letter::new(staff.lang);
    letter.paragraph(&say.with("mail-invited", &staff.login));
    letter.link(&address(app, token));
    letter.paragraph(&say.say("mail-invited-once"));
    let mail = Mail {
        recipient,
        lang: staff.lang,
        subject: say.say("mail-invited-subject").into_owned(),
        body: letter.into_text(),
    };
    outbox::enqueue(tx, app, &mail).map(drop)
}

/// The address of a one-time link.
#[must_use]
pub fn address(app: &App, token: &Token) -> String {
    format!("{}/desk/welcome/{}", app.config.url, token.as_str())
}

/// Somebody by their login, for the command line.
///
/// # Errors
/// [`StaffError::NotFound`], for who is kept out too.
pub fn by_login(tx: &mut Tx<'_, '_>, login: &str) -> Result<Staff, StaffError> {
    let found = accounts::by_login(tx, login)?;
    found.map(|(staff, _)| staff).ok_or(StaffError::NotFound)
}

/// What is changed about somebody.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Post {
    /// What they do here.
    pub role: String,
    /// The languages they are limited to; none for all.
    pub langs: Vec<String>,
    /// The sections they are limited to; none for all.
    pub sections: Vec<i64>,
}

impl Post {
    /// The role and limits that the words stand for; `None` for an unknown role.
    pub(super) fn read(&self) -> Option<(Role, Reach)> {
        let role = Role::try_from(self.role.clone()).ok()?;
        let langs = self.langs.iter();
        let langs: Vec<_> = langs
            .filter_map(|code| code.as_str().try_into().ok())
            .collect();
        let sections: Vec<_> = self.sections.iter().map(|id| (*id).into()).collect();
        Some((role, Reach::to(&langs, &sections)))
    }

    /// Role, languages and sections, in words that mean the same in both languages.
    pub(super) fn detail(&self) -> String {
        let mut words = vec![self.role.clone()];
        words.extend(self.langs.iter().cloned());
        words.extend(self.sections.iter().map(ToString::to_string));
        words.join(" ")
    }
}

/// Gives somebody a role and limits.
///
/// # Errors
/// [`StaffError::NotFound`].
pub fn assign(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: StaffId,
    post: &Post,
) -> Result<(), StaffError> {
    let (role, reach) = post.read().ok_or(StaffError::NotFound)?;
    if !store::set_role(tx, id, role)? {
        return Err(StaffError::NotFound);
    }
    reach::limit(tx, id, &reach)?;
    let about = Subject(Kind::Staff, id.0);
    Ok(ledger::append(
        tx,
        hand,
        Act::RoleSet,
        about,
        &post.detail(),
    )?)
}

/// Keeps somebody out, or lets them in again; what they did stays in the ledger.
///
/// # Errors
/// [`StaffError::NotFound`].
pub fn keep_out(
    tx: &mut Tx<'_, '_>,
    hand: &Hand<'_>,
    id: StaffId,
    is_out: bool,
) -> Result<(), StaffError> {
    if !store::set_disabled(tx, id, is_out.then_some(hand.at))? {
        return Err(StaffError::NotFound);
    }
    let act = if is_out { Act::Disabled } else { Act::LetIn };
    if is_out {
        sessions::end_all(tx, id)?;
        store::delete_link(tx, id)?;
    }
    Ok(ledger::append(
        tx,
        hand,
        act,
        Subject(Kind::Staff, id.0),
        "",
    )?)
}

/// Ends all sessions of somebody.
///
/// # Errors
/// When the database fails.
pub fn sign_out(tx: &mut Tx<'_, '_>, hand: &Hand<'_>, id: StaffId) -> Result<(), DbError> {
    sessions::end_all(tx, id)?;
    ledger::append(tx, hand, Act::SessionsEnded, Subject(Kind::Staff, id.0), "")
}

/// Uses a one-time link up; gives whose it was. The ways in that they had before are gone, and so
/// are their sessions: the link is for who lost them, or for who may have lost them to somebody.
pub(super) fn arrive(
    tx: &mut Tx<'_, '_>,
    token: &Token,
    now: UtcMillis,
) -> Result<Option<Staff>, DbError> {
    let Some(id) = store::take_link(tx, &token.sha256(), now)? else {
        return Ok(None);
    };
    keys::store::delete_all(tx, id)?;
    second::store::delete(tx, id)?;
    second::store::clear_codes(tx, id)?;
    accounts::set_hash(tx, id, "")?;
    sessions::end_all(tx, id)?;
    accounts::by_id(tx, id)
}
