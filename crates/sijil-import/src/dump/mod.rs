//! Page dumps: the plain text of a story's page as it stood on the web, furniture and all.
//!
//! A page is read from both ends. From the top: search box and menu, then the headline. From the
//! bottom: comment form, comments, votes, sign-off. What is left between them is the story.

mod anchor;
mod learned;
mod line;
mod thread;

use sijil_text::{Certainty, SafeHtml, clean_line, detect};

pub(crate) use anchor::{byline, day_line};
pub(crate) use learned::Learned;

use crate::credit::{credit_of, is_agency, is_same_name};
use crate::incoming::{Confidence, DateEvidence, Incoming, LeftOut};
use crate::label::{Label, label_of, points_elsewhere};
use line::Line;

/// A line longer than this is a paragraph, never a headline or a label.
const HEADLINE_CHARS_MAX: usize = 250;
/// Words that a sign-off has at most.
const SIGN_OFF_WORDS_MAX: usize = 6;
/// A line of so many characters is running text even without a full stop.
const PARAGRAPH_CHARS_MIN: usize = 80;
/// Lines under the headline, furniture included, among which the day may stand.
const DAY_LINES_MAX: usize = 2;
/// A story shorter than this is flagged: perhaps the page held nothing else.
const BODY_CHARS_MIN: usize = 120;

/// Reads one dump into `incoming`, which knows its source already.
///
/// # Errors
/// A sentence for people when no story can be found in the text.
pub(crate) fn read(text: &str, learned: &Learned, incoming: &mut Incoming) -> Result<(), String> {
    let mut page = Page::of(text, learned, incoming);
    if page.lines.is_empty() {
        return Err("holds no text".to_owned());
    }
    let tail = page.tail_start();
    page.take_top(tail);
    let mut body = page.body(tail);
    page.take_sign_off(&mut body);
    thread::read(page.lines.get(tail..).unwrap_or_default(), page.incoming);
    page.finish(body)
}

struct Page<'a> {
    lines: Vec<Line>,
    learned: &'a Learned,
    incoming: &'a mut Incoming,
    /// First line that belongs to the body.
    body_start: usize,
    /// Whether title and beginning of the body rest on a guess.
    is_guessed: bool,
}

impl<'a> Page<'a> {
    fn of(text: &str, learned: &'a Learned, incoming: &'a mut Incoming) -> Self {
        Self {
            lines: line::lines(text),
            learned,
            incoming,
            body_start: 0,
            is_guessed: false,
        }
    }

    fn leave_out(&mut self, line: &Line, why: impl Into<String>) {
        self.incoming
            .left_out
            .push(LeftOut::new(line.number, &line.text, why));
    }

    /// Where votes and comments begin: the first line of theirs after the first real paragraph.
    fn tail_start(&self) -> usize {
        let above = self.search_box().map_or(1, |index| index + 1);
        let first = self
            .lines
            .iter()
            .enumerate()
            .skip(above)
            .find(|(_, line)| label_of(&line.key).is_none() && is_paragraph(line))
            .map_or(above, |(index, _)| index + 1);
        let end = self.lines.len();
        (first..end)
            .find(|&index| self.lines.get(index..).is_some_and(opens_tail))
            .unwrap_or(end)
    }

    /// Where the search box above the headline stands: no sentence before it, and after it a
    /// headline with something under it.
    fn search_box(&self) -> Option<usize> {
        let text = self.lines.iter().position(Line::is_statement)?;
        let index = self
            .lines
            .iter()
            .take(text)
            .rposition(|line| label_of(&line.key) == Some(Label::Search))?;
        let mut below = self.lines.iter().skip(index + 1).filter(|line| {
            self.furniture_above(line).is_none()
                && day_line(&line.text).is_none()
                && byline(&line.text).is_none()
        });
        let is_headline =
            |line: &Line| !line.is_statement() && line.text.chars().count() <= HEADLINE_CHARS_MAX;
        (below.next().is_some_and(is_headline) && below.next().is_some()).then_some(index)
    }

