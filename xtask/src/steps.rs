//! The steps of `cargo xtask test`, what fails fastest first.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use crate::folder::TempFolder;
use crate::needs::{self, Need};
use crate::options::{TestOptions, in_ci};
use crate::postgres::Cluster;
use crate::report::{self, Line, Outcome};
use crate::rig;
use crate::shell::{self, say, words};
use crate::{site, tools};

/// One thing that is checked.
#[derive(Debug)]
struct Step {
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        about: "Rust is formatted",
        needs: &[],
        run: || shell::run(&mut words("cargo fmt --all --check")),
    },
    Step {
        name: "typos",
        about: "English is spelt right",
        needs: &[Need::Typos],
        run: || shell::run(&mut tools::tool("typos")?),
    },
    Step {
        name: "taplo",
        about: "TOML is formatted",
        needs: &[Need::Taplo],
        run: || {
            shell::run(
                tools::tool("taplo")?
                    .args(["fmt", "--check"])
                    .env("RUST_LOG", "warn"),
            )
        },
    },
    Step {
        name: "shell",
        about: "shell scripts have no traps",
        needs: &[Need::Shellcheck],
        run: || shell::run(&mut words("shellcheck .ci/run")),
    },
    Step {
        name: "styles",
        about: "style sheets use logical properties and tokens",
        needs: &[Need::Node, Need::NodeModules],
        run: site::check_styles,
    },
    Step {
        name: "editor",
        about: "the writing tool's own tests, and that its bundle is what its source gives",
        needs: &[Need::Node, Need::EditorModules],
        run: site::check_editor,
    },
    Step {
        name: "clippy",
        about: "no lint warns",
        needs: &[],
        run: || {
            shell::run(&mut words(
                "cargo clippy --workspace --all-targets --quiet -- -D warnings",
            ))
        },
    },
    Step {
        name: "fuzz",
        about: "the fuzz targets compile, with the program's own versions",
        needs: &[],
        run: fuzz_targets_compile,
    },
    Step {
        name: "sqlite",
        about: "every test, on SQLite; no statement is left out",
        needs: &[
            Need::Nextest,
            Need::MailServer,
            Need::Openssl,
            Need::Exiftool,
        ],
        run: || nextest(None),
    },
    Step {
        name: "postgres",
        about: "the newsroom's tests again, on PostgreSQL",
        needs: &[
            Need::Nextest,
            Need::MailServer,
            Need::Openssl,
            Need::Exiftool,
            Need::Postgres,
        ],
        run: || nextest(Some(&Cluster::start()?)),
    },
    Step {
        name: "doctests",
        about: "the examples in the leaf crates' documentation",
        needs: &[],
        run: || {
            shell::run(&mut words(
                "cargo test --doc --workspace --exclude sijil --exclude xtask --quiet",
            ))
        },
    },
    Step {
        name: "doc",
        about: "the documentation builds without a warning",
        needs: &[],
        run: || {
            shell::run(
                words("cargo doc --workspace --no-deps --document-private-items --quiet")
                    .env("RUSTDOCFLAGS", "-D warnings"),
            )
        },
    },
    Step {
        name: "machete",
        about: "no dependency is unused",
        needs: &[Need::Machete],
        run: || shell::run(tools::tool("cargo-machete")?.args(["crates", "fuzz", "xtask"])),
    },
    Step {
        name: "deny",
        about: "licences, sources and bans of the dependencies",
        needs: &[Need::Deny],
        run: || {
            shell::run(tools::tool("cargo-deny")?.args([
                "--log-level",
                "error",
                "check",
                "bans",
                "licenses",
                "sources",
            ]))
        },
    },
    Step {
        name: "kill",
        about: "nothing acknowledged is lost when the program is killed; `rig kill` has more rounds",
        needs: &[Need::Sqlite],
        run: rig::kill_a_few_times,
    },
    Step {
        name: "site",
        about: "every page of the demo, in a browser and by the validators",
        needs: &[Need::Node, Need::NodeModules, Need::Chromium, Need::Java],
        run: site::check_pages,
    },
];

