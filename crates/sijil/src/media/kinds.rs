//! What a file is, by its bytes and never by its name.

use crate::db_enum;

/// What somebody handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// JPEG, PNG, WebP or GIF: to be decoded.
    Picture,
    /// A paper that readers may download.
    Document(Paper),
    /// Something that is not taken.
    Refused(Refusal),
}

db_enum! {
    /// A kind of document.
    Paper {
        /// Portable Document Format.
        Pdf = "pdf",
        /// Text of an office program.
        Docx = "docx",
        /// Tables of an office program.
        Xlsx = "xlsx",
        /// Slides of an office program.
        Pptx = "pptx",
        /// The same three in the open format.
        Odt = "odt",
        /// Tables.
        Ods = "ods",
        /// Slides.
        Odp = "odp",
    }
}

impl Paper {
    /// The media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }
}

db_enum! {
    /// Why a file is not taken.
    Refusal {
        /// More bytes than are taken.
        Bytes = "bytes",
        /// Nothing in it.
        Empty = "empty",
        /// More pixels than are decoded.
        Pixels = "pixels",
        /// It begins like a picture and cannot be decoded.
        Broken = "broken",
        /// It ends before its picture does.
        CutOff = "cut-off",
        /// Decoding took too long.
        Slow = "slow",
        /// Decoding took too much memory.
        Memory = "memory",
        /// A picture with a page, a program or an archive in the same file.
        Both = "both",
        /// A drawing that may hold script.
        Svg = "svg",
        /// A page that may hold script.
        Html = "html",
        /// A photograph in a format that few browsers show.
        Heic = "heic",
        /// Sound or film.
        Film = "film",
        /// An office document with a program in it, or of the old kind that may have one.
        Macros = "macros",
        /// Anything else.
        Kind = "kind",
    }
}

/// How much of a file's beginning may be white space or comments before a page's first tag.
const TEXT_HEAD_BYTES: usize = 1024;

/// What `bytes`, a whole file, are.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Handed {
    if bytes.is_empty() {
        return Handed::Refused(Refusal::Empty);
    }
    if is_picture(bytes) {
        return match is_also_something_else(bytes) {
            true => Handed::Refused(Refusal::Both),
            false => Handed::Picture,
        };
    }
    if bytes.starts_with(b"%PDF-") {
        return match holds_a_page(bytes) {
            true => Handed::Refused(Refusal::Both),
            false => Handed::Document(Paper::Pdf),
        };
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive(bytes);
    }
    Handed::Refused(foreign(bytes))
}

fn is_picture(bytes: &[u8]) -> bool {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let begins: [&[u8]; 4] = [b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n", b"GIF87a", b"GIF89a"];
    is_webp || begins.iter().any(|begin| bytes.starts_with(begin))
}

/// Whether a picture's file could be taken for a page, a program or an archive. What we serve is
/// encoded anew and could not; but nobody makes such a file by accident.
fn is_also_something_else(bytes: &[u8]) -> bool {
    let ends_an_archive = contains(bytes, b"PK\x05\x06") && contains(bytes, b"PK\x01\x02");
    holds_a_page(bytes) || contains(bytes, b"%PDF-1") || ends_an_archive
}

/// Marks are at least six bytes long: shorter ones stand in large photographs by chance.
fn holds_a_page(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 7] = [
        b"<script",
        b"<!doctype",
        b"<html>",
        b"<html ",
        b"<iframe",
        b"<svg xmlns",
        b"<?php ",
    ];
    let at_tags = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<');
    let mut rest = at_tags.filter_map(|(at, _)| bytes.get(at..));
    rest.any(|rest| marks.iter().any(|mark| begins_with(rest, mark)))
}

fn archive(bytes: &[u8]) -> Handed {
    if contains(bytes, b"vbaProject.bin") || contains(bytes, b"Basic/script-lc.xml") {
        return Handed::Refused(Refusal::Macros);
    }
    let papers: [(&[u8], Paper); 6] = [
        (b"word/document.xml", Paper::Docx),
        (b"xl/workbook.xml", Paper::Xlsx),
        (b"ppt/presentation.xml", Paper::Pptx),
        (b"application/vnd.oasis.opendocument.text", Paper::Odt),
        (
            b"application/vnd.oasis.opendocument.spreadsheet",
            Paper::Ods,
        ),
        (
            b"application/vnd.oasis.opendocument.presentation",
            Paper::Odp,
        ),
    ];
    let found = papers.iter().find(|(mark, _)| contains(bytes, mark));
    found.map_or(Handed::Refused(Refusal::Kind), |(_, paper)| {
        Handed::Document(*paper)
    })
}

