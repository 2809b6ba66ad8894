//! What moderators set: the rules, which comments wait, the level of the codes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use sijil_ramz::Level;

use super::{Deed, HoldMode, Kind, Rule, RuleId, store};
use crate::app::App;
use crate::code::{self, level_word};
use crate::db::{DbError, UtcMillis};
use crate::ledger::{self, Act, Subject};
use crate::moderation::desk::{back, comment, number, section, write};
use crate::staff::Staff;
use crate::topics::{self, Topic};
use crate::web::extract::Named;
use crate::web::page::see_other;
use crate::web::{CachePolicy, DeskFrame, Form, Page, PageError};

const HERE: &str = "/desk/moderation/rules";
const HOUR_MS: i64 = 60 * 60 * 1000;
const SECTIONS_MAX: i64 = 200;
/// How long a rule may last, in hours; 0 for always.
const LASTS: [i64; 5] = [0, 24, 7 * 24, 30 * 24, 365 * 24];

#[derive(Template)]
#[template(path = "moderation/rules/rules.html")]
struct RulesPage {
    frame: DeskFrame,
    rules: Vec<Rule>,
    site: HoldMode,
    sections: Vec<(Topic, Option<HoldMode>)>,
    level: Option<Level>,
}

impl RulesPage {
    fn modes() -> [HoldMode; 3] {
        HoldMode::ALL
    }

    fn mode(&self, mode: &HoldMode) -> String {
        self.frame
            .t(&format!("mode-{}", mode.word().replace('_', "-")))
            .into_owned()
    }

    fn is_site(&self, mode: &HoldMode) -> bool {
        self.site == *mode
    }

    fn kind(&self, rule: &Rule) -> String {
        self.frame
            .t(&format!("rule-kind-{}", rule.kind.word()))
            .into_owned()
    }

    fn deed(&self, rule: &Rule) -> String {
        self.frame
            .t(&format!("rule-deed-{}", rule.deed.word()))
            .into_owned()
    }

    /// Whether whoever asks may set what holds in a section.
    fn is_theirs(&self, section: &Topic) -> bool {
        let staff = self.frame.staff.as_ref();
        staff.is_some_and(|staff| staff.limits().holds_whole(Some(section.id)))
    }

    fn shows_pattern(rule: &Rule) -> bool {
        rule.kind != Kind::Network
    }

    fn ends(&self, rule: &Rule) -> Option<(String, String)> {
        let (at, say) = (rule.ends_at?, self.frame.say());
        Some((say.rfc3339(at), say.short_moment(at)))
    }

    fn lasts(&self) -> Vec<(i64, String)> {
        let days = |hours: i64| usize::try_from(hours / 24).unwrap_or_default();
        let each = LASTS.into_iter().map(|hours| match hours {
            0 => (0, self.frame.t("rule-always").into_owned()),
            hours => (hours, self.frame.say().count("rule-days", days(hours))),
        });
        each.collect()
    }

    fn levels(&self) -> Vec<(&'static str, String, bool)> {
        let each = Level::ALL.into_iter().map(|level| {
            let name = level_word(level);
            let words = self.frame.t(&format!("level-{name}")).into_owned();
            (name, words, self.level == Some(level))
        });
        each.collect()
    }
}

/// The rules, the modes and the level.
///
/// # Errors
/// When the database fails.
pub async fn rules(State(app): State<App>, staff: Staff) -> Result<Page, PageError> {
    let (lang, now) = (staff.lang, app.now());
    let (rules, site, sections) = app
        .db
        .read(move |tx| {
            let set = store::section_modes(tx)?;
            let all = topics::all(tx, topics::Kind::Section, lang, SECTIONS_MAX)?;
            let of = |id| {
                set.iter()
                    .find(|(other, _)| *other == id)
                    .map(|(_, mode)| *mode)
            };
            let sections = all.into_iter().map(|topic| {
                let mode = of(topic.id);
                (topic, mode)
            });
            let sections: Vec<_> = sections.collect();
            Ok::<_, DbError>((super::in_force(tx, now)?, super::site_mode(tx)?, sections))
        })
        .await?;
    let view = RulesPage {
        frame: DeskFrame::new(&app, staff, "rules", HERE),
        rules,
        site,
        sections,
        level: app.codes.meter.switched(),
    };
    Ok(Page::html(&view)?.with_policy(CachePolicy::Never))
}

