//! Words around a name that say what it is; folded.

/// Words that stand before places more often than before anything else.
#[rustfmt::skip]
pub(crate) const PREPOSITIONS: &[&str] = &[
    "in", "at", "near", "from", "to", "outside", "around", "toward", "towards", "into",
    "through", "between", "across", "throughout", "inside", "downtown", "nearby", "via",
    "leaving", "reached", "entered", "visiting", "visited", "bombed", "shelled", "besieged",
    "captured", "seized", "took", "في", "من", "الي", "الى", "قرب", "نحو", "باتجاه", "داخل",
    "خارج", "بين", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "حول",
    "عبر", "ضواحي", "محيط", "اطراف", "مشارف",
];

/// Words for a part of the place that follows.
#[rustfmt::skip]
pub(crate) const PARTS: &[&str] = &[
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
    "southeastern", "southwestern", "outskirts", "suburbs", "rural", "outside", "شمال", "جنوب",
    "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "ضواحي", "اطراف", "مشارف", "محيط",
];

/// Words that put something close to a place, not in it.
#[rustfmt::skip]
pub(crate) const NEAR: &[&str] = &[
    "near", "around", "close", "outside", "nearby", "قرب", "بالقرب", "محيط", "جوار",
];

/// Words for a line between places.
#[rustfmt::skip]
pub(crate) const BORDER: &[&str] = &[
    "border", "frontier", "borders", "الحدود", "حدود", "الحدوديه",
];

/// Words after a name that make it a street, a house or a newspaper.
#[rustfmt::skip]
pub(crate) const STREETS: &[&str] = &[
    "road", "street", "avenue", "st", "rd", "ave", "drive", "dr", "lane", "boulevard", "blvd",
    "highway", "bridge", "hall", "house", "stadium", "cemetery", "plaza", "inn", "court",
    "place", "way", "theater", "theatre", "center", "park", "school", "middle", "elementary",
    "church", "library", "company", "inc", "corp", "llc", "news", "times", "post", "journal",
    "herald", "gazette", "tribune", "jr",
];

/// What many names of villages begin with; alone, before another capital, they name nothing.
#[rustfmt::skip]
pub(crate) const HEADS: &[&str] = &[
    "tall", "tell", "tal", "tel", "kafr", "kafar", "deir", "dayr", "khan", "beit", "bayt", "ain",
    "ayn", "abu", "umm", "um", "jabal", "wadi", "bab", "qasr", "qalat", "khirbet", "burj", "ras",
    "saint", "san", "santa",
];

/// What people do after their names.
#[rustfmt::skip]
pub(crate) const SAYING: &[&str] = &[
    "said", "says", "told", "added", "testified", "wrote", "explained", "noted",
];
