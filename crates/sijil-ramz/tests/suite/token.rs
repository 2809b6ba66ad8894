//! What a token promises: it cannot be changed, it ends, and it is for one thing only.

use sijil_ramz::{Action, Ask, EmptyKey, Keys, Level, Ramz, Refused};
use sijil_text::Lang;

const NOW_S: u32 = 1_794_000_000;
const WEEK_S: u32 = 604_800;

const ASK: Ask = Ask {
    action: Action::Comment,
    level: Level::Normal,
    lang: Lang::Ar,
    object: 0x0102_0304_0506_0708,
    nonce: *b"sixteen letters.",
};

fn keys() -> Keys {
    Keys::new(&[7; 32]).unwrap()
}

fn is_foreign(opened: &Result<Ramz, Refused>) -> bool {
    matches!(opened, Err(Refused::Foreign))
}

#[test]
fn what_is_asked_for_is_what_is_opened() {
    for action in Action::ALL {
        for level in Level::ALL {
            for lang in Lang::ALL {
                let ask = Ask {
                    action,
                    level,
                    lang,
                    ..ASK
                };
                let token = keys().issue(&ask, NOW_S).token();
                assert_eq!(token.len(), 78);
                let ramz = keys().open(&token, NOW_S + 5).unwrap();
                let opened = Ask {
                    action: ramz.action(),
                    level: ramz.level(),
                    lang: ramz.lang(),
                    object: ramz.object(),
                    nonce: ramz.nonce(),
                };
                assert_eq!(opened, ask);
                assert_eq!((ramz.issued_at_s(), ramz.age_s(NOW_S + 5)), (NOW_S, 5));
                assert_eq!((ramz.digits(), ramz.cost()), (level.digits(), level.cost()));
                assert_eq!(ramz.token(), token);
            }
        }
    }
}

#[test]
fn a_token_has_one_fixed_layout() {
    // Payload in hex; the key number is that of the week.
    let token = keys().issue(&ASK, NOW_S).token();
    let bytes = decoded(&token);
    assert_eq!(bytes.len(), 58);
    let kid = u8::try_from((NOW_S / WEEK_S) % 256).unwrap();
    let mut expected = vec![1, kid, 1, 1, 1, 0];
    expected.extend([1, 2, 3, 4, 5, 6, 7, 8]);
    expected.extend(NOW_S.to_be_bytes());
    expected.extend([0x0e, 0x10, 2, 2, 0x13, 0x88, 0, 0]);
    expected.extend(b"sixteen letters.");
    assert_eq!(bytes[..42], expected);
}

#[test]
fn any_changed_bit_is_refused() {
    let token = keys().issue(&ASK, NOW_S).token();
    let bytes = decoded(&token);
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(
            is_foreign(&keys().open(&encoded(&changed), NOW_S)),
            "bit {bit}"
        );
    }
    assert!(keys().open(&encoded(&bytes), NOW_S).is_ok());
}

#[test]
fn a_token_has_one_spelling() {
    let token = keys().issue(&ASK, NOW_S).token();
    // The last letter carries four bits that no byte holds: they must be zero.
    let (head, last) = token.split_at(77);
    let at = LETTERS.find(last).unwrap();
    let twin = format!("{head}{}", &LETTERS[at + 1..at + 2]);
    for wrong in [
        twin,
        format!("{token}="),
        format!(" {token}"),
        format!("{token}A"),
        token[..77].to_owned(),
        token.replace(['-', '_'], "+"),
        String::new(),
        "أ".repeat(39),
    ] {
        assert!(
            wrong == token || is_foreign(&keys().open(&wrong, NOW_S)),
            "{wrong}"
        );
    }
}

#[test]
fn a_token_ends_and_still_says_what_it_was_for() {
    for (action, ttl_s) in [(Action::Comment, 3600), (Action::Vote, 600)] {
        let ramz = keys().issue(&Ask { action, ..ASK }, NOW_S);
        assert_eq!(ramz.expires_at_s(), NOW_S + ttl_s);
        assert!(keys().open(&ramz.token(), NOW_S + ttl_s).is_ok());
        let late = keys().open(&ramz.token(), NOW_S + ttl_s + 1);
        let Err(Refused::Expired(late)) = late else {
            panic!("a second too late, and not expired: {late:?}");
        };
        assert_eq!((late.nonce(), late.object()), (ASK.nonce, ASK.object));
    }
}

