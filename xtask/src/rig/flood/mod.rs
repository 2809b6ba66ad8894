//! `rig flood`: 20,000 submissions in a minute from 5,000 networks, of every kind that machines
//! send, while stories are read, twenty people comment and a moderator opens the queue.

mod crowd;
mod desk;
mod people;
mod reading;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, Result};

use super::newsroom::{Newsroom, Server};
use super::rows::Rows;
use super::{Findings, percentile};
use crate::bench::letters::Story;
use crate::bench::wire::Wire;
use crate::shell::{self, say, words};
use crowd::Sent;
use people::Person;
use reading::Read;

/// Comments an hour that take the lane without a code: the program's own limit.
const LANE_MAX: usize = 20;
/// Memory that the program may have at most, in MB: what it may take for 100,000 stories.
const PEAK_MB_MAX: f64 = 150.0;
/// A page that takes longer than this is no page, in milliseconds.
const PAGE_P99_MS_MAX: f64 = 500.0;
/// Seconds of reading before the flood, for comparison.
const QUIET_S: u64 = 4;
/// Rounds of work that a code asks for in a siege, as its challenge says.
const SIEGE: &str = "\"cost\":2500";

/// Floods and looks; true if every promise was kept.
pub(super) fn run(program: &Path) -> Result<bool> {
    let eyes = eyes(program)?;
    let newsroom = Newsroom::make(program, false)?;
    let mut server = newsroom.serve()?;
    let stories = newsroom.stories(&server)?;
    let story = stories.first().context("there is a story")?;
    say("   codes that were answered before the flood are gathered");
    let stock = crowd::stock(&server.address, story)?;
    let path = newsroom.paths.first().context("there is a story")?;
    let quiet = reading::for_seconds(&server.address, path, QUIET_S)?;
    tell("before", &quiet);

    let place = Place {
        newsroom: &newsroom,
        address: &server.address,
        path,
        stories: &stories,
        eyes: &eyes,
    };
    let flood = place.flood(stock)?;
    let is_siege = place.is_siege()?;
    let mut findings = Findings::default();
    flood.report(&mut findings);
    findings.count("siege", usize::from(is_siege));
    findings.promise(is_siege, || "the code is not at its hardest".to_owned());
    findings.figure("pages_per_s_quiet", quiet.per_s);
    report_server(&mut server, &mut findings)?;
    report_rows(&newsroom, &flood, &mut findings)?;
    findings.conclude("flood")
}

/// Where the flood goes.
struct Place<'a> {
    newsroom: &'a Newsroom,
    address: &'a str,
    path: &'a str,
    stories: &'a [Story],
    eyes: &'a Path,
}

/// What the flood brought.
struct Flood {
    sent: Sent,
    seconds: f64,
    people: Vec<Person>,
    read: Read,
    queue_ms: Vec<f64>,
}

impl Place<'_> {
    fn flood(&self, stock: Vec<Vec<u8>>) -> Result<Flood> {
        say("   the flood begins");
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            let began = Instant::now();
            let read = scope.spawn(|| reading::until(self.address, self.path, &is_over));
            let queue = scope.spawn(|| desk::look(self.address, &is_over));
            let people = scope.spawn(|| {
                let secret = self.newsroom.data().join("secret.key");
                people::comment(self.address, self.path, (self.eyes, &secret))
            });
            let sent = crowd::send(self.address, self.stories, stock);
            let seconds = began.elapsed().as_secs_f64();
            // Who came towards the end is still waiting or working.
            let people = people.join().ok().context("the readers broke off")?;
            is_over.store(true, Ordering::Relaxed);
            let read = read.join().ok().context("reading broke off")??;
            let queue_ms = queue.join().ok().context("the desk broke off")??;
            Ok(Flood {
                sent: sent?,
                seconds,
                people: people?,
                read,
                queue_ms,
            })
        })
    }

    /// Whether codes are as hard as they get.
    fn is_siege(&self) -> Result<bool> {
        let story = self.stories.first().context("there is a story")?;
        let code = story.action.replace("/comments/", "/ramz/comment/");
        let challenge = Wire::open(self.address)?.get(&code)?.text();
        Ok(challenge.contains(SIEGE))
    }
}

