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
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: u16,
    /// Where a 303 leads; empty without one.
    pub(crate) location: String,
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
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.ask(request.as_bytes())
    }

    /// The bytes of a form that is sent from one of the site's own pages, by a reader whose network
    /// a proxy names.
    pub(crate) fn form(&self, path: &str, body: &str, network: &str) -> Vec<u8> {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
             X-Forwarded-For: {network}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
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
        let (mut status, mut length, mut location) = (0, 0, String::new());
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
                status = code.parse().context("read a status")?;
            }
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().context("read a length")?,
                "location" => value.clone_into(&mut location),
                "transfer-encoding" => bail!("the server sends an answer in pieces"),
                _ => {}
            }
        }
        if status == 0 {
            bail!("the server closed the connection");
        }
        let mut body = vec![0; length];
        self.stream
            .read_exact(&mut body)
            .context("read an answer's body")?;
        Ok(Said {
            status,
            location,
            body,
        })
    }
}
