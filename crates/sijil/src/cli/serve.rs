//! `sijil serve`: a newsroom, open to readers.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::Out;
use crate::clock::Clock;
use crate::config::Config;
use crate::folder::DataFolder;
use crate::jobs;
use crate::newsroom::{Newsroom, environment};
use crate::web::site::Site;
use crate::web::{admin, server};

/// Serve a newsroom's site.
///
/// Settings come from sijil.toml in the data folder, then from the environment, then from here.
/// `sijil config` prints them all. It ends on SIGINT or SIGTERM, after answers under way are sent.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil serve --dir newsroom\n  sijil serve --dir newsroom --listen 127.0.0.1:9000\n  SIJIL_DATABASE_URL=postgres://sijil@db/sijil sijil serve --dir newsroom"
)]
pub(super) struct Serve {
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
    /// Address and port for readers; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
}

impl Serve {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let folder = DataFolder::open(&self.dir)?;
        folder.must_be_a_newsroom()?;
        let mut config = Config::read(&self.dir, environment)?;
        config.listen = self.listen.unwrap_or(config.listen);
        start(folder, config)
    }
}

/// Opens a newsroom and serves it until the process is told to end.
///
/// # Errors
/// When it cannot be opened, or an address cannot be listened on.
pub(super) fn start(folder: DataFolder, config: Config) -> anyhow::Result<ExitCode> {
    log_to_stderr(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let mut newsroom = Newsroom::open(folder, config, Clock::System)?;
    runtime.block_on(async {
        newsroom.follow()?;
        serve(&newsroom).await
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(newsroom: &Newsroom) -> anyhow::Result<()> {
    let app = newsroom.app.clone();
    let listener = listen(app.config.listen).await?;
    let address = listener.local_addr()?;
    if let Some(private) = app.config.admin_listen {
        let listener = listen(private).await?;
        tracing::info!(address = %listener.local_addr()?, "health and metrics");
        tokio::spawn(server::serve_private(admin::routes(app.clone()), listener));
    }
    let mut end = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    let jobs = tokio::spawn(jobs::run(app.clone()));
    let mut out = Out::default();
    out.line(&format!("Sijil serves http://{address}/"))?;
    out.flush()?;
    let ended = async {
        tokio::select! {
            _ = end.0.recv() => {}
            _ = end.1.recv() => {}
        }
        tracing::info!("ending: no new connections, answers under way are sent");
    };
    server::serve(Arc::new(Site::new(app)), listener, ended).await;
    jobs.abort();
    Ok(())
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("listen on {address}; if the port is in use, name another with --listen")
    })
}

fn log_to_stderr(config: &Config) {
    let level = config.log_level.parse().unwrap_or(tracing::Level::INFO);
    // Colours are for people at a terminal, not for files and journals.
    let log = tracing_subscriber::fmt()
        .with_ansi(std::io::stderr().is_terminal())
        .with_max_level(level)
        .with_writer(std::io::stderr);
    // A test that opens two newsrooms in one process has a log already.
    drop(if config.log_json {
        log.json().try_init()
    } else {
        log.with_target(false).try_init()
    });
}
