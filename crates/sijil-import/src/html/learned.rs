//! What the pages of one site repeat: a block of text on 30 % of them is furniture.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Page;
use super::blocks::Block;

/// Share of a site's pages on which furniture stands, in percent.
const SHARE_MIN: usize = 30;
/// Pages that must agree.
const PAGES_MIN: usize = 2;

/// Blocks of each site by their fingerprint.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    sites: HashMap<String, Site>,
}

#[derive(Debug, Default)]
struct Site {
    pages: usize,
    blocks: HashMap<u64, usize>,
}

impl Learned {
    /// Takes one more page into account.
    pub(crate) fn add(&mut self, markup: &str) {
        let Some(page) = Page::parse(markup) else {
            return;
        };
        let site = self
            .sites
            .entry(page.structured.host().to_owned())
            .or_default();
        site.pages += 1;
        let seen: HashSet<u64> = page.blocks.iter().map(fingerprint).collect();
        for fingerprint in seen {
            *site.blocks.entry(fingerprint).or_default() += 1;
        }
    }

    /// Whether the block stands on so many pages of the site that it is furniture.
    pub(crate) fn repeats(&self, host: &str, block: &Block) -> bool {
        self.sites.get(host).is_some_and(|site| {
            let pages = site
                .blocks
                .get(&fingerprint(block))
                .copied()
                .unwrap_or_default();
            pages >= PAGES_MIN && pages * 100 >= site.pages * SHARE_MIN
        })
    }
}

fn fingerprint(block: &Block) -> u64 {
    let mut hasher = DefaultHasher::new();
    block.text.hash(&mut hasher);
    hasher.finish()
}
