//! A newsroom of the rig's own: a few stories of today in a folder that goes with the run, served by
//! the program as readers get it.

use std::fmt::Write as _;
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::bench::letters::Story;
use crate::bench::wire::{Wire, between};
use crate::folder::TempFolder;
use crate::postgres::Cluster;
use crate::shell::{self, Running, words};
use crate::site;

/// The stories' headlines, in plain words so that the code's question can be answered.
const HEADLINES: [&str; 3] = [
    "Water returns to Marj after nine days",
    "Ferry crosses again since the bridge closed",
    "Bakers count flour before the winter comes",
];
/// Who signs in to the desk.
pub(super) const MODERATOR: &str = "layla";
pub(super) const PASSWORD: &str = "nine days without any water";
/// The load comes from one address, as from a proxy in front that names each reader's network.
const SETTINGS: [(&str, &str); 3] = [
    ("SIJIL_SERVER_PROXIES", "127.0.0.1"),
    ("SIJIL_SERVER_CONNECTIONS_PER_ADDRESS_MAX", "1000"),
    ("SIJIL_LOG_LEVEL", "error"),
];

/// The newsroom's data and the program that serves it.
#[derive(Debug)]
pub(super) struct Newsroom {
    program: PathBuf,
    /// The database server, if it is not `SQLite`; it goes before its folder's parent.
    cluster: Option<Cluster>,
    folder: TempFolder,
    /// The stories' addresses.
    pub(super) paths: Vec<String>,
}

/// The program while it serves; dropping it asks it to end.
#[derive(Debug)]
pub(super) struct Server {
    running: Running,
    /// `http://127.0.0.1:PORT/`
    pub(super) address: String,
}

impl Newsroom {
    /// Makes it and gives it its stories and a moderator.
    pub(super) fn make(program: &Path, is_postgres: bool) -> Result<Self> {
        let mut newsroom = Self {
            program: program.to_owned(),
            cluster: is_postgres.then(Cluster::start).transpose()?,
            folder: TempFolder::make("rig")?,
            paths: Vec::new(),
        };
        if let Some(url) = newsroom.postgres_url("postgres") {
            shell::output(shell::command("psql").args([&url, "-qc", "create database rig"]))?;
        }
        let init = ["--name", "The Marj Post", "--name-ar", "بريد المرج"];
        shell::output(newsroom.command("init").arg(newsroom.data()).args(init))?;
        newsroom.import()?;
        newsroom.take_on_a_moderator()?;
        Ok(newsroom)
    }

    /// Serves it; the address is another each time.
    pub(super) fn serve(&self) -> Result<Server> {
        let mut command = shell::tied(&self.program, "KILL", None);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
            .arg(self.data())
            .envs(self.settings())
            .stdout(Stdio::piped());
        let mut running = Running::start(&mut command, "TERM")?;
        let stdout = running.child().stdout.take();
        let stdout = stdout.context("read what the server says")?;
        let address = site::announced_address(BufReader::new(stdout))?;
        Ok(Server { running, address })
    }

    /// What the form under each story needs.
    pub(super) fn stories(&self, server: &Server) -> Result<Vec<Story>> {
        let mut wire = Wire::open(&server.address)?;
        let read = |path: &String| {
            let story = Story::read(&mut wire, path)?;
            story.with_context(|| format!("{path} takes no comments"))
        };
        self.paths.iter().map(read).collect()
    }

    /// The data folder.
    pub(super) fn data(&self) -> PathBuf {
        self.folder.path.join("newsroom")
    }

    /// A folder for what the rig itself keeps.
    pub(super) fn scratch(&self) -> &Path {
        &self.folder.path
    }

    /// The address of a database on the server beside it, if there is one.
    pub(super) fn postgres_url(&self, database: &str) -> Option<String> {
        let cluster = self.cluster.as_ref()?;
        Some(format!("{}{database}", cluster.url()))
    }

    fn command(&self, name: &str) -> Command {
        let mut command = shell::command(&self.program);
        command.arg(name).envs(self.settings());
        command
    }

    fn settings(&self) -> Vec<(&'static str, String)> {
        let url = self.postgres_url("rig");
        let database = url.map(|url| ("SIJIL_DATABASE_URL", url));
        let others = SETTINGS.map(|(name, value)| (name, value.to_owned()));
        others.into_iter().chain(database).collect()
    }

    fn import(&mut self) -> Result<()> {
        let now = shell::output(&mut words("date -u +%FT%TZ"))?;
        let mut lines = String::new();
        for (number, headline) in HEADLINES.iter().enumerate() {
            writeln!(
                lines,
                "{{\"id\":\"{number}\",\"title\":\"{headline}\",\"language\":\"en\",\"date\":\"{}\",\
                 \"text\":\"People of the quarter met the council on Thursday.\\n\\n\
                 The council said that work goes on until the end of the month.\"}}",
                now.trim()
            )?;
        }
        let (stories, report) = ("stories.ndjson", "report.ndjson");
        let stories = self.folder.path.join(stories);
        let report = self.folder.path.join(report);
        std::fs::write(&stories, lines).context("write the stories")?;
        let mut import = self.command("import");
        import.arg("--dir").arg(self.data());
        shell::output(import.arg("--report").arg(&report).arg(&stories))?;
        let said = std::fs::read_to_string(&report).context("read the import's report")?;
        let path = |line: &str| between(line, "\"path\":\"", "\"").map(str::to_owned);
        self.paths = said.lines().filter_map(path).collect();
        if self.paths.len() != HEADLINES.len() {
            bail!("not every story was imported: {said}");
        }
        Ok(())
    }

    fn take_on_a_moderator(&self) -> Result<()> {
        let mut add = self.command("user");
        add.args(["add", MODERATOR, "--role", "moderator", "--language", "en"]);
        add.args(["--stdin", "--dir"]).arg(self.data());
        add.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = add.spawn().context("take a moderator on")?;
        let mut stdin = child.stdin.take().context("tell the password")?;
        writeln!(stdin, "{PASSWORD}").context("tell the password")?;
        drop(stdin);
        if !child.wait().context("take a moderator on")?.success() {
            bail!("the moderator was not taken on");
        }
        Ok(())
    }
}

impl Server {
    /// Ends it as a power cut would, but for the disk: no signal is handled, nothing is flushed.
    pub(super) fn kill(mut self) -> Result<()> {
        let child = self.running.child();
        child.kill().context("kill the server")?;
        child.wait().context("wait for the server's end").map(drop)
    }

    /// The most memory that it has had, in MB.
    pub(super) fn peak_mb(&mut self) -> Result<f64> {
        let path = format!("/proc/{}/status", self.running.child().id());
        let status = std::fs::read_to_string(&path).with_context(|| format!("read {path}"))?;
        let peak = between(&status, "VmHWM:", "kB").context("the system tells the peak")?;
        let peak: f64 = peak.trim().parse().context("the peak is a number")?;
        Ok(peak / 1024.0)
    }

    /// Whether it still runs.
    pub(super) fn is_alive(&mut self) -> bool {
        !self.running.has_ended()
    }
}
