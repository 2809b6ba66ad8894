//! A comment's text as the filter reads it: spellings that look alike are one, addresses are taken
//! out, digits and long repeats no longer matter.

use sijil_text::fold;

/// Letters of a comment that are read. Ours are shorter; what is longer is not judged further on.
const CHARS_MAX: usize = 6_000;
/// Stands for a web address in the text. Private use, so no comment can be mistaken for it.
pub(crate) const LINK: char = '\u{E000}';
/// Digits of one number that are kept, so that a telephone number differs from a year.
const DIGITS_MAX: usize = 7;

/// Ends of names by which an address without a scheme is known. Only those that are no word in
/// English: `info` and `me` after a full stop are often a forgotten space.
const ENDINGS: &[&str] = &[
    "com", "net", "org", "info", "biz", "ru", "cn", "tk", "ml", "ga", "cf", "gq", "xyz", "top",
    "club", "online", "site", "shop", "store", "live", "click", "link", "ly", "gl", "gd", "me",
    "co", "cc", "tv", "io", "ws", "sy", "sa", "ae", "eg", "uk", "de", "fr", "eu", "us",
];

/// A text made ready.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Clean {
    /// Folded, parts separated by one space, [`LINK`] for each address; no space at either end.
    pub(crate) text: String,
    /// The hosts of the addresses, in order, without `www.`; an address may have none.
    pub(crate) hosts: Vec<String>,
}

/// Makes `text` ready.
pub(crate) fn clean(text: &str) -> Clean {
    let read: String = text.chars().take(CHARS_MAX).collect();
    let folded = fold(&read);
    let mut clean = Clean::default();
    for chunk in folded.split_whitespace() {
        if !clean.text.is_empty() {
            clean.text.push(' ');
        }
        match address(chunk) {
            Some((before, host)) => {
                push_plain(&mut clean.text, before);
                clean.text.push(LINK);
                clean.hosts.push(host.to_owned());
            }
            None => push_plain(&mut clean.text, chunk),
        }
    }
    clean
}

/// What stands before the web address in `chunk`, and the address's host, if there is one.
fn address(chunk: &str) -> Option<(&str, &str)> {
    // Most words are none: what has neither is not looked at further.
    if !chunk.contains(['.', ':']) {
        return None;
    }
    for scheme in ["http://", "https://", "hxxp://", "hxxps://"] {
        if let Some((before, rest)) = chunk.split_once(scheme) {
            return Some((before, host(rest)));
        }
    }
    let start = chunk.find(char::is_alphanumeric)?;
    let (before, rest) = chunk.split_at_checked(start)?;
    let host = host(rest);
    let (name, ending) = host.rsplit_once('.')?;
    let is_name = !name.is_empty() && !name.starts_with('.') && !rest.contains('@');
    let has_path = rest
        .split_once(host)
        .is_some_and(|(_, path)| path.starts_with('/'));
    let is_ending = ENDINGS.contains(&ending) || has_path && is_letters(ending);
    (is_name && is_ending).then_some((before, host))
}

fn is_letters(ending: &str) -> bool {
    (2..=6).contains(&ending.len()) && ending.chars().all(|letter| letter.is_ascii_lowercase())
}

/// The host at the start of an address whose scheme is off.
fn host(rest: &str) -> &str {
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let is_of_host = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
    let end = rest
        .find(|letter| !is_of_host(letter))
        .unwrap_or(rest.len());
    rest.get(..end)
        .unwrap_or_default()
        .trim_matches(['.', '-', '_'])
}

/// Appends `chunk` with digits as 0 and long repeats cut.
fn push_plain(text: &mut String, chunk: &str) {
    let mut last = None;
    let mut in_a_row = 0;
    let mut kept_len = text.len();
    for letter in chunk.chars() {
        let letter = if letter.is_ascii_digit() { '0' } else { letter };
        in_a_row = if last == Some(letter) {
            in_a_row + 1
        } else {
            1
        };
        if in_a_row == 1 {
            kept_len = text.len();
        }
        last = Some(letter);
        if in_a_row <= repeats_max(letter) {
            text.push(letter);
        }
        // A drawn-out letter is one in Arabic, where few words double one: رااائع is رائع.
        if in_a_row == 3 && is_single_when_drawn_out(letter) {
            text.truncate(kept_len);
            text.push(letter);
        }
    }
}

fn repeats_max(letter: char) -> usize {
    if letter == '0' { DIGITS_MAX } else { 2 }
}

/// Arabic letters but lam, which the name of God and the article double.
fn is_single_when_drawn_out(letter: char) -> bool {
    matches!(letter, '\u{0620}'..='\u{064A}') && letter != 'ل'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (typed, read) in [
            ("اربـــح المَال", "اربح المال"),
            ("إربح الم\u{200B}ال", "اربح المال"),
            ("رااااائع جداااا", "رايع جدا"),
            ("اللللله", "الله"),
            ("شکرا علی", "شكرا علي"),
            ("٠٧٩ ۱۲ 2026", "000 00 0000"),
            ("sooooo   GOOD!!!!!", "soo good!!"),
            ("123456789012", "0000000"),
        ] {
            assert_eq!(clean(typed).text, read, "{typed}");
        }
    }

    #[test]
    fn addresses_are_taken_out_and_their_hosts_kept() {
        for (typed, read, host) in [
            (
                "see:http://www.Example.org/a?b=c",
                "see:\u{E000}",
                "example.org",
            ),
            ("(bit.ly/x)", "(\u{E000}", "bit.ly"),
            ("hxxps://evil.example", "\u{E000}", "evil.example"),
            ("www.example.net", "\u{E000}", "example.net"),
            ("example.pl/page", "\u{E000}", "example.pl"),
        ] {
            let clean = clean(typed);
            assert_eq!(
                (clean.text.as_str(), clean.hosts.join(" ").as_str()),
                (read, host)
            );
        }
        for plain in [
            "omar@example.org",
            "u.s. troops",
            "left.the town",
            "3.14",
            "...",
        ] {
            assert_eq!(clean(plain).hosts, Vec::<String>::new(), "{plain}");
        }
    }
}
