//! What must be true after a kill: in the rows, read while nothing runs, and on the pages of the
//! program that was started again.

use std::collections::HashMap;
use std::fmt;

use anyhow::Result;

use super::super::Findings;
use super::super::newsroom::Newsroom;
use super::super::rows::Rows;
use super::super::threads::shared_out;
use super::round::Written;
use crate::bench::wire::Wire;

/// Connections on which pages are looked at.
const LOOKERS: usize = 4;

/// Questions that no row may answer, and what such a row would mean.
const NEVER: [(&str, &str); 5] = [
    (
        "a code that was spent on a comment that is not there",
        "select r.comment_id from ramz_spent r left join comment c on c.id = r.comment_id
         where r.comment_id is not null and c.id is null",
    ),
    (
        "a comment whose code is not spent, or more than one",
        "select c.id, count(r.code) from comment c left join ramz_spent r on r.comment_id = c.id
         group by c.id having count(r.code) <> 1",
    ),
    (
        "a thread whose counts are not those of its comments",
        "select t.article_id, t.shown, t.waiting, count(c.id) from thread t
         left join comment c on c.article_id = t.article_id
         group by t.article_id, t.shown, t.waiting
         having t.shown <> sum(case when c.state = 'shown' then 1 else 0 end)
             or t.waiting <> sum(case when c.state = 'held' then 1 else 0 end)",
    ),
    (
        "a tally that is not the sum of its votes",
        "select t.object_id, t.up, t.down, t.held, count(*) from tally t
         join vote v on v.object_kind = t.object_kind and v.object_id = t.object_id
         group by t.object_kind, t.object_id, t.up, t.down, t.held
         having t.up <> sum(case when v.state = 'counted' and v.direction = 1 then 1 else 0 end)
             or t.down <> sum(case when v.state = 'counted' and v.direction = -1 then 1 else 0 end)
             or t.held <> sum(case when v.state = 'held' and v.direction <> 0 then 1 else 0 end)",
    ),
    (
        "votes whose ten minutes do not count them",
        "select v.object_id, count(*), (select sum(w.up + w.down) from vote_window w
                                        where w.object_id = v.object_id)
         from vote v group by v.object_id
         having count(*) <> (select sum(w.up + w.down) from vote_window w
                             where w.object_id = v.object_id)",
    ),
];

/// What all rounds wrote.
#[derive(Debug, Default)]
pub(super) struct Sum {
    rounds: usize,
    comments: usize,
    /// Comments that were sent and not acknowledged, and how many of them are there all the same.
    unanswered: usize,
    unanswered_kept: usize,
    votes: usize,
    voters: usize,
    voters_unanswered: usize,
    held: usize,
    /// Rows of comments and votes before the round.
    comment_rows: usize,
    vote_rows: usize,
}

impl Sum {
    pub(super) fn report(&self, findings: &mut Findings) {
        findings.count("rounds", self.rounds);
        findings.count("comments_acknowledged", self.comments);
        findings.count("comments_unanswered", self.unanswered);
        findings.count("comments_unanswered_kept", self.unanswered_kept);
        findings.count("votes_acknowledged", self.votes);
        findings.count("voters_acknowledged", self.voters);
        findings.count("voters_unanswered", self.voters_unanswered);
        findings.count("votes_held", self.held);
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            comments, votes, ..
        } = self;
        let (sent, kept) = (self.unanswered, self.unanswered_kept);
        write!(
            to,
            "{comments} comments and {votes} votes acknowledged; {sent} comments without an answer, \
             {kept} of them kept"
        )
    }
}

/// Checks the rows that a killed round left.
pub(super) fn rows(
    newsroom: &Newsroom,
    written: &Written,
    sum: &mut Sum,
    findings: &mut Findings,
) -> Result<()> {
    let rows = Rows::of(newsroom)?;
    for fault in rows.faults()? {
        findings.promise(false, || format!("the file is damaged: {fault}"));
    }
    for (what, sql) in NEVER {
        let found = rows.ask(sql)?;
        findings.promise(found.is_empty(), || format!("{what}: {found:?}"));
    }
    sum.rounds += 1;
    comments(&rows, written, sum, findings)?;
    votes(&rows, written, sum, findings)
}

fn comments(rows: &Rows, written: &Written, sum: &mut Sum, findings: &mut Findings) -> Result<()> {
    let mut kept: HashMap<String, usize> = HashMap::new();
    for row in rows.ask("select name, count(*) from comment group by name")? {
        if let [name, count] = row.as_slice() {
            kept.insert(name.clone(), count.parse()?);
        }
    }
    let mut is_there = 0;
    for comment in &written.comments {
        let name = format!("Reader {}", comment.number);
        let count = kept.get(&name).copied().unwrap_or(0);
        is_there += count;
        match comment.receipt {
            Some(_) => {
                sum.comments += 1;
                findings.promise(count == 1, || {
                    format!("{name}'s comment was acknowledged and is there {count} times")
                });
            }
            None => {
                sum.unanswered += 1;
                sum.unanswered_kept += count;
                findings.promise(count <= 1, || format!("{name}'s comment is there twice"));
            }
        }
    }
    let all = kept.values().sum::<usize>();
    let before = sum.comment_rows;
    findings.promise(all == before + is_there, || {
        format!("{before} comments were there, {is_there} came, and now there are {all}")
    });
    sum.comment_rows = all;
    Ok(())
}

fn votes(rows: &Rows, written: &Written, sum: &mut Sum, findings: &mut Findings) -> Result<()> {
    let (mut sure, mut open) = (0, 0);
    for vote in &written.votes {
        match (vote.acknowledged, vote.sent) {
            (Some(_), _) => sure += 1,
            (None, Some(_)) => open += 1,
            (None, None) => {}
        }
    }
    let (before, all) = (sum.vote_rows, rows.number("select count(*) from vote")?);
    let came = all.wrapping_sub(before);
    findings.promise((sure..=sure + open).contains(&came), || {
        format!("{sure} readers' votes were acknowledged, {open} more sent, and {came} came")
    });
    sum.vote_rows = all;
    sum.held = rows.number("select count(*) from vote where state = 'held'")?;
    sum.votes += written.votes_acknowledged;
    sum.voters += sure;
    sum.voters_unanswered += open;
    Ok(())
}

/// Checks on the pages of a server that was started again what the killed one had acknowledged.
pub(super) fn pages(address: &str, written: &Written, findings: &mut Findings) -> Result<()> {
    let open = || Wire::open(address);
    let receipts: Vec<_> = written
        .comments
        .iter()
        .filter_map(|comment| comment.receipt.as_ref())
        .collect();
    let lost = shared_out((LOOKERS, receipts.len()), open, |wire, number| {
        let Some(receipt) = receipts.get(number) else {
            return Ok(None);
        };
        let status = wire.get(receipt)?.status;
        Ok((status != 200).then(|| format!("a receipt is answered with {status}")))
    })?;
    let turned = shared_out((LOOKERS, written.votes.len()), open, |wire, number| {
        let Some(vote) = written.votes.get(number) else {
            return Ok(None);
        };
        let own = vote.voter.own(wire)?;
        let before = vote.acknowledged.unwrap_or("none");
        let is_right = own == before || Some(own) == vote.sent;
        Ok((!is_right).then(|| format!("a vote went {before}, then {:?}; now {own}", vote.sent)))
    })?;
    for found in lost.into_iter().chain(turned).flatten() {
        findings.promise(false, || found);
    }
    Ok(())
}
