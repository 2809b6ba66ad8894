//! Puts the invented newspaper of `fixtures/newsroom` into the program, for `sijil demo`.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a build ends at the first thing that is not there, and cargo speaks by its environment"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/newsroom");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut code = String::from("pub(super) const FILES: &[(&str, &[u8])] = &[\n");
    for file in &files {
        let name = file
            .strip_prefix(&root)
            .expect("the file is below the root");
        let path = file.canonicalize().expect("the file is there");
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),").expect("strings take text");
    }
    code.push_str("];\n");
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    fs::write(PathBuf::from(out).join("demo_files.rs"), code).expect("write the list of files");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the fixture newsroom is there") {
        let path = entry.expect("its files can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml" || extension == "jpg")
        {
            files.push(path);
        }
    }
}
