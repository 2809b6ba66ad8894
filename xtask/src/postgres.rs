//! A PostgreSQL server of our own for the length of one step, gone afterwards.
//!
//! It keeps nothing safe: no fsync, a folder under the system's temporary one, anyone on this machine may
//! enter. Tests make their own databases in it.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::folder::TempFolder;
use crate::shell::{self, Running, pause};
use crate::tools;

/// How long a server may take until it answers.
const START_LIMIT: Duration = Duration::from_secs(30);

/// Settings that trade safety for speed, and room for many tests at once.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "max_connections=200",
    "shared_buffers=128MB",
    "listen_addresses=127.0.0.1",
    "log_min_messages=fatal",
];

/// A running server; dropping it stops it and removes its folder.
#[derive(Debug)]
pub(crate) struct Cluster {
    // Stopped before the folder goes: fields are dropped in the order they stand.
    server: Running,
    folder: TempFolder,
    port: u16,
}

impl Cluster {
    /// Makes a server and waits until it answers.
    pub(crate) fn start() -> Result<Self> {
        let programs = tools::postgres_folder().context("PostgreSQL is not installed")?;
        let user = shell::is_root().then_some("postgres");
        let folder = TempFolder::make("postgres")?;
        if let Some(user) = user {
            shell::output(shell::command("chown").arg(user).arg(&folder.path))?;
        }
        let data = folder.path.join("data");
        shell::output(
            shell::tied(&programs.join("initdb"), "KILL", user)
                .args([
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                ])
                .args(["--no-sync", "--no-instructions", "--pgdata"])
                .arg(&data)
                .current_dir(&folder.path),
        )?;
        let port = shell::free_port()?;
        let mut command = shell::tied(&programs.join("postgres"), "INT", user);
        command.arg("-D").arg(&data).arg("-k").arg(&folder.path);
        command
            .args(["-p", &port.to_string()])
            .current_dir(&folder.path);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        // INT is PostgreSQL's fast shutdown: it breaks connections off and ends.
        let server = Running::start(command.stdout(Stdio::null()), "INT")?;
        let mut cluster = Self {
            server,
            folder,
            port,
        };
        cluster.wait_until_ready(&programs)?;
        Ok(cluster)
    }

    /// The server's address, to which the name of a database is appended.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<()> {
        let began = Instant::now();
        let port = self.port.to_string();
        loop {
            let mut ask = shell::command(programs.join("pg_isready"));
            ask.args([
                "-q",
                "-t",
                "1",
                "-U",
                "postgres",
                "-h",
                "127.0.0.1",
                "-p",
                &port,
            ]);
            if shell::output(&mut ask).is_ok() {
                return Ok(());
            }
            if self.server.has_ended() {
                bail!(
                    "PostgreSQL ended before it answered; see {}",
                    self.folder.path.display()
                );
            }
            if began.elapsed() > START_LIMIT {
                bail!("PostgreSQL gave no answer in {} s", START_LIMIT.as_secs());
            }
            pause();
        }
    }
}
