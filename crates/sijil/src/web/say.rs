//! The interface's sentences in both languages, from `locales/*.ftl` (Fluent 1.0 syntax), and
//! dates and numbers as each language writes them.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sijil_text::{Day, Digits, Lang, number};

use crate::clock::Zone;
use crate::db::UtcMillis;

const ARABIC: &str = include_str!("../../locales/ar.ftl");
const ENGLISH: &str = include_str!("../../locales/en.ftl");

/// A value that stands in a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// Words.
    Text(&'a str),
    /// A number that the sentence agrees with.
    Count(i64),
}

/// The sentences of one language.
pub struct Say {
    lang: Lang,
    digits: Digits,
    zone: Zone,
    bundle: FluentBundle<FluentResource>,
}

impl Say {
    /// The sentences of `lang`; its days are counted in `zone`.
    ///
    /// # Panics
    /// Never: the files are part of the program, and a test reads them.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the locale files are compiled in and read by a test"
    )]
    pub fn new(lang: Lang, digits: Digits, zone: Zone) -> Self {
        let (text, name) = match lang {
            Lang::Ar => (ARABIC, "ar"),
            Lang::En => (ENGLISH, "en"),
        };
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, errors)| errors)
            .expect("the locale file is Fluent");
        let language = name.parse().expect("a language code is a language");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match digits {
            Digits::Latin => latin_number,
            Digits::Arabic => arabic_number,
        }));
        bundle
            .add_resource(resource)
            .expect("no sentence stands twice");
        Self {
            lang,
            digits,
            zone,
            bundle,
        }
    }

    /// The sentence of that name; the name itself, and a line in the log, when there is none.
    pub fn say(&self, name: &str) -> Cow<'_, str> {
        self.format(name, None)
    }

    /// The names of the sentences that begin so, without their beginning.
    pub fn names_below(beginning: &str) -> impl Iterator<Item = &'static str> {
        let names = ENGLISH.lines().filter_map(|line| line.split_once(" = "));
        names.filter_map(move |(name, _)| name.strip_prefix(beginning))
    }

    /// The numbers' digits by their name in Unicode's CLDR: `arab` or `latn`.
    #[must_use]
    pub fn numbering(&self) -> &'static str {
        match (self.lang, self.digits) {
            (Lang::Ar, Digits::Arabic) => "arab",
            (Lang::Ar, Digits::Latin) | (Lang::En, _) => "latn",
        }
    }

    /// A sentence with one text in it, named `what`.
    pub fn with(&self, name: &str, what: &str) -> String {
        let mut args = FluentArgs::new();
        args.set("what", what);
        self.format(name, Some(&args)).into_owned()
    }

    /// A sentence with a number in it, named `count`, in the language's plural form.
    pub fn count(&self, name: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.format(name, Some(&args)).into_owned()
    }

    /// A sentence with several values in it, each under its name.
    pub fn fill(&self, name: &str, parts: &[(&'static str, Part<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (key, part) in parts {
            match part {
                Part::Text(text) => args.set(*key, *text),
                Part::Count(count) => args.set(*key, *count),
            }
        }
        self.format(name, Some(&args)).into_owned()
    }

    /// A number as the language writes it.
    pub fn number(&self, n: usize) -> String {
        number(u64::try_from(n).unwrap_or(u64::MAX), self.lang, self.digits)
    }

    /// The day of an instant, in words.
    pub fn date(&self, at: UtcMillis) -> String {
        self.day(self.zone.day(at))
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        day.in_words(self.lang, self.digits)
    }

    /// The day of an instant as cards have room for it: in Arabic with the first of a month's two
    /// names, the Levant's.
    pub fn short_date(&self, at: UtcMillis) -> String {
        let words = self.date(at);
        let Some((start, rest)) = words.split_once('/') else {
            return words;
        };
        match rest.rsplit_once(' ') {
            Some((_, year)) => format!("{start} {year}"),
            None => words,
        }
    }

    /// Day and time of a recent instant: no year.
    pub fn short_moment(&self, at: UtcMillis) -> String {
        let date = self.short_date(at);
        let day = date.rsplit_once(' ').map_or(date.as_str(), |(day, _)| day);
        self.day_and_time(day, at)
    }

    /// A day in words, with its weekday.
    pub fn full_day(&self, day: Day) -> String {
        let mut args = FluentArgs::new();
        args.set("weekday", day.weekday().name(self.lang));
        args.set("day", self.day(day));
        self.format("weekday-and-day", Some(&args)).into_owned()
    }

    /// Day and time of an instant.
    pub fn moment(&self, at: UtcMillis) -> String {
        self.day_and_time(&self.date(at), at)
    }

    fn day_and_time(&self, day: &str, at: UtcMillis) -> String {
        let mut args = FluentArgs::new();
        args.set("day", day);
        args.set("time", self.time(at));
        self.format("day-and-time", Some(&args)).into_owned()
    }

    /// Time of day.
    pub fn time(&self, at: UtcMillis) -> String {
        let (hour, minute) = self.zone.time(at);
        self.digits.write(&format!("{hour:02}:{minute:02}"))
    }

    /// For machines: the day of an instant, `yyyy-mm-dd`.
    pub fn iso_day(&self, at: UtcMillis) -> String {
        self.zone.day(at).to_string()
    }

    /// For machines: RFC 3339.
    pub fn rfc3339(&self, at: UtcMillis) -> String {
        self.zone.rfc3339(at)
    }

    fn format(&self, name: &str, args: Option<&FluentArgs<'_>>) -> Cow<'_, str> {
        let Some(pattern) = self
            .bundle
            .get_message(name)
            .and_then(|message| message.value())
        else {
            tracing::error!(name, lang = self.lang.code(), "a sentence is missing");
            return Cow::Owned(name.to_owned());
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(name, ?errors, "a sentence cannot be formed");
        }
        said
    }
}

fn latin_number(
    value: &FluentValue<'_>,
    _: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    formatted(value, Lang::En, Digits::Latin)
}

fn arabic_number(
    value: &FluentValue<'_>,
    _: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    formatted(value, Lang::Ar, Digits::Arabic)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of stories are whole, not negative and far below 2^53"
)]
fn formatted(value: &FluentValue<'_>, lang: Lang, digits: Digits) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => {
            Some(number(value.max(0.0) as u64, lang, digits))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_counts_in_its_six_forms() {
        let say = Say::new(Lang::Ar, Digits::Arabic, Zone::utc());
        for (count, wanted) in [
            (0, "لا نتائج"),
            (1, "نتيجة واحدة"),
            (2, "نتيجتان"),
            (3, "٣ نتائج"),
            (11, "١١ نتيجة"),
            (100, "١٠٠ نتيجة"),
        ] {
            assert_eq!(say.count("results", count), wanted);
        }
    }

    #[test]
    fn cards_have_one_name_of_the_month_and_the_newest_no_year() {
        let noon = Zone::utc().instant(Day::parse("2026-11-22").unwrap(), 12);
        let arabic = Say::new(Lang::Ar, Digits::Arabic, Zone::utc());
        assert_eq!(arabic.short_date(noon), "٢٢ تشرين الثاني ٢٠٢٦");
        assert_eq!(arabic.short_moment(noon), "٢٢ تشرين الثاني، ١٢:٠٠");
        let english = Say::new(Lang::En, Digits::Latin, Zone::utc());
        assert_eq!(english.short_date(noon), "22 November 2026");
        assert_eq!(english.short_moment(noon), "22 November, 12:00");
    }

    #[test]
    fn english_counts_in_its_two_forms() {
        let say = Say::new(Lang::En, Digits::Latin, Zone::utc());
        for (count, wanted) in [(0, "No results"), (1, "1 result"), (1200, "1,200 results")] {
            assert_eq!(say.count("results", count), wanted);
        }
    }
}
