//! Victims of the MUC stories: who, what happened to them, how many.
//!
//! The folder holds texts and keys (`key-*`) as the conference left them.

use std::fmt::Write as _;
use std::path::Path;

use sijil_record::rank::{Example, Model, Training};
use sijil_record::{Casualty, Harm, Mentioned, Qualifier, Quantity, Story, same_victims};

use crate::dateline::Dateline;
use crate::muc::{items, matched, score, story_id, words};
use crate::relevance::{features, model};
use crate::{read, say};

/// Answers less likely than this are not given: chosen on the development texts, so that recall stays
/// near .74 (cross-validated in five parts: F .61; at .28 it is .63, with recall .68).
const LIKELY_MIN: f64 = 0.18;

pub(crate) fn run(folder: &Path, out: Option<&Path>) -> Result<String, String> {
    let (key, texts) = files(folder)?;
    let model = model();
    let mut answers = String::new();
    for (id, text) in &texts {
        let told = Told::new(text);
        write(&mut answers, id, &taken(&model, victims(&told)));
    }
    if let Some(out) = out {
        std::fs::write(out, &answers)
            .map_err(|error| format!("write {}: {error}", out.display()))?;
    }
    let (key, given) = (items(&key), items(&answers));
    let who = score(&key, &given, false);
    let all = score(&key, &given, true);
    say(&format!(
        "who and effect: r {:.3} p {:.3} f {:.3}",
        who.recall, who.precision, who.f
    ));
    say(&format!(
        "and number: r {:.3} p {:.3} f {:.3}",
        all.recall, all.precision, all.f
    ));
    Ok(format!(
        "p={:.4} r={:.4} f={:.4}",
        all.precision, all.recall, all.f
    ))
}

/// The keys of `folder` as one text, and its stories with their ids.
fn files(folder: &Path) -> Result<(String, Vec<(String, String)>), String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("read {}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    if let Some(inner) = paths.iter().find(|path| path.is_dir()) {
        let (folder, inner) = (folder.display(), inner.display());
        return Err(format!(
            "{folder} holds folders; name the one with texts and keys, such as {inner}"
        ));
    }
    let (mut key, mut texts) = (String::new(), Vec::new());
    for path in paths {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let text = read(&path)?;
        if name.starts_with("key") {
            key.push_str(&text);
            key.push('\n');
        } else {
            stories(&text, &mut texts);
        }
    }
    Ok((key, texts))
}

/// The stories of a file: each begins with a line that holds its id. One that another file gave, in
/// other letters, is left out.
fn stories(text: &str, found: &mut Vec<(String, String)>) {
    let before: Vec<String> = found.iter().map(|(id, _)| id.clone()).collect();
    let mut is_known = false;
    for line in text.lines() {
        let word = line.split_whitespace().next().unwrap_or_default();
        let is_id = word.contains("-MUC3-") || word.contains("-MUC4-");
        if is_id {
            is_known = before.contains(&story_id(word));
        }
        match found.last_mut() {
            _ if is_known => {}
            _ if is_id => found.push((story_id(word), String::new())),
            Some((_, story)) => {
                story.push_str(line);
                story.push('\n');
            }
            None => {}
        }
    }
}

/// A story without its dateline.
fn body(text: &str) -> &str {
    const DATELINE_BYTES_MAX: usize = 900;
    match text.find("[TEXT]") {
        Some(at) if at < DATELINE_BYTES_MAX => text.get(at + "[TEXT]".len()..).unwrap_or(text),
        _ => text.split_once("--").map_or(
            text,
            |(head, rest)| if head.len() < 300 { rest } else { text },
        ),
    }
}

/// A story and its dateline.
pub(crate) struct Told<'t> {
    pub(crate) story: Story<'t>,
    pub(crate) dateline: Dateline,
}

impl<'t> Told<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let body = body(text);
        let head = text.len() - body.len();
        Self {
            story: Story::new(body),
            dateline: Dateline::read(text.get(..head).unwrap_or_default()),
        }
    }
}

