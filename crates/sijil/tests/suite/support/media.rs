//! Files that are handed in: small pictures made for a test, and the forms that send them.

use std::io::Cursor;

use axum::body::Body;
use http::{Method, Request};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::Value;
use sijil::media::{self, Entry};

use super::{Answer, SignedIn, TestNewsroom};

const BOUNDARY: &str = "a-boundary-in-no-file";

/// A picture of `width` by `height` pixels that no two `seed`s share.
pub(crate) fn picture(width: u32, height: u32, seed: u8, format: ImageFormat) -> Vec<u8> {
    let pixel = |x: u32, y: u32| {
        let [x, y] = [x, y].map(|n| u8::try_from(n % 256).unwrap());
        Rgb([x, y, seed])
    };
    let image = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, pixel));
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with another segment after its first two bytes.
pub(crate) fn with_segment(jpeg: &[u8], marker: u8, segment: &[u8]) -> Vec<u8> {
    let length = u16::try_from(segment.len() + 2).unwrap();
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, marker]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(segment);
    bytes.extend(&jpeg[2..]);
    bytes
}

impl TestNewsroom {
    /// What somebody gets who hands files in by the form: names and bytes.
    pub(crate) async fn hand_in(&self, who: &SignedIn, files: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; \
                 filename=\"{name}\"\r\ncontent-type: image/jpeg\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = self.as_staff(who, Method::POST, "/desk/media/");
        let request = request.header("content-type", kind).body(Body::from(body));
        self.answer(request.unwrap()).await
    }

    /// Sends a piece of a file.
    pub(crate) async fn send_piece(
        &self,
        who: &SignedIn,
        id: &str,
        offset: usize,
        piece: &[u8],
    ) -> Answer {
        let address = format!("/desk/media/uploads/{id}");
        let request = self
            .as_staff(who, Method::PATCH, &address)
            .header("upload-offset", offset.to_string());
        let request = request.body(Body::from(piece.to_vec()));
        self.answer(request.unwrap()).await
    }

    fn as_staff(&self, who: &SignedIn, method: Method, address: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(address)
            .header("cookie", &who.cookie)
            .header("sec-fetch-site", "same-origin")
    }

    /// Hands one picture in; gives what the library knows of it.
    pub(crate) async fn keep_picture(&self, who: &SignedIn, name: &str, bytes: &[u8]) -> Entry {
        let sent = self.hand_in(who, &[(name, bytes)]).await;
        assert_eq!(
            sent.header("location").split('=').next(),
            Some("/desk/media/?batch")
        );
        let sha256 = sijil::articles::content::sha256(bytes);
        let found = self.app.db.read(move |tx| media::named(tx, &sha256)).await;
        found.unwrap().expect("the picture is in the library")
    }
}

/// The JSON of an answer.
pub(crate) fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap()
}
