//! Static files: part of the program, named by their content, kept by browsers for ever.

use std::sync::OnceLock;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use sijil_text::Lang;

use super::PageError;
use super::extract::Named;
use super::page::{CachePolicy, Page};
use crate::app::App;
use crate::articles::content::sha256;
use crate::settings;

/// The stylesheet's parts, in the order in which they are put together.
const STYLES: &[&str] = &[
    include_str!("../../assets/styles/00-layers.css"),
    include_str!("../../assets/styles/10-reset.css"),
    include_str!("../../assets/styles/20-tokens.css"),
    include_str!("../../assets/styles/21-fonts.css"),
    include_str!("../../assets/styles/30-base.css"),
    include_str!("../../assets/styles/31-prose.css"),
    include_str!("../../assets/styles/40-page.css"),
    include_str!("../../assets/styles/41-masthead.css"),
    include_str!("../../assets/styles/42-sections.css"),
    include_str!("../../assets/styles/43-finder.css"),
    include_str!("../../assets/styles/44-footer.css"),
    include_str!("../../assets/styles/50-story.css"),
    include_str!("../../assets/styles/51-strip.css"),
    include_str!("../../assets/styles/52-figure.css"),
    include_str!("../../assets/styles/53-pager.css"),
    include_str!("../../assets/styles/54-correction.css"),
    include_str!("../../assets/styles/55-revision.css"),
    include_str!("../../assets/styles/56-form.css"),
    include_str!("../../assets/styles/57-tags.css"),
    include_str!("../../assets/styles/58-votes.css"),
    include_str!("../../assets/styles/59-thread.css"),
    include_str!("../../assets/styles/70-front.css"),
    include_str!("../../assets/styles/71-article.css"),
    include_str!("../../assets/styles/72-search.css"),
    include_str!("../../assets/styles/73-subject.css"),
    include_str!("../../assets/styles/75-fault.css"),
    include_str!("../../assets/styles/80-utilities.css"),
    include_str!("../../assets/styles/90-print.css"),
    include_str!("../../assets/styles/91-forced.css"),
];
/// The parts of the desk's stylesheet: the ground of the site's, and what only the desk has.
const DESK_STYLES: &[&str] = &[
    include_str!("../../assets/styles/00-layers.css"),
    include_str!("../../assets/styles/10-reset.css"),
    include_str!("../../assets/styles/20-tokens.css"),
    include_str!("../../assets/styles/30-base.css"),
    include_str!("../../assets/styles/80-utilities.css"),
    include_str!("../../assets/styles/desk.css"),
    include_str!("../../assets/styles/desk-media.css"),
    include_str!("../../assets/styles/desk-record.css"),
];
const TEXT_STYLE: &str = include_str!("../../assets/styles/text.css");
/// The confirmation code's, on the few pages that ask for one.
const CODE_STYLE: &str = include_str!("../../assets/styles/code.css");
/// The record's, on its own pages.
const RECORD_STYLES: &[&str] = &[
    include_str!("../../assets/styles/record.css"),
    include_str!("../../assets/styles/record-tolls.css"),
    include_str!("../../assets/styles/record-map.css"),
];
/// The writing tool's, with the looks of running text, so that writers see what readers will.
const EDITOR_STYLES: &[&str] = &[
    include_str!("../../assets/styles/31-prose.css"),
    include_str!("../../assets/styles/editor.css"),
];
const RAMZ: &str = include_str!("../../assets/scripts/ramz.js");
const PASSKEY: &str = include_str!("../../assets/scripts/passkey.js");
const VOTES: &str = include_str!("../../assets/scripts/votes.js");
const DESK_SCRIPT: &str = include_str!("../../assets/scripts/desk.js");
const RECORD_SCRIPT: &str = include_str!("../../assets/scripts/record.js");
const FRONT_SCRIPT: &str = include_str!("../../assets/scripts/front.js");
const MEDIA: &str = include_str!("../../assets/scripts/media.js");
/// Bundled from `editor/`, small already.
const EDITOR_SCRIPT: &str = include_str!("../../assets/scripts/editor.js");
const NASKH: &[u8] = include_bytes!("../../assets/fonts/sijil-naskh.woff2");
const SERIF: &[u8] = include_bytes!("../../assets/fonts/sijil-serif.woff2");
const ICON: &[u8] = include_bytes!("../../assets/icons/favicon.svg");
const ICON_PNG: &[u8] = include_bytes!("../../assets/icons/favicon-32.png");
const CARD_ARABIC: &[u8] = include_bytes!("../../assets/icons/share-ar.png");
const CARD_ENGLISH: &[u8] = include_bytes!("../../assets/icons/share-en.png");

