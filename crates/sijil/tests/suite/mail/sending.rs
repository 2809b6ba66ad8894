//! From the table to the mailbox.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use sijil::db::{DbError, Tx};
use sijil::outbox::{self, Mail, Recipient};
use sijil_text::Lang;

use super::{DAY_MS, MINUTE_MS, Post};
use crate::support::mail_server::{MailBox, MailServer, certificate};
use crate::support::{TestDatabase, TestNewsroom};

fn mail(recipient: &str, subject: &str, body: &str) -> Mail {
    Mail {
        recipient: Recipient::parse(recipient).unwrap(),
        lang: Lang::Ar,
        subject: subject.to_owned(),
        body: body.to_owned(),
    }
}

async fn enqueue(newsroom: &TestNewsroom, mail: Mail) -> bool {
    let app = newsroom.app.clone();
    let write = move |tx: &mut Tx<'_, '_>| outbox::enqueue(tx, &app, &mail);
    newsroom.app.db.write(write).await.unwrap()
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let post = Post::open().await;
    let long = "عادت المياه إلى مرج اللبن بعد تسعة أيام. ".repeat(40);
    let subject = "لم يُنشر تعليقك: القاعدة الثالثة، وهي أطول من أن تتسع لها كلمة مرمّزة واحدة";
    let body = format!(
        "\u{200F}مرحبًا،\n.\n..\nFrom here\n\n{long}\nhttps://paper.example/ar/2026/11/08/%D9%85/\n"
    );
    enqueue(&post.newsroom, mail("omar@post.example", subject, &body)).await;
    assert_eq!(post.send().await, 1);
    let mails = post.mails();
    let taken = &mails[0];
    assert_eq!(taken.recipients, ["omar@post.example"]);
    assert_eq!(taken.body, body.trim_end());
    for (name, wanted) in [
        ("Subject", subject),
        ("From", "صحيفة الوادي <desk@paper.example>"),
        ("To", "omar@post.example"),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", "ar"),
        ("Content-Type", "text/plain; charset=\"utf-8\""),
        ("Date", "Sun, 08 Nov 2026 09:00:00 +0000"),
    ] {
        assert_eq!(taken.header(name), [wanted], "{name}");
    }
    // RFC 5322 §2.1.1, without which servers cut or refuse.
    let longest = taken.raw.split("\r\n").map(str::len).max();
    assert!(longest <= Some(998) && taken.raw.is_ascii(), "{longest:?}");
    assert_eq!(post.send().await, 0, "once");
}

#[tokio::test]
async fn nothing_in_a_subject_or_a_text_becomes_a_header_a_recipient_or_a_second_mail() {
    let post = Post::open().await;
    let cases = [
        ("News\r\nBcc: layla@post.example", "text\n"),
        ("News\nBcc: layla@post.example\n\nanother body", "text\n"),
        ("News\u{2028}Bcc: layla@post.example\0", "text\n"),
        (
            "News",
            "text\n.\nMAIL FROM:<x@x.example>\nRCPT TO:<layla@post.example>\nDATA\n",
        ),
        ("News", "\n\nBcc: layla@post.example\n\ntext\n"),
    ];
    for (subject, body) in cases {
        enqueue(&post.newsroom, mail("omar@post.example", subject, body)).await;
    }
    assert_eq!(post.send().await, cases.len());
    let mails = post.mails();
    assert_eq!(mails.len(), cases.len());
    for (taken, (subject, body)) in mails.iter().zip(cases) {
        assert_eq!(taken.recipients, ["omar@post.example"], "{subject:?}");
        assert_eq!(taken.body.trim_end(), body.trim_end());
        assert!(taken.header("Bcc").is_empty(), "{}", taken.raw);
        assert_eq!(taken.header("Subject").len(), 1);
    }
}

