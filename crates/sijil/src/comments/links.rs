//! The links in what readers write: only those of the web, and shown as where they lead.

use url::{Host, Url};

/// Characters of a link that are shown.
const SHOWN_CHARS_MAX: usize = 48;

/// A link that may stand on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads: ASCII, as a browser would ask for it.
    pub href: String,
    /// What is shown: the host, and the beginning of what follows it.
    pub shown: String,
}

/// The links in a text, in their order, each with what was typed for it.
#[must_use]
pub fn in_text(text: &str) -> Vec<(&str, Link)> {
    let words = text.split(ends_a_link);
    words.filter_map(in_word).collect()
}

/// White space, marks that no address holds, and direction marks, which would turn it round.
fn ends_a_link(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '<' | '>' | '"' | '«' | '»' | '“' | '”' | '`' | '{' | '}' | '|' | '\\'
        )
        || matches!(letter, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(letter, '\u{2066}'..='\u{2069}')
}

fn in_word(word: &str) -> Option<(&str, Link)> {
    let starts = word
        .char_indices()
        .filter(|(_, letter)| *letter == 'h' || *letter == 'H');
    let (_, written) = starts
        .filter_map(|(at, _)| word.split_at_checked(at))
        .find(|(_, rest)| is_web(rest))?;
    let written = without_tail(written);
    Some((written, link(written)?))
}

fn is_web(text: &str) -> bool {
    let begins = |scheme: &str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    begins("http://") || begins("https://")
}

/// Without the marks that end the sentence around it; a bracket stays when it was opened inside.
fn without_tail(written: &str) -> &str {
    let mut written = written;
    while let Some(last) = written.chars().next_back() {
        let is_mark = matches!(
            last,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '،' | '؛' | '؟' | '…'
        );
        let is_unopened = match last {
            ')' => written.matches('(').count() < written.matches(')').count(),
            ']' => written.matches('[').count() < written.matches(']').count(),
            _ => false,
        };
        if !is_mark && !is_unopened {
            break;
        }
        written = written.strip_suffix(last).unwrap_or(written);
    }
    written
}

/// The link, unless a name stands before its host: `https://bank.example@evil.example`.
fn link(written: &str) -> Option<Link> {
    let url = Url::parse(written).ok()?;
    if !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let host = match url.host()? {
        // In its own ASCII form, `xn--…`, a name of look-alike letters looks like what it is.
        Host::Domain(host) if host.contains('.') => host.to_owned(),
        Host::Domain(_) => return None,
        Host::Ipv4(address) => address.to_string(),
        Host::Ipv6(address) => format!("[{address}]"),
    };
    let mut shown = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host,
    };
    let rest = rest_as_typed(written);
    if rest != "/" {
        shown.push_str(rest);
    }
    let is_long = shown.chars().count() > SHOWN_CHARS_MAX;
    if is_long {
        shown = shown
            .chars()
            .take(SHOWN_CHARS_MAX - 1)
            .chain(['…'])
            .collect();
    }
    let href = String::from(url);
    Some(Link { href, shown })
}

/// What was typed after the host: readable, where the address itself is percent-encoded.
fn rest_as_typed(written: &str) -> &str {
    let after = written.split_once("://").map_or("", |(_, after)| after);
    let start = after.find(['/', '?', '#']);
    start.and_then(|start| after.get(start..)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(&str, &str)]) {
        let found = in_text(text);
        let found: Vec<_> = found
            .iter()
            .map(|(_, link)| (link.href.as_str(), link.shown.as_str()))
            .collect();
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn only_the_web_is_linked() {
        check("http://a.example", &[("http://a.example/", "a.example")]);
        check(
            "(see HTTPS://A.example/b).",
            &[("https://a.example/b", "a.example/b")],
        );
        check(
            "https://a.example/x_(y) و",
            &[("https://a.example/x_(y)", "a.example/x_(y)")],
        );
        check(
            "انظر https://a.example، وغيره",
            &[("https://a.example/", "a.example")],
        );
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.example",
            "//a.example",
            "http://",
            "http://localhost/x",
            "https://bank.example@evil.example/",
            "https://a.example:pass@b.example",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_link_is_shown_as_where_it_leads() {
        check(
            "https://аpple.example/",
            &[("https://xn--pple-43d.example/", "xn--pple-43d.example")],
        );
        check(
            "https://صحيفة.example/خبر",
            &[(
                "https://xn--ogbhx3c3b.example/%D8%AE%D8%A8%D8%B1",
                "xn--ogbhx3c3b.example/خبر",
            )],
        );
        check(
            "https://a.example\u{202E}/gpj.evil",
            &[("https://a.example/", "a.example")],
        );
        let long = format!("https://a.example/{}", "x".repeat(300));
        let (_, link) = in_text(&long).remove(0);
        assert_eq!(link.shown.chars().count(), SHOWN_CHARS_MAX);
        assert!(link.shown.ends_with('…'));
    }

    #[test]
    fn no_quote_leaves_the_address() {
        let found = in_text("https://a.example/\"onmouseover=alert(1) https://b.example/'x'y");
        assert!(found.iter().all(|(_, link)| !link.href.contains('"')));
        assert_eq!(found.len(), 2);
    }
}
