//! What is being written: everything on the form of a story, as it is kept between two savings.

use serde::{Deserialize, Serialize};
use sijil_text::{Lang, SafeHtml, clean_line, plain_text};

use crate::articles::{Article, Byline, Content};
use crate::topics::{Kind, Topic, TopicId};

/// Characters of a line that is typed; longer ones are cut.
const LINE_CHARS_MAX: usize = 1000;
/// Names in one field.
const NAMES_MAX: usize = 40;

/// The working copy of a story: what it says and where it stands, not yet in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it says.
    pub content: Content,
    /// The section it is to stand in.
    #[serde(default)]
    pub section: Option<TopicId>,
    /// The names of its tags in its language, in order.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The slug that somebody chose; empty when the headline gives it.
    #[serde(default)]
    pub slug: String,
}

/// The fields of the form as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Typed {
    /// One line.
    pub headline: String,
    /// One line.
    pub standfirst: String,
    /// The safe subset of HTML, one block a line; or plain text with empty lines between
    /// paragraphs, with markup among it where text cannot say it.
    pub body: String,
    /// A section's identifier.
    pub section: String,
    /// Names, parted by commas.
    pub tags: String,
    /// Names, parted by commas.
    pub bylines: String,
    /// A name or initials under the text.
    pub sign_off: String,
    /// The agency that is credited.
    pub agency: String,
    /// Where it was written.
    pub dateline: String,
    /// The picture's identifier in the library.
    pub picture: String,
    /// What the picture shows.
    pub picture_alt: String,
    /// The line under it.
    pub picture_caption: String,
    /// Who made it.
    pub picture_credit: String,
    /// The slug, if it is chosen.
    pub slug: String,
}

impl Sheet {
    /// A sheet with nothing on it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            content: Content {
                headline: String::new(),
                standfirst: String::new(),
                body: SafeHtml::default(),
                agency: None,
                credit: None,
                is_day_only: false,
                dateline: None,
                bylines: Vec::new(),
                sign_off: None,
                picture: None,
            },
            section: None,
            tags: Vec::new(),
            slug: String::new(),
        }
    }

    /// The sheet of a story that nobody wrote on at the desk yet.
    #[must_use]
    pub fn of(article: &Article, content: Content, topics: &[Topic]) -> Self {
        let tags = topics.iter().filter(|topic| topic.kind == Kind::Tag);
        let is_own = article.slug.as_str() == made_up(article.id.0);
        Self {
            content,
            section: article.section,
            tags: tags.map(|tag| tag.name.clone()).collect(),
            slug: if is_own || article.revision == 0 {
                String::new()
            } else {
                article.slug.to_string()
            },
        }
    }

    /// How many words its text has, as people count them in either language.
    #[must_use]
    pub fn word_count(&self) -> usize {
        sijil_text::word_count(&plain_text(&self.content.body).text)
    }

    /// The fields of the form, the picture's identifier apart.
    #[must_use]
    pub fn typed(&self, lang: Lang, picture: Option<i64>) -> Typed {
        let content = &self.content;
        let comma = if lang == Lang::Ar { "، " } else { ", " };
        let names = content.bylines.iter().map(|byline| byline.name.as_str());
        let names: Vec<&str> = names.collect();
        let used = content.picture.as_ref();
        let of_picture = |words: fn(&crate::articles::PictureUse) -> &String| {
            used.map_or_else(String::new, |used| words(used).clone())
        };
        Typed {
            headline: content.headline.clone(),
            standfirst: content.standfirst.clone(),
            body: by_lines(content.body.as_str()),
            section: self.section.map_or_else(String::new, |id| id.to_string()),
            tags: self.tags.join(comma),
            bylines: names.join(comma),
            sign_off: content.sign_off.clone().unwrap_or_default(),
            agency: content.agency.clone().unwrap_or_default(),
            dateline: content.dateline.clone().unwrap_or_default(),
            picture: picture.map_or_else(String::new, |id| id.to_string()),
            picture_alt: of_picture(|used| &used.alt),
            picture_caption: of_picture(|used| &used.caption),
            picture_credit: of_picture(|used| &used.credit),
            slug: self.slug.clone(),
        }
    }
}

