//! nginx as the peer: one process that gives the same bytes with the same headers from a file.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::folder::TempFolder;
use crate::shell::{self, Running, pause};
use crate::site;

/// How long it may take until it answers.
const START_LIMIT: Duration = Duration::from_secs(10);

/// Headers that nginx makes itself, or that differ in every answer.
const OF_ITS_OWN: &[&str] = &[
    "accept-ranges",
    "connection",
    "content-length",
    "content-type",
    "date",
    "etag",
    "keep-alive",
    "last-modified",
    "server",
    "transfer-encoding",
];

/// An answer taken from the program: what nginx shall say too.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Names in small letters, and values.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Bytes of the status line and the headers.
    pub(crate) head_bytes: usize,
}

impl Answer {
    /// Asks for a page.
    pub(crate) fn of(address: &str, path: &str, coding: &str) -> Result<Self> {
        let bytes = site::get(address, path, &format!("Accept-Encoding: {coding}\r\n"))?;
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .context("an answer has headers")?;
        let (head, body) = bytes.split_at(end + 4);
        let head = String::from_utf8_lossy(head).into_owned();
        if !head.starts_with("HTTP/1.1 200") {
            bail!(
                "{path} is answered with {}",
                head.lines().next().unwrap_or_default()
            );
        }
        let pairs = head.lines().filter_map(|line| line.split_once(": "));
        let headers = pairs
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Ok(Self {
            headers,
            body: body.to_vec(),
            head_bytes: end + 4,
        })
    }
}

/// A running nginx; dropping it stops it.
#[derive(Debug)]
pub(crate) struct Nginx {
    // Stopped before the folder goes: fields are dropped in the order they stand.
    server: Running,
    _folder: TempFolder,
    /// `http://127.0.0.1:PORT/`
    pub(crate) address: String,
}

impl Nginx {
    /// Serves `answer` under `/page` on `core`, and makes sure that it is the same.
    pub(crate) fn start(answer: &Answer, core: u32) -> Result<Self> {
        let folder = TempFolder::make("nginx")?;
        let port = shell::free_port()?;
        std::fs::write(folder.path.join("page"), &answer.body).context("write nginx's page")?;
        let settings = folder.path.join("nginx.conf");
        std::fs::write(&settings, settings_for(answer, port, &folder)?)
            .context("write nginx's settings")?;
        let program = shell::find("nginx").or_else(|| {
            let of_debian = std::path::PathBuf::from("/usr/sbin/nginx");
            of_debian.is_file().then_some(of_debian)
        });
        let program = program.context("nginx is missing: apt-get install nginx-light")?;
        let mut command = shell::tied(std::path::Path::new("taskset"), "TERM", None);
        command.args(["-c", &core.to_string()]).arg(program);
        command
            .arg("-c")
            .arg(&settings)
            .arg("-e")
            .arg(folder.path.join("error.log"));
        command.arg("-p").arg(&folder.path);
        let server = Running::start(&mut command, "TERM")?;
        let mut nginx = Self {
            server,
            _folder: folder,
            address: format!("http://127.0.0.1:{port}/"),
        };
        nginx.wait_and_compare(answer)?;
        Ok(nginx)
    }

    /// Its process id.
    pub(crate) fn pid(&mut self) -> u32 {
        self.server.child().id()
    }

    fn wait_and_compare(&mut self, wanted: &Answer) -> Result<()> {
        let began = Instant::now();
        let given = loop {
            match Answer::of(&self.address, "/page", "identity") {
                Ok(given) => break given,
                Err(error) if began.elapsed() > START_LIMIT || self.server.has_ended() => {
                    return Err(error.context("nginx gives no page"));
                }
                Err(_) => pause(),
            }
        };
        if given.body != wanted.body {
            bail!("nginx gives other bytes than the program");
        }
        // Name and date of the server differ by a few bytes; a missing header would be a hundred.
        if given.head_bytes.abs_diff(wanted.head_bytes) > 80 {
            bail!(
                "nginx's headers have {} bytes, ours {}",
                given.head_bytes,
                wanted.head_bytes
            );
        }
        Ok(())
    }
}

fn settings_for(answer: &Answer, port: u16, folder: &TempFolder) -> Result<String> {
    let mut headers = String::new();
    for (name, value) in &answer.headers {
        if !OF_ITS_OWN.contains(&name.as_str()) {
            let value = value
                .replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('$', "");
            writeln!(headers, "add_header {name} \"{value}\" always;")?;
        }
    }
    let has = |name: &str| answer.headers.iter().any(|(header, _)| header == name);
    let etag = if has("etag") { "on" } else { "off" };
    let modified = if has("last-modified") {
        ""
    } else {
        "add_header Last-Modified \"\";"
    };
    Ok(format!(
        "daemon off; master_process off; worker_processes 1; pid nginx.pid;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; server_tokens off; max_ranges 0;
  keepalive_requests 1000000000; open_file_cache max=16 inactive=1h; etag {etag};
  default_type 'text/html; charset=utf-8';
  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    root {};
    location / {{ types {{ }} {headers} {modified} }}
  }}
}}
",
        folder.path.display()
    ))
}
