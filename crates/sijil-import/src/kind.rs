//! What a file is, by its name and its first words.

use std::path::Path;

/// The kinds of files that hold stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A saved web page.
    Html,
    /// The plain text of a page.
    Dump,
    /// JSON: one object a line, or set out in some other way that is refused.
    Ndjson,
}

/// Why a file with this name is no story: pictures, styles and scripts of saved pages, archives.
pub(crate) fn foreign(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_str().unwrap_or_default();
    if name.starts_with('.') {
        return Some("is a hidden file");
    }
    Some(match extension(path).as_str() {
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "ico" | "bmp" | "avif" | "tif"
        | "tiff" => "is a picture, no story",
        "css" | "js" | "mjs" | "map" | "woff" | "woff2" | "ttf" | "otf" | "eot" => {
            "is a style, script or font of a page, no story"
        }
        "mp3" | "mp4" | "m4a" | "ogg" | "wav" | "webm" | "mov" | "avi" => {
            "is sound or film, no story"
        }
        "zip" | "gz" | "tar" | "7z" | "rar" | "xz" | "zst" => "is an archive; unpack it first",
        "pdf" | "doc" | "docx" | "odt" | "rtf" | "xls" | "xlsx" => {
            "is a document of a kind that cannot be read; save it as plain text or HTML"
        }
        _ => return None,
    })
}

/// What the file is, from its beginning rather than its name, which often lies.
pub(crate) fn of(path: &Path, start: &str) -> Kind {
    let start = start.trim_start();
    if is_json_line(start) && extension(path) != "html" {
        return Kind::Ndjson;
    }
    let head: String = start
        .chars()
        .take(3000)
        .collect::<String>()
        .to_ascii_lowercase();
    let has_markup = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta ",
        "<div",
        "<article",
    ]
    .iter()
    .any(|tag| head.contains(tag));
    let is_named_html = matches!(extension(path).as_str(), "html" | "htm" | "xhtml" | "shtml");
    if has_markup || (is_named_html && head.contains('<')) {
        Kind::Html
    } else {
        Kind::Dump
    }
}

/// Whether the first line is a JSON object, or the beginning of one that is cut.
fn is_json_line(start: &str) -> bool {
    let object = start.strip_prefix('[').map_or(start, str::trim_start);
    object
        .strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

fn extension(path: &Path) -> String {
    path.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase()
}
