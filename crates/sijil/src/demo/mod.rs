//! An invented newspaper in both languages, so that every page has something true to show.

mod comments;
mod files;
mod pictures;
mod record;
mod votes;

use anyhow::Context;
use sijil_text::{Lang, SafeHtml, Slug};

use crate::app::App;
use crate::articles::publication::{self, Publication};
use crate::articles::{
    ArticleError, ArticleId, Byline, Content, CorrectionKind, NewArticle, PictureUse,
    TranslationId, Withdrawal,
};
use crate::clock::Zone;
use crate::db::{DbError, Tx, UtcMillis};
use crate::slots::{Slot, Words};
use crate::topics::{Kind, TopicId, TopicName};
use crate::{front, media, slots, topics};

use files::{Keys, Newsroom, Story};

/// The zone in which the invented newspaper is made.
///
/// # Errors
/// Never for the files that the program holds.
pub fn zone() -> anyhow::Result<Zone> {
    Zone::named(&files::newsroom()?.site.timezone).map_err(anyhow::Error::msg)
}

/// Fills an empty newsroom. Gives the number of stories.
///
/// # Errors
/// When a file is not as it should be, or the database or the disk fails.
pub fn furnish(app: &App) -> anyhow::Result<usize> {
    let newsroom = files::newsroom()?;
    let stories = files::stories()?;
    let pictures = pictures::add(app, &newsroom)?;
    let topics = topics(app, &newsroom)?;
    let mut planned = plan(app, &newsroom, &stories, &topics, &pictures)?;
    let mut ids = Keys::new();
    for story in &planned {
        ids.insert(format!("{} {}", story.new.lang, story.key), story.new.id);
    }
    let voted_on = votes::stories(&planned);
    let count = planned.len();
    let zone = app.config.zone.clone();
    app.db.write_now(move |tx| {
        for story in &mut planned {
            story.publish(tx, &zone)?;
        }
        Ok::<_, ArticleError>(())
    })?;
    votes::cast(app, voted_on)?;
    lead(app, &newsroom, &ids)?;
    comments::add(app, &ids)?;
    record::add(app, &ids)?;
    words(app, &newsroom)?;
    Ok(count)
}

/// A story with everything that happened to it.
struct Planned {
    key: String,
    new: NewArticle,
    at: UtcMillis,
    later: Vec<(UtcMillis, Content, Option<String>, i64)>,
    withdrawal: Option<Withdrawal>,
}

impl Planned {
    fn publish(&self, tx: &mut Tx<'_, '_>, zone: &Zone) -> Result<(), ArticleError> {
        publication::draft(tx, &self.new)?;
        let id = self.new.id;
        let first = Publication::plain(self.at, zone);
        publication::publish(tx, id, &first)?;
        for (at, content, correction, correction_id) in &self.later {
            publication::save(tx, id, content)?;
            let correction = correction.as_deref();
            let next = Publication {
                at: *at,
                zone,
                correction_id: *correction_id,
                correction,
                kind: CorrectionKind::Correction,
            };
            publication::publish(tx, id, &next)?;
        }
        match &self.withdrawal {
            Some(withdrawal) => publication::withdraw(tx, id, withdrawal),
            None => Ok(()),
        }
    }
}

fn plan(
    app: &App,
    newsroom: &Newsroom,
    stories: &[Story],
    topics: &Keys<TopicId>,
    pictures: &Keys<media::Picture>,
) -> anyhow::Result<Vec<Planned>> {
    let mut translations: Keys<TranslationId> = Keys::new();
    let mut planned = Vec::with_capacity(stories.len());
    for story in stories {
        let name = format!("story {} in {}", story.key, story.lang);
        let id: ArticleId = app.ids.next(app.now());
        let translation = *translations
            .entry(story.key.clone())
            .or_insert(TranslationId(id.0));
        let one = Draft {
            app,
            newsroom,
            topics,
            pictures,
            story,
        };
        planned.push(one.plan(id, translation).with_context(|| name)?);
    }
    planned.sort_by_key(|story| story.at);
    Ok(planned)
}

