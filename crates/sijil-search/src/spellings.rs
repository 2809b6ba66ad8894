//! Other spellings of a word, made without looking at the index.

/// Particles written together with the Arabic word after them: and, so, in, to, like, and pairs.
const PARTICLES: [&str; 11] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"];

/// Letters an Arabic word must have to take particles; shorter ones would turn into other words.
const LETTERS_MIN: usize = 3;

/// The lightly folded Arabic `word` with each particle in front, with and without the article:
/// light stemming takes the article off, but not a bare particle, nor two prefixes.
pub(crate) fn with_particles(word: &str) -> Vec<String> {
    if !is_arabic(word) || word.chars().count() < LETTERS_MIN {
        return Vec::new();
    }
    let bare = word
        .strip_prefix("ال")
        .filter(|bare| bare.chars().count() >= LETTERS_MIN)
        .unwrap_or(word);
    let mut forms = Vec::new();
    for particle in PARTICLES {
        forms.push(format!("{particle}{bare}"));
        // "To the" swallows the alef: لل, ولل, فلل.
        match particle.strip_suffix('ل') {
            Some(before) => forms.push(format!("{before}لل{bare}")),
            None => forms.push(format!("{particle}ال{bare}")),
        }
    }
    forms.retain(|form| form != word);
    forms
}

/// `word` without the one-letter particle it may begin with.
pub(crate) fn without_particle(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
    (is_arabic(word) && rest.chars().count() >= LETTERS_MIN).then_some(rest)
}

fn is_arabic(word: &str) -> bool {
    word.chars()
        .all(|letter| ('\u{0620}'..='\u{06D3}').contains(&letter))
}

/// Letters to change, add, drop or swap with their neighbour to get from one word to the other.
///
/// Optimal string alignment distance (Damerau 1964; Wagner and Fischer 1974).
pub(crate) fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let width = to.len() + 1;
    let mut before_last: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let at =
                |costs: &[usize], place: usize| costs.get(place).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&last, column) + usize::from(letter != other);
            let mut cost = changed
                .min(at(&last, column + 1) + 1)
                .min(at(&current, column) + 1);
            let is_swap = row > 0
                && column > 0
                && from.get(row - 1) == Some(other)
                && to.get(column - 1) == Some(letter);
            if is_swap {
                cost = cost.min(at(&before_last, column - 1) + 1);
            }
            current.push(cost);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_are_put_on_and_taken_off() {
        let forms = with_particles("دمشق");
        for form in ["بدمشق", "ودمشق", "لدمشق", "وبدمشق"] {
            assert!(forms.contains(&form.to_owned()), "{form}");
        }
        let forms = with_particles("السلام");
        for form in ["وبالسلام", "للسلام", "وللسلام", "بسلام"] {
            assert!(forms.contains(&form.to_owned()), "{form}");
        }
        assert_eq!(with_particles("دم"), Vec::<String>::new());
        assert_eq!(with_particles("Hama"), Vec::<String>::new());
        assert_eq!(without_particle("بدمشق"), Some("دمشق"));
        assert_eq!(without_particle("بيت"), None);
    }

    #[test]
    fn a_swap_is_one_mistake() {
        for (from, to, expected) in [
            ("", "", 0),
            ("hama", "hama", 0),
            ("hama", "ahma", 1),
            ("truce", "truces", 1),
            ("هدنة", "هدن", 1),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), expected, "{from} {to}");
        }
    }
}
