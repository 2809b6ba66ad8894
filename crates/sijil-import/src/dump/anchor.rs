//! Lines that a page's machinery wrote: votes, counts of comments, days, bylines.

use sijil_text::{Certainty, Day, find_day, fold_light};

use crate::label::{key, listed};

/// Votes for and against, from `(54) (51)`, `Like (54) Dislike (51)` or `مع (٥٤) ضد (٥١)`.
pub(crate) fn votes(line: &str) -> Option<(u64, u64)> {
    let [votes_for, votes_against] = numbers(line).as_slice().try_into().ok()?;
    let key = key(line);
    let words: Vec<&str> = key
        .split(' ')
        .filter(|word| !word.chars().all(char::is_numeric))
        .collect();
    let is_known = if words.is_empty() {
        in_brackets(line)
    } else {
        listed(VOTE_WORDS).any(|known| self::key(known) == words.join(" "))
    };
    is_known.then_some((votes_for, votes_against))
}

/// A single bracketed number, one half of a vote line that was broken in two.
pub(crate) fn half_vote(line: &str) -> Option<u64> {
    let [number] = numbers(line).as_slice().try_into().ok()?;
    let bare = fold_light(line);
    let is_bare = bare
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '(' | ')'));
    (is_bare && bare.contains('(')).then_some(number)
}

/// The number of comments that a line declares.
pub(crate) fn comment_count(line: &str) -> Option<u64> {
    let [count] = numbers(line).as_slice().try_into().ok()?;
    let key = key(line);
    let words: Vec<&str> = key
        .split(' ')
        .filter(|word| !word.chars().all(char::is_numeric))
        .collect();
    listed(COUNT_WORDS)
        .any(|known| self::key(known) == words.join(" "))
        .then_some(count)
}

/// The day of publication, when the whole line is about nothing else.
pub(crate) fn day_line(line: &str) -> Option<(Day, Certainty)> {
    if line.chars().count() > 90 {
        return None;
    }
    let found = find_day(line)?;
    let before = line.get(..found.range.start)?;
    let after = line.get(found.range.end..)?;
    let rest = key(&format!("{before} {after}"));
    let unknown = rest
        .split(' ')
        .filter(|word| !word.is_empty() && !word.chars().any(char::is_numeric))
        .filter(|word| !listed(DAY_WORDS).any(|known| key(known) == **word))
        .count();
    (unknown <= 1).then_some((found.day, found.certainty))
}

/// The writers that a byline names: `By Layla Haddad`, `بقلم: ليلى حداد`.
pub(crate) fn byline(line: &str) -> Option<Vec<String>> {
    if line.chars().count() > 80 || line.ends_with(['.', '؟', '?', '!']) {
        return None;
    }
    let folded = fold_light(line);
    let cue = listed(BYLINE_CUES).find(|cue| {
        let cue = fold_light(cue);
        folded
            .strip_prefix(cue.as_str())
            .is_some_and(|rest| rest.starts_with([' ', ':', '/', '-']))
    })?;
    let words = cue.split(' ').count();
    let cut = line.match_indices([' ', ':', '/', '-']).nth(words - 1)?.0;
    let names = line
        .get(cut..)?
        .trim_start_matches([' ', ':', '/', '-', '–']);
    let names = crate::byline::names_in(names);
    (!names.is_empty()).then_some(names)
}

/// Every whole number in the line, in whichever digits.
fn numbers(line: &str) -> Vec<u64> {
    fold_light(line)
        .replace(',', "")
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

fn in_brackets(line: &str) -> bool {
    let opened = line.matches('(').count();
    opened == 2 && line.matches(')').count() == 2
}

const VOTE_WORDS: &str = "
    like dislike | likes dislikes | agree disagree | for against | yes no | up down |
    thumbs up thumbs down | votes for votes against | أعجبني لم يعجبني | مع ضد | موافق غير موافق |
    أوافق لا أوافق | نعم لا | أؤيد أعارض | مؤيد معارض
";

const COUNT_WORDS: &str = "
    total comments | comments | comment | number of comments | comments count | عدد التعليقات |
    التعليقات | تعليقات | تعليق | مجموع التعليقات | إجمالي التعليقات | عدد الردود | الردود
";

const DAY_WORDS: &str = "
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | wed | thu |
    fri | sat | sun | published | publish | date | posted | on | at | updated | last | update |
    added | time | am | pm | gmt | utc | est | edt | by | الاثنين | الإثنين | الثلاثاء |
    الأربعاء | الخميس | الجمعة | السبت | الأحد | تاريخ | النشر | نشر | في | تم | نشره | يوم |
    الساعة | آخر | تحديث | التحديث | بتاريخ | ص | م | صباحا | مساء | بتوقيت | دمشق | غرينتش |
    الموافق | ه | هـ
";

const BYLINE_CUES: &str = "
    By | Written by | Reported by | Report by | Story by | بقلم | كتب | كتبت | كتبها | إعداد |
    تحرير | تقرير | خاص | ترجمة | مراسل | حوار | أجرى الحوار
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_read_in_both_languages() {
        for (line, expected) in [
            ("(12)    (3)", Some((12, 3))),
            ("(١٢) (٣)", Some((12, 3))),
            ("Like (12) Dislike (3)", Some((12, 3))),
            ("مع (١٢) ضد (٣)", Some((12, 3))),
            ("12 3", None),
            ("Between (12) and (3) were hurt", None),
        ] {
            assert_eq!(votes(line), expected, "{line}");
        }
        assert_eq!(half_vote("(54)"), Some(54));
    }

    #[test]
    fn the_declared_count_of_comments_is_read() {
        for (line, expected) in [
            ("Total Comments (0)", Some(0)),
            ("1,204 Comments", Some(1204)),
            ("عدد التعليقات: ٣", Some(3)),
            ("التعليقات (12)", Some(12)),
            ("12 people left comments", None),
        ] {
            assert_eq!(comment_count(line), expected, "{line}");
        }
    }

    #[test]
    fn a_day_line_is_about_nothing_but_the_day() {
        for (line, expected) in [
            (
                "Published: Friday, November 24, 2017 10:30 am",
                Some("2017-11-24"),
            ),
            (
                "تاريخ النشر: ٢٤ تشرين الثاني/نوفمبر ٢٠١٧",
                Some("2017-11-24"),
            ),
            ("The council met on November 24, 2017 in the old hall", None),
        ] {
            let found = day_line(line).map(|(day, _)| day.to_string());
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_byline_needs_its_cue() {
        for (line, expected) in [
            (
                "By Layla Haddad and Omar Nasser",
                vec!["Layla Haddad", "Omar Nasser"],
            ),
            ("بقلم: ليلى حداد", vec!["ليلى حداد"]),
            ("كتبت ليلى حداد", vec!["ليلى حداد"]),
        ] {
            assert_eq!(byline(line).unwrap(), expected, "{line}");
        }
        assert_eq!(byline("Bypass road opens"), None);
    }
}
