//! Running other programs, and speaking to the person who waits.

use std::ffi::OsStr;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// Writes a line to standard output.
pub(crate) fn say(line: &str) {
    // A closed pipe is the reader's choice, not a failure of the tests.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Writes a line to standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A path under the root of the repository.
pub(crate) fn under_root(path: &str) -> PathBuf {
    root().join(path)
}

/// A setting from the surroundings; missing, empty and unreadable are the same.
pub(crate) fn setting(name: &str) -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a chore has no settings file; this is its one place for surroundings"
    )]
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A command that runs in the repository's root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// A command made of words parted by spaces, none of which holds one.
pub(crate) fn words(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = command(words.next().unwrap_or("true"));
    command.args(words);
    command
}

/// Runs it to the end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or ends with another status than 0.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Runs it to the end and gives what it wrote to standard output.
///
/// # Errors
/// When it cannot be started or ends with another status than 0; the message holds what it complained of.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command
        .output()
        .with_context(|| format!("start `{shown}`"))?;
    if !output.status.success() {
        bail!(
            "`{shown}` ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Where `program` is found on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = setting("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}

/// Whether we may change the system.
pub(crate) fn is_root() -> bool {
    output(&mut words("id -u")).is_ok_and(|id| id.trim() == "0")
}

/// A command whose process ends when ours does, however ours ends.
///
/// The kernel sends it `signal` (a name such as `TERM`) when we die. As `user`, if one is given and we may.
/// Where the system's `setpriv` is missing (not Linux), the plain command.
pub(crate) fn tied(program: &Path, signal: &str, user: Option<&str>) -> Command {
    let Some(setpriv) = find("setpriv") else {
        return command(program);
    };
    let mut tied = command(setpriv);
    if let Some(user) = user {
        tied.args(["--reuid", user, "--regid", user, "--init-groups"]);
    }
    tied.args(["--pdeathsig", signal, "--"]).arg(program);
    tied
}

/// A port nobody listens on. Another program may take it first; then the server says so and the step fails.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("find a free port")?;
    Ok(listener.local_addr().context("read the free port")?.port())
}

/// A short breath between two questions to a program of which nobody can be told when it is ready.
pub(crate) fn pause() {
    #[expect(
        clippy::disallowed_methods,
        reason = "another program's readiness can only be asked again and again"
    )]
    std::thread::sleep(Duration::from_millis(50));
}

/// Waits for a time: for load that is to come evenly, and people who are told to wait.
pub(crate) fn wait(time: Duration) {
    #[expect(
        clippy::disallowed_methods,
        reason = "the time between two acts of a load is the load"
    )]
    std::thread::sleep(time);
}

/// A process that is stopped when its owner goes.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    /// Signal that asks it to stop, such as `TERM`.
    stop_signal: &'static str,
}

impl Running {
    /// Starts it.
    pub(crate) fn start(command: &mut Command, stop_signal: &'static str) -> Result<Self> {
        let shown = shown(command);
        let child = command
            .spawn()
            .with_context(|| format!("start `{shown}`"))?;
        Ok(Self { child, stop_signal })
    }

    /// The process itself.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Whether it has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.has_ended() {
            return;
        }
        let pid = self.child.id().to_string();
        let asked = run(command("kill").args(["-s", self.stop_signal, &pid]));
        if asked.is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

fn shown(command: &Command) -> String {
    let mut shown = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args() {
        shown.push(' ');
        shown.push_str(&word.to_string_lossy());
    }
    shown
}
