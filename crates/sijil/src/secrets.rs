//! The newsroom's master secret, and the keys that are derived from it.
//!
//! It lies in a file of its own, apart from the database and its backups: who has the one without the
//! other learns nothing about readers.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Bytes of the master secret and of every key.
pub const KEY_BYTES: usize = 32;

/// A key for one purpose, HMAC-SHA-256 (RFC 2104).
#[derive(Clone)]
pub struct Key([u8; KEY_BYTES]);

impl Key {
    /// A new random key that no file knows, for what must not outlive its day.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn fleeting() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; KEY_BYTES];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The tag of some parts, each preceded by its length, so that no two lists of parts have one
    /// tag because their bytes meet.
    #[must_use]
    pub fn tag(&self, parts: &[&[u8]]) -> [u8; KEY_BYTES] {
        let mut mac = self.mac();
        for part in parts {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The first 16 bytes of [`Key::tag`].
    #[must_use]
    pub fn short_tag(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut short = [0; 16];
        for (to, from) in short.iter_mut().zip(self.tag(parts)) {
            *to = from;
        }
        short
    }

    /// Whether `tag` is the [`Key::short_tag`] of some parts; compares in constant time.
    #[must_use]
    pub fn is_tag(&self, tag: &[u8; 16], parts: &[&[u8]]) -> bool {
        let right = self.short_tag(parts);
        let differences = tag.iter().zip(right).map(|(a, b)| a ^ b);
        std::hint::black_box(differences.fold(0, |all, one| all | one)) == 0
    }

    fn mac(&self) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        Hmac::new_from_slice(&self.0).expect("a key of 32 bytes is a key")
    }
}

/// The master secret.
pub struct Secrets(Key);

impl Secrets {
    /// Reads the secret of a data folder, or makes one that only its owner may read.
    ///
    /// # Errors
    /// When the file cannot be read or made, is not 32 bytes long, or is all zeros.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        match File::open(path) {
            Ok(mut file) => {
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)
                    .with_context(|| format!("read the secret {}", path.display()))?;
                Self::from_bytes(&bytes).with_context(|| format!("read {}", path.display()))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Self::make(path),
            Err(error) => Err(error).with_context(|| format!("read the secret {}", path.display())),
        }
    }

    /// The secret from its bytes.
    ///
    /// # Errors
    /// When they are not 32, or all zeros.
    pub fn from_bytes(bytes: &[u8]) -> anyhow::Result<Self> {
        let Ok(bytes) = <[u8; KEY_BYTES]>::try_from(bytes) else {
            bail!(
                "the secret is {} bytes long and must be 32; put the kept copy back, or remove the \
                 file: forms that are open then need another code, and readers may vote anew",
                bytes.len()
            );
        };
        if bytes == [0; KEY_BYTES] {
            bail!("the secret is all zeros; remove the file and a new one is made");
        }
        Ok(Self(Key(bytes)))
    }

    /// The key for a purpose.
    #[must_use]
    pub fn key(&self, purpose: &str) -> Key {
        Key(self.0.tag(&[b"sijil", purpose.as_bytes()]))
    }

    /// The master secret of the confirmation code, from which it derives its own keys.
    #[must_use]
    pub fn ramz(&self) -> [u8; KEY_BYTES] {
        self.key("ramz").0
    }

    fn make(path: &Path) -> anyhow::Result<Self> {
        let mut bytes = [0; KEY_BYTES];
        getrandom::fill(&mut bytes).context("read random bytes")?;
        let shown = path.display();
        // Written beside and then renamed: a file cut short would be refused at the next start.
        let beside = path.with_extension("new");
        let mut file = File::options()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&beside)
            .with_context(|| format!("make the secret {shown}"))?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path).with_context(|| format!("make the secret {shown}"))?;
        if let Some(folder) = path.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(Self(Key(bytes)))
    }
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of a text in lower-case hexadecimal; nothing if it is none.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| Some(digit(high)? << 4 | digit(low)?));
    rest.is_empty().then(|| bytes.collect()).flatten()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_secret_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let first = Secrets::open(&path).unwrap();
        let again = Secrets::open(&path).unwrap();
        assert_eq!(first.ramz(), again.ramz());
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_tag_is_known_again_and_hexadecimal_comes_back() {
        let key = Secrets::from_bytes(&[7; 32]).unwrap().key("votes");
        let tag = key.short_tag(&[b"a"]);
        assert!(key.is_tag(&tag, &[b"a"]));
        assert!(!key.is_tag(&tag, &[b"b"]));
        assert_eq!(unhex(&hex(&tag)), Some(tag.to_vec()));
        assert_eq!(unhex("0g"), None);
        assert_eq!(unhex("012"), None);
    }

    #[test]
    fn a_damaged_secret_is_refused() {
        assert!(Secrets::from_bytes(&[1; 31]).is_err());
        assert!(Secrets::from_bytes(&[0; 32]).is_err());
    }

    #[test]
    fn keys_differ_by_purpose_and_parts_do_not_run_together() {
        let secrets = Secrets::from_bytes(&[7; 32]).unwrap();
        let (votes, mail) = (secrets.key("votes"), secrets.key("mail"));
        assert_ne!(votes.tag(&[b"a"]), mail.tag(&[b"a"]));
        assert_ne!(votes.tag(&[b"ab", b"c"]), votes.tag(&[b"a", b"bc"]));
    }
}
