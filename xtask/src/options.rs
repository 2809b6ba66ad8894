//! What was typed after `cargo xtask test`.

use anyhow::{Context as _, Result, bail};

use crate::steps;

/// How to run the tests.
#[derive(Debug, Default)]
pub(crate) struct TestOptions {
    /// Only name the steps.
    pub(crate) list: bool,
    /// The steps to run, in the order of the list; all when empty.
    pub(crate) only: Vec<String>,
    /// Whether missing tools may be installed.
    pub(crate) install: bool,
    /// Whether steps run after one has failed.
    pub(crate) keep_going: bool,
}

impl TestOptions {
    /// Whether the step called `name` was asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|wanted| wanted == name)
    }
}

/// Reads the options; an unknown one or an unknown step is an error that names the known ones.
pub(crate) fn test(words: &[String]) -> Result<TestOptions> {
    let mut options = TestOptions {
        install: true,
        keep_going: in_ci(),
        ..TestOptions::default()
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--list" => options.list = true,
            "--no-install" => options.install = false,
            "--keep-going" => options.keep_going = true,
            "--only" => options.only.push(
                words
                    .next()
                    .context("--only takes the name of a step")?
                    .clone(),
            ),
            other => bail!("unknown option {other}; `cargo xtask help` lists them"),
        }
    }
    let known = steps::names();
    for name in &options.only {
        if !known.contains(&name.as_str()) {
            bail!(
                "no step is called {name}; the steps are {}",
                known.join(", ")
            );
        }
    }
    Ok(options)
}

/// CI wants the whole list of failures at once; a person wants the first.
pub(crate) fn in_ci() -> bool {
    #[expect(
        clippy::disallowed_methods,
        reason = "a chore has no settings file; CI announces itself this way"
    )]
    std::env::var("CI").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::test;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn steps_are_chosen_by_name() {
        let options = test(&words("--only fmt --only site --no-install")).unwrap();
        assert!(options.wants("fmt") && options.wants("site") && !options.wants("clippy"));
        assert!(!options.install);
    }

    #[test]
    fn without_a_choice_every_step_runs() {
        let options = test(&[]).unwrap();
        assert!(options.wants("deny") && options.install);
    }

    #[test]
    fn what_is_unknown_is_refused_with_what_is_known() {
        for line in ["--only nothing", "--quick", "--only"] {
            assert!(test(&words(line)).is_err(), "{line}");
        }
        let said = test(&words("--only nothing")).unwrap_err().to_string();
        assert!(said.contains("clippy"), "{said}");
    }
}
