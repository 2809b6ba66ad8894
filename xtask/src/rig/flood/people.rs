//! Twenty people who comment during the flood, each as a browser does it: the story's page, the
//! form, the page with the code, the receipt. Two in three have no script and read the picture; the
//! others' script works. Told to wait, they wait.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::super::threads::on_threads;
use crate::bench::letters::Story;
use crate::bench::wire::{Said, Wire, between};
use crate::shell;

const PEOPLE: usize = 20;
/// Between two of them: the last comes when the flood is nearly over.
const BETWEEN: Duration = Duration::from_millis(2800);
/// A person sends a form so often, then gives up.
const PATIENCE: usize = 8;

/// How it went for one of them.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// From opening the story to the receipt, waits included; nothing for who gave up.
    pub(super) seconds: Option<f64>,
    /// How often the form was sent.
    pub(super) sent: usize,
    /// What was said last.
    pub(super) last: String,
}

/// Lets them comment; `eyes` is the program that stands for theirs, and the newsroom's secret.
pub(super) fn comment(address: &str, path: &str, eyes: (&Path, &Path)) -> Result<Vec<Person>> {
    on_threads(PEOPLE, |number| {
        let before = u32::try_from(number).unwrap_or_default();
        shell::wait(BETWEEN * before);
        let mut visit = Visit {
            wire: Wire::open(address)?,
            network: network(number),
            number,
            sent: 0,
            eyes,
        };
        let began = Instant::now();
        let last = visit.walk(path);
        let is_done = last.is_ok();
        Ok(Person {
            seconds: is_done.then(|| began.elapsed().as_secs_f64()),
            sent: visit.sent,
            last: last
                .err()
                .map_or_else(String::new, |error| format!("{error:#}")),
        })
    })
}

/// Every fourth shares a network with the flood.
fn network(number: usize) -> String {
    match number % 4 {
        0 => super::crowd::network(number * 2),
        _ => format!("198.51.100.{number}"),
    }
}

struct Visit<'a> {
    wire: Wire,
    network: String,
    number: usize,
    sent: usize,
    eyes: (&'a Path, &'a Path),
}

impl Visit<'_> {
    /// Until the receipt, or an error that says what was in the way.
    fn walk(&mut self, path: &str) -> Result<()> {
        let story = Story::read(&mut self.wire, path)?.context("the story has a form")?;
        let typed = format!(
            "name=Omar+{0}&email=&text=In+our+street+the+water+came+back+on+Monday%2C+house+{0}.",
            self.number
        );
        let mut said = self.send(&story, &typed)?;
        while self.sent < PATIENCE {
            let token = between(&said.text(), "name=\"ramz\" value=\"", "\"").map(str::to_owned);
            let token = token.with_context(|| format!("no code, but {}", said.status))?;
            let answer = self.answer(&story, &said.text(), &token)?;
            said = self.send(&story, &format!("{typed}&ramz={token}&act=send&{answer}"))?;
            if said.status == 303 {
                let receipt = self.wire.get(&said.location)?;
                if receipt.status != 200 {
                    bail!("the receipt is answered with {}", receipt.status);
                }
                return Ok(());
            }
            if let Some(seconds) = said.retry_after_s {
                shell::wait(Duration::from_secs(seconds.min(60)));
            }
        }
        bail!("tried {} times, at last {}", self.sent, said.status)
    }

    fn send(&mut self, story: &Story, body: &str) -> Result<Said> {
        self.sent += 1;
        let request = self.wire.form(&story.action, body, &self.network);
        self.wire.ask(&request)
    }

    /// The picture's digits and, where it is asked, the question; or the script's work.
    fn answer(&mut self, story: &Story, page: &str, token: &str) -> Result<String> {
        if self.number % 3 == 2 {
            return Ok(format!("work={}", self.look("work", token)?));
        }
        let headers = format!("X-Forwarded-For: {}\r\n", self.network);
        let picture = self
            .wire
            .get_with(&format!("/ramz/{token}.png"), &headers)?;
        if picture.status != 200 {
            bail!("the picture is answered with {}", picture.status);
        }
        let digits = self.look("look", token)?;
        let question = between(page, "for=\"code-answer\">", "<");
        let word = question.and_then(|question| story.answer(question));
        Ok(format!("code={digits}&answer={}", word.unwrap_or_default()))
    }

    fn look(&self, act: &str, token: &str) -> Result<String> {
        let (eyes, secret) = self.eyes;
        let mut look = shell::command(eyes);
        let said = shell::output(look.arg(act).arg(secret).arg(token))?;
        Ok(said.trim().to_owned())
    }
}
