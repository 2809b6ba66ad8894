//! A newsroom that is open: its data folder, its database, and those who follow its changes.

use std::path::Path;

use anyhow::Context;
use sijil_text::Lang;

use crate::app::{App, Stock};
use crate::changes::{Followers, catch_up};
use crate::clock::Clock;
use crate::code::Codes;
use crate::config::Config;
use crate::db::{Address, Db, DbError, Threads};
use crate::folder::DataFolder;
use crate::ids::Ids;
use crate::media::Folder;
use crate::media::uploads::Staging;
use crate::moderation::{Learner, Spam};
use crate::record::Keeper;
use crate::search::{Indexer, Search};
use crate::secrets::Secrets;
use crate::slots::{self, Slot};
use crate::web::purge::Purger;
use crate::{articles, code, comments, ledger, media, moderation, outbox, record, staff, topics};

/// An open newsroom.
pub struct Newsroom {
    /// What handlers and commands work with.
    pub app: App,
    followers: Followers,
    folder: DataFolder,
}

impl Newsroom {
    /// Opens a newsroom; nobody follows its changes yet.
    ///
    /// # Errors
    /// When the folder is in use, or the database cannot be opened or brought up to date.
    pub fn open(folder: DataFolder, config: Config, clock: Clock) -> anyhow::Result<Self> {
        let (address, shown) = match &config.database {
            Some(url) => (Address::Postgres(url.clone()), without_password(url)),
            None => (
                Address::Sqlite(folder.database()),
                folder.database().display().to_string(),
            ),
        };
        let threads = Threads {
            readers: config.readers,
            writers: config.writers,
        };
        let db =
            Db::open(&address, threads).with_context(|| format!("open the database {shown}"))?;
        let decoder = config.decoder.clone();
        let pictures = Folder::open(folder.pictures(), decoder).with_context(|| {
            format!("open the pictures' folder {}", folder.pictures().display())
        })?;
        let staging = Staging::open(folder.uploads())
            .with_context(|| format!("open the folder {}", folder.uploads().display()))?;
        let search = Search::new(folder.index());
        let secrets = Secrets::open(&folder.secret())?;
        let codes = Codes::new(&secrets)?;
        let last = db.read_now(|tx| {
            let last = [
                articles::last_id(tx)?,
                topics::last_id(tx)?,
                media::last_id(tx)?,
                comments::last_id(tx)?,
                outbox::last_id(tx)?,
                staff::last_id(tx)?,
                ledger::last_id(tx)?,
                moderation::last_id(tx)?,
                moderation::rules::last_id(tx)?,
                record::objects::last_id(tx)?,
            ];
            Ok::<_, DbError>(last.into_iter().max().unwrap_or_default())
        })?;
        let stock = Stock {
            db,
            ids: Ids::after(last),
            pictures,
            staging,
            search,
            secrets,
            codes,
            spam: Spam::open(folder.spam()),
        };
        let app = App::new(stock, config, clock);
        let restored = app.clone();
        app.db
            .read_now(move |tx| code::restore_level(tx, &restored.codes))?;
        app.choose_anew()?;
        Ok(Self {
            app,
            followers: Followers::default(),
            folder,
        })
    }

    /// Opens the newsroom in a folder, as its `sijil.toml` and the environment say.
    ///
    /// # Errors
    /// As [`Newsroom::open`], and when the configuration is refused.
    pub fn in_folder(path: &Path) -> anyhow::Result<Self> {
        let folder = DataFolder::open(path)?;
        folder.must_be_a_newsroom()?;
        let config = Config::read(path, environment)?;
        Self::open(folder, config, Clock::System)
    }

    /// Whether nobody has named it yet: `init` and the demo give a paper its name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn is_empty(&self) -> anyhow::Result<bool> {
        Ok(self
            .app
            .db
            .read_now(|tx| Ok::<_, DbError>(slots::words(tx, Slot::Site, Lang::En)?.is_none()))?)
    }

    /// Closes the newsroom; its folder stays locked.
    #[must_use]
    pub fn close(self) -> DataFolder {
        self.folder
    }

    /// Lets search and page cache follow the changes.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn follow(&mut self) -> anyhow::Result<()> {
        let (app, db) = (self.app.clone(), self.app.db.clone());
        self.followers
            .start("pages", &db, move || Purger::new(&app))?;
        let app = self.app.clone();
        self.followers
            .start("search", &db, move || Indexer::prepare(&app))?;
        let app = self.app.clone();
        self.followers
            .start("spam", &db, move || Learner::prepare(&app))?;
        let app = self.app.clone();
        self.followers
            .start("record", &db, move || Keeper::new(&app))?;
        Ok(())
    }

    /// Brings the search index level with the database and leaves it there, for commands that ask
    /// it once.
    ///
    /// # Errors
    /// When the database or the disk fails.
    pub fn bring_index_level(&self) -> anyhow::Result<()> {
        catch_up(&self.app.db, &mut Indexer::prepare(&self.app)?)
    }
}

/// The environment as the configuration reads it.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// An address that may be shown: what stands between `:` and `@` is left out.
fn without_password(url: &str) -> String {
    match url.rsplit_once('@') {
        Some((login, place)) => {
            let user = login
                .rsplit_once(':')
                .filter(|(before, _)| before.contains("//"));
            let user = user.map_or(login, |(user, _)| user);
            format!("{user}@{place}")
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for (url, wanted) in [
            ("postgres://a:secret@h/db", "postgres://a@h/db"),
            ("postgres://a@h/db", "postgres://a@h/db"),
            ("postgres://h/db", "postgres://h/db"),
        ] {
            assert_eq!(without_password(url), wanted);
        }
    }
}
