//! Pictures inside a text: only our own, named by what is in them, each with its alternative text.

use crate::plain::split_tag;

/// Where our pictures are, each under the hash of its bytes.
const FOLDER: &str = "/media/";
/// Hexadecimal digits of a SHA-256.
const HASH_DIGITS: usize = 64;

/// Whether an address is one of our own pictures: `/media/{sha256}/{width}.{jpg,webp,png}`.
pub(crate) fn is_own(address: &str) -> bool {
    let Some((hash, file)) = address
        .strip_prefix(FOLDER)
        .and_then(|rest| rest.split_once('/'))
    else {
        return false;
    };
    let Some((name, ending)) = file.split_once('.') else {
        return false;
    };
    let is_hash = hash.len() == HASH_DIGITS
        && hash
            .bytes()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    is_hash && is_name && matches!(ending, "jpg" | "webp" | "png")
}

/// Whether a part of a `srcset` is one of our pictures with its width: `/media/…/800.webp 800w`.
pub(crate) fn is_candidate(candidate: &str) -> bool {
    candidate.split_once(' ').is_some_and(|(address, width)| {
        let pixels = width.strip_suffix('w').unwrap_or_default();
        is_own(address) && pixels.parse::<u16>().is_ok_and(|pixels| pixels > 0)
    })
}

/// Cleaned markup without the pictures whose address was not ours.
pub(crate) fn without_foreign(clean: &str) -> String {
    each_picture(clean, |tag| {
        if tag.contains(" src=\"") {
            format!("<{tag}>")
        } else {
            String::new()
        }
    })
}

/// Cleaned markup with the alternative text in the place of each picture.
pub(crate) fn in_words(clean: &str) -> String {
    each_picture(clean, |tag| {
        let alt = tag.split_once(" alt=\"").map_or("", |(_, rest)| rest);
        match alt.split('"').next().unwrap_or_default() {
            "" => String::new(),
            words => format!("<p>{words}</p>"),
        }
    })
}

/// `html` with each `img` tag made into what `changed` gives for its inside.
fn each_picture(html: &str, changed: impl Fn(&str) -> String) -> String {
    let mut result = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<img") {
        result.push_str(before);
        let (attributes, after) = split_tag(after);
        result.push_str(&changed(&format!("img{attributes}")));
        rest = after;
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use crate::html::SafeHtml;

    const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    #[test]
    fn our_own_pictures_stay_and_those_from_elsewhere_go() {
        let own = format!(
            "<figure><img src=\"/media/{HASH}/800.jpg\" \
             srcset=\"/media/{HASH}/400.webp 400w, /media/{HASH}/800.webp 800w\" alt=\"جسر > نهر\" \
             width=\"800\" height=\"600\" sizes=\"(min-width: 40em) 36rem, 94vw\" loading=\"lazy\">\
             <figcaption>الجسر <small>ليلى</small></figcaption></figure>"
        );
        let clean = SafeHtml::sanitise(&own);
        assert_eq!(SafeHtml::sanitise(clean.as_str()), clean);
        for part in [
            "/800.jpg\"",
            "400w, ",
            "alt=\"جسر &gt; نهر\"",
            "width=\"800\"",
        ] {
            assert!(clean.as_str().contains(part), "{part} in {clean}");
        }
        for foreign in [
            "https://example.org/a.jpg",
            "//example.org/a.jpg",
            "data:image/png;base64,AAAA",
            "/desk/logout",
            &format!("/media/{HASH}/../../desk/x.jpg"),
            &format!("/media/{HASH}/800.svg"),
        ] {
            let html = format!("<p>a</p><figure><img src=\"{foreign}\" alt=b></figure>");
            assert_eq!(SafeHtml::sanitise(&html).as_str(), "<p>a</p>", "{foreign}");
        }
        let set = format!("<img src=/media/{HASH}/1.jpg srcset=\"https://example.org/a.jpg 1w\">");
        assert!(!SafeHtml::sanitise(&set).as_str().contains("example"));
    }

    #[test]
    fn a_page_without_pictures_says_what_they_show() {
        let html = SafeHtml::sanitise(&format!(
            "<figure><img src=/media/{HASH}/8.jpg alt=\"a > b & <i>c</i>\"><figcaption>d</figcaption></figure>"
        ));
        assert_eq!(
            html.without_pictures().as_str(),
            "<figure><p>a &gt; b &amp; &lt;i&gt;c&lt;/i&gt;</p><figcaption>d</figcaption></figure>"
        );
    }
}
