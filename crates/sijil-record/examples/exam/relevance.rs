//! What the conference of 1992 asked for: victims of terrorism, recent, told as a specific incident.
//!
//! Clashes between armed forces, old crimes and totals are no answers there, though a newsroom
//! records them. A choice fitted on the development texts (public domain) makes that difference; it is
//! part of the exam and not of the program. Here is what it sees.

use sijil_record::{Casualty, Mentioned, Story};

use crate::casualties::{Told, number};

/// What is seen of the victims that `mentions` speak of, the first of them named best.
pub(crate) fn features(
    told: &Told<'_>,
    mentions: &[&Mentioned],
    best: &Casualty,
    effect: &str,
) -> Vec<String> {
    let story = &told.story;
    let mut seen = Vec::new();
    for mention in mentions {
        of_mention(story, mention, &mut seen);
        told.dateline.features(story, mention.sentence, &mut seen);
    }
    let words = best.victim_words.iter().map(|word| format!("~v={word}"));
    seen.extend(words);
    seen.push(format!(
        "head={}",
        best.victim_words.last().map_or("", String::as_str)
    ));
    seen.push(format!("named={}", best.is_named));
    seen.push(format!("harm={:?}", best.harm));
    seen.push(format!("effect={effect}"));
    let count = best.quantity.low.unwrap_or(0);
    seen.push(format!("n={}", step(count, &[0, 1, 3, 7, 20, 100])));
    seen.push(format!("mentions={}", mentions.len().min(4)));
    let first = mentions.first().map_or(0, |mention| mention.sentence);
    seen.push(format!("at={}", step(first as u64, &[0, 1, 4, 9, 19])));
    seen.push(format!(
        "length={}",
        step(story.sentences.len() as u64, &[5, 10, 20, 40])
    ));
    seen.sort();
    seen.dedup();
    seen
}

/// Which of `steps` the number does not pass.
fn step(number: u64, steps: &[u64]) -> usize {
    steps.iter().take_while(|step| number > **step).count()
}

fn of_mention(story: &Story<'_>, mention: &Mentioned, seen: &mut Vec<String>) {
    let casualty = &mention.casualty;
    seen.push(format!("rule={}", casualty.rule));
    seen.push(format!("status={:?}", casualty.status));
    seen.push(format!("scope={:?}", casualty.scope));
    seen.push(format!("unreal={}", casualty.is_unreal));
    seen.push(format!("implied={}", casualty.is_implied));
    seen.push(format!("qualifier={:?}", casualty.quantity.qualifier));
    seen.push(format!("exact={}", number(&casualty.quantity) != "PLURAL"));
    seen.extend(casualty.cause.map(|(cause, _)| format!("cause={cause:?}")));
    if let Some(by) = casualty.perpetrator {
        seen.push("perpetrator".to_owned());
        seen.extend(
            sijil_record::tokens(story.text, by)
                .iter()
                .map(|token| format!("~p={}", token.folded)),
        );
    }
    let Some(sentence) = story.sentences.get(mention.sentence) else {
        return;
    };
    seen.extend(
        sentence
            .tokens
            .iter()
            .map(|token| format!("~s={}", token.folded)),
    );
    let roles = story.numbers.get(mention.sentence).into_iter().flatten();
    seen.extend(roles.map(|number| format!("role={:?}", number.role)));
    let Some(harm) = sentence
        .tokens
        .iter()
        .position(|token| token.span == casualty.harm_span)
    else {
        return;
    };
    for near in 0..=3 {
        let before = harm
            .checked_sub(near)
            .and_then(|at| sentence.tokens.get(at));
        let after = sentence.tokens.get(harm + near);
        seen.extend(before.map(|token| format!("~h-={}", token.folded)));
        seen.extend(after.map(|token| format!("~h+={}", token.folded)));
    }
}
