//! Texts inside other formats: JSON in HTML, and XML, whose escapes askama's HTML ones cover.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::PageError;

/// JSON for a `<script type="application/ld+json">` block. It cannot end the block: every `<` in
/// it is written `\u003c`.
pub struct JsonBlock(String);

impl JsonBlock {
    /// The block of a value.
    ///
    /// # Errors
    /// When the value cannot be JSON; texts, numbers and lists of them always can.
    pub fn new(value: &impl Serialize) -> Result<Self, PageError> {
        let mut text = serde_json::to_string(value).map_err(|error| PageError::broken(&error))?;
        for (char, escape) in [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026")] {
            if text.contains(char) {
                text = text.replace(char, escape);
            }
        }
        Ok(Self(text))
    }
}

impl fmt::Display for JsonBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text without the control characters that XML 1.0 §2.2 forbids, whatever the escaping.
#[must_use]
pub fn xml(text: &str) -> Cow<'_, str> {
    let is_bad = |char: char| {
        (char.is_control() && !matches!(char, '\t' | '\n' | '\r'))
            || matches!(char, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(is_bad) {
        Cow::Owned(text.replace(is_bad, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// At most `chars_max` characters of a text, cut at a space, with an ellipsis when it was cut.
#[must_use]
pub fn excerpt(text: &str, chars_max: usize) -> String {
    let mut line = String::new();
    let mut chars = 0;
    for word in text.split_whitespace() {
        chars += word.chars().count() + 1;
        if chars > chars_max {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_end_its_block() {
        let value = serde_json::json!({"a": "</script><script>alert(1)</script>&"});
        let block = JsonBlock::new(&value).unwrap().to_string();
        assert!(!block.contains('<') && !block.contains('&'), "{block}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&block).unwrap(),
            value
        );
    }

    #[test]
    fn xml_holds_no_control_character() {
        assert_eq!(xml("a\u{0}b\u{b}c\td"), "abc\td");
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("one two three", 8), "one two…");
        assert_eq!(excerpt("عاد الماء إلى الحي", 100), "عاد الماء إلى الحي");
    }
}