/// A story and what it refers to.
struct Draft<'a> {
    app: &'a App,
    newsroom: &'a Newsroom,
    topics: &'a Keys<TopicId>,
    pictures: &'a Keys<media::Picture>,
    story: &'a Story,
}

impl Draft<'_> {
    fn plan(&self, id: ArticleId, translation: TranslationId) -> anyhow::Result<Planned> {
        let story = self.story;
        let lang = Lang::try_from(story.lang.as_str())?;
        let mut content = self.content(lang)?;
        let slug = story.slug.as_deref().map(Slug::parse).transpose()?;
        let tags = story.tags.iter().map(|key| self.topic(Kind::Tag, key));
        let people = story
            .bylines
            .iter()
            .map(|key| self.topic(Kind::Person, key));
        let new = NewArticle {
            id,
            translation,
            lang,
            section: Some(self.topic(Kind::Section, &story.section)?),
            topics: tags.chain(people).collect::<anyhow::Result<_>>()?,
            slug,
            content: content.clone(),
            owner: None,
        };
        let mut later = Vec::new();
        for revision in &story.revisions {
            content.headline = revision.headline.clone().unwrap_or(content.headline);
            content.standfirst = revision.standfirst.clone().unwrap_or(content.standfirst);
            content.body = revision
                .body
                .as_deref()
                .map_or(content.body, SafeHtml::sanitise);
            let correction_id = self.app.ids.next(self.app.now());
            let correction = revision.correction.clone();
            later.push((
                revision.published()?,
                content.clone(),
                correction,
                correction_id,
            ));
        }
        let withdrawal = story.withdrawal.as_ref().map(|withdrawal| {
            let at = withdrawal.at()?;
            Ok::<_, anyhow::Error>(Withdrawal {
                at,
                notice: withdrawal.notice.clone(),
            })
        });
        let (key, at) = (story.key.clone(), story.published()?);
        Ok(Planned {
            key,
            new,
            at,
            later,
            withdrawal: withdrawal.transpose()?,
        })
    }

    fn content(&self, lang: Lang) -> anyhow::Result<Content> {
        let story = self.story;
        let bylines = story.bylines.iter().map(|key| {
            let person = self
                .newsroom
                .people
                .iter()
                .find(|person| person.key == *key);
            let person = person.with_context(|| format!("there is no person {key}"))?;
            let name = person.name.of(lang).to_owned();
            Ok::<_, anyhow::Error>(Byline {
                name,
                person: Some(self.topic(Kind::Person, key)?),
            })
        });
        Ok(Content {
            headline: story.headline.clone(),
            standfirst: story.standfirst.clone(),
            body: SafeHtml::sanitise(&story.body),
            agency: story.agency.clone(),
            credit: None,
            is_day_only: false,
            dateline: story.dateline.clone(),
            bylines: bylines.collect::<anyhow::Result<_>>()?,
            sign_off: story.sign_off.clone(),
            picture: story
                .picture
                .as_ref()
                .map(|key| self.picture(key, lang))
                .transpose()?,
        })
    }

    fn picture(&self, key: &str, lang: Lang) -> anyhow::Result<PictureUse> {
        let missing = || format!("there is no picture {key}");
        let words = self
            .newsroom
            .pictures
            .iter()
            .find(|picture| picture.key == key);
        let words = words.with_context(missing)?;
        let picture = self.pictures.get(key).with_context(missing)?;
        let or = |own: &Option<String>, common: &str| own.clone().unwrap_or(common.to_owned());
        Ok(PictureUse {
            sha256: picture.sha256.clone(),
            width: i64::from(picture.width),
            height: i64::from(picture.height),
            alt: or(&self.story.alt, words.alt.of(lang)),
            caption: or(&self.story.caption, words.caption.of(lang)),
            credit: or(&self.story.credit, words.credit.of(lang)),
        })
    }

    fn topic(&self, kind: Kind, key: &str) -> anyhow::Result<TopicId> {
        let found = self.topics.get(&format!("{} {key}", kind.word()));
        found
            .copied()
            .with_context(|| format!("there is no {} {key}", kind.word()))
    }
}

