//! Which file may know what: the database, SQL, requests, other features.

use super::files::{self, Source};
use super::rust_code::{self, RustCode};
use super::{none, problem};

/// Folders of `src` that are no features: what they offer is for all.
const GROUND: &[&str] = &["cli", "db", "jobs", "web"];

#[test]
fn only_db_knows_which_database_there_is() {
    none(&found_outside(
        &["rusqlite::", "postgres::", "refinery::"],
        |source| is_under(source, "db"),
        "only db/ names a database; take a `&mut Tx`",
    ));
}

#[test]
fn sql_is_written_only_in_stores() {
    let mut problems = Vec::new();
    for source in files::application() {
        let may_hold_sql = is_under(&source, "db") || source.name() == "store.rs";
        if !may_hold_sql {
            let parsed = rust_code::parse(&source.text);
            let texts = parsed.literals.iter().filter(|(_, text)| is_sql(text));
            for (line, _) in texts {
                problems.push(problem(
                    &source,
                    *line,
                    "move this SQL into the feature's store.rs",
                ));
            }
            for line in lines_with(&parsed, &["tx.query", "tx.execute"]) {
                problems.push(problem(
                    &source,
                    line,
                    "call a function of store.rs; only stores run SQL",
                ));
            }
        }
    }
    none(&problems);
}

#[test]
fn nothing_that_touches_data_is_async() {
    let mut problems = Vec::new();
    for source in files::application()
        .into_iter()
        .filter(|source| !is_under(source, "db"))
    {
        let parsed = rust_code::parse(&source.text);
        let mut line = 1;
        for (index, piece) in parsed.code.split("async fn ").enumerate() {
            let head = piece.split(['{', ';']).next().unwrap_or_default();
            if index > 0 && head.contains("Tx<") {
                let advice =
                    "make this a plain function; only Db::read and Db::write begin and end a Tx";
                problems.push(problem(&source, line, advice));
            }
            line += piece.matches('\n').count();
        }
    }
    none(&problems);
}

#[test]
fn only_pages_and_desks_know_the_web_framework() {
    let advice = "only pages.rs, desk.rs, routes.rs, app.rs and web/ know axum; take plain values";
    none(&found_outside(&["axum::"], sees_requests, advice));
}

#[test]
fn a_rule_sees_no_request() {
    let advice = "a feature's mod.rs takes values; read the request in pages.rs or desk.rs";
    let is_no_rule = |source: &Source| source.name() != "mod.rs" || !is_feature(source);
    none(&found_outside(
        &["axum::", "http::", "HeaderMap"],
        is_no_rule,
        advice,
    ));
}

#[test]
fn a_feature_uses_another_only_through_its_rules() {
    let mut problems = Vec::new();
    let features = files::folders_in(files::APPLICATION);
    for source in files::application() {
        let parsed = rust_code::parse(&source.text);
        let own = source
            .folders()
            .first()
            .copied()
            .unwrap_or_default()
            .to_owned();
        for feature in features.iter().filter(|feature| **feature != own) {
            let mut inner = vec![format!("{feature}::store")];
            if !may_name_pages(&source) {
                inner.extend([format!("{feature}::pages"), format!("{feature}::desk")]);
            }
            let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
            for line in lines_with(&parsed, &inner) {
                let advice = format!(
                    "offer this in {feature}/mod.rs (`pub use store::...`) and call it there: \
                     what is inside {feature}/ is its own"
                );
                problems.push(problem(&source, line, &advice));
            }
        }
    }
    none(&problems);
}

/// The lines of all files but the excepted that hold one of `names` in their code.
fn found_outside(
    names: &[&str],
    is_excepted: impl Fn(&Source) -> bool,
    advice: &str,
) -> Vec<String> {
    let mut problems = Vec::new();
    for source in files::application()
        .iter()
        .filter(|source| !is_excepted(source))
    {
        for line in lines_with(&rust_code::parse(&source.text), names) {
            problems.push(problem(source, line, advice));
        }
    }
    problems
}

/// The lines of code, counted from 1, on which one of `names` stands as a word of its own.
fn lines_with(parsed: &RustCode, names: &[&str]) -> Vec<usize> {
    let holds = |line: &str, name: &str| {
        line.match_indices(name).any(|(at, _)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
        })
    };
    let lines = parsed.code.lines().enumerate();
    lines
        .filter(|(_, line)| names.iter().any(|name| holds(line, name)))
        .map(|(index, _)| index + 1)
        .collect()
}

/// Whether a literal begins as a statement does.
pub(super) fn is_sql(text: &str) -> bool {
    let one_line: Vec<&str> = text.split_whitespace().collect();
    let one_line = one_line.join(" ");
    let begins = [
        "insert into ",
        "update ",
        "delete from ",
        "select ",
        "with ",
    ];
    let goes_on = [" values", " set ", " from ", " where ", " as ("];
    let is_statement = begins.iter().any(|word| one_line.starts_with(word));
    is_statement && goes_on.iter().any(|word| one_line.contains(word)) && is_lower(&one_line)
}

/// House style for SQL, and what tells it from an English sentence: no capital, no full stop at the end.
fn is_lower(text: &str) -> bool {
    !text.chars().any(char::is_uppercase)
        && !text.ends_with('.')
        && text.contains(['_', '$', '=', '('])
}

fn is_under(source: &Source, folder: &str) -> bool {
    source.folders().first() == Some(&folder)
}

fn is_feature(source: &Source) -> bool {
    source
        .folders()
        .first()
        .is_some_and(|folder| !GROUND.contains(folder))
}

fn sees_requests(source: &Source) -> bool {
    let by_name = ["pages.rs", "desk.rs", "routes.rs", "app.rs"].contains(&source.name());
    // Feeds are nothing but answers: they have no rules of their own.
    let edges = ["web", "feeds", "pages", "desk"];
    let by_folder = source.folders().iter().any(|folder| edges.contains(folder));
    by_name || by_folder
}

/// The table of addresses and the edge name handlers; so do the tests of the edge.
fn may_name_pages(source: &Source) -> bool {
    source.name() == "routes.rs" || is_under(source, "web")
}
