//! Truces in an Arabic sentence: what becomes of them, their parties, length, breaches.

use super::term::Telling;
use super::words::{Event, Role};
use super::{breach, declaration, fill_event, fill_form, frame};
use crate::arabic::{classes, stems};
use crate::class::Class;
use crate::frame::{Frame, Known};
use crate::number::{Number, Role as NumberRole};
use crate::span::Span;
use crate::token::{Kind as TokenKind, Token};

/// The truces that the sentence says were reached, extended, ended or broken.
pub(crate) fn truces(
    text: &str,
    telling: &Telling<'_>,
    known: &Known<'_>,
    has_truce: bool,
) -> Vec<Frame> {
    const PAPERS: &[&str] = &["الاتفاق", "الاتفاقيه", "للاتفاق", "والاتفاق"];
    let count = telling.tokens.len();
    let at = (0..count).find(|at| telling.is_truce(*at));
    // "الاتفاق": in a story on a truce the truce itself.
    let is_paper = |at: &usize| has_truce && PAPERS.contains(&telling.word(*at));
    let at = at.or_else(|| (0..count).find(is_paper));
    let found = at.and_then(|at| {
        breach::arabic(text, telling, known, at).or_else(|| truce(text, telling, known, at))
    });
    found.into_iter().collect()
}

/// "هدنة", "وقف إطلاق النار", "وقف الأعمال القتالية" at `at`.
pub(crate) fn is_truce(tokens: &[Token], at: usize) -> bool {
    let own = tokens
        .get(at)
        .is_some_and(|token| classes(token).has(Class::Truce));
    let next = tokens.get(at + 1).map_or("", |token| token.folded.as_str());
    let opens = tokens
        .get(at)
        .is_some_and(|token| stems(token).any(|stem| stem == "وقف"));
    let ceases = match next {
        "اطلاق" => tokens
            .get(at + 2)
            .is_some_and(|token| token.folded == "النار"),
        "الاعمال" | "اعمال" => tokens.get(at + 2).is_some_and(|token| {
            matches!(
                token.folded.as_str(),
                "القتاليه" | "العداييه" | "العدائيه" | "العسكريه"
            )
        }),
        _ => false,
    };
    own || opens && ceases
}

/// The word nearest to the truce at `at` that says what becomes of it.
fn event(telling: &Telling<'_>, at: usize) -> Option<(usize, Event)> {
    const REACH: usize = 16;
    let near = at.saturating_sub(REACH)..(at + REACH).min(telling.tokens.len());
    let told = |place: usize| {
        let event = telling
            .told(place)
            .event
            .filter(|event| *event != Event::Breached)?;
        let fits = match event {
            // "دخل" alone is said of towns; with "حيز التنفيذ" of truces.
            Event::InForce => enters(telling, place, at),
            // "توقف القتال وانتهت": what ends stands right beside it.
            Event::Ended | Event::Collapsed | Event::Replaced => place.abs_diff(at) <= 4,
            _ => true,
        };
        (fits && place != at).then_some((place, event))
    };
    // Of two equally near the one before: the verb stands first.
    near.filter_map(told)
        .min_by_key(|(place, _)| (place.abs_diff(at) * 2) + usize::from(*place > at))
}

fn enters(telling: &Telling<'_>, verb: usize, at: usize) -> bool {
    let force = (verb + 1..verb + 8).any(|place| telling.told(place).is(Role::Force));
    let word = telling.word(verb);
    let begins = ["بدا", "يبدا", "تبدا", "بدء", "سري", "سريان", "صمد", "صامد"]
        .iter()
        .any(|stem| word.contains(stem));
    // "بدأ الوفد مشاورات بشأن الهدنة": what begins is not the truce.
    let (first, last) = (verb.min(at), verb.max(at));
    let is_about = (first..last).any(|place| matches!(telling.word(place), "بشان" | "حول" | "عن"));
    force || begins && !is_about && verb.abs_diff(at) <= 4
}

