//! Numbers as readers write them, and the forms of a noun that go with them.

use crate::lang::Lang;

/// The digits a newsroom prints Arabic with; English always has 0-9.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, as in the Maghreb and on most news sites.
    #[default]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩, as printed in the Levant and in Egypt.
    Arabic,
}

impl Digits {
    /// `text` with its ASCII digits written in these.
    #[must_use]
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Latin => text.to_owned(),
            Self::Arabic => text.chars().map(arabic_digit).collect(),
        }
    }
}

fn arabic_digit(letter: char) -> char {
    let zero = u32::from('٠');
    letter
        .to_digit(10)
        .and_then(|digit| char::from_u32(zero + digit))
        .unwrap_or(letter)
}

/// `n` with thousands parted: 5,961 or, in Arabic digits, ٥٬٩٦١ (U+066C).
#[must_use]
pub fn number(n: u64, lang: Lang, digits: Digits) -> String {
    let digits = match lang {
        Lang::Ar => digits,
        Lang::En => Digits::Latin,
    };
    let separator = match digits {
        Digits::Latin => ',',
        Digits::Arabic => '\u{066C}',
    };
    let plain = n.to_string();
    let mut grouped = String::with_capacity(plain.len() * 2);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    digits.write(&grouped)
}

/// As [`number`], with a minus sign (U+2212) in front of a negative `n`, kept on its left side.
#[must_use]
pub fn signed_number(n: i64, lang: Lang, digits: Digits) -> String {
    let size = number(n.unsigned_abs(), lang, digits);
    if n < 0 {
        format!("\u{200E}\u{2212}{size}")
    } else {
        size
    }
}

/// The form of a noun after a number, in the six classes of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plural {
    /// Arabic 0.
    Zero,
    /// 1.
    One,
    /// Arabic 2.
    Two,
    /// Arabic 3 to 10, 103 to 110 and so on.
    Few,
    /// Arabic 11 to 99, 111 to 199 and so on.
    Many,
    /// All else.
    Other,
}

/// The form that `n` of something takes. Unicode CLDR, plural rules, cardinal.
#[must_use]
pub const fn plural(lang: Lang, n: u64) -> Plural {
    match lang {
        Lang::En => match n {
            1 => Plural::One,
            _ => Plural::Other,
        },
        Lang::Ar => match (n, n % 100) {
            (0, _) => Plural::Zero,
            (1, _) => Plural::One,
            (2, _) => Plural::Two,
            (_, 3..=10) => Plural::Few,
            (_, 11..=99) => Plural::Many,
            _ => Plural::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (n, lang, digits, expected) in [
            (0, Lang::En, Digits::Latin, "0"),
            (999, Lang::En, Digits::Latin, "999"),
            (5961, Lang::En, Digits::Arabic, "5,961"),
            (5961, Lang::Ar, Digits::Latin, "5,961"),
            (1_234_567, Lang::Ar, Digits::Arabic, "١٬٢٣٤٬٥٦٧"),
            (
                u64::MAX,
                Lang::En,
                Digits::Latin,
                "18,446,744,073,709,551,615",
            ),
        ] {
            assert_eq!(number(n, lang, digits), expected);
        }
        assert_eq!(
            signed_number(-1200, Lang::En, Digits::Latin),
            "\u{200E}\u{2212}1,200"
        );
        assert_eq!(signed_number(3, Lang::Ar, Digits::Arabic), "٣");
    }

    #[test]
    fn arabic_has_six_forms() {
        for (n, expected) in [
            (0, Plural::Zero),
            (1, Plural::One),
            (2, Plural::Two),
            (3, Plural::Few),
            (110, Plural::Few),
            (11, Plural::Many),
            (199, Plural::Many),
            (100, Plural::Other),
            (102, Plural::Other),
        ] {
            assert_eq!(plural(Lang::Ar, n), expected, "{n}");
        }
        assert_eq!(
            (plural(Lang::En, 1), plural(Lang::En, 0)),
            (Plural::One, Plural::Other)
        );
    }
}
