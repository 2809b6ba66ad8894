//! Which blocks of a page are the story.
//!
//! An outside extractor votes first. The smallest element that holds nine tenths of its vote is the
//! article; inside it blocks are added that stand like those voted for, and taken out when their
//! classes, their words or the rest of the site call them furniture.

use std::collections::{HashMap, HashSet};

use super::Page;
use super::blocks::{Block, ratio};
use super::junk;
use super::learned::Learned;
use super::vote::Vote;
use crate::incoming::{Confidence, LeftOut};
use crate::label::key;

/// The story's blocks, in reading order, and what was left out around them.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub(crate) blocks: Vec<usize>,
    pub(crate) standfirst: Option<usize>,
    /// The element that holds the article.
    pub(crate) article: usize,
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) confidence: Confidence,
}

/// Words from which a block is a paragraph rather than a label.
const PARAGRAPH_WORDS: usize = 8;
/// Furniture by class holds less than this share of the article; more, and the class is misleading.
const JUNK_SHARE_MAX: f64 = 0.3;
/// Furniture by repetition likewise: the same story saved twice must not vanish.
const REPEATED_SHARE_MAX: f64 = 0.4;
/// Left-out lines listed for one page.
const LEFT_OUT_MAX: usize = 100;

/// Chooses the blocks. `vote` is the outside extractor's text, `title` the headline.
pub(crate) fn choose(page: &Page, vote: &str, title: &str, learned: &Learned) -> Body {
    let vote = Vote::new(vote);
    let blocks: Vec<Rated> = page
        .blocks
        .iter()
        .map(|block| Rated {
            block,
            words: super::vote::word_count(&block.text),
            is_voted: vote.share(&block.text) > 0.5,
        })
        .collect();
    let Some(article) = article_element(page, &blocks) else {
        return Body::default();
    };
    let inside = |rated: &Rated| holds(page, article, rated.block.start);
    let mut candidates: Vec<usize> = (0..blocks.len())
        .filter(|&index| {
            blocks
                .get(index)
                .is_some_and(|rated| inside(rated) && rated.is_voted)
        })
        .collect();
    add_siblings(page, &blocks, article, &mut candidates);
    let chosen: Vec<&Rated> = candidates
        .iter()
        .filter_map(|&index| blocks.get(index))
        .collect();
    let mut judge = Judge::new(page, &chosen, article, learned);
    judge.title = key(title);
    let mut body = Body {
        article,
        ..Body::default()
    };
    for &index in &candidates {
        let Some(rated) = blocks.get(index) else {
            continue;
        };
        match judge.why(rated) {
            Some(why) if body.left_out.len() < LEFT_OUT_MAX => {
                body.left_out.push(LeftOut::new(0, &rated.block.text, why));
            }
            Some(_) => {}
            None => body.blocks.push(index),
        }
    }
    drop_last_headings(page, &mut body.blocks);
    body.standfirst = standfirst(page, &blocks, &body, title);
    body.confidence = confidence(&blocks, &body.blocks);
    body
}

/// A block and what is known of it.
struct Rated<'a> {
    block: &'a Block,
    words: usize,
    is_voted: bool,
}

fn holds(page: &Page, element: usize, index: usize) -> bool {
    page.tree
        .node(element)
        .is_some_and(|node| (element..node.end).contains(&index))
}

/// The smallest element with nine tenths of the words voted for.
fn article_element(page: &Page, blocks: &[Rated]) -> Option<usize> {
    let mut words: HashMap<usize, usize> = HashMap::new();
    let mut total = 0;
    for rated in blocks {
        if rated.is_voted && rated.words >= PARAGRAPH_WORDS {
            total += rated.words;
            for (element, _) in page.tree.ancestors(rated.block.start) {
                *words.entry(element).or_default() += rated.words;
            }
        }
    }
    words
        .into_iter()
        .filter(|&(_, inside)| inside * 10 >= total * 9)
        .map(|(element, _)| element)
        // Deeper elements come later in reading order than those around them.
        .max()
}

/// Paragraphs whose element stands among voted ones belong to the text too.
fn add_siblings(page: &Page, blocks: &[Rated], article: usize, candidates: &mut Vec<usize>) {
    let place = |rated: &Rated| {
        let parent = page.tree.node(rated.block.element)?.parent?;
        Some((rated.block.tag.clone(), parent))
    };
    let mut voted: HashMap<(String, usize), usize> = HashMap::new();
    for &index in candidates.iter() {
        if let Some(rated) = blocks.get(index).filter(|rated| rated.words >= 10)
            && let Some(place) = place(rated)
        {
            *voted.entry(place).or_default() += 1;
        }
    }
    let already: HashSet<usize> = candidates.iter().copied().collect();
    for (index, rated) in blocks.iter().enumerate() {
        let is_paragraph = rated.words >= PARAGRAPH_WORDS
            && matches!(rated.block.tag.as_str(), "p" | "div")
            && rated.block.link_density() < 0.4;
        let is_sibling = is_paragraph
            && !already.contains(&index)
            && holds(page, article, rated.block.start)
            && place(rated).is_some_and(|place| voted.get(&place).is_some_and(|&count| count >= 2));
        if is_sibling {
            candidates.push(index);
        }
    }
    candidates.sort_unstable();
}

