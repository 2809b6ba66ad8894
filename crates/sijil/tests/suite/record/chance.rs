//! Chance that a seed makes.

/// `SplitMix64`, from G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators".
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }

    pub(super) fn one_of<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    pub(super) fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn day(&mut self) -> String {
        let (month, day) = (1 + self.below(12), 1 + self.below(28));
        format!("{}-{month:02}-{day:02}", 2014 + self.below(6))
    }

    pub(super) fn instant(&mut self) -> String {
        format!(
            "{}T{:02}:{:02}:07.{:03}Z",
            self.day(),
            self.below(24),
            self.below(60),
            1 + self.below(998)
        )
    }

    /// A number between 0 and 1 of nine decimals.
    pub(super) fn score(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() % 1_000_000_000).unwrap()) / 1e9
    }
}
