//! Texts that nobody wrote in good faith keep every promise; more of them by `cargo xtask exam hostile`.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use sijil_hostile::promises::{ALL, claims, mentions};
use sijil_hostile::shapes::{MARKUP, TEXTS};
use sijil_hostile::texts::{self, Text};

/// Texts of one run of the tests: some seconds. The exam reads thousands.
const TEXTS_READ: usize = 120;

/// Any number; the same texts each time.
const SEED: u64 = 20_171_201;

/// Bytes of a text of one shape.
const SHAPE_BYTES: usize = 600;

fn check_all(text: &Text) {
    for (name, check) in ALL {
        let kept = catch_unwind(|| check(text.text.as_bytes()));
        assert!(kept.is_ok(), "{name} of {}: {:?}", text.kind, text.text);
    }
}

#[test]
fn random_and_hostile_texts_keep_every_promise() {
    texts::all(SEED)
        .take(TEXTS_READ)
        .for_each(|text| check_all(&text));
}

#[test]
fn a_hundred_kilobytes_without_a_blank_are_read() {
    // The texts of many words take seconds each without optimisation; the exam reads them too.
    for text in texts::without_blanks().iter().take(3) {
        claims(text.text.as_bytes());
        mentions(text.text.as_bytes());
    }
}

#[test]
fn every_shape_that_is_measured_keeps_every_promise() {
    for shape in TEXTS.iter().chain(MARKUP) {
        let text = shape.of(SHAPE_BYTES);
        check_all(&Text {
            kind: shape.name,
            text,
        });
    }
}

#[test]
fn every_text_that_the_fuzzer_begins_with_keeps_every_promise() {
    let folders =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds")).unwrap();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    assert!(!paths.is_empty());
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        for (name, check) in ALL {
            assert!(
                catch_unwind(|| check(&bytes)).is_ok(),
                "{name} of {}",
                path.display()
            );
        }
    }
}

#[test]
fn one_seed_makes_one_list_of_texts() {
    let read = |seed| -> Vec<String> { texts::all(seed).take(50).map(|text| text.text).collect() };
    assert_eq!(read(1), read(1));
    assert_ne!(read(1), read(2));
}

#[test]
fn bytes_that_are_no_text_keep_every_promise() {
    for bytes in [
        &b"\xFF\xFE\0k\0i\0l\0l"[..],
        b"\xC3",
        b"\xED\xA0\x80 killed",
        b"\xF4\x90\x80\x80",
        b"",
        b"\0",
    ] {
        for (name, check) in ALL {
            assert!(catch_unwind(|| check(bytes)).is_ok(), "{name} of {bytes:?}");
        }
    }
}
