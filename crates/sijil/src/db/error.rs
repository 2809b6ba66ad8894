//! One error for both databases, sorted by what the caller can do about it.

use postgres::error::SqlState;
use rusqlite::ffi;

/// Why a statement or a transaction failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// A unique key or primary key is taken: the constraint (PostgreSQL) or `table.column` (`SQLite`).
    #[error("a value is taken already ({0})")]
    Unique(String),
    /// A row that another one refers to is missing.
    #[error("a row that is referred to does not exist")]
    ForeignKey,
    /// A check constraint refused a value.
    #[error("a value is out of range ({0})")]
    Check(String),
    /// A column that must have a value has none.
    #[error("a value is missing ({0})")]
    NotNull(String),
    /// A query that must find a row found none.
    #[error("no such row")]
    NoRow,
    /// Another transaction got in the way; `db/` runs the rule again.
    #[error("another write got in the way")]
    Retry,
    /// The disk is full; nothing was kept.
    #[error("the disk is full")]
    Full,
    /// More writes wait than the queue holds; nothing was kept.
    #[error("the database is busy")]
    Busy,
    /// It cannot be told whether the write was kept: look its key up before trying again.
    #[error("the outcome of the write is not known: {0}")]
    Unknown(String),
    /// The database file is damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The disk failed to read or write.
    #[error("the disk failed: {0}")]
    Disk(String),
    /// Anything else, in the database's own words.
    #[error("{0}")]
    Other(String),
}

impl DbError {
    /// Whether only the statement's own operation is spoilt, so that a batch may go on without it.
    pub(super) fn spoils_one_operation(&self) -> bool {
        match self {
            Self::Unique(_)
            | Self::ForeignKey
            | Self::Check(_)
            | Self::NotNull(_)
            | Self::NoRow
            | Self::Other(_) => true,
            Self::Retry
            | Self::Full
            | Self::Busy
            | Self::Unknown(_)
            | Self::Damaged(_)
            | Self::Disk(_) => false,
        }
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, message) = &error else {
            return match error {
                rusqlite::Error::QueryReturnedNoRows => Self::NoRow,
                other => Self::Other(other.to_string()),
            };
        };
        let text = message.clone().unwrap_or_else(|| error.to_string());
        // SQLite names the column after the colon: "UNIQUE constraint failed: article.slug".
        let place = text
            .split_once(": ")
            .map_or_else(String::new, |(_, place)| place.to_owned());
        match code.extended_code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
                Self::Unique(place)
            }
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Self::ForeignKey,
            ffi::SQLITE_CONSTRAINT_CHECK => Self::Check(place),
            ffi::SQLITE_CONSTRAINT_NOTNULL => Self::NotNull(place),
            extended => match extended & 0xff {
                ffi::SQLITE_FULL => Self::Full,
                ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy,
                ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB => Self::Damaged(text),
                ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN | ffi::SQLITE_NOMEM => Self::Disk(text),
                _ => Self::Other(text),
            },
        }
    }
}

impl From<postgres::Error> for DbError {
    fn from(error: postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            return if error.is_closed() {
                Self::Unknown("the connection to PostgreSQL broke".to_owned())
            } else {
                Self::Other(chain(&error))
            };
        };
        let name = db.constraint().unwrap_or_default().to_owned();
        match db.code() {
            code if *code == SqlState::UNIQUE_VIOLATION => Self::Unique(name),
            code if *code == SqlState::FOREIGN_KEY_VIOLATION => Self::ForeignKey,
            code if *code == SqlState::CHECK_VIOLATION => Self::Check(name),
            code if *code == SqlState::NOT_NULL_VIOLATION => {
                let (table, column) = (db.table().unwrap_or("?"), db.column().unwrap_or("?"));
                Self::NotNull(format!("{table}.{column}"))
            }
            code if *code == SqlState::T_R_SERIALIZATION_FAILURE
                || *code == SqlState::T_R_DEADLOCK_DETECTED =>
            {
                Self::Retry
            }
            code if *code == SqlState::DISK_FULL => Self::Full,
            code if *code == SqlState::DATA_CORRUPTED || *code == SqlState::INDEX_CORRUPTED => {
                Self::Damaged(db.message().to_owned())
            }
            code => Self::Other(format!("{} ({})", db.message(), code.code())),
        }
    }
}

impl From<refinery::Error> for DbError {
    fn from(error: refinery::Error) -> Self {
        Self::Other(chain(&error))
    }
}

/// An error and its causes on one line, since the client's own text leaves the cause out.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        let said = next.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = next.source();
    }
    text
}
