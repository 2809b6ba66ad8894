//! A record that a seed makes: claims of every kind in both languages, with everything that may be
//! kept beside them, as the newsroom's own file.

use serde_json::{Value, json};

use super::chance::Chance;

/// Identifiers of the sample: above those of stories that tests make.
const FIRST_ID: i64 = 400_000_000_000_000_000;
/// Kinds of claims that the sample goes through.
const KINDS: usize = 12;

/// Words that try to break formats.
const TEXTS: [&str; 8] = [
    "At least 12 civilians were killed in Marj al-Luban, monitors said.",
    "قُتل اثنا عشر مدنيًا على الأقل في مرج اللبان، بحسب مراقبين.",
    "=SUM(A1:A9) is no toll; \"dozens\", they said,\nand fell silent",
    "-12 degrees, @midnight + fog",
    "هدنة لمدة شهر بين الطرفين «على طول الحدود»؛ ثلاثة بنود",
    "The town changed hands; 3,000 families left\r\nthe next day",
    "",
    "<b>&amp;</b> ]]> \\ \t \u{2028}",
];

/// A story that claims stand in.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) id: i64,
    pub(crate) lang: &'static str,
    pub(crate) day: String,
    pub(crate) slug: String,
}

/// Where the things of the sample begin, and how many there are of each.
struct Plan {
    claims: usize,
    named: usize,
    groups: usize,
}

impl Plan {
    fn id(part: i64, number: usize) -> String {
        let number = i64::try_from(number).unwrap();
        (FIRST_ID + part * 1_000_000_000 + number * 7 + 1).to_string()
    }
}

/// The file of a record of so many claims in some stories, in the order of their identifiers.
pub(crate) fn file(chance: &mut Chance, head: &str, claims: usize, stories: &[Story]) -> String {
    let plan = Plan {
        claims,
        named: 5 + claims / 20,
        groups: 1 + claims / (KINDS * 2),
    };
    let mut lines: Vec<Value> = Vec::new();
    lines.extend(stories.iter().map(|story| {
        json!({"type": "story", "id": story.id.to_string(), "lang": story.lang,
               "day": story.day, "slug": story.slug})
    }));
    for number in 0..plan.named {
        lines.push(source(chance, &plan, number));
    }
    for number in 0..plan.named {
        lines.push(actor(chance, &plan, number));
    }
    for number in 0..plan.named {
        lines.push(place(chance, number));
    }
    for number in 0..claims {
        lines.push(anchor(chance, number, &stories[number % stories.len()]));
    }
    for number in 0..claims {
        lines.push(claim(
            chance,
            &plan,
            number,
            &stories[number % stories.len()],
        ));
    }
    let mut grades = Vec::new();
    for (part, kind) in GROUPS {
        for number in 0..plan.groups {
            lines.push(group(chance, &plan, (part, kind), number));
            if matches!(kind, "event" | "figure") && chance.is(30) {
                grades.push(grade(chance, &Plan::id(part, number)));
            }
        }
    }
    lines.extend(grades);
    for number in 0..claims {
        lines.push(decision(chance, number, &stories[number % stories.len()]));
    }
    let mut file = head.to_owned();
    for line in lines {
        file.push_str(&line.to_string());
        file.push('\n');
    }
    file
}

const GROUPS: [(i64, &str); 5] = [
    (10, "event"),
    (11, "figure"),
    (12, "truce"),
    (13, "control"),
    (14, "talks"),
];

fn kept(chance: &mut Chance) -> Value {
    let mut kept = json!({
        "version": 1, "at": chance.instant(), "by": null, "reason": chance.one_of(&TEXTS),
        "withheld": chance.is(5),
    });
    if chance.is(30) {
        kept["by"] = json!("77");
    }
    kept
}

fn named(chance: &mut Chance) -> Value {
    let mut kept = kept(chance);
    kept["names"] = json!([[format!("name {}", chance.below(9999)), 1 + chance.below(40)]]);
    kept
}

fn source(chance: &mut Chance, plan: &Plan, number: usize) -> Value {
    let kinds = [
        "monitor_ngo",
        "medical",
        "unnamed_sources",
        "belligerent_state",
    ];
    let mut source = json!({
        "type": "source", "id": Plan::id(1, number),
        "names": {"en": format!("Monitor {number}"), "ar": format!("مرصد {number}")},
        "kind": chance.one_of(&kinds), "scale": chance.one_of(&["local", "national", "undisclosed"]),
        "is_named": chance.is(80), "kept": named(chance),
    });
    if chance.is(20) {
        source["actor"] = json!(Plan::id(2, chance.below(plan.named)));
    }
    source
}

