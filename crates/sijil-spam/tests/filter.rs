//! What the filter promises, on comments invented here.

use proptest::prelude::*;
use sijil_spam::{
    Decision, LoadError, Model, NameRecord, Piece, Place, Sample, Sign, Signals, Trap,
};

const SPAM: &[&str] = &[
    "اربح 500 دولار يومياً من المنزل، راسلنا على واتساب 0791234567",
    "قناة التوصيات المجانية على تلغرام t.me/tawsiyat انضموا الآن",
    "شركة نقل عفش بأفضل الأسعار للتواصل 0551239876",
    "زيادة متابعين حقيقيين بسرعة، الرابط في صفحتي https://bit.ly/abc",
    "الشيخ الروحاني لجلب الحبيب خلال ساعة 00962791112233",
    "كوبون خصم 50% على كل المشتريات https://souq.example/kod",
    "Make money from home, my page has it all: http://cash.example/now",
    "Cheap followers and likes, WhatsApp +44 7700 900123",
    "I earn a lot with crypto since I met this trader, telegram t.me/trader",
    "Check out my new channel and please subscribe!!!",
];

const ORDINARY: &[&str] = &[
    "رحم الله الشهداء والشفاء العاجل للجرحى",
    "من يصدق أن الهدنة ستدوم بعد ما حدث أمس؟",
    "الخبر ناقص، أين تصريح المجلس المحلي؟",
    "انقطعت الكهرباء عندنا منذ ثلاثة أيام ولا أحد يتكلم",
    "شكراً على نقل الحقيقة كما هي",
    "تداول ناشطون مقطعاً للقصف على السوق",
    "The road has been closed since Friday, my uncle walked two hours.",
    "You say 800 dead, the other report said 801. Which is it?",
    "I do not trust either side in this truce.",
    "Good reporting, but the headline is wrong about the town.",
];

fn sample(text: &str) -> Sample<'_> {
    Sample {
        text,
        ..Sample::default()
    }
}

/// A model that has learned all of both lists but the places for which `leaves_out` is true.
fn taught(leaves_out: impl Fn(usize) -> bool) -> Model {
    let mut model = Model::new();
    for (place, (spam, ordinary)) in SPAM.iter().zip(ORDINARY).enumerate() {
        if !leaves_out(place) {
            model.learn(&sample(spam), Decision::Spam);
            model.learn(&sample(ordinary), Decision::Approved);
        }
    }
    model
}

#[test]
fn adverts_score_above_every_ordinary_comment_before_anything_is_learned() {
    let model = Model::new();
    let score = |text: &&str| model.judge(&sample(text)).score;
    let lowest_spam = SPAM.iter().map(score).fold(1.0, f32::min);
    let highest_ordinary = ORDINARY.iter().map(score).fold(0.0, f32::max);
    assert!(
        lowest_spam > highest_ordinary,
        "{lowest_spam} {highest_ordinary}"
    );
    assert!(highest_ordinary < 0.3 && model.hold_at() > 0.8);
}

#[test]
fn adverts_it_has_not_seen_are_told_from_comments_it_has_not_seen() {
    for left_out in 0..SPAM.len() {
        let model = taught(|place| place == left_out);
        let spam = model.judge(&sample(SPAM[left_out])).score;
        let ordinary = model.judge(&sample(ORDINARY[left_out])).score;
        assert!(spam > 0.5, "{}: {spam}", SPAM[left_out]);
        assert!(ordinary < 0.5, "{}: {ordinary}", ORDINARY[left_out]);
    }
}

#[test]
fn a_decision_moves_the_score_its_way() {
    let text = "صوت الحق لا يموت";
    let before = Model::new().judge(&sample(text)).score;
    let after = |decision| {
        let mut model = Model::new();
        model.learn(&sample(text), decision);
        model.judge(&sample(text))
    };
    assert!(after(Decision::Spam).score > before);
    assert!(after(Decision::Approved).score < before);
    assert!(after(Decision::Offence).score < before);
    assert!(after(Decision::Offence).offence > after(Decision::Approved).offence);
}

#[test]
fn what_is_learned_in_clean_spelling_holds_for_the_tricks_too() {
    let mut model = Model::new();
    model.learn(&sample("عروض الساحر العجيب"), Decision::Spam);
    let clean = model.judge(&sample("عروض الساحر العجيب")).score;
    let tricky = model.judge(&sample("عُرُوض الســـاحر العجييييب")).score;
    assert_eq!(clean, tricky);
}

