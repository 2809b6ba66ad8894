//! How mail leaves: the server, who it is from, and who gets the daily digest.

use std::fmt;
use std::net::IpAddr;

use lettre::message::Mailbox;
use percent_encoding::percent_decode_str;

use crate::outbox::Recipient;

/// What is set about mail.
#[derive(Debug, Clone, Default)]
pub struct MailSettings {
    /// The server that takes it; without one, no mail is written.
    pub smtp: Option<Smtp>,
    /// Who it is from.
    pub from: Option<Mailbox>,
    /// Who gets the daily digest.
    pub digest_to: Vec<Recipient>,
    /// From which hour of the newsroom's day on it is sent, 0 to 23.
    pub digest_hour: u8,
}

/// A server that takes mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub safety: Safety,
    /// User and password.
    pub login: Option<(String, String)>,
}

/// How a connection is made safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// TLS from the first byte (`smtps://`).
    Tls,
    /// STARTTLS, and nothing is sent if the server does not offer it.
    StartTls,
    /// Not at all: only to this machine.
    Loopback,
}

impl Smtp {
    /// Reads `smtp://user:password@host:port`; user and password percent-encoded, both and the
    /// port may be missing.
    ///
    /// # Errors
    /// When it is no such address; the password is not in the message.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wanted = || "it must be empty or like smtp://user:password@host:587".to_owned();
        let (scheme, rest) = text.split_once("://").ok_or_else(wanted)?;
        let (login, place) = match rest.rsplit_once('@') {
            Some((login, place)) => (Some(parse_login(login)?), place),
            None => (None, rest),
        };
        let (host, port) = parse_place(place.trim_end_matches('/')).ok_or_else(wanted)?;
        let safety = match scheme {
            "smtps" => Safety::Tls,
            "smtp" if is_loopback(&host) => Safety::Loopback,
            "smtp" => Safety::StartTls,
            _ => return Err(wanted()),
        };
        // RFC 8314 and RFC 6409: 465 for TLS, 587 for those who log in; 25 for a relay of one's own.
        let usual = match (safety, &login) {
            (Safety::Tls, _) => 465,
            (_, Some(_)) => 587,
            (_, None) => 25,
        };
        Ok(Self {
            host,
            port: port.unwrap_or(usual),
            safety,
            login,
        })
    }
}

impl fmt::Debug for Smtp {
    /// Without the password.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = self.login.as_ref().map(|(user, _)| user);
        formatter
            .debug_struct("Smtp")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("safety", &self.safety)
            .field("user", &user)
            .finish()
    }
}

/// The digest's recipients, with commas between them.
pub(super) fn recipients(value: &str) -> Result<Vec<Recipient>, String> {
    let each = value
        .split(',')
        .map(str::trim)
        .filter(|one| !one.is_empty());
    each.map(|one| Recipient::parse(one).ok_or_else(|| format!("{one} is no mail address")))
        .collect()
}

/// An hour of the day.
pub(super) fn hour(value: &str) -> Result<u8, String> {
    match value.parse() {
        Ok(hour) if hour < 24 => Ok(hour),
        _ => Err("it must be a whole number from 0 to 23".to_owned()),
    }
}

fn parse_login(login: &str) -> Result<(String, String), String> {
    let decoded = |part: &str| {
        let text = percent_decode_str(part).decode_utf8();
        text.map(std::borrow::Cow::into_owned)
            .or(Err("user or password is not UTF-8".to_owned()))
    };
    let (user, password) = login
        .split_once(':')
        .ok_or("after the user comes a colon and the password")?;
    Ok((decoded(user)?, decoded(password)?))
}

fn parse_place(place: &str) -> Option<(String, Option<u16>)> {
    // An IPv6 address stands in brackets.
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            (host, port.strip_prefix(':'))
        }
        None => match place.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let is_host = !host.is_empty() && !host.contains(['/', '@', ' ']);
    let port = port.map(str::parse::<u16>).transpose().ok()?;
    is_host.then(|| (host.to_owned(), port))
}

fn is_loopback(host: &str) -> bool {
    let is_local = host.parse::<IpAddr>().map(|address| address.is_loopback());
    is_local.unwrap_or(host == "localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_spoken_to_in_the_clear() {
        for (text, wanted) in [
            ("smtp://localhost", ("localhost", 25, Safety::Loopback)),
            (
                "smtp://127.0.0.1:2525",
                ("127.0.0.1", 2525, Safety::Loopback),
            ),
            ("smtp://[::1]:25", ("::1", 25, Safety::Loopback)),
            (
                "smtp://mail.example",
                ("mail.example", 25, Safety::StartTls),
            ),
            (
                "smtp://a:b@mail.example",
                ("mail.example", 587, Safety::StartTls),
            ),
            (
                "smtps://a:b@mail.example",
                ("mail.example", 465, Safety::Tls),
            ),
        ] {
            let smtp = Smtp::parse(text).unwrap();
            assert_eq!(
                (smtp.host.as_str(), smtp.port, smtp.safety),
                wanted,
                "{text}"
            );
        }
    }

    #[test]
    fn a_password_may_hold_anything_and_is_never_shown() {
        let smtp = Smtp::parse("smtp://desk%40post.example:p%40ss%3A1@mail.example").unwrap();
        let (user, password) = smtp.login.clone().unwrap();
        assert_eq!(
            (user.as_str(), password.as_str()),
            ("desk@post.example", "p@ss:1")
        );
        assert!(!format!("{smtp:?}").contains("p@ss"));
        for broken in [
            "smtp://a:secret@mail.example:x",
            "http://a:secret@h",
            "smtp://secret@h",
        ] {
            assert!(
                !Smtp::parse(broken).unwrap_err().contains("secret"),
                "{broken}"
            );
        }
    }
}
