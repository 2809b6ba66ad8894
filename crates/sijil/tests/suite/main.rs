//! The integration suite: one binary, run once on each database (`SIJIL_TEST_DATABASE` names a
//! PostgreSQL server; without it each test has a `SQLite` file of its own).

mod commands;
mod database;
mod feeds;
mod history;
mod pages;
mod search;
mod server;
mod spine;
mod support;
mod tidy;
