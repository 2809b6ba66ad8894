//! Sentences of the shape that agencies write, in English and Arabic; then damaged.

use super::joined;
use crate::Random;

/// What stands in braces is drawn from the list of that name.
const ENGLISH: &[&str] = &[
    "{count} {people} were {harm} {where} {when}, {source} said.",
    "{Actor} {harmed} {count} {people} and wounded {count} others, including {count} children.",
    "According to {source}, a total of {count} {people} have been {harm} since 2014.",
    "{Actor} {took} {place} {when} after heavy clashes with {Actor}.",
    "{place} fell to {Actor} {when}.",
    "{Actor} and {Actor} reached a {length} truce {where}.",
    "The {count}-point truce states that prisoners are to be released.",
    "“{count} {people} were {harm},” said Omar Haddad, {source}.",
    "{source} denied that {count} {people} were {harm} {where}.",
    "The death toll rose to {count} {when}.",
];

const ARABIC: &[&str] = &[
    "قُتل {عدد} {ناس} {أين} {متى}، بحسب {مصدر}.",
    "قال {مصدر} إن {عدد} {ناس} أصيبوا {أين}.",
    "أسفر القصف عن مقتل {عدد} {ناس} وإصابة {عدد} آخرين، بينهم {عدد} أطفال.",
    "سيطرت {فاعل} على {بلدة} {متى} بعد اشتباكات مع {فاعل}.",
    "سقطت {بلدة} بيد {فاعل}.",
    "توصلت {فاعل} و{فاعل} إلى هدنة لمدة {عدد} ساعة {أين}.",
    "نفى {مصدر} مقتل {عدد} {ناس} {أين}.",
    "ارتفعت حصيلة القتلى إلى {عدد} {متى}.",
    "اعتقلت {فاعل} {عدد} {ناس} {متى}.",
    "انسحبت {فاعل} من {بلدة} {متى}.",
];

const WORDS: &[(&str, &[&str])] = &[
    (
        "count",
        &[
            "Three",
            "12",
            "at least 801",
            "5,961",
            "dozens of",
            "1.5 million",
            "no",
            "two or three",
            "between 10 and 20",
            "99999999999999999999",
        ],
    ),
    (
        "people",
        &[
            "civilians",
            "soldiers",
            "people",
            "children and women",
            "families",
            "ISIS fighters",
            "prisoners",
        ],
    ),
    (
        "harm",
        &[
            "killed",
            "wounded",
            "shot dead",
            "kidnapped",
            "arrested",
            "displaced",
            "killed and wounded",
        ],
    ),
    (
        "harmed",
        &[
            "killed",
            "shot",
            "detained",
            "were killing",
            "did not kill",
            "would kill",
        ],
    ),
    (
        "took",
        &[
            "took",
            "captured",
            "lost",
            "withdrew from",
            "seized control of",
            "handed over",
        ],
    ),
    (
        "where",
        &[
            "in Homs",
            "near Tripoli, Lebanon",
            "in the city of Aleppo",
            "on the outskirts of Deir Ezzor",
            "in San Jose",
            "there",
        ],
    ),
    (
        "when",
        &[
            "on Friday",
            "on November 8",
            "yesterday",
            "between August 2014 and October 2017",
            "on 31/02/2017",
            "last week",
        ],
    ),
    (
        "place",
        &["Tabqa", "the town of Markada", "Raqqa", "Dorun", "the city"],
    ),
    (
        "Actor",
        &[
            "The SDF",
            "Rebels",
            "The U.S.-led coalition",
            "Government forces",
            "Houthi fighters",
            "It",
        ],
    ),
    (
        "source",
        &[
            "sources",
            "the Syrian Observatory for Human Rights",
            "a military official",
            "Reuters",
            "he",
            "the report, which",
        ],
    ),
    (
        "length",
        &["two-week", "72-hour", "one-month", "9999999999-year"],
    ),
    (
        "عدد",
        &[
            "ثلاثة",
            "١٢",
            "ما لا يقل عن 40",
            "خمسة وعشرين",
            "عشرات",
            "مئة",
            "٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩",
        ],
    ),
    (
        "ناس",
        &[
            "مدنيين",
            "أشخاص",
            "جنود",
            "من عناصر التنظيم",
            "عائلة",
            "طفلا",
        ],
    ),
    (
        "أين",
        &[
            "في حلب",
            "قرب دير الزور",
            "في مدينة إدلب",
            "بريف دمشق",
            "هناك",
        ],
    ),
    (
        "متى",
        &[
            "يوم الجمعة",
            "أمس",
            "في ٨ تشرين الثاني/نوفمبر",
            "في 10 ربيع الأول 1439",
            "منذ عام 2014",
        ],
    ),
    (
        "مصدر",
        &[
            "مصدر طبي",
            "المرصد السوري لحقوق الإنسان",
            "وكالة رويترز",
            "شهود عيان",
            "الدفاع المدني",
        ],
    ),
    (
        "فاعل",
        &[
            "قوات النظام",
            "قوات سوريا الديمقراطية",
            "فصائل المعارضة",
            "جماعة الحوثي",
            "تنظيم الدولة",
        ],
    ),
    (
        "بلدة",
        &["الطبقة", "بلدة مركدة", "مدينة الرقة", "دورون", "البلدة"],
    ),
];

/// A sentence of `pattern`.
fn filled(random: &mut Random, pattern: &str) -> String {
    let mut text = String::new();
    for piece in pattern.split('{') {
        let Some((name, rest)) = piece.split_once('}') else {
            text.push_str(piece);
            continue;
        };
        let list = WORDS.iter().find(|(list, _)| *list == name);
        text.push_str(random.one(list.map_or(&[], |(_, words)| words)));
        text.push_str(rest);
    }
    text
}

fn sentence(random: &mut Random) -> String {
    let patterns = if random.once_in(2) { ENGLISH } else { ARABIC };
    let pattern = random.one(patterns);
    filled(random, pattern) + random.one(&[" ", " ", "\n\n", "\n"])
}

pub(super) fn made(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces.div_ceil(6), sentence)
}

/// Both languages in one sentence: the halves of two.
pub(super) fn mixed(random: &mut Random, pieces: usize) -> String {
    joined(random, pieces.div_ceil(8), |random| {
        let (english, arabic) = (random.one(ENGLISH), random.one(ARABIC));
        let (one, two) = (filled(random, english), filled(random, arabic));
        let half = |text: &str| -> String { text.chars().take(text.chars().count() / 2).collect() };
        format!("{} {} ", half(&one), two)
    })
}

/// Sentences of the rules' own words with letters lost, doubled and swapped, cut anywhere.
pub(super) fn damaged(random: &mut Random, pieces: usize) -> String {
    let whole = made(random, pieces);
    let mut text = String::new();
    for letter in whole.chars() {
        match random.below(60) {
            0 => {}
            1 => text.extend([letter, letter]),
            2 => text.extend([' ', letter]),
            3 => text.extend([letter, '\n']),
            4 => text
                .push_str(random.one(&["\"", ",", ".", "٣", "9", "\u{0}", "\u{202E}", "«", "'"])),
            _ => text.push(letter),
        }
    }
    let end = random.below(text.len() + 1);
    text.truncate(text.floor_char_boundary(end));
    text
}
