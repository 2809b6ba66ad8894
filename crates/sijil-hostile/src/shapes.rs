//! Texts of one pattern over and over, at any length: where time grows faster than the text, one of
//! these shows it.

/// A pattern.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is a pattern of.
    pub name: &'static str,
    unit: Unit,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    /// The same words again and again.
    Same(&'static str),
    /// Words that hold a number of their own where `#` stands, so that no two are alike; letters
    /// where `@` stands.
    Own(&'static str),
    /// First the one, then the other as often.
    Nested(&'static str, &'static str),
}

impl Shape {
    /// At least `bytes` of it; less than a unit more.
    #[must_use]
    pub fn of(&self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 64);
        match self.unit {
            Unit::Same(unit) => {
                while text.len() < bytes {
                    text.push_str(unit);
                }
            }
            Unit::Own(unit) => {
                let mut count = 0;
                while text.len() < bytes {
                    count += 1;
                    let spelt = unit.replace('#', &count.to_string());
                    text.push_str(&spelt.replace('@', &letters(count)));
                }
            }
            Unit::Nested(opening, closing) => {
                let times = bytes.div_ceil(opening.len() + closing.len());
                text.push_str(&opening.repeat(times));
                text.push_str(&closing.repeat(times));
            }
        }
        text
    }
}

/// `number` written in the letters of a name, so that no two numbers give one name.
fn letters(mut number: usize) -> String {
    const SYLLABLES: [&str; 8] = ["bo", "da", "fa", "ki", "la", "ma", "ni", "ra"];
    let mut written = String::new();
    while number > 0 {
        written.push_str(
            SYLLABLES
                .get(number % SYLLABLES.len())
                .copied()
                .unwrap_or_default(),
        );
        number /= SYLLABLES.len();
    }
    written
}

const fn same(name: &'static str, unit: &'static str) -> Shape {
    Shape {
        name,
        unit: Unit::Same(unit),
    }
}

const fn own(name: &'static str, unit: &'static str) -> Shape {
    Shape {
        name,
        unit: Unit::Own(unit),
    }
}

const fn nested(name: &'static str, opening: &'static str, closing: &'static str) -> Shape {
    Shape {
        name,
        unit: Unit::Nested(opening, closing),
    }
}

