//! Takes mail to the server, in the order in which it fell due.

use std::time::{Duration, SystemTime};

use anyhow::Context;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{self, response::Severity};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use sijil_text::clean_line;
use tokio::time::timeout;

use super::store::{self, Waiting};
use crate::app::App;
use crate::config::{Safety, Smtp};
use crate::db::{DbError, UtcMillis};

/// Mails in a row, before others have their turn.
const AT_ONCE_MAX: usize = 50;
/// A mail that the server did not take within this long was not sent. Less than the first of
/// [`PAUSES_MINUTES`], so that nobody else takes it meanwhile.
const SEND_MAX: Duration = Duration::from_secs(45);
const MINUTE_MS: i64 = 60 * 1000;
/// Between one attempt and the next; after the last of them, the same again.
const PAUSES_MINUTES: [i64; 5] = [1, 5, 30, 120, 480];
/// A mail is given up when it fails this long after it was written, which is tried once more.
const TRIED_MS_MAX: i64 = 2 * 24 * 60 * MINUTE_MS;
/// Characters of a failure that are kept.
const FAILURE_CHARS_MAX: usize = 300;
/// Replies that speak of the recipient and will not change (RFC 5321 §4.2.3): no such mailbox,
/// moved, no such name, takes no mail. Others may be mended by who runs the newsroom.
const REFUSED: [u16; 4] = [550, 551, 553, 556];

/// Why a mail was not sent.
struct Failure {
    text: String,
    /// Whether it is of this recipient alone, and for good.
    is_final: bool,
}

/// Sends what is due; gives how many mails left. At the first failure that is not one
/// recipient's alone, the others wait for the next time.
///
/// # Errors
/// When the database fails; what could not be sent is noted with its mail.
pub async fn send_due(app: &App) -> Result<usize, DbError> {
    let Some(server) = &app.config.mail.smtp else {
        return Ok(0);
    };
    let mut count = 0;
    for _ in 0..AT_ONCE_MAX {
        let Some(waiting) = claim(app).await? else {
            break;
        };
        match carry(app, server, &waiting).await {
            Ok(()) => {
                let (id, now) = (waiting.id, app.now());
                app.db.write(move |tx| store::sent(tx, id, now)).await?;
                count += 1;
            }
            Err(failure) => {
                note(app, &waiting, &failure).await?;
                if !failure.is_final {
                    break;
                }
            }
        }
    }
    Ok(count)
}

/// Takes the next mail that is due and puts its next attempt off: whoever ends before it is sent
/// leaves it waiting.
async fn claim(app: &App) -> Result<Option<Waiting>, DbError> {
    let now = app.now();
    if app.db.read(move |tx| store::due(tx, now)).await?.is_none() {
        return Ok(None);
    }
    let claim = move |tx: &mut crate::db::Tx<'_, '_>| match store::due(tx, now)? {
        Some(due) => {
            // The last attempt falls on the day it is given up.
            let last = (due.at.0 + TRIED_MS_MAX).max(now.0 + MINUTE_MS);
            let next = (now.0 + pause(due.attempts)).min(last);
            store::claim(tx, &due, UtcMillis(next))
        }
        None => Ok(None),
    };
    app.db.write(claim).await
}

/// Milliseconds to the attempt after the next, when there were `attempts` so far.
fn pause(attempts: i64) -> i64 {
    let longest = PAUSES_MINUTES.last().copied().unwrap_or_default();
    let index = usize::try_from(attempts).unwrap_or_default();
    PAUSES_MINUTES.get(index).copied().unwrap_or(longest) * MINUTE_MS
}

async fn note(app: &App, waiting: &Waiting, failure: &Failure) -> Result<(), DbError> {
    let (id, now) = (waiting.id, app.now());
    let is_given_up = failure.is_final || now.0 - waiting.at.0 >= TRIED_MS_MAX;
    let text = failure.text.clone();
    tracing::warn!(
        mail = id.0,
        attempts = waiting.attempts,
        given_up = is_given_up,
        failure = text,
        "a mail was not sent"
    );
    let write = move |tx: &mut crate::db::Tx<'_, '_>| {
        if is_given_up {
            store::give_up(tx, (id, now), &text)
        } else {
            store::failed(tx, id, &text)
        }
    };
    app.db.write(write).await
}

async fn carry(app: &App, server: &Smtp, waiting: &Waiting) -> Result<(), Failure> {
    let failure = |text: &str, is_final| Failure {
        // Servers like to repeat the address, which is to be forgotten.
        text: clean_line(&text.replace(&waiting.recipient, "…"))
            .chars()
            .take(FAILURE_CHARS_MAX)
            .collect(),
        is_final,
    };
    let from = app.config.mail.from.as_ref();
    let ready = from
        .context("mail.from is not set")
        .and_then(|from| Ok((message(from, waiting)?, transport(server, from)?)));
    let (message, transport) = ready.map_err(|error| failure(&format!("{error:#}"), false))?;
    match timeout(SEND_MAX, transport.send(message)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(failure(&error.to_string(), is_final(&error))),
        Err(_) => Err(failure("the server did not answer in time", false)),
    }
}

fn is_final(error: &smtp::Error) -> bool {
    let code = error.status();
    code.is_some_and(|code| {
        code.severity == Severity::PermanentNegativeCompletion && REFUSED.contains(&code.into())
    })
}

/// The same bytes at each attempt: who gets a mail twice sees by its identifier that it is one.
fn message(from: &Mailbox, waiting: &Waiting) -> anyhow::Result<Message> {
    let id = format!("<sijil-{}@{}>", waiting.id, from.email.domain());
    let written = u64::try_from(waiting.at.0).unwrap_or_default();
    let header = |name, value: &str| {
        HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
    };
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, waiting.recipient.parse()?))
        .subject(waiting.subject.clone())
        .message_id(Some(id))
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(written))
        // RFC 3834 §5: no answering machine answers.
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", waiting.lang.code()))
        .header(ContentType::TEXT_PLAIN)
        // On the way a line end is added to the last line.
        .body(waiting.body.trim_end_matches('\n').to_owned())
        .context("put the mail together")
}

fn transport(server: &Smtp, from: &Mailbox) -> anyhow::Result<AsyncSmtpTransport<Tokio1Executor>> {
    let parameters =
        || TlsParameters::new(server.host.clone()).context("read this machine's root certificates");
    let tls = match server.safety {
        Safety::Tls => Tls::Wrapper(parameters()?),
        Safety::StartTls => Tls::Required(parameters()?),
        Safety::Loopback => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(SEND_MAX))
        .hello_name(ClientId::Domain(from.email.domain().to_owned()));
    if let Some((user, password)) = &server.login {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(builder.build())
}
