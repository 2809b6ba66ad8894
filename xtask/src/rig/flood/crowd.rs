//! What machines send: bare forms, guessed codes, worn-out codes, the lane, and a share that was
//! answered rightly.

use std::ops::AddAssign;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::super::threads::{on_threads, shared_out};
use crate::bench::letters::{self, Story};
use crate::bench::wire::{Said, Wire, between};
use crate::shell;

/// Submissions, and how long they take at least.
const SUBMISSIONS: usize = 20_000;
const MINUTE: Duration = Duration::from_secs(60);
/// Networks that they come from, of IPv4 and IPv6 in turns.
const NETWORKS: usize = 5_000;
/// Connections that send.
const SENDERS: usize = 32;
/// Of twenty submissions so many of each kind, in the order of [`Kind`].
const MIX: [(Kind, usize); 5] = [
    (Kind::Bare, 8),
    (Kind::Guessed, 4),
    (Kind::WornOut, 3),
    (Kind::Lane, 2),
    (Kind::Answered, 3),
];
const MIX_SUM: usize = 20;
/// Codes that are answered beforehand: one for each of that kind.
const STOCK: usize = SUBMISSIONS / MIX_SUM * 3;
const PREPARERS: usize = 4;

/// What is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// No code at all.
    Bare,
    /// A code with wrong digits.
    Guessed,
    /// A code of another story, or one that was used before.
    WornOut,
    /// The lane without a code.
    Lane,
    /// A code that was answered before the flood, when it was easy.
    Answered,
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    /// By kind: sent, and kept.
    counts: [(usize, usize); 5],
    /// Told to wait.
    waits: usize,
    /// Answers of 500 and above, and connections that broke.
    pub(super) errors: usize,
}

impl Sent {
    pub(super) fn all(&self) -> usize {
        self.counts.iter().map(|(sent, _)| sent).sum()
    }

    /// Comments that were acknowledged.
    pub(super) fn kept(&self) -> usize {
        self.counts.iter().map(|(_, kept)| kept).sum()
    }

    pub(super) fn kinds(&self) -> Vec<(&'static str, usize)> {
        let names = ["bare", "guessed", "worn_out", "lane", "answered"];
        let kept = [
            "bare_kept",
            "guessed_kept",
            "worn_out_kept",
            "lane_kept",
            "answered_kept",
        ];
        let sent = names.into_iter().zip(self.counts.map(|(sent, _)| sent));
        let kept = kept.into_iter().zip(self.counts.map(|(_, kept)| kept));
        sent.chain(kept).chain([("waits", self.waits)]).collect()
    }

    fn count(&mut self, kind: Kind, said: Option<&Said>) {
        let status = said.map_or(0, |said| said.status);
        let place = MIX.iter().position(|(other, _)| *other == kind);
        if let Some((sent, kept)) = place.and_then(|place| self.counts.get_mut(place)) {
            *sent += 1;
            *kept += usize::from(status == 303);
        }
        self.waits += usize::from(status == 429);
        self.errors += usize::from(status == 0 || status >= 500);
    }
}

impl AddAssign for Sent {
    fn add_assign(&mut self, other: Self) {
        for ((sent, kept), (more, more_kept)) in self.counts.iter_mut().zip(other.counts) {
            *sent += more;
            *kept += more_kept;
        }
        self.waits += other.waits;
        self.errors += other.errors;
    }
}

/// One of the flood's networks.
pub(super) fn network(number: usize) -> String {
    let number = number % NETWORKS;
    match number % 2 {
        0 => format!("100.64.{}.{}", number / 2 / 250, number / 2 % 250),
        _ => format!("2001:db8:{number:x}::1"),
    }
}

/// Codes that are answered before the flood.
pub(super) fn stock(address: &str, story: &Story) -> Result<Vec<Vec<u8>>> {
    let open = || Wire::open(address);
    shared_out((PREPARERS, STOCK), open, |wire, number| {
        letters::ready_from(wire, story, number, &network(number * 7))
    })
}

/// Sends all of it, evenly over the minute or as fast as it is answered.
pub(super) fn send(address: &str, stories: &[Story], stock: Vec<Vec<u8>>) -> Result<Sent> {
    let stock = Mutex::new(stock);
    let began = Instant::now();
    let share = MINUTE / u32::try_from(SUBMISSIONS).context("count submissions")?;
    let parts = on_threads(SENDERS, |first| {
        let mut sender = Sender {
            wire: Wire::open(address)?,
            stories,
            stock: &stock,
            token: String::new(),
        };
        let mut sent = Sent::default();
        for number in (first..SUBMISSIONS).step_by(SENDERS) {
            let due = began + share * u32::try_from(number).unwrap_or(u32::MAX);
            shell::wait(due.saturating_duration_since(Instant::now()));
            let kind = kind(number / SENDERS);
            let said = sender.send(kind, number);
            sent.count(kind, said.as_ref().ok());
            if said.is_err() {
                sender.wire = Wire::open(address)?;
            }
        }
        Ok(sent)
    })?;
    let mut all = Sent::default();
    parts.into_iter().for_each(|part| all += part);
    Ok(all)
}

/// Kinds take turns on each connection, so that each guess has a code to guess.
fn kind(turn: usize) -> Kind {
    let mut place = turn * 7 % MIX_SUM;
    for (kind, share) in MIX {
        if place < share {
            return kind;
        }
        place -= share;
    }
    Kind::Bare
}

struct Sender<'a> {
    wire: Wire,
    stories: &'a [Story],
    stock: &'a Mutex<Vec<Vec<u8>>>,
    /// The last code that a form came back with.
    token: String,
}

impl Sender<'_> {
    fn send(&mut self, kind: Kind, number: usize) -> Result<Said> {
        let ready = match kind {
            Kind::Answered => self.stock.lock().ok().and_then(|mut stock| stock.pop()),
            Kind::Bare | Kind::Guessed | Kind::WornOut | Kind::Lane => None,
        };
        if let Some(ready) = ready {
            return self.wire.ask(&ready);
        }
        let of = usize::from(kind == Kind::WornOut);
        let story = self.stories.get(of).context("there are two stories")?;
        let token = &self.token;
        let more = match kind {
            Kind::Bare | Kind::Answered => String::new(),
            Kind::Guessed => format!("&ramz={token}&act=send&code=000000"),
            Kind::WornOut => format!("&ramz={token}&act=send&answer=Water"),
            Kind::Lane => format!("&ramz={token}&act=lane"),
        };
        let body = format!(
            "name=Offer+{number}&email=&text=Cheap+flour+and+cheaper+loans%2C+number+{number}%2C+\
             only+today+at+https%3A%2F%2Fexample.com%2Foffer%2F{number}+for+everybody{more}"
        );
        let request = self.wire.form(&story.action, &body, &network(number * 7));
        let said = self.wire.ask(&request)?;
        if kind != Kind::WornOut
            && let Some(token) = between(&said.text(), "name=\"ramz\" value=\"", "\"")
        {
            token.clone_into(&mut self.token);
        }
        Ok(said)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, MIX_SUM, kind};

    #[test]
    fn of_twenty_submissions_three_are_answered_rightly() {
        let count = |wanted| (0..MIX_SUM).filter(|turn| kind(*turn) == wanted).count();
        assert_eq!(count(Kind::Answered), 3);
        assert_eq!(count(Kind::Bare), 8);
        assert_eq!(count(Kind::Lane), 2);
    }
}