impl Flood {
    fn report(&self, findings: &mut Findings) {
        findings.count("submissions", self.sent.all());
        findings.figure("seconds", self.seconds);
        for (name, count) in self.sent.kinds() {
            findings.count(name, count);
        }
        let errors = self.sent.errors;
        findings.promise(errors == 0, || format!("{errors} submissions met an error"));
        let mut times: Vec<f64> = self.people.iter().filter_map(|one| one.seconds).collect();
        findings.count("readers", self.people.len());
        findings.count("readers_succeeded", times.len());
        findings.figure("reader_s_p50", percentile(&mut times, 50));
        findings.figure("reader_s_max", percentile(&mut times, 100));
        let tries = self.people.iter().map(|one| one.sent);
        findings.count("reader_tries_max", tries.max().unwrap_or(0));
        for one in self.people.iter().filter(|one| one.seconds.is_none()) {
            findings.promise(false, || {
                format!("a reader could not comment: {}", one.last)
            });
        }
        tell("meanwhile", &self.read);
        findings.figure("pages_per_s", self.read.per_s);
        findings.figure("page_p99_ms", self.read.p99_ms);
        let p99 = self.read.p99_ms;
        findings.promise(p99 <= PAGE_P99_MS_MAX, || {
            format!("a page in a hundred takes {p99:.0} ms")
        });
        let mut queue = self.queue_ms.clone();
        findings.figure("queue_ms_p50", percentile(&mut queue, 50));
        findings.figure("queue_ms_max", percentile(&mut queue, 100));
    }
}

fn report_server(server: &mut Server, findings: &mut Findings) -> Result<()> {
    let is_alive = server.is_alive();
    findings.promise(is_alive, || "the server has ended".to_owned());
    let peak = server.peak_mb()?;
    findings.figure("peak_mb", peak);
    findings.promise(peak <= PEAK_MB_MAX, || format!("it took {peak:.0} MB"));
    Ok(())
}

/// Nothing is kept that was not acknowledged, and the lane takes no more than it should.
fn report_rows(newsroom: &Newsroom, flood: &Flood, findings: &mut Findings) -> Result<()> {
    let rows = Rows::live(newsroom);
    let kept = rows.number("select count(*) from comment")?;
    let lane = rows.number("select count(*) from comment where way = 'lane'")?;
    let people = flood.people.iter().filter(|one| one.seconds.is_some());
    let acknowledged = flood.sent.kept() + people.count();
    findings.count("rows_kept", kept);
    findings.count("lane_used", lane);
    findings.promise(kept == acknowledged, || {
        format!("{acknowledged} comments were acknowledged and {kept} are there")
    });
    findings.promise(lane <= LANE_MAX, || {
        format!("{lane} comments took the lane")
    });
    Ok(())
}

fn tell(when: &str, read: &Read) {
    say(&format!(
        "   {when}: {:.0} story pages a second, p99 {:.1} ms",
        read.per_s, read.p99_ms
    ));
}

/// What stands for a person's eyes, beside the program or built with it.
fn eyes(program: &Path) -> Result<PathBuf> {
    let beside = program.with_file_name("examples").join("reader");
    if !beside.exists() {
        say("   building what stands for a reader's eyes");
        shell::run(&mut words(
            "cargo build --release --quiet --package sijil --example reader",
        ))?;
    }
    if beside.exists() {
        return Ok(beside);
    }
    let own = std::env::current_exe().context("find this program")?;
    let target = own
        .ancestors()
        .nth(2)
        .context("this program has a folder")?;
    Ok(target.join("release/examples/reader"))
}
