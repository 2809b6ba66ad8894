//! The invented newspaper's pictures.

use sijil_text::Lang;

use super::files::{self, Keys, Newsroom, Picture};
use crate::app::App;
use crate::articles::content::sha256;
use crate::db::DbError;
use crate::media;

/// Makes the pictures on two threads, since decoding is most of what a demo takes to start.
pub(super) fn add(app: &App, newsroom: &Newsroom) -> anyhow::Result<Keys<media::Picture>> {
    let half = newsroom.pictures.len().div_ceil(2);
    let made = std::thread::scope(|scope| {
        let halves = newsroom.pictures.chunks(half.max(1));
        let threads: Vec<_> = halves
            .map(|half| {
                scope.spawn(|| {
                    half.iter()
                        .map(|picture| make(app, picture))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flatten()
            .collect::<Vec<_>>()
    });
    let made = made
        .into_iter()
        .collect::<anyhow::Result<Keys<media::Picture>>>()?;
    let (ids, now) = (app.clone(), app.now());
    let of = |picture: &Picture, lang| media::Told {
        alt: picture.alt.of(lang).to_owned(),
        caption: picture.caption.of(lang).to_owned(),
        credit: picture.credit.of(lang).to_owned(),
    };
    let each = newsroom.pictures.iter().filter_map(|picture| {
        let kept = made.get(&picture.key)?.clone();
        Some((kept, of(picture, Lang::Ar), of(picture, Lang::En)))
    });
    let pictures: Vec<_> = each.collect();
    app.db.write_now(move |tx| {
        for (picture, arabic, english) in &pictures {
            let id = media::add(tx, &ids.ids, picture, now)?;
            media::describe(tx, id, arabic, english)?;
        }
        Ok::<_, DbError>(())
    })?;
    Ok(made)
}

fn make(app: &App, picture: &Picture) -> anyhow::Result<(String, media::Picture)> {
    // Our own files need no process of their own.
    let bytes = files::bytes(&picture.file)?;
    let master = media::shrink::master(bytes)
        .map_err(|refusal| anyhow::anyhow!("{}: {}", picture.file, refusal.word()))?;
    let kept = media::Picture {
        sha256: sha256(bytes),
        width: master.width,
        height: master.height,
    };
    app.pictures.put(&kept.sha256, &master)?;
    Ok((picture.key.clone(), kept))
}
