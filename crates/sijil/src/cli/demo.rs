//! `sijil demo`: a furnished newsroom, ready to look at.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use super::out::complain;
use super::{serve, user};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::demo;
use crate::folder::DataFolder;
use crate::newsroom::{Newsroom, environment};
use crate::staff::{self, Reach, Role, Staff};

/// Who signs in to the demo's desk.
const ADMIN: &str = "layla";

/// Serve an invented newspaper in both languages, to look at.
///
/// Without --dir it lives in a temporary folder that is gone when the demo ends.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil demo\n  sijil demo --listen 127.0.0.1:9000 --dir demo-newsroom"
)]
pub(super) struct Demo {
    /// Address and port; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Keep the newsroom in this folder; furnished if it is new.
    #[arg(long)]
    dir: Option<PathBuf>,
}

impl Demo {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let temporary = self.dir.is_none().then(Temporary::make).transpose()?;
        let path = self
            .dir
            .clone()
            .or(temporary.as_ref().map(|folder| folder.0.clone()));
        let path = path.unwrap_or_default();
        let folder = DataFolder::make(&path)?;
        let mut config = Config::read(&path, environment)?;
        // An invented paper never goes into somebody's database.
        config.database = None;
        config.listen = self.listen;
        config.url = format!("http://{}", self.listen);
        config.zone = demo::zone()?;
        // The invented newspaper stands still, and its readers go on writing.
        config.comments_open_days = 36_500;
        let newsroom = Newsroom::open(folder, config.clone(), Clock::System)?;
        if newsroom.is_empty()? {
            // With it the other commands know the folder for a newsroom's.
            let file = path.join(config::FILE);
            if !file.exists() {
                std::fs::write(&file, config::documented())
                    .with_context(|| format!("write {}", file.display()))?;
            }
            let stories = demo::furnish(&newsroom.app)?;
            complain(&format!(
                "An invented newspaper of {stories} stories is ready."
            ));
            let password = admin(&newsroom.app)?;
            complain(&format!(
                "Its desk is at http://{}/desk/; sign in as {ADMIN}, password {password}",
                self.listen
            ));
        }
        serve::start(newsroom.close(), config)
    }
}

/// Takes an admin on, who may do everything, with a password made for this newspaper alone; gives the password.
fn admin(app: &App) -> anyhow::Result<String> {
    let staff = Staff {
        id: app.ids.next(app.now()),
        login: ADMIN.to_owned(),
        name: "Layla".to_owned(),
        lang: app.config.default_language,
        role: Role::Admin,
        is_disabled: false,
        reach: Reach::default(),
        session: None,
    };
    let password = staff::generated()?;
    user::take_on(app, &staff, &password)?;
    Ok(password)
}

/// A folder that goes when the demo ends.
struct Temporary(PathBuf);

impl Temporary {
    fn make() -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("sijil-demo-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            complain(&format!("remove {}: {error}", self.0.display()));
        }
    }
}
