//! Markup as people type it without a tool: lines of text between elements are paragraphs too.

use crate::plain::split_tag;

/// Elements whose text is inside a block already.
const BLOCKS: [&str; 9] = [
    "p",
    "h2",
    "h3",
    "blockquote",
    "ul",
    "ol",
    "figure",
    "table",
    "pre",
];

/// Whether there is anything like a tag in a text: `a < b` has none.
pub(crate) fn has_tags(text: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        let after = after.strip_prefix('/').unwrap_or(after);
        after.starts_with(|first: char| first.is_ascii_alphabetic()) && after.contains('>')
    })
}

/// Cleaned markup whose text outside of blocks stands in paragraphs; empty lines part them.
pub(crate) fn with_paragraphs(clean: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = clean;
    while let Some((text, after)) = rest.split_once('<') {
        writer.text(text);
        let (tag, after) = split_tag(after);
        writer.tag(tag);
        rest = after;
    }
    writer.text(rest);
    writer.end_run();
    writer.done
}

/// How a field may show markup to those who write without a tool, the plainest first. A paragraph is
/// its text, what else there is keeps its tags, empty lines stand between blocks.
pub(crate) fn shown(html: &str) -> [String; 3] {
    let blocks = blocks(html);
    let shown = blocks
        .iter()
        .map(|block| lines(block).unwrap_or_else(|| (*block).to_owned()));
    let exact = shown.collect::<Vec<_>>().join("\n\n");
    let mixed = unnamed(&exact);
    [mixed.replace("&lt;", "<"), mixed, exact]
}

/// Signs that need no name where no tag can begin.
fn unnamed(text: &str) -> String {
    text.replace("&gt;", ">")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&")
}

/// The blocks of cleaned markup, in order.
fn blocks(html: &str) -> Vec<&str> {
    let (mut found, mut begin, mut depth, mut rest) = (Vec::new(), 0, 0_usize, html);
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = split_tag(after);
        rest = after;
        let name = tag.split(' ').next().unwrap_or_default();
        match name {
            "br" | "hr" | "img" => {}
            _ if name.starts_with('/') => depth = depth.saturating_sub(1),
            _ => depth += 1,
        }
        if depth == 0 {
            let end = html.len() - rest.len();
            found.extend(html.get(begin..end));
            begin = end;
        }
    }
    found.extend(html.get(begin..).filter(|last| !last.is_empty()));
    found
}

/// The lines of a paragraph that says nothing about itself.
fn lines(block: &str) -> Option<String> {
    let inside = block.strip_prefix("<p>")?.strip_suffix("</p>")?;
    Some(inside.replace("<br>", "\n"))
}

#[derive(Default)]
struct Writer {
    done: String,
    /// Text outside of blocks, with its marks.
    run: String,
    /// Blocks that are open.
    depth: usize,
    /// Marks that are open in the run: an empty line inside one parts nothing.
    marks: usize,
}

impl Writer {
    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let inside = tag.trim_start_matches('/');
        let name = inside.split(' ').next().unwrap_or_default();
        let is_block = BLOCKS.contains(&name);
        if is_block && !is_end && self.depth == 0 {
            self.end_run();
        }
        let is_outside = self.depth == 0 && name != "hr";
        if name == "hr" {
            self.end_run();
        }
        let place = if is_outside && !is_block {
            &mut self.run
        } else {
            &mut self.done
        };
        place.push('<');
        place.push_str(tag);
        place.push('>');
        if is_block {
            self.depth = if is_end {
                self.depth.saturating_sub(1)
            } else {
                self.depth + 1
            };
        } else if self.depth == 0 && !matches!(name, "br" | "hr" | "img") {
            self.marks = if is_end {
                self.marks.saturating_sub(1)
            } else {
                self.marks + 1
            };
        }
    }

    fn text(&mut self, text: &str) {
        if self.depth > 0 {
            self.done.push_str(text);
            return;
        }
        for (index, part) in text.split("\n\n").enumerate() {
            if index > 0 && self.marks == 0 {
                self.end_run();
            } else if index > 0 {
                self.run.push('\n');
            }
            self.run.push_str(part);
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        self.marks = 0;
        if !run.trim().is_empty() {
            self.done.push_str("<p>");
            self.done.push_str(&run.trim().replace('\n', "<br>"));
            self.done.push_str("</p>");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::html::SafeHtml;

    #[test]
    fn what_is_typed_without_a_tool_has_paragraphs() {
        for (typed, kept) in [
            ("one\n\ntwo\nthree", "<p>one</p><p>two<br>three</p>"),
            ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>"),
            (
                "<p>أولى</p>\r\n\r\nثانية <strong>مهمة</strong>\r\n\r\nثالثة\r\n<h2>عنوان</h2>",
                "<p>أولى</p><p>ثانية <strong>مهمة</strong></p><p>ثالثة</p><h2>عنوان</h2>",
            ),
            ("<p>a\n\nb</p>", "<p>a\n\nb</p>"),
            ("a<hr>b", "<p>a</p><hr><p>b</p>"),
            ("<ul><li>a</li></ul>b", "<ul><li>a</li></ul><p>b</p>"),
            ("<b>a\n\nb</b>", "<p><b>a<br>b</b></p>"),
            ("", ""),
        ] {
            assert_eq!(SafeHtml::written(typed).as_str(), kept, "{typed}");
        }
    }

    #[test]
    fn a_field_shows_plain_text_where_it_can_and_gives_back_the_same() {
        for (kept, shown) in [
            ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
            ("<p>5 &lt; 6 &amp; 7 &gt; 2</p>", "5 < 6 & 7 > 2"),
            ("<p>the tag &lt;p&gt;</p>", "<p>the tag &lt;p&gt;</p>"),
            (
                "<p>أولى</p><h2>عنوان</h2><p>ثانية <strong>مهمة</strong> &amp; ثالثة</p>",
                "أولى\n\n<h2>عنوان</h2>\n\nثانية <strong>مهمة</strong> & ثالثة",
            ),
            ("<p>&amp;lt;</p>", "&lt;"),
            (
                "<p dir=\"auto\">a</p><hr><p>b</p>",
                "<p dir=\"auto\">a</p>\n\n<hr>\n\nb",
            ),
            (
                "<table><tbody><tr><td>1</td></tr></tbody></table><p>a</p>",
                "<table><tbody><tr><td>1</td></tr></tbody></table>\n\na",
            ),
            ("", ""),
        ] {
            let html = SafeHtml::sanitise(kept);
            assert_eq!(html.as_str(), kept, "a cleaned one");
            assert_eq!(html.as_written(), shown);
            assert_eq!(SafeHtml::written(shown), html, "{shown}");
        }
    }
}
