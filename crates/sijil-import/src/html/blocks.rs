//! The page as its blocks of text: paragraphs, headings, list items, and what surrounds each.

use super::tree::{Tree, collapse, is_inline};

/// A run of text that a reader sees as one block.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// Plain, white space collapsed, never empty.
    pub(crate) text: String,
    /// The nearest element that breaks lines: `p`, `li`, `h2`, `div` ...
    pub(crate) tag: String,
    /// Index of that element.
    pub(crate) element: usize,
    /// First node of the text.
    pub(crate) start: usize,
    /// First node after the text.
    pub(crate) end: usize,
    /// Characters of `text` inside links.
    pub(crate) linked_chars: usize,
    pub(crate) chars: usize,
}

impl Block {
    /// Share of the text inside links, 0 to 1.
    pub(crate) fn link_density(&self) -> f64 {
        ratio(self.linked_chars, self.chars)
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }
}

/// `part / whole` for counts; 0 when there is no whole.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    let part = u32::try_from(part).unwrap_or(u32::MAX);
    let whole = u32::try_from(whole).unwrap_or(u32::MAX);
    f64::from(part) / f64::from(whole)
}

/// Every visible block of the page, in reading order.
pub(crate) fn blocks(tree: &Tree) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open = Open::default();
    let mut index = 0;
    while let Some(node) = tree.node(index) {
        open.close_if_left(tree, index, &mut found);
        if node.is_text() {
            open.push_text(tree, index);
        } else if is_unseen(tree, index) {
            // A button or a script inside a sentence does not break the sentence.
            if !is_inline_unseen(&node.tag) {
                open.close(tree, index, &mut found);
            }
            index = node.end;
            continue;
        } else if node.tag == "br" {
            open.push_break(tree, index, &mut found);
        } else if !is_inline(&node.tag) && node.tag != "img" {
            open.close(tree, index, &mut found);
        }
        index += 1;
    }
    open.close(tree, tree.len(), &mut found);
    found
}

/// The block being gathered.
#[derive(Debug, Default)]
struct Open {
    text: String,
    linked_chars: usize,
    start: Option<usize>,
    element: usize,
    breaks: usize,
}

impl Open {
    fn push_text(&mut self, tree: &Tree, index: usize) {
        let Some(node) = tree.node(index) else {
            return;
        };
        let is_blank = node.text.trim().is_empty();
        if self.start.is_none() && is_blank {
            return;
        }
        if self.start.is_none() {
            self.start = Some(index);
            self.element = breaking_element(tree, index);
        }
        if !is_blank {
            self.breaks = 0;
            if tree
                .ancestors(index)
                .take(6)
                .any(|(_, around)| around.tag == "a")
            {
                self.linked_chars += collapse(&node.text).chars().count();
            }
        }
        self.text.push_str(&node.text);
    }

    /// One line break is a space, two are a new paragraph.
    fn push_break(&mut self, tree: &Tree, index: usize, found: &mut Vec<Block>) {
        self.breaks += 1;
        self.text.push('\n');
        if self.breaks >= 2 {
            self.close(tree, index, found);
        }
    }

    /// Text after the end of the element that the block began in belongs to the next block.
    fn close_if_left(&mut self, tree: &Tree, index: usize, found: &mut Vec<Block>) {
        let is_left = self.start.is_some()
            && tree
                .node(self.element)
                .is_some_and(|element| element.end <= index);
        if is_left {
            self.close(tree, index, found);
        }
    }

    fn close(&mut self, tree: &Tree, end: usize, found: &mut Vec<Block>) {
        let open = std::mem::take(self);
        let Some(start) = open.start else {
            return;
        };
        let text = collapse(&open.text);
        if text.is_empty() {
            return;
        }
        found.push(Block {
            chars: text.chars().count(),
            tag: tree
                .node(open.element)
                .map(|node| node.tag.clone())
                .unwrap_or_default(),
            text,
            element: open.element,
            start,
            end,
            linked_chars: open.linked_chars,
        });
    }
}

fn breaking_element(tree: &Tree, index: usize) -> usize {
    tree.ancestors(index)
        .find(|(_, node)| !is_inline(&node.tag))
        .map_or(0, |(at, _)| at)
}

/// Elements without text for readers, or hidden from them.
pub(crate) fn is_unseen(tree: &Tree, index: usize) -> bool {
    let Some(node) = tree.node(index) else {
        return true;
    };
    let is_machinery = matches!(
        node.tag.as_str(),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "object"
            | "embed"
            | "head"
            | "button"
            | "select"
            | "option"
            | "textarea"
            | "input"
            | "canvas"
            | "dialog"
            | "audio"
            | "video"
            | "map"
            | "math"
            | "nav"
            | "menu"
    );
    if is_machinery {
        return true;
    }
    let has_hidden = node.attributes.iter().any(|(name, _)| name == "hidden");
    if has_hidden || node.attribute("aria-hidden") == "true" {
        return true;
    }
    let style = node.attribute("style");
    !style.is_empty() && {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    }
}

fn is_inline_unseen(tag: &str) -> bool {
    matches!(
        tag,
        "script" | "style" | "noscript" | "svg" | "button" | "input" | "template" | "span" | "a"
    )
}
