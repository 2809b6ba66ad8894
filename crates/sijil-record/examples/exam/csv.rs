//! Comma-separated values, with quotation marks. RFC 4180.

/// The rows of `text`, its first line among them.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_doubled = letter == '"' && is_quoted && letters.peek() == Some(&'"');
        if is_doubled {
            letters.next();
        }
        let Some(row) = rows.last_mut() else { break };
        match letter {
            '"' if !is_doubled => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\r' if !is_quoted => {}
            _ => {
                if let Some(cell) = row.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    rows.retain(|row| row.len() > 1 || row.iter().any(|cell| !cell.is_empty()));
    rows
}
