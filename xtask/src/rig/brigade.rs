//! `rig brigade`: 5,000 browsers behind 50 networks vote for one story, as fast as they are answered.
//! Budgets count by the hour, so faster than five minutes is the harder case.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::Findings;
use super::newsroom::{Newsroom, Server};
use super::rows::Rows;
use super::threads::shared_out;
use super::votes::{self, Voter, is_acknowledged};
use crate::bench::letters::{self, Story};
use crate::bench::wire::Wire;
use crate::shell::{pause, say};

const VOTERS: usize = 5_000;
const NETWORKS: usize = 50;
/// Readers of one network who count on one thing in an hour: the program's own limit.
const BUDGET: usize = 8;
/// Readers at home, each with a network of their own, who vote for another story meanwhile.
const READERS: usize = 20;
const SENDERS: usize = 32;
/// The watch looks once a minute.
const WATCH_LIMIT: Duration = Duration::from_secs(100);

/// Votes and looks; true if every promise was kept.
pub(super) fn run(program: &Path) -> Result<bool> {
    let newsroom = Newsroom::make(program, false)?;
    let server = newsroom.serve()?;
    let stories = newsroom.stories(&server)?;
    let [attacked, other, read] = stories.as_slice() else {
        anyhow::bail!("a story is missing");
    };
    let mut findings = Findings::default();
    say("   every browser gets its cookie");
    let brigade = voters(&server, attacked, VOTERS, |number| number % NETWORKS)?;
    let readers = voters(&server, read, READERS, |number| 100_000 + number)?;
    let began = Instant::now();
    let kept = cast(&server, &brigade)?;
    let seconds = began.elapsed().as_secs_f64();
    cast(&server, &readers)?;
    findings.count("votes", kept);
    findings.figure("seconds", seconds);
    findings.promise(kept == VOTERS, || format!("{kept} votes were acknowledged"));

    let rows = Rows::live(&newsroom);
    let shown = shown(&newsroom, &server, &mut findings)?;
    say(&format!(
        "   shown: {shown:?}; the watch looks once a minute"
    ));
    by_state(&rows, attacked, &mut findings)?;
    untouched(&rows, other, &mut findings)?;
    alarm(&rows, attacked, &mut findings)?;
    let still = shown_up(&server, newsroom.paths.first())?;
    findings.count("shown_after_alarm", still);
    findings.promise(still <= NETWORKS * BUDGET, || {
        format!("after the alarm {still} votes are shown")
    });
    findings.conclude("brigade")
}

fn voters(
    server: &Server,
    story: &Story,
    count: usize,
    network: impl Fn(usize) -> usize + Sync,
) -> Result<Vec<Voter>> {
    let open = || Wire::open(&server.address);
    shared_out((SENDERS, count), open, |wire, number| {
        Voter::new(wire, story, &letters::network(network(number)))
    })
}

/// Sends every vote; gives how many were acknowledged.
fn cast(server: &Server, voters: &[Voter]) -> Result<usize> {
    let open = || Wire::open(&server.address);
    let kept = shared_out((SENDERS, voters.len()), open, |wire, number| {
        let voter = voters.get(number).context("there is a voter")?;
        Ok(is_acknowledged(&voter.vote(wire, "for")?))
    })?;
    Ok(kept.into_iter().filter(|is_kept| *is_kept).count())
}

/// What the three stories' pages show, once they show every reader's vote: pages follow within a
/// second.
fn shown(newsroom: &Newsroom, server: &Server, findings: &mut Findings) -> Result<Vec<usize>> {
    let began = Instant::now();
    loop {
        let each = newsroom
            .paths
            .iter()
            .map(|path| shown_up(server, Some(path)));
        let shown = each.collect::<Result<Vec<usize>>>()?;
        let [attacked, other, read] = shown.as_slice() else {
            anyhow::bail!("a story is missing");
        };
        if *read < READERS && began.elapsed() < Duration::from_secs(5) {
            pause();
            continue;
        }
        findings.count("shown", *attacked);
        findings.promise(*attacked <= NETWORKS * BUDGET, || {
            format!("{attacked} of the brigade's votes are shown")
        });
        findings.count("other_shown", *other);
        findings.promise(*other == 0, || format!("another story shows {other} votes"));
        findings.count("readers_shown", *read);
        findings.promise(*read == READERS, || {
            format!("{read} readers' votes are shown")
        });
        return Ok(shown);
    }
}

fn shown_up(server: &Server, path: Option<&String>) -> Result<usize> {
    let mut wire = Wire::open(&server.address)?;
    let path = path.context("there is a story")?;
    Ok(votes::shown(&mut wire, path)?.0)
}

fn by_state(rows: &Rows, story: &Story, findings: &mut Findings) -> Result<()> {
    let of = format!("from vote where object_id = {}", votes::id(story)?);
    let counted = rows.number(&format!("select count(*) {of} and state = 'counted'"))?;
    let held = rows.number(&format!("select count(*) {of} and state = 'held'"))?;
    findings.count("counted", counted);
    findings.count("held", held);
    findings.promise(counted + held == VOTERS, || {
        format!("{counted} votes count and {held} are held")
    });
    Ok(())
}

fn untouched(rows: &Rows, story: &Story, findings: &mut Findings) -> Result<()> {
    let id = votes::id(story)?;
    for table in ["vote", "tally", "vote_window"] {
        let sql = format!("select count(*) from {table} where object_id = {id}");
        let found = rows.number(&sql)?;
        findings.promise(found == 0, || {
            format!("another story has {found} rows in {table}")
        });
    }
    Ok(())
}

/// Waits for the alarm on one story, and looks that there is none on another.
fn alarm(rows: &Rows, story: &Story, findings: &mut Findings) -> Result<()> {
    let id = votes::id(story)?;
    let began = Instant::now();
    let sql = format!("select votes, held_permille from vote_alarm where object_id = {id}");
    let found = loop {
        let found = rows.ask(&sql)?;
        if !found.is_empty() || began.elapsed() > WATCH_LIMIT {
            break found;
        }
        pause();
    };
    findings.figure("alarm_s", began.elapsed().as_secs_f64());
    findings.count("alarms", found.len());
    let alarm = found.first().map(Vec::as_slice);
    findings.promise(alarm.is_some(), || "the desk is told nothing".to_owned());
    if let Some([votes, held]) = alarm {
        findings.count("alarm_votes", votes.parse()?);
        findings.count("alarm_held_permille", held.parse()?);
    }
    let frozen = format!("select is_frozen from tally where object_id = {id}");
    findings.count("frozen", rows.number(&frozen)?);
    let others = format!("select count(*) from vote_alarm where object_id <> {id}");
    let others = rows.number(&others)?;
    findings.promise(others == 0, || format!("{others} alarms on other stories"));
    Ok(())
}
