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

type Row = (Entity, Vec<&'static str>, Vec<&'static str>);

fn actor(row: &[&'static str]) -> Option<Row> {
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
    };
    Some((entity, latin, arabic))
}

fn source(row: &[&'static str]) -> Option<Row> {
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

/// What a state's arm is called: ending of the id, nouns in English, nouns in Arabic of the masculine and
/// of the feminine.
type Arm = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const ARMS: &[Arm] = &[
    (
        "forces",
        &[
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
        &["الجيش", "الطيران", "سلاح الجو"],
        &[
            "القوات",
            "القوات المسلحة",
            "المدفعية",
            "الطائرات",
            "المقاتلات",
            "البحرية",
        ],
    ),
    (
        "police",
        &["police", "security forces"],
        &["الأمن"],
        &["الشرطة", "قوات الأمن", "القوات الأمنية"],
    ),
    (
        "government",
        &[
            "government",
            "authorities",
            "regime",
            "officials",
            "officials",
        ],
        &["النظام"],
        &["الحكومة", "السلطات", "الرئاسة", "الخارجية"],
    ),
];

/// A country's arms: "Syrian army", القوات السورية.
fn states(entities: &mut Vec<Entity>, names: &mut Vec<Name>, row: &[&'static str]) {
    let [code, country, country_ar, english, arabic] = row else {
        return;
    };
    let (english, arabic) = (list(english), list(arabic));
    let (name, name_ar) = (list(country), list(country_ar));
    let first = |list: &[&str]| list.first().copied().unwrap_or_default().to_owned();
    for (ending, nouns, masculine, feminine) in ARMS {
        let mut texts = Vec::new();
        for adjective in &english {
            texts.extend(nouns.iter().map(|noun| format!("{adjective} {noun}")));
        }
        for adjective in &arabic {
            texts.extend(masculine.iter().map(|noun| format!("{noun} ال{adjective}")));
            texts.extend(feminine.iter().map(|noun| format!("{noun} ال{adjective}ة")));
        }
        let entity = Entity {
            id: format!("{}-{ending}", code.to_ascii_lowercase()),
            part: Part::Actor { inter: 1 },
            country: (*code).to_owned(),
            valid_from: String::new(),
            valid_to: String::new(),
            part_of: String::new(),
            name: format!("{} of {}", capital(ending), first(&name)),
            name_ar: first(&name_ar),
        };
        push(entities, names, entity, texts.into_iter());
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        .unwrap_or_default()
}
