//! English sentences of our own for each rule of harm: who, how many, and what looks like it and is not.

use sijil_record::{Casualty, Harm, Story};

/// "killed priest 1, injured guard 2": what a text tells as having happened, in order.
fn told(text: &str) -> String {
    let casualties = Story::new(text).casualties();
    let real = casualties.into_iter().map(|mention| mention.casualty);
    let real = real.filter(|one| !one.is_negated && !one.is_unreal);
    real.map(|one| short(&one)).collect::<Vec<_>>().join(", ")
}

fn short(casualty: &Casualty) -> String {
    let harm = match casualty.harm {
        Harm::Killed => "killed",
        Harm::Injured => "injured",
        _ => "other",
    };
    let count = casualty.quantity.low.or(casualty.quantity.high);
    let count = count.map_or("some".to_owned(), |count| count.to_string());
    format!("{harm} {} {count}", casualty.victim_words.join(" "))
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, wanted)| (text, wanted, told(text)))
        .filter(|(_, wanted, found)| *wanted != found)
        .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wounds_that_somebody_has_are_injuries_of_his() {
    check(&[
        ("A guard suffered minor injuries.", "injured guard 1"),
        ("Two porters received bullet wounds.", "injured porters 2"),
        (
            "The blast caused injuries to five nurses.",
            "injured nurses 5",
        ),
        ("The singer was hit by a stray bullet.", "injured singer 1"),
        (
            "The men left the driver seriously wounded.",
            "injured driver 1",
        ),
        ("The city suffered heavy losses of water.", ""),
        ("The company received a letter.", ""),
        ("The song was hit by criticism.", ""),
        ("He left the room.", ""),
    ]);
}

#[test]
fn whatever_is_done_to_death_kills() {
    check(&[
        ("A farmer was hacked to death.", "killed farmer 1"),
        ("Two clerks were stabbed to death.", "killed clerks 2"),
        ("Gunmen shot to death four singers.", "killed singers 4"),
        (
            "Rebels shot and killed the baker.",
            "killed baker 1, killed baker 1",
        ),
        ("A teacher was found shot to death.", "killed teacher 1"),
        ("The plan was debated to death.", ""),
        ("The choir sang about death.", ""),
    ]);
}

#[test]
fn a_pronoun_takes_who_was_named_before_and_never_who_acts() {
    check(&[
        ("Rebels seized the mayor and hanged him.", "killed mayor 1"),
        (
            "Omar Haddad, the mayor, left the hall. Gunmen killed him there.",
            "killed omar haddad 1",
        ),
        ("A hired gunman ended his life.", "killed  1"),
        ("The soldiers were ambushed; two died.", "killed soldiers 2"),
        (
            "One cook died and four others were wounded.",
            "killed cook 1, injured cooks 4",
        ),
        ("Four were wounded.", "injured people 4"),
        ("It was killed by the council.", ""),
    ]);
}

#[test]
fn a_list_goes_on_past_asides_ages_and_clauses() {
    check(&[
        (
            "The bomb killed Ana Ruiz, 42; Omar Haddad, 19; a boy known as Sami; and a clerk.",
            "killed ana ruiz 1, killed omar haddad 1, killed boy 1, killed clerk 1",
        ),
        (
            "The killing of six monks, five of whom were guests, and two cooks was condemned.",
            "killed monks 6, killed cooks 2",
        ),
        (
            "The murder of two monks and two cooks on Friday has shaken them.",
            "killed monks 2, killed cooks 2",
        ),
        (
            "The baker was murdered along with his sister.",
            "killed baker 1, killed sister 1",
        ),
        (
            "After the murder of the baker, the police came.",
            "killed baker 1",
        ),
        (
            "Two of the minister's guards were killed.",
            "killed guards 2",
        ),
        (
            "Two guards keeping watch in the hall were killed.",
            "killed guards 2",
        ),
        (
            "The watchman, an old man, was wounded.",
            "injured watchman old man 1",
        ),
        ("The murder of the plan shook two parties.", ""),
    ]);
}

