//! Kept markup for other places than its own site: feeds, where a path alone leads nowhere.

use crate::plain::split_tag;

/// Attributes that hold an address.
const NAMES: [&str; 4] = [" href=\"", " src=\"", " cite=\"", " srcset=\""];

/// `clean` with `site` (such as `https://paper.example`) before each path of it.
pub(crate) fn with_site(clean: &str, site: &str) -> String {
    let mut result = String::with_capacity(clean.len());
    let mut rest = clean;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = split_tag(after);
        result.push_str(text);
        result.push('<');
        result.push_str(&tag_with_site(tag, site));
        result.push('>');
        rest = after;
    }
    result.push_str(rest);
    result
}

fn tag_with_site(tag: &str, site: &str) -> String {
    let mut tag = tag.to_owned();
    for name in NAMES {
        tag = tag.replace(&format!("{name}/"), &format!("{name}{site}/"));
        // An address without its scheme is of another site already.
        tag = tag.replace(&format!("{name}{site}//"), &format!("{name}//"));
    }
    if tag.contains(" srcset=\"") {
        tag = tag.replace(", /media/", &format!(", {site}/media/"));
    }
    tag
}

#[cfg(test)]
mod tests {
    use crate::html::SafeHtml;

    #[test]
    fn paths_lead_to_the_site_from_anywhere() {
        let hash = "ab".repeat(32);
        for (kept, sent) in [
            (
                "<p><a href=\"/ar/2026/\" rel=\"noopener\">أمس</a> href=\"/x\"</p>".to_owned(),
                "<p><a href=\"https://paper.example/ar/2026/\" rel=\"noopener\">أمس</a> href=\"/x\"</p>".to_owned(),
            ),
            (
                "<a href=\"//b.example/\" rel=\"noopener\">b</a><a href=\"#note-1\">1</a>".to_owned(),
                "<a href=\"//b.example/\" rel=\"noopener\">b</a><a href=\"#note-1\">1</a>".to_owned(),
            ),
            (
                format!("<img src=\"/media/{hash}/4.jpg\" srcset=\"/media/{hash}/4.webp 4w, /media/{hash}/8.webp 8w\">"),
                format!("<img src=\"https://paper.example/media/{hash}/4.jpg\" srcset=\"https://paper.example/media/{hash}/4.webp 4w, https://paper.example/media/{hash}/8.webp 8w\">"),
            ),
        ] {
            let html = SafeHtml::stored(kept);
            assert_eq!(html.with_site("https://paper.example"), sent);
        }
    }
}