impl Typed {
    /// What the form says, put upon the sheet that it was made from: what no field holds stays.
    /// The picture is the caller's to find.
    #[must_use]
    pub fn upon(&self, old: &Sheet) -> Sheet {
        let agency = optional(&self.agency);
        let credit = old.content.credit.clone();
        let credit = credit.filter(|_| agency == old.content.agency);
        Sheet {
            content: Content {
                headline: line(&self.headline),
                standfirst: line(&self.standfirst),
                body: body(&self.body),
                credit,
                agency,
                is_day_only: old.content.is_day_only,
                dateline: optional(&self.dateline),
                bylines: bylines(&self.bylines, &old.content.bylines),
                sign_off: optional(&self.sign_off),
                picture: None,
            },
            section: self.section.trim().parse().ok().map(TopicId),
            tags: names(&self.tags),
            slug: line(&self.slug),
        }
    }
}

/// The text of a story as a field without a tool shows it: what is not touched there stays as it is.
#[must_use]
pub fn shown(html: &SafeHtml) -> String {
    let shown = html.as_written();
    if body(&shown) == *html {
        shown
    } else {
        by_lines(html.as_str())
    }
}

/// What was typed into the field of a story's text, as the writing tool takes it.
#[must_use]
pub fn markup(typed: &str) -> String {
    by_lines(body(typed).as_str())
}

/// The slug of a story that has no headline yet.
#[must_use]
pub fn made_up(id: i64) -> String {
    format!("draft-{id}")
}

/// Markup, text, or both; line ends between blocks are the form's.
fn body(typed: &str) -> SafeHtml {
    SafeHtml::written(&typed.replace("\r\n", "\n").replace(">\n<", "><"))
}

/// One block a line, as the form shows markup to those who write without a script.
fn by_lines(html: &str) -> String {
    let mut lines = html.to_owned();
    for tag in [
        "p",
        "h2",
        "h3",
        "blockquote",
        "ul",
        "ol",
        "table",
        "figure",
        "pre",
    ] {
        let end = format!("</{tag}>");
        lines = lines.replace(&format!("{end}<"), &format!("{end}\n<"));
    }
    lines.replace("<hr><", "<hr>\n<")
}

fn line(typed: &str) -> String {
    clean_line(typed).chars().take(LINE_CHARS_MAX).collect()
}

fn optional(typed: &str) -> Option<String> {
    Some(line(typed)).filter(|line| !line.is_empty())
}

/// Names between commas, Arabic or Latin ones; none twice.
fn names(typed: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in typed.split([',', '،', '\n']).map(line) {
        if !name.is_empty() && !found.contains(&name) && found.len() < NAMES_MAX {
            found.push(name);
        }
    }
    found
}

/// Who stays keeps their page.
fn bylines(typed: &str, old: &[Byline]) -> Vec<Byline> {
    let each = names(typed).into_iter().map(|name| {
        let before = old.iter().find(|byline| byline.name == name);
        Byline {
            person: before.and_then(|byline| byline.person),
            name,
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_without_tags_becomes_paragraphs_and_markup_is_cleaned() {
        assert_eq!(body("a\r\n\r\nb < c").as_str(), "<p>a</p><p>b &lt; c</p>");
        assert_eq!(
            body("<p>a</p>\n<h1 onclick=x>b</h1>").as_str(),
            "<p>a</p><h2>b</h2>"
        );
        for html in [
            "<p>a</p><ul><li>b</li></ul><hr><p>c</p>",
            "<p>R &amp; D</p><h2>b</h2><blockquote><p>c</p><p>d</p></blockquote><p>e <em>f</em></p>",
            "<pre>a\n\nb &lt;c&gt;</pre><p dir=\"auto\">d<br>e</p>",
        ] {
            assert_eq!(body(&by_lines(html)).as_str(), html);
            let kept = SafeHtml::sanitise(html);
            let sent = shown(&kept).replace('\n', "\r\n");
            assert_eq!(body(&sent), kept, "a browser sends it back");
        }
    }

    #[test]
    fn names_stand_between_commas_of_either_script() {
        assert_eq!(names("ليلى ، عمر, Omar,, عمر"), ["ليلى", "عمر", "Omar"]);
    }

    #[test]
    fn the_form_gives_back_what_it_was_given() {
        let mut sheet = Sheet::empty();
        sheet.content.headline = "عودة المياه".to_owned();
        sheet.content.body = SafeHtml::sanitise("<p>نص</p><blockquote><p>قول</p></blockquote>");
        sheet.tags = vec!["مياه".to_owned(), "بلدية".to_owned()];
        sheet.content.agency = Some("سانا".to_owned());
        sheet.content.credit = Some("(سانا)-".to_owned());
        assert_eq!(sheet.typed(Lang::Ar, None).upon(&sheet), sheet);
    }
}
