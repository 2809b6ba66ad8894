//! A page as a flat list of nodes in reading order: every subtree is a range, no walk recurses.

use trafilatura::dom::{Document, NodeId};

/// Nodes of one page at most. Real pages stay under 30,000; past the limit the rest is not read.
const NODES_MAX: usize = 400_000;

/// A parsed page.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

/// An element, or a run of text when `tag` is empty.
#[derive(Debug)]
pub(crate) struct Node {
    /// Lower-case element name; empty for text.
    pub(crate) tag: String,
    /// The text of a text node; empty for elements.
    pub(crate) text: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) parent: Option<usize>,
    /// First index after this node's subtree.
    pub(crate) end: usize,
}

impl Node {
    /// The attribute's value, or the empty string.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    }

    pub(crate) fn is_text(&self) -> bool {
        self.tag.is_empty()
    }

    /// Whether one of the space-separated words of the attribute is `word`, in any case.
    pub(crate) fn has_word(&self, name: &str, word: &str) -> bool {
        self.attribute(name)
            .split_ascii_whitespace()
            .any(|own| own.eq_ignore_ascii_case(word))
    }
}

impl Tree {
    /// Copies what matters out of a parsed document.
    pub(crate) fn of(document: &Document) -> Self {
        enum Step {
            Enter(NodeId, Option<usize>),
            Leave(usize),
        }
        let mut tree = Self::default();
        let mut steps = vec![Step::Enter(document.root(), None)];
        while let Some(step) = steps.pop() {
            let (id, parent) = match step {
                Step::Leave(index) => {
                    let end = tree.nodes.len();
                    if let Some(node) = tree.nodes.get_mut(index) {
                        node.end = end;
                    }
                    continue;
                }
                Step::Enter(id, parent) => (id, parent),
            };
            let index = tree.nodes.len();
            if index >= NODES_MAX {
                continue;
            }
            if document.is_text(id) {
                tree.nodes
                    .push(Node::of_text(document.text_content(id), parent, index));
            } else if document.is_element(id) || parent.is_none() {
                tree.nodes
                    .push(Node::of_element(document, id, parent, index));
                steps.push(Step::Leave(index));
                let children = document.child_nodes(id);
                steps.extend(
                    children
                        .into_iter()
                        .rev()
                        .map(|child| Step::Enter(child, Some(index))),
                );
            }
        }
        tree
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn node(&self, index: usize) -> Option<&Node> {
        self.nodes.get(index)
    }

    /// The node and all under it, in reading order, with their indexes.
    pub(crate) fn subtree(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(index).map_or(index, |node| node.end);
        self.nodes
            .get(index..end)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(move |(offset, node)| (index + offset, node))
    }

    /// Every element with one of these names, in reading order.
    pub(crate) fn elements<'a>(
        &'a self,
        tags: &'a [&'a str],
    ) -> impl Iterator<Item = (usize, &'a Node)> {
        self.nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| tags.contains(&node.tag.as_str()))
    }

    /// The elements around a node, the nearest first.
    pub(crate) fn ancestors(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let mut at = self.nodes.get(index).and_then(|node| node.parent);
        std::iter::from_fn(move || {
            let index = at?;
            let node = self.nodes.get(index)?;
            at = node.parent;
            Some((index, node))
        })
    }

    /// All text under a node, white space collapsed, scripts and styles left out.
    pub(crate) fn text(&self, index: usize) -> String {
        let mut text = String::new();
        let mut skip_until = 0;
        for (at, node) in self.subtree(index) {
            if at < skip_until {
                continue;
            }
            if matches!(node.tag.as_str(), "script" | "style" | "noscript" | "svg") {
                skip_until = node.end;
            } else if node.is_text() {
                text.push_str(&node.text);
            } else {
                text.push_str(if is_inline(&node.tag) { "" } else { " " });
            }
        }
        collapse(&text)
    }
}

impl Node {
    fn of_text(text: String, parent: Option<usize>, index: usize) -> Self {
        Self {
            tag: String::new(),
            text,
            attributes: Vec::new(),
            parent,
            end: index + 1,
        }
    }

    fn of_element(document: &Document, id: NodeId, parent: Option<usize>, index: usize) -> Self {
        let tag = if parent.is_none() {
            "#root"
        } else {
            document.tag_name(id)
        };
        let attributes = document
            .attribute_names(id)
            .into_iter()
            .filter_map(|name| {
                let value = document.get_attribute(id, &name)?;
                Some((name, value))
            })
            .collect();
        Self {
            tag: tag.to_owned(),
            text: String::new(),
            attributes,
            parent,
            end: index + 1,
        }
    }
}

/// Elements that do not break a line.
pub(crate) fn is_inline(tag: &str) -> bool {
    matches!(
        tag,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "label"
    )
}

/// White space of any kind and length becomes one space; none at the ends.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
