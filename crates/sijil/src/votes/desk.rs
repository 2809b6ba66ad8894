//! What staff ask for: the things whose votes raised an alarm, stand still or wait, and to do
//! something about them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use sijil_text::Lang;

use super::look::{self, Deed, Look, looks, net_permille};
use super::watch::{Alarm, Window};
use super::{Kind, Object};
use crate::app::App;
use crate::db::Tx;
use crate::ledger::Hand;
use crate::lists::Card;
use crate::staff::Staff;
use crate::web::extract::Fields;
use crate::web::page::see_other;
use crate::web::text::excerpt;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError, Urls};

/// Characters of a comment.
const COMMENT_CHARS_MAX: usize = 160;

#[derive(Template)]
#[template(path = "votes/desk.html")]
struct VotesPage {
    frame: DeskFrame,
    looks: Vec<Look>,
    has_more: bool,
    said: Option<String>,
    is_one: bool,
}

impl VotesPage {
    fn number(&self, count: i64) -> String {
        let count = usize::try_from(count).unwrap_or_default();
        self.frame.say().number(count)
    }

    fn percent(&self, permille: i64) -> String {
        let percent = usize::try_from((permille + 5) / 10).unwrap_or_default();
        self.frame.say().count("desk-votes-percent", percent)
    }

    /// A name and its value, as parts of a line.
    fn part(&self, name: &str, value: &str) -> String {
        format!("{} {value}", self.frame.t(name))
    }

    /// What stands between the parts of a line; a raised dot is too like the Arabic zero.
    fn between(&self) -> &'static str {
        match self.frame.lang {
            Lang::Ar => "؛ ",
            Lang::En => " · ",
        }
    }

    /// The name of a direction, as readers of the thing see it.
    fn direction(&self, look: &Look, is_for: bool) -> String {
        let name = match (look.object.kind, is_for) {
            (Kind::Story, true) => "votes-for",
            (Kind::Story, false) => "votes-against",
            (Kind::Comment, true) => "votes-agree",
            (Kind::Comment, false) => "votes-disagree",
        };
        self.frame.t(name).into_owned()
    }

    fn mark(look: &Look) -> String {
        format!("{}-{}", look.object.kind.word(), look.object.id)
    }

    /// Where readers find the thing.
    fn address(look: &Look, card: &Card) -> String {
        let story = Urls::full(card.lang).card(card);
        match &look.comment {
            Some(comment) => format!("{story}comments/{}/", comment.id),
            None => story,
        }
    }

    /// What a thing is called that readers cannot find.
    fn lost(&self, look: &Look) -> String {
        let kind = self
            .frame
            .t(&format!("subject-{}", look.object.kind.word()));
        format!("{kind} {}", look.object.id)
    }

    /// Writer and beginning of a comment.
    fn comment(look: &Look) -> Option<(&str, String)> {
        let comment = look.comment.as_ref()?;
        let beginning = excerpt(&comment.body, COMMENT_CHARS_MAX);
        Some((&comment.name, beginning))
    }

    fn both(&self, look: &Look, (up, down): (i64, i64)) -> String {
        [(true, up), (false, down)]
            .map(|(is_for, count)| {
                let direction = self.direction(look, is_for);
                format!("{direction} {}", self.number(count))
            })
            .join(self.between())
    }

    /// Names and values of what there is to know.
    fn figures(&self, look: &Look) -> Vec<(String, String)> {
        let tally = &look.tally;
        let net = look.net_permille();
        let net = net.map_or_else(|| "–".to_owned(), |net| self.percent(net));
        let held = self.number(tally.held);
        let figures = [
            ("desk-votes-shown", self.both(look, tally.shown())),
            (
                "desk-votes-counted",
                self.both(look, (tally.up, tally.down)),
            ),
            ("desk-votes-held", held),
            ("desk-votes-held-share", self.percent(look.held_permille())),
            ("desk-votes-net", net),
            ("desk-votes-fresh", self.percent(look.fresh_permille())),
        ];
        figures
            .map(|(name, value)| (self.frame.t(name).into_owned(), value))
            .into()
    }

    /// When an alarm was raised, and why.
    fn alarm(&self, alarm: &Alarm) -> String {
        let say = self.frame.say();
        let votes = usize::try_from(alarm.votes).unwrap_or_default();
        let usual = (alarm.usual_permille + 500) / 1000;
        let mut parts = vec![
            say.with("desk-votes-alarm", &say.short_moment(alarm.window_at)),
            say.count("desk-votes-in-ten-minutes", votes),
            self.part("desk-votes-usual", &self.number(usual)),
            self.part("desk-votes-held-share", &self.percent(alarm.held_permille)),
            self.part("desk-votes-net", &self.percent(alarm.net_permille)),
            self.part("desk-votes-fresh", &self.percent(alarm.fresh_permille)),
        ];
        if alarm.is_flip {
            parts.push(say.say("desk-votes-flip").into_owned());
        }
        parts.join(self.between())
    }

    /// The curve in words, for who does not see it.
    fn curve(&self, look: &Look) -> String {
        let sum = |part: fn(&Window) -> i64| look.windows.iter().map(part).sum::<i64>();
        let both = (sum(|window| window.up), sum(|window| window.down));
        let held = self.number(sum(|window| window.held));
        [
            self.frame.t("desk-votes-curve").into_owned(),
            self.both(look, both),
            self.part("desk-votes-held", &held),
            self.part("desk-votes-most", &self.number(look.curve.most)),
        ]
        .join(self.between())
    }

    /// The cells of ten minutes.
    fn cells(&self, window: &Window) -> [String; 5] {
        let net = net_permille(window);
        [
            self.number(window.up),
            self.number(window.down),
            self.number(window.held),
            net.map_or_else(|| "–".to_owned(), |net| self.percent(net)),
            self.number(window.fresh),
        ]
    }

    /// The words and names of what can be done now.
    fn deeds(&self, look: &Look) -> Vec<(&'static str, String)> {
        let (released, discarded) = look.checked;
        let checked = released + discarded;
        let tally = &look.tally;
        let mut deeds = vec![
            (Deed::Settle, i64::from(!look.alarms.is_empty())),
            (Deed::Release, tally.held),
            (Deed::Discard, tally.held),
            (Deed::Hold, checked),
            (Deed::Thaw, i64::from(tally.is_frozen)),
            (Deed::Freeze, i64::from(!tally.is_frozen)),
        ];
        deeds.retain(|(_, count)| *count > 0);
        let named = deeds.into_iter().map(|(deed, count)| {
            let count = usize::try_from(count).unwrap_or_default();
            let name = format!("desk-votes-do-{}", deed.word());
            (deed.word(), self.frame.say().count(&name, count))
        });
        named.collect()
    }
}

