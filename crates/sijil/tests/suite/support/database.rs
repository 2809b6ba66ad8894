//! A database for a test: a file of its own, or a database of its own on the PostgreSQL server
//! that `SIJIL_TEST_DATABASE` names.

#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "databases are made outside of any transaction, and named by the suite's variable"
)]

use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use postgres::{Client, NoTls};

use super::statements;

/// Gone when it is dropped.
pub(crate) struct TestDatabase(Option<Made>);

struct Made {
    server: String,
    name: String,
}

impl TestDatabase {
    pub(crate) fn make() -> Self {
        statements::note();
        let Ok(server) = std::env::var("SIJIL_TEST_DATABASE") else {
            return Self(None);
        };
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("sijil_test_{}_{count}", process::id());
        run(&server, format!("create database {name}"));
        Self(Some(Made { server, name }))
    }

    /// Its address, or nothing for a file in the data folder.
    pub(crate) fn url(&self) -> Option<String> {
        let Made { server, name } = self.0.as_ref()?;
        let (place, _) = server.rsplit_once('/').unwrap_or((server, ""));
        Some(format!("{place}/{name}"))
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.0.is_some()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(Made { server, name }) = &self.0 {
            run(
                server,
                format!("drop database if exists {name} with (force)"),
            );
        }
    }
}

/// On a thread of its own: the client may not run inside a Tokio runtime.
fn run(server: &str, sql: String) {
    let server = server.to_owned();
    let ran = thread::spawn(move || Client::connect(&server, NoTls).unwrap().batch_execute(&sql));
    ran.join().unwrap().unwrap();
}
