//! The confirmation code: handed out without a trace, answered in one of several ways, spent once.
