//! What the handlers of stories share: whose hand acts, which story is meant, how refusals are said.

use crate::app::App;
use crate::articles::ArticleId;
use crate::articles::writing::{Typed, WritingError};
use crate::db::{DbError, Tx};
use crate::ledger::Hand;
use crate::staff::Staff;
use crate::web::PageError;
use crate::web::extract::{Fields, Named};

/// The desk's list of stories.
pub(super) const LIST: &str = "/desk/stories/";

/// The page on which a story is written.
pub(super) fn address(id: ArticleId) -> String {
    format!("/desk/stories/{id}")
}

/// The story that an address names.
pub(super) fn story(named: &Named) -> Result<ArticleId, PageError> {
    number(named, "id").map(ArticleId)
}

/// A number in an address.
pub(super) fn number(named: &Named, name: &str) -> Result<i64, PageError> {
    named.get(name)?.parse().ok().ok_or(PageError::NotFound)
}

/// Runs a rule by somebody's hand.
pub(super) fn write<T, E, R>(
    app: &App,
    staff: &Staff,
    mut rule: R,
) -> impl Future<Output = Result<T, E>> + Send + use<T, E, R>
where
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
    R: FnMut(&mut Tx<'_, '_>, &Hand<'_>) -> Result<T, E> + Send + 'static,
{
    let (own, staff) = (app.clone(), staff.clone());
    let run = move |tx: &mut Tx<'_, '_>| rule(tx, &Hand::of(&staff, &own));
    let db = app.db.clone();
    async move { db.write(run).await }
}

impl From<WritingError> for PageError {
    fn from(error: WritingError) -> Self {
        match error {
            WritingError::NotFound => Self::NotFound,
            WritingError::Closed(_) => Self::Forbidden,
            WritingError::Db(error) => error.into(),
        }
    }
}

/// The fields of a story's form; `None` when the form holds none, as where they cannot be written.
pub(super) fn typed(fields: &Fields) -> Option<Typed> {
    if !fields.has("headline") {
        return None;
    }
    let one = |name| fields.get(name).to_owned();
    Some(Typed {
        headline: one("headline"),
        standfirst: one("standfirst"),
        body: fields.raw("body").to_owned(),
        section: one("section"),
        tags: one("tags"),
        bylines: one("bylines"),
        sign_off: one("sign_off"),
        agency: one("agency"),
        dateline: one("dateline"),
        picture: one("picture"),
        picture_alt: one("picture_alt"),
        picture_caption: one("picture_caption"),
        picture_credit: one("picture_credit"),
        slug: one("slug"),
    })
}