/// What holds for the whole paper is not for who is limited to a part of it.
fn whole_paper(staff: &Staff) -> Result<(), PageError> {
    let is_theirs = staff.limits().is_everything();
    is_theirs.then_some(()).ok_or(PageError::Forbidden)
}

/// Makes a rule.
///
/// # Errors
/// [`PageError::Forbidden`] for who is limited to a part of the paper.
pub async fn add(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    whole_paper(&staff)?;
    let kind = Kind::try_from(fields.get("kind").to_owned()).ok();
    let deed = Deed::try_from(fields.get("deed").to_owned()).ok();
    // A network is known by its mark alone, and named from a comment.
    let kind = kind.filter(|kind| *kind != Kind::Network);
    let (Some(kind), Some(deed)) = (kind, deed) else {
        return Err(PageError::NotFound);
    };
    let hours: i64 = fields.get("hours").parse().unwrap_or_default();
    let ends_at = (hours > 0).then(|| UtcMillis(app.now().0 + hours.min(100_000) * HOUR_MS));
    let pattern = fields.get("pattern").to_owned();
    write(&app, &staff, move |tx, hand| {
        super::add(tx, hand, (kind, &pattern), deed, ends_at).map(drop)
    })
    .await?;
    Ok(see_other(HERE))
}

/// Ends a rule.
///
/// # Errors
/// [`PageError::Forbidden`] for who is limited to a part of the paper.
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    named: Named,
    Form(_): Form,
) -> Result<Response, PageError> {
    whole_paper(&staff)?;
    let id = RuleId(number(&named)?);
    write(&app, &staff, move |tx, hand| {
        super::end(tx, hand, id).map(drop)
    })
    .await?;
    Ok(see_other(HERE))
}

/// Sets which comments wait.
///
/// # Errors
/// [`PageError::Forbidden`] for who is limited to a part of the paper.
pub async fn set_mode(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    let mode = HoldMode::try_from(fields.get("mode").to_owned()).ok();
    let section = section(&fields);
    if !staff.limits().holds_whole(section) {
        return Err(PageError::Forbidden);
    }
    if section.is_none() && mode.is_none() {
        return Err(PageError::NotFound);
    }
    write(&app, &staff, move |tx, hand| {
        super::set_mode(tx, hand, section, mode)
    })
    .await?;
    Ok(see_other(HERE))
}

/// Holds or turns away the network of a comment for a day.
///
/// # Errors
/// [`PageError::Forbidden`] for who is limited to a part of the paper.
pub async fn ban(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    whole_paper(&staff)?;
    let (deed, id) = fields
        .get("ban")
        .split_once('.')
        .ok_or(PageError::NotFound)?;
    let deed = Deed::try_from(deed.to_owned())
        .ok()
        .ok_or(PageError::NotFound)?;
    let (comment, since) = (comment(&app, id).await?, app.codes.nets.since(app.now()));
    write(&app, &staff, move |tx, hand| {
        super::ban(tx, hand, &comment, deed, since).map(drop)
    })
    .await?;
    Ok(see_other(&back(&fields, "said=banned")))
}

/// Sets the level of the codes, or gives it back to the traffic.
///
/// # Errors
/// [`PageError::Forbidden`] for who is limited to a part of the paper.
pub async fn set_level(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form,
) -> Result<Response, PageError> {
    whole_paper(&staff)?;
    let named = fields.get("level").to_owned();
    let level = Level::ALL
        .into_iter()
        .find(|level| level_word(*level) == named);
    write(&app, &staff, move |tx, hand| {
        code::keep_level(tx, level)?;
        let detail = level.map_or("level auto".to_owned(), |level| {
            format!("level {}", level_word(level))
        });
        ledger::append(
            tx,
            hand,
            Act::ModeSet,
            Subject(ledger::Kind::Site, 0),
            &detail,
        )
    })
    .await?;
    app.codes.meter.switch(level);
    Ok(see_other(HERE))
}
