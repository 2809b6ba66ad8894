//! What moderators decide, and what decides before them.