fn topics(app: &App, newsroom: &Newsroom) -> anyhow::Result<Keys<TopicId>> {
    let mut ids: Keys<TopicId> = Keys::new();
    let kinds = [
        (Kind::Section, &newsroom.sections),
        (Kind::Tag, &newsroom.tags),
        (Kind::Person, &newsroom.people),
    ];
    let mut puts = Vec::new();
    for (kind, topics) in kinds {
        for (position, topic) in (0_i64..).zip(topics) {
            let id: TopicId = app.ids.next(app.now());
            ids.insert(format!("{} {}", kind.word(), topic.key), id);
            let parent = topic
                .parent
                .as_ref()
                .and_then(|key| ids.get(&format!("section {key}")));
            let names = Lang::ALL.map(|lang| name(topic, kind, lang));
            let names = names
                .into_iter()
                .collect::<anyhow::Result<Vec<TopicName>>>();
            let names = names.with_context(|| format!("{} {}", kind.word(), topic.key))?;
            puts.push(((id, kind, parent.copied(), position), names));
        }
    }
    let now = app.now();
    app.db.write_now(move |tx| {
        for (topic, names) in &puts {
            topics::put(tx, *topic, names, now)?;
        }
        Ok::<_, DbError>(())
    })?;
    Ok(ids)
}

fn name(topic: &files::Topic, kind: Kind, lang: Lang) -> anyhow::Result<TopicName> {
    let about = match kind {
        Kind::Section | Kind::Tag => topic.description.of(lang),
        Kind::Person => topic.bio.of(lang),
    };
    Ok(TopicName {
        lang,
        slug: Slug::parse(topic.slug.of(lang))?,
        name: topic.name.of(lang).to_owned(),
        role: topic.role.of(lang).to_owned(),
        about: about.to_owned(),
    })
}

fn words(app: &App, newsroom: &Newsroom) -> anyhow::Result<()> {
    let mut puts = Vec::new();
    for lang in Lang::ALL {
        let site = &newsroom.site;
        let plain = |title: &str, body: &str| Words {
            title: title.to_owned(),
            body: SafeHtml::from_text(body),
        };
        puts.push((
            Slot::Site,
            lang,
            plain(site.name.of(lang), site.tagline.of(lang)),
        ));
        puts.push((
            Slot::Description,
            lang,
            plain("", site.description.of(lang)),
        ));
        for slot in &newsroom.slots {
            let place = Slot::try_from(slot.key.clone()).map_err(anyhow::Error::msg)?;
            let body = SafeHtml::sanitise(slot.body.of(lang));
            puts.push((
                place,
                lang,
                Words {
                    title: slot.title.of(lang).to_owned(),
                    body,
                },
            ));
        }
    }
    let now = app.now();
    app.db.write_now(move |tx| {
        for (slot, lang, words) in &puts {
            slots::put(tx, *slot, *lang, words, now)?;
        }
        Ok::<_, DbError>(())
    })?;
    Ok(())
}

fn lead(app: &App, newsroom: &Newsroom, ids: &Keys<ArticleId>) -> anyhow::Result<()> {
    let mut leads = Vec::new();
    for front in &newsroom.fronts {
        for lang in Lang::ALL {
            let keys = front.of(lang).iter();
            let stories = keys
                .filter_map(|key| ids.get(&format!("{lang} {key}")))
                .copied();
            leads.push((lang, stories.collect::<Vec<_>>()));
        }
    }
    let now = app.now();
    app.db.write_now(move |tx| {
        for (lang, stories) in &leads {
            front::lead(tx, *lang, stories, now)?;
        }
        Ok::<_, DbError>(())
    })?;
    Ok(())
}
