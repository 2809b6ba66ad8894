//! What editors are told of truces whose end comes.

use sijil::record::clock;
use sijil::staff::Role;
use sijil_text::Day;

use super::{DAY_MS, Post};

impl Post {
    async fn editor(&self, login: &'static str, role: Role, lang: &str) {
        let someone = self.newsroom.signed_in(login, role).await;
        let mail = format!("{login}@post.example");
        let fields = [("name", login), ("mail", mail.as_str())];
        self.newsroom
            .post_as(&someone, "/desk/account", &fields)
            .await;
        let fields = [("lang", lang)];
        self.newsroom
            .post_as(&someone, "/desk/language", &fields)
            .await;
    }

    async fn remind(&self) -> usize {
        clock::remind(&self.newsroom.app).await.unwrap()
    }
}

#[tokio::test]
async fn editors_hear_of_a_truce_three_days_before_its_end_and_on_the_day_once_each() {
    let post = Post::open().await;
    post.editor("layla", Role::Editor, "ar").await;
    post.editor("sami", Role::Admin, "en").await;
    post.editor("omar", Role::Moderator, "en").await;
    let (_, group) = post
        .newsroom
        .tells(None, |told| {
            told.effective = Some(Day::parse("2026-10-12").unwrap());
        })
        .await;
    // Tests happen on 8 November; the month ends on the 12th.
    assert_eq!(post.remind().await, 0, "four days before");
    post.pass(DAY_MS);
    assert_eq!(post.remind().await, 2, "three days before");
    assert_eq!(post.remind().await, 0, "once");
    assert_eq!(post.send().await, 2);
    let mails = post.mails();
    let to = |address: &str| {
        let is_to = |mail: &&super::Taken| mail.recipients == [address];
        mails.iter().find(is_to).expect("a mail to that address")
    };
    let (arabic, english) = (to("layla@post.example"), to("sami@post.example"));
    assert_eq!(
        arabic.header("Subject"),
        ["السجل: هدنة تنتهي في ١٢ تشرين الثاني/نوفمبر ٢٠٢٦"]
    );
    assert!(
        arabic.body.contains("حُسب من أول أيام الهدنة"),
        "{}",
        arabic.body
    );
    for wanted in [
        "is to end on 12 November 2026",
        "A truce",
        "https://paper.example/desk/record/",
        "never ends by itself",
    ] {
        assert!(
            english.body.contains(wanted),
            "{wanted} in {}",
            english.body
        );
    }

    post.pass(3 * DAY_MS);
    assert_eq!(post.remind().await, 2, "on the day");
    post.pass(5 * DAY_MS);
    assert_eq!(post.remind().await, 0, "not again while nobody has looked");
    post.pass(365 * DAY_MS);
    assert_eq!(
        post.remind().await,
        0,
        "an old truce is for the desk's list"
    );
    let due = post
        .newsroom
        .writes(|tx| clock::due(tx, Day::parse("2027-11-12").unwrap(), 10))
        .await;
    assert_eq!(due.first().map(|one| one.id), Some(group));
}
