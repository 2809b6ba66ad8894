//! What readers type: cleaned, checked, and taken apart for the page. It stays plain text: whatever
//! looks like HTML is shown as it was typed.

use sijil_text::{clean_block, clean_line, fold_light};

use super::links::{self, Link};
use super::{BODY_CHARS_MAX, NAME_CHARS_MAX};

/// Links in one comment.
pub const LINKS_MAX: usize = 5;
/// Characters of a mail address, RFC 5321 §4.5.3.1.
const MAIL_CHARS_MAX: usize = 254;

/// Names that only the newsroom may bear, folded.
const OFFICIAL: &[&str] = &[
    "admin",
    "administrator",
    "moderator",
    "editor",
    "the editor",
    "editors",
    "newsroom",
    "staff",
    "ادارة",
    "الادارة",
    "المحرر",
    "المشرف",
    "مشرف",
    "التحرير",
    "ادارة التحرير",
    "هيئة التحرير",
    "ادارة الموقع",
];

/// A form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The name.
    pub name: String,
    /// The mail address; may be empty.
    pub email: String,
    /// The comment.
    pub text: String,
}

/// A form as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// One line.
    pub name: String,
    /// The mail address, if there is one.
    pub email: Option<String>,
    /// Paragraphs parted by blank lines.
    pub body: String,
}

/// Why a form cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no name.
    NameMissing,
    /// The name is longer than [`NAME_CHARS_MAX`].
    NameTooLong,
    /// The name is an address, or written to look like another's.
    NameNotAName,
    /// The name is the newsroom's own.
    NameOfficial,
    /// The mail address is none.
    EmailWrong,
    /// There is no text.
    TextMissing,
    /// The text is longer than [`BODY_CHARS_MAX`].
    TextTooLong,
    /// The text has more links than [`LINKS_MAX`].
    TextLinks,
}

impl Fault {
    /// The field that it is about.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong | Self::NameNotAName | Self::NameOfficial => {
                "name"
            }
            Self::EmailWrong => "email",
            Self::TextMissing | Self::TextTooLong | Self::TextLinks => "text",
        }
    }

    /// The name of its sentence, in which `count` is [`Fault::limit`].
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NameMissing => "fault-name-missing",
            Self::NameTooLong => "fault-name-too-long",
            Self::NameNotAName => "fault-name-not-a-name",
            Self::NameOfficial => "fault-name-official",
            Self::EmailWrong => "fault-email-wrong",
            Self::TextMissing => "fault-text-missing",
            Self::TextTooLong => "fault-text-too-long",
            Self::TextLinks => "fault-text-links",
        }
    }

    /// How much would have been right; 0 where that is no question.
    #[must_use]
    pub fn limit(self) -> usize {
        match self {
            Self::NameTooLong => NAME_CHARS_MAX,
            Self::TextTooLong => BODY_CHARS_MAX,
            Self::TextLinks => LINKS_MAX,
            Self::NameMissing
            | Self::NameNotAName
            | Self::NameOfficial
            | Self::EmailWrong
            | Self::TextMissing => 0,
        }
    }
}

/// Cleans and checks what was typed. `papers` are the newsroom's names, which no reader may bear.
///
/// # Errors
/// All that is wrong, in the order of the fields.
pub fn check(typed: &Typed, papers: &[&str]) -> Result<Checked, Vec<Fault>> {
    let name = visible(&clean_line(&typed.name));
    let body = clean_body(&typed.text);
    let email = clean_line(&typed.email);
    let faults = [
        name_fault(&name, papers),
        (!email.is_empty() && !is_address(&email)).then_some(Fault::EmailWrong),
        text_fault(&body),
    ];
    let faults: Vec<Fault> = faults.into_iter().flatten().collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let email = Some(email).filter(|email| !email.is_empty());
    Ok(Checked { name, email, body })
}

/// A comment's text, cleaned: see [`clean_block`]; blank characters that no font shows go too.
#[must_use]
pub fn clean_body(text: &str) -> String {
    visible(&clean_block(text)).trim().to_owned()
}