/// One answer, with what the task's model sees of it.
struct Answer {
    name: String,
    effect: &'static str,
    numbers: Vec<String>,
    features: Vec<String>,
}

/// The victims of a story: one answer for each group of mentions, and for each part of one.
fn victims(told: &Told<'_>) -> Vec<Answer> {
    let mentions = told.story.casualties();
    let kept: Vec<&Mentioned> = mentions.iter().filter(|mention| is_kept(mention)).collect();
    let casualties: Vec<&Casualty> = kept.iter().map(|mention| &mention.casualty).collect();
    let mut answers = Vec::new();
    for group in same_victims(&casualties) {
        let of_group: Vec<&Mentioned> = group
            .mentions
            .iter()
            .filter_map(|at| kept.get(*at).copied())
            .collect();
        let best = casualties
            .get(group.best)
            .filter(|best| !best.victim_words.is_empty());
        for effect in best.map_or(&[][..], |best| effects(best)) {
            answers.extend(best.map(|best| answer(told, &of_group, best, effect)));
        }
    }
    for mention in kept {
        for part in &mention.casualty.parts {
            let whole = Casualty {
                victim_words: part.words.clone(),
                is_named: part.is_named,
                quantity: part.quantity.clone(),
                rule: "casualty.part",
                ..mention.casualty.clone()
            };
            let last = part
                .words
                .last()
                .map(|word| word.to_ascii_uppercase())
                .unwrap_or_default();
            if !last.is_empty() && !answers.iter().any(|answer| answer.name.contains(&last)) {
                let part = Mentioned {
                    sentence: mention.sentence,
                    casualty: whole.clone(),
                };
                for effect in effects(&whole) {
                    answers.push(answer(told, &[&part], &whole, effect));
                }
            }
        }
    }
    answers
}

/// What the key may say of it: of one who was shot, and of casualties, either.
fn effects(casualty: &Casualty) -> &'static [&'static str] {
    match casualty.harm {
        Harm::Killed if casualty.rule == "casualty.en.shot" => &["DEATH", "INJURY"],
        Harm::CasualtiesUnspecified => &["DEATH", "INJURY"],
        Harm::Killed => &["DEATH"],
        _ => &["INJURY"],
    }
}

/// The victims' words, and those of the text itself when others were lent to them.
fn name(story: &Story<'_>, casualty: &Casualty) -> String {
    // The scorer takes no longer names.
    const WORDS_MAX: usize = 12;
    let mut words = casualty.victim_words.clone();
    let written = casualty.victim.of(story.text);
    let own: Vec<String> = written
        .split(|letter: char| !letter.is_alphanumeric())
        .map(sijil_text::fold)
        .filter(|word| !word.is_empty())
        .collect();
    if !words.iter().any(|word| own.contains(word)) && !casualty.is_implied {
        words.extend(own);
    }
    words.truncate(WORDS_MAX);
    words.join(" ").to_ascii_uppercase()
}

fn answer(
    told: &Told<'_>,
    mentions: &[&Mentioned],
    best: &Casualty,
    effect: &'static str,
) -> Answer {
    let mut numbers: Vec<String> = mentions
        .iter()
        .map(|mention| number(&mention.casualty.quantity))
        .collect();
    numbers.sort();
    numbers.dedup();
    if numbers.len() > 1 {
        numbers.retain(|number| number != "PLURAL");
    }
    Answer {
        name: name(&told.story, best),
        effect,
        numbers,
        features: features(told, mentions, best, effect),
    }
}

