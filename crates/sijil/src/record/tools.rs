//! What stories are read with: the gazetteer and the dictionary of actors. Read-only, made once.

use sijil_record::actor::Actors;
use sijil_record::gazetteer::FileError;
use sijil_record::place::Places;

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
}
