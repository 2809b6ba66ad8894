//! Whether an English word of an open class is a verb: by its form and its company.

use super::LEXICON;
use super::words::{Pos, may_be_noun};
use crate::class::{Class, Classes};
use crate::lexicon::Form;
use crate::token::Token;

/// The words around one of an open class.
#[expect(
    clippy::struct_excessive_bools,
    reason = "six independent signs, read together by the rules below"
)]
struct Company {
    before: Pos,
    /// It stands inside a noun phrase: after "the", "his", a number.
    in_phrase: bool,
    /// It follows "was", "has", "not", perhaps with an adverb between.
    after_aux: bool,
    /// What follows can only be an object: "the", "his", a number.
    opens_object: bool,
    next_counts: bool,
    next_is_that: bool,
    next_may_be_noun: bool,
}

/// The part of a word of an open class: a verb by its form and company, else a noun.
pub(super) fn open(tokens: &[Token], at: usize, before: Pos, next_counts: bool) -> Pos {
    let Some(token) = tokens.get(at) else {
        return Pos::Stop;
    };
    let folded = token.folded.as_str();
    let classes = LEXICON.classes(folded);
    let next = tokens.get(at + 1);
    let next_classes = next.map_or(Classes::default(), |next| LEXICON.classes(&next.folded));
    let company = Company {
        before,
        in_phrase: matches!(
            before,
            Pos::Determiner | Pos::Possessive | Pos::Number | Pos::Genitive
        ),
        after_aux: matches!(before, Pos::Be | Pos::Have | Pos::Negation)
            || before == Pos::Adverb && after_be(tokens, at),
        opens_object: next_counts || next_classes.any(&[Class::Determiner, Class::Possessive]),
        next_counts,
        next_is_that: next_classes.has(Class::That),
        next_may_be_noun: next.is_some_and(may_be_noun),
    };
    // "did violate", "did not violate"
    let not_after = |helper: Class| {
        let helped = at.checked_sub(2).and_then(|at| tokens.get(at));
        before == Pos::Negation
            && helped.is_some_and(|token| LEXICON.classes(&token.folded).has(helper))
    };
    let is_helped = matches!(before, Pos::To | Pos::Modal | Pos::Do)
        || not_after(Class::Do)
        || not_after(Class::Modal);
    if is_helped {
        return Pos::Verb(Form::Base);
    }
    match form(folded, classes) {
        // "cost", "hurt": the base is the past form too.
        Some(Form::Base) if is_past_too(folded) && company.is_after_subject() => {
            past(folded, Form::Past, classes, &company)
        }
        Some(Form::Base) => base(folded, &company),
        Some(Form::Present) => present(folded, &company),
        Some(Form::Gerund) => gerund(folded, classes, &company),
        Some(form @ (Form::Past | Form::Participle)) => past(folded, form, classes, &company),
        Some(Form::Plain) => Pos::Noun,
        None if folded.len() > 4 && folded.ends_with("ly") && !names_people(classes) => Pos::Adverb,
        None => Pos::Noun,
    }
}

impl Company {
    /// It follows its helper, or stands between a subject and what can only be an object.
    fn is_after_subject(&self) -> bool {
        let follows = matches!(
            self.before,
            Pos::Noun | Pos::Pronoun | Pos::Relative | Pos::Aside
        );
        self.after_aux || follows && self.opens_object
    }
}

/// "family", "elderly": the ending is no adverb's.
fn names_people(classes: Classes) -> bool {
    classes.any(&[Class::Person, Class::Family, Class::Elderly, Class::Thing])
}

fn is_past_too(folded: &str) -> bool {
    let forms = LEXICON.triggers(folded).iter().map(|trigger| trigger.form);
    let found: Vec<Form> = forms.collect();
    found.contains(&Form::Base) && found.contains(&Form::Participle)
}

fn base(folded: &str, company: &Company) -> Pos {
    match company.before {
        // "the wounded include a child"
        Pos::Noun if folded == "include" && (company.opens_object || company.next_may_be_noun) => {
            Pos::Verb(Form::Base)
        }
        // "Air raids kill six": the present of headlines
        Pos::Noun if company.next_counts && is_harm(folded) => Pos::Verb(Form::Base),
        // "to kill one and wound twelve"
        Pos::And if company.opens_object && is_harm(folded) => Pos::Verb(Form::Base),
        Pos::Pronoun | Pos::Relative => Pos::Verb(Form::Base),
        Pos::Noun | Pos::Aside if SAYING.contains(&folded) => Pos::Verb(Form::Base),
        _ => Pos::Noun,
    }
}

