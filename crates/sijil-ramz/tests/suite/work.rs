//! The proof of work against the page's own script: `ramz.js` made these numbers under Node 20.

use crate::ramz;
use sijil_ramz::Level;

#[test]
fn the_challenge_has_the_form_that_the_script_reads() {
    let challenge = ramz(Level::Calm, 1).challenge_json();
    assert_eq!(challenge, CHALLENGE);
}

#[test]
fn what_the_script_solved_is_taken_for_its_token_only() {
    for (level, number, counter) in SOLVED {
        let solved = ramz(level, number);
        assert!(solved.is_worked(counter), "{level:?} {number}");
        assert!(!solved.is_worked(&format!("{counter}1")));
        assert!(!ramz(level, number + 1).is_worked(counter));
    }
    for malformed in ["", "-1", "0x2f", "4294967296", "{\"counter\":1}", "١"] {
        assert!(!ramz(Level::Calm, 1).is_worked(malformed), "{malformed:?}");
    }
}

const CHALLENGE: &str = "{\"parameters\":{\"algorithm\":\"PBKDF2/SHA-256\",\"cost\":1000,\"data\":{\"t\":\"01010101010101010101010101010101\"},\
    \"expiresAt\":1794003600,\"keyLength\":32,\"keyPrefix\":\"00\",\"nonce\":\"01010101010101010101010101010101\",\"salt\":\"d208d1da988fdfeb9b80a47527e598bc\"}}";
const SOLVED: [(Level, u8, &str); 4] = [
    (Level::Calm, 1, "174"),
    (Level::Calm, 2, "289"),
    (Level::Normal, 3, "840"),
    (Level::Busy, 4, "1252"),
];
