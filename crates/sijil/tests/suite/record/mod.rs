//! The record: from a suggestion to a claim that readers see, and back.

mod chance;
pub(crate) mod clock;
mod deciding;
mod desk;
mod desk_things;
mod files;
mod learning;
mod merging;
mod own_names;
mod pages;
mod reading;
mod reading_places;
mod reading_tolls;
mod reading_truces;
mod rows;
mod sample;
mod sheet;
mod taken;
mod truce;
mod walk;

use sijil::articles::ArticleId;
use sijil::db::{DbError, Tx, UtcMillis};
use sijil::ledger::Hand;
use sijil::record::claims::{self, Asked, Claim};
use sijil::record::decisions::{self, Made, Sitting};
use sijil::record::suggestions::{self, Proposed, Read};
use sijil::record::{ClaimId, suggestions::draft};
use sijil_record::suggest::Kind;

use crate::support::{NOW, TestNewsroom};

impl TestNewsroom {
    /// Runs a rule in a writing transaction.
    pub(crate) async fn writes<T: Send + 'static>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, DbError> + Send + 'static,
    ) -> T {
        self.app.db.write(rule).await.unwrap()
    }

    /// Lets an editor sit over a story.
    pub(crate) async fn sits<T: Send + 'static>(
        &self,
        story: ArticleId,
        mut rule: impl FnMut(&mut Tx<'_, '_>, &Sitting<'_>) -> Result<T, DbError> + Send + 'static,
    ) -> T {
        let app = self.app.clone();
        self.writes(move |tx| {
            let read = suggestions::read(tx, &app.config.zone, story)?.expect("there is a story");
            let hand = Hand {
                by: None,
                at: app.now(),
                ids: &app.ids,
            };
            let (tools, read) = (&*app.tools(), &read);
            rule(
                tx,
                &Sitting {
                    hand: &hand,
                    tools,
                    read,
                },
            )
        })
        .await
    }

    /// What is suggested for a story and not decided on.
    pub(crate) async fn suggested(&self, story: ArticleId) -> Vec<Proposed> {
        self.sits(story, |tx, sitting| {
            suggestions::open(tx, sitting.read, sitting.tools)
        })
        .await
    }

    /// Confirms what is suggested for a story and passes a test, as it stands.
    pub(crate) async fn confirms(
        &self,
        story: ArticleId,
        wanted: impl Fn(&Proposed) -> bool + Send + 'static,
    ) -> Vec<ClaimId> {
        self.sits(story, move |tx, sitting| {
            let mut confirmed = Vec::new();
            for proposed in suggestions::open(tx, sitting.read, sitting.tools)? {
                if wanted(&proposed) {
                    confirmed.push(confirm(tx, sitting, &proposed)?);
                }
            }
            Ok(confirmed)
        })
        .await
    }

    /// The claims that readers may see, the oldest first.
    pub(crate) async fn public_claims(&self) -> Vec<Claim> {
        let mut claims = self
            .writes(|tx| claims::public(tx, &Asked::default(), (i64::MAX, i64::MAX), 1000))
            .await;
        claims.reverse();
        claims
    }
}

/// Confirms a suggestion as it stands.
pub(crate) fn confirm(
    tx: &mut Tx<'_, '_>,
    sitting: &Sitting<'_>,
    proposed: &Proposed,
) -> Result<ClaimId, DbError> {
    let draft = draft(&proposed.suggestion);
    let made = Made {
        draft: &draft,
        of: Some((&proposed.mark, &proposed.suggestion)),
        opened_at: Some(UtcMillis(NOW.0 - 4000)),
        reason: "",
    };
    Ok(decisions::confirm(tx, sitting, &made)?.expect("a suggestion is a claim without a fault"))
}

/// Whether a suggestion is of a kind.
pub(crate) fn is_of(kind: Kind) -> impl Fn(&Proposed) -> bool {
    move |proposed| proposed.suggestion.kind == kind
}

/// The text of a read story at an anchor.
pub(crate) fn at(read: &Read, start: usize, end: usize) -> &str {
    read.text.text.get(start..end).unwrap_or_default()
}
