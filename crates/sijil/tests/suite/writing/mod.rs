//! Stories at the desk, through its pages: Layla writes, Omar edits.

mod awaits;
mod front;
mod saving;
mod shown;
mod steps;

use http::StatusCode;
use serde_json::Value;
use sijil::articles::ArticleId;
use sijil::staff::Role;
use sijil_text::Lang;

use crate::support::{Answer, SignedIn, TestNewsroom};

/// A newsroom with a reporter and an editor.
struct Desk {
    newsroom: TestNewsroom,
    layla: SignedIn,
    omar: SignedIn,
}

impl Desk {
    async fn open() -> Self {
        let newsroom = TestNewsroom::open().await;
        let layla = newsroom.signed_in("layla", Role::Reporter).await;
        let omar = newsroom.signed_in("omar", Role::Editor).await;
        Self {
            newsroom,
            layla,
            omar,
        }
    }

    /// A story of Layla's with a headline and a text.
    async fn story(&self) -> ArticleId {
        let id = self.newsroom.begin(self.layla.id, Lang::En, "Snow").await;
        let saved = self
            .autosave(&self.layla, id, "0", "Snow closes the road")
            .await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        let fields = [("release", "1")];
        self.post(&self.layla, id, "/lock", &fields).await;
        id
    }

    async fn autosave(
        &self,
        who: &SignedIn,
        id: ArticleId,
        version: &str,
        headline: &str,
    ) -> Answer {
        let fields = [
            ("version", version),
            ("page", "p1"),
            ("headline", headline),
            ("body", "The road is closed.\n\nNobody was hurt."),
        ];
        self.post(who, id, "/draft", &fields).await
    }

    async fn post(
        &self,
        who: &SignedIn,
        id: ArticleId,
        step: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let address = format!("/desk/stories/{id}{step}");
        self.newsroom.post_as(who, &address, fields).await
    }

    /// Takes a step that must be taken; gives the page that says so.
    async fn step(
        &self,
        who: &SignedIn,
        id: ArticleId,
        step: &str,
        fields: &[(&str, &str)],
    ) -> String {
        let answer = self.post(who, id, step, fields).await;
        assert_eq!(
            answer.status,
            StatusCode::SEE_OTHER,
            "{step}: {}",
            answer.text()
        );
        let onward = answer.header("location").to_owned();
        self.newsroom.get_as(who, &onward).await.text()
    }

    /// Takes a step that is refused with a sentence.
    async fn refused(&self, id: ArticleId, step: &str, fields: &[(&str, &str)], why: &str) {
        let answer = self.post(&self.omar, id, step, fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{step}");
        assert!(answer.text().contains(why), "{step}: {}", answer.text());
    }

    async fn page(&self, who: &SignedIn, id: ArticleId) -> String {
        let address = format!("/desk/stories/{id}");
        self.newsroom.get_as(who, &address).await.text()
    }
}

fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}
