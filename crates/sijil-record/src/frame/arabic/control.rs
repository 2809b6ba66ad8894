//! Who took, lost or left which town, in an Arabic sentence.

use super::{Said, fill};
use crate::arabic::classes;
use crate::class::Class;
use crate::frame::Frame;
use crate::suggest::Kind;
use crate::token::Kind as TokenKind;

/// Verbs of control; folded. What stands after: who, then the place.
const TAKING: &[&str] = &[
    "سيطر",
    "سيطرت",
    "سيطروا",
    "استعاد",
    "استعادت",
    "استعادوا",
    "انتزع",
    "انتزعت",
    "حرر",
    "حررت",
    "حرروا",
    "بسط",
    "بسطت",
    "احتل",
    "احتلت",
    "احتلوا",
    "استولي",
    "استولت",
    "استولوا",
    "احكم",
    "احكمت",
    "فرض",
    "فرضت",
];
/// Said of convoys as well: only of those who fight.
const ENTERING: &[&str] = &["دخل", "دخلت", "دخلوا", "اقتحم", "اقتحمت"];
const LEAVING: &[&str] = &[
    "انسحب",
    "انسحبت",
    "انسحبوا",
    "تراجع",
    "تراجعت",
    "اخلي",
    "اخلت",
];
/// "Lost", of a town itself; what follows below may be lost contact or a lost child.
const LOSING: &[&str] = &["خسر", "خسرت", "خسروا"];
const MISSING: &[&str] = &["فقد", "فقدت", "فقدوا"];
const FALLING: &[&str] = &["سقط", "سقطت"];
const HANDING: &[&str] = &["سلم", "سلمت", "سلموا"];
/// Nouns that tell a change without a verb.
const CHANGES: &[&str] = &[
    "سيطره",
    "سقوط",
    "تحرير",
    "استعاده",
    "انتزاع",
    "استيلاء",
    "انسحاب",
];

/// Words looked at behind a verb of control.
const REACH: usize = 12;

/// How a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Takes,
    Enters,
    Leaves,
    Loses,
    Falls,
    Hands,
    Noun,
}

impl Way {
    const fn rule(self) -> &'static str {
        match self {
            Self::Takes | Self::Enters => "control.ar.took",
            Self::Leaves => "control.ar.withdrew",
            Self::Loses => "control.ar.lost",
            Self::Falls => "control.ar.fell",
            Self::Hands => "control.ar.handed",
            Self::Noun => "control.ar.change_of",
        }
    }
}

/// The changes of control that the sentence tells.
pub(crate) fn changes(said: &Said<'_>) -> Vec<Frame> {
    (0..said.tokens.len())
        .filter_map(|at| Some((at, way(said, at)?)))
        .flat_map(|(at, way)| change(said, at, way))
        .collect()
}

fn way(said: &Said<'_>, at: usize) -> Option<Way> {
    Some(match () {
        () if said.is_verb(at, TAKING) => Way::Takes,
        () if said.is_verb(at, ENTERING) => Way::Enters,
        () if said.is_verb(at, LEAVING) => Way::Leaves,
        () if said.is_verb(at, LOSING) => Way::Loses,
        // "Lost the town", but "lost contact with": only of control.
        () if said.is_verb(at, MISSING) => {
            let next = at + 1..at + REACH;
            next.clone()
                .find(|place| said.is(*place, &["سيطره", "سيطرته", "سيطرتها", "سيطرتهم"]))?;
            Way::Loses
        }
        () if said.is_verb(at, FALLING) => Way::Falls,
        () if said.is_verb(at, HANDING) => Way::Hands,
        () if said.is(at, CHANGES) && !only_describes(said, at) => Way::Noun,
        () => return None,
    })
}

/// "المناطق الخاضعة لسيطرة …", "تحت سيطرة": how things are, not how they change; the noun of "lost
/// control" and "imposed its control" is told by its verb.
fn only_describes(said: &Said<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|place| {
        said.is(
            place,
            &[
                "خاضعه",
                "تحت",
                "مناطق",
                "منطقه",
                "خارج",
                "خطوط",
                "بسط",
                "بسطت",
                "فرض",
                "فرضت",
                "احكم",
                "احكمت",
                "فقد",
                "فقدت",
            ],
        )
    }) || matches!(said.word(at), "سيطرته" | "سيطرتها" | "سيطرتهم")
}

/// The change told at `at`; one for each town of a list: "سقوط الرقة ودير الزور والبوكمال".
fn change(said: &Said<'_>, at: usize, way: Way) -> Vec<Frame> {
    let Some(town) = town(said, at) else {
        return Vec::new();
    };
    let towns = towns(said, town);
    let frames = towns
        .iter()
        .filter_map(|place| frame(said, at, way, town, *place));
    frames.collect()
}

