//! Telling markup from plain text where a field may hold either.

/// Elements that stand for a block of text.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "hr",
    "pre",
    "main",
];

/// Elements inside a line, and those whose content is never text.
const OTHERS: [&str; 25] = [
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "iframe", "img",
    "ins", "mark", "q", "s", "script", "small", "span", "strong", "style", "sub", "sup", "u",
];

/// Whether `text` holds a tag of HTML. An address in angle brackets or a lone `<` is none.
pub(crate) fn has_tags(text: &str) -> bool {
    tags(text).any(|name| is_one_of(&BLOCKS, name) || is_one_of(&OTHERS, name))
}

/// `markup` with its paragraphs marked, where only empty lines part them, as blogs store them.
pub(crate) fn with_paragraphs(markup: &str) -> String {
    if tags(markup).any(|name| is_one_of(&["p", "div", "pre"], name)) {
        return markup.to_owned();
    }
    let text = markup.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let first = paragraph.trim_start();
        let opens_block = first.starts_with('<')
            && tags(first)
                .next()
                .is_some_and(|name| is_one_of(&BLOCKS, name));
        if opens_block {
            paragraph.to_owned()
        } else {
            format!("<p>{paragraph}</p>")
        }
    });
    paragraphs.collect()
}

/// The names of what looks like tags, in order: what follows `<` or `</` and is closed by `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|tag| {
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric())?;
        let (name, rest) = tag.split_at_checked(end)?;
        let is_tag = rest.contains('>') && rest.starts_with(['>', '/', ' ', '\n', '\r', '\t']);
        is_tag.then_some(name)
    })
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_angle_brackets() {
        for (text, expected) in [
            ("<p>a", true),
            ("a<BR/>b", true),
            ("a <a href='/'>b</a>", true),
            ("a < b > c", false),
            ("<desk@example.org>", false),
            ("<price> to come", false),
            ("a <b and c", false),
            ("<p", false),
        ] {
            assert_eq!(has_tags(text), expected, "{text}");
        }
    }

    #[test]
    fn empty_lines_part_paragraphs_where_no_tag_does() {
        assert_eq!(
            with_paragraphs("one <b>1</b>\r\n\r\n<ul><li>a</li></ul>\n\ntwo"),
            "<p>one <b>1</b></p><ul><li>a</li></ul><p>two</p>"
        );
        assert_eq!(with_paragraphs("<p>one\n\ntwo</p>"), "<p>one\n\ntwo</p>");
    }
}
