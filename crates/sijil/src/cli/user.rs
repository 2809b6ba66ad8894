//! `sijil user`: who may sign in to the desk.

use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use sijil_text::{Lang, clean_line};

use super::Out;
use super::out::complain;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Tx;
use crate::folder::DataFolder;
use crate::ledger::{self, Act, Hand, Kind, Subject};
use crate::newsroom::{Newsroom, environment};
use crate::staff::{self, Reach, Role, Staff, StaffError, StaffId, Token};

/// Take people on the staff, and let them go.
///
/// Works while the newsroom is being served. Whoever has the machine needs no other power.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sijil user add layla --role moderator --dir newsroom\n  sijil user list --dir newsroom"
)]
pub(super) struct User {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Take somebody on.
    ///
    /// The password is asked for on a terminal, read from standard input with --stdin, and else
    /// made and printed once.
    Add(Add),
    /// Take somebody on by a one-time link, on which they choose how they sign in.
    Invite(Invite),
    /// Make somebody another one-time link; when it is used, their old ways in are gone.
    Link(Named),
    /// Show who there is.
    List(List),
    /// Keep somebody out from now on; what they did stays in the ledger.
    Disable(Named),
    /// Give somebody another password, and end their sessions.
    Password(NewPassword),
}

#[derive(Debug, Args)]
struct Add {
    /// What they sign in with.
    login: String,
    /// reporter, editor, moderator or admin.
    #[arg(long, value_parser = role)]
    role: Role,
    /// How colleagues see them; the login if it is left out.
    #[arg(long)]
    name: Option<String>,
    /// The language of their desk: ar or en.
    #[arg(long, value_name = "LANG", default_value = "ar", value_parser = lang)]
    language: Lang,
    #[command(flatten)]
    password: Password,
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
}

#[derive(Debug, Args)]
struct Invite {
    /// What they sign in with.
    login: String,
    /// reporter, editor, moderator or admin.
    #[arg(long, value_parser = role)]
    role: Role,
    /// The language of their desk: ar or en.
    #[arg(long, value_name = "LANG", default_value = "ar", value_parser = lang)]
    language: Lang,
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
}

#[derive(Debug, Args)]
struct List {
    /// One JSON object a line.
    #[arg(long)]
    json: bool,
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
}

#[derive(Debug, Args)]
struct Named {
    /// What they sign in with.
    login: String,
    /// The newsroom's data folder.
    #[arg(long)]
    dir: PathBuf,
}

#[derive(Debug, Args)]
struct NewPassword {
    #[command(flatten)]
    who: Named,
    #[command(flatten)]
    password: Password,
}

#[derive(Debug, Args)]
struct Password {
    /// Read the password from the first line of standard input.
    #[arg(long)]
    stdin: bool,
}