/// Says of a candidate why it is furniture.
struct Judge<'a> {
    page: &'a Page,
    article: usize,
    title: String,
    learned: Option<&'a Learned>,
    /// Elements inside the article that furniture is in, and why.
    junk: HashMap<usize, &'static str>,
}

impl<'a> Judge<'a> {
    fn new(page: &'a Page, chosen: &[&Rated], article: usize, learned: &'a Learned) -> Self {
        let total: usize = chosen.iter().map(|rated| rated.words).sum();
        let host = page.structured.host();
        let repeated: usize = chosen
            .iter()
            .filter(|rated| learned.repeats(host, rated.block))
            .map(|rated| rated.words)
            .sum();
        let mut words: HashMap<usize, usize> = HashMap::new();
        for rated in chosen {
            let around = page.tree.ancestors(rated.block.start);
            for (element, _) in around.take_while(|&(element, _)| element > article) {
                *words.entry(element).or_default() += rated.words;
            }
        }
        let junk = words
            .into_iter()
            .filter(|&(_, inside)| ratio(inside, total) < JUNK_SHARE_MAX)
            .filter_map(|(element, _)| {
                Some((element, junk::why_element(page.tree.node(element)?)?))
            })
            .collect();
        Self {
            page,
            article,
            title: String::new(),
            learned: (ratio(repeated, total) < REPEATED_SHARE_MAX).then_some(learned),
            junk,
        }
    }

    fn why(&self, rated: &Rated) -> Option<&'static str> {
        let block = rated.block;
        if block.tag == "h1" || (rated.words <= 40 && key(&block.text) == self.title) {
            return Some("the headline, shown again");
        }
        if block.link_density() > 0.6 && rated.words < 40 {
            return Some("a list of links");
        }
        let junk = self
            .page
            .tree
            .ancestors(block.start)
            .take_while(|&(element, _)| element > self.article)
            .find_map(|(element, _)| self.junk.get(&element));
        if let Some(why) = junk {
            return Some(why);
        }
        let host = self.page.structured.host();
        if self
            .learned
            .is_some_and(|learned| learned.repeats(host, block))
        {
            return Some("repeats on other pages of the site");
        }
        junk::why_text(&block.text)
    }
}

/// A heading without text under it opened something that was left out.
fn drop_last_headings(page: &Page, blocks: &mut Vec<usize>) {
    while blocks
        .last()
        .and_then(|&index| page.blocks.get(index))
        .is_some_and(Block::is_heading)
    {
        blocks.pop();
    }
}

/// Blocks before the text among which the standfirst is looked for.
const STANDFIRST_REACH: usize = 40;

/// The block between headline and text that the page calls its standfirst or its description.
fn standfirst(page: &Page, blocks: &[Rated], body: &Body, title: &str) -> Option<usize> {
    let first = *body.blocks.first()?;
    let headline = (0..first).rev().find(|&index| {
        page.blocks
            .get(index)
            .is_some_and(|block| block.tag == "h1")
    });
    let start = headline
        .map_or(0, |index| index + 1)
        .max(first.saturating_sub(STANDFIRST_REACH));
    let descriptions: Vec<String> = ["og:description", "description", "twitter:description"]
        .iter()
        .flat_map(|name| page.structured.metas(name))
        .map(key)
        .filter(|description| description.chars().count() > 20)
        .collect();
    let title = key(title);
    (start..first).find(|&index| {
        let Some(rated) = blocks.get(index) else {
            return false;
        };
        let text = key(&rated.block.text);
        let is_shaped = (4..=80).contains(&rated.words)
            && rated.block.link_density() < 0.3
            && matches!(rated.block.tag.as_str(), "p" | "h2" | "h3" | "div" | "span")
            && text != title
            && junk::why_text(&rated.block.text).is_none();
        is_shaped
            && (headline.is_some() && is_called_standfirst(page, rated.block)
                || descriptions
                    .iter()
                    .any(|description| begins_alike(&text, description)))
    })
}

fn is_called_standfirst(page: &Page, block: &Block) -> bool {
    let own = page.tree.node(block.element);
    let around = own.and_then(|node| page.tree.node(node.parent?));
    own.is_some_and(junk::is_standfirst) || around.is_some_and(junk::is_standfirst)
}

/// Descriptions are cut: sixty characters in common are the same text.
fn begins_alike(text: &str, description: &str) -> bool {
    let start: String = description.chars().take(60).collect();
    text == description || (start.chars().count() >= 40 && text.starts_with(&start))
}

/// How far the choice and the outside vote agree (F1 over words).
fn confidence(blocks: &[Rated], chosen: &[usize]) -> Confidence {
    let words = |filter: &dyn Fn(usize, &Rated) -> bool| -> usize {
        blocks
            .iter()
            .enumerate()
            .filter(|&(index, rated)| filter(index, rated))
            .map(|(_, rated)| rated.words)
            .sum()
    };
    let chosen: HashSet<usize> = chosen.iter().copied().collect();
    let both = words(&|index, rated| chosen.contains(&index) && rated.is_voted);
    let sum = words(&|index, _| chosen.contains(&index)) + words(&|_, rated| rated.is_voted);
    match ratio(2 * both, sum) {
        agreement if agreement >= 0.9 => Confidence::High,
        agreement if agreement >= 0.75 => Confidence::Medium,
        _ => Confidence::Low,
    }
}
