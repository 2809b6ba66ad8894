//! Readers who vote, by the hundred: each with a cookie and a network of its own.

use std::net::Ipv4Addr;

use sijil::comments::{self, CommentId, Dated, NewComment, State, Way};
use sijil::db::{DbError, Tx, UtcMillis};
use sijil::votes::{self, Cast, Direction, Object, Tally, VoteError, Wish};
use sijil::web::Network;

use super::{NOW, TestNewsroom};
use sijil::articles::ArticleId;

/// A reader's vote for a thing, to be changed by the test.
pub(crate) fn wish(object: Object, reader: u32, peer: &str) -> Wish {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&reader.to_be_bytes());
    Wish {
        object,
        direction: Direction::For,
        reader: id,
        is_fresh: false,
        network: Network::of(peer.parse().unwrap()),
        at: NOW,
    }
}

/// An address for each number.
pub(crate) fn address(number: u32) -> String {
    Ipv4Addr::from(0x0a00_0000 + number).to_string()
}

impl TestNewsroom {
    /// Casts a vote as the pages do.
    pub(crate) async fn vote(&self, wish: Wish) -> Result<Cast, VoteError> {
        let app = self.app.clone();
        let vote = move |tx: &mut Tx<'_, '_>| votes::vote(tx, &app.votes, &wish);
        self.app.db.write(vote).await
    }

    /// The numbers of a thing's votes, once they are known to be those of its rows.
    pub(crate) async fn tally(&self, object: Object) -> Tally {
        let read = move |tx: &mut Tx<'_, '_>| {
            let mismatches = votes::mismatches(tx, 10)?;
            Ok::<_, DbError>((votes::tally(tx, object)?, mismatches))
        };
        let (tally, mismatches) = self.app.db.read(read).await.unwrap();
        assert_eq!(mismatches, [], "numbers that are not those of the rows");
        tally
    }

    /// Counted votes for and against a thing, and held ones.
    pub(crate) async fn numbers(&self, object: Object) -> (i64, i64, i64) {
        let tally = self.tally(object).await;
        (tally.up, tally.down, tally.held)
    }

    /// How many votes are kept in rows, and how many of them with a network.
    pub(crate) async fn vote_rows(&self) -> (i64, i64) {
        const SQL: &str = "select count(*), count(net) from vote";
        let read = |tx: &mut Tx<'_, '_>| {
            tx.query_one(SQL, &[], |row| Ok::<_, DbError>((row.get(0)?, row.get(1)?)))
        };
        self.app.db.read(read).await.unwrap()
    }

    /// Writes with a rule of votes.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        rule: impl FnMut(&mut Tx<'_, '_>) -> Result<T, DbError> + Send + 'static,
    ) -> T {
        self.app.db.write(rule).await.unwrap()
    }

    /// Puts a shown comment of Omar's under a story.
    pub(crate) async fn shown_comment(&self, article: ArticleId) -> CommentId {
        let id: CommentId = self.app.ids.next(NOW);
        let new = NewComment {
            id,
            article,
            parent: None,
            name: "Omar".to_owned(),
            body: "The pumps were loud all night.".to_owned(),
            way: Way::Code,
            state: State::Shown,
            reasons: vec![],
            score: 0,
            net: None,
            secret_sha256: format!("{:064x}", id.0),
            at: NOW,
            dated: Dated::Moment,
            mail: None,
        };
        let added = self
            .app
            .db
            .write(move |tx| comments::insert(tx, &new))
            .await;
        added.map_err(|error| error.to_string()).unwrap();
        id
    }

    /// Moves the clock.
    pub(crate) fn wait(&self, ms: i64) {
        self.clock.set(UtcMillis(self.app.now().0 + ms));
    }
}
