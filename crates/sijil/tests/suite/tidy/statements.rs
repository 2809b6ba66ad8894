//! Every statement that a store writes is run by some test, on each database: `cargo xtask test`
//! lets the suite note what it ran (`support/statements.rs`), then asks here about the rest.

#![expect(
    clippy::disallowed_methods,
    reason = "the suite is told by its variables what was run, and where"
)]

use std::collections::{HashMap, HashSet};
use std::fs;

use super::files::{self, Source};
use super::layers::is_sql;
use super::rust_code;
use super::{none, problem};
use crate::support::one_line;

/// A statement as it is written.
#[derive(Debug, PartialEq)]
struct Statement {
    line: usize,
    name: String,
    text: String,
}

impl Statement {
    /// Whether it is meant for a database: `SQL_SQLITE` and `SQL_POSTGRES` are for one of them.
    fn is_for(&self, database: &str) -> bool {
        let other = if database == "sqlite" {
            "_POSTGRES"
        } else {
            "_SQLITE"
        };
        !self.name.ends_with(other)
    }
}

#[test]
fn every_statement_was_run() {
    // Only after a whole run can this be told.
    let Ok(folder) = std::env::var("SIJIL_TEST_STATEMENTS_RUN") else {
        return;
    };
    let on_postgres = std::env::var_os("SIJIL_TEST_DATABASE").is_some();
    let database = if on_postgres { "postgres" } else { "sqlite" };
    let mut run = HashSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let noted = fs::read_to_string(file.unwrap().path()).unwrap();
        run.extend(noted.lines().map(str::to_owned));
    }
    assert!(!run.is_empty(), "no test noted a statement");
    let mut problems = Vec::new();
    for source in stores() {
        let Ok(statements) = written(&source) else {
            continue; // `every_statement_can_be_read` says so.
        };
        let missing = statements
            .iter()
            .filter(|written| written.is_for(database) && !run.contains(&written.text));
        for statement in missing {
            let advice = format!(
                "no test ran this statement on {database}; add one, or delete what nobody asks: {}",
                statement.text
            );
            problems.push(problem(&source, statement.line, &advice));
        }
    }
    none(&problems);
}

#[test]
fn every_statement_can_be_read() {
    let unread = stores().filter_map(|source| {
        let line = written(&source).err()?;
        let advice = "write a statement as `const SQL: &str` with a literal, `concat!`, or a macro \
                      of this file that takes literals and puts them together by `concat!`";
        Some(problem(&source, line, advice))
    });
    none(&unread.collect::<Vec<_>>());
}

/// The files whose statements go through `Tx`.
fn stores() -> impl Iterator<Item = Source> {
    files::application()
        .into_iter()
        .filter(|source| source.name() == "store.rs" || source.path.ends_with("db/changes.rs"))
}

/// The statements of a file, or the line of the first that is not written as it should be.
fn written(source: &Source) -> Result<Vec<Statement>, usize> {
    let parsed = rust_code::parse(&source.text);
    let mut rest = Piece {
        code: &parsed.code,
        literals: &parsed.literals,
    };
    let (mut macros, mut statements) = (Macros::new(), Vec::new());
    loop {
        let macro_at = rest.code.find("macro_rules! ");
        let const_at = rest.code.find("const ");
        let Some(at) = macro_at.into_iter().chain(const_at).min() else {
            break;
        };
        let (before, item) = rest.split_at(at);
        before.holds_no_sql()?;
        if macro_at == Some(at) {
            let (item, after) = item.cut("\n}").ok_or(item.line())?;
            let (name, rule) = composing(item).ok_or(item.line())?;
            macros.insert(name, rule);
            rest = after;
        } else if let Some((name, value, after)) = text_constant(item) {
            let text = value.text(&macros, &HashMap::new()).ok_or(value.line())?;
            if name.starts_with("SQL") || is_sql(&text) {
                statements.push(Statement {
                    line: value.line(),
                    name: name.to_owned(),
                    text: one_line(&text),
                });
            }
            rest = after;
        } else {
            rest = item.split_at("const ".len()).1;
        }
    }
    rest.holds_no_sql()?;
    Ok(statements)
}

/// The constant that `item` begins with, if it is a text: its name, its value, and what follows it.
fn text_constant(item: Piece<'_>) -> Option<(&str, Piece<'_>, Piece<'_>)> {
    let (head, after) = item.cut("=")?;
    let name = head.code.strip_prefix("const ")?.trim_end();
    let name = name.strip_suffix(": &str")?;
    let (value, after) = after.cut(";")?;
    Some((name, value, after))
}

/// The macros of a file: the names of what they take, and what they make of it.
type Macros<'p> = HashMap<&'p str, (Vec<&'p str>, Piece<'p>)>;

