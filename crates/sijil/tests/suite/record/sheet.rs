//! Small records written by hand, as the newsroom's own file.

use serde_json::{Value, json};

use super::sample::Story;

const ORDER: [&str; 13] = [
    "story", "source", "actor", "place", "anchor", "claim", "event", "figure", "truce", "control",
    "talks", "grading", "decision",
];
/// From a claim to the anchor of its sentence.
const TO_ANCHOR: i64 = 1_000_000;

/// Such a record, in whatever order it is written.
#[derive(Default)]
pub(crate) struct Sheet {
    lines: Vec<(usize, i64, Value)>,
}

impl Sheet {
    /// A record about a story.
    pub(crate) fn of(stories: &[Story]) -> Self {
        let mut sheet = Self::default();
        for story in stories {
            sheet.put(
                json!({"type": "story", "id": story.id.to_string(), "lang": story.lang,
                       "day": story.day, "slug": story.slug}),
                false,
            );
        }
        sheet
    }

    /// Adds a thing, withheld or not.
    pub(crate) fn put(&mut self, mut thing: Value, is_withheld: bool) {
        let kind = thing["type"].as_str().unwrap();
        let rank = ORDER.iter().position(|known| *known == kind).unwrap();
        let key = if kind == "grading" { "of" } else { "id" };
        let id = thing[key].as_str().unwrap().parse().unwrap();
        if !matches!(kind, "story" | "grading" | "decision") {
            thing["kept"] = json!({"version": 1, "at": "2017-12-02T00:00:00.000Z", "by": null,
                                   "reason": "", "withheld": is_withheld});
        }
        self.lines.push((rank, id, thing));
    }

    pub(crate) fn source(&mut self, id: i64, name: &str, is_withheld: bool) {
        let source = json!({"type": "source", "id": id.to_string(), "names": {"en": name},
                            "kind": "monitor_ngo", "scale": "national", "is_named": true});
        self.put(source, is_withheld);
    }

    pub(crate) fn actor(&mut self, id: i64, name: &str, inter: u8, is_withheld: bool) {
        let actor = json!({"type": "actor", "id": id.to_string(), "names": {"en": name},
                           "inter": inter});
        self.put(actor, is_withheld);
    }

    pub(crate) fn place(&mut self, id: i64, name: &str, is_withheld: bool) {
        let place = json!({"type": "place", "id": id.to_string(), "names": {"en": name},
                           "lat": 35.746, "lon": 40.753, "feature": "settlement",
                           "country": {"en": "Syria"}, "admin1": {"en": "Hasaka"},
                           "origin": "editor"});
        self.put(place, is_withheld);
    }

    /// Adds a confirmed claim with its sentence; `more` is laid over it.
    pub(crate) fn claim(
        &mut self,
        (id, kind): (i64, &str),
        story: &Story,
        sentence: &str,
        more: &Value,
    ) {
        let mut claim = json!({
            "type": "claim", "id": id.to_string(), "kind": kind, "story": story.id.to_string(),
            "revision": 1, "lang": story.lang, "status": "confirmed",
            "modality": "reported_as_fact", "polarity": "affirms",
            "decided_at": "2017-12-02T00:00:00.000Z",
        });
        for (key, value) in more.as_object().unwrap() {
            claim[key] = value.clone();
        }
        let is_withheld = claim["withheld"] == true;
        let is_sentence_withheld = claim["sentence_withheld"] == true;
        let fields = claim.as_object_mut().unwrap();
        fields.remove("withheld");
        fields.remove("sentence_withheld");
        self.put(claim, is_withheld);
        let anchor = json!({
            "type": "anchor", "id": (id + TO_ANCHOR).to_string(), "claim": id.to_string(),
            "story": story.id.to_string(), "revision": 1, "sha256": "0".repeat(64),
            "role": "claim", "sentence": -1, "start": 0, "end": sentence.len(),
            "exact": sentence, "prefix": "", "suffix": "", "lost": false,
        });
        self.put(anchor, is_sentence_withheld);
    }

    /// Adds an event, figure, truce, control change or talks.
    pub(crate) fn group(&mut self, (id, kind): (i64, &str), fields: &Value) {
        let mut group = json!({"type": kind, "kind": kind, "id": id.to_string()});
        for (key, value) in fields.as_object().unwrap() {
            group[key] = value.clone();
        }
        self.put(group, false);
    }

    /// The file, after its head.
    pub(crate) fn file(mut self, head: &str) -> String {
        self.lines.sort_by_key(|(rank, id, _)| (*rank, *id));
        let lines = self.lines.iter().map(|(_, _, line)| format!("{line}\n"));
        format!("{head}{}", lines.collect::<String>())
    }
}

/// People killed or hurt.
pub(crate) fn toll(harm: &str, low: Option<i64>, high: Option<i64>, vague: &str) -> Value {
    let qualifier = if vague.is_empty() { "between" } else { "vague" };
    let mut toll = json!({"form": "casualty", "harm": harm, "qualifier": qualifier,
                          "unit": "persons", "victim_status": "civilian", "scope": "incident"});
    if let Some(low) = low {
        toll["low"] = json!(low);
    }
    if let Some(high) = high {
        toll["high"] = json!(high);
    }
    if !vague.is_empty() {
        toll["vague_term"] = json!(vague);
    }
    toll
}

/// A place of a claim or group.
pub(crate) fn at(place: i64, precision: &str) -> Value {
    json!([{"place": place.to_string(), "role": "happened_at", "precision": precision}])
}

/// A day, known so exactly.
pub(crate) fn on(day: &str, precision: &str) -> Value {
    json!({"start": day, "end": day, "precision": precision, "calendar": "gregorian",
           "basis": "explicit"})
}

/// A chain of one source.
pub(crate) fn says(source: i64, text: &str) -> Value {
    json!([{"source": source.to_string(), "text": text, "stance": "says"}])
}
