//! Threads as readers see them.

use http::StatusCode;
use sijil::comments::{CommentId, NewComment, State, set_best};
use sijil_text::Lang;

use super::{places, story, written};
use crate::support::{Draft, NOW, TestNewsroom};

/// All places of a thread, by following the link to the next page.
async fn walked(newsroom: &TestNewsroom, address: &str) -> Vec<CommentId> {
    let (mut all, mut next) = (Vec::new(), Some(address.to_owned()));
    while let Some(here) = next {
        let page = newsroom.get(&here).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        all.extend(places(&text));
        let link = text
            .split("\" rel=\"next\"")
            .next()
            .filter(|before| before.len() < text.len());
        let href = link.and_then(|before| before.rsplit("href=\"").next());
        next = href.map(|href| href.replace("&#38;", "&").replace("&amp;", "&"));
    }
    all
}

#[tokio::test]
async fn a_thread_is_read_page_by_page_in_three_orders() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let mut ids = Vec::new();
    for at in 0..120 {
        // Some at the same moment: the order is total all the same.
        ids.push(newsroom.says(article, at / 3, None).await);
    }
    assert_eq!(walked(&newsroom, &thread).await, ids);
    let newest: Vec<_> = ids.iter().copied().rev().collect();
    assert_eq!(
        walked(&newsroom, &format!("{thread}?sort=newest")).await,
        newest
    );
    let loved = ids[70];
    newsroom
        .app
        .db
        .write(move |tx| set_best(tx, loved, 900))
        .await
        .unwrap();
    let best = walked(&newsroom, &format!("{thread}?sort=best")).await;
    assert_eq!((best.len(), best[0]), (120, loved));
    let first = newsroom.get(&thread).await.text();
    assert!(
        first.contains("120 comments") && !first.contains("noindex"),
        "{first}"
    );
}

#[tokio::test]
async fn an_answer_has_its_place_in_its_conversation() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let root = newsroom.says(article, 0, None).await;
    let mut answers = Vec::new();
    for at in 1..=60 {
        answers.push(newsroom.says(article, at, Some(root)).await);
    }
    let to_an_answer = newsroom.says(article, 100, Some(answers[0])).await;
    let page = newsroom.get(&thread).await.text();
    // Three stand open, the others are folded, and the rest has a page of its own.
    let (open, folded) = page.split_once("<details").unwrap();
    assert_eq!(places(open).len(), 1 + 3);
    assert_eq!(places(folded).len(), 17);
    assert!(folded.contains(&format!("href=\"{thread}{root}/\"")));
    let own = newsroom.get(&format!("{thread}{}/", answers[4])).await;
    assert_eq!(own.status, StatusCode::FOUND);
    assert_eq!(
        own.header("location"),
        format!("{thread}{root}/#c{}", answers[4])
    );
    let far = newsroom.get(&format!("{thread}{to_an_answer}/")).await;
    let far = far.header("location").to_owned();
    assert!(
        far.contains("?after=") && far.ends_with(&format!("#c{to_an_answer}")),
        "{far}"
    );
    let there = newsroom.get(far.split('#').next().unwrap()).await.text();
    assert!(there.contains(&format!("id=\"c{to_an_answer}\"")));
    assert!(
        there.contains(&format!("href=\"#c{}\"", answers[0])),
        "{there}"
    );
    let whole = walked(&newsroom, &format!("{thread}{root}/")).await;
    assert_eq!(whole.iter().filter(|id| **id != root).count(), 61);
}

#[tokio::test]
async fn a_comment_that_is_taken_back_keeps_its_place_while_an_answer_is_shown() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let [alone, root] = [
        newsroom.says(article, 1, None).await,
        newsroom.says(article, 2, None).await,
    ];
    let answer = newsroom.says(article, 3, Some(root)).await;
    let last = newsroom.says(article, 4, Some(answer)).await;
    for id in [alone, root, answer] {
        newsroom.moves(id, State::Withdrawn).await;
    }
    let see = async |wanted: &[CommentId], shown: &str| {
        newsroom
            .eventually("the page follows", async || {
                places(&newsroom.get(&thread).await.text()) == wanted
            })
            .await;
        let page = newsroom.get(&thread).await.text();
        assert!(page.contains(shown), "{page}");
        assert!(
            !page.contains("Words number 2.") && !page.contains("Words number 3."),
            "{page}"
        );
    };
    see(&[root, answer, last], "1 comment<").await;
    assert_eq!(newsroom.get(&format!("{thread}{alone}/")).await.status, 404);
    newsroom.moves(last, State::Erased).await;
    see(&[], "No comments").await;
    newsroom.moves(last, State::Shown).await;
    see(&[root, answer, last], "1 comment<").await;
}

