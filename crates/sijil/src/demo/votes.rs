//! Votes for the invented newspaper: a few dozen on some stories, the same at each start.

use super::Planned;
use crate::app::App;
use crate::articles::ArticleId;
use crate::db::{DbError, UtcMillis};
use crate::votes::{self, Direction, Object, Vote, VoteState};

/// Votes on the busiest story: a small paper's.
const VOTES_MAX: u64 = 60;

/// What may be voted on: name, identifier and publication of each story.
pub(super) fn stories(planned: &[Planned]) -> Vec<(String, ArticleId, UtcMillis)> {
    let story = |story: &Planned| {
        let name = format!("{} {}", story.new.lang, story.key);
        (name, story.new.id, story.at)
    };
    planned.iter().map(story).collect()
}

/// Casts the votes of a story, or of an older one keeps the totals that it came with.
///
/// # Errors
/// When the database fails.
pub(super) fn cast(app: &App, stories: Vec<(String, ArticleId, UtcMillis)>) -> Result<(), DbError> {
    let (votes, now) = (app.clone(), app.now());
    app.db.write_now(move |tx| {
        for (key, article, published_at) in &stories {
            let Some((up, down)) = wanted(key) else {
                continue;
            };
            let object = Object::story(*article);
            if votes::closes_at(*published_at).0 <= now.0 {
                votes::set_base(tx, object, up, down)?;
                continue;
            }
            for number in 0..up + down {
                let direction = match number < up {
                    true => Direction::For,
                    false => Direction::Against,
                };
                let vote = Vote {
                    object,
                    voter: votes.votes.voter(object, &reader(number)),
                    direction,
                    state: VoteState::Counted,
                    net: None,
                    is_fresh: false,
                    // One in a quarter of an hour, as readers come.
                    at: UtcMillis(published_at.0 + (number + 1) * 15 * 60 * 1000),
                };
                votes::cast(tx, *article, &vote)?;
            }
        }
        Ok(())
    })
}

/// How many vote for and against a story: drawn from its name. One in three has no votes yet.
fn wanted(key: &str) -> Option<(i64, i64)> {
    let mixed = key.bytes().fold(7_u64, |mixed, byte| {
        (mixed * 31 + u64::from(byte)) % 1_000_003
    });
    let votes = i64::try_from(mixed % VOTES_MAX).ok()?;
    let against = votes * i64::try_from(mixed / VOTES_MAX % 5).ok()? / 10;
    (mixed % 3 > 0).then_some((votes - against, against))
}

fn reader(number: i64) -> [u8; 16] {
    (i128::from(number) + 1).to_be_bytes()
}
