//! Numbers too large, digits broken, days that no calendar has.

use super::joined;
use crate::Random;

const DIGITS: &[&str] = &[
    "0", "1", "5", "9", "٠", "٣", "٩", "۴", "۹", "०", "९", "𝟗", "９", "²", "½", "¾", "Ⅷ", "㊿", "௰",
];

const SEPARATORS: &[&str] = &[
    ",", ".", "٬", "٫", "-", "–", "/", ":", "'", " ", "\u{A0}", "\u{202F}", "e", "x", "×", "",
];

/// Digits of all systems with all separators.
pub(super) fn digits(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let length = 1 + random.below(12);
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(random.one(DIGITS));
            if random.once_in(3) {
                text.push_str(random.one(SEPARATORS));
            }
        }
        text + random.one(&[
            " ",
            " people were killed. ",
            " قتيلا و",
            "-year-old ",
            "%",
            "th ",
            "mm ",
            " - ",
        ])
    })
}

/// Numbers that no machine word holds, in digits and words.
pub(super) fn large(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let number = match random.below(4) {
            0 => "9".repeat(1 + random.below(400)),
            1 => random
                .one(&[
                    "billion ",
                    "million ",
                    "thousand ",
                    "مليار ",
                    "مليون ",
                    "ألف ",
                ])
                .repeat(1 + random.below(30)),
            2 => format!("{}", random.number()),
            _ => random
                .one(&[
                    "18446744073709551615",
                    "18446744073709551616",
                    "-9223372036854775808",
                    "1e308",
                    "0.0000001",
                    "NaN",
                ])
                .to_owned(),
        };
        let after = random.one(&[
            " civilians were killed. ",
            " years ago ",
            " days after ",
            " ساعة ",
            "-point truce ",
            " and ",
        ]);
        format!(
            "{}{number}{after}",
            random.one(&[
                "at least ",
                "between ",
                "",
                "up to ",
                "ما لا يقل عن ",
                "عام "
            ])
        )
    })
}

/// Days and hours that do not exist, in digits, words and both calendars.
pub(super) fn days(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let number = |random: &mut Random| match random.below(6) {
            0 => "0".to_owned(),
            1 => "99".to_owned(),
            2 => "999999999".to_owned(),
            3 => format!("{}", random.below(40)),
            4 => format!("{}", random.below(10_000)),
            _ => format!("{}", random.number()),
        };
        let month = random.one(&[
            "February",
            "Feb.",
            "MAY",
            "شباط",
            "فبراير",
            "رمضان",
            "محرم",
            "ذي الحجة",
            "تشرين الثاني/نوفمبر",
            "13",
        ]);
        let unit = random.one(&[
            "days",
            "weeks",
            "months",
            "years",
            "centuries",
            "يوما",
            "أسبوعا",
            "شهرا",
            "سنة",
            "قرنا",
        ]);
        let (one, two, three) = (number(random), number(random), number(random));
        let day = match random.below(9) {
            0 => format!("{one}/{two}/{three}"),
            1 => format!("{one}-{two}-{three}T{one}:{two}"),
            2 => format!("{one} {month} {three}"),
            3 => format!("{month} {one}, {three}"),
            4 => format!("{one} {unit} ago"),
            5 => format!("بعد {one} {unit}"),
            6 => format!("{one}:{two} p.m. {month} {three} AH"),
            7 => format!("عام {three} هـ الموافق {one} {month} {two} م"),
            _ => format!("between {month} {one} and {month} {two}"),
        };
        day + random.one(&[" ", ", ", ". ", " on Friday ", " until ", " حتى "])
    })
}
