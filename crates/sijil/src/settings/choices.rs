//! What the newsroom sets for itself while it runs. Where the desk has chosen nothing, the file's
//! value holds.

use sijil_text::Lang;

use super::store;
use crate::config::Config;
use crate::db::{DbError, Tx};
use crate::outbox::Recipient;

/// The choices in force.
#[derive(Debug, Clone)]
pub struct Choices {
    /// What `/` leads to when the browser asks for no language of ours.
    pub default_language: Lang,
    /// Whether the front page lists the most read stories.
    pub most_read: bool,
    /// Days for which a story takes comments.
    pub comments_open_days: u32,
    /// Minutes for which a writer may change a comment.
    pub comments_edit_minutes: u32,
    /// Who gets the comments desk's daily digest.
    pub digest_to: Vec<Recipient>,
    /// From which hour on, in the newsroom's zone.
    pub digest_hour: u8,
    /// Countries of which the newsroom writes most, by ISO 3166 code: a name that several places bear
    /// is theirs rather than another's.
    pub countries: Vec<String>,
    /// Where holes in the site's safety are reported.
    pub security_contact: String,
}

/// The names under which choices are kept, each also the field's name in `sijil.toml`.
pub const NAMES: [&str; 8] = [
    "site.default_language",
    "site.most_read",
    "comments.open_days",
    "comments.edit_minutes",
    "mail.digest_to",
    "mail.digest_hour",
    "site.security_contact",
    "record.countries",
];

impl Choices {
    /// What the file and the environment say.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            default_language: config.default_language,
            most_read: config.most_read,
            comments_open_days: config.comments_open_days,
            comments_edit_minutes: config.comments_edit_minutes,
            digest_to: config.mail.digest_to.clone(),
            digest_hour: config.mail.digest_hour,
            security_contact: config.security_contact.clone(),
            countries: config.countries.clone(),
        }
    }

    /// What is in force: the desk's choices over the file's values.
    ///
    /// # Errors
    /// When the database fails.
    pub fn read(tx: &mut Tx<'_, '_>, config: &Config) -> Result<Self, DbError> {
        let mut chosen = config.clone();
        for name in NAMES {
            if let Some(value) = store::setting(tx, name)? {
                // A value of a newer program is passed over, as if nobody had chosen.
                if let Err(error) = chosen.choose(name, &value) {
                    tracing::warn!(name, error, "a choice of the desk is not understood");
                }
            }
        }
        Ok(Self::of(&chosen))
    }

    /// A choice as it is written in a form or file; empty for a name that is none.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        let recipients = || {
            let each = self.digest_to.iter().map(Recipient::as_str);
            each.collect::<Vec<_>>().join(", ")
        };
        match name {
            "site.default_language" => self.default_language.code().to_owned(),
            "site.most_read" => self.most_read.to_string(),
            "comments.open_days" => self.comments_open_days.to_string(),
            "comments.edit_minutes" => self.comments_edit_minutes.to_string(),
            "mail.digest_to" => recipients(),
            "mail.digest_hour" => self.digest_hour.to_string(),
            "site.security_contact" => self.security_contact.clone(),
            "record.countries" => self.countries.join(", "),
            _ => String::new(),
        }
    }
}
