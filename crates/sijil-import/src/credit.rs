//! Credits: which agency a story is from, and where it was filed, as its first words say.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::label::{key, listed};

/// What stood before the first sentence.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Credit {
    /// As shown, such as `(Agency)-`. Empty when the text begins with a mere place.
    pub(crate) shown: String,
    pub(crate) agency: Option<String>,
    pub(crate) place: Option<String>,
    /// The text without `shown`.
    pub(crate) rest: String,
}

/// Characters that a credit, dash included, may take.
const CREDIT_CHARS_MAX: usize = 70;

/// The credit before a first paragraph, if there is one.
///
/// An agency's credit leaves the text: `(Agency)-`, `ALEPPO (Agency) - `, `حلب – سانا`. A place alone
/// (`ALEPPO -- `) is part of the text and stays in it.
pub(crate) fn credit_of(paragraph: &str) -> Option<Credit> {
    let (head, dash, rest) = split_at_dash(paragraph)?;
    if let Some((place, agency)) = bracketed(head).or_else(|| named_agency(head)) {
        return Some(Credit {
            shown: format!("{head}{dash}").trim().to_owned(),
            agency: Some(agency),
            place,
            rest: rest.to_owned(),
        });
    }
    // حلب – سانا text: the agency may stand behind the dash, closed by a second one or nothing.
    if let Some((agency, after)) = leading_agency(rest) {
        let shown_chars = paragraph.chars().count() - after.chars().count();
        return Some(Credit {
            shown: paragraph
                .chars()
                .take(shown_chars)
                .collect::<String>()
                .trim()
                .to_owned(),
            agency: Some(agency),
            place: is_place(head).then(|| head.trim().to_owned()),
            rest: after.to_owned(),
        });
    }
    is_shouted(head).then(|| Credit {
        shown: String::new(),
        agency: None,
        place: Some(head.trim().to_owned()),
        rest: paragraph.to_owned(),
    })
}

/// Whether the whole line names an agency: `Reuters`, `وكالات`, `AFP + Reuters`.
pub(crate) fn is_agency(line: &str) -> bool {
    let key = key(line);
    !key.is_empty()
        && (AGENCIES.contains(&key)
            || line
                .split(['+', '/', '،', ',', '&', '-', '–'])
                .map(str::trim)
                .all(|part| {
                    let without_and = part.strip_prefix('و').unwrap_or(part);
                    AGENCIES.contains(&self::key(part))
                        || AGENCIES.contains(&self::key(without_and))
                }))
}

/// Whether two spellings can name one outlet: equal but for two letters.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (key(one).replace(' ', ""), key(other).replace(' ', ""));
    !one.is_empty() && edits_within(&one, &other, 2)
}

/// The text cut at its first dash or colon that may close a credit: before, the mark, after.
fn split_at_dash(paragraph: &str) -> Option<(&str, &str, &str)> {
    let is_mark = |c: char| matches!(c, '-' | '–' | '—' | ':' | '―');
    let mut depth = 0usize;
    for (count, (at, c)) in paragraph.char_indices().enumerate() {
        if count > CREDIT_CHARS_MAX {
            return None;
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || !is_mark(c) => {}
            _ => {
                let (head, tail) = paragraph.split_at_checked(at)?;
                let rest = tail.trim_start_matches(is_mark);
                let dash = tail.strip_suffix(rest)?;
                let is_hyphen = c == '-'
                    && !head.ends_with([' ', ')', ']'])
                    && !rest.starts_with(' ')
                    && dash.len() == 1;
                if is_hyphen || head.trim().is_empty() {
                    continue;
                }
                return Some((head, dash, rest.trim_start()));
            }
        }
    }
    None
}

/// `(Agency)`, `PLACE (Agency)`, `Place, Country (Agency)`.
fn bracketed(head: &str) -> Option<(Option<String>, String)> {
    let head = head.trim();
    let inner = head.strip_suffix([')', ']'])?;
    let (place, agency) = inner.rsplit_once(['(', '['])?;
    let agency = agency.trim();
    let words = agency.split_whitespace().count();
    if !(1..=6).contains(&words) || agency.chars().any(char::is_numeric) {
        return None;
    }
    let place = without_day(place.trim());
    if place.is_empty() {
        return Some((None, agency.to_owned()));
    }
    let is_credit = is_place(place) && (is_agency(agency) || words <= 3);
    is_credit.then(|| (Some(place.to_owned()), agency.to_owned()))
}

/// `ALEPPO, Dec 23` is the place ALEPPO.
fn without_day(place: &str) -> &str {
    match place.rsplit_once([',', '،']) {
        Some((rest, end)) if end.contains(char::is_numeric) => rest.trim(),
        _ => place,
    }
}

/// `Aleppo, SANA` and `سانا` and `Reuters`: known agencies need no brackets.
fn named_agency(head: &str) -> Option<(Option<String>, String)> {
    let head = head.trim();
    if is_agency(head) {
        return Some((None, head.to_owned()));
    }
    let (place, agency) = head.rsplit_once([',', '،', '/', '-', '–'])?;
    (is_agency(agency) && is_place(place))
        .then(|| (Some(place.trim().to_owned()), agency.trim().to_owned()))
}

/// A known agency at the start of the text behind a dash, and the text after it.
fn leading_agency(rest: &str) -> Option<(String, &str)> {
    for words in (1..=3).rev() {
        let end = rest
            .match_indices(' ')
            .nth(words - 1)
            .map_or(rest.len(), |(at, _)| at);
        let (agency, after) = rest.split_at_checked(end)?;
        let bare = agency.trim_end_matches([':', '-', '–', '—', '،', ',']);
        if is_agency(bare) {
            let after = after.trim_start_matches([' ', ':', '-', '–', '—', '،', ',']);
            return (!after.is_empty()).then(|| (bare.trim().to_owned(), after));
        }
    }
    None
}

