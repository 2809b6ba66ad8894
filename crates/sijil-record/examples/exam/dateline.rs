//! The dateline of a story: what it says of where and when the text comes from.

use sijil_record::{Span, Story, tokens};

/// What stands before a story's text.
#[derive(Debug, Default)]
pub(crate) struct Dateline {
    words: Vec<String>,
    /// Year, month and day.
    day: Option<(i64, i64, i64)>,
}

/// The months as the keys and the stories abbreviate them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Words that tell news from history.
const TIMES: [&str; 18] = [
    "today",
    "yesterday",
    "tonight",
    "morning",
    "night",
    "afternoon",
    "recent",
    "recently",
    "years",
    "year",
    "months",
    "weeks",
    "ago",
    "since",
    "war",
    "days",
    "week",
    "last",
];

/// Days in a month, near enough to tell an event of this week from one of last month.
const MONTH_DAYS: i64 = 30;

impl Dateline {
    /// Reads what stands in `head`.
    pub(crate) fn read(head: &str) -> Self {
        let found = tokens(head, Span::new(0, head.len()));
        let words: Vec<String> = found.into_iter().map(|token| token.folded).collect();
        let day = words.windows(3).find_map(|run| match run {
            [day, month, year] => {
                let year: i64 = year.parse().ok()?;
                let century = if year < 100 { 1900 } else { 0 };
                Some((century + year, month_of(month)?, day.parse().ok()?))
            }
            _ => None,
        });
        let is_word = |word: &String| word.chars().all(char::is_alphabetic);
        Self {
            words: words.into_iter().filter(is_word).collect(),
            day,
        }
    }

    /// The week of the text, counted from nowhere in particular; 0 when it has no date.
    pub(crate) fn week(&self) -> usize {
        let (year, month, day) = self.day.unwrap_or_default();
        let days = year * 372 + month * 31 + day;
        usize::try_from(days / 7).unwrap_or_default()
    }

    /// The words of the dateline, and how long before it the sentence `at` of `story` says things
    /// happened.
    pub(crate) fn features(&self, story: &Story<'_>, at: usize, seen: &mut Vec<String>) {
        seen.extend(self.words.iter().map(|word| format!("~d={word}")));
        let Some(sentence) = story.sentences.get(at) else {
            return;
        };
        let words: Vec<&str> = sentence
            .tokens
            .iter()
            .map(|token| token.folded.as_str())
            .collect();
        let times = words.iter().filter(|word| TIMES.contains(word));
        seen.extend(times.map(|word| format!("time={word}")));
        let Some((year, month, day)) = self.day else {
            return;
        };
        let years = words
            .iter()
            .filter_map(|word| word.parse::<i64>().ok())
            .filter(|told| (1900..2000).contains(told));
        seen.extend(years.map(|told| format!("year={}", (told - year).clamp(-3, 1))));
        for run in words.windows(2) {
            let [told, in_month] = run else { continue };
            let (Ok(told), Some(in_month)) = (told.parse::<i64>(), month_of(in_month)) else {
                continue;
            };
            let days = (month - in_month) * MONTH_DAYS + day - told;
            let days = if days < -5 { days + 365 } else { days };
            let step = [0, 1, 3, 7, 14, 30, 60, 120]
                .iter()
                .take_while(|step| days > **step)
                .count();
            seen.push(format!("days={step}"));
        }
    }
}

/// The number of the month that `word` names in full or abbreviated.
fn month_of(word: &str) -> Option<i64> {
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    let is_name = word.chars().all(char::is_alphabetic) && word.len() <= "september".len();
    i64::try_from(at + 1).ok().filter(|_| is_name)
}