#[test]
fn those_told_within_a_number_are_parts_of_it_and_not_added() {
    for (text, whole, parts) in [
        (
            "Five people, three of them children, were killed.",
            5,
            vec![3],
        ),
        ("Five people, among them two nuns, were killed.", 5, vec![2]),
        (
            "Five people - three clerks and two cooks - were killed.",
            5,
            vec![3, 2],
        ),
        (
            "Eight people (three soldiers and five clerks) were wounded.",
            8,
            vec![3, 5],
        ),
        (
            "They killed two singers: Ana Ruiz and Omar Haddad.",
            2,
            vec![1, 1],
        ),
        ("Eight people (see the map) were wounded.", 8, vec![]),
        ("They killed two singers: it was a trap.", 2, vec![]),
    ] {
        let found = Story::new(text).casualties();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let casualty = &found[0].casualty;
        assert_eq!(casualty.quantity.low, Some(whole), "{text}");
        let counts: Vec<u64> = casualty
            .parts
            .iter()
            .filter_map(|part| part.quantity.low)
            .collect();
        assert_eq!(counts, parts, "{text}");
    }
}

#[test]
fn names_given_apart_belong_to_the_harm_told_before() {
    check(&[
        (
            "Two cooks were wounded. They are Ana Ruiz and Omar Haddad.",
            "injured cooks 2, injured ana ruiz 1, injured omar haddad 1",
        ),
        (
            "One of the cooks killed last week was Omar Haddad.",
            "killed cooks some, killed omar haddad 1",
        ),
        (
            "A judge identified the dead men as Ana Ruiz and Omar Haddad.",
            "killed ana ruiz 1, killed omar haddad 1, killed men some",
        ),
        (
            "Also injured in the blast was a vendor.",
            "injured vendor 1",
        ),
        (
            "The murders told in the book: Ana Ruiz, Omar Haddad and Sami Nasser.",
            "killed ana ruiz 1, killed omar haddad 1, killed sami nasser 1",
        ),
        ("They are Ana Ruiz and Omar Haddad.", ""),
        ("The hall was full. They are Ana Ruiz and Omar Haddad.", ""),
        ("A judge identified the books as his.", ""),
    ]);
}

#[test]
fn headlines_dates_and_measures_name_nobody() {
    check(&[
        ("Air raids kill six clerks.", "killed clerks 6"),
        (
            "On 13 Oct 2016 at least 17 people were killed.",
            "killed people 17",
        ),
        (
            "Two boys killed five others injured in Homs.",
            "killed boys 2, injured boys 5",
        ),
        ("Mass killings were reported.", ""),
        ("The raids and kill orders were told.", ""),
    ]);
}

#[test]
fn a_toll_that_grows_is_counted_and_other_figures_are_not() {
    check(&[
        ("The death toll has risen to 15.", "killed people 15"),
        ("The number of wounded rose to 40.", "injured people 40"),
        ("The blast claimed two victims.", "killed victims 2"),
        ("The toll on the road rose to 15 pounds.", ""),
        ("The number of visitors rose to 40.", ""),
        ("The company claimed two prizes.", ""),
    ]);
}

#[test]
fn the_dead_are_told_by_their_bodies_cases_and_adjectives() {
    check(&[
        (
            "Sami Nasser's body was found in a well.",
            "killed sami nasser 1",
        ),
        ("The murdered inspector was buried.", "killed inspector 1"),
        (
            "The murder case of judge Sami Nasser is open.",
            "killed judge sami nasser 1",
        ),
        (
            "The murder committed by gunmen against the judge is a crime.",
            "killed judge 1",
        ),
        ("The body of evidence was found.", ""),
        ("The murder weapon was found.", ""),
        ("The murder mystery was sold.", ""),
    ]);
}

#[test]
fn who_did_it_is_who_acts_and_no_weapon_or_victim() {
    for (text, by) in [
        (
            "Gunmen opened fire on a bus, killing the driver.",
            Some("Gunmen"),
        ),
        ("Rebels seized the mayor and shot him.", Some("Rebels")),
        (
            "Coalition strikes killed two guards.",
            Some("Coalition strikes"),
        ),
        ("Rocket attacks killed two guards.", None),
        (
            "On Monday the rebels killed two guards.",
            Some("the rebels"),
        ),
        ("The east killed two guards.", None),
        ("Air raids killed two guards.", None),
        ("A bomb killed two guards.", None),
        ("Two guards were wounded by shrapnel.", None),
        ("He killed two guards.", None),
    ] {
        let found = Story::new(text).casualties();
        let named = found[0].casualty.perpetrator.map(|by| by.of(text));
        assert_eq!(named, by, "{text}");
    }
}

#[test]
fn what_somebody_managed_to_do_has_happened() {
    check(&[
        (
            "He managed to kill one guard and wound twelve others.",
            "killed guard 1, injured guards 12",
        ),
        ("He wanted to kill one guard.", ""),
        ("The plan is to wound the guards.", ""),
    ]);
}