fn actor(chance: &mut Chance, plan: &Plan, number: usize) -> Value {
    let mut actor = json!({
        "type": "actor", "id": Plan::id(2, number),
        "names": {"en": format!("Brigade {number}"), "ar": format!("لواء {number}")},
        "aliases": [format!("B{number}")], "inter": chance.below(9), "kept": named(chance),
    });
    if chance.is(20) {
        actor["part_of"] = json!(Plan::id(2, chance.below(plan.named)));
    }
    actor
}

fn place(chance: &mut Chance, number: usize) -> Value {
    let degrees = |chance: &mut Chance, from: f64| {
        from + f64::from(u32::try_from(chance.below(9_999_999)).unwrap()) / 1e6
    };
    json!({
        "type": "place", "id": Plan::id(3, number), "geonameid": 100_000 + number,
        "names": {"en": format!("Marj {number}"), "ar": format!("مرج {number}")},
        "lat": (degrees(chance, 30.0) * 1e6).round() / 1e6,
        "lon": (degrees(chance, 35.0) * 1e6).round() / 1e6,
        "feature": "settlement", "country": {"en": "Syria", "ar": "سوريا"},
        "admin1": {"en": "Hasaka", "ar": "الحسكة"}, "origin": "gazetteer", "kept": named(chance),
    })
}

fn anchor(chance: &mut Chance, number: usize, story: &Story) -> Value {
    json!({
        "type": "anchor", "id": Plan::id(4, number), "claim": Plan::id(5, number),
        "story": story.id.to_string(), "revision": 1, "sha256": "0".repeat(64), "role": "claim",
        "sentence": -1, "start": 3, "end": 9, "exact": chance.one_of(&TEXTS),
        "prefix": "", "suffix": chance.one_of(&TEXTS), "lost": chance.is(5),
        "kept": {"withheld": chance.is(5)},
    })
}

fn claim(chance: &mut Chance, plan: &Plan, number: usize, story: &Story) -> Value {
    let (kind, body, group) = said(chance, number % KINDS);
    let statuses = [
        "confirmed",
        "corrected",
        "suggested",
        "superseded",
        "retracted",
    ];
    let mut claim = json!({
        "type": "claim", "id": Plan::id(5, number), "kind": kind, "story": story.id.to_string(),
        "revision": 1, "lang": story.lang, "status": chance.one_of(&statuses),
        "modality": chance.one_of(&["reported_as_fact", "alleged", "planned"]),
        "polarity": chance.one_of(&["affirms", "denies"]), "body": body,
        "decided_at": chance.instant(), "machine": {"score": chance.score(), "rules": ["a.b"]},
        "reason": chance.one_of(&TEXTS), "note_ar": chance.one_of(&TEXTS),
        "attribution": [{
            "source": Plan::id(1, chance.below(plan.named)), "text": chance.one_of(&TEXTS),
            "cue": "said", "stance": "says", "said_on": chance.day(),
        }],
        "actors": [{
            "actor": Plan::id(2, chance.below(plan.named)), "role": "perpetrator_suspected",
            "text": chance.one_of(&TEXTS),
        }],
        "places": [{
            "place": Plan::id(3, chance.below(plan.named)), "role": "happened_at",
            "precision": chance.one_of(&["exact_site", "near_settlement", "adm1", "country"]),
        }],
    });
    if let Some(part) = group {
        claim["group"] = json!(Plan::id(part, chance.below(plan.groups)));
    }
    if chance.is(80) {
        claim["when"] = when(chance);
    }
    if chance.is(10) {
        claim["restates"] = json!(Plan::id(5, chance.below(plan.claims)));
    }
    let mut kept = kept(chance);
    if chance.is(20) {
        let mut older = claim.clone();
        older["status"] = json!("confirmed");
        older.as_object_mut().unwrap().remove("type");
        kept["version"] = json!(2);
        kept["versions"] = json!([{"version": 1, "at": chance.instant(), "by": null,
                                   "reason": "", "withheld": false, "body": older}]);
    }
    if chance.is(5) {
        kept["apart"] = json!([{"at": chance.instant(), "group": Plan::id(10, 0)}]);
    }
    claim["kept"] = kept;
    claim
}

fn when(chance: &mut Chance) -> Value {
    let day = chance.day();
    let precisions = [
        "day",
        "few_days",
        "week",
        "month",
        "quarter_season",
        "year",
        "before",
    ];
    json!({"start": day, "end": day, "precision": chance.one_of(&precisions),
           "calendar": chance.one_of(&["gregorian", "hijri"]), "basis": "explicit"})
}

