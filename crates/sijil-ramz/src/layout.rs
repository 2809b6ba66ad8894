//! The 58 bytes of a token: 42 that say what it is for, and 16 that prove it is ours.
//!
//! Every field has a fixed width and place, so that no two readings of the same bytes are possible.

use crate::level::Cost;
use crate::{Action, Level};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sijil_text::Lang;

/// Bytes of the payload.
pub(crate) const PAYLOAD: usize = 42;
/// Bytes of the proof.
pub(crate) const TAG: usize = 16;
/// Characters of a token: 58 bytes in base64url, without padding.
const TOKEN_CHARS: usize = 78;
/// Version of this layout.
const VERSION: u8 = 1;

/// What a payload says. Any `Fields` can be written; `read` takes only what `write` makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) kid: u8,
    pub(crate) action: Action,
    pub(crate) level: Level,
    pub(crate) lang: Lang,
    pub(crate) object: u64,
    pub(crate) issued_at_s: u32,
    pub(crate) ttl_s: u16,
    pub(crate) min_age_s: u8,
    pub(crate) cost: Cost,
    pub(crate) nonce: [u8; 16],
}

impl Fields {
    /// The payload, numbers in big-endian order.
    pub(crate) fn write(&self) -> [u8; PAYLOAD] {
        let mut payload = [0; PAYLOAD];
        let mut rest = payload.as_mut_slice();
        let mut put = |bytes: &[u8]| {
            if let Some((head, tail)) = std::mem::take(&mut rest).split_at_mut_checked(bytes.len())
            {
                head.copy_from_slice(bytes);
                rest = tail;
            }
        };
        put(&[VERSION, self.kid, self.action.number(), self.level.number()]);
        put(&[lang_number(self.lang), 0]);
        put(&self.object.to_be_bytes());
        put(&self.issued_at_s.to_be_bytes());
        put(&self.ttl_s.to_be_bytes());
        put(&[self.min_age_s, self.cost.prefix_nibbles]);
        put(&self.cost.rounds.to_be_bytes());
        put(&[0, 0]);
        put(&self.nonce);
        payload
    }

    /// The fields of a payload; `None` for another version, an unknown choice, or a reserved bit.
    pub(crate) fn read(payload: &[u8; PAYLOAD]) -> Option<Self> {
        let mut rest = payload.as_slice();
        let [version, kid, action, level, lang, flags] = take(&mut rest)?;
        let fields = Self {
            kid,
            action: Action::from_number(action)?,
            level: Level::from_number(level)?,
            lang: Lang::ALL
                .into_iter()
                .find(|known| lang_number(*known) == lang)?,
            object: u64::from_be_bytes(take(&mut rest)?),
            issued_at_s: u32::from_be_bytes(take(&mut rest)?),
            ttl_s: u16::from_be_bytes(take(&mut rest)?),
            min_age_s: u8::from_be_bytes(take(&mut rest)?),
            cost: Cost {
                prefix_nibbles: u8::from_be_bytes(take(&mut rest)?),
                rounds: u16::from_be_bytes(take(&mut rest)?),
            },
            nonce: {
                let reserved: [u8; 2] = take(&mut rest)?;
                if reserved != [0, 0] {
                    return None;
                }
                take(&mut rest)?
            },
        };
        (version == VERSION && flags == 0).then_some(fields)
    }
}

/// The token as it stands in a form and in the addresses of picture and sound.
pub(crate) fn encode(payload: &[u8; PAYLOAD], tag: &[u8; TAG]) -> String {
    URL_SAFE_NO_PAD.encode([payload.as_slice(), tag.as_slice()].concat())
}

/// Payload and proof of a token. `None` unless it is exactly what `encode` makes: one spelling only,
/// so that a token cannot be dressed up as another.
pub(crate) fn decode(token: &str) -> Option<([u8; PAYLOAD], [u8; TAG])> {
    if token.len() != TOKEN_CHARS {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let mut rest = bytes.as_slice();
    let parts = (take(&mut rest)?, take(&mut rest)?);
    rest.is_empty().then_some(parts)
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk()?;
    *rest = tail;
    Some(*head)
}

const fn lang_number(lang: Lang) -> u8 {
    match lang {
        Lang::Ar => 1,
        Lang::En => 2,
    }
}
