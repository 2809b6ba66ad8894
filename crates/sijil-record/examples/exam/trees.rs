//! A small wood of random trees over a few dozen figures, always grown the same and kept as lines of
//! text.
//!
//! After Geurts, Ernst and Wehenkel, "Extremely Randomized Trees" (2006): of a few figures drawn, each
//! with one drawn cut, the node takes that which parts right from wrong best.

use std::fmt::Write as _;

/// What it gives is the mean of its trees: how likely a row is right, from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trees(Vec<Node>);

/// A question with two answers, or a share of right ones in thousandths.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    Leaf(f64),
    Split(Box<Split>),
}

#[derive(Clone, Debug, PartialEq)]
struct Split {
    figure: usize,
    below: f64,
    yes: Node,
    no: Node,
}

/// A row of figures and whether it was right.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) figures: Vec<f64>,
    pub(crate) is_right: bool,
}

/// Trees grown, questions from root to leaf at most, and rows in a leaf at least: by trial on the
/// development texts, in five parts, as few as lose nothing.
const TREES: usize = 60;
const DEPTH: u32 = 6;
const ROWS_MIN: usize = 10;

/// Of how many figures each node tries one.
const TRIED_OF: u64 = 2;

/// Where the drawing begins; by trial it matters less than .01 of F.
const SEED: u64 = 88_172_645_463_325_252;

/// A thousand: shares are kept in thousandths.
const WHOLE: f64 = 1000.0;

impl Trees {
    /// Grows trees on `rows`, which hold the same figures in the same order.
    pub(crate) fn grow(rows: &[Row]) -> Self {
        let rows: Vec<&Row> = rows.iter().collect();
        let mut dice = Dice(SEED);
        let grow = |_| branch(&rows, DEPTH, &mut dice);
        Self((0..TREES).map(grow).collect())
    }

    /// How likely a row of `figures` is right.
    pub(crate) fn likelihood(&self, figures: &[f64]) -> f64 {
        let shares = self.0.iter().map(|tree| tree.share(figures));
        shares.sum::<f64>() / (WHOLE * self.0.len().max(1) as f64)
    }

    /// Reads what [`Trees::write`] wrote; a tree that it cannot read is left out.
    pub(crate) fn read(text: &str) -> Self {
        let trees = text.lines().map(|line| Node::read(&mut line.split(' ')));
        Self(trees.flatten().collect())
    }

    /// A line for each tree, its nodes from the root: "3<0.5" with both its answers behind it, yes
    /// first, or the share, "120".
    pub(crate) fn write(&self) -> String {
        let mut text = String::new();
        for tree in &self.0 {
            tree.write(&mut text);
            text.pop();
            text.push('\n');
        }
        text
    }
}

impl Node {
    fn share(&self, figures: &[f64]) -> f64 {
        let mut node = self;
        loop {
            match node {
                Self::Leaf(share) => return *share,
                Self::Split(split) => {
                    let figure = figures.get(split.figure).copied().unwrap_or_default();
                    node = if figure < split.below {
                        &split.yes
                    } else {
                        &split.no
                    };
                }
            }
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Leaf(share) => {
                let _ = write!(text, "{share} ");
            }
            Self::Split(split) => {
                let _ = write!(text, "{}<{} ", split.figure, split.below);
                split.yes.write(text);
                split.no.write(text);
            }
        }
    }

    fn read<'t>(words: &mut impl Iterator<Item = &'t str>) -> Option<Self> {
        let word = words.next()?;
        let Some((figure, below)) = word.split_once('<') else {
            return word.parse().ok().map(Self::Leaf);
        };
        Some(Self::Split(Box::new(Split {
            figure: figure.parse().ok()?,
            below: below.parse().ok()?,
            yes: Self::read(words)?,
            no: Self::read(words)?,
        })))
    }
}

/// The tree of at most `depth` questions on `rows`.
fn branch(rows: &[&Row], depth: u32, dice: &mut Dice) -> Node {
    let leaf = Node::Leaf((right(rows) / rows.len().max(1) as f64 * WHOLE).round());
    let is_pure = rows.iter().all(|row| row.is_right) || rows.iter().all(|row| !row.is_right);
    if depth == 0 || is_pure {
        return leaf;
    }
    let count = rows.first().map_or(0, |row| row.figures.len());
    let mut best: Option<(f64, usize, f64)> = None;
    for figure in 0..count {
        if dice.below(TRIED_OF) != 0 {
            continue;
        }
        let Some(below) = cut(rows, figure, dice) else {
            continue;
        };
        let gain = purity(rows, figure, below);
        if gain.is_some_and(|gain| best.is_none_or(|(best, _, _)| gain > best)) {
            best = gain.map(|gain| (gain, figure, below));
        }
    }
    let Some((_, figure, below)) = best else {
        return leaf;
    };
    let (yes, no): (Vec<&Row>, Vec<&Row>) = rows
        .iter()
        .partition(|row| row.figures.get(figure).is_some_and(|one| *one < below));
    Node::Split(Box::new(Split {
        figure,
        below,
        yes: branch(&yes, depth - 1, dice),
        no: branch(&no, depth - 1, dice),
    }))
}

fn right(rows: &[&Row]) -> f64 {
    rows.iter().filter(|row| row.is_right).count() as f64
}

/// A cut drawn between the least and the greatest of the figure; none when all are the same. It has
/// two digits, so that what is read splits as what was grown.
fn cut(rows: &[&Row], figure: usize, dice: &mut Dice) -> Option<f64> {
    let values = || rows.iter().filter_map(|row| row.figures.get(figure));
    let least = values().copied().min_by(f64::total_cmp)?;
    let greatest = values().copied().max_by(f64::total_cmp)?;
    let drawn = least + (greatest - least) * dice.share();
    (least < greatest).then_some((drawn * 100.0).round() / 100.0)
}

/// How purely the cut parts the rows; none when a side is left with too few.
fn purity(rows: &[&Row], figure: usize, below: f64) -> Option<f64> {
    let (mut yes, mut yes_right) = (0_usize, 0_usize);
    for row in rows {
        if row.figures.get(figure).is_some_and(|one| *one < below) {
            yes += 1;
            yes_right += usize::from(row.is_right);
        }
    }
    let no = rows.len() - yes;
    let no_right = rows.iter().filter(|row| row.is_right).count() - yes_right;
    let side = |all: usize, right: usize| {
        let (all, right) = (all as f64, right as f64);
        (right * right + (all - right) * (all - right)) / all
    };
    (yes >= ROWS_MIN && no >= ROWS_MIN).then(|| side(yes, yes_right) + side(no, no_right))
}

/// Numbers that look drawn and are the same each time (Marsaglia, "Xorshift RNGs", 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        (self.roll() >> 11) % end
    }

    /// From 0 to 1, in thousandths.
    fn share(&mut self) -> f64 {
        u32::try_from(self.below(1000)).map_or(0.0, f64::from) / WHOLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_two_questions_is_learnt_and_survives_being_written() {
        let mut rows = Vec::new();
        for at in 0..200_u32 {
            let (one, other) = (f64::from(at % 2), f64::from(at / 2 % 2));
            rows.push(Row {
                figures: vec![one, other],
                is_right: (one > 0.5) && (other < 0.5),
            });
        }
        let grown = Trees::grow(&rows);
        assert!(grown.likelihood(&[1.0, 0.0]) > 0.5);
        assert!(grown.likelihood(&[1.0, 1.0]) < 0.5);
        assert_eq!(Trees::read(&grown.write()), grown);
    }
}
