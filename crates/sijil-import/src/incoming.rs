//! What a reader hands over: one story, and what was seen, left out and doubted on the way.

use serde::{Deserialize, Serialize};
use sijil_text::{Day, Language, SafeHtml, plain_text};

use crate::as_text;

/// A story as it came out of an old page; one line of NDJSON when serialised.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Incoming {
    /// Where it came from, as a person would name it: the path, with `:line` for a record inside a file.
    pub source: String,
    /// Stable identity: the source's own id where it has one, else the SHA-256 of the raw bytes.
    pub id: String,
    /// SHA-256 of the raw bytes, lower-case hex.
    pub sha256: String,
    /// The headline, without the site's name. Never empty.
    pub title: String,
    /// The sentence under the headline.
    pub standfirst: Option<String>,
    /// The writers, in the page's order.
    pub byline: Vec<String>,
    /// The agency that is credited.
    pub agency: Option<String>,
    /// The place the story was filed from, as written.
    pub dateline: Option<String>,
    /// The credit as the page showed it, such as `(Agency)-`. It is not in `text` any more.
    pub credit: Option<String>,
    /// The line under the text that names who wrote it.
    pub sign_off: Option<String>,
    /// Day of publication; absent rather than guessed.
    #[serde(with = "as_text::day")]
    pub date: Option<Day>,
    /// Where on the page the day stood.
    pub date_evidence: Option<DateEvidence>,
    /// The instant as the page wrote it, when it gave more than a day (RFC 3339; without an offset
    /// where the page said none).
    pub published_at: Option<String>,
    /// Why there is no day, or why it is uncertain.
    pub date_note: Option<String>,
    /// The language, from the text itself.
    #[serde(with = "as_text::language")]
    pub lang: Option<Language>,
    /// The body, one entry a paragraph, plain.
    pub paragraphs: Vec<String>,
    /// The body as cleaned HTML. Its plain text is `paragraphs`.
    #[serde(with = "as_text::html")]
    pub html: SafeHtml,
    /// All a reader reads under the headline: the standfirst, then `paragraphs`, parted by blank lines.
    pub text: String,
    /// The section, as the page names it.
    pub section: Option<String>,
    /// Tags or keywords, in the page's order.
    pub tags: Vec<String>,
    /// The page's own address.
    pub canonical_url: Option<String>,
    /// The picture that leads the story.
    pub lead_image: Option<LeadImage>,
    /// Votes for the story that the page shows.
    pub votes_for: Option<u64>,
    /// Votes against the story that the page shows.
    pub votes_against: Option<u64>,
    /// The number of comments that the page declares; may differ from `comments`.
    pub comments_declared: Option<u64>,
    /// The comments found, in the page's order.
    pub comments: Vec<Comment>,
    /// The furniture, line by line.
    pub left_out: Vec<LeftOut>,
    /// What was repaired, counted.
    pub repairs: Vec<String>,
    /// What an editor should look at.
    pub doubts: Vec<String>,
    /// How sure the reader is of the body.
    pub confidence: Confidence,
}

/// Where a day of publication was found, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateEvidence {
    /// A field of an export.
    Field,
    /// JSON-LD `datePublished`.
    StructuredData,
    /// A `meta` element such as `article:published_time`.
    Meta,
    /// A `time` element.
    TimeElement,
    /// The page's address.
    Url,
    /// A line people read, near the headline.
    Visible,
    /// JSON-LD or `meta` day of the last change: not before publication.
    Modified,
}

/// How sure a reader is that the body is the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Independent readings agree.
    High,
    /// Readings differ a little, or there was only one.
    #[default]
    Medium,
    /// Readings disagree: for the review queue.
    Low,
}

/// A line of furniture that was kept out of the story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Line in the file, from 1; 0 where the source has no lines.
    pub line: usize,
    /// What stood there, at most 200 characters.
    pub text: String,
    /// Why it is no part of the story.
    pub why: String,
}

/// A reader's comment under an old story.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// The name as written; empty when there is none.
    pub name: String,
    /// The day or instant as written.
    pub date: Option<String>,
    /// The comment, plain, paragraphs separated by blank lines.
    pub text: String,
}

/// A picture that leads a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadImage {
    /// Its address as the page gives it.
    pub url: String,
    /// Alternative text.
    pub alt: Option<String>,
    /// Caption under it.
    pub caption: Option<String>,
}

/// What became of one input: a file, or a record inside one.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A story.
    Found(Box<Incoming>),
    /// No story, and rightly so.
    Skipped {
        /// The path, with `:line` for a record.
        source: String,
        /// What it is instead.
        reason: String,
    },
    /// It should have been read and could not be.
    Failed {
        /// The path, with `:line` for a record.
        source: String,
        /// What went wrong and what to do.
        reason: String,
    },
}

impl Incoming {
    /// Sets the body from markup: HTML, paragraphs and text always say the same.
    pub(crate) fn set_body(&mut self, html: SafeHtml) {
        self.paragraphs = plain_text(&html).paragraphs().map(str::to_owned).collect();
        self.html = html;
        self.join_text();
    }

    /// Joins `text` again after a change of the standfirst.
    pub(crate) fn join_text(&mut self) {
        let blocks: Vec<&str> = self
            .standfirst
            .iter()
            .chain(&self.paragraphs)
            .map(String::as_str)
            .collect();
        self.text = blocks.join("\n\n");
    }
}

impl LeftOut {
    /// Characters of a left-out line that are kept for the report.
    const CHARS_MAX: usize = 200;

    pub(crate) fn new(line: usize, text: &str, why: impl Into<String>) -> Self {
        Self {
            line,
            text: text.chars().take(Self::CHARS_MAX).collect(),
            why: why.into(),
        }
    }
}

impl Outcome {
    pub(crate) fn failed(source: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Failed {
            source: source.into(),
            reason: reason.into(),
        }
    }

    pub(crate) fn skipped(source: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Skipped {
            source: source.into(),
            reason: reason.into(),
        }
    }

    /// The path or record this is about.
    #[must_use]
    pub fn source(&self) -> &str {
        match self {
            Self::Found(incoming) => &incoming.source,
            Self::Skipped { source, .. } | Self::Failed { source, .. } => source,
        }
    }
}
