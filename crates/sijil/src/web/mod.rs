//! What every page stands on: layout, addresses, sentences, errors, the page cache and the server.

pub mod admin;
pub mod assets;
pub mod cache;
pub mod cookie;
mod desk;
pub mod edition;
pub mod editor;
pub mod encode;
pub mod error;
pub mod extract;
pub mod form;
pub mod frame;
pub mod headers;
pub mod house;
pub mod metrics;
pub mod network;
pub mod page;
pub mod purge;
pub mod reader;
pub mod say;
pub mod server;
pub mod site;
pub mod slash;
mod stall;
pub mod text;
pub mod urls;

pub use desk::DeskFrame;
pub use edition::Edition;
pub use error::PageError;
pub use form::{Form, LongForm};
pub use frame::Frame;
pub use network::Network;
pub use page::{CachePolicy, Page};
pub use reader::Reader;
pub use say::{Part, Say};
pub use urls::Urls;
