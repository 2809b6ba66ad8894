//! What readers wrote under the invented newspaper's stories.

use anyhow::Context;
use sijil_text::Lang;

use super::files::{self, Comment, Keys};
use crate::app::App;
use crate::articles::ArticleId;
use crate::comments::sending::secret_sha256;
use crate::comments::{self, CommentError, CommentId, Dated, NewComment, State, Way};
use crate::secrets::hex;

/// Keeps the comments of the newspaper's file; a story's key is its language and its name.
pub(super) fn add(app: &App, stories: &Keys<ArticleId>) -> anyhow::Result<()> {
    let mut keys: Keys<CommentId> = Keys::new();
    let mut planned = Vec::new();
    for comment in files::comments()? {
        let id: CommentId = app.ids.next(app.now());
        if let Some(key) = &comment.key {
            keys.insert(format!("{} {} {key}", comment.lang, comment.story), id);
        }
        let new = new(&comment, id, stories, &keys);
        planned.push(new.with_context(|| format!("the comment of {}", comment.name))?);
    }
    app.db.write_now(move |tx| {
        for (new, _) in &planned {
            // Whatever its end, an answer was written while what it answers was shown.
            comments::insert(tx, new)?;
        }
        for (new, state) in &planned {
            if let Some(seen) = comments::comment(tx, new.id)?.map(|comment| comment.seen())
                && seen.state != *state
            {
                comments::set_state(tx, new.id, seen, *state, new.at)?;
            }
        }
        Ok::<_, CommentError>(())
    })?;
    Ok(())
}

fn new(
    comment: &Comment,
    id: CommentId,
    stories: &Keys<ArticleId>,
    keys: &Keys<CommentId>,
) -> anyhow::Result<(NewComment, State)> {
    let lang = Lang::try_from(comment.lang.as_str())?;
    let article = stories.get(&format!("{lang} {}", comment.story));
    let article = *article.with_context(|| format!("there is no story {}", comment.story))?;
    let parent = match &comment.answers {
        None => None,
        Some(key) => {
            let found = keys.get(&format!("{lang} {} {key}", comment.story));
            Some(*found.with_context(|| format!("there is no comment {key}"))?)
        }
    };
    let state = match &comment.state {
        None => State::Shown,
        Some(word) => State::try_from(word.clone()).map_err(anyhow::Error::msg)?,
    };
    // A receipt that nobody has.
    let mut secret = [0; 16];
    getrandom::fill(&mut secret).context("read random bytes")?;
    let new = NewComment {
        id,
        article,
        parent,
        name: comment.name.clone(),
        body: comment.body.trim().to_owned(),
        way: Way::Work,
        state: if state == State::Held {
            State::Held
        } else {
            State::Shown
        },
        reasons: Vec::new(),
        score: 0,
        net: None,
        secret_sha256: secret_sha256(&hex(&secret)),
        at: comment.at()?,
        dated: Dated::Moment,
        mail: None,
    };
    Ok((new, state))
}