/// A few words without a verb's length: a place, perhaps with its country.
fn is_place(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace().count();
    (1..=5).contains(&words)
        && !text.contains(['.', '!', '?', '؟', '"', '“', '«'])
        && text
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || !c.is_lowercase())
}

/// A place in capitals, perhaps with its country in small letters: `ALEPPO, Syria`.
fn is_shouted(head: &str) -> bool {
    let place = head.split([',', '(']).next().unwrap_or(head).trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && is_place(head) && place.chars().all(|c| !c.is_lowercase()) && place.is_ascii()
}

/// Levenshtein distance at most `limit`, by rows (R. Wagner, M. Fischer 1974).
fn edits_within(one: &str, other: &str, limit: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > limit || one.len() < 2 * limit {
        return one == other;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for ((b, above), above_left) in other.iter().zip(row.iter().skip(1)).zip(&row) {
            let left = next.last().copied().unwrap_or_default();
            next.push(
                (above_left + usize::from(a != b))
                    .min(above + 1)
                    .min(left + 1),
            );
        }
        row = next;
    }
    row.last().is_some_and(|&edits| edits <= limit)
}

static AGENCIES: LazyLock<HashSet<String>> = LazyLock::new(|| listed(NAMES).map(key).collect());

/// Agencies and broadcasters that papers of the region credit, in both scripts.
const NAMES: &str = "
    AP | A.P. | Associated Press | The Associated Press | AFP | A.F.P. | Agence France-Presse |
    Reuters | Thomson Reuters | dpa | DPA | UPI | EFE | ANSA | Xinhua | TASS | RIA Novosti |
    Interfax | Sputnik | Anadolu | Anadolu Agency | AA | SANA | Petra | WAM | MENA | SPA | QNA |
    KUNA | NNA | IRNA | Mehr | Fars | Tasnim | INA | WAFA | Hawar News | ANHA | Rudaw | CNN |
    BBC | Al Jazeera | Agencies | News agencies | Wires | Wire services | PTI | ANI | Kyodo |
    Yonhap | Bloomberg | CP | The Canadian Press | PA | PA Media | رويترز | سانا | أ ف ب | أ.ف.ب |
    فرانس برس | وكالة فرانس برس | د ب أ | د.ب.أ | أ ب | أسوشيتد برس | أسوشييتد برس |
    الأسوشيتد برس | الأناضول | وكالة الأناضول | وكالات | وكالات الأنباء | سبوتنيك | شينخوا | تاس |
    نوفوستي | إنترفاكس | قنا | وام | واس | بترا | كونا | وفا | أ ش أ | إرنا | تسنيم | فارس | واع |
    هاوار | رووداو | سي إن إن | بي بي سي | الجزيرة | العربية | الوكالة الوطنية للإعلام |
    دويتشه فيله | يو بي آي | آكي | وكالة آكي
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_kept_apart_from_the_text() {
        for (paragraph, shown, place, agency, rest) in [
            (
                "(Qasr Press)- The mayor spoke.",
                "(Qasr Press)-",
                None,
                "Qasr Press",
                "The mayor spoke.",
            ),
            (
                "(وكالة القصر)- تكلم العمدة",
                "(وكالة القصر)-",
                None,
                "وكالة القصر",
                "تكلم العمدة",
            ),
            (
                "ALEPPO (Reuters) - Rain fell.",
                "ALEPPO (Reuters) -",
                Some("ALEPPO"),
                "Reuters",
                "Rain fell.",
            ),
            (
                "دمشق، سوريا (CNN) -- هطل المطر",
                "دمشق، سوريا (CNN) --",
                Some("دمشق، سوريا"),
                "CNN",
                "هطل المطر",
            ),
            (
                "دمشق – سانا هطل المطر",
                "دمشق – سانا",
                Some("دمشق"),
                "سانا",
                "هطل المطر",
            ),
            (
                "دمشق-سانا: هطل المطر",
                "دمشق-سانا:",
                Some("دمشق"),
                "سانا",
                "هطل المطر",
            ),
            (
                "Damascus, SANA – Rain fell.",
                "Damascus, SANA –",
                Some("Damascus"),
                "SANA",
                "Rain fell.",
            ),
            ("وكالات – هطل المطر", "وكالات –", None, "وكالات", "هطل المطر"),
        ] {
            let credit = credit_of(paragraph).unwrap_or_default();
            assert_eq!(credit.shown, shown, "{paragraph}");
            assert_eq!(credit.place.as_deref(), place, "{paragraph}");
            assert_eq!(credit.agency.as_deref(), Some(agency), "{paragraph}");
            assert_eq!(credit.rest, rest, "{paragraph}");
        }
    }

    #[test]
    fn a_place_alone_stays_in_the_text() {
        let credit = credit_of("ALEPPO, Syria — Rain fell.").unwrap();
        assert_eq!(credit.place.as_deref(), Some("ALEPPO, Syria"));
        assert_eq!(credit.rest, "ALEPPO, Syria — Rain fell.");
        assert_eq!(credit.agency, None);
    }

    #[test]
    fn an_ordinary_beginning_is_no_credit() {
        for paragraph in [
            "The well-known baker spoke on Friday about flour.",
            "Rain fell - at last.",
            "قال العمدة: سنفتح الطريق",
            "US-led forces (about 40) - they left.",
            "",
        ] {
            assert_eq!(credit_of(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn an_outlet_is_known_in_another_spelling() {
        assert!(is_same_name("Qasr al-Press", "Qasr Al Pres"));
        assert!(!is_same_name("Reuters", "Rudaw"));
        assert!(is_agency("AFP, Reuters") && is_agency("رويترز + وكالات"));
    }
}