/// What the claim of a number says: its kind, its body, and the part of the groups it belongs to.
fn said(chance: &mut Chance, number: usize) -> (&'static str, Value, Option<i64>) {
    let truce = json!({"form": "truce", "event": "announced", "class": "truce",
                       "agreement": "unknown", "purpose": "unknown",
                       "announced": "2017-12-01", "duration": "P1M", "stated_terms": 4});
    match number {
        0 => ("casualty", toll(chance, "killed", "incident"), Some(10)),
        1 => ("casualty", toll(chance, "killed", "period_total"), Some(11)),
        2 => (
            "displacement",
            toll(chance, "displaced", "incident"),
            Some(10),
        ),
        3 => (
            "detention",
            toll(chance, "detained", "running_total"),
            Some(10),
        ),
        4 => (
            "named_victim",
            json!({"form": "named_victim", "name": "Omar", "name_ar": "عمر", "age": 31,
                   "victim_status": "civilian", "harm": "killed", "minor": false}),
            Some(10),
        ),
        5 => (
            "control_change",
            json!({"form": "control", "mode": chance.one_of(&["by_force", "unstated"]),
                   "extent": "whole", "state": "claimed"}),
            Some(13),
        ),
        6 => ("truce", truce, Some(12)),
        7 => (
            "truce_term",
            json!({"form": "term", "types": ["crossing_open", "goods_aid"], "number": 2}),
            Some(12),
        ),
        8 => (
            "truce_breach",
            json!({"form": "breach", "reply": "denied"}),
            Some(12),
        ),
        9 => (
            "talks",
            json!({"form": "talks", "talks": "letter", "count": 2, "outcome": "none"}),
            Some(14),
        ),
        10 => (
            "statement",
            json!({"form": "statement", "content": chance.one_of(&TEXTS)}),
            None,
        ),
        _ => (
            "attack",
            json!({"form": "attack", "cause": "air_strike", "target": "a mill"}),
            Some(10),
        ),
    }
}

fn toll(chance: &mut Chance, harm: &str, scope: &str) -> Value {
    let low = chance.below(500);
    let mut toll = json!({
        "form": "casualty", "harm": harm, "qualifier": "at_least", "unit": "persons",
        "victim_status": chance.one_of(&["civilian", "combatant", "unknown"]), "scope": scope,
    });
    if chance.is(70) {
        toll["low"] = json!(low);
    } else {
        toll["qualifier"] = json!("vague");
        toll["vague_term"] = json!(chance.one_of(&["dozens", "عشرات"]));
    }
    if chance.is(30) {
        toll["high"] = json!(low + 9);
        toll["groups"] = json!([{"group": "women", "low": chance.below(low + 1)}]);
    }
    toll
}

fn group(chance: &mut Chance, plan: &Plan, (part, kind): (i64, &str), number: usize) -> Value {
    let mut group = match kind {
        "event" => json!({"cause": "air_strike"}),
        "figure" => json!({"harm": "killed", "victim_status": "civilian"}),
        "truce" => json!({
            "class": "truce", "agreement": "unknown", "purpose": "unknown", "state": "reported",
            "announced": "2017-12-01", "duration": "P1M", "sequence": chance.below(4),
            "planned_end": {"on": "2018-01-01", "is_stated": false, "is_start_assumed": true,
                            "claim": Plan::id(5, chance.below(plan.claims))},
        }),
        "control" => json!({"mode": "by_force", "extent": "whole", "state": "claimed"}),
        _ => json!({"talks": "round"}),
    };
    group["kind"] = json!(kind);
    group["type"] = json!(kind);
    group["id"] = json!(Plan::id(part, number));
    group["names"] = json!({"en": chance.one_of(&TEXTS)});
    group["when"] = when(chance);
    group["actors"] = json!([{"actor": Plan::id(2, chance.below(plan.named)), "role": "party"}]);
    group["places"] = json!([{"place": Plan::id(3, chance.below(plan.named)),
                              "role": "happened_at", "precision": "settlement"}]);
    group["kept"] = kept(chance);
    group
}

fn grade(chance: &mut Chance, of: &str) -> Value {
    json!({"type": "grading", "of": of, "scale": "airwars", "at": chance.instant(),
           "value": chance.one_of(&["confirmed", "weak"]), "reason_ar": "سبب", "reason_en": "why"})
}

fn decision(chance: &mut Chance, number: usize, story: &Story) -> Value {
    json!({
        "type": "decision", "id": Plan::id(15, number), "story": story.id.to_string(),
        "mark": format!("mark-{number}"), "kind": "casualty", "verdict": "confirmed",
        "claim": Plan::id(5, number), "rules": "a.b c.d", "score": chance.score(),
        "features": "{\"bias\":1.0}", "open_ms": chance.below(60_000), "by": null,
        "at": chance.instant(), "reason": chance.one_of(&TEXTS),
    })
}
