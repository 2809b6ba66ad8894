//! What an admin sets shows on the next page, without a restart: name, look, sections, words, menus.

mod house;
mod look;

use axum::body::Body;
use http::{Method, Request};
use sijil::staff::Role;

use crate::support::{Answer, SignedIn, TestNewsroom};

async fn admin(newsroom: &TestNewsroom) -> SignedIn {
    newsroom.signed_in("nadia", Role::Admin).await
}

async fn eventually_shows(newsroom: &TestNewsroom, address: &str, words: &str) {
    let shows = async || newsroom.get(address).await.text().contains(words);
    newsroom.eventually(words, shows).await;
}

/// Sends a form with a file.
async fn send_file(
    newsroom: &TestNewsroom,
    who: &SignedIn,
    address: &str,
    (fields, file): (&[(&str, &str)], &[u8]),
) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    body.extend(b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::builder()
        .method(Method::POST)
        .uri(address)
        .header("cookie", &who.cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=b");
    newsroom
        .answer(request.body(Body::from(body)).unwrap())
        .await
}