    /// Furniture, headline, day and byline at the top.
    fn take_top(&mut self, tail: usize) {
        let top: Vec<Line> = self.lines.iter().take(tail).cloned().collect();
        // A day up there is the day of the visit, not of the story.
        let mut index = self.search_box().unwrap_or(0);
        for line in top.iter().take(index) {
            let why = self.furniture_above(line);
            self.leave_out(
                line,
                why.unwrap_or_else(|| "stands above the search box".to_owned()),
            );
        }
        for line in top.get(index..).unwrap_or_default() {
            if let Some(why) = self.furniture_above(line) {
                self.leave_out(line, why);
            } else if !self.take_day(line) {
                break;
            }
            index += 1;
        }
        if let Some(headline) = top.get(index) {
            index += self.take_headline(headline);
        }
        for line in top.get(index..).unwrap_or_default() {
            if let Some(names) = byline(&line.text) {
                self.incoming.byline = names;
                self.leave_out(line, "byline, kept as such");
            } else if let Some(why) = self.furniture(line) {
                self.leave_out(line, why);
            } else if !self.take_day(line) {
                break;
            }
            index += 1;
        }
        self.body_start = index;
    }

    /// Takes the headline, and says how many lines it used: none if the text begins at once.
    fn take_headline(&mut self, line: &Line) -> usize {
        if line.text.chars().count() <= HEADLINE_CHARS_MAX {
            self.incoming.title = clean_line(&line.text);
            return 1;
        }
        self.incoming.title = first_words(&line.text);
        self.incoming
            .doubts
            .push("no headline found; the title is the beginning of the text".to_owned());
        self.is_guessed = true;
        0
    }

    fn furniture(&self, line: &Line) -> Option<String> {
        if line.key.is_empty() {
            return Some("a line without a word".to_owned());
        }
        if points_elsewhere(&line.text) {
            return Some(Label::Related.why().to_owned());
        }
        label_of(&line.key)
            .map(|label| label.why().to_owned())
            .or_else(|| self.learned.why(line))
    }

    /// Above the headline a path through the site's sections is furniture too.
    fn furniture_above(&self, line: &Line) -> Option<String> {
        let is_path = line.words() <= 10
            && [" > ", " » ", " › ", " / ", " | "]
                .iter()
                .any(|sign| line.text.contains(sign));
        self.furniture(line)
            .or_else(|| is_path.then(|| "path through the site's sections".to_owned()))
    }

    fn take_day(&mut self, line: &Line) -> bool {
        let Some((day, certainty)) = day_line(&line.text) else {
            return false;
        };
        if self.incoming.date.is_none() {
            self.incoming.date = Some(day);
            self.incoming.date_evidence = Some(DateEvidence::Visible);
            self.incoming.date_note = doubt_of(certainty).map(str::to_owned);
        }
        self.leave_out(line, "day of publication, kept as such");
        true
    }

    /// The lines between top and tail without the furniture among them.
    fn body(&mut self, tail: usize) -> Vec<Line> {
        let between: Vec<Line> = self
            .lines
            .get(self.body_start..tail)
            .unwrap_or_default()
            .to_vec();
        let mut body = Vec::new();
        for (index, line) in between.iter().enumerate() {
            let rest = between.get(index + 1..).unwrap_or_default();
            let is_last = rest.iter().all(|line| self.furniture(line).is_some());
            let is_name = is_last && self.is_known_sign_off(line, &body);
            let is_list_end = label_of(&line.key) == Some(Label::Related)
                && !rest.is_empty()
                && rest
                    .iter()
                    .all(|line| !line.ends_sentence() && line.text.chars().count() < 120);
            if is_list_end {
                for line in between.get(index..).unwrap_or_default() {
                    self.leave_out(line, Label::Related.why());
                }
                break;
            }
            match self.furniture(line) {
                Some(why) if !is_name => self.leave_out(line, why),
                _ if index + 1 == between.len() && self.take_day(line) => {}
                _ if index < DAY_LINES_MAX && !line.ends_sentence() && self.take_day(line) => {}
                _ => body.push(line.clone()),
            }
        }
        body
    }

    /// A repeated last line is still a sign-off when it names an agency, above all the credited one.
    fn is_known_sign_off(&self, line: &Line, body: &[Line]) -> bool {
        let credited = body
            .first()
            .and_then(|first| credit_of(&first.text)?.agency);
        line.words() <= SIGN_OFF_WORDS_MAX
            && (is_agency(&line.text)
                || credited.is_some_and(|agency| is_same_name(&agency, &line.text)))
    }

