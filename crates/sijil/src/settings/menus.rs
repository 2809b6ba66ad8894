//! Links that the newsroom puts into its menus, beside its sections and pages.

use sijil_text::{Lang, clean_line};

use super::store;
use crate::db::{DbError, Tx};
use crate::db_enum;

db_enum! {
    /// Which menu.
    Place {
        /// Behind the sections, at the head of every page.
        Top = "top",
        /// With the newsroom's own pages, at the foot.
        Foot = "foot",
    }
}

impl Place {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Top, Self::Foot];
}

/// A link in a menu.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Link {
    /// As readers see it.
    pub label: String,
    /// A path of ours, or `https://…`.
    pub href: String,
}

/// Links of a menu.
const LINKS_MAX: usize = 12;
const LABEL_CHARS_MAX: usize = 60;

/// Reads a menu as it is typed: one link a line, its address first and then its label. Gives the
/// first line that is none.
///
/// # Errors
/// The line.
pub fn parse(typed: &str) -> Result<Vec<Link>, String> {
    let lines = typed
        .lines()
        .map(clean_line)
        .filter(|line| !line.is_empty());
    let links = lines.take(LINKS_MAX).map(|line| {
        let link = line.split_once(' ').map(|(href, label)| Link {
            href: href.to_owned(),
            label: label.trim().chars().take(LABEL_CHARS_MAX).collect(),
        });
        link.filter(is_fit).ok_or(line)
    });
    links.collect()
}

/// Whether a link leads somewhere that a page may lead to.
fn is_fit(link: &Link) -> bool {
    let is_ours = link.href.starts_with('/') && !link.href.starts_with("//");
    let is_web = link.href.starts_with("https://") || link.href.starts_with("http://");
    let is_plain = !link.href.contains(['\\', '"', '<', '>']);
    (is_ours || is_web) && is_plain && !link.label.is_empty()
}

/// A menu as it is typed.
#[must_use]
pub fn typed(links: &[Link]) -> String {
    let lines = links
        .iter()
        .map(|link| format!("{} {}", link.href, link.label));
    lines.collect::<Vec<_>>().join("\n")
}

/// Replaces a menu.
///
/// # Errors
/// When the database fails.
pub(super) fn put(
    tx: &mut Tx<'_, '_>,
    place: Place,
    lang: Lang,
    links: &[Link],
) -> Result<(), DbError> {
    store::clear_links(tx, place, lang)?;
    for (position, link) in (0_i64..).zip(links) {
        store::put_link(tx, (place, lang, position), link)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_is_read_line_by_line_and_takes_no_script() {
        let links = parse("/en/tags/water/ Water\n\nhttps://example.org  The agency ").unwrap();
        assert_eq!(
            typed(&links),
            "/en/tags/water/ Water\nhttps://example.org The agency"
        );
        for bad in [
            "javascript:alert(1) x",
            "//evil.example x",
            "/en/",
            "water /en/",
            "/\\evil.example x",
        ] {
            assert_eq!(parse(bad), Err(bad.to_owned()));
        }
    }
}
