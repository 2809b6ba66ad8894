//! Text in Arabic and English: languages, folding, stemming, slugs, days, safe HTML.
//!
//! Knows nothing of newsrooms, HTTP or SQL. Each file holds one idea; this one only names them.
#![warn(missing_docs)]

mod addressed;
mod analyse;
mod count;
mod date;
mod date_parts;
mod fold;
mod hijri;
mod html;
mod lang;
mod language;
mod months;
mod notes;
mod number;
mod ordinals;
mod pictures;
mod plain;
mod slug;
mod spoof;
mod stem;
mod stop;
mod subset;
mod token;
mod visible_date;
mod written;

pub use analyse::{Term, Word, exact, stemmed, words};
pub use count::word_count;
pub use date::{Day, DayError, Weekday};
pub use fold::{fold, fold_light, lowercase};
pub use html::SafeHtml;
pub use lang::{Lang, UnknownLang};
pub use language::{Language, detect};
pub use months::{Calendar, month_names};
pub use number::{Digits, Plural, number, plural, signed_number};
pub use ordinals::arabic_ordinal;
pub use plain::{PlainText, plain_text};
pub use slug::{Slug, SlugError};
pub use spoof::{clean_block, clean_line, isolate};
pub use stem::{light10, porter2};
pub use stop::{is_arabic_stop_word, is_english_stop_word};
pub use token::{Script, Token, tokens};
pub use visible_date::{Certainty, Found, days_in, find_day};
