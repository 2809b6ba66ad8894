//! The address of everything, in one place. Within pages an address keeps its own script, which
//! is a third of the bytes; on the wire and for machines it is percent-encoded.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use sijil_text::Lang;

use super::Edition;
use crate::articles::ArticleId;
use crate::comments::CommentId;
use crate::lists::Card;
use crate::lists::Cursor;
use crate::media::{self, Crop, Focus, Format, Shape};
use crate::slots::Slot;
use crate::topics::Kind;

/// What a path may not hold as it is: RFC 3986 §3.3, and what would end a path or an attribute.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\\')
    .add(b'^')
    .add(b'[')
    .add(b']')
    .add(b'|');
/// What a query's value may not hold: the above and its own separators.
const VALUE: &AsciiSet = &PATH.add(b'&').add(b'+').add(b'=').add(b'/').add(b';');

/// Makes the addresses of one language and edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Urls {
    /// The language.
    pub lang: Lang,
    /// The edition, which links within it stay in.
    pub edition: Edition,
}

impl Urls {
    /// The addresses of a language's full edition.
    #[must_use]
    pub fn full(lang: Lang) -> Self {
        Self {
            lang,
            edition: Edition::Full,
        }
    }

    /// The front page.
    #[must_use]
    pub fn front(self) -> String {
        self.root().to_owned()
    }

    /// What every address of the language and edition begins with.
    fn root(self) -> &'static str {
        match (self.lang, self.edition) {
            (Lang::Ar, Edition::Full) => "/ar/",
            (Lang::Ar, Edition::Text) => "/ar/text/",
            (Lang::En, Edition::Full) => "/en/",
            (Lang::En, Edition::Text) => "/en/text/",
        }
    }

    /// A story.
    #[must_use]
    pub fn story(self, day: &str, slug: &str) -> String {
        format!("{}{}/{slug}/", self.root(), day.replace('-', "/"))
    }

    /// The story on a card.
    #[must_use]
    pub fn card(self, card: &Card) -> String {
        self.story(&card.day, &card.slug)
    }

    /// A story's revisions and corrections.
    #[must_use]
    pub fn history(self, day: &str, slug: &str) -> String {
        format!("{}history/", self.story(day, slug))
    }

    /// The corrections of all stories.
    #[must_use]
    pub fn corrections(self) -> String {
        format!("{}corrections/", self.root())
    }

    /// A story before it is public, for whoever has the link.
    #[must_use]
    pub fn preview(self, token: &str) -> String {
        format!("{}preview/{token}", self.root())
    }

    /// A story's whole thread; its first page, as it was written.
    #[must_use]
    pub fn thread(self, day: &str, slug: &str) -> String {
        format!("{}comments/", self.story(day, slug))
    }

    /// The form for an answer to a comment.
    #[must_use]
    pub fn reply(self, comment: CommentId) -> String {
        format!("{}comments/{comment}/reply", self.front())
    }

    /// Where a comment is reported.
    #[must_use]
    pub fn report(self, comment: CommentId) -> String {
        format!("{}comments/{comment}/report", self.front())
    }

    /// Where a comment on a story is sent to.
    #[must_use]
    pub fn send_comment(self, article: ArticleId) -> String {
        format!("{}comments/{article}", self.front())
    }

    /// Where a script gets a code for a comment on a story.
    #[must_use]
    pub fn code_for_comment(self, article: ArticleId) -> String {
        format!("{}ramz/comment/{article}", self.front())
    }

    /// What became of a comment, for its writer.
    #[must_use]
    pub fn receipt(self, secret: &str) -> String {
        format!("{}receipt/{secret}", self.front())
    }

    /// All stories of a day, written `yyyy-mm-dd`.
    #[must_use]
    pub fn day(self, day: &str) -> String {
        format!("{}{}/", self.root(), day.replace('-', "/"))
    }

    /// A section, tag or person.
    #[must_use]
    pub fn topic(self, kind: Kind, slug: &str) -> String {
        let root = self.root();
        match kind {
            Kind::Section => format!("{root}{slug}/"),
            Kind::Tag => format!("{root}tags/{slug}/"),
            Kind::Person => format!("{root}people/{slug}/"),
        }
    }

    /// A section.
    #[must_use]
    pub fn section(self, slug: &str) -> String {
        self.topic(Kind::Section, slug)
    }

    /// One of the newsroom's own pages.
    #[must_use]
    pub fn slot(self, slot: Slot) -> String {
        format!("{}{}/", self.root(), slot.word())
    }

    /// The record.
    #[must_use]
    pub fn record(self) -> String {
        format!("{}record/", self.root())
    }

    /// A list of the record: `tolls`, `truces`, `control`, `method`.
    #[must_use]
    pub fn record_list(self, name: &str) -> String {
        format!("{}record/{name}/", self.root())
    }

    /// A thing of the record, in the list of that name: `claims`, `tolls`, `truces`, `places`,
    /// `actors`, `sources`.
    #[must_use]
    pub fn record_thing(self, list: &str, id: i64) -> String {
        format!("{}record/{list}/{id}/", self.root())
    }

    /// The search page, without a question.
    #[must_use]
    pub fn search(self) -> String {
        format!("{}search", self.root())
    }

    /// The same page further down a list.
    #[must_use]
    pub fn before(self, page: &str, cursor: Cursor) -> String {
        format!("{page}?before={}-{}", cursor.at.0, cursor.id)
    }
}

/// A picture's file.
#[must_use]
pub fn picture(sha256: &str, width: u32, format: Format) -> String {
    format!("/media/{sha256}/{width}.{}", format.extension())
}

/// A crop of a picture.
#[must_use]
pub fn crop(sha256: &str, crop: Crop, format: Format) -> String {
    format!("/media/{sha256}/{}.{}", crop.name(), format.extension())
}

/// The `srcset` of a picture's crops.
#[must_use]
pub fn crops(sha256: &str, focus: Focus, shape: Shape) -> String {
    let each = shape.widths().iter().map(|width| {
        let crop = Crop {
            shape,
            focus,
            width: *width,
        };
        format!("{} {width}w", self::crop(sha256, crop, Format::WebP))
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The `srcset` of a picture: each width it is kept in.
#[must_use]
pub fn srcset(sha256: &str, width: i64, format: Format) -> String {
    let widths = media::widths(u32::try_from(width).unwrap_or(1));
    let each = widths
        .into_iter()
        .map(|width| format!("{} {width}w", picture(sha256, width, format)));
    each.collect::<Vec<_>>().join(", ")
}

/// The file for readers who know no `srcset`: the widest of at most 800 pixels.
#[must_use]
pub fn fallback(sha256: &str, width: i64) -> String {
    let widths = media::widths(u32::try_from(width).unwrap_or(1));
    let width = widths.iter().copied().filter(|width| *width <= 800).max();
    picture(
        sha256,
        width.or(widths.first().copied()).unwrap_or(1),
        Format::Jpeg,
    )
}

/// An address as it goes over the wire and to machines: percent-encoded, nothing twice.
#[must_use]
pub fn encoded(address: &str) -> String {
    let end = address.find(['?', '#']);
    let (path, rest) = end
        .and_then(|end| address.split_at_checked(end))
        .unwrap_or((address, ""));
    format!("{}{rest}", utf8_percent_encode(path, PATH))
}

/// A value for a query.
#[must_use]
pub fn value(text: &str) -> String {
    utf8_percent_encode(text, VALUE).to_string()
}
