//! Days of the month in Arabic words: الثامن (8th), الحادي عشر (11th), الثاني والعشرين (22nd).

/// The day, 1 to 31, that starts the lightly folded `words`, and how many of them it takes (1 or 2).
pub(crate) fn arabic(words: &[&str]) -> Option<(u16, usize)> {
    let first = words.first()?;
    if let Some(ten) = round(first) {
        return Some((ten, 1));
    }
    let one = unit(first)?;
    match words.get(1).copied().and_then(added) {
        Some(more) if one + more <= 31 => Some((one + more, 2)),
        Some(_) => None,
        // حادي is the first of a pair only.
        None if *first == "الحادي" => None,
        None => Some((one, 1)),
    }
}

fn unit(word: &str) -> Option<u16> {
    const UNITS: [(&str, u16); 11] = [
        ("الاول", 1),
        ("الحادي", 1),
        ("الثاني", 2),
        ("الثالث", 3),
        ("الرابع", 4),
        ("الخامس", 5),
        ("السادس", 6),
        ("السابع", 7),
        ("الثامن", 8),
        ("التاسع", 9),
        ("العاشر", 10),
    ];
    UNITS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, number)| *number)
}

fn round(word: &str) -> Option<u16> {
    match word {
        "العشرين" | "العشرون" => Some(20),
        "الثلاثين" | "الثلاثون" => Some(30),
        _ => None,
    }
}

/// What the second word of a pair adds.
fn added(word: &str) -> Option<u16> {
    match word {
        "عشر" => Some(10),
        "والعشرين" | "والعشرون" => Some(20),
        "والثلاثين" | "والثلاثون" => Some(30),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_month_are_read() {
        for (words, expected) in [
            (&["الثامن", "من"][..], Some((8, 1))),
            (&["الحادي", "عشر"], Some((11, 2))),
            (&["الثاني", "والعشرين"], Some((22, 2))),
            (&["الثلاثين"], Some((30, 1))),
            (&["الحادي", "والثلاثين"], Some((31, 2))),
            (&["الثاني", "والثلاثين"], None),
            (&["الحادي"], None),
            (&["ثمانية"], None),
            (&[], None),
        ] {
            assert_eq!(arabic(words), expected, "{words:?}");
        }
    }
}
