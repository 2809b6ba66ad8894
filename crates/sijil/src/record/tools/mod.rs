//! What stories are read with: the gazetteer and the dictionary of actors, with what the newsroom's
//! own record adds to both. Made when it is first asked for, and anew when the record's names change.

mod own;
mod store;

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sijil_record::actor::Actors;
use sijil_record::gazetteer::FileError;
use sijil_record::place::Places;

pub use own::Own;

use crate::app::App;
use crate::db::{DbError, Tx};

/// The gazetteer and the actors.
#[derive(Debug)]
pub struct Tools {
    /// Where places are looked up.
    pub places: Places,
    /// Who is known.
    pub actors: Actors,
}

impl Tools {
    /// Those that come with the program; places of `countries`, by ISO code, are believed a little
    /// before others of the same name.
    ///
    /// # Errors
    /// When the gazetteer was made for another version.
    pub fn open(countries: &[&str]) -> Result<Self, FileError> {
        Ok(Self {
            places: Places::open(countries)?,
            actors: Actors::shipped(),
        })
    }

    /// The same with what a newsroom adds, in the place of what was added before.
    #[must_use]
    pub fn with(&self, own: &Own, countries: &[String]) -> Self {
        let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
        let places = self.places.with_added(own.places.clone(), &own.names);
        Self {
            places: places.of_countries(&countries),
            actors: self.actors.with_added(own.actors.clone()),
        }
    }
}

/// Where the tools lie: whoever reads a story takes those of the moment, and keeps them while newer
/// ones are put in their place.
#[derive(Default)]
pub struct Toolbox {
    shelf: RwLock<Shelf>,
    /// Held while newer tools are made: one maker at a time.
    making: Mutex<()>,
}

#[derive(Default)]
struct Shelf {
    own: Arc<Own>,
    countries: Vec<String>,
    open: Option<Arc<Tools>>,
}

impl Toolbox {
    /// The tools as they are now; opened when they are first asked for.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the gazetteer is a part of this very program"
    )]
    pub fn tools(&self) -> Arc<Tools> {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(tools) = &shelf.open {
            return Arc::clone(tools);
        }
        drop(shelf);
        let mut shelf = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        let Shelf {
            own,
            countries,
            open,
        } = &mut *shelf;
        let made = open.get_or_insert_with(|| {
            let shipped = Tools::open(&[]).expect("the gazetteer was made with the program");
            Arc::new(shipped.with(own, countries))
        });
        Arc::clone(made)
    }

    /// Takes in what the record has of its own, where that changed. Costs a question to the database
    /// when it did not, and some milliseconds of the caller's thread when it did.
    ///
    /// # Errors
    /// When the database fails.
    pub fn renew(&self, tx: &mut Tx<'_, '_>) -> Result<(), DbError> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, countries) = self.put_on();
        // Versions only ever grow: what was read before another change never replaces it.
        if store::stamp(tx)? <= known.stamp {
            return Ok(());
        }
        let own = Own::read(tx)?;
        self.put(Arc::new(own), countries);
        Ok(())
    }

    /// Says of which countries the newsroom writes, by ISO code.
    pub fn choose_countries(&self, countries: &[String]) {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let (own, before) = self.put_on();
        if before != countries {
            self.put(own, countries.to_vec());
        }
    }

    fn put_on(&self) -> (Arc<Own>, Vec<String>) {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        (Arc::clone(&shelf.own), shelf.countries.clone())
    }

    /// Puts newer tools in the place of those that lie there; readers wait for nothing but the swap.
    fn put(&self, own: Arc<Own>, countries: Vec<String>) {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner);
        let before = shelf.open.clone();
        drop(shelf);
        let open = before.map(|before| Arc::new(before.with(&own, &countries)));
        let newer = Shelf {
            own,
            countries,
            open,
        };
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = newer;
    }
}

/// Takes in what the record has of its own, before whoever changed it goes on: the next suggestion
/// knows the new name. Reads where readers do; the writing thread makes no tools.
///
/// # Errors
/// When the database fails.
pub async fn renew(app: &App) -> Result<(), DbError> {
    let own = app.clone();
    app.db.read(move |tx| own.renew_tools(tx)).await
}
