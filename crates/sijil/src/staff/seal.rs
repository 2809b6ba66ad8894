//! What a browser keeps for us for some minutes and cannot change: the state between two steps of
//! signing in, so that who has not signed in writes nothing to the database.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::session::store;
use crate::articles::content::sha256;
use crate::db::{DbError, Tx, UtcMillis};
use crate::secrets::{Key, Secrets, hex, unhex};

/// How long the second step may take.
const LASTS_MS: i64 = 10 * 60 * 1000;

/// Seals and opens.
pub(super) struct Seals(Key);

/// What was sealed, opened.
pub(super) struct Opened<T> {
    /// What was in it.
    pub(super) value: T,
    sha256: String,
    ends_at: UtcMillis,
}

impl Seals {
    pub(super) fn new(secrets: &Secrets) -> Self {
        Self(secrets.key("desk seals"))
    }

    /// A text that [`Seals::open`] takes for some minutes, for the same purpose alone.
    pub(super) fn seal(&self, purpose: &str, value: &impl Serialize, now: UtcMillis) -> String {
        let text = serde_json::to_vec(value).unwrap_or_default();
        let ends_at = now.0 + LASTS_MS;
        let tag = self.tag(purpose, ends_at, &text);
        format!("{ends_at}.{}.{}", hex(&text), hex(&tag))
    }

    fn tag(&self, purpose: &str, ends_at: i64, text: &[u8]) -> [u8; 32] {
        self.0
            .tag(&[purpose.as_bytes(), &ends_at.to_be_bytes(), text])
    }

    /// What was sealed for a purpose, unless it is too old or not ours.
    pub(super) fn open<T: DeserializeOwned>(
        &self,
        purpose: &str,
        sealed: &str,
        now: UtcMillis,
    ) -> Option<Opened<T>> {
        let mut pieces = sealed.split('.');
        let ends_at: i64 = pieces.next()?.parse().ok()?;
        let (text, tag) = (unhex(pieces.next()?)?, unhex(pieces.next()?)?);
        let right = self.tag(purpose, ends_at, &text);
        // Tags of both are compared: how long that takes says nothing of the right one.
        let is_ours = self.0.tag(&[&tag]) == self.0.tag(&[&right]);
        if !is_ours || ends_at < now.0 {
            return None;
        }
        Some(Opened {
            value: serde_json::from_slice(&text).ok()?,
            sha256: sha256(sealed.as_bytes()),
            ends_at: UtcMillis(ends_at),
        })
    }
}

impl<T> Opened<T> {
    /// Notes that it was used; gives whether it was not before. What has ended is forgotten.
    pub(super) fn spend(&self, tx: &mut Tx<'_, '_>, now: UtcMillis) -> Result<bool, DbError> {
        store::forget_challenges(tx, now)?;
        store::spend_challenge(tx, &self.sha256, self.ends_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_holds_for_its_purpose_and_its_time() {
        let seals = Seals::new(&Secrets::from_bytes(&[7; 32]).unwrap());
        let now = UtcMillis(1_000_000);
        let sealed = seals.seal("enter", &"Layla", now);
        let open = |purpose: &str, sealed: &str, at: i64| {
            let opened = seals.open::<String>(purpose, sealed, UtcMillis(at));
            opened.map(|opened| opened.value)
        };
        assert_eq!(open("enter", &sealed, now.0), Some("Layla".to_owned()));
        assert_eq!(open("enter", &sealed, now.0 + LASTS_MS + 1), None, "late");
        assert_eq!(open("add", &sealed, now.0), None, "another purpose");
        let (_, rest) = sealed.split_once('.').unwrap();
        assert_eq!(open("enter", &format!("9{rest}"), now.0), None);
        assert_eq!(open("enter", &format!("99999999.{rest}"), now.0), None);
        for bad in ["", ".", "1.2.3", &sealed.replace('.', "")] {
            assert_eq!(open("enter", bad, now.0), None, "{bad}");
        }
    }
}
