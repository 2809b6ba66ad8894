//! The people of the newsroom who sign in, and their sessions.
