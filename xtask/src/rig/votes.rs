//! Votes as a browser without script sends them: the first one brings a cookie and a token, the
//! second one counts.

use anyhow::{Context as _, Result, bail};

use crate::bench::letters::Story;
use crate::bench::wire::{Said, Wire, between};

/// Which way a vote goes, in the form's words.
pub(super) const WAYS: [&str; 3] = ["for", "against", "none"];

/// A browser that may vote on one story.
#[derive(Clone, Debug)]
pub(super) struct Voter {
    /// The story's votes.
    pub(super) address: String,
    cookie: String,
    token: String,
    network: String,
}

impl Voter {
    /// Votes for the first time, which counts nothing and gives the browser its cookie.
    pub(super) fn new(wire: &mut Wire, story: &Story, network: &str) -> Result<Self> {
        let address = address(story)?;
        let said = wire.ask(&wire.form(&address, "vote=for", network))?;
        let page = said.text();
        let token = between(&page, "name=\"ramz\" value=\"", "\"");
        let token = token.with_context(|| format!("a first vote gives {}", said.status))?;
        if said.cookie.is_empty() {
            bail!("a first vote gives no cookie");
        }
        Ok(Self {
            token: token.to_owned(),
            cookie: said.cookie,
            network: network.to_owned(),
            address,
        })
    }

    /// Sends the vote; whether it is acknowledged, [`is_acknowledged`] tells.
    pub(super) fn vote(&self, wire: &mut Wire, way: &str) -> Result<Said> {
        let body = format!("vote={way}&ramz={}&again=1", self.token);
        wire.ask(&wire.form_with(&self.address, &body, &self.headers()))
    }

    /// Which way the reader's own page says that their vote goes.
    pub(super) fn own(&self, wire: &mut Wire) -> Result<&'static str> {
        let said = wire.get_with(&self.address, &self.headers())?;
        if said.status != 200 {
            bail!("{} is answered with {}", self.address, said.status);
        }
        Ok(pressed(&said.text()))
    }

    fn headers(&self) -> String {
        let Self {
            cookie, network, ..
        } = self;
        format!("Cookie: {cookie}\r\nX-Forwarded-For: {network}\r\n")
    }
}

/// Whether an answer says that the vote is kept.
pub(super) fn is_acknowledged(said: &Said) -> bool {
    said.status == 303 && said.location.contains("/votes/")
}

/// The identifier of a story.
pub(super) fn id(story: &Story) -> Result<&str> {
    let id = story.action.rsplit('/').next();
    id.context("a story has an identifier")
}

/// For and against as a story's page shows them.
pub(super) fn shown(wire: &mut Wire, path: &str) -> Result<(usize, usize)> {
    let page = wire.get(path)?.text();
    let mut counts = page.split("votes__count\">").skip(1).map(|rest| {
        let number = rest.split('<').next().unwrap_or_default();
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.parse().context("a count is a number")
    });
    let mut next = || counts.next().context("the page shows its votes")?;
    Ok((next()?, next()?))
}

fn address(story: &Story) -> Result<String> {
    Ok(format!("/en/votes/story/{}", id(story)?))
}

/// The button that is pressed.
fn pressed(page: &str) -> &'static str {
    let is_pressed = |way: &&str| {
        let button = between(page, &format!("data-vote=\"{way}\""), ">");
        button.is_some_and(|button| button.contains("aria-pressed=\"true\""))
    };
    WAYS.into_iter().find(is_pressed).unwrap_or("none")
}

#[cfg(test)]
mod tests {
    use super::pressed;

    #[test]
    fn the_pressed_button_is_the_vote() {
        let page = "<button data-vote=\"for\" aria-pressed=\"false\">\
                    <button data-vote=\"against\" aria-pressed=\"true\">";
        assert_eq!(pressed(page), "against");
        assert_eq!(pressed("<button data-vote=\"for\">"), "none");
    }
}
