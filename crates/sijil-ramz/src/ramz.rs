//! One confirmation code: what its token says, and what only the keys can tell about it.

use crate::keys::hmac;
use crate::layout::{self, Fields, TAG};
use crate::level::Cost;
use crate::picture;
use crate::question::Question;
use crate::sound;
use crate::work::{self, Work};
use crate::{Action, Level};
use ctutils::CtEq;
use hmac::Mac;
use sijil_text::{Lang, fold_light};
use std::fmt;

/// Bytes of an answer that are looked at; a code with spaces and marks between its digits is shorter.
const TYPED_BYTES_MAX: usize = 128;

/// What a code is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What the form does.
    pub action: Action,
    /// How hard the code is.
    pub level: Level,
    /// The language that the page speaks, and the sound.
    pub lang: Lang,
    /// What it is done to: the number of a story or a comment.
    pub object: u64,
    /// 16 fresh random bytes. What is spent is spent by this.
    pub nonce: [u8; 16],
}

/// A code that was issued here and has not been changed.
#[derive(Clone)]
pub struct Ramz {
    fields: Fields,
    tag: [u8; TAG],
    code_key: [u8; 32],
}

impl Ramz {
    pub(crate) const fn new(fields: Fields, tag: [u8; TAG], code_key: [u8; 32]) -> Self {
        Self {
            fields,
            tag,
            code_key,
        }
    }

    /// The token for the form's hidden field and for the addresses of picture and sound: 78 characters
    /// of A-Z, a-z, 0-9, `-`, `_`.
    #[must_use]
    pub fn token(&self) -> String {
        layout::encode(&self.fields.write(), &self.tag)
    }

    /// What the form does.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.fields.action
    }

    /// How hard the code is.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.fields.level
    }

    /// The language of the page that asked.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.fields.lang
    }

    /// What it is done to. The caller compares it with what the form was sent to.
    #[must_use]
    pub const fn object(&self) -> u64 {
        self.fields.object
    }

    /// By this a code is spent, once.
    #[must_use]
    pub const fn nonce(&self) -> [u8; 16] {
        self.fields.nonce
    }

    /// When it was issued, in seconds since 1970.
    #[must_use]
    pub const fn issued_at_s(&self) -> u32 {
        self.fields.issued_at_s
    }

    /// The last second in which it is taken, in seconds since 1970.
    #[must_use]
    pub fn expires_at_s(&self) -> u32 {
        let Fields {
            issued_at_s, ttl_s, ..
        } = self.fields;
        issued_at_s.saturating_add(u32::from(ttl_s))
    }

    /// Seconds since it was issued; 0 if another server's clock is ahead of ours.
    #[must_use]
    pub const fn age_s(&self, now_s: u32) -> u32 {
        now_s.saturating_sub(self.fields.issued_at_s)
    }

    /// Whether the form came back faster than a person fills it in. A sign for the spam score, no more.
    #[must_use]
    pub fn is_hasty(&self, now_s: u32) -> bool {
        self.age_s(now_s) < u32::from(self.fields.min_age_s)
    }

    /// How many digits the code has: 4 to 6.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        self.fields.level.digits()
    }

    /// Whether the form also asks the question from the story.
    #[must_use]
    pub fn asks_question(&self) -> bool {
        self.fields.level.asks_question(self.fields.action)
    }

    /// Whether `typed` is the code. Takes the digits of Arabic (٠ and ۰) and of English, with spaces and
    /// invisible marks anywhere. Compares in constant time.
    #[must_use]
    pub fn is_code(&self, typed: &str) -> bool {
        if typed.len() > TYPED_BYTES_MAX {
            return false;
        }
        // Folding turns all digits into 0-9 and drops direction marks and what has no width.
        let mut typed = fold_light(typed);
        typed.retain(|letter| !letter.is_whitespace());
        typed.as_bytes().ct_eq(self.code().as_bytes()).into()
    }

    /// The name of the form's honeypot field: `f` and eight letters or digits, another for every token.
    /// Password managers fill in such fields too, so what stands in it only scores.
    #[must_use]
    pub fn trap(&self) -> String {
        // RFC 4648, section 6, in small letters.
        const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let bytes = self.derived(b"trap").into_iter().take(8);
        let letters = bytes.filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
        std::iter::once('f')
            .chain(letters.map(|letter| char::from(*letter)))
            .collect()
    }

    /// What picture, sound and question are drawn from: the same for the same token, always, so that
    /// asking for many pictures of one token teaches nothing.
    #[must_use]
    pub fn seed(&self) -> [u8; 32] {
        self.derived(b"draw")
    }

    /// The code as a picture: a PNG of 440 by 160 pixels, to be shown at half that size on any screen,
    /// under 4 kB. Latin digits in both languages, dark on light. The same bytes for the same token.
    #[must_use]
    pub fn picture(&self) -> Vec<u8> {
        picture::png(&self.code(), self.fields.level, self.seed())
    }

    /// The code read out twice in `lang`: a WAV file of 8 kHz, one channel, 16 bits, 9 to 20 seconds.
    /// The same bytes for the same token and language.
    #[must_use]
    pub fn sound(&self, lang: Lang) -> Vec<u8> {
        sound::wav(&self.code(), lang, self.seed())
    }

    /// A question about the story's headline, the same for the same token and headline. `None` when no
    /// word of it makes a fair question: then the page offers the other ways.
    #[must_use]
    pub fn question(&self, headline: &str) -> Option<Question> {
        Question::new(self.seed(), headline)
    }

    /// The challenge that the page's script works on, as JSON in the form of ALTCHA version 2.
    #[must_use]
    pub fn challenge_json(&self) -> String {
        self.work().challenge_json(self.expires_at_s())
    }

    /// Whether `solution`, the field `work` of the form, is the work that the token asks for. Costs one
    /// derivation of the token's rounds if it has the right form, and next to nothing otherwise.
    #[must_use]
    pub fn is_worked(&self, solution: &str) -> bool {
        work::counter(solution).is_some_and(|counter| self.work().is_done(counter))
    }

    /// The proof of work asked for: what the token says, not what the level means today.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.fields.cost
    }

    /// The code itself, for picture and sound. It is never sent as text.
    pub(crate) fn code(&self) -> String {
        let digits = self.digits();
        let [a, b, c, d, e, f, g, h, ..] = self.derived(b"code");
        // 64 bits against six digits: the bias is under 2^-44.
        let number = u64::from_be_bytes([a, b, c, d, e, f, g, h]) % 10_u64.pow(digits.into());
        format!("{number:0width$}", width = usize::from(digits))
    }

    const fn work(&self) -> Work {
        Work {
            nonce: self.fields.nonce,
            salt: self.tag,
            cost: self.fields.cost,
        }
    }

    fn derived(&self, label: &[u8]) -> [u8; 32] {
        let mut mac = hmac(&self.code_key);
        mac.update(label);
        mac.update(&self.fields.nonce);
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Ramz {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Ramz")
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}
