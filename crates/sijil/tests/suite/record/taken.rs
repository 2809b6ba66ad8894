//! The record taken out and brought in by the command line, in a file too large to be held at once.

use std::fs;
use std::io::{self, BufReader, Cursor as Bytes, Read};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use sijil::db::DbError;
use sijil::record::export::{self, Form};

use super::chance::Chance;
use super::sample::{self, Story};
use crate::commands::{DUMP, Made, complaint};
use crate::support::{NOW, TestNewsroom};

/// Claims that make a file of more than 1 MB.
const CLAIMS: usize = 600;

impl Made {
    /// Rows of the ledger, which is whole.
    fn ledger_rows(&self) -> i64 {
        let verified = self.run(&["verify", "--dir", &self.dir(), "--json"]);
        assert!(verified.status.success(), "{}", complaint(&verified));
        let verdict: Value = serde_json::from_slice(&verified.stdout).unwrap();
        verdict["rows"].as_i64().unwrap()
    }

    /// The record, as it is taken out.
    fn taken_out(&self) -> String {
        let path = self.file("taken.ndjson", "");
        let done = self.run(&["export", "--dir", &self.dir(), "--out", &path]);
        assert!(done.status.success(), "{}", complaint(&done));
        fs::read_to_string(path).unwrap()
    }
}

#[test]
fn a_large_record_is_brought_in_whole_or_not_at_all_and_the_ledger_says_so() {
    let made = Made::init();
    let (dir, page) = (made.dir(), made.file("page.txt", DUMP));
    let story = ["import", "--dir", &dir, "--published", "2017-12-01", &page];
    assert!(made.run(&story).status.success());
    let before = made.ledger_rows();
    let head = made.taken_out();
    assert_eq!(head.lines().count(), 1, "an empty record is its head");
    assert_eq!(
        made.ledger_rows(),
        before + 1,
        "taking it out is written down"
    );

    let stories = [Story {
        id: 1,
        lang: "en",
        day: "2017-12-01".to_owned(),
        slug: "water-returns-to-marj-al-luban-after-nine-days".to_owned(),
    }];
    let file = sample::file(&mut Chance(7), &head, CLAIMS, &stories);
    assert!(file.len() > 1_000_000, "{} bytes", file.len());
    let torn = file.get(..file.len() - 100).unwrap();
    let torn = made.file("torn.ndjson", torn);
    let refused = made.run(&["import", "--dir", &dir, &torn]);
    assert!(!refused.status.success());
    assert!(
        complaint(&refused).contains("nothing was taken"),
        "{}",
        complaint(&refused)
    );
    assert_eq!(made.taken_out().lines().count(), 1);
    assert_eq!(
        made.ledger_rows(),
        before + 2,
        "what was not done is not written down"
    );

    let whole = made.file("whole.ndjson", &file);
    let dry = made.run(&["import", "--dir", &dir, "--dry-run", &whole]);
    assert!(dry.status.success(), "{}", complaint(&dry));
    assert_eq!(made.ledger_rows(), before + 2);
    let taken = made.run(&["import", "--dir", &dir, &whole]);
    assert!(taken.status.success(), "{}", complaint(&taken));
    assert_eq!(made.ledger_rows(), before + 3);
    assert_eq!(made.taken_out().lines().count(), file.lines().count());
}

#[tokio::test]
async fn a_file_that_ends_while_it_is_read_again_leaves_nothing() {
    let test = TestNewsroom::open().await;
    let head = test.record(Form::Own).await;
    let stories = test.sample_stories().await;
    let file = sample::file(&mut Chance(7), &head, CLAIMS, &stories);
    assert!(file.len() > 1_000_000, "{} bytes", file.len());
    let opened = AtomicUsize::new(0);
    let taken: Result<(), DbError> = test
        .app
        .db
        .write(move |tx| {
            let open = || {
                let is_again = opened.fetch_add(1, Ordering::Relaxed) > 0;
                let length = if is_again { file.len() / 2 } else { file.len() };
                let part = file.clone().into_bytes().into_iter().take(length).collect();
                Ok(BufReader::new(Torn {
                    rest: Bytes::new(part),
                    is_torn: is_again,
                }))
            };
            export::import(tx, &open, NOW).map(drop)
        })
        .await;
    let error = taken.unwrap_err().to_string();
    assert!(error.contains("the disk is gone"), "{error}");
    assert_eq!(test.record(Form::Own).await.lines().count(), 1);
}

/// A file that breaks off.
struct Torn {
    rest: Bytes<Vec<u8>>,
    is_torn: bool,
}

impl Read for Torn {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.rest.read(into)? {
            0 if self.is_torn => Err(io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}
