//! What readers write: threads, places, receipts, reports. Omar writes, somebody answers.

mod reading;
mod standing;
mod writer;

use sijil::articles::ArticleId;
use sijil::comments::sending::secret_sha256;
use sijil::comments::{self, Comment, CommentError, CommentId, Dated, NewComment, State, Way};
use sijil::db::UtcMillis;

use crate::support::{Draft, NOW, TestNewsroom};

/// The secret of a comment's receipt.
fn secret(id: CommentId) -> String {
    format!("{:x}-of-{id}", id.0)
}

/// A comment of Omar's; `at` counts seconds from now.
fn written(newsroom: &TestNewsroom, article: ArticleId, at: i64) -> NewComment {
    let id: CommentId = newsroom.app.ids.next(NOW);
    NewComment {
        id,
        article,
        parent: None,
        name: "Omar".to_owned(),
        body: format!("Words number {at}."),
        way: Way::Code,
        state: State::Shown,
        reasons: Vec::new(),
        score: 0,
        net: None,
        secret_sha256: secret_sha256(&secret(id)),
        at: UtcMillis(NOW.0 + at * 1000),
        dated: Dated::Moment,
        mail: None,
    }
}

impl TestNewsroom {
    /// Keeps a comment.
    async fn keep(&self, new: NewComment) -> Result<CommentId, CommentError> {
        let id = new.id;
        let insert = move |tx: &mut sijil::db::Tx<'_, '_>| comments::insert(tx, &new);
        self.app.db.write(insert).await.map(|()| id)
    }

    /// Keeps a shown comment of Omar's, or an answer of his.
    async fn says(&self, article: ArticleId, at: i64, parent: Option<CommentId>) -> CommentId {
        let new = NewComment {
            parent,
            ..written(self, article, at)
        };
        self.keep(new).await.unwrap()
    }

    async fn kept(&self, id: CommentId) -> Comment {
        let read = self.app.db.read(move |tx| comments::comment(tx, id)).await;
        read.unwrap().unwrap()
    }

    /// Moves a comment from where it is.
    async fn moves(&self, id: CommentId, to: State) {
        let seen = self.kept(id).await.seen();
        let moved = self
            .app
            .db
            .write(move |tx| comments::set_state(tx, id, seen, to, NOW))
            .await;
        assert!(moved.unwrap());
    }
}

/// A story to comment on; the address of its thread.
async fn story(newsroom: &TestNewsroom) -> (ArticleId, String) {
    let draft = Draft::english("Water is back", "<p>Yes.</p>");
    let article = newsroom.publish(draft).await;
    let thread = "/en/2026/11/08/water-is-back/comments/";
    (article, thread.to_owned())
}

/// The order in which comments stand on a page.
fn places(page: &str) -> Vec<CommentId> {
    let ids = page.split("id=\"c").skip(1);
    let id = |rest: &str| rest.split('"').next().and_then(|id| id.parse().ok());
    ids.filter_map(id).map(CommentId).collect()
}
