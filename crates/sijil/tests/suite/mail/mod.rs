//! Mail, by way of a real mail server.

mod decisions;
mod digest;
mod notices;
mod sending;
mod truces;

use sijil::config::{Config, Smtp};
use sijil::db::{DbError, Tx, UtcMillis};
use sijil::outbox;

use crate::support::TestNewsroom;
use crate::support::mail_server::{MailBox, MailServer, Taken};

const MINUTE_MS: i64 = 60 * 1000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A newsroom and the server that takes its mail.
struct Post {
    newsroom: TestNewsroom,
    taken: MailBox,
    server: MailServer,
}

/// What is kept of a mail.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    recipient: String,
    body: String,
    state: String,
    attempts: i64,
    failure: String,
}

impl Post {
    async fn open() -> Self {
        Self::open_with(&[], "", |_| {}).await
    }

    /// With a server that has options, a login before its address, and settings of its own.
    async fn open_with(options: &[&str], login: &str, set: impl FnOnce(&mut Config)) -> Self {
        let taken = MailBox::make();
        let server = MailServer::start(&taken, options);
        let newsroom = TestNewsroom::open_with(|config| {
            sends_to(config, &server, login);
            set(config);
        });
        let newsroom = newsroom.await;
        Self {
            newsroom,
            taken,
            server,
        }
    }

    /// Sends what is due; gives how many mails left.
    async fn send(&self) -> usize {
        outbox::send_due(&self.newsroom.app).await.unwrap()
    }

    /// The same, later by so many milliseconds.
    async fn send_after(&self, later: i64) -> usize {
        self.pass(later);
        self.send().await
    }

    /// Lets time pass.
    fn pass(&self, later: i64) {
        let now = self.newsroom.app.now();
        self.newsroom.clock.set(UtcMillis(now.0 + later));
    }

    async fn tidy(&self) {
        let now = self.newsroom.app.now();
        let tidied = self.newsroom.app.db.write(move |tx| outbox::tidy(tx, now));
        tidied.await.unwrap();
    }

    fn mails(&self) -> Vec<Taken> {
        self.taken.mails()
    }

    async fn kept(&self) -> Vec<Kept> {
        kept(&self.newsroom).await
    }
}

/// Lets a newsroom send its mail to a server.
fn sends_to(config: &mut Config, server: &MailServer, login: &str) {
    let address = format!("smtp://{login}{}:{}", server.host, server.port);
    config.mail.smtp = Some(Smtp::parse(&address).unwrap());
    config.mail.from = Some("صحيفة الوادي <desk@paper.example>".parse().unwrap());
}

async fn kept(newsroom: &TestNewsroom) -> Vec<Kept> {
    const SQL: &str = "
        select recipient, body, state, attempts, failure
        from outbox
        order by id";
    let rows = newsroom.app.db.read(|tx: &mut Tx<'_, '_>| {
        tx.query(SQL, &[], |row| {
            Ok(Kept {
                recipient: row.get(0)?,
                body: row.get(1)?,
                state: row.get(2)?,
                attempts: row.get(3)?,
                failure: row.get(4)?,
            })
        })
    });
    rows.await.map_err(|error: DbError| error).unwrap()
}
