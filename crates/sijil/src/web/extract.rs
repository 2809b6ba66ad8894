//! What handlers take from a request. Whatever cannot be parsed is answered with a page.

use std::collections::HashMap;

use axum::extract::{FromRequestParts, RawPathParams};
use http::request::Parts;
use percent_encoding::percent_decode_str;
use sijil_text::{Day, Lang, Slug, clean_line, lowercase};

use super::{Edition, PageError, Urls};
use crate::db::UtcMillis;
use crate::lists::Cursor;

/// The language in an address.
#[derive(Debug, Clone, Copy)]
pub struct InLang(pub Lang);

/// The language and the day in an address.
#[derive(Debug, Clone, Copy)]
pub struct OnDay {
    /// The language.
    pub lang: Lang,
    /// The day.
    pub day: Day,
}

/// The address of a story.
#[derive(Debug, Clone)]
pub struct StoryAddress {
    /// The language.
    pub lang: Lang,
    /// The day.
    pub day: Day,
    /// The slug, NFC.
    pub slug: Slug,
}

/// The address of a section, tag or person.
#[derive(Debug, Clone)]
pub struct TopicAddress {
    /// The language.
    pub lang: Lang,
    /// The slug, NFC.
    pub slug: Slug,
}

/// The address of a thing that is named by its number: a story's comments, a comment's report.
#[derive(Debug, Clone, Copy)]
pub struct ById {
    /// The addresses of the page's language and edition.
    pub urls: Urls,
    /// The number.
    pub id: i64,
}

/// The part of an address of that name, decoded.
pub struct Named(HashMap<String, String>);

impl Named {
    /// The part of that name; not found when the address has none.
    ///
    /// # Errors
    /// [`PageError::NotFound`].
    pub fn get(&self, name: &str) -> Result<&str, PageError> {
        self.0
            .get(name)
            .map(String::as_str)
            .ok_or(PageError::NotFound)
    }

    /// The number in a part of an address.
    ///
    /// # Errors
    /// [`PageError::NotFound`] for anything else.
    pub fn number(&self, name: &str) -> Result<i64, PageError> {
        self.get(name)?.parse().ok().ok_or(PageError::NotFound)
    }

    fn lang(&self) -> Result<Lang, PageError> {
        Lang::try_from(self.get("lang")?)
            .ok()
            .ok_or(PageError::NotFound)
    }

    fn day(&self) -> Result<Day, PageError> {
        let (year, month, day) = (self.get("yyyy")?, self.get("mm")?, self.get("dd")?);
        Day::parse(&format!("{year}-{month}-{day}"))
            .ok()
            .ok_or(PageError::NotFound)
    }

    fn slug(&self) -> Result<Slug, PageError> {
        // Browsers and people write the same address in several normal forms and cases.
        let slug = lowercase(&clean_line(self.get("slug")?));
        Slug::parse(&slug).ok().ok_or(PageError::NotFound)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let raw = RawPathParams::from_request_parts(parts, state).await;
        let raw = raw.ok().ok_or(PageError::NotFound)?;
        Ok(Self(
            raw.iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        ))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for InLang {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        Named::from_request_parts(parts, state)
            .await?
            .lang()
            .map(Self)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for OnDay {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let named = Named::from_request_parts(parts, state).await?;
        Ok(Self {
            lang: named.lang()?,
            day: named.day()?,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for StoryAddress {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let named = Named::from_request_parts(parts, state).await?;
        Ok(Self {
            lang: named.lang()?,
            day: named.day()?,
            slug: named.slug()?,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for TopicAddress {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let named = Named::from_request_parts(parts, state).await?;
        Ok(Self {
            lang: named.lang()?,
            slug: named.slug()?,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ById {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let named = Named::from_request_parts(parts, state).await?;
        let Ok(edition) = Edition::from_request_parts(parts, state).await;
        Ok(Self {
            urls: Urls {
                lang: named.lang()?,
                edition,
            },
            id: named.get("id")?.parse().ok().ok_or(PageError::NotFound)?,
        })
    }
}

/// The fields of a query; of a field that stands twice, the first.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Fields that a page is filled with.
    #[must_use]
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The fields of a query, `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let decode = |text: &str| {
            let text = text.replace('+', " ");
            percent_decode_str(&text).decode_utf8_lossy().into_owned()
        };
        let fields = query
            .split('&')
            .filter(|field| !field.is_empty())
            .map(|field| {
                let (name, value) = field.split_once('=').unwrap_or((field, ""));
                (decode(name), decode(value))
            });
        Self(fields.collect())
    }

    /// Gives a field another value.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// The value of a field, without white space around it; empty when it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// The value of a field as it was sent, white space around it too.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether there is a field of that name, empty or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(other, _)| other == name)
    }

    /// All values of a field that may stand several times.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let found = self.0.iter().filter(move |(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// After which place a thread goes on: what it is ordered by, and an identifier.
    #[must_use]
    pub fn after(&self) -> Option<(i64, i64)> {
        let (key, id) = self.get("after").rsplit_once('-')?;
        Some((key.parse().ok()?, id.parse().ok()?))
    }

    /// Where a list goes on; from its start when nothing, or nonsense, is said.
    #[must_use]
    pub fn before(&self) -> Cursor {
        let parse = |text: &str| {
            let (at, id) = text.split_once('-')?;
            Some(Cursor {
                at: UtcMillis(at.parse().ok()?),
                id: id.parse().ok()?,
            })
        };
        parse(self.get("before")).unwrap_or(Cursor::NEWEST)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Fields {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.uri.query().map(Self::parse).unwrap_or_default())
    }
}
