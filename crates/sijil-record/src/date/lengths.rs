//! Lengths of time and ordinal numbers by themselves.

use crate::date::lex;
use crate::date::moment::seconds;
use crate::date::read::Reader;
use crate::date::value::Grain;
use crate::token::Token;

/// A length of time that makes up the whole of a sentence, in seconds and in the largest unit that says
/// it whole; none if the sentence is something else. A month counts 30 days, a year 365.
#[must_use]
pub fn length_seconds(text: &str, tokens: &[Token]) -> Option<f64> {
    let pieces = lex::pieces(text, tokens);
    let reader = Reader { pieces: &pieces };
    if let Some((length, end)) = reader.length(0)
        && end == pieces.len()
    {
        return Some(
            length
                .iter()
                .map(|(count, grain)| count * seconds(*grain))
                .sum(),
        );
    }
    // Arabic leaves "one" out.
    let (grain, end) = reader.unit(0)?;
    (reader.is_arabic(0) && end == pieces.len() && grain <= Grain::Century).then(|| seconds(grain))
}

/// The ordinal number that makes up the whole of a sentence.
#[must_use]
pub fn ordinal_value(text: &str, tokens: &[Token]) -> Option<i64> {
    let pieces = lex::pieces(text, tokens);
    let reader = Reader { pieces: &pieces };
    let (value, end) = reader.ordinal(0)?;
    (end == pieces.len()).then_some(value)
}
