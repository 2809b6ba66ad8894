//! What the record suggests from whole stories.

mod actors;
mod arabic;
mod hostile;
mod schema;
mod sentences;
mod story;
mod victims;