    fn take_sign_off(&mut self, body: &mut Vec<Line>) {
        let [.., before, last] = body.as_slice() else {
            return;
        };
        let is_sign_off = last.words() <= SIGN_OFF_WORDS_MAX
            && last.text.chars().count() <= 60
            && !last.ends_sentence()
            && last.text.chars().any(char::is_alphabetic)
            && (before.ends_sentence() || before.text.chars().count() > 80);
        if !is_sign_off {
            return;
        }
        let Some(last) = body.pop() else {
            return;
        };
        if self.incoming.byline.is_empty()
            && let Some(names) = byline(&last.text)
        {
            self.incoming.byline = names;
        }
        let name = last
            .text
            .trim_matches(['-', '–', '—', ' ', '(', ')', '*', '/']);
        if is_agency(name) {
            self.incoming.agency = Some(name.to_owned());
        }
        self.incoming.sign_off = Some(clean_line(name));
    }

    /// Short lines between headline and text are a standfirst, or a menu that no rule knows.
    fn doubt_beginning(&mut self, body: &[Line]) {
        let is_text = |line: &Line| {
            line.ends_in_full_stop() || line.text.chars().count() >= PARAGRAPH_CHARS_MIN
        };
        let lines = match body.iter().take_while(|line| !is_text(line)).count() {
            0 => return,
            1 => "a short line stands".to_owned(),
            short => format!("{short} short lines stand"),
        };
        self.is_guessed = true;
        self.incoming.doubts.push(format!(
            "{lines} between the title and the text and may hold the headline"
        ));
    }

    fn finish(mut self, body: Vec<Line>) -> Result<(), String> {
        self.doubt_beginning(&body);
        let incoming = self.incoming;
        if body.is_empty() {
            return Err("holds a headline but no text under it".to_owned());
        }
        let mut paragraphs: Vec<String> = body.into_iter().map(|line| line.text).collect();
        if let Some(first) = paragraphs.first_mut()
            && let Some(credit) = credit_of(first)
        {
            *first = credit.rest;
            incoming.agency = credit.agency.or(incoming.agency.take());
            incoming.dateline = credit.place;
            incoming.credit = Some(credit.shown).filter(|shown| !shown.is_empty());
        }
        incoming.set_body(SafeHtml::from_paragraphs(&paragraphs));
        incoming.lang = detect(&incoming.text);
        let chars = incoming.text.chars().count();
        incoming.confidence = if self.is_guessed {
            Confidence::Medium
        } else {
            Confidence::High
        };
        if chars < BODY_CHARS_MIN {
            incoming.confidence = Confidence::Low;
            incoming
                .doubts
                .push(format!("the text has only {chars} characters"));
        }
        if incoming.date.is_none() {
            incoming.date_note = Some("the page shows no day of publication".to_owned());
        }
        incoming.left_out.sort_by_key(|left_out| left_out.line);
        Ok(())
    }
}

/// Whether the line is running text: long, or a sentence.
fn is_paragraph(line: &Line) -> bool {
    line.text.chars().count() >= PARAGRAPH_CHARS_MIN || line.ends_sentence()
}

/// Why a day read from a page is uncertain.
pub(crate) const fn doubt_of(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Sure => None,
        Certainty::DayOrMonth => Some("written in digits alone: day and month could change places"),
        Certainty::Hijri => Some("reckoned from a Hijri day: one day more or less"),
    }
}

/// The beginning of a text as a stand-in for a title, cut between words.
pub(crate) fn first_words(text: &str) -> String {
    let mut title = String::new();
    for word in text.split_whitespace() {
        if title.chars().count() + word.chars().count() > 90 {
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    clean_line(&title.chars().take(120).collect::<String>())
}

/// Whether votes, a count of comments, or the heading of comments stand here.
fn opens_tail(lines: &[Line]) -> bool {
    let [line, ..] = lines else {
        return false;
    };
    let second_half = lines.get(1).and_then(|next| anchor::half_vote(&next.text));
    anchor::votes(&line.text).is_some()
        || (anchor::half_vote(&line.text).is_some() && second_half.is_some())
        || anchor::comment_count(&line.text).is_some()
        || label_of(&line.key) == Some(Label::CommentsHeading)
}

#[cfg(test)]
mod tests;
