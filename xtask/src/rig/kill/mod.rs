//! `rig kill`: the program is killed while it writes, again and again. What it acknowledged must be
//! there afterwards, once; what it did not must be there wholly or not at all.

mod check;
mod round;

use std::time::Instant;

use anyhow::{Context as _, Result};

use super::chance::Chance;
use super::newsroom::Newsroom;
use super::{Findings, Options, checked, percentile};
use crate::bench::letters::Story;
use crate::shell::say;
use check::Sum;
use round::{Moment, Written};

/// Rounds on `SQLite`, and on PostgreSQL, whose rounds take longer.
const ROUNDS: usize = 100;
const ROUNDS_POSTGRES: usize = 25;
/// Acknowledgements before a kill, at most, and microseconds after the last of them.
const ACKNOWLEDGED_MAX: u64 = 250;
const LATER_US_MAX: u64 = 10_000;
/// The same where somebody else holds the right to write, every second round.
const HELD_US_MAX: u64 = 100_000;
/// The rounds between two that are told.
const TOLD: usize = 10;

/// Kills and checks; true if nothing was lost.
pub(super) fn run(options: &Options) -> Result<bool> {
    let program = checked(options.program.clone())?;
    let is_postgres = options.is_postgres;
    let usual = if is_postgres { ROUNDS_POSTGRES } else { ROUNDS };
    let rounds = options.rounds.unwrap_or(usual);
    let seed = options.seed.unwrap_or(1);
    let mut chance = Chance::new(seed);
    let newsroom = Newsroom::make(&program, is_postgres)?;
    say(&format!(
        "   {rounds} rounds of {} connections, seed {seed}",
        round::WRITERS
    ));
    let (mut findings, mut sum) = (Findings::default(), Sum::default());
    let mut before = Written::default();
    let mut stories: Option<Vec<Story>> = None;
    let mut starts_ms = Vec::new();
    let began = Instant::now();
    for number in 1..=rounds {
        let started = Instant::now();
        let server = newsroom.serve()?;
        starts_ms.push(started.elapsed().as_secs_f64() * 1000.0);
        if stories.is_none() {
            stories = Some(newsroom.stories(&server)?);
        }
        let stories = stories.as_deref().context("there are stories")?;
        check::pages(&server.address, &before, &mut findings)?;
        let writers = round::prepare(&server.address, stories, number)?;
        let is_held = number % 2 == 0;
        let later_us = if is_held { HELD_US_MAX } else { LATER_US_MAX };
        let moment = Moment {
            after: chance.below(ACKNOWLEDGED_MAX),
            later_us: chance.below(later_us),
            is_held,
        };
        before = round::write_and_kill(&newsroom, server, writers, moment)?;
        check::rows(&newsroom, &before, &mut sum, &mut findings)?;
        if number % TOLD == 0 {
            say(&format!("   {number} kills: {sum}"));
        }
        if !findings.broken.is_empty() {
            say(&format!("   in round {number}"));
            break;
        }
    }
    let server = newsroom.serve()?;
    check::pages(&server.address, &before, &mut findings)?;
    sum.report(&mut findings);
    findings.count("postgres", usize::from(is_postgres));
    findings.figure("restart_ms_p50", percentile(&mut starts_ms, 50));
    findings.figure("restart_ms_max", percentile(&mut starts_ms, 100));
    findings.figure("seconds", began.elapsed().as_secs_f64());
    findings.conclude("kill")
}