#[test]
fn keys_change_every_week_and_open_for_one_more() {
    let eve_s = (NOW_S / WEEK_S) * WEEK_S - 1;
    let token = keys().issue(&ASK, eve_s).token();
    assert!(keys().open(&token, eve_s + 3600).is_ok());
    assert!(matches!(
        keys().open(&token, eve_s + WEEK_S),
        Err(Refused::Expired(_))
    ));
    assert!(is_foreign(&keys().open(&token, eve_s + 1 + WEEK_S)));
    // 256 weeks on, the number is the same, and the token long over.
    assert!(matches!(
        keys().open(&token, eve_s + 256 * WEEK_S),
        Err(Refused::Expired(_))
    ));
    let next = keys().issue(&ASK, eve_s + 1);
    assert_ne!(next.seed(), keys().issue(&ASK, eve_s).seed());
    assert!(keys().open(&keys().issue(&ASK, 5).token(), 6).is_ok());
}

#[test]
fn other_keys_open_nothing_and_empty_ones_are_refused() {
    let token = keys().issue(&ASK, NOW_S).token();
    let others = Keys::new(&[8; 32]).unwrap();
    assert!(is_foreign(&others.open(&token, NOW_S)));
    assert_eq!(Keys::new(&[0; 32]).unwrap_err(), EmptyKey);
    assert_eq!(format!("{:?}", keys()), "Keys(..)");
}

#[test]
fn the_code_is_taken_in_all_digits_and_with_marks_between() {
    for level in [Level::Calm, Level::Normal] {
        let ramz = keys().issue(&Ask { level, ..ASK }, NOW_S);
        let code = found(&ramz);
        assert_eq!(code.len(), usize::from(level.digits()));
        for zero in ['0', '٠', '۰'] {
            let typed: String = code.chars().map(|digit| other_digit(digit, zero)).collect();
            assert!(ramz.is_code(&typed), "{typed}");
            let spaced: String = typed
                .chars()
                .flat_map(|digit| [digit, ' ', '\u{200F}'])
                .collect();
            assert!(
                ramz.is_code(&format!("\u{2068}{spaced}\u{2069}\u{FEFF}\n")),
                "{spaced:?}"
            );
        }
        for wrong in [
            format!("{code}0"),
            code[1..].to_owned(),
            String::new(),
            " ".repeat(500),
        ] {
            assert!(!ramz.is_code(&wrong), "{wrong:?}");
        }
    }
}

#[test]
fn the_trap_has_a_name_of_its_own_for_each_token() {
    let trap = keys().issue(&ASK, NOW_S).trap();
    assert!(trap.len() == 9 && trap.starts_with('f'), "{trap}");
    let other = Ask {
        nonce: [1; 16],
        ..ASK
    };
    assert_ne!(keys().issue(&other, NOW_S).trap(), trap);
}

#[test]
fn haste_is_noticed_and_a_clock_behind_ours_is_no_harm() {
    let ramz = keys().issue(&ASK, NOW_S);
    assert!(ramz.is_hasty(NOW_S + 1) && !ramz.is_hasty(NOW_S + 2));
    assert_eq!(ramz.age_s(NOW_S - 3), 0);
    assert!(keys().open(&ramz.token(), NOW_S - 3).is_ok());
}

#[test]
fn only_a_comment_under_siege_asks_the_question_too() {
    for level in Level::ALL {
        for action in Action::ALL {
            let ramz = keys().issue(
                &Ask {
                    action,
                    level,
                    ..ASK
                },
                NOW_S,
            );
            let asks = action == Action::Comment && level == Level::Siege;
            assert_eq!(ramz.asks_question(), asks);
        }
    }
}

/// The code, found as an attacker without limits would.
fn found(ramz: &Ramz) -> String {
    let width = usize::from(ramz.digits());
    (0..1_000_000)
        .map(|number| format!("{number:0width$}"))
        .find(|guess| ramz.is_code(guess))
        .unwrap()
}

fn other_digit(digit: char, zero: char) -> char {
    let value = digit.to_digit(10).unwrap();
    char::from_u32(u32::from(zero) + value).unwrap()
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn decoded(token: &str) -> Vec<u8> {
    let bits: Vec<u8> = token
        .chars()
        .map(|letter| u8::try_from(LETTERS.find(letter).unwrap()).unwrap())
        .flat_map(|value| (0..6).rev().map(move |bit| (value >> bit) & 1))
        .collect();
    bits.chunks_exact(8)
        .map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit))
        .collect()
}

fn encoded(bytes: &[u8]) -> String {
    let mut bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| (byte >> bit) & 1))
        .collect();
    bits.resize(bits.len().next_multiple_of(6), 0);
    bits.chunks(6)
        .map(|six| usize::from(six.iter().fold(0, |value, bit| value << 1 | bit)))
        .map(|value| char::from(LETTERS.as_bytes()[value]))
        .collect()
}
