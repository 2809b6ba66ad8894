//! Our own types as column values.

/// Lets `$name` into statements and out of rows as a `$db` (`i64` or `String`).
///
/// Wants `From<$name> for $db` and `TryFrom<$db> for $name`.
#[macro_export]
macro_rules! db_newtype {
    ($name:ty, $db:ty) => {
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(<$db>::from(
                    self.clone(),
                )))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(
                value: rusqlite::types::ValueRef<'_>,
            ) -> rusqlite::types::FromSqlResult<Self> {
                let raw = <$db as rusqlite::types::FromSql>::column_result(value)?;
                <Self as TryFrom<$db>>::try_from(raw)
                    .map_err(|error| rusqlite::types::FromSqlError::Other(error.to_string().into()))
            }
        }

        impl postgres::types::ToSql for $name {
            fn to_sql(
                &self,
                ty: &postgres::types::Type,
                out: &mut postgres::types::private::BytesMut,
            ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
                postgres::types::ToSql::to_sql(&<$db>::from(self.clone()), ty, out)
            }

            fn accepts(ty: &postgres::types::Type) -> bool {
                <$db as postgres::types::ToSql>::accepts(ty)
            }

            postgres::types::to_sql_checked!();
        }

        impl<'r> postgres::types::FromSql<'r> for $name {
            fn from_sql(
                ty: &postgres::types::Type,
                raw: &'r [u8],
            ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
                let value = <$db as postgres::types::FromSql>::from_sql(ty, raw)?;
                <Self as TryFrom<$db>>::try_from(value).map_err(|error| error.to_string().into())
            }

            fn accepts(ty: &postgres::types::Type) -> bool {
                <$db as postgres::types::FromSql>::accepts(ty)
            }
        }
    };
}

/// An identifier: a time-ordered 64-bit integer made by the program.
#[macro_export]
macro_rules! db_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        $crate::db_newtype!($name, i64);
    };
}

/// A closed choice that is kept as text: the enum, its words, and its way in and out of the database.
#[macro_export]
macro_rules! db_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$arm_doc:meta])* $arm:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$arm_doc])* $arm),+
        }

        impl $name {
            /// All of them, in their order.
            pub const EVERY: &'static [Self] = &[$(Self::$arm),+];

            /// The word that stands for it in the database and in addresses.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$arm => $word),+
                }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.word().to_owned()
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(word: String) -> Result<Self, String> {
                match word.as_str() {
                    $($word => Ok(Self::$arm),)+
                    other => Err(format!("{}: no such word: {other}", stringify!($name))),
                }
            }
        }

        $crate::db_newtype!($name, String);
    };
}

/// An instant: milliseconds since 1970-01-01T00:00Z, leap seconds not counted.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct UtcMillis(pub i64);

impl From<i64> for UtcMillis {
    fn from(millis: i64) -> Self {
        Self(millis)
    }
}

impl From<UtcMillis> for i64 {
    fn from(instant: UtcMillis) -> Self {
        instant.0
    }
}

db_newtype!(UtcMillis, i64);
