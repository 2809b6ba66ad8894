//! What the one who runs it may set: a catalogue of fields, each with its default and its reason,
//! read from `sijil.toml` and then from the environment.

mod fields;
mod mail;

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, bail};
use sijil_text::{Digits, Lang};

use crate::clock::Zone;
use crate::media::Decoder;
use crate::web::network::Trusted;

pub use fields::{FIELDS, Field};
pub use mail::{MailSettings, Safety, Smtp};

/// The file's name in the data folder.
pub const FILE: &str = "sijil.toml";

/// Everything that can be set.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address that readers type, without a slash at its end.
    pub url: String,
    /// What `/` leads to when the browser asks for no language of ours.
    pub default_language: Lang,
    /// Where the newsroom counts its days.
    pub zone: Zone,
    /// The digits of Arabic pages.
    pub arabic_digits: Digits,
    /// Whether the front page lists the most read stories.
    pub most_read: bool,
    /// Where holes in the site's safety are reported.
    pub security_contact: String,
    /// Countries of which the newsroom writes most, by ISO 3166 code.
    pub countries: Vec<String>,
    /// Where readers are served.
    pub listen: SocketAddr,
    /// Where health and metrics are served; nowhere if nothing is set.
    pub admin_listen: Option<SocketAddr>,
    /// Connections at once, in all.
    pub connections_max: usize,
    /// Connections at once from one address.
    pub connections_per_address_max: usize,
    /// Whom we believe when they say for whom they ask.
    pub trusted: Trusted,
    /// Whether answers carry surrogate keys for an edge cache.
    pub surrogate_keys: bool,
    /// Days for which a story takes comments.
    pub comments_open_days: u32,
    /// Minutes for which a writer may change a comment.
    pub comments_edit_minutes: u32,
    /// A `postgres://` address, or nothing for the `SQLite` file in the data folder.
    pub database: Option<String>,
    /// Database threads that read.
    pub readers: usize,
    /// Database threads that write, on PostgreSQL.
    pub writers: usize,
    /// How mail leaves.
    pub mail: MailSettings,
    /// Where pictures are decoded.
    pub decoder: Decoder,
    /// Bytes of rendered pages kept in memory.
    pub page_cache_bytes_max: usize,
    /// How careful the staff must be.
    pub staff: Care,
    /// On which terms the record may be used; empty when nothing is set.
    pub record_licence: String,
    /// How tolls are counted, as the record's files say.
    pub record_count_rule: String,
    /// Whether logs are JSON.
    pub log_json: bool,
    /// The least severity that is logged.
    pub log_level: String,
}

/// How careful the staff must be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Care {
    /// Whether a password alone opens nothing.
    pub second_factor: bool,
    /// Whether grave acts wait for a second admin.
    pub two_persons: bool,
}

impl Default for Config {
    fn default() -> Self {
        let mut config = Self {
            url: String::new(),
            default_language: Lang::Ar,
            zone: Zone::utc(),
            arabic_digits: Digits::Arabic,
            most_read: false,
            security_contact: String::new(),
            countries: Vec::new(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            admin_listen: None,
            connections_max: 0,
            connections_per_address_max: 0,
            trusted: Trusted::default(),
            surrogate_keys: false,
            comments_open_days: 0,
            comments_edit_minutes: 0,
            database: None,
            readers: 0,
            writers: 0,
            mail: MailSettings::default(),
            decoder: Decoder::Inside,
            page_cache_bytes_max: 0,
            staff: Care::default(),
            record_licence: String::new(),
            record_count_rule: String::new(),
            log_json: false,
            log_level: String::new(),
        };
        for field in FIELDS {
            let set = (field.set)(&mut config, field.default);
            debug_assert!(
                set.is_ok(),
                "the default of {} is refused: {set:?}",
                field.name
            );
        }
        config
    }
}

impl Config {
    /// The configuration of a data folder: defaults, then its `sijil.toml` if it has one, then the
    /// environment as `variable` gives it.
    ///
    /// # Errors
    /// When the file cannot be read, names an unknown field, or a value is refused.
    pub fn read(folder: &Path, variable: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut config = Self::default();
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                config
                    .take_file(&text)
                    .with_context(|| format!("read {}", path.display()))?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error).with_context(|| format!("read {}", path.display()));
            }
        }
        for field in FIELDS {
            let name = variable_name(field.name);
            if let Some(value) = variable(&name) {
                config
                    .set(field, &value)
                    .with_context(|| format!("environment variable {name}"))?;
            }
        }
        if config.mail.smtp.is_some() && config.mail.from.is_none() {
            bail!("mail.smtp is set and mail.from is not: say whom mail is from");
        }
        Ok(config)
    }

    fn take_file(&mut self, text: &str) -> anyhow::Result<()> {
        let tables: toml::Table = text.parse()?;
        for (table, content) in &tables {
            let toml::Value::Table(content) = content else {
                bail!("{table} stands alone; every field stands in a table such as [site]");
            };
            for (key, value) in content {
                let name = format!("{table}.{key}");
                let Some(field) = FIELDS.iter().find(|field| field.name == name) else {
                    bail!("there is no field {name}; `sijil config` lists them all");
                };
                let value = match value {
                    toml::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                self.set(field, &value)?;
            }
        }
        Ok(())
    }

    /// Sets one field by its name, as the desk does while the newsroom runs.
    ///
    /// # Errors
    /// Why the value is refused.
    pub fn choose(&mut self, name: &str, value: &str) -> Result<(), String> {
        let field = FIELDS.iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| format!("there is no field {name}"))?;
        (field.set)(self, value)
    }

    fn set(&mut self, field: &Field, value: &str) -> anyhow::Result<()> {
        (field.set)(self, value)
            .map_err(|error| anyhow::anyhow!("{} = {:?}: {error}", field.name, shown(value)))
    }
}

