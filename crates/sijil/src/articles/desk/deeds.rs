//! What is decided about a story: each address is one step, and saves first what was sent along.

use axum::extract::State;
use axum::response::Response;

use super::edit::{saved, saving};
use super::said::{address, story, write};
use super::show::{Shown, show};
use crate::app::App;
use crate::articles::workflow::{self, Decider, Order, Refusal};
use crate::articles::writing::{Saved, WritingError};
use crate::articles::{ArticleError, ArticleId, CorrectionKind};
use crate::db::UtcMillis;
use crate::staff::Staff;
use crate::web::extract::{Fields, Named};
use crate::web::page::see_other;
use crate::web::{LongForm, PageError, Say};

/// One step: its name, and what the form says about it; `None` where the form does not say it.
type Step = (&'static str, fn(&App, &Fields) -> Option<Order>);

const SUBMIT: Step = ("submitted", |_, _| Some(Order::Submit));
const APPROVE: Step = ("found-ready", |_, _| Some(Order::Approve));
const SEND_BACK: Step = ("sent-back", |_, _| Some(Order::SendBack));
const SCHEDULE: Step = ("scheduled", |app, fields| {
    instant(app, fields.get("schedule_at")).map(Order::Schedule)
});
const UNSCHEDULE: Step = ("unscheduled", |_, _| Some(Order::Unschedule));
const PUBLISH: Step = ("published", |_, fields| {
    let kind = CorrectionKind::try_from(fields.get("correction_kind").to_owned());
    let word = kind
        .ok()
        .map(|kind| (kind, fields.get("correction").to_owned()));
    Some(Order::Publish(word))
});
const WITHDRAW: Step = ("withdrawn", |_, fields| {
    Some(Order::Withdraw(fields.get("notice").to_owned()))
});
const REINSTATE: Step = ("reinstated", |_, _| Some(Order::Reinstate));
const SET_EMBARGO: Step = ("embargo-set", |app, fields| {
    let until = instant(app, fields.get("embargo_until"))?;
    let reason = sijil_text::clean_line(fields.get("embargo_reason"));
    Some(Order::SetEmbargo(until, reason))
});
const LIFT_EMBARGO: Step = ("embargo-lifted", |_, _| Some(Order::LiftEmbargo));

/// The handler of a step.
macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident = $step:ident),+ $(,)?) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// [`PageError::NotFound`] and [`PageError::Forbidden`].
            pub async fn $name(
                State(app): State<App>,
                staff: Staff,
                named: Named,
                LongForm(fields): LongForm,
            ) -> Result<Response, PageError> {
                take(&app, staff, story(&named)?, fields, $step).await
            }
        )+
    };
}

steps! {
    /// Hands a story in for review.
    submit = SUBMIT,
    /// Finds a story ready.
    approve = APPROVE,
    /// Gives a story back to its writer.
    send_back = SEND_BACK,
    /// Sets when a story is published by itself.
    schedule = SCHEDULE,
    /// Takes a story off the clock.
    unschedule = UNSCHEDULE,
    /// Publishes a story, or a change of one.
    publish = PUBLISH,
    /// Takes a public story back.
    withdraw = WITHDRAW,
    /// Makes a withdrawn story public again.
    reinstate = REINSTATE,
    /// Sets until when a story must not be published.
    set_embargo = SET_EMBARGO,
    /// Lifts that.
    lift_embargo = LIFT_EMBARGO,
}

async fn take(
    app: &App,
    staff: Staff,
    id: ArticleId,
    fields: Fields,
    (name, read): Step,
) -> Result<Response, PageError> {
    let sent = saving(&fields);
    let typed = sent.as_ref().map(|saving| saving.typed.clone());
    if let Some(sent) = sent {
        match saved(app, &staff, id, sent).await {
            Ok(Saved::Kept { .. }) | Err(WritingError::Closed(_)) => {}
            Ok(Saved::Beaten(beaten)) => {
                let shown = Shown {
                    typed,
                    fields,
                    beaten: Some(beaten),
                    ..Shown::default()
                };
                return show(app, staff, id, shown).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let Some(order) = read(app, &fields) else {
        let problem = app.say(staff.lang).say("story-problem-time").into_owned();
        return refused(app, staff, id, fields, problem).await;
    };
    let (by, zone) = (staff.clone(), app.config.zone.clone());
    let performed = write(app, &staff, move |tx, hand| {
        let decider = Decider {
            staff: &by,
            zone: &zone,
        };
        workflow::perform(tx, hand, decider, id, &order)
    })
    .await;
    match performed {
        Ok(()) => Ok(see_other(&format!("{}?said={name}", address(id)))),
        Err(Refusal::NotFound) => Err(PageError::NotFound),
        Err(Refusal::Forbidden) => Err(PageError::Forbidden),
        Err(Refusal::Db(error)) => Err(error.into()),
        Err(refusal) => {
            let problem = sentence(app.say(staff.lang), &refusal);
            refused(app, staff, id, fields, problem).await
        }
    }
}

async fn refused(
    app: &App,
    staff: Staff,
    id: ArticleId,
    fields: Fields,
    problem: String,
) -> Result<Response, PageError> {
    let shown = Shown {
        fields,
        problem: Some(problem),
        ..Shown::default()
    };
    show(app, staff, id, shown).await
}

fn sentence(say: &Say, refusal: &Refusal) -> String {
    let plain = |name: &str| say.say(name).into_owned();
    match refusal {
        Refusal::Locked(by) => say.with("story-problem-locked", by),
        Refusal::Past => plain("story-problem-past"),
        Refusal::NoWords => plain("story-problem-no-words"),
        Refusal::Unchanged => plain("story-problem-unchanged"),
        Refusal::Article(error) => match error {
            ArticleError::Embargoed { until } => {
                say.with("story-problem-embargo", &say.moment(*until))
            }
            ArticleError::AddressTaken { slug, .. } => {
                say.with("story-problem-address", slug.as_str())
            }
            ArticleError::NoAlt => plain("story-problem-no-alt"),
            ArticleError::Empty => plain("story-problem-empty"),
            ArticleError::NoSlug => plain("story-problem-no-slug"),
            ArticleError::WrongState { .. }
            | ArticleError::TranslationTaken
            | ArticleError::NotFound
            | ArticleError::Db(_) => plain("story-problem-state"),
        },
        Refusal::NotFound | Refusal::Forbidden | Refusal::Db(_) => plain("story-problem-state"),
    }
}

fn instant(app: &App, typed: &str) -> Option<UtcMillis> {
    app.config.zone.at(typed)
}
