//! The integration suite: one binary, run once on each database (`SIJIL_TEST_DATABASE` names a
//! PostgreSQL server; without it each test has a `SQLite` file of its own).

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends at the first thing that is not as it should be"
)]

mod accounts;
mod commands;
mod comments;
mod database;
mod feeds;
mod history;
mod imports;
mod ledger;
mod lists;
mod mail;
mod media;
mod moderation;
mod moderation_day;
mod moderation_limits;
mod moderation_rules;
mod pages;
mod protection;
mod record;
mod roles;
mod search;
mod sending;
mod server;
mod settings;
mod spine;
mod staff;
mod support;
mod tidy;
mod votes;
mod votes_care;
mod votes_desk;
mod writing;