/// The answers that the task's model takes, those of one victim together.
fn taken(model: &Model, answers: Vec<Answer>) -> Vec<Answer> {
    let mut ranked: Vec<(f64, Answer)> = answers
        .into_iter()
        .map(|answer| (model.likelihood(&answer.features), answer))
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut kept: Vec<Answer> = Vec::new();
    for (_, answer) in ranked
        .into_iter()
        .take_while(|(likely, _)| *likely >= LIKELY_MIN)
    {
        let names = words(&answer.name);
        let same = kept.iter_mut().find(|other| {
            let others = words(&other.name);
            let shares = names.intersection(&others).next().is_some();
            other.effect == answer.effect
                && shares
                && (names.is_subset(&others) || others.is_subset(&names))
        });
        match same {
            Some(other) => other.numbers.extend(
                answer
                    .numbers
                    .into_iter()
                    .filter(|number| number != "PLURAL"),
            ),
            None => kept.push(answer),
        }
    }
    kept
}

/// Fits the task's model on the stories of `folder` and writes it to `out`.
pub(crate) fn fit(folder: &Path, out: &Path) -> Result<String, String> {
    let (key, texts) = files(folder)?;
    let key = items(&key);
    let mut examples = Vec::new();
    for (id, text) in &texts {
        let answers = victims(&Told::new(text));
        let mut written = String::new();
        let numbered: Vec<Answer> = answers
            .iter()
            .enumerate()
            .map(|(at, answer)| answer.renamed(&format!("{} #{at}", answer.name)))
            .collect();
        write(&mut written, id, &numbered);
        let given = items(&written).remove(id.as_str()).unwrap_or_default();
        let right = matched(key.get(id).map_or(&[], Vec::as_slice), &given, true);
        examples.extend(answers.into_iter().enumerate().map(|(at, answer)| Example {
            features: answer.features,
            is_right: right.iter().any(|(_, answer)| *answer == at),
        }));
    }
    let model = Model::train(
        &examples,
        Training {
            strength: 0.3,
            seen_min: 10,
        },
    );
    std::fs::write(out, model.write())
        .map_err(|error| format!("write {}: {error}", out.display()))?;
    Ok(format!(
        "examples={} right={}",
        examples.len(),
        examples.iter().filter(|example| example.is_right).count()
    ))
}

impl Answer {
    fn renamed(&self, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            effect: self.effect,
            numbers: self.numbers.clone(),
            features: Vec::new(),
        }
    }
}

fn is_kept(mention: &Mentioned) -> bool {
    let casualty = &mention.casualty;
    let counts = matches!(
        casualty.harm,
        Harm::Killed | Harm::Injured | Harm::CasualtiesUnspecified
    );
    counts && !casualty.is_negated
}

pub(crate) fn number(quantity: &Quantity) -> String {
    match (quantity.low, quantity.high, quantity.qualifier) {
        (Some(low), _, Qualifier::About) => format!("~{low}"),
        (Some(low), Some(high), _) if low == high => low.to_string(),
        (Some(low), Some(high), _) => format!("{low}-{high}"),
        (Some(low), None, _) => format!("{low}-"),
        (None, Some(high), _) => format!("-{high}"),
        (None, None, _) => "PLURAL".to_owned(),
    }
}

fn write(answers: &mut String, id: &str, victims: &[Answer]) {
    let id = id.replacen('-', "-MUC4-", 1);
    let list = |line: &dyn Fn(&Answer) -> String| {
        let lines: Vec<String> = victims.iter().map(line).collect();
        if lines.is_empty() {
            "-".to_owned()
        } else {
            lines.join("\n                                   ")
        }
    };
    let _ = write!(
        answers,
        "0.  MESSAGE: ID                    {id}\n1.  MESSAGE: TEMPLATE              1\n18. HUM TGT: NAME                  -\n19. HUM TGT: DESCRIPTION           {}\n21. HUM TGT: NUMBER                {}\n23. HUM TGT: EFFECT OF INCIDENT    {}\n\n",
        list(&|answer| format!("\"{}\"", answer.name)),
        list(&|answer| {
            let lines: Vec<String> = answer
                .numbers
                .iter()
                .map(|number| format!("{number}: \"{}\"", answer.name))
                .collect();
            lines.join("\n                                   ")
        }),
        list(&|answer| format!("{}: \"{}\"", answer.effect, answer.name)),
    );
}
