//! Passkeys (W3C Web Authentication, level 3): a browser makes one, or shows that it has one.
//!
//! Who signs in names nobody: the key itself says whose it is, so nothing can
//! be learnt about who works here.

pub mod desk;
pub(super) mod store;

use serde_json::Value;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

use super::seal::{Opened, Seals};
use super::{Staff, StaffId, UtcMillis};
use crate::db_id;
use crate::secrets::{Key, Secrets, hex};

db_id! {
    /// A passkey.
    PasskeyId
}

/// Passkeys somebody may have.
pub(super) const KEYS_MAX: usize = 20;
/// Characters of a passkey's name.
pub(super) const NAME_CHARS_MAX: usize = 60;

/// A passkey as its owner sees it.
#[derive(Debug, Clone)]
pub struct OwnKey {
    /// Its identifier.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub at: UtcMillis,
    /// When it was last used to sign in.
    pub used_at: Option<UtcMillis>,
    key: Passkey,
}

/// What a browser is asked to do, and what it sends back with its answer.
pub(super) struct Ceremony {
    pub(super) options: Value,
    pub(super) sealed: String,
}

/// The ceremonies of a newsroom's address.
pub(super) struct Keys {
    /// Without an address that browsers give passkeys for (a name, encrypted or `localhost`), none.
    webauthn: Option<Webauthn>,
    handles: Key,
}

impl Keys {
    pub(super) fn new(secrets: &Secrets, site: &str) -> Self {
        Self {
            webauthn: ceremonies(site),
            handles: secrets.key("desk passkey handles"),
        }
    }

    /// Whether this newsroom's address can have passkeys.
    pub(super) fn are_possible(&self) -> bool {
        self.webauthn.is_some()
    }

    /// Asks a browser to make a key for somebody, on a device that holds none of `known`.
    pub(super) fn begin(
        &self,
        seals: &Seals,
        who: &Staff,
        known: &[OwnKey],
        now: UtcMillis,
    ) -> Option<Ceremony> {
        let known: Vec<CredentialID> = known.iter().map(|own| own.key.cred_id().clone()).collect();
        let handle = self.handle(who.id);
        let started = self.webauthn.as_ref()?.start_passkey_registration(
            handle,
            &who.login,
            &who.name,
            Some(known),
        );
        let (options, state) = started.ok()?;
        let mut options = serde_json::to_value(options).ok()?;
        // The key must be found without a login, since signing in names nobody.
        let chosen = options.pointer_mut("/publicKey/authenticatorSelection")?;
        let chosen = chosen.as_object_mut()?;
        chosen.insert("residentKey".to_owned(), "required".into());
        chosen.insert("requireResidentKey".to_owned(), true.into());
        Some(Ceremony {
            options,
            sealed: seals.seal(&adding(who.id), &state, now),
        })
    }

    /// The key that a browser made for somebody.
    pub(super) fn made(
        &self,
        seals: &Seals,
        (who, credential, sealed): (StaffId, &str, &str),
        now: UtcMillis,
    ) -> Option<(Passkey, Opened<PasskeyRegistration>)> {
        let state = seals.open::<PasskeyRegistration>(&adding(who), sealed, now)?;
        let credential: RegisterPublicKeyCredential = serde_json::from_str(credential).ok()?;
        let webauthn = self.webauthn.as_ref()?;
        let made = webauthn.finish_passkey_registration(&credential, &state.value);
        Some((made.ok()?, state))
    }

    /// Asks a browser for any key of ours.
    pub(super) fn ask(&self, seals: &Seals, now: UtcMillis) -> Option<Ceremony> {
        let started = self.webauthn.as_ref()?.start_discoverable_authentication();
        let (mut options, state) = started.ok()?;
        // A button asks, not a field that fills itself in.
        options.mediation = None;
        Some(Ceremony {
            options: serde_json::to_value(options).ok()?,
            sealed: seals.seal(SHOWING, &state, now),
        })
    }

    /// Which key a browser shows, as [`store::by_credential`] knows it; it is not yet believed.
    pub(super) fn named(credential: &str) -> Option<(PublicKeyCredential, String)> {
        let credential: PublicKeyCredential = serde_json::from_str(credential).ok()?;
        let name = hex(credential.get_credential_id());
        Some((credential, name))
    }

    /// Whether a browser has the key of `owner` that it shows; the key is then as it must be kept
    /// from now on.
    pub(super) fn shown(
        &self,
        seals: &Seals,
        (credential, sealed): (&PublicKeyCredential, &str),
        (owner, own): (StaffId, &mut OwnKey),
        now: UtcMillis,
    ) -> Option<Opened<DiscoverableAuthentication>> {
        let state = seals.open::<DiscoverableAuthentication>(SHOWING, sealed, now)?;
        let webauthn = self.webauthn.as_ref()?;
        let (handle, _) = webauthn
            .identify_discoverable_authentication(credential)
            .ok()?;
        if handle != self.handle(owner) {
            return None;
        }
        let result = webauthn
            .finish_discoverable_authentication_v2(credential, state.value.clone(), &own.key)
            .ok()?;
        own.key.update_credential(&result);
        Some(state)
    }

    /// What a browser calls an account: nothing that could be read from it.
    fn handle(&self, staff: StaffId) -> Uuid {
        Uuid::from_bytes(self.handles.short_tag(&[&staff.0.to_be_bytes()]))
    }
}

/// A key for signing in proves nothing where one is added, nor one of somebody else.
fn adding(who: StaffId) -> String {
    format!("add a passkey to {who}")
}

const SHOWING: &str = "show a passkey";

fn ceremonies(site: &str) -> Option<Webauthn> {
    let site = Url::parse(site).ok()?;
    let host = site.domain()?.to_owned();
    let is_safe = site.scheme() == "https" || host == "localhost";
    let builder = WebauthnBuilder::new(&host, &site).ok()?.rp_name(&host);
    builder.build().ok().filter(|_| is_safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_and_an_encrypted_connection() {
        for (site, are_possible) in [
            ("https://paper.example", true),
            ("https://paper.example:8443", true),
            ("http://localhost:8080", true),
            ("http://paper.example", false),
            ("http://127.0.0.1:8080", false),
            ("https://[::1]", false),
            ("nonsense", false),
        ] {
            assert_eq!(ceremonies(site).is_some(), are_possible, "{site}");
        }
    }
}