/// The addresses of the static files.
pub struct Assets {
    /// The stylesheet.
    pub style: String,
    /// The stylesheet of the text edition.
    pub text_style: String,
    /// The stylesheet of the desk.
    pub desk_style: String,
    /// The stylesheet of the confirmation code.
    pub code_style: String,
    /// The stylesheet of the record's pages, beside the site's.
    pub record_style: String,
    /// What makes the desk's queue quicker.
    pub desk_script: String,
    /// What makes the record's desk quicker.
    pub record_script: String,
    /// What lets the leading stories be dragged.
    pub front_script: String,
    /// What hands files in over a bad line.
    pub media_script: String,
    /// The stylesheet of the writing tool.
    pub editor_style: String,
    /// The writing tool.
    pub editor_script: String,
    /// The icon, drawn.
    pub icon: String,
    /// The icon, 32 × 32 pixels.
    pub icon_png: String,
    /// The script of the confirmation code.
    pub ramz: String,
    /// What asks browsers for passkeys.
    pub passkey: String,
    /// The script of votes.
    pub votes: String,
    card_arabic: String,
    card_english: String,
    files: Vec<File>,
}

struct File {
    path: String,
    mime: &'static str,
    content: Content,
}

enum Content {
    Text(String),
    Bytes(&'static [u8]),
}

impl Assets {
    /// The files, put together once.
    pub fn get() -> &'static Self {
        static ASSETS: OnceLock<Assets> = OnceLock::new();
        ASSETS.get_or_init(Self::build)
    }

    /// The picture that previews show when a page has none.
    #[must_use]
    pub fn card(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.card_arabic,
            Lang::En => &self.card_english,
        }
    }

    fn build() -> Self {
        let mut files = Vec::new();
        let naskh = add(&mut files, "naskh", "woff2", Content::Bytes(NASKH));
        let serif = add(&mut files, "serif", "woff2", Content::Bytes(SERIF));
        let style = minified(&STYLES.concat())
            .replace("../fonts/sijil-naskh.woff2", &naskh)
            .replace("../fonts/sijil-serif.woff2", &serif);
        Self {
            style: add(&mut files, "site", "css", Content::Text(style)),
            text_style: sheet(&mut files, "text", TEXT_STYLE),
            desk_style: sheet(&mut files, "desk", &DESK_STYLES.concat()),
            code_style: sheet(&mut files, "code", CODE_STYLE),
            record_style: sheet(&mut files, "record", &RECORD_STYLES.concat()),
            desk_script: script(&mut files, "desk", DESK_SCRIPT.to_owned()),
            record_script: script(&mut files, "record", squeezed(RECORD_SCRIPT)),
            front_script: script(&mut files, "front", squeezed(FRONT_SCRIPT)),
            media_script: script(&mut files, "media", squeezed(MEDIA)),
            editor_style: sheet(&mut files, "editor", &EDITOR_STYLES.concat()),
            editor_script: script(&mut files, "editor", EDITOR_SCRIPT.to_owned()),
            icon: add(&mut files, "icon", "svg", Content::Bytes(ICON)),
            icon_png: add(&mut files, "icon", "png", Content::Bytes(ICON_PNG)),
            ramz: script(&mut files, "ramz", squeezed(RAMZ)),
            passkey: script(&mut files, "passkey", squeezed(PASSKEY)),
            votes: script(&mut files, "votes", squeezed(VOTES)),
            card_arabic: add(&mut files, "card-ar", "png", Content::Bytes(CARD_ARABIC)),
            card_english: add(&mut files, "card-en", "png", Content::Bytes(CARD_ENGLISH)),
            files,
        }
    }
}

