//! How long the desk's door takes to refuse a login that somebody has, and one that nobody has: who
//! could tell them apart would know who works here.

use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use super::wire::Wire;
use super::{median, pages};
use crate::report;
use crate::shell::say;
use crate::site::Site;

/// Refusals of each, in turns.
const TRIES: u8 = 200;
/// A login of the demo, and one of the same length that nobody has.
const KNOWN: &str = "layla";
const UNKNOWN: &str = "karim";
/// What the door answers to a wrong password.
const REFUSED: u16 = 422;
/// Each try comes from another network: the door lets one try only so often.
const SETTINGS: [(&str, &str); 1] = [("SIJIL_SERVER_PROXIES", "127.0.0.1")];

/// Measures and prints; builds the program first unless one is given.
pub(crate) fn run(program: Option<&str>) -> Result<()> {
    let program = match program {
        Some(program) => std::path::absolute(program).context("find the program")?,
        None => pages::release()?,
    };
    let site = Site::open(&program, &SETTINGS, None)?;
    let mut wire = Wire::open(&site.address)?;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for number in 0..TRIES {
        // What else the machine does meets both, whichever comes first.
        let in_turns = match number % 2 {
            0 => [KNOWN, UNKNOWN],
            _ => [UNKNOWN, KNOWN],
        };
        for login in in_turns {
            let taken_ms = refused_ms(&mut wire, login, number)?;
            let tries = if login == KNOWN {
                &mut known
            } else {
                &mut unknown
            };
            tries.push(taken_ms);
        }
    }
    let [known_ms, unknown_ms] = [known, unknown].map(|tries| median(tries.into_iter()));
    say(&format!(
        "   a login that is known is refused in {known_ms:.2} ms, one that is not in {unknown_ms:.2} ms"
    ));
    let figures = [
        ("known_ms", known_ms),
        ("unknown_ms", unknown_ms),
        ("ratio", known_ms / unknown_ms),
    ];
    report::conclude("bench login", &figures)
}

/// How long one refusal takes, from the request to the end of the answer.
fn refused_ms(wire: &mut Wire, login: &str, number: u8) -> Result<f64> {
    let body = format!("login={login}&password=no+words+of+theirs+{number}&code=&lang=en");
    let request = wire.form("/desk/login", &body, &format!("198.51.100.{number}"));
    let began = Instant::now();
    let said = wire.ask(&request)?;
    let taken = began.elapsed();
    if said.status != REFUSED {
        bail!("the door answers {} to {login}", said.status);
    }
    Ok(taken.as_secs_f64() * 1000.0)
}
