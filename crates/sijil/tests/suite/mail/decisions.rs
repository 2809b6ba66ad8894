//! What a reader is told who left an address with a comment.

use sijil::articles::ArticleId;
use sijil::comments::{self, CommentId, Dated, NewComment, State, Way};
use sijil::db::{DbError, Tx};
use sijil::outbox::{self, Decision};
use sijil_text::Lang;

use super::{DAY_MS, MINUTE_MS, Post};
use crate::support::{Draft, NOW};

/// What a writer could put into a stranger's mailbox, if it were in the mail.
const NAME: &str = "Buy at spam.example";
const TEXT: &str = "Cheap watches at https://spam.example/";

impl Post {
    pub(super) async fn story(&self, lang: Lang) -> ArticleId {
        let draft = match lang {
            Lang::Ar => Draft::arabic("عودة المياه إلى مرج اللبن", "<p>نص</p>"),
            Lang::En => Draft::english("Water returns to Marj al-Luban", "<p>Text</p>"),
        };
        self.newsroom.publish(draft).await
    }

    /// A comment that waits, with an address.
    pub(super) async fn comment(&self, article: ArticleId, address: &str) -> CommentId {
        let id: CommentId = self.newsroom.app.ids.next(NOW);
        let new = NewComment {
            id,
            article,
            parent: None,
            name: NAME.to_owned(),
            body: TEXT.to_owned(),
            way: Way::Code,
            state: State::Held,
            reasons: vec![],
            score: 0,
            net: None,
            secret_sha256: format!("{id:064}"),
            at: self.newsroom.app.now(),
            dated: Dated::Moment,
            mail: Some(address.to_owned()),
        };
        let insert = move |tx: &mut Tx<'_, '_>| comments::insert(tx, &new);
        self.newsroom.app.db.write(insert).await.unwrap();
        id
    }

    async fn decide(&self, comment: CommentId, decision: Decision<'static>) -> bool {
        let app = self.newsroom.app.clone();
        let tell = move |tx: &mut Tx<'_, '_>| outbox::tell_decision(tx, &app, comment, decision);
        self.newsroom.app.db.write(tell).await.unwrap()
    }

    async fn take_back(&self, comment: CommentId) -> bool {
        let now = self.newsroom.app.now();
        let take = move |tx: &mut Tx<'_, '_>| outbox::take_back(tx, comment, now);
        self.newsroom.app.db.write(take).await.unwrap()
    }

    async fn addresses(&self) -> Vec<String> {
        const SQL: &str = "select address from comment_mail order by comment_id";
        let read = |tx: &mut Tx<'_, '_>| tx.query(SQL, &[], |row| row.get(0));
        let read = self.newsroom.app.db.read(read).await;
        read.map_err(|error: DbError| error).unwrap()
    }
}

#[tokio::test]
async fn a_writer_is_told_once_what_was_decided_and_the_address_is_forgotten() {
    let post = Post::open().await;
    let rule = Decision::Rejected("error-foreign-text");
    let ours = [
        (
            Lang::En,
            Decision::Shown,
            "is on the page",
            "Water returns",
            "/comments/",
        ),
        (
            Lang::En,
            rule,
            "was not published",
            "not sent from one of",
            "/en/2026/11/08/",
        ),
        (
            Lang::Ar,
            Decision::Shown,
            "منشور على الصفحة",
            "عودة المياه",
            "/comments/",
        ),
        (
            Lang::Ar,
            rule,
            "لم يُنشر تعليقك",
            "لم يُرسل من إحدى",
            "/ar/2026/11/08/",
        ),
    ];
    let stories = (post.story(Lang::En).await, post.story(Lang::Ar).await);
    for (index, (lang, decision, subject, words, link)) in ours.into_iter().enumerate() {
        let article = if lang == Lang::En {
            stories.0
        } else {
            stories.1
        };
        let comment = post.comment(article, "omar@post.example").await;
        assert!(post.decide(comment, decision).await);
        assert!(post.addresses().await.is_empty(), "forgotten at once");
        assert!(!post.decide(comment, decision).await, "told once");
        assert_eq!(post.send_after(2 * MINUTE_MS).await, 1);

        let mails = post.mails();
        assert_eq!(mails.len(), index + 1);
        let taken = mails.last().unwrap();
        assert!(taken.header("Subject")[0].contains(subject), "{taken:?}");
        for wanted in [words, link, "https://paper.example/"] {
            assert!(taken.body.contains(wanted), "{wanted} in {}", taken.body);
        }
        for theirs in ["spam.example", "Buy", "watches"] {
            assert!(!taken.raw.contains(theirs) && !taken.body.contains(theirs));
        }
    }
}

#[tokio::test]
async fn a_decision_that_is_undone_in_time_is_never_told() {
    let post = Post::open().await;
    let article = post.story(Lang::En).await;
    let comment = post.comment(article, "omar@post.example").await;
    assert!(post.decide(comment, Decision::Shown).await);
    assert_eq!(post.send_after(MINUTE_MS).await, 0, "kept back");
    assert!(post.take_back(comment).await);
    assert_eq!(post.send_after(DAY_MS).await, 0);
    assert_eq!(post.addresses().await, ["omar@post.example"]);

    let rejected = Decision::Rejected("error-foreign-text");
    assert!(post.decide(comment, rejected).await, "the next one is told");
    assert_eq!(post.send_after(2 * MINUTE_MS).await, 1);
    assert!(!post.take_back(comment).await, "it has left");
    assert_eq!(post.mails().len(), 1);
}

#[tokio::test]
async fn who_names_a_strangers_address_again_and_again_does_not_fill_their_mailbox() {
    let post = Post::open().await;
    let article = post.story(Lang::En).await;
    let mut told = 0;
    for _ in 0..8 {
        let comment = post.comment(article, "stranger@post.example").await;
        told += usize::from(post.decide(comment, Decision::Shown).await);
    }
    assert_eq!(told, 5);
    assert!(post.addresses().await.is_empty());
    for address in [
        "a@post.example, b@post.example",
        "a@post.example\r\nBcc: b@post.example",
    ] {
        let comment = post.comment(article, address).await;
        assert!(!post.decide(comment, Decision::Shown).await, "{address}");
    }
    let spam = post.comment(article, "another@post.example").await;
    let forget = move |tx: &mut Tx<'_, '_>| outbox::forget_address(tx, spam);
    post.newsroom.app.db.write(forget).await.unwrap();
    assert!(post.addresses().await.is_empty());
    assert_eq!(post.kept().await.len(), 5);
}

#[tokio::test]
async fn an_address_that_nobody_decided_about_is_forgotten_after_thirty_days() {
    let post = Post::open().await;
    let article = post.story(Lang::En).await;
    post.comment(article, "omar@post.example").await;
    post.pass(30 * DAY_MS - 1);
    post.tidy().await;
    assert_eq!(post.addresses().await, ["omar@post.example"]);
    post.pass(1);
    post.tidy().await;
    assert!(post.addresses().await.is_empty());
}