fn sheet(files: &mut Vec<File>, name: &str, css: &str) -> String {
    add(files, name, "css", Content::Text(minified(css)))
}

fn script(files: &mut Vec<File>, name: &str, text: String) -> String {
    add(files, name, "js", Content::Text(text))
}

fn add(files: &mut Vec<File>, name: &str, extension: &str, content: Content) -> String {
    let hash = match &content {
        Content::Text(text) => sha256(text.as_bytes()),
        Content::Bytes(bytes) => sha256(bytes),
    };
    let hash: String = hash.chars().take(12).collect();
    let path = format!("/assets/{name}-{hash}.{extension}");
    let mime = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        _ => "image/png",
    };
    files.push(File {
        path: path.clone(),
        mime,
        content,
    });
    path
}

/// A script without the lines that are comments, and without indents.
fn squeezed(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    said.fold(String::new(), |all, line| all + line + "\n")
}

/// A stylesheet without comments, line ends and the spaces around marks. It knows just enough of
/// CSS for our own files, where no string holds a comment or two spaces.
fn minified(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        squeeze(&mut small, before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    squeeze(&mut small, rest);
    for (long, short) in [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (" }", "}"),
        ("} ", "}"),
        (";}", "}"),
    ] {
        small = small.replace(long, short);
    }
    small
}

fn squeeze(small: &mut String, css: &str) {
    for word in css.split_whitespace() {
        if !small.is_empty() {
            small.push(' ');
        }
        small.push_str(word);
    }
}

/// A style sheet of the newsroom's own look, `look-{hash}.css`.
async fn look(app: &App, name: &str) -> Result<Response, PageError> {
    let name = name.strip_prefix("look-");
    let name = name.and_then(|name| name.strip_suffix(".css"));
    let name = name.ok_or(PageError::NotFound)?.to_owned();
    let css = app.db.read(move |tx| settings::look(tx, &name)).await?;
    let page = Page::new(css.ok_or(PageError::NotFound)?, "text/css; charset=utf-8");
    Ok(page.with_policy(CachePolicy::Immutable).into_response())
}

/// A static file.
///
/// # Errors
/// [`PageError::NotFound`].
pub async fn file(State(app): State<App>, named: Named) -> Result<Response, PageError> {
    let name = named.get("file")?;
    let path = format!("/assets/{name}");
    let file = Assets::get().files.iter().find(|file| file.path == path);
    let Some(file) = file else {
        return look(&app, name).await;
    };
    Ok(match &file.content {
        Content::Text(text) => Page::new(text.clone(), file.mime)
            .with_policy(CachePolicy::Immutable)
            .into_response(),
        Content::Bytes(bytes) => {
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static(file.mime)),
                (CACHE_CONTROL, CachePolicy::Immutable.header()),
            ];
            (headers, *bytes).into_response()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_stylesheet_says_the_same() {
        assert_eq!(
            minified("/* why */\n.a > .b {\n  margin: 0 auto;\n  color: red;\n}\n"),
            ".a > .b{margin:0 auto;color:red}",
        );
    }

    #[test]
    fn every_stylesheet_is_put_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/styles");
        let files = std::fs::read_dir(folder).unwrap().count();
        let mut put_in = [
            STYLES,
            DESK_STYLES,
            EDITOR_STYLES,
            RECORD_STYLES,
            &[TEXT_STYLE, CODE_STYLE],
        ]
        .concat();
        put_in.sort_unstable();
        put_in.dedup();
        assert_eq!(files, put_in.len(), "a file in {folder} is in no sheet");
    }
}
