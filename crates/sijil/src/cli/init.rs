//! `sijil init`: a new newsroom.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Args;
use sijil_text::{Lang, SafeHtml, clean_line};

use super::{Out, user};
use crate::clock::Clock;
use crate::config::{self, Config};
use crate::db::{DbError, Tx};
use crate::folder::DataFolder;
use crate::newsroom::{Newsroom, environment};
use crate::slots::{self, Slot, Words};
use crate::staff;

/// Make the data folder of a new newsroom.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  sijil init newsroom --name 'The Valley Post' --name-ar 'بريد الوادي'\n  sijil serve --dir newsroom"
)]
pub(super) struct Init {
    /// The folder to make; it must be empty or missing.
    dir: PathBuf,
    /// The paper's name in English.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The paper's name in Arabic; the English one if it has none.
    #[arg(long, value_name = "NAME")]
    name_ar: Option<String>,
    /// What the first admin signs in with.
    #[arg(long, value_name = "LOGIN", default_value = "admin")]
    admin: String,
}

impl Init {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let shown = self.dir.display();
        if self.dir.join(config::FILE).exists() || holds_strangers(&self.dir) {
            bail!("{shown} is not empty; name a new folder");
        }
        let login = staff::login(&self.admin)?;
        let english = clean_line(&self.name);
        let arabic = self
            .name_ar
            .as_deref()
            .map_or_else(|| english.clone(), clean_line);
        if english.is_empty() {
            bail!("--name must hold at least one letter");
        }
        let folder = DataFolder::make(&self.dir)?;
        let config = Config::read(&self.dir, environment)?;
        let newsroom = Newsroom::open(folder, config, Clock::System)?;
        if !newsroom.is_empty()? {
            bail!("the database already holds a newsroom; name another one (database.url)");
        }
        let now = newsroom.app.now();
        newsroom.app.db.write_now(move |tx: &mut Tx<'_, '_>| {
            for (lang, name) in [(Lang::En, &english), (Lang::Ar, &arabic)] {
                let words = Words {
                    title: name.clone(),
                    body: SafeHtml::default(),
                };
                slots::put(tx, Slot::Site, lang, &words, now)?;
            }
            Ok::<_, DbError>(())
        })?;
        let link = user::first_link(&newsroom.app, login)?;
        // Last: a folder with this file in it is a newsroom.
        let file = self.dir.join(config::FILE);
        std::fs::write(&file, config::documented())
            .with_context(|| format!("write {}", file.display()))?;
        let mut out = Out::default();
        out.line(&format!(
            "The newsroom is in {shown}. Its settings: {}",
            file.display()
        ))?;
        out.line(&format!("Open it with: sijil serve --dir {shown}"))?;
        out.line(&format!(
            "Then open this, once, within three days, to become its first admin: {link}"
        ))?;
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Whether a folder holds anything but what an `init` that failed half-way may have left.
fn holds_strangers(folder: &Path) -> bool {
    const OWN: [&str; 8] = [
        "sijil.lock",
        "secret.key",
        "newsroom.db",
        "newsroom.db-wal",
        "newsroom.db-shm",
        "media",
        "index",
        "spam.model",
    ];
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| !OWN.iter().any(|own| entry.file_name() == *own))
}