fn foreign(bytes: &[u8]) -> Refusal {
    let head = bytes.get(..TEXT_HEAD_BYTES).unwrap_or(bytes);
    if bytes.get(4..8) == Some(b"ftyp") {
        let is_heic = [b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc"];
        let brand = bytes.get(8..12).unwrap_or_default();
        return match is_heic.iter().any(|kind| *kind == brand) {
            true => Refusal::Heic,
            false => Refusal::Film,
        };
    }
    let films: [&[u8]; 5] = [b"\x1A\x45\xDF\xA3", b"ID3", b"OggS", b"\xFF\xFB", b"fLaC"];
    if films.iter().any(|film| bytes.starts_with(film)) || bytes.starts_with(b"RIFF") {
        return Refusal::Film;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Refusal::Macros;
    }
    let holds = |mark: &[u8]| (0..head.len()).any(|at| tail_begins_with(head, at, mark));
    if holds(b"<svg") {
        return Refusal::Svg;
    }
    if holds(b"<!doctype") || holds(b"<html") || holds(b"<script") || holds(b"<body") {
        return Refusal::Html;
    }
    Refusal::Kind
}

fn tail_begins_with(bytes: &[u8], at: usize, mark: &[u8]) -> bool {
    bytes.get(at..).is_some_and(|rest| begins_with(rest, mark))
}

fn begins_with(bytes: &[u8], mark: &[u8]) -> bool {
    let head = bytes.get(..mark.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(mark))
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// Whether a JPEG ends before its picture does: decoders fill what is missing with grey.
#[must_use]
pub fn is_cut_off(bytes: &[u8]) -> bool {
    if !bytes.starts_with(b"\xFF\xD8") {
        return false;
    }
    // After the header of the first scan, the end's mark stands nowhere but at the end: within the
    // picture's data 0xFF is followed by 0 (ITU T.81, B.1.1.5). Thumbnails lie before it.
    let mut at = 2;
    while let Some([0xFF, kind, high, low]) = bytes.get(at..at + 4) {
        if *kind == 0xFF {
            at += 1;
            continue;
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
        if *kind == 0xDA {
            let scan = bytes.get(at..).unwrap_or_default();
            return !contains(scan, b"\xFF\xD9");
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let check = |bytes: &[u8], wanted| {
            assert_eq!(sniff(bytes), wanted, "{}", String::from_utf8_lossy(bytes));
        };
        check(b"\xFF\xD8\xFF\xE0rest", Handed::Picture);
        check(b"%PDF-1.7 text", Handed::Document(Paper::Pdf));
        check(
            b"PK\x03\x04 word/document.xml",
            Handed::Document(Paper::Docx),
        );
        check(b"GIF89a/*<SCRIPT>*/", Handed::Refused(Refusal::Both));
        check(b"%PDF-1.7 <script>", Handed::Refused(Refusal::Both));
        check(
            b"\x89PNG\r\n\x1A\nPK\x01\x02PK\x05\x06",
            Handed::Refused(Refusal::Both),
        );
        for (bytes, why) in [
            (&b""[..], Refusal::Empty),
            (b"<?xml version='1.0'?>\n<svg>", Refusal::Svg),
            (b"  <!DOCTYPE html>", Refusal::Html),
            (b"\0\0\0\x18ftypheic", Refusal::Heic),
            (b"\0\0\0\x18ftypisom", Refusal::Film),
            (
                b"PK\x03\x04 word/document.xml word/vbaProject.bin",
                Refusal::Macros,
            ),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Refusal::Macros),
            (b"PK\x03\x04 anything", Refusal::Kind),
            (b"MZ\x90", Refusal::Kind),
        ] {
            check(bytes, Handed::Refused(why));
        }
    }
}