#[tokio::test]
async fn a_story_shows_its_first_comments_and_the_form() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let address = "/en/2026/11/08/water-is-back/";
    let empty = newsroom.get(address).await.text();
    assert!(empty.contains("id=\"write\"") && !empty.contains("commentCount"));
    let long = NewComment {
        body: "word ".repeat(200),
        ..written(&newsroom, article, 0)
    };
    newsroom.keep(long).await.unwrap();
    for at in 1..=4 {
        newsroom.says(article, at, None).await;
    }
    newsroom
        .eventually("the comments are under the story", async || {
            newsroom
                .get(address)
                .await
                .text()
                .contains("\"commentCount\":5")
        })
        .await;
    let page = newsroom.get(address).await.text();
    assert_eq!(places(&page).len(), 3);
    assert!(page.contains("Read all 5 comments") && page.contains(&format!("href=\"{thread}\"")));
    assert!(page.matches("word ").count() < 60);
    let text = newsroom
        .get("/en/text/2026/11/08/water-is-back/")
        .await
        .text();
    assert!(text.contains("action=\"/en/text/comments/"));
}

#[tokio::test]
async fn hostile_words_are_shown_as_words() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let body = "<script>alert(1)</script> & <b>x</b>\nhttps://a.example/\"onclick=x javascript:y\n\nنص عربي";
    let name = "\"><img src=x>";
    let hostile = NewComment {
        body: body.to_owned(),
        name: name.to_owned(),
        ..written(&newsroom, article, 0)
    };
    let id = newsroom.keep(hostile).await.unwrap();
    for page in [
        thread.clone(),
        format!("{thread}{id}/"),
        format!("/en/comments/{id}/reply"),
        format!("/ar/comments/{id}/report"),
        format!("{thread}feed.atom"),
    ] {
        let page = newsroom.get(&page).await;
        assert_eq!(page.status, 200);
        let text = page.text();
        assert!(
            !text.contains("<script>alert")
                && !text.contains("<img src=x")
                && !text.contains("<b>"),
            "{text}"
        );
        assert!(
            !text.contains("href=\"javascript") && !text.contains("\"onclick"),
            "{text}"
        );
    }
    let page = newsroom.get(&thread).await.text();
    assert!(page.contains("<p dir=\"auto\">نص عربي</p>"), "{page}");
    assert!(
        page.contains(
            "<a href=\"https://a.example/\" rel=\"nofollow ugc noopener\" dir=\"ltr\">a.example</a>"
        ),
        "{page}"
    );
    assert!(page.contains("<bdi class=\"comment__author\">"), "{page}");
}

#[tokio::test]
async fn a_thread_has_a_feed_and_both_languages() {
    let newsroom = TestNewsroom::open().await;
    let (article, thread) = story(&newsroom).await;
    let arabic = Draft {
        translates: Some(article),
        ..Draft::arabic("عاد الماء", "<p>نعم.</p>")
    };
    let arabic = newsroom.publish(arabic).await;
    let root = newsroom.says(article, 1, None).await;
    newsroom.says(article, 2, Some(root)).await;
    newsroom.says(arabic, 3, None).await;
    let feed = newsroom.get(&format!("{thread}feed.atom")).await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    let feed = feed.text();
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert!(
        feed.contains(&format!(
            "<thr:in-reply-to ref=\"https://paper.example{thread}{root}/\""
        )),
        "{feed}"
    );
    let own = newsroom.get("/ar/2026/11/08/عاد-الماء/comments/").await;
    assert_eq!(own.status, 200, "{}", own.text());
    let own = own.text();
    assert!(
        own.contains("lang=\"ar\" dir=\"rtl\"") && own.contains("تعليق واحد"),
        "{own}"
    );
    let english = newsroom.get(&thread).await.text();
    assert!(english.contains("hreflang=\"ar\""), "{english}");
    assert_eq!(Lang::ALL.len(), 2);
    assert_eq!(NOW, newsroom.app.now());
}
