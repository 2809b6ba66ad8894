//! Stories for tests, minimal, from one small cast: Layla writes, the town is Marj al-Luban.

use sijil::articles::publication::{self, Publication};
use sijil::articles::{
    ArticleError, ArticleId, Byline, Content, CorrectionKind, NewArticle, TranslationId,
};
use sijil::db::{DbError, UtcMillis};
use sijil::topics::{self, Kind, TopicId, TopicName};
use sijil_text::{Lang, SafeHtml, Slug};

use super::{NOW, TestNewsroom};

/// A story to be published.
pub(crate) struct Draft {
    pub(crate) lang: Lang,
    pub(crate) headline: String,
    pub(crate) text: &'static str,
    pub(crate) section: Option<TopicId>,
    pub(crate) topics: Vec<TopicId>,
    pub(crate) translates: Option<ArticleId>,
    pub(crate) at: UtcMillis,
}

impl Draft {
    pub(crate) fn english(headline: impl Into<String>, text: &'static str) -> Self {
        let (lang, headline, at) = (Lang::En, headline.into(), NOW);
        Self {
            lang,
            headline,
            text,
            section: None,
            topics: vec![],
            translates: None,
            at,
        }
    }

    pub(crate) fn arabic(headline: impl Into<String>, text: &'static str) -> Self {
        Self {
            lang: Lang::Ar,
            ..Self::english(headline, text)
        }
    }

    pub(crate) fn content(&self) -> Content {
        Content {
            headline: self.headline.clone(),
            standfirst: String::new(),
            body: SafeHtml::sanitise(self.text),
            agency: None,
            credit: None,
            is_day_only: false,
            dateline: None,
            bylines: vec![Byline {
                name: "Layla".to_owned(),
                person: None,
            }],
            sign_off: None,
            picture: None,
        }
    }
}

impl TestNewsroom {
    /// Takes a story in as a draft.
    pub(crate) async fn draft(&self, draft: Draft) -> ArticleId {
        let id: ArticleId = self.app.ids.next(NOW);
        let new = NewArticle {
            id,
            translation: draft
                .translates
                .map_or(TranslationId(id.0), |other| TranslationId(other.0)),
            lang: draft.lang,
            section: draft.section,
            topics: draft.topics.clone(),
            slug: None,
            content: draft.content(),
            owner: None,
        };
        let drafted = self
            .app
            .db
            .write(move |tx| publication::draft(tx, &new))
            .await;
        drafted.unwrap();
        id
    }

    /// Publishes a story; gives its identifier.
    pub(crate) async fn publish(&self, draft: Draft) -> ArticleId {
        let at = draft.at;
        let id = self.draft(draft).await;
        self.publish_again(id, at, None).await.unwrap();
        id
    }

    /// Publishes a story's working copy.
    pub(crate) async fn publish_again(
        &self,
        id: ArticleId,
        at: UtcMillis,
        correction: Option<&'static str>,
    ) -> Result<(), ArticleError> {
        let zone = self.app.config.zone.clone();
        let correction_id: i64 = self.app.ids.next(NOW);
        let publish = move |tx: &mut sijil::db::Tx<'_, '_>| {
            let publication = Publication {
                at,
                zone: &zone,
                correction_id,
                correction,
                kind: CorrectionKind::Correction,
            };
            publication::publish(tx, id, &publication)
        };
        self.app.db.write(publish).await
    }

    /// Replaces the text of a story's working copy.
    pub(crate) async fn edit(&self, id: ArticleId, draft: Draft) {
        let content = draft.content();
        let save = move |tx: &mut sijil::db::Tx<'_, '_>| publication::save(tx, id, &content);
        self.app.db.write(save).await.unwrap();
    }

    /// Adds a person with a name of their own.
    pub(crate) async fn anybody(&self) -> TopicId {
        let id: TopicId = self.app.ids.next(NOW);
        let name = TopicName {
            lang: Lang::En,
            slug: Slug::parse(&format!("somebody-{id}")).unwrap(),
            name: format!("Somebody {id}"),
            role: String::new(),
            about: String::new(),
        };
        let put = move |tx: &mut sijil::db::Tx<'_, '_>| {
            let names = [name.clone()];
            topics::put(tx, (id, Kind::Person, None, 0), &names, NOW)
        };
        self.app.db.write(put).await.unwrap();
        id
    }

    /// Adds a section, tag or person with a name in both languages.
    pub(crate) async fn topic(
        &self,
        kind: Kind,
        parent: Option<TopicId>,
        english: &'static str,
        arabic: &'static str,
    ) -> TopicId {
        let id: TopicId = self.app.ids.next(NOW);
        let names = [(Lang::En, english), (Lang::Ar, arabic)].map(|(lang, name)| TopicName {
            lang,
            slug: Slug::from_headline(name, lang).unwrap(),
            name: name.to_owned(),
            role: String::new(),
            about: String::new(),
        });
        let put = move |tx: &mut sijil::db::Tx<'_, '_>| {
            topics::put(tx, (id, kind, parent, 0), &names, NOW)
        };
        self.app
            .db
            .write(put)
            .await
            .map_err(|error: DbError| error.to_string())
            .unwrap();
        id
    }
}
