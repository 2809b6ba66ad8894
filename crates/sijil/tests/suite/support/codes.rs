//! Forms as a reader fills them in: with a code, and with its answer.

use sijil::articles::ArticleId;
use sijil_ramz::Action;

use super::{Answer, TestNewsroom};

/// The address that readers of tests have, unless a test says otherwise.
pub(crate) const HOME: &str = "192.0.2.7";

/// A code that a form got, and the work that answers it.
pub(crate) struct Code {
    pub(crate) token: String,
    pub(crate) work: String,
}

impl TestNewsroom {
    /// A code for a comment, as a page's script gets and answers it.
    pub(crate) async fn code(&self, article: ArticleId) -> Code {
        self.code_for("comment", Action::Comment, article.0).await
    }

    /// A code for an act on a thing.
    pub(crate) async fn code_for(&self, act: &str, action: Action, object: i64) -> Code {
        let answer = self.get(&format!("/en/ramz/{act}/{object}")).await;
        let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        let token = json["token"].as_str().unwrap().to_owned();
        let opened = self
            .app
            .codes
            .open(&token, (action, object), self.app.now())
            .unwrap();
        let is_right = |counter: &u32| opened.ramz.is_worked(&counter.to_string());
        let work = (0..).find(is_right).unwrap().to_string();
        Code { token, work }
    }

    /// Sends a comment with a code that is answered.
    pub(crate) async fn comment(&self, article: ArticleId, text: &str, code: &Code) -> Answer {
        let fields = [
            ("name", "Rima"),
            ("text", text),
            ("ramz", &code.token),
            ("work", &code.work),
        ];
        self.send(article, &fields).await
    }

    /// Sends a comment's form.
    pub(crate) async fn send(&self, article: ArticleId, fields: &[(&str, &str)]) -> Answer {
        let address = format!("/en/comments/{article}");
        self.post(&address, fields, &[], HOME).await
    }
}
