//! What the page on which a story is written brings along for the writing tool's script.

use std::collections::BTreeMap;

use super::Say;
use crate::secrets::{Secrets, hex};
use crate::staff::StaffId;

/// The tool's sentences, by their names without `editor-`, and the digits of its numbers, as JSON.
#[must_use]
pub fn words(say: &Say) -> String {
    let mut words: BTreeMap<&str, String> = Say::names_below("editor-")
        .map(|name| (name, say.say(&format!("editor-{name}")).into_owned()))
        .collect();
    words.insert("numbering", say.numbering().to_owned());
    serde_json::json!(words).to_string()
}

/// The key under which somebody's browser keeps what is not saved yet, in hexadecimal.
///
/// It is the same at each of their sessions and nobody else's: whoever signs in next on a shared
/// machine cannot open what they find there.
#[must_use]
pub fn key(secrets: &Secrets, staff: StaffId) -> String {
    hex(&secrets
        .key("texts kept in browsers")
        .tag(&[&staff.0.to_le_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_key_of_their_own_that_stays() {
        let secrets = Secrets::from_bytes(&[7; 32]).unwrap();
        assert_eq!(key(&secrets, StaffId(1)), key(&secrets, StaffId(1)));
        assert_ne!(key(&secrets, StaffId(1)), key(&secrets, StaffId(2)));
        assert_eq!(key(&secrets, StaffId(1)).len(), 64);
    }
}
