//! Takes words that readers may not see out of texts and things.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{canonical, parsed};
use crate::db::DbError;

/// What stands where words were taken out.
const GAP: &str = "[…]";

/// Letters from which words are taken out wherever they stand, also inside others. Shorter ones, such
/// as a pronoun that a source goes by, would tear other words to pieces.
const INSIDE_LETTERS_MIN: usize = 4;

/// Arabic particles that are written together with the word after them.
const PARTICLES: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// A text without some words.
pub(super) fn text(text: &str, hidden: &[String]) -> String {
    let mut text = text.to_owned();
    for words in hidden.iter().filter(|words| !words.trim().is_empty()) {
        text = match words.chars().count() {
            INSIDE_LETTERS_MIN.. => text.replace(words.as_str(), GAP),
            _ => without_whole(&text, words),
        };
    }
    text
}

fn without_whole(text: &str, words: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(words) {
        left.push_str(before);
        let ends = !after.starts_with(char::is_alphanumeric);
        left.push_str(if begins(&left) && ends { GAP } else { words });
        rest = after;
    }
    left.push_str(rest);
    left
}

/// Whether a word begins after a text, or after a particle that is its last word.
fn begins(before: &str) -> bool {
    let bare = before.strip_suffix(PARTICLES).unwrap_or(before);
    [before, bare]
        .iter()
        .any(|text| !text.ends_with(char::is_alphanumeric))
}

/// A thing without some words, wherever they stand in it. Words of closed lists stay: the thing could
/// not be read without them, which is how they are told.
///
/// # Errors
/// When it cannot be written or read.
pub(super) fn thing<T: Serialize + DeserializeOwned>(
    thing: &T,
    hidden: &[String],
) -> Result<T, DbError> {
    let mut value: Value = parsed(&canonical(thing)?)?;
    let mut spots = Vec::new();
    find(&value, &mut String::new(), hidden, &mut spots);
    for spot in spots {
        let Some(found) = value.pointer_mut(&spot) else {
            continue;
        };
        let before = found.take();
        *found = Value::String(text(before.as_str().unwrap_or_default(), hidden));
        if parsed::<T>(&value.to_string()).is_err()
            && let Some(found) = value.pointer_mut(&spot)
        {
            *found = before;
        }
    }
    parsed(&value.to_string())
}

/// Where texts hold such words: JSON pointers (RFC 6901).
fn find(value: &Value, at: &mut String, hidden: &[String], spots: &mut Vec<String>) {
    let mut inner = |key: &str, item: &Value| {
        let end = at.len();
        at.push('/');
        at.push_str(&key.replace('~', "~0").replace('/', "~1"));
        find(item, at, hidden, spots);
        at.truncate(end);
    };
    match value {
        Value::String(words) if text(words, hidden) != *words => spots.push(at.clone()),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                inner(&number.to_string(), item);
            }
        }
        Value::Object(fields) => fields.iter().for_each(|(key, item)| inner(key, item)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{text, thing};

    fn hidden(words: &str) -> Vec<String> {
        vec![words.to_owned()]
    }

    #[test]
    fn a_name_goes_also_where_it_is_written_together_with_others() {
        let said = "قال أحمد وأحمد لأحمد";
        assert_eq!(text(said, &hidden("أحمد")), "قال […] و[…] ل[…]");
        assert_eq!(text("The Naser-led", &hidden("Naser")), "The […]-led");
    }

    #[test]
    fn a_short_word_goes_only_where_it_stands_by_itself() {
        let said = "he said the other had left; he, too";
        let left = "[…] said the other had left; […], too";
        assert_eq!(text(said, &hidden("he")), left);
        let said = "وقال علي إن عليه وعلي أن يعلم";
        assert_eq!(text(said, &hidden("علي")), "وقال […] إن عليه و[…] أن يعلم");
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        State,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Told {
        kind: Kind,
        parts: Vec<String>,
    }

    #[test]
    fn words_of_closed_lists_stay() {
        let told = Told {
            kind: Kind::State,
            parts: vec!["by the state itself".to_owned(), "none".to_owned()],
        };
        let shown = Told {
            kind: Kind::State,
            parts: vec!["by the […] itself".to_owned(), "none".to_owned()],
        };
        assert_eq!(thing(&told, &hidden("state")).unwrap(), shown);
    }
}