/// A value as errors may show it: what stands before an `@` may be a password.
fn shown(value: &str) -> &str {
    value.rsplit_once('@').map_or(value, |(_, place)| place)
}

/// The name of a field's environment variable: `SIJIL_SITE_URL` for `site.url`.
#[must_use]
pub fn variable_name(field: &str) -> String {
    format!("SIJIL_{}", field.replace('.', "_").to_ascii_uppercase())
}

/// A `sijil.toml` that sets nothing and explains everything.
#[must_use]
pub fn documented() -> String {
    let mut text = String::from(
        "# Every field of sijil.toml, with its default. Take the # away to set one.\n\
         # The environment goes before the file: SIJIL_SITE_URL sets site.url.\n",
    );
    let mut table = "";
    for field in FIELDS {
        let (of, key) = field.name.split_once('.').unwrap_or(("", field.name));
        if of != table {
            table = of;
            let _ = write!(text, "\n[{table}]\n");
        }
        let bare =
            field.default.parse::<u64>().is_ok() || ["true", "false"].contains(&field.default);
        let quote = if bare { "" } else { "\"" };
        let _ = write!(
            text,
            "# {}\n# {key} = {quote}{}{quote}\n",
            field.help, field.default
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, variables: &[(&str, &str)], wanted: &str) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), file).unwrap();
        let variable = |name: &str| {
            variables
                .iter()
                .find(|(other, _)| *other == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let said = match Config::read(folder.path(), variable) {
            Ok(config) => format!("{} {}", config.url, config.readers),
            Err(error) => format!("{error:#}").replace(&folder.path().display().to_string(), "DIR"),
        };
        assert_eq!(said, wanted);
    }

    #[test]
    fn the_environment_goes_before_the_file_and_errors_say_where() {
        let file = "[site]\nurl = \"https://a.example/\"\n[database]\nreaders = 3\n";
        check("", &[], "http://127.0.0.1:8080 2");
        check(file, &[], "https://a.example 3");
        check(
            file,
            &[("SIJIL_DATABASE_READERS", "5")],
            "https://a.example 5",
        );
        check(
            "[site]\nurk = 1\n",
            &[],
            "read DIR/sijil.toml: there is no field site.urk; `sijil config` lists them all",
        );
        check(
            "[server]\nlisten = \"here\"\n",
            &[],
            "read DIR/sijil.toml: server.listen = \"here\": it must be an address and a port, such as 127.0.0.1:8080",
        );
        check(
            "",
            &[("SIJIL_DATABASE_READERS", "0")],
            "environment variable SIJIL_DATABASE_READERS: database.readers = \"0\": it must be a whole number above 0",
        );
        check(
            "[mail]\nsmtp = \"smtq://desk:secret@mail.example\"\n",
            &[],
            "read DIR/sijil.toml: mail.smtp = \"mail.example\": it must be empty or like smtp://user:password@host:587",
        );
        check(
            "[mail]\nsmtp = \"smtp://localhost\"\n",
            &[],
            "mail.smtp is set and mail.from is not: say whom mail is from",
        );
    }

    #[test]
    fn the_documented_file_is_a_file_that_can_be_read() {
        let uncommented: String = documented()
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let mut config = Config::default();
        config.take_file(&uncommented).unwrap();
        for field in FIELDS {
            assert!(
                documented().contains(field.help),
                "{} is not documented",
                field.name
            );
        }
    }
}