impl User {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let mut out = Out::default();
        match &self.what {
            What::Add(add) => add.run(&mut out)?,
            What::Invite(invite) => {
                let app = open(&invite.dir)?;
                let login = staff::login(&invite.login)?;
                let new = person(&app, login, invite.role, invite.language);
                out.line(&once(&link_for(&app, Some(&new), &new.login)?))?;
            }
            What::Link(named) => {
                let app = open(&named.dir)?;
                out.line(&once(&link_for(&app, None, &staff::login(&named.login)?)?))?;
            }
            What::List(list) => list.run(&mut out)?,
            What::Disable(named) => {
                let at = named.change(Act::Disabled, staff::disable)?;
                out.line(&at)?;
            }
            What::Password(new) => new.run(&mut out)?,
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Add {
    fn run(&self, out: &mut Out) -> anyhow::Result<()> {
        let app = open(&self.dir)?;
        let login = staff::login(&self.login)?;
        let name = self.name.as_deref().map(clean_line).unwrap_or_default();
        let mut new = person(&app, login, self.role, self.language);
        if !name.is_empty() {
            new.name = name;
        }
        let (password, is_made) = self.password.read()?;
        take_on(&app, &new, &password)?;
        out.line(&format!(
            "{} may sign in as {}.",
            new.login,
            new.role.word()
        ))?;
        if is_made {
            out.line(&format!("Their password, shown this once: {password}"))?;
        }
        Ok(())
    }
}

fn person(app: &App, login: String, role: Role, lang: Lang) -> Staff {
    Staff {
        id: app.ids.next(app.now()),
        name: login.clone(),
        login,
        lang,
        role,
        is_disabled: false,
        reach: Reach::default(),
        session: None,
    }
}

/// A one-time link for the first admin of a newsroom.
///
/// # Errors
/// When the database fails.
pub(super) fn first_link(app: &App, login: String) -> anyhow::Result<String> {
    let new = person(app, login, Role::Admin, app.config.default_language);
    link_for(app, Some(&new), &new.login)
}

/// Makes a one-time link for somebody new, or for who has a login; gives its address.
fn link_for(app: &App, new: Option<&Staff>, login: &str) -> anyhow::Result<String> {
    let token = Token::random().context("read random bytes")?;
    let (own, new, login, made) = (app.clone(), new.cloned(), login.to_owned(), token.clone());
    app.db.write_now(move |tx: &mut Tx<'_, '_>| {
        let hand = Hand {
            by: None,
            at: own.now(),
            ids: &own.ids,
        };
        match &new {
            Some(new) => staff::invite(tx, &own, &hand, (new, None), &made),
            None => {
                let staff = staff::by_login(tx, &login)?;
                Ok(staff::link(tx, &own, &hand, &staff, &made)?)
            }
        }
    })?;
    Ok(staff::link_address(app, &token))
}

fn once(link: &str) -> String {
    format!("Their link, which works once, within three days: {link}")
}

/// Takes somebody on, and writes it into the ledger.
///
/// # Errors
/// As [`staff::add`].
pub(super) fn take_on(app: &App, new: &Staff, password: &str) -> anyhow::Result<()> {
    let hash = staff::hashed(password)?;
    let (own, new) = (app.clone(), new.clone());
    let add = move |tx: &mut Tx<'_, '_>| {
        staff::add(tx, &new, &hash, own.now())?;
        note(tx, &own, Act::Added, new.id, new.role.word())
    };
    Ok(app.db.write_now(add)?)
}

impl List {
    fn run(&self, out: &mut Out) -> anyhow::Result<()> {
        let app = open(&self.dir)?;
        for person in app.db.read_now(staff::list)? {
            let (login, name, role) = (&person.login, &person.name, person.role.word());
            if self.json {
                let line = serde_json::json!({
                    "login": login, "name": name, "role": role,
                    "language": person.lang.code(), "disabled": person.is_disabled,
                });
                out.line(&line.to_string())?;
            } else {
                let disabled = if person.is_disabled { ", disabled" } else { "" };
                out.line(&format!("{login}  {name}  {role}{disabled}"))?;
            }
        }
        Ok(())
    }
}

impl Named {
    /// Changes an account, and writes it into the ledger; gives a line that says so.
    fn change(
        &self,
        act: Act,
        rule: impl Fn(&mut Tx<'_, '_>, &str, crate::db::UtcMillis) -> Result<StaffId, StaffError>
        + Send
        + 'static,
    ) -> anyhow::Result<String> {
        let app = open(&self.dir)?;
        let login = staff::login(&self.login)?;
        let (own, whom) = (app.clone(), login.clone());
        app.db.write_now(move |tx: &mut Tx<'_, '_>| {
            let id = rule(tx, &whom, own.now())?;
            note(tx, &own, act, id, "")
        })?;
        Ok(match act {
            Act::Disabled => format!("{login} can no longer sign in."),
            _ => format!("{login} has a new password, and was signed out everywhere."),
        })
    }
}

impl NewPassword {
    fn run(&self, out: &mut Out) -> anyhow::Result<()> {
        let (password, is_made) = self.password.read()?;
        let hash = staff::hashed(&password)?;
        let set = move |tx: &mut Tx<'_, '_>, login: &str, _| staff::set_password(tx, login, &hash);
        out.line(&self.who.change(Act::PasswordSet, set)?)?;
        if is_made {
            out.line(&format!("Shown this once: {password}"))?;
        }
        Ok(())
    }
}

impl Password {
    /// A password, and whether it was made here.
    fn read(&self) -> anyhow::Result<(String, bool)> {
        if self.stdin {
            let mut line = String::new();
            io::stdin()
                .lock()
                .read_line(&mut line)
                .context("read the password")?;
            return Ok((line.trim_end_matches(['\r', '\n']).to_owned(), false));
        }
        if !io::stdin().is_terminal() {
            return Ok((staff::generated().context("read random bytes")?, true));
        }
        complain("Password, or nothing to have one made:");
        let typed = hidden_line()?;
        if typed.is_empty() {
            return Ok((staff::generated().context("read random bytes")?, true));
        }
        complain("The same once more:");
        if hidden_line()? != typed {
            bail!("the two passwords differ");
        }
        Ok((typed, false))
    }
}

/// A line typed on the terminal, which does not show it.
fn hidden_line() -> anyhow::Result<String> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let input = io::stdin();
    let shown = tcgetattr(&input).context("ask the terminal")?;
    let mut hidden = shown.clone();
    hidden.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&input, OptionalActions::Flush, &hidden).context("hide what is typed")?;
    let mut line = String::new();
    let read = input.lock().read_line(&mut line);
    tcsetattr(&input, OptionalActions::Flush, &shown).context("show again what is typed")?;
    read.context("read the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn note(
    tx: &mut Tx<'_, '_>,
    app: &App,
    act: Act,
    about: StaffId,
    detail: &str,
) -> Result<(), StaffError> {
    let hand = Hand {
        by: None,
        at: app.now(),
        ids: &app.ids,
    };
    Ok(ledger::append(
        tx,
        &hand,
        act,
        Subject(Kind::Staff, about.0),
        detail,
    )?)
}

pub(super) fn open(dir: &std::path::Path) -> anyhow::Result<App> {
    let folder = DataFolder::beside(dir)?;
    folder.must_be_a_newsroom()?;
    let config = Config::read(dir, environment)?;
    Ok(Newsroom::open(folder, config, Clock::System)?.app)
}

fn role(word: &str) -> Result<Role, String> {
    Role::try_from(word.to_owned())
        .ok()
        .ok_or_else(|| "a role is reporter, editor, moderator or admin".to_owned())
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::try_from(code)
        .ok()
        .ok_or_else(|| "a language is ar or en".to_owned())
}
