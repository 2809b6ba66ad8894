//! What is indexed of a story.

use sijil_text::Lang;

/// One language version of a story, as search sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its number; a story put in again under the same number replaces the older one. Newer stories
    /// have higher numbers.
    pub id: i64,
    /// The version of its text, given back with each hit so that the asker can tell a stale one.
    pub version: i64,
    /// The language it is published in.
    pub lang: Lang,
    /// The headline, plain text.
    pub headline: String,
    /// Standfirst and body, plain text, without the headline.
    pub body: String,
    /// When it was published, in UTC milliseconds.
    pub published_ms: i64,
    /// Numbers of its sections.
    pub sections: Vec<i64>,
    /// Numbers of its tags.
    pub tags: Vec<i64>,
    /// Numbers of its authors and of the people it is about.
    pub people: Vec<i64>,
}
