//! The dictionaries: our own tables, and for every country its army, police and government.

use crate::actor::{Entity, Part, Scale, SourceKind};

/// A name to look for.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) text: String,
    /// Number of the entity.
    pub(crate) entity: usize,
}

/// Everybody and their names.
pub(crate) fn read() -> (Vec<Entity>, Vec<Name>) {
    let mut entities = Vec::new();
    let mut names = Vec::new();
    for row in rows(include_str!("../../data/actors/actors.tsv")) {
        if let Some((entity, latin, arabic)) = actor(&row) {
            push(
                &mut entities,
                &mut names,
                entity,
                latin.iter().chain(&arabic).map(|name| (*name).to_owned()),
            );
        }
    }
    for row in rows(include_str!("../../data/actors/sources.tsv")) {
        if let Some((entity, latin, arabic)) = source(&row) {
            push(
                &mut entities,
                &mut names,
                entity,
                latin.iter().chain(&arabic).map(|name| (*name).to_owned()),
            );
        }
    }
    for row in rows(include_str!("../../data/countries.tsv")) {
        states(&mut entities, &mut names, &row);
    }
    (entities, names)
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|name| !name.is_empty()).collect()
}

/// The cells of a row without its last, "unnamed", where it has that.
fn told_whether_named<'r>(row: &'r [&'static str]) -> (&'r [&'static str], bool) {
    match row.split_last() {
        Some((&"unnamed", rest)) => (rest, true),
        _ => (row, false),
    }
}

type Row = (Entity, Vec<&'static str>, Vec<&'static str>);

fn actor(row: &[&'static str]) -> Option<Row> {
    let (row, is_unnamed) = told_whether_named(row);
    let [id, inter, country, from, to, part_of, latin, arabic] = row else {
        return None;
    };
    let (latin, arabic) = (list(latin), list(arabic));
    let entity = Entity {
        id: (*id).to_owned(),
        part: Part::Actor {
            inter: inter.parse().ok()?,
        },
        country: (*country).to_owned(),
        valid_from: (*from).to_owned(),
        valid_to: (*to).to_owned(),
        part_of: (*part_of).to_owned(),
        name: latin.first().copied().unwrap_or_default().to_owned(),
        name_ar: arabic.first().copied().unwrap_or_default().to_owned(),
        is_unnamed,
    };
    Some((entity, latin, arabic))
}

fn source(row: &[&'static str]) -> Option<Row> {
    let (row, is_unnamed) = told_whether_named(row);
    let [id, kind, scale, country, latin, arabic] = row else {
        return None;
    };
    let (latin, arabic) = (list(latin), list(arabic));
    let word = |word: &str| serde_json::Value::String(word.to_owned());
    let kind: SourceKind = serde_json::from_value(word(kind)).ok()?;
    let scale: Scale = serde_json::from_value(word(scale)).ok()?;
    let entity = Entity {
        id: (*id).to_owned(),
        part: Part::Source { kind, scale },
        country: (*country).to_owned(),
        valid_from: String::new(),
        valid_to: String::new(),
        part_of: String::new(),
        name: latin.first().copied().unwrap_or_default().to_owned(),
        name_ar: arabic.first().copied().unwrap_or_default().to_owned(),
        is_unnamed,
    };
    Some((entity, latin, arabic))
}

fn push(
    entities: &mut Vec<Entity>,
    names: &mut Vec<Name>,
    entity: Entity,
    texts: impl Iterator<Item = String>,
) {
    let number = entities.len();
    entities.push(entity);
    names.extend(texts.map(|text| Name {
        text,
        entity: number,
    }));
}

/// What a state's arm is called.
struct Arm {
    /// Ending of its id.
    ending: &'static str,
    /// Its usual name behind the country's adjective: "Syrian government", الحكومة السورية.
    usual: (&'static str, &'static str),
    /// Nouns in English.
    english: &'static [&'static str],
    /// Nouns in Arabic, masculine.
    masculine: &'static [&'static str],
    /// Nouns in Arabic, feminine and plural.
    feminine: &'static [&'static str],
}

const ARMS: &[Arm] = &[
    Arm {
        ending: "forces",
        usual: ("forces", "القوات"),
        english: &[
            "army",
            "military",
            "forces",
            "troops",
            "soldiers",
            "air force",
            "navy",
            "armed forces",
            "warplanes",
            "jets",
            "artillery",
        ],
        masculine: &["الجيش", "الطيران", "سلاح الجو"],
        feminine: &[
            "القوات",
            "القوات المسلحة",
            "المدفعية",
            "الطائرات",
            "المقاتلات",
            "البحرية",
        ],
    },
    Arm {
        ending: "police",
        usual: ("police", "الشرطة"),
        english: &["police", "security forces"],
        masculine: &["الأمن"],
        feminine: &["الشرطة", "قوات الأمن", "القوات الأمنية"],
    },
    Arm {
        ending: GOVERNMENT,
        usual: ("government", "الحكومة"),
        english: &["government", "authorities", "regime", "officials"],
        masculine: &["النظام"],
        feminine: &["الحكومة", "السلطات", "الرئاسة", "الخارجية"],
    },
];

/// The arm that a country's bare name means, as a party: "between Israel and Lebanon".
const GOVERNMENT: &str = "government";

/// The countries' names, each with the number of its government among `entities`.
pub(crate) fn countries(entities: &[Entity]) -> Vec<Name> {
    let mut found = Vec::new();
    for row in rows(include_str!("../../data/countries.tsv")) {
        let [code, english, arabic, ..] = row.as_slice() else {
            continue;
        };
        let id = arm_id(code, GOVERNMENT);
        let Some(entity) = entities.iter().position(|one| one.id == id) else {
            continue;
        };
        found.extend(
            list(english)
                .into_iter()
                .chain(list(arabic))
                .map(|name| Name {
                    text: name.to_owned(),
                    entity,
                }),
        );
    }
    found
}

fn arm_id(code: &str, ending: &str) -> String {
    format!("{}-{ending}", code.to_ascii_lowercase())
}

/// A country's arms: "Syrian army", القوات السورية.
fn states(entities: &mut Vec<Entity>, names: &mut Vec<Name>, row: &[&'static str]) {
    let [code, _, _, english, arabic] = row else {
        return;
    };
    let (english, arabic) = (list(english), list(arabic));
    let first = |list: &[&str]| list.first().copied().unwrap_or_default().to_owned();
    for arm in ARMS {
        let mut texts = Vec::new();
        for adjective in &english {
            texts.extend(arm.english.iter().map(|noun| format!("{adjective} {noun}")));
        }
        for adjective in &arabic {
            texts.extend(
                arm.masculine
                    .iter()
                    .map(|noun| format!("{noun} ال{adjective}")),
            );
            texts.extend(
                arm.feminine
                    .iter()
                    .map(|noun| format!("{noun} ال{adjective}ة")),
            );
        }
        let (noun, noun_ar) = arm.usual;
        let entity = Entity {
            id: arm_id(code, arm.ending),
            part: Part::Actor { inter: 1 },
            country: (*code).to_owned(),
            valid_from: String::new(),
            valid_to: String::new(),
            part_of: String::new(),
            name: format!("{} {noun}", first(&english)),
            name_ar: format!("{noun_ar} ال{}ة", first(&arabic)),
            is_unnamed: false,
        };
        push(entities, names, entity, texts.into_iter());
    }
}