fn frame(said: &Said<'_>, at: usize, way: Way, first: usize, town: usize) -> Option<Frame> {
    let trigger = said.tokens.get(at)?.span;
    let mut frame = Frame::new(Kind::ControlChange, way.rule(), 0.8, trigger);
    let place = said.tokens.get(town)?.span;
    frame.fill("place", place, place.of(said.text));
    let between = actor(said, at, first).or_else(|| said.named_before(at));
    let taker = taker(said, at);
    let (to, from) = match way {
        Way::Takes | Way::Enters => (between, loser(said, first)),
        Way::Leaves | Way::Loses => (None, between),
        Way::Falls => (taker, None),
        Way::Hands => (receiver(said, first), between),
        Way::Noun if said.is(at, &["سقوط"]) => (taker, None),
        Way::Noun if said.is(at, &["انسحاب"]) => (None, actor(said, at, first)),
        Way::Noun => (actor(said, at, first), loser(said, first)),
    };
    if way == Way::Enters && !to.is_some_and(|to| said.fights(to)) {
        return None;
    }
    // "سيطر الطلاب على الساحة": a sit-in takes no town.
    let is_unarmed = |to| said.is_civilian(to) && !said.fights(to);
    if way == Way::Takes && to.is_some_and(is_unarmed) {
        return None;
    }
    let is_told = to.is_some() || from.is_some();
    if way == Way::Noun {
        frame.score = if is_told { 0.5 } else { 0.3 };
    } else if !is_told && way != Way::Falls {
        return None;
    }
    fill(&mut frame, said.text, "to_actor", to);
    fill(&mut frame, said.text, "from_actor", from);
    frame.fill("mode", trigger, mode(said, at, way));
    frame.fill("extent", trigger, extent(said, at, town));
    frame.is_negated = said.is_denied(at);
    // "يسعى للسيطرة على": wanted, not done.
    let word = said.word(at);
    frame.is_unreal = said.is_unreal(at) || way == Way::Noun && word.starts_with("لل");
    Some(frame)
}

fn mode(said: &Said<'_>, at: usize, way: Way) -> &'static str {
    let fights = [Class::Clash, Class::Shelling, Class::AirStrike];
    let is_fought = said.tokens.iter().any(|token| classes(token).any(&fights));
    match way {
        Way::Leaves => "withdrawal",
        Way::Noun if said.is(at, &["انسحاب"]) => "withdrawal",
        Way::Hands => "negotiated",
        _ if is_fought => "by_force",
        _ => "unstated",
    }
}

/// "أطراف", "أجزاء من": how much of the town.
fn extent(said: &Said<'_>, at: usize, town: usize) -> &'static str {
    let stands = |list: &[&str]| (at + 1..town).any(|place| said.is(place, list));
    match () {
        () if stands(&["اطراف", "مشارف", "ضواحي", "محيط", "تخوم"]) => {
            "outskirts"
        }
        () if stands(&["اجزاء", "جزء", "احياء", "معظم", "نصف"]) => "part",
        () => "whole",
    }
}

/// The town behind the word of control: "سيطرت قوات سوريا … على الطبقة" is of الطبقة, not of سوريا.
fn town(said: &Said<'_>, at: usize) -> Option<usize> {
    const GENERIC: &[&str] = &["مدينه", "بلده", "قريه", "محافظه", "منطقه", "حي"];
    let names = |place: &usize| {
        let token = said.tokens.get(*place);
        token.is_some_and(|token| (said.known.is_place)(token.span)) && !said.is(*place, GENERIC)
    };
    let near = at + 1..(at + REACH).min(said.tokens.len());
    let mut ties = near.clone();
    let tie = ties.find(|place| matches!(said.word(*place), "علي" | "من"));
    let tied = tie.and_then(|tie| (tie + 1..tie + REACH).find(names));
    let town = tied.or_else(|| near.clone().find(names))?;
    let between = said.tokens.get(at + 1..town)?;
    let is_parted = between.iter().any(|token| token.kind == TokenKind::Sign);
    (!is_parted).then_some(town)
}

/// `first` and the towns that "and" or a comma ties to it.
fn towns(said: &Said<'_>, first: usize) -> Vec<usize> {
    let mut found = vec![first];
    let mut place = first + 1;
    let is_place = |at: usize| {
        let token = said.tokens.get(at);
        token.is_some_and(|token| (said.known.is_place)(token.span))
    };
    while place < said.tokens.len() {
        let joins = said.word(place).starts_with('و');
        match () {
            () if matches!(said.word(place), "،" | ",") && is_place(place + 1) => {}
            () if is_place(place) && joins => found.push(place),
            () if is_place(place) && said.word(place - 1) == "،" => found.push(place),
            // "دير الزور": the second word of a name.
            () if is_place(place) => {}
            () => break,
        }
        place += 1;
    }
    found
}

/// Who stands between the verb and "على", "من" or the town.
fn actor(said: &Said<'_>, at: usize, town: usize) -> Option<crate::span::Span> {
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
        "سيطرتهم",
        "السيطره",
        "محافظه",
        "حي",
        "ريف",
        "اطراف",
        "مشارف",
        "اجزاء",
        "معظم",
    ];
    let ends = |place: &usize| *place == town || ENDS.contains(&said.word(*place));
    let until = (at + 1..=town).find(ends).unwrap_or(town);
    said.actor(at + 1, until)
}

/// "سقطت … بيد", "في أيدي": into whose hands.
fn taker(said: &Said<'_>, at: usize) -> Option<crate::span::Span> {
    const HANDS: &[&str] = &["يد", "ايدي", "قبضه", "سيطره"];
    let hand = (at + 1..at + REACH).find(|place| said.is(*place, HANDS))?;
    said.actor(hand + 1, (hand + 5).min(said.tokens.len()))
}

/// "… من تنظيم الدولة", "من يد …": from whom, behind the town.
fn loser(said: &Said<'_>, town: usize) -> Option<crate::span::Span> {
    let near = town + 1..(town + 5).min(said.tokens.len());
    let from = near.clone().find(|place| said.word(*place) == "من")?;
    let skip = usize::from(said.is(from + 1, &["يد", "ايدي", "قبضه"]));
    let words = said.actor(from + 1 + skip, (from + 6).min(said.tokens.len()))?;
    said.fights(words).then_some(words)
}

/// "سلمت … البلدة إلى …": to whom.
fn receiver(said: &Said<'_>, town: usize) -> Option<crate::span::Span> {
    let near = town + 1..(town + 5).min(said.tokens.len());
    let to = near.clone().find(|place| said.word(*place) == "الي")?;
    said.actor(to + 1, (to + 6).min(said.tokens.len()))
}
