//! The catalogue of settings.

use std::net::{IpAddr, SocketAddr};

use sijil_text::{Digits, Lang};

use super::Config;
use super::mail::{self, Smtp};
use crate::clock::Zone;
use crate::media::Decoder;

/// One field of the catalogue.
pub struct Field {
    /// Its name in the file: table and key.
    pub name: &'static str,
    /// What it is when nothing is set.
    pub default: &'static str,
    /// What it means, with its unit and range.
    pub help: &'static str,
    pub(super) set: fn(&mut Config, &str) -> Result<(), String>,
}

/// Every field, in the order in which `sijil config` prints them.
pub const FIELDS: &[Field] = &[
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
        name: "site.most_read",
        default: "false",
        help: "true: the front page lists the stories of the last day that were read most. Pages are counted, in memory; readers are not.",
        set: |config, value| set_flag(&mut config.most_read, value),
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
        name: "server.proxies",
        default: "",
        help: "Addresses of proxies of your own, with commas: they are believed when X-Forwarded-For names a reader's address.",
        set: |config, value| {
            let each = value
                .split(',')
                .map(str::trim)
                .filter(|one| !one.is_empty());
            let read = |one: &str| one.parse::<IpAddr>().map(|address| address.to_canonical());
            config.trusted.proxies = each.map(read).collect::<Result<_, _>>().or(Err(
                "it must be IP addresses with commas between them".to_owned(),
            ))?;
            Ok(())
        },
    },
    Field {
        name: "server.onion",
        default: "",
        help: "The host of the site's onion service, such as abcd.onion: its readers share one large budget.",
        set: |config, value| {
            if !value.is_empty() && !value.ends_with(".onion") {
                return Err("it must be empty or end in .onion".to_owned());
            }
            config.trusted.onion = (!value.is_empty()).then(|| value.to_owned());
            Ok(())
        },
    },
    Field {
        name: "comments.open_days",
        default: "30",
        help: "Days after its publication for which a story takes comments.",
        set: |config, value| set_number(&mut config.comments_open_days, value),
    },
    Field {
        name: "comments.edit_minutes",
        default: "15",
        help: "Minutes for which a writer may change a comment, by the link on its receipt; 0 for none.",
        set: |config, value| set_number(&mut config.comments_edit_minutes, value),
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
        name: "mail.smtp",
        default: "",
        help: "The server that takes mail: smtps://user:password@host, or smtp:// with STARTTLS (in the clear only to localhost). Empty: no mail is written.",
        set: |config, value| {
            config.mail.smtp = match value {
                "" => None,
                url => Some(Smtp::parse(url)?),
            };
            Ok(())
        },
    },
    Field {
        name: "mail.from",
        default: "",
        help: "Whom mail is from: an address, or a name and an address as in The Valley Post <desk@post.example>.",
        set: |config, value| {
            let read = |text: &str| text.parse().or(Err("it must be a mail address".to_owned()));
            config.mail.from = (!value.is_empty()).then(|| read(value)).transpose()?;
            Ok(())
        },
    },
    Field {
        name: "mail.digest_to",
        default: "",
        help: "Who gets the comments desk's daily digest: addresses with commas; empty for nobody.",
        set: |config, value| {
            config.mail.digest_to = mail::recipients(value)?;
            Ok(())
        },
    },
    Field {
        name: "mail.digest_hour",
        default: "7",
        help: "From which hour on the digest is sent, 0 to 23, in the newsroom's zone.",
        set: |config, value| {
            config.mail.digest_hour = mail::hour(value)?;
            Ok(())
        },
    },
    Field {
        name: "media.decoder",
        default: "process",
        help: "process: hostile pictures are decoded in a process of their own, with bounds of memory and time. inside: in the server, without them; only where no program may start another.",
        set: |config, value| {
            config.decoder = match value {
                "process" => Decoder::own(),
                "inside" => Decoder::Inside,
                _ => return Err("it must be process or inside".to_owned()),
            };
            Ok(())
        },
    },
    Field {
        name: "cache.pages_mb",
        default: "32",
        help: "Megabytes of rendered pages kept in memory; 0 keeps none.",
        set: |config, value| {
            let megabytes: usize = value
                .parse()
                .or(Err("it must be a whole number".to_owned()))?;
            config.page_cache_bytes_max = megabytes.saturating_mul(1024 * 1024);
            Ok(())
        },
    },
    Field {
        name: "staff.second_factor",
        default: "false",
        help: "true: a password alone opens nothing at the desk until its owner has added a second factor. A passkey is two by itself.",
        set: |config, value| set_flag(&mut config.staff.second_factor, value),
    },
    Field {
        name: "staff.two_persons",
        default: "false",
        help: "true: roles, one-time links and the protection of a person wait until a second admin confirms them.",
        set: |config, value| set_flag(&mut config.staff.two_persons, value),
    },
    Field {
        name: "record.countries",
        default: "",
        help: "Countries of which the newsroom writes most, by ISO 3166 code and with commas, such as SY, LB: of places that share a name theirs is believed first.",
        set: |config, value| {
            config.countries = countries(value)?;
            Ok(())
        },
    },
    Field {
        name: "record.licence",
        default: "",
        help: "On which terms the record may be used, such as CC-BY-4.0: every file of it says so.",
        set: |config, value| {
            value.clone_into(&mut config.record_licence);
            Ok(())
        },
    },
    Field {
        name: "record.count_rule",
        default: "range",
        help: "range, majority, source_hierarchy or editor: how the newsroom counts, as every file \
               of the record says.",
        set: |config, value| {
            if !["range", "majority", "source_hierarchy", "editor"].contains(&value) {
                return Err("it must be range, majority, source_hierarchy or editor".to_owned());
            }
            value.clone_into(&mut config.record_count_rule);
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

fn address(value: &str) -> Result<SocketAddr, String> {
    value.parse().or(Err(
        "it must be an address and a port, such as 127.0.0.1:8080".to_owned(),
    ))
}

fn set_count(count: &mut usize, value: &str) -> Result<(), String> {
    *count = match value.parse() {
        Ok(number) if number > 0 => number,
        _ => return Err("it must be a whole number above 0".to_owned()),
    };
    Ok(())
}

fn set_number(number: &mut u32, value: &str) -> Result<(), String> {
    *number = value
        .parse()
        .or(Err("it must be a whole number".to_owned()))?;
    Ok(())
}

fn set_flag(flag: &mut bool, value: &str) -> Result<(), String> {
    *flag = value
        .parse()
        .or(Err("it must be true or false".to_owned()))?;
    Ok(())
}

/// Codes of countries with commas or blanks between; each once.
fn countries(value: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let codes = value.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '،'));
    for code in codes.filter(|code| !code.is_empty()) {
        let code = code.to_ascii_uppercase();
        if !sijil_record::place::is_country(&code) {
            return Err(format!("{code} is no country's code of ISO 3166"));
        }
        if !found.contains(&code) {
            found.push(code);
        }
    }
    Ok(found)
}