fn truce(text: &str, telling: &Telling<'_>, known: &Known<'_>, at: usize) -> Option<Frame> {
    let (verb, event) = event(telling, at)?;
    // "سيدخل", "ستدخل", but not "سريان".
    let future = ["سي", "ست"];
    let is_future = future
        .iter()
        .any(|letters| telling.word(verb).starts_with(letters));
    let named = telling.is_truce(at);
    if !named && matches!(event, Event::Announced | Event::Agreed) {
        return None;
    }
    let is_coming = is_future && event == Event::InForce
        || telling.word(verb.checked_sub(1).unwrap_or(verb)) == "سوف";
    let until = verb.max(at);
    let wanted = (0..until).any(|place| telling.told(place).is(Role::Wanted));
    if wanted && !is_coming {
        return None;
    }
    let token = telling.tokens.get(at)?;
    let parties = parties(telling, known, verb, at);
    let is_made = matches!(event, Event::Announced | Event::Agreed);
    let score = if parties.is_empty() { 0.6 } else { 0.85 };
    let mut frame = frame(rule(event), score, token.span);
    for party in &parties {
        frame.fill("party", *party, party.of(text));
    }
    if is_made && !parties.is_empty() {
        frame.fill("declaration", token.span, declaration(parties.len()));
    }
    if named {
        frame.fill("class", token.span, class(telling, at));
    }
    fill_event(&mut frame, telling.tokens.get(verb)?.span, event);
    fill_form(&mut frame, telling.tokens, &telling.told);
    if let Some((span, length)) = length(telling.tokens, telling.numbers) {
        frame.fill("duration", span, length);
    }
    let before = verb.min(at).saturating_sub(3)..verb.max(at);
    frame.is_negated = before
        .clone()
        .filter_map(|place| telling.tokens.get(place))
        .any(|token| matches!(token.folded.as_str(), "لم" | "لا" | "ليس" | "ليست" | "عدم"));
    frame.is_unreal = is_coming || is_only_possible(telling, verb);
    Some(frame)
}

/// "قد تعلن", "ربما يعلن": it may come to it. "قد أعلنت" is told: the verb is in the past, as is "قد توصلت",
/// whose ت is no prefix.
fn is_only_possible(telling: &Telling<'_>, verb: usize) -> bool {
    const PAST: &[&str] = &["توصل", "توافق", "تم", "تعهد", "توقف", "تجدد", "تعثر"];
    let word = telling.word(verb);
    let is_past = PAST.iter().any(|past| word.starts_with(past));
    let is_imperfect = word.starts_with(['ي', 'ت', 'ن']) && !is_past;
    let before = verb
        .checked_sub(1)
        .map_or("", |before| telling.word(before));
    is_imperfect && matches!(before, "قد" | "وقد" | "فقد" | "ربما" | "وربما" | "لعل")
}

fn rule(event: Event) -> &'static str {
    match event {
        Event::Announced | Event::Agreed => "truce.ar.reached",
        Event::InForce => "truce.ar.in_force",
        Event::Extended => "truce.ar.extended",
        Event::Ended | Event::Collapsed | Event::Replaced | Event::Breached => "truce.ar.ended",
    }
}

