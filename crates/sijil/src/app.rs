//! What a handler may touch.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use sijil_text::{Digits, Lang};

use crate::clock::Clock;
use crate::code::Codes;
use crate::config::Config;
use crate::db::{Db, DbError, Tx, UtcMillis};
use crate::front::Reads;
use crate::ids::Ids;
use crate::media::Folder;
use crate::media::uploads::Staging;
use crate::moderation::{self, Spam};
use crate::record::{Toolbox, Tools};
use crate::search::Search;
use crate::secrets::Secrets;
use crate::settings::Choices;
use crate::staff::Door;
use crate::votes;
use crate::web::Say;
use crate::web::cache::PageCache;
use crate::web::house::Houses;
use crate::web::metrics::Metrics;

/// The application; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What the application is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// What was set.
    pub config: Config,
    /// The present.
    pub clock: Clock,
    /// New identifiers.
    pub ids: Ids,
    /// Files of pictures and documents.
    pub pictures: Folder,
    /// Files that are being handed in.
    pub staging: Staging,
    /// The search index.
    pub search: Search,
    /// The master secret.
    pub secrets: Secrets,
    /// The confirmation code.
    pub codes: Codes,
    /// The spam filter.
    pub spam: Spam,
    /// The door of the desk.
    pub door: Door,
    /// Rendered pages.
    pub cache: PageCache,
    /// What stands around every page.
    pub houses: Houses,
    /// How often each story is read, if that is counted.
    pub reads: Reads,
    /// What votes know only while the program runs.
    pub votes: votes::Memory,
    /// What is counted.
    pub metrics: Metrics,
    choices: RwLock<Arc<Choices>>,
    alarms: AtomicUsize,
    record_waits: AtomicUsize,
    tools: Toolbox,
    arabic: Say,
    english: Say,
}

/// What an application is opened with.
pub struct Stock {
    /// The database.
    pub db: Db,
    /// New identifiers.
    pub ids: Ids,
    /// Files of pictures and documents.
    pub pictures: Folder,
    /// Files that are being handed in.
    pub staging: Staging,
    /// The search index.
    pub search: Search,
    /// The master secret.
    pub secrets: Secrets,
    /// The confirmation code.
    pub codes: Codes,
    /// The spam filter.
    pub spam: Spam,
}

impl App {
    /// Puts the application together; nothing runs yet.
    #[must_use]
    pub fn new(stock: Stock, config: Config, clock: Clock) -> Self {
        let Stock {
            db,
            ids,
            pictures,
            staging,
            search,
            secrets,
            codes,
            spam,
        } = stock;
        let arabic = Say::new(Lang::Ar, config.arabic_digits, config.zone.clone());
        let english = Say::new(Lang::En, Digits::Latin, config.zone.clone());
        let cache = PageCache::new(config.page_cache_bytes_max);
        let (houses, metrics) = (Houses::default(), Metrics::default());
        let votes = votes::Memory::new(&secrets);
        let door = Door::new(&secrets, &config.url);
        let choices = RwLock::new(Arc::new(Choices::of(&config)));
        let parts = Parts {
            choices,
            alarms: AtomicUsize::new(0),
            record_waits: AtomicUsize::new(0),
            db,
            config,
            clock,
            ids,
            pictures,
            staging,
            search,
            door,
            secrets,
            codes,
            spam,
            cache,
            houses,
            reads: Reads::default(),
            votes,
            metrics,
            tools: Toolbox::default(),
            arabic,
            english,
        };
        Self(Arc::new(parts))
    }

    /// What stories are read with, as it is now; opened when it is first asked for.
    #[must_use]
    pub fn tools(&self) -> Arc<Tools> {
        self.tools.tools()
    }

    /// Takes in the names that the record has of its own, where they changed. Not for the writing
    /// thread.
    ///
    /// # Errors
    /// When the database fails.
    pub fn renew_tools(&self, tx: &mut Tx<'_, '_>) -> Result<(), DbError> {
        self.tools.renew(tx)
    }

    /// The sentences of a language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> &Say {
        match lang {
            Lang::Ar => &self.arabic,
            Lang::En => &self.english,
        }
    }

    /// What the newsroom has set for itself, as it is now.
    #[must_use]
    pub fn choices(&self) -> Arc<Choices> {
        Arc::clone(&self.choices.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Alarms about votes that nobody has settled, as they were counted last.
    #[must_use]
    pub fn alarms(&self) -> usize {
        self.alarms.load(Ordering::Relaxed)
    }

    /// Stories with suggestions for the record that wait, as they were counted last.
    #[must_use]
    pub fn record_waits(&self) -> usize {
        self.record_waits.load(Ordering::Relaxed)
    }

    /// Says how many stories have suggestions that wait.
    pub fn set_record_waits(&self, stories: i64) {
        let stories = usize::try_from(stories).unwrap_or_default();
        self.record_waits.store(stories, Ordering::Relaxed);
    }

    /// Counts the alarms anew.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_alarms(&self) -> Result<(), DbError> {
        let open = self.db.read(moderation::day::open_alarms).await?;
        let open = usize::try_from(open).unwrap_or_default();
        self.alarms.store(open, Ordering::Relaxed);
        Ok(())
    }

    /// Reads anew what the newsroom has set for itself.
    ///
    /// # Errors
    /// When the database fails.
    pub fn choose_anew(&self) -> Result<(), DbError> {
        let own = self.clone();
        let choices = self.db.read_now(move |tx| Choices::read(tx, &own.config))?;
        self.tools.choose_countries(&choices.countries);
        *self.choices.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(choices);
        Ok(())
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> UtcMillis {
        self.clock.now()
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