/// Shapes of text, for claims and mentions.
pub const TEXTS: &[Shape] = &[
    same("a sentence of small words", "the men of the town "),
    same("a sentence of unknown words", "dorun the belif samor "),
    own("a sentence of names", "Omar @ "),
    same("an Arabic sentence", "رجال من البلدة "),
    own("Arabic clitics", "وبال@ ولل@ "),
    same("one word", "a"),
    same("one Arabic word", "قتل"),
    same("a word of marks", "\u{64E}\u{301}"),
    same("a word of hyphens", "held-by-"),
    same("letters and full stops", "U."),
    same("apostrophes", "O'd'"),
    same("small words with full stops", "a. "),
    same("full stops", "."),
    same("full stops with blanks", ". "),
    same("blanks and full stops", "          ."),
    same("commas", ", "),
    same("semicolons", "killed; "),
    same("brackets that open", "("),
    nested("nested brackets", "(he ", ") "),
    nested("nested quotation marks", "“no ", "” "),
    same("quotation marks that open", "he said “"),
    same("straight quotation marks", "\"x\" "),
    same(
        "quotations",
        "“We will go to the town today,” said Omar Haddad, “and stay there.” ",
    ),
    same(
        "an open quotation of sentences",
        "“He said that it was the end. ",
    ),
    same("digits", "7"),
    same("digits and commas", "7,"),
    same("numbers", "5 6 7 "),
    same("numbers in words", "five hundred and six thousand "),
    same("Arabic numbers in words", "خمسة وعشرون ألفا و"),
    own("counted people", "# people and "),
    own("ranges", "between # and "),
    same(
        "ambiguous places in a sentence",
        "Tripoli, San Jose, Salem, ",
    ),
    same(
        "ambiguous places in sentences",
        "He left Tripoli. They came to Santa Cruz. ",
    ),
    own("unknown places", "the village of B@ and "),
    same(
        "Arabic places in a sentence",
        "مدينة حلب وطرابلس وسلمية والرقة و",
    ),
    same(
        "back references",
        "They left Homs for the city and the town. ",
    ),
    same("cues in a sentence", "said Omar told Layla that he said "),
    same("cues in sentences", "Omar said that it rained. "),
    same("Arabic cues in a sentence", "قال عمر إن ليلى ذكرت أن "),
    same("cues without blanks", "Reuters,said,SDF,told,"),
    same(
        "sayings of reports",
        "Omar Haddad said it rained. The report said it rained. ",
    ),
    same(
        "words that point back",
        "The militants took Homs. The SDF left. ",
    ),
    same("according to", "according to officials, "),
    same("Arabic according to", "بحسب المصدر، "),
    same(
        "paragraphs",
        "Three soldiers were killed in Homs on Friday.\n\n",
    ),
    same("lines that wrap", "three men were killed\n"),
    same("line ends of old systems", "Three died.\r\n"),
    own("harm in a sentence", "killed # men and wounded "),
    own(
        "harm in sentences",
        "Omar @ was killed. He was # years old. ",
    ),
    own("Arabic harm in a sentence", "قتل # مدنيا وأصيب "),
    same("Arabic harm without numbers", "مقتل مدني وإصابة طفل و"),
    own("Arabic harm in sentences", "قتل # مدنيا في حلب. "),
    own("named victims", "including B@ Haddad, L@ Samir, "),
    own(
        "totals",
        "A total of # civilians have been killed since 2014.\n",
    ),
    own(
        "control in a sentence",
        "rebels captured the town of B@ and ",
    ),
    own(
        "control in sentences",
        "Rebels captured Homs. Rebels took Raqqa. ",
    ),
    own("Arabic control", "سيطرت القوات على بلدة @ ثم "),
    same(
        "truces in a sentence",
        "reached a truce between rebels and ",
    ),
    same(
        "truces in sentences",
        "The SDF reached a two-week truce with rebels on Friday. ",
    ),
    same(
        "terms of a truce",
        "The truce also states that attacks are to be ceased. ",
    ),
    same("Arabic truces", "هدنة بين القوات و"),
    own("points of an agreement", "#. The truce opens the road.\n"),
    same(
        "points of one number",
        "The truce:\n1. The road opens. It is long.\n",
    ),
    same(
        "breaches in sentences",
        "The SDF accused ISIS of violating the truce. ",
    ),
    same("Arabic breaches", "خرقت القوات الهدنة و"),
    same(
        "protests",
        "Hundreds of people protested in Homs on Friday. ",
    ),
    same("strikes in a sentence", "warplanes bombed Homs and "),
    same("Arabic strikes", "قصفت الطائرات الروسية حلب و"),
    same("talks", "talks and letters to the envoy and "),
    same("dates in a sentence", "on Friday, 3 May 2016, "),
    own("dates of digits", "#/4/2016-"),
    same("hours", "at 5:30 p.m. to "),
    same("Arabic dates", "يوم الجمعة ٣ أيار/مايو ٢٠١٦ و"),
    same("words of time", "from last week to the end of next "),
    same("and", "and "),
    same("of", "the son of "),
    same("who", "the man who "),
    same("determiners", "the "),
    same("helpers", "have been being "),
    same("to", "to "),
    same("negations", "not "),
    same("signs of no script", "☃ "),
    same("bidi controls", "\u{202E}\u{2067}"),
    same("NUL", "\u{0}"),
    same("two scripts in turn", "killed قتل ten عشرة "),
];

/// Shapes of markup.
pub const MARKUP: &[Shape] = &[
    nested("nested quotations", "<blockquote>", "</blockquote>"),
    nested("nested lists", "<ul><li>", "</li></ul>"),
    nested("nested paragraphs", "<div>", "</div>"),
    same("bold that never ends", "<b>x"),
    same("bold and italics crossed", "<b><i>x</b></i>"),
    same("links that never end", "<a href='https://example.org/'>x"),
    own("attributes", "<p a#='"),
    same("tags that never end", "<p "),
    same("lesser-than signs", "<"),
    same("entities", "&amp;&lt;&#x41;"),
    same("ampersands", "&"),
    same("comments", "<!-- x"),
    same("tables", "<table><tr><td>x"),
    same("paragraphs", "<p>x</p>"),
    same("plain text", "he went to the town. "),
];
