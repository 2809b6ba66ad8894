//! What is on disk: commits, positions, damage.

use super::{filled, ids, position, stories, story};
use crate::{Filter, Index, Opened, Page, Query, Sort, Story};
use sijil_text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn files(dir: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    all.filter(|path| !path.to_string_lossy().ends_with(".lock"))
        .collect()
}

fn copied(from: &Path) -> TempDir {
    let to = tempfile::tempdir().unwrap();
    for file in files(from) {
        fs::copy(&file, to.path().join(file.file_name().unwrap())).unwrap();
    }
    to
}

fn needs_rebuild(dir: &Path) -> bool {
    matches!(Index::open(dir, "e1").unwrap(), Opened::Rebuild { .. })
}

#[test]
fn an_index_that_was_cut_off_while_it_was_filled_is_not_searched() {
    let (dir, index) = filled(&stories());
    let mut writer = index.writer(0).unwrap();
    writer.drain().unwrap();
    assert!(needs_rebuild(copied(dir.path()).path()));
    writer.commit(&position()).unwrap();
    writer.wait_merges().unwrap();
    assert!(!needs_rebuild(copied(dir.path()).path()));
}

#[test]
fn a_damaged_index_is_never_searched() {
    let (dir, index) = filled(&stories());
    let mut writer = index.writer(0).unwrap();
    writer.remove(12);
    writer.commit(&position()).unwrap();
    writer.wait_merges().unwrap();
    assert!(!needs_rebuild(copied(dir.path()).path()));
    let copy = copied(dir.path());
    for file in files(copy.path()) {
        let whole = fs::read(&file).unwrap();
        for (number, damage) in damages(&whole).into_iter().enumerate() {
            match damage {
                Some(bytes) => fs::write(&file, bytes).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            assert!(
                needs_rebuild(copy.path()),
                "{} damage {number}",
                file.display()
            );
        }
        fs::write(&file, &whole).unwrap();
        assert!(
            !needs_rebuild(copy.path()),
            "{} is whole again",
            file.display()
        );
    }
}

/// The file gone, empty, cut, and with single bits flipped all over it, its ends included.
fn damages(whole: &[u8]) -> Vec<Option<Vec<u8>>> {
    let cut = |length: usize| Some(whole[..length].to_vec());
    let flipped = |at: usize| {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 1 << (at % 8);
        Some(bytes)
    };
    let spread = (0..whole.len()).step_by(whole.len() / 20 + 1);
    let end = whole.len().saturating_sub(40)..whole.len();
    [None, cut(0), cut(whole.len() - 1), cut(whole.len() / 2)]
        .into_iter()
        .chain(spread.chain(end).map(flipped))
        .collect()
}

#[test]
fn an_index_remembers_its_position() {
    let (dir, index) = filled(&stories());
    drop(index);
    match Index::open(dir.path(), "e1").unwrap() {
        Opened::Ready(index, found) => {
            assert_eq!((found, index.stories()), (position(), 8));
        }
        Opened::Rebuild { reason } => panic!("{reason}"),
    }
    assert!(
        matches!(
            Index::open(dir.path(), "e2").unwrap(),
            Opened::Rebuild { .. }
        ),
        "another sequence of changes"
    );
    assert!(
        matches!(
            Index::open(&dir.path().join("none"), "e1").unwrap(),
            Opened::Rebuild { .. }
        ),
        "no folder"
    );
    let index = Index::create(dir.path()).unwrap();
    assert_eq!(index.stories(), 0, "made anew in its place");
    drop(index);
    assert!(needs_rebuild(dir.path()), "never filled");
    fs::write(dir.path().join("letter.txt"), "mine").unwrap();
    assert!(
        Index::create(dir.path()).is_err(),
        "other people's files are left alone"
    );
}

#[test]
fn a_new_version_replaces_the_old_one() {
    let (_dir, index) = filled(&stories());
    let mut writer = index.writer(0).unwrap();
    writer
        .put(&Story {
            version: 2,
            ..story(11, Lang::En, "Storm", "Nothing else")
        })
        .unwrap();
    writer.remove(12);
    assert_eq!(
        ids(&index, "truce", &Filter::default(), Sort::Relevance),
        [11, 13],
        "nothing is seen before the commit"
    );
    writer.commit(&position()).unwrap();
    assert_eq!(
        ids(&index, "truce", &Filter::default(), Sort::Relevance),
        [13]
    );
    assert_eq!(
        ids(&index, "teacher", &Filter::default(), Sort::Relevance),
        Vec::<i64>::new()
    );
    let hits = index
        .search(
            &Query::parse("storm"),
            &Filter::default(),
            Sort::Relevance,
            Page::first(1),
        )
        .unwrap();
    assert_eq!((hits.hits[0].id, hits.hits[0].version), (11, 2));
    assert_eq!(index.stories(), 7);
}
