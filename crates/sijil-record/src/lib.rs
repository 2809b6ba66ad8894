//! Sentences in, suggested claims out: who said what, where, on which day, with which figure.
