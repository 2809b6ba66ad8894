//! As much of XML as the exams' files need: elements, attributes, texts, CDATA, entities.

use anyhow::{Context as _, Result};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: String,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// The first child of one of these names.
    pub(crate) fn child(&self, names: &[&str]) -> Option<&Self> {
        let is_named = |child: &&Self| {
            names
                .iter()
                .any(|name| child.name.eq_ignore_ascii_case(name))
        };
        self.children.iter().find(is_named)
    }

    /// The text of the first child of one of these names, trimmed.
    pub(crate) fn text_of(&self, names: &[&str]) -> Option<&str> {
        Some(self.child(names)?.text.trim())
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.attributes.split_once(&format!("{name}=\""))?;
        rest.split('"').next()
    }

    /// Every element below of this name, in order.
    pub(crate) fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in &self.children {
            if child.name.eq_ignore_ascii_case(name) {
                found.push(child);
            }
            child.all(name, found);
        }
    }
}

/// Reads a document; gives an element that holds its root.
pub(crate) fn read(text: &str) -> Result<Element> {
    let mut open = vec![Element::default()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        if let Some(last) = open.last_mut() {
            last.text.push_str(&decoded(before));
        }
        rest = after;
        if let Some(data) = rest.strip_prefix("![CDATA[") {
            let (data, after) = data.split_once("]]>").context("CDATA without end")?;
            if let Some(last) = open.last_mut() {
                last.text.push_str(data);
            }
            rest = after;
            continue;
        }
        let end = if rest.starts_with("!--") { "-->" } else { ">" };
        let (tag, after) = rest.split_once(end).context("a tag without end")?;
        rest = after;
        match tag.chars().next() {
            Some('?' | '!') | None => {}
            Some('/') => close(&mut open),
            Some(_) => {
                let bare = tag.trim_end_matches('/');
                let (name, attributes) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
                open.push(Element {
                    name: name.to_owned(),
                    attributes: attributes.to_owned(),
                    ..Element::default()
                });
                if tag.ends_with('/') {
                    close(&mut open);
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().context("an empty document")
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}

fn decoded(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        whole.push_str(before);
        let Some((name, tail)) = after.split_once(';').filter(|(name, _)| name.len() < 9) else {
            whole.push('&');
            rest = after;
            continue;
        };
        let number = name
            .strip_prefix("#x")
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .or_else(|| name.strip_prefix('#')?.parse().ok());
        match (name, number.and_then(char::from_u32)) {
            ("amp", _) => whole.push('&'),
            ("lt", _) => whole.push('<'),
            ("gt", _) => whole.push('>'),
            ("quot", _) => whole.push('"'),
            ("apos", _) => whole.push('\''),
            (_, Some(letter)) => whole.push(letter),
            _ => whole.push_str(&format!("&{name};")),
        }
        rest = tail;
    }
    whole.push_str(rest);
    whole
}