/// The text without letters that show nothing at all, with which empty names and texts are made.
fn visible(text: &str) -> String {
    let is_blank = |letter: &char| {
        matches!(
            letter,
            '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'
        )
    };
    text.chars().filter(|letter| !is_blank(letter)).collect()
}

fn name_fault(name: &str, papers: &[&str]) -> Option<Fault> {
    if !name.chars().any(char::is_alphanumeric) {
        return Some(Fault::NameMissing);
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Some(Fault::NameTooLong);
    }
    let folded = fold_light(name);
    let is_address = name.contains('@')
        || folded.contains("http:")
        || folded.contains("https:")
        || folded.split_whitespace().any(is_host);
    if is_address || name.split_whitespace().any(mixes_scripts) {
        return Some(Fault::NameNotAName);
    }
    let mut official = papers.iter().map(|paper| fold_light(paper));
    let is_official = official.any(|paper| !paper.is_empty() && paper == folded)
        || OFFICIAL.contains(&folded.as_str());
    is_official.then_some(Fault::NameOfficial)
}

fn text_fault(body: &str) -> Option<Fault> {
    let is_seen = |letter: char| !letter.is_whitespace() && !is_mark(letter);
    if !body.chars().any(is_seen) {
        return Some(Fault::TextMissing);
    }
    if body.chars().count() > BODY_CHARS_MAX {
        return Some(Fault::TextTooLong);
    }
    (links::in_text(body).len() > LINKS_MAX).then_some(Fault::TextLinks)
}

/// Direction marks and joiners, which alone show nothing.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200C}'..='\u{200F}')
}

/// Whether a word is the name of a site: `cheap-pills.example`.
fn is_host(word: &str) -> bool {
    let word = word.trim_end_matches(['.', '/', ',']);
    let Some((before, last)) = word.rsplit_once('.') else {
        return false;
    };
    let is_label = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    // Initials, as in `J.R.R.Tolkien`, are no host: their first labels have one letter.
    let is_long = before.split('.').all(|label| label.chars().count() > 1);
    is_long
        && before.chars().all(is_label)
        && last.len() > 1
        && last.chars().all(|c| c.is_ascii_alphabetic())
}

/// Whether one word has letters of Latin and of a script that looks like it (Unicode Technical
/// Standard 39, §5.1: no single script covers it).
fn mixes_scripts(word: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic() || ('\u{00C0}'..='\u{024F}').contains(&c);
    let is_alike = |c: char| ('\u{0370}'..='\u{052F}').contains(&c);
    word.chars().any(is_latin) && word.chars().any(is_alike)
}

/// Whether mail could go to an address: something, `@`, a host with a dot. Only a mail tells the rest.
fn is_address(email: &str) -> bool {
    let Some((user, host)) = email.rsplit_once('@') else {
        return false;
    };
    let is_plain = |text: &str| {
        !text.is_empty()
            && !text.chars().any(|c| {
                c.is_whitespace()
                    || c.is_control()
                    || matches!(c, '<' | '>' | ',' | ';' | '"' | '@')
            })
    };
    let is_dotted = host.contains('.') && host.split('.').all(|label| !label.is_empty());
    email.chars().count() <= MAIL_CHARS_MAX && is_plain(user) && is_plain(host) && is_dotted
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text, to be escaped.
    Text(String),
    /// A link, made by us.
    Link(Link),
    /// A line end.
    Break,
}

/// The paragraphs of a comment, each of the pieces that the page shows.
#[must_use]
pub fn paragraphs(body: &str) -> Vec<Vec<Piece>> {
    let blocks = body.split("\n\n").map(str::trim);
    blocks
        .filter(|block| !block.is_empty())
        .map(|block| {
            let mut pieces = Vec::new();
            for (index, line) in block.lines().enumerate() {
                if index > 0 {
                    pieces.push(Piece::Break);
                }
                line_pieces(line, &mut pieces);
            }
            pieces
        })
        .collect()
}

