//! What a form is made of, for its templates.

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::record::desk) struct Opt {
    /// What is sent.
    pub(in crate::record::desk) value: String,
    /// What is read.
    pub(in crate::record::desk) words: String,
}

/// What kind of field it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::record::desk) enum Shape {
    /// A line of text.
    Line,
    /// A line of text, in a known language.
    In(&'static str),
    /// Someone's name; the known ones are offered.
    Name,
    /// Several lines.
    Area,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A coordinate.
    Degrees,
    /// One of a list.
    Choice(Vec<Opt>),
    /// Any of a list.
    Ticks(Vec<Opt>),
    /// Yes or no.
    Tick,
    /// Kept along, never shown.
    Kept,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::record::desk) struct Input {
    /// Its name, which is its `id` too.
    pub(in crate::record::desk) name: String,
    /// What it is called.
    pub(in crate::record::desk) label: String,
    /// What it holds.
    pub(in crate::record::desk) values: Vec<String>,
    /// What kind of field.
    pub(in crate::record::desk) shape: Shape,
    /// Why it was not taken; may be empty.
    pub(in crate::record::desk) wrong: String,
}

impl Input {
    /// What it holds.
    pub(in crate::record::desk) fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    /// Whether it is a number of some sort.
    pub(in crate::record::desk) fn is_number(&self) -> bool {
        matches!(self.shape, Shape::Number | Shape::Degrees)
    }

    /// Whether it is a day.
    pub(in crate::record::desk) fn is_day(&self) -> bool {
        self.shape == Shape::Day
    }

    /// Whether it holds that.
    pub(in crate::record::desk) fn holds(&self, value: &str) -> bool {
        self.values.iter().any(|own| own == value)
    }
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::record::desk) struct Row {
    /// The fields.
    pub(in crate::record::desk) inputs: Vec<Input>,
    /// Those that are seldom touched.
    pub(in crate::record::desk) more: Vec<Input>,
    /// Whether it is empty, to be filled in.
    pub(in crate::record::desk) is_new: bool,
}

impl Row {
    /// Whether something is seldom touched, and not only kept along.
    pub(in crate::record::desk) fn has_more(&self) -> bool {
        self.more.iter().any(|input| input.shape != Shape::Kept)
    }
}

/// A part of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::record::desk) struct Panel {
    /// The key that leads to it.
    pub(in crate::record::desk) key: char,
    /// The name of the sentence that names it.
    pub(in crate::record::desk) title: &'static str,
    /// Its fields.
    pub(in crate::record::desk) rows: Vec<Row>,
    /// Whether it is opened only on demand.
    pub(in crate::record::desk) is_folded: bool,
}
