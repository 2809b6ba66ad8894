//! Chosen blocks as markup: paragraphs, headings, lists, quotations, with links and emphasis kept.

use std::fmt::Write;

use super::Page;
use super::blocks::Block;
use sijil_text::SafeHtml;

/// What the blocks are wrapped in together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrap {
    None,
    List(&'static str, usize),
    Quote(usize),
}

/// The blocks, in their order, as clean HTML. `article` is the element that holds them all.
pub(crate) fn render(page: &Page, blocks: &[usize], article: usize) -> SafeHtml {
    let mut markup = String::new();
    let mut open = Wrap::None;
    for block in blocks.iter().filter_map(|&index| page.blocks.get(index)) {
        let wrap = wrap_of(page, block, article);
        if wrap != open {
            markup.push_str(closing(open));
            markup.push_str(opening(wrap));
            open = wrap;
        }
        let tag = match (wrap, block.tag.as_str()) {
            (Wrap::List(..), _) => "li",
            (_, "h1" | "h2") => "h2",
            (_, "h3" | "h4" | "h5" | "h6") => "h3",
            (_, "pre") => "pre",
            _ => "p",
        };
        // Writing to a string cannot fail.
        let _ = write!(markup, "<{tag}>");
        inline(page, block, &mut markup);
        let _ = write!(markup, "</{tag}>");
    }
    markup.push_str(closing(open));
    SafeHtml::sanitise(&markup)
}

fn wrap_of(page: &Page, block: &Block, article: usize) -> Wrap {
    let inside = page
        .tree
        .ancestors(block.start)
        .take_while(|&(element, _)| element >= article);
    let mut wrap = Wrap::None;
    for (element, node) in inside {
        match node.tag.as_str() {
            "ul" | "ol" if wrap == Wrap::None && !block.is_heading() => {
                let list = if node.tag == "ol" { "ol" } else { "ul" };
                wrap = Wrap::List(list, element);
            }
            "blockquote" => return Wrap::Quote(element),
            _ => {}
        }
    }
    wrap
}

const fn opening(wrap: Wrap) -> &'static str {
    match wrap {
        Wrap::None => "",
        Wrap::List(list, _) if list.len() == 2 => match list.as_bytes() {
            b"ol" => "<ol>",
            _ => "<ul>",
        },
        Wrap::List(..) => "<ul>",
        Wrap::Quote(_) => "<blockquote>",
    }
}

const fn closing(wrap: Wrap) -> &'static str {
    match wrap {
        Wrap::None => "",
        Wrap::List(list, _) => match list.as_bytes() {
            b"ol" => "</ol>",
            _ => "</ul>",
        },
        Wrap::Quote(_) => "</blockquote>",
    }
}

/// The block's text with the inline elements that the subset keeps.
fn inline(page: &Page, block: &Block, markup: &mut String) {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut index = block.start;
    while index < block.end {
        let Some(node) = page.tree.node(index) else {
            break;
        };
        if super::blocks::is_unseen(&page.tree, index) {
            index = node.end;
            continue;
        }
        if node.tag == "br" {
            markup.push_str("<br>");
        } else if node.is_text() {
            let wanted = marks_around(page, index, block.element);
            let common = open
                .iter()
                .zip(&wanted)
                .take_while(|(one, other)| one == other)
                .count();
            for (_, tag) in open.drain(common..).rev() {
                let _ = write!(markup, "</{tag}>");
            }
            for &(element, tag) in wanted.get(common..).unwrap_or_default() {
                open_mark(page, element, tag, markup);
                open.push((element, tag));
            }
            push_escaped(&node.text, markup);
        }
        index += 1;
    }
    for (_, tag) in open.into_iter().rev() {
        let _ = write!(markup, "</{tag}>");
    }
}

/// Inline elements around a text, the outermost first.
fn marks_around(page: &Page, index: usize, element: usize) -> Vec<(usize, &str)> {
    let mut marks: Vec<(usize, &str)> = page
        .tree
        .ancestors(index)
        .take_while(|&(around, _)| around > element)
        .take(16)
        .filter_map(|(around, node)| {
            let tag = node.tag.as_str();
            matches!(
                tag,
                "a" | "em"
                    | "strong"
                    | "b"
                    | "i"
                    | "s"
                    | "sub"
                    | "sup"
                    | "q"
                    | "cite"
                    | "code"
                    | "mark"
                    | "small"
                    | "bdi"
                    | "abbr"
            )
            .then_some((around, tag))
        })
        .collect();
    marks.reverse();
    marks
}

fn open_mark(page: &Page, element: usize, tag: &str, markup: &mut String) {
    let href = page
        .tree
        .node(element)
        .map_or("", |node| node.attribute("href"));
    if tag == "a" && !href.is_empty() {
        markup.push_str("<a href=\"");
        push_escaped(href, markup);
        markup.push_str("\">");
    } else {
        let _ = write!(markup, "<{tag}>");
    }
}

fn push_escaped(text: &str, markup: &mut String) {
    for c in text.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            _ => markup.push(c),
        }
    }
}
