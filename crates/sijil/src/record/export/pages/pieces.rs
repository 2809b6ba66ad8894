//! A file too long to be held in memory: sent piece by piece, each read when the reader has taken
//! the one before.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame};
use sijil_text::Lang;

use crate::app::App;
use crate::db::DbError;
use crate::record::export::{About, Cursor, File};

type Read = Result<(String, Option<Cursor>), DbError>;
type Reading = Pin<Box<dyn Future<Output = Read> + Send>>;

/// The body of such a file.
pub(super) struct Pieces {
    pub(super) app: App,
    pub(super) file: File,
    pub(super) lang: Lang,
    pub(super) about: About,
    /// What is ready.
    pub(super) ready: Option<Bytes>,
    /// Where it goes on; nothing at the end.
    pub(super) cursor: Option<Cursor>,
    pub(super) reading: Option<Reading>,
}

impl Pieces {
    fn read(&self, at: Cursor) -> Reading {
        let (app, file, lang, about) = (self.app.clone(), self.file, self.lang, self.about.clone());
        Box::pin(async move {
            app.db
                .read(move |tx| file.piece(tx, (lang, &about), at))
                .await
        })
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = DbError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, DbError>>> {
        loop {
            if let Some(bytes) = self.ready.take() {
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
            let Some(at) = self.cursor else {
                return Poll::Ready(None);
            };
            let mut reading = self.reading.take().unwrap_or_else(|| self.read(at));
            let Poll::Ready(read) = reading.as_mut().poll(context) else {
                self.reading = Some(reading);
                return Poll::Pending;
            };
            match read {
                Ok((text, next)) => {
                    self.cursor = next;
                    self.ready = Some(Bytes::from(text)).filter(|bytes| !bytes.is_empty());
                }
                Err(error) => {
                    // The reader's line is cut: a file that only looks whole would be worse.
                    self.cursor = None;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }
}
