//! The command line as people use it: the real binary, real files.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::TestDatabase;

/// A page as an old site's text dump holds it.
pub(crate) const DUMP: &str = "Search For Keyword.\n\nWater returns to Marj al-Luban after nine days\n\n\
    (Valley Wire)- Water ran again in the taps of Marj al-Luban on Sunday, the town's engineer said.\n\n\
    Two pumps were repaired, he said; a third waits for a part that has to come over the bridge.\n\n\
    Valley Wire\n(12)    (3)\nTotal Comments (0)\n\nComments About This Article\n\n\
    Please fill the fields below.\n*code confirming note";

/// A newsroom made by the command line.
pub(crate) struct Made {
    folder: TempDir,
    database: TestDatabase,
}

impl Made {
    pub(crate) fn init() -> Self {
        let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::make());
        let made = Self { folder, database };
        let dir = made.dir();
        let init = made.run(&["init", &dir, "--name", "The Test Post"]);
        assert!(init.status.success(), "{}", complaint(&init));
        made
    }

    pub(crate) fn dir(&self) -> String {
        self.folder.path().join("newsroom").display().to_string()
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sijil"));
        if let Some(url) = self.database.url() {
            command.env("SIJIL_DATABASE_URL", url);
        }
        command
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// The sums of an import.
    fn import(&self, arguments: &[&str]) -> String {
        let dir = self.dir();
        let mut all = vec!["import", "--dir", &dir, "--json"];
        all.extend(arguments);
        let output = self.run(&all);
        let text = String::from_utf8(output.stdout.clone()).unwrap();
        let sums: Value = serde_json::from_str(text.lines().last().unwrap_or_default())
            .unwrap_or_else(|_| panic!("{}", complaint(&output)));
        let count = |key: &str| sums[key].as_u64().unwrap();
        let parts = ["imported", "merged", "skipped", "failed"].map(count);
        assert_eq!(count("input"), parts.iter().sum::<u64>(), "{sums}");
        let [imported, merged, skipped, failed] = parts;
        format!("{imported} {merged} {skipped} {failed}")
    }
}

/// What a command complains of.
pub(crate) fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_page_dump_becomes_a_story_that_is_found_and_only_once() {
    let made = Made::init();
    let page = made.file("page.txt", DUMP);
    let extracted = made.run(&["extract", &page]);
    let story: Value = serde_json::from_slice(&extracted.stdout).unwrap();
    assert_eq!(
        story["title"],
        "Water returns to Marj al-Luban after nine days"
    );
    assert_eq!(story["agency"], "Valley Wire");
    assert_eq!(
        (&story["votes_for"], &story["votes_against"]),
        (&12.into(), &3.into())
    );
    assert_eq!(story["date"], Value::Null, "a day is not guessed");
    assert_eq!(
        made.import(&[&page]),
        "0 0 1 0",
        "without a day it is left out"
    );
    assert_eq!(
        made.import(&["--published", "2017-12-01", "--dry-run", &page]),
        "1 0 0 0"
    );
    assert_eq!(
        made.import(&["--published", "2017-12-01", &page]),
        "1 0 0 0"
    );
    assert_eq!(
        made.import(&["--published", "2017-12-01", &page]),
        "0 1 0 0"
    );
    let ndjson = made.file("stories.ndjson", &extracted.stdout);
    assert_eq!(
        made.import(&["--published", "2017-12-01", &ndjson]),
        "0 1 0 0",
        "as NDJSON"
    );
    let dir = made.dir();
    for (query, wanted) in [("pumps", 1), ("\"repaired, he said\"", 1), ("xyzzy", 0)] {
        let found = made.run(&["search", "--dir", &dir, "--json", query]);
        let lines = String::from_utf8(found.stdout).unwrap();
        assert_eq!(lines.lines().count(), wanted, "{query}");
        assert!(
            lines.is_empty() || lines.contains("/en/2017/12/01/water-returns"),
            "{lines}"
        );
    }
    let queries = made.file("queries.tsv", "q1\tpumps repaired\nq2\tnothing here\n");
    let run = made.run(&["search", "--dir", &dir, "--run", &queries]);
    let run = String::from_utf8(run.stdout).unwrap();
    let fields: Vec<&str> = run.lines().next().unwrap().split(' ').collect();
    assert_eq!(
        (fields[0], fields[1], fields[3], fields[5]),
        ("q1", "Q0", "1", "sijil")
    );
}

