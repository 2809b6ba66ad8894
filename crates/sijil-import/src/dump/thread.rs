//! The end of a dump: votes, the declared count, the comments, the comment form.

use super::anchor;
use super::line::Line;
use crate::incoming::{Comment, Incoming, LeftOut};
use crate::label::{Label, label_of};
use sijil_text::days_in;

/// A line that long is what a commenter wrote, never a name.
const NAME_CHARS_MAX: usize = 50;

/// Reads the lines from the first vote or comment line to the end of the page.
pub(super) fn read(tail: &[Line], incoming: &mut Incoming) {
    let mut thread = Thread::default();
    let mut lines = tail.iter().peekable();
    while let Some(line) = lines.next() {
        let next = lines
            .peek()
            .map(|next| next.text.as_str())
            .unwrap_or_default();
        let why = if let Some((votes_for, votes_against)) = anchor::votes(&line.text) {
            set_votes(incoming, votes_for, votes_against)
        } else if let (Some(votes_for), Some(votes_against), None) = (
            anchor::half_vote(&line.text),
            anchor::half_vote(next),
            incoming.votes_for,
        ) {
            if let Some(second) = lines.next() {
                let why = "votes, kept as such";
                incoming
                    .left_out
                    .push(LeftOut::new(second.number, &second.text, why));
            }
            set_votes(incoming, votes_for, votes_against)
        } else if let Some(count) = anchor::comment_count(&line.text) {
            incoming.comments_declared.get_or_insert(count);
            "count of comments, kept as such"
        } else if let Some(label) = label_of(&line.key).filter(|_| !thread.awaits_text()) {
            thread.is_over |= label == Label::CommentForm;
            label.why()
        } else if thread.is_over
            || line.text.starts_with('*')
            || incoming.comments_declared == Some(0)
        {
            thread.is_over = true;
            "after the comments"
        } else {
            thread.push(line);
            continue;
        };
        incoming
            .left_out
            .push(LeftOut::new(line.number, &line.text, why));
    }
    incoming.comments = thread.finish();
    let found = u64::try_from(incoming.comments.len()).unwrap_or(u64::MAX);
    if let Some(declared) = incoming
        .comments_declared
        .filter(|&declared| declared != found)
    {
        incoming.doubts.push(format!(
            "the page declares {declared} comments, {found} were found"
        ));
    }
}

fn set_votes(incoming: &mut Incoming, votes_for: u64, votes_against: u64) -> &'static str {
    incoming.votes_for = Some(votes_for);
    incoming.votes_against = Some(votes_against);
    "votes, kept as such"
}

/// Comments as they are gathered: a short line opens one, what follows is its text.
#[derive(Debug, Default)]
struct Thread {
    comments: Vec<Comment>,
    is_over: bool,
}

impl Thread {
    /// A name stands alone so far: the next line is its text, even if it says "Comment".
    fn awaits_text(&self) -> bool {
        self.comments
            .last()
            .is_some_and(|comment| comment.text.is_empty())
    }

    fn push(&mut self, line: &Line) {
        let is_short = line.text.chars().count() <= NAME_CHARS_MAX && !line.ends_sentence();
        let day = days_in(&line.text).into_iter().next();
        let awaits_text = self.awaits_text();
        if let Some(comment) = self.comments.last_mut().filter(|_| awaits_text) {
            if is_short && day.is_some() && comment.date.is_none() {
                comment.date = Some(line.text.clone());
            } else {
                comment.text.clone_from(&line.text);
            }
            return;
        }
        if !is_short || (!line.opens_block && !self.comments.is_empty()) {
            self.add_text(&line.text);
            return;
        }
        let (name, date) = match day.and_then(|day| line.text.split_at_checked(day.range.start)) {
            Some((name, date)) => (name, Some(date.to_owned())),
            None => (line.text.as_str(), None),
        };
        self.comments.push(Comment {
            name: without_number(name).to_owned(),
            date,
            text: String::new(),
        });
    }

    fn add_text(&mut self, text: &str) {
        match self.comments.last_mut() {
            Some(comment) => {
                comment.text.push_str("\n\n");
                comment.text.push_str(text);
            }
            None => self.comments.push(Comment {
                text: text.to_owned(),
                ..Comment::default()
            }),
        }
    }

    fn finish(mut self) -> Vec<Comment> {
        // A short last line without text was a comment's text, not a name.
        if self.awaits_text()
            && let Some(last) = self.comments.pop()
        {
            self.add_text(&last.name);
        }
        self.comments
    }
}

/// `1 - Omar` and `Omar |` are the name Omar.
fn without_number(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '-' | '.' | ')' | '#' | ' '))
        .trim_end_matches(['-', '–', '|', ' ', ':', '(', ',', '،'])
}
