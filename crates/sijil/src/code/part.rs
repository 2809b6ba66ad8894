//! The part of a form in which it is confirmed.

use sijil_ramz::{Place, Ramz};

use super::Problem;
use crate::db::UtcMillis;
use crate::web::Frame;

/// What the template `code/code.html` shows.
pub struct Part {
    /// For the form's hidden field.
    pub token: String,
    /// The name of a field that nobody sees.
    pub trap: String,
    /// How many digits the picture has.
    pub digits: usize,
    /// The picture's address.
    pub picture: String,
    /// The sound's address.
    pub sound: String,
    /// For the script that works instead.
    pub challenge: String,
    /// The question from the story, in words.
    pub question: Option<String>,
    /// Whether the question is asked beside the code rather than instead of it.
    pub is_question_asked: bool,
    /// What was wrong with the answer before, in words.
    pub problem: Option<String>,
    /// Which field it was wrong in.
    pub is_answer_wrong: bool,
}

impl Part {
    /// The part for a new code, after what went wrong with the one before.
    #[must_use]
    pub fn new(frame: &Frame, ramz: &Ramz, headline: &str, problem: Option<Problem>) -> Self {
        let token = ramz.token();
        let question = ramz.question(headline);
        let say = frame.say();
        let question = question.map(|question| {
            let ordinal = say.say(ordinal(question.place())).into_owned();
            say.with("code-question", &ordinal)
        });
        Self {
            picture: format!("/ramz/{token}.png"),
            sound: format!("/ramz/{token}.wav"),
            token,
            trap: ramz.trap(),
            digits: usize::from(ramz.digits()),
            challenge: ramz.challenge_json(),
            is_question_asked: ramz.asks_question() && question.is_some(),
            question,
            problem: problem.and_then(|problem| words(frame, problem)),
            is_answer_wrong: problem == Some(Problem::WrongAnswer),
        }
    }
}

/// The sentence for a word's place in the headline.
fn ordinal(place: Place) -> &'static str {
    match place {
        Place::Nth(1) => "code-word-first",
        Place::Nth(2) => "code-word-second",
        Place::Nth(3) => "code-word-third",
        Place::Nth(4) => "code-word-fourth",
        Place::Nth(_) => "code-word-fifth",
        Place::Last => "code-word-last",
    }
}

/// What a reader is told of a problem; nothing where there is no fault.
fn words(frame: &Frame, problem: Problem) -> Option<String> {
    let say = frame.say();
    let simple = match problem {
        Problem::Missing => return None,
        Problem::Stale => "code-stale",
        Problem::Unanswered => "code-unanswered",
        Problem::WrongCode => "code-wrong",
        Problem::WrongAnswer => "code-wrong-answer",
        Problem::Used => "code-used",
        Problem::LaneFull(UtcMillis(at)) => {
            return Some(say.with("code-lane-full", &say.time(UtcMillis(at))));
        }
        Problem::TooFast(wait_ms) => {
            let seconds = usize::try_from(wait_ms.unsigned_abs().div_ceil(1000));
            return Some(say.count("code-too-fast", seconds.unwrap_or(1)));
        }
    };
    Some(say.say(simple).into_owned())
}
