//! The exam's files, as comments.

use std::path::{Path, PathBuf};

use sijil_text::{SafeHtml, plain_text};

use crate::{Result, sheet};

/// A comment and the answer.
#[derive(Debug)]
pub(crate) struct Comment {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Spam, or offensive.
    pub(crate) is_positive: bool,
}

/// The comments under one video.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) comments: Vec<Comment>,
}

/// The files `*.csv` in `folder` by name: id, author, date, content, class (1 is spam).
pub(crate) fn videos(folder: &Path) -> Result<Vec<File>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    paths.sort();
    paths.iter().map(|path| video(path)).collect()
}

fn video(path: &Path) -> Result<File> {
    let name = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let mut comments = Vec::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let (_, author, _, content, class): (String, String, String, String, u8) = row?;
        comments.push(Comment {
            name: author,
            // The files hold HTML as the site sent it; the filter is given what people typed.
            text: plain_text(&SafeHtml::sanitise(&content)).text,
            is_positive: class == 1,
        });
    }
    Ok(File { name, comments })
}

/// The Arabic comments: the columns `Comment` and `Majority_Label` of the first sheet.
pub(crate) fn offensive(path: &Path) -> Result<Vec<Comment>> {
    let rows = sheet::rows(&std::fs::read(path)?)?;
    let (head, rows) = rows.split_first().ok_or("an empty sheet")?;
    let column = |name: &str| {
        let column = head.iter().find(|(_, title)| *title == name);
        column
            .map(|(column, _)| column)
            .ok_or(format!("no column {name}"))
    };
    let (text, label) = (column("Comment")?, column("Majority_Label")?);
    let comments = rows.iter().filter_map(|row| {
        Some(Comment {
            name: String::new(),
            text: row.get(text)?.clone(),
            is_positive: row.get(label)? == "Offensive",
        })
    });
    Ok(comments.collect())
}
