//! Who on the staff did what, when: one row for each power used.
