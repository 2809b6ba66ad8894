//! Cells of tables, and how they stand in CSV.

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Degrees, six decimals at most.
    Degrees(f64),
}

impl Cell {
    /// A number that may be unknown.
    pub(super) fn number(of: Option<i64>) -> Self {
        of.map_or(Self::Empty, Self::Number)
    }

    /// An identifier: a text, since tables round numbers of more than fifteen digits.
    pub(super) fn id(of: i64) -> Self {
        Self::Text(of.to_string())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

/// The mark at the head of a CSV file by which tables read Arabic.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A row of CSV, RFC 4180.
pub(super) fn csv(cells: &[Cell]) -> String {
    let row: Vec<String> = cells
        .iter()
        .map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => quoted(&guarded(text)),
            Cell::Number(number) => number.to_string(),
            Cell::Degrees(degrees) => degrees.to_string(),
        })
        .collect();
    format!("{}\r\n", row.join(","))
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// A text that no table takes for a formula (OWASP, "CSV Injection"): an apostrophe before it.
fn guarded(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) {
        return format!("'{text}");
    }
    text.to_owned()
}

/// The text that such a cell stands for.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_is_read_back() {
        for (text, written) in [
            ("plain", "plain"),
            ("مرج اللبان", "مرج اللبان"),
            ("=1+1", "'=1+1"),
            ("-2, @", "\"'-2, @\""),
            ("+963", "'+963"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("a\"b\nc", "\"a\"\"b\nc\""),
        ] {
            let row = csv(&[Cell::from(text), Cell::Number(-3), Cell::Empty]);
            assert_eq!(row, format!("{written},-3,\r\n"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }
}
