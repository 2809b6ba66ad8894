//! The two languages a site publishes in, with their codes and directions.

use std::fmt;

/// A language the newsroom publishes in. Arabic and English are equals; neither is the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Arabic, written from right to left.
    Ar,
    /// English, written from left to right.
    En,
}

impl Lang {
    /// Both languages, in the order of their codes.
    pub const ALL: [Self; 2] = [Self::Ar, Self::En];

    /// The BCP 47 code, as it stands in URLs and in `lang` attributes: `ar` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    /// The value of the HTML `dir` attribute: `rtl` or `ltr`.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::En => "ltr",
        }
    }

    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ar => Self::En,
            Self::En => Self::Ar,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A code that is neither `ar` nor `en`. Holds what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "unknown language code {:?}", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl TryFrom<&str> for Lang {
    type Error = UnknownLang;

    fn try_from(code: &str) -> Result<Self, UnknownLang> {
        match code {
            "ar" => Ok(Self::Ar),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang(code.to_owned())),
        }
    }
}

impl TryFrom<String> for Lang {
    type Error = UnknownLang;

    fn try_from(code: String) -> Result<Self, UnknownLang> {
        Self::try_from(code.as_str())
    }
}

impl std::str::FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::try_from(code)
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_and_others_are_refused() {
        for lang in Lang::ALL {
            assert_eq!(Lang::try_from(String::from(lang)), Ok(lang));
            assert_eq!(lang.other().other(), lang);
        }
        for code in ["", "AR", "ar-SY", "fr"] {
            assert_eq!(Lang::try_from(code), Err(UnknownLang(code.to_owned())));
        }
        assert_eq!((Lang::Ar.dir(), Lang::En.dir()), ("rtl", "ltr"));
    }
}
