//! The proof of work: a number whose derived key begins with zeros.
//!
//! The challenge has the form of ALTCHA version 2 in its random mode, with PBKDF2 and SHA-256: key =
//! PBKDF2(password: nonce and counter, salt, rounds), the counter being four bytes, big-endian. The
//! answer is the counter alone, in decimal: whoever claims a key need not be believed, it is derived here.

use crate::layout::TAG;
use crate::level::Cost;
use sha2::Sha256;
use std::fmt::Write as _;

/// Bytes of a derived key: one block of SHA-256, so one run of the rounds.
const KEY: usize = 32;
/// Digits of the greatest counter.
const COUNTER_DIGITS_MAX: usize = 10;

/// The work that one token asks for.
pub(crate) struct Work {
    /// The token's nonce: work for one token is worth nothing for another.
    pub(crate) nonce: [u8; 16],
    /// The token's proof: nor for one of the same nonce that asks for less.
    pub(crate) salt: [u8; TAG],
    pub(crate) cost: Cost,
}

impl Work {
    /// The challenge for the script. Holds nothing that needs escaping in HTML but its quotation marks.
    pub(crate) fn challenge_json(&self, expires_at_s: u32) -> String {
        let nonce = hex(&self.nonce);
        let salt = hex(&self.salt);
        let prefix = "0".repeat(self.cost.prefix_nibbles.into());
        let rounds = self.cost.rounds;
        format!(
            "{{\"parameters\":{{\"algorithm\":\"PBKDF2/SHA-256\",\"cost\":{rounds},\
             \"data\":{{\"t\":\"{nonce}\"}},\"expiresAt\":{expires_at_s},\"keyLength\":{KEY},\
             \"keyPrefix\":\"{prefix}\",\"nonce\":\"{nonce}\",\"salt\":\"{salt}\"}}}}"
        )
    }

    /// Whether `counter` solves it. One derivation.
    pub(crate) fn is_done(&self, counter: u32) -> bool {
        let nibbles = usize::from(self.cost.prefix_nibbles);
        // Zeros that nobody counts would be no work; the token is ours, so this is a guard for us.
        let key = self.key(counter);
        let zeros = key.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        nibbles > 0 && zeros.take_while(|nibble| *nibble == 0).count() >= nibbles
    }

    fn key(&self, counter: u32) -> [u8; KEY] {
        let password = [self.nonce.as_slice(), &counter.to_be_bytes()].concat();
        let rounds = u32::from(self.cost.rounds);
        pbkdf2::pbkdf2_hmac_array::<Sha256, KEY>(&password, &self.salt, rounds)
    }
}

/// The counter that `solution` writes, in plain decimal: no sign, no space, no zero before it.
pub(crate) fn counter(solution: &str) -> Option<u32> {
    let is_plain = solution.len() <= COUNTER_DIGITS_MAX
        && solution.bytes().all(|byte| byte.is_ascii_digit())
        && (solution == "0" || !solution.starts_with('0'));
    if is_plain {
        solution.parse().ok()
    } else {
        None
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One zero of four rounds: 16 tries on average.
    const EASY: Work = Work {
        nonce: *b"Layla's comment.",
        salt: *b"and its proof...",
        cost: Cost {
            prefix_nibbles: 1,
            rounds: 4,
        },
    };

    fn solved(work: &Work) -> u32 {
        (0..10_000).find(|counter| work.is_done(*counter)).unwrap()
    }

    #[test]
    fn work_is_done_when_the_key_begins_with_zeros() {
        let counter = solved(&EASY);
        assert!(EASY.key(counter)[0] < 16);
        assert!(EASY.is_done(counter));
        let other = (0..10_000).find(|counter| EASY.key(*counter)[0] >= 16);
        assert!(!EASY.is_done(other.unwrap()));
    }

    #[test]
    fn work_counts_for_its_own_token_and_price_only() {
        let other_nonce = Work {
            nonce: *b"Omar's comment..",
            ..EASY
        };
        let other_proof = Work {
            salt: *b"of another token",
            ..EASY
        };
        let dearer = Work {
            cost: Cost {
                prefix_nibbles: 6,
                rounds: 4,
            },
            ..EASY
        };
        let free = Work {
            cost: Cost {
                prefix_nibbles: 0,
                rounds: 4,
            },
            ..EASY
        };
        let counter = (0..10_000).find(|counter| {
            EASY.is_done(*counter)
                && !other_nonce.is_done(*counter)
                && !other_proof.is_done(*counter)
        });
        let counter = counter.unwrap();
        assert!(!dearer.is_done(counter));
        assert!(!free.is_done(counter));
    }

    #[test]
    fn what_is_no_counter_is_refused_before_any_work() {
        for (solution, read) in [
            ("0", Some(0)),
            ("17", Some(17)),
            ("4294967295", Some(u32::MAX)),
            ("4294967296", None),
            ("99999999999", None),
            ("", None),
            ("017", None),
            ("+17", None),
            ("-1", None),
            (" 17", None),
            ("17\n", None),
            ("0x11", None),
            ("١٧", None),
        ] {
            assert_eq!(counter(solution), read, "{solution:?}");
        }
    }
}
