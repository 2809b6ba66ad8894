//! What a reader types into the search box.
//!
//! Words; "phrases" in any quotation marks, with `~2` for words in between; `-word` to leave out;
//! `a OR b`, also `a | b`; `=word` for this spelling only; `word*` for beginnings; `title:word`,
//! also `عنوان:`. Everything can be typed: what makes no sense as an operator is a word.

use sijil_text::{Lang, Script, tokens};

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed, as far as it was read.
    pub typed: String,
    /// What is looked for, each a list of alternatives.
    pub groups: Vec<Vec<Item>>,
    /// What must not be in a story.
    pub excluded: Vec<Item>,
    /// How many of the words a story must hold.
    pub matching: Matching,
}

/// One thing looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where to look.
    pub place: Place,
    /// For what.
    pub what: What,
}

/// Where a word must stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// In headline, standfirst or body.
    #[default]
    Anywhere,
    /// In the headline.
    Title,
}

/// What is looked for. The texts are as typed, each a single word except the phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A word in any of its forms.
    Word(String),
    /// A word in this spelling only.
    Spelling(String),
    /// Words that begin so.
    Beginning(String),
    /// Words in this order, at most `slop` others between them in all.
    Phrase {
        /// As typed, without the quotation marks.
        text: String,
        /// 0 to 9.
        slop: u32,
    },
}

/// How many of the plain words a story must hold. Phrases, spellings and beginnings always count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Matching {
    /// Most: both of two, all but one of three to five, seven in ten of more.
    #[default]
    Most,
    /// Every one.
    All,
    /// One is enough.
    Any,
}

/// Characters of a query that are read.
const CHARS_MAX: usize = 256;

/// Words of a query that are looked for, those of phrases included.
const WORDS_MAX: usize = 16;

const QUOTES: [char; 8] = ['"', '«', '»', '“', '”', '„', '‹', '›'];

const TITLE: [&str; 4] = ["title:", "عنوان:", "العنوان:", "Title:"];

impl Query {
    /// Understands `typed`. Only its first 256 characters and 16 words count.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let text: String = typed.chars().take(CHARS_MAX).collect();
        let mut reader = Reader {
            query: Self::default(),
            words_left: WORDS_MAX,
            joins_next: false,
        };
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            rest = reader.one(rest).trim_start();
        }
        Self {
            typed: text.trim().to_owned(),
            ..reader.query
        }
    }

    /// Whether nothing is looked for and nothing left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.excluded.is_empty()
    }

    /// The language of the words, if all of them are in its script.
    pub(crate) fn lang(&self) -> Option<Lang> {
        let scripts: Vec<Script> = tokens(&self.typed)
            .into_iter()
            .map(|token| token.script)
            .filter(|script| *script != Script::Digit)
            .collect();
        let all =
            |wanted: Script| !scripts.is_empty() && scripts.iter().all(|script| *script == wanted);
        if all(Script::Arabic) {
            Some(Lang::Ar)
        } else if all(Script::Latin) {
            Some(Lang::En)
        } else {
            None
        }
    }
}

struct Reader {
    query: Query,
    words_left: usize,
    /// The next item is an alternative to the one before it.
    joins_next: bool,
}

impl Reader {
    /// Reads one item off the front of `text` and returns what follows.
    fn one<'a>(&mut self, text: &'a str) -> &'a str {
        if let Some(rest) = or_operator(text) {
            self.joins_next = !self.query.groups.is_empty();
            return rest;
        }
        let (is_excluded, text) = flag(text, "-");
        let (place, text) = place(text);
        let (is_spelling, text) = flag(text, "=");
        if let Some((phrase, slop, rest)) = quoted(text) {
            self.add(
                is_excluded,
                Item {
                    place,
                    what: What::Phrase {
                        text: phrase.to_owned(),
                        slop,
                    },
                },
            );
            return rest;
        }
        let after_mark = text.strip_prefix(QUOTES).unwrap_or(text);
        let end = after_mark.find(|letter: char| {
            letter.is_whitespace() || QUOTES.contains(&letter) || letter == '|'
        });
        let (word, rest) = after_mark
            .split_at_checked(end.unwrap_or(after_mark.len()))
            .unwrap_or((after_mark, ""));
        self.word(is_excluded, is_spelling, place, word);
        let is_stuck = rest.len() == text.len();
        if is_stuck { skip_one(rest) } else { rest }
    }

    /// Adds a run of letters without spaces, which may hold several words (cease-fire, الـBBC).
    fn word(&mut self, is_excluded: bool, is_spelling: bool, place: Place, run: &str) {
        let words: Vec<&str> = tokens(run)
            .into_iter()
            .filter_map(|token| run.get(token.range))
            .collect();
        let is_beginning = run.ends_with('*');
        match words.as_slice() {
            [] => {}
            [_, _, ..] if is_excluded || is_spelling => {
                self.add(
                    is_excluded,
                    Item {
                        place,
                        what: What::Phrase {
                            text: run.to_owned(),
                            slop: 0,
                        },
                    },
                );
            }
            [others @ .., last] => {
                for word in others {
                    self.add(
                        is_excluded,
                        Item {
                            place,
                            what: What::Word((*word).to_owned()),
                        },
                    );
                }
                let last = (*last).to_owned();
                let what = match (is_beginning, is_spelling) {
                    (true, _) => What::Beginning(last),
                    (false, true) => What::Spelling(last),
                    (false, false) => What::Word(last),
                };
                self.add(is_excluded, Item { place, what });
            }
        }
    }

    fn add(&mut self, is_excluded: bool, item: Item) {
        let words = match &item.what {
            What::Word(_) | What::Spelling(_) | What::Beginning(_) => 1,
            What::Phrase { text, .. } => tokens(text).len(),
        };
        let joins = std::mem::take(&mut self.joins_next);
        if words == 0 || words > self.words_left {
            return;
        }
        self.words_left -= words;
        if is_excluded {
            self.query.excluded.push(item);
        } else if joins && let Some(group) = self.query.groups.last_mut() {
            group.push(item);
        } else {
            self.query.groups.push(vec![item]);
        }
    }
}