/// A macro of one rule: `($first:literal, $second:literal) => { … };`.
fn composing(item: Piece<'_>) -> Option<(&str, (Vec<&str>, Piece<'_>))> {
    let (head, body) = item.cut("=> {")?;
    let (name, takes) = head.code.split_once('{')?;
    let takes = takes.trim().strip_prefix('(')?.strip_suffix(')')?;
    let names = takes
        .split(',')
        .map(|one| one.split(':').next().unwrap_or_default().trim());
    let (body, _) = body.cut("}")?;
    let name = name.trim_start_matches("macro_rules! ").trim();
    Some((name, (names.collect(), body)))
}

/// A stretch of code with the literals that stand in it as empty pairs of quotes.
#[derive(Clone, Copy)]
struct Piece<'p> {
    code: &'p str,
    literals: &'p [(usize, String)],
}

impl<'p> Piece<'p> {
    fn split_at(self, at: usize) -> (Self, Self) {
        let (code, code_after) = self.code.split_at(at);
        let (literals, literals_after) = self.literals.split_at(code.matches("\"\"").count());
        let after = Self {
            code: code_after,
            literals: literals_after,
        };
        (Self { code, literals }, after)
    }

    /// What stands before and behind the first `mark`.
    fn cut(self, mark: &str) -> Option<(Self, Self)> {
        let (before, after) = self.split_at(self.code.find(mark)?);
        Some((before, after.split_at(mark.len()).1))
    }

    /// The line of its first literal.
    fn line(self) -> usize {
        self.literals.first().map_or(1, |(line, _)| *line)
    }

    fn holds_no_sql(self) -> Result<(), usize> {
        let found = self.literals.iter().find(|(_, text)| is_sql(text));
        found.map_or(Ok(()), |(line, _)| Err(*line))
    }

    /// The text that an expression stands for: a literal, a parameter, `concat!` or one of `macros`.
    fn text(self, macros: &Macros<'_>, parameters: &HashMap<&str, String>) -> Option<String> {
        let code = self.code.trim();
        if code == "\"\"" {
            let (_, text) = self.literals.first()?;
            return (!text.contains('\\')).then(|| text.clone());
        }
        if let Some(given) = parameters.get(code) {
            return Some(given.clone());
        }
        let (head, arguments) = self.cut("!(")?;
        let arguments = arguments.split_at(arguments.code.rfind(')')?).0;
        let texts: Option<Vec<String>> = arguments
            .arguments()
            .into_iter()
            .map(|argument| argument.text(macros, parameters))
            .collect();
        let name = head.code.trim();
        if name == "concat" {
            return Some(texts?.concat());
        }
        let (names, body) = macros.get(name)?;
        body.text(macros, &names.iter().copied().zip(texts?).collect())
    }

    /// The arguments of a call, parted by commas that stand in no inner call.
    fn arguments(self) -> Vec<Self> {
        let (mut rest, mut found, mut depth) = (self, Vec::new(), 0);
        let mut begin = 0;
        for (at, c) in self.code.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                ',' if depth == 0 => {
                    let (argument, after) = rest.split_at(at - begin);
                    found.push(argument);
                    rest = after.split_at(1).1;
                    begin = at + 1;
                }
                _ => {}
            }
        }
        found.push(rest);
        found.retain(|argument| !argument.code.trim().is_empty());
        found
    }
}

#[test]
fn statements_are_read_with_what_macros_add() {
    let text = r#"
        macro_rules! stories {
            ($columns:literal, $rest:literal) => {
                concat!("select ", $columns, " from article ", $rest)
            };
}
        const SQL: &str = stories!("id, day", "where id = $1");
        const SQL_POSTGRES: &str = "
            select 1 -- with 'text'
            from epoch";
        const LIMIT: i64 = 7;
        const NAME: &str = "not a statement";
        const ALL: &str = concat!("select id ", "from article where id = $1",);
    "#;
    let read = |text: &str| {
        written(&Source {
            path: String::new(),
            text: text.to_owned(),
        })
    };
    let statement = |line, name: &str, text: &str| Statement {
        line,
        name: name.to_owned(),
        text: text.to_owned(),
    };
    assert_eq!(
        read(text).unwrap(),
        [
            statement(7, "SQL", "select id, day from article where id = $1"),
            statement(8, "SQL_POSTGRES", "select 1 -- with 'text' from epoch"),
            statement(13, "ALL", "select id from article where id = $1"),
        ]
    );
    assert_eq!(read("const SQL: &str = other!(\"where id = $1\");"), Err(1));
    let in_place = "\n tx.query(\"select id from article where id = $1\", &[])";
    assert_eq!(read(in_place), Err(2));
}
