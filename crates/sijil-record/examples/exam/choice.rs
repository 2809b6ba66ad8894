//! The choice of the task, fitted on the development texts: which of the answers to give.
//!
//! First a linear model over words says how likely each answer is; then trees look at it among the
//! other answers of its story. The trees are grown on what models that had not seen the story say.

use std::path::Path;

use sijil_record::rank::{Example, Model, Training};

use crate::casualties::{Answer, Graded, graded, score_of};
use crate::figures::figures;
use crate::muc::Score;
use crate::trees::{Row, Trees};

/// The weights and the trees, as `exam fit-casualties` wrote them.
const WEIGHTS: &str = include_str!("muc-weights.txt");
const TREES: &str = include_str!("muc-trees.txt");

/// Parts for cross-validation; the stories of a week are in one, since they tell of the same events.
const PARTS: usize = 5;

/// The cut-offs tried, in percent.
const CUTS: [u32; 9] = [16, 18, 20, 22, 24, 26, 28, 30, 34];

/// A fitted choice.
pub(crate) struct Choice {
    words: Model,
    trees: Trees,
}

impl Choice {
    /// The one that the exam uses.
    pub(crate) fn fitted() -> Self {
        Self {
            words: Model::read(WEIGHTS),
            trees: Trees::read(TREES),
        }
    }

    /// How likely each of a story's `answers` is wanted, from 0 to 1, in order.
    pub(crate) fn likelihoods(&self, answers: &[Answer], sentences: usize) -> Vec<f64> {
        let logits = logits(&self.words, answers);
        figures(answers, &logits, sentences)
            .iter()
            .map(|figures| self.trees.likelihood(figures))
            .collect()
    }
}

fn logits(words: &Model, answers: &[Answer]) -> Vec<f64> {
    let logit = |answer: &Answer| {
        let likely = words.likelihood(&answer.features);
        (likely / (1.0 - likely)).ln()
    };
    answers.iter().map(logit).collect()
}

/// Fits the choice on the stories of `folder` and writes its two files into the folder `out`.
pub(crate) fn fit(folder: &Path, out: &Path) -> Result<String, String> {
    let (_, stories) = graded(folder)?;
    let rows = rows(&stories);
    let trees = Trees::grow(&rows.iter().map(|(_, row)| row.clone()).collect::<Vec<_>>());
    let words = train(&stories, |_| true);
    for (name, text) in [
        ("muc-weights.txt", words.write()),
        ("muc-trees.txt", trees.write()),
    ] {
        let path = out.join(name);
        std::fs::write(&path, text)
            .map_err(|error| format!("write {}: {error}", path.display()))?;
    }
    let right = rows.iter().filter(|(_, row)| row.is_right).count();
    Ok(format!("examples={} right={right}", rows.len()))
}

/// How the choice does on the stories of `folder`, each chosen by what was fitted on the other parts.
pub(crate) fn cross_validate(folder: &Path) -> Result<String, String> {
    let (key, stories) = graded(folder)?;
    let rows = rows(&stories);
    let mut likely: Vec<Vec<f64>> = vec![Vec::new(); stories.len()];
    for part in 0..PARTS {
        let others = rows.iter().filter(|(story, _)| {
            stories
                .get(*story)
                .is_some_and(|one| one.part(PARTS) != part)
        });
        let trees = Trees::grow(&others.map(|(_, row)| row.clone()).collect::<Vec<_>>());
        for (story, row) in &rows {
            if stories
                .get(*story)
                .is_some_and(|one| one.part(PARTS) == part)
                && let Some(likely) = likely.get_mut(*story)
            {
                likely.push(trees.likelihood(&row.figures));
            }
        }
    }
    let mut best: Option<(u32, Score)> = None;
    for percent in CUTS {
        let score = score_of(&key, &stories, &likely, f64::from(percent) / 100.0);
        crate::say(&format!(
            "cut-off {percent} %: r {:.3} p {:.3} f {:.3}",
            score.recall, score.precision, score.f
        ));
        if best.is_none_or(|(_, best)| score.f > best.f) {
            best = Some((percent, score));
        }
    }
    let (cut, best) = best.ok_or("no cut-off was tried")?;
    Ok(format!(
        "cut={cut} p={:.4} r={:.4} f={:.4}",
        best.precision, best.recall, best.f
    ))
}

/// Each answer as the trees see it, with its story's place; the words' logit is of a model that was
/// trained on the other parts.
fn rows(stories: &[Graded]) -> Vec<(usize, Row)> {
    let models: Vec<Model> = (0..PARTS)
        .map(|part| train(stories, |story| story.part(PARTS) != part))
        .collect();
    let mut rows = Vec::new();
    for (at, story) in stories.iter().enumerate() {
        let Some(model) = models.get(story.part(PARTS)) else {
            continue;
        };
        let logits = logits(model, &story.answers);
        let figures = figures(&story.answers, &logits, story.sentences);
        for (figures, is_right) in figures.into_iter().zip(&story.right) {
            rows.push((
                at,
                Row {
                    figures,
                    is_right: *is_right,
                },
            ));
        }
    }
    rows
}

fn train(stories: &[Graded], wanted: impl Fn(&Graded) -> bool) -> Model {
    let mut examples = Vec::new();
    for story in stories.iter().filter(|story| wanted(story)) {
        for (answer, is_right) in story.answers.iter().zip(&story.right) {
            examples.push(Example {
                features: answer.features.clone(),
                is_right: *is_right,
            });
        }
    }
    Model::train(
        &examples,
        Training {
            strength: 0.3,
            seen_min: 10,
        },
    )
}
