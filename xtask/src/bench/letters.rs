//! Comments that are ready to be sent, each with a code of its own that was answered beforehand, as
//! a reader without script answers it: by the question from the story.

use anyhow::{Context as _, Result, bail};

use super::wire::{Wire, between};

/// Readers behind one network: as many as its budget lets through at once.
const PER_NETWORK: usize = 40;
/// How the question names its word, in the order of the words.
const PLACES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// The story that is written under.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    /// Where comments are sent.
    pub(crate) action: String,
    words: Vec<String>,
}

impl Story {
    /// Reads a story's page; nothing where it takes no comments or its headline is not in plain
    /// letters.
    pub(crate) fn read(wire: &mut Wire, path: &str) -> Result<Option<Self>> {
        let mut page = wire.get(path)?.text();
        let headline = between(&page, "<h1", "</h1>").unwrap_or_default();
        let headline = headline.split_once('>').map_or("", |(_, words)| words);
        let words: Vec<String> = headline.split_whitespace().map(str::to_owned).collect();
        // Without letters that a page or a form would write otherwise.
        let is_plain = headline.is_ascii() && !headline.contains('&');
        if words.len() < PLACES.len() || !is_plain {
            return Ok(None);
        }
        if between(&page, "action=\"/en/comments/", "\"").is_none() {
            page = wire.get(&format!("{path}comments/"))?.text();
        }
        let id = between(&page, "action=\"/en/comments/", "\"");
        Ok(id.map(|id| Self {
            action: format!("/en/comments/{id}"),
            words,
        }))
    }

    /// The answer to a question in words.
    pub(crate) fn answer(&self, question: &str) -> Option<&str> {
        let named = |place: &&str| question.contains(&format!(" {place} "));
        let place = PLACES.iter().position(named);
        let word = match place {
            Some(place) => self.words.get(place),
            None => self.words.last(),
        };
        word.map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()))
    }
}

/// Comment number `number`: the bytes of its request, with its code answered.
pub(crate) fn ready(wire: &mut Wire, story: &Story, number: usize) -> Result<Vec<u8>> {
    ready_from(wire, story, number, &network(number / PER_NETWORK))
}

/// A network of its own for each number.
pub(crate) fn network(number: usize) -> String {
    let byte = |shift: u32| number >> shift & 255;
    format!("10.{}.{}.{}", byte(16), byte(8), byte(0))
}

/// The same from a network of one's choice.
pub(crate) fn ready_from(
    wire: &mut Wire,
    story: &Story,
    number: usize,
    network: &str,
) -> Result<Vec<u8>> {
    let typed = format!(
        "name=Reader+{number}&email=&text=Water+came+back+to+our+street+on+day+{number}%2C+and+\
         the+pump+by+the+bridge+runs+again.+Who+repaired+it%3F"
    );
    let first = wire.form(&story.action, &typed, network);
    let said = wire.ask(&first)?;
    if said.status != 200 {
        bail!("a comment without a code is answered with {}", said.status);
    }
    let page = said.text();
    let token = between(&page, "name=\"ramz\" value=\"", "\"").context("the form has a code")?;
    let question = between(&page, "for=\"code-answer\">", "<")
        .context("the form asks a question from the story")?;
    let answer = story
        .answer(question)
        .context("the question can be answered")?;
    let body = format!("{typed}&ramz={token}&answer={answer}");
    Ok(wire.form(&story.action, &body, network))
}

#[cfg(test)]
mod tests {
    use super::Story;

    #[test]
    fn a_question_is_answered_as_a_reader_would() {
        let words = "Water returns to Marj after: nine days.";
        let story = Story {
            action: String::new(),
            words: words.split(' ').map(str::to_owned).collect(),
        };
        for (question, wanted) in [
            ("Write the first word of the headline", "Water"),
            ("Write the fifth word of the headline", "after"),
            ("Write the last word of the headline", "days"),
        ] {
            assert_eq!(story.answer(question), Some(wanted));
        }
    }
}
