//! Votes for and against stories and comments: one a reader, without accounts.
