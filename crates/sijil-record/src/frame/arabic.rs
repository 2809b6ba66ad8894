//! Control, truces, talks and attacks in an Arabic sentence.

use super::Frame;
use super::control::IsPlace;
use crate::arabic::classes;
use crate::class::Class;
use crate::number::{Number, Role};
use crate::span::Span;
use crate::suggest::Kind;
use crate::token::{Kind as TokenKind, Token};

/// Verbs of control; folded. What stands after: who, then the place.
const TAKING: &[&str] = &[
    "سيطر",
    "سيطرت",
    "استعاد",
    "استعادت",
    "انتزع",
    "انتزعت",
    "دخل",
    "دخلت",
    "حرر",
    "حررت",
    "بسط",
    "بسطت",
    "احتل",
    "احتلت",
];
const LEAVING: &[&str] = &["انسحب", "انسحبت", "انسحبوا", "خسر", "خسرت"];
const FALLING: &[&str] = &["سقط", "سقطت"];
const HANDING: &[&str] = &["سلم", "سلمت"];
/// Nouns that tell a change without its taker.
const CHANGES: &[&str] = &["سيطره", "السيطره", "سقوط", "تحرير", "استعاده"];

/// The claims of an Arabic sentence other than victims.
pub(crate) fn frames(
    text: &str,
    tokens: &[Token],
    numbers: &[Number],
    is_place: IsPlace<'_>,
) -> Vec<Frame> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        found.extend(control(text, tokens, at, is_place));
    }
    found.extend(truce(text, tokens, numbers));
    if found.is_empty() {
        found.extend(talks(tokens, numbers));
    }
    found
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.folded.as_str())
}

fn bare(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).unwrap_or(word)
}

fn join(tokens: &[Token], from: usize, to: usize) -> Option<Span> {
    tokens
        .get(from..to)?
        .iter()
        .map(|token| token.span)
        .reduce(Span::join)
}

/// Words looked at behind a verb of control.
const REACH: usize = 9;

/// A verb or noun of control: its rule, and whether it is a noun.
fn control_rule(folded: &str) -> Option<(&'static str, bool)> {
    let stem = bare(folded);
    let is = |list: &[&str]| list.contains(&stem) || list.contains(&folded);
    Some(match () {
        () if is(TAKING) => ("control.ar.took", false),
        () if is(LEAVING) => ("control.ar.withdrew", false),
        () if is(FALLING) => ("control.ar.fell", false),
        () if is(HANDING) => ("control.ar.handed", false),
        () if is(CHANGES) => ("control.ar.change_of", true),
        () => return None,
    })
}

fn control(text: &str, tokens: &[Token], at: usize, is_place: IsPlace<'_>) -> Option<Frame> {
    let token = tokens.get(at)?;
    let (rule, is_noun) = control_rule(&token.folded)?;
    let town = town(tokens, at, is_place)?;
    let score = if is_noun { 0.4 } else { 0.8 };
    let mut frame = Frame::new(Kind::ControlChange, rule, score, token.span);
    let place = tokens.get(town)?.span;
    frame.fill("place", place, place.of(text));
    match rule {
        "control.ar.took" | "control.ar.change_of" => {
            fill_actor(&mut frame, text, "to_actor", actor(tokens, at, town));
        }
        "control.ar.fell" => fill_actor(&mut frame, text, "to_actor", taker(tokens, at)),
        _ => fill_actor(&mut frame, text, "from_actor", actor(tokens, at, town)),
    }
    let fights = [Class::Clash, Class::Shelling, Class::AirStrike];
    let is_fought = tokens.iter().any(|token| classes(token).any(&fights));
    let mode = match rule {
        "control.ar.withdrew" => "withdrawal",
        "control.ar.handed" => "negotiated",
        _ if is_fought => "by_force",
        _ => "unstated",
    };
    frame.fill("mode", token.span, mode);
    let before = tokens.iter().take(at).rev().take(2);
    frame.is_negated = before
        .into_iter()
        .any(|token| classes(token).has(Class::Negation));
    // "يسعى للسيطرة على": wanted, not done.
    frame.is_unreal = token.folded.starts_with("لل") || token.folded.starts_with('ب') && is_noun;
    Some(frame)
}

