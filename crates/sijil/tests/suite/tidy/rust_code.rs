//! Rust source taken apart: what is code, and what stands in its string literals.

/// A source file without its comments.
#[derive(Debug, Default)]
pub(super) struct RustCode {
    /// The code, line for line as in the file; each literal is an empty pair of quotes.
    pub(super) code: String,
    /// The text of each string literal, with the line it begins on, counted from 1.
    pub(super) literals: Vec<(usize, String)>,
}

/// Takes `text` apart. Knows line and block comments, plain and raw strings, characters and lifetimes.
pub(super) fn parse(text: &str) -> RustCode {
    let mut found = RustCode::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = comment(rest)
            .or_else(|| literal(rest, &mut found))
            .or_else(|| character(rest));
        let length = match taken {
            Some(length) => length,
            None => {
                if first != '\n' {
                    found.code.push(first);
                }
                first.len_utf8()
            }
        };
        let (before, after) = rest.split_at(length);
        found.code.extend(before.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    found
}

/// The length of the comment that `rest` begins with.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        Some(rest.find('\n').unwrap_or(rest.len()))
    } else if rest.starts_with("/*") {
        Some(rest.find("*/").map_or(rest.len(), |end| end + "*/".len()))
    } else {
        None
    }
}

/// The length of the string literal that `rest` begins with; its text goes to `found`.
fn literal(rest: &str, found: &mut RustCode) -> Option<usize> {
    let (text, length) = if rest.starts_with('"') {
        plain(rest)
    } else {
        raw(rest, &found.code)
    }?;
    let line = found.code.matches('\n').count() + 1;
    found.literals.push((line, text.to_owned()));
    found.code.push_str("\"\"");
    Some(length)
}

fn plain(rest: &str) -> Option<(&str, usize)> {
    let body = rest.strip_prefix('"')?;
    let mut is_escaped = false;
    for (at, c) in body.char_indices() {
        if c == '"' && !is_escaped {
            return Some((body.get(..at)?, at + 2));
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

fn raw<'t>(rest: &'t str, code_before: &str) -> Option<(&'t str, usize)> {
    let in_a_word = code_before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let after_r = rest
        .strip_prefix('r')
        .filter(|_| !in_a_word || code_before.ends_with('b'))?;
    let hashes = after_r.len() - after_r.trim_start_matches('#').len();
    let body = after_r.get(hashes..)?.strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&closing)?;
    Some((body.get(..end)?, 1 + hashes + 1 + end + closing.len()))
}

/// The length of the character literal that `rest` begins with; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    let end = if body.starts_with('\\') {
        body.char_indices().skip(2).find(|(_, c)| *c == '\'')?.0
    } else {
        body.char_indices().nth(1).filter(|(_, c)| *c == '\'')?.0
    };
    Some(1 + end + 1)
}

#[test]
fn code_and_literals_are_told_apart() {
    let parsed =
        parse("let a = \"x \\\" y\"; // \"no\"\nlet b: &'a str = r#\"z\"#;\nlet c = '\"';");
    assert_eq!(
        parsed.literals,
        [(1, "x \\\" y".to_owned()), (2, "z".to_owned())]
    );
    assert_eq!(
        parsed.code,
        "let a = \"\"; \nlet b: &'a str = \"\";\nlet c = ;"
    );
}
