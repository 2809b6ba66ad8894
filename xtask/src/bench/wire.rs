//! One connection that stays open, HTTP/1.1, one request at a time: what a browser has.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

/// An answer that takes longer has failed.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);

/// A connection to the server.
pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What the server said.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) status: u16,
    /// Where a 303 leads; empty without one.
    pub(crate) location: String,
    /// The first cookie that it gives, `name=value`; empty without one.
    pub(crate) cookie: String,
    /// Seconds after which to try again, if it says so.
    pub(crate) retry_after_s: Option<u64>,
    pub(crate) body: Vec<u8>,
}

impl Wire {
    /// Connects to `http://HOST:PORT/`.
    pub(crate) fn open(address: &str) -> Result<Self> {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let stream = TcpStream::connect(host).with_context(|| format!("connect to {host}"))?;
        stream.set_nodelay(true).context("send at once")?;
        stream
            .set_read_timeout(Some(ANSWER_LIMIT))
            .context("set a limit for answers")?;
        Ok(Self {
            stream: BufReader::new(stream),
            host: host.to_owned(),
        })
    }

    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Result<Said> {
        self.get_with(path, "")
    }

    /// Asks for a page; `headers` is lines that each end in `\r\n`.
    pub(crate) fn get_with(&mut self, path: &str, headers: &str) -> Result<Said> {
        let host = &self.host;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n");
        self.ask(request.as_bytes())
    }

    /// The bytes of a form that is sent from one of the site's own pages, by a reader whose network
    /// a proxy names.
    pub(crate) fn form(&self, path: &str, body: &str, network: &str) -> Vec<u8> {
        self.form_with(path, body, &format!("X-Forwarded-For: {network}\r\n"))
    }

    /// The same with any headers: lines that each end in `\r\n`.
    pub(crate) fn form_with(&self, path: &str, body: &str, headers: &str) -> Vec<u8> {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n{headers}\
             Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        )
        .into_bytes()
    }

    /// Sends a request and reads its answer to the end.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<Said> {
        self.stream
            .get_mut()
            .write_all(request)
            .context("send a request")?;
        let (mut length, mut said) = (0, Said::default());
        loop {
            let mut line = String::new();
            self.stream
                .read_line(&mut line)
                .context("read an answer's headers")?;
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(rest) = line.strip_prefix("HTTP/1.1 ") {
                let code = rest.split(' ').next().unwrap_or_default();
                said.status = code.parse().context("read a status")?;
            }
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().context("read a length")?,
                "location" => value.clone_into(&mut said.location),
                "retry-after" => said.retry_after_s = value.parse().ok(),
                "set-cookie" if said.cookie.is_empty() => {
                    let cookie = value.split(';').next().unwrap_or_default();
                    cookie.clone_into(&mut said.cookie);
                }
                "transfer-encoding" => bail!("the server sends an answer in pieces"),
                _ => {}
            }
        }
        if said.status == 0 {
            bail!("the server closed the connection");
        }
        said.body = vec![0; length];
        self.stream
            .read_exact(&mut said.body)
            .context("read an answer's body")?;
        Ok(said)
    }
}

impl Said {
    /// Its body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What stands between two marks, the first time they follow each other.
pub(crate) fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}
