//! How the fields of a claim are laid out: a few panels, each opened by one key, with the fields that
//! are seldom touched folded away.

use super::inputs::{Input, Opt, Panel, Row, Shape};
use super::{Wrong, at, rows};
use crate::record::desk::words::{said, words};
use crate::web::Say;
use crate::web::extract::Fields;

/// What rows and fields offer that the program does not know by itself: one list a row, the last for
/// the row that is empty.
#[derive(Debug, Clone, Default)]
pub(in crate::record::desk) struct Choices {
    /// For each link of the chain.
    pub(in crate::record::desk) sources: Vec<Vec<Opt>>,
    /// For each actor.
    pub(in crate::record::desk) actors: Vec<Vec<Opt>>,
    /// For each place.
    pub(in crate::record::desk) places: Vec<Vec<Opt>>,
    /// The groups that it may belong to.
    pub(in crate::record::desk) groups: Vec<Opt>,
    /// The claims that it may repeat or stand in the place of.
    pub(in crate::record::desk) claims: Vec<Opt>,
}

/// The form with its fields filled in.
#[must_use]
pub(in crate::record::desk) fn panels(
    say: &Say,
    fields: &Fields,
    choices: &Choices,
    wrong: &[Wrong],
) -> Vec<Panel> {
    let lay = Lay { say, fields, wrong };
    let panel = |key, title, rows| Panel {
        key,
        title,
        rows,
        is_folded: false,
    };
    let mut all = vec![
        panel('1', "rdesk-what", lay.what()),
        panel('2', "rdesk-said-by", lay.links(&choices.sources)),
        panel('3', "rdesk-who", lay.actors(&choices.actors)),
        panel('4', "rdesk-where", lay.places(&choices.places)),
        panel('5', "rdesk-when", vec![lay.when()]),
        panel('6', "rdesk-how-sure", vec![lay.certainty()]),
        panel('7', "rdesk-together", vec![lay.together(choices)]),
        panel('8', "rdesk-notes", vec![lay.notes()]),
    ];
    for panel in &mut all {
        let mut inputs = panel.rows.iter().flat_map(|row| &row.inputs);
        let is_quiet = matches!(panel.key, '7' | '8');
        panel.is_folded = is_quiet && inputs.all(|input| input.value().is_empty());
    }
    all
}

/// Lays fields out, with what they hold.
pub(in crate::record::desk) struct Lay<'a> {
    /// The sentences.
    pub(in crate::record::desk) say: &'a Say,
    /// What the fields hold.
    pub(in crate::record::desk) fields: &'a Fields,
    /// What is wrong with them.
    pub(in crate::record::desk) wrong: &'a [Wrong],
}

