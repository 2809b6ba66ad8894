//! A transaction as rules see it: SQL texts in, values out, the same on both databases.

use std::collections::HashMap;

use super::DbError;

/// The statements that a PostgreSQL connection keeps prepared.
pub(super) type Prepared = HashMap<&'static str, postgres::Statement>;

/// One transaction. Keeps its first failed statement, so that a rule that swallows a failure
/// is not taken for one that succeeded.
pub struct Tx<'a, 'c> {
    on: On<'a, 'c>,
    pub(super) failed: Option<DbError>,
}

enum On<'a, 'c> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut postgres::Transaction<'c>, &'a mut Prepared),
}

/// A row of a result, alive while its closure runs.
pub enum Row<'r> {
    /// From `SQLite`.
    Sqlite(&'r rusqlite::Row<'r>),
    /// From PostgreSQL.
    Postgres(&'r postgres::Row),
}

/// A value that goes into a statement.
pub trait Param {
    /// As `SQLite` takes it.
    fn sqlite(&self) -> &dyn rusqlite::ToSql;
    /// As PostgreSQL takes it.
    fn postgres(&self) -> &(dyn postgres::types::ToSql + Sync);
}

impl<T: rusqlite::ToSql + postgres::types::ToSql + Sync> Param for T {
    fn sqlite(&self) -> &dyn rusqlite::ToSql {
        self
    }

    fn postgres(&self) -> &(dyn postgres::types::ToSql + Sync) {
        self
    }
}

/// A value that comes out of a row.
pub trait Field: rusqlite::types::FromSql + for<'x> postgres::types::FromSql<'x> {}
impl<T: rusqlite::types::FromSql + for<'x> postgres::types::FromSql<'x>> Field for T {}

impl Row<'_> {
    /// The value in `column`, counted from 0.
    ///
    /// # Errors
    /// When the column is missing or holds something else.
    pub fn get<T: Field>(&self, column: usize) -> Result<T, DbError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// The text in `column`, counted from 0, as a type of a leaf crate.
    ///
    /// # Errors
    /// When the column is missing, holds something else, or a text that the type refuses.
    pub fn parsed<T>(&self, column: usize) -> Result<T, DbError>
    where
        T: TryFrom<String>,
        T::Error: std::fmt::Display,
    {
        let text: String = self.get(column)?;
        T::try_from(text).map_err(|error| DbError::Other(format!("column {column}: {error}")))
    }
}

impl<'a, 'c> Tx<'a, 'c> {
    pub(super) fn sqlite(connection: &'a rusqlite::Connection) -> Self {
        Self {
            on: On::Sqlite(connection),
            failed: None,
        }
    }

    pub(super) fn postgres(
        transaction: &'a mut postgres::Transaction<'c>,
        prepared: &'a mut Prepared,
    ) -> Self {
        Self {
            on: On::Postgres(transaction, prepared),
            failed: None,
        }
    }

    /// Whether the transaction runs on PostgreSQL; only for the few statements `db/` has twice.
    pub(super) fn is_postgres(&self) -> bool {
        matches!(self.on, On::Postgres(..))
    }

    /// Runs a statement and gives the number of rows it touched.
    ///
    /// # Errors
    /// Whatever the database refuses; the transaction is then lost.
    pub fn execute(&mut self, sql: &'static str, params: &[&dyn Param]) -> Result<u64, DbError> {
        told(sql);
        let result = self.on.execute(sql, params);
        self.noted(result)
    }

    /// Runs a query and gives what `each` makes of its rows, in their order.
    ///
    /// # Errors
    /// As [`Tx::execute`], and whatever `each` refuses.
    pub fn query<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        each: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        told(sql);
        let result = self.on.query(sql, params, each);
        self.noted(result)
    }

    /// The first row of a query, if it has one.
    ///
    /// # Errors
    /// As [`Tx::query`].
    pub fn query_opt<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        each: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.query(sql, params, each)?.into_iter().next())
    }

    /// The first row of a query that has at least one.
    ///
    /// # Errors
    /// As [`Tx::query`], and [`DbError::NoRow`].
    pub fn query_one<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        each: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        self.query_opt(sql, params, each)?.ok_or(DbError::NoRow)
    }

    fn noted<T>(&mut self, result: Result<T, DbError>) -> Result<T, DbError> {
        if let Err(error) = &result {
            self.failed.get_or_insert_with(|| error.clone());
        }
        result
    }
}

/// Tells the log about a statement: for operators at level `trace`, and for the suite, which proves
/// by it that some test runs every statement. Costs one comparison at any other level.
fn told(sql: &'static str) {
    tracing::trace!(target: "sijil::statement", sql);
}

impl On<'_, '_> {
    fn execute(&mut self, sql: &'static str, params: &[&dyn Param]) -> Result<u64, DbError> {
        Ok(match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, params)?;
                statement.raw_execute()? as u64
            }
            Self::Postgres(transaction, kept) => {
                let statement = prepared(transaction, kept, sql)?;
                let values: Vec<_> = params.iter().map(|param| param.postgres()).collect();
                transaction.execute(&statement, &values)?
            }
        })
    }

    fn query<T>(
        &mut self,
        sql: &'static str,
        params: &[&dyn Param],
        mut each: impl FnMut(&Row<'_>) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, params)?;
                let mut rows = statement.raw_query();
                let mut found = Vec::new();
                while let Some(row) = rows.next()? {
                    found.push(each(&Row::Sqlite(row))?);
                }
                Ok(found)
            }
            Self::Postgres(transaction, kept) => {
                let statement = prepared(transaction, kept, sql)?;
                let values: Vec<_> = params.iter().map(|param| param.postgres()).collect();
                let rows = transaction.query(&statement, &values)?;
                rows.iter().map(|row| each(&Row::Postgres(row))).collect()
            }
        }
    }
}

/// To `SQLite` `$2` is a name, which takes the next free number where it first stands, so values
/// are bound by name. One that the statement does not use is left out.
fn bind(
    statement: &mut rusqlite::CachedStatement<'_>,
    params: &[&dyn Param],
) -> Result<(), DbError> {
    const NAMES: [&str; 12] = [
        "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12",
    ];
    if params.len() > NAMES.len() {
        return Err(DbError::Other(
            "a statement takes at most twelve values".to_owned(),
        ));
    }
    for (name, param) in NAMES.iter().zip(params) {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, param.sqlite())?;
        }
    }
    Ok(())
}

fn prepared(
    transaction: &mut postgres::Transaction<'_>,
    kept: &mut Prepared,
    sql: &'static str,
) -> Result<postgres::Statement, DbError> {
    if let Some(statement) = kept.get(sql) {
        return Ok(statement.clone());
    }
    let statement = transaction.prepare(sql)?;
    kept.insert(sql, statement.clone());
    Ok(statement)
}
