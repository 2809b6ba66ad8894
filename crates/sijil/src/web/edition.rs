//! The two editions of every page: the whole one, and the one of words alone under `/{lang}/text/`.

use axum::extract::FromRequestParts;
use http::Uri;
use http::request::Parts;
use sijil_text::Lang;

/// Which edition a reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// With pictures and fonts.
    Full,
    /// Words alone: no pictures, no fonts, one small stylesheet.
    Text,
}

impl Edition {
    /// Whether pictures are shown.
    #[must_use]
    pub fn has_pictures(self) -> bool {
        self == Self::Full
    }

    /// The edition that an address asks for, and the address of the same page in the full one.
    #[must_use]
    pub fn split(uri: &Uri) -> (Self, Option<Uri>) {
        let path = uri.path();
        for lang in Lang::ALL {
            let code = lang.code();
            let rest = path
                .strip_prefix('/')
                .and_then(|path| path.strip_prefix(code))
                .and_then(|path| path.strip_prefix("/text/"));
            if let Some(rest) = rest {
                let query = uri
                    .query()
                    .map(|query| format!("?{query}"))
                    .unwrap_or_default();
                return (Self::Text, format!("/{code}/{rest}{query}").parse().ok());
            }
        }
        (Self::Full, None)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Edition {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts
            .extensions
            .get::<Self>()
            .copied()
            .unwrap_or(Self::Full))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_edition_has_the_same_pages() {
        for (address, edition, page) in [
            ("/en/text/", Edition::Text, "/en/"),
            ("/ar/text/search?q=a", Edition::Text, "/ar/search?q=a"),
            ("/en/texts/", Edition::Full, ""),
            ("/fr/text/", Edition::Full, ""),
        ] {
            let (found, uri) = Edition::split(&address.parse().unwrap());
            assert_eq!(found, edition, "{address}");
            assert_eq!(uri.map(|uri| uri.to_string()).unwrap_or_default(), page);
        }
    }
}
