//! What the one who runs it may set: a catalogue of fields, each with its default and its reason,
//! read from `sijil.toml` and then from the environment.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, bail};
use sijil_text::{Digits, Lang};

use crate::clock::Zone;

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
    /// Where holes in the site's safety are reported.
    pub security_contact: String,
    /// Where readers are served.
    pub listen: SocketAddr,
    /// Where health and metrics are served; nowhere if nothing is set.
    pub admin_listen: Option<SocketAddr>,
    /// Connections at once, in all.
    pub connections_max: usize,
    /// Connections at once from one address.
    pub connections_per_address_max: usize,
    /// Whether answers carry surrogate keys for an edge cache.
    pub surrogate_keys: bool,
    /// A `postgres://` address, or nothing for the `SQLite` file in the data folder.
    pub database: Option<String>,
    /// Database threads that read.
    pub readers: usize,
    /// Database threads that write, on PostgreSQL.
    pub writers: usize,
    /// Bytes of rendered pages kept in memory.
    pub page_cache_bytes_max: usize,
    /// Whether logs are JSON.
    pub log_json: bool,
    /// The least severity that is logged.
    pub log_level: String,
}

/// One field of the catalogue.
pub struct Field {
    /// Its name in the file: table and key.
    pub name: &'static str,
    /// What it is when nothing is set.
    pub default: &'static str,
    /// What it means, with its unit and range.
    pub help: &'static str,
    set: fn(&mut Config, &str) -> Result<(), String>,
}

/// Every field, in the order in which `sijil config` prints them.
pub const FIELDS: [Field; 16] = [
    Field {
        name: "site.url",
        default: "http://127.0.0.1:8080",
        help: "The address that readers type. Feeds, sitemaps and previews name it.",
        set: |config, value| {
            let is_web = value.starts_with("http://") || value.starts_with("https://");
            if !is_web {
                return Err("it must begin with http:// or https://".to_owned());
            }
            config.url = value.trim_end_matches('/').to_owned();
            Ok(())
        },
    },
    Field {
        name: "site.default_language",
        default: "ar",
        help: "ar or en: what / leads to when the browser asks for neither.",
        set: |config, value| {
            config.default_language = Lang::try_from(value).map_err(|error| error.to_string())?;
            Ok(())
        },
    },
    Field {
        name: "site.timezone",
        default: "UTC",
        help: "An IANA zone such as Europe/Berlin: where the newsroom counts its days.",
        set: |config, value| {
            config.zone = Zone::named(value)?;
            Ok(())
        },
    },
    Field {
        name: "site.arabic_digits",
        default: "arabic",
        help: "arabic (٠-٩) or latin (0-9): the digits of dates and numbers on Arabic pages.",
        set: |config, value| {
            config.arabic_digits = match value {
                "arabic" => Digits::Arabic,
                "latin" => Digits::Latin,
                _ => return Err("it must be arabic or latin".to_owned()),
            };
            Ok(())
        },
    },
    Field {
        name: "site.security_contact",
        default: "mailto:security@sijil.example",
        help: "An address (mailto: or https:) where holes are reported, for security.txt.",
        set: |config, value| {
            config.security_contact = value.to_owned();
            Ok(())
        },
    },
    Field {
        name: "server.listen",
        default: "127.0.0.1:8080",
        help: "Address and port for readers. Port 0 takes a free one.",
        set: |config, value| {
            config.listen = address(value)?;
            Ok(())
        },
    },
    Field {
        name: "server.admin_listen",
        default: "",
        help: "Address and port for /healthz, /readyz and /metrics; empty for none. Keep it private.",
        set: |config, value| {
            config.admin_listen = if value.is_empty() {
                None
            } else {
                Some(address(value)?)
            };
            Ok(())
        },
    },
    Field {
        name: "server.connections_max",
        default: "4096",
        help: "Connections at once, in all; further ones wait to be accepted.",
        set: |config, value| set_count(&mut config.connections_max, value),
    },
    Field {
        name: "server.connections_per_address_max",
        default: "256",
        help: "Connections at once from one address; further ones are closed. Raise it behind a proxy.",
        set: |config, value| set_count(&mut config.connections_per_address_max, value),
    },
    Field {
        name: "server.surrogate_keys",
        default: "false",
        help: "true: answers name what they were made of (xkey, Surrogate-Key), for an edge cache.",
        set: |config, value| set_flag(&mut config.surrogate_keys, value),
    },
    Field {
        name: "database.url",
        default: "",
        help: "A postgres:// address; empty for the SQLite file in the data folder.",
        set: |config, value| {
            let is_known = value.is_empty()
                || value.starts_with("postgres://")
                || value.starts_with("postgresql://");
            if !is_known {
                return Err("it must be empty or begin with postgres://".to_owned());
            }
            config.database = (!value.is_empty()).then(|| value.to_owned());
            Ok(())
        },
    },
    Field {
        name: "database.readers",
        default: "2",
        help: "Threads that read the database; as many as there are cores is plenty.",
        set: |config, value| set_count(&mut config.readers, value),
    },
    Field {
        name: "database.writers",
        default: "4",
        help: "Threads that write to PostgreSQL. SQLite has one, whatever this says.",
        set: |config, value| set_count(&mut config.writers, value),
    },
    Field {
        name: "cache.pages_mb",
        default: "32",
        help: "Megabytes of rendered pages kept in memory.",
        set: |config, value| {
            let mut megabytes = 0;
            set_count(&mut megabytes, value)?;
            config.page_cache_bytes_max = megabytes.saturating_mul(1024 * 1024);
            Ok(())
        },
    },
    Field {
        name: "log.format",
        default: "human",
        help: "human or json. Neither holds readers' addresses.",
        set: |config, value| {
            config.log_json = match value {
                "human" => false,
                "json" => true,
                _ => return Err("it must be human or json".to_owned()),
            };
            Ok(())
        },
    },
    Field {
        name: "log.level",
        default: "info",
        help: "error, warn, info, debug or trace.",
        set: |config, value| {
            if !["error", "warn", "info", "debug", "trace"].contains(&value) {
                return Err("it must be error, warn, info, debug or trace".to_owned());
            }
            value.clone_into(&mut config.log_level);
            Ok(())
        },
    },
];

