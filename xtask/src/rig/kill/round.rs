//! One round: connections that write, each noting what was acknowledged, and the kill.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use super::super::newsroom::{Newsroom, Server};
use super::super::rows::Hold;
use super::super::threads::shared_out;
use super::super::votes::{Voter, WAYS, is_acknowledged};
use crate::bench::letters::{self, Story};
use crate::bench::wire::{Said, Wire};

/// Connections that write at once.
pub(super) const WRITERS: usize = 64;
/// Comments in a round. With more, votes would ask for a code: 120 comments a minute are a siege.
pub(super) const COMMENTS: usize = 110;
/// Readers behind one network: more than its budget of votes on one story, so that some are held.
const PER_NETWORK: usize = 30;
/// Connections on which a round is made ready.
const PREPARERS: usize = 8;

/// What a round is made of.
#[derive(Debug)]
pub(super) struct Ready {
    voters: Vec<Voter>,
    /// Number and request.
    comments: Vec<(usize, Vec<u8>)>,
}

/// What became of a round.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) comments: Vec<Comment>,
    pub(super) votes: Vec<Vote>,
    /// Acknowledged changes of votes.
    pub(super) votes_acknowledged: usize,
}

/// A comment that was sent.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    pub(super) number: usize,
    /// The receipt's address; nothing when no acknowledgement came.
    pub(super) receipt: Option<String>,
}

/// A reader's vote.
#[derive(Clone, Debug)]
pub(super) struct Vote {
    pub(super) voter: Voter,
    /// What was acknowledged last.
    pub(super) acknowledged: Option<&'static str>,
    /// What was sent after that.
    pub(super) sent: Option<&'static str>,
}

/// Gives each reader a cookie and each comment a code, before the round begins.
pub(super) fn prepare(address: &str, stories: &[Story], round: usize) -> Result<Ready> {
    let story = |number: usize| {
        let story = stories.get(number % stories.len().max(1));
        story.context("there is a story")
    };
    let open = || Wire::open(address);
    let voters = shared_out((PREPARERS, WRITERS), open, |wire, number| {
        let network = letters::network(number / PER_NETWORK);
        Voter::new(wire, story(number + round)?, &network)
    })?;
    let comments = shared_out((PREPARERS, COMMENTS), open, |wire, number| {
        let number = round * COMMENTS + number;
        Ok((number, letters::ready(wire, story(number)?, number)?))
    })?;
    Ok(Ready { voters, comments })
}

/// When the server is killed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// After so many acknowledgements.
    pub(super) after: u64,
    /// And so many microseconds more.
    pub(super) later_us: u64,
    /// Whether meanwhile somebody else holds the right to write: then nothing can be committed, and
    /// what is acknowledged all the same is lost.
    pub(super) is_held: bool,
}

/// Writes on all connections at once and kills the server.
pub(super) fn write_and_kill(
    newsroom: &Newsroom,
    server: Server,
    ready: Ready,
    moment: Moment,
) -> Result<Written> {
    let comments = Mutex::new(ready.comments);
    let (acknowledge, acknowledged) = channel();
    let address = server.address.clone();
    thread::scope(|scope| {
        let (comments, address) = (&comments, &address);
        let spawn = |(number, voter)| {
            let acknowledge = acknowledge.clone();
            let writer = Writer::new(voter, acknowledge);
            scope.spawn(move || writer.write(address, comments, number))
        };
        let running: Vec<_> = ready.voters.into_iter().enumerate().map(spawn).collect();
        drop(acknowledge);
        wait(&acknowledged, moment.after);
        let hold = moment.is_held.then(|| Hold::take(newsroom)).transpose()?;
        crate::shell::wait(Duration::from_micros(moment.later_us));
        server.kill()?;
        if let Some(hold) = hold {
            hold.release();
        }
        let mut all = Written::default();
        for writer in running {
            let writer = writer.join().ok().context("a writer broke off")??;
            all.comments.extend(writer.comments);
            all.votes.push(writer.vote);
            all.votes_acknowledged += writer.votes_acknowledged;
        }
        Ok(all)
    })
}

/// Waits for so many acknowledgements, or until no more can come.
fn wait(acknowledged: &Receiver<()>, after: u64) {
    let _ = (0..after).try_for_each(|_| acknowledged.recv());
}

/// One connection: a comment and a vote in turns, then votes alone.
struct Writer {
    comments: Vec<Comment>,
    vote: Vote,
    /// Place of the next way to vote.
    next: usize,
    votes_acknowledged: usize,
    acknowledge: Sender<()>,
}

impl Writer {
    fn new(voter: Voter, acknowledge: Sender<()>) -> Self {
        Self {
            comments: Vec::new(),
            vote: Vote {
                voter,
                acknowledged: None,
                sent: None,
            },
            next: 0,
            votes_acknowledged: 0,
            acknowledge,
        }
    }

    /// Writes until the connection breaks; that is the kill.
    fn write(
        mut self,
        address: &str,
        comments: &Mutex<Vec<(usize, Vec<u8>)>>,
        number: usize,
    ) -> Result<Self> {
        // The server may be gone before this connection is made.
        let Ok(mut wire) = Wire::open(address) else {
            return Ok(self);
        };
        // The first vote is for or against: to take back what was never given leaves no row.
        self.next = number % 2;
        for turn in number.. {
            let comment = match turn % 2 {
                0 => comments.lock().ok().and_then(|mut comments| comments.pop()),
                _ => None,
            };
            let is_alive = match comment {
                Some(comment) => self.comment(&mut wire, comment)?,
                None => self.vote(&mut wire)?,
            };
            if !is_alive {
                break;
            }
        }
        Ok(self)
    }

    fn comment(&mut self, wire: &mut Wire, (number, request): (usize, Vec<u8>)) -> Result<bool> {
        let said = wire.ask(&request).ok();
        let receipt = match &said {
            None => None,
            Some(said) if said.status == 303 && said.location.contains("/receipt/") => {
                Some(said.location.clone())
            }
            Some(said) => return refused("a comment", said),
        };
        self.comments.push(Comment { number, receipt });
        Ok(self.go_on(said.is_some()))
    }

    fn vote(&mut self, wire: &mut Wire) -> Result<bool> {
        let way = WAYS.get(self.next % WAYS.len()).copied().unwrap_or("for");
        self.next += 1;
        self.vote.sent = Some(way);
        let said = self.vote.voter.vote(wire, way).ok();
        match &said {
            None => {}
            Some(said) if is_acknowledged(said) => {
                self.vote.acknowledged = self.vote.sent.take();
                self.votes_acknowledged += 1;
            }
            Some(said) => return refused("a vote", said),
        }
        Ok(self.go_on(said.is_some()))
    }

    fn go_on(&self, is_alive: bool) -> bool {
        if is_alive {
            // Who waits for the kill may have had enough.
            let _ = self.acknowledge.send(());
        }
        is_alive
    }
}

fn refused(what: &str, said: &Said) -> Result<bool> {
    bail!("{what} was answered with {}: {}", said.status, said.text())
}