fn present(folded: &str, company: &Company) -> Pos {
    let follows_subject = matches!(
        company.before,
        Pos::Noun | Pos::Aside | Pos::Pronoun | Pos::Relative
    );
    let follows_aside = matches!(company.before, Pos::Comma | Pos::Quote | Pos::Adverb);
    // "the toll stands at seven"
    let stands = company.before == Pos::Noun && folded == "stands";
    let acts = stands || follows_subject && (company.opens_object || company.next_is_that);
    let says = is_cue(folded) && !ALSO_NOUNS.contains(&folded);
    if acts || says && (follows_subject || follows_aside) {
        Pos::Verb(Form::Present)
    } else {
        Pos::Noun
    }
}

fn gerund(folded: &str, classes: Classes, company: &Company) -> Pos {
    if company.in_phrase {
        return Pos::Noun;
    }
    if !classes.has(Class::Noun) {
        return Pos::Verb(Form::Gerund);
    }
    // "suspected of killing Omar Haddad", but "the killing of", "bombing raids"
    let tied = matches!(
        company.before,
        Pos::Of | Pos::Preposition | Pos::Comma | Pos::And | Pos::Subordinator | Pos::Stop
    );
    let names = tied && is_harm(folded) && company.next_may_be_noun;
    if company.opens_object || names {
        Pos::Verb(Form::Gerund)
    } else {
        Pos::Noun
    }
}

fn past(folded: &str, form: Form, classes: Classes, company: &Company) -> Pos {
    let is_noun = classes.has(Class::Noun);
    if company.after_aux {
        let stays = is_noun && form == Form::Past && !is_harm(folded);
        return if stays {
            Pos::Noun
        } else {
            Pos::Verb(Form::Participle)
        };
    }
    if company.in_phrase {
        return Pos::Noun;
    }
    let follows_subject = matches!(
        company.before,
        Pos::Noun | Pos::Pronoun | Pos::Relative | Pos::And | Pos::Aside | Pos::Comma | Pos::That
    );
    // "shot and seriously wounded the guard"
    let is_adverbial = company.before == Pos::Adverb && company.next_may_be_noun;
    let acts = is_harm(folded) && (follows_subject || is_adverbial || company.opens_object);
    if form == Form::Past && is_noun && !acts {
        Pos::Noun
    } else {
        Pos::Verb(form)
    }
}

/// "was also wounded": the adverb at `at - 1` follows a form of "be" or "have".
fn after_be(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| tokens.get(before));
    before.is_some_and(|before| {
        LEXICON
            .classes(&before.folded)
            .any(&[Class::Be, Class::Have])
    })
}

fn is_harm(folded: &str) -> bool {
    LEXICON
        .triggers(folded)
        .iter()
        .any(|trigger| trigger.way != "cue")
}

/// Whether `folded` is a form of a word that attributes.
fn is_cue(folded: &str) -> bool {
    LEXICON
        .triggers(folded)
        .iter()
        .any(|trigger| trigger.way == "cue")
}

/// Bases of words that attribute and are no nouns.
const SAYING: &[&str] = &[
    "say",
    "believe",
    "argue",
    "insist",
    "think",
    "know",
    "want",
    "tell",
    "suggest",
    "expect",
    "agree",
    "maintain",
    "contend",
    "acknowledge",
    "believes",
];

/// Present forms of words that attribute and are nouns as well.
const ALSO_NOUNS: &[&str] = &[
    "claims",
    "plans",
    "reports",
    "calls",
    "shows",
    "notes",
    "offers",
    "demands",
    "attacks",
    "supports",
    "questions",
    "hopes",
    "fears",
    "doubts",
    "answers",
    "promises",
    "estimates",
    "points",
    "rules",
    "orders",
    "requests",
    "challenges",
    "favors",
    "backs",
    "jokes",
    "hints",
    "states",
    "remarks",
    "quotes",
    "blames",
    "plan",
    "hope",
];

/// The form that a word has if it is a verb.
fn form(folded: &str, classes: Classes) -> Option<Form> {
    let triggered = LEXICON.triggers(folded).iter().map(|trigger| trigger.form);
    if let Some(form) = triggered.into_iter().find(|form| *form != Form::Plain) {
        return Some(form);
    }
    if classes.has(Class::Participle) {
        return Some(Form::Participle);
    }
    if classes.has(Class::Past) {
        return Some(Form::Past);
    }
    if classes.has(Class::Base) {
        return Some(Form::Base);
    }
    let is_noun = classes.any(&[
        Class::Noun,
        Class::Person,
        Class::Thing,
        Class::Organization,
    ]);
    if is_noun {
        return None;
    }
    match folded {
        // "the toll stands at seven": of the verbs that no other list holds, the only one of news.
        "stands" => Some(Form::Present),
        _ if folded.len() > 3 && folded.ends_with("ed") => Some(Form::Past),
        _ if folded.len() > 4 && folded.ends_with("ing") => Some(Form::Gerund),
        _ => None,
    }
}
