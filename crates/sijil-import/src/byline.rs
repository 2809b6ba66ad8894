//! Names of writers: what is a name, what only stands where names stand.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::label::{key, listed};
use sijil_text::clean_line;

/// Words that a name has at most; longer ones are sentences.
const NAME_WORDS_MAX: usize = 6;
/// Writers of one story at most; more is a list of something else.
const NAMES_MAX: usize = 12;

/// The names in a byline such as `By Layla Haddad, Omar Nasser and Sami Issa`.
pub(crate) fn names_in(text: &str) -> Vec<String> {
    let text: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !word.contains("://") && !word.contains("www."))
        .collect();
    let text = without_cue(&clean_line(&text.join(" ")));
    let mut names: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for part in split(&text) {
        let Some(name) = name_of(&part) else {
            continue;
        };
        if names.len() < NAMES_MAX && seen.insert(key(&name)) {
            names.push(name);
        }
    }
    names
}

/// The part as a name, or nothing when it is none.
fn name_of(part: &str) -> Option<String> {
    let part = without_cue(part);
    let cut = [" - ", " – ", " — "]
        .iter()
        .filter_map(|sign| part.split_once(sign))
        .map(|(name, _)| name)
        .min_by_key(|name| name.len())
        .unwrap_or(&part)
        .split(['|', '(', ')', '<', '•', '·'])
        .next()
        .unwrap_or_default();
    let name = without_day(cut)
        .trim_matches([' ', ',', '،', ':', '-', '–', '—', '/', '@', '"', '\''])
        .to_owned();
    let words = name.split_whitespace().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let key = key(&name);
    let is_rejected = !(1..=NAME_WORDS_MAX).contains(&words)
        || letters < 2
        || name.contains(['{', '}', '=', '_', '?', '!', '؟', '@'])
        || name.contains("http")
        || has_file_ending(&name)
        || NOT_NAMES.contains(&key)
        || is_post(&key);
    (!is_rejected).then_some(name)
}

/// "Staff Writer", "Head of Culture", "Senior Money Reporter": posts, not people.
fn is_post(key: &str) -> bool {
    let last = key.rsplit(' ').next().unwrap_or_default();
    let first = key.split(' ').next().unwrap_or_default();
    POSTS.contains(&last)
        || ["head of", "developed by", "powered by"]
            .iter()
            .any(|start| key.starts_with(start))
        || matches!(first, "chief" | "senior" | "deputy")
}

/// The name without the day that follows it: "Layla Haddad Dec 21".
fn without_day(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if let Some(at) = words
        .iter()
        .position(|word| word.chars().any(char::is_numeric))
    {
        words.truncate(at);
        let is_month = |word: &&str| {
            let probe = format!("1 {} 2020", word.trim_matches([',', '.', '،']));
            sijil_text::find_day(&probe).is_some()
        };
        if words.last().is_some_and(is_month) {
            words.pop();
        }
    }
    words.join(" ")
}

fn has_file_ending(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    name.contains('.')
        && matches!(
            key(end).as_str(),
            "png"
                | "jpg"
                | "jpeg"
                | "gif"
                | "html"
                | "php"
                | "com"
                | "net"
                | "org"
                | "svg"
                | "webp"
        )
}

/// Names are parted by commas, "and", semicolons, Arabic commas and و before a space-led name.
fn split(text: &str) -> Vec<String> {
    let text = text
        .replace(" and ", ", ")
        .replace(" And ", ", ")
        .replace(" AND ", ", ")
        .replace(" with ", ", ")
        .replace(" & ", ", ");
    let mut parts: Vec<String> = Vec::new();
    for part in text.split([',', ';', '،', '؛', '/', '\n', '|']) {
        let part = part.trim();
        // "Robert E. Moffit, Ph.D." is one man.
        let is_title = TITLES.contains(&key(part).as_str());
        match parts.last_mut() {
            Some(last) if is_title => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// `By`, `بقلم` and their like, off the front.
fn without_cue(text: &str) -> String {
    let text = text.trim();
    for cue in CUES {
        let Some(head) = text.get(..cue.len()) else {
            continue;
        };
        let rest = text.get(cue.len()..).unwrap_or_default();
        if head.eq_ignore_ascii_case(cue) && rest.starts_with([' ', ':']) {
            return rest.trim_start_matches([' ', ':', '/', '-']).to_owned();
        }
    }
    text.to_owned()
}

const CUES: &[&str] = &[
    "view all posts by",
    "posts by",
    "by",
    "written by",
    "posted by",
    "reported by",
    "story by",
    "words by",
    "author",
    "authors",
    "from",
    "بقلم",
    "كتب",
    "كتبت",
    "إعداد",
    "تحرير",
    "تقرير",
    "ترجمة",
    "الكاتب",
];

/// Last words of posts and of what else follows a name after a comma.
const POSTS: &[&str] = &[
    "reporter",
    "reporters",
    "editor",
    "editors",
    "writer",
    "writers",
    "officer",
    "correspondent",
    "columnist",
    "journalist",
    "producer",
    "contributor",
    "staff",
    "desk",
    "intern",
    "fellow",
    "sponsored",
    "director",
    "manager",
    "photographer",
    "rdn",
    "ld",
    "cpt",
    "redazione",
    "newsroom",
];

const TITLES: &[&str] = &[
    "ph d", "phd", "m d", "md", "jr", "sr", "ii", "iii", "esq", "rd", "mba", "r d",
];

static NOT_NAMES: LazyLock<HashSet<String>> =
    LazyLock::new(|| listed(NOT_NAMES_LIST).map(key).collect());

/// What stands where names stand and is none.
const NOT_NAMES_LIST: &str = "
    admin | administrator | editor | editors | staff | staff writer | staff writers | author |
    authors | newsroom | news desk | web desk | webdesk | desk | online | null | undefined |
    none | guest | anonymous | unknown | user | webmaster | root | facebook | twitter |
    instagram | about the author | follow | contributor | reporter | senior reporter |
    correspondent | senior writer | writer | senior editor | managing editor | editor in chief |
    updated | last updated | published | share | email | view profile | more stories | see more |
    bio | news | opinion | by | المحرر | التحرير | هيئة التحرير | أسرة التحرير | المدير | مدير |
    محرر | كاتب | غير معروف | خاص
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for (text, names) in [
            ("By Layla Haddad", vec!["Layla Haddad"]),
            (
                "Layla Haddad, Omar Nasser and Sami Issa",
                vec!["Layla Haddad", "Omar Nasser", "Sami Issa"],
            ),
            ("Dr. Rami Saleh, Ph.D.", vec!["Dr. Rami Saleh, Ph.D."]),
            ("ليلى حداد، عمر ناصر", vec!["ليلى حداد", "عمر ناصر"]),
            ("Layla Haddad | Senior Editor", vec!["Layla Haddad"]),
            ("Layla Haddad, layla haddad", vec!["Layla Haddad"]),
            ("Layla Haddad - Dec 21, 2023, 4:05 pm", vec!["Layla Haddad"]),
            ("Layla Haddad August 18", vec!["Layla Haddad"]),
            (
                "Layla Haddad, Senior Culture Reporter",
                vec!["Layla Haddad"],
            ),
        ] {
            assert_eq!(names_in(text), names, "{text}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in [
            "https://example.org/layla",
            "logo.png",
            "admin",
            "المحرر",
            "The council will meet again on Monday to vote on the budget",
            "12345",
            "layla@example.org",
        ] {
            assert_eq!(names_in(text), Vec::<String>::new(), "{text}");
        }
    }
}