/// The town behind the word of control: "سيطرت قوات سوريا … على الطبقة" is of الطبقة, not of سوريا.
fn town(tokens: &[Token], at: usize, is_place: IsPlace<'_>) -> Option<usize> {
    const GENERIC: &[&str] = &["مدينه", "بلده", "قريه", "محافظه", "منطقه", "حي"];
    let names = |place: &usize| {
        let named = tokens.get(*place).is_some_and(|token| is_place(token.span));
        named && !GENERIC.contains(&word(tokens, *place))
    };
    let tie = (at + 1..at + REACH).find(|place| matches!(word(tokens, *place), "علي" | "من"));
    let tied = tie.and_then(|tie| (tie + 1..tie + REACH).find(names));
    let town = tied.or_else(|| (at + 1..at + REACH).find(names))?;
    let between = tokens.get(at + 1..town)?;
    let is_parted = between.iter().any(|token| token.kind == TokenKind::Sign);
    (!is_parted).then_some(town)
}

/// Who stands between the verb and "على", "من" or the town.
fn actor(tokens: &[Token], at: usize, town: usize) -> Option<Span> {
    const ENDS: &[&str] = &[
        "علي",
        "من",
        "الي",
        "مدينه",
        "بلده",
        "قريه",
        "بيد",
        "سيطرته",
        "سيطرتها",
    ];
    let ends = |place: &usize| *place == town || ENDS.contains(&word(tokens, *place));
    let until = (at + 1..=town).find(ends).unwrap_or(town);
    join(tokens, at + 1, until)
}

/// "سقطت … بيد": into whose hands.
fn taker(tokens: &[Token], at: usize) -> Option<Span> {
    let hand = (at..at + REACH).find(|place| matches!(word(tokens, *place), "بيد" | "بايدي"))?;
    join(tokens, hand + 1, (hand + 4).min(tokens.len()))
}

fn fill_actor(frame: &mut Frame, text: &str, name: &'static str, span: Option<Span>) {
    if let Some(span) = span {
        frame.fill(name, span, span.of(text));
    }
}

/// "هدنة", "وقف إطلاق النار", "وقف الأعمال القتالية" with a verb that says it came to be.
fn truce(text: &str, tokens: &[Token], numbers: &[Number]) -> Option<Frame> {
    const VERBS: &[&str] = &[
        "توصل",
        "توصلت",
        "توصلوا",
        "اتفق",
        "اتفقت",
        "اعلن",
        "اعلنت",
        "وقع",
        "وقعت",
        "مدد",
        "مددت",
        "تمديد",
        "خرق",
        "خرقت",
        "انهار",
        "انهارت",
        "دخل",
        "دخلت",
        "بدا",
        "بدات",
        "ابرم",
        "ابرمت",
    ];
    let at = (0..tokens.len()).find(|at| is_truce(tokens, *at))?;
    let verb = (0..tokens.len()).find(|place| VERBS.contains(&bare(word(tokens, *place))))?;
    let is_breach = matches!(bare(word(tokens, verb)), "خرق" | "خرقت");
    let token = tokens.get(at)?;
    let kind = if is_breach {
        Kind::TruceBreach
    } else {
        Kind::Truce
    };
    let mut frame = Frame::new(kind, "truce.ar.reached", 0.8, token.span);
    let class = match word(tokens, at) {
        "وقف" if word(tokens, at + 1).contains("اعمال") => "cessation_of_hostilities",
        "وقف" => "preliminary_ceasefire",
        _ => "truce",
    };
    frame.fill("class", token.span, class);
    for party in parties(tokens, verb, at) {
        frame.fill("party", party, party.of(text));
    }
    if let Some((span, length)) = length(tokens, numbers) {
        frame.fill("duration", span, length);
    }
    let extended = matches!(bare(word(tokens, verb)), "مدد" | "مددت" | "تمديد");
    frame.fill(
        "state",
        tokens.get(verb)?.span,
        if extended { "extended" } else { "reported" },
    );
    Some(frame)
}

fn is_truce(tokens: &[Token], at: usize) -> bool {
    let own = tokens
        .get(at)
        .is_some_and(|token| classes(token).has(Class::Truce));
    own || bare(word(tokens, at)) == "وقف"
        && matches!(word(tokens, at + 1), "اطلاق" | "الاعمال" | "اعمال")
}

