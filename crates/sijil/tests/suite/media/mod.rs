//! Pictures and documents: handed in, found, described, used, taken away; and what is refused.

mod handing_in;
mod hostile;
mod library;
mod metadata;
