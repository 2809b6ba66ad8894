//! One-time links, passkeys, second factors, sessions, and who may do what to whom.

mod again;
mod links;
mod sessions;

use serde_json::Value;
use sijil::staff::Role;

use crate::support::{Answer, Authenticator, SignedIn, TestNewsroom};

pub(super) const PEER: &str = "192.0.2.7";
pub(super) const MINUTE_MS: i64 = 60 * 1000;

/// The cookies that an answer sets, as a browser sends them back.
pub(super) fn cookies(answer: &Answer) -> String {
    let set = answer.headers.get_all("set-cookie").iter();
    let pairs = set.filter_map(|line| line.to_str().unwrap().split(';').next());
    pairs.collect::<Vec<_>>().join("; ")
}

/// The value of a hidden field.
pub(super) fn hidden<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, rest) = page
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap();
    rest.split('"').next().unwrap()
}

pub(super) async fn options(
    newsroom: &TestNewsroom,
    address: &str,
    cookie: &str,
) -> (Value, String) {
    let headers = [("cookie", cookie)];
    let answer = newsroom.post(address, &[], &headers, PEER).await;
    let value: Value = serde_json::from_slice(&answer.body).unwrap();
    let sealed = value["sealed"].as_str().unwrap().to_owned();
    (value["options"].clone(), sealed)
}

/// Somebody who came by a link and made a passkey.
pub(super) async fn with_passkey(newsroom: &TestNewsroom) -> (Authenticator, SignedIn) {
    let (staff, token) = newsroom.invited(Role::Editor).await;
    let address = format!("/desk/welcome/{token}");
    let (asked, sealed) = options(newsroom, &format!("{address}/options"), "").await;
    let (device, credential) = Authenticator::make(&asked);
    let fields = [
        ("name", "Layla"),
        ("lang", "en"),
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    let answer = newsroom.post(&address, &fields, &[], PEER).await;
    assert_eq!(
        answer.header("location"),
        "/desk/account",
        "{}",
        answer.text()
    );
    let (id, cookie) = (staff.id, cookies(&answer));
    (device, SignedIn { id, cookie })
}

pub(super) async fn with_key(newsroom: &TestNewsroom, device: &Authenticator) -> Answer {
    let (asked, sealed) = options(newsroom, "/desk/login/options", "").await;
    assert_eq!(asked["publicKey"]["allowCredentials"], Value::Array(vec![]));
    let credential = device.show(&asked);
    let fields = [
        ("credential", credential.as_str()),
        ("sealed", sealed.as_str()),
    ];
    newsroom.post("/desk/login/key", &fields, &[], PEER).await
}
