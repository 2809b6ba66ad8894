//! A moderator who signs in and opens the queue once a second.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::super::newsroom::{MODERATOR, PASSWORD};
use crate::bench::wire::Wire;
use crate::shell;

const QUEUE: &str = "/desk/moderation";

/// Milliseconds until each opening of the queue was answered.
pub(super) fn look(address: &str, is_over: &AtomicBool) -> Result<Vec<f64>> {
    let mut wire = Wire::open(address)?;
    let typed = format!(
        "login={MODERATOR}&password={}&lang=en&next=",
        PASSWORD.replace(' ', "+")
    );
    let said = wire.ask(&wire.form("/desk/login", &typed, "192.0.2.1"))?;
    if said.status != 303 || said.cookie.is_empty() {
        bail!("signing in is answered with {}", said.status);
    }
    let cookie = format!("Cookie: {}\r\n", said.cookie);
    let mut took = Vec::new();
    while !is_over.load(Ordering::Relaxed) {
        let asked = Instant::now();
        let said = wire.get_with(QUEUE, &cookie)?;
        if said.status != 200 {
            bail!("the queue is answered with {}", said.status);
        }
        took.push(asked.elapsed().as_secs_f64() * 1000.0);
        shell::wait(Duration::from_secs(1));
    }
    Ok(took)
}