pub(super) fn class(telling: &Telling<'_>, at: usize) -> &'static str {
    let next = telling.word(at + 1);
    match telling.tokens.get(at) {
        Some(token) if stems(token).any(|stem| stem == "وقف") => {
            if next.contains("اعمال") {
                "cessation_of_hostilities"
            } else {
                "preliminary_ceasefire"
            }
        }
        Some(token) if token.folded.contains("مصالح") => "local_reconciliation",
        _ if next.contains("انساني") => "humanitarian_pause",
        _ => "truce",
    }
}

/// The names of actors in a stretch, in order.
type NamesIn<'n> = &'n dyn Fn(Span) -> Vec<Span>;

/// Words that begin with "and" of themselves: units, ministries, notables.
const NO_AND: &[&str] = &[
    "وحدات",
    "وحده",
    "وزاره",
    "وزير",
    "وفد",
    "وكاله",
    "وجهاء",
    "وسيط",
    "ولايه",
    "والي",
    "وساطه",
    "وطني",
];

/// "بين … و…"; else who stands between the verb and "إلى", and whom "مع" names.
fn parties(telling: &Telling<'_>, known: &Known<'_>, verb: usize, at: usize) -> Vec<Span> {
    let between = (0..telling.tokens.len()).find(|place| telling.word(*place) == "بين");
    let with = (at.min(verb)..telling.tokens.len()).find(|place| telling.word(*place) == "مع");
    let mut found = match between {
        Some(between) => listed(telling, known.names, between + 1, telling.tokens.len()),
        None if verb < at => listed(telling, known.names, verb + 1, at),
        None => Vec::new(),
    };
    if let Some(with) = with.filter(|_| between.is_none()) {
        found.extend(listed(telling, known.names, with + 1, telling.tokens.len()));
    }
    found
}

/// The parties named from `from` to before `until`, parted by "and".
pub(crate) fn listed(
    telling: &Telling<'_>,
    names: NamesIn<'_>,
    from: usize,
    until: usize,
) -> Vec<Span> {
    const PARTY_WORDS_MAX: usize = 7;
    let mut found = Vec::new();
    let mut start = from;
    for place in from..=until {
        let at_end = place >= until || ends(telling, place);
        let joins = place > start
            && telling.word(place).starts_with('و')
            && !NO_AND.contains(&telling.word(place));
        if !at_end && !joins {
            continue;
        }
        if (1..=PARTY_WORDS_MAX).contains(&(place - start)) {
            found.extend(party(telling, names, start..place, start > from));
        }
        start = place;
        if at_end {
            break;
        }
    }
    found
}

/// Whether the list of parties ends before the word at `place`.
fn ends(telling: &Telling<'_>, place: usize) -> bool {
    let told = telling.told(place);
    let is_sign = |token: &Token| token.kind == TokenKind::Sign;
    let is_other = [Role::Paper, Role::States, Role::EndsParties]
        .into_iter()
        .any(|role| told.is(role));
    is_other
        || telling.is_truce(place)
        || told.event.is_some()
        || telling.tokens.get(place).is_some_and(is_sign)
}

/// The party of the words of `range`, without the "and" before it; none for "both sides".
fn party(
    telling: &Telling<'_>,
    names: NamesIn<'_>,
    range: std::ops::Range<usize>,
    is_joined: bool,
) -> Option<Span> {
    let is_side = |place: usize| telling.told(place).is(Role::Sides);
    let mut span = telling.span(range.clone())?;
    let first = telling.word(range.start);
    if is_joined && first.starts_with('و') && !NO_AND.contains(&first) {
        span = Span::new(span.start + 'و'.len_utf8(), span.end);
    }
    // What is known of the words is the party; what stands around it says more of it.
    let named = names(span);
    let is_name_of_words = |name: &Span| name.start <= span.start + 'و'.len_utf8();
    let is_nobody = range.clone().any(is_side) && named.is_empty();
    let whole = named
        .first()
        .copied()
        .filter(is_name_of_words)
        .unwrap_or(span);
    (!is_nobody).then_some(whole)
}

/// "لمدة شهر", "أسبوعين", "٧٢ ساعة".
pub(crate) fn length(tokens: &[Token], numbers: &[Number]) -> Option<(Span, String)> {
    let counted = numbers
        .iter()
        .filter(|number| number.role == NumberRole::Duration)
        .find_map(|number| {
            let unit = tokens.get(number.tokens.end)?;
            let length = iso(number.quantity.low?, &unit.folded)?;
            Some((number.span.join(unit.span), length))
        });
    let single = || {
        const OPENERS: &[&str] = &["لمده", "مدتها", "مدته", "مده", "ولمده"];
        let opens = |token: &Token| OPENERS.contains(&token.folded.as_str());
        let at = tokens.iter().position(opens)?;
        let unit = tokens.get(at + 1)?;
        Some((unit.span, unit_length(&unit.folded)?))
    };
    // "هدنة شهر", "شهرا آخر": the unit alone behind the truce or before "another".
    let bare = || {
        tokens.windows(2).find_map(|pair| {
            let [first, second] = pair else { return None };
            let is_another = matches!(second.folded.as_str(), "اخر" | "اخري" | "اضافي" | "اضافيا");
            let length = unit_length(&first.folded).filter(|_| is_another)?;
            Some((first.span, length))
        })
    };
    counted.or_else(single).or_else(bare)
}

/// "شهر", "شهرين", "أسبوعين".
fn unit_length(unit: &str) -> Option<String> {
    let unit = unit.strip_prefix('ل').unwrap_or(unit);
    let dual = unit.strip_suffix("ين").or(unit.strip_suffix("ان"));
    dual.and_then(|one| iso(2, one).or_else(|| iso(2, &format!("{}ه", one.trim_end_matches('ت')))))
        .or_else(|| iso(1, unit))
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
