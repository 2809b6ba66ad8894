//! Comments that readers send, from the request to the acknowledgement after the disk has them.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::letters::{self, Story};
use super::load::{self, Load, Run};
use super::wire::Wire;
use super::{median, pages, processor};
use crate::folder::TempFolder;
use crate::report;
use crate::shell::say;
use crate::site::Site;

/// The core of the server; the load has the other.
const SERVER_CORE: u32 = 1;
/// Connections at once, and how many comments each run sends.
const RUNS: [(usize, usize); 3] = [(1, 3_000), (16, 20_000), (64, 40_000)];
/// Comments that are sent while the story is read; the reading goes on for as long.
const WHILE_READ: (usize, usize) = (64, 20_000);
/// Share of a core that other programs may take while a run lasts.
const OTHERS_MAX: f64 = 0.25;
/// Connections that read meanwhile.
const READERS: u32 = 16;
const READ_SECONDS: u32 = 6;
/// Connections on which comments are made ready.
const PREPARERS: usize = 4;
/// The proxy that names each reader's network is the load itself; it comes from one address.
const SETTINGS: [(&str, &str); 2] = [
    ("SIJIL_SERVER_PROXIES", "127.0.0.1"),
    ("SIJIL_SERVER_CONNECTIONS_PER_ADDRESS_MAX", "1000"),
];
/// Comments a second that the peers took, durably, measured apart on two cores of this kind in
/// November 2026: `WordPress` with `MariaDB`, Isso with `SQLite`.
const WORDPRESS_PER_S: f64 = 84.0;
const ISSO_PER_S: f64 = 250.0;

/// What one run gave.
#[derive(Clone, Copy, Debug)]
struct Written {
    per_s: f64,
    p50_ms: f64,
    p99_ms: f64,
    /// Share of a core that other programs took meanwhile.
    others: f64,
}

/// Measures and prints; builds the program first unless one is given.
pub(crate) fn run(program: Option<&str>) -> Result<()> {
    let program = match program {
        Some(program) => std::path::absolute(program).context("find the program")?,
        None => pages::release()?,
    };
    let fsync_ms = fsync_ms()?;
    say(&format!("   an fsync here takes {fsync_ms:.2} ms"));
    // Connections, threads and `wrk` inherit it.
    load::pin_this(load::CORE)?;
    let mut site = Site::open(&program, &SETTINGS, Some(SERVER_CORE))?;
    let (path, story) = story(&site)?;
    let all = RUNS.iter().chain([&WHILE_READ]).map(|run| run.1).sum();
    // All of them now: codes get harder as comments come in.
    let mut ready = prepare(&site.address, &story, all)?;

    let mut written = Vec::new();
    for (writers, count) in RUNS {
        let run = write(&mut site, take(&mut ready, count), writers)?;
        tell(&format!("{writers} writers"), &run);
        written.push(run);
    }
    let (while_read, read) = while_read(&mut site, &path, take(&mut ready, WHILE_READ.1))?;
    tell("64 writers, while the story is read", &while_read);
    say(&format!("   read meanwhile: {:.0} a second", read.per_s));
    let [one, sixteen, sixty_four] = written.as_slice() else {
        bail!("a run is missing");
    };
    let disturbed = written.iter().filter(|run| run.others > OTHERS_MAX).count();
    let figures = [
        ("per_s_1", one.per_s),
        ("per_s_16", sixteen.per_s),
        ("per_s_64", sixty_four.per_s),
        ("p50_ms_64", sixty_four.p50_ms),
        ("p99_ms_64", sixty_four.p99_ms),
        ("per_s_64_read", while_read.per_s),
        ("p99_ms_64_read", while_read.p99_ms),
        ("read_per_s", read.per_s),
        ("fsync_ms", fsync_ms),
        // Runs that other programs disturbed: figures with any are not for quoting.
        (
            "disturbed",
            f64::from(u32::try_from(disturbed).unwrap_or(u32::MAX)),
        ),
        ("vs_wordpress", sixty_four.per_s / WORDPRESS_PER_S),
        ("vs_isso", sixty_four.per_s / ISSO_PER_S),
    ];
    report::conclude("bench write", &figures)
}

/// The first English story that can be written under.
fn story(site: &Site) -> Result<(String, Story)> {
    let mut wire = Wire::open(&site.address)?;
    for path in pages::stories(site)? {
        if path.starts_with("/en/")
            && let Some(story) = Story::read(&mut wire, &path)?
        {
            return Ok((path, story));
        }
    }
    bail!("the demo has no English story with a form and a plain headline")
}

