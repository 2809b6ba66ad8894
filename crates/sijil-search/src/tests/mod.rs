//! Behaviour of the whole: stories in, queries asked, hits and highlights looked at.

mod asking;
mod damage;
mod lighting;
mod ranking;

use crate::{Filter, Index, Page, Position, Query, Sort, Story};
use sijil_text::Lang;
use tempfile::TempDir;

fn story(id: i64, lang: Lang, headline: &str, body: &str) -> Story {
    Story {
        id,
        version: 1,
        lang,
        headline: headline.to_owned(),
        body: body.to_owned(),
        published_ms: id * 1000,
        sections: vec![id % 2],
        tags: vec![id, 100],
        people: vec![id * 10],
    }
}

/// A small invented paper in two languages.
fn stories() -> Vec<Story> {
    let ar = |id, headline, body| story(id, Lang::Ar, headline, body);
    let en = |id, headline, body| story(id, Lang::En, headline, body);
    vec![
        ar(
            1,
            "هدنة في ريف حماة",
            "أعلن أحمد الخطيب وقف إطلاق النار بعد مفاوضات طويلة في المدرسة القديمة.",
        ),
        ar(
            2,
            "افتتاح مدرسة جديدة في الرقة",
            "قالت المعلمة إن القُرْآن يُدرَّس صباحاً، وعدد الطلاب ٨٠٠ طالب.",
        ),
        ar(
            3,
            "مؤتمر السلام يبدأ بدمشق",
            "وصل الوفد إلى دمشق، وقال الوزير إن السلام ممكن. شارك مراسل الـBBC.",
        ),
        ar(
            4,
            "ارتفاع أسعار الخبز",
            "اشتكى سكان من ارتفاع الأسعار في الأسواق وغياب الرقابة على المخابز.",
        ),
        en(
            11,
            "Truce announced in Hama countryside",
            "Ahmad al-Khatib announced a ceasefire after long negotiations in the old school.",
        ),
        en(
            12,
            "New school opens in Raqqa",
            "The teacher said 800 pupils attend. The U.S. envoy's visit was cancelled.",
        ),
        en(
            13,
            "Peace conference begins",
            "The delegation arrived in Damascus. Sana'a was discussed. The announcement of a truce is expected.",
        ),
        en(
            14,
            "Bread prices rise",
            "Residents complained about rising prices in markets and attacks on bakeries.",
        ),
    ]
}

fn position() -> Position {
    Position {
        seq: "8".to_owned(),
        epoch: "e1".to_owned(),
    }
}

fn filled(stories: &[Story]) -> (TempDir, Index) {
    let dir = tempfile::tempdir().unwrap();
    let index = Index::create(dir.path()).unwrap();
    let mut writer = index.writer(0).unwrap();
    stories.iter().for_each(|story| writer.put(story).unwrap());
    writer.commit(&position()).unwrap();
    writer.wait_merges().unwrap();
    (dir, index)
}

fn ids(index: &Index, typed: &str, filter: &Filter, sort: Sort) -> Vec<i64> {
    let hits = index
        .search(&Query::parse(typed), filter, sort, Page::first(20))
        .unwrap();
    assert_eq!(hits.total, hits.hits.len());
    hits.hits.iter().map(|hit| hit.id).collect()
}
