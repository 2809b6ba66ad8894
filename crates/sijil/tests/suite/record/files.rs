//! The record as files: what is written comes back, and a broken file leaves nothing behind.

use std::io::Cursor as Bytes;

use sijil::articles::ArticleId;
use sijil::record::export::{self, About, Cursor, Fault, Form, Imported};

use super::chance::Chance;
use super::sample::{self, Story};
use crate::support::{Draft, NOW, TestNewsroom};

/// Claims of the record that the suite takes through: a few of each kind.
const CLAIMS: usize = 360;

impl TestNewsroom {
    /// The record in one file.
    pub(crate) async fn record(&self, form: Form) -> String {
        let config = self.app.config.clone();
        let read = move |tx: &mut sijil::db::Tx<'_, '_>| {
            let about = About::read(tx, &config)?;
            let (mut file, mut cursor) = (String::new(), Some(Cursor::START));
            while let Some(at) = cursor {
                let (text, next) = export::piece(tx, form, &about, at)?;
                file.push_str(&text);
                cursor = next;
            }
            Ok::<_, sijil::db::DbError>(file)
        };
        self.app.db.read(read).await.unwrap()
    }

    /// Takes such a file in.
    pub(crate) async fn take_record(&self, file: &str) -> Result<Imported, Fault> {
        let file = file.to_owned();
        self.writes(move |tx| {
            let open = || Ok(Bytes::new(file.clone().into_bytes()));
            export::import(tx, &open, NOW)
        })
        .await
    }

    /// Publishes stories that a sample stands in.
    pub(crate) async fn sample_stories(&self) -> Vec<Story> {
        let mut stories = Vec::new();
        for number in 0..3 {
            let draft = Draft::english(format!("Story {number}"), "<p>It rained.</p>");
            let id = self.publish(draft).await;
            stories.push((id, "en"));
            let draft = Draft::arabic(format!("خبر {number}"), "<p>هطل المطر.</p>");
            stories.push((self.publish(draft).await, "ar"));
        }
        let mut found = Vec::new();
        for (id, lang) in stories {
            found.push(self.story_of_sample(id, lang).await);
        }
        found
    }

    async fn story_of_sample(&self, id: ArticleId, lang: &'static str) -> Story {
        let article = self
            .writes(move |tx| Ok(sijil::articles::article(tx, id)?.unwrap()))
            .await;
        Story {
            id: id.0,
            lang,
            day: article.day.unwrap().to_string(),
            slug: article.slug.as_str().to_owned(),
        }
    }

    async fn sampled(&self, claims: usize) -> String {
        let head = self.record(Form::Own).await;
        assert_eq!(head.lines().count(), 1, "an empty record is its head");
        let stories = self.sample_stories().await;
        sample::file(&mut Chance(7), &head, claims, &stories)
    }
}

/// All but the first line: the head says when the record last changed.
fn without_head(file: &str) -> &str {
    file.split_once('\n').unwrap().1
}

#[tokio::test]
async fn a_record_comes_back_from_its_file_byte_for_byte() {
    let test = TestNewsroom::open().await;
    let file = test.sampled(CLAIMS).await;
    let imported = test.take_record(&file).await.unwrap();
    assert_eq!(imported.claims, u64::try_from(CLAIMS).unwrap());
    let first = test.record(Form::Own).await;
    for (wrote, read) in without_head(&file)
        .lines()
        .zip(without_head(&first).lines())
    {
        assert_eq!(wrote, read);
    }
    assert_eq!(without_head(&file).len(), without_head(&first).len());

    let again = TestNewsroom::open().await;
    again.sample_stories().await;
    again.take_record(&first).await.unwrap();
    assert_eq!(again.record(Form::Own).await, first);
    assert_eq!(
        again.record(Form::Public).await,
        test.record(Form::Public).await
    );
}

#[tokio::test]
async fn a_file_with_a_fault_is_named_by_line_and_leaves_nothing() {
    let test = TestNewsroom::open().await;
    let file = test.sampled(12).await;
    let line_of = |kind: &str, wanted: &str| {
        let found = file.lines().position(|line| {
            line.contains(&format!("\"type\":\"{kind}\"")) && line.contains(wanted)
        });
        found.unwrap()
    };
    let changed = |at: usize, from: &str, to: &str| {
        let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
        assert!(lines[at].contains(from), "{}", lines[at]);
        lines[at] = lines[at].replacen(from, to, 1);
        lines.join("\n")
    };
    let claim = line_of("claim", "\"form\":\"control\"");
    let source = line_of("source", "");
    let cases = [
        (0, changed(0, "\"schema\":1", "\"schema\":2"), "schema 1"),
        (0, changed(0, "newsroom\"", "public\""), "for readers"),
        (
            claim,
            changed(claim, "\"form\":\"control\"", "\"form\":\"talks\""),
            "no claim",
        ),
        (
            claim,
            changed(claim, "\"actor\":\"4", "\"actor\":\"9"),
            "which is not in the file",
        ),
        (claim, changed(claim, "{", "{{"), "no JSON"),
        (
            source,
            changed(source, "\"type\":\"source\"", "\"type\":\"wish\""),
            "no type of line",
        ),
        (
            source + 1,
            changed(source + 1, "000008\"", "000001\""),
            "out of order",
        ),
        (
            1,
            changed(1, "\"lang\":\"en", "\"lang\":\"ar"),
            "is not here",
        ),
    ];
    for (line, broken, reason) in cases {
        let fault = test.take_record(&broken).await.unwrap_err();
        assert!(fault.reason.contains(reason), "{fault}, not {reason}");
        assert_eq!(fault.line, u64::try_from(line + 1).unwrap(), "{fault}");
        assert_eq!(test.record(Form::Own).await.lines().count(), 1, "{fault}");
    }
    test.take_record(&file).await.unwrap();
    let fault = test.take_record(&file).await.unwrap_err();
    assert!(fault.reason.contains("not empty"), "{fault}");
}
