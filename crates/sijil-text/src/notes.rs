//! Notes under a text: what their places are called, and how their links are told from others.
//!
//! A mark in the text leads to the note by `#note-1` and is itself `note-ref-1`; roles from W3C's
//! Digital Publishing WAI-ARIA Module 1.0.

/// Highest number a note can have.
const NUMBER_MAX: u16 = 999;

/// Whether an `id` is that of a note or of its mark. No page of ours has such an `id` elsewhere, so
/// a text can take no other element's name.
pub(crate) fn is_id(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("note-") else {
        return false;
    };
    let number = rest.strip_prefix("ref-").unwrap_or(rest);
    !number.starts_with(['0', '+'])
        && number
            .parse::<u16>()
            .is_ok_and(|number| number <= NUMBER_MAX)
}

/// Whether a cleaned tag is that of a note's mark, or of the way back.
pub(crate) fn is_link(tag: &str) -> bool {
    tag.contains(" href=\"#note-")
        && [" role=\"doc-noteref\"", " role=\"doc-backlink\""]
            .iter()
            .any(|role| tag.contains(role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::SafeHtml;

    #[test]
    fn only_notes_have_names() {
        for (id, expected) in [
            ("note-1", true),
            ("note-ref-999", true),
            ("note-0", false),
            ("note-+1", false),
            ("note-1000", false),
            ("text", false),
            ("note-ref-", false),
            ("note-1 x", false),
        ] {
            assert_eq!(is_id(id), expected, "{id}");
        }
    }

    #[test]
    fn a_note_keeps_its_way_there_and_back() {
        let html = "<p>أعلن<sup><a href=\"#note-1\" id=\"note-ref-1\" role=\"doc-noteref\" \
                    rel=\"noopener\">1</a></sup></p><ol class=\"notes\"><li id=\"note-1\">بيان \
                    <a href=\"#note-ref-1\" role=\"doc-backlink\" aria-label=\"العودة إلى النص\" \
                    rel=\"noopener\">↩</a></li></ol>";
        assert_eq!(SafeHtml::sanitise(html).as_str(), html);
        assert_eq!(
            SafeHtml::sanitise("<a id=main role=button aria-label=x>a</a><ol class=menu></ol>")
                .as_str(),
            "<a rel=\"noopener\">a</a><ol></ol>"
        );
    }
}
