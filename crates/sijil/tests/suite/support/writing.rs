//! Stories at the desk, for tests.

use sijil::articles::ArticleId;
use sijil::articles::writing::{self, Begun};
use sijil::db::{DbError, Tx};
use sijil::ledger::Hand;
use sijil::staff::{self, Staff, StaffId};
use sijil_text::Lang;

use super::TestNewsroom;

impl TestNewsroom {
    /// Somebody's account.
    pub(crate) async fn staff(&self, id: StaffId) -> Staff {
        let all = self.app.db.read(staff::list).await.unwrap();
        all.into_iter().find(|staff| staff.id == id).unwrap()
    }

    /// Begins a story of somebody's own.
    pub(crate) async fn begin(
        &self,
        who: StaffId,
        lang: Lang,
        headline: &'static str,
    ) -> ArticleId {
        let (staff, app) = (self.staff(who).await, self.app.clone());
        let id: ArticleId = app.ids.next(app.now());
        let begin = move |tx: &mut Tx<'_, '_>| {
            let begun = Begun {
                lang,
                section: None,
                headline,
            };
            writing::begin(tx, &Hand::of(&staff, &app), &staff, id, &begun)
                .map_err(|error| DbError::Other(error.to_string()))
        };
        self.app.db.write(begin).await.unwrap();
        id
    }
}