fn or_operator(text: &str) -> Option<&str> {
    let after_word = text
        .strip_prefix("OR")
        .filter(|rest| rest.starts_with(char::is_whitespace));
    after_word.or_else(|| text.strip_prefix('|'))
}

/// Whether `text` starts with a sign that has something right after it.
fn flag<'a>(text: &'a str, sign: &str) -> (bool, &'a str) {
    match text.strip_prefix(sign) {
        Some(rest)
            if rest
                .chars()
                .next()
                .is_some_and(|next| !next.is_whitespace()) =>
        {
            (true, rest)
        }
        _ => (false, text),
    }
}

fn place(text: &str) -> (Place, &str) {
    for name in TITLE {
        let (is_title, rest) = flag(text, name);
        if is_title {
            return (Place::Title, rest);
        }
    }
    (Place::Anywhere, text)
}

/// A phrase in quotation marks at the start of `text`, its slop, and what follows. Any mark closes
/// any other: keyboards mix them up.
fn quoted(text: &str) -> Option<(&str, u32, &str)> {
    let inner = text.strip_prefix(QUOTES)?;
    let (phrase, rest) = inner.split_once(QUOTES)?;
    let after_tilde = rest.strip_prefix('~').unwrap_or_default();
    let digit = after_tilde.chars().next().filter(char::is_ascii_digit);
    match digit.and_then(|digit| digit.to_digit(10)) {
        Some(slop) => Some((phrase, slop, skip_one(after_tilde))),
        None => Some((phrase, 0, rest)),
    }
}

fn skip_one(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The query in a short notation: groups parted by spaces, alternatives by `|`.
    fn shown(query: &Query) -> String {
        let one = |item: &Item| {
            let place = match item.place {
                Place::Anywhere => "",
                Place::Title => "title:",
            };
            match &item.what {
                What::Word(word) => format!("{place}{word}"),
                What::Spelling(word) => format!("{place}={word}"),
                What::Beginning(word) => format!("{place}{word}*"),
                What::Phrase { text, slop } => format!("{place}[{text}]~{slop}"),
            }
        };
        let groups = query
            .groups
            .iter()
            .map(|group| group.iter().map(one).collect::<Vec<_>>().join("|"));
        let excluded = query.excluded.iter().map(|item| format!("-{}", one(item)));
        groups.chain(excluded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_typed_is_understood() {
        for (typed, expected) in [
            ("truce in Hama", "truce in Hama"),
            ("هدنة حماة", "هدنة حماة"),
            ("\"two words\"~2 x", "[two words]~2 x"),
            ("«وقف إطلاق النار» “a b”", "[وقف إطلاق النار]~0 [a b]~0"),
            ("-raqqa truce", "truce -raqqa"),
            ("a OR b c", "a|b c"),
            ("a | b|c", "a|b|c"),
            ("=قوات قوا*", "=قوات قوا*"),
            (
                "title:truce عنوان:هدنة -title:\"x y\"",
                "title:truce title:هدنة -title:[x y]~0",
            ),
            ("cease-fire الـBBC", "cease fire ال BBC"),
            ("=cease-fire -cease-fire", "[cease-fire]~0 -[cease-fire]~0"),
            // Operators that make no sense are words, or nothing.
            ("", ""),
            ("- = * \" ~ | OR", "OR"),
            ("OR x", "x"),
            ("\"unclosed phrase", "unclosed phrase"),
            ("a -", "a"),
            ("title: x", "title x"),
            ("author:x", "author x"),
        ] {
            assert_eq!(shown(&Query::parse(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn only_so_much_is_read() {
        assert_eq!(Query::parse(&"كلمة ".repeat(100)).groups.len(), WORDS_MAX);
        assert_eq!(Query::parse(&"x".repeat(10_000)).groups.len(), 1);
    }

    proptest! {
        #[test]
        fn everything_is_understood(typed in "\\PC*", signs in "[-=*\"«»|~: aOR\u{627}\u{644}\u{200F}]{0,60}") {
            for typed in [&typed, &signs] {
                let query = Query::parse(typed);
                prop_assert!(query.groups.iter().map(Vec::len).sum::<usize>() + query.excluded.len() <= WORDS_MAX);
            }
        }
    }
}
