//! How far the index has followed the sequence of changes; kept in each commit and nowhere else.

use serde::{Deserialize, Serialize};

/// The change up to which the index holds everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// A place in the sequence of changes. Opaque here; given back as it was given.
    pub seq: String,
    /// Which sequence: a restored or moved database starts another.
    pub epoch: String,
}

/// Counts every change to fields or analysers: an index of another version must be rebuilt.
pub(crate) const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Payload {
    seq: String,
    epoch: String,
    schema: u32,
}

impl Position {
    /// The text that a commit carries.
    pub(crate) fn to_payload(&self) -> String {
        let payload = Payload {
            seq: self.seq.clone(),
            epoch: self.epoch.clone(),
            schema: SCHEMA_VERSION,
        };
        // Two strings and a number always print.
        serde_json::to_string(&payload).unwrap_or_default()
    }

    /// The position in a commit's text, or why there is none.
    pub(crate) fn from_payload(payload: Option<&str>) -> Result<Self, String> {
        let text = payload.ok_or("the index was never filled")?;
        let payload: Payload = serde_json::from_str(text)
            .map_err(|error| format!("the index does not say where it stands: {error}"))?;
        if payload.schema != SCHEMA_VERSION {
            return Err(format!(
                "the index is of version {}, this program writes {SCHEMA_VERSION}",
                payload.schema
            ));
        }
        Ok(Self {
            seq: payload.seq,
            epoch: payload.epoch,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_comes_back_from_its_commit() {
        let position = Position {
            seq: "12:\"x\"".to_owned(),
            epoch: "e1".to_owned(),
        };
        assert_eq!(
            Position::from_payload(Some(&position.to_payload())),
            Ok(position)
        );
        for payload in [
            None,
            Some(""),
            Some("{}"),
            Some("{\"seq\":\"1\",\"epoch\":\"e\",\"schema\":0}"),
        ] {
            assert!(Position::from_payload(payload).is_err(), "{payload:?}");
        }
    }
}
