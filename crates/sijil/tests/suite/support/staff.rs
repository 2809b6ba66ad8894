//! People who sign in, for tests: Omar moderates, Layla writes, and their password is no secret.

use http::Method;
use sijil::db::Tx;
use sijil::ledger::Hand;
use sijil::staff::{self, NewSession, Reach, Role, Staff, StaffId, Token, Way};
use sijil_text::Lang;

use super::{Answer, TestNewsroom};

/// Everybody's password.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// Somebody with an open session, without the wait for a password's hash.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) id: StaffId,
    pub(crate) cookie: String,
}

impl TestNewsroom {
    /// Takes somebody on who can sign in with [`PASSWORD`].
    pub(crate) async fn hire(&self, login: &'static str, role: Role) -> StaffId {
        let hash = staff::hashed(PASSWORD).unwrap();
        self.hire_with(login, role, hash).await
    }

    /// Takes somebody on who has a login of their own and cannot sign in by it.
    pub(crate) async fn hire_any(&self, role: Role) -> StaffId {
        let number: i64 = self.app.ids.next(self.app.now());
        self.hire_with(&format!("somebody{number}"), role, "none".to_owned())
            .await
    }

    /// Takes somebody on by a one-time link; gives who, and the link's token.
    pub(crate) async fn invited(&self, role: Role) -> (Staff, String) {
        let number: i64 = self.app.ids.next(self.app.now());
        let new = self.person(&format!("invited{number}"), role);
        let token = Token::random().unwrap();
        let (app, whom, made) = (self.app.clone(), new.clone(), token.clone());
        let invite = move |tx: &mut Tx<'_, '_>| {
            let hand = Hand {
                by: None,
                at: app.now(),
                ids: &app.ids,
            };
            staff::invite(tx, &app, &hand, (&whom, None), &made)
        };
        self.app.db.write(invite).await.unwrap();
        (new, token.as_str().to_owned())
    }

    fn person(&self, login: &str, role: Role) -> Staff {
        Staff {
            id: self.app.ids.next(self.app.now()),
            login: login.to_owned(),
            name: login.to_owned(),
            lang: Lang::En,
            role,
            is_disabled: false,
            reach: Reach::default(),
            session: None,
        }
    }

    async fn hire_with(&self, login: &str, role: Role, hash: String) -> StaffId {
        let (now, new) = (self.app.now(), self.person(login, role));
        let id = new.id;
        let add = move |tx: &mut Tx<'_, '_>| staff::add(tx, &new, &hash, now);
        self.app.db.write(add).await.unwrap();
        id
    }

    /// Takes somebody on and opens a session for them.
    pub(crate) async fn signed_in(&self, login: &'static str, role: Role) -> SignedIn {
        let id = self.hire_with(login, role, "none".to_owned()).await;
        self.session(id).await
    }

    /// Opens a session for somebody.
    pub(crate) async fn session(&self, id: StaffId) -> SignedIn {
        let (token, now) = (Token::random().unwrap(), self.app.now());
        let cookie = format!("__Host-desk={}", token.as_str());
        let session = NewSession {
            id: self.app.ids.next(now),
            staff: id,
            way: Way::Passkey,
            browser: String::new(),
        };
        let open = move |tx: &mut Tx<'_, '_>| staff::open(tx, &session, &token, now);
        self.app.db.write(open).await.unwrap();
        SignedIn { id, cookie }
    }

    /// Limits somebody to languages and sections.
    pub(crate) async fn limit(&self, who: StaffId, reach: Reach) {
        let limit = move |tx: &mut Tx<'_, '_>| staff::limit(tx, who, &reach);
        self.app.db.write(limit).await.unwrap();
    }

    /// What somebody gets at an address.
    pub(crate) async fn get_as(&self, who: &SignedIn, address: &str) -> Answer {
        let headers = [("cookie", who.cookie.as_str())];
        self.ask(Method::GET, address, &headers).await
    }

    /// What somebody gets who sends a form.
    pub(crate) async fn post_as(
        &self,
        who: &SignedIn,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let headers = [("cookie", who.cookie.as_str())];
        self.post(address, fields, &headers, "192.0.2.1").await
    }
}