impl Lay<'_> {
    /// A field.
    pub(in crate::record::desk) fn input(&self, name: &str, label: &str, shape: Shape) -> Input {
        let wrong = self.wrong.iter().find(|wrong| wrong.field == name);
        let why = wrong.map(|wrong| self.say.say(wrong.why).into_owned());
        Input {
            name: name.to_owned(),
            label: self.say.say(label).into_owned(),
            values: self.fields.all(name).map(str::to_owned).collect(),
            shape,
            wrong: why.unwrap_or_default(),
        }
    }

    fn options(&self, list: &str) -> Vec<Opt> {
        let each = words(list).into_iter().map(|word| Opt {
            value: word.to_owned(),
            words: said(self.say, list, word),
        });
        each.collect()
    }

    /// A choice from a list; `open` lets nothing be chosen.
    pub(in crate::record::desk) fn choice(
        &self,
        name: &str,
        label: &str,
        (list, is_open): (&str, bool),
    ) -> Input {
        let mut options = self.options(list);
        if is_open {
            let words = self.say.say("rdesk-not-said").into_owned();
            let value = String::new();
            options.insert(0, Opt { value, words });
        }
        self.input(name, label, Shape::Choice(options))
    }

    fn kept(&self, names: &[String]) -> Vec<Input> {
        let each = names.iter();
        each.map(|name| self.input(name, "rdesk-what", Shape::Kept))
            .collect()
    }

    fn row(inputs: Vec<Input>, more: Vec<Input>) -> Row {
        Row {
            inputs,
            more,
            is_new: false,
        }
    }

    fn what(&self) -> Vec<Row> {
        let first = match self.fields.get("kind") {
            "casualty" | "displacement" | "detention" => return self.toll(),
            "named_victim" => self.victim(),
            "control_change" => vec![
                self.choice("control_mode", "rdesk-mode", ("control-mode", false)),
                self.choice("control_extent", "rdesk-extent", ("extent", false)),
                self.choice("control_state", "rdesk-standing", ("control-status", false)),
            ],
            "truce" => return vec![self.truce()],
            "truce_term" => vec![
                self.input("term_type", "rdesk-terms", Shape::Ticks(self.types())),
                self.input("term_number", "rdesk-term-number", Shape::Number),
            ],
            "truce_breach" => vec![
                self.choice("breach_reply", "rdesk-reply", ("breach-reply", false)),
                self.input("breach_term", "rdesk-term-number", Shape::Number),
            ],
            "talks" => vec![
                self.choice("talks_kind", "rdesk-talks", ("talks", false)),
                self.input("talks_count", "rdesk-count", Shape::Number),
                self.input("talks_outcome", "rdesk-outcome", Shape::Line),
            ],
            "attack" => vec![
                self.choice("cause", "rdesk-cause", ("cause", true)),
                self.input("target", "rdesk-target", Shape::Line),
            ],
            "protest" => vec![
                self.input("about", "rdesk-about", Shape::Line),
                self.input("force", "rdesk-force", Shape::Tick),
            ],
            _ => vec![self.input("content", "rdesk-content", Shape::Area)],
        };
        vec![Self::row(first, vec![])]
    }

    fn toll(&self) -> Vec<Row> {
        let first = vec![
            self.choice("harm", "rdesk-harm", ("harm", false)),
            self.choice("qualifier", "rdesk-qualifier", ("qualifier", false)),
            self.input("low", "rdesk-low", Shape::Number),
            self.input("high", "rdesk-high", Shape::Number),
            self.input("point", "rdesk-point", Shape::Number),
            self.choice("victim_status", "rdesk-status", ("victim-status", false)),
            self.choice("cause", "rdesk-cause", ("cause", true)),
            self.choice("scope", "rdesk-scope", ("scope", false)),
        ];
        let more = vec![
            self.choice("unit", "rdesk-unit", ("unit", false)),
            self.input("victims", "rdesk-victims", Shape::Line),
            self.input("vague_term", "rdesk-vague", Shape::Line),
        ];
        let mut found = vec![Self::row(first, more)];
        let groups = rows(self.fields, "among", "group");
        for row in 0..=groups {
            let name = |field| at("among", row, field);
            found.push(Row {
                inputs: vec![
                    self.choice(&name("group"), "rdesk-among", ("group", true)),
                    self.input(&name("low"), "rdesk-low", Shape::Number),
                    self.input(&name("high"), "rdesk-high", Shape::Number),
                ],
                more: vec![],
                is_new: row == groups,
            });
        }
        found
    }

    fn victim(&self) -> Vec<Input> {
        vec![
            self.input("name", "rdesk-name", Shape::Line),
            self.choice("harm", "rdesk-harm", ("harm", false)),
            self.input("age", "rdesk-age", Shape::Number),
            self.choice("victim_status", "rdesk-status", ("victim-status", false)),
            self.input("occupation", "rdesk-occupation", Shape::Line),
            self.input("name_ar", "rdesk-name-ar", Shape::In("ar")),
            self.input("name_en", "rdesk-name-en", Shape::In("en")),
            self.input("minor", "rdesk-minor", Shape::Tick),
        ]
    }

    fn truce(&self) -> Row {
        let first = vec![
            self.choice("truce_event", "rdesk-truce-event", ("truce-event", false)),
            self.input("announced", "rdesk-announced", Shape::Day),
            self.input("effective", "rdesk-effective", Shape::Day),
            self.input("duration", "rdesk-duration", Shape::Line),
            self.input("stated_end", "rdesk-stated-end", Shape::Day),
            self.input("stated_terms", "rdesk-stated-terms", Shape::Number),
        ];
        let more = vec![
            self.choice("truce_class", "rdesk-truce-class", ("truce-class", false)),
            self.choice("declaration", "rdesk-declaration", ("declaration", true)),
            self.choice("agreement", "rdesk-agreement", ("form", false)),
            self.choice("purpose", "rdesk-purpose", ("purpose", false)),
        ];
        Self::row(first, more)
    }

    /// The chosen ones first, in their order, so that they are sent as they were.
    fn types(&self) -> Vec<Opt> {
        let chosen: Vec<&str> = self.fields.all("term_type").collect();
        let mut all = self.options("term-type");
        all.sort_by_key(|one| {
            let place = chosen.iter().position(|word| *word == one.value);
            place.unwrap_or(usize::MAX)
        });
        all
    }

    fn links(&self, choices: &[Vec<Opt>]) -> Vec<Row> {
        let each = choices.iter().enumerate().map(|(row, options)| {
            let name = |field| at("link", row, field);
            let mut more = vec![
                self.choice(&name("kind"), "rdesk-source-kind", ("source-kind", true)),
                self.choice(&name("scale"), "rdesk-scale", ("scale", true)),
                self.input(&name("said_on"), "rdesk-said-on", Shape::Day),
            ];
            more.extend(self.kept(&[name("text"), name("cue")]));
            Row {
                inputs: vec![
                    self.input(
                        &name("source"),
                        "rdesk-source",
                        Shape::Choice(options.clone()),
                    ),
                    self.input(&name("name"), "rdesk-other-name", Shape::Name),
                    self.choice(&name("stance"), "rdesk-stance", ("stance", false)),
                ],
                more,
                is_new: row + 1 == choices.len(),
            }
        });
        each.collect()
    }

    fn actors(&self, choices: &[Vec<Opt>]) -> Vec<Row> {
        let each = choices.iter().enumerate().map(|(row, options)| {
            let name = |field| at("actor", row, field);
            Row {
                inputs: vec![
                    self.input(
                        &name("actor"),
                        "rdesk-actor",
                        Shape::Choice(options.clone()),
                    ),
                    self.input(&name("name"), "rdesk-other-name", Shape::Name),
                    // Nobody is accused because a list begins so: the role is said.
                    self.choice(&name("role"), "rdesk-role", ("actor-role", true)),
                ],
                more: self.kept(&[name("text")]),
                is_new: row + 1 == choices.len(),
            }
        });
        each.collect()
    }

    fn places(&self, choices: &[Vec<Opt>]) -> Vec<Row> {
        let each = choices.iter().enumerate().map(|(row, options)| {
            let name = |field| at("place", row, field);
            let mut more = vec![
                self.choice(&name("role"), "rdesk-role", ("place-role", false)),
                self.input(&name("lat"), "rdesk-lat", Shape::Degrees),
                self.input(&name("lon"), "rdesk-lon", Shape::Degrees),
            ];
            more.extend(self.kept(&[name("text")]));
            Row {
                inputs: vec![
                    self.input(
                        &name("place"),
                        "rdesk-place",
                        Shape::Choice(options.clone()),
                    ),
                    self.input(&name("name"), "rdesk-other-name", Shape::Line),
                    self.choice(&name("precision"), "rdesk-precision", ("stay", true)),
                ],
                more,
                is_new: row + 1 == choices.len(),
            }
        });
        each.collect()
    }

    fn when(&self) -> Row {
        let first = vec![
            self.input("when_start", "rdesk-first-day", Shape::Day),
            self.input("when_end", "rdesk-last-day", Shape::Day),
            self.choice("when_precision", "rdesk-precision", ("precision", true)),
            self.choice("when_basis", "rdesk-basis", ("basis", false)),
        ];
        let mut more = vec![self.choice("when_calendar", "rdesk-calendar", ("calendar", false))];
        more.extend(self.kept(&["when_expression".to_owned()]));
        Self::row(first, more)
    }

    fn certainty(&self) -> Row {
        let first = vec![
            self.choice("modality", "rdesk-modality", ("modality", false)),
            self.choice("polarity", "rdesk-polarity", ("polarity", false)),
        ];
        Self::row(first, vec![])
    }

    fn together(&self, choices: &Choices) -> Row {
        let claims = || Shape::Choice(choices.claims.clone());
        let first = vec![
            self.input(
                "group",
                "rdesk-group",
                Shape::Choice(choices.groups.clone()),
            ),
            self.input("restates", "rdesk-restates", claims()),
            self.input("supersedes", "rdesk-supersedes", claims()),
        ];
        Self::row(first, vec![])
    }

    fn notes(&self) -> Row {
        let first = vec![
            self.input("note_ar", "rdesk-note-ar", Shape::In("ar")),
            self.input("note_en", "rdesk-note-en", Shape::In("en")),
            self.input("reason", "rdesk-reason", Shape::Line),
        ];
        Self::row(first, vec![])
    }
}
