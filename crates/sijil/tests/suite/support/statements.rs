//! Which statements the tests ran: one file for each test process, in the folder that
//! `SIJIL_TEST_STATEMENTS` names. `tidy/statements.rs` compares them with those that are written.

#![expect(
    clippy::disallowed_methods,
    reason = "the suite is told where to note statements by its variable"
)]

use std::collections::HashSet;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process;
use std::sync::Mutex;

use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt as _};

/// What `Tx` calls the event of a statement.
const TARGET: &str = "sijil::statement";

/// Notes each statement of this process from now on, when the suite was asked to. The database has
/// threads of its own, so the whole process is listened to.
pub(super) fn note() {
    let Ok(folder) = std::env::var("SIJIL_TEST_STATEMENTS") else {
        return;
    };
    let notes = Notes::new(Path::new(&folder));
    // A test with two databases listens already.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(notes));
}

/// A statement on one line, however its source is indented.
pub(crate) fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Notes(Mutex<(HashSet<String>, File)>);

impl Notes {
    fn new(folder: &Path) -> Self {
        let path = folder.join(format!("{}.sql", process::id()));
        let file = File::options().create(true).append(true).open(path);
        Self(Mutex::new((HashSet::new(), file.unwrap())))
    }
}

impl<S: Subscriber> Layer<S> for Notes {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.target() == TARGET
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        event.record(&mut Sql(self));
    }
}

struct Sql<'n>(&'n Notes);

impl Visit for Sql<'_> {
    fn record_str(&mut self, _: &Field, sql: &str) {
        let mut notes = self.0.0.lock().unwrap();
        let (known, file) = &mut *notes;
        if known.insert(sql.to_owned()) {
            writeln!(file, "{}", one_line(sql)).unwrap();
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