/// The names of all steps, in the order they run.
pub(crate) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Runs the steps that were asked for; true if all of them ran and passed.
pub(crate) fn run(options: &TestOptions) -> Result<bool> {
    let wanted: Vec<&Step> = STEPS
        .iter()
        .filter(|step| options.wants(step.name))
        .collect();
    if options.list {
        list(&wanted);
        return Ok(true);
    }
    let began = Instant::now();
    say("The tests need Rust with clippy and rustfmt, a C compiler, and:");
    needs::provide(&needs_of(&wanted), options.install).context("prepare this machine")?;
    say(&format!(
        "   ready after {:.1} s",
        began.elapsed().as_secs_f64()
    ));

    let mut lines = Vec::new();
    let mut failed = false;
    for step in wanted {
        let line = if failed && !options.keep_going {
            Line {
                step: step.name,
                outcome: Outcome::NotRun,
                took: Duration::ZERO,
            }
        } else {
            run_one(step)
        };
        failed |= line.outcome == Outcome::Failed;
        lines.push(line);
    }
    Ok(report::table(&lines))
}

fn run_one(step: &Step) -> Line {
    report::begin(step.name, step.about);
    let began = Instant::now();
    let result = (step.run)();
    let line = Line {
        step: step.name,
        outcome: if result.is_ok() {
            Outcome::Passed
        } else {
            Outcome::Failed
        },
        took: began.elapsed(),
    };
    report::end(&line, result.as_ref().err());
    line
}

fn list(steps: &[&Step]) {
    for step in steps {
        let needs: Vec<&str> = step.needs.iter().map(|need| need.name()).collect();
        let needs = if needs.is_empty() {
            String::new()
        } else {
            format!(" (needs {})", needs.join(", "))
        };
        say(&format!("{:<12}{}{needs}", step.name, step.about));
    }
}

fn needs_of(steps: &[&Step]) -> Vec<Need> {
    let mut needs = Vec::new();
    for need in steps.iter().flat_map(|step| step.needs) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs
}

/// Checks the fuzz targets without the fuzzer, which wants a nightly compiler and C++. Their lock file is
/// the program's, and so is the folder of what is built: little is left to do.
fn fuzz_targets_compile() -> Result<()> {
    std::fs::copy(
        shell::under_root("Cargo.lock"),
        shell::under_root("fuzz/Cargo.lock"),
    )
    .context("copy Cargo.lock for the fuzz targets")?;
    let target = shell::under_root("target");
    let mut check = words("cargo check --quiet --no-default-features --bins");
    check
        .arg("--manifest-path")
        .arg(shell::under_root("fuzz/Cargo.toml"));
    shell::run(check.arg("--target-dir").arg(target))
}

/// Runs the tests by nextest: all of them on SQLite, or those of the application on a PostgreSQL server.
/// The tests note the statements they run; the rule that none is left out is asked afterwards.
fn nextest(cluster: Option<&Cluster>) -> Result<()> {
    let statements = TempFolder::make("statements")?;
    let mut all = nextest_on(cluster)?;
    all.arg(if cluster.is_none() {
        "--workspace"
    } else {
        "--package=sijil"
    });
    shell::run(all.env("SIJIL_TEST_STATEMENTS", &statements.path))?;
    let mut rule = nextest_on(cluster)?;
    rule.args(["--package=sijil", "--status-level=none", "-E"]);
    rule.arg("test(=tidy::statements::every_statement_was_run)");
    shell::run(rule.env("SIJIL_TEST_STATEMENTS_RUN", &statements.path))
}

fn nextest_on(cluster: Option<&Cluster>) -> Result<Command> {
    let mut command = tools::tool("cargo-nextest")?;
    command.args(["nextest", "run", "--profile"]);
    command.arg(if in_ci() { "ci" } else { "default" });
    command.args(["--cargo-quiet", "--show-progress", "none"]);
    if let Some(cluster) = cluster {
        command.env("SIJIL_TEST_DATABASE", cluster.url());
    }
    Ok(command)
}
