//! Bytes to text: bounded reading, encoding, repair of text that was once decoded wrongly.
//! Every repair is counted and named, so that an editor can tell what was changed.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};
use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Bytes of a page's beginning in which a declared charset is looked for: what HTML allows (WHATWG, "prescan").
const CHARSET_PRESCAN_BYTES: usize = 1024;

/// A text out of bytes, and what had to be done for it.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) repairs: Vec<String>,
    pub(crate) doubts: Vec<String>,
}

/// The bytes of a file of at most `bytes_max` bytes.
///
/// # Errors
/// A sentence for people: what could not be read and what to do about it.
pub(crate) fn read_bounded(path: &Path, bytes_max: u64) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| format!("cannot be opened: {error}"))?;
    let too_long = || {
        format!(
            "is larger than {} MB, the limit for one page; split it, or leave it out",
            bytes_max / 1_000_000
        )
    };
    if file
        .metadata()
        .is_ok_and(|metadata| metadata.len() > bytes_max)
    {
        return Err(too_long());
    }
    // What grows while it is read, or lies about its length, is bounded too.
    let mut bytes = Vec::new();
    file.take(bytes_max.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot be read: {error}"))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > bytes_max) {
        return Err(too_long());
    }
    Ok(bytes)
}

/// SHA-256 of the bytes, 64 lower-case hex digits.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The text in `bytes`: by mark, as UTF-8, by declared charset, else by guess.
///
/// # Errors
/// A sentence for people when the bytes are no text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    let mut repairs = Vec::new();
    let mut doubts = Vec::new();
    let encoding = encoding_of(bytes)?;
    let (text, encoding, has_broken) = encoding.decode(bytes);
    if encoding != UTF_8 {
        repairs.push(format!("read as {}", encoding.name()));
    }
    if has_broken {
        let count = text.chars().filter(|&c| c == '\u{fffd}').count();
        doubts.push(format!("{count} broken characters in {}", encoding.name()));
    }
    let text = undo_double_encoding(&text, &mut repairs);
    let text = undo_lost_arabic(&text, &mut repairs);
    let text = normalise(&text, &mut repairs);
    Ok(Decoded {
        text,
        repairs,
        doubts,
    })
}

fn encoding_of(bytes: &[u8]) -> Result<&'static Encoding, String> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(encoding);
    }
    if looks_binary(bytes) {
        return Err("is not text: it holds binary data".to_owned());
    }
    if is_mostly_utf8(bytes) {
        return Ok(UTF_8);
    }
    if let Some(encoding) = declared_charset(bytes).filter(|&encoding| encoding != UTF_8) {
        return Ok(encoding);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(detector.guess(None, chardetng::Utf8Detection::Allow))
}

/// UTF-16 without a mark shows as zero bytes on one side of most pairs.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.as_chunks::<2>().0;
    let sample = pairs.get(..512).unwrap_or(pairs);
    let first = sample.iter().filter(|pair| pair[0] == 0).count();
    let second = sample.iter().filter(|pair| pair[1] == 0).count();
    let most = sample.len() * 7 / 10;
    match (first > most, second > most) {
        (true, false) if second == 0 => Some(UTF_16BE),
        (false, true) if first == 0 => Some(UTF_16LE),
        _ => None,
    }
}

/// Text has no zero bytes and hardly a control character: old exports do hold a few of the latter.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..65_536).unwrap_or(bytes);
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    let controls = sample
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
        .count();
    zeros > sample.len() / 1000 + 2 || controls > sample.len() / 50 + 8
}

/// Valid, or so nearly valid that one cut or damaged place must not turn the whole text into another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let mut broken = 0usize;
    let mut wide = 0usize;
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || wide >= broken * 20
}

fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..CHARSET_PRESCAN_BYTES).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// UTF-8 that was read as windows-1252 and written again (`â€™`, `Ø§Ù„`): turned back, run by run.
fn undo_double_encoding(text: &str, repairs: &mut Vec<String>) -> String {
    let is_suspect = text
        .chars()
        .any(|c| matches!(c, 'â' | 'Ã' | 'Â' | 'Ø' | 'Ù'));
    if !is_suspect {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let mut count = 0usize;
    for c in text.chars().chain(['\n']) {
        if !c.is_ascii() {
            run.push(c);
            continue;
        }
        match utf8_behind(&run) {
            Some(fixed) => {
                count += 1;
                out.push_str(&fixed);
            }
            None => out.push_str(&run),
        }
        run.clear();
        out.push(c);
    }
    out.pop();
    if count > 0 {
        repairs.push(format!("{count} passages encoded twice as UTF-8"));
    }
    out
}

/// A run of at least two characters whose windows-1252 bytes are UTF-8 again.
fn utf8_behind(run: &str) -> Option<String> {
    run.chars().nth(1)?;
    let (bytes, _, has_unmappable) = WINDOWS_1252.encode(run);
    if has_unmappable {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

/// Windows-1256 Arabic that was taken for Latin-1 (`ÇáÓæÑí`): a line of accented letters becomes Arabic again.
fn undo_lost_arabic(text: &str, repairs: &mut Vec<String>) -> String {
    let is_accented = |c: char| ('\u{c0}'..='\u{ff}').contains(&c);
    if !text.chars().any(is_accented) {
        return text.to_owned();
    }
    let mut count = 0usize;
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let letters = line.chars().filter(|c| c.is_alphabetic()).count();
            let accented = line.chars().filter(|&c| is_accented(c)).count();
            if accented < 4 || accented * 10 < letters * 6 {
                return line.to_owned();
            }
            let Some(fixed) = arabic_behind(line) else {
                return line.to_owned();
            };
            count += 1;
            fixed
        })
        .collect();
    if count > 0 {
        repairs.push(format!("{count} lines of windows-1256 read as Latin"));
    }
    lines.join("\n")
}

fn arabic_behind(line: &str) -> Option<String> {
    let (bytes, _, has_unmappable) = WINDOWS_1252.encode(line);
    if has_unmappable {
        return None;
    }
    let (fixed, _, _) = WINDOWS_1256.decode(&bytes);
    let letters = fixed.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = fixed
        .chars()
        .filter(|c| ('\u{620}'..='\u{64a}').contains(c))
        .count();
    (arabic * 10 >= letters * 8).then(|| fixed.into_owned())
}

/// Line ends, canonical composition, and control characters that no text needs.
fn normalise(text: &str, repairs: &mut Vec<String>) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{85}'], "\n");
    let is_dropped = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{feff}';
    let dropped = text.chars().filter(|&c| is_dropped(c)).count();
    if dropped > 0 {
        repairs.push(format!("{dropped} control characters taken out"));
    }
    let text: String = text.chars().filter(|&c| !is_dropped(c)).collect();
    if is_nfc(&text) {
        text
    } else {
        text.nfc().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> String {
        decode(bytes).unwrap().text
    }

    #[test]
    fn text_comes_out_of_every_encoding_an_old_archive_holds() {
        let sentence = "أعلنت البلدية اليوم فتح السوق القديم أمام الزوار بعد عام من الترميم";
        let (windows_1256, _, _) = WINDOWS_1256.encode(sentence);
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(sentence.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let marked = [b"\xef\xbb\xbf", sentence.as_bytes()].concat();
        for bytes in [sentence.as_bytes(), &windows_1256, &utf16, &marked] {
            assert_eq!(text_of(bytes), sentence);
        }
    }

    #[test]
    fn wrongly_decoded_text_is_repaired_and_the_repair_counted() {
        let arabic = "سوق المدينة";
        let (windows_1256, _, _) = WINDOWS_1256.encode(arabic);
        let as_latin = WINDOWS_1252.decode(&windows_1256).0.into_owned();
        let twice = WINDOWS_1252.decode(arabic.as_bytes()).0.into_owned();
        for (broken, whole) in [
            (as_latin.as_str(), arabic),
            (twice.as_str(), arabic),
            ("the mayorâ€™s office", "the mayor’s office"),
        ] {
            let decoded = decode(broken.as_bytes()).unwrap();
            assert_eq!(decoded.text, whole);
            assert_eq!(decoded.repairs.len(), 1, "{broken}");
        }
    }

    #[test]
    fn sound_text_stays_as_it_is() {
        for sound in ["Café à Noël, naïve façade", "über Ölçü", "دمشق"] {
            let decoded = decode(sound.as_bytes()).unwrap();
            assert_eq!(decoded.text, sound);
            assert!(decoded.repairs.is_empty());
        }
    }

    #[test]
    fn one_broken_byte_does_not_turn_arabic_into_latin() {
        let mut bytes = "أعلنت البلدية اليوم فتح السوق القديم".as_bytes().to_vec();
        bytes.push(0xd8);
        let decoded = decode(&bytes).unwrap();
        assert!(decoded.text.starts_with("أعلنت"));
        assert_eq!(decoded.doubts.len(), 1);
    }

    #[test]
    fn binary_data_is_refused() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01").is_err());
    }
}
