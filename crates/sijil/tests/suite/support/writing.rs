//! Stories at the desk, for tests.

use sijil::articles::ArticleId;
use sijil::articles::assignments::{self, Asked};
use sijil::articles::writing::{self, Begun, Saving, Typed};
use sijil::db::{DbError, Tx, UtcMillis};
use sijil::ledger::Hand;
use sijil::media;
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

    /// Saves a story by somebody's hand; gives the number of the copy that this made.
    pub(crate) async fn copy_of(&self, id: ArticleId, who: StaffId) -> String {
        let staff = self.staff(who).await;
        let app = self.app.clone();
        let save = move |tx: &mut Tx<'_, '_>| {
            let saving = Saving {
                typed: Typed {
                    headline: "Snow on the pass".to_owned(),
                    ..Typed::default()
                },
                version: 0,
                page: String::new(),
            };
            writing::save(tx, &Hand::of(&staff, &app), &staff, id, &saving)
                .map_err(|error| DbError::Other(error.to_string()))?;
            writing::copies(tx, id, 1)
        };
        let copies = self.app.db.write(save).await.unwrap();
        copies[0].id.to_string()
    }

    /// A picture of the library that has no file; gives its number.
    pub(crate) async fn picture(&self) -> String {
        let app = self.app.clone();
        let add = move |tx: &mut Tx<'_, '_>| {
            let picture = media::Picture {
                sha256: "ab".repeat(32),
                width: 800,
                height: 600,
            };
            media::add(tx, &app.ids, &picture, app.now())
        };
        self.app.db.write(add).await.unwrap().to_string()
    }

    /// Gives somebody something to write by tomorrow; gives the assignment's number.
    pub(crate) async fn task(&self, whom: StaffId) -> String {
        let (by, app) = (self.staff(whom).await, self.app.clone());
        let give = move |tx: &mut Tx<'_, '_>| {
            let asked = Asked {
                brief: "Snow on the pass".to_owned(),
                lang: Lang::En,
                staff: whom,
                due_at: UtcMillis(app.now().0 + 24 * 3_600_000),
            };
            assignments::give(tx, &Hand::of(&by, &app), &by, &asked)?;
            assignments::open_of(tx, whom, 100)
        };
        let open = self.app.db.write(give).await.unwrap();
        open.iter()
            .map(|one| one.id.0)
            .max()
            .unwrap_or(1)
            .to_string()
    }
}
