//! Attributions of an Arabic sentence: the cue first, then the source, then "that".

use super::{Attribution, Stance};
use crate::span::Span;
use crate::token::{Kind, Token};

/// Verbs that say; folded, without و or ف before them.
const SAYING: &[&str] = &[
    "قال",
    "قالت",
    "قالوا",
    "يقول",
    "تقول",
    "افاد",
    "افادت",
    "افادوا",
    "ذكر",
    "ذكرت",
    "ذكروا",
    "اعلن",
    "اعلنت",
    "اضاف",
    "اضافت",
    "اوضح",
    "اوضحت",
    "اشار",
    "اشارت",
    "صرح",
    "صرحت",
    "كشف",
    "كشفت",
    "لفت",
    "لفتت",
    "اخبر",
    "اخبرت",
    "ابلغ",
    "ابلغت",
    "رات",
    "اعتبر",
    "اعتبرت",
    "شدد",
    "شددت",
    "تابع",
    "تابعت",
    "بين",
    "بينت",
    "روي",
    "كتب",
    "كتبت",
    "نشر",
    "نشرت",
];
const CONFIRMING: &[&str] = &["اكد", "اكدت", "اكدوا"];
const DENYING: &[&str] = &["نفي", "نفت", "نفوا", "انكر", "انكرت"];
const CLAIMING: &[&str] = &["زعم", "زعمت", "ادعي", "ادعت"];
const THINKING: &[&str] = &[
    "يعتقد",
    "تعتقد",
    "يامل",
    "تامل",
    "توقع",
    "توقعت",
    "يرجح",
    "رجح",
    "رجحت",
];
/// "That", with its suffixes and ب.
const THAT: &[&str] = &[
    "ان",
    "انه",
    "انها",
    "انهم",
    "انهما",
    "بان",
    "بانه",
    "بانها",
    "بانهم",
    "الي",
];
/// "According to"; the second word of those of two.
const ACCORDING: &[&str] = &["بحسب", "حسب", "وفق", "وفقا", "نقلا", "حسبما"];

/// Words that a source may have.
const SOURCE_WORDS_MAX: usize = 14;

/// The attributions of `tokens`, in order of place.
pub(crate) fn attributions(tokens: &[Token]) -> Vec<Attribution> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let word = token.folded.as_str();
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let is = |list: &[&str]| list.contains(&word) || list.contains(&bare);
        let said = match () {
            () if is(DENYING) => saying(tokens, at, Stance::Denies, false),
            () if is(CONFIRMING) => saying(tokens, at, Stance::Confirms, false),
            () if is(SAYING) || is(CLAIMING) => saying(tokens, at, Stance::Says, false),
            () if is(THINKING) => saying(tokens, at, Stance::Says, true),
            () if is(ACCORDING) => according(tokens, at),
            () if bare == "يتسن" => unconfirmed(tokens, at),
            () => None,
        };
        found.extend(said);
    }
    found
}

fn join(tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    let spans = tokens.get(from..to)?.iter().map(|token| token.span);
    spans.reduce(Span::join)
}

/// The end of the sentence without its full stop.
fn sentence_end(tokens: &[Token]) -> usize {
    let stops = tokens
        .last()
        .is_some_and(|last| last.kind == Kind::Sign && last.folded == ".");
    tokens.len() - usize::from(stops)
}

/// "قال مصدر طبي إن …", "نفت الوزارة …".
fn saying(tokens: &[Token], at: usize, stance: Stance, is_thought: bool) -> Option<Attribution> {
    let limit = (at + 1 + SOURCE_WORDS_MAX).min(tokens.len());
    let opens = |place: &usize| {
        tokens.get(*place).is_some_and(|token| {
            THAT.contains(&token.folded.as_str())
                || matches!(token.folded.as_str(), ":" | "\"" | "«" | "“")
        })
    };
    let that = (at + 1..limit).find(opens);
    // "بين" is a verb only right before "that": else it is "between".
    let is_between = tokens
        .get(at)
        .is_some_and(|token| matches!(token.folded.as_str(), "بين" | "وبين"));
    if is_between && that.is_none_or(|that| that > at + 3 || !is_that(tokens, that)) {
        return None;
    }
    let end = sentence_end(tokens);
    let (source, content) = match that {
        Some(that) => (source(tokens, at + 1, that), join(tokens, that, end)?),
        // "نفت الوزارة مقتل …": a noun is denied.
        None if stance == Stance::Denies => (
            join(tokens, at + 1, (at + 2).min(end)),
            join(tokens, (at + 2).min(end), end)?,
        ),
        None => return None,
    };
    // With nobody between, nobody is named.
    let source = source.filter(|source| !source.is_empty());
    Some(Attribution {
        source,
        cue: Some(tokens.get(at)?.span),
        content,
        stance,
        is_thought,
    })
}

fn is_that(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|token| THAT.contains(&token.folded.as_str()))
}

/// The source from `from` to before `to`, without when and where it spoke: "… يوم الجمعة", "في بيان".
fn source(tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let ends = |at: &usize| {
        matches!(
            word(*at),
            "يوم"
                | "امس"
                | "اليوم"
                | "خلال"
                | "عبر"
                | "ضمن"
                | "الجمعه"
                | "السبت"
                | "الاحد"
                | "الاثنين"
                | "الثلاثاء"
                | "الاربعاء"
                | "الخميس"
        ) || word(*at) == "في"
            && matches!(
                word(at + 1),
                "بيان" | "تصريح" | "تصريحات" | "حديث" | "تقرير" | "موتمر"
            )
    };
    let until = (from..to).find(ends).unwrap_or(to);
    join(tokens, from, until)
}

/// "بحسب المرصد", "وفقا لمصادر", "نقلا عن": governs its whole sentence, before or after.
fn according(tokens: &[Token], at: usize) -> Option<Attribution> {
    let second = usize::from(
        tokens
            .get(at + 1)
            .is_some_and(|token| token.folded == "عن" || token.folded == "ما"),
    );
    let start = at + 1 + second;
    // "بحسب ما قالت مصادر": the verb is no part of who says it.
    let says = tokens.get(start).is_some_and(|token| {
        let word = token.folded.as_str();
        second > 0 && [SAYING, CONFIRMING].iter().any(|list| list.contains(&word))
    });
    let start = start + usize::from(says);
    let end = sentence_end(tokens);
    let comma = (start..end).find(|place| {
        tokens
            .get(*place)
            .is_some_and(|token| matches!(token.folded.as_str(), "،" | ","))
    });
    let (source, content) = if at == 0 {
        let comma = comma?;
        (source(tokens, start, comma)?, join(tokens, comma + 1, end)?)
    } else {
        let to = if tokens
            .get(at - 1)
            .is_some_and(|token| matches!(token.folded.as_str(), "،" | ","))
        {
            at - 1
        } else {
            at
        };
        (
            source(tokens, start, comma.unwrap_or(end))?,
            join(tokens, 0, to)?,
        )
    };
    Some(Attribution {
        source: Some(source),
        cue: join(tokens, at, start),
        content,
        stance: Stance::Says,
        is_thought: false,
    })
}

/// "لم يتسن التأكد من": the outlet could not confirm.
fn unconfirmed(tokens: &[Token], at: usize) -> Option<Attribution> {
    let end = sentence_end(tokens);
    Some(Attribution {
        source: None,
        cue: Some(tokens.get(at)?.span),
        content: join(tokens, at + 1, end)?,
        stance: Stance::CannotConfirm,
        is_thought: false,
    })
}
