//! Comments on their way to a moderator, for tests: judged and kept as a form's are.

use sijil::articles::ArticleId;
use sijil::comments::{self, Comment, CommentError, CommentId, Dated, NewComment, State, Way};
use sijil::db::{DbError, Tx};
use sijil::moderation::{self, Candidate, Judged};

use super::TestNewsroom;

/// A comment that nothing speaks against, with a code, from one home.
pub(crate) fn candidate(article: ArticleId, body: &str) -> Candidate {
    Candidate {
        article,
        is_reply: false,
        name: "Rima".to_owned(),
        body: body.to_owned(),
        net: Some(vec![7; 16]),
        way: Way::Code,
        level: 1,
        is_trapped: false,
        form_age_s: Some(60),
        is_known: false,
    }
}

impl TestNewsroom {
    /// What becomes of a comment, which is not kept.
    pub(crate) async fn judge(&self, candidate: Candidate) -> Judged {
        let (asked, now) = (candidate.clone(), self.app.now());
        let found = self.app.db.read(move |tx| {
            let settings = comments::thread(tx, asked.article)?.settings;
            let words = (asked.name.as_str(), asked.body.as_str());
            moderation::look(tx, (asked.article, &settings), words, now)
        });
        moderation::judge(&self.app, &candidate, found.await.unwrap())
    }

    /// Takes a comment in as its form would.
    pub(crate) async fn take_in(&self, candidate: Candidate) -> CommentId {
        let judged = self.judge(candidate.clone()).await;
        assert_eq!(judged.refused, None);
        let now = self.app.now();
        let id: CommentId = self.app.ids.next(now);
        let new = NewComment {
            id,
            article: candidate.article,
            parent: None,
            name: candidate.name,
            body: candidate.body,
            way: candidate.way,
            state: judged.state,
            reasons: judged.reasons.clone(),
            score: judged.score,
            net: candidate.net,
            secret_sha256: format!("{:064x}", id.0),
            at: now,
            dated: Dated::Moment,
            mail: None,
        };
        let keep = move |tx: &mut Tx<'_, '_>| {
            comments::insert(tx, &new)?;
            moderation::keep(tx, id, &judged)?;
            Ok::<_, CommentError>(())
        };
        self.app.db.write(keep).await.unwrap();
        id
    }

    /// A comment as it is kept.
    pub(crate) async fn comment_now(&self, id: CommentId) -> Comment {
        let read = self.app.db.read(move |tx| comments::comment(tx, id));
        read.await.unwrap().unwrap()
    }

    /// Where a comment stands.
    pub(crate) async fn state(&self, id: CommentId) -> State {
        self.comment_now(id).await.state
    }

    /// How many comments of a story are on its page, and how many wait.
    pub(crate) async fn counts(&self, article: ArticleId) -> (i64, i64) {
        let read = self.app.db.read(move |tx| {
            let (kept, counted) = (
                comments::thread(tx, article)?,
                comments::counted(tx, article)?,
            );
            assert_eq!((kept.shown, kept.waiting), (counted.shown, counted.waiting));
            Ok::<_, DbError>((kept.shown, kept.waiting))
        });
        read.await.unwrap()
    }
}
