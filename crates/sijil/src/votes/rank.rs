//! The order that votes give things. Votes never hide anything: they only say what comes first.

/// One-sided 90 % of the normal distribution.
const Z: f64 = 1.281;
/// A bound of 1 as it is kept.
const SCALE: f64 = 1_000_000.0;

/// A comment's rank: the share of votes for it that it has with 90 % confidence, in millionths.
/// The lower bound of E. B. Wilson, "Probable inference" (JASA 22, 1927).
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "between 0 and a million")]
pub fn best(up: i64, down: i64) -> i64 {
    (lower_bound(up, down) * SCALE).round() as i64
}

fn lower_bound(up: i64, down: i64) -> f64 {
    let (up, down) = (up.max(0) as f64, down.max(0) as f64);
    let n = up + down;
    if n == 0.0 {
        return 0.0;
    }
    let share = up / n;
    let middle = share + Z * Z / (2.0 * n);
    let spread = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((middle - spread) / (1.0 + Z * Z / n)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_of_one_does_not_beat_ninety_of_a_hundred() {
        assert!(best(90, 10) > best(1, 0));
    }

    #[test]
    fn the_bound_is_wilsons() {
        // Computed apart, with 40 digits.
        for (up, down, wanted) in [
            (0, 0, 0),
            (1, 0, 378_650),
            (9, 1, 717_653),
            (90, 10, 854_880),
        ] {
            assert_eq!(best(up, down), wanted, "{up} and {down}");
        }
    }

    proptest! {
        #[test]
        fn a_vote_for_it_never_lowers_a_place_and_one_against_never_lifts_it(
            up in 0_i64..100_000, down in 0_i64..100_000,
        ) {
            prop_assert!(best(up + 1, down) >= best(up, down));
            prop_assert!(best(up, down + 1) <= best(up, down));
        }

        #[test]
        fn ranks_stay_in_their_range(up in 0_i64..1_000_000_000, down in 0_i64..1_000_000_000) {
            prop_assert!((0..=1_000_000).contains(&best(up, down)));
        }

        #[test]
        fn the_same_share_of_more_votes_is_trusted_more(
            up in 1_i64..1000, down in 0_i64..1000, times in 2_i64..50,
        ) {
            prop_assert!(best(up * times, down * times) >= best(up, down));
        }
    }
}