#[test]
fn reasons_name_the_words_that_were_learned() {
    let mut model = Model::new();
    for _ in 0..3 {
        model.learn(&sample("buy tulips today"), Decision::Spam);
        model.learn(&sample("the mayor spoke today"), Decision::Approved);
    }
    let verdict = model.judge(&sample("tulips for the mayor"));
    let weight = |word: &str| {
        let word = Piece::Word(word.to_owned());
        let reason = verdict.reasons.iter().find(|reason| reason.piece == word);
        reason.map_or(0.0, |reason| reason.weight)
    };
    assert!(weight("tulips") > 0.3, "{:?}", verdict.reasons);
    assert!(weight("mayor") < -0.3, "{:?}", verdict.reasons);
    assert!(verdict.reasons.len() <= 5);
    assert!(
        verdict
            .reasons
            .is_sorted_by(|one, other| one.weight.abs() >= other.weight.abs())
    );
}

#[test]
fn what_the_caller_knows_counts() {
    type Case = (fn(&mut Signals), Sign);
    let text = "An ordinary sentence about the town.";
    let plain = Model::new().judge(&sample(text)).score;
    let with = |set: fn(&mut Signals)| {
        let mut sample = sample(text);
        set(&mut sample.signals);
        Model::new().judge(&sample)
    };
    let cases: [Case; 6] = [
        (|it| it.known_spam_hosts = 1, Sign::KnownSpamHost),
        (|it| it.held_likeness = 0.9, Sign::LikeHeld),
        (|it| it.form_age_s = Some(1), Sign::Hasty),
        (|it| it.trap = Trap::Filled, Sign::TrapFilled),
        (|it| it.level = 3, Sign::Busy),
        (|it| it.name = NameRecord::Spammer, Sign::SpammerName),
    ];
    for (set, sign) in cases {
        let verdict = with(set);
        assert!(verdict.score > plain, "{sign:?}");
        let mut pieces = verdict.reasons.iter().map(|reason| &reason.piece);
        assert!(pieces.any(|piece| *piece == Piece::Sign(sign)), "{sign:?}");
    }
    assert!(with(|it| it.place = Place::Reply).score < plain);
}

#[test]
fn the_same_decisions_make_the_same_bytes_and_bytes_the_same_model() {
    let bytes = taught(|_| false).to_bytes();
    assert!(bytes == taught(|_| false).to_bytes());
    assert!(bytes.len() <= 2_000_000, "{}", bytes.len());
    let mut loaded = Model::from_bytes(&bytes).unwrap();
    assert!(loaded == taught(|_| false));
    assert_eq!(loaded.decisions(), 20);
    let mut kept = taught(|_| false);
    for model in [&mut loaded, &mut kept] {
        model.learn(&sample("one more"), Decision::Spam);
    }
    assert!(loaded.to_bytes() == kept.to_bytes());
}

#[test]
fn damaged_bytes_and_other_versions_are_refused() {
    let bytes = Model::new().to_bytes();
    for cut in [8, 100, bytes.len() - 1] {
        assert_eq!(
            Model::from_bytes(&bytes[..cut]).err(),
            Some(LoadError::Damaged),
            "{cut}"
        );
    }
    for place in [8, 1_000, bytes.len() - 1] {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1;
        assert_eq!(
            Model::from_bytes(&flipped).err(),
            Some(LoadError::Damaged),
            "{place}"
        );
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(Model::from_bytes(&longer).err(), Some(LoadError::Damaged));
    let mut newer = bytes;
    newer[7] += 1;
    for other in [&newer[..], b"", b"something else"] {
        assert_eq!(
            Model::from_bytes(other).err(),
            Some(LoadError::OtherVersion)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_score_is_a_probability_whatever_comes(
        text in "(\\PC|[\u{600}-\u{6FF} @./:\u{200B}]){0,300}",
        name in "\\PC{0,40}",
        held_likeness in proptest::num::f32::ANY,
        known_spam_hosts in any::<u32>(),
        form_age_s in any::<Option<u32>>(),
        decisions in proptest::collection::vec(0..3_usize, 0..4),
    ) {
        let signals = Signals { held_likeness, known_spam_hosts, form_age_s, ..Signals::default() };
        let sample = Sample { text: &text, name: &name, signals };
        let mut model = Model::new();
        for decision in decisions {
            let decision = [Decision::Approved, Decision::Spam, Decision::Offence][decision];
            model.learn(&sample, decision);
        }
        let verdict = model.judge(&sample);
        prop_assert!((0.0..=1.0).contains(&verdict.score));
        prop_assert!((0.0..=1.0).contains(&verdict.offence));
        prop_assert!(verdict.reasons.iter().all(|reason| reason.weight.is_finite()));
    }
}
