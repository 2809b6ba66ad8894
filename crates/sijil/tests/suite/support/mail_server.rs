//! A mail server of this machine: `tests/mail_server.py`, which is aiosmtpd.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{self, Child, ChildStdout, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail_server.py");

/// Ends when it is dropped; what it took stays in its box.
pub(crate) struct MailServer {
    child: Child,
    said: BufReader<ChildStdout>,
    pub(crate) host: String,
    pub(crate) port: u16,
}

/// What was taken, by one server or by several after each other.
pub(crate) struct MailBox(TempDir);

/// A mail as Python's library reads it.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) recipients: Vec<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// As it came over the wire.
    pub(crate) raw: String,
}

impl MailServer {
    /// A server on an address of the loopback network that is this process's own, so that a port
    /// that was left can be taken again.
    pub(crate) fn start(mail: &MailBox, options: &[&str]) -> Self {
        let [_, first, second, third] = process::id().to_be_bytes();
        let host = format!("127.{}.{second}.{}", first.max(1), third.max(1));
        Self::start_at(mail, &host, 0, options)
    }

    /// A server where one was before; port 0 takes a free one.
    pub(crate) fn start_at(mail: &MailBox, host: &str, port: u16, options: &[&str]) -> Self {
        let mut child = Command::new(python())
            .args([SCRIPT, "serve"])
            .arg(mail.0.path())
            .args([host, &port.to_string()])
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut server = Self {
            said: BufReader::new(child.stdout.take().unwrap()),
            child,
            host: host.to_owned(),
            port: 0,
        };
        let ready = server.line();
        server.port = ready.strip_prefix("ready ").unwrap().parse().unwrap();
        server
    }

    /// Waits until it takes a mail.
    pub(crate) fn taken(&mut self) {
        assert_eq!(self.line(), "taken");
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl MailBox {
    pub(crate) fn make() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// What was taken, in order of arrival.
    pub(crate) fn mails(&self) -> Vec<Taken> {
        let read = Command::new(python())
            .args([SCRIPT, "read"])
            .arg(self.0.path())
            .output()
            .unwrap();
        assert!(
            read.status.success(),
            "{}",
            String::from_utf8_lossy(&read.stderr)
        );
        let mails: Vec<Value> = serde_json::from_slice(&read.stdout).unwrap();
        mails.iter().map(Taken::from).collect()
    }
}

impl Taken {
    /// The values of all headers with that name.
    pub(crate) fn header(&self, name: &str) -> Vec<&str> {
        let named = self.headers.iter().filter(|(other, _)| other == name);
        named.map(|(_, value)| value.as_str()).collect()
    }
}

impl From<&Value> for Taken {
    fn from(mail: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let list = |name: &str| mail[name].as_array().unwrap().iter();
        Self {
            recipients: list("recipients").map(text).collect(),
            headers: list("headers")
                .map(|header| (text(&header[0]), text(&header[1])))
                .collect(),
            body: text(&mail["body"]).replace("\r\n", "\n"),
            raw: text(&mail["raw"]),
        }
    }
}

/// A Python that has aiosmtpd: Debian's own, or the one on the search path.
fn python() -> &'static str {
    let has_server = |python: &&str| {
        let mut asked = Command::new(python);
        asked.args(["-c", "import aiosmtpd"]).stderr(Stdio::null());
        asked.status().is_ok_and(|status| status.success())
    };
    let debian = "/usr/bin/python3";
    let pythons = [debian, "python3"];
    pythons.into_iter().find(has_server).unwrap_or_else(|| {
        panic!(
            "the mail server of this test is missing: run `cargo xtask test`, which installs it, \
             or `sudo apt-get install python3-aiosmtpd`, or `pip install aiosmtpd`"
        )
    })
}

/// A certificate for `localhost` with its key, in one file, which nobody vouches for.
pub(crate) fn certificate(folder: &Path) -> String {
    let (key, both) = (folder.join("key.pem"), folder.join("both.pem"));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
        ])
        .args(["-nodes", "-days", "2", "-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&both)
        .output()
        .expect("openssl makes the certificate of this test: sudo apt-get install openssl");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let mut text = std::fs::read_to_string(&both).unwrap();
    text.push_str(&std::fs::read_to_string(&key).unwrap());
    std::fs::write(&both, text).unwrap();
    both.display().to_string()
}