/// "بين … و…"; else who stands between the verb and "إلى" or "مع".
fn parties(tokens: &[Token], verb: usize, at: usize) -> Vec<Span> {
    let ends = |place: usize| {
        matches!(
            word(tokens, place),
            "الي" | "علي" | "في" | "لمده" | "مع" | "عن" | "،" | "." | "ل"
        )
    };
    let between = (0..tokens.len()).find(|place| word(tokens, *place) == "بين");
    let (mut place, limit) = match between {
        Some(between) => (between + 1, tokens.len()),
        None => (verb + 1, at.max(verb + 1)),
    };
    let mut found = Vec::new();
    let mut start = place;
    while place < limit && !ends(place) && !is_truce(tokens, place) {
        let joined = tokens
            .get(place)
            .is_some_and(|token| token.folded.starts_with('و') && place > start);
        if joined {
            found.extend(join(tokens, start, place));
            start = place;
        }
        place += 1;
    }
    found.extend(join(tokens, start, place));
    let with = (at..tokens.len()).find(|place| word(tokens, *place) == "مع");
    let other = with.and_then(|with| {
        let end = (with + 1..tokens.len())
            .find(|place| ends(*place))
            .unwrap_or(tokens.len());
        join(tokens, with + 1, end)
    });
    found.extend(other);
    found
}

/// "لمدة شهر", "أسبوعين", "٧٢ ساعة".
fn length(tokens: &[Token], numbers: &[Number]) -> Option<(Span, String)> {
    let counted = numbers
        .iter()
        .filter(|number| number.role == Role::Duration)
        .find_map(|number| {
            let unit = tokens.get(number.tokens.end)?;
            Some((
                number.span.join(unit.span),
                iso(number.quantity.low?, &unit.folded)?,
            ))
        });
    let single = || {
        let at =
            (0..tokens.len()).find(|at| matches!(word(tokens, *at), "لمده" | "مدتها" | "مدته"))?;
        let unit = tokens.get(at + 1)?;
        let dual = unit
            .folded
            .strip_suffix("ين")
            .or(unit.folded.strip_suffix("ان"));
        let length = dual
            .and_then(|one| {
                iso(2, one).or_else(|| iso(2, &format!("{}ه", one.trim_end_matches('ت'))))
            })
            .or_else(|| iso(1, &unit.folded))?;
        Some((unit.span, length))
    };
    counted.or_else(single)
}

fn iso(count: u64, unit: &str) -> Option<String> {
    Some(match unit {
        "ساعه" | "ساعات" => format!("PT{count}H"),
        "يوم" | "يوما" | "ايام" => format!("P{count}D"),
        "اسبوع" | "اسبوعا" | "اسابيع" => format!("P{count}W"),
        "شهر" | "شهرا" | "اشهر" | "شهور" => format!("P{count}M"),
        "سنه" | "عام" | "عاما" | "سنوات" | "اعوام" => format!("P{count}Y"),
        _ => return None,
    })
}

/// "جولة محادثات", "رسالتان إلى", "اجتماع".
fn talks(tokens: &[Token], numbers: &[Number]) -> Option<Frame> {
    const NOUNS: &[(&str, &str)] = &[
        ("محادثات", "round"),
        ("المحادثات", "round"),
        ("مفاوضات", "round"),
        ("المفاوضات", "round"),
        ("جوله", "round"),
        ("اجتماع", "meeting"),
        ("اجتماعا", "meeting"),
        ("رساله", "letter"),
        ("رسالتين", "letter"),
        ("رسالتان", "letter"),
        ("رسايل", "letter"),
    ];
    let (at, form) = (0..tokens.len()).find_map(|at| {
        NOUNS
            .iter()
            .find(|(noun, _)| *noun == bare(word(tokens, at)))
            .map(|(_, form)| (at, *form))
    })?;
    let span = tokens.get(at)?.span;
    let mut frame = Frame::new(Kind::Talks, "talks.ar.held", 0.5, span);
    frame.fill("form", span, form);
    let counted = numbers
        .iter()
        .find(|number| number.tokens.end == at)
        .and_then(|number| number.quantity.low);
    let is_dual = word(tokens, at).ends_with("تين") || word(tokens, at).ends_with("تان");
    if let Some(count) = counted.or(is_dual.then_some(2)) {
        frame.fill("count", span, count);
    }
    Some(frame)
}