#[tokio::test]
async fn mail_waits_while_the_server_is_down_and_then_leaves_once() {
    let mut post = Post::open().await;
    let (host, port) = (post.server.host.clone(), post.server.port);
    drop(post.server);
    enqueue(&post.newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    let newsroom = &post.newsroom;
    assert_eq!(outbox::send_due(&newsroom.app).await.unwrap(), 0);
    assert_eq!(outbox::send_due(&newsroom.app).await.unwrap(), 0);
    let waiting = super::kept(newsroom).await;
    assert_eq!(
        (waiting[0].state.as_str(), waiting[0].attempts),
        ("waiting", 1)
    );
    assert!(waiting[0].failure.contains("refused"), "{waiting:?}");

    post.server = MailServer::start_at(&post.taken, &host, port, &[]);
    assert_eq!(
        post.send_after(MINUTE_MS - 1).await,
        0,
        "not before its time"
    );
    assert_eq!(post.send_after(1).await, 1);
    assert_eq!(post.send_after(DAY_MS).await, 0);
    assert_eq!(post.mails().len(), 1);
    let sent = post.kept().await;
    assert_eq!(
        (sent[0].state.as_str(), sent[0].failure.as_str()),
        ("sent", "")
    );
}

#[tokio::test]
async fn who_gets_a_mail_twice_can_see_that_it_is_one() {
    let post = Post::open_with(&["forgetful"], "", |_| {}).await;
    enqueue(&post.newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    assert_eq!(
        post.send().await,
        0,
        "the server kept it and did not say so"
    );
    assert_eq!(post.send_after(MINUTE_MS).await, 1);
    let mails = post.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].raw, mails[1].raw);
    let id = mails[0].header("Message-ID")[0];
    assert!(
        id.starts_with("<sijil-") && id.ends_with("@paper.example>"),
        "{id}"
    );
}

