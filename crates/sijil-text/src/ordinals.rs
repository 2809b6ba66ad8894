//! Ordinal numbers in Arabic words: الثامن (8th), الحادي عشر (11th), الثانية والعشرين (22nd).

/// The ordinal, 1 to 99, that starts the folded (or lightly folded) `words`, and how many of them it takes (1 to 3).
///
/// Both genders, with or without article; "و" may be joined to the tens or stand alone.
#[must_use]
pub fn arabic_ordinal(words: &[&str]) -> Option<(u16, usize)> {
    let first = words.first()?;
    if let Some(tens) = round(first) {
        return Some((tens, 1));
    }
    let one = unit(first);
    let paired = one.or_else(|| only_in_pairs(first))?;
    let second = words.get(1).copied().unwrap_or_default();
    if matches!(second, "عشر" | "عشرة" | "عشره") {
        return Some((paired + 10, 2));
    }
    if let Some(tens) = second.strip_prefix('و').and_then(round) {
        return Some((tens + paired, 2));
    }
    if second == "و"
        && let Some(tens) = words.get(2).and_then(|third| round(third))
    {
        return Some((tens + paired, 3));
    }
    Some((one?, 1))
}

fn unit(word: &str) -> Option<u16> {
    const UNITS: [&str; 10] = [
        "اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر",
    ];
    let bare = word.strip_prefix("ال").unwrap_or(word);
    match bare {
        "اولي" => return Some(1),
        "ثان" => return Some(2),
        _ => {}
    }
    let masculine = bare.strip_suffix(['ه', 'ة']).unwrap_or(bare);
    let at = UNITS.iter().position(|name| *name == masculine)?;
    u16::try_from(at + 1).ok()
}

/// First parts of eleven, twelve, twenty-one, that are no ordinals by themselves.
fn only_in_pairs(word: &str) -> Option<u16> {
    match word.strip_prefix("ال").unwrap_or(word) {
        "حادي" | "حاديه" | "حادية" | "احد" | "احدي" | "واحد" | "واحده" | "واحدة" => {
            Some(1)
        }
        "اثني" | "اثنا" | "اثنتا" | "اثنتي" => Some(2),
        _ => None,
    }
}

/// Tens; only with the article, else they are cardinals.
fn round(word: &str) -> Option<u16> {
    const TENS: [&str; 8] = ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
    let bare = word.strip_prefix("ال")?;
    let stem = bare
        .strip_suffix("ين")
        .or_else(|| bare.strip_suffix("ون"))?;
    let at = TENS.iter().position(|name| *name == stem)?;
    Some(u16::try_from(at + 2).ok()? * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read() {
        for (words, expected) in [
            (&["الثامن", "من"][..], Some((8, 1))),
            (&["الحادي", "عشر"], Some((11, 2))),
            (&["الثالثة", "عشرة"], Some((13, 2))),
            (&["الثاني", "والعشرين"], Some((22, 2))),
            (&["الخامس", "و", "العشرون"], Some((25, 3))),
            (&["الثلاثين"], Some((30, 1))),
            (&["الثانيه"], Some((2, 1))),
            (&["الاولي"], Some((1, 1))),
            (&["الثاني", "والثلاثين"], Some((32, 2))),
            (&["الحادي"], None),
            (&["احد"], None),
            (&["ثمانية"], None),
            (&["عشرين"], None),
            (&[], None),
        ] {
            assert_eq!(arabic_ordinal(words), expected, "{words:?}");
        }
    }
}
