//! Victims of the MUC stories: who, what happened to them, how many.
//!
//! The folder holds texts and keys (`key-*`) as the conference left them.

use std::fmt::Write as _;
use std::path::Path;

use sijil_record::{Casualty, Harm, Mentioned, Qualifier, Quantity, Story, same_victims};

use crate::choice::Choice;
use crate::dateline::Dateline;
use crate::muc::{Items, Score, items, matched, score, story_id, words};
use crate::relevance::features;
use crate::{read, say};

/// Answers less likely than this are not given: chosen on the development texts (`exam
/// try-casualties`), where recall is near .76; F is .62 at best, at .26, with recall .72.
const LIKELY_MIN: f64 = 0.21;

pub(crate) fn run(folder: &Path, out: Option<&Path>) -> Result<String, String> {
    let (key, texts) = files(folder)?;
    let choice = Choice::fitted();
    let mut answers = String::new();
    for (id, text) in &texts {
        let told = Told::new(text);
        let found = victims(&told);
        let likely = choice.likelihoods(&found, told.story.sentences.len());
        write(&mut answers, id, &taken(&found, &likely, LIKELY_MIN));
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
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) name: String,
    pub(crate) effect: &'static str,
    numbers: Vec<String>,
    /// How many at least, if the text says.
    pub(crate) count: Option<u64>,
    /// The sentences that speak of them, counted from 0.
    pub(crate) places: Vec<usize>,
    pub(crate) features: Vec<String>,
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
        count: mentions
            .iter()
            .filter_map(|mention| mention.casualty.quantity.low)
            .min(),
        places: mentions.iter().map(|mention| mention.sentence).collect(),
        features: features(told, mentions, best, effect),
    }
}

/// The answers of which at least `likely_min` is believed, those of one victim together.
fn taken(answers: &[Answer], likely: &[f64], likely_min: f64) -> Vec<Answer> {
    let mut ranked: Vec<(f64, &Answer)> = likely.iter().copied().zip(answers).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut kept: Vec<Answer> = Vec::new();
    for (_, answer) in ranked
        .into_iter()
        .take_while(|(likely, _)| *likely >= likely_min)
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
                    .iter()
                    .filter(|number| *number != "PLURAL")
                    .cloned(),
            ),
            None => kept.push(answer.clone()),
        }
    }
    kept
}

/// A story's answers, and which of them the key has.
pub(crate) struct Graded {
    id: String,
    week: usize,
    pub(crate) sentences: usize,
    pub(crate) answers: Vec<Answer>,
    pub(crate) right: Vec<bool>,
}

impl Graded {
    /// Which of `parts` the story is in: those of one week are together.
    pub(crate) fn part(&self, parts: usize) -> usize {
        self.week % parts.max(1)
    }
}

/// The key of `folder`, and its stories with all that could be answered.
pub(crate) fn graded(folder: &Path) -> Result<(Items, Vec<Graded>), String> {
    let (key, texts) = files(folder)?;
    let key = items(&key);
    let grade = |(id, text): &(String, String)| {
        let told = Told::new(text);
        let answers = victims(&told);
        // Numbered, so that the key's reader takes no two for one.
        let numbered: Vec<Answer> = answers
            .iter()
            .enumerate()
            .map(|(at, answer)| Answer {
                name: format!("{} #{at}", answer.name),
                ..answer.clone()
            })
            .collect();
        let mut written = String::new();
        write(&mut written, id, &numbered);
        let given = items(&written).remove(id.as_str()).unwrap_or_default();
        let matched = matched(key.get(id).map_or(&[], Vec::as_slice), &given, true);
        let is_right = |at: usize| matched.iter().any(|(_, answer)| *answer == at);
        Graded {
            id: id.clone(),
            week: told.dateline.week(),
            sentences: told.story.sentences.len(),
            right: (0..answers.len()).map(is_right).collect(),
            answers,
        }
    };
    let stories = texts.iter().map(grade).collect();
    Ok((key, stories))
}

/// The figure when of each story's answers those are given of which `likely_min` is believed.
pub(crate) fn score_of(
    key: &Items,
    stories: &[Graded],
    likely: &[Vec<f64>],
    likely_min: f64,
) -> Score {
    let mut answers = String::new();
    for (story, likely) in stories.iter().zip(likely) {
        let taken = taken(&story.answers, likely, likely_min);
        write(&mut answers, &story.id, &taken);
    }
    score(key, &items(&answers), true)
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
