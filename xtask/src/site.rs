//! The checks of what a reader gets: style sheets, and every page of the demo newsroom.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::folder::TempFolder;
use crate::shell::{self, Running, pause, say};
use crate::tools;

/// How long the demo may take until its front page answers.
const START_LIMIT: Duration = Duration::from_secs(60);

/// Checks the style sheets of the public site and the desk.
pub(crate) fn check_styles() -> Result<()> {
    if !shell::under_root("crates/sijil/assets/styles").is_dir() {
        bail!("crates/sijil/assets/styles is gone: name the folder of the style sheets here");
    }
    shell::run(
        node_program("node_modules/stylelint/bin/stylelint.mjs")?.args([
            "--max-warnings=0",
            "--config=stylelint.config.js",
            "../crates/sijil/assets/styles/**/*.css",
        ]),
    )
}

/// Runs the writing tool's tests that need no browser, and bundles it again to compare every byte.
pub(crate) fn check_editor() -> Result<()> {
    let folder = shell::under_root("editor");
    let tests = ["paste", "words"].map(|name| format!("tests/{name}.test.js"));
    let mut test = tools::tool("node")?;
    shell::run(
        test.args(["--test", "--test-reporter=dot"])
            .args(tests)
            .current_dir(&folder),
    )?;
    let mut check = tools::tool("node")?;
    shell::run(check.args(["build.js", "--check"]).current_dir(&folder))
}

/// Builds the program, opens the demo newsroom on a free port and checks every page of it.
pub(crate) fn check_pages() -> Result<()> {
    shell::run(&mut shell::words("cargo build --quiet --package sijil"))?;
    let program = program()?;
    let site = Site::open(&program, &[], None)?;
    say(&format!("   the demo answers at {}", site.address));
    let chromium = tools::chromium().context("Chromium is not installed")?;
    shell::run(
        node_program("node_modules/@playwright/test/cli.js")?
            .arg("test")
            .env("SIJIL_SITE", &site.address)
            .env("SIJIL_FOLDER", site.newsroom())
            .env("SIJIL_PROGRAM", &program)
            .env("SIJIL_CHROMIUM", chromium),
    )
}

/// A demo newsroom that is being served; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Site {
    // Stopped before the folder goes: fields are dropped in the order they stand.
    server: Running,
    folder: TempFolder,
    /// `http://127.0.0.1:PORT/`
    pub(crate) address: String,
}

impl Site {
    /// Starts `sijil demo` from this program and waits until its front page answers.
    ///
    /// It runs with `settings` in its environment, and on one `core` if one is named.
    pub(crate) fn open(
        program: &Path,
        settings: &[(&str, &str)],
        core: Option<u32>,
    ) -> Result<Self> {
        let folder = TempFolder::make("demo")?;
        let mut command = match core {
            None => shell::tied(program, "TERM", None),
            Some(core) => {
                let mut pinned = shell::tied(Path::new("taskset"), "TERM", None);
                pinned.args(["-c", &core.to_string()]).arg(program);
                pinned
            }
        };
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--dir"])
            .arg(folder.path.join("newsroom"))
            .envs(settings.iter().copied())
            .stdout(Stdio::piped());
        let mut server = Running::start(&mut command, "TERM")?;
        let stdout = server
            .child()
            .stdout
            .take()
            .context("read what the demo says")?;
        let mut site = Self {
            server,
            folder,
            address: String::new(),
        };
        site.address = announced_address(BufReader::new(stdout))?;
        site.wait_until_ready()?;
        Ok(site)
    }

    /// Its data folder.
    fn newsroom(&self) -> PathBuf {
        self.folder.path.join("newsroom")
    }

    /// The process id of the server.
    pub(crate) fn pid(&mut self) -> u32 {
        self.server.child().id()
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let began = Instant::now();
        while !answers(&self.address, "/en/") {
            if self.server.has_ended() {
                bail!("the demo ended before it answered");
            }
            if began.elapsed() > START_LIMIT {
                bail!(
                    "{}en/ gave no page in {} s",
                    self.address,
                    START_LIMIT.as_secs()
                );
            }
            pause();
        }
        Ok(())
    }
}

/// The program as `cargo build` left it: beside this one.
fn program() -> Result<PathBuf> {
    let own = std::env::current_exe().context("find this program")?;
    Ok(own.with_file_name("sijil"))
}

/// Reads lines until one holds an address, then goes on reading so that the demo never blocks on a full pipe.
pub(crate) fn announced_address(
    mut lines: BufReader<impl std::io::Read + Send + 'static>,
) -> Result<String> {
    loop {
        let mut line = String::new();
        if lines
            .read_line(&mut line)
            .context("read what the demo says")?
            == 0
        {
            bail!("the demo ended without naming its address");
        }
        if let Some((_, rest)) = line.split_once("http://") {
            let host = rest
                .split(['/', ' ', '\n'])
                .next()
                .unwrap_or_default()
                .to_owned();
            std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
            return Ok(format!("http://{host}/"));
        }
    }
}

/// Whether `path` of the site at `address` is answered with a page.
fn answers(address: &str, path: &str) -> bool {
    get(address, path, "").is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 200"))
}

/// Asks for one page and gives the whole answer, headers and body as they came.
///
/// `headers` is lines that each end in `\r\n`.
pub(crate) fn get(address: &str, path: &str, headers: &str) -> Result<Vec<u8>> {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).with_context(|| format!("connect to {host}"))?;
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .context("set a limit for the answer")?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
    )
    .with_context(|| format!("ask for {path}"))?;
    let mut answer = Vec::new();
    stream
        .read_to_end(&mut answer)
        .with_context(|| format!("read the answer for {path}"))?;
    Ok(answer)
}

fn node_program(script: &str) -> Result<Command> {
    let mut command = tools::tool("node")?;
    command.arg(script).current_dir(shell::under_root("e2e"));
    Ok(command)
}