#[test]
fn bad_input_is_named_and_harms_nothing() {
    let made = Made::init();
    let dir = made.dir();
    let empty = made.folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let empty = empty.display().to_string();
    let broken = made.file("broken.txt", b"\xff\xfe\x00\xd8\x00\x00".as_slice());
    let huge = made.file("huge.txt", vec![b'a'; 25_000_000]);
    assert_eq!(made.import(&[&broken]).split(' ').next(), Some("0"));
    assert_eq!(made.import(&[&huge]).split(' ').next(), Some("0"));
    let page = made.file("page.txt", DUMP);
    for (arguments, wanted) in [
        (vec!["import", "--dir", &dir, &empty], "empty"),
        (
            vec!["import", "--dir", &dir, "/nowhere/at/all"],
            "/nowhere/at/all",
        ),
        (
            vec!["import", "--dir", "/nowhere", &page],
            "open the data folder /nowhere",
        ),
        (
            vec!["import", "--dir", &dir, "--section", "x", &page],
            "there is no section x",
        ),
        (
            vec!["import", "--dir", &dir, "--published", "1.12.2017", &page],
            "2017-12-01",
        ),
        (vec!["search", "--dir", &dir, "--run", &page], "page.txt:1"),
        (vec!["init", &dir, "--name", "Again"], "is not empty"),
        (vec!["serve", "--dir", &page], "is a file"),
    ] {
        let output = made.run(&arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let said = complaint(&output) + &String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(wanted), "{arguments:?} said: {said}");
    }
    assert_eq!(
        made.import(&["--published", "2017-12-01", &page]),
        "1 0 0 0",
        "nothing was harmed"
    );
}

#[test]
fn a_report_names_what_became_of_each_input() {
    let made = Made::init();
    let page = made.file("page.txt", DUMP);
    let report = made
        .folder
        .path()
        .join("report.ndjson")
        .display()
        .to_string();
    made.import(&[
        "--published",
        "2017-12-01",
        "--report",
        &report,
        &page,
        "/nowhere",
    ]);
    let report = fs::read_to_string(&report).unwrap();
    let outcomes: Vec<Value> = report
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(outcomes.len(), 2);
    let of = |outcome: &str| {
        outcomes
            .iter()
            .find(|line| line["outcome"] == outcome)
            .unwrap()
    };
    assert_eq!(of("imported")["source"], *page);
    assert!(
        of("failed")["reason"]
            .as_str()
            .is_some_and(|reason| !reason.is_empty())
    );
}

#[test]
fn a_second_server_on_a_folder_is_refused() {
    let made = Made::init();
    let lock = sijil::folder::DataFolder::open(Path::new(&made.dir())).unwrap();
    let output = made.run(&["serve", "--dir", &made.dir(), "--listen", "127.0.0.1:0"]);
    assert!(!output.status.success());
    assert!(
        complaint(&output).contains("is in use by another sijil"),
        "{}",
        complaint(&output)
    );
    drop(lock);
}

#[test]
fn a_port_in_use_is_named() {
    let made = Made::init();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = made.run(&["serve", "--dir", &made.dir(), "--listen", &address]);
    assert!(!output.status.success());
    assert!(
        complaint(&output).contains(&format!("listen on {address}")),
        "{}",
        complaint(&output)
    );
}

#[test]
fn the_settings_are_documented_and_a_wrong_one_is_named() {
    let made = Made::init();
    let config = made.run(&["config"]);
    let config = String::from_utf8(config.stdout).unwrap();
    assert!(
        config.contains("[database]") && config.contains("# url = \"\""),
        "{config}"
    );
    fs::write(
        Path::new(&made.dir()).join("sijil.toml"),
        "[server]\nlisten = 8080\n",
    )
    .unwrap();
    let output = made.run(&["serve", "--dir", &made.dir()]);
    let said = complaint(&output);
    assert!(
        said.contains("sijil.toml") && said.contains("server.listen"),
        "{said}"
    );
}

#[test]
fn people_are_taken_on_beside_a_running_server_and_their_password_is_shown_once() {
    let made = Made::init();
    let dir = made.dir();
    let lock = sijil::folder::DataFolder::open(Path::new(&dir)).unwrap();
    let user = |rest: &[&str]| {
        let mut all = vec!["user"];
        all.extend(rest);
        all.extend(["--dir", dir.as_str()]);
        made.run(&all)
    };
    let added = user(&["add", "Layla", "--role", "moderator"]);
    let said = String::from_utf8(added.stdout).unwrap();
    assert!(said.contains("layla may sign in as moderator."), "{said}");
    let password = said.rsplit(' ').next().unwrap().trim();
    assert_eq!(password.len(), 24, "{said}");
    let again = user(&["add", "layla", "--role", "editor"]);
    assert!(!again.status.success() && complaint(&again).contains("has that login already"));
    let wrong = user(&["add", "omar", "--role", "king"]);
    assert!(complaint(&wrong).contains("reporter, editor, moderator or admin"));
    let other = String::from_utf8(user(&["password", "layla"]).stdout).unwrap();
    assert!(
        other.contains("new password") && !other.contains(password),
        "{other}"
    );
    assert!(user(&["disable", "layla"]).status.success());
    let list = String::from_utf8(user(&["list", "--json"]).stdout).unwrap();
    let lines = list.lines().filter(|line| line.contains("layla"));
    let listed: Value = serde_json::from_str(&lines.collect::<String>()).unwrap();
    assert_eq!(
        (&listed["login"], &listed["disabled"]),
        (&"layla".into(), &true.into())
    );
    let nobody = user(&["disable", "omar"]);
    assert!(complaint(&nobody).contains("nobody has that login"));
    drop(lock);
}
