//! From the writer's desk to the readers: who hands on, decides and publishes, each step with its row
//! of the ledger.

mod store;

pub use store::embargo;
pub(super) use store::{approve, disapprove};
