//! The exam of the filter over outside data: `cargo xtask exam spam FOLDER` runs it.
//!
//! Comments with `CLASS` 1 for spam (`*.csv`): one file is left out, the others are learned once, in
//! the order of their rows, as the shipped filter learns its log; then the file left out is judged.
//! Arabic comments, offensive or not (`mpold.xlsx`): five folds, the offence head.

mod curve;
mod files;
mod sheet;

use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use curve::Curve;
use files::{Comment, File};
use sijil_spam::{Decision, Model, Sample};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The budget for one comment is stated for this length.
const TIMED_CHARS: usize = 600;
const ROUNDS: usize = 200;
const FOLDS: usize = 5;

fn main() -> Result<()> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("name the folder of the exam")?;
    let folder = Path::new(&folder);
    let files = files::videos(folder)?;
    if files.len() < 2 {
        return Err("the exam leaves one file out: it needs two *.csv files or more".into());
    }
    let spam = leave_one_out(&files)?;
    offence(&folder.join("mpold.xlsx"))?;
    speed(&files)?;
    say(&format!(
        "auc={:.4} recall_at_1fp={:.4}",
        spam.area(),
        spam.recall(0.01)
    ))
}

/// The scores of all files, each by a model that never saw that file.
fn leave_one_out(files: &[File]) -> Result<Curve> {
    let mut pooled = Curve::default();
    for left_out in files {
        let mut model = Model::new();
        let others = files.iter().filter(|file| file.name != left_out.name);
        for comment in others.flat_map(|file| &file.comments) {
            model.learn(&sample(comment), decision(comment));
        }
        let mut curve = Curve::default();
        for comment in &left_out.comments {
            curve.push(model.judge(&sample(comment)).score, comment.is_positive);
        }
        show(&left_out.name, &curve)?;
        let (held, caught) = curve.at(model.hold_at());
        say(&format!(
            "{:<24} held from {:.3}: {:.1} % of ham, {:.1} % of spam",
            "",
            model.hold_at(),
            100.0 * held,
            100.0 * caught
        ))?;
        pooled.append(curve);
    }
    show("all, pooled", &pooled)?;
    Ok(pooled)
}

/// Five folds over the Arabic comments; only printed, since the head only labels.
fn offence(path: &Path) -> Result<()> {
    if !path.is_file() {
        return say("offence: no mpold.xlsx, left out");
    }
    let comments = files::offensive(path)?;
    let mut curve = Curve::default();
    for fold in 0..FOLDS {
        let (judged, learned): (Vec<_>, Vec<_>) = comments
            .iter()
            .enumerate()
            .partition(|(row, _)| row % FOLDS == fold);
        let mut model = Model::new();
        for (_, comment) in learned {
            let decision = if comment.is_positive {
                Decision::Offence
            } else {
                Decision::Approved
            };
            model.learn(&sample(comment), decision);
        }
        for (_, comment) in judged {
            curve.push(model.judge(&sample(comment)).offence, comment.is_positive);
        }
    }
    show("offence, Arabic, 5 folds", &curve)
}

/// Time for one comment of the stated length, learned weights in use.
fn speed(files: &[File]) -> Result<()> {
    let mut model = Model::new();
    let comments = || files.iter().flat_map(|file| &file.comments);
    for comment in comments() {
        model.learn(&sample(comment), decision(comment));
    }
    let mut letters = comments().flat_map(|comment| comment.text.chars());
    let texts: Vec<String> = std::iter::from_fn(|| {
        let text: String = letters.by_ref().take(TIMED_CHARS).collect();
        (text.chars().count() == TIMED_CHARS).then_some(text)
    })
    .collect();
    let judge_all = |_| {
        let began = Instant::now();
        for text in &texts {
            let sample = Sample {
                text,
                ..Sample::default()
            };
            black_box(model.judge(black_box(&sample)));
        }
        began.elapsed()
    };
    // The quickest round is the one in which other programs took the least.
    let quickest = (0..ROUNDS).map(judge_all).min().unwrap_or_default();
    let count = u32::try_from(texts.len())?.max(1);
    let each = quickest / count;
    say(&format!(
        "{count} texts of {TIMED_CHARS} letters judged in {} us each; the model is stored in {} bytes",
        each.as_micros(),
        model.to_bytes().len()
    ))
}

fn sample(comment: &Comment) -> Sample<'_> {
    Sample {
        text: &comment.text,
        name: &comment.name,
        ..Sample::default()
    }
}

fn decision(comment: &Comment) -> Decision {
    if comment.is_positive {
        Decision::Spam
    } else {
        Decision::Approved
    }
}

fn show(name: &str, curve: &Curve) -> Result<()> {
    say(&format!(
        "{name:<24} {:>4} of {:>4}  auc {:.4}  recall at 0.5 / 1 / 5 % false positives {:.3} / {:.3} / {:.3}",
        curve.positives(),
        curve.len(),
        curve.area(),
        curve.recall(0.005),
        curve.recall(0.01),
        curve.recall(0.05)
    ))
}

fn say(line: &str) -> Result<()> {
    writeln!(std::io::stdout(), "{line}")?;
    Ok(())
}
