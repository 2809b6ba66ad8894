//! What the record suggests from whole stories.

mod actors;
mod agreement;
mod arabic;
mod arabic_story;
mod claims;
mod hostile;
mod rules;
mod schema;
mod sentences;
mod story;
mod victims;
