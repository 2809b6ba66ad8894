//! The words that rules look for, in no order; markup around them.

use super::joined;
use crate::Random;

const RULES: &[&str] = &[
    "killed",
    "was",
    "were",
    "the",
    "of",
    "who",
    "whom",
    "and",
    "or",
    "but",
    "that",
    "by",
    "between",
    "at least",
    "including",
    "among",
    "them",
    "soldiers",
    "civilians",
    "truce",
    "ceasefire",
    "two-week",
    "took",
    "captured",
    "fell",
    "to",
    "from",
    "withdrew",
    "control",
    "town",
    "city of",
    "Homs",
    "Aleppo",
    "Raqqa",
    "Tripoli",
    "SDF",
    "Reuters",
    "on Friday",
    "since",
    "2014",
    "letters",
    "talks",
    "toll",
    "rose",
    "missing",
    "arrested",
    "families",
    "displaced",
    "identified",
    "lives",
    "dead",
    "no one",
    "not",
    "would",
    "if",
    "'s",
    "-",
    "--",
    "\"",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "\n\n",
    "قتل",
    "قُتل",
    "مقتل",
    "أصيب",
    "وأصيب",
    "جرحى",
    "قتلى",
    "قتيل",
    "وجريح",
    "ثلاثة",
    "خمسة",
    "وعشرون",
    "مدنيين",
    "طفلان",
    "بينهم",
    "منهم",
    "بين",
    "و",
    "هدنة",
    "وقف",
    "إطلاق",
    "النار",
    "لمدة",
    "٧٢",
    "ساعة",
    "سيطرت",
    "على",
    "سقطت",
    "بيد",
    "انسحب",
    "من",
    "مدينة",
    "حلب",
    "دمشق",
    "إدلب",
    "قوات",
    "النظام",
    "قال",
    "إن",
    "أن",
    "بحسب",
    "المرصد",
    "لم",
    "لا",
    "لو",
    "قد",
    "،",
    "؛",
    "؟",
    "محادثات",
    "رسالتين",
    "إلى",
    "يوم",
    "الجمعة",
    "عام",
];

/// The words of all rules, drawn blindly.
pub(super) fn of_rules(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces * 2, |random| {
        format!(
            "{}{}",
            random.one(RULES),
            random.one(&[" ", " ", " ", " ", ""])
        )
    })
}

const CUES: &[&str] = &[
    "said",
    "says",
    "told",
    "according to",
    "reported",
    "claimed",
    "denied",
    "confirmed",
    "believes",
    "saying",
    "added that",
    "could not be verified",
    "he",
    "officials",
    "sources",
    "the report",
    "which",
    "that",
    "قال",
    "قالت",
    "بحسب",
    "وفقا ل",
    "نقلا عن",
    "أفاد",
    "أكد",
    "نفى",
    "زعم",
    "مصدر",
    "إن",
    "أن",
    "لم يتسن",
    "مضيفا",
];

/// Cues and nothing that is said.
pub(super) fn cues(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        format!(
            "{}{}",
            random.one(CUES),
            random.one(&[" ", " ", ", ", " \"", ". ", ": ", "، "])
        )
    })
}

/// Quotations in quotations, crossed, over paragraphs.
pub(super) fn quotations(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        let mark = random.one(&["\"", "“", "”", "«", "»", "'", "‘", "’", "''", "„", "(", ")"]);
        let words = random.one(&[
            "we will go",
            "he said",
            "Omar told them",
            "إننا سنعود",
            "قال عمر",
            "",
            "no,",
        ]);
        format!(
            "{mark}{words}{}",
            random.one(&[" ", "", ", ", ".\n\n", ". "])
        )
    })
}

const MARKUP: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<a href=\"javascript:x\">",
    "<a href='//example.org/?a=1&b=2'>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&lt;script&gt;",
    "<svg onload=x>",
    "<style>",
    "<table><tr><td>",
    "<blockquote>",
    "<ul><li>",
    "<img src=x onerror=y>",
    "<math><mtext>",
    "<title>",
    "<textarea>",
    "<p dir=\"rtl\">",
    "<",
    ">",
    "\"",
    "\u{0}",
    "{\"id\": 1, \"title\": \"",
    "\"}\n",
    "title:",
    "-",
    "*",
    " OR ",
    "~9",
    "=",
];

/// Pieces of markup, records and queries.
pub(super) fn markup(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces, |random| {
        format!(
            "{}{}",
            random.one(MARKUP),
            random.one(&["", "", "text ", "قتل ثلاثة ", "2017-13-45 "])
        )
    })
}