impl Default for Config {
    fn default() -> Self {
        let mut config = Self {
            url: String::new(),
            default_language: Lang::Ar,
            zone: Zone::utc(),
            arabic_digits: Digits::Arabic,
            security_contact: String::new(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            admin_listen: None,
            connections_max: 0,
            connections_per_address_max: 0,
            surrogate_keys: false,
            database: None,
            readers: 0,
            writers: 0,
            page_cache_bytes_max: 0,
            log_json: false,
            log_level: String::new(),
        };
        for field in &FIELDS {
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
        for field in &FIELDS {
            let name = variable_name(field.name);
            if let Some(value) = variable(&name) {
                config
                    .set(field, &value)
                    .with_context(|| format!("environment variable {name}"))?;
            }
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

    fn set(&mut self, field: &Field, value: &str) -> anyhow::Result<()> {
        (field.set)(self, value)
            .map_err(|error| anyhow::anyhow!("{} = {value:?}: {error}", field.name))
    }
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
    for field in &FIELDS {
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

fn address(value: &str) -> Result<SocketAddr, String> {
    value
        .parse()
        .map_err(|_| "it must be an address and a port, such as 127.0.0.1:8080".to_owned())
}

fn set_count(count: &mut usize, value: &str) -> Result<(), String> {
    *count = match value.parse() {
        Ok(number) if number > 0 => number,
        _ => return Err("it must be a whole number above 0".to_owned()),
    };
    Ok(())
}

fn set_flag(flag: &mut bool, value: &str) -> Result<(), String> {
    *flag = value
        .parse()
        .map_err(|_| "it must be true or false".to_owned())?;
    Ok(())
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
            &[("SIJIL_CACHE_PAGES_MB", "0")],
            "environment variable SIJIL_CACHE_PAGES_MB: cache.pages_mb = \"0\": it must be a whole number above 0",
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
        for field in &FIELDS {
            assert!(
                documented().contains(field.help),
                "{} is not documented",
                field.name
            );
        }
    }
}
