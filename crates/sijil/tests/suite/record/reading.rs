//! Pages of the record as their readers take them in: rows of tables, words without marks.

use super::sheet::Sheet;
use crate::support::TestNewsroom;
use sijil::record::export::Form;

/// A newsroom whose record is what a test writes onto a sheet.
pub(super) async fn with_record(
    write: impl Fn(&mut Sheet, &[super::sample::Story]),
) -> TestNewsroom {
    let test = TestNewsroom::open().await;
    let head = test.record(Form::Own).await;
    let stories = test.sample_stories().await;
    let mut sheet = Sheet::of(&stories);
    write(&mut sheet, &stories);
    test.take_record(&sheet.file(&head)).await.unwrap();
    test
}

impl TestNewsroom {
    /// The page at an address, which there must be.
    pub(super) async fn page(&self, address: &str) -> String {
        let answer = self.get(address).await;
        assert_eq!(answer.status, 200, "{address}");
        answer.text()
    }
}

/// What a page says between its marks, with one space where there was any white space.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        let text = piece.split_once('>').map_or(piece, |(_, text)| text);
        words.push(' ');
        words.push_str(text);
    }
    let words = words.replace("&#38;", "&").replace("&#39;", "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of a page from a word to another.
pub(super) fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, after) = page
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from} in {page}"));
    after.split(to).next().unwrap()
}

/// The cells of each row of a table's body that has a head of its own, as words.
pub(super) fn rows(page: &str) -> Vec<Vec<String>> {
    let each = page.split("<tr").skip(1).filter_map(|row| {
        let row = row.split("</tr>").next()?;
        let (_, cells) = row.split_once("scope=\"row\"")?;
        let cells = cells.split("<td").map(|cell| {
            let cell = cell.split_once('>').map_or("", |(_, cell)| cell);
            words(cell)
        });
        Some(cells.collect())
    });
    each.collect()
}