/// The things whose votes want a look; one before all that the address names.
///
/// # Errors
/// When the database fails.
pub async fn list(State(app): State<App>, staff: Staff, fields: Fields) -> Result<Page, PageError> {
    let (asked, now) = (object(&fields), app.now());
    let reader = staff.clone();
    let read = move |tx: &mut Tx<'_, '_>| looks(tx, &reader, asked, now);
    let (looks, has_more) = app.db.read(read).await?;
    let address = asked.map_or_else(|| "/desk/votes".to_owned(), address);
    let view = VotesPage {
        said: said(&app, &staff, &fields),
        frame: DeskFrame::new(&app, staff, "desk-votes", address),
        looks,
        has_more,
        is_one: asked.is_some(),
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// Does something about a thing's votes.
///
/// # Errors
/// [`PageError::NotFound`] where the form names no thing of theirs or no deed.
pub async fn perform(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let object = object(&fields).ok_or(PageError::NotFound)?;
    let deed = Deed::try_from(fields.get("do").to_owned()).ok();
    let deed = deed.ok_or(PageError::NotFound)?;
    let (own, who) = (app.clone(), staff.clone());
    let is_theirs = move |tx: &mut Tx<'_, '_>| look::reaches(tx, &who, object);
    if !app.db.read(is_theirs).await? {
        return Err(PageError::NotFound);
    }
    let write = move |tx: &mut Tx<'_, '_>| look::perform(tx, &Hand::of(&staff, &own), object, deed);
    let done = app.db.write(write).await?;
    app.count_alarms().await?;
    let said = match done {
        0 => "nothing",
        _ => deed.word(),
    };
    let address = address(object);
    Ok(see_other(&format!("{address}&said={said}&done={done}")))
}

/// The line that says what was done.
fn said(app: &App, staff: &Staff, fields: &Fields) -> Option<String> {
    let say = app.say(staff.lang);
    let word = fields.get("said");
    if word == "nothing" {
        return Some(say.say("desk-votes-nothing").into_owned());
    }
    let deed = Deed::try_from(word.to_owned()).ok()?;
    let done = fields.get("done").parse().unwrap_or_default();
    Some(say.count(&format!("desk-votes-did-{}", deed.word()), done))
}

fn address(object: Object) -> String {
    format!("/desk/votes?kind={}&id={}", object.kind.word(), object.id)
}

/// The thing that an address or a form names.
fn object(fields: &Fields) -> Option<Object> {
    Some(Object {
        kind: Kind::try_from(fields.get("kind").to_owned()).ok()?,
        id: fields.get("id").parse().ok()?,
    })
}
