//! Points of a list, as an agreement numbers them in either script.

use crate::sentence::Sentence;
use crate::token::{Kind as TokenKind, Token};

/// Fewer points are no list.
pub(super) const POINTS_MIN: usize = 2;

/// A numbered point.
#[derive(Debug)]
pub(super) struct Point {
    pub(super) number: u64,
    /// Its sentences.
    pub(super) sentences: std::ops::Range<usize>,
}

/// The numbered points, of one list: 1, 2, 3 …, first, second …, or bullets.
pub(super) fn points(sentences: &[Sentence]) -> Vec<Point> {
    let mut found: Vec<Point> = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(mark) = mark(&sentence.tokens) else {
            continue;
        };
        let next = found.last().map_or(1, |last| last.number + 1);
        let number = match mark {
            Mark::Number(number) => number,
            Mark::Bullet => next,
        };
        if number == 1 && found.len() < POINTS_MIN {
            found.clear();
        } else if number != next {
            continue;
        }
        let paragraph = sentence.paragraph;
        let rest = sentences.iter().skip(at + 1);
        let same = rest
            .take_while(|next| next.paragraph == paragraph && self::mark(&next.tokens).is_none())
            .count();
        found.push(Point {
            number,
            sentences: at..at + 1 + same,
        });
    }
    found
}

/// How a point is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Number(u64),
    Bullet,
}

/// Ordinals that open a point, in their order.
const ORDINALS: &[&[&str]] = &[
    &["first", "firstly", "اولا", "الاول", "الاولي", "one"],
    &["second", "secondly", "ثانيا", "الثاني", "الثانيه", "two"],
    &["third", "thirdly", "ثالثا", "الثالث", "الثالثه", "three"],
    &["fourth", "fourthly", "رابعا", "الرابع", "الرابعه", "four"],
    &["fifth", "fifthly", "خامسا", "الخامس", "الخامسه", "five"],
    &["sixth", "سادسا", "السادس", "السادسه", "six"],
    &["seventh", "سابعا", "السابع", "السابعه", "seven"],
    &["eighth", "ثامنا", "الثامن", "الثامنه", "eight"],
    &["ninth", "تاسعا", "التاسع", "التاسعه", "nine"],
    &["tenth", "عاشرا", "العاشر", "العاشره", "ten"],
];

/// The mark that `tokens` begin with, if they are a point.
fn mark(tokens: &[Token]) -> Option<Mark> {
    marked(tokens).map(|(mark, _)| mark)
}

/// The words of a point without its mark.
pub(super) fn behind_mark(tokens: &[Token]) -> &[Token] {
    let after = marked(tokens).map_or(0, |(_, after)| after);
    tokens.get(after..).unwrap_or_default()
}

fn marked(tokens: &[Token]) -> Option<(Mark, usize)> {
    const ARTICLES: &[&str] = &[
        "article",
        "clause",
        "point",
        "item",
        "الماده",
        "ماده",
        "البند",
        "بند",
        "النقطه",
        "الفقره",
    ];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_sign = |at: usize| {
        matches!(
            word(at),
            "." | ")" | "-" | "–" | "—" | "/" | ":" | "," | "،" | "ـ"
        )
    };
    if matches!(word(0), "-" | "•" | "–" | "—" | "*" | "▪" | "●") {
        return Some((Mark::Bullet, 1));
    }
    let open = usize::from(matches!(word(0), "(" | "["));
    let named = usize::from(ARTICLES.contains(&word(open)));
    let at = open + named;
    let token = tokens.get(at)?;
    let number = if token.kind == TokenKind::Number {
        of_digits(&token.folded)?
    } else {
        let place = ORDINALS
            .iter()
            .position(|words| words.contains(&word(at)))?;
        u64::try_from(place).ok()? + 1
    };
    // "28 November", "first they came": without a sign it is no mark.
    let closes = is_sign(at + 1) || named > 0 && at + 1 >= tokens.len();
    const POINTS_MAX: u64 = 40;
    let after = (at + 1..at + 4).take_while(|place| is_sign(*place)).count();
    (closes && (1..=POINTS_MAX).contains(&number)).then_some((Mark::Number(number), at + 1 + after))
}

/// The number that digits of either script write.
fn of_digits(digits: &str) -> Option<u64> {
    digits.chars().try_fold(0_u64, |number, letter| {
        let digit = match letter {
            '٠'..='٩' => u32::from(letter) - u32::from('٠'),
            _ => letter.to_digit(10)?,
        };
        number.checked_mul(10)?.checked_add(u64::from(digit))
    })
}
