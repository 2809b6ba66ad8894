//! The text of a mail, put together from whole sentences.

use sijil_text::Lang;

/// Begins a line that is read from right to left, whatever its first letter.
const RIGHT_TO_LEFT: char = '\u{200F}';

/// A text that grows by paragraphs.
#[derive(Debug)]
pub(crate) struct Letter {
    lang: Lang,
    text: String,
}

impl Letter {
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            lang,
            text: String::new(),
        }
    }

    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(text);
    }

    /// Adds a line to the last paragraph.
    pub(crate) fn line(&mut self, text: &str) {
        if self.lang == Lang::Ar {
            self.text.push(RIGHT_TO_LEFT);
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Adds an address of ours to the last paragraph: alone on its line, so that nothing beside it
    /// is taken for a part of it.
    pub(crate) fn link(&mut self, url: &str) {
        self.text.push_str(url);
        self.text.push('\n');
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }
}
