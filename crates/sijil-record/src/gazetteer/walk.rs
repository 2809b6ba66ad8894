//! Spelling a name letter by letter, so that the longest name at a word is found in one pass.

use fst::raw::{CompiledAddr, Fst, Output};

/// A place in an automaton of names.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'a, D> {
    names: &'a Fst<D>,
    at: CompiledAddr,
    output: Output,
}

impl<'a, D: AsRef<[u8]>> Walk<'a, D> {
    pub(crate) fn new(names: &'a Fst<D>) -> Self {
        Self {
            names,
            at: names.root().addr(),
            output: Output::zero(),
        }
    }

    /// Goes on with `letters`; false when no name does.
    pub(crate) fn step(&mut self, letters: &[u8]) -> bool {
        let mut node = self.names.node(self.at);
        for letter in letters {
            let Some(edge) = node.find_input(*letter) else {
                return false;
            };
            let transition = node.transition(edge);
            self.output = self.output.cat(transition.out);
            node = self.names.node(transition.addr);
        }
        self.at = node.addr();
        true
    }

    /// What stands behind the name spelt so far, if it is one.
    pub(crate) fn value(&self) -> Option<u64> {
        let node = self.names.node(self.at);
        node.is_final()
            .then(|| self.output.cat(node.final_output()).value())
    }
}
