//! The press and the memory of a small newsroom. Read from above: what is stored, what may happen
//! to it, what readers ask for, and what it all stands on.

pub mod db;

pub mod articles;
pub mod changes;
pub mod code;
pub mod comments;
pub mod feeds;
pub mod front;
pub mod import;
pub mod jobs;
pub mod ledger;
pub mod lists;
pub mod media;
pub mod moderation;
pub mod outbox;
pub mod record;
pub mod search;
pub mod settings;
pub mod slots;
pub mod staff;
pub mod topics;
pub mod votes;

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod folder;
pub mod ids;
pub mod newsroom;
pub mod routes;
pub mod secrets;
pub mod web;
