//! Cookies: read from a request, and written so that no script, subdomain or other site gets them.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::network::is_onion;
use crate::app::App;

/// A cookie of ours: its name where the connection is encrypted, and where it is not (a machine of
/// one's own, an onion service), since browsers refuse the first there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cookie {
    /// With the `__Host-` prefix, RFC 6265bis §4.1.3.2.
    pub secure: &'static str,
    /// Without it.
    pub plain: &'static str,
    /// `Lax`, or `Strict` for the desk.
    pub same_site: &'static str,
}

impl Cookie {
    /// Its value in a request.
    #[must_use]
    pub fn read<'h>(&self, app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
        let name = self.name(app, headers);
        let lines = headers.get_all(COOKIE).iter();
        let pairs = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'));
        pairs
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// The `Set-Cookie` header that gives it a value for some seconds; 0 takes it away. The value
    /// must be of letters, digits, `-` and `_`.
    #[must_use]
    pub fn write(
        &self,
        app: &App,
        headers: &HeaderMap,
        value: &str,
        seconds: u64,
    ) -> Option<HeaderValue> {
        let secure = if is_encrypted(app, headers) {
            "; Secure"
        } else {
            ""
        };
        let (name, same_site) = (self.name(app, headers), self.same_site);
        let line = format!(
            "{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={same_site}{secure}"
        );
        HeaderValue::from_str(&line).ok()
    }

    fn name(&self, app: &App, headers: &HeaderMap) -> &'static str {
        if is_encrypted(app, headers) {
            self.secure
        } else {
            self.plain
        }
    }
}

/// Whether a reader's browser sees an encrypted connection: the site's address says so, unless the
/// reader came to its onion service, which is encrypted below HTTP.
fn is_encrypted(app: &App, headers: &HeaderMap) -> bool {
    app.config.url.starts_with("https://") && !is_onion(headers, &app.config.trusted)
}