fn prepare(address: &str, story: &Story, count: usize) -> Result<Vec<Vec<u8>>> {
    say(&format!(
        "   {count} comments get their codes and are answered"
    ));
    let each = |first: usize| -> Result<Vec<Vec<u8>>> {
        let mut wire = Wire::open(address)?;
        (first..count)
            .step_by(PREPARERS)
            .map(|number| letters::ready(&mut wire, story, number))
            .collect()
    };
    let mut ready = Vec::with_capacity(count);
    for part in on_threads(PREPARERS, each)? {
        ready.extend(part);
    }
    Ok(ready)
}

/// Sends comments over so many connections, each waiting for its answer before the next.
fn write(site: &mut Site, ready: Vec<Vec<u8>>, writers: usize) -> Result<Written> {
    let (address, pid) = (site.address.clone(), site.pid());
    let count = ready.len();
    let waiting = Mutex::new(ready);
    let each = |_| -> Result<Vec<Duration>> {
        let mut wire = Wire::open(&address)?;
        let mut took = Vec::new();
        loop {
            let next = waiting.lock().ok().and_then(|mut ready| ready.pop());
            let Some(request) = next else {
                return Ok(took);
            };
            let began = Instant::now();
            let said = wire.ask(&request)?;
            took.push(began.elapsed());
            if said.status != 303 || !said.location.contains("/receipt/") {
                let body = String::from_utf8_lossy(&said.body).into_owned();
                bail!("a comment was answered with {}: {body}", said.status);
            }
        }
    };
    let (began, used) = (Instant::now(), others(pid)?);
    let parts = on_threads(writers, each)?;
    let seconds = began.elapsed().as_secs_f64();
    let others = (others(pid)? - used) / seconds;
    let mut took: Vec<f64> = parts
        .into_iter()
        .flatten()
        .map(|took| took.as_secs_f64() * 1000.0)
        .collect();
    took.sort_by(f64::total_cmp);
    let at = |hundredth: usize| took.get(count * hundredth / 100).copied();
    Ok(Written {
        per_s: f64::from(u32::try_from(count).context("count comments")?) / seconds,
        p50_ms: at(50).unwrap_or(f64::NAN),
        p99_ms: at(99).unwrap_or(f64::NAN),
        others,
    })
}

/// Writes while the story is read as fast as the load generator can.
fn while_read(site: &mut Site, path: &str, ready: Vec<Vec<u8>>) -> Result<(Written, Run)> {
    let load = Load {
        address: format!("{}{}", site.address, path.trim_start_matches('/')),
        connections: READERS,
        seconds: READ_SECONDS,
        coding: "br",
        script: None,
    };
    let pid = site.pid();
    thread::scope(|scope| {
        let reading = scope.spawn(|| load::once(&load, pid));
        let written = write(site, ready, WHILE_READ.0)?;
        let read = reading.join().ok().context("read the story meanwhile")??;
        Ok((written, read))
    })
}

/// What `each` gives on so many threads, by the number of the thread.
fn on_threads<T: Send>(threads: usize, each: impl Fn(usize) -> Result<T> + Sync) -> Result<Vec<T>> {
    thread::scope(|scope| {
        let each = &each;
        let running: Vec<_> = (0..threads)
            .map(|number| scope.spawn(move || each(number)))
            .collect();
        running
            .into_iter()
            .map(|one| one.join().ok().context("a thread of the load broke off")?)
            .collect()
    })
}

fn take(ready: &mut Vec<Vec<u8>>, count: usize) -> Vec<Vec<u8>> {
    ready.split_off(ready.len().saturating_sub(count))
}

fn tell(what: &str, run: &Written) {
    say(&format!(
        "   {what}: {:>6.0} comments a second, p50 {:.2} ms, p99 {:.2} ms; others {:.2} of a core",
        run.per_s, run.p50_ms, run.p99_ms, run.others
    ));
}

/// Seconds of processor time that neither the server nor we have used.
fn others(pid: u32) -> Result<f64> {
    let ours = processor::of_process(std::process::id())?;
    let of_both = processor::of_process(pid)? + ours + processor::of_children()?;
    Ok(processor::of_machine()? - of_both)
}

/// Milliseconds that a small write takes to be on the disk that the newsroom lies on.
fn fsync_ms() -> Result<f64> {
    let folder = TempFolder::make("fsync")?;
    let path = folder.path.join("file");
    let mut times = Vec::new();
    let mut file = File::create(Path::new(&path)).context("make a file to measure with")?;
    for _ in 0..200 {
        file.write_all(&[7; 4096]).context("write a page")?;
        let began = Instant::now();
        file.sync_data().context("sync a page")?;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(median(times.into_iter()))
}