fn line_pieces(line: &str, pieces: &mut Vec<Piece>) {
    let mut rest = line;
    for (written, link) in links::in_text(line) {
        let Some((before, after)) = rest.split_once(written) else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Link(link));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, email: &str, text: &str) -> Typed {
        Typed {
            name: name.to_owned(),
            email: email.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_name_is_a_name() {
        let long = "x".repeat(NAME_CHARS_MAX + 1);
        for (name, wanted) in [
            ("Omar", None),
            ("أم ياسين", None),
            ("Omar عمر", None),
            ("J.R.R. Haddad", None),
            ("مُحَمَّد", None),
            ("7", None),
            ("", Some(Fault::NameMissing)),
            ("\u{200B}\u{3164} ...", Some(Fault::NameMissing)),
            (long.as_str(), Some(Fault::NameTooLong)),
            ("buy at cheap-pills.example", Some(Fault::NameNotAName)),
            ("HTTP://x", Some(Fault::NameNotAName)),
            ("me@x", Some(Fault::NameNotAName)),
            ("Lаyla", Some(Fault::NameNotAName)), // the first а is Cyrillic
            ("Admin", Some(Fault::NameOfficial)),
            ("هيئة التحرير", Some(Fault::NameOfficial)),
            ("الإدارة", Some(Fault::NameOfficial)),
            ("THE WASAN  Post", Some(Fault::NameOfficial)),
        ] {
            let checked = check(&typed(name, "", "Yes."), &["The Wasan Post", ""]);
            assert_eq!(checked.err(), wanted.map(|fault| vec![fault]), "{name}");
        }
    }

    #[test]
    fn a_text_is_cleaned_and_measured() {
        let body = |text: &str| check(&typed("Omar", "", text), &[]).map(|checked| checked.body);
        assert_eq!(
            body("one \r\n\r\n\r\n\u{202E}two\u{200B}").unwrap(),
            "one\n\ntwo"
        );
        let flood = format!("z{}", "\u{0335}".repeat(900));
        assert!(body(&flood).unwrap().chars().count() < 6);
        let long = "ن".repeat(BODY_CHARS_MAX + 1);
        let links = "https://a.example ".repeat(LINKS_MAX + 1);
        for (text, wanted) in [
            ("", Fault::TextMissing),
            (" \n\t\u{200F}\u{3164}\u{2800}", Fault::TextMissing),
            (long.as_str(), Fault::TextTooLong),
            (links.as_str(), Fault::TextLinks),
        ] {
            assert_eq!(body(text), Err(vec![wanted]), "{text}");
        }
        assert_eq!(body("👍").unwrap(), "👍");
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wrong = check(&typed("", "nobody", ""), &[]).unwrap_err();
        let fields: Vec<_> = wrong.iter().map(|fault| fault.field()).collect();
        assert_eq!(fields, ["name", "email", "text"]);
    }

    #[test]
    fn a_mail_address_could_get_mail() {
        for (email, is_one) in [
            ("layla@paper.example", true),
            ("ليلى@صحيفة.example", true),
            ("layla@paper", false),
            ("a b@paper.example", false),
            ("<layla@paper.example>", false),
            ("a@b.example,c@d.example", false),
        ] {
            assert_eq!(is_address(email), is_one, "{email}");
        }
    }

    #[test]
    fn paragraphs_lines_and_links_are_told_apart() {
        let pieces = paragraphs("See https://a.example/x, he said\n<b>bold</b>\n\nend");
        let text = |text: &str| Piece::Text(text.to_owned());
        let [first, second] = pieces.as_slice() else {
            panic!("two paragraphs: {pieces:?}");
        };
        assert_eq!(first.first(), Some(&text("See ")));
        assert!(matches!(first.get(1), Some(Piece::Link(_))));
        assert_eq!(
            first.get(2..),
            Some(&[text(", he said"), Piece::Break, text("<b>bold</b>")][..])
        );
        assert_eq!(second.as_slice(), [text("end")]);
    }
}