#[tokio::test]
async fn a_wrong_password_is_noted_until_the_mail_is_given_up() {
    let post = Post::open_with(&["login=desk:right"], "desk:wrong%21@", |_| {}).await;
    enqueue(&post.newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    let mut passed = 0;
    while post.kept().await[0].state == "waiting" {
        assert!(passed <= 2 * DAY_MS, "two days have passed");
        assert_eq!(post.send().await, 0);
        post.pass(10 * MINUTE_MS);
        passed += 10 * MINUTE_MS;
    }
    let kept = post.kept().await;
    assert_eq!(kept[0].state, "given_up");
    assert!(kept[0].failure.contains("535"), "{kept:?}");
    assert!(!kept[0].failure.contains("wrong"), "{kept:?}");
    // About 0, 1, 6, 36 minutes, 2.6, 10.6, 18.6, 26.6, 34.6, 42.6 and 48 hours after it was written.
    assert!((10..=12).contains(&kept[0].attempts), "{kept:?}");
    assert!(post.mails().is_empty());
}

#[tokio::test]
async fn a_mailbox_that_is_gone_holds_up_no_other_and_its_address_is_not_noted() {
    let post = Post::open_with(&["login=desk:right"], "desk:right@", |_| {}).await;
    enqueue(&post.newsroom, mail("gone@post.example", "خبر", "نص\n")).await;
    enqueue(&post.newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    assert_eq!(post.send().await, 1);
    let kept = post.kept().await;
    assert_eq!(
        (kept[0].state.as_str(), kept[1].state.as_str()),
        ("given_up", "sent")
    );
    assert!(kept[0].failure.contains("550"), "{kept:?}");
    assert!(!kept[0].failure.contains("gone@"), "{kept:?}");
}

#[tokio::test]
async fn two_senders_on_one_database_send_each_mail_once() {
    let post = Post::open().await;
    for number in 0..20 {
        let recipient = format!("omar{number}@post.example");
        enqueue(&post.newsroom, mail(&recipient, "خبر", "نص\n")).await;
    }
    while post.kept().await.iter().any(|mail| mail.state == "waiting") {
        tokio::join!(post.send(), post.send(), post.send());
    }
    let mut recipients: Vec<String> = post
        .mails()
        .into_iter()
        .flat_map(|taken| taken.recipients)
        .collect();
    assert_eq!(recipients.len(), 20);
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 20);
}

#[tokio::test]
async fn without_a_server_no_mail_is_written() {
    let newsroom = TestNewsroom::open().await;
    let was_kept = enqueue(&newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    assert!(!was_kept);
    assert!(super::kept(&newsroom).await.is_empty());
    assert_eq!(outbox::send_due(&newsroom.app).await.unwrap(), 0);
}

#[tokio::test]
async fn a_mail_that_is_undone_with_its_cause_was_never_written() {
    let post = Post::open().await;
    let app = post.newsroom.app.clone();
    let undone = post.newsroom.app.db.write(move |tx: &mut Tx<'_, '_>| {
        outbox::enqueue(tx, &app, &mail("omar@post.example", "خبر", "نص\n"))?;
        Err::<(), _>(DbError::NoRow)
    });
    undone.await.unwrap_err();
    assert!(post.kept().await.is_empty());
}

#[tokio::test]
async fn what_left_is_forgotten_after_a_day_and_what_cannot_leave_is_given_up() {
    let post = Post::open().await;
    enqueue(&post.newsroom, mail("omar@post.example", "خبر", "نص\n")).await;
    assert_eq!(post.send().await, 1);
    post.pass(DAY_MS);
    post.tidy().await;
    assert_eq!(post.kept().await[0].recipient, "omar@post.example");
    post.pass(1);
    post.tidy().await;
    let kept = post.kept().await;
    assert_eq!(
        (kept[0].recipient.as_str(), kept[0].body.as_str()),
        ("", "")
    );

    enqueue(&post.newsroom, mail("layla@post.example", "خبر", "نص\n")).await;
    post.pass(3 * DAY_MS + 1);
    post.tidy().await;
    assert_eq!(post.kept().await[1].state, "given_up");
    assert_eq!(post.send().await, 0);
    post.pass(31 * DAY_MS);
    post.tidy().await;
    assert!(post.kept().await.is_empty());
}

/// A program that serves a newsroom whose digest is due at once, to an address that speaks TLS.
fn serve(made: &(tempfile::TempDir, TestDatabase), server: &MailServer, roots: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sijil"));
    if let Some(url) = made.1.url() {
        command.env("SIJIL_DATABASE_URL", url);
    }
    let dir = made.0.path().join("newsroom");
    if !dir.exists() {
        let init = command.args(["init", "--name", "The Test Post"]).arg(&dir);
        assert!(init.output().unwrap().status.success());
        return serve(made, server, roots);
    }
    let smtp = format!("smtps://desk:right@localhost:{}", server.port);
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
        .arg(&dir)
        .env("SIJIL_MAIL_SMTP", smtp)
        .env("SIJIL_MAIL_FROM", "desk@paper.example")
        .env("SIJIL_MAIL_DIGEST_TO", "layla@post.example")
        .env("SIJIL_MAIL_DIGEST_HOUR", "0")
        .env("SSL_CERT_FILE", roots)
        .env_remove("SSL_CERT_DIR")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn end(mut program: Child) {
    program.kill().unwrap();
    program.wait().unwrap();
}

#[test]
fn the_program_sends_by_itself_and_only_to_a_server_whose_certificate_is_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let taken = MailBox::make();
    let ours = certificate(folder.path());
    std::fs::create_dir(folder.path().join("other")).unwrap();
    let others = certificate(&folder.path().join("other"));
    let options = [format!("tls={ours}"), "login=desk:right".to_owned()];
    let options = options.each_ref().map(String::as_str);
    let mut server = MailServer::start_at(&taken, "127.0.0.1", 0, &options);

    let made = || (tempfile::tempdir().unwrap(), TestDatabase::make());
    let wary = made();
    let mut program = serve(&wary, &server, &others);
    let log = BufReader::new(program.stderr.take().unwrap());
    let refused = log
        .lines()
        .map_while(Result::ok)
        .find(|line| line.contains("a mail was not sent"));
    assert!(refused.unwrap().contains("certificate"));
    end(program);
    assert!(taken.mails().is_empty());

    let trusting = made();
    let program = serve(&trusting, &server, &ours);
    server.taken();
    end(program);
    let mails = taken.mails();
    assert_eq!(mails[0].recipients, ["layla@post.example"]);
}
