//! What the database holds, read by the database's own program (`sqlite3`, `psql`) and not by ours.
//!
//! `SQLite`'s files are copied first: so the reader recovers the copy, and our program what it left.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::newsroom::Newsroom;
use crate::shell::{self, Running, pause};

/// Parts two columns.
const BETWEEN: char = '|';
/// How long connections of a program that is gone may last.
const END_LIMIT: Duration = Duration::from_secs(20);
const FILES: [&str; 2] = ["newsroom.db", "newsroom.db-wal"];

/// Where rows are asked for.
#[derive(Debug)]
pub(super) enum Rows {
    Sqlite(PathBuf),
    Postgres(String),
}

/// Somebody else who writes: while it lives, nothing that the program writes can be committed.
#[derive(Debug)]
pub(super) struct Hold(Running);

impl Hold {
    /// Takes the right to write, waiting for it if need be.
    pub(super) fn take(newsroom: &Newsroom) -> Result<Self> {
        let (mut command, lock) = match Rows::live(newsroom) {
            Rows::Sqlite(path) => {
                let mut command = shell::command("sqlite3");
                command.args(["-batch", "-cmd", ".timeout 5000"]).arg(path);
                (command, "begin immediate; select 'held';")
            }
            Rows::Postgres(url) => {
                let mut command = shell::command("psql");
                command.args([&url, "-X", "-At", "-q"]);
                let lock = "begin; lock table comment, vote in exclusive mode; select 'held';";
                (command, lock)
            }
        };
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = Running::start(&mut command, "KILL")?;
        let child = running.child();
        let stdin = child.stdin.as_mut().context("ask for the lock")?;
        writeln!(stdin, "{lock}").context("ask for the lock")?;
        let stdout = child.stdout.take().context("hear of the lock")?;
        let mut said = String::new();
        let mut lines = BufReader::new(stdout);
        while !said.contains("held") {
            let read = lines.read_line(&mut said).context("hear of the lock")?;
            if read == 0 {
                bail!("the lock was not given");
            }
        }
        Ok(Self(running))
    }

    /// Gives it back.
    pub(super) fn release(self) {
        drop(self.0);
    }
}

impl Rows {
    /// Everything that was committed by now.
    pub(super) fn of(newsroom: &Newsroom) -> Result<Self> {
        if let Some(url) = newsroom.postgres_url("rig") {
            let rows = Self::Postgres(url);
            rows.wait_until_nobody_writes()?;
            return Ok(rows);
        }
        let copy = newsroom.scratch().join("copy");
        if copy.exists() {
            std::fs::remove_dir_all(&copy).context("remove the last copy")?;
        }
        std::fs::create_dir(&copy).context("make a folder for the copy")?;
        for file in FILES {
            let from = newsroom.data().join(file);
            if from.exists() {
                let shown = from.display();
                std::fs::copy(&from, copy.join(file)).with_context(|| format!("copy {shown}"))?;
            }
        }
        Ok(Self::Sqlite(copy.join("newsroom.db")))
    }

    /// The same while the server goes on writing: `SQLite`'s file itself, only read.
    pub(super) fn live(newsroom: &Newsroom) -> Self {
        match newsroom.postgres_url("rig") {
            Some(url) => Self::Postgres(url),
            None => Self::Sqlite(newsroom.data().join("newsroom.db")),
        }
    }

    /// The rows that a question gives, each with its columns as text.
    pub(super) fn ask(&self, sql: &str) -> Result<Vec<Vec<String>>> {
        let mut command = match self {
            Self::Sqlite(path) => {
                let mut command = shell::command("sqlite3");
                command.args(["-batch", "-cmd", ".timeout 5000"]).arg(path);
                command
            }
            Self::Postgres(url) => {
                let mut command = shell::command("psql");
                command.args([url, "-X", "-At", "-F", "|", "-c"]);
                command
            }
        };
        let said = shell::output(command.arg(sql))?;
        let columns = |line: &str| line.split(BETWEEN).map(str::to_owned).collect();
        Ok(said.lines().map(columns).collect())
    }

    /// The one number that a question gives; 0 where there is no row.
    pub(super) fn number(&self, sql: &str) -> Result<usize> {
        let rows = self.ask(sql)?;
        let first = rows.first().and_then(|row| row.first());
        let first = first.filter(|number| !number.is_empty());
        first.map_or(Ok(0), |number| {
            number
                .parse()
                .with_context(|| format!("{number} is a number"))
        })
    }

    /// A commit that the killed program had asked for may still be under way at the database.
    fn wait_until_nobody_writes(&self) -> Result<()> {
        const OTHERS: &str = "select count(*) from pg_stat_activity
                              where datname = 'rig' and pid <> pg_backend_pid()";
        let began = Instant::now();
        while self.number(OTHERS)? > 0 {
            if began.elapsed() > END_LIMIT {
                bail!("the killed program's connections do not end");
            }
            pause();
        }
        Ok(())
    }

    /// What the database itself finds wrong with its file.
    pub(super) fn faults(&self) -> Result<Vec<String>> {
        let Self::Sqlite(_) = self else {
            return Ok(Vec::new());
        };
        let said = self.ask("pragma quick_check")?;
        let said = said.into_iter().flatten();
        Ok(said.filter(|line| line != "ok").collect())
    }
}
