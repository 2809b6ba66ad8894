//! The spam filter: learns from the newsroom's own decisions, and says why.
//!
//! Knows nothing of HTTP, SQL or the time. A model may propose that a comment is held; it never
//! rejects, deletes or hides one. Nothing that it ships with was learned from anybody's comments.
//!
//! ```
//! use sijil_spam::{Decision, Model, Sample};
//!
//! let mut model = Model::new();
//! let sample = Sample { text: "Earn money from your sofa: bit.ly/xyz", ..Sample::default() };
//! let before = model.judge(&sample).score;
//! model.learn(&sample, Decision::Spam);
//! assert!(model.judge(&sample).score > before);
//! ```
#![warn(missing_docs)]

mod bytes;
mod clean;
mod features;
mod fingerprint;
mod head;
mod model;
mod phrases;
mod sample;
mod signs;
mod threshold;

pub use bytes::LoadError;
pub use fingerprint::Fingerprint;
pub use model::{Model, Piece, Reason, Verdict};
pub use sample::{Decision, NameRecord, Place, Sample, Signals, Trap};
pub use signs::Sign;
