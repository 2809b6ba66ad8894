//! Thousands of random and hostile texts: how many break a promise, and which.

use std::panic::{self, catch_unwind};
use std::sync::Mutex;

use sijil_hostile::promises::ALL;
use sijil_hostile::texts;

use crate::say;

/// Characters shown of a text that breaks a promise.
const SHOWN_CHARS: usize = 400;

/// What the last panic said.
static REASON: Mutex<String> = Mutex::new(String::new());

/// Checks `count` texts of `seed`, then those without blanks; how many broke a promise.
pub(crate) fn run(seed: u64, count: usize) -> usize {
    panic::set_hook(Box::new(|panicked| {
        if let Ok(mut reason) = REASON.lock() {
            *reason = panicked.to_string().replace('\n', " ");
        }
    }));
    let mut broken = 0;
    for text in texts::all(seed).take(count).chain(texts::without_blanks()) {
        for (name, check) in ALL {
            if catch_unwind(|| check(text.text.as_bytes())).is_err() {
                broken += 1;
                let reason = REASON
                    .lock()
                    .map(|reason| reason.clone())
                    .unwrap_or_default();
                let shown: String = text.text.chars().take(SHOWN_CHARS).collect();
                say(&format!("{name} of {}: {reason}\n   {shown:?}", text.kind));
            }
        }
    }
    broken
}
