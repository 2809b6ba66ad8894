//! A story page: kept, against nginx that gives the same bytes from a file; and rendered each time.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::load::{self, Load, Run};
use super::median;
use super::peer::{Answer, Nginx};
use crate::folder::TempFolder;
use crate::report;
use crate::shell::{self, say};
use crate::site::{self, Site};

/// The core of the servers; the load has the other.
const SERVER_CORE: u32 = 1;
const CONNECTIONS: u32 = 64;
const SECONDS: u32 = 6;
/// Runs of each side, one after the other: A B A B A B.
const ROUNDS: usize = 3;
/// What a current browser asks for first.
const CODING: &str = "br";
/// No memory for pages: each is made for one reader and forgotten.
const NO_CACHE: (&str, &str) = ("SIJIL_CACHE_PAGES_MB", "0");
/// A rate above this share of the kept page's cannot come from rendering: pages were kept after all.
const KEPT_SHARE: f64 = 0.6;
/// The load comes from one address, which the server would hold to fewer connections.
const ROOM: (&str, &str) = ("SIJIL_SERVER_CONNECTIONS_PER_ADDRESS_MAX", "1000");

/// Measures and prints; builds the program first unless one is given.
pub(crate) fn run(program: Option<&str>) -> Result<()> {
    let program = match program {
        Some(program) => std::path::absolute(program).context("find the program")?,
        None => release()?,
    };
    let (ours, peer) = cached(&program)?;
    let rendered = rendered(&program).context("measure pages that are not kept")?;
    let middle = |runs: &[Run], figure: fn(&Run) -> f64| median(runs.iter().map(figure));
    let ratio = |figure: fn(&Run) -> f64| middle(&ours, figure) / middle(&peer, figure);
    if rendered.per_s > KEPT_SHARE * middle(&ours, |run| run.per_s) {
        bail!(
            "{} rendered pages a second are too many: the program kept them",
            rendered.per_s
        );
    }
    let all = ours.iter().chain(&peer).chain([&rendered]);
    let disturbed: f64 = all.map(|run| f64::from(u8::from(run.is_disturbed))).sum();
    let figures = [
        ("vs_nginx", ratio(|run| run.per_s)),
        ("cpu_vs_nginx", ratio(|run| run.cpu_us)),
        ("per_s", middle(&ours, |run| run.per_s)),
        ("p99_ms", middle(&ours, |run| run.p99_ms)),
        ("rendered_per_s", rendered.per_s),
        // Runs that other programs disturbed: figures with any are not for quoting.
        ("disturbed", disturbed),
    ];
    report::conclude("bench pages", &figures)
}

/// The program as it is shipped, built now.
pub(crate) fn release() -> Result<PathBuf> {
    say("   building the program as it is shipped");
    shell::run(&mut shell::words(
        "cargo build --release --quiet --package sijil",
    ))?;
    let own = std::env::current_exe().context("find this program")?;
    let target = own
        .ancestors()
        .nth(2)
        .context("this program lies in a target folder")?;
    Ok(target.join("release/sijil"))
}

/// The page from memory and nginx's from a file, in turns.
fn cached(program: &Path) -> Result<(Vec<Run>, Vec<Run>)> {
    let mut site = Site::open(program, &[ROOM], Some(SERVER_CORE))?;
    let story = stories(&site)?
        .into_iter()
        .next()
        .context("the demo has a story")?;
    let answer = Answer::of(&site.address, &story, CODING)?;
    let mut nginx = Nginx::start(&answer, SERVER_CORE)?;
    say(&format!(
        "   {story}: {} bytes of {CODING} and {} of headers; {CONNECTIONS} connections, {SECONDS} s a run",
        answer.body.len(),
        answer.head_bytes
    ));
    let ask = |address: String, seconds| Load {
        address,
        connections: CONNECTIONS,
        seconds,
        coding: CODING,
        script: None,
    };
    let sides = [
        (
            "sijil",
            format!("{}{}", site.address, story.trim_start_matches('/')),
            site.pid(),
        ),
        ("nginx", format!("{}page", nginx.address), nginx.pid()),
    ];
    let mut runs = [Vec::new(), Vec::new()];
    for (_, address, pid) in &sides {
        load::once(&ask(address.clone(), 2), *pid).context("warm up")?;
    }
    for _ in 0..ROUNDS {
        for ((name, address, pid), runs) in sides.iter().zip(&mut runs) {
            let run = load::run(&ask(address.clone(), SECONDS), *pid)?;
            say(&format!(
                "   {name}: {:>7.0} a second, {:>5.1} us of processor each, p99 {:.2} ms",
                run.per_s, run.cpu_us, run.p99_ms
            ));
            runs.push(run);
        }
    }
    let [ours, peer] = runs;
    Ok((ours, peer))
}

/// Story pages made anew for each reader, uncompressed: how many a second.
fn rendered(program: &Path) -> Result<Run> {
    let mut site = Site::open(program, &[ROOM, NO_CACHE], Some(SERVER_CORE))?;
    let stories = stories(&site)?;
    let folder = TempFolder::make("walk")?;
    let script = folder.path.join("walk.lua");
    let mut text = String::from("local paths = {\n");
    for story in &stories {
        writeln!(text, "  \"{story}\",")?;
    }
    text.push_str("}\nlocal at = 0\n");
    text.push_str(
        "request = function() at = at % #paths + 1; return wrk.format(\"GET\", paths[at]) end\n",
    );
    std::fs::write(&script, text).context("write the walk")?;
    let load = Load {
        address: site.address.clone(),
        connections: CONNECTIONS,
        seconds: SECONDS,
        coding: "identity",
        script: Some(&script),
    };
    let run = load::run(&load, site.pid())?;
    say(&format!(
        "   rendered: {:>7.0} a second over {} stories",
        run.per_s,
        stories.len()
    ));
    Ok(run)
}

/// The paths of all stories, from the maps for search engines.
pub(crate) fn stories(site: &Site) -> Result<Vec<String>> {
    let mut stories = Vec::new();
    for map in locations(site, "/sitemap.xml")? {
        let is_map = map.ends_with(".xml");
        let pages = if is_map {
            locations(site, &map)?
        } else {
            vec![map]
        };
        // A story: nothing, language, year, month, day, slug, and nothing behind the last slash.
        stories.extend(
            pages
                .into_iter()
                .filter(|path| path.split('/').count() == 7),
        );
    }
    Ok(stories)
}

/// The paths that a map names.
fn locations(site: &Site, map: &str) -> Result<Vec<String>> {
    let map = site::get(&site.address, map, "")?;
    let map = String::from_utf8_lossy(&map);
    let addresses = map
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next());
    let paths = addresses.filter_map(|address| address.splitn(4, '/').nth(3));
    Ok(paths.map(|path| format!("/{path}")).collect())
}
